"""Quotation scores of made-up articles, against numbers worked out by another scorer.

The other scorer was written apart from this one, by the same definition.
"""

import json

import pytest
from annotated import FERRY, GOLD, PREDICTIONS
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.evaluation.datasets import read_cases
from summarizer.evaluation.matching import Predicted
from summarizer.evaluation.predictions import read_predictions
from summarizer.evaluation.quotations import score_quotations
from summarizer.evaluation.scoring import evaluate

NUMBERS = {
    "the gold itself": {
        "verbatim_rate": 1.0,
        "quote_precision": 1.0,
        "quote_recall": 1.0,
        "quote_f1": 1.0,
        "direct_recall": 1.0,
        "mixed_recall": 1.0,
        "letter_f1": 1.0,
        "quote_speaker_accuracy": 1.0,
        "quote_attributed": 1.0,
        "described_speaker_accuracy": 1.0,
        "pronouns_named": 0.0,
        "long_quote_precision": 1.0,
        "long_quote_recall": 1.0,
        "long_quote_f1": 1.0,
        "long_quote_speaker_accuracy": 1.0,
        "long_quote_attributed": 1.0,
    },
    "nothing": {
        "verbatim_rate": None,
        "quote_precision": None,
        "quote_recall": 0.0,
        "quote_f1": None,
        "direct_recall": 0.0,
        "mixed_recall": 0.0,
        "letter_f1": None,
        "quote_speaker_accuracy": None,
        "quote_attributed": 0.0,
        "described_speaker_accuracy": None,
        "pronouns_named": None,
        "long_quote_precision": None,
        "long_quote_recall": 0.0,
        "long_quote_f1": None,
        "long_quote_speaker_accuracy": None,
        "long_quote_attributed": 0.0,
    },
    "other marks, no offsets": {
        "verbatim_rate": 1.0,
        "quote_precision": 1.0,
        "quote_recall": 0.5,
        "quote_f1": 0.6667,
        "direct_recall": 0.4286,
        "mixed_recall": 0.6667,
        "letter_f1": 0.6558,
        "quote_speaker_accuracy": 0.6667,
        "quote_attributed": 0.3333,
        "described_speaker_accuracy": 0.0,
        "pronouns_named": 1.0,
        "long_quote_precision": 1.0,
        "long_quote_recall": 0.5714,
        "long_quote_f1": 0.7273,
        "long_quote_speaker_accuracy": 1.0,
        "long_quote_attributed": 0.5,
    },
    "misquoted, doubled, scare quotes": {
        "verbatim_rate": 0.8333,
        "quote_precision": 0.3333,
        "quote_recall": 0.2,
        "quote_f1": 0.25,
        "direct_recall": 0.1429,
        "mixed_recall": 0.3333,
        "letter_f1": 0.2816,
        "quote_speaker_accuracy": 0.0,
        "quote_attributed": 0.0,
        "described_speaker_accuracy": 1.0,
        "pronouns_named": None,
        "long_quote_precision": 0.0,
        "long_quote_recall": 0.0,
        "long_quote_f1": 0.0,
        "long_quote_speaker_accuracy": None,
        "long_quote_attributed": 0.0,
    },
    "in pieces, and run together": {
        "verbatim_rate": 1.0,
        "quote_precision": 0.75,
        "quote_recall": 0.3,
        "quote_f1": 0.4286,
        "direct_recall": 0.4286,
        "mixed_recall": 0.0,
        "letter_f1": 0.6606,
        "quote_speaker_accuracy": 1.0,
        "quote_attributed": 0.1667,
        "described_speaker_accuracy": None,
        "pronouns_named": 0.0,
        "long_quote_precision": 0.75,
        "long_quote_recall": 0.4286,
        "long_quote_f1": 0.5455,
        "long_quote_speaker_accuracy": 1.0,
        "long_quote_attributed": 0.25,
    },
}


def jsonl(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def cases(tmp_path):
    return read_cases([jsonl(tmp_path / "gold.jsonl", GOLD)])


@pytest.fixture
def ferry(cases):
    return cases[0]


@pytest.mark.parametrize("quality", PREDICTIONS)
def test_the_scores_are_those_of_the_other_scorer(quality, cases, tmp_path):
    """Every rate of both scorers agrees to four digits."""
    predictions = read_predictions(jsonl(tmp_path / "predictions.jsonl", PREDICTIONS[quality]))
    measures = evaluate(cases, predictions).measures
    shown = {
        name: None if measures[name] is None else round(measures[name], 4)
        for name in NUMBERS[quality]
    }
    assert shown == NUMBERS[quality]


def test_articles_without_and_beyond_the_gold_are_counted(cases, tmp_path):
    """A prediction of an article that the gold lacks is ignored, and said to be."""
    rows = [row for row in PREDICTIONS["in pieces, and run together"] if row["id"] != "ferry"]
    report = evaluate(cases, read_predictions(jsonl(tmp_path / "some.jsonl", rows)))
    assert (report.articles, report.missing, report.ignored) == (2, 1, 1)


def test_a_discarded_region_counts_neither_way(ferry):
    """The banner's words are no quotation of the gold, and no false one either."""
    banner = FERRY.rindex("We got")
    counts = score_quotations(
        ferry, [Predicted("We got what we came for", None, banner, banner + 23)]
    )
    assert (counts["predicted"], counts["judged"], counts["gold"]) == (1, 0, 6)


def test_a_repeated_quotation_without_offsets_takes_the_next_place(ferry):
    """The second prediction of the same words stands for their second place."""
    twice = [Predicted("We got what we came for,", "Tomas Reed")] * 3
    counts = score_quotations(ferry, twice)
    assert (counts["verbatim"], counts["judged"], counts["right"]) == (3, 2, 1)


def test_wrong_offsets_do_not_move_a_quotation(ferry):
    """Offsets that do not hold the words are passed over, and the words searched."""
    counts = score_quotations(ferry, [Predicted("Not a crown less.", "Reed", 5, 22)])
    assert (counts["verbatim"], counts["right"]) == (1, 1)


@settings(deadline=None, max_examples=50)
@given(texts=st.lists(st.text(max_size=40), max_size=6))
def test_any_prediction_can_be_scored(texts):
    """No string breaks the scorer, and what is right was judged and predicted."""
    from summarizer.article import Article
    from summarizer.evaluation.cases import Case, Quotation

    case = Case(Article(FERRY), (Quotation(48, 72, 6, ("Tomas Reed",)),))
    counts = score_quotations(case, [Predicted(text, text) for text in texts])
    assert counts["right"] <= counts["judged"] <= counts["predicted"] == len(texts)
    assert counts["found"] <= counts["gold"] == 1
