"""What the command line answers to an option that it does not know."""

import pytest

from summarizer.cli import main


@pytest.mark.parametrize("command", ["run", "batch", "verify", "eval"])
def test_an_unknown_option_is_answered_with_the_help_of_its_command(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([command, "x.txt", "--jsn"] + (["-o", "y"] if command == "batch" else []))
    told = capsys.readouterr().err
    assert stopped.value.code == 2
    assert told.startswith(f"summarizer {command}: unrecognized arguments: --jsn.")
    assert told.endswith(f"See: summarizer {command} --help\n")
    assert told.count("\n") == 2


def test_options_are_not_alike_for_their_dashes_alone(capsys):
    with pytest.raises(SystemExit):
        main(["run", "--bogus", "x.txt"])
    assert "Did you mean" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "x.txt", "--model", "none", "--header", "A: b"], "extra_headers to (--header)."),
        (["run", "x.txt", "--model", "m", "--base-url", "foo"], "such as http://127.0.0.1:8000/v1"),
        (["run", "x.txt", "--model", ""], "model: it is empty; say 'local', 'none' or a name"),
        (["run", "x.txt", "--facets", "no_mod:x"], "Try it in Python: from no_mod import x"),
        (["run", "x.txt", "--prompts", "nodir"], "There is no folder of templates 'nodir'."),
        (["verify", "x.txt", "--articles", "nodir"], "'nodir' is not a folder."),
        (["prompts", "x.txt"], "That is a file: name a folder."),
        (["record", "--seeds", "."], "'.' holds no article. Name a folder of NAME.txt with"),
    ],
)
def test_what_cannot_be_run_as_given_says_what_to_do(words, said, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.txt").write_text("It rained.", encoding="utf-8")
    if words[0] == "record":
        (tmp_path / "x.txt").unlink()

    assert main(words) == 2
    assert said in capsys.readouterr().err


def test_an_unknown_option_without_a_command_is_named(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--foo"])
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("summarizer: unrecognized arguments: --foo.")


def test_without_a_command_the_help_is_shown(capsys):
    with pytest.raises(SystemExit) as stopped:
        main([])
    assert stopped.value.code == 2
    assert "summarizer run article.txt" in capsys.readouterr().err


def test_a_title_without_a_page_is_not_passed_over(capsys):
    assert main(["run", "--title", "News", "x.txt"]) == 2
    assert "--html" in capsys.readouterr().err
