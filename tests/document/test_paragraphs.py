"""Text that is broken into lines: what belongs together, and what stays lines."""

import re
import textwrap
from pathlib import Path

import pytest

from summarizer import Article, outline, summarize
from summarizer.document.paragraphs import find_paragraphs

SEEDS = sorted(Path("seeds").glob("[!a]*.txt"))  # the Japanese one has no spaces to break at
NEWS = (
    "The harbour will close in May, the council said on Monday, after a row\n"
    "over money that has gone on since the spring. The union leader, Bo-Erik\n"
    'Lindqvist, said it was "a black day for the town". The mayor, Ann\n'
    'Orr, said there was no choice. "We have looked at every other way to pay\n'
    'for it," Orr said.'
)


def speakers(text):
    return [quote.speaker_name for quote in summarize(text, model="none").quotes]


def wrapped(text, width):
    paragraphs = text.split("\n\n")
    return "\n\n".join(textwrap.fill(each, width, break_on_hyphens=False) for each in paragraphs)


def plain(text):
    return " ".join(text.split())


def answers(text):
    summary = summarize(text, model="none")
    said = [*summary.quotes, *summary.statements]
    return (
        [([plain(span.text) for span in each.spans], each.speaker_name) for each in said],
        [(actor.name, actor.role, len(actor.mentions)) for actor in summary.actors],
        [plain(figure.span.text) for figure in summary.figures],
    )


@pytest.mark.parametrize("width", [30, 40, 72, 100])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_wrapped_article_reads_as_the_same(seed, width):
    text = re.sub(r"\n+", "\n\n", Article.read(seed).text)
    assert answers(wrapped(text, width)) == answers(text)


def test_a_name_over_a_line_break_is_one_name():
    summary = summarize(NEWS, model="none")
    assert [actor.name for actor in summary.actors] == ["council", "Bo-Erik Lindqvist", "Ann Orr"]
    assert summary.actors[1].mentions[0].text == "Bo-Erik\nLindqvist"
    assert speakers(NEWS) == ["Bo-Erik Lindqvist", "Ann Orr"]


def test_a_quotation_over_lines_is_copied_with_its_break():
    [_, quote] = summarize(NEWS, model="none").quotes
    assert quote.spans[0].text == "We have looked at every other way to pay\nfor it,"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Town\n\n“We are ready”,\nsaid Cy Du of the coastguard.", "Cy Du"),
        ("Town\n\n“We are ready now,”\nsaid Cy\nDu of the coastguard.", "Cy Du"),
        ("Ort\n\n„Wir sind bereit“,\nsagte Ute\nOrt vom Küstenschutz.", "Ute Ort"),
        ("Ville\n\n« Nous sommes prêts »,\na déclaré Luc\nDu, du port.", "Luc Du"),
    ],
)
def test_text_that_is_broken_anywhere(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize("end", ["\r\n", "\u2028", " \n"])
def test_any_line_break_is_one(end):
    assert speakers(NEWS.replace("\n", end)) == ["Bo-Erik Lindqvist", "Ann Orr"]


def test_a_heading_wider_than_the_lines_below_it():
    text = (
        f"{'A heading that is much longer than the lines ' * 3}\n\n{NEWS}\nhttps://a.org/{'b' * 99}"
    )
    assert speakers(text) == ["Bo-Erik Lindqvist", "Ann Orr"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Shall I go to the sea", "or stay by the fire", "with the cat on my knee", "all night"],
        [
            "The herring boats went out at dawn to the grey sea,",
            "The women stood in long black shawls along the quay,",
            "And nobody in all the town had eyes for me,",
            "Who sold the rope and mended sails behind the quay.",
        ],
        ["- milk from the farm", "- eggs from Ann", "- flour"],
        ["milk", "eggs", "flour", "two spoons"],
        ["Ann Roe, Oslo", "Bo Poe, Bergen", "Tim Fox, London"],
        ["Rain fell in Oslo.", "The town was flooded.", "Nobody came."],
        ["Oslo 2 Bergen 1", "Rome 0 Paris 0", "Bonn 3 Cork 3"],
    ],
)
def test_verse_and_lists_stay_lines(lines):
    assert len(find_paragraphs("\n".join(lines))) == len(lines)


def test_an_outline_copies_the_lines_as_they_are():
    for found in outline(NEWS).sentences:
        assert NEWS[found.start : found.end] == found.text
    assert "Ann\nOrr" in outline(NEWS).sentences[2].text
