"""Lines under “who said what” that would be false: whose words, which words, and what is none."""

import pytest

from summarizer import Article, summarize
from summarizer.document.document import Document


def lines(text):
    """Return who is reported to have said what."""
    found = Document.read(Article(text)).statements
    return [
        (each.name or each.source, " … ".join(text[start:end] for start, end in each.places))
        for each in found
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Drill operator Abel Ruzo, who left in May, said it rained.", "Abel Ruzo"),
        ("Crane driver Mina Falk, 40, who owns one, said it rained.", "Mina Falk"),
        ("Environmental groups, which own the wood, said it rained.", "Environmental groups"),
        ("Marine biologists in Oslo, who saw it, said it rained.", "Marine biologists in Oslo"),
        ("Norvia’s central bank left its rate alone, but said it rained.", "Norvia’s central bank"),
        ("Her party sent out leaflets and said it rained.", "Her party"),
        ("The ministry distanced itself from him and said it rained.", "The ministry"),
        ("The mayor saw a mine, the oldest in the land, close, saying it rained.", "The mayor"),
        ("The wood burned when Bo Sandow left and said it rained.", "Bo Sandow"),
        ("Shares fell after the maker lowered its forecast, saying it rained.", "the maker"),
        ("Shares fell after the maker cut it, saying it rained.", "the maker"),
        ("Shares fell after the firm cut its forecast and said it rained.", "the firm"),
        ("Her party sent out leaflets saying it rained.", "Her party"),
        ("One of them, a junior minister, said it rained.", "a junior minister"),
        ("Its chairman, the Dutch lawyer Bo van Li, said it rained.", "Bo van Li"),
        ("Its main rival, the nationalist Bo van Li, said it rained.", "Bo van Li"),
        ("The panel’s top Republican, Bo Li of Wyoming, said it rained.", "Bo Li"),
        ("Consumer groups waited: their head, Bo Li, said it rained.", "Bo Li"),
        ("Ada Roe, whose husband, Ray, died after a fall, said it rained.", "Ada Roe"),
        ("The airport, whose director, Bo Li, left, said it rained.", "The airport"),
        ("A woman holding a sign that read “No” said it rained.", "A woman"),
        ("A rival group that receives money from mines said it rained.", "A rival group"),
        ("Her group leads the poll, which fell in May, and said it rained.", "Her group"),
        ("Its new chief, the former Oslo lawyer Bo van Li, said it rained.", "Bo van Li"),
        ("The vicar of St Olaf’s, the Rev Bo Li, said it rained.", "Bo Li"),
        ("Her union, the Oslo Staff Federation, said it rained.", "Oslo Staff Federation"),
        ("Shop owner Redwall Fishing, based in Oslo, said it rained.", "Redwall Fishing"),
        ("A poll released last week by the town said it rained.", "A poll"),
        ("Bo van Li, its head, has written to the town saying it rained.", "Bo van Li"),
    ],
)
def test_all_of_a_source_is_named_and_nothing_else(text, source):
    assert lines(text) == [(source, "it rained")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Roe disputes the figures and paid for a survey.", ["the figures"]),
        ("Ada Roe appealed for calm and at one point left the room.", ["calm"]),
        ("Ada Roe praised the nurses and in May sent them flowers.", ["the nurses"]),
        (
            "Ada Roe described it as lazy and urged the firm to leave.",
            ["it as lazy", "the firm to leave"],
        ),
        (
            "Ada Roe said it had rained since May and accused the club of “lying to us”.",
            ["it had rained since May", "the club of “lying to us”"],
        ),
        (
            "Ada Roe said it rained, although its owner, Bo Li, complained that it snowed.",
            ["it rained", "it snowed"],
        ),
        ("Ada Roe said it rained, a decision that many hailed and that hurt.", ["it rained"]),
        ("Ada Roe told us it rained, a line dismissed as feeble by Bo Li.", ["it rained"]),
        ("Ada Roe called for a cut of a point by September.", ["a cut of a point by September"]),
        ("Ada Roe called for a cut of a point on Monday.", ["a cut of a point"]),
        ("Ada Roe welcomed the cut in a statement.", ["the cut"]),
        (
            "Ada Roe said it rained, while Bo Li, of Vale Bank, said it snowed.",
            ["it rained", "it snowed"],
        ),
        (
            "Ada Roe said it rained, although one clerk, who had left, claimed it snowed.",
            ["it rained", "it snowed"],
        ),
        (
            "Ada Roe said it rained, and mayor Bo Li, who had lost a barn, said it snowed.",
            ["it rained", "it snowed"],
        ),
        ("Ada Roe said afterward that it rained.", ["it rained"]),
        ("Harbour pilots reject pay offer as Lenn braces for a strike.", ["pay offer"]),
        ("Miners reject the deal as Norvia counts its coal.", ["the deal"]),
        ("Ada Roe announced Bo Li as Oslo mayor.", ["Bo Li as Oslo mayor"]),
        ("Ada Roe praised a largely calm vote.", ["a largely calm vote"]),
        ("Ada Roe said afterwards that it rained.", ["it rained"]),
        (
            "Ada Roe apologised for the words, though not, she said, for the rest.",
            ["Ada Roe apologised for the words, though not … for the rest"],
        ),
        (
            "Ada Roe said six towns, including Oslo, had agreed to it.",
            ["six towns, including Oslo, had agreed to it"],
        ),
        ("Bo Li left. He had, Ada Roe said, “won the lot”.", []),
        (
            "Leaving out a tenth of it, Ada Roe argued, risked the result.",
            ["Leaving out a tenth of it … risked the result"],
        ),
    ],
)
def test_the_words_end_where_what_is_said_ends(text, said):
    assert [words for _, words in lines(text)] == said


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe regretted the deaths and did not oppose a trial.",
        "Ada Roe believes the signal and expects no move.",
        "Ada Roe cited that finding several times on Thursday.",
        "Analysts at Brook had expected up to £30m.",
        "Profit was 58 million, missing the 84 million expected on average by analysts.",
        "Profit was 58 million, compared with a forecast of 84 million.",
        "One of them, a male known as Number 9, is at least 61.",
        "A tune written for Ada Roe, given the name of Oslo, is old.",
        "Hers, replied Bo Li when told of this, was not the phone that rang.",
        "They left it closed, a demand the trust described as unsafe.",
        "Captain Bo Li is among those who think they have lost.",
        "The police know: it rains.",
        "Did she think that the mine should stay?",
        "Will Ada Roe say that it rains?",
        "Ada Roe has shown no inclination to do so.",
        "Of 31 museums, 19 hold objects from Oslo; two are shut.",
        "Ada Roe ruled that out last week, only to be told that it rained.",
        "Ada Roe denied that on Monday, with a grin.",
        "Tally Pay doesn't dispute that the audit existed.",
        "Ada Roe did not deny that it rained.",
        "Norvia attacked Karavel on Monday.",
        "Rebels attacked Lenn, where the mine is.",
        "Ada Roe said no; two of her aides told Bo Li they would.",
        "Asked if it was late, Ada Roe said it was not.",
        "The bank is considering a loan of nine crowns for a railway.",
        "The union is seeking guarantees that the mine will not close.",
        "A firm, hired by Roe Ltd, believes the group operates from Norvia.",
        "Ada Roe repeated that view Friday.",
        "He joined a sit-in that police said drew 900 people.",
        "An NHS trust ignored it for years.",
        "Neither side has agreed to return to the table.",
        "No minister has said that the mine is safe.",
        "Nobody believes that the mine is safe.",
        "None of the miners said it was safe.",
        "Ada Roe showed no sign that she had agreed to leave.",
        "Ada Roe has written to the board to express doubts that it can cope.",
        "Bo Li read out a fresh Oslo News report that nine men were held.",
        "Ada Roe plans to speak to the council.",
        "Ada Roe intends to raise the matter with Oslo.",
        "Ada Roe will recommend that the mine close.",
        "Ada Roe may say the mine is safe.",
        "If Ada Roe believes that it rains, she is wrong.",
        "The vote turns on whether Ada Roe thinks that it rains.",
        "A watchdog investigates claims that the mine leaks.",
        "A judge examines claims that Bo Li stole cars.",
        "The office would not fund construction on disputed land.",
        "The town sold flats in contested parts.",
        "The director, Bo Li, pointed to Oslo, where rents fell.",
        "Its chair, Bo Li, pointed at Oslo, where rents fell.",
        "A clerk, speaking on condition of anonymity, left the room.",
        "Bo Li spoke on behalf of the miners.",
    ],
)
def test_what_no_one_said_is_no_line(text):
    assert lines(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Asked if she believed Bo Li wanted the mine to close, Ada Roe said it rained.",
        "Asked what he would say if Bo Li thought that it snowed, Tim Orr said it rained.",
        "When asked whether she feared that it snowed, Ada Roe said it rained.",
    ],
)
def test_a_question_says_nothing_of_who_is_asked(text):
    assert [words for _, words in lines(text)] == ["it rained"]


