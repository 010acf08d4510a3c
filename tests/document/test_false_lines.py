"""Lines under “who said what” that would be false: whose words, which words, and what is none."""

import pytest

from summarizer import Article
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
        ("One of them, a junior minister, said it rained.", "a junior minister"),
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
