"""How long the outline takes: in proportion to the text, whatever the text."""

from time import process_time

import pytest

from summarizer.article import Article
from summarizer.document.document import Document
from summarizer.document.outline import outline

STORY = (
    "“We lost 12 ships,” Jane Roe said on May 4, 2024. The mayor called it “a loss”: "
    "$3.5 million, or five per cent.\n\n"
)


def read(text: str) -> Document:
    return Document.read(Article(text))


def seconds(reader, text: str) -> float:
    """Return the processor time that reading a text takes."""
    began = process_time()
    reader(text)
    return process_time() - began


def is_linear(reader, short: str, long: str, times: int = 12, noise: float = 0.02) -> bool:
    """Whether the long text takes at most so many times as long; a busy machine has three tries."""
    return any(seconds(reader, long) < times * seconds(reader, short) + noise for _ in range(3))


@pytest.mark.parametrize("unit", [STORY, '"a" ', "the “a” ", "「あ」", "1 ", "5\n", "[", '"a\n'])
def test_four_times_the_text_takes_about_four_times_as_long(unit):
    short = "of the plan for the town " + unit * (4_000 // len(unit))
    assert is_linear(outline, short, short * 4)


@pytest.mark.parametrize(
    "unit",
    [
        "Roe said that ",
        "said, ",
        "he said ",
        "according to Roe, ",
        "as Roe said, ",
        "as Roe said it ",
        "it rains, Roe said in Oslo ",
        "Roe told Poe ",
        "the claim that ",
        "Roe: it rains\n\n",
        "It rains, Roe said. ",
        "She said it rained, and said ",
        "Roe called “it” ",
    ],
)
def test_reading_statements_is_linear(unit):
    short = "of the plan for the town " + unit * (4_000 // len(unit))
    assert is_linear(read, short, short * 4)


WHITE = ["\t", " \u00a0", "a", "1", "— "]
PLACES = [
    "Le maire a dit non.\n\n— Oui, dit-il. Partons.\n\n— Non{}a",
    "— Oui, dit-il{}a",
    "“It rained,”{}Jane Roe said.",
    "Jane Roe{}said it rained.",
    "It cost ${}15 million.",
    "From 15{}to 20 people came.",
    "(LUND){}- It rained, Roe said.",
    "Roe called the plan{}“a mess”.",
]


@pytest.mark.parametrize("place", PLACES)
def test_a_run_of_one_sign_is_read_in_linear_time_wherever_it_is(place):
    """A pattern that tries each of its signs takes quadratic time: a second for 16 KB."""
    for unit in WHITE:
        short, long = (place.format(unit * (size // len(unit))) for size in (4_000, 16_000))
        assert is_linear(read, short, long, 5, 0.05)


def test_reading_a_whole_document_is_linear():
    short = STORY * 40
    assert is_linear(read, short, short * 4)
