"""The verify command."""

import json

import pytest
from made_up import HARBOUR, command, harbour

from summarizer.cli import main, verify


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
    assert capsys.readouterr() == ("", "1 of 1 summary is valid.\n")


def test_what_fails_is_listed_one_line_each(stored, capsys):
    assert command(verify.add, "verify", str(stored / "all.jsonl")) == 1
    out, err = capsys.readouterr()
    first, second = out.splitlines()
    assert first == (f"{stored}/all.jsonl:2: F2: The article gives its value as 340, not '341'.")
    assert second.startswith(f"Cannot read {stored}/all.jsonl:3")
    assert second.endswith("Give a summary in JSON, as summarizer run --json writes it.")
    assert err == "1 of 3 summaries are valid.\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12.5 million crowns", "12.6 million crowns"),
        ("We will not let the quay", "We will let the quay"),
        ('"start":110,"end":153', '"start":111,"end":154'),
    ],
    ids=["a changed digit", "a dropped not", "a shifted offset"],
)
def test_an_altered_summary_is_caught_with_and_without_its_article(stored, old, new):
    path = stored / "true.json"
    before, parts = path.read_text(encoding="utf-8").split('"gist":', 1)
    assert old in parts
    path.write_text(f'{before}"gist":{parts.replace(old, new)}', encoding="utf-8")
    assert command(verify.add, "verify", str(path)) == 1
    assert command(verify.add, "verify", str(path), "--articles", str(stored)) == 1


def test_another_articles_summary_is_caught(stored):
    (stored / "harbour.txt").write_text("The king of Ulm sailed.", encoding="utf-8")
    words = ("verify", str(stored / "true.json"), "--articles", str(stored))
    assert command(verify.add, *words) == 1


def test_what_steers_a_terminal_is_not_printed(stored, capsys):
    path = stored / "true.json"
    text = path.read_text(encoding="utf-8").replace("{", '{"\\u001b[2J\\n":1,', 1)
    path.write_text(text, encoding="utf-8")
    assert command(verify.add, "verify", str(path)) == 1
    out = capsys.readouterr().out
    assert "schema: [2J" in out
    assert "\x1b" not in out


def test_the_folder_has_the_last_word(stored, capsys):
    (stored / "harbour.txt").write_text(HARBOUR.replace("340", "341"), encoding="utf-8")
    done = command(verify.add, "verify", str(stored / "true.json"), "--articles", str(stored))
    assert done == 1
    out = capsys.readouterr().out
    assert "F2: At 233-236 the article has '341', not '340'." in out
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


def test_nothing_to_check_is_not_a_pass(tmp_path, capsys):
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    assert main(["verify", str(tmp_path / "empty.jsonl")]) == 1
    assert capsys.readouterr().err.startswith("summarizer: There is no summary in ")


def test_an_article_that_cannot_be_read_hides_no_other(stored, capsys):
    folder = stored / "news"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "second.txt").write_text("", encoding="utf-8")
    true = harbour().model_dump_json()
    second = json.loads(true)
    second["article"] |= {"id": "second", "digest": "sha256:0", "source": None}
    (stored / "two.jsonl").write_text(f"{json.dumps(second)}\n{true}\n", encoding="utf-8")

    code = command(verify.add, "verify", str(stored / "two.jsonl"), "--articles", str(folder))

    out, err = capsys.readouterr()
    assert (code, err) == (1, "1 of 2 summaries are valid.\n")
    assert "two.jsonl:1: article:" in out


def test_a_number_that_is_none_is_a_fault(stored, capsys):
    path = stored / "true.json"
    text = path.read_text(encoding="utf-8").replace('"value":"340"', '"value":"sNaN"')
    path.write_text(text, encoding="utf-8")

    assert command(verify.add, "verify", str(path)) == 1
    assert "not 'sNaN'" in capsys.readouterr().out
