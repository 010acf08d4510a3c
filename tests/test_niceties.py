"""What a summary does for a person at a prompt or in a notebook."""

import sys

import pytest
from made_up import HARBOUR, bare, harbour, spot

from summarizer.article import Article
from summarizer.errors import MissingExtraError
from summarizer.schema import Quote


@pytest.mark.parametrize("name", ["Tomas Reed", "Reed"])
def test_quotes_by_a_name_or_a_part_of_it(name):
    assert [quote.id for quote in harbour().quotes_by(name)] == ["Q2", "Q3"]


def test_quotes_by_a_surname_alone():
    assert [quote.id for quote in harbour().quotes_by("Calloway")] == ["Q1"]
    assert harbour().quotes_by("alloway") == ()


def test_a_surname_of_two_is_nobodys():
    article = Article("“No,” said Ada Mole. “Yes,” said Ida Mole.")
    said = [("Q1", "No,", "Ada Mole"), ("Q2", "Yes,", "Ida Mole")]
    quotes = [
        Quote(id=key, spans=(spot(article.text, words),), speaker_name=name, kind="direct")
        for key, words, name in said
    ]
    assert bare(article, quotes=quotes).quotes_by("Mole") == ()
    assert len(bare(article, quotes=quotes).quotes_by("Ida Mole")) == 1


def test_quotes_by_an_unnamed_source_or_nobody():
    assert [quote.text for quote in harbour().quotes_by("The harbour master")] == ["long overdue"]
    assert harbour().quotes_by("Nobody") == ()


def test_markdown_is_at_hand():
    assert harbour().to_markdown().startswith("# Council votes to close the old harbour\n")


def test_a_data_frame_has_the_columns_of_its_facet():
    frame = harbour().to_dataframe("quotes")
    assert list(frame["actor"]) == [quote.speaker_name for quote in harbour().quotes]
    first = frame.iloc[0]
    assert HARBOUR[first["start"] : first["end"]] == first["text"]
    assert list(harbour(quotes=()).to_dataframe("quotes").columns) == list(frame.columns)


def test_a_data_frame_says_that_pandas_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match="needs pandas"):
        harbour().to_dataframe("figures")


def test_a_notebook_shows_the_report_in_a_frame():
    html = harbour()._repr_html_()
    assert html.startswith('<iframe title="Summary" sandbox="allow-scripts')
    assert html.count("<") == 2


@pytest.mark.parametrize("shown", [repr, str])
def test_at_a_prompt_and_printed_a_summary_is_one_line(shown):
    assert shown(harbour()) == (
        "<Summary of 'Council votes to close the old harbour': "
        "quotes 4, statements 0, figures 2, stances 1, actors 3, rejected 1>"
    )
