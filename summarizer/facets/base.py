"""What a facet is: the questions it asks, the check on an answer, and what becomes of it."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from summarizer.document.document import Document
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.shown import Explanation
from summarizer.facets.stored import StoredFacet

A = TypeVar("A", bound=BaseModel)
F = TypeVar("F")
T = TypeVar("T")
Schema = Mapping[str, Any]


class Answer(BaseModel):
    """The shape of an answer on the wire.

    Every field is required and there is no other, as strict decoding wants it; lengths and
    patterns, on which some grammars choke, are checked in code.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


class KeyedAnswer(BaseModel):
    """An answer with a value for each of the keys that its question names.

    A subclass says what the values are. A missing key, or one too many, spoils no other.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    def of(self, key: str) -> Any:
        """Return the value for a key, None where it was left out."""
        return (self.model_extra or {}).get(key)


@dataclass(frozen=True, slots=True)
class Question:
    """One question about an article.

    Args:
        facet: The facet that asks.
        key: What it is about: 'Q3', 'F1', or the facet's name.
        template: The name of its template.
        answer: What the answer is read as.
        max_tokens: The longest answer, in tokens.
        variables: What the template uses.
        fault: What was wrong with an earlier answer; None the first time.
        parts: The questions that it holds, if it is a form; else none.
        keys: The keys of a keyed answer, each with the JSON Schema of its value.
    """

    facet: str
    key: str
    template: str
    answer: type[BaseModel]
    max_tokens: int
    variables: Mapping[str, Any] = field(default_factory=dict)
    fault: "Problem | None" = None
    parts: tuple["Question", ...] = ()
    keys: Mapping[str, Schema] = field(default_factory=dict)

    @property
    def schema(self) -> Schema:
        """The JSON Schema of the answer, as it goes over the wire."""
        return keyed(self.keys) if self.keys else _schema_of(self.answer)


def keyed(properties: Mapping[str, Schema]) -> Schema:
    """Return the JSON Schema of an object with just these properties, as strict decoding wants."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


@cache
def _schema_of(answer: type[BaseModel]) -> Schema:
    return answer.model_json_schema()


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer, or a part of it, is refused.

    Args:
        reason: The code under which it is reported if it stays.
        detail: A sentence.
        item: What it is about, such as 'Q3'.
        again: The question that may mend it; None where asking again is useless.
    """

    reason: str
    detail: str
    item: str | None = None
    again: Question | None = None


@dataclass(frozen=True, slots=True)
class Checked(Generic[F]):
    """What of an answer passed the checks, and what did not.

    Args:
        found: What passed.
        problems: What did not, and what to ask again.
        doubts: Questions that may show that something in ``found`` is wrong. Until an answer does,
            it is kept.
    """

    found: tuple[F, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Question, ...] = ()


def short(written: str, most: int = 120) -> str:
    """Return something written, cut at so many characters: a repair's prompt stays small."""
    return written if len(written) <= most else written[: most - 1] + "…"


class BaseFacet(StoredFacet[T], Generic[T, A, F]):
    """One side of an article that is asked about, from the question to the page.

    ``T`` is the item that a summary has, ``A`` the answer that its questions accept, ``F`` what a
    checked answer becomes.
    """

    opening: bool = False
    """Whether only the first part of a long article is asked about (docs/long-documents.md)."""

    apart: bool = False
    """Whether it asks in a request of its own even where the others ask in one form."""

    always: bool = False
    """Whether a summary has it even where it is not asked for: other facets refer to its items."""

    @abstractmethod
    def questions(self, document: Document) -> list[Question]:
        """Return the questions to ask about a document."""

    def unanswered(self, document: Document) -> list[Question]:
        """Return the questions to which code has no answer: all that a weak model is asked."""
        return []

    @abstractmethod
    def check(self, document: Document, question: Question, answer: A) -> Checked[F]:
        """Check an answer against the document."""

    def given(self, document: Document) -> list[F]:
        """Return what code finds without a model; what is found later replaces it."""
        return []

    def set_aside(self, document: Document) -> Iterable[Problem]:
        """Return what code found and does not ask about, with the reason."""
        return ()

    def enlist(self, registry: ActorRegistry, found: list[F]) -> None:
        """Add the actors that the findings name to the registry."""

    def explained(
        self, document: Document, found: list[F], registry: ActorRegistry
    ) -> Iterable[Explanation]:
        """Say why code finds its items.

        Args:
            document: The article, read by code.
            found: What code is able to say.
            registry: The actors that code lists.
        """
        return ()

    @abstractmethod
    def build(self, document: Document, found: list[F], registry: ActorRegistry) -> object:
        """Turn the findings into this facet's part of the summary."""
