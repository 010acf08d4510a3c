"""What comes of everything that an endpoint can do wrong, as docs/faults.md says it."""

import json
import re
import tracemalloc
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from time import perf_counter

import pytest
from bridge import ANSWERS, TEXT, answering, ask, reasons
from endpoint import Endpoint, completion, failure, name_of
from faults import HANGING, HARMLESS, ITEMS, LASTING, LEARNT, PASSING, UNUSABLE
from hypothesis import given
from hypothesis import strategies as st
from tenacity import wait_none

from summarizer import Settings, errors, summarize_many
from summarizer.errors import ModelError, RateLimitError
from summarizer.llm.retry import retry_after

DOCS = Path(__file__).parents[1] / "docs" / "faults.md"
KINDS = {
    "passes": PASSING,
    "lasts": LASTING,
    "unusable": UNUSABLE,
    "item": ITEMS,
    "learnt": LEARNT,
    "harmless": HARMLESS,
}
ATTEMPTS = 5
GIST = completion(json.dumps(ANSWERS["GistAnswer"]))


@dataclass
class Row:
    """A line of the table."""

    fault: str
    kind: str
    outcome: str
    requests: int


def _rows():
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        found = re.fullmatch(r"\| `([^`]+)` \| .+ \| (\w+) \| (\w+) \| (\d) \|", line)
        if found:
            yield Row(*found.groups()[:3], int(found[4]))


ROWS = list(_rows())


def of(*kinds):
    """The rows of these kinds, one a test."""
    chosen = [row for row in ROWS if row.kind in kinds]
    return pytest.mark.parametrize("row", chosen, ids=lambda row: row.fault)


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """Nobody waits where the endpoint does not say how long."""
    monkeypatch.setattr("summarizer.llm.retry.BACKOFF", wait_none())


@pytest.fixture(scope="module")
def right():
    """The summaries of right answers, by strategy, with the number of requests for each."""
    return {
        strategy: (summary, len(endpoint.requests))
        for strategy in ("one", "many")
        for summary, endpoint in [ask(answering(), strategy=strategy)]
    }


def parts(summary, *left_out):
    """A summary without what the run left in it, and without these parts."""
    return summary.model_dump(exclude={"provenance", "rejected", *left_out})


def test_the_table_names_every_fault_once():
    named = defaultdict(list)
    for row in ROWS:
        named[row.kind].append(row.fault)

    assert {kind: sorted(names) for kind, names in named.items()} == {
        kind: sorted(faults) for kind, faults in KINDS.items()
    }


@of("passes", "lasts", "unusable")
def test_a_fault_that_stays_is_the_error_of_the_table(row):
    patience = {"attempts": 2, "timeout": 0.3} if row.fault in HANGING else {"attempts": ATTEMPTS}

    with pytest.raises(ModelError) as caught:
        ask(lambda _: KINDS[row.kind][row.fault](), facets=("gist",), **patience)

    error = caught.value
    assert type(error).__name__ == row.outcome
    assert error.requests == (patience["attempts"] if row.fault in HANGING else row.requests)
    assert error.usage is not None
    assert "made-up-key" not in f"{error!r} {error} {error.hint}"
    assert f"{error} {error.hint}".isprintable()


def in_turn(names, kind):
    """An answer function that commits these faults first, each once, and then answers right."""
    left = list(names)
    return lambda request: KINDS[kind][left.pop()]() if left else answering()(request)


def test_a_fault_that_passes_leaves_no_trace(right):
    whole, requests = right["many"]
    faults = [name for name in PASSING if name not in HANGING]

    summary, endpoint = ask(in_turn(faults, "passes"), attempts=len(faults) + 1)

    assert parts(summary) == parts(whole)
    assert len(endpoint.requests) == len(faults) + requests


def test_what_hangs_and_passes_leaves_no_trace(right):
    whole, requests = right["many"]

    summary, endpoint = ask(in_turn(HANGING, "passes"), attempts=9, timeout=0.5)

    assert parts(summary) == parts(whole)
    assert len(endpoint.requests) >= len(HANGING) + requests, "more where the machine is busy"


def test_an_unusable_answer_that_is_mended_leaves_no_trace(right):
    whole, requests = right["many"]
    mended = [row.fault for row in ROWS if row.kind == "unusable" and row.requests == 2]

    summary, endpoint = ask(in_turn(mended, "unusable"), repairs=len(mended))

    assert parts(summary) == parts(whole)
    assert len(endpoint.requests) == len(mended) + requests


