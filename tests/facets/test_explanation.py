"""Why code finds an item: what ``explain`` says of rules, words and candidates."""

import pytest

from summarizer import Article, explain, summarize
from summarizer.document.document import Document
from summarizer.errors import SettingsError

TEXT = """“Yes,” Bo Poe said. Jane Roe tweeted a warning. “Do not come.”

Al Fox told Ann Lee: “It rains,” said Tim Ray.

“Nobody asked us about the bridge.”"""


def test_each_quotation_is_explained_in_order():
    found = explain(Article(TEXT))[1:5]
    assert [each.id for each in found] == ["Q1", "Q2", "Q3", "Q4"]
    assert [each.words for each in found][:2] == ["Yes,", "Do not come."]


def test_the_rule_the_words_and_the_certainty_are_given():
    decided = explain(Article(TEXT), "Q1")[0].decided
    assert (decided.speaker, decided.rule) == ("Bo Poe", "after-subject")
    assert (decided.text, decided.certainty) == ("Bo Poe said", "explicit")
    assert TEXT[decided.start : decided.end] == decided.text
    assert "verb of saying" in decided.description


def test_those_who_lost_are_listed_with_their_rules():
    (_, _, second, third, *_) = explain(Article(TEXT))
    assert second.decided.rule == "introduced"
    assert [(each.speaker, each.rule) for each in second.others] == [("Bo Poe", "around")]
    assert third.decided.speaker == "Tim Ray"
    assert ("Al Fox", "before") in [(each.speaker, each.rule) for each in third.others]


def test_one_quotation_can_be_asked_for():
    assert [each.id for each in explain(Article(TEXT), "Q2")] == ["Q2"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (TEXT, "It has gist, Q1 to Q4, A1 to A4."),
        ("Jane Roe backed the plan.", "It has S1, A1."),
        ("It rained.", "It has no gist, quotation, statement, stance, figure or actor."),
    ],
)
def test_an_item_that_is_not_there_is_an_error_that_lists_what_is(text, hint):
    with pytest.raises(SettingsError, match="no item 'Q9'") as caught:
        explain(Article(text), "Q9")
    assert caught.value.hint == hint


def test_a_gist_that_is_not_there_is_an_error_that_says_why():
    with pytest.raises(SettingsError, match="No sentence near the start says alone"):
        explain("It rained.", "gist")


@pytest.mark.parametrize(
    ("text", "title", "lines"),
    [
        (
            "The ferry carried 340 cars.",
            "340: The ferry carried … cars",
            [
                "caption, explicit in the text, by rule “sentence”",
                "the rule: Copy its sentence, cut short, with a gap for the figure.",
                "copied from: “The ferry carried”, “cars”",
            ],
        ),
        (
            "Jane Roe, 62, left.",
            "62: age of Jane Roe",
            [
                "caption, explicit in the text, by rule “age”",
                "the rule: Read whose age it is, by the name before it.",
                "copied from: “Jane Roe”",
            ],
        ),
        (
            "Ada Finch led a party in Ostmar. It was cross. They lost 40 seats.",
            "40: They lost … seats",
            ["what that points back to: It was cross."],
        ),
        ("Nothing of the £50s.", "£50", ["no caption: no rule is certain of one"]),
    ],
)
def test_a_caption_is_explained_by_the_words_it_copies(text, title, lines):
    (why,) = explain(text, "F1")
    assert why.title == title
    assert [*why.lines()][-len(lines) :] == lines


def test_a_quotation_without_a_speaker_has_no_candidates():
    (why,) = explain(Article("“Nobody asked us about the bridge.”"))
    assert (why.decided, why.others) == (None, ())


@pytest.mark.parametrize("text", [TEXT, "Jane Roe’s “Rain Show” is on. “It rains,” she said."])
def test_explaining_decides_as_reading_does(text):
    quotes = Document.read(Article(text)).quotes
    found = [explain(Article(text), quote.key)[0].decided for quote in quotes]
    decided = [each and each.speaker for each in found]
    assert decided == [quote.name or quote.source for quote in quotes]


STORY = """Mayor Jane Roe praised the plan. Bo Poe, the owner of the mill, said no.

“We oppose the bridge,” Roe said."""


def test_a_stance_is_explained_by_its_sentences():
    (why,) = explain(STORY, "S1")
    assert why.title == "Jane Roe praises the plan"
    (shown,) = why.shown
    assert (shown.rule, shown.certainty, shown.words) == ("verb", "explicit", "praised")
    assert STORY[shown.start : shown.end] == shown.text == "Mayor Jane Roe praised the plan."
    assert [each.rule for each in explain(STORY, "S2")[0].shown] == ["spoken-verb"]


def test_an_actor_is_explained_by_its_names_rules_and_role():
    (roe,), (poe,) = explain(STORY, "A1"), explain(STORY, "A2")
    assert (roe.name, roe.names) == ("Jane Roe", ("Jane Roe", "Roe"))
    assert [(each.rule, each.certainty) for each in roe.listed] == [
        ("quoted", "explicit"),
        ("stance", "explicit"),
        ("stated", "inferred"),
        ("acts", "inferred"),
    ]
    assert (roe.role.role, roe.role.text) == ("Mayor", "Mayor Jane Roe")
    assert (poe.role.role, poe.role.text) == (
        "the owner of the mill",
        "Bo Poe, the owner of the mill",
    )
    assert [each.rule for each in poe.listed] == ["acts"]


def test_ids_are_those_of_a_summary_by_code():
    summary = summarize(STORY, model="none")
    ids = [why.id for why in explain(STORY)]
    assert ids == ["Q1", "T1", "S1", "S2", *(actor.id for actor in summary.actors)]
    assert [why.name for why in explain(STORY)[4:]] == [actor.name for actor in summary.actors]
    for why, stance in zip(explain(STORY)[2:4], summary.stances, strict=True):
        assert (why.position, why.target) == (stance.position, stance.target)
        assert [each.text for each in why.shown] == [span.text for span in stance.evidence]
