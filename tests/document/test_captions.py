"""The captions that code finds for figures, as a summary gives them."""

import time

import pytest

from summarizer import Settings, summarize
from summarizer.facets import FIGURES
from summarizer.verify import faults

CAPTIONS = [
    # ages
    ("Walt Ferreira, 77, mended nets.", ["age of Walt Ferreira"]),
    ("Walt Ferreira, now 77, mended nets.", ["age of Walt Ferreira"]),
    ("Walt Ferreira, who is 77, mended nets.", ["Walt Ferreira, who is …, mended nets"]),
    ("A 15-year-old girl was hurt.", ["A … girl was hurt"]),  # whose age says nothing
    # an age of then is none of now
    ("Ada Finch left home when she was 17.", ["Ada Finch left home when she was …"]),
    ("Until he was 30, Bo Lind sold fish.", ["Until he was …, Bo Lind sold fish"]),
    # a short sentence, whole, with a gap for the figure
    ("Nordal has sent about 300 troops since May.", ["Nordal has sent about … troops since May"]),
    ("Fewer than 2% led to a charge.", ["Fewer than … led to a charge"]),
    ("Nordal pays $9, unless Vellin sues.", ["Nordal pays …, unless Vellin sues"]),
    (
        "The ferry costs $9, up from $7.",
        ["The ferry costs …, up from $7", "The ferry costs $9, up from …"],
    ),
    (
        "The poll found by 43%-41% for Roe.",
        ["The poll found by …-41% for Roe", "The poll found by 43%-… for Roe"],
    ),
    ("Five long roads to walk in spring", ["… long roads to walk in spring"]),
    # a long one, without asides and what is behind
    (
        (
            "The plan, which has been discussed in Ostmar since the spring of last year, cleared "
            "its first test in the upper house of parliament by nine votes."
        ),
        ["The plan cleared its first test in the upper house of parliament by … votes"],
    ),
    (
        (
            "The choir of Ostmar, led by Jo Roe, a baker, which has sung at every wedding in the "
            "town for years, sold 40 tickets for its concert."
        ),
        ["The choir of Ostmar, led by Jo Roe, a baker, sold … tickets for its concert"],
    ),
    (
        (
            "Shops in the old town of Ostmar lost 40 jobs last year, the chamber of trade said in "
            "a long report on Monday, while those in Vellin took on more cooks."
        ),
        [
            (  # who says it stays
                "Shops in the old town of Ostmar lost … jobs last year, the chamber of trade said "
                "in a long report on Monday"
            )
        ],
    ),
    (
        (
            "The mayor praised the bakers who had worked all night; at the mill of Keld on the "
            "other side of the river, 40 weavers lost their jobs on Monday."
        ),
        ["at the mill of Keld on the other side of the river, … weavers lost their jobs on Monday"],
    ),
    # a list is not cut where its noun is behind it
    (
        (
            "After a long and cold spring in the hills above the old town the three farms lost 40, "
            "30 and 20 lambs, which the guild had said would live."
        ),
        [
            (
                "After a long and cold spring in the hills above the old town the … farms lost 40, "
                "30 and 20 lambs"
            ),
            *(
                "After a long and cold spring in the hills above the old town the three farms "
                f"lost {listed}"
                for listed in (
                    "…, 30 and 20 lambs, which the guild had said would live",
                    "40, … and 20 lambs",
                    "40, 30 and … lambs",
                )
            ),
        ],
    ),
    # who said it is not cut off
    (
        (
            "In a letter to the bakers of Ostmar that was read out in the hall on Monday after a "
            "long debate about the price of flour and bread the guild wrote that the firm had sold "
            "40 boats."
        ),
        [
            (
                "In a letter to the bakers of Ostmar that was read out in the hall on Monday after "
                "a long debate about the price of flour and bread the guild wrote that the firm "
                "had sold … boats"
            )
        ],
    ),
    (
        (
            "The choir of Ostmar, which has sung at every wedding in the town for years, stole 40 "
            "crowns from the guild of the old bakers, according to a complaint, while it slept."
        ),
        [
            (
                "The choir of Ostmar stole … from the guild of the old bakers, according to a "
                "complaint, while it slept"
            )
        ],
    ),
    (
        (
            "A grey sponge in the deep sea off the old towns of the coast can live without air for "
            "up to 40 days, cooks reported in a long paper on Thursday, which few had read."
        ),
        [
            (
                "A grey sponge in the deep sea off the old towns of the coast can live without air "
                "for up to …, cooks reported in a long paper"
            )
        ],
    ),
    (  # who is 70?
        (
            "Among those who had come to the hall was also Ines Quell, a baker who is 70 and has "
            "sat on every board of the town since the war, and who said so."
        ),
        [
            (
                "Among those who had come to the hall was also Ines Quell, a baker who is … and "
                "has sat on every board of the town"
            )
        ],
    ),
    # whom a pronoun means that begins it
    ("Anna Quint spoke in Oslo. She will cancel 31 orders.", ["Anna Quint will cancel … orders"]),
    ("Paul Lind left. He was one of 12 cooks.", ["Paul Lind was one of … cooks"]),
    (  # a place is no "she"
        "In Upper Keld the teacher has begun to draw. She has 200 pictures of them.",
        ["She has … pictures of them"],
    ),
    (  # nor is what is only called a neighbour
        "The Salt Cellar, a neighbour of the mill, opened in May. She sold 40 pans.",
        ["She sold … pans"],
    ),
    (  # nor a heading with the word behind it
        "MANY DOUBTS Plenty, a worry of cooks, grew in May. She sold 40 pans.",
        ["She sold … pans"],
    ),
    # the name for a description
    (
        "Airline Nordal is old. Its cooks are cross. The airline lost 40 boats.",
        ["Nordal lost … boats"],
    ),
    (
        "Nordal Foods cuts jobs\n\nNordal Foods is ill.\n\nThe Oslo-based airline lost $4.",
        ["Nordal Foods lost …"],
    ),
    (  # not where "of" shows that it is another, or the name itself
        (
            "Bank of Ostmar cuts rates\n\nThe bank spoke. The Bank of Ostmar lent $4. The bank "
            "lent $3. The bank of Keld lent $2."
        ),
        ["The Bank of Ostmar lent …", "Bank of Ostmar lent …", "The bank of Keld lent …"],
    ),
    (  # whose revenue it is
        "Nordal Foods cuts jobs\n\nNordal Foods is ill.\n\nThe net revenue fell by $4 in May.",
        ["Nordal Foods: The net revenue fell by … in May"],
    ),
    (
        "Nordal Foods cuts jobs\n\nNordal Foods is ill.\n\nRevenue of Keld Rail fell by $4.",
        ["Revenue of Keld Rail fell by …"],
    ),
    # a quotation, with its speaker
    (
        "“We have lost 40 boats in a year,” said Anna Quint of the guild.",
        ["Anna Quint: We have lost … boats in a year"],
    ),
    (
        "“The mill has lost 40 looms in a year,” said Anna Quint.",
        ["Anna Quint: The mill has lost … looms in a year"],
    ),
    (
        "“This cannot go on like that for ever,” Anna Quint told 40 cooks in the hall.",
        ["Anna Quint told … cooks in the hall"],
    ),
    (
        "Anna Quint said that the guild had had “40 days of warnings”.",
        ["Anna Quint said that the guild had had “… of warnings”"],
    ),
    # without the dateline
    ("OSTMAR, May 3 (Wire) - About 90 nurses walked out.", ["About … nurses walked out"]),
    # in other languages
    ("市の赤字は3億円に上り、運賃も15%引き上げる。", ["市の赤字：に上り", "運賃：引き上げる"]),
    ("Der Umsatz der Werft sank um 4 Prozent.", ["Der Umsatz der Werft sank um …"]),
    ("Le passeur, Anselme Daguerre, 58 ans, a souri.", ["âge : Anselme Daguerre"]),
]

