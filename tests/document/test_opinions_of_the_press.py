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
        # what a thing does, is or is worth
        ("Ann Lee argued that the toll put lives at risk.", ("Ann Lee", "criticises", "the toll")),
        ("Ann Lee said the toll would save lives.", ("Ann Lee", "praises", "the toll")),
        ("Ann Lee left, saying the toll was unsound.", ("Ann Lee", "criticises", "the toll")),
        ("Ann Lee called the toll a slap in the face.", ("Ann Lee", "criticises", "the toll")),
        ("Ann Lee called the toll “an act of vandalism”.", ("Ann Lee", "criticises", "the toll")),
        ("Ann Lee called the toll a form of theft.", ("Ann Lee", "criticises", "the toll")),
        ("Ann Lee finds the toll a nightmare.", ("Ann Lee", "criticises", "the toll")),
        ("Ann Lee likened the toll to theft.", ("Ann Lee", "criticises", "the toll")),
        (
            "Ann Lee called the idea of a toll absurd.",
            ("Ann Lee", "criticises", "the idea of a toll"),
        ),
        ("Ann Lee said closing the pit was folly.", ("Ann Lee", "criticises", "closing the pit")),
        (
            "Ann Lee said it was wrong to close the pit.",
            ("Ann Lee", "criticises", "to close the pit"),
        ),
        (
            "Ann Lee said there was no excuse for the delay.",
            ("Ann Lee", "criticises", "the delay"),
        ),
        ("“This is a disgrace,” Ann Lee said of the toll.", ("Ann Lee", "criticises", "the toll")),
        (
            "“It is a lifeline,” Ann Lee told reporters after the vote.",
            ("Ann Lee", "praises", "the vote"),
        ),
        # whose critics somebody is, and of how many
        ("Ann Lee, one of Bo Poe’s critics, left.", ("Ann Lee", "criticises", "Bo Poe")),
        ("Ann Lee, a Bo Poe supporter, left.", ("Ann Lee", "supports", "Bo Poe")),
        ("A group of doctors backed the toll.", ("doctors", "supports", "the toll")),
        (
            "The toll was backed by more than 170 countries.",
            ("170 countries", "supports", "The toll"),
        ),
        # idioms whose object is behind them
        ("Ann Lee gave her blessing to the toll.", ("Ann Lee", "supports", "the toll")),
        ("Ann Lee gave the toll a cautious welcome.", ("Ann Lee", "praises", "the toll")),
        ("Ann Lee turned her back on the toll.", ("Ann Lee", "criticises", "the toll")),
        ("The toll met with opposition from Bo Poe.", ("Bo Poe", "opposes", "The toll")),
        ("Ann Lee insisted on a vote.", ("Ann Lee", "demands", "a vote")),
        (
            "Ann Lee favoured closing the pit for two months.",
            ("Ann Lee", "supports", "closing the pit for two months"),
        ),
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
        "The council must act.",
        "Ann Lee said he must act.",
        "Ann Lee said the bus should arrive at noon.",
        "Ann Lee said the council must have acted.",
        "Ann Lee said no one should act.",
        "Ann Lee denied that the council should act.",
        "Ann Lee asked whether the council should act.",
        "“Should the council act?” Ann Lee said.",
        "Ann Lee said the toll could put lives at risk.",
        "Ann Lee denied that the toll put lives at risk.",
        "Ann Lee said the storm put lives at risk.",
        "Ann Lee said the rule threatens no one.",
        "Ann Lee said the crew were hurt.",
        "Ann Lee called the toll anything but a disgrace.",
        "Ann Lee found that the toll was a disgrace.",
        "“It may be a disgrace,” Ann Lee said of the toll.",
        "“It is a disgrace,” Ann Lee said after lunch.",
        "“It’s a bribe to leave,” Ann Lee said.",
        "Ann Lee, not one of Bo Poe’s critics, left.",
        "In Oslo, Bo Poe’s critics left.",
        "Ann Lee said it was not a mistake to close the pit.",
        "Ann Lee said the toll would be worthless unless it rose.",
        "Ann Lee launched into a lament for the victims.",
        "Ann Lee made light of the dispute.",
        "Ann Lee will not join the club.",
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
