"""Every list of names and opinions in a table is one that the rules read."""

import re
import tomllib
from pathlib import Path

import pytest

import summarizer

PACKAGE = Path(summarizer.__file__).parent
TABLES = sorted((PACKAGE / "languages").glob("*.toml"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("section", ["names", "opinions"])
def test_no_list_is_passed_over(path, section):
    rules = "".join(each.read_text() for each in (PACKAGE / "document" / section).glob("*.py"))
    named = set(re.findall(r"[\"'.](\w+)[\"']", rules))

    lists = tomllib.loads(path.read_text(encoding="utf-8")).get(section, {})

    assert set(lists) - named == set()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_opinions_are_listed_by_position(path):
    lists = tomllib.loads(path.read_text(encoding="utf-8")).get("opinions", {}).values()
    positions = {each for kind in lists if isinstance(kind, dict) for each in kind}

    assert positions <= {"supports", "opposes", "criticises", "praises", "demands"}
