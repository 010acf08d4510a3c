"""The explain command."""

import json

import pytest
from made_up import command

from summarizer.cli import explain
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
        "   Jane Roe (introduced, guessed): Jane Roe tweeted",
        "   Read a verb of saying in the sentence before, unless a speaker explicitly goes on.",
        "   or: Bo Poe (around, guessed): Bo Poe said",
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
        "   praises (verb, explicit): praised",
        "   Read a verb, its subject and its object.",
        "   in: Mayor Jane Roe praised the plan.",
        "A1 Jane Roe",
        "   names: Jane Roe, Roe",
        "   listed (speaks, inferred): A verb of saying or a title is beside the name.",
        "   listed (quoted, explicit): Said one of the quotations, by a rule of attribution.",
        "   listed (stance, explicit): Takes a position that the article states.",
        "   listed (stated, inferred): Is reported to have said something.",
        f"   listed (acts, inferred): {LISTING['acts']}",
        "   role (Mayor): the words before the name: Mayor Jane Roe",
    ]
