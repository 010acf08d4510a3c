"""The captions that code finds for figures, as a summary gives them."""

import time

import pytest

from summarizer import Settings, summarize
from summarizer.verify import faults

CAPTIONS = [
    # ages
    ("Walt Ferreira, 77, mended nets.", ["age of Walt Ferreira"]),
    ("Walt Ferreira, who is 77, mended nets.", ["age of Walt Ferreira"]),
    ("A 15-year-old girl was hurt.", ["age of girl"]),
    # what is counted, and whose it is
    ("The old mill employed 40 weavers.", ["weavers: old mill employed"]),
    ("Nordal has sent about 300 troops since May.", ["troops: Nordal has sent"]),
    ("The guild, which had sought 50 posts, praised it.", ["posts: guild had sought"]),
    ("The plan hires 38 cooks and closes two baths.", ["cooks: plan hires", "baths: plan closes"]),
    ("Anna Quint spoke in Oslo. She will cancel 31 orders.", ["orders: Anna Quint will cancel"]),
    ("About 90 nurses walked out on Monday.", ["nurses walked out on Monday"]),
    ("Nearly half of the bakers want a pause.", ["of the bakers want a pause"]),
    # rises and falls, with where they began
    ("The toll rose to $3 from $2.", ["toll rose to", "toll rose from"]),
    ("Rents in Ostmar fell by 4 percent.", ["Rents in Ostmar fell by"]),
    ("Sales of salt are down 12 percent.", ["Sales of salt are down"]),
    # amounts, and what they are for
    (
        "Vellin has offered $8 million for the yard.",
        ["Vellin has offered … for the yard"],
    ),
    ("The owner of a barn worth $9,000 sued.", ["barn worth"]),
    ("For 19 years Ines Roe built gauges.", ["Ines Roe built gauges"]),
    ("The ferry costs $9, up from $7.", ["ferry costs", "ferry up from"]),
    ("Ten years ago it burnt.", [None]),
    # parts, and what is set off by marks
    ("A survey of 90 cooks was taken.", ["survey of cooks"]),
    (
        "Two thirds of the money, $9 million, goes to parks.",
        ["of the money goes to parks", "Two thirds of the money goes to parks"],
    ),
    ("They fly to Ostmar (75 seats) and home.", ["seats: Ostmar"]),
    (
        "The yard, opened in May by 14 crofters, said it had sold 30 boats.",
        ["crofters: yard opened in May by", "boats: yard had sold"],
    ),
    ("The firm fined the owner $90 on Monday.", ["firm fined the owner"]),
    # in other languages
    ("市の赤字は3億円に上り、運賃も15%引き上げる。", ["市の赤字：に上り", "運賃：引き上げる"]),
    ("Der Umsatz der Werft sank um 4 Prozent.", ["Umsatz der Werft sank um"]),
    ("Le passeur, Anselme Daguerre, 58 ans, a souri.", ["âge : Anselme Daguerre"]),
]

NO_CAPTION = [
    "They lost 40 percent.",  # who
    "He has 739 to her 465.",  # a pair
    "Mount Vale won 2-1.",  # a score
    "Thousands of them fled.",  # of whom
    "The deal between the two men failed.",  # known from before
    "The crew, the cooks and the guards took 61 percent.",  # of what
]


def figures(text):
    return summarize(text, settings=Settings(model="none", facets=("figures",))).figures


@pytest.mark.parametrize(("text", "captions"), CAPTIONS)
def test_a_caption_is_copied_from_the_words_around_a_figure(text, captions):
    assert [figure.measures for figure in figures(text)] == captions


@pytest.mark.parametrize("text", NO_CAPTION)
def test_what_is_not_certain_has_its_clause_alone(text):
    for figure in figures(text):
        assert (figure.measures, figure.decided_by) == (None, "none")
        assert figure.context


def test_a_caption_says_which_rule_found_it_and_what_it_copies():
    [figure] = figures("Anna Quint spoke in Oslo. She will cancel 31 orders.")

    assert (figure.decided_by, figure.rule, figure.certainty) == ("rule", "counted", "inferred")
    copies = [span.text for span in figure.measures_evidence]
    assert copies == ["orders", "Anna Quint", "will cancel"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"measures": "orders: Anna Quint will keep"}, "is not made of the words that it copies"),
        (
            {"measures_evidence": [{"start": 0, "end": 4, "text": "Hana"}]},
            "has 'Anna', not 'Hana'",
        ),
    ],
)
def test_a_caption_is_verified_against_what_it_copies(changes, problem):
    settings = Settings(model="none", facets=("figures",))
    summary = summarize("Anna Quint spoke in Oslo. She will cancel 31 orders.", settings=settings)
    data = summary.model_dump(mode="json")
    assert not faults(data)

    data["figures"][0] |= changes
    assert any(problem in fault.problem for fault in faults(data))


def seconds(count):
    text = "The mill, which lost 40 hands, employed 5 cooks and " * count
    at = time.process_time()
    summarize(text, settings=Settings(model="none", facets=("figures",)))
    return time.process_time() - at


def test_captions_take_time_linear_in_the_length_of_a_sentence():
    seconds(10)
    assert seconds(400) < 40 * max(seconds(40), 0.05)
