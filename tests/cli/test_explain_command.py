"""The explain command."""

import json

import pytest
from made_up import command

from summarizer.cli import explain
from summarizer.document.attribution.rules import BY_NAME
from summarizer.errors import SettingsError
from summarizer.facets.actor_registry import LISTING

TEXT = "“Yes,” Bo Poe said. Jane Roe tweeted a warning. “Do not come.”"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_a_person_reads_rule_words_and_candidates(article, capsys):
    assert command(explain.add, "explain", article, "Q2") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Q2 “Do not come.”",
        "   Jane Roe, guessed by rule “introduced”, from “Jane Roe tweeted”",
        f"   the rule: {BY_NAME['introduced'].description}",
        "   or: Bo Poe, guessed by rule “around”, from “Bo Poe said”",
    ]


def test_a_program_reads_one_object_an_item(article, capsys):
    assert command(explain.add, "explain", article, "--json") == 0
    first, second, *_ = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["id"], first["decided"]["rule"]) == ("Q1", "after-subject")
    assert [each["speaker"] for each in second["others"]] == ["Bo Poe"]


def test_a_quotation_without_a_speaker_is_told(tmp_path, capsys):
    path = tmp_path / "article.txt"
    path.write_text("“It rains on us all day.”", encoding="utf-8")
    assert command(explain.add, "explain", str(path)) == 0
    assert capsys.readouterr().out.splitlines()[1] == "   No rule finds a speaker."


def test_an_id_that_is_not_there_names_those_that_are(article):
    with pytest.raises(SettingsError) as caught:
        command(explain.add, "explain", article, "Q7")
    assert caught.value.hint == "It has Q1 to Q2, A1 to A2."


def test_an_input_that_cannot_be_read_fails(tmp_path, capsys):
    assert command(explain.add, "explain", str(tmp_path / "nothing.txt")) == 1
    assert "nothing.txt" in capsys.readouterr().err


def test_a_person_reads_why_a_stance_and_an_actor_are_there(tmp_path, capsys):
    path = tmp_path / "article.txt"
    path.write_text("Mayor Jane Roe praised the plan.\n“Yes,” Roe said.", encoding="utf-8")
    assert command(explain.add, "explain", str(path), "S1") == 0
    assert command(explain.add, "explain", str(path), "A1") == 0
    assert capsys.readouterr().out.splitlines() == [
        "S1 Jane Roe praises the plan",
        "   praises, explicit in the text, by rule “verb”, from “praised”",
        "   the rule: Read a verb, its subject and its object.",
        "   in: Mayor Jane Roe praised the plan.",
        "A1 Jane Roe",
        "   names: Jane Roe, Roe",
        f"   listed, explicit in the text, by rule “quoted”: {LISTING['quoted']}",
        f"   listed, explicit in the text, by rule “stance”: {LISTING['stance']}",
        "   listed, inferred by rule “stated”: Is reported to have said something.",
        f"   listed, inferred by rule “acts”: {LISTING['acts']}",
        "   role “Mayor”: the words before the name: Mayor Jane Roe",
    ]
