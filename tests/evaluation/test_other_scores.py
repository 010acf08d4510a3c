"""Scores of figures, actors and stances, and the intervals around all of them."""

from collections import Counter
from decimal import Decimal

import pytest

from summarizer.article import Article
from summarizer.evaluation.actors import score_actors
from summarizer.evaluation.cases import Amount
from summarizer.evaluation.figures import same_unit, score_figures
from summarizer.evaluation.gold import GoldStance
from summarizer.evaluation.intervals import intervals
from summarizer.evaluation.stances import score_stances
from summarizer.schema import Actor, ArticleInfo, Provenance, Span, Stance, Summary, Usage

TEXT = "Teodor Vance wants a tunnel. Odalys Brennick called the tunnel a folly. Reed said nothing."


def amount(*values, unit=None, **fields):
    return Amount(tuple(map(Decimal, values)), (unit,) if unit else (), **fields)


def test_a_value_counts_once():
    """Three equal figures find no more than two of the gold."""
    counts = score_figures([amount("3"), amount("3")], [amount("3.0")] * 3)
    assert (counts["matched"], counts["predicted"], counts["gold"]) == (2, 3, 2)


def test_the_partner_with_the_right_unit_is_preferred():
    """Of two equal values, each goes to its own unit."""
    gold = [amount("5", unit="boats"), amount("5", unit="crowns")]
    counts = score_figures(gold, [amount("5", unit="crown"), amount("5", unit="boat")])
    assert (counts["matched"], counts["right_unit"]) == (2, 2)


@pytest.mark.parametrize(
    ("predicted", "matched"),
    [(("8", "11"), 1), (("8", "12"), 0), (("8",), 0), (("8.000001", "11"), 1)],
)
def test_a_range_matches_by_both_ends(predicted, matched):
    """One end is not enough."""
    assert score_figures([amount("8", "11")], [amount(*predicted)])["matched"] == matched


def test_equal_values_at_other_places_do_not_match():
    """Where the gold tells places, the figure has to stand there."""
    gold = [amount("8", place=(10, 11))]
    assert score_figures(gold, [amount("8", place=(40, 41))])["matched"] == 0
    assert score_figures(gold, [amount("8", place=(8, 11))])["matched"] == 1


def test_an_optional_figure_counts_neither_way():
    """Whether it is found, read otherwise or missed."""
    gold = [amount("7", "2", place=(0, 3), optional=True)]
    assert score_figures(gold, []) == Counter()
    assert score_figures(gold, [amount("7", place=(0, 1)), amount("2", place=(2, 3))]) == Counter()
    assert score_figures(gold, [amount("2", "7", place=(0, 3))]) == Counter()


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        (Amount((), ("km/hr",)), Amount((), ("kilometres per hour",)), True),
        (Amount((), currency="EUR"), Amount((), ("euros",), currency="EUR"), True),
        (Amount((), percent=True), Amount((), ("per cent",), percent=True), True),
        (Amount((), ("", "year of age")), Amount(()), True),
        (Amount((), ("boats",)), Amount((), ("crews",)), False),
        (Amount((), ("boats",)), Amount(()), False),
    ],
)
def test_units_agree_however_they_are_written(gold, predicted, same):
    """Money by its currency, percent by its sign, the rest by its name."""
    assert same_unit(gold, predicted) is same


def test_a_caption_has_to_mention_what_the_gold_says():
    """One of the alternatives of each; a caption that nobody asked for is not scored."""
    gold = [amount("15000", measures=("troops|soldiers", "sent"))]
    right = score_figures(gold, [amount("15000", caption="Soldiers sent since last year")])
    wrong = score_figures(gold, [amount("15000", caption="Soldiers")])
    unasked = score_figures(gold, [amount("15000")])
    assert [each["right_caption"] for each in (right, wrong, unasked)] == [1, 0, 0]
    assert [each["to_caption"] for each in (right, wrong, unasked)] == [1, 1, 0]


