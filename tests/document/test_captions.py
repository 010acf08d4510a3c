"""The captions that code finds for figures, as a summary gives them."""

import time

import pytest

from summarizer import Settings, summarize
from summarizer.facets import FIGURES
from summarizer.verify import faults

CAPTIONS = [
    # ages
    ("Walt Ferreira, 77, mended nets.", ["age of Walt Ferreira"]),
    ("Walt Ferreira, who is 77, mended nets.", ["age of Walt Ferreira"]),
    ("A 15-year-old girl was hurt.", ["age of girl"]),
    # the clause, whole or up to the figure
    ("The old mill employed 40 weavers.", ["The old mill employed … weavers"]),
    ("Nordal has sent about 300 troops since May.", ["Nordal has sent about … troops since May"]),
    ("About 90 nurses walked out on Monday.", ["About … nurses walked out on Monday"]),
    ("Nearly half of the bakers want a pause.", ["Nearly … of the bakers want a pause"]),
    ("Dozens in the hall held signs.", ["in the hall held signs"]),
    ("Rents in Ostmar fell by 4 percent.", ["Rents in Ostmar fell by"]),
    (
        "Bakers preferred rye 46 percent to 32 percent.",
        ["Bakers preferred rye … to 32 percent", "Bakers preferred rye 46 percent to"],
    ),
    ("The toll rose to $3 from $2.", ["The toll rose to"]),
    ("The deal between the two men failed.", ["The deal between the … men failed"]),
    ("We lose 40 ewes a year to dogs.", ["We lose … ewes a year to dogs"]),
    ("There were 40 ewes in the barn.", ["There were … ewes in the barn"]),
    # from where it begins to where it ends
    ("The firm said last week that 40 of the cooks had left.", ["of the cooks had left"]),
    (
        "The plan hires 38 cooks and closes two baths.",
        ["The plan hires … cooks and closes two baths", "plan closes … baths"],
    ),
    (
        "The firm won, meaning Nordal gets 58 posts, which pleased it.",
        ["meaning Nordal gets … posts"],
    ),
    (
        "The old cooks spent long dull days in the kitchen of the big inn before they had 40 pans.",
        ["before they had … pans"],
    ),
    (
        "The guild denied that the firm sold 40 boats to the mill in the old town of Ostmar.",
        ["The guild denied that the firm sold … boats to the mill in the old town of Ostmar"],
    ),
    # whose it is, though something is between
    ("The guild, which had sought 50 posts, praised it.", ["The guild, which had sought … posts"]),
    (
        "Ida Moor said men from Keld and rival Vellin fought on the quay, leaving 40 dead.",
        ["leaving … dead"],
    ),
    ("They shut the pool, used by 40 pupils.", ["the pool, used by … pupils"]),
    ("The guards, whose pay rose by $9, left.", ["The guards, whose pay rose by"]),
    ("Anna Quint spoke in Oslo. She will cancel 31 orders.", ["Anna Quint will cancel … orders"]),
    (
        "Ferry group Nordal said on Monday it had agreed to hire the crews of Vellin for 40 boats.",
        ["Ferry group Nordal had agreed to hire the crews of Vellin for … boats"],
    ),
    (
        "The plan, backed by Senator Ada Finch, a lawyer, cleared its first test by nine votes.",
        ["plan cleared its first test by … votes"],
    ),
    ("The choir, led by Jo Roe, a baker, sold 40 tickets.", ["choir sold … tickets"]),
    ("Shops in Ostmar, a small town, lost 40 jobs.", ["Shops in Ostmar lost … jobs"]),
    ("Bakers in Vellin, Ostland, made 300 loaves.", ["Bakers in Vellin made … loaves"]),
    (
        "Output at mills that produce wool fell 9 percent.",
        ["Output at mills that produce wool fell"],
    ),
    # over a comma, where no verb is before it
    ("For 19 years, Ines Roe built gauges.", ["For … Ines Roe built gauges"]),
    ("The ferry costs $9, up from $7.", ["The ferry costs", "The ferry costs $9, up from"]),
    (
        "Two thirds of the money, $9 million, goes to parks.",
        ["of the money, $9 million, goes to parks", "Two thirds of the money, … goes to parks"],
    ),
    (
        "It was the first win over a grand side in 37 years.",
        ["the first win over a grand side in"],
    ),
    # whom a pronoun means that opens a sentence
    ("Bo Lind left. He was one of 12 cooks to do so.", ["Bo Lind was one of … cooks to do so"]),
    ("Anna Quint spoke in Oslo. She lost by 13 points.", ["Anna Quint lost by"]),
    (
        "The Arven Guild, representing 900 guards, sues.",
        ["Arven Guild representing … guards"],
    ),
    ("Use of the ferry averages 72,000 on weekdays.", ["Use of the ferry averages … on weekdays"]),
    (
        "Of the 80 guests who wrote, 9 percent were cross.",
        [
            "Of the … guests who wrote, 9 percent were cross",
            "Of the 80 guests who wrote, … were cross",
        ],
    ),
    (
        "Of the boats in it, only nine were sold.",
        ["Of the boats in it, only … were sold"],
    ),
    ("It owns a mill in Keld, where 40 cooks live.", ["Keld, where … cooks live"]),
    ("They met in the mill where 40 cooks live.", ["the mill where … cooks live"]),
    # without a verb
    ("Five long roads to walk in spring", ["long roads to walk in spring"]),
    ("Then Ida Moor at 9 percent.", ["Then Ida Moor at"]),
    ("They met the 80th anniversary of the end of the war.", ["anniversary of the end of the war"]),
    # bounds, conditions and negations are kept
    ("Fewer than 2% led to a charge.", ["Fewer than … led to a charge"]),
    ("More than 40 nurses walked out.", ["More than … nurses walked out"]),
    ("The clerk found that only 40 cooks had left.", ["only … cooks had left"]),
    ("At least 40 guards were hurt.", ["At least … guards were hurt"]),
    ("The 40 nurses left.", ["nurses left"]),
    ("A further 40 nurses walked out.", ["A further … nurses walked out"]),
    ("The mill employs at least 40 weavers.", ["The mill employs at least … weavers"]),
    ("The firm did not sell 40 boats.", ["The firm did not sell … boats"]),
    ("If the town sells 40 boats, it wins.", ["If the town sells … boats"]),
    ("If the dam breaks, 40 boats sink.", ["If the dam breaks, … boats sink"]),
    ("Nordal pays $9, unless Vellin sues.", ["Nordal pays … unless Vellin sues"]),
    ("The mill lost, and not 40 weavers were told.", ["not … weavers were told"]),
    ("There is no proof that 40 boats sank.", ["There is no proof that … boats sank"]),
    # what is hoped, expected or claimed is no fact
    ("Owners hope that 40 guests will come.", ["Owners hope that … guests will come"]),
    (
        "The mayor promised that 40 flats would be built.",
        ["The mayor promised that … flats would be built"],
    ),
    (
        "The clerk claimed that 90 percent of the roof was done.",
        ["The clerk claimed that … of the roof was done"],
    ),
    ("There are fears that 40 shops will close.", ["There are fears that … shops will close"]),
    (
        "The guild estimates that the strike cost shops $9.",
        ["The guild estimates that the strike cost shops"],
    ),
    ("The report shows that 40 boats sank.", ["boats sank"]),
    # in other languages
    ("市の赤字は3億円に上り、運賃も15%引き上げる。", ["市の赤字：に上り", "運賃：引き上げる"]),
    ("Der Umsatz der Werft sank um 4 Prozent.", ["Der Umsatz der Werft sank um"]),
    ("Le passeur, Anselme Daguerre, 58 ans, a souri.", ["âge : Anselme Daguerre"]),
]

