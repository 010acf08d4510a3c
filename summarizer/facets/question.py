"""What is asked about an article, and what became of the answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict

F = TypeVar("F")
Schema = Mapping[str, Any]


class Answer(BaseModel):
    """The shape of an answer on the wire.

    Every field is required and there is no other, as strict decoding wants it; lengths and
    patterns, on which some grammars choke, are checked in code.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class KeyedAnswer(BaseModel):
    """An answer with a value for each of the keys that its question names.

    A subclass says what the values are. A missing key, or one too many, spoils no other.
    """

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)

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
        keys: The keys of a keyed answer, each with the JSON Schema of its value.
    """

    facet: str
    key: str
    template: str
    answer: type[BaseModel]
    max_tokens: int
    variables: Mapping[str, Any] = field(default_factory=dict)
    fault: "Problem | None" = None
    keys: Mapping[str, Schema] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What its answer is called."""
        return self.answer.__name__

    @property
    def about(self) -> Iterable[tuple[str, str | None]]:
        """The facet and the item: what is reported where there is no answer."""
        return ((self.facet, self.key),)

    @property
    def left(self) -> Iterable[tuple[str, "Problem"]]:
        """What stays wrong where there is no answer: what the repair was about."""
        return ((self.facet, self.fault),) if self.fault else ()

    def roomier(self) -> "list[Question]":
        """Return it with twice the room for its answer."""
        return [replace(self, max_tokens=2 * self.max_tokens)]

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


class Problem(NamedTuple):
    """Why an answer, or a part of it, is refused.

    Args:
        reason: The code under which it is reported if it stays.
        detail: A sentence.
        item: What it is about, such as 'Q3'.
        again: The question that may mend it; None where asking again is useless.
        shown: The indices of the sentences that a second form shows to mend it; none where asking
            again is useless.
        answered: What was answered, where a second form is to say it.
    """

    reason: str
    detail: str
    item: str | None = None
    again: Question | None = None
    shown: tuple[int, ...] = ()
    answered: str = ""


class Checked(NamedTuple, Generic[F]):
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
