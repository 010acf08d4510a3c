"""The pytest plugin: a test marked ``cassette`` is answered from its cassette, offline.

::

    @pytest.mark.cassette                 # cassettes/MODULE/TEST.yaml beside the test
    def test_my_own_code(): ...

    @pytest.mark.cassette("harbour.yaml")  # cassettes/harbour.yaml beside the test
    def test_another(): ...

``pytest --record-cassettes`` records the cassettes of the tests that it runs; without it nothing
is ever recorded, the network is blocked, and what a cassette holds in vain fails its test. pytest
loads this module in every run, so it imports the rest when a marked test runs.
"""

import re
from collections.abc import Generator
from contextlib import nullcontext

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that records."""
    parser.getgroup("summarizer").addoption(
        "--record-cassettes",
        action="store_true",
        help="record the cassettes of the tests that run, asking the model that they name",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line(
        "markers",
        "cassette(path=None): answer the test's requests from a cassette in cassettes/ beside it",
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Run a marked test within its cassette."""
    marker = item.get_closest_marker("cassette")
    if marker is None:
        return (yield)
    from summarizer.cassettes import no_network, use  # noqa: PLC0415  only marked tests need it

    record = bool(item.config.getoption("--record-cassettes"))
    path = item.path.parent / "cassettes" / (marker.args[0] if marker.args else _name(item))
    again = f"pytest --record-cassettes '{item.nodeid}'"
    with use(path, record=record, again=again), nullcontext() if record else no_network():
        return (yield)


def _name(item: pytest.Item) -> str:
    """Return MODULE/TEST.yaml, with nothing in it that a file's name cannot hold."""
    test = re.sub(r"[^\w.-]+", "-", item.name).strip("-")
    return f"{item.path.stem}/{test}.yaml"
