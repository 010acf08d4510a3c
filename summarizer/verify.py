"""Whether a stored summary is true to its article, checked by code alone.

Owns the checks of data as it was stored: where :class:`~summarizer.schema.Summary` refuses
the first thing that is wrong, this module lists all of it. It knows nothing of files or models.

What it cannot see: that a quote is missing, or that a speaker is the wrong one of the actors. A
summary whose text *and* digest were replaced together is caught only against the article itself.
"""

from collections.abc import Iterator

from pydantic import ValidationError

from summarizer.article import Article, digest
from summarizer.document.document import Document
from summarizer.errors import ArticleError
from summarizer.facets import FACETS
from summarizer.facets.faults import Data, Fault, short
from summarizer.schema import Summary

__all__ = ["Fault", "faults"]


def faults(data: object, text: str | None = None) -> tuple[Fault, ...]:
    """List what is wrong with a stored summary.

    Args:
        data: The summary as JSON holds it, altered or not.
        text: The article as its keeper has it; the text that the summary carries, if not given.

    Returns:
        The faults; empty if all holds.

    Example:
        >>> [fault.problem for fault in faults({"gist": "Rain fell."}, "No rain.")][:1]
        ['article: Field required.']
    """
    if not isinstance(data, dict):
        return (Fault("summary", "It is not a JSON object."),)
    found = list(_structure(data))
    info = data.get("article")
    carried = info.get("text") if isinstance(info, dict) else None
    if text is None and isinstance(carried, str):
        text = carried
    if text is None:
        return (*found, Fault("article", "Its text is not there, so nothing can be checked."))
    if isinstance(info, dict):
        found += _article(info, text)
    try:
        document = Document.read(Article(text))
    except ArticleError as error:
        return (*found, Fault("article", str(error)))
    for facet in FACETS.values():
        found += facet.verify(data, document)
    return tuple(found)


def _structure(data: Data) -> Iterator[Fault]:
    """Say what the schema refuses; what our own validators refuse is told in full elsewhere."""
    try:
        Summary.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        ours = [each["loc"] for each in found if each["type"] == "value_error"]
        for each in found:
            # A tuple that lost its items to our validators is also said to be too short.
            if not any(place[: len(each["loc"])] == each["loc"] for place in ours):
                yield Fault("schema", f"{'.'.join(map(str, each['loc']))}: {each['msg']}.")


def _article(info: Data, text: str) -> Iterator[Fault]:
    if info.get("digest") != digest(text):
        yield Fault("article", f"Its digest is {digest(text)}, not {short(info.get('digest'))}.")
    if info.get("length") != len(text):
        yield Fault("article", f"Its length is {len(text)}, not {short(info.get('length'))}.")
    if info.get("text") not in (None, text):
        yield Fault("article", "The text that the summary carries is not the article's.")
