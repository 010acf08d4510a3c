"""`none` is a model: what code alone finds, at once, offline, in every command and in Python."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from bridge import TEXT
from made_up import HARBOUR, bare, command

from summarizer import Article, Settings, Summary, summarize, summarize_many
from summarizer.cli import batch, record, run
from summarizer.cli import eval as evaluation
from summarizer.errors import SettingsError
from summarizer.ray import Summarizer
from summarizer.report import html
from summarizer.verify import faults

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    return path


def test_code_alone_finds_quotations_speakers_figures_stances_and_actors():
    summary = summarize(HARBOUR, model="none")

    said = {quote.text.split()[0]: quote.speaker_name for quote in summary.quotes}
    assert (said["We"], said["It"]) == ("Ines Calloway", "Tomas Reed")
    assert {figure.span.text for figure in summary.figures} >= {"12.5 million crowns"}
    assert {actor.name for actor in summary.actors} >= {"Ines Calloway", "Tomas Reed"}
    assert summarize(TEXT, model="none").stances[0].position == "praises"
    assert summary.gist_decided_by == "rule"
    assert [span.text for span in summary.gist_evidence] == [summary.gist]
    assert faults(summary.model_dump(mode="json")) == ()


def test_the_provenance_says_that_none_was_asked():
    made = summarize(HARBOUR, model="none").provenance

    assert (made.model, made.strategy, made.prompts) == ("none", "none", "none")
    assert made.usage.requests == 0
    assert (
        Summary.model_validate_json(
            summarize(HARBOUR, model="none").model_dump_json()
        ).provenance.strategy
        == "none"
    )


def test_facets_may_be_chosen_and_many_articles_given():
    [outcome] = summarize_many([HARBOUR], model="none", facets=["quotes"])

    assert outcome.summary.quotes
    assert not outcome.summary.figures


def test_it_has_no_endpoint_and_no_strategy(monkeypatch):
    with pytest.raises(SettingsError, match="'none' has no endpoint"):
        summarize(HARBOUR, model="none", base_url="http://elsewhere.invalid/v1")
    with pytest.raises(SettingsError, match="leave the strategy out"):
        summarize(HARBOUR, model="none", strategy="one")
    monkeypatch.setenv("SUMMARIZER_BASE_URL", "http://elsewhere.invalid/v1")
    base = Settings(model="m", base_url="http://elsewhere.invalid/v1", strategy="one")
    assert summarize(HARBOUR, model="none").quotes
    assert summarize(HARBOUR, model="none", settings=base).provenance.strategy == "none"


def test_a_cache_is_neither_made_nor_needed(tmp_path):
    summarize(HARBOUR, settings=Settings(model="none", cache=tmp_path / "results.db"))

    assert not (tmp_path / "results.db").exists()


def test_run_prints_what_code_found_and_says_so(article, capsys):
    assert command(run.add, "run", str(article), "--model", "none") == 0

    printed = capsys.readouterr().out
    assert "Tomas Reed" in printed
    assert "No gist" not in printed
    assert printed.rstrip().endswith("by code alone: no model was asked")


def test_the_page_says_so_too(article, tmp_path, capsys):
    page = tmp_path / "page.html"

    assert command(run.add, "run", str(article), "--model", "none", "--html", str(page)) == 0

    shown = page.read_text(encoding="utf-8")
    assert "by code alone: no model was asked" in shown
    assert "By none" not in shown
    assert "by code alone" not in html([bare(Article(HARBOUR))])


def test_a_batch_is_written_and_resumed(article, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    words = ("batch", str(article), "--model", "none", "-o", str(out))

    assert command(batch.add, *words) == 0
    assert command(batch.add, *words, "--resume") == 0

    [line] = out.read_text(encoding="utf-8").splitlines()
    assert Summary.model_validate_json(line).provenance.model == "none"
    manifest = json.loads((tmp_path / "out.manifest.json").read_text())
    assert (manifest["model"], manifest["strategy"]) == ("none", "none")
    assert "1 done before" in capsys.readouterr().err


def test_an_evaluation_scores_it(capsys):
    assert command(evaluation.add, "eval", str(SEEDS), "--model", "none", "--json") == 0

    measures = json.loads(capsys.readouterr().out)["measures"]
    assert measures["quote_recall"]["value"] == 1


def test_nothing_can_be_recorded(tmp_path):
    folders = ("--seeds", str(SEEDS), "--cassettes", str(tmp_path))
    with pytest.raises(SettingsError, match="nothing to record"):
        command(record.add, "record", *folders, "--model", "none")


def test_a_worker_of_ray_needs_no_model():
    worker = Summarizer(Settings(model="none"))

    [row] = asyncio.run(worker(pa.table({"text": [HARBOUR]}))).to_pylist()

    assert row["error"] is None
    assert Summary.model_validate_json(row["record"]).quotes


def test_a_run_imports_no_client_and_no_engine(article):
    unused = ["openai", "instructor", "httpx2", "xllamacpp", "tenacity", "summarizer.llm.client"]
    code = (
        "import sys\n"
        "from summarizer.cli import main\n"
        f"code = main(['run', '--json', '--model', 'none', {str(article)!r}])\n"
        f"sys.exit(code or ' '.join(name for name in {unused} if name in sys.modules) or 0)"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)

    assert (done.returncode, done.stderr.decode().strip()) == (0, "")
