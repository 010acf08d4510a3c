"""The table of actors against targets: which positions meet, and who is the same."""

import pytest
from made_up import bare, spot

from summarizer import summarize
from summarizer.article import Article
from summarizer.facets import STANCES
from summarizer.facets.matrix import by_actor, matrix
from summarizer.facets.targets import Target
from summarizer.facets.wording import Wording
from summarizer.schema import Actor, Stance

ENGLISH = Wording("en")


def table(*texts):
    """Return the cells of the table in words, by actor and target."""
    found = matrix(STANCES, [summarize(text, model="none") for text in texts], ENGLISH)
    return {
        actor: {
            target: [(index, taken.words) for index, taken in cell]
            for (target, _), cell in zip(found.targets, cells, strict=True)
            if cell
        }
        for actor, cells in found.rows
    }


def test_actors_meet_on_a_target():
    assert table("Ada Roe backed the toll. Tim Poe strongly opposes the toll.") == {
        "Ada Roe": {"the toll": [(0, "supports")]},
        "Tim Poe": {"the toll": [(0, "strongly opposes")]},
    }


@pytest.mark.parametrize(
    "text", ["", "Ada Roe backed the toll.", "Ada Roe backed the toll. Tim Poe opposes the quay."]
)
def test_there_is_no_table_where_no_two_positions_meet(text):
    assert matrix(STANCES, [summarize(text or "Rain fell.", model="none")], ENGLISH) is None


def test_an_actor_of_one_full_name_is_the_same_in_two_articles():
    assert table("Ada Roe backed the bridge toll.", "Ada Roe opposes the bridge toll.") == {
        "Ada Roe": {"the bridge toll": [(0, "supports"), (1, "opposes")]}
    }


def test_one_heading_over_two_targets_has_its_articles():
    texts = ["Ada Roe backed the plan. Tim Poe opposes the plan. Tim Poe opposes the toll."] * 2
    found = matrix(STANCES, [summarize(text, model="none") for text in texts], ENGLISH)
    assert sorted(found.targets, key=str) == [("the plan", 0), ("the plan", 1)]

    named = ["Ada Roe backed the bridge plan. Tim Poe opposes the bridge plan."] * 2
    found = matrix(STANCES, [summarize(text, model="none") for text in named], ENGLISH)
    assert found.targets == (("the bridge plan", None),)


@pytest.mark.parametrize("name", ["the union", "The company", "a Lund official", "Residents"])
def test_who_has_no_name_is_another_one_in_each_article(name):
    text = f"Ada Roe left. {name} opposes the bridge toll."
    kind = "group" if name == "Residents" else None
    summaries = [
        bare(
            Article(text),
            actors=(Actor(id="A1", name=name, kind=kind, mentions=(spot(text, name),)),),
            stances=(
                Stance(
                    actor="A1",
                    position="opposes",
                    target="the bridge toll",
                    evidence=(spot(text, text[14:]),),
                ),
            ),
        )
        for _ in range(2)
    ]
    found = matrix(STANCES, summaries, ENGLISH)
    assert [actor for actor, _ in found.rows] == [name, name]
    assert [actor for actor, _ in by_actor(STANCES, summaries, ENGLISH)] == [name, name]


@pytest.mark.parametrize(
    ("targets", "shown"),
    [
        (["the plan", "the plan to close the mine"], {"the plan to close the mine"}),
        (
            ["the fare", "the ferry fare", "the ferry fare of 8 percent"],
            {"the ferry fare of 8 percent"},
        ),
        (["Falk", "Ingrid Falk"], {"Ingrid Falk"}),
        (["Falk", "Falk to resign"], {"Falk", "Falk to resign"}),
        (["the school", "the school closure"], {"the school", "the school closure"}),
        (["a plan", "the plan to close the mine"], {"a plan", "the plan to close the mine"}),
        (
            ["the plan", "the plan for the port", "the plan for the school"],
            {"the plan", "the plan for the port", "the plan for the school"},
        ),
        (["Roe", "Ada Roe", "Tim Roe"], {"Roe", "Ada Roe", "Tim Roe"}),
    ],
)
def test_a_target_in_fewer_words_is_the_same(targets, shown):
    assert {each.words for each in Target.of_article(targets, "en", 0)} == shown


@pytest.mark.parametrize(
    ("target", "code", "same"),
    [
        ("the plan", "en", False),
        ("the bridge toll", "en", True),
        ("Parliament", "en", True),
        ("der Plan", "de", False),
    ],
)
def test_a_target_of_one_word_is_another_one_in_each_article(target, code, same):
    first, second = (Target.of_article([target], code, index)[0] for index in (0, 1))
    assert (first.key == second.key) is same


def test_what_is_less_sure_says_so():
    text = "Jane Roe backed the quay. Ann Lee said Bo Poe opposes the quay."
    marks = {
        taken.actor: taken.marks for taken in STANCES.taken(summarize(text, model="none"), ENGLISH)
    }
    assert marks == {"Jane Roe": (), "Bo Poe": ("less sure",)}
