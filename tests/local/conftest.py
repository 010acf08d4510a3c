"""An engine without a model, for the tests of this folder that need no real one."""

import gc
import importlib.util
from pathlib import Path

import pytest

from summarizer.local import engine

STAND_IN = Path(__file__).with_name("stand_in.py")


@pytest.fixture
def stand_in(monkeypatch):
    """Let every engine be a stand-in; stop those that are left."""
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
