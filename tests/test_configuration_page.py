"""docs/configuration.md: its snippets run, and every setting and logger that it names is one."""

import logging
import re
from pathlib import Path

from snippets import DOCS, run, snippets

import summarizer
from summarizer import Settings

PAGE = "configuration.md"


def test_every_snippet_runs_and_prints_what_the_page_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("opentelemetry.trace.set_tracer_provider", lambda _: None)
    monkeypatch.setattr("logging.basicConfig", lambda: None)
    names, printed, compared = {"__name__": "page"}, "", 0
    for language, file, text in snippets(PAGE):
        if file:
            Path(file).write_text(text, encoding="utf-8")
        elif language == "text":
            assert printed.strip() == text.strip()
            compared += 1
        else:
            printed = run(language, text, names)
    logging.getLogger("summarizer.prompting").setLevel(logging.NOTSET)
    assert compared == 1


def test_the_variables_of_the_page_are_those_of_settings():
    page = (DOCS / PAGE).read_text(encoding="utf-8")
    named = {name.lower() for name in re.findall(r"SUMMARIZER_([A-Z_]+)", page)}

    assert named <= {*Settings.model_fields}
    assert "extra_headers" in named


def test_the_loggers_of_the_page_are_those_that_there_are():
    page = (DOCS / PAGE).read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `(summarizer\.\w+)` \|", page, re.MULTILINE))
    root = Path(summarizer.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in root.rglob("*.py"))

    assert told == {*re.findall(r'getLogger\("(summarizer\.\w+)"\)', code), "summarizer.storage"}
