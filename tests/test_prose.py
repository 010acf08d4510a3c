"""Docstrings, comments and pages are in present-day English: old-fashioned words are counted."""

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest

import summarizer

PACKAGE = Path(summarizer.__file__).parent
HERE = Path(__file__).parents[1]
OLD = re.compile(
    r"\b(stands|stood|whom|whomever|somebody|nobody|tells|told|worded|wherein|whereof|nought|anew)\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
EXAMPLE = re.compile(r'>>>.*|\.\.\. .*|``[^`]*``|`[^`\n]*`|"[^"\n]*\n?[^"\n]*"|“[^”]*”')
"""What a text quotes: code, words of an article, messages."""

CEILING = 1
"""Old-fashioned words in 1,000; a shorter text may have one."""

CLEANED = (
    *("sources", "export", "report", "storage", "evaluation", "batch", "cli"),
    *("prompting", "llm", "cassettes", "schema", "languages", "facets", "document"),
    *("article.py", "errors.py", "verify.py", "__init__.py", "session.py", "settings", "ray.py"),
)
DOCS = sorted((HERE / "docs").glob("*.md"))
PAGES = [
    *DOCS,
    *(HERE / name for name in ("README.md", "CONTRIBUTING.md")),
    *(HERE / name / "README.md" for name in ("benchmarks", "seeds")),
]


def prose(path):
    """The docstrings and comments of a module, one text."""
    source = path.read_text(encoding="utf-8")
    parts = [
        node.value.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    ]
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    parts += [token.string for token in tokens if token.type == tokenize.COMMENT]
    return "\n".join(parts)


def old_words(text):
    """The old-fashioned words outside of examples, and their number in 1,000 words."""
    plain = EXAMPLE.sub("", text)
    found = OLD.findall(plain)
    return found, 1000 * len(found) / max(len(WORD.findall(plain)), 1000)


@pytest.mark.parametrize("name", CLEANED)
def test_docstrings_and_comments_are_in_present_day_english(name):
    root = PACKAGE / name
    modules = sorted(root.rglob("*.py")) if root.is_dir() else [root]

    found, rate = old_words("\n".join(map(prose, modules)))

    assert rate <= CEILING, found


def test_docstrings_of_the_benchmarks_are_in_present_day_english():
    modules = sorted((HERE / "benchmarks").glob("*.py"))

    found, rate = old_words("\n".join(map(prose, modules)))

    assert rate <= CEILING, found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HERE).as_posix())
def test_pages_are_in_present_day_english(page):
    found, rate = old_words(page.read_text(encoding="utf-8"))

    assert rate <= CEILING, found


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_a_page_says_at_its_top_for_whom_it_is(page):
    _, opening, *_ = page.read_text(encoding="utf-8").split("\n\n")

    assert opening.startswith("For ")


def test_an_old_word_is_found_and_a_quoted_one_is_not():
    found, rate = old_words("What stands here was told. " + '"Nobody told me," she said. `whom` ')

    assert (found, rate) == (["stands", "told"], 2)
