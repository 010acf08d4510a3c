"""What is wrong with a stored summary, and the checks that the items of several facets share.

The checks read data as JSON holds it, altered or not, so they take any object and raise nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from summarizer.document.document import Document
from summarizer.document.names import find_name

Data = Mapping[str, object]
Place = tuple[int, int]


class Fault(NamedTuple):
    """One thing in a stored summary that does not hold.

    Args:
        item: Where it is: ``gist``, ``article``, an id such as ``Q3``, or ``stances[0]``.
        problem: What is wrong with it, in a sentence.
    """

    item: str
    problem: str


def stored_items(data: Data, facet: str) -> Iterator[tuple[str, Data]]:
    """Yield the stored items of a facet, each with its id or its place in the list."""
    items = data.get(facet)
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield str(item.get("id") or f"{facet}[{number}]"), item


def repeated_ids(data: Data, facet: str) -> Iterator[Fault]:
    """Find the ids that two items of a facet have."""
    ids = Counter(item for item, _ in stored_items(data, facet))
    return (Fault(item, "Another item has its id.") for item, count in ids.items() if count > 1)


def actor_names(data: Data) -> dict[str, object]:
    """Return the names of the actors of a stored summary by their ids."""
    return {str(actor.get("id")): actor.get("name") for _, actor in stored_items(data, "actors")}


def misnamed_speaker(
    item: str, said: Data, names: Mapping[str, object], document: Document
) -> Iterator[Fault]:
    """Find a speaker that is neither called as the actor is, nor described as it may be."""
    name, speaker = said.get("speaker_name"), said.get("speaker")
    actor = str(names.get(str(speaker)))
    if speaker is None or actor == name:
        return
    if not isinstance(name, str) or not _means(document, name, actor):
        yield Fault(item, f"Its speaker {short(name)} is not the actor {short(speaker)}.")


def _means(document: Document, words: str, actor: str) -> bool:
    """Return whether a description may mean an actor, or is what a group is called."""
    means = document.descriptions.bearer(words)
    if means and document.same_actor(means, actor):
        return True
    if words.casefold() == actor.casefold():
        return True  # "Police" opens a sentence
    return document.actors.same_words(words, actor)


def foreign_words(item: str, written: object, document: Document) -> Iterator[Fault]:
    """Find the names and numbers of a written text that are not in the article."""
    if isinstance(written, str):
        for _, word in document.foreign(written):
            yield Fault(item, f"{short(word)} does not stand in the article.")


def absent_name(item: str, field: str, name: object, text: str) -> Iterator[Fault]:
    """Find a name or description that is not in the article."""
    if isinstance(name, str) and find_name(text, name) is None:
        yield Fault(item, f"The {field} {short(name)} does not stand in the article.")


def uncopied_words(item: str, field: str, said: object, text: str) -> Iterator[Fault]:
    """Find a text whose words the article does not have in this order, whatever is between them."""
    words = r"[\W_]+".join(re.findall(r"[^\W_]+", said)) if isinstance(said, str) else ""
    if words and not re.search(rf"\b{words}\b", text, re.IGNORECASE):
        yield Fault(item, f"The {field} {short(said)} does not stand in the article.")


def altered_copies(item: str, spans: object, text: str) -> Iterator[Fault]:
    """Find the spans that are not copies of the article."""
    for span in spans if isinstance(spans, list) else ():
        start, end = next(places([span]), (0, 0))
        there = text[start:end]
        if not isinstance(span, dict) or not there or span.get("text") != there:
            stored = span.get("text") if isinstance(span, dict) else span
            yield Fault(
                item, f"At {start}-{end} the article has {short(there)}, not {short(stored)}."
            )


def places(spans: object) -> Iterator[Place]:
    """Yield the offsets of stored spans, without those that cannot be any."""
    for span in spans if isinstance(spans, list) else ():
        start, end = (span.get("start"), span.get("end")) if isinstance(span, dict) else (0, 0)
        if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end:
            yield start, end


def words_of(spans: object) -> str:
    """Return the words of stored spans, as they were stored."""
    found = spans if isinstance(spans, list) else []
    return " / ".join(str(span.get("text")) for span in found if isinstance(span, dict))


def number(value: object) -> Decimal | object:
    """Return a stored number as a number; what is none as it is."""
    try:
        read = None if value is None else Decimal(str(value))
    except InvalidOperation:
        return value
    return read if read is None or read.is_finite() else value


def short(stored: object) -> str:
    """Return a stored value for a message, its middle left out where it is long."""
    shown = repr(stored)
    return shown if len(shown) <= 90 else f"{shown[:60]} ... {shown[-25:]}"


def misplaced_before(item: str, holder: Data, spans: object, document: Document) -> Iterator[Fault]:
    """Find a sentence before that is no sentence of the article, or not before its item.

    Args:
        item: The item's id or place.
        holder: The item.
        spans: The spans of the item.
        document: The article, read by code.
    """
    if holder.get("sentence_before") is None:
        return
    before = [holder["sentence_before"]]
    yield from altered_copies(item, before, document.article.text)
    place = next(places(before), (0, 0))
    if place not in {(each.start, each.end) for each in document.outline.sentences}:
        yield Fault(item, f"{short(words_of(before))} is no sentence of the article.")
    if place[1] > min((start for start, _ in places(spans)), default=0):
        yield Fault(item, f"The sentence {short(words_of(before))} is not before it.")
