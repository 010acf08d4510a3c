import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.document.figures import find_figures
from summarizer.document.names import (
    Places,
    find_name,
    foreign_names,
    foreign_numbers,
    read_names,
    read_numbers,
)
from summarizer.languages.detection import guess_language
from summarizer.languages.table import language

STORY = (
    "Jane Roe met Bo Li in Oslo. The World Health Organization said so. U.S. troops left Iraq. "
    "“Rain,” O’Neill said of the 1.5 million litres. José Díaz stayed."
)
EN = language("en")


def foreign_names_of(text, written):
    return foreign_names(read_names(text, EN), written)


def foreign_numbers_of(text, written):
    spoken = language(guess_language(text))
    numbers = read_numbers(text, spoken, find_figures(text, spoken))
    return foreign_numbers(numbers, written)


def full_names(text):
    names = read_names(text, EN)
    return {names.full(run.name) for run in names.runs}


letters = st.text(alphabet="aAéßжЖ山ア한 .,'’-\u0301\u00ad“”\n1", max_size=60)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("O'Neill", "O’Neill"),
        ("Jose\u0301 Díaz", "José Díaz"),
        ("Jane\u00a0 Roe", "Jane Roe"),
        ("Ros", None),
        ("jane roe", None),
        ("Jose", None),
        ("", None),
        ("...", None),
    ],
)
def test_find_name_folds_typography_and_nothing_else(name, found):
    place = find_name(STORY, name)
    assert (STORY[slice(*place)] if place else None) == found


@given(letters, st.lists(letters, max_size=3))
def test_an_invisible_character_elsewhere_changes_no_place(text, names):
    """Texts with such characters, or letters in parts, are read in another way."""
    plain = "".join(filter(str.isprintable, unicodedata.normalize("NFC", text)))
    other = plain + "\u2060"
    assert Places(other).mentions(names) == Places(plain).mentions(names)
    assert [find_name(other, name) for name in names] == [find_name(plain, name) for name in names]


@pytest.mark.parametrize(
    ("text", "name"),
    [("トランプ大統領は", "トランプ"), ("NATO加盟国", "NATO"), ("김정은은 말했다", "김정은")],
)
def test_scripts_without_spaces_need_no_word_boundary(text, name):
    assert find_name(text, name) == (0, len(name))


def test_mentions_take_the_longer_name_first():
    text = "Jane Roe came. Roe spoke to Roe-Smith and Roes."
    places = Places(text).mentions(["Roe", "Jane Roe", ""])
    assert [text[a:b] for a, b in places] == ["Jane Roe", "Roe", "Roe"]


@pytest.mark.parametrize(
    ("written", "foreign"),
    [
        ("Jane Roe met Li.", ()),
        ("Moreover, Roe's friends met.", ()),
        ("Angela Poe met Jane Roe.", ("Angela Poe",)),
        ("Roe met Angela Poe's brother in Rome.", ("Angela Poe", "Rome")),
        ("US troops left the Iraqis.", ()),
        ("The WHO said so.", ()),
        ("Jane Li spoke.", ("Jane Li",)),
        ("I stayed, as did Jose Diaz.", ("Jose Diaz",)),
        ("東京で", ("東京",)),
    ],
)
def test_foreign_names(written, foreign):
    assert foreign_names_of(STORY, written) == foreign


def test_foreign_runs_of_scripts_without_case():
    text = "トランプ大統領は東京で話した。"
    assert foreign_names_of(text, "トランプ大統領が東京で話した") == ()
    assert foreign_names_of(text, "トランスと大阪") == ("トランス", "大阪")


@pytest.mark.parametrize(
    ("written", "foreign"),
    [("1,500,000 litres", ()), ("1.5 million and 20 people", ("20",)), ("no number", ())],
)
def test_foreign_numbers_compares_values(written, foreign):
    assert foreign_numbers_of(STORY, written) == foreign


WERFT = "Die Werft und der Hafen streichen 1.250 Stellen. Das kostet 38 Euro, sagt Ida Brook."


@pytest.mark.parametrize(
    ("written", "foreign"),
    [
        ("1.250 Stellen", ()),
        ("1.251 Stellen", ("1.251",)),
        ("1,250 Stellen", ("1,250",)),
        ("38 Millionen Euro", ("38 Millionen Euro",)),
        ("The yard cuts seven hundred jobs", ("seven hundred",)),
    ],
)
def test_foreign_numbers_are_read_in_the_language_of_the_article(written, foreign):
    assert foreign_numbers_of(WERFT, written) == foreign


@settings(max_examples=60, deadline=None)
@given(letters, letters)
def test_never_raises_and_points_into_the_text(text, name):
    place = find_name(text, name)
    assert place is None or 0 <= place[0] < place[1] <= len(text)
    places = Places(text).mentions([name, text[:5]])
    assert all(a < b for a, b in places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))
    assert len(set(foreign_names_of(text, name))) == len(foreign_names_of(text, name))


@settings(max_examples=60, deadline=None)
@given(letters)
@example("a11A\u0301")
def test_a_text_has_no_name_or_number_that_is_foreign_to_it(text):
    assert foreign_names_of(text, text) == ()
    assert foreign_numbers_of(text, text) == ()


def test_a_headline_gives_no_name_that_the_article_does_not_use():
    text = (
        "Rally Day: Donor Brandt Wins\n\n"
        "The donor Ada Brandt met Tom Reed. Brandt said they may meet again. Reed left."
    )

    names = full_names(text)

    assert {"Ada Brandt", "Tom Reed"} <= names
    assert not {name for name in names if "Donor" in name or "Wins" in name}


def test_a_particle_with_a_capital_is_the_same_name():
    text = "Bill de Roe left. De Roe said no. “No,” de Roe said."

    assert full_names(text) == {"Bill de Roe"}


def test_a_number_that_opens_a_sentence_is_no_part_of_a_name():
    names = read_names("Seventeen Tavanian runners left. Seven Network paid.", language("en"))
    assert [run.name for run in names.runs] == ["Tavanian", "Network"]
    elsewhere = read_names("Seven Network paid. We know the Seven Network.", language("en"))
    assert {run.name for run in elsewhere.runs} == {"Seven Network"}
