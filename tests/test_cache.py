"""The result cache: what was asked once is not asked again, and nothing stale is found."""

import sqlite3
import sys

import forked
import pytest
from bridge import TEXT, answering
from endpoint import Endpoint

from summarizer import Article, Profile, Settings, Usage, summarize, summarize_many
from summarizer.errors import SettingsError
from summarizer.verify import faults


@pytest.fixture
def endpoint():
    with Endpoint(answering()) as running:
        yield running


@pytest.fixture
def settings(endpoint, tmp_path):
    return Settings(
        model="made-up-model",
        base_url=endpoint.url,
        strategy="many",
        facets=("gist", "quotes"),
        cache=tmp_path / "results.db",
    )


def test_the_same_question_about_the_same_text_is_asked_once(endpoint, settings):
    first = summarize(Article(TEXT, id="one"), settings=settings)
    asked = len(endpoint.requests)
    second = summarize(Article(TEXT, id="two", source="two.txt"), settings=settings)

    assert asked == len(endpoint.requests) == first.provenance.usage.requests
    assert (second.article.id, second.article.source) == ("two", "two.txt")
    assert (second.gist, second.quotes) == (first.gist, first.quotes)
    assert faults(second.model_dump(mode="json")) == ()


def test_a_summary_from_the_cache_says_so_and_cost_nothing(settings):
    first, second = (summarize(TEXT, settings=settings).provenance for _ in range(2))

    assert (first.cached, second.cached) == (False, True)
    assert second.usage == Usage()
    assert second.model == first.model


ANEW = {
    "model": "another",
    "base_url": "{}/.",
    "extra_body": {"top_p": 0.5},
    "facets": ("gist",),
    "strategy": "one",
    "gist_mode": "copy",
    "profile": Profile(output=256),
    "prompts": "{}",
    "repairs": 0,
    "context": 4096,
    "reasoning_effort": "low",
}
PROFILE_ANEW = {
    "strategy": "one",
    "asks": {"gist"},
    "gaps_only": {"gist"},
    "context": 4096,
    "strict_checks": True,
    "output": 256,
    "reasoning": 9,
}
AS_BEFORE = {
    "api_key": "k",
    "extra_headers": {"X-Team": "desk"},
    "extra_query": {"user": "desk"},
    "min_certainty": "inferred",
    "attempts": 2,
    "timeout": 9,
    "cache": None,
}


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_that_changes_the_answer_is_asked_anew(name, endpoint, settings, tmp_path):
    base = settings.changed(facets=("gist",))
    (tmp_path / "gist.j2").write_text("What is the gist?")
    given = (ANEW | AS_BEFORE)[name]
    if isinstance(given, str):
        given = given.format(tmp_path if name == "prompts" else endpoint.url)
    if name == "facets":
        base = settings

    summarize(TEXT, settings=base)

    other = base.changed(**{name: given})
    assert summarize(TEXT, settings=other).provenance.cached == (name in AS_BEFORE)


@pytest.mark.parametrize("name", Profile.model_fields)
def test_a_trait_of_the_model_that_changes_the_answer_is_asked_anew(name, settings):
    base = settings.model_copy(update={"strategy": None, "profile": Profile(strategy="many")})
    given = (PROFILE_ANEW | {"at_once": 2})[name]
    summarize(TEXT, settings=base)

    other = base.changed(profile=Profile(**base.profile.model_dump() | {name: given}))

    assert summarize(TEXT, settings=other).provenance.cached == (name == "at_once")


def test_another_version_asks_anew(endpoint, settings, monkeypatch):
    summarize(TEXT, settings=settings)
    monkeypatch.setattr("summarizer.storage.cache.__version__", "another")

    assert not summarize(TEXT, settings=settings).provenance.cached


def test_another_text_is_asked_about_anew(endpoint, settings):
    summarize(TEXT, settings=settings)
    asked = len(endpoint.requests)

    summary = summarize(TEXT.replace(" ", "  ", 1), settings=settings)

    assert len(endpoint.requests) > asked
    assert not summary.provenance.cached


def test_a_kept_summary_that_does_not_hold_is_not_believed(endpoint, settings):
    summarize(TEXT, settings=settings)
    with sqlite3.connect(settings.cache) as file:
        file.execute("UPDATE results SET summary = replace(summary, 'river', 'lakes')")
    file.close()

    assert "river" in summarize(TEXT, settings=settings).quotes[0].text


def test_nothing_is_kept_unless_asked_for(endpoint, settings):
    off = settings.model_copy(update={"cache": None})

    first, second = (summarize(TEXT, settings=off) for _ in range(2))

    assert not second.provenance.cached
    assert first.provenance.usage == second.provenance.usage


@pytest.mark.parametrize("name", ["garbage.db", "no/such/folder.db"])
def test_a_file_that_is_no_cache_is_a_clear_error_before_anything_is_asked(
    name, endpoint, settings, tmp_path
):
    (tmp_path / "garbage.db").write_text("It rained. " * 100)

    with pytest.raises(SettingsError, match="cannot be used as a cache") as caught:
        summarize(TEXT, settings=settings.changed(cache=tmp_path / name))

    assert "--cache" in caught.value.hint
    assert endpoint.requests == []


def test_a_file_that_is_no_cache_is_closed(settings, tmp_path, monkeypatch):
    (tmp_path / "garbage.db").write_text("It rained. " * 100)
    opened, connect = [], sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *how, **more: opened.append(connect(*how, **more)) or opened[-1]
    )

    with pytest.raises(SettingsError):
        summarize(TEXT, settings=settings.changed(cache=tmp_path / "garbage.db"))

    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")


def test_a_locked_cache_is_given_up_after_its_first_wait(settings, monkeypatch, caplog):
    monkeypatch.setattr("summarizer.storage.cache.PATIENCE", 0.2)
    with sqlite3.connect(settings.cache, isolation_level=None) as other:
        summarize(TEXT, settings=settings)
        other.execute("BEGIN IMMEDIATE")
        texts = [f"It rained for {day} days in Quillport." for day in range(20)]
        done = list(summarize_many(texts, settings=settings, concurrency=1))
        other.execute("ROLLBACK")
    other.close()

    assert all(each.summary for each in done)
    assert caplog.text.count("cannot be used as a cache: database is locked") == 1


def test_a_failed_article_is_not_kept(endpoint, settings):
    endpoint.answer = answering(GistAnswer={"wrong": 1}, SpeakerAnswer={"wrong": 1})
    for _ in range(2):
        with pytest.raises(Exception, match="answer"):
            summarize(TEXT, settings=settings)

    endpoint.answer = answering()
    assert summarize(TEXT, settings=settings).gist


def test_several_processes_share_one_file(settings):
    code = (
        "import sys; from summarizer import Article, Profile, Settings, summarize\n"
        "settings = Settings.model_validate_json(sys.argv[1])\n"
        "for n in range(9):\n"
        "    summarize(Article(f'It rained for {n} days in Quillport.'), settings=settings)\n"
    )
    small = settings.changed(facets=("gist",)).model_dump_json()

    running = [forked.Popen([sys.executable, "-c", code, small]) for _ in range(2)]

    assert [process.wait(300) for process in running] == [0, 0]
    with sqlite3.connect(settings.cache) as file:
        assert file.execute("SELECT count(*) FROM results").fetchone() == (9,)
    file.close()
