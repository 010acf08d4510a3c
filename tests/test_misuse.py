"""What users give by mistake: each is told in one sentence of ours, with what to do next."""

import ast
from pathlib import Path

import pytest
from made_up import harbour
from pydantic import ValidationError

import summarizer
from summarizer import (
    Article,
    Copied,
    Facet,
    Item,
    Session,
    Settings,
    errors,
    explain,
    outline,
    report,
    summarize,
    summarize_many,
)
from summarizer.cli import main
from summarizer.errors import ArticleError, SettingsError
from summarizer.export import pieces
from summarizer.schema import Summary
from summarizer.schema.invalid import invalid
from summarizer.sources import read_each


class Place(Item):
    place: Copied


SETTINGS = {
    "facets in a text": (lambda: Settings(facets="quotes"), "facets=['quotes']"),
    "no facets": (lambda: Settings(facets=[]), "Known are: gist"),
    "a facet misspelt": (lambda: Settings(facets=["quots"]), "Did you mean 'quotes'?"),
    "a setting misspelt": (lambda: Settings(modle="local"), "Did you mean 'model'?"),
    "a model misspelt": (lambda: Settings(model="lokal"), "Did you mean 'local'?"),
    "a wrong type": (lambda: Settings(timeout="soon"), "timeout: it must be a number."),
    "out of bounds": (lambda: Settings(attempts=0), "attempts: it must be at least 1."),
    "a wrong option": (lambda: Settings(strategy="mny"), "strategy: it must be 'one' or 'many'."),
    "an empty name": (lambda: summarize("It rained.", model=""), "model: it is empty; say 'local'"),
    "a key": (lambda: _remote(api_key="abcé"), "api_key: the key holds characters"),
    "settings in a dict": (lambda: Session({"model": "none"}), "Say Settings.of(model=…)"),
    "settings in a text": (lambda: Session("none"), "Say Settings.of(model=…)"),
    "one text for many": (lambda: summarize_many("One text."), "Put it into a list"),
    "one article for many": (lambda: summarize_many(Article("It rained.")), "Put it into a list"),
    "a path for many": (lambda: summarize_many(Path("news")), "Put it into a list"),
    "one summary for a page": (lambda: report.html(harbour()), "Put it into a list"),
    "one summary to export": (lambda: pieces(harbour(), "csv"), "Put it into a list"),
    "a path for sources": (lambda: list(read_each("news.txt")), "Put it into a list"),
    "no question": (lambda: Facet("places", Place), "A facet needs a question."),
    "no such table": (lambda: harbour().to_dataframe("rejected"), "Known are: gist"),
    "a table misspelt": (lambda: harbour().to_dataframe("quots"), "Did you mean 'quotes'?"),
    "a field as a key": (lambda: harbour()["quotes"], "Say summary.quotes."),
    "a key misspelt": (lambda: harbour()["quots"], "Did you mean 'quotes'?"),
    "no such format": (lambda: pieces([], "marcdown"), "Did you mean 'markdown'?"),
    "a certainty misspelt": (lambda: harbour().at_least("infered"), "Did you mean 'inferred'?"),
    "brat on a screen": (lambda: pieces([], "brat"), "Name the folder with -o."),
    "sqlite on a screen": (lambda: pieces([], "sqlite"), "Name the file with -o."),
}


def _remote(**values):
    return Settings(model="m", base_url="https://models.example/v1", **values)


@pytest.mark.parametrize("name", SETTINGS)
def test_a_wrong_setting_is_told_with_what_to_do(name):
    misuse, told = SETTINGS[name]
    with pytest.raises(SettingsError) as caught:
        misuse()
    said = f"{caught.value} {caught.value.hint}"
    assert told in said
    assert "pydantic" not in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["It rained."], "use summarize_many"),
        (("It rained.",), "use summarize_many"),
        (b"It rained.", "Decode the bytes first"),
        (None, "Give its text"),
    ],
)
def test_what_is_no_text_is_told_with_what_to_do(given, told):
    with pytest.raises(ArticleError, match="An article is a text, not") as caught:
        summarize(given, model="none")
    assert told in caught.value.hint


PLACES = ["news.txt", "news/rain.md", "page.HTML", "https://alder.example/rain", "here", " a.pdf\n"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("use", [summarize, explain])
def test_the_name_of_a_file_is_no_article(use, place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("here").write_text("It rained.", encoding="utf-8")
    options = {"model": "none"} if use is summarize else {}
    with pytest.raises(ArticleError, match="is the name of a file or an address") as caught:
        use(place.strip(), **options)
    assert "Read it first" in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "It rained on example.com",
        "Rain.",
        "No.1\nNews.txt",
        "x" * 500,
        "x" * 5000,
        "It rained. " * 40,
    ],
)
def test_a_text_is_a_text(text):
    assert summarize(text, model="none").article.text == text


def test_the_name_of_a_file_among_many_fails_alone():
    first, second = summarize_many(["It rained.", "news.txt"], model="none")
    assert first.summary
    assert "name of a file" in str(second.error)