POINTING_BACK = [
    "They lost 40 percent.",
    "It now hopes that 40 guests will come.",
    "The two were seen in May.",
    "Its clerk, a widow, said she had sold 40 letters.",
    "That's a third of the budget.",
    "That result includes 64 percent of voters.",
    "The firm lost 40 boats.",
    "Another 40 boats sank.",
    "Both lost 40 boats.",
    "One of them, a clerk, said she had been called four times.",
    "But even if the firm lost 40 boats, few would see it.",
    "At 70.",
    # votes and shares with no word of whose they are, or on what
    "A survey of adults found 57% in support and few unsure.",
    "A Nordal survey found much support, with 18% opposed.",
    "In a survey of cooks, 87 percent backed the plan.",
    "By the guild's count, 35 were against.",
    "So far, 18 have done so.",
    "So do 14 councils along the river.",
    "In the town's 40 homes the matter divides families.",
    # a capital of the sentence is no name that a pronoun may mean
    "Care would cost her 40 crowns, since care costs 40 crowns.",
    "For 96 years it hung by a door.",
    "But less than 12 years ago, it gave the guild a list of cooks.",
    "Although she was the best cook of the town, the guild let her share 40 crowns.",
    "Bo Lind stood by her, and found 40 million crowns.",
    "Bo Lind is opposed by the board of cooks, which voted 6 to 2 to keep it.",
    "The guild's books show that cooks found 40 faults during that visit.",
    "A rise of 4 points would do much of the rest.",
    # how many voted for each
    "Bo Lind received 38 percent, while Hana Roe held 33 percent.",
]

