"""Whether a stored summary is true to its article, checked by code alone.

Owns the checks of data as it was stored: where :class:`~summarizer.schema.Summary` refuses
the first thing that is wrong, this module lists all of it. It knows nothing of files or models.

What it cannot see: that a quote is missing, or that a speaker is the wrong one of the actors. A
summary whose text *and* digest were replaced together is caught only against the article itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from pydantic import ValidationError

from summarizer.article import Article, digest
from summarizer.document.document import Document
from summarizer.document.figures import Figure
from summarizer.document.names import find_name
from summarizer.document.quotations import Quotation
from summarizer.errors import ArticleError
from summarizer.schema import Summary

Data = Mapping[str, object]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing in a stored summary that does not hold.

    Args:
        item: Where it is: ``gist``, ``article``, an id such as ``Q3``, or ``stances[0]``.
        problem: What is wrong with it, in a sentence.
    """

    item: str
    problem: str


def faults(data: object, text: str | None = None) -> tuple[Fault, ...]:
    """List what is wrong with a stored summary.

    Args:
        data: The summary as JSON holds it, altered or not.
        text: The article as its keeper has it; the text that the summary carries, if not given.

    Returns:
        The faults; empty if all holds.

    Example:
        >>> [fault.problem for fault in faults({"gist": "Rain fell."}, "No rain.")][:1]
        ['article: Field required.']
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
        document = Document(Article(text))
    except ArticleError as error:
        return (*found, Fault("article", str(error)))
    for check in (_gist, _actors, _stances, _quotes, _figures):
        found += check(data, document)
    return tuple(found)


def _structure(data: Data) -> Iterator[Fault]:
    """Say what the schema refuses; what our own validators refuse is told in full elsewhere."""
    try:
        Summary.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        ours = [each["loc"] for each in found if each["type"] == "value_error"]
        for each in found:
            # A tuple that lost its items to our validators is also said to be too short.
            if not any(place[: len(each["loc"])] == each["loc"] for place in ours):
                yield Fault("schema", f"{'.'.join(map(str, each['loc']))}: {each['msg']}.")


def _article(info: Data, text: str) -> Iterator[Fault]:
    if info.get("digest") != digest(text):
        yield Fault("article", f"Its digest is {digest(text)}, not {_short(info.get('digest'))}.")
    if info.get("length") != len(text):
        yield Fault("article", f"Its length is {len(text)}, not {_short(info.get('length'))}.")
    if info.get("text") not in (None, text):
        yield Fault("article", "The text that the summary carries is not the article's.")


def _gist(data: Data, document: Document) -> Iterator[Fault]:
    yield from _foreign("gist", data.get("gist"), document)


def _actors(data: Data, document: Document) -> Iterator[Fault]:
    text = document.article.text
    seen = set[str]()
    for item, actor in _items(data, "actors"):
        if item in seen:
            yield Fault(item, "Another actor has its id.")
        seen.add(item)
        yield from _absent(item, "name", actor.get("name"), text)
        yield from _absent(item, "role", actor.get("role"), text)
        wrong = list(_copies(item, actor.get("mentions"), text))
        yield from wrong or _misnamed(item, actor, document)


def _misnamed(item: str, actor: Data, document: Document) -> Iterator[Fault]:
    """Find mentions, true copies all of them, that do not name the actor."""
    name, places = str(actor.get("name")), list(_places(actor.get("mentions")))
    words = {place: document.article.text[slice(*place)] for place in places}
    naming = {each for each in words.values() if _is_name_of(name, each, document)}
    named = frozenset(document.mentions(naming))
    for place in places:
        if place not in named:
            yield Fault(item, f"{_short(words[place])} at {place[0]} does not name {_short(name)}.")


def _is_name_of(name: str, words: str, document: Document) -> bool:
    full = document.full_name(words)
    return name in {words, full} or document.same_actor(full, name)


def _stances(data: Data, document: Document) -> Iterator[Fault]:
    names = _names(data)
    sentences = {(sentence.start, sentence.end) for sentence in document.outline.sentences}
    for item, stance in _items(data, "stances"):
        if str(stance.get("actor")) not in names:
            yield Fault(item, f"Its actor {_short(stance.get('actor'))} is not listed.")
        yield from _foreign(item, stance.get("target"), document)
        wrong = list(_copies(item, stance.get("evidence"), document.article.text))
        yield from wrong
        for start, end in () if wrong else _places(stance.get("evidence")):
            if (start, end) not in sentences:
                words = _short(document.article.text[start:end])
                yield Fault(item, f"No sentence of the article is {words}.")


def _quotes(data: Data, document: Document) -> Iterator[Fault]:
    text, names = document.article.text, _names(data)
    said = _said(document.outline.quotations)
    for item, quote in _items(data, "quotes"):
        name, speaker = quote.get("speaker_name"), quote.get("speaker")
        if speaker is not None and names.get(str(speaker)) != name:
            yield Fault(item, f"Its speaker {_short(name)} is not the actor {_short(speaker)}.")
        yield from _absent(item, "speaker", name, text)
        wrong = list(_copies(item, quote.get("spans"), text))
        yield from wrong
        if not wrong and tuple(_places(quote.get("spans"))) not in said:
            words = _short(_words(quote.get("spans")))
            yield Fault(item, f"No quotation of the article is {words}.")


def _figures(data: Data, document: Document) -> Iterator[Fault]:
    parsed = {(figure.start, figure.end): figure for figure in document.outline.figures}
    for item, figure in _items(data, "figures"):
        yield from _foreign(item, figure.get("measures"), document)
        wrong = list(_copies(item, [figure.get("span")], document.article.text))
        place = next(_places([figure.get("span")]), None)
        if wrong or place is None:
            yield from wrong
        elif place not in parsed:
            yield Fault(
                item, f"No figure of the article is {_short(_words([figure.get('span')]))}."
            )
        else:
            yield from _misread(item, figure, parsed[place])


def _misread(item: str, figure: Data, parsed: Figure) -> Iterator[Fault]:
    for name in ("value", "low", "high"):
        if _number(figure.get(name)) != getattr(parsed, name):
            yield _reads(item, name, getattr(parsed, name), figure.get(name))
    for name in ("unit", "currency"):
        if figure.get(name) != getattr(parsed, name):
            yield _reads(item, name, getattr(parsed, name), figure.get(name))
    for name in ("percent", "approximate", "ordinal"):
        if figure.get(name, False) != getattr(parsed, name):
            yield _reads(item, name, getattr(parsed, name), figure.get(name))


def _reads(item: str, name: str, true: object, told: object) -> Fault:
    return Fault(item, f"The article gives its {name} as {true}, not {_short(told)}.")


def _foreign(item: str, written: object, document: Document) -> Iterator[Fault]:
    """Find names and numbers in something written that the article does not hold."""
    if isinstance(written, str):
        for _, word in document.foreign(written):
            yield Fault(item, f"{_short(word)} does not stand in the article.")


def _absent(item: str, field: str, name: object, text: str) -> Iterator[Fault]:
    if isinstance(name, str) and find_name(text, name) is None:
        yield Fault(item, f"The {field} {_short(name)} does not stand in the article.")


def _copies(item: str, spans: object, text: str) -> Iterator[Fault]:
    for span in spans if isinstance(spans, list) else ():
        start, end = next(_places([span]), (0, 0))
        there = text[start:end]
        if not isinstance(span, dict) or not there or span.get("text") != there:
            told = span.get("text") if isinstance(span, dict) else span
            yield Fault(item, f"At {start}-{end} stands {_short(there)}, not {_short(told)}.")


def _said(quotations: Iterable[Quotation]) -> frozenset[tuple[Place, ...]]:
    """Return the places of each quotation, those of a statement's paragraphs together."""
    speech: list[list[Place]] = []
    others: list[list[Place]] = []
    for each in quotations:
        place = (each.start, each.end)
        if each.role != "speech":
            others.append([place])
        elif each.continues and speech:
            speech[-1].append(place)
        else:
            speech.append([place])
    return frozenset(map(tuple, speech + others))


def _items(data: Data, name: str) -> Iterator[tuple[str, Data]]:
    items = data.get(name)
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield str(item.get("id") or f"{name}[{number}]"), item


def _names(data: Data) -> dict[str, object]:
    return {str(actor.get("id")): actor.get("name") for _, actor in _items(data, "actors")}


def _places(spans: object) -> Iterator[Place]:
    for span in spans if isinstance(spans, list) else ():
        start, end = (span.get("start"), span.get("end")) if isinstance(span, dict) else (0, 0)
        if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end:
            yield start, end


def _words(spans: object) -> str:
    found = spans if isinstance(spans, list) else []
    return " / ".join(str(span.get("text")) for span in found if isinstance(span, dict))


def _number(value: object) -> Decimal | object:
    try:
        number = None if value is None else Decimal(str(value))
    except InvalidOperation:
        return value
    return number if number is None or number.is_finite() else value


def _short(told: object) -> str:
    shown = repr(told)
    return shown if len(shown) <= 90 else f"{shown[:60]} ... {shown[-25:]}"
