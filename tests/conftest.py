"""Every test stands alone: no network but this machine's own, no setting from outside."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from summarizer.cassettes import no_network

settings.register_profile("suite", deadline=None)  # a busy machine makes no example wrong
settings.load_profile("suite")

MEMORY = Path("/dev/shm")
"""A file system in memory, where there is one: what is kept there waits for no disk."""

FROM_OUTSIDE = ("SUMMARIZER_", "OPENAI_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


def pytest_configure() -> None:
    """Have the folders of the tests in memory, if it has room for them."""
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 10**9:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


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
    """Keep what is loaded by now out of every garbage collection: it is much, and stays.

    What comes later is looked through more seldom than by default, since much of it stays as well.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()
        gc.set_threshold(10_000)
