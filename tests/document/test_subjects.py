"""Whose names and pronouns may be the subjects of what a text says."""

import pytest

from summarizer.article import Article
from summarizer.document.document import Document


def subjects(text):
    found = Document.read(Article(text)).subjects
    return [(each.name, text[each.start : each.end]) for each in found]


def test_names_within_quotations_are_left_out():
    assert subjects("“Tom Poe backed the plan,” Jane Roe said.") == [("Jane Roe", "Jane Roe")]


def test_a_pronoun_means_the_only_person_before_it():
    text = "Jane Roe spoke. It was late. But she backed the plan."

    assert subjects(text)[-1] == ("Jane Roe", "she")


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe met Tom Poe. She backed the plan.",
        "Jane Roe spoke. She met Tom Poe. She backed the plan.",
    ],
)
def test_a_pronoun_means_the_only_woman_before_it(text):
    assert subjects(text)[-1] == ("Jane Roe", "She")


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe met Ann Poe. She backed the plan.",
        "Jane Roe met Xu Poe. She backed the plan.",
        "Mr. Jan Roe spoke. She backed the plan.",
        "Jane Roe spoke. It rained. It was cold. It was late. She backed the plan.",
        "“Jane Roe spoke. She backed the plan,” somebody said.",
        "They met. She backed the plan.",
    ],
)
def test_no_other_pronoun_is_certain(text):
    assert not [mention for _, mention in subjects(text) if mention.lower() == "she"]


def test_a_pronoun_that_may_go_on_or_mean_another_is_not_certain():
    assert len(subjects("Jane Roe spoke. She met Ann Poe. She backed the plan.")) == 3
