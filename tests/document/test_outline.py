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


def seconds(reader, text: str, repeats: int = 3) -> float:
    """Return the processor time that reading a text takes, at best."""
    took = []
    for _ in range(repeats):
        began = process_time()
        reader(text)
        took.append(process_time() - began)
    return min(took)


@pytest.mark.parametrize("unit", [STORY, '"a" ', "the “a” ", "「あ」", "1 ", "5\n", "[", '"a\n'])
def test_four_times_the_text_takes_about_four_times_as_long(unit):
    short = "of the plan for the town " + unit * (4_000 // len(unit))
    assert seconds(outline, short * 4) < 12 * seconds(outline, short) + 0.02


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
    assert seconds(read, short * 4) < 12 * seconds(read, short) + 0.02


def test_reading_a_whole_document_is_linear():
    short = STORY * 40
    assert seconds(read, short * 4) < 12 * seconds(read, short) + 0.02
