"""One story in twelve languages, seven of them with a table: no wrong value, no wrong speaker.

In the languages that have no table, what is not sure says so: a speaker is guessed or left open, a
number that can be read in two ways has no value.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from summarizer import Article, outline, summarize

ARTICLES = Path(__file__).parent / "articles"
KNOWN = ("en", "de", "fr", "es", "it", "nl", "pt")
OTHERS = ("pl", "ru", "ar", "hi", "ko")

VALUES = ("9", "14", "6", "3400000", "12", "1250", "48000", "1987", "7.5", "300")
"""The ten numbers of the story; 2022, too, is a year."""
OTHER_VALUES = {"hi": {"3400000": "34000000"}, "ko": {"3400000": "3400000000000"}}
SPOKEN_OF = {"2", "6", "2022"}
"""Two months, six years, the year of the plan."""

SPEAKERS = {
    "en": ("Anna Cole", "Anna Cole", "Peter Green", "John Fox"),
    "de": ("Anna Kohl", "Anna Kohl", "Peter Grün", "Jan Fuchs"),
    "fr": ("Anne Colin", "Anne Colin", "Pierre Vert", "Jean Renard"),
    "es": ("Ana Coles", "Ana Coles", "Pedro Verde", "Juan Zorro"),
    "it": ("Anna Colli", "Anna Colli", "Pietro Verdi", "Gianni Volpe"),
    "nl": ("Anna Kool", "Anna Kool", "Piet Groen", "Jan Vos"),
    "pt": ("Ana Coelho", "Ana Coelho", "Pedro Verde", "João Raposo"),
    "pl": ("Anna Kowal", "Anna Kowal", "Piotr Zieliński", "Jan Lis"),
    "ru": ("Анна Соколова", "Анна Соколова", "Пётр Громов", "Иван Лисин"),
    "ar": ("سلمى حداد", "سلمى حداد", "كريم النجار", "وليد منصور"),
    "hi": ("अनीता शर्मा", "अनीता शर्मा", "रमेश गुप्ता", "रवि वर्मा"),
    "ko": ("김서연", "김서연", "박준호", "이민수"),
}


def read(code: str) -> str:
    return (ARTICLES / f"{code}.txt").read_text(encoding="utf-8")


def expected(code: str) -> set[Decimal]:
    other = OTHER_VALUES.get(code, {})
    return {Decimal(other.get(value, value)) for value in VALUES}


@pytest.mark.parametrize("code", KNOWN)
def test_every_number_has_its_value(code):
    values = {each.value for each in outline(read(code)).figures}
    assert expected(code) <= values
    assert values - expected(code) <= {Decimal(each) for each in SPOKEN_OF}


@pytest.mark.parametrize("code", OTHERS)
def test_no_number_has_a_wrong_value_without_a_table(code):
    figures = [each for each in outline(read(code)).figures if each.kind != "date"]
    values = {each.value for each in figures if each.kind != "ambiguous"}
    right = expected(code) | {Decimal(each) for each in SPOKEN_OF}
    assert values <= right
    for each in figures:
        assert each.kind != "ambiguous" or right.intersection(each.readings)
    found = values.union(*(each.readings for each in figures))
    missing = expected(code) - found - {Decimal(1987)}  # "1987년" is a date
    assert not missing


@pytest.mark.parametrize("code", KNOWN)
def test_every_quotation_has_its_speaker(code):
    summary = summarize(Article(read(code)), model="none")
    assert tuple(each.speaker_name for each in summary.quotes) == SPEAKERS[code]


@pytest.mark.parametrize("code", OTHERS)
def test_a_speaker_is_right_and_guessed_or_left_open_without_a_table(code):
    quotes = summarize(Article(read(code)), model="none").quotes
    assert len(quotes) == len(SPEAKERS[code])
    for quote, speaker in zip(quotes, SPEAKERS[code], strict=True):
        if quote.speaker_name is not None:
            assert quote.certainty == "guessed"
            assert quote.speaker_name.split()[-1][:4] in speaker
