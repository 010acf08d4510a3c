"""What two summaries of one article say differently."""

from decimal import Decimal

import pytest
from made_up import HARBOUR, bare, harbour, spot

from summarizer.article import Article
from summarizer.errors import ArticleError
from summarizer.evaluation.diff import Difference, compare
from summarizer.schema import Figure, Quote, Stance


def test_a_summary_does_not_differ_from_itself():
    assert compare(harbour(), harbour()) == ()


def test_a_changed_speaker_is_told_under_the_words():
    old = harbour()
    first, *rest = old.quotes
    new = harbour(
        quotes=(first.model_copy(update={"speaker": "A3", "speaker_name": "Tomas Reed"}), *rest)
    )
    assert compare(old, new) == (
        Difference(
            "quotes",
            "We will not let the quay fall into the sea,",
            "speaker",
            "Ines Calloway",
            "Tomas Reed",
        ),
    )


def test_ids_counted_anew_do_not_make_a_difference():
    old = harbour()
    lost, *rest = old.figures
    renumbered = tuple(figure.model_copy(update={"id": "F1"}) for figure in rest)
    assert compare(old, harbour(figures=renumbered)) == (
        Difference(
            "figures",
            lost.span.text,
            "removed",
            "12.5 million crowns, 12500000, crowns, approximate, Cost of the works",
            None,
        ),
    )


def test_what_one_lacks_the_other_gains():
    old, new = harbour(gist=None, quotes=()), harbour()
    forth, back = compare(old, new), compare(new, old)
    assert [d.kind for d in forth] == ["added"] * 5
    assert [(d.item, d.after, d.before) for d in forth] == [
        (d.item, d.before, d.after) for d in back
    ]


def test_a_quote_cut_shorter_is_a_changed_text_and_not_another_quote():
    long, short = (
        Quote(id="Q1", spans=(spot(HARBOUR, words),), kind="direct")
        for words in ("We will not let the quay fall", "not let the quay fall")
    )
    [change] = compare(harbour(quotes=(long,)), harbour(quotes=(short,)))
    assert (change.kind, change.before, change.after) == ("text", long.text, short.text)


def test_two_readings_of_one_figure_are_told_field_by_field():
    old = harbour()
    span = old.figures[1].span
    other = Figure(id="F2", span=span, value=Decimal("340.0"), unit="ships", measures=None)
    changes = compare(old, harbour(figures=(old.figures[0], other)))
    assert {(c.kind, c.before, c.after) for c in changes} == {
        ("unit", "boats", "ships"),
        ("measures", "Boats that must move", None),
    }


def test_stances_pair_by_their_evidence_when_the_target_is_worded_anew():
    old = harbour()
    [stance] = old.stances
    new = stance.model_copy(update={"target": "the repeated vote", "position": "demands"})
    changes = compare(old, harbour(stances=(new,)))
    assert {c.kind for c in changes} == {"position", "target"}


def test_equal_stances_are_paired_before_those_that_only_share_evidence():
    old = harbour()
    [stance] = old.stances
    other = Stance(actor="A3", position="demands", target="a repeat", evidence=stance.evidence)
    [change] = compare(harbour(stances=(stance,)), harbour(stances=(other, stance)))
    assert (change.kind, change.item) == ("added", "Tomas Reed on a repeat")


def test_an_actor_with_a_fuller_name_is_renamed():
    old = harbour(stances=(), quotes=())
    *rest, reed = old.actors
    new = harbour(
        stances=(), quotes=(), actors=(*rest, reed.model_copy(update={"name": "T. Reed"}))
    )
    assert compare(old, new) == (
        Difference("actors", "Tomas Reed", "name", "Tomas Reed", "T. Reed"),
    )


def test_summaries_of_two_articles_cannot_be_compared():
    with pytest.raises(ArticleError, match="two articles"):
        compare(harbour(), bare(Article("Another story.")))
