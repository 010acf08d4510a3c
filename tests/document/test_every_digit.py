"""No number is lost: each run of digits of any text is in exactly one figure, with its kind."""

import random
import re
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.figures import Figure, find_figures
from summarizer.document.outline import outline
from summarizer.languages.table import codes, language

PIECES = [
    *("1", "12", "300", "2024", "007", "1.300", "0,5", "1st", "٣", "４", "五", "万", "½", "⁴", "٫"),
    *(
        " ",
        " ",
        " ",
        "\n",
        "\u00a0",
        "-",
        "–",
        "/",
        ":",
        ".",
        ",",
        "．",
        "(",
        ")",
        "+",
        "_",
        "'",
        '"',
    ),
    *(
        "$",
        "£",
        "€",
        "№",
        "%",
        "×10^",
        "th",
        "GMT",
        "m",
        "bn",
        "k",
        "ft",
        "in",
        "kg",
        "x",
        "A",
        "é",
    ),
    *(
        "a",
        "half",
        "and",
        "one",
        "two",
        "third",
        "to",
        "from",
        "between",
        "out of",
        "of the",
        "May",
    ),
    *("am", "Section", "COVID-", "million", "people", "ein", "von", "drei", "un", "sur", "hundert"),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=16).map("".join)


@given(TEXTS, st.sampled_from(codes()))
@settings(max_examples=250, deadline=None)
def test_each_run_of_digits_is_in_one_figure(text, code):
    figures = find_figures(text, language(code))
    for run in re.finditer(r"\d+", text):
        around = [each for each in figures if each.start < run.end() and run.start() < each.end]
        (one,) = around
        assert one.start <= run.start()
        assert run.end() <= one.end


def test_ten_thousand_texts_lose_no_digits():
    chosen, spoken = random.Random(19), sorted([*codes(), "und"])
    pieces = [
        *PIECES,
        "\u00ad",
        "³",
        "(2.1)",
        "to 48 from",
        "half the",
        "of the 90",
        "Case 2-",
        "Ksh",
        "% ",
        "第",
        "분의 ",
        "737 Max ",
        "Articles 5, ",
        " Fifth Street",
        " ZIP code",
        " below zero",
        "-for-",
        "a day or two",
        "数百",
    ]
    for _ in range(10_000):
        text = "".join(chosen.choices(pieces, k=chosen.randint(1, 18)))
        figures = find_figures(text, language(chosen.choice(spoken)))
        for run in re.finditer(r"\d+", text):
            around = [each for each in figures if each.start < run.end() and run.start() < each.end]
            (one,) = around
            assert one.start <= run.start()
            assert run.end() <= one.end


@given(TEXTS, st.sampled_from(codes()))
@settings(max_examples=200, deadline=None)
def test_each_label_has_a_reason_and_no_other_figure_has(text, code):
    for figure in find_figures(text, language(code)):
        assert (figure.kind == "label") == (figure.reason is not None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It is in Section 427.", "named by the word before it"),
        ("They had COVID-19 there.", "part of a word"),
        ("Call 0800 123 4567 for help.", "telephone number"),
        ("It is open 24/7.", "numbers joined by signs"),
        ("They filed a 10-K.", "form or paragraph"),
        ("It is a 4K screen.", "sharpness of a picture"),
        ("They won 3-1.", "score"),
        ("He is in his 60s.", "years of a life or a century"),
        ("Women aged 25 to 54 voted.", "ages of a group"),
        ("The agent is 007.", "not written as a number"),
        ("He lives at 10 Downing Street.", "address"),
        ("The 90049 ZIP code is rich.", "named by the words behind it"),
        ("They eat at 7-Eleven.", "part of a name"),
    ],
)
def test_a_label_says_why_it_is_one(text, reason):
    (label,) = find_figures(text, language("en"))
    assert (label.kind, label.reason) == ("label", reason)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Shares fell, and 3M said so.", True),
        ("The union 3F condemned it.", True),
        ("It is 3M's mill.", True),
        ("The 20th Lenn Studios said so.", True),
        ("The 2K Tarns said so.", True),
        ("There 3M people left.", False),
        ("There were 3M reports of rain.", False),
        ("It cost $3M said Roe.", False),
        ("There 3m said so.", False),
        ("On the 20th Roe said so.", False),
    ],
)
def test_a_number_that_begins_a_name_counts_nothing(text, label):
    figure = only_figure(text)
    assert (figure.kind, figure.reason) == ("label", "part of a name") if label else figure.value


def only_figure(text: str) -> Figure:
    (figure,) = outline(text).figures
    return figure


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Miasto wydało 1.300 koron.", ("1300", "1.300")),
        ("Miasto wydało 1,300 koron.", ("1300", "1.3")),
        ("Miasto wydało 1.300 koron na nowe drzewa.", ("1300", "1.300")),
        ("Miasto wydało 1.300-1.500 koron.", ("1300", "1.300", "1500", "1.500")),
    ],
)
def test_a_number_with_two_readings_has_no_value(text, readings):
    figure = only_figure(text)
    assert (figure.kind, figure.value, figure.low) == ("ambiguous", None, None)
    assert figure.readings == tuple(map(Decimal, readings))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It cost the town 1.300 crowns.", "1.300"),
        ("Die Stadt zahlt 1.300 Kronen und den Rest.", "1300"),
        ("Miasto wydało 1.300.000 koron.", "1300000"),
        ("Miasto wydało 12,5 koron.", "12.5"),
        ("Miasto wydało 0,300 koron.", "0.300"),
        ("町は1,300人を数えた。", "1300"),
    ],
)
def test_a_number_with_one_reading_has_a_value(text, value):
    assert only_figure(text).value == Decimal(value)


MIXED = """\
The council met on Monday, and it paid 1.300 of the crowns that it has for the port.

Der Bürgermeister sagte, die Stadt hat 1.300 Bäume und zahlt 2,500 Euro für den Park.

It said that 1,300 of the trees are for the harbour."""


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("It had 1\u00ad300 men.", "1\u00ad300", "1300", "men"),
        ("It cost 5 eu\u00adros.", "5 eu\u00adros", "5", "euros"),
        ("It had 12\u200b500 men.", "12\u200b500", "12500", "men"),
        ("It rose 5\u2060 %.", "5\u2060 %", "5", "%"),
        ("It was 2⁄\u20605 of it.", "2⁄\u20605", "0.4", None),
    ],
)
def test_hidden_characters_part_no_number(text, written, value, unit):
    (figure,) = find_figures(text, language("en"))
    assert (figure.text, figure.value, figure.unit) == (written, Decimal(value), unit)
    assert text[figure.start : figure.end] == written


def test_a_paragraph_is_read_in_its_own_language():
    values = [str(each.value) for each in outline(MIXED).figures]
    assert values == ["1.300", "1300", "2.500", "1300"]
    assert all(MIXED[each.start : each.end] == each.text for each in outline(MIXED).figures)


@pytest.mark.parametrize("piece", ["1억 ", "1만 2,000", "12 500 ", "10⁶", "from 1 in 2020 to "])
def test_numbers_without_end_are_read_in_their_time(piece):
    begun = time.process_time()
    outline(piece * 2_000)
    assert time.process_time() - begun < 1.5  # five seconds, were each read to the end
