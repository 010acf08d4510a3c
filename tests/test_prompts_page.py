"""docs/prompts.md has each template, its variables, and no others."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from summarizer.prompting.templates import builtin_folder

PAGE = (Path(__file__).parents[1] / "docs" / "prompts.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (\S+\.j2)\n(.*?)(?=^###? |\Z)", PAGE, re.MULTILINE | re.DOTALL))
TEMPLATES = {path.name: path.read_text(encoding="utf-8") for path in builtin_folder().glob("*.j2")}
GIVEN_TOO = {"note.j2": {"reason"}}
"""What a template is given and ours does not use."""


def test_every_template_is_a_heading_and_no_other():
    assert SECTIONS.keys() == TEMPLATES.keys()


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_the_variables_of_a_template_are_listed_with_type_and_example(name):
    used = meta.find_undeclared_variables(Environment(autoescape=True).parse(TEMPLATES[name]))
    table = SECTIONS[name].partition("| variable | type |")[2].partition("\n\n")[0]
    rows = [row.split(" | ") for row in re.findall(r"^\| (`.*) \|$", table, re.MULTILINE)]

    assert {row[0].strip("`") for row in rows} == used | GIVEN_TOO.get(name, set())
    assert all(len(row) == 4 and all(row) for row in rows)


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_begins_with_a_comment_on_one_line(name):
    assert re.match(r"\{# [A-Z].*\. #\}\n", TEMPLATES[name])
