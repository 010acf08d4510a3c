"""docs/extending.md: every snippet is run, and prints what the page says."""

from pathlib import Path

from snippets import run, snippets


def test_every_snippet_runs_and_prints_what_the_page_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names, printed, compared = {"__name__": "page"}, "", 0
    for language, file, text in snippets("extending.md"):
        if file:
            Path(file).write_text(text, encoding="utf-8")
        elif language == "text":
            assert printed.strip() == text.strip()
            compared += 1
        else:
            printed = run(language, text, names)
    assert compared == 5
