"""The sentence of a figure, without the parts that it is understood without."""

from collections.abc import Iterator
from itertools import pairwise

from summarizer.document.captions.caption import Caption
from summarizer.document.captions.clauses import (
    Parts,
    attributes,
    binds,
    depends,
    has_verb,
    is_aside,
    is_clause,
    is_listed,
    is_marked,
    tellers,
)
from summarizer.document.captions.setting import Setting
from summarizer.document.captions.words import Place

_LONG, _WHOLE, _LONGEST = 22, 28, 40
"""Words of a sentence that is cut no more; of one whose last part is cut no more; and of one that
is too long to be read."""

_AFTER = 2
"""Words behind a figure that are kept before a joint at which a sentence is cut."""

_OPENING = frozenset({"relatives", "openers"})
_JOINTS = frozenset({"openers", "ands", "infinitive"})
_JOINING = frozenset({"openers", "ands"})
_LEANING = frozenset({"dependent", "ands"})
_THE = frozenset({"definite", "owners"})
_INNER = frozenset({"ofs", "infinitive"})
_NEEDING = frozenset({"joining", "articles", "telling", "forms", "adverbs"})
_TO_OR_AND = frozenset({"infinitive", "ands"})

_OPENERS = {")": "(", "”": "“", "»": "«", '"': '"', "''": "``"}


def sentence(here: Setting) -> Caption | None:
    """Return the sentence of a figure, cut short; None where it stays too long to be read."""
    parts = _shortened(here)
    if here.size(parts) > _LONGEST or parts == [range(here.at, here.at + 1)]:
        return None
    first, places = parts[0].start, _places(here, parts)
    name = here.named(first) if here.is_alone(first) and first < here.at else None
    if name:
        places[0] = (here.words[first + 1].start, places[0][1])
        return here.gapped("sentence", [name, *places])
    return here.gapped("sentence", places)


def _shortened(here: Setting) -> Parts:
    """Return the parts of a sentence, less by one cut after the other while it is too long."""
    parts = _parts(here)
    said = "telling" in here.classes(0) and not here.is_capital(0)
    if said and parts[0].stop > 1:  # "said Jane Roe, who is 62"
        parts[0] = range(1, parts[0].stop)
    parts = _first_sentence(here, parts)
    for cut, most in ((_asides, _LONG), (_tails, _LONG), (_heads, _LONG), (_ends, _WHOLE)):
        shorter = cut(here, parts)
        while here.size(parts) > most and (fewer := next(shorter, None)):
            parts = fewer
    return parts


def _first_sentence(here: Setting, parts: Parts) -> Parts:
    """Return what is before a sentence of its own: "Crews fill 300; an audit counted 40"."""
    for at, part in enumerate(parts):
        marked = here.text[here.words[part.start - 1].start] == ";" and here.at < part.start
        if marked and is_clause(here, part) and has_verb(here, parts[:at]):
            return parts[:at]
    return parts


def _parts(here: Setting) -> Parts:
    marks = [at for at, word in enumerate(here.words) if word.kind in {"comma", "mark"}]
    edges = zip([-1, *marks], [*marks, len(here.words)], strict=True)
    return [range(one + 1, other) for one, other in edges if one + 1 < other]


def _places(here: Setting, parts: Parts) -> list[Place]:
    """Return the places of parts, those that only a mark is between as one.

    An aside that was cut out of "Jane Roe, 62, who is ill, sang" leaves its second comma.
    """
    runs = [[parts[0]]]
    for part in parts[1:]:
        follows = part.start - runs[-1][-1].stop <= 1
        runs[-1:] = [[*runs[-1], part]] if follows else [runs[-1], [part]]
    closed = [here.kind(run[-1].stop) == "comma" and len(run) > 1 for run in runs[:-1]]
    pairs = zip(runs, [*closed, False], strict=True)
    return [
        here.span(run[0].start, run[-1].stop + (comma or _is_closed(here, run)))
        for run, comma in pairs
    ]


def _is_closed(here: Setting, run: Parts) -> bool:
    """Return whether the mark behind parts closes a bracket or a quotation that is in them."""
    mark = here.low(run[-1].stop)
    opener = _OPENERS.get(mark)
    if opener is None:
        return False
    copied = here.text[slice(*here.span(run[0].start, run[-1].stop))]
    closed = copied.count(mark)
    return closed % 2 == 1 if opener == mark else copied.count(opener) > closed


def _asides(here: Setting, parts: Parts) -> Iterator[Parts]:
    """Yield what is left without asides: ", which is old,", "(see below)"."""
    for part, after in pairwise(parts[1:]):
        follows = here.at not in part and _follows(here, part, after)
        if follows and is_aside(here, part) and not binds(here, part):
            yield (parts := [each for each in parts if each != part])


