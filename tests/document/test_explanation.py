"""Why a quotation has its speaker: what ``explain`` says of rules, words and candidates."""

import pytest

from summarizer import Article
from summarizer.document.document import Document
from summarizer.document.explanation import explain
from summarizer.errors import SettingsError

TEXT = """“Yes,” Bo Poe said. Jane Roe tweeted a warning. “Do not come.”

Al Fox told Ann Lee: “It rains,” said Tim Ray.

“Nobody asked us about the bridge.”"""


def test_each_quotation_is_explained_in_order():
    found = explain(Article(TEXT))
    assert [each.id for each in found] == ["Q1", "Q2", "Q3", "Q4"]
    assert [each.words for each in found][:2] == ["Yes,", "Do not come."]


def test_the_rule_the_words_and_the_certainty_are_given():
    decided = explain(Article(TEXT))[0].decided
    assert (decided.speaker, decided.rule) == ("Bo Poe", "after-subject")
    assert (decided.text, decided.certainty) == ("Bo Poe said", "explicit")
    assert TEXT[decided.start : decided.end] == decided.text
    assert "verb of saying" in decided.description


def test_those_who_lost_are_listed_with_their_rules():
    (_, second, third, _) = explain(Article(TEXT))
    assert second.decided.rule == "introduced"
    assert [(each.speaker, each.rule) for each in second.others] == [("Bo Poe", "around")]
    assert third.decided.speaker == "Tim Ray"
    assert ("Al Fox", "before") in [(each.speaker, each.rule) for each in third.others]


def test_one_quotation_can_be_asked_for():
    assert [each.id for each in explain(Article(TEXT), "Q2")] == ["Q2"]


@pytest.mark.parametrize(("text", "hint"), [(TEXT, "Q1 to Q4"), ("It rained.", "none")])
def test_a_quotation_that_is_not_there_is_an_error(text, hint):
    with pytest.raises(SettingsError, match="no quotation 'Q9'") as caught:
        explain(Article(text), "Q9")
    assert hint in caught.value.hint


def test_a_quotation_without_a_speaker_has_no_candidates():
    (why,) = explain(Article("“Nobody asked us about the bridge.”"))
    assert (why.decided, why.others) == (None, ())


@pytest.mark.parametrize("text", [TEXT, "Jane Roe’s “Rain Show” is on. “It rains,” she said."])
def test_explaining_decides_as_reading_does(text):
    decided = [why.decided and why.decided.speaker for why in explain(Article(text))]
    assert decided == [quote.name or quote.source for quote in Document.read(Article(text)).quotes]
