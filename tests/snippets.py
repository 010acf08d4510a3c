"""The snippets of a page of docs/: found, run, and what they print."""

import contextlib
import io
import re
import shlex
from pathlib import Path

from summarizer.cli import main

DOCS = Path(__file__).parents[1] / "docs"


def snippets(page):
    """Return the language, the file to write (or nothing) and the text of each fenced block."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def run(language, text, names):
    """Run a block of Python or of shell commands; return what it prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        if language == "python":
            exec(text, names)
        else:
            for line in text.splitlines():
                assert main(shlex.split(line)[1:]) == 0
    return out.getvalue()