def test_an_outline_is_made_of_a_text():
    with pytest.raises(ArticleError, match="not of Article") as caught:
        outline(Article("It rained."))
    assert "outline(article.text)" in caught.value.hint


def test_a_page_is_no_plain_text(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("\n<!DOCTYPE html><p>It rained.", encoding="utf-8")
    with pytest.raises(ArticleError, match="is an HTML page") as caught:
        Article.read(page)
    assert "summarizer.sources.read" in caught.value.hint


COMMANDS = {
    "an option": (["run", "--modle", "none", "a.txt"], 2, "Did you mean '--model'?"),
    "a command": (["rum", "a.txt"], 2, "Did you mean 'run'?"),
    "a file": (["run", "bear.jsonl"], 1, "Did you mean 'bare.jsonl'?"),
    "an action": (["models", "pul"], 2, "Did you mean 'pull'?"),
    "weights": (["models", "pull", "gemma-270m"], 2, "Did you mean 'gemma3-270m'?"),
    "a format": (["export", "a.json", "--to", "marcdown"], 2, "Did you mean 'markdown'?"),
    "a strategy": (["run", "--strategy", "mny", "a.txt"], 2, "Did you mean 'many'?"),
    "a model": (["run", "--model", "lokal", "a.txt"], 2, "Did you mean 'local'?"),
    "a facet": (["run", "--model", "none", "--facets", "quots", "a.txt"], 2, "'quotes'?"),
    "no facet": (["run", "--model", "none", "--facets", "", "a.txt"], 2, "No facet is asked for."),
    "no gold": (["eval", "a.txt"], 1, "Gold is a folder of seeds"),
    "bare articles": (["eval", "bare.jsonl"], 1, "no annotations. Gold is"),
    "summaries for gold": (["eval", "out.jsonl"], 1, "it has no id. Gold is"),
    "a text to export": (["export", "a.txt", "--to", "csv"], 1, "it is no JSON. Give a summary"),
    "brat": (["export", "out.jsonl", "--to", "brat"], 2, "Name the folder with -o."),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_slip_on_the_command_line_is_told_with_what_to_do(name, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("It rained.", encoding="utf-8")
    Path("bare.jsonl").write_text('{"id": "a", "text": "It rained."}', encoding="utf-8")
    Path("out.jsonl").write_text(harbour().model_dump_json(), encoding="utf-8")
    words, code, told = COMMANDS[name]
    try:
        ended = main(words)
    except SystemExit as stopped:
        ended = stopped.code
    said = capsys.readouterr().err
    assert (ended, said.startswith("summarizer")) == (code, True)
    assert told in said


def test_a_variable_misspelt_is_not_passed_over():
    with pytest.raises(SettingsError) as caught:
        Settings.of(environment={"SUMMARIZER_MODLE": "none"})
    assert caught.value.hint == "Did you mean SUMMARIZER_MODEL?"
    assert Settings.of(environment={"SUMMARIZER_CACHE_DIR": "x"}).model == "local"


def test_every_error_says_what_to_do_next():
    """But the two that no user sees: an answer that is late, and one that is not grounded."""
    ours = {name for name in vars(errors) if name.endswith("Error")} - {"DeferredError"}
    bare = [
        f"{path.name}: {ast.unparse(raised.exc)}"
        for path in Path(summarizer.__file__).parent.rglob("*.py")
        for raised in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(raised, ast.Raise)
        and isinstance(raised.exc, ast.Call)
        and ast.unparse(raised.exc.func) in ours
        and not any(given.arg == "hint" for given in raised.exc.keywords)
    ]
    assert bare == []


def test_no_sentence_of_pydantic_is_passed_on():
    """One module words its problems; whoever else reads ``msg`` lets its words through."""
    root = Path(summarizer.__file__).parent
    readers = [
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if '["msg"]' in (source := path.read_text(encoding="utf-8")) or "['msg']" in source
    ]
    assert readers == ["schema/invalid.py"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({}, "article: it is missing"),
        ({"surprise": 1, "article": {}}, "article.id: it is missing"),
        ([], "it must be an object"),
        ({"article": {"id": 3}}, "article.id: it must be a text"),
    ],
)
def test_data_that_does_not_fit_is_told_in_words_of_ours(data, told):
    with pytest.raises(ValidationError) as caught:
        Summary.model_validate(data)
    assert invalid(caught.value) == told


def test_an_export_replaces_neither_its_input_nor_an_article(tmp_path, capsys):
    stored, article = tmp_path / "out.json", tmp_path / "harbour.txt"
    stored.write_text(harbour().model_dump_json(), encoding="utf-8")
    article.write_text("It rained.", encoding="utf-8")

    assert main(["export", str(stored), "--to", "json", "-o", str(stored)]) == 2
    assert "is what is exported" in capsys.readouterr().err
    assert main(["export", str(stored), "--to", "csv", "-o", str(article)]) == 2
    assert "Name a file that ends in .csv" in capsys.readouterr().err
    assert article.read_text(encoding="utf-8") == "It rained."
    assert main(["export", str(stored), "--to", "csv", "-o", str(tmp_path / "new")]) == 0
