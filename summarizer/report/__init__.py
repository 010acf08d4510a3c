"""The report: one HTML file that shows summaries beside their articles.

The page is self-contained and safe: it loads nothing, a content security policy allows only its own
style and script by their digests, and all text of an article is escaped.
"""

import os
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import SettingsError, require_many
from summarizer.schema import Summary
from summarizer.storage import atomic_write

if TYPE_CHECKING:
    from jinja2 import Environment


def html(summaries: Iterable[Summary], *, title: str | None = None) -> str:
    """Return the report on one or many articles as a self-contained page.

    A report on several articles has an index with search, a filter by actor, who said what and
    where they stand across the articles, and all figures. The page opens from disk and works
    without JavaScript.

    Args:
        summaries: The summaries; an article is shown if its summary includes the text.
        title: The title of the page. Default: that of the one article, or one for several.

    Returns:
        The HTML page.

    Raises:
        SettingsError: One summary is given without a list.

    Example:
        >>> html([]).splitlines()[0]
        '<!doctype html>'
    """
    require_many(summaries, "summaries")
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2

    from summarizer.report.page import Page  # noqa: PLC0415  loads the document package

    folder = files("summarizer.report") / "templates"
    style, script = (
        (folder / name).read_text(encoding="utf-8") for name in ("report.css", "report.js")
    )
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            page=Page(summaries, title),
            style=Markup(style),  # noqa: S704  our own file
            script=Markup(script),  # noqa: S704  our own file
            policy=_policy(style, script),
        )
    )


def frame(summary: Summary) -> str:
    """Return the report as an HTML element for another page, such as a notebook.

    The element is a sandboxed ``iframe``, so that its style and script cannot affect that page.

    Args:
        summary: The summary.

    Returns:
        The ``iframe`` element.

    Example:
        >>> from summarizer import summarize
        >>> frame(summarize("Rain fell.", model="none"))[:23]
        '<iframe title="Summary"'
    """
    return (
        '<iframe title="Summary" sandbox="allow-scripts allow-popups" '
        'style="width: 100%; height: 40rem; border: 0" '
        f'srcdoc="{escape(html([summary]))}"></iframe>'
    )


def save(summaries: Iterable[Summary], path: Path, *, title: str | None = None) -> None:
    """Write the report to a file; an existing file is replaced only on success.

    Args:
        summaries: The summaries.
        path: The file.
        title: The title of the page; see :func:`html`.

    Raises:
        SettingsError: The file cannot be written, or is another file of the user's.
    """
    check(path)
    with atomic_write.whole(path) as part:
        part.write_text(html(summaries, title=title), encoding="utf-8", newline="")


def check(path: Path) -> None:
    """Check early that a page can be written, and replaces nothing but a page.

    Raises:
        SettingsError: The file cannot be written, or exists and its name is not that of a page.
    """
    target = Path(os.path.realpath(path))
    is_page = target.suffix.lower() in {".html", ".htm"}
    if target.is_file() and target.stat().st_size and not is_page:
        raise SettingsError(
            f"{str(path)!r} exists and is no HTML page, so it is not replaced.",
            hint="Name a file that ends in .html, or one that does not exist.",
        )
    atomic_write.check(path)


@cache
def _environment() -> "Environment":
    """Return the templates of pages; compiling them takes longer than rendering one."""
    from jinja2 import (  # noqa: PLC0415  loads slowly
        ChoiceLoader,
        Environment,
        PackageLoader,
        StrictUndefined,
    )

    from summarizer.report.direction import closed  # noqa: PLC0415  for pages alone

    return Environment(
        loader=ChoiceLoader(
            [PackageLoader("summarizer.report"), PackageLoader("summarizer.facets")]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=closed,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _policy(style: str, script: str) -> str:
    return (
        "default-src 'none'; "
        f"style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _digest(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
