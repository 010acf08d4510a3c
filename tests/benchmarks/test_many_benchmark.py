"""What benchmarks/many.py compares is the same work."""

import many
import pytest
from endpoint import Endpoint
from fault_server import right

from summarizer import summarize


@pytest.mark.parametrize("asked", many.ASKED)
def test_the_bare_loop_sends_what_the_library_sends_first(asked):
    with Endpoint(right) as endpoint:
        summarize(many.article(0), settings=many.settings(endpoint.url, asked))

    assert many.request(asked) == endpoint.requests[0]


def test_every_measure_is_taken(capsys):
    many.throughput(runs=1, requests=2)
    many.library(runs=1, lengths=[500])
    many.tokens([500])
    many.processes(runs=1, articles=1)

    printed = capsys.readouterr().out
    assert "one: " in printed
    assert "many: " in printed
    assert "gist: " in printed
    assert "in one other process" in printed
    assert "500 characters, all facets" in printed
    assert "500 characters:  1," in printed
