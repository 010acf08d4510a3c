"""Kinds of opinions that the world's press has: hopes, owners of nouns, holders behind "by"."""

import pytest

from summarizer import Article
from summarizer.document.document import Document


def opinions(text):
    """The opinions of an article: actor, position, target."""
    found = Document.read(Article(text)).opinions
    return [(each.actor, each.position, each.target) for each in found]


def test_what_somebody_is_hoped_to_do_is_no_position_of_theirs():
    text = "Ann Lee hopes the council will back the toll."
    assert opinions(text) == []


@pytest.mark.parametrize("verb", ["dismissed", "brushed aside", "ignored", "faced", "welcomed"])
def test_a_noun_behind_a_verb_does_not_belong_to_its_subject(verb):
    found = opinions(f"Ann Lee {verb} criticism of the toll.")
    assert ("Ann Lee", "criticises", "the toll") not in found


@pytest.mark.parametrize(
    ("holder", "actor"),
    [
        ("US officials", "US officials"),
        ("Western governments", "Western governments"),
        ("Labour leader Ann Lee", "Ann Lee"),
        ("Ann Lee last week", "Ann Lee"),
        ("Ann Lee of Harwick", "Ann Lee"),
    ],
)
def test_a_holder_behind_by_is_whole(holder, actor):
    assert opinions(f"The toll was praised by {holder}.") == [(actor, "praises", "The toll")]


@pytest.mark.parametrize(
    ("before", "actor"),
    [
        ("At a long press conference beside the old harbour, Tom Lee smiled.", "Tom Lee"),
        ("At a long press conference beside the old harbour, Oru Lee met Iku Poe.", None),
        ("At a long press conference beside the old harbour, Mrs Lee smiled.", None),
    ],
)
def test_he_is_the_only_person_that_a_sentence_names(before, actor):
    expected = [(actor, "criticises", "the toll")] if actor else []
    assert opinions(f"{before} He condemned the toll.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "“My country backs the toll,” Ann Lee said.",
        "“Our party will back the toll,” Ann Lee said.",
        "Ann Lee said her party backed the toll.",
        "Ann Lee told the club that her government would back the toll.",
    ],
)
def test_who_speaks_for_a_body_holds_its_position_and_that_is_inferred(text):
    (found,) = Document.read(Article(text)).opinions
    assert (found.actor, found.position, found.target) == ("Ann Lee", "supports", "the toll")
    assert found.certainty == "inferred"


@pytest.mark.parametrize(
    "text",
    [
        "“Their party backs the toll,” Ann Lee said.",
        "Ann Lee said her brother backed the toll.",
        "Ann Lee would back the toll.",
    ],
)
def test_what_others_back_is_no_position_of_the_speaker(text):
    assert opinions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee said the club would back the toll.", ("the club", "supports", "the toll")),
        (
            "Ann Lee condemned the toll in the strongest terms.",
            ("Ann Lee", "criticises", "the toll"),
        ),
        (
            "Ann Lee condemned in the strongest terms the toll.",
            ("Ann Lee", "criticises", "the toll"),
        ),
        ("Ann Lee’s calls for a ban were ignored.", ("Ann Lee", "demands", "a ban")),
        (
            "Criticism by leading scientists of the toll grew.",
            ("leading scientists", "criticises", "the toll"),
        ),
        (
            "Bo Poe voiced Ann Lee’s “deep regret” at the vote.",
            ("Ann Lee", "criticises", "the vote"),
        ),
        ("Ann Lee underlined her support for the toll.", ("Ann Lee", "supports", "the toll")),
        ("Ann Lee wants Bo Poe out.", ("Ann Lee", "demands", "Bo Poe out")),
        ("Ann Lee’s refusal to sign the pact drew the crowds.", ("Ann Lee", "opposes", "the pact")),
        (
            "Ann Lee’s support for the pact signed in Oslo is known.",
            ("Ann Lee", "supports", "the pact signed in Oslo"),
        ),
        ("Ann Lee led calls for a ban.", ("Ann Lee", "demands", "a ban")),
        ("Ann Lee had earlier welcomed the toll.", ("Ann Lee", "praises", "the toll")),
        ("Ann Lee lobbied hard against the toll.", ("Ann Lee", "opposes", "the toll")),
        ("Crowds took to the streets to protest the toll.", ("Crowds", "opposes", "the toll")),
        ("Ann Lee will appeal the ruling.", ("Ann Lee", "opposes", "the ruling")),
        ("Ann Lee holds Bo Poe responsible.", ("Ann Lee", "criticises", "Bo Poe")),
    ],
)
def test_constructions_of_the_press(text, expected):
    assert opinions(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said the club would appeal to the Supreme Court.",
        "The attacks and have kept on.",
        "Ann Lee is mainly concerned with the toll.",
        "Ann Lee expressed her condolences to the families of the victims.",
        "Ann Lee mourned the miners.",
        "Ann Lee asked who the guests would like to have as cook of the month.",
        "Ann Lee will regard as fair the next.",
        "Ann Lee came under pressure to condemn the toll.",
        "Criticism of the toll by charging Ann Lee grew.",
    ],
)
def test_what_takes_no_position_is_none(text):
    assert opinions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee walked out in protest at the toll.",
        "Ann Lee went on strike in protest over the toll.",
        "Ann Lee recalled the envoy to protest the toll.",
        "Ann Lee, who lives in Harwick, resigned in protest against the toll.",
    ],
)
def test_what_is_done_in_protest_opposes_and_that_is_inferred(text):
    (found,) = Document.read(Article(text)).opinions
    assert (found.actor, found.position, found.target) == ("Ann Lee", "opposes", "the toll")
    assert found.certainty == "inferred"


def test_what_is_done_in_solidarity_supports():
    text = "Ann Lee held a vigil in solidarity with the miners."
    assert opinions(text) == [("Ann Lee", "supports", "the miners")]


def test_a_protest_belongs_to_its_own_clause():
    text = "Ann Lee condemned the club, while shops closed in protest at the toll."
    assert ("Ann Lee", "opposes", "the toll") not in opinions(text)


@pytest.mark.parametrize("whose", ["International", "Western", "Israeli"])
def test_an_adjective_with_a_capital_is_nobody(whose):
    assert opinions(f"{whose} criticism of the toll grew.") == []
