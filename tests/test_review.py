"""What is guessed: marked for readers, listed for review, and left out on demand."""

import json

import pytest

from summarizer import Article, Settings, Summary, summarize
from summarizer.cli import main
from summarizer.document.document import Document
from summarizer.errors import SettingsError
from summarizer.facets import QUOTES
from summarizer.facets.decisions import is_guessed
from summarizer.facets.shown import Entry
from summarizer.facets.stored import StoredFacet
from summarizer.report import html
from summarizer.schema import Actor, Figure, Quote, Review, Span, Stance
from summarizer.verify import faults

TEXT = """Row over the harbour

Bo Poe sat by “the finest river of all” and sang for an hour.

“The plan is a gift to thieves,” Ann Orr said. She later took back her words.

Cy Li pushed his promise of “free boats for all” in May.
"""


@pytest.fixture
def summary():
    return summarize(Article(TEXT, id="harbour"), model="none")


def words(found):
    return [quote.text for quote in found.quotes]


def test_guesses_are_listed_in_the_order_of_the_article(summary):
    listed = [(each.facet, each.id, each.reason) for each in summary.needs_review]
    assert [each for each in listed if each[0] == "quotes"] == [
        ("quotes", "Q1", "guessed"),
        ("quotes", "Q3", "guessed"),
    ]


def test_a_quotation_without_a_speaker_is_listed():
    found = summarize("“We lost it all,” it says on the wall of the harbour.", model="none")
    assert [quote.speaker_name for quote in found.quotes] == [None]
    assert [tuple(each) for each in found.needs_review] == [
        (("facet", "quotes"), ("id", "Q1"), ("reason", "no_speaker"))
    ]


def test_a_doubt_is_the_reason(summary):
    span = summary.quotes[0].spans[0]
    fields = {"decided_by": "model", "certainty": "guessed", "doubt": "contradicted"}
    actor = Actor(id="A1", name="Bo Poe", mentions=(Span.of(TEXT, 22, 28),))
    stance = Stance(actor="A1", position="praises", target="river", evidence=(span,), **fields)
    given = {"actors": (actor,), "stances": (stance,), "quotes": (), "statements": ()}
    given |= {"gist": "It rained.", "gist_doubt": "not_in_evidence"}
    changed = summary.model_copy(update=given)
    assert changed.needs_review == (
        Review(facet="gist", id="gist", reason="not_in_evidence"),
        Review(facet="stances", id="S1", reason="contradicted"),
    )


class Moods(StoredFacet[Quote]):
    name = "moods"
    label = "Moods"

    def items(self, summary):
        return summary.quotes

    def entries(self, summary):
        return (Entry(f"M{n}", "glad", each.spans) for n, each in enumerate(summary.quotes, 1))

    def verify(self, data, document):
        return iter(())


def test_a_facet_of_another_has_its_reviews_and_marks_by_itself(summary):
    found = [review.id for _, review in Moods().reviews(summary)]
    assert found == ["M1", "M3"]
    assert [*map(Moods().marks, summary.quotes)] == [("guessed",), (), ("guessed",)]


@pytest.mark.parametrize("shown", [lambda made: made.to_markdown(), lambda made: html([made])])
def test_markdown_and_the_report_mark_what_is_guessed_and_taken_back(summary, shown):
    page = shown(summary)
    assert page.count("(speaker guessed)") == 2
    assert page.count("(taken back)") == 1


def test_the_report_on_several_articles_marks_them_across(summary):
    page = html([summary, summary])
    assert page.count("(speaker guessed)") == 4 + 4


