"""What version 0.1.0 stored still reads, verifies, exports and replays."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from bridge import TEXT, answering
from endpoint import Endpoint

from summarizer import Article, Profile, Settings, Summary, summarize
from summarizer.cassettes import use
from summarizer.cli import main
from summarizer.schema import ArticleInfo

STORED = Path(__file__).parent / "stored"
DECIDED = ("decided_by", "certainty", "rule")
SUMMARY = STORED / "kreuzhafen-shipyard.json"
BATCH = STORED / "batch.jsonl"
AS_THEN = Profile(
    strategy="many",
    asks={"gist", "actors", "quotes", "figures"},
    gaps_only={"quotes"},
    strict_checks=True,
)


def test_a_stored_summary_reads_and_keeps_what_it_said():
    data = json.loads(SUMMARY.read_text(encoding="utf-8"))
    written = json.loads(Summary.model_validate(data).model_dump_json())

    assert {name: written[name] for name in data if name != "provenance"}.keys() == (
        data.keys() - {"provenance"}
    )
    for before, after in zip(data["quotes"], written["quotes"], strict=True):
        assert before.items() <= after.items()


@pytest.mark.parametrize("path", [SUMMARY, BATCH], ids=["summary", "batch"])
def test_stored_files_verify(path, capsys):
    assert main(["verify", str(path)]) == 0
    assert "1 of 1 summary is valid." in capsys.readouterr().err


@pytest.mark.parametrize("path", [SUMMARY, BATCH], ids=["summary", "batch"])
@pytest.mark.parametrize("to", ["markdown", "json", "jsonl", "csv", "webannotation", "schemaorg"])
def test_stored_files_export_as_text(path, to, capsys):
    assert main(["export", str(path), "--to", to]) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize("to", ["sqlite", "parquet", "brat"])
def test_stored_files_export_to_files(to, tmp_path):
    out = tmp_path / "out"
    assert main(["export", str(SUMMARY), "--to", to, "-o", str(out)]) == 0
    assert out.exists()


def test_a_stored_batch_becomes_a_report_that_tells_of_its_failure(tmp_path, capsys):
    page = tmp_path / "page.html"
    assert main(["report", str(BATCH), "--html", str(page)]) == 0
    assert "Mayor opens bridge" in page.read_text(encoding="utf-8")
    assert "1 " in capsys.readouterr().err


def test_a_stored_summary_differs_in_nothing_from_itself(capsys):
    main(["diff", str(SUMMARY), str(SUMMARY)])
    assert not [line for line in capsys.readouterr().out.splitlines() if "->" in line]


def test_a_stored_cassette_replays_to_the_stored_summary():
    article = Article(json.loads(SUMMARY.read_text(encoding="utf-8"))["article"]["text"])
    with use(STORED / "kreuzhafen-shipyard.many.yaml"):
        found = summarize(article, settings=Settings(profile=AS_THEN))
    before = Summary.model_validate_json(SUMMARY.read_text(encoding="utf-8"))

    # code took the title of a film for a quotation then, and a trade for a name
    better = {"Schweißerin": "eine Schweißerin"}
    assert [(q.speaker_name, q.text) for q in found.quotes] == [
        (better.get(q.speaker_name, q.speaker_name), q.text)
        for q in before.quotes
        if q.text != "Der letzte Fährmann"
    ]
    assert found.gist == before.gist
    for now, then in zip(found.figures, before.figures, strict=True):
        later = dict.fromkeys((*DECIDED, "context"))
        if now.decided_by == "rule":  # code finds captions now
            later |= {"measures": None, "measures_evidence": ()}
        if then.unit is None:  # code reads the noun in "1.250 von 6.100 Stellen" now
            later["unit"] = None
        assert now.model_copy(update=later) == then
    assert held(found) >= held(before)


def held(summary):
    """The stances, each with its actor by name: more actors are listed now."""
    return {
        (summary.actor(each.actor).name, each.position, each.target, each.evidence)
        for each in summary.stances
    }


def test_a_stored_cache_is_used_and_its_summaries_read(tmp_path):
    cache = Path(shutil.copy(STORED / "cache.db", tmp_path))
    [kept] = _rows(cache)
    with Endpoint(answering()) as endpoint:
        settings = Settings(model="made-up-model", base_url=endpoint.url, cache=cache)
        summarize(TEXT, settings=settings)

    assert kept in _rows(cache)
    about = ArticleInfo.of(Article(TEXT)).model_dump()
    assert Summary.model_validate(json.loads(kept) | {"article": about}).quotes


def _rows(cache):
    connection = sqlite3.connect(cache)
    try:
        return [row[0] for row in connection.execute("SELECT summary FROM results")]
    finally:
        connection.close()