NO_CAPTION = [
    "Ten years ago it burnt.",  # what did
    "They lost 40 percent.",  # who
    "The crew, the cooks and the guards took 61 percent.",  # of what
    "Analysts had expected $30 million.",
    "He has 739 to her 465.",  # a pair
    "Mount Vale won 2-1.",  # a score
    "The poll found by 43%-41% for Roe.",
    "It's a four-way race for the city.",
    "Thousands of them fled.",  # of whom
    "The two were seen in May.",
    "A grandfather of 12, he works nights.",  # children
    "42% of its members favour rye and 38% do not.",
    "Ida Moor knew that his mill had spent 8% of the fund.",
    "Neighbours credit him with saving dozens of lives.",
    "I sent them 16 letters.",
    "The league, which fined them $9 for it, is new.",
    "It now goes to a panel of 25 members, which is expected to sit for 11 weeks.",
    "It now hopes that 40 guests will come.",  # who
    # which of two people
    "Hugo Rask waited. The woman behind him in line was cross. She makes $21 an hour, she said.",
    "Ada Finch waited. The nurse beside her, a smoker, was cross. She earns $21 an hour.",
    "Ada Finch led a party. One of them, a clerk, said she had been called four times.",
    "Ada Finch ran the mill. Its clerk, a widow, said she had sold 40 letters.",
    "Tom Beck ran the mill. A driver said on Monday that he had worked 60 hours.",
    # an age of then
    "Ada Finch, who has had a boat since she was six, left.",
    "Real Vellin have been watching Tom Okono since he was 19.",
    "Ada Finch left home when she was 17.",
    "Until he was 30, Bo Lind sold fish.",
    "That's a third of the budget.",  # what is
    "That result includes 64 percent of voters.",
    "It made 8 tonnes per field, which was 2 tonnes more.",
    "The fire began when the mayor left and peaked at 10 percent.",  # which of the two
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

    assert (figure.decided_by, figure.rule, figure.certainty) == ("rule", "clause", "inferred")
    copies = [span.text for span in figure.measures_evidence]
    assert copies == ["Anna Quint", "will cancel", "orders"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"measures": "Anna Quint will keep … orders"}, "is not made of the words that it copies"),
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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Rents fell by 4 percent.",
            ["Rents fell by 4 percent"],
        ),
        ("Jo Roe, 62, left.", ["age of Jo Roe"]),
        ("Jo Roe spoke. She will cancel 31 orders.", ["Jo Roe will cancel … orders"]),
        (
            "Jo Roe, 62, went to the harbour of Ostmar.",
            ["age of Jo Roe", "Jo Roe, 62, went to the harbour of Ostmar"],
        ),
    ],
)
def test_a_clause_is_shown_beside_a_caption_where_it_says_more(text, lines):
    summary = summarize(text, settings=Settings(model="none", facets=("figures",)))

    shown = ["".join(text for text, *_ in line.pieces) for line in FIGURES.lines(summary)]
    assert shown == lines
    table = "".join(FIGURES.markdown(summary, str))
    assert all(line in table.replace("**", "") for line in lines[1:])


def seconds(count):
    text = "The mill, which lost 40 hands, employed 5 cooks and " * count
    at = time.process_time()
    summarize(text, settings=Settings(model="none", facets=("figures",)))
    return time.process_time() - at


def test_captions_take_time_linear_in_the_length_of_a_sentence():
    seconds(10)
    assert seconds(400) < 40 * max(seconds(40), 0.05)


@pytest.mark.parametrize(
    "text",
    [
        "It is a myth that the mayor hired 300 cooks.",
        "Bo Orr lied that the mayor hired 300 cooks.",
        "The paper wrongly reported that the mayor hired 300 cooks.",
    ],
)
def test_a_caption_keeps_that_something_is_not_so(text):
    (figure,) = figures(text)
    assert (
        figure.measures is None
        or text.removesuffix(" cooks.")[:12] in figure.measures
        or ("myth" in figure.measures)
    )
