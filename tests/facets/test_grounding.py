"""Grounding: whatever a model answers about whatever article, what is stored is the article's."""

from typing import Literal

import pytest
from hypothesis import given, settings, target
from hypothesis import strategies as st
from pydantic import ValidationInfo, field_validator, model_validator

from summarizer import (
    ActorRef,
    Article,
    Copied,
    FigureRef,
    Item,
    QuotationRef,
    Sentence,
    Source,
    When,
    Written,
)
from summarizer.document.document import Document
from summarizer.errors import SettingsError
from summarizer.facets.custom.annotations import fields_of
from summarizer.facets.custom.checks import problems
from summarizer.facets.custom.grounding import Grounded, Grounder
from summarizer.facets.custom.kinds import Grounds
from summarizer.facets.custom.merging import merged

NEWS = """\
Ferry to Lund stops

The ferry to Lund stops on 3 May 2031, said Ada Brandt of Nord Lines. "We carried 340 cars a day."

Lund lies in the north. A spokesman for the port called it a loss. It had cost 15,000 crowns.

The ferry to Oslo goes on until 2032. Ada Brandt will not say for how long.
"""


class Everything(Item):
    words: Copied | None
    when: When | None
    sentence: Sentence | None
    figure: FigureRef | None
    quotation: QuotationRef | None
    actor: ActorRef | None
    source: Source | None
    text: Written | None
    kind: Literal["town", "country"] | None
    sure: bool | None
    more: tuple[Copied, ...]


NOTHING = dict.fromkeys(Everything.model_fields) | {"more": []}


def ground(answered: object, text: str = NEWS, item: type[Item] = Everything) -> Grounded:
    document = Document.read(Article(text))
    return Grounder(item, fields_of(item), Grounds(document)).ground(answered)


def answer(evidence: list[int], **fields: object) -> dict[str, object]:
    return NOTHING | {"evidence": evidence} | fields


def reasons(found: Grounded) -> list[str]:
    return [each.reason for each in found.failing]


def test_a_figure_and_a_quotation_are_near_the_evidence_as_copied_words_are():
    near = ground(answer([2], figure="F1", quotation="Q1"))
    elsewhere = ground(answer([6], figure="F1", quotation="Q1"))

    assert (near.values or {})["figure"]["id"] == "F1"
    assert reasons(elsewhere) == ["copied_from_elsewhere", "copied_from_elsewhere"]
    assert (elsewhere.values or {})["figure"] is None


