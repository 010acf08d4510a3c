"""What is nested too deep is told in one sentence, wherever it is read, or read in part."""

import json
import sqlite3

import pytest
from bridge import TEXT, answering
from endpoint import Endpoint
from made_up import bare

from summarizer import Article, Settings, summarize
from summarizer.batch.journal import Journal
from summarizer.batch.manifest import manifest_of
from summarizer.cassettes import recording, yaml_text
from summarizer.errors import CassetteError, SettingsError
from summarizer.llm.local import hub
from summarizer.llm.prices import Prices
from summarizer.sources import read_each

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
    assert recording._parsed(DEEP.encode()) == DEEP
    assert recording._parsed(json.dumps({"a": 1}).encode()) == {"a": 1}


YAML = {
    "lists": "[" * 200_000,
    "mappings": "{a: " * 200_000,
    "dashes": "- " * 200_000,
    "keys": "? " * 200_000,
    "closed": "[" * 200_000 + "]" * 200_000,
    "lines": "".join(f"{' ' * depth}a:\n" for depth in range(200)),
}


@pytest.mark.parametrize("case", YAML)
def test_a_cassette(tmp_path, case):
    """The parser is C, and recurses: what is that deep would end this process."""
    cassette = tmp_path / "a.yaml"
    cassette.write_text(f"{YAML[case]}\n...\n", encoding="utf-8")
    with pytest.raises(CassetteError, match=r"line \d+: it is nested more than 100 deep") as caught:
        recording.read(cassette, "")
    assert caught.value.hint


def test_brackets_in_a_text_of_a_cassette_are_no_nesting(tmp_path):
    assert yaml_text.loads(yaml_text.dumps([DEEP, f"{DEEP}\n{DEEP}"])) == [DEEP, f"{DEEP}\n{DEEP}"]


SOURCES = {
    "a.jsonl": '{"text": ' + DEEP,
    "a.html": "<html><body>" + "<div>" * 90_000 + "<p>It rained in Lund.",
    "a.md": "> " * 90_000 + "It rained in Lund.",
    "b.md": "[" * 90_000 + "It rained in Lund.",
    "a.rss": "<rss><channel><item><title>a</title><description>" + "<b>" * 90_000,
    "a.pdf": "%PDF-1.4\n1 0 obj\n" + DEEP,
}


@pytest.mark.parametrize("name", SOURCES)
def test_a_source(tmp_path, name):
    (tmp_path / name).write_text(SOURCES[name], encoding="utf-8")
    (read_as,) = read_each([str(tmp_path / name)])
    assert isinstance(read_as, Article) or read_as.hint
