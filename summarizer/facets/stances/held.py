"""A stance that code or a model reads in a sentence, before those that are one are merged."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace
from typing import NamedTuple
from weakref import WeakKeyDictionary

from summarizer.document.document import Document
from summarizer.document.opinions import Opinion
from summarizer.facets.decisions import BY_MODEL, Decision, by_rule
from summarizer.facets.objections import refusal
from summarizer.facets.stances.checks import stated_objections


class Held(NamedTuple):
    """A stance in a sentence.

    Args:
        opinion: Who takes which position on what, and where; None where a model drops one.
        decision: Who decided.
        key: The id of one that code found; None of a model's.
        replaces: The id of the one whose place it takes.
    """

    opinion: Opinion | None
    decision: Decision = BY_MODEL
    key: str | None = None
    replaces: str | None = None


_GIVEN: MutableMapping[Document, tuple[Held, ...]] = WeakKeyDictionary()
"""The stances of the articles that are being read: a form asks for them twice more."""


def given_by_code(document: Document) -> list[Held]:
    """Return the stances that sentences state: "Roe praised the plan".

    Their ids have the number of the sentence, and a count within it: S12.1.
    """
    if document not in _GIVEN:
        _GIVEN[document] = (*_stated(document),)
    return [*_GIVEN[document]]


def _stated(document: Document) -> Iterator[Held]:
    counts = Counter[int]()
    for each in document.opinions:
        if each.rule and not refusal(stated_objections(document, each)):
            counts[each.sentence] += 1
            key = f"S{each.sentence + 1}.{counts[each.sentence]}"
            yield Held(each, by_rule(each.rule, each.certainty), key)


def keyed_opinions(document: Document) -> Mapping[str, Opinion]:
    """Return the stances that code found, by id."""
    return {each.key: each.opinion for each in given_by_code(document) if each.key and each.opinion}


def standing(found: Iterable[Held]) -> list[tuple[Opinion, Decision]]:
    """Return the stances that are neither dropped nor replaced, by sentence."""
    every = list(found)
    gone = {each.replaces for each in every if each.replaces}
    kept = [
        (each.opinion, each.decision) for each in every if each.opinion and each.key not in gone
    ]
    return sorted(kept, key=lambda pair: pair[0].sentence)


def shown_in(
    opinion: Opinion, sentences: Sequence[int], decision: Decision, replaces: str | None
) -> list[Held]:
    """Return a stance of a model once for each sentence that shows it."""
    return [Held(replace(opinion, sentence=at), decision, None, replaces) for at in sentences]
