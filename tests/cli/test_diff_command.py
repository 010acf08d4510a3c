"""The diff command."""

import json

import pytest
from made_up import bare, command, harbour

from summarizer.article import Article
from summarizer.cli import diff


@pytest.fixture
def files(tmp_path):
    """Write the harbour story as a small model and as a better one saw it."""
    small, large = tmp_path / "small.json", tmp_path / "large.json"
    small.write_text(harbour(gist=None).model_dump_json(indent=2), encoding="utf-8")
    large.write_text(harbour(figures=()).model_dump_json(), encoding="utf-8")
    return str(small), str(large)


def test_differences_are_told_by_facet(files, capsys):
    assert command(diff.add, "diff", *files) == 1
    told = capsys.readouterr().out
    assert told.startswith("Council votes to close the old harbour\n  gist    'gist'\n")
    assert "only in A: 340, 340, boats, Boats that must move" in told


def test_json_holds_every_difference(files, capsys):
    assert command(diff.add, "diff", *files, "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["article"] == "harbour"
    assert [d["kind"] for d in told["differences"]] == ["added", "removed", "removed"]


def test_equal_summaries_are_said_to_be_equal(files, capsys):
    assert command(diff.add, "diff", files[0], files[0]) == 0
    assert "Both say the same." in capsys.readouterr().out


def test_a_summary_without_its_partner_fails(files, tmp_path, capsys):
    other = tmp_path / "other.json"
    other.write_text(bare(Article("Rain.", id="rain")).model_dump_json(), encoding="utf-8")
    assert command(diff.add, "diff", files[0], str(other)) == 1
    told = capsys.readouterr().err
    assert f"Only {str(other)!r} summarises this text of 'rain'." in told
    assert f"Only {files[0]!r} summarises this text of 'harbour'." in told


@pytest.mark.parametrize(
    ("content", "told"),
    [("{", "broken.json"), ("\n", "There is no summary in"), (None, "Cannot read")],
)
def test_a_file_that_cannot_be_compared_is_trouble_not_a_difference(
    files, content, told, tmp_path, capsys
):
    broken = tmp_path / "broken.json"
    if content:
        broken.write_text(content, encoding="utf-8")
    assert command(diff.add, "diff", files[0], str(broken)) == 2
    assert told in capsys.readouterr().err


def test_the_help_has_the_exit_codes(capsys):
    with pytest.raises(SystemExit):
        command(diff.add, "diff", "--help")
    assert "1 they differ" in capsys.readouterr().out


def test_what_steers_a_terminal_is_not_printed(tmp_path, capsys):
    for name, gist in (("a", None), ("b", "Red \x1b[31m rain\nfell.")):
        summary = bare(Article("Red \x1b[31m rain\nfell."), gist=gist)
        (tmp_path / name).write_text(summary.model_dump_json(), encoding="utf-8")
    assert command(diff.add, "diff", str(tmp_path / "a"), str(tmp_path / "b")) == 1
    told = capsys.readouterr().out
    assert "\x1b" not in told
    assert "Red [31m rain fell." in told
