"""The meter and the runs of the comparison, against a made-up endpoint."""

import json
import runpy
import sys
from argparse import Namespace
from pathlib import Path

import pytest
import run_ours
import run_plain
import runs
from endpoint import Endpoint, Response, completion, failure
from meter import Meter
from openai import OpenAI

TEXT = 'Ferry strike ends\n\n"We got 12 crowns," said Tomas Reed. He left.\n'
MODEL = "made-up-model"
SCRIPTS = sorted(Path(runs.__file__).parent.glob("*.py"))
COMMANDS = [
    path
    for path in SCRIPTS
    if all(word in path.read_text("utf-8") for word in ("ArgumentParser(", "__main__"))
]


def put(base_url, times=1):
    client = OpenAI(base_url=base_url, api_key="k", max_retries=0)
    for _ in range(times):
        client.chat.completions.create(model=MODEL, messages=[])


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    lines = [json.dumps({"id": f"a{number}", "text": TEXT}) + "\n" for number in range(3)]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_the_meter_counts_what_the_endpoint_reports():
    timings = {"prompt_ms": 1500, "predicted_ms": 500}
    with (
        Endpoint(lambda _: completion("Yes.", timings=timings)) as endpoint,
        Meter(endpoint.url) as meter,
    ):
        put(meter.base_url, times=2)
        tally = meter.take()
        assert meter.take().replies == 0
    assert (tally.replies, tally.prompt_tokens, tally.cached_tokens) == (2, 20_000, 80)
    assert (tally.completion_tokens, tally.read_seconds, tally.write_seconds) == (20, 3, 1)
    assert tally.answers == ["Yes.", "Yes."]
    assert endpoint.keys == {"Bearer k"}


def test_the_meter_passes_refusals_on():
    with Endpoint(lambda _: failure(429)) as endpoint, Meter(endpoint.url) as meter:
        with pytest.raises(Exception, match="429"):
            put(meter.base_url)
        tally = meter.take()
    assert (tally.replies, tally.prompt_tokens) == (1, 0)


def run(gold, out, ask, base_url, limit=None):
    runs.run(Namespace(gold=gold, out=out, limit=limit, base_url=base_url, model=MODEL), ask)


def test_a_run_that_was_cut_off_goes_on(gold, tmp_path):
    out, asked = tmp_path / "out.jsonl", []

    def ask(article, endpoint):
        asked.append(article.id)
        put(endpoint.base_url)
        return {"id": article.id, "quotes": []}

    with Endpoint(lambda _: completion("Yes.")) as endpoint:
        run(gold, out, ask, endpoint.url, limit=2)
        with out.open("r+b") as file:  # the last line lost its end
            file.truncate(out.stat().st_size - 3)
        run(gold, out, ask, endpoint.url)
    assert asked == ["a0", "a1", "a1", "a2"]
    assert [line["id"] for line in runs.lines_of(out)] == ["a0", "a1", "a2"]
    assert runs.lines_of(runs.costs_of(out))[-1]["completion_tokens"] == 10


def test_a_failure_is_a_result_only_where_the_endpoint_replied(gold, tmp_path):
    out = tmp_path / "out.jsonl"

    def ask(article, endpoint):
        put(endpoint.base_url)
        raise ValueError(article.id)

    with Endpoint(lambda _: completion("Yes.")) as endpoint:
        run(gold, out, ask, endpoint.url, limit=1)
    assert runs.lines_of(runs.costs_of(out))[0]["error"] == "ValueError: a0"
    with pytest.raises(Exception, match="502"):
        run(gold, out, ask, endpoint.url)
    assert len(runs.lines_of(out)) == 1


def test_the_plain_call_predicts_what_the_model_wrote(gold):
    said = {"quotes": [{"text": "We got nothing", "speaker": "Reed"}]}
    with Endpoint(lambda _: completion(json.dumps(said))) as endpoint:
        at = runs.Endpoint(endpoint.url, MODEL, "k")
        found = run_plain.ask(runs.read_articles(gold)[0], at, "quotes")
    assert found == {"id": "a0", **said}


def test_ours_is_asked_for_the_facets_of_the_run(gold):
    def answer(request) -> Response:
        return completion('{"speaker": "Tomas Reed"}')

    with Endpoint(answer) as endpoint:
        at = runs.Endpoint(endpoint.url, MODEL, "k")
        found = run_ours.ask(runs.read_articles(gold)[0], at, "many", "quotes")
    assert found["article"]["id"] == "a0"
    assert found["provenance"]["facets"] == ["quotes"]


@pytest.mark.parametrize("script", COMMANDS, ids=lambda path: path.stem)
def test_every_script_starts(script, monkeypatch):
    """A broken import fails here first, not when you want to measure."""
    monkeypatch.setattr(sys, "argv", [str(script), "--help"])

    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(script), run_name="__main__")

    assert ended.value.code == 0