UNDERSTOOD = [
    "Cooks of Nordal favour Bo Lind by 46 percent to 32 percent.",
    "Support for Bo Lind rose to 46 percent of cooks.",
    "Rents rose in the three months to May.",
    "Turnout was 29 percent, said Bo Lind.",
    "Rents rose 4 percent, said Bo Lind.",
    "Hana Roe, a cook with 3 boys, asked who was to watch them.",
    "The council of Keld, which has 40 seats, is in the town's old hall.",
    "Owners hope that 40 guests will come.",
    "The guild of Ostmar lost 40 boats.",
    "The Arven Guild said it had lost 40 boats.",
    "Cooks said they had lost 40 pans.",
    "Those who came saw 40 boats.",
    "Rents rose by 4 percent this year.",
]

KEPT = [
    "It is false, Ada Finch said in a long talk with the paper, that the mayor hired 300 cooks",
    "Owners allege that in the year of the flood, while he was ill, the mayor hired 300 cooks",
    "It is a myth that the mayor of Keld hired 300 cooks",
    "The guild in the old town denied on Monday that the mayor of Keld hired 300 cooks",
    "There is no proof that the mayor of Keld hired 300 cooks",
    "Owners hope that the mayor of Keld hired 300 cooks",
    "If the dam in the hills breaks, the mayor of Keld hired 300 cooks",
    "The guild claimed that the mayor of Keld hired 300 cooks",
]


def figures(text):
    return summarize(text, settings=Settings(model="none", facets=("figures",))).figures


@pytest.mark.parametrize(("text", "captions"), CAPTIONS)
def test_a_caption_is_copied_from_the_words_around_a_figure(text, captions):
    assert [figure.measures for figure in figures(text)] == captions


@pytest.mark.parametrize("text", POINTING_BACK)
def test_what_points_back_is_shown_with_the_sentence_before(text):
    *_, figure = figures(f"Ada Finch led a party in Ostmar. {text}")

    assert figure.sentence_before.text == "Ada Finch led a party in Ostmar."


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_what_is_understood_is_shown_alone(text):
    *_, figure = figures(f"Ada Finch led a party in Ostmar. {text}")

    assert figure.measures
    assert figure.sentence_before is None


@pytest.mark.parametrize("said", KEPT)
def test_a_caption_keeps_that_something_may_not_be_so(said):
    """However long the sentence is, and however much of it is cut."""
    for tail in ("", ", and left", f", which {'sails in spring and ' * 3}sings"):
        *_, figure = figures(f"{said} for its new hall by the river{tail}.")
        opening = " ".join(said.split()[:3])
        assert figure.measures is None or figure.measures.startswith(opening)


def test_a_name_that_is_not_certain_is_not_put_for_a_pronoun():
    for text in (
        "Hugo Rask waited. The woman behind him was cross. She makes $21 an hour, she said.",
        "Ada Finch waited. The nurse beside her, a smoker, was cross. She earns $21 an hour.",
    ):
        [figure] = figures(text)
        assert figure.measures.startswith("She ")
        assert "was cross" in figure.sentence_before.text


@pytest.mark.parametrize(
    "label",
    [
        "FULL TEXT.",
        "By Hana Roe",
        "News of the coast",
        "IN THE TOWNS.",
        "Then, boats.",
        "— The Ostmar Post.",
    ],
)
def test_a_label_is_not_shown_as_the_sentence_before(label):
    *_, figure = figures(f"Ada Finch led a party in Ostmar.\n\n{label}\n\nThey lost 40 boats.")

    assert figure.sentence_before is None


