"""The command `summarizer eval`."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.cli import eval as command
from summarizer.errors import FilteredError, SettingsError
from summarizer.evaluation import running
from summarizer.schema import ArticleInfo, Provenance, Quote, Rejected, Span, Summary, Usage

TEXT = "“We won at last, and fairly,” said Ines Calloway.\n"
START, END = 1, 28
GOLD = {
    "id": "match",
    "text": TEXT,
    "direct_quotes": [
        {"text": TEXT[START:END], "start": START, "end": END, "speaker_text": "Ines Calloway"}
    ],
    "attributions": [{"source": {"text": "Ines Calloway"}}],
    "segments": [[START, END]],
}


def summary(article):
    span = Span.of(article.text, START, END)
    return Summary(
        article=ArticleInfo.of(article),
        quotes=(Quote(id="Q1", spans=(span,), speaker_name="Ines Calloway", kind="direct"),),
        rejected=(Rejected(facet="actors", reason="name_not_in_article", detail="Reed."),),
        provenance=Provenance(
            model="m",
            strategy="many",
            facets=("quotes", "actors"),
            prompts="p",
            version="0",
            usage=Usage(requests=2, prompt_tokens=90, cached_tokens=40, completion_tokens=10),
            seconds=1.25,
        ),
    )


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    return path


def evaluate(*words):
    parser = argparse.ArgumentParser()
    command.add(parser.add_subparsers())
    args = parser.parse_args(["eval", *map(str, words)])
    return args.run(args)


@pytest.fixture
def stored(gold):
    path = gold.with_name("summaries.jsonl")
    made = summary(Article(TEXT, id="match"))
    path.write_text(made.model_dump_json() + "\n", encoding="utf-8")
    return path


def test_stored_summaries_are_scored(gold, stored, capsys):
    """Rates, costs and rejections of the summaries are one JSON object."""
    assert evaluate(gold, "--predictions", stored, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    measures = {name: measure["value"] for name, measure in report["measures"].items()}
    assert measures["quote_f1"] == measures["long_quote_f1"] == 1
    assert measures["quote_speaker_accuracy"] == 1
    assert measures["actor_recall"] == 0
    assert measures["tokens_per_article"] == 100
    assert measures["seconds_per_article"] == 1.25
    assert "figure_f1" not in measures
    assert report["rejected"] == {"actors.name_not_in_article": 1}


def test_predictions_of_other_articles_are_an_error(gold, tmp_path):
    path = tmp_path / "others.jsonl"
    path.write_text(summary(Article(TEXT, id="another")).model_dump_json(), encoding="utf-8")

    with pytest.raises(SettingsError, match="of other articles") as caught:
        evaluate(gold, "--predictions", path)
    assert "'another' there, 'match' in the gold" in caught.value.hint


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--facets", "quotes"], "--facets does nothing there"),
        (["--gist", "copy"], "--gist does nothing there"),
        (["-o", "out.jsonl"], "--out does nothing there"),
        (["--facets", "quotes,foo"], "No facet is called 'foo'"),
    ],
)
def test_options_that_predictions_make_useless_are_refused(words, said, gold, stored):
    with pytest.raises(SettingsError, match=said):
        evaluate(gold, "--predictions", stored, *words)


def test_a_run_in_which_nothing_is_scored_says_so(capsys):
    seeds = Path(__file__).parent.parent.parent / "seeds"

    assert evaluate(seeds, "--facets", "gist", "--model", "none", "--limit", 1) == 0

    assert "Nothing was scored" in capsys.readouterr().err


def test_long_quotations_begin_where_the_user_says(gold, stored, capsys):
    """The quotation has six words."""
    evaluate(gold, "--predictions", stored, "--json", "--min-words", "7")
    report = json.loads(capsys.readouterr().out)
    assert "long_quote_recall" not in report["measures"]
    assert report["measures"]["quote_recall"]["value"] == 1


def test_the_report_can_be_read(gold, stored, capsys):
    """A measure, its interval, and what it is a share of, on one line."""
    evaluate(gold, "--predictions", stored)
    out = capsys.readouterr().out
    assert out.startswith("1 article; [from, to] is the 95 % interval\n")
    assert any(line.split() == ["F1", "1.000", "[1.000,", "1.000]"] for line in out.splitlines())
    assert any(line.split() == ["actors.name_not_in_article", "1"] for line in out.splitlines())


def test_articles_are_summarised_without_predictions(gold, monkeypatch, tmp_path, capsys):
    """The article goes to the model, and the summary to the file."""

    def summarize(article, *, settings):
        return summary(article)

    monkeypatch.setattr(running, "summarize", summarize)
    out = tmp_path / "out.jsonl"
    assert evaluate(gold, "--facets", "quotes,actors", "-o", out, "--json") == 0
    assert json.loads(capsys.readouterr().out)["measures"]["quote_f1"]["value"] == 1
    assert json.loads(out.read_text(encoding="utf-8"))["article"]["id"] == "match"


def test_a_failed_article_is_told_and_makes_the_exit_code_1(gold, monkeypatch, capsys):
    """It counts as an article in which nothing was found."""

    def summarize(article, *, settings):
        raise FilteredError("The filter stopped the answer.")

    monkeypatch.setattr(running, "summarize", summarize)
    assert evaluate(gold, "--facets", "quotes", "--json") == 1
    shown = capsys.readouterr()
    assert "match: The filter stopped the answer." in shown.err
    report = json.loads(shown.out)
    assert (report["missing"], report["measures"]["quote_recall"]["value"]) == (1, 0)


def test_seeds_are_gold_and_the_limit_holds(capsys, tmp_path):
    """A folder of seeds can be scored like any gold."""
    seeds = Path(__file__).parent.parent.parent / "seeds"
    empty = tmp_path / "none.jsonl"
    empty.write_text("", encoding="utf-8")
    assert evaluate(seeds, "--predictions", empty, "--limit", 2, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["articles"], report["missing"]) == (2, 2)


def test_the_command_is_known_without_the_model_s_client():
    """Adding it to the parser loads nothing heavy."""
    code = (
        "import argparse, sys; from summarizer.cli import eval as e;"
        "e.add(argparse.ArgumentParser().add_subparsers());"
        "sys.exit(any(m in sys.modules for m in ('openai', 'instructor', 'pydantic', 'rich')))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
