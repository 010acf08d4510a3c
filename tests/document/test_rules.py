"""The rules of attribution: each decides its own example, and each has its certainty."""

import pytest

from summarizer import Article
from summarizer.document.attribution import attribute
from summarizer.document.attribution.confidence.levels import BY_RULE
from summarizer.document.attribution.rules import BY_NAME, RULES
from summarizer.document.document import Document


def last_of(text):
    document = Document.read(Article(text))
    outline = document.outline
    found = attribute(document.parsed)
    roles = [quotation.role for quotation in outline.quotations]
    return [one for one, role in zip(found, roles, strict=True) if role == "speech"][-1]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_decides_its_own_example(rule):
    found = last_of(rule.example)
    assert (found.rule, found.name or found.speaker) == (rule.name, rule.speaker)


def test_every_rule_has_its_levels():
    assert BY_RULE.keys() == {*BY_NAME}


def test_the_names_of_the_rules_are_their_own():
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("“We won the cup,” said Jane Roe.", "explicit"),
        ("“We won the cup,” said Jane Roe, according to the Gazette.", "guessed"),
        ("According to the Gazette, Jane Roe said the plan was “a bad joke”.", "guessed"),
        ("Jane Roe said the plan was “a bad joke”, the Gazette reported.", "guessed"),
        ("Jane Roe said the plan was “a bad joke”, citing reports of rain.", "explicit"),
        ("Jane Roe: “We won the cup.”", "explicit"),
        ("According to Jane Roe, “the vote is rigged for good.”", "explicit"),
        ("Jane Roe called it a “disaster” for Oslo.", "explicit"),
        ("Jane Roe left, telling the Gazette: “We won the cup.”", "explicit"),
        ("Jane Roe left for good in May, telling us that she was “glad to go”.", "guessed"),
        ("Jane Roe pushed her promise of “free rain for all”.", "guessed"),
        ("Jane Roe said it was “a farce” and “a bad joke”.", "inferred"),
        ("Jane Roe said it was “a farce”. Rain fell on “the finest hats” of all.", "guessed"),
        ("Jane Roe won. “Good,” she said.", "inferred"),
        ("Jane Roe sat by “the finest river” of Oslo.", "guessed"),
        ("“We won,” Jane Roe said.\n\nIt rained for days. “Twice.”", "guessed"),
        ("“We won,” Jane Roe said. “Twice.”", "explicit"),
        ("Jane Roe sat by “the finest river” of Oslo. “Twice.”", "guessed"),
    ],
)
def test_how_sure_a_rule_is(text, certainty):
    assert last_of(text).certainty == certainty


def test_a_quotation_without_a_speaker_has_no_rule():
    (quote,) = Document.read(Article("“It rains on us all day.”")).quotes
    assert (quote.rule, quote.certainty, quote.name, quote.source) == (None, None, None, None)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("“We won the cup,” said Jane Roe.", "said Jane Roe"),
        ("“We won the cup,” Jane Roe, the mayor, said.", "Jane Roe, the mayor, said"),
        ("According to Jane Roe, the vote is “rigged for good.”", "According to Jane Roe"),
        ("“We won.”\n\nJane Roe, 34, a nurse\n\nIt rained.", "Jane Roe"),
    ],
)
def test_an_attribution_keeps_the_words_that_were_read(text, read):
    start, end = last_of(text).read
    assert text[start:end] == read
