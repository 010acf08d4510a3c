"""Which words a text supports: forms of one word meet, other words do not."""

import pytest

from summarizer.document.support import mostly_unsupported, says_any, unsupported


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("They leave on Monday.", "people leaving"),
        ("The guards were leaving.", "guards that left"),
        ("It was offered to nurses.", "nurses with an offer"),
        ("The court orders a trial.", "trial that was ordered"),
        ("The council will adopt it.", "adopted by the council"),
        ("Thieves stole it.", "stolen by thieves"),
        ("The ship sank.", "ships that sink"),
        ("A man fell.", "men who fall"),
        ("Prices grew.", "growing prices"),
        ("Grindal's lamps", "lamps of Grindal's"),
        ("Sie nannte den Plan gut.", "Plan, genannt gut"),
        ("Le bac traverse la Lisse.", "traversée de la Lisse"),
        ("利用者が減った。", "利用者"),
    ],
)
def test_forms_of_one_word_are_said(text, written):
    assert unsupported(text, written) == ()


@pytest.mark.parametrize(
    ("text", "written", "missing"),
    [
        ("The car stopped.", "cartoon", ("cartoon",)),
        ("They rode home.", "rows", ("rows",)),
        ("A man fell.", "managers", ("managers",)),
        ("Die Werft baut Schiffe.", "Löhne", ("Löhne",)),
        ("鉄道の利用者", "署名", ("署名",)),
    ],
)
def test_other_words_are_not(text, written, missing):
    assert unsupported(text, written) == missing


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        ("ferry that carried cars", ()),
        ("cars shipped", ()),
        ("trucks shipped", ("trucks", "shipped")),
        ("trucks shipped by ferry", ("trucks", "shipped")),
        ("the number of them", ()),
    ],
)
def test_words_are_missing_only_if_most_are(written, missing):
    assert mostly_unsupported("A ferry carried 340 cars.", written) == missing


def test_a_text_says_any_of_no_words():
    assert says_any("A ferry.", "of the")
    assert not says_any("A ferry.", "of trucks")
