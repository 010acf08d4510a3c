"""The form of strategy ``one``: all questions in a single request."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ValidationError

from summarizer.facets.base import KeyedAnswer, Question, Schema

FORM = "form"
"""The key of the form among the questions."""

LETTERS = 3
"""Characters of a token in a text of a form, at the most: what a text may have there."""


class Form(KeyedAnswer):
    """The answers to several questions, by their keys."""


def form(questions: Sequence[Question]) -> Question:
    """Return one question that holds others.

    Args:
        questions: At least one.

    Returns:
        The question; its answer has a value for each of theirs, by its key.
    """
    return Question(
        questions[0].facet,
        FORM,
        "form",
        Form,
        sum(question.max_tokens for question in questions),
        parts=tuple(questions),
        keys={question.key: _bounded(question) for question in questions},
    )


def _bounded(question: Question) -> Schema:
    """Bound each text as if it were asked alone: one that runs on would take the others' room."""
    most = {"maxLength": LETTERS * question.max_tokens}
    properties = {
        name: most | part if part.get("type") == "string" and "enum" not in part else part
        for name, part in question.schema["properties"].items()
    }
    return {**question.schema, "properties": properties}


def answers(form: Question, filled: BaseModel) -> Iterator[tuple[Question, BaseModel]]:
    """Split a filled form into the answers to its questions; what is no answer is left out."""
    parts = filled.model_extra or {}
    for question in form.parts:
        try:
            yield question, question.answer.model_validate(parts.get(question.key))
        except ValidationError:
            continue
