"""Which predicted speakers agree with which sources."""

import pytest

from summarizer.evaluation.speakers import People

TEXT = """Ines Calloway met Rowan Calloway. Mayor Teodor Vance, whose aide is Odalys Brennick,
left. The Vance campaign was silent; critics were not. José Díaz paid. Brandywater Holdings sold."""


@pytest.fixture
def cast():
    return People(TEXT)


@pytest.mark.parametrize(
    ("gold", "predicted"),
    [
        ("Mr. Vance", "Teodor Vance"),
        ("Teodor R. Vance Jr.", "Vance"),
        ("Vance spokeswoman Odalys Brennick", "Brennick, a Vance spokeswoman"),
        ("his deputy, Odalys Brennick", "Odalys Brennick"),
        ("Secretary of State Teodor Vance", "Vance"),
        ("Vance and Brennick", "Odalys Brennick"),
        ("Calloway", "Rowan Calloway"),
        ("Ines", "Ines Calloway"),
        ("Teodor Vance", "teodor vance"),
        ("José Díaz", "Jose Diaz"),
        ("Radio Alder's Teodor Vance", "Teodor Vance"),
        ("Liz Marlow", "Elizabeth Marlow"),
    ],
)
def test_names_that_agree(cast, gold, predicted):
    """Titles, initials, nicknames and bare surnames make no difference."""
    assert cast.agree(gold, predicted) == ("name", True)


@pytest.mark.parametrize(
    ("gold", "predicted"),
    [
        ("Rowan Calloway", "Ines Calloway"),
        ("Vance spokeswoman Odalys Brennick", "Teodor Vance"),
        ("Teodor Vance", "the Vance campaign"),
        ("Teodor Vance", "Teodor Vance Foundation"),
        ("Teodor Vance", "he"),
        ("Teodor Vance", None),
        ("Vance", "Marta Vance"),
    ],
)
def test_names_that_do_not(cast, gold, predicted):
    """Another first name, an organisation, a pronoun or nobody is someone else."""
    assert cast.agree(gold, predicted) == ("name", False)


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("he", "pronoun"),
        ("they both", "pronoun"),
        ("who", "pronoun"),
        ("the campaign", "nominal"),
        ("Critics", "nominal"),
        ("Vance's spokeswoman", "nominal"),
        ("one senior Democrat", "nominal"),
        ("a spokesman for Mr. Vance", "nominal"),
        ("The mayor", "nominal"),
        ("Brandywater Holdings", "name"),
        (None, "none"),
        ("…", "none"),
    ],
)
def test_what_sort_of_source_a_mention_is(cast, mention, kind):
    """Names, descriptions and pronouns are scored apart."""
    assert cast.kind(mention) == kind


def test_descriptions_agree_by_their_words(cast):
    """A described source may be told in other words, but not become a person."""
    assert cast.agree("a senior Vance aide", "Vance aide") == ("nominal", True)
    assert cast.agree("the Vance campaign", "Teodor Vance") == ("nominal", False)


def test_no_source_agrees_with_no_speaker_alone(cast):
    """Where the gold has no source, a name is wrong."""
    assert cast.agree(None, None) == ("none", True)
    assert cast.agree(None, "Teodor Vance") == ("none", False)


def test_a_name_in_a_script_without_capitals(cast):
    """The gold says that it is a name; a title after it does no harm."""
    assert cast.agree("篠宮岳人", "篠宮岳人市長", named=True) == ("name", True)
    assert cast.agree("篠宮岳人", "早乙女千夏", named=True) == ("name", False)
