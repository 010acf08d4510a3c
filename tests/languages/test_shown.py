"""The words around the items of a summary, in the languages that have tables."""

import re
import tomllib
from pathlib import Path

import pytest
from made_up import harbour

import summarizer
from summarizer import Article, report, summarize
from summarizer.facets.wording import Wording, wording
from summarizer.languages.detection import written_in

PACKAGE = Path(summarizer.__file__).parent
TABLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in (PACKAGE / "languages").glob("*.toml")
}
TRANSLATED = sorted({*TABLES} - {"en", "und"})
GERMAN = "Der Hafen wird nicht gebaut. „Das ist gut“, sagte Anna Brix. Es kostet 5 Euro.\n"


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_language_has_the_same_phrases(code):
    assert TABLES[code]["shown"].keys() == TABLES["de"]["shown"].keys()
    slots = [phrase for phrase in TABLES[code]["shown"] if "{}" in phrase]
    assert all(TABLES[code]["shown"][phrase].count("{}") == 1 for phrase in slots)


def test_every_phrase_is_one_that_is_shown():
    sources = [*(PACKAGE / "facets").rglob("*.py"), *PACKAGE.rglob("*.j2")]
    sources += [PACKAGE / "cli" / "terminal.py", *(PACKAGE / "schema").glob("*.py")]
    text = "".join(each.read_text(encoding="utf-8") for each in sources)
    literals = {found[1:-1] for found in re.findall(r"\"[^\"\n]*\"", text)}
    assert TABLES["de"]["shown"].keys() - literals == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council voted to close the harbour on Tuesday.", "en"),
        (GERMAN, "de"),
        ("Le maire a dit que la ville ne vendra pas le port.", "fr"),
        ("「雨だ」と市長は話した。", "ja"),
        ("市长说，大桥明年开放。", "zh"),
        ("시장은 다리가 내년에 열린다고 말했다.", "ko"),
        ("Miasto kupiło trzy nowe promy dla swoich mieszkańców.", None),
    ],
)
def test_the_language_of_a_text_is_known_or_not(text, code):
    assert written_in(text) == code


@pytest.mark.parametrize("code", [None, "ja", "en"])
def test_others_are_shown_in_english(code):
    assert Wording(code)("Who said what") == "Who said what"
    assert Wording(code).spoken == "en"


def test_the_page_of_an_article_is_in_its_language():
    page = report.html([summarize(Article(GERMAN), model="none")])
    assert '<html lang="de">' in page
    assert ">Wer was sagt</h2>" in page
    assert ">Zahlen</h2>" in page
    assert '<footer lang="en">' in page


def test_each_article_of_several_is_in_its_own_language():
    page = report.html([summarize(Article(GERMAN), model="none"), harbour()])
    assert '<html lang="en">' in page
    assert '<article class="story" id="a1" lang="de"' in page
    assert '<article class="story" id="a2" lang="en"' in page


def test_text_and_markdown_are_in_the_language_of_the_article(capsys, tmp_path):
    from summarizer.cli import main

    path = tmp_path / "hafen.txt"
    path.write_text(GERMAN, encoding="utf-8")
    assert main(["run", "--model", "none", str(path)]) == 0
    assert "\nWer was sagt\n  Anna Brix\n" in capsys.readouterr().out
    assert "## Wer was sagt\n" in summarize(Article(GERMAN), model="none").to_markdown()


def test_without_its_text_the_language_is_read_from_what_is_copied():
    found = summarize(Article(GERMAN), model="none")
    info = found.article.model_copy(update={"text": None})
    assert wording(found.model_copy(update={"article": info})).code == "de"
