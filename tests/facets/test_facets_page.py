"""docs/facets.md: every snippet is run, and prints what the page says."""

import json
import sys
import tomllib
from pathlib import Path

import pytest
from endpoint import Endpoint, completion, name_of
from snippets import run, snippets

from summarizer.facets.custom.installed import GROUP

BLOCKS = snippets("facets.md")
PLACES = [
    {"evidence": [2], "name": "Lund", "kind": "city"},
    {"evidence": [4], "name": "Oslo", "kind": "city"},
]


def answer(request):
    assert name_of(request) in {"Form", "Again"}
    return completion(json.dumps({"locations": PLACES, "quotes": []}))


@pytest.fixture
def page(tmp_path, monkeypatch):
    """The folder of a reader, with a model at an endpoint."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    with Endpoint(answer) as running:
        monkeypatch.setenv("SUMMARIZER_MODEL", "made-up-model")
        monkeypatch.setenv("SUMMARIZER_BASE_URL", running.url)
        yield
    sys.modules.pop("places", None)


@pytest.mark.usefixtures("page")
def test_every_snippet_runs_and_prints_what_the_page_says():
    names, printed = {"__name__": "page"}, ""
    for language, file, text in BLOCKS:
        if file:
            Path(file).write_text(text, encoding="utf-8")
        elif language == "text":
            assert printed.strip() == text.strip()
        else:
            printed = _run(language, text, names)


def _run(language, text, names):
    if language == "toml":
        points = tomllib.loads(text)["project"]["entry-points"][GROUP]
        assert points == {"locations": "places:locations"}
        return ""
    printed = run(language, text, names)
    assert language == "python" or "Lund (city)" in printed
    return printed


def test_the_page_has_every_kind_of_snippet():
    assert {language for language, _, _ in BLOCKS} == {"python", "sh", "text", "toml"}
    [(_, _, package)] = [block for block in BLOCKS if block[1] == "places.py"]
    assert len(package.splitlines()) <= 15
