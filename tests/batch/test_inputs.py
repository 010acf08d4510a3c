"""What stands for many sources: folders and patterns."""

import json
import os
import signal
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from summarizer.batch.inputs import count, sources
from summarizer.cli import main
from summarizer.prompting.templates import builtin_folder


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


def in_a_batch(*inputs):
    """Run a batch without a model, as a user who may not read everything; return its records."""
    Path("out").mkdir()
    Path("out").chmod(0o777)
    batch = ["batch", "--model", "none", "-o"]
    assert main([*batch, "out/first.jsonl", "news/rain.txt"]) == 0  # imports
    with without_rights():
        assert main([*batch, "out/out.jsonl", *map(os.fsdecode, inputs)]) == 1
    records = map(json.loads, Path("out/out.jsonl").read_text(encoding="utf-8").splitlines())
    return [each["error"]["message"] if "error" in each else None for each in records]


@contextmanager
def without_rights():
    """Let root be another user, since root may read everything; end what waits for a minute."""
    user = os.geteuid()
    signal.alarm(60)
    os.seteuid(user or 65534)
    try:
        yield
    finally:
        os.seteuid(user)
        signal.alarm(0)


def is_open(path):
    """Whether any user may read a folder."""
    return all(each.stat().st_mode & 0o5 == 0o5 for each in (Path(path), *Path(path).parents))


@pytest.fixture
def open_folder(monkeypatch):
    """A folder that any user may enter, with one article."""
    if os.geteuid() == 0 and not all(map(is_open, [sys.prefix, builtin_folder()])):
        pytest.skip("root gives up its rights here, and other users may not read the installation")
    with tempfile.TemporaryDirectory() as folder:  # pytest closes its own to other users
        Path(folder).chmod(0o755)
        monkeypatch.chdir(folder)
        news = Path(folder, "news")
        news.mkdir()
        (news / "rain.txt").write_text("It rained.", encoding="utf-8")
        yield news
        monkeypatch.undo()


@pytest.mark.parametrize("given", ["news", "news/*", "news/**/*"])
def test_a_pipe_in_a_folder_does_not_hold_up_the_batch(open_folder, given):
    os.mkfifo(open_folder / "pipe.txt")

    messages = in_a_batch(given)

    assert sorted(filter(None, messages)) == [
        "'news/pipe.txt' is a device or pipe, which might never end."
    ]
    assert messages.count(None) == 1


@pytest.mark.parametrize("given", ["news", "news/**/*.txt"])
def test_a_folder_that_cannot_be_opened_is_reported(open_folder, given):
    (open_folder / "closed").mkdir(mode=0o000)

    messages = in_a_batch(given)

    assert sorted(filter(None, messages)) == ["Cannot read 'news/closed': permission denied."]
    assert messages.count(None) == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("x" * 300, "file name too long"),
        ("x" * 300 + "/*.txt", "file name too long"),
        ("/dev/zero", "is a device or pipe"),
        ("closed/a.txt", "permission denied"),
        ("closed.txt", "permission denied"),
        (b"none-\xff.txt", "no such file"),
        (b"bad-\xff.txt", r"bad-\udcff.txt is not UTF-8"),
    ],
)
def test_an_input_that_cannot_be_read_is_one_sentence(open_folder, given, words):
    closed = open_folder.with_name("closed")
    closed.mkdir(mode=0o000)
    open_folder.with_name("closed.txt").write_text("a", encoding="utf-8")
    open_folder.with_name("closed.txt").chmod(0o000)
    Path(os.fsdecode(b"bad-\xff.txt")).write_bytes(b"\xff")

    failed, rain = in_a_batch(given, "news/rain.txt")

    assert words in failed
    assert rain is None
