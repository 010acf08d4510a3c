"""The page that a run writes."""

from made_up import harbour

from summarizer.cli import main, run


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
