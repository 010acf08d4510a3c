"""What the command line answers to an option that it does not know."""

import pytest

from summarizer.cli import main


@pytest.mark.parametrize("command", ["run", "batch", "verify", "eval"])
def test_an_unknown_option_is_answered_with_the_usage_of_its_command(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([command, "x.txt", "--jsn"] + (["-o", "y"] if command == "batch" else []))
    told = capsys.readouterr().err
    assert stopped.value.code == 2
    assert f"usage: summarizer {command}" in told
    assert "unrecognized arguments: --jsn" in told
