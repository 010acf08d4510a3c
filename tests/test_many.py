"""What summarize_many makes of many articles: an outcome for each, as it comes, and no more."""

import asyncio
import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing

import pytest
from endpoint import Endpoint, completion, failure
from faults import UNUSABLE
from test_pipeline import answering

from summarizer import Article, Session, Settings, asummarize, summarize_many
from summarizer.errors import (
    ArticleError,
    AuthenticationError,
    EndpointError,
    ForbiddenError,
    LocalModelError,
    SettingsError,
    UnknownModelError,
)

GIST = completion('{"gist": {"text": "It rained.", "sentences": [1]}}')


def settings(endpoint, **changes):
    given = {"facets": ("gist",), "attempts": 1} | changes
    return Settings.of(environment={}, model="made-up-model", base_url=endpoint.url, **given)


def many(endpoint, articles, concurrency=4, **changes):
    return summarize_many(articles, concurrency=concurrency, settings=settings(endpoint, **changes))


def texts(count):
    return [f"It rained {number} times." for number in range(count)]


def about(request, word):
    return word in request["messages"][-1]["content"]


def test_every_article_has_one_outcome():
    with Endpoint(lambda _: GIST) as endpoint:
        outcomes = list(many(endpoint, texts(20)))

    assert sorted(outcome.index for outcome in outcomes) == list(range(20))
    for outcome in outcomes:
        assert outcome.article.text == texts(20)[outcome.index]
        assert outcome.summary.article.digest == outcome.article.digest
        assert (outcome.error, outcome.usage.requests) == (None, 1)


def test_outcomes_come_in_the_order_of_completion():
    release = threading.Event()

    def answer(request):
        if about(request, "rained 0"):
            release.wait(60)
        return GIST

    with Endpoint(answer) as endpoint:
        order = []
        for outcome in many(endpoint, texts(8)):
            order.append(outcome.index)
            if len(order) == 7:
                release.set()

    assert order[-1] == 0


@pytest.mark.parametrize(
    ("given", "error", "asked"),
    [
        ("", ArticleError, 0),
        (None, ArticleError, 0),
        ("The server fails on this one.", EndpointError, 1),
        ("The filter forbids this one.", ForbiddenError, 1),
    ],
)
def test_an_error_is_a_value_and_stops_nothing(given, error, asked):
    def answer(request):
        fails = {"fails": failure(500), "forbids": failure(403)}
        return next((fails[word] for word in fails if about(request, word)), GIST)

    with Endpoint(answer) as endpoint:
        outcomes = {each.index: each for each in many(endpoint, [given, *texts(5)])}

    assert isinstance(outcomes.pop(0).error, error)
    assert [each.error for each in outcomes.values()] == [None] * 5
    assert len(endpoint.requests) == 5 + asked


@pytest.mark.parametrize("fault", ["gigantic", "gzip-bomb"])
def test_an_error_that_caused_its_own_context_is_a_value_too(fault):
    with Endpoint(lambda _: UNUSABLE[fault]()) as endpoint:
        [outcome] = many(endpoint, texts(1))

    assert "more than 4 MB" in str(outcome.error)


def test_what_was_spent_on_a_failure_is_told():
    with Endpoint(lambda _: completion("no JSON at all")) as endpoint:
        [outcome] = many(endpoint, ["It rained."])

    assert outcome.usage.requests == 2
    assert outcome.usage.prompt_tokens == 20_000


def test_articles_are_read_no_further_than_the_concurrency():
    read = []

    def articles():
        for number in range(1000):
            read.append(number)
            yield f"It rained {number} times."

    with Endpoint(lambda _: GIST) as endpoint:
        outcomes = many(endpoint, articles(), concurrency=3)
        for taken in range(1, 10):
            next(outcomes)
            assert len(read) < taken + 3
        outcomes.close()
        assert len(endpoint.requests) <= len(read)


def test_nothing_is_read_or_asked_before_the_first_outcome_is_wanted():
    with Endpoint(lambda _: GIST) as endpoint:
        many(endpoint, iter(texts(3)))
        assert endpoint.requests == []


def test_articles_are_read_in_the_callers_thread():
    """As the cursor of a database wants it."""
    with closing(sqlite3.connect(":memory:")) as file, Endpoint(lambda _: GIST) as endpoint:
        rows = file.execute("SELECT 'It rained.' UNION SELECT 'It snowed.'")
        outcomes = list(many(endpoint, (text for (text,) in rows)))

    assert [outcome.error for outcome in outcomes] == [None, None]


