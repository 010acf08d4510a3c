"""The facet of statements in a summary and in every output."""

import csv
import io
import json
import sqlite3

import pytest
from rich.console import Console

from summarizer import Article, explain, export, report, summarize
from summarizer.cli.terminal import show
from summarizer.evaluation.diff import compare
from summarizer.llm.fake import FakeModel
from summarizer.schema import Summary
from summarizer.verify import faults

TEXT = """Mine of Alder to close

Mayor Ada Ruiz said the mine was “a danger to all” of the town. “It must close,” she said.

The mine, a spokeswoman said, would close by May. Tim Orr did not say whether it rained. Ruiz \
denied that the mine was wet."""


@pytest.fixture(scope="module")
def summary():
    return summarize(Article(TEXT, id="mine", title="Mine of Alder to close"), model="none")


def changed(summary, **facts):
    first, *rest = summary.statements
    return summary.model_copy(update={"statements": (first.model_copy(update=facts), *rest)})


def test_a_summary_by_code_has_what_sources_are_reported_to_have_said(summary):
    found = [(each.id, each.speaker_name, each.polarity, each.text) for each in summary.statements]
    assert found == [
        ("T1", "Ada Ruiz", "said", "the mine was “a danger to all” of the town"),
        ("T2", "a spokeswoman", "said", "The mine … would close by May"),
        ("T3", "Tim Orr", "unsaid", "whether it rained"),
        ("T4", "Ada Ruiz", "denied", "the mine was wet"),
    ]


def test_a_statement_names_its_actor_its_cue_and_its_quotation(summary):
    first, second, *_ = summary.statements
    assert summary.actor(first.speaker).name == "Ada Ruiz"
    assert (first.cue.text, first.quote) == ("said", "Q1")
    assert (first.decided_by, first.certainty, first.rule) == ("rule", "explicit", "clause")
    assert (second.speaker, second.certainty) == (None, "inferred")


def test_a_source_is_an_actor_and_says_why(summary):
    orr = next(actor for actor in summary.actors if actor.name == "Tim Orr")
    assert orr.rule == "stated"


def test_a_quotation_that_the_summary_leaves_out_is_no_fault():
    alone = summarize(TEXT, model="none", facets=["statements"])
    assert (alone.quotes, alone.statements[0].quote) == ((), None)
    assert faults(json.loads(alone.model_dump_json())) == ()


def test_the_facet_is_on_by_default_and_can_be_left_out():
    assert summarize(TEXT, model="none", facets=["quotes"]).statements == ()


def test_no_model_is_asked_about_it():
    model = FakeModel([])
    found = summarize(TEXT, model=model, facets=["statements"])
    assert len(found.statements) == 4
    assert model.requests == []


def test_json_keeps_it(summary):
    again = Summary.model_validate_json(summary.model_dump_json())
    assert again.statements == summary.statements


def test_a_summary_from_before_has_none(summary):
    data = json.loads(summary.model_dump_json())
    del data["statements"]
    assert Summary.model_validate(data).statements == ()
    assert faults(data) == ()


def test_text_groups_it_by_source(summary):
    out = io.StringIO()
    show(summary, Console(file=out, width=100))
    said = out.getvalue().partition("Who said what\n")[2]
    assert said.startswith(
        "  Ada Ruiz, Mayor\n    said: the mine was “a danger to all” of the town\n"
        "    “It must close,”\n"
    )
    assert "    did not say: whether it rained\n" in said


def test_markdown_has_a_line_each_below_its_source(summary):
    assert "\n**Tim Orr**\n\n- did not say: whether it rained\n" in summary.to_markdown()


def test_the_report_marks_it_and_shows_it_by_source(summary):
    page = report.html([summary])
    assert '<span class="m statement">reported statement</span>' in page
    assert 'class="m statement"' in page
    assert '<h2 id="a1-voices">Who said what</h2>' in page
    assert '<li id="a1-T3-item" class="item" data-m="T3">' in page


def test_who_said_what_has_quotations_and_statements_of_a_speaker_together(summary):
    page = report.html([summary, summary])
    ruiz = page.partition("<h3>Ada Ruiz</h3>")[2].partition('<div class="group">')[0]
    assert ruiz.index('href="#a1-T1"') < ruiz.index('href="#a1-Q2"') < ruiz.index('href="#a1-T4"')
    assert ruiz.count('data-one="statement"') == ruiz.count('data-one="statement quote"') == 2
    assert ruiz.count("<blockquote") == ruiz.count('data-one="quote"') == 2