def test_a_caption_that_names_no_one_is_shown_with_the_headline():
    *_, bare, named, far = figures(
        "Keld museum to give the lions back\n\nThe museum of Keld said so. Some 40 people came. "
        "Anna Quint sold 9 boats. Cooks sang. The lions weigh 2 tonnes."
    )

    assert bare.sentence_before.text == far.sentence_before.text
    assert far.sentence_before.text == "Keld museum to give the lions back"
    assert named.sentence_before is None


def test_the_sentence_before_is_shown_where_that_alone_has_the_noun():
    before = "Cooks asked Keld to rein in the fish brokers."
    *_, figure = figures(f"Keld museum shuts\n\n{before} A guild for the brokers sold 40 boats.")

    assert figure.sentence_before.text == before


def test_a_sentence_with_another_figure_is_not_shown_before_one_that_counts_nothing():
    before = "Firms that break the law could be fined 5% of their sales."
    *_, bare = figures(f"{before} Her first draft had set the limit at 12.")
    *_, counted = figures(f"{before} Her first draft had set the limit at 12 years.")

    *_, taken = figures("The ferry carried 340 cars. It took 40.")
    *_, young, _ = figures("A survey found 5% in support. Among those under 30, it was 48%.")

    assert bare.sentence_before is None
    assert taken.sentence_before.text == "The ferry carried 340 cars."
    assert young.sentence_before.text == "A survey found 5% in support."
    assert counted.sentence_before.text == before


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        (  # nothing is down without what it is said of
            (
                "The Arven Guild, which counted just four pairs of grebes on the old lake this "
                "spring, down from 33 in 1994, praised both the firm and the park for their work."
            ),
            "down from …",
        ),
        (  # a gain is not the loss that "or" says in other words
            (
                "For the nine months of the year, the old firm of Ostmar had a loss of $4 for each "
                "boat, compared with a gain of $9 for each in the year before, or $3 a share."
            ),
            "compared with a gain of $9 for each in the year before, or …",
        ),
        (  # nor a part without what it is a part of
            (
                "Of the 882 cooks who were asked by the guild in a long survey in the old towns of "
                "the coast, 439 said that they would leave in May for the mills of the north."
            ),
            "Of the 882 cooks",
        ),
        (  # where a number is from
            (
                "Container traffic at the old port of Keld fell to 9 million tons in the first "
                "nine months of the year, for the first time since the war, according to the guild."
            ),
            "according to the guild",
        ),
        (
            (
                "A researcher of the guild who has followed the schools of the old towns for years "
                "said that the results were small but mostly bad: the drop was worth 9 weeks."
            ),
            "A researcher of the guild",
        ),
        (  # nor what is counted
            (
                "Counting the cooks of the old towns of the coast who have not yet said so to the "
                "guild or to the paper, Ada Finch has a lead of more than 71 over her only rival."
            ),
            "Counting the cooks",
        ),
        (  # a list is not begun in its middle
            (
                "Ada Finch has made deals over the last few months with other old mining firms on "
                "the coast, gaining many old pits, tons of coal reserves and 40 acres of mines."
            ),
            "Ada Finch has made deals",
        ),
        (  # a clause with "when" is none without the other
            (
                "Back when it signed the treaty on trade with the towns of the coast 20 years ago, "
                "Nordal pledged to open the border to the boats and trucks of its neighbours."
            ),
            "Nordal pledged",
        ),
        (  # what it is spent on
            (
                "Peat that holds water, explained Indigo Farr of the park, could cut the 37 "
                "million crowns it spends each year on taking brown mud out of water."
            ),
            "on taking brown mud",
        ),
        (  # "as one who writes" is none either
            (
                "But as a cook of the old school who has read about the trade on the coast for 25 "
                "years, Hana Roe was wary of the new books that the guild sold in its halls."
            ),
            "Hana Roe was wary",
        ),
        (  # a bracket is closed
            (
                "He led the guild through 8 years of war and to peace (with the help of Nordal) "
                "against the largest of the fleets that had ever been seen on the old coast."
            ),
            "(with the help of Nordal)",
        ),
        (  # a list of names is whole
            (
                "With the old mayor of Ostmar said to think of running on his own, a survey of the "
                "town's paper found that Ada Finch would win a race of 3 among Lind, Roe and Finch."
            ),
            "among Lind, Roe and Finch",
        ),
        (
            (
                "These threats, along with loud words from the old fleet, led the league at its "
                "meeting in the hall of Ostmar to order the sending of three small crews to Keld, "
                "Vellin, Arven, and Lenn, including cooks from the south."
            ),
            "crews to Keld, Vellin, Arven, and Lenn",
        ),
        (
            (
                "The guild of the old port, which has been at odds with the mayor for years, said "
                "on Monday that it would buy 12 boats, nets, pans and oars for the cooks."
            ),
            "… boats, nets, pans and oars",
        ),
        (  # what follows a bracket, and a quotation within a sentence
            (
                "Nordal set aside 40 million crowns ($9 million) for the new ferries and cut its "
                "forecast for the old margin of this year to 5%, from what it had been in May."
            ),
            "Nordal set aside 40 million crowns ($9 million) for the new ferries",
        ),
        (
            (
                "The envoy Ines Quell said that after a long night in Ostmar the two sides in the "
                'war had settled "about 40 percent" of a long text but were far apart on the rest.'
            ),
            'settled "about …" of a long text',
        ),
    ],
)
def test_what_is_cut_leaves_a_sentence(text, caption):
    said = [figure.measures for figure in figures(text)]

    assert caption in said[-1]
    assert said[-1].partition(" down")[0] != "The Arven Guild"