def test_closing_the_iterator_cancels_what_is_under_way():
    release = threading.Event()

    def answer(request):
        return GIST if about(request, "rained 0") else release.wait(60) and GIST

    with Endpoint(answer) as endpoint:
        began = time.monotonic()
        for _ in many(endpoint, texts(100)):
            break
        assert time.monotonic() - began < 30
        asked = len(endpoint.requests)
        release.set()
    assert asked <= 5
    assert "summarizer" not in {thread.name for thread in threading.enumerate()}


@pytest.mark.parametrize(
    ("status", "error"), [(401, AuthenticationError), (404, UnknownModelError)]
)
def test_a_fault_that_all_would_meet_is_raised_after_the_outcomes_of_what_was_read(status, error):
    seen = []
    with Endpoint(lambda _: failure(status)) as endpoint:
        with pytest.raises(error):
            seen.extend(many(endpoint, texts(1000), concurrency=4))

        assert len(seen) == len(endpoint.requests) <= 4
    assert all(isinstance(outcome.error, error) for outcome in seen)


def test_an_embedded_model_that_is_not_there_ends_the_run(tmp_path):
    seen = []
    with pytest.raises((LocalModelError, SettingsError)):
        seen.extend(summarize_many(texts(100), model=f"gguf:{tmp_path / 'none.gguf'}"))

    assert 1 <= len(seen) <= 4, "those that were under way"
    assert all(outcome.error.fatal for outcome in seen)


def test_an_embedded_model_that_does_not_start_is_asked_for_once_by_all_in_line(monkeypatch):
    in_line = threading.Event()

    def engine_for(*_):
        in_line.wait(30)
        raise LocalModelError("It does not start.")

    async def together():
        async with Session(Settings(model="gguf:none.gguf")) as session:
            work = asyncio.gather(*map(session.summarize, texts(8)), return_exceptions=True)
            await asyncio.sleep(0)
            async with session._turn:  # all have been read
                pass
            for _ in range(100):  # turns of the loop, in which all get into line
                await asyncio.sleep(0)
            in_line.set()
            return await work

    monkeypatch.setattr("summarizer.llm.local.engine.engine_for", engine_for)
    errors = asyncio.run(together())

    assert isinstance(errors[0], LocalModelError)
    assert len({id(error) for error in errors}) == 1


def test_an_exception_of_the_input_is_raised_after_the_outcomes_of_what_was_read():
    def articles():
        yield from texts(6)
        raise OSError("the disk is gone")

    seen = []
    with Endpoint(lambda _: GIST) as endpoint, pytest.raises(OSError, match="disk"):
        seen.extend(many(endpoint, articles()))

    assert sorted(outcome.index for outcome in seen) == list(range(6))


def test_it_runs_where_an_event_loop_runs():
    async def inside():
        with Endpoint(lambda _: GIST) as endpoint:
            return list(many(endpoint, texts(5)))

    assert len(asyncio.run(inside())) == 5


def test_a_process_ends_although_its_iterator_was_left_open():
    code = """
from summarizer import Settings, summarize_many
from endpoint import Endpoint, completion
from time import sleep
answer = completion('{"gist": {"text": "It rained.", "sentences": [1]}}')
def slow(request):
    sleep(0 if "rained 0" in request["messages"][-1]["content"] else 20)
    return answer
endpoint = Endpoint(slow)
endpoint.__enter__()
settings = Settings(model="m", base_url=endpoint.url, facets=("gist",))
left = summarize_many((f"It rained {n} times." for n in range(9)), settings=settings)
print(next(left).index)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        timeout=100,
        check=False,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "0\n", "")


def test_no_concurrency_at_all_is_refused():
    with pytest.raises(SettingsError, match="cannot be 0"):
        summarize_many([], concurrency=0)


def test_an_application_keeps_a_session():
    async def application(endpoint):
        async with Session(settings(endpoint), concurrency=4) as session:
            return await asyncio.gather(*map(session.summarize, texts(10)))

    with Endpoint(lambda _: GIST) as endpoint:
        summaries = asyncio.run(application(endpoint))

    assert [summary.article.text for summary in summaries] == texts(10)


def test_one_article_from_within_an_event_loop():
    told = []
    with Endpoint(answering()) as endpoint:
        summary = asyncio.run(
            asummarize(
                Article("It rained in Oslo."),
                settings=settings(endpoint),
                progress=lambda *numbers: told.append(numbers),
            )
        )

    assert summary.article.text == "It rained in Oslo."
    assert told[-1] == (2, 2)
