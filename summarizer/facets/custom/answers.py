"""The items that a model answered: which of them hold, and what is wrong with the others."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict

from summarizer.facets.custom.grounding import Grounded, Grounder
from summarizer.facets.custom.wire import MOST
from summarizer.facets.question import Checked, Problem, Question, short
from summarizer.schema.section import EVIDENCE, JsonItem

SHOWN = 600
"""Characters of a failed item that its repair shows."""


class ItemsAnswer(BaseModel):
    """The items of an answer; each is checked by itself, so that one harms no other."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    items: list[Any]


class Found(NamedTuple):
    """An item that the article bears out.

    Args:
        key: The answered item that it came from: what a repair finds takes its place.
        values: What is stored, the ids of actors still open.
    """

    key: str
    values: JsonItem


def checked(question: Question, grounder: Grounder, items: Sequence[Any]) -> Checked[Found]:
    """Ground each item of an answer.

    Args:
        question: What was asked; a problem has it again, about the one item that failed.
        grounder: Grounds the items.
        items: The items as they were answered.
    """
    found: list[Found] = []
    problems: list[Problem] = []
    seen: Counter[str] = Counter()
    for number, answered in enumerate(items[:MOST]):
        seen[_shown(answered)] += 1
        key = f"{_shown(answered)} {seen[_shown(answered)]}"
        grounded = grounder.ground(answered)
        found += [Found(key, grounded.values)] if grounded.values else []
        problems += _problems(question, f"{question.facet}[{number}]", key, answered, grounded)
    if len(items) > MOST:
        detail = f"{len(items) - MOST} items are over the {MOST} that are taken."
        problems.append(Problem("too_many", detail))
    return Checked(tuple(found), tuple(problems))


def repaired(question: Question, grounder: Grounder, answered: Sequence[Any]) -> Checked[Found]:
    """Take the item that a repair mended.

    Where the item is taken back, or another one comes in its place, what was wrong with it stays
    reported.
    """
    fault, key = question.fault, question.variables["key"]
    if not (answered and keeps(question, answered[0])):
        return Checked(problems=(fault._replace(again=None),) if fault else ())
    grounded = grounder.ground(answered[0])
    found = (Found(key, grounded.values),) if grounded.values else ()
    return Checked(found, tuple(_problems(question, question.key, key, answered[0], grounded)))


def _problems(
    question: Question, item: str, key: str, answered: object, grounded: Grounded
) -> Iterator[Problem]:
    """Yield what is wrong with an item, all of it in one problem, with the question to mend it."""
    if grounded.failing:
        held = _held(answered, grounded)
        detail = " ".join(dict.fromkeys(each.detail for each in grounded.failing))
        failed = {
            "failed": short(_shown(answered), SHOWN),
            "answered": answered,
            "key": key,
            "held": held,
        }
        again = replace(
            question,
            key=item,
            max_tokens=max(100, 2 * question.max_tokens // MOST),
            variables={**question.variables, **failed},
        )
        mendable = again if isinstance(answered, Mapping) else None
        yield Problem(grounded.failing[0].reason, short(detail, SHOWN), item, mendable)


def _held(answered: object, grounded: Grounded) -> Mapping[str, object]:
    """Return what of an answered item was right: its repair has to keep that."""
    failing = {each.field for each in grounded.failing} | {EVIDENCE}
    if not isinstance(answered, Mapping) or "" in failing:
        return {}
    return {name: value for name, value in answered.items() if name not in failing}


def keeps(question: Question, answered: object) -> bool:
    """Return whether an answered item has all that was right of the one that is asked again."""
    held = question.variables["held"]
    return isinstance(answered, Mapping) and all(answered.get(name) == held[name] for name in held)


def _shown(answered: object) -> str:
    return json.dumps(answered, ensure_ascii=False, sort_keys=True, default=str)
