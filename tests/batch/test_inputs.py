"""What stands for many sources: folders and patterns."""

import pytest

from summarizer.batch.inputs import count, sources


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.html", "deep/c.md", "photo.png", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It rained.")
    (tmp_path / "news/lines.jsonl").write_text('{"text": "a"}\n\n{"text": "b"}\n')


def test_a_folder_stands_for_what_can_be_read_in_it(news):
    assert list(sources(["news"])) == [
        "news/a.html",
        "news/b.txt",
        "news/lines.jsonl",
        "news/deep/c.md",
    ]


def test_a_pattern_stands_for_the_files_that_match(news):
    assert list(sources(["news/**/*.[mt]*"])) == ["news/b.txt", "news/deep/c.md"]


def test_a_pattern_without_a_match_stands_for_itself(news):
    assert list(sources(["none/*.txt", "https://news.example/?q=*"])) == [
        "none/*.txt",
        "https://news.example/?q=*",
    ]


def test_a_file_named_like_a_pattern_is_that_file(news, tmp_path):
    (tmp_path / "[1].txt").write_text("It rained.")

    assert list(sources(["[1].txt"])) == ["[1].txt"]


def test_the_batch_s_own_files_are_no_input(news, tmp_path):
    assert "news/lines.jsonl" not in sources(["news"], without=[tmp_path / "news/lines.jsonl"])


def test_files_and_lines_are_counted(news):
    assert count(sources(["news"])) == 5


@pytest.mark.parametrize("name", ["-", "https://news.example/a", "missing.txt", "feed.rss"])
def test_what_does_not_tell_is_not_counted(news, name):
    assert count(["news/b.txt", name]) is None