def texts(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(pieces, min_size=1, max_size=12).map("".join).filter(str.strip)


PIECES = st.sampled_from(
    "Oslo|Ada Brandt said |“No,” |東京都|京都|１日４往復|Ｆ１| said |Lund’s |O'Neill|15,000 cars"
    "| |\n\n|. |. The |340 cars|3 May 2031|キム|は|\u00ad|\u200d|cafe\u0301|é|F1|Q1|[1]|\u202e"
    "|the |5 %|김정은은|{{x}}|\t".split("|")
) | st.just('"We left it."')
ARTICLES = texts(PIECES | PIECES | st.text(st.characters(codec="utf-8"), max_size=4))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | texts(PIECES) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@st.composite
def answers(draw: st.DrawFn, document: Document) -> object:
    """An answer that is mostly near to what the article says, and anything at all otherwise."""
    words = document.article.text.split()
    first = st.integers(0, len(words) - 1)
    piece = st.builds(lambda at, size: " ".join(words[at : at + size]), first, st.integers(1, 3))
    near = {
        **dict.fromkeys(Everything.model_fields, piece),
        "evidence": st.lists(st.integers(1, len(document.outline.sentences)), min_size=1),
        "sentence": st.integers(1, len(document.outline.sentences)),
        "figure": st.sampled_from([*document.figures, "F9"]),
        "quotation": st.sampled_from([*(each.key for each in document.quotes), "Q9"]),
        "actor": st.sampled_from([*document.names, *document.speaking, "Ada"]),
        "kind": st.sampled_from(["town", "country", "Town"]),
        "sure": st.booleans(),
        "more": st.lists(piece, max_size=3),
    }
    odd = draw(st.sets(st.sampled_from(list(near)), max_size=3))
    return {name: draw(VALUES if name in odd else value) for name, value in near.items()}


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_whatever_is_answered_what_is_stored_is_the_articles(data):
    document = Document.read(Article(data.draw(ARTICLES)))
    grounder = Grounder(Everything, fields_of(Everything), Grounds(document))
    found = [grounder.ground(data.draw(answers(document))).values for _ in range(2)]
    target(sum(value not in (None, []) for each in found for value in (each or {}).values()))
    for stored in merged([values for values in found if values]):
        _is_the_articles(stored, document)
        assert list(problems(stored, fields_of(Everything), Grounds(document))) == []


def _is_the_articles(stored, document):
    text, sentences = document.article.text, document.outline.sentences
    item = Everything.model_validate(stored)
    copied = (item.words, item.when, item.sentence, item.figure, item.quotation, *item.more)
    for span in (*item.evidence, *filter(None, copied)):
        assert text[span.start : span.end] == span.text
    for sentence in (*item.evidence, *filter(None, [item.sentence])):
        assert sentences[sentence.number - 1].text == sentence.text
    for named in filter(None, (item.actor, item.source)):
        assert document.find(named.name)
    assert not list(document.foreign(item.text or ""))


def test_words_are_copied_with_their_place():
    found = ground(answer([2], words="Lund", when="3 May 2031", figure="F1", quotation="Q1"))

    assert found.failing == ()
    item = Everything.model_validate(found.values)
    assert NEWS[item.words.start : item.words.end] == str(item.words) == "Lund"
    assert item.when.iso == "2031-05-03"
    assert str(item.figure) == "340"
    assert str(item.quotation) == "We carried 340 cars a day."


@pytest.mark.parametrize(
    ("fields", "reason", "words"),
    [
        ({"words": "lund"}, "not_in_article", "'lund' is not in the article."),
        ({"words": "Lund stopped"}, "not_in_article", "'Lund stopped'"),
        ({"words": "Oslo"}, "copied_from_elsewhere", "it is in sentence 7."),
        ({"words": "un"}, "not_in_article", "'un'"),
        ({"words": " ! "}, "empty", "words is empty."),
        ({"words": 7}, "invalid", "words is no text."),
        ({"sentence": 99}, "no_such_sentence", "There is no sentence 99."),
        ({"figure": "F9"}, "no_such_figure", "There is no figure 'F9'."),
        ({"quotation": "F1"}, "no_such_quotation", "There is no quotation 'F1'."),
        ({"actor": "Jane Roe"}, "name_not_in_article", "'Jane Roe'"),
        ({"actor": "A spokesman for the port"}, "not_a_name", "'A spokesman for the port'"),
        ({"source": "it"}, "not_a_name", "'it' is a pronoun."),
        ({"text": "Tim Poe left"}, "name_not_in_article", "'Tim Poe', in text,"),
        ({"text": "it carried 341 cars"}, "number_not_in_article", "'341', in text,"),
        ({"kind": "Town"}, "invalid", "none of town, country."),
        ({"sure": "yes"}, "invalid", "neither true nor false."),
    ],
)
def test_an_optional_field_that_fails_becomes_null_with_a_reason(fields, reason, words):
    found = ground(answer([2], **fields))

    assert reasons(found) == [reason]
    assert words in found.failing[0].detail
    [name] = fields
    assert found.values[name] is None


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ([], ["no_evidence"]),
        ([0], ["no_such_sentence", "no_evidence"]),
        ("2", []),
        ([2, 99], ["no_such_sentence"]),
    ],
)
def test_an_item_needs_evidence(evidence, expected):
    found = ground(answer(evidence))

    assert reasons(found) == expected
    assert (found.values is None) == ("no_evidence" in expected)


@pytest.mark.parametrize("absent", [None, "", "null"])
def test_an_optional_field_may_be_absent_in_words(absent):
    found = ground(answer([2], words=absent, when=absent, kind=absent, more=absent))

    assert found.failing == ()
    assert (found.values["words"], found.values["more"]) == (None, [])


def test_of_a_list_only_the_bad_value_goes():
    found = ground(answer([2], more=["Lund", "Bergen", "Ada Brandt"]))

    assert [each["text"] for each in found.values["more"]] == ["Lund", "Ada Brandt"]
    assert reasons(found) == ["not_in_article"]


def test_a_required_field_that_fails_removes_the_item():
    class Place(Item):
        name: Copied
        kind: Literal["town"]

    found = ground({"evidence": [2], "name": "Bergen", "kind": "town"}, item=Place)

    assert found.values is None
    assert reasons(found) == ["not_in_article"]
    assert reasons(ground({"evidence": [2], "name": "Lund"}, item=Place)) == ["empty"]


