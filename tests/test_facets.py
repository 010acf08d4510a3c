"""The registry of facets: it is the one list of them, and every output loops over it."""

import ast
import io
import json
import re
import sqlite3
from pathlib import Path
from typing import get_args

import pytest
from made_up import HARBOUR, harbour, spot
from rich.console import Console

import summarizer
from summarizer import export, report, schema
from summarizer.cli.terminal import show
from summarizer.evaluation.diff import compare
from summarizer.facets import FACETS
from summarizer.facets.faults import Fault
from summarizer.facets.shown import Entry, Line, Piece, Record, Table, Taken, View
from summarizer.facets.stored import StoredFacet
from summarizer.verify import faults

ROOT = Path(summarizer.__file__).parent
MODULES = {
    path.relative_to(ROOT).as_posix(): path
    for path in ROOT.rglob("*.py")
    if path.relative_to(ROOT).parts[0] not in {"facets", "schema"}
}

OTHERS = {
    "cli/outline.py": {"found"},  # an outline
    "evaluation/cases.py": {"self"},  # the gold of an article
    "evaluation/datasets.py": {"case", "gold", "line"},  # a file of gold
    "evaluation/gold.py": {"self"},  # a file of gold
    "evaluation/predictions.py": {"bare", "outline(article.text)"},  # bare predictions; an outline
    "evaluation/scoring.py": {"case", "given"},  # the gold of an article; a prediction
}
"""What has a field of a facet's name and is no summary, by module. Below the facets, the outline
and the document of ``document/`` have figures of their own."""


def named(path):
    """Return the facets that a module names in a string, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in FACETS
    }


def owners(path):
    """Return the expressions whose attribute has the name of a facet."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        ast.unparse(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in FACETS
    }


def test_no_module_above_the_facets_names_one():
    assert {name: found for name, path in MODULES.items() if (found := named(path))} == {}


def test_no_module_above_the_document_and_the_facets_reads_one_by_name():
    above = {name: path for name, path in MODULES.items() if not name.startswith("document/")}
    assert {name: found for name, path in above.items() if (found := owners(path))} == OTHERS


@pytest.mark.parametrize("path", sorted((ROOT / "report/templates").glob("*.j2")))
def test_no_template_of_the_report_names_a_facet(path):
    marks = "".join(re.findall(r"\{[{%].*?[%}]\}", path.read_text(encoding="utf-8")))
    assert not re.findall(rf"\b({'|'.join(FACETS)})\b", marks)


def test_the_registry_has_every_facet_of_the_schema_in_its_order():
    assert tuple(FACETS) == get_args(schema.FacetName)


class Weather(StoredFacet):
    """What the article says of boats: a facet that is in the registry and nowhere else."""

    name = "weather"
    label = "Weather"
    table = Table("weather", "words TEXT")

    def __init__(self, words="340 boats"):
        self.words = words

    def items(self, summary):
        return (self.words,)

    def entries(self, summary):
        spans = (spot(HARBOUR, "340 boats"),)
        yield Entry("W1", f"{self.words} <b>*wet*", spans, {"words": self.words})

    def verify(self, data, document):
        yield Fault("W1", f"It rains on {len(document.article.text)} characters.")

    def records(self, summary):
        yield Record({"words": self.words})


@pytest.fixture
def weather(monkeypatch):
    monkeypatch.setitem(FACETS, "weather", Weather())


def printed(summary):
    out = io.StringIO()
    show(summary, Console(file=out, width=100))
    return out.getvalue()


def exported(to, tmp_path):
    path = tmp_path / "out"
    export.save([harbour()], to, path)
    return path


@pytest.mark.usefixtures("weather")
def test_a_facet_of_the_registry_is_printed_under_its_label():
    assert "\nWeather\n  340 boats <b>*wet*\n" in printed(harbour())


@pytest.mark.usefixtures("weather")
def test_a_facet_of_the_registry_is_in_markdown_and_escaped_there():
    assert "## Weather\n\n- 340 boats \\<b\\>\\*wet\\*\n" in harbour().to_markdown()


