"""Every list in a table is one that the rules read, or another list refers to."""

import re
import tomllib
from pathlib import Path

import pytest

import summarizer
from summarizer.languages.table import language

PACKAGE = Path(summarizer.__file__).parent
TABLES = sorted((PACKAGE / "languages").glob("*.toml"))
NAMED = r"[\"'.{=|](\w+)(?=[\"'}|])"
"""A list as the rules name it: "captions.age", or {=age} in a pattern."""


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("section", ["names", "actors", "opinions", "gist", "captions"])
def test_no_list_is_passed_over(path, section):
    rules = "".join(each.read_text() for each in (PACKAGE / "document" / section).glob("*.py"))
    named = set(re.findall(NAMED, rules))

    lists = tomllib.loads(path.read_text(encoding="utf-8")).get(section, {})

    assert set(lists) - named == set()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_opinions_are_listed_by_position(path):
    lists = tomllib.loads(path.read_text(encoding="utf-8")).get("opinions", {}).values()
    positions = {each for kind in lists if isinstance(kind, dict) for each in kind}

    assert positions <= {"supports", "opposes", "criticises", "praises", "demands"}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("section", ["grammar", "verbs", "speech", "sentences"])
def test_no_list_of_speech_is_passed_over(path, section):
    text = path.read_text(encoding="utf-8")
    rules = "".join(each.read_text() for each in PACKAGE.rglob("*.py"))
    named = {*re.findall(NAMED, rules), *re.findall(r"@(\w+)", text)}

    lists = {
        re.sub("_(past|finite|all)$", "", name) for name in tomllib.loads(text).get(section, {})
    }

    assert lists - named == set()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_list_refers_to_lists_that_are_there(path):
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    for section in ("verbs", "speech", "sentences"):
        lists = tables.get(section, {})
        words = " ".join(each for each in lists.values() if isinstance(each, str)).split()
        assert {word[1:] for word in words if word.startswith("@")} <= lists.keys()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_list_of_speech_has_a_word_twice(path):
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    for section in ("verbs", "speech", "sentences"):
        for name, listed in tables.get(section, {}).items():
            words = listed.split() if isinstance(listed, str) else []
            assert len(words) == len(set(words)), name


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_means_the_same_to_every_reader_of_toml(path):
    tables = tomllib.loads(path.read_text(encoding="utf-8"))

    assert {name: language(path.stem).property(name) for name in tables} == tables
