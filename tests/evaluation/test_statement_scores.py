"""Scores of statements against the attributions of the gold."""

import json

import pytest

from summarizer import Article, summarize
from summarizer.evaluation.cases import Attributed
from summarizer.evaluation.datasets import read_cases
from summarizer.evaluation.predictions import Prediction
from summarizer.evaluation.scoring import evaluate
from summarizer.evaluation.statements import score_statements

TEXT = "Ada Ruiz said the mine would close. The town was wet, according to Tim Orr. It rains."


@pytest.fixture
def summary():
    return summarize(Article(TEXT, id="mine"), model="none")


def gold(words, speaker, *, optional=False):
    start = TEXT.index(words)
    return Attributed(start, start + len(words), speaker, optional)


def test_half_of_the_characters_is_the_same_statement(summary):
    wanted = [gold("that the mine would close"[5:], "Ada Ruiz"), gold("wet", "Tim Orr")]
    counts = score_statements(wanted, TEXT, summary)
    assert (counts["predicted"], counts["right"]) == (2, 1)
    assert (counts["gold"], counts["found"]) == (2, 1)


def test_speakers_count_where_the_source_is_a_name(summary):
    wanted = [gold("the mine would close", "Bo Poe"), gold("The town was wet", "Tim Orr")]
    counts = score_statements(wanted, TEXT, summary)
    assert (counts["named"], counts["right_speaker"]) == (2, 1)


def test_optional_statements_are_right_and_not_missed(summary):
    wanted = [gold("the mine would close", "Ada Ruiz", optional=True), gold("It rains", None)]
    counts = score_statements(wanted, TEXT, summary)
    assert (counts["right"], counts["gold"], counts["found"]) == (1, 1, 0)


def test_each_statement_of_the_gold_is_used_once(summary):
    twice = summary.model_copy(update={"statements": summary.statements[:1] * 2})
    counts = score_statements([gold("the mine would close", None)], TEXT, twice)
    assert (counts["predicted"], counts["right"], counts["found"]) == (2, 1, 1)


def test_without_a_summary_all_are_missed():
    counts = score_statements([gold("It rains", None)], TEXT, None)
    assert (counts["gold"], counts["found"], counts["predicted"]) == (1, 0, 0)


def attribution(words, speaker, kind):
    start = TEXT.index(words)
    content = {"start": start, "end": start + len(words)}
    return {"source": {"text": speaker}, "content": content, "kind": kind}


def test_gold_is_read_from_attributions_and_scored(tmp_path, summary):
    attributions = [
        attribution("the mine would close", "Ada Ruiz", "indirect"),
        attribution("The town was wet", "Tim Orr", "mixed"),
        attribution("It rains", "Tim Orr", "direct"),
    ]
    path = tmp_path / "gold.jsonl"
    line = {"id": "mine", "text": TEXT, "attributions": attributions}
    path.write_text(json.dumps(line), encoding="utf-8")
    cases = read_cases([path])
    assert [each.optional for each in cases[0].statements] == [False, True]
    report = evaluate(cases, {"mine": Prediction.of(summary)})
    assert report.measures["statement_precision"] == 1
    assert report.measures["statement_recall"] == 1
    assert report.measures["statement_speaker_accuracy"] == 1


def test_gold_without_words_has_no_scores_of_statements(tmp_path, summary):
    path = tmp_path / "gold.jsonl"
    line = {"id": "mine", "text": TEXT, "attributions": [{"source": {"text": "Ada Ruiz"}}]}
    path.write_text(json.dumps(line), encoding="utf-8")
    cases = read_cases([path])
    assert cases[0].statements is None
    report = evaluate(cases, {"mine": Prediction.of(summary)})
    assert report.measures["statement_precision"] is None