def test_an_explanation_that_others_reject_is_no_statement_of_its_own():
    text = "Ada Roe suspects that it rains, an explanation that others reject: it is dry."
    assert lines(text) == [("Ada Roe", "it rains")]


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("Ada Roe would only say that it rains.", "Ada Roe", "it rains"),
        ("Ada Roe has written that it rains.", "Ada Roe", "it rains"),
        ("Ada Roe had never known that it rains.", "Ada Roe", "it rains"),
        ("Ada Roe noted that 9 percent of miners left.", "Ada Roe", "9 percent of miners left"),
        ("Ada Roe cited that finding is wrong.", "Ada Roe", "finding is wrong"),
        ("The board, councillors decided by 9 votes to 6, was late.", "councillors", ""),
        ("Democrats report that it rains.", "Democrats", "it rains"),
        ("Ada Roe defended herself against claims that it rains.", "Ada Roe", ""),
    ],
)
def test_what_someone_said_stays_a_line(text, source, said):
    [(who, words)] = lines(text)
    assert who == source
    assert words == (said or words)


def test_people_who_know_someone_say_what_follows():
    assert lines("People who know him say that he is ill.")[-1][1] == "he is ill"
    assert lines("People who know him say he is ill.")[-1][1] == "he is ill"


HEADLINES = [
    ("Rent cap has made things worse, says landlord body", "landlord body"),
    ("Ban on flats has failed, says think tank", "think tank"),
    ("Town was left to burn, says fire report", "fire report"),
    ("Rents have soared, says landlord body, as city votes", "landlord body"),
]


