"""Who "she" means behind a sentence whose subject is described, by code alone."""

import pytest

from summarizer import Article, summarize
from summarizer.facets.actors.prominence import by_prominence

_OPENING = "Chief executive Maeve Costello said it was late. “We got it wrong,” she said.\n\n"
_CLOSING = " “Every few years they frighten us,” she said."


def last_quote(sentence):
    article = Article(_OPENING + sentence + _CLOSING)
    return summarize(article, model="none", facets=["actors", "quotes"]).quotes[-1]


def last_statement(sentence):
    article = Article(_OPENING + sentence)
    found = summarize(article, model="none", facets=["actors", "statements"]).statements[-1]
    return found.speaker_name, found.text


@pytest.mark.parametrize(
    "sentence",
    [
        "Retired teacher Elspeth Gow, 77, told the Bredon Echo she would rather have a bridge.",
        "Disgraced banker Elspeth Gow, from Bredon, told the inquiry she was sorry.",
        "Retired lock keeper Elspeth Gow, who is 77, said she was sorry.",
        "Elected member Elspeth Gow, 77, said she was sorry.",
    ],
)
def test_a_participle_before_a_name_tells_who_someone_is(sentence):
    assert last_quote(sentence).speaker_name == "Elspeth Gow"
    assert last_statement(sentence)[0] == "Elspeth Gow"


@pytest.mark.parametrize(
    "opening", ["Asked by Elspeth Gow", "Asked about the bridge", "Joined by her friend Bo Roe"]
)
def test_a_participle_that_opens_a_sentence_is_passed_over(opening):
    sentence = f"{opening}, Ann Poe said she was sorry."
    assert last_statement(sentence)[0] == "Ann Poe"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "A villager who gave her name only as Marta said people would ring the bell.",
            "A villager",
        ),
        ("A retired nurse said the bell was old.", "A retired nurse"),
        ("In Bredon, a pensioner told the inquiry it was late.", "a pensioner"),
        ("“People will ring the bell,” said a villager.", "a villager"),
        ("“People will ring the bell,” another resident said.", "another resident"),
        ("A glazier, who has a shop there, said so. The shop is old. She smiled.", "A glazier"),
    ],
)
def test_a_person_described_in_the_paragraph_goes_before_one_named_earlier(sentence, speaker):
    quote = last_quote(sentence)
    assert (quote.speaker != "A1", quote.speaker_name) == (True, speaker)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "The woman behind her, a dental assistant, was having none of it.",
            "The woman behind her",
        ),
        ("A spokeswoman for the ministry rejected that.", "A spokeswoman for the ministry"),
        ("But a young mother who had spoken left in tears.", "a young mother"),
        (
            "A nurse with 17 years at the clinic was in tears.",
            "A nurse with 17 years at the clinic",
        ),
        ("A nurse stood up and said it was late.", "A nurse"),
        ("Bo Poe’s sister-in-law, who was not named, left.", "Bo Poe’s sister-in-law"),
        ("A young mother who had spoken left. She has two sons.\n\n", "A young mother"),
        (
            "A bus driver with 9 years in Bredon, rubbing her eyes, left.",
            "A bus driver with 9 years in Bredon",
        ),
        ("The widow, a glazier all her life, said she had lent Poe a boat.", "The widow"),
        ("The deputy mayor has not spoken to us. Asked again, she wept.", "The deputy mayor"),
        ("The culture minister left early.", "The culture minister"),
    ],
)
def test_who_is_told_apart_need_not_have_spoken_before(sentence, speaker):
    quote = last_quote(sentence)
    assert (quote.speaker != "A1", quote.speaker_name) == (True, speaker)


def test_one_of_many_is_nobody_who_is_named():
    sentence = "One, who has worked there for years, said that it was late."
    assert last_quote(sentence).speaker_name != "Maeve Costello"


