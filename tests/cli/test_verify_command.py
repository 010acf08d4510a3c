"""The verify command."""

import json

import pytest
from made_up import HARBOUR, command, harbour

from summarizer.cli import verify


@pytest.fixture
def stored(tmp_path):
    """Write a true summary, a false one and a torn one, and the article."""
    true = harbour().model_dump_json()
    false = true.replace('"value":"340"', '"value":"341"')
    (tmp_path / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "true.json").write_text(true, encoding="utf-8")
    (tmp_path / "all.jsonl").write_text(f"{true}\n{false}\n{true[:50]}", encoding="utf-8")
    return tmp_path


def test_true_summaries_pass(stored, capsys):
    assert command(verify.add, "verify", str(stored / "true.json")) == 0
    assert capsys.readouterr() == ("", "1 of 1 summaries hold.\n")


def test_what_fails_is_listed_one_line_each(stored, capsys):
    assert command(verify.add, "verify", str(stored / "all.jsonl")) == 1
    out, err = capsys.readouterr()
    first, second = out.splitlines()
    assert first == (f"{stored}/all.jsonl:2: F2: The article gives its value as 340, not '341'.")
    assert second.startswith(f"Cannot read {stored}/all.jsonl:3")
    assert err == "1 of 3 summaries hold.\n"


def test_the_folder_has_the_last_word(stored, capsys):
    (stored / "harbour.txt").write_text(HARBOUR.replace("340", "341"), encoding="utf-8")
    done = command(verify.add, "verify", str(stored / "true.json"), "--articles", str(stored))
    assert done == 1
    out = capsys.readouterr().out
    assert "F2: At 233-236 stands '341', not '340'." in out
    assert "article: The text that the summary carries is not the article's." in out


def test_a_summary_without_text_is_checked_against_the_folder(stored):
    data = json.loads((stored / "true.json").read_text(encoding="utf-8"))
    data["article"]["text"] = None
    (stored / "true.json").write_text(json.dumps(data), encoding="utf-8")
    assert command(verify.add, "verify", str(stored / "true.json")) == 1
    words = ("verify", str(stored / "true.json"), "--articles", str(stored))
    assert command(verify.add, *words) == 0


def test_an_article_that_is_not_there_is_a_fault(stored, capsys):
    (stored / "harbour.txt").unlink()
    words = ("verify", str(stored / "true.json"), "--articles", str(stored))
    assert command(verify.add, *words) == 1
    assert "article: The folder does not hold 'harbour'." in capsys.readouterr().out


def test_nothing_to_check_is_not_a_pass(tmp_path):
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    assert command(verify.add, "verify", str(tmp_path / "empty.jsonl")) == 1
