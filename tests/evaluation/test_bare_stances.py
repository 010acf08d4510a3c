"""Stances that other systems predict are scored against marked opinions."""

import json
from pathlib import Path

import pytest

from summarizer.evaluation.cases import Case
from summarizer.evaluation.datasets import read_cases
from summarizer.evaluation.predictions import read_predictions
from summarizer.evaluation.scoring import evaluate

TEXT = "The harbour board met. Ines Calloway praised the new quay. Tomas Reed left."
SENTENCE = (23, 59)


def opinion() -> dict[str, object]:
    """Return the one opinion of the gold."""
    words = {"holder": "Ines Calloway", "expression": "praised", "target": "the new quay"}
    places = {
        name: (TEXT.index(each), TEXT.index(each) + len(each)) for name, each in words.items()
    }
    marked = {name: [[*place, words[name]]] for name, place in places.items()}
    return {**marked, "polarity": "positive", "sentence": SENTENCE}


@pytest.fixture
def cases(tmp_path: Path) -> list[Case]:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "x", "text": TEXT, "stances": [opinion()]}) + "\n")
    return list(read_cases([str(gold)]))


@pytest.mark.parametrize(
    ("changed", "right"),
    [
        ({}, 1),
        ({"position": "supports"}, 1),
        ({"position": "criticises"}, 0),
        ({"position": "is glad about"}, 0),
        ({"target": "the board"}, 0),
        ({"actor": "Tomas Reed"}, 0),
        ({"actor": "the mayor", "mentions": [{"start": 23, "end": 36}]}, 1),
        ({"evidence": [{"start": 60, "end": 76}]}, 0),
        ({"evidence": []}, 0),
    ],
)
def test_a_bare_stance(
    cases: list[Case], tmp_path: Path, changed: dict[str, object], right: int
) -> None:
    evidence = [{"start": 23, "end": 59, "text": TEXT[23:59]}]
    stance = {"actor": "Ines Calloway", "position": "praises", "target": "the quay"}
    line = {"id": "x", "stances": [{**stance, "evidence": evidence, **changed}]}
    (tmp_path / "p.jsonl").write_text(json.dumps(line) + "\n")
    report = evaluate(cases, read_predictions(tmp_path / "p.jsonl"))
    assert report.counts.get("opinions.found", 0) == right
