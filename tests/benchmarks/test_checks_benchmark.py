"""The measurement of the checks, on captions that were written before any check read them."""

import json
from pathlib import Path

import checks
import pytest

FRESH = Path(checks.__file__).parent / "fresh"
ANSWERS = [json.loads(line) for line in (FRESH / "captions.jsonl").read_text("utf-8").splitlines()]


def share(counts, *outcomes):
    return sum(counts[each] for each in outcomes) / counts.total()


def test_the_lenient_checks_refuse_no_right_caption_and_catch_wrong_ones():
    found = checks.measure(ANSWERS, FRESH, strict=False)
    assert share(found["right"], "kept", "guessed") >= 0.93
    assert share(found["right"], "kept") >= 0.85
    # 9 of 38; which caption is put on which neighbour changes with every figure that is found.
    assert share(found["neighbour"], "guessed", "refused") >= 0.2
    assert share(found["distant"], "guessed", "refused") >= 0.75


def test_the_strict_checks_doubt_nothing():
    found = checks.measure(ANSWERS, FRESH, strict=True)
    assert not any(counts["guessed"] for counts in found.values())
    assert share(found["distant"], "refused") >= 0.95


def test_the_stances_of_the_gold_are_kept_and_swapped_actors_caught():
    seeds = Path(checks.__file__).parents[1] / "seeds"
    names = [path.stem for path in seeds.glob("*.txt")]
    answers = [{"id": name, "captions": [], "gists": []} for name in names]
    found = checks.measure(answers, seeds, strict=False)
    assert share(found["stances"], "kept", "guessed") >= 42 / 44
    assert share(found["swapped"], "guessed", "refused") >= 0.8


def test_it_prints_a_table(capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["checks.py", str(FRESH / "captions.jsonl"), str(FRESH)])
    checks.main()
    printed = capsys.readouterr().out
    assert "lenient" in printed
    assert "distant" in printed


@pytest.mark.parametrize("answers", ANSWERS, ids=[answers["id"] for answers in ANSWERS])
def test_each_caption_is_at_its_figure(answers):
    text = (FRESH / f"{answers['id']}.txt").read_text("utf-8")
    for caption in answers["captions"]:
        assert text[caption["start"] : caption["end"]] == caption["text"]
