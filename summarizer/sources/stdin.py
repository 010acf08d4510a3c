"""Standard input, if the process has one."""

import sys
from typing import BinaryIO

from summarizer.errors import ArticleError


def standard_input() -> BinaryIO:
    """Return standard input as bytes.

    Raises:
        ArticleError: It is closed, as with ``<&-`` and in some services.
    """
    if sys.stdin is None:
        raise ArticleError("Standard input is closed.", hint="Give a file, or pipe something in.")
    return sys.stdin.buffer
