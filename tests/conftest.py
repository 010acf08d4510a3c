"""Every test stands alone: no network but this machine's own, no setting from outside."""

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from summarizer.cassettes import no_network

settings.register_profile("suite", deadline=None)  # a busy machine makes no example wrong
settings.load_profile("suite")

FROM_OUTSIDE = ("SUMMARIZER_", "OPENAI_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


@pytest.fixture(autouse=True)
def alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Block the network and hide the environment; tests marked live keep both."""
    if request.node.get_closest_marker("live"):
        yield
        return
    for name in list(os.environ):
        if name.upper().startswith(FROM_OUTSIDE):
            monkeypatch.delenv(name)
    with no_network():
        yield


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Keep what is loaded by now out of every garbage collection: it is much, and stays."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()
