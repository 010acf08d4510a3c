"""What benchmarks/many.py compares is the same work."""

import many
import pytest
from endpoint import Endpoint
from fault_server import right

from summarizer import summarize


@pytest.mark.parametrize("strategy", ["one", "many"])
def test_the_bare_loop_sends_what_the_library_sends_first(strategy):
    with Endpoint(right) as endpoint:
        summarize(many.article(0), settings=many.settings(endpoint.url, strategy))

    assert many.request(strategy) == endpoint.requests[0]


def test_every_measure_is_taken(capsys):
    many.throughput(runs=1, articles=2)
    many.library(runs=1, lengths=[500])

    printed = capsys.readouterr().out
    assert "one: " in printed
    assert "many: " in printed
    assert "500 characters" in printed
