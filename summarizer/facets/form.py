"""The form of strategy ``one``: every facet's questions in a single request."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import create_model

from summarizer.document import Document
from summarizer.facets.question import Answer, Facet, Question

FORM = "form"
"""The key of the form among the questions."""

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
    asked = {name: facet.questions(document) for name, facet in chosen.items()}
    return Question(
        "gist",
        FORM,
        "form",
        create_model("Form", __base__=Answer, **fields),
        TOKENS + TOKENS_EACH * sum(map(len, asked.values())),
        {
            "facets": list(chosen),
            "quotes": [_listed(question) for question in asked.get("quotes", ())],
            "figures": [_listed(question) for question in asked.get("figures", ())],
        },
    )


def answers(
    document: Document, facets: Iterable[Facet[Any, Any]], filled: Answer
) -> Iterator[tuple[Question, Answer]]:
    """Split a filled form into answers to the facets' own questions."""
    for facet in facets:
        yield from facet.split(document, getattr(filled, facet.name))


def _listed(question: Question) -> tuple[str, object, object]:
    variables = question.variables
    text = variables.get("quotation", variables.get("figure"))
    return question.key[1:], variables["passage"], text