@pytest.mark.parametrize(
    ("text", "captions", "before"),
    [
        (  # a place, and a firm that the headline does not name
            (
                "Ostmar plant to shut\n\nNordal Foods will shut its plant in Ostmar. Ostmar wept. "
                "The company has 900 staff. Sales fell 4%."
            ),
            ["The company has … staff", "Sales fell …"],
            [None, "Ostmar plant to shut"],
        ),
        (
            "Ostmar port busy\n\nNordport moves boxes in Ostmar. The company moves 900 boxes.",
            ["The company moves … boxes"],
            ["Nordport moves boxes in Ostmar."],
        ),
        (
            "Texas busy\n\nTexas is hot. Texas sued. The company lost $4. Sales fell 4%.",
            ["The company lost …", "Sales fell …"],
            [None, "Texas busy"],
        ),
        (  # what is no firm
            "Harwood Council fined\n\nHarwood Council was fined. The company must pay $3.",
            ["The company must pay …"],
            ["Harwood Council was fined."],
        ),
        (  # two in the headline
            (
                "Nordal Foods and Vellin Rail talk\n\nNordal Foods met Vellin Rail. Vellin Rail "
                "said it would grow. The company sold 30 cars."
            ),
            ["The company sold … cars"],
            ["Vellin Rail said it would grow."],
        ),
        (  # a rival that is named once, and an earlier "the company" that was another
            (
                "Nordal Foods cuts jobs\n\nNordal Foods is ill. The company is old. Tarro grew. "
                "The company sold 30 cars. Revenue rose 4%."
            ),
            ["The company sold … cars", "Revenue rose …"],
            [None, "Nordal Foods cuts jobs"],
        ),
        (
            "Nordal Foods in talks\n\nTarro met Nordal Foods on Monday. The company sold 30 cars.",
            ["The company sold … cars"],
            ["Tarro met Nordal Foods on Monday."],
        ),
        (
            "Nordal Foods fined\n\nNordal Foods was fined. Tarro was not. Shares fell 4%.",
            ["Shares fell …"],
            ["Nordal Foods fined"],
        ),
        (  # whose role "the company" is
            "Ferry company Nordal met airline Vellin. The company lost 40 boats.",
            ["The company lost … boats"],
            ["Ferry company Nordal met airline Vellin."],
        ),
        (
            "Nordal Foods said Vellin Bank is ill. It has 900 staff.",
            ["It has … staff"],
            ["Nordal Foods said Vellin Bank is ill."],
        ),
        (  # a day and a dateline are none
            (
                "Nordal Foods fined\n\nOSTMAR, May 3 (Wire) - Nordal Foods was fined on Monday. "
                "The company lost $4."
            ),
            ["Nordal Foods lost …"],
            [None],
        ),
        (  # and what has the noun in its name is meant
            "Keld lent Dover Bank $5. The bank spent $3.",
            ["Keld lent Dover Bank …", "Dover Bank spent …"],
            [None, None],
        ),
    ],
)
def test_no_name_stands_for_a_company_where_it_may_be_another(text, captions, before):
    found = figures(text)

    assert [figure.measures for figure in found] == captions
    said = [figure.sentence_before and figure.sentence_before.text for figure in found]
    assert said == before


