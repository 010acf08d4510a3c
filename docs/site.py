"""A hook of MkDocs: roles of Sphinx in docstrings, such as :class:`~a.B`, are shown as code."""

import re

ROLE = re.compile(r":(?:class|func|meth|mod|data|attr):<code>~?([\w.]+)</code>")


def on_page_content(html: str, **_: object) -> str:
    """Return the page with the role taken away, and the name without its modules."""
    return ROLE.sub(lambda role: f"<code>{role[1].rpartition('.')[2]}</code>", html)
