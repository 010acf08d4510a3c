"""JSON and TOML that is nested too deep is told in one sentence, wherever it is read."""

import json
import sqlite3

import pytest
from bridge import TEXT, answering
from endpoint import Endpoint
from made_up import bare

from summarizer import Article, Settings, summarize
from summarizer.batch.journal import Journal
from summarizer.batch.manifest import manifest_of
from summarizer.cassettes.recording import _parsed
from summarizer.errors import SettingsError
from summarizer.llm.local import hub
from summarizer.llm.prices import Prices

DEEP = "[" * 200_000
SETTINGS = Settings(model="made-up", base_url="http://127.0.0.1:9/v1")
STORY = Article("It rained in Lund.", id="a")


@pytest.fixture
def out(tmp_path):
    path = tmp_path / "out.jsonl"
    with Journal.open(path, SETTINGS) as journal:
        journal.add(bare(STORY))
    return path


def test_a_record_of_a_batch(out):
    before = out.read_text() + DEEP + "\n"
    out.write_text(before)
    with (
        pytest.raises(SettingsError, match="line 2, is not the record of an article"),
        Journal.open(out, SETTINGS, resume=True),
    ):
        pass
    assert out.read_text() == before


def test_the_torn_end_of_a_batch(out):
    before = out.read_text()
    out.write_text(before + DEEP)
    with Journal.open(out, SETTINGS, resume=True) as journal:
        assert journal.claim(STORY) == "done"
    assert out.read_text() == before


def test_the_manifest_of_a_batch(out):
    manifest_of(out).write_text(DEEP)
    with (
        pytest.raises(SettingsError, match="cannot be read"),
        Journal.open(out, SETTINGS, resume=True),
    ):
        pass


def test_a_summary_in_the_cache(tmp_path):
    with Endpoint(answering()) as endpoint:
        settings = Settings(
            model="m", base_url=endpoint.url, facets=("gist",), cache=tmp_path / "results.db"
        )
        first = summarize(TEXT, settings=settings)
        with sqlite3.connect(settings.cache) as file:
            file.execute("UPDATE results SET summary = ?", [DEEP])
        file.close()
        second = summarize(TEXT, settings=settings)
    assert not second.provenance.cached
    assert second.gist == first.gist


def test_the_record_of_weights(tmp_path):
    record = tmp_path / "default.json"
    record.write_text(DEEP)
    assert hub._recorded(record) is None


@pytest.mark.parametrize("name", ["summarizer.toml", "pyproject.toml"])
def test_a_file_of_settings(tmp_path, monkeypatch, name):
    (tmp_path / name).write_text(f"[tool.summarizer]\nextra_body = {DEEP}")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match=f"The settings in {name} cannot be read"):
        Settings.of(model="none")


def test_a_variable(monkeypatch):
    with pytest.raises(SettingsError, match="The environment cannot be read"):
        Settings.of(environment={"SUMMARIZER_EXTRA_BODY": DEEP})


def test_a_file_of_prices(tmp_path):
    (tmp_path / "prices.toml").write_text(f"m = {DEEP}")
    with pytest.raises(SettingsError, match="holds no prices"):
        Prices.read(tmp_path / "prices.toml")


def test_an_answer_on_a_cassette(tmp_path):
    assert _parsed(DEEP.encode()) == DEEP
    assert _parsed(json.dumps({"a": 1}).encode()) == {"a": 1}