@pytest.mark.parametrize(
    "text",
    [
        "A divide of 40 points is here. The divide is now 12 points.",
        (
            "Firms put an investment in the old quay. One of the 12 rules of coastal investment "
            "is that towns look at houses after the investment."
        ),
    ],
)
def test_a_noun_that_the_caption_has_or_that_has_a_figure_is_not_put_before_it(text):
    *_, figure = figures(text)

    assert ":" not in figure.measures


def test_a_caption_says_which_rule_found_it_and_what_it_copies():
    [figure] = figures("Anna Quint spoke in Oslo. She will cancel 31 orders.")

    assert (figure.decided_by, figure.rule, figure.certainty) == ("rule", "sentence", "inferred")
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
        (
            {"sentence_before": {"start": 0, "end": 4, "text": "Hana"}},
            "has 'Anna', not 'Hana'",
        ),
        (
            {"sentence_before": {"start": 38, "end": 45, "text": "cancel "}},
            "is not before it",
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
        ("Rents fell by 4 percent.", ["Rents fell by 4 percent"]),
        ("Jo Roe, 62, left.", ["age of Jo Roe"]),
        (  # of two captions one begins with the other
            (
                "The choir of Ostmar, which has sung for years, sold 40 tickets for the concert "
                "in the old hall, a rise of 9 tickets on the year of the great storm and the flood."
            ),
            [
                (
                    "The choir of Ostmar sold 40 tickets for the concert in the old hall, a rise "
                    "of 9 tickets on the year of the great storm and the flood"
                ),
                "",
            ],
        ),
        (  # what is shown already is not shown before
            "The mill is old. Its clerk sold 40 looms. It sold them for $9.",
            ["Its clerk sold 40 looms", "(The mill is old.)", "It sold them for $9"],
        ),
        (  # not where the caption above copies only a part of it, or none
            "Jo Roe, 62, published a plan to sell the quay. The plan would cost 40 jobs.",
            [
                "age of Jo Roe",
                "The plan would cost 40 jobs",
                "(Jo Roe, 62, published a plan to sell the quay.)",
            ],
        ),
        (
            (
                "The choir of Ostmar, which has a plan to sell the hall, sold 40 tickets for the "
                "concert of the old guild of cooks in May. The plan would cost $9."
            ),
            [
                (
                    "The choir of Ostmar sold 40 tickets for the concert of the old guild of cooks "
                    "in May"
                ),
                "The plan would cost $9",
                (
                    "(The choir of Ostmar, which has a plan to sell the hall, sold 40 tickets for "
                    "the concert of the old guild of cooks in May.)"
                ),
            ],
        ),
        ("Jane Roe spoke. She will cancel 31 orders.", ["Jane Roe will cancel 31 orders"]),
        (
            "The mill is old. Its clerk sold 40 looms to 9 men.",
            [
                "Its clerk sold 40 looms to 9 men",
                "",  # they have one caption
                "(The mill is old.)",
            ],
        ),
    ],
)
def test_what_explains_a_caption_is_shown_below_it(text, lines):
    summary = summarize(text, settings=Settings(model="none", facets=("figures",)))

    shown = ["".join(text for text, *_ in line.pieces) for line in FIGURES.lines(summary)]
    assert shown == lines
    table = "".join(FIGURES.markdown(summary, str))
    assert all(line in table.replace("**", "") for line in lines)


def seconds(count):
    text = "The mill, which lost 40 hands, employed 5 cooks and " * count
    at = time.process_time()
    summarize(text, settings=Settings(model="none", facets=("figures",)))
    return time.process_time() - at


def test_captions_take_time_linear_in_the_length_of_a_sentence():
    seconds(10)
    assert seconds(400) < 40 * max(seconds(40), 0.05)


def test_a_denial_before_a_long_aside_is_not_cut_off():
    text = (
        "There is no proof, the minister said in a long interview with the paper that was "
        "published on Monday in Oslo, that the army has lost 400 boats in the fighting at "
        "the border."
    )
    (figure,) = summarize(text, model="none", facets=["figures"]).figures
    assert figure.measures is None or "no proof" in figure.measures
