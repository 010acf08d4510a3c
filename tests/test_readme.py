"""The README's Python, run as it stands, prints what it says; it needs no model."""

import contextlib
import io
import re
from pathlib import Path

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


def test_the_readme_is_short():
    assert len(README.splitlines()) <= 120


def test_the_readme_names_files_that_exist():
    for path in re.findall(r"\]\(([^)]+)\)", README):
        assert (HERE / path).exists(), path
