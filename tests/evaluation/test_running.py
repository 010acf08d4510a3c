"""Summarising the articles of the gold, with a stand-in for the model."""

from types import SimpleNamespace

import pytest

from summarizer.article import Article
from summarizer.errors import AuthenticationError, SettingsError, TruncatedError
from summarizer.evaluation import running
from summarizer.evaluation.cases import Case
from summarizer.prompting.templates import Templates
from summarizer.schema import ArticleInfo, Provenance, Summary, Usage
from summarizer.settings import Settings

SETTINGS = Settings(facets=("quotes",))
CASES = [Case(Article(f"Boat {number} left.", id=f"boat{number}")) for number in range(3)]


@pytest.fixture
def asked(monkeypatch):
    """The ids of the articles that the stand-in summarised; an error among them is raised."""
    ids = []
    errors = {}

    def summarize(article, *, settings):
        ids.append(article.id)
        if article.id in errors:
            raise errors[article.id]
        return Summary(article=ArticleInfo.of(article), provenance=provenance())

    monkeypatch.setattr(running, "summarize", summarize)
    return SimpleNamespace(ids=ids, errors=errors)


def provenance(**changes):
    facts = {
        "model": "m",
        "strategy": "many",
        "facets": ("quotes",),
        "prompts": Templates().digest,
        "version": "0",
        "usage": Usage(requests=1),
        "seconds": 0.5,
    }
    return Provenance(**facts | changes)


def refuse(case, error):
    pytest.fail(f"{case.article.id}: {error}")


def run(out, failed=refuse):
    made = running.run(CASES, SETTINGS, out=out, failed=failed)
    return [summary.article.id for summary in made]


def test_each_summary_is_kept_as_soon_as_it_is_made(asked, tmp_path):
    """A run that is cut off after the first article has kept it."""
    out = tmp_path / "out.jsonl"
    made = running.run(CASES, SETTINGS, out=out, failed=refuse)
    next(made)
    next(made)
    assert out.read_text(encoding="utf-8").count("\n") == 2


def test_a_run_goes_on_where_it_was_cut_off(asked, tmp_path):
    """Even within a line: the torn one is made again, the whole ones are not."""
    out = tmp_path / "out.jsonl"
    run(out)
    data = out.read_bytes()
    out.write_bytes(data[: data.rfind(b"{", 0, -400) + 100])
    whole = out.read_bytes().count(b"\n")
    asked.ids.clear()
    assert run(out) == ["boat0", "boat1", "boat2"]
    assert asked.ids == ["boat0", "boat1", "boat2"][whole:]
    assert out.read_bytes() == data


def test_without_a_file_nothing_is_kept(asked, tmp_path):
    """Every run asks anew."""
    assert run(None) == run(None) == ["boat0", "boat1", "boat2"]
    assert len(asked.ids) == 6


def test_an_article_that_fails_is_left_out_and_tried_again(asked, tmp_path):
    """An answer that was cut off costs that article alone."""
    out = tmp_path / "out.jsonl"
    asked.errors["boat1"] = TruncatedError("The answer was cut off.")
    failed = []
    assert run(out, lambda case, error: failed.append(case.article.id)) == ["boat0", "boat2"]
    assert failed == ["boat1"]
    asked.errors.clear()
    asked.ids.clear()
    assert run(out) == ["boat0", "boat1", "boat2"]
    assert asked.ids == ["boat1"]


def test_a_refused_key_ends_the_run(asked):
    """It would be refused for every article."""
    asked.errors["boat0"] = AuthenticationError("The key was refused.")
    with pytest.raises(AuthenticationError):
        run(None)


@pytest.mark.parametrize(
    "change",
    [{"strategy": "one"}, {"facets": ("quotes", "gist")}, {"model": "local:qwen2.5-coder-0.5b"}],
)
def test_summaries_made_in_another_way_are_not_mixed_in(change, asked, tmp_path):
    """A score over two ways of asking would be one of neither."""
    out = tmp_path / "out.jsonl"
    run(out)
    with pytest.raises(SettingsError, match="made with other settings"):
        next(running.run(CASES, SETTINGS.changed(**change), out=out, failed=refuse))


@pytest.mark.parametrize("content", ["notes of somebody", '{"text": "Boat 0 left."}\n'])
def test_a_file_of_something_else_is_left_as_it_is(content, asked, tmp_path):
    out = tmp_path / "notes.txt"
    out.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError):
        run(out)
    assert out.read_text(encoding="utf-8") == content
    assert asked.ids == []