@pytest.mark.parametrize(("headline", "source"), HEADLINES)
def test_who_ends_a_headline_behind_a_verb_says_it(headline, source):
    said = headline.partition(", says")[0]
    assert lines(f"{headline}\n\nIt rained.") == [(source, said)]


def test_a_quotation_in_such_a_headline_is_of_the_one_behind_the_verb():
    text = "Rent cap “has made things worse”, says landlord body\n\nIt rained."
    [found] = Document.read(Article(text)).quotes
    assert found.source == "landlord body"
    assert lines(text) == [("landlord body", "Rent cap “has made things worse”")]


def test_a_sentence_introduces_a_quotation_of_its_subject():
    text = "A gate was shut. One porter, who left in May, said he heard it. “It was loud.”"
    assert Document.read(Article(text)).quotes[-1].source == "One porter"


def test_brackets_do_not_part_a_name_from_what_is_said_of_it():
    text = "That pleased Ada Roe (Ind, Moss), who called the offer an insult. “It is a joke.”"
    assert lines(text) == [("Ada Roe", "the offer an insult")]
    assert Document.read(Article(text)).quotes[-1].name == "Ada Roe"


ODELL = """Mavra Odell runs it. “We failed,” she said.

The calls came from Zin Prosser, whose son is ill. She phoned. “We were sent home,” she said."""
TOMNEY = """Callu Idowu is the minister. He told us it was late, a line mocked by Grizo Tomney. \
She has written to him. “It rained,” she said."""
THORSRUD = """Toba Haldan left. “It rained,” said Haldan.

He could play. Annik Thorsrud would not say whether he would. “He has had a rest,” she said."""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (ODELL, "Zin Prosser"),
        (TOMNEY, "Grizo Tomney"),
        (THORSRUD, "Annik Thorsrud"),
    ],
)
def test_a_pronoun_means_whom_the_paragraph_is_about(text, speaker):
    assert Document.read(Article(text)).quotes[-1].name == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A clerk said it favoured a camp but would not fund works on disputed land.",
            [("A clerk", "it favoured a camp but would not fund works on disputed land")],
        ),
        (
            "An army statement denied that, saying its troops had left.",
            [("An army statement", "its troops had left")],
        ),
        (
            "Ada Roe denied that, arguing that it rained.",
            [("Ada Roe", "it rained")],
        ),
        (
            "Ada Roe said she was content with it, although she had doubts about the mine.",
            [("Ada Roe", "she was content with it, although she had doubts about the mine")],
        ),
        (
            "They got the vote that they expected: the islanders stayed in the hall.",
            [],
        ),
        (
            "A clerk, speaking on condition of anonymity, said the mine leaked.",
            [("A clerk", "the mine leaked")],
        ),
        (
            "It defied a push by farmers who said the mine leaked.",
            [("farmers", "the mine leaked")],
        ),
        (
            "One critic is Ada Roe, 81, who in an open letter described the mine as wet.",
            [("Ada Roe", "the mine as wet")],
        ),
        (
            "A recent survey of miners shows that the mine leaks.",
            [("A recent survey of miners", "the mine leaks")],
        ),
        (
            "Bo Li, who abstained, appealed for calm and at one point left the room.",
            [("Bo Li", "calm")],
        ),
        (
            "It followed hours of testimony from renters who described leaks in halls.",
            [("renters", "leaks in halls")],
        ),
        ("A man with two sons who said it rained.", [("A man with two sons", "it rained")]),
        ("A group of miners who said it rained.", [("A group of miners", "it rained")]),
        ("The bus union claims that it rains.", [("The bus union", "it rains")]),
        (
            "Peat that holds water, explained manager Bo Li, could cut the bill.",
            [("Bo Li", "Peat that holds water … could cut the bill")],
        ),
        (
            "Land which floods, said Bo Li, would be sold.",
            [("Bo Li", "Land which floods … would be sold")],
        ),
        (
            "It was late, Ada Roe said: the bus had gone.",
            [("Ada Roe", "It was late … the bus had gone")],
        ),
        ("In May, Ada Roe said: the bus had gone.", [("Ada Roe", "the bus had gone")]),
        (
            "Critics who have long criticised the force also welcomed the news.",
            [("Critics", "the force"), ("Critics", "the news")],
        ),
        ("Critics who praised the town left in May.", [("Critics", "the town")]),
        (
            "It was split, with one side calling it a lifeline and the other an obituary.",
            [("one side", "it a lifeline")],
        ),
        ("Critics called it a trick and miners a gift.", [("Critics", "it a trick")]),
        (
            "Ada Roe called it a farce and a disgrace.",
            [("Ada Roe", "it a farce and a disgrace")],
        ),
        (
            "Ada Roe said the case was strong, and she faulted the town for it.",
            [("Ada Roe", "the case was strong"), ("Ada Roe", "the town for it")],
        ),
        (
            "Ada Roe said she saw merit in it, but she was worried about the mine.",
            [("Ada Roe", "she saw merit in it, but she was worried about the mine")],
        ),
        ("Ada Roe said she liked it, but she left.", [("Ada Roe", "she liked it")]),
        (
            "Carts rolled past, as growers demanded that the tax be cut.",
            [("growers", "the tax be cut")],
        ),
        ("Had it rained, Ada Roe said, “we would be wet”.", []),
        (
            "“No,” said Bo Li, an analyst at Roe Ltd, who expects the mine to close.",
            [("Bo Li", "the mine to close")],
        ),
        ("Ada Roe left. She finds herself in unexpected accord with Bo Li.", []),
        ("Ada Roe believes her party is right.", [("Ada Roe", "her party is right")]),
        (
            "It rained, said Bo Li of the Oslo Trust, which says that birds left.",
            [("Bo Li", "It rained"), ("Oslo Trust", "birds left")],
        ),
    ],
)
def test_words_that_look_like_verbs_of_saying_are_told_apart(text, expected):
    assert lines(text) == expected