def test_text_marks_them(tmp_path, capsys):
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, "utf-8")
    assert main(["run", "--model", "none", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "“the finest river of all” (speaker guessed)" in shown
    assert "“The plan is a gift to thieves,” (taken back)\n" in shown


def test_what_is_less_sure_is_left_out_with_the_reason(summary):
    kept = summary.at_least("inferred")
    assert words(kept) == ["The plan is a gift to thieves,"]
    left = [each for each in kept.rejected if each.reason == "uncertain"]
    assert [each.item for each in left if each.facet == "quotes"] == ["Q1", "Q3"]
    assert left[0].detail == (
        "'Bo Poe: the finest river of all' is less sure than 'inferred': "
        "guessed by rule “main-subject”."
    )
    assert not kept.needs_review


def test_it_is_a_summary_that_verifies(summary):
    for least in ("explicit", "inferred"):
        kept = summary.at_least(least)
        assert Summary.model_validate_json(kept.model_dump_json()) == kept
        assert faults(kept.model_dump(mode="json")) == ()


def test_nothing_is_lost_and_nothing_changes_where_all_is_sure(summary):
    once = summary.at_least("explicit")
    assert len(once.quotes) + sum(each.facet == "quotes" for each in once.rejected) == 3
    assert once.at_least("explicit") is once


def test_actors_that_others_refer_to_stay():
    text = "Jane Roe said the mine would close. “We won,” she said. Bo Poe opposes the mine."
    summary = summarize(text, model="none")
    kept = summary.at_least("explicit")
    named = {each.speaker for each in (*kept.quotes, *kept.statements)}
    listed = {each.id for each in kept.actors}
    assert named | {each.actor for each in kept.stances} <= listed | {None}
    assert "Jane Roe" in {each.name for each in kept.actors}


def test_a_figure_keeps_its_value_without_a_caption(summary):
    figure = Figure(
        id="F1",
        span=Span.of(TEXT, 0, 3),
        measures="rows",
        decided_by="model",
        certainty="guessed",
    )
    kept = summary.model_copy(update={"figures": (figure,)}).at_least("inferred")
    assert [(each.span.text, each.measures) for each in kept.figures] == [("Row", None)]
    assert "F1" in {each.item for each in kept.rejected}


def test_a_statement_refers_to_no_quotation_that_is_left_out():
    text = "Jane Roe said the plan was “a bad joke of the town”."
    summary = summarize(text, model="none")
    (statement,) = summary.statements
    quote = summary.quotes[0].model_copy(update={"certainty": "guessed"})
    assert statement.quote == quote.id
    kept = summary.model_copy(update={"quotes": (quote,)}).at_least("inferred")
    assert [each.quote for each in kept.statements] == [None]


def test_items_that_do_not_say_how_sure_they_are_stay(summary):
    silent = tuple(each.model_copy(update={"certainty": None}) for each in summary.quotes)
    assert not any(map(is_guessed, silent))
    assert len(summary.model_copy(update={"quotes": silent}).at_least("explicit").quotes) == 3


def test_it_is_a_setting():
    settings = Settings.of(model="none", min_certainty="inferred", environment={})
    assert words(summarize(TEXT, settings=settings)) == ["The plan is a gift to thieves,"]
    from_environment = Settings.of(environment={"SUMMARIZER_MIN_CERTAINTY": "explicit"})
    assert from_environment.min_certainty == "explicit"
    with pytest.raises(SettingsError):
        Settings.of(model="none", min_certainty="guessed", environment={})


def test_run_batch_and_export_have_it(tmp_path, capsys, summary):
    article, stored = tmp_path / "harbour.txt", tmp_path / "harbour.json"
    article.write_text(TEXT, "utf-8")
    stored.write_text(summary.model_dump_json(), "utf-8")
    option = ["--min-certainty", "inferred"]
    assert main(["run", "--model", "none", "--json", *option, str(article)]) == 0
    ran = json.loads(capsys.readouterr().out)
    assert main(["export", "--to", "jsonl", *option, str(stored)]) == 0
    exported = json.loads(capsys.readouterr().out)
    out = tmp_path / "out.jsonl"
    assert main(["batch", "--model", "none", *option, str(article), "-o", str(out)]) == 0
    batched = json.loads(out.read_text("utf-8"))
    for found in (ran, exported, batched):
        assert [quote["id"] for quote in found["quotes"]] == ["Q2"]
        assert "uncertain" in {each["reason"] for each in found["rejected"]}


def test_a_batch_goes_on_only_with_the_same(tmp_path, capsys):
    article, out = tmp_path / "harbour.txt", tmp_path / "out.jsonl"
    article.write_text(TEXT, "utf-8")
    command = ["batch", "--model", "none", str(article), "-o", str(out)]
    assert main([*command, "--min-certainty", "inferred"]) == 0
    assert main([*command, "--resume"]) == 2
    assert "min_certainty" in capsys.readouterr().err


def test_the_quotes_of_a_document_are_the_ones_that_were_said():
    document = Document.read(Article("Ann Orr never said it was “a gift to thieves”."))
    assert (len(document.quotes), len(document.unsaid)) == (0, 1)
    (problem,) = QUOTES.set_aside(document)
    assert (problem.reason, problem.item) == ("denied", "Q1")