@pytest.mark.parametrize(
    "sentence",
    [
        "Another parent, Judit Keller, who chairs the club, did not share his anger.",
        "Its head, retired surveyor Judit Keller, 74, agreed.",
        "For Judge Judit Keller it was the last case of many.",
        "Judit Keller’s husband, Sandy, 70, died last May.",
        "In New Sarn, a row of huts by a lake, the baker Judit Keller has a home.",
    ],
)
def test_a_name_beside_a_description_goes_before_one_named_earlier(sentence):
    assert last_quote(sentence).speaker_name == "Judit Keller"


@pytest.mark.parametrize(
    "sentence",
    [
        "The boat left Upper Sarn. Few in Upper Sarn saw it.",
        "Sarn Orient, which owns four boats, said it was late.",
        "The Salt Lamb, said guests, was shut. Locals love the Salt Lamb.",
    ],
)
def test_a_place_a_ship_and_a_pub_are_nobody_whom_a_pronoun_means(sentence):
    assert last_quote(sentence).speaker_name == "Maeve Costello"


def test_a_description_by_a_country_is_no_name_that_a_pronoun_means():
    text = "Daniel Poe met Bo Roe. “It is late,” said the Dane. He replied: “Not for me.”"
    quotes = summarize(Article(text), model="none", facets=["actors", "quotes"]).quotes
    assert [quote.speaker_name for quote in quotes] == ["the Dane", "Daniel Poe"]


def test_so_it_is_in_a_statement():
    sentence = "A nurse said the bell was old. She added that the bridge was late."
    assert last_statement(sentence) == ("A nurse", "the bridge was late")


@pytest.mark.parametrize(
    "sentence",
    [
        "A man told the inquiry the bell was old.",
        "However she said that it was late.",
        "A nurse said the bell was old. Costello came late.",
        "A nurse said the bell was old.\n\nIt rained.",
    ],
)
def test_a_description_that_does_not_fit_leaves_the_person_named(sentence):
    quote = last_quote(sentence)
    assert (quote.speaker_name, quote.certainty) == ("Maeve Costello", "inferred")


@pytest.mark.parametrize(
    "sentence",
    [
        "The nurse said the bell was old.",
        "A glazier said the bell was old.",
        "A woman walked by.",
        "The woman wept.",
    ],
)
def test_a_name_is_a_guess_where_a_description_may_be_meant(sentence):
    quote = last_quote(sentence)
    assert (quote.speaker_name, quote.certainty) == ("Maeve Costello", "guessed")


@pytest.mark.parametrize(
    ("written", "name", "role"),
    [
        ("Trustee Harold Beale", "Harold Beale", "Trustee"),
        ("Teacher Anna Beale", "Anna Beale", "Teacher"),
        ("Local shopkeeper Ann Poe, 34,", "Ann Poe", "Local shopkeeper"),
        ("Former miner Bo Roe", "Bo Roe", "Former miner"),
        ("Mason Roe", "Mason Roe", None),
        ("Parker Anna Roe", "Parker Anna Roe", None),
    ],
)
def test_a_noun_for_people_before_a_full_name_is_no_part_of_it(written, name, role):
    found = summarize(Article(f"{written} said the bridge was late."), model="none")

    assert [(actor.name, actor.role) for actor in found.actors] == [(name, role)]
    assert found.statements[0].speaker_name == name


def test_a_person_without_a_name_who_speaks_is_an_actor_once():
    text = "A crane driver told the Herald it was late. “We ran,” the crane driver said."
    found = summarize(text, model="none")
    (driver,) = (each for each in found.actors if each.name == "crane driver")
    assert (driver.kind, driver.role, len(driver.mentions)) == ("person", None, 2)
    assert {each.speaker for each in (*found.quotes, *found.statements)} == {driver.id}


@pytest.mark.parametrize(
    "text",
    [
        "One clerk said it was late. Another clerk said it was not.",
        "A spokesman said it was late.",
        "A reporter said it was late.",
        "The landlady said it was late.",
    ],
)
def test_who_cannot_be_told_apart_is_no_actor(text):
    assert not summarize(text, model="none").actors


def test_a_person_without_a_name_is_shown_behind_who_says_as_much():
    text = "A crane driver said it was late. Bo Poe said it was early."
    found = by_prominence(summarize(text, model="none"))
    assert [each.name for each in found] == ["Bo Poe", "crane driver"]
