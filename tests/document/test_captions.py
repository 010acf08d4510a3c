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
    ("The toll rose to $3 from $2.", ["toll rose to"]),
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
    # whose it is, over a name in an aside
    (
        "The plan, backed by Senator Ada Finch, a lawyer, cleared its first test by nine votes.",
        ["votes: plan cleared its first test by"],
    ),
    ("The choir, led by Jo Roe, a baker, sold 40 tickets.", ["tickets: choir sold"]),
    ("Shops in Ostmar, a small town, lost 40 jobs.", ["jobs: Shops in Ostmar lost"]),
    ("Bakers in Vellin, Ostland, made 300 loaves.", ["loaves: Bakers in Vellin made"]),
    ("The ferry, a rusty one, called at 7 ports.", ["ports: ferry called at"]),
    ("Output at mills that produce wool fell 9 percent.", ["Output at mills fell"]),
    ("Vellin cut the pay of cooks in a hall, which has 90 seats.", ["seats: hall has"]),
    ("It made 8 tonnes per field, which was 2 tonnes more.", [None, None]),
    # what changed, a noun of its own before the verb's subject
    (
        "Nordal set a limit of 400 tonnes, down from 620.",
        ["limit: Nordal set", "limit down from"],
    ),
    ("The town paid $9 million, down from $12 million.", ["town paid", None]),
    ("The toll will cost $9, down from $12.", ["toll will cost", "toll down from"]),
    # bounds and negations are kept
    ("The mill employs at least 40 weavers.", ["weavers: mill employs at least"]),
    ("The state will pay up to $900.", ["state will pay up to"]),
    ("The firm did not sell 40 boats.", ["boats: firm did not sell"]),
    # of two verbs, the nearer one
    (
        "The dyer was fined $9,000 for dumping waste in the river on 12 days.",
        ["dyer was fined … for dumping waste", None],
    ),
    (
        "Roe promised to keep tolls below $7 for two years.",
        ["Roe promised to keep tolls below", None],
    ),
    (
        "The Press reports more than half of the mayor's meetings were with donors.",
        ["of the mayor's meetings were with donors"],
    ),
    ("The firm won, meaning Nordal gets 58 posts.", ["posts: Nordal gets"]),
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
    "Ida Moor, a mother of four, works nights.",  # children
    "A grandfather of 12, he works nights.",
    "The mill lost, and not 40 weavers were told.",  # negated
    "The harbour sailed 19 hours without a rest.",
    "That's a third of the budget.",  # what is
    "That result includes 64 percent of voters.",
    "It's a four-way race for the city.",
    "The guild rejected a plan by the town in the east to close 12 shops.",  # of the noun
    "The fire began when a lorry hit the gate and killed 3 horses.",  # which of the two
    "The rate fell when Ida Moor took office and peaked at 10 percent.",
    "Analysts had expected $30 million.",  # of what
    "Ben Oda is 71 votes short of a majority.",  # not his
    "The poll found by 43%-41% for Roe.",  # a pair
    "The mayor met the 42nd president.",  # a name
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
