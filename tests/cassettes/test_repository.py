"""The cassettes of this repository: each is replayed, none is left over, none holds a secret.

What is pinned here are facts that have to hold whatever a model says. What a model says is told by
the drift report of ``summarizer record``.
"""

import re
import socket
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest

from summarizer.cassettes import use
from summarizer.cassettes.failures import FAILURES
from summarizer.cassettes.preview import preview
from summarizer.cassettes.recording import read
from summarizer.document.document import Document
from summarizer.evaluation.gold import read_seeds
from summarizer.llm.local import catalogue
from summarizer.llm.profiles import find
from summarizer.prompting.templates import Templates, builtin_folder
from summarizer.schema import Summary
from summarizer.session import summarize
from summarizer.settings import Settings
from summarizer.verify import faults

HERE = Path(__file__).parents[2]
FOLDER = HERE / "cassettes"
PROFILES = HERE / "seeds" / "profiles.toml"
SEEDS = {article.id: (article, gold) for article, gold in read_seeds(HERE / "seeds")}
NOT_RECORDED = {"calloway-profile.one"}
"""The default model fills this form to its limit, and the halves of it again: many minutes."""

NAMES = [
    name for seed in SEEDS for name in (f"{seed}.many", f"{seed}.one") if name not in NOT_RECORDED
]
AGAIN = "summarizer record"

each_cassette = pytest.mark.parametrize("name", NAMES)


RENDERED: set[str] = set()
IN_NO_SEED = {"part", "items"}
"""No seed is longer than the context, or has a facet of a user's: ``test_long_documents.py`` and
``facets/`` have those."""


def rendered(self, name, /, render=Templates.render, **variables):
    """Render a template, and remember that it was."""
    RENDERED.add(name)
    return render(self, name, **variables)


@cache
def replayed(name: str) -> Summary:
    """Replay a cassette once; its unused answers and its misses raise."""
    seed, strategy = name.rsplit(".", 1)
    with use(FOLDER / f"{name}.yaml"), patch.object(Templates, "render", rendered):
        settings = Settings(strategy=strategy, profile=find("local", PROFILES))
        return summarize(SEEDS[seed][0], settings=settings)


@each_cassette
def test_it_replays_without_a_socket_to_a_valid_summary(name, monkeypatch):
    def refuse(*_):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    summary = replayed(name)
    assert Summary.model_validate_json(summary.model_dump_json()) == summary


def denied(summary):
    """The ids of the quotations of which the model said that no one said them."""
    return {each.item for each in summary.rejected if each.reason == "not_a_statement"}


@each_cassette
def test_every_quotation_is_the_articles_own(name):
    summary = replayed(name)
    article, _ = SEEDS[name.rsplit(".", 1)[0]]
    found = [tuple((span.start, span.end) for span in quote.spans) for quote in summary.quotes]
    every = Document.read(article).quotes
    assert found == [quote.places for quote in every if quote.key not in denied(summary)]
    for quote in summary.quotes:
        for span in quote.spans:
            assert article.text[span.start : span.end] == span.text


@each_cassette
def test_the_quotations_of_the_gold_are_found(name):
    """Code finds them: what is missing and not denied by the model, a change of the code lost."""
    summary = replayed(name)
    article, gold = SEEDS[name.rsplit(".", 1)[0]]
    found = {span.text for quote in summary.quotes for span in quote.spans}
    for key in denied(summary) & {quote.key for quote in Document.read(article).quotes}:
        places = Document.read(article).quote(key).places
        found |= {article.text[start:end] for start, end in places}
    wanted = {span.text for quote in gold.quotes for span in quote.spans}
    assert wanted <= found


@each_cassette
def test_verify_finds_no_fault(name):
    assert faults(replayed(name).model_dump(mode="json")) == ()


@each_cassette
def test_what_the_model_wrote_stands_in_the_article(name):
    summary = replayed(name)
    document = Document.read(SEEDS[name.rsplit(".", 1)[0]][0])
    written = [summary.gist, *(figure.measures for figure in summary.figures)]
    for text in filter(None, written):
        assert list(document.foreign(text)) == []
    for actor in summary.actors:
        assert actor.name in document.article.text


@each_cassette
def test_it_was_recorded_with_the_present_model(name):
    """That the prompts are the present ones, the replay itself shows."""
    metadata = read(FOLDER / f"{name}.yaml", AGAIN).metadata
    assert metadata.model == catalogue.DEFAULT
    assert metadata.weights == f"sha256:{catalogue.find(catalogue.DEFAULT).sha256}"


def test_every_template_is_in_a_recording():
    for name in NAMES:
        replayed(name)
    ours = {path.stem for path in builtin_folder().glob("*.j2")}
    assert ours - RENDERED == IN_NO_SEED


@pytest.mark.parametrize("name", SEEDS)
def test_the_default_model_is_asked_nothing_about_the_seeds(name):
    assert list(preview(SEEDS[name][0], Settings())) == []


def test_no_cassette_is_left_over_and_none_is_missing():
    there = {str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.is_file()}
    wanted = {f"{name}.yaml" for name in NAMES} | {f"failures/{name}.yaml" for name in FAILURES}
    assert there - wanted == set(), "no test uses these cassettes: delete them"
    assert wanted - there == set(), f"these cassettes are missing; run: {AGAIN}"


SECRETS = re.compile(
    r"""
    authorization | set-cookie | x-api-key | api-key
    | \bsk-[\w-]{8,} | \bBearer\s+\S{8,} | \beyJ[\w-]{10,}   # keys and tokens
    | (?<!\w)/(?:home|root|Users|tmp|work)/                  # folders of a machine
    | 127\.0\.0\.1 | localhost
    """,
    re.VERBOSE | re.IGNORECASE,
)


def test_no_cassette_holds_a_secret():
    paths = sorted(FOLDER.rglob("*.yaml"))
    assert paths, f"there are no cassettes; run: {AGAIN}"
    found = {path.name: SECRETS.findall(path.read_text(encoding="utf-8")) for path in paths}
    assert {name: secrets for name, secrets in found.items() if secrets} == {}


@pytest.mark.parametrize(
    "secret",
    ["Authorization: x", "sk-proj-0123456789", "Bearer abcdefgh1234", "/home/ada/model.gguf"],
)
def test_the_search_for_secrets_finds_them(secret):
    assert SECRETS.search(f"content: {secret}")