VOTER = """Ada Roe told her backers to stay. “We won,” she said.

Bo Li, a voter, said it rained. His wife, a nurse, disagreed; she said it was dry."""
PARDON = """The town backs Ada Roe, along with Mina Falk, who called her “the best”.

Tim Li made remarks about a woman. He left, and the woman, Dee Kitt, met him. “I forgave him,” \
she said."""
PEN = """Ben Sandow, 77, said it rained. He left.

The court has given John Poe a week to sign. He says he has lost his pen."""


def test_she_is_the_wife_and_not_a_woman_named_before():
    assert lines(VOTER)[-1] == ("His wife", "it was dry")


def test_a_pronoun_means_whom_a_new_paragraph_names():
    quotes = Document.read(Article(PARDON)).quotes
    assert [quote.name for quote in quotes] == ["Mina Falk", "Dee Kitt"]
    assert lines(PEN)[-1] == ("John Poe", "he has lost his pen")


def test_a_pronoun_means_no_club_that_a_new_paragraph_names():
    text = """Lars Steen runs Ashbury Rovers. He said it was late. He left.

The manager, whose wins are the best of any Rovers boss, let it hang. “Ask my daughter,” he said."""
    assert Document.read(Article(text)).quotes[-1].name == "Lars Steen"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "A meeting ended, in the words of one person present, “with coats”.",
            "one person present",
        ),
        ("It was, in the words of Ada Roe, “a mess”.", "Ada Roe"),
        ("In the words of Ada Roe, it was “a mess”.", "Ada Roe"),
        ("Its clerk said it rained, a comment the mayor called silly. “For whom?”", "the mayor"),
        ("The clerk said it rained, a remark Ada Roe dismissed. “For whom?”", "Ada Roe"),
        ("Ada Roe asked for it, she said, and was told that there was “no need”.", None),
        ("Residents were told that the water was “safe to drink”.", None),
        ("Residents were told by Ada Roe that the water was “safe to drink”.", "Ada Roe"),
        ("One critic is Ada Roe, 81, who in a letter called it “a blunder”.", "Ada Roe"),
        ("Nine left, among them Ada Roe, who in a speech to Oslo called it “late”.", "Ada Roe"),
    ],
)
def test_a_quotation_is_of_whose_words_it_is(text, source):
    found = Document.read(Article(text)).quotes[-1]
    assert (found.name or found.source) == source


@pytest.mark.parametrize("negated", ["hasn't said", "hasn’t said", "won't say", "does not say"])
def test_a_negation_is_no_part_of_a_source(negated):
    (found,) = summarize(f"The firm {negated} what it will charge.", model="none").statements
    assert found.speaker_name == "The firm"
