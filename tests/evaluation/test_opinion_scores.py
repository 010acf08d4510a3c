"""Stances against gold that marks opinions in sentences, as MPQA does."""

import json
from collections import Counter

import pytest

from summarizer import summarize
from summarizer.evaluation.datasets import read_cases
from summarizer.evaluation.predictions import Prediction
from summarizer.evaluation.scoring import evaluate

TEXT = "Jane Roe praised the ferry. Bo Poe urged Roe to resign. It rained. Roe opposes the tunnel."
SENTENCES = ((0, 27), (28, 55), (56, 66), (67, 90))


def jsonl(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def piece(words):
    start = TEXT.index(words)
    return [start, start + len(words), words]


def opinion(sentence, holder, expression, target, polarity):
    """An opinion in a sentence of the text, as a line of the gold has it."""
    parts = {"holder": holder, "expression": expression, "target": target}
    pieces = {name: [piece(words)] if words else [] for name, words in parts.items()}
    return {**pieces, "polarity": polarity, "sentence": SENTENCES[sentence]}


PRAISE = opinion(0, "Jane Roe", "praised", "the ferry", "positive")
URGING = opinion(1, "Bo Poe", "urged", "Roe to resign", "negative")
TUNNEL = opinion(3, "Roe", "opposes", "the tunnel", "negative")


def counts(tmp_path, *opinions):
    """The counts for the stances that code reads in the text."""
    path = jsonl(tmp_path / "gold.jsonl", {"id": "ferry", "text": TEXT, "stances": opinions})
    (case,) = read_cases([path])
    found = Prediction.of(summarize(case.article, model="none", facets=["stances"]))
    report = evaluate([case], {case.article.id: found})
    given = {key: n for key, n in report.counts.items() if key.startswith("opinions.")}
    return Counter({key.removeprefix("opinions."): n for key, n in given.items()})


def test_a_stance_is_right_by_sentence_side_target_and_holder(tmp_path):
    found = counts(tmp_path, PRAISE, URGING, TUNNEL)
    assert found == Counter(judged=3, right=3, asked=3, found=3)


@pytest.mark.parametrize(
    ("changes", "judged", "right", "another_side"),
    [
        ({"polarity": "negative"}, 3, 2, 1),
        ({"polarity": "neutral"}, 2, 2, 0),
        ({"holder": []}, 2, 2, 0),
        ({"target": [piece("rained")]}, 3, 2, 0),
        ({"holder": [piece("Bo Poe")]}, 3, 2, 0),
        ({"sentence": SENTENCES[2]}, 3, 2, 0),
    ],
)
def test_what_the_gold_does_not_have_is_wrong_or_left_out(
    tmp_path, changes, judged, right, another_side
):
    found = counts(tmp_path, {**PRAISE, **changes}, URGING, TUNNEL)
    shown = (found["judged"], found["right"], found["another_side"])
    assert shown == (judged, right, another_side)


def test_a_demand_needs_the_words_of_one(tmp_path):
    other = {**URGING, "expression": [piece("resign")]}
    assert counts(tmp_path, PRAISE, other, TUNNEL)["right"] == 2


def test_opinions_of_one_holder_by_one_expression_count_once(tmp_path):
    again = {**PRAISE, "target": [piece("ferry")]}
    assert counts(tmp_path, PRAISE, again)["asked"] == 1


def test_what_is_only_a_pronoun_is_not_asked_for(tmp_path):
    assert counts(tmp_path, {**PRAISE, "target": [piece("It")]})["asked"] == 0


def test_articles_without_opinions_count_as_the_others_of_their_file(tmp_path):
    lines = [
        {"id": "ferry", "text": TEXT, "stances": [PRAISE]},
        {"id": "rain", "text": "It rained.", "stances": []},
    ]
    ferry, rain = read_cases([jsonl(tmp_path / "gold.jsonl", *lines)])
    assert (len(ferry.opinions), rain.opinions, rain.stances) == (1, (), None)
