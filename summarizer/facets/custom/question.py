"""The question of a user's facet, and what the model needs to answer it: the prompt's variables."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from summarizer.document.document import Document
from summarizer.errors import SettingsError
from summarizer.schema import FieldKind

Listed = tuple[str, int, str]
"""What an item may point at: its id, the number of its sentence, and its words."""


class QuestionText:
    """A user's question: a text, or a template in a file.

    Args:
        asked: The text as the model is to read it; or the path of a Jinja template, which may use
            ``language`` and ``title``.

    Raises:
        SettingsError: There is no question, or the template cannot be read or rendered.
    """

    def __init__(self, asked: str | Path) -> None:
        self._is_template = isinstance(asked, Path)
        self.source = _content(asked) if isinstance(asked, Path) else str(asked or "")
        if not self.source.strip():
            raise SettingsError(
                "A facet needs a question.", hint='Say, for example, "Where does it happen?".'
            )
        self.lines(language="English", title="")

    def lines(self, **variables: str) -> list[str]:
        """Return the question, line by line."""
        text = _rendered(self.source, variables) if self._is_template else self.source
        return text.strip().splitlines()


def variables_of(
    question: QuestionText, fields: Mapping[str, FieldKind], document: Document
) -> dict[str, Any] | None:
    """Return what the template of a user's question uses.

    Args:
        question: The question.
        fields: The kinds of the item's fields.
        document: The part of the article that is asked about.

    Returns:
        The variables; None where there is nothing to ask: every item needs a figure or a
        quotation, and the part has none.
    """
    listed = {"figure": _figures(document), "quotation": _quotations(document)}
    needed = {field.kind for field in fields.values() if not (field.optional or field.many)}
    if any(kind in needed and not found for kind, found in listed.items()):
        return None
    kinds = {field.kind for field in fields.values()}
    title = document.article.title or "untitled"
    return {
        **shared_variables(question, fields, document.answer_language, title),
        "figures": listed["figure"] if "figure" in kinds else [],
        "quotations": listed["quotation"] if "quotation" in kinds else [],
    }


def shared_variables(
    question: QuestionText, fields: Mapping[str, FieldKind], language: str, title: str
) -> dict[str, Any]:
    """Return what the template of a user's question uses, without what code found.

    Args:
        question: The question.
        fields: The kinds of the item's fields.
        language: The language to answer in.
        title: The article's title.
    """
    return {
        "question": question.lines(language=language, title=title),
        "language": language,
        "fields": [
            (name, field.kind, field.options, field.optional, field.many)
            for name, field in fields.items()
        ],
        "figures": [],
        "quotations": [],
        "failed": "",
    }


def listed(fields: Mapping[str, FieldKind], document: Document) -> dict[str, list[Listed]]:
    """Return what the items may point at, under the names that the form has for it."""
    kinds = {field.kind for field in fields.values()}
    figures = _figures(document) if "figure" in kinds else []
    quotations = _quotations(document) if "quotation" in kinds else []
    return {"figures": figures, "quotations": quotations}


def _figures(document: Document) -> list[Listed]:
    return [
        (key, document.sentence_at(figure.start) + 1, figure.text)
        for key, figure in document.figures.items()
    ]


def _quotations(document: Document) -> list[Listed]:
    return [(each.key, document.sentence_at(each.start) + 1, each.text) for each in document.quotes]


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The question {str(path)!r} cannot be read: {error}.",
            hint="Give the path of a text file in UTF-8, or the question itself as a string.",
        ) from error


def _rendered(source: str, variables: Mapping[str, str]) -> str:
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  only for templates

    try:
        template = Environment(undefined=StrictUndefined).from_string(source)  # noqa: S701  plain
        return template.render(variables)
    except Exception as error:  # a template is code of the user's and may fail in any way
        raise SettingsError(
            f"The question cannot be rendered: {error}.",
            hint="It may use language and title.",
        ) from error
