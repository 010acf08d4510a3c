"""The fault server as a benchmark starts it."""

import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from faults import PASSING, UNUSABLE

from summarizer import Article, Settings, summarize
from summarizer.errors import ModelError

SCRIPT = Path(__file__).parent / "fault_server.py"


@pytest.fixture
def server(tmp_path):
    """A function that starts the server and returns its address, and what stops it for its log."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with ExitStack() as running:

        def start(name, *words):
            path = tmp_path / name
            with path.open("w", encoding="utf-8") as log:
                command = [sys.executable, str(SCRIPT), *words]
                process = running.enter_context(subprocess.Popen(command, stderr=log, **pipes))
            running.callback(process.kill)

            def stop():
                process.stdin.close()
                assert process.wait(60) == 0
                return [json.loads(line) for line in path.read_text("utf-8").splitlines()]

            return process.stdout.readline().strip(), stop

        yield start


def outcome(text, url):
    settings = Settings.of(environment={}, model="m", base_url=url, facets=("gist",), attempts=1)
    try:
        return summarize(text, settings=settings).gist
    except ModelError as error:
        return type(error).__name__


TEXTS = [f"Harbour number {number} closes.\n\nNobody said why." for number in range(12)]


def test_it_answers_fails_logs_and_stops_by_itself(server):
    url, stop = server("a.log", "--faults", "0.5", "--seed", "1")
    outcomes = [outcome(text, url) for text in TEXTS]
    log = stop()

    assert {each["fault"] for each in log} <= {None, *PASSING, *UNUSABLE}
    assert {each["article"] for each in log} == {Article(text).id[:8] for text in TEXTS}
    told = [gist for gist in outcomes if gist.startswith("Harbour number")]
    assert 0 < len(told) < len(TEXTS)


def test_it_behaves_as_one_row_of_the_table(server):
    url, stop = server("a.log", "--always", "no-response-format")

    assert outcome(TEXTS[0], url).startswith("Harbour number 0")
    assert stop() == []


def test_the_same_seed_gives_the_same_faults(server):
    (one, stop_one), (other, stop_other) = (
        server(name, "--seed", "7") for name in ("a.log", "b.log")
    )
    for text in TEXTS[:5]:
        outcome(text, one)
    for text in reversed(TEXTS[:5]):
        outcome(text, other)

    assert sorted(map(str, stop_one())) == sorted(map(str, stop_other()))
