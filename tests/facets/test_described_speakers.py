"""A description that the article resolves elsewhere has its actor beside it."""

import json

import pytest
from pydantic import ValidationError

from summarizer import Article, Summary, summarize
from summarizer.document.document import Document
from summarizer.facets.described import source_in
from summarizer.facets.question import Problem
from summarizer.verify import faults

GERMAN = "Der Streit um den Plan der Stadt und das Geld ist noch nicht zu Ende.\n\n"
FRENCH = "La dispute sur le plan de la ville n’est pas encore finie pour tous.\n\n"


def first(text):
    summary = summarize(text, model="none")
    said = (*summary.quotes, *summary.statements)[0]
    assert faults(json.loads(summary.model_dump_json())) == ()
    return said.speaker_name, summary.actor(said.speaker).name if said.speaker else None


@pytest.mark.parametrize(
    ("text", "described", "name"),
    [
        ("Governor Ann Orr left. “We will recover,” the governor said.", "the governor", "Ann Orr"),
        ("Gov. Ann Orr left. “We will recover,” the governor said.", "the governor", "Ann Orr"),
        ("The mayor, Ann Orr, left. The mayor said rain fell on us.", "The mayor", "Ann Orr"),
        (
            "Ann Orr, a spokeswoman for the port, left. “It is over,” the spokeswoman said.",
            "the spokeswoman",
            "Ann Orr",
        ),
        (
            "Prime Minister Ann Orr left. The prime minister said it rained on us.",
            "The prime minister",
            "Ann Orr",
        ),
        (
            "Ann Orr, 34, was calm. “We will recover,” the 34-year-old said.",
            "the 34-year-old",
            "Ann Orr",
        ),
        (
            "Chief executive Nora Dahl was calm. “We will recover,” the Norwegian said.",
            "the Norwegian",
            "Nora Dahl",
        ),
        (
            GERMAN
            + "Bürgermeisterin Ann Orr war ruhig. „Wir bauen weiter“, sagte die Bürgermeisterin.",
            "die Bürgermeisterin",
            "Ann Orr",
        ),
        (
            GERMAN + "Ministerin Ann Orr war ruhig. „Wir bauen weiter“, sagte die Ministerin.",
            "die Ministerin",
            "Ann Orr",
        ),
        (
            FRENCH + "Le maire, Luc Orr, était calme. « Nous continuons », a déclaré le maire.",
            "le maire",
            "Luc Orr",
        ),
    ],
)
def test_who_is_called_so_is_meant(text, described, name):
    assert first(text) == (described, name)


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Gov. Ann Orr met Gov. Bo Poe. “We will recover,” the governor said.", "the governor"),
        ("Gov. Ann Orr left. “We will recover,” a governor said.", "a governor"),
        ("Gov. Ann Orr left. “We will recover,” the Ohio governor said.", "the Ohio governor"),
        ("“We will recover,” the governor said. Gov. Ann Orr left.", "the governor"),
        (
            "Ann Orr, 34, met Bo Poe, 34, on Monday. “We won,” the 34-year-old said.",
            "the 34-year-old",
        ),
        ("Nora Dahl met Cy Li. “We will recover,” the Norwegian said.", "the Norwegian"),
        ("She spoke in Kashgar, an official said.", "an official"),
    ],
)
def test_where_it_is_open_no_one_is_meant(text, described):
    assert first(text) == (described, None)


def test_many_are_a_group_of_their_own():
    text = "Gov. Ann Orr left. “We will recover,” the governors said."
    assert first(text) == ("the governors", "governors")


def test_where_someone_is_from_is_no_actor():
    text = "Nora Dahl met Cy Li. “We will recover,” the Norwegian said."
    assert "Norwegian" not in {actor.name for actor in summarize(text, model="none").actors}


@pytest.fixture
def summary():
    text = "Governor Ann Orr left. “We won,” the governor said. Bo Poe opposes the plan."
    return summarize(text, model="none")


def test_it_is_among_the_quotes_of_the_actor(summary):
    assert [quote.id for quote in summary.quotes_by("Ann Orr")] == ["Q1"]
    assert [quote.id for quote in summary.quotes_by("Orr")] == ["Q1"]
    assert [quote.id for quote in summary.quotes_by("the governor")] == ["Q1"]


def test_readers_see_both(summary):
    assert "**Ann Orr**, Governor\n\n> We won, (the governor)\n" in summary.to_markdown()
    assert summary.to_dataframe("quotes")["actor"].tolist() == ["Ann Orr"]


def test_another_actor_is_a_fault(summary):
    data = json.loads(summary.model_dump_json())
    other = next(actor.id for actor in summary.actors if actor.name == "Bo Poe")
    data["quotes"][0]["speaker"] = other
    assert [each.item for each in faults(data)] == ["Q1"]


def test_the_name_of_another_actor_is_no_description(summary):
    data = json.loads(summary.model_dump_json())
    data["quotes"][0]["speaker_name"] = "Bo Poe"
    with pytest.raises(ValidationError, match="not the actor"):
        Summary.model_validate(data)


@pytest.mark.parametrize("words", ["15 crowns", "fell", "Monday"])
def test_what_describes_nobody_is_no_speaker(words):
    text = "Prices fell on Monday. A ticket costs 15 crowns, the families said."
    found = source_in(Document.read(Article(text)), words, "Q1")
    assert isinstance(found, Problem)
    assert found.reason == "not_a_source"
