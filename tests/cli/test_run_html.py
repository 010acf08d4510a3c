"""The page that a run writes."""

import subprocess
import sys

import pytest
from made_up import harbour

from summarizer.cli import main, run

TEXT = "“It rained,” Ada Brandt said."


@pytest.mark.parametrize("through", ["name", "link"])
def test_a_page_replaces_no_article(through, tmp_path, capsys):
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    page = article
    if through == "link":
        page = tmp_path / "page.html"
        page.symlink_to(article)

    assert main(["run", "--model", "none", "--html", str(page), str(article)]) == 2

    assert "Name a file that ends in .html" in capsys.readouterr().err
    assert article.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("before", ["page.html", "page.HTM", None])
def test_a_page_replaces_a_page_and_prints_no_text(before, tmp_path, capsys):
    article, page = tmp_path / "a.txt", tmp_path / (before or "page")
    article.write_text(TEXT, encoding="utf-8")
    if before:
        page.write_text("old", encoding="utf-8")

    assert main(["run", "--model", "none", "--html", str(page), str(article)]) == 0

    assert capsys.readouterr().out == ""
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_json_is_printed_beside_a_page(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    page = str(tmp_path / "page.html")

    assert main(["run", "--json", "--model", "none", "--html", page, str(tmp_path / "a.txt")]) == 0

    assert capsys.readouterr().out.startswith('{"schema_version":1')


def test_a_page_can_go_to_a_redirected_output(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    words = ["run", "--model", "none", "--html", "/dev/stdout", str(tmp_path / "a.txt")]
    code = f"import sys; from summarizer.cli import main; sys.exit(main({words!r}))"
    with (tmp_path / "out").open("wb") as out:
        ran = subprocess.run([sys.executable, "-c", code], stdout=out, check=False)

    assert ran.returncode == 0
    assert (tmp_path / "out").read_bytes().startswith(b"<!doctype html>")


def test_an_interrupted_run_keeps_the_page_of_what_is_done(tmp_path, monkeypatch, capsys):
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n', encoding="utf-8")

    def summarized(article, _):
        if article.text == "Two.":
            raise KeyboardInterrupt
        return harbour()

    monkeypatch.setattr(run, "_summarized", summarized)
    page = tmp_path / "page.html"

    assert main(["run", "--html", str(page), str(tmp_path / "a.jsonl")]) == 130

    assert "interrupted" in capsys.readouterr().err
    assert "Council votes to close" in page.read_text(encoding="utf-8")
