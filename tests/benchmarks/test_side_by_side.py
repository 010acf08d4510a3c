"""The table of the comparison, on a made-up article and the seeds."""

import json
from pathlib import Path

import gold_of_seeds
import pytest
import side_by_side

from summarizer.evaluation.datasets import read_cases
from summarizer.evaluation.gold import read_seed

TEXT = '"We won," said Ines Calloway. "We lost," said Tomas Reed.\n'
SEED = Path("seeds/calloway-profile.gold.json")
COST = {
    "seconds": 30,
    "prompt_tokens": 500,
    "cached_tokens": 400,
    "completion_tokens": 60,
    "error": None,
}


def quote(words, speaker):
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words), "speaker_text": speaker}


GOLD = {
    "id": "game",
    "text": TEXT,
    "direct_quotes": [quote("We won,", "Ines Calloway"), quote("We lost,", "Tomas Reed")],
}


def write(path, *lines):
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def cases(tmp_path):
    return read_cases([write(tmp_path / "gold.jsonl", GOLD)])


@pytest.fixture
def path(tmp_path):
    said = [
        {"text": "We won,", "speaker": "Calloway"},
        {"text": "We lost,", "speaker": "Calloway"},
        {"text": "We drew", "speaker": "Reed"},
    ]
    write(tmp_path / "some.costs.jsonl", {"id": "game", **COST}, {"id": "other", **COST})
    return write(tmp_path / "some.jsonl", {"id": "game", "quotes": said})


def test_a_run_is_scored_and_its_costs_are_added_up(cases, path):
    values = side_by_side.measure(cases, path).values
    assert values["word for word"] == pytest.approx(2 / 3)
    assert (values["recall"], values["both right, of all named"]) == (1, 0.5)
    assert (values["read"], values["cached"], values["written"]) == (100, 400, 60)
    assert (values[side_by_side.MINUTE], values[side_by_side.WRITTEN]) == (2, 60)


def test_the_table_has_the_median_of_the_runs_and_the_ratio(cases, path):
    run = side_by_side.measure(cases, path)
    slow = side_by_side.Run({**run.values, side_by_side.MINUTE: 1.0}, 1, 0)
    rows = {"a": side_by_side.medians([run, run, slow]), "b": side_by_side.medians([slow])}
    assert "| 2.0 | 60 | 100 |" in "\n".join(side_by_side.table(rows))
    assert "minute 2.00, tokens written a right quote 1.00" in next(side_by_side.ratios(rows, "b"))


def test_missing_articles_are_told(cases, tmp_path):
    run = side_by_side.measure(cases, write(tmp_path / "none.jsonl"))
    assert run.values["recall"] == 0
    assert "0 of 1 articles" in next(side_by_side.notes("none", [run], 1))


def test_the_gold_of_a_seed_keeps_its_quotations(tmp_path):
    line = gold_of_seeds.line(*read_seed(SEED))
    (case,) = read_cases([write(tmp_path / "seed.jsonl", line)])
    (seed,) = (each for each in read_cases(["seeds"]) if each.article.id == case.article.id)
    assert [each.place for each in case.quotations] == [each.place for each in seed.quotations]
    assert case.stances == seed.stances
