"""The checks on stances: what is wrong with one, and what is doubtful."""

from collections.abc import Iterable, Iterator, Sequence

from summarizer.document.document import Document
from summarizer.document.opinions import Opinion, speaks_ill
from summarizer.document.support import says_any, unsupported
from summarizer.facets.described import may_be_same
from summarizer.facets.objections import Objection, unknown_words
from summarizer.facets.question import short
from summarizer.facets.stances.holders import shows
from summarizer.schema import Position

CONTRADICTED = "contradicted"
"""The reason of a position that its own sentences are against."""

FRIENDLY = frozenset({"supports", "praises"})
"""Positions that no one takes in words of blame; small models mistake the side of these."""

HOSTILE = frozenset({"opposes", "criticises"})
"""Their opposites."""

LONGEST = 200
"""Characters of a target. The form asks for a few words."""

BEFORE = 2
"""How many sentences before the evidence may speak of the target."""


def stance_objections(
    document: Document, actor: str, position: Position, target: str, numbers: Sequence[int]
) -> Iterator[Objection]:
    """Yield what is wrong or doubtful with a stance and the sentences that are to show it.

    Args:
        document: The article.
        actor: Who takes the position.
        position: The position.
        target: What it is about.
        numbers: The sentences that show it, counted from 1.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("Jane Roe praised the plan. Snow fell. Tim Poe left."))
        >>> for actor, target, number in (
        ...     ("Jane Roe", "the new plan", 1), ("Tim Poe", "the plan", 1), ("Tim Poe", "rain", 2)
        ... ):
        ...     found = stance_objections(document, actor, "praises", target, [number])
        ...     print([(each.reason, each.wrong) for each in found])
        []
        [('actor_not_in_evidence', False)]
        [('not_in_evidence', True)]
    """
    if len(target) > LONGEST:
        yield Objection("too_long", f"A target of {short(actor)!r} has {len(target)} characters.")
    yield from unknown_words(document, actor, ", who takes a position,", strict=False)
    yield from _target_objections(document, actor, target, strict=False)
    places = [number - 1 for number in numbers]
    absent = set(places).difference(range(len(document.outline.sentences)))
    if absent or not places:
        detail = f"The stance of {short(actor)!r} points at no sentence of the article."
        yield Objection("no_such_sentence", detail)
        return
    yield from _evidence_objections(document, actor, target, places)
    yield from _contradictions(document, actor, position, target, places)


def stated_objections(document: Document, stance: Opinion) -> Iterator[Objection]:
    """Yield what is wrong with a stance that one sentence shows, as strictly as for small models.

    Args:
        document: The article.
        stance: The stance; each word of its target has to be in its sentence or shortly before.
    """
    yield from _target_objections(document, stance.actor, stance.target, strict=True)
    places = [stance.sentence, *([] if stance.named_in is None else [stance.named_in])]
    words = unsupported(_near(document, places), stance.target)
    if words:
        unsaid = short(" ".join(words))
        detail = f"The passage about {stance.actor!r} does not speak of {unsaid!r}."
        yield Objection("target_not_in_evidence", detail)


def contradiction(objections: Iterable[Objection]) -> Objection | None:
    """Return the objection that the sentences are against the position; None if they are not."""
    return next((each for each in objections if each.reason == CONTRADICTED), None)


def is_contradicted(document: Document, position: Position, places: Sequence[int]) -> bool:
    """Return whether a friendly position is shown by words of blame.

    Args:
        document: The article.
        position: The position.
        places: The indices of the sentences that show it.
    """
    shown = " ".join(document.outline.sentences[at].text for at in places)
    return position in FRIENDLY and speaks_ill(shown, document.language)


def _target_objections(
    document: Document, actor: str, target: str, *, strict: bool
) -> Iterator[Objection]:
    if not any(map(str.isalpha, target)):
        yield Objection("empty", f"The stance of {short(actor)!r} has no target.")
    found = document.find(target)
    if found and document.is_name(found) and document.same_actor(found, actor):
        yield Objection("echo", f"The stance of {actor!r} is toward nobody else.")
    yield from unknown_words(document, target, f", a target of {actor!r},", strict=strict)


def _evidence_objections(
    document: Document, actor: str, target: str, places: Sequence[int]
) -> Iterator[Objection]:
    """Yield what the sentences do not show: the actor, the target, or both."""
    named = any(shows(document, actor, at) for at in places)
    spoken = says_any(_near(document, places), target) or _mentions(document, target, places)
    if not named and not spoken:
        detail = f"The sentences show neither {short(actor)!r} nor {short(target)!r}."
        yield Objection("not_in_evidence", detail)
    elif not named:
        detail = f"The sentences do not show that {short(actor)!r} says or does so."
        yield Objection("actor_not_in_evidence", detail, wrong=False)
    elif not spoken:
        detail = f"The passage about {short(actor)!r} does not speak of {short(target)!r}."
        yield Objection("target_not_in_evidence", detail, wrong=False)


def _contradictions(
    document: Document, actor: str, position: Position, target: str, places: Sequence[int]
) -> Iterator[Objection]:
    """Yield words of blame behind a friendly position, and the opposite position read by code."""
    stated = {
        each.position
        for each in document.opinions
        if each.sentence in places
        and may_be_same(document, each.actor, actor)
        and says_any(each.target, target)
    }
    opposite = HOSTILE if position in FRIENDLY else FRIENDLY if position in HOSTILE else frozenset()
    ill = is_contradicted(document, position, places) and not stated & FRIENDLY
    if ill or stated & opposite:
        detail = f"That {short(actor)!r} {position} {short(target)!r} does not fit."
        yield Objection(CONTRADICTED, detail, wrong=False)


def _near(document: Document, places: Sequence[int]) -> str:
    """Return the sentences at some places and those shortly before them."""
    near = {at - back for at in places for back in range(BEFORE + 1)}
    sentences = document.outline.sentences
    return " ".join(sentences[at].text for at in sorted(near) if at >= 0)


def _mentions(document: Document, target: str, places: Sequence[int]) -> bool:
    """Return whether the sentences, or those shortly before, mention a name by another form."""
    name = document.find(target)
    if name is None or not document.is_name(name):
        return False
    mentioned = document.places_of([name, document.full_name(name)])
    return any(
        at - BEFORE <= document.sentence_at(start) <= at for start, _ in mentioned for at in places
    )
