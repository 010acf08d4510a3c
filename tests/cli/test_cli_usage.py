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