def test_a_caption_has_to_name_what_the_gold_names_and_no_neighbour():
    """All words of the head of the gold's caption, in any form; words for measures are none."""
    gold = [
        amount("22", caption="rise in the price of asphalt"),
        amount("40", caption="city bus fare"),
    ]
    for written, named in [
        ("price of asphalt has climbed", 1),
        ("prices", 0),
        ("asphalt and the city's buses", 0),
        ("", 0),
    ]:
        counts = score_figures(gold, [amount("22", caption=written)])
        assert (counts["to_name"], counts["named"]) == (1, named)


def actor(number, name):
    start = TEXT.index(name)
    span = Span(start=start, end=start + len(name), text=name)
    return Actor(id=f"A{number}", name=name, mentions=(span,))


def test_each_named_source_is_looked_for_once():
    """Two mentions of one person are one source; descriptions are none."""
    sources = ["Vance", "Teodor Vance", "Reed", "critics", "Brennick"]
    counts = score_actors(TEXT, sources, [actor(1, "Teodor Vance"), actor(2, "Brennick")])
    assert (counts["sources"], counts["found"], counts["actors"]) == (3, 2, 2)


def stance(actor, position, target, words):
    start = TEXT.index(words)
    span = Span(start=start, end=start + len(words), text=words)
    return Stance(actor=actor, position=position, target=target, evidence=(span,))


def summary(*stances):
    provenance = Provenance(
        model="m",
        strategy="many",
        facets=("stances",),
        prompts="p",
        version="0",
        usage=Usage(),
        seconds=1,
    )
    actors = (actor(1, "Teodor Vance"), actor(2, "Odalys Brennick"))
    info = ArticleInfo.of(Article(TEXT))
    return Summary(article=info, actors=actors, stances=stances, provenance=provenance)


def gold(actor, position, words):
    start = TEXT.index(words)
    span = Span(start=start, end=start + len(words), text=words)
    return GoldStance(actor=actor, position=position, target_words=("tunnel",), evidence=(span,))


WANTS = "Teodor Vance wants a tunnel."
FOLLY = "Odalys Brennick called the tunnel a folly."
GOLD = [gold("Vance", "demands", WANTS), gold("Odalys Brennick", "criticises", FOLLY)]


def test_stances_agree_by_actor_target_and_side():
    """To oppose is on the side of criticising, but not the very position."""
    made = summary(
        stance("A1", "demands", "a tunnel", WANTS), stance("A2", "opposes", "The tunnel", WANTS)
    )
    counts = score_stances(GOLD, TEXT, made)
    assert (counts["agreed"], counts["right_position"], counts["right_evidence"]) == (2, 1, 1)


@pytest.mark.parametrize(
    ("made", "contradicted"),
    [
        (("A2", "praises", "the tunnel"), 1),
        (("A2", "criticises", "the weather"), 0),
        (("A1", "criticises", "the tunnel"), 0),
        (("A2", "unclear", "the tunnel"), 0),
    ],
)
def test_stances_that_do_not_agree(made, contradicted):
    """Another target or actor is just wrong; the other side contradicts the gold."""
    counts = score_stances(GOLD, TEXT, summary(stance(*made, FOLLY)))
    assert (counts["agreed"], counts["contradicted"]) == (0, contradicted)


def test_an_article_without_a_summary_has_missed_its_stances():
    """They stay in what recall is a share of."""
    assert score_stances(GOLD, TEXT, None) == Counter(gold=2)


def test_intervals_hold_the_rate_and_do_not_change():
    """The draws are the same in every run, and narrower for more articles."""

    def rate(counts):
        return {"rate": counts["a"] / counts["b"], "none": None}

    few = intervals([Counter(a=n % 3, b=2) for n in range(9)], rate)
    many = intervals([Counter(a=n % 3, b=2) for n in range(90)], rate)
    assert few == intervals([Counter(a=n % 3, b=2) for n in range(9)], rate)
    assert few["rate"][0] < many["rate"][0] < 0.5 < many["rate"][1] < few["rate"][1]
    assert "none" not in few
