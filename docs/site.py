"""Hooks of MkDocs: what pages for GitHub need to be pages of a site."""

import os
import re
from pathlib import Path
from typing import Any

from summarizer.cli import parsers

ROLE = re.compile(r":(?:class|func|meth|mod|data|attr):<code>~?([\w.]+)</code>")
LINK = re.compile(r"\[([\w-]+\.md)(?:#[\w-]+)?\](?=\(\1)")
COMMANDS = "<!-- each command -->"


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Return the page with the titles of other pages for their file names, and with all help."""
    titled = LINK.sub(lambda link: f"[{_title(Path(__file__).with_name(link[1]))}]", markdown)
    return titled.replace(COMMANDS, _help()) if COMMANDS in titled else titled


def on_page_content(html: str, **_: Any) -> str:
    """Return the page with roles of Sphinx, such as :class:`~a.B`, as the name alone in code."""
    return ROLE.sub(lambda role: f"<code>{role[1].rpartition('.')[2]}</code>", html)


def _title(page: Path) -> str:
    return page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")


def _help() -> str:
    os.environ["COLUMNS"] = "80"
    commands = parsers()[1].items()
    return "\n".join(f"## {name}\n\n```text\n{each.format_help()}```\n" for name, each in commands)
