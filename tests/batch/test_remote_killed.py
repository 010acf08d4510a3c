"""A batch through a batch API that is killed between any two steps, and goes on."""

import signal
from collections import Counter
from pathlib import Path

import forked
import killed
import pytest
from batch_server import BatchEndpoint
from test_remote import ALL, gists, right, told

from summarizer.cli import main

SETTINGS = ["batch", "news", "-o", "out.jsonl", "--strategy", "many", "--facets", "gist"]


@pytest.fixture
def endpoint(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for name in ALL:
        Path(f"news/{name}.txt").write_text(f"It rained {name[1:]} days in Quillport.")
    with BatchEndpoint(shapeless_first()) as running:
        monkeypatch.setenv("SUMMARIZER_MODEL", "made-up-model")
        monkeypatch.setenv("SUMMARIZER_BASE_URL", running.url)
        running.expiring = expiring_once()
        yield running


def shapeless_first():
    """The first answer about story 2 has the wrong shape, so that it is repaired."""

    def answer(request):
        odd = told(request) == "2" and "2" not in asked
        asked.append(told(request))
        response = right(request)
        return response if not odd else type(response)(response.body.replace(b"gist", b"point"))

    asked = []
    return answer


def expiring_once():
    """One request expires the first time."""
    seen = Counter()

    def expires(name):
        first = min(seen or {name})
        seen[name] += 1
        return name == first and seen[name] == 1

    return expires


def start(endpoint, words, step=None, kill=None):
    """Run the command in a process of its own; return how it ended."""
    environment = {"SUMMARIZER_MODEL": "made-up-model", "SUMMARIZER_BASE_URL": endpoint.url}
    go = forked.FORKS.Event()
    given = ([*SETTINGS, *words], str(Path.cwd()), environment, step, go)
    process = forked.start(killed.run, *given)
    if kill:
        call, when = kill
        endpoint.kill = (process.pid, len(endpoint.calls) + call, when)
    go.set()
    process.join()
    endpoint.kill = None
    return process.exitcode


def finish():
    """Submit and collect until nothing is left."""
    for _ in range(4):
        assert main([*SETTINGS, "--submit", "--batches-only"]) == 0
        if main([*SETTINGS, "--collect"]) == 0:
            return
    pytest.fail("It does not end.")


def holds(endpoint):
    """Every article has one record, and no request is in two batches, but for what expired."""
    lines = Path("out.jsonl").read_text("utf-8").splitlines()
    repeated = [name for name, count in Counter(endpoint.asked).items() if count > 1]
    return (
        (len(lines), gists()) == (len(ALL), ALL)
        and not Path("out.requests.sqlite").exists()
        and len(repeated) == 1
    )


KILLED = [-signal.SIGKILL]
BOTH = ["before", "after"]
SUBMITTING = ["note", "split", "uploaded", "started"]
COLLECTING = ["end", "add", "settle"]


def test_without_a_kill_it_ends_in_two_rounds(endpoint):
    assert start(endpoint, ["--submit"]) == 0
    assert start(endpoint, ["--collect"]) == 4
    assert [call.split()[0] for call in endpoint.calls] == ["POST"] * 3 + ["GET"] * 3 + ["POST"]

    finish()

    assert holds(endpoint)
    assert len(endpoint.live) == 2


@pytest.mark.parametrize("when", BOTH)
@pytest.mark.parametrize("step", SUBMITTING)
def test_a_kill_between_two_steps_of_submitting(step, when, endpoint):
    assert start(endpoint, ["--submit"], step=(step, when)) in KILLED

    finish()

    assert holds(endpoint)


@pytest.mark.parametrize("when", BOTH)
@pytest.mark.parametrize("call", [1, 2, 3])
def test_a_kill_while_the_endpoint_is_asked_to_submit(call, when, endpoint):
    assert start(endpoint, ["--submit"], kill=(call, when)) in KILLED

    finish()

    assert holds(endpoint)
    assert len(endpoint.live) <= 3, "the first article, again where its answer was lost; a repair"


@pytest.mark.parametrize("when", BOTH)
@pytest.mark.parametrize("step", COLLECTING)
def test_a_kill_between_two_steps_of_collecting(step, when, endpoint):
    assert main([*SETTINGS, "--submit"]) == 0
    assert start(endpoint, ["--collect"], step=(step, when)) in KILLED

    finish()

    assert holds(endpoint)


@pytest.mark.parametrize("call", [1, 2, 3, 4])
def test_a_kill_while_the_endpoint_is_asked_for_answers(call, endpoint):
    assert main([*SETTINGS, "--submit"]) == 0
    assert start(endpoint, ["--collect"], kill=(call, "after")) in KILLED

    finish()

    assert holds(endpoint)
    assert len(endpoint.live) <= 3, "the first article; a repair, again where its answer was lost"
