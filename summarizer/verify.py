"""Check a stored summary against its article, by code alone.

:class:`~summarizer.schema.Summary` refuses the first thing that is wrong; this module lists
everything that is wrong. It knows nothing of files or models.

It cannot see that an item is missing, or that a quote, statement or stance has the wrong one of the
actors as speaker or holder.
If both the text and the digest in the summary were replaced, give the original article to notice.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from summarizer.article import Article, digest
from summarizer.document.document import Document
from summarizer.errors import ArticleError, SettingsError
from summarizer.facets import FACETS
from summarizer.facets.custom.stored import verify_sections
from summarizer.facets.faults import Data, Fault, repeated_ids, short
from summarizer.schema import FacetKey, Summary
from summarizer.schema.invalid import place_of, problem

__all__ = ["Fault", "faults"]


def faults(
    data: object, text: str | None = None, *, facets: Iterable[FacetKey[Any]] = ()
) -> tuple[Fault, ...]:
    """List what is wrong with a stored summary.

    The items of users' facets are checked against the kinds of fields that are stored with them.

    Args:
        data: The parsed JSON of the summary; it may be altered or broken.
        text: The text of the article. Default: the text in the summary.
        facets: Users' facets whose items have to fit their types as well, validators included:
            this finds a choice that was altered together with its options.

    Returns:
        The faults; empty if there are none.

    Example:
        >>> [fault.problem for fault in faults({"gist": "Rain fell."}, "No rain.")][:1]
        ['article: it is missing.']
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
    for name, facet in FACETS.items():
        found += (*repeated_ids(data, name), *facet.verify(data, document))
    found += verify_sections(data, document)
    return (*found, *_misfits(data, facets))


def _structure(data: Data) -> Iterator[Fault]:
    """List what the schema refuses, without our own validators: other checks cover these."""
    try:
        Summary.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        ours = [each["loc"] for each in found if each["type"] == "value_error"]
        for each in found:
            # Pydantic also calls a tuple too short whose items our validators refused.
            if not any(place[: len(each["loc"])] == each["loc"] for place in ours):
                yield Fault("schema", f"{place_of(each)}: {problem(each)}.")


def _misfits(data: Data, facets: Iterable[FacetKey[Any]]) -> Iterator[Fault]:
    """Find sections that do not fit the facets; of data that is no summary there are none."""
    with suppress(ValidationError):
        summary = Summary.model_validate(data)
        for facet in facets:
            try:
                facet.read(summary)
            except KeyError:
                yield Fault(facet.name, "The summary has no items of this facet.")
            except SettingsError as error:
                yield Fault(facet.name, str(error))


def _article(info: Data, text: str) -> Iterator[Fault]:
    if info.get("digest") != digest(text):
        yield Fault("article", f"Its digest is {digest(text)}, not {short(info.get('digest'))}.")
    if info.get("length") != len(text):
        yield Fault("article", f"Its length is {len(text)}, not {short(info.get('length'))}.")
    if info.get("text") not in (None, text):
        yield Fault("article", "The text that the summary carries is not the article's.")