def test_a_quotation_in_a_statement_of_its_speaker_has_no_line_of_its_own(summary):
    page = report.html([summary])
    assert '<li id="a1-T1-item" class="item" data-m="T1 Q1"><span id="a1-Q1-item"></span>' in page
    assert summary.to_markdown().partition("\n## ")[2].count("a danger to all") == 1
    first, *rest = summary.quotes
    guess = first.model_copy(update={"certainty": "guessed"})
    guessed = summary.model_copy(update={"quotes": (guess, *rest)})
    assert guessed.to_markdown() == summary.to_markdown()  # the statement says who said it
    outer, *others = summary.statements
    unsure = (outer.model_copy(update={"certainty": "guessed"}), *others)
    both = guessed.model_copy(update={"statements": unsure})
    assert "> a danger to all (speaker guessed)\n" in both.to_markdown()
    doubted = guess.model_copy(update={"doubt": "unconfirmed"})
    told = summary.model_copy(update={"quotes": (doubted, *rest)})
    assert "> a danger to all (speaker guessed)\n" in told.to_markdown()


def test_tables_have_its_columns_behind_the_others(summary):
    rows = list(csv.DictReader(io.StringIO("".join(export.pieces([summary], "csv")))))
    (found,) = (row for row in rows if row["text"] == "whether it rained")
    assert (found["facet"], found["id"], found["actor"]) == ("statements", "T3", "Tim Orr")
    assert (found["cue"], found["polarity"], found["rule"]) == ("say", "unsaid", "clause")
    assert list(rows[0])[-4:] == ["polarity", "sentence_before", "cue", "quote"]


def test_sqlite_finds_it_by_its_words(summary, tmp_path):
    path = tmp_path / "news.db"
    export.save([summary], "sqlite", path)
    database = sqlite3.connect(path)
    search = "SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?"
    ((row,),) = database.execute(search, ("rained",)).fetchall()
    query = "SELECT statements.code, cue, polarity, actors.name FROM statements JOIN actors "
    query += "ON actors.id = speaker WHERE statements.id = ?"
    assert database.execute(query, (row,)).fetchall() == [("T3", "say", "unsaid", "Tim Orr")]
    assert database.execute("SELECT count(*) FROM statement_spans").fetchone() == (5,)
    database.close()


def test_annotations_have_it(summary, tmp_path):
    collection = json.loads("".join(export.pieces([summary], "webannotation")))
    tagged = [
        each for each in collection["first"]["items"] if each["body"][0]["value"] == "statements"
    ]
    assert len(tagged) == 4
    export.save([summary], "brat", tmp_path)
    lines = (tmp_path / "mine.ann").read_text(encoding="utf-8")
    assert "\twhether it rained\n" in lines
    assert "Polarity T" in lines
    assert "Stated\tArg1:Actor, Arg2:Statement" in (tmp_path / "annotation.conf").read_text()


def test_diff_tells_another_source(summary):
    other = changed(summary, speaker=None, speaker_name="a spokeswoman")
    (found,) = compare(summary, other)
    assert (found.facet, found.kind) == ("statements", "speaker")
    assert (found.before, found.after) == ("Ada Ruiz", "a spokeswoman")


def test_explain_says_in_which_construction_it_is_read():
    (why,) = explain(TEXT, "T2")
    assert (why.speaker, why.rule, why.cue) == ("a spokeswoman", "inserted", "said")
    assert why.title == "The mine … would close by May"
    line = "a spokeswoman (said), inferred by rule “inserted”, from “said”"
    assert next(iter(why.lines())) == line


def test_a_true_summary_verifies(summary):
    assert faults(json.loads(summary.model_dump_json())) == ()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"spans": [{"start": 30, "end": 34, "text": "pier"}]}, "the article has"),
        ({"cue": {"start": 30, "end": 34, "text": "pier"}}, "the article has"),
        ({"cue": {"start": 0, "end": 4, "text": "Mine"}}, "is in another paragraph"),
        ({"speaker": "A9"}, "is not the actor 'A9'"),
        ({"speaker": None, "speaker_name": "a minister"}, "'a minister' does not stand"),
        ({"quote": "Q2"}, "No quotation 'Q2' within its words"),
        ({"quote": "Q9"}, "No quotation 'Q9' within its words"),
        ({"polarity": "sung"}, "it must be"),
    ],
)
def test_an_altered_statement_does_not_verify(summary, change, problem):
    data = json.loads(summary.model_dump_json())
    data["statements"][0] |= change
    found = [fault.problem for fault in faults(data) if fault.item in {"T1", "schema"}]
    assert any(problem in each for each in found)
