"""The form of strategy ``one``: every facet's questions in a single request."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import create_model

from summarizer.document import Document
from summarizer.facets.question import Answer, Facet, Question

FORM = "form"
"""The key of the form among the questions."""

LISTED = ("quotes", "figures")
"""The facets whose questions are about numbered places of the article."""

TOKENS = 600
"""For the gist, the actors and the stances; each quotation and figure gets some more."""
TOKENS_EACH = 40


def form(document: Document, facets: Iterable[Facet[Any, Any]]) -> Question:
    """Return one question that holds those of all facets.

    Args:
        document: The article, read by code.
        facets: The facets to ask about.

    Returns:
        The question; its answer has one field a facet.
    """
    chosen = {facet.name: facet for facet in facets}
    fields: dict[str, Any] = {name: (facet.form, ...) for name, facet in chosen.items()}
    listed = {
        name: [each for question in facet.questions(document) for each in _listed(question)]
        for name, facet in chosen.items()
        if name in LISTED
    }
    return Question(
        "gist",
        FORM,
        "form",
        create_model("Form", __base__=Answer, **fields),
        TOKENS + TOKENS_EACH * sum(map(len, listed.values())),
        {
            "facets": list(chosen),
            "quotes": listed.get("quotes", []),
            "figures": listed.get("figures", []),
        },
    )


def answers(
    document: Document, facets: Iterable[Facet[Any, Any]], filled: Answer
) -> Iterator[tuple[Question, Answer]]:
    """Split a filled form into answers to the facets' own questions."""
    for facet in facets:
        yield from facet.split(document, getattr(filled, facet.name))


def _listed(question: Question) -> Iterator[tuple[str, str, str]]:
    """Yield number, passage and text of each quotation or figure that a question is about."""
    variables = question.variables
    texts = variables.get("figures") or [variables["quotation"]]
    for key, text in zip(variables.get("keys", [question.key]), texts, strict=True):
        yield key[1:], variables["passage"], text