def test_the_same_words_twice_have_two_places():
    text = "Rain in Oslo. Snow in Oslo."
    grounder = Grounder(Everything, fields_of(Everything), Grounds(Document.read(Article(text))))
    found = [grounder.ground(answer([1, 2], words="Oslo", kind=kind)) for kind in ("town", None)]

    assert [each.values["words"]["start"] for each in found] == [8, 22]


def test_items_that_differ_in_place_alone_are_one_with_the_evidence_of_both():
    text = "Rain in Oslo. It is wet. Nothing else is new. Snow in Oslo."
    grounder = Grounder(Everything, fields_of(Everything), Grounds(Document.read(Article(text))))
    found = [grounder.ground(answer([number], words="Oslo")).values for number in (4, 1)]

    [item] = merged(found)
    assert [each["number"] for each in item["evidence"]] == [1, 4]


def test_whole_words_come_before_parts_of_longer_ones_in_scripts_without_spaces():
    text = "東京都は雨。京都は雪。"

    assert ground(answer([1, 2], words="京都"), text).values["words"]["start"] == 6


def test_width_and_quotation_marks_may_differ_from_the_articles():
    text = "The line “１日４往復” runs 10～12 hours."
    found = ground(answer([1], words='"1日4往復"', more=["10~12 hours"]), text)

    assert found.values["words"]["text"] == "“１日４往復”"
    assert found.values["more"][0]["text"] == "10～12 hours"


def test_an_id_is_no_name_and_a_name_that_looks_like_one_is_no_id():
    assert set(reasons(ground(answer([2], actor="A1", words="F1")))) == {
        "name_not_in_article",
        "not_in_article",
    }
    text = "The F1 race is on the A4. It cost 12 crowns."
    found = ground(answer([1], words="F1", source="A4", figure="F1"), text)
    assert found.failing == ()
    assert found.values["figure"]["text"] != "F1"


def test_a_text_of_the_models_own_hides_nothing():
    found = ground(answer([2], text="Ada\u202e Brandt\x07 left\u0000"))

    assert found.values["text"] == "Ada Brandt left"


class Town(Item):
    name: Copied
    note: Written | None = None

    @field_validator("name")
    @classmethod
    def _is_no_port(cls, name: Copied) -> Copied:
        if name.text == "Oslo":
            raise ValueError("Oslo is a port")
        return name

    @field_validator("note")
    @classmethod
    def _is_short(cls, note: Written | None) -> Written | None:
        if note and len(note) > 9:
            raise ValueError("the note is long")
        return note


def test_a_validator_of_the_users_rejects_an_item():
    found = ground({"evidence": [7], "name": "Oslo", "note": None}, item=Town)

    assert found.values is None
    assert [(each.reason, each.detail) for each in found.failing] == [
        ("invalid", "Oslo is a port.")
    ]


def test_a_validator_of_an_optional_field_clears_it():
    found = ground({"evidence": [2], "name": "Lund", "note": "a rather long note"}, item=Town)

    assert found.values["note"] is None
    assert reasons(found) == ["invalid"]


def test_a_validator_that_alters_a_copy_rejects_the_item():
    class Shouted(Item):
        name: Copied

        @field_validator("name")
        @classmethod
        def _shout(cls, name: Copied) -> Copied:
            return name.model_copy(update={"text": name.text.upper()})

    found = ground({"evidence": [2], "name": "Lund"}, item=Shouted)

    assert found.values is None
    assert reasons(found) == ["invalid"]


def test_a_validator_that_breaks_is_an_error_that_names_it():
    class Broken(Item):
        name: Copied

        @model_validator(mode="after")
        def _break(self, info: ValidationInfo) -> "Broken":
            return info.context["nothing"]

    with pytest.raises(SettingsError, match="A validator of Broken failed: TypeError"):
        ground({"evidence": [2], "name": "Lund"}, item=Broken)


def test_a_validator_that_returns_what_cannot_be_stored_is_an_error_that_names_it():
    class Odd(Item):
        name: Copied

        @field_validator("name")
        @classmethod
        def _odd(cls, name: Copied) -> object:
            return object()

    with pytest.raises(SettingsError, match="A validator of Odd failed: PydanticSerialization"):
        ground({"evidence": [2], "name": "Lund"}, item=Odd)