@of("unusable")
def test_an_unusable_answer_is_rejected_and_the_others_are_kept(row):
    def answer(request):
        faulty = name_of(request) == "SpeakerAnswer"
        return UNUSABLE[row.fault]() if faulty else answering()(request)

    summary, endpoint = ask(answer, facets=("gist", "quotes"))

    assert reasons(summary) == {getattr(errors, row.outcome).reason}
    assert summary.gist == "Ada Brandt opened a bridge over the Lenn."
    assert summary.quotes[0].text == "The river has kept us apart for too long."
    assert len(endpoint.requests) == 1 + row.requests


@of("item")
def test_a_wrong_item_is_left_out_and_the_rest_is_kept(row, right):
    strategy = "one" if "Form" in ITEMS[row.fault] else "many"
    whole, requests = right[strategy]

    summary, endpoint = ask(answering(**ITEMS[row.fault]), strategy=strategy)

    assert reasons(summary) == ({row.outcome} - {"nothing"})
    assert len(endpoint.requests) == requests - 1 + row.requests
    lost = {each.facet for each in summary.rejected}
    if row.fault == "name-missing":
        lost |= {"actors", "statements"}  # one actor less: the ids of the others are different
    assert parts(summary, *lost) == parts(whole, *lost)


@of("harmless")
def test_what_is_harmless_is_read(row):
    summary, endpoint = ask(
        lambda request: HARMLESS[row.fault](answering()(request)), facets=("gist",)
    )

    assert summary.gist == "Ada Brandt opened a bridge over the Lenn."
    assert summary.rejected == ()
    assert len(endpoint.requests) == row.requests


@pytest.mark.parametrize("name", ["500", "401", "429-hours"])
def test_an_endpoint_that_fails_midway_is_an_error_that_tells_the_usage(name):
    def answer(request):
        faulty = name_of(request) == "SpeakerAnswer"
        return (PASSING | LASTING)[name]() if faulty else answering()(request)

    with pytest.raises(ModelError) as caught:
        ask(answer, facets=("gist", "quotes"))

    assert caught.value.usage.requests == 1
    assert caught.value.usage.prompt_tokens == 10_000


def test_a_gigantic_answer_is_not_kept_in_memory():
    ask(answering(), facets=("gist",))  # loads the client
    tracemalloc.start()
    try:
        with pytest.raises(ModelError, match="more than 4 MB"):
            ask(lambda _: UNUSABLE["gigantic"](), facets=("gist",))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 32 * 2**20


def test_the_wait_that_is_asked_for_is_waited():
    responses = [failure(429, headers={"Retry-After": "1"})]
    began = perf_counter()

    ask(
        lambda request: responses.pop() if responses else answering()(request),
        facets=("gist",),
        attempts=2,
    )

    assert perf_counter() - began >= 1


def test_a_wait_that_is_too_long_is_told():
    with pytest.raises(RateLimitError, match="wait 86,400 seconds"):
        ask(lambda _: LASTING["429-hours"](), facets=("gist",))


def test_a_redirect_takes_the_article_nowhere():
    with pytest.raises(ModelError, match=r"127\.0\.0\.1:9.* not sent there"):
        ask(lambda _: LASTING["redirect-307"](), facets=("gist",))


@of("learnt")
def test_what_is_refused_is_learnt_once_and_costs_no_attempt(row):
    with Endpoint(lambda request: LEARNT[row.fault](request) or GIST) as endpoint:
        outcomes = list(
            summarize_many(
                [TEXT, f"{TEXT} It rained."],
                settings=Settings(
                    model="m", base_url=endpoint.url, strategy="many", attempts=1, repairs=0
                ),
                facets=("gist",),
                concurrency=1,
            )
        )

    assert [each.summary.gist for each in outcomes] == [ANSWERS["GistAnswer"]["gist"]] * 2
    assert len(endpoint.requests) == row.requests + 1
    assert LEARNT[row.fault](endpoint.requests[-1]) is None


@pytest.mark.parametrize("strategy", ["one", "many"])
def test_an_endpoint_that_takes_nothing_gives_the_same_summary(strategy, right):
    whole, requests = right[strategy]

    summary, endpoint = ask(
        lambda request: LEARNT["nothing"](request) or answering()(request), strategy=strategy
    )

    assert parts(summary) == parts(whole)
    assert len(endpoint.requests) == requests + 6


def test_a_date_is_waited_for():
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)

    assert 0 < retry_after(soon) <= 30


@given(st.text())
def test_no_header_asks_for_a_wait_that_cannot_be(value):
    wait = retry_after(value)

    assert wait is None or wait >= 0
