"""The notebook and the tutorial of docs/ run as they are, offline, and print what is stored."""

import re
from itertools import pairwise

import notebook
from snippets import DOCS, run, snippets

import summarizer
from summarizer import Summary


def test_the_notebook_prints_what_it_shows():
    tutorial = notebook.load()
    found = notebook.run(tutorial)

    told = [notebook.stored(cell) for cell in notebook.code_cells(tutorial)]
    assert [printed for printed, _ in found] == told
    assert isinstance(found[0][1], Summary)
    assert "<iframe" in found[0][1]._repr_html_()
    table = next(text for text in told if "Harbour Union" in text or "criticises" in text)
    assert "Jane Roe" in table
    assert "praises" in table


def test_the_tutorial_prints_what_it_shows():
    names = {}
    blocks = [(language, text) for language, _, text in snippets("tutorial.md")]
    for (language, text), (_, told) in pairwise(blocks):
        if language == "python":
            assert run(language, text, names) == told


def test_the_reference_has_every_public_name():
    """MkDocs shows the members of a module, and the object itself."""
    page = (DOCS / "reference.md").read_text(encoding="utf-8")
    shown = re.findall(r"^::: (\S+)$", page, re.MULTILINE)
    names = {name.rpartition(".")[2] for name in shown}
    for name in summarizer.__all__:
        home = getattr(summarizer, name).__module__
        assert name in names or home in shown, name


def test_every_page_is_in_the_navigation():
    config = (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8")
    assert {path.name for path in DOCS.glob("*.md")} == set(re.findall(r"\S+\.md", config))