@pytest.mark.usefixtures("weather")
def test_a_facet_of_the_registry_is_in_the_report_marked_linked_and_escaped():
    page = report.html([harbour()])
    assert '<h2 id="a1-weather">Weather</h2>' in page
    assert '<a href="#a1-weather">Weather 1</a>' in page
    assert '<li id="a1-W1-item" class="item" data-m="W1">' in page
    assert "<bdi>340 boats &lt;b&gt;*wet*</bdi>" in page
    assert 'id="a1-W1" class="here"' in page


@pytest.mark.usefixtures("weather")
def test_a_facet_of_the_registry_has_rows_and_columns(tmp_path):
    table = "".join(export.pieces([harbour()], "csv"))
    assert '\r\n"weather","W1","340 boats <b>*wet*",' in table
    database = sqlite3.connect(exported("sqlite", tmp_path))
    assert database.execute("SELECT summary, words FROM weather").fetchall() == [(1, "340 boats")]
    database.close()


@pytest.mark.usefixtures("weather")
def test_a_facet_of_the_registry_is_annotated(tmp_path):
    collection = json.loads("".join(export.pieces([harbour()], "webannotation")))
    last = collection["first"]["items"][-1]
    assert last["body"][0]["value"] == "weather"
    assert last["target"]["selector"][0]["exact"] == "340 boats"
    folder = exported("brat", tmp_path)
    assert "Weather" in (folder / "annotation.conf").read_text(encoding="utf-8").splitlines()
    lines = next(folder.glob("*.ann")).read_text(encoding="utf-8")
    assert re.search(r"\tWeather \d+ \d+\t340 boats\n", lines)
    assert '{"words": "340 boats"}' in lines


@pytest.mark.usefixtures("weather")
def test_a_facet_of_the_registry_verifies_what_is_stored():
    data = json.loads(harbour().model_dump_json())
    assert faults(data) == (Fault("W1", f"It rains on {len(HARBOUR)} characters."),)


def test_a_facet_of_the_registry_is_compared(monkeypatch):
    class Changing(Weather):
        def entries(self, summary):
            words = "wet" if summary.rejected else "dry"
            yield Entry("W1", "boats", (spot(HARBOUR, "340 boats"),), {"words": words})

    monkeypatch.setitem(FACETS, "weather", Changing())
    (found,) = compare(harbour(), harbour(rejected=()))
    assert (found.facet, found.item, found.kind) == ("weather", "boats", "words")
    assert (found.before, found.after) == ("wet", "dry")


def test_a_facet_of_the_registry_may_offer_the_table_of_actors_against_targets(monkeypatch):
    class Forecasts(Weather):
        view = View("weather", "Weather", "stances_across.html.j2")

        def taken(self, summary, words):
            yield Taken("W1", "Ada Roe", "person", "the spring storm", "fears", places=1)
            yield Taken("W1", "Tim Poe", "person", "the spring storm", "hopes for", places=1)

    monkeypatch.setitem(FACETS, "weather", Forecasts())
    page = report.html([harbour()])
    assert '<th scope="col" dir="auto">the spring storm</th>' in page
    cell = '<td data-target="the spring storm">\n<p><a href="#a1-W1">hopes for'
    assert f'<th scope="row" dir="auto">Tim Poe</th>\n{cell}' in page
    assert report.html([harbour(), harbour()]).count(">the spring storm</th>") == 3


def test_no_piece_of_a_line_steers_the_terminal(monkeypatch):
    class Steering(Weather):
        def lines(self, summary):
            yield Line((Piece("\x1b"), Piece(" \x1b[2Jboats\x07 ", "name"), Piece("\x9b1A")))

    monkeypatch.setitem(FACETS, "weather", Steering())
    shown = printed(harbour())
    assert "\nWeather\n   [2Jboats 1A\n" in shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)
