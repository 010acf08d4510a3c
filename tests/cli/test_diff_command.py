"""The diff command."""

import json

import pytest
from made_up import bare, command, harbour

from summarizer.article import Article
from summarizer.cli import diff
from summarizer.errors import ArticleError


@pytest.fixture
def files(tmp_path):
    """Write the harbour story as a small model and as a better one saw it."""
    small, large = tmp_path / "small.json", tmp_path / "large.json"
    small.write_text(harbour(gist=None).model_dump_json(indent=2), encoding="utf-8")
    large.write_text(harbour(figures=()).model_dump_json(), encoding="utf-8")
    return str(small), str(large)


def test_differences_are_told_by_facet(files, capsys):
    assert command(diff.add, "diff", *files) == 0
    told = capsys.readouterr().out
    assert told.startswith("Council votes to close the old harbour\n  gist    'gist'\n")
    assert "only in A: 340, 340, boats, Boats that must move" in told


def test_json_holds_every_difference(files, capsys):
    assert command(diff.add, "diff", *files, "--json") == 0
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
    assert "Only one file summarises 'rain'." in capsys.readouterr().err


def test_a_broken_summary_is_an_error(files, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"broken\.json:1"):
        command(diff.add, "diff", files[0], str(broken))


def test_a_file_without_a_summary_is_an_error(files, tmp_path):
    (tmp_path / "empty.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"There is no summary in .*empty\.jsonl"):
        command(diff.add, "diff", str(tmp_path / "empty.jsonl"), files[1])


def test_what_steers_a_terminal_is_not_printed(tmp_path, capsys):
    for name, gist in (("a", None), ("b", "Red \x1b[31m rain\nfell.")):
        summary = bare(Article("Red \x1b[31m rain\nfell."), gist=gist)
        (tmp_path / name).write_text(summary.model_dump_json(), encoding="utf-8")
    assert command(diff.add, "diff", str(tmp_path / "a"), str(tmp_path / "b")) == 0
    told = capsys.readouterr().out
    assert "\x1b" not in told
    assert "Red [31m rain fell." in told
