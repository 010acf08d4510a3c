"""What a summary does for a person at a prompt or in a notebook."""

import sys

import pytest
from made_up import HARBOUR, harbour

from summarizer.errors import MissingExtraError


@pytest.mark.parametrize("name", ["Tomas Reed", "Reed"])
def test_quotes_by_a_name_or_a_part_of_it(name):
    assert [quote.id for quote in harbour().quotes_by(name)] == ["Q2", "Q3"]


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


def test_at_a_prompt_a_summary_is_one_line():
    assert repr(harbour()) == (
        "<Summary of 'Council votes to close the old harbour': "
        "quotes 4, figures 2, stances 1, actors 3, rejected 1>"
    )
