"""Items of a user's own: what may be a field of one, and what it is on the wire."""

from enum import StrEnum
from typing import Literal

import pytest

from summarizer import Copied, Item, Sentence, Source, When, Written
from summarizer.errors import SettingsError
from summarizer.facets.custom.annotations import fields_of
from summarizer.facets.custom.wire import items_schema


class Weight(StrEnum):
    heavy = "heavy"
    light = "light"


class Promise(Item):
    who: Source
    what: Written
    weight: Weight
    places: tuple[Copied, ...]
    firm: bool
    by: When | None = None


def test_the_evidence_comes_first_on_the_wire_and_every_field_is_required():
    item = items_schema(fields_of(Promise))["items"]

    assert list(item["properties"]) == [
        "evidence", "who", "what", "weight", "places", "firm", "by",
    ]  # fmt: skip
    assert item["required"] == list(item["properties"])
    assert item["additionalProperties"] is False
    assert item["properties"]["evidence"]["items"] == {"type": "integer"}
    assert item["properties"]["weight"] == {"type": "string", "enum": ["heavy", "light"]}
    assert item["properties"]["firm"] == {"type": "boolean"}
    assert item["properties"]["by"]["anyOf"][1] == {"type": "null"}


def test_the_wire_has_no_titles_and_no_words_of_the_docstrings():
    assert "title" not in str(items_schema(fields_of(Promise)))
    assert "description" not in str(items_schema(fields_of(Promise)))


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (str, "nothing grounds str; say Copied or Written"),
        (str | None, "nothing grounds str"),
        (int, "nothing grounds int; say FigureRef"),
        (dict, "nothing grounds dict"),
        (list[Copied], r"say tuple\[Copied, ...\]"),
        (tuple[Copied, Copied], r"a list is written as tuple\[Copied, ...\]"),
        (Copied | Written, "one type, or one type and None"),
        (Literal[1, 2], "the options of a choice are texts"),
        (Promise, "nothing grounds Promise"),
        (object, "nothing grounds object"),
    ],
)
def test_a_field_that_nothing_grounds_is_refused_when_the_class_is_defined(annotation, words):
    with pytest.raises(SettingsError, match=rf"Mood\.tone: .*{words}"):
        type("Mood", (Item,), {"__annotations__": {"tone": annotation}, "__module__": __name__})


def test_a_field_whose_name_cannot_be_a_key_is_refused():
    with pytest.raises(SettingsError, match=r"Mood\.größe: a name has small ASCII letters"):

        class Mood(Item):
            größe: Written  # noqa: PLC2401


def test_the_evidence_stays_the_evidence():
    with pytest.raises(SettingsError, match=r"Mood\.evidence: the evidence of an item is"):

        class Mood(Item):
            evidence: Written


def test_an_item_may_point_at_further_sentences():
    class Turn(Item):
        before: Sentence
        after: Sentence | None

    assert fields_of(Turn)["after"].optional
