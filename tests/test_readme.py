"""The README's Python, run as it stands, prints what it says; it needs no model."""

import contextlib
import io
import re
from pathlib import Path

import summarizer

HERE = Path(__file__).parents[1]
README = (HERE / "README.md").read_text(encoding="utf-8")


def test_the_example_prints_what_the_readme_says(monkeypatch):
    code, said = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", README, re.DOTALL)[0]
    monkeypatch.chdir(HERE)
    out = io.StringIO()

    with contextlib.redirect_stdout(out):
        exec(code, {})

    assert out.getvalue() == said


def test_the_facet_of_the_readme_is_one():
    code = re.findall(r"```python\n(.*?)```", README, re.DOTALL)[1]
    names = {"__name__": "readme"}
    exec(code, names)

    assert names["locations"].name == "locations"


def test_nothing_sends_users_to_the_index_s_other_project_of_our_name():
    """A hint in the code counts as well as a page; ``pip install -e .`` is what holds."""
    pages = [
        *HERE.glob("*.md"),
        *HERE.glob("docs/**/*"),
        *Path(summarizer.__file__).parent.rglob("*.py"),
    ]
    wrong = re.compile(r"pip install (?:-\S+ )*['\"]?(?:verbatim-)?summarizer\b")
    assert not [each for each in pages if each.is_file() and wrong.search(each.read_text("utf-8"))]


def test_the_readme_is_short():
    assert len(README.splitlines()) <= 120


def test_the_readme_names_files_that_exist():
    for path in re.findall(r"\]\(([^)]+)\)", README):
        assert (HERE / path).exists(), path
