"""What the process that holds the model tells llama.cpp, offline."""

import sys
from types import ModuleType, SimpleNamespace

import pytest

from summarizer.llm.local.server import parameters

SETTINGS = {
    "path": "tiny.gguf",
    "alias": "tiny",
    "key": "s3cret",
    "port": 0,
    "context": 4096,
    "slots": 2,
    "threads": 1,
    "states": "",
}


@pytest.fixture
def params(monkeypatch):
    module = ModuleType("xllamacpp")
    module.CommonParams = lambda: SimpleNamespace(
        model=SimpleNamespace(), cpuparams=SimpleNamespace(), cpuparams_batch=SimpleNamespace()
    )
    monkeypatch.setitem(sys.modules, "xllamacpp", module)
    return parameters(SETTINGS)


def test_the_engine_answers_on_this_machine_to_its_key_alone(params):
    assert params.api_keys == ["s3cret"]
    assert params.hostnames == ["127.0.0.1"]
    assert params.cors_origins == ""
    assert params.ui is False


def test_it_gives_no_path_away(params):
    assert params.model_alias == ["tiny"]
    assert not hasattr(params, "slot_save_path")
