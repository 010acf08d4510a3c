"""Failures that a llama.cpp server really produced, replayed; ``summarizer record failures``."""

from pathlib import Path

import pytest
from endpoint import Endpoint, failure
from made_up import command

from summarizer.cassettes import failures, use
from summarizer.cassettes.failures import FAILURES, record_failures
from summarizer.cassettes.recording import read
from summarizer.cli import record
from summarizer.errors import (
    AuthenticationError,
    CassetteError,
    ContextError,
    ModelError,
    TruncatedError,
)
from summarizer.llm.base import Choice

FOLDER = Path(__file__).parents[2] / "cassettes" / "failures"
MODEL = "qwen2.5-coder-1.5b"
ANYWHERE = Choice(MODEL, "http://elsewhere.invalid/v1")

RAISED = {
    "context-overflow": ContextError,
    "length-stop": TruncatedError,
    "wrong-key": AuthenticationError,
}


@pytest.mark.parametrize("name", RAISED)
def test_a_recorded_failure_is_told_by_its_own_error(name):
    with use(FOLDER / f"{name}.yaml"), pytest.raises(RAISED[name]) as caught:
        FAILURES[name].provoke(ANYWHERE)
    assert type(caught.value) is RAISED[name]


def test_an_unknown_model_is_answered_by_the_one_that_is_there():
    """llama.cpp serves one model whatever name is asked for; its answer tells which."""
    with use(FOLDER / "unknown-model.yaml"):
        FAILURES["unknown-model"].provoke(ANYWHERE)
    assert read(FOLDER / "unknown-model.yaml", "").metadata.model == MODEL


def test_every_failure_has_its_cassette_and_every_cassette_its_failure():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(FAILURES)


def test_failures_are_recorded_from_the_embedded_server(tmp_path, monkeypatch):
    """With a server that fails every request, in place of llama.cpp's."""
    started = []

    class Engine:
        def __init__(self, path, *, context, alias):
            started.append((path, context, alias))
            self.server = Endpoint(lambda _: failure(400, "invalid_request_error"))

        def __enter__(self):
            self.base_url, self.key = self.server.__enter__().url, "a-key-of-this-house"
            return self

        def __exit__(self, *raised):
            self.server.__exit__(*raised)

    monkeypatch.setattr("summarizer.llm.local.engine.Engine", Engine)
    monkeypatch.setattr("summarizer.llm.local.engine.locate", lambda _: (Path("m.gguf"), MODEL))
    record_failures(tmp_path, "local")
    assert started == [(Path("m.gguf"), failures.CONTEXT, MODEL)]
    assert {path.stem for path in tmp_path.iterdir()} == set(FAILURES)
    for name, provoked in FAILURES.items():
        with use(tmp_path / f"{name}.yaml"), pytest.raises(ModelError):
            provoked.provoke(ANYWHERE)


@pytest.fixture
def asked(tmp_path, monkeypatch):
    """What the command asks to be recorded, while no article can be."""

    def refuse(*_):
        raise CassetteError("It was not asked for.")

    asked = []
    monkeypatch.setattr(failures, "record_failures", lambda *given: asked.append(given))
    monkeypatch.setattr("summarizer.cassettes.rerecord.retake", refuse)
    return asked


def run_record(folder, *words):
    seeds = Path(__file__).parents[2] / "seeds"
    folders = ("--seeds", str(seeds), "--cassettes", str(folder))
    return command(record.add, "record", *words, *folders)


def test_the_command_records_them_by_their_name(asked, tmp_path):
    assert run_record(tmp_path, "failures") == 0
    assert asked == [(tmp_path / "failures", "local")]


def test_the_command_records_them_along_with_all_others_where_there_are_some(asked, tmp_path):
    run_record(tmp_path)
    assert asked == []
    (tmp_path / "failures").mkdir()
    run_record(tmp_path, "--base-url", "http://elsewhere.invalid/v1", "--model", "hosted")
    assert asked == []
    assert run_record(tmp_path) == 1
    assert asked == [(tmp_path / "failures", "local")]
