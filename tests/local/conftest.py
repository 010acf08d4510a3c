"""An engine without a model, for the tests of this folder that need no real one."""

import gc
import importlib.util
from pathlib import Path

import pytest

from summarizer.llm.local import engine, states

STAND_IN = Path(__file__).with_name("stand_in.py")


@pytest.fixture(scope="module", autouse=True)
def frozen():
    """Keep what is loaded by now out of the collections after each test."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def stand_in(monkeypatch, tmp_path):
    """Let every engine be a stand-in, with a cache of its own; stop those that are left."""
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(states, "version", lambda name: "2026.10")
    monkeypatch.setattr(engine, "_SERVER", STAND_IN)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    yield
    engine._shared.clear()
    gc.collect()


@pytest.fixture
def gguf(tmp_path):
    """Make a file that begins like a model."""

    def make(name="tiny.gguf"):
        path = tmp_path / name
        path.write_bytes(b"GGUF" + bytes(64))
        return path

    return make
