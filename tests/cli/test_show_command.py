"""The command that prints what is stored."""

import io
import json
import subprocess
import sys

import pytest
from made_up import bare, harbour

from summarizer.article import Article
from summarizer.cli import main
from summarizer.cli.show import FORMATS
from summarizer.export import TEXTS


@pytest.fixture
def stored(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text(harbour().model_dump_json() + "\n", encoding="utf-8")
    return str(path)


def test_it_offers_whatever_can_be_printed():
    assert set(FORMATS) == {"text", "html", *TEXTS}


@pytest.mark.parametrize(
    ("to", "begins"),
    [
        ("text", "Council votes to close the old harbour\n"),
        ("html", "<!doctype html>"),
        ("markdown", "# Council votes"),
        ("json", "{\n"),
        ("jsonl", '{"schema_version":1'),
        ("csv", '"facet"'),
        ("webannotation", "{\n"),
        ("schemaorg", "{\n"),
    ],
)
def test_a_stored_summary_is_printed_in_each_format(to, begins, stored, capsys):
    assert main(["show", stored, "--to", to]) == 0
    assert capsys.readouterr().out.startswith(begins)


def test_text_is_what_a_run_prints(tmp_path, capsys):
    article, out = tmp_path / "a.txt", tmp_path / "out.json"
    article.write_text("“It rained,” Ada Brandt said. It took 40 days.", encoding="utf-8")
    main(["run", "--model", "none", str(article)])
    printed = capsys.readouterr().out
    main(["run", "--model", "none", "--json", str(article)])
    out.write_text(capsys.readouterr().out, encoding="utf-8")

    assert main(["show", str(out)]) == 0

    assert capsys.readouterr().out == printed


def test_a_file_without_summaries_is_one_error(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("It rained.", encoding="utf-8")
    assert main(["show", str(tmp_path / "a.txt")]) == 1
    told = capsys.readouterr().err
    assert told.count("summarizer:") == 1
    assert "it is no JSON" in told


def test_the_library_is_run_as_a_module(stored):
    command = [sys.executable, "-m", "summarizer", "show", stored]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("Council votes")


HOSTILE = "Red \x1b[31m rain\u202e\x07\x9b fell, «tomorrow\u00a0» she said."


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize("command", ["show", "export"])
@pytest.mark.parametrize("to", TEXTS)
def test_a_terminal_is_steered_by_no_article(command, to, tmp_path, monkeypatch):
    path = tmp_path / "out.jsonl"
    article = Article(HOSTILE, title=HOSTILE)
    path.write_text(bare(article, gist=HOSTILE).model_dump_json(), encoding="utf-8")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)

    assert main([command, str(path), "--to", to]) == 0

    assert_shown(terminal)
    if to in {"json", "jsonl", "webannotation", "schemaorg"}:
        assert json.loads(terminal.getvalue())


def assert_shown(terminal):
    shown = terminal.getvalue()
    assert not [c for c in shown if not (c.isprintable() or c in "\n\t\u00a0")]
    assert "rain" in shown


@pytest.mark.parametrize(
    "words",
    [
        ["run", "--model", "none", "--json"],
        ["run", "--model", "none", "-v"],
        ["outline"],
        ["outline", "--json"],
        ["explain"],
        ["explain", "--json"],
    ],
)
def test_no_command_lets_an_article_steer_a_terminal(words, tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text(f"{HOSTILE}\n\n“{HOSTILE}” Ada Brandt said of 40 {HOSTILE}", encoding="utf-8")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "dumb")  # without colours, which are escapes of our own

    assert main([*words, str(path)]) == 0

    assert_shown(terminal)


def test_a_pipe_gets_a_document_to_the_letter(tmp_path, capsys):
    path = tmp_path / "out.jsonl"
    path.write_text(bare(Article(HOSTILE), gist=HOSTILE).model_dump_json(), encoding="utf-8")
    assert main(["show", str(path), "--to", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["gist"] == HOSTILE
