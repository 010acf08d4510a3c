"""How fast an endpoint is asked: what it bears, what it allows, and never more than was wished."""

import asyncio
import threading
import time

import pytest
from endpoint import Endpoint, completion, failure
from hypothesis import given, settings
from hypothesis import strategies as st
from test_many import GIST, many, texts
from test_pipeline import TEXT, answering

from summarizer.llm.rate_limit import RateLimit, spacing

EMPTY = {"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "300ms"}


class Busy:
    """Answers after a moment, and counts how many requests were under way at once.

    Where it bears fewer than come, it answers none before it has refused one.
    """

    def __init__(self, answer, bears=None):
        self.answer, self.bears = answer, bears
        self.now = self.most = self.refused = 0
        self._full = threading.Event()
        self._lock = threading.Lock()

    def __call__(self, request):
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
            fits = self.bears is None or self.now <= self.bears
            self.refused += not fits
        if not fits:
            self._full.set()
        self._full.wait(60 if self.bears else 0.02)
        with self._lock:
            self.now -= 1
        return self.answer(request) if fits else failure(429, headers={"Retry-After": "0.01"})


async def heard(pace, *statuses, headers=None):
    for status in statuses:
        async with pace.turn() as answer:
            answer(status, headers or {}, 0)
    return pace.now


def test_the_questions_of_all_articles_together_never_exceed_the_concurrency():
    busy = Busy(answering())
    articles = [f"{TEXT}\nPage {number}." for number in range(4)]
    with Endpoint(busy) as endpoint:
        outcomes = list(
            many(endpoint, articles, concurrency=3, strategy="many", facets=("gist", "quotes"))
        )

    assert [outcome.error for outcome in outcomes] == [None] * 4
    assert busy.most <= 3


def test_an_endpoint_that_bears_less_is_asked_less_and_nothing_is_lost():
    busy = Busy(lambda _: GIST, bears=2)
    with Endpoint(busy) as endpoint:
        outcomes = list(many(endpoint, texts(30), concurrency=4, attempts=10))

    assert [outcome.error for outcome in outcomes] == [None] * 30
    assert 0 < busy.refused < 30


def test_a_429_halves_what_is_asked_at_once_and_every_round_of_answers_adds_one():
    pace = RateLimit(8)

    assert asyncio.run(heard(pace, 429)) == 4
    assert asyncio.run(heard(pace, *[200] * 5)) == 5
    assert asyncio.run(heard(pace, *[200] * 30)) == 8


def test_of_the_429s_under_way_at_once_only_the_first_halves():
    async def both():
        pace = RateLimit(8)
        async with pace.turn() as one:
            await asyncio.create_task(heard(pace, 429))
            one(429, {}, 0)
        return pace.now

    assert asyncio.run(both()) == 4


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 9), st.lists(st.sampled_from([200, 400, 429, 500, 503]), max_size=30))
def test_something_is_always_asked_and_never_more_than_was_wished(most, statuses):
    assert 1 <= asyncio.run(heard(RateLimit(most), *statuses)) <= most


@pytest.mark.parametrize(
    ("status", "headers", "least", "most"),
    [
        (429, {"retry-after": "0.2"}, 0.19, 5),
        (503, {"retry-after": "0.2"}, 0.19, 5),
        (429, {"retry-after": "86400"}, 0, 5),
        (200, {"retry-after": "86400"}, 0, 5),
        (200, EMPTY, 0.29, 5),
    ],
)
def test_everything_waits_as_long_as_the_endpoint_asks(status, headers, least, most):
    async def waited():
        pace = RateLimit(8)
        await heard(pace, status, headers=headers)
        began = time.monotonic()
        await asyncio.gather(heard(pace, 200), heard(pace, 200))
        return time.monotonic() - began

    assert least <= asyncio.run(waited()) < most


def test_requests_are_spread_over_what_the_headers_leave():
    came = []

    def answer(request):
        came.append(time.monotonic())
        response = completion('{"gist": "It rained."}')
        response.headers |= EMPTY
        return response

    with Endpoint(answer) as endpoint:
        list(many(endpoint, texts(3), concurrency=1))

    assert came[2] - came[0] > 0.4


@pytest.mark.parametrize(
    ("kind", "left", "reset", "tokens", "expected"),
    [
        ("requests", "499", "120ms", 1000, 0.12 / 499),
        ("requests", "0", "6s", 1000, 6.0),
        ("tokens", "50000", "10s", 1000, 0.2),
        ("tokens", "500", "59.5s", 1000, 59.5),
        ("tokens", "0", "6m0s", 1000, 0),
        ("requests", "0", "1d2h", 1000, 0),
        ("requests", "many", "1s", 1000, 0),
        ("requests", "5", "soon", 1000, 0),
        ("requests", "5", "", 1000, 0),
    ],
)
def test_what_is_left_is_spread_until_it_is_whole_again(kind, left, reset, tokens, expected):
    headers = {f"x-ratelimit-remaining-{kind}": left, f"x-ratelimit-reset-{kind}": reset}

    assert spacing(headers, tokens) == pytest.approx(expected)