def _follows(here: Setting, part: range, after: range) -> bool:
    """Return whether what is behind a part goes on with what is before it."""
    passive = "by" in here.classes(after.start + 1)  # "the pool, used by 40 pupils"
    opens = passive or here.classes(after.start) & _OPENING
    if not opens and any(map(here.is_verb, after[:2])):
        return True
    listed = here.kind(part.start - 1) == "comma" and any(
        here.kind(at) == "figure"  # "$4, less than $5, or 4%"
        for at in part
    )
    return "ands" in here.classes(after.start) and not listed


def _tails(here: Setting, parts: Parts) -> Iterator[Parts]:
    """Yield what is left without the last parts."""
    while len(parts) > 1 and here.at < parts[-1].start and not _is_needed(here, parts):
        parts = parts[:-1]
        if not here.classes(parts[-1].stop - 1) & _JOINTS:
            yield parts  # not "the nations that" of "the nations that “hide arms”"


def _is_needed(here: Setting, parts: Parts) -> bool:
    """Return whether the last of some parts may not be cut off."""
    *main, last = parts
    if here.is_verb(last.start) or _is_counted(here) or _is_begun(here, main[-1]):
        return True
    if _goes_on(here, last) or is_listed(here, main[-1], last) or _is_bound(here, last):
        return True
    return all(here.verb(part) is None or depends(here, part) for part in main)


def _is_counted(here: Setting) -> bool:
    """Return whether a figure is one of a list: "40, 30 and 20 boats"."""
    return here.kind(here.at + 1) == "comma" and here.kind(here.at + 2) == "figure"


def _is_begun(here: Setting, part: range) -> bool:
    """Return whether a part only begins a clause: "while among the 514 voters, the error is"."""
    if here.at not in part or not here.classes(part.start) & _LEANING:
        return False
    return here.verb(part) is None


def _goes_on(here: Setting, part: range) -> bool:
    """Return whether a part goes on with the noun before its mark: "(40) boats"."""
    mark = here.words[part.start - 1]
    closed = mark.low in _OPENERS and here.text[mark.start - 1 : mark.start].strip(" ,")
    return bool(closed) and not here.classes(part.start) & _JOINING


def _is_bound(here: Setting, part: range) -> bool:
    """Return whether a part says of the rest that it may not be so, or who says it.

    It does not if it has a condition of its own: "but said that it may fall if".
    """
    if not (binds(here, part) or attributes(here, part)):
        return False
    classes, first = here.classes(part.start), part.start + 1
    if "according" in classes or "gerunds" in classes or is_marked(here, part):
        return "according" in classes
    clause = "ands" in classes and (here.is_verb(first) or is_clause(here, range(first, part.stop)))
    return not clause


def _heads(here: Setting, parts: Parts) -> Iterator[Parts]:
    """Yield what is left without the first parts, where a clause of its own follows them."""
    for at, part in enumerate(parts[1:], 1):
        head = parts[at - 1]
        if here.at < part.start or binds(here, head) or attributes(here, head):
            return
        first = here.behind_and(part.start)
        rest = [range(first, part.stop), *parts[at + 1 :]]
        clause = is_clause(here, rest[0]) or (is_marked(here, part) and has_verb(here, rest))
        if clause and _is_meant(here, parts[:at], first):
            return
        if clause:
            yield rest


def _is_meant(here: Setting, heads: Parts, first: int) -> bool:
    """Return whether what begins at a word needs what is before: "Of 40 cooks, 9", "Roe left, the".

    So does "the company" behind a name, and a number that may be one of others.
    """
    if "gerunds" in here.classes(heads[0].start) or here.kind(first) == "figure":
        return True  # "Counting her staff, she has 40"
    the = here.classes(first) & _THE
    return bool(the) and any(here.is_name(at) for head in heads for at in head)


def _ends(here: Setting, parts: Parts) -> Iterator[Parts]:
    """Yield what is left of the last part, cut before a joint behind the figure."""
    last = parts[-1]
    least = here.at + _AFTER if here.at in last else last.start + _AFTER
    for at in range(last.stop - 1, least, -1):
        cut = range(at, last.stop)
        if _is_joint(here, at) and not binds(here, cut):
            if here.at not in last and tellers(here, cut):
                continue
            kept = [*parts[:-1], range(last.start, at)]
            if has_verb(here, kept):
                yield kept


def _is_joint(here: Setting, at: int) -> bool:
    """Return whether a part may be cut before a word: "as", "and left", "in May"."""
    classes = here.classes(at)
    joined = "ands" in classes and here.is_verb(at + 1)
    around = "prepositions" in classes and not classes & _INNER and here.at + _AFTER < at
    opens = "conjunctions" in classes and "relatives" not in classes
    return (opens or joined or around) and not _is_open(here, at)


def _is_open(here: Setting, at: int) -> bool:
    """Return whether the words before another need it: "to take", "has sat", "where 4 cooks"."""
    last, before = here.classes(at - 1), here.classes(at - 2)
    if last & _NEEDING or before & _TO_OR_AND or here.kind(at - 1) == "figure":
        return True  # "and abides by"
    if here.is_verb(at - 1):
        return True
    opened = here.within(range(at), "stating")
    return bool(opened) and here.verb(range(opened[-1] + 1, at)) is None
