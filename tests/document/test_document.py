"""The document: read once, never changed, whatever the text."""

import ast
import gc
import weakref
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarizer
from summarizer import Article
from summarizer.document.document import Document
from summarizer.document.part import part_of

HERE = Path(summarizer.__file__).parent

TEXT = (
    "“We praise the plan,” said Jane Roe. It cost 9 crowns. Bo Poe rejected the plan.\n\n"
    "“It is a disgrace,” said Bo Poe of its 7 towers."
)

SMALL = {
    # what they are given: a language, its code or a list of it, a template, a verb, a type
    "language", "path", "written_in", "spoken", "code", "template", "lemma", "gender", "answer",
    "item",
    # a word or a name, the vocabulary that it is read by, and ranges of letters
    "word", "name", "known", "letters",
}  # fmt: skip
"""The parameters of functions whose results are kept: none of them is a text."""

PIECES = (
    "“|”|‘|’|\"|'|«|»|「|」|— |. |, |: |? |\n|\n\n|(|)|By |OSLO (AP) — |Jane Roe|Bo Poe| Roe|"
    "Mr. |the mayor, |he |said |praised |rejected |called |a disgrace |the plan |by |of |and |"
    "9 |1,250 |$3.5 million |per cent |first |½|٣|山は|と述べた|김정은은 |и |dit-il |der |l’|"
    "\ufeff|\x85"
)
TEXTS = st.lists(st.sampled_from(PIECES.split("|")), max_size=60).map("".join)
"""News in pieces; an article is never empty, so a character is put before each text."""


def read(text):
    return Document.read(Article(text))


@pytest.mark.parametrize("name", [field.name for field in fields(Document)])
def test_a_document_cannot_be_changed(name):
    with pytest.raises(FrozenInstanceError):
        setattr(read(TEXT), name, None)


def test_what_is_read_is_freed_without_a_search_for_garbage():
    # Python does not look for garbage while code reads: circles would be left in memory.
    gc.disable()
    try:
        document = read(f"{TEXT} The 340 cars cost $5.")
        assert all((document.captions, document.opinions, document.statements))
        left = [weakref.ref(each) for each in (document, document.parsed, document.captions)]
        del document
        assert [each() for each in left] == [None] * 3
    finally:
        gc.enable()


def test_a_part_has_its_own_quotes_figures_and_names():
    whole = read(TEXT)
    part = part_of(whole, range(3, 4))
    assert [quote.key for quote in part.quotes] == ["Q2"]
    assert (list(part.figures), part.names) == (["F2"], ("Bo Poe",))
    assert [quote.key for quote in whole.quotes] == ["Q1", "Q2"]
    assert (list(whole.figures), part.outline) == (["F1", "F2"], whole.outline)


def test_a_part_has_the_opinions_of_its_sentences():
    whole = read(TEXT)
    quoted, reported = opinions(whole)
    assert (quoted, reported) == (("Jane Roe", "praises", "Q1"), ("Bo Poe", "opposes", None))
    assert opinions(part_of(whole, range(2))) == [quoted]
    assert opinions(part_of(whole, range(2, 3))) == [reported]


def opinions(document):
    return [(each.actor, each.position, each.quote) for each in document.opinions]


@settings(max_examples=150, deadline=None)
@given(TEXTS | st.text())
def test_every_text_can_be_read(text):
    text = f".{text}"
    document = read(text)
    sentences = document.outline.sentences
    assert all(text[each.start : each.end] == each.text for each in sentences)
    assert all(document.find(name) for name in document.names)
    assert all(0 <= each.sentence < len(sentences) for each in document.opinions)
    assert part_of(document, range(len(sentences))).quotes == document.quotes


def cached_functions():
    for package in ("document", "languages", "facets"):
        for path in sorted((HERE / package).rglob("*.py")):
            source = path.read_text(encoding="utf-8")
            for node in ast.walk(ast.parse(source if "cache" in source else "")):
                if isinstance(node, ast.FunctionDef) and any(map(is_cache, node.decorator_list)):
                    yield f"{path.relative_to(HERE)}:{node.name}", node


def is_cache(decorator):
    return ast.unparse(decorator).partition("(")[0] in {"cache", "lru_cache"}


def test_no_result_is_kept_by_the_text():
    for name, node in cached_functions():
        assert {each.arg for each in node.args.args} - {"self"} <= SMALL, name


@pytest.mark.parametrize("package", ["document", "languages", "facets"])
def test_every_cache_is_a_decorator_that_the_test_above_sees(package):
    every = list((HERE / package).rglob("*.py"))
    written = sum(path.read_text(encoding="utf-8").count("cache(") for path in every)
    assert written == sum(path.read_text(encoding="utf-8").count("@lru_cache(") for path in every)
