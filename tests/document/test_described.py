"""Who "she" means behind a sentence whose subject is described, by code alone."""

import pytest

from summarizer import Article, summarize

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
