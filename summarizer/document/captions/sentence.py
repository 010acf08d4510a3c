"""The sentence of a figure, without the parts that it is understood without."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from summarizer.document.captions.caption import Caption
from summarizer.document.captions.setting import Setting
from summarizer.document.captions.words import Place

_LONG, _WHOLE, _LONGEST = 22, 28, 40
"""Words of a sentence that is cut no more; of one whose last part is cut no more; and of one that
is too long to be read."""

_AFTER = 2
"""Words behind a figure that are kept before a joint at which a sentence is cut."""

_TELLING = 6
"""Words of who says something, behind it."""

_ITEM = 3
"""Words of one of a list."""

_SUBJECT = 9
"""Words of a subject."""

Parts = list[range]
"""The parts of a sentence that are copied, as ranges of words; its marks are between them."""

_CLAUSE_MARKS = frozenset(";:")
_DASHES = frozenset("()[]-–—")
_OPENERS = {")": "(", "”": "“", "»": "«", '"': '"', "''": "``"}


def sentence(here: Setting) -> Caption | None:
    """Return the sentence of a figure, cut short; None where it stays too long to be read."""
    parts = _shortened(here)
    if _size(here, parts) > _LONGEST or parts == [range(here.at, here.at + 1)]:
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
    said = here.low(0) in here.known.telling and not here.clauses.is_capital(0)
    if said and parts[0].stop > 1:  # "said Jane Roe, who is 62"
        parts[0] = range(1, parts[0].stop)
    parts = _first_sentence(here, parts)
    for cut, most in (
        (_asides, _LONG),
        (_tails, _LONG),
        (_heads, _LONG),
        (_ends, _WHOLE),
    ):
        for fewer in cut(here, parts):
            if _size(here, parts) <= most:
                return parts
            parts = fewer
    return parts


def _first_sentence(here: Setting, parts: Parts) -> Parts:
    """Return what is before a sentence of its own: "Crews fill 300; an audit counted 40"."""
    for at, part in enumerate(parts):
        marked = here.text[here.words[part.start - 1].start] == ";" and here.at < part.start
        if marked and _is_clause(here, part) and _has_verb(here, parts[:at]):
            return parts[:at]
    return parts


def _parts(here: Setting) -> Parts:
    marks = [at for at in range(len(here.words)) if here.clauses.kind(at) in {"comma", "mark"}]
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
    closed = [here.clauses.kind(run[-1].stop) == "comma" and len(run) > 1 for run in runs[:-1]]
    pairs = zip(runs, [*closed, False], strict=True)
    return [
        here.span(run[0].start, run[-1].stop + (comma or _is_closed(here, run)))
        for run, comma in pairs
    ]


def _is_closed(here: Setting, run: Parts) -> bool:
    """Return whether the mark behind parts closes a bracket or a quotation that is in them."""
    copied = here.text[slice(*here.span(run[0].start, run[-1].stop))]
    mark = here.low(run[-1].stop)
    opener = _OPENERS.get(mark)
    if opener == mark:
        return copied.count(mark) % 2 == 1
    return opener is not None and copied.count(opener) > copied.count(mark)


def _size(here: Setting, parts: Parts) -> int:
    return sum(here.size(here.span(part.start, part.stop)) for part in parts)


def _asides(here: Setting, parts: Parts) -> Iterator[Parts]:
    """Yield what is left without asides: ", which is old,", "(see below)"."""
    for part, after in pairwise(parts[1:]):
        small = here.known.relatives | here.known.openers
        passive = here.low(after.start + 1) in here.known.by  # "the pool, used by 40 pupils"
        opens = here.low(after.start) in small or passive
        verb = not opens and any(map(here.is_verb, after[:2]))
        listed = here.clauses.kind(part.start - 1) == "comma" and any(
            here.clauses.kind(at) == "figure"  # "$4, less than $5, or 4%"
            for at in part
        )
        follows = verb or (here.low(after.start) in here.known.ands and not listed)
        if here.at not in part and follows and _is_aside(here, part) and not _binds(here, part):
            yield (parts := [each for each in parts if each != part])


def _is_aside(here: Setting, part: range) -> bool:
    """Return whether a part only says more of what is before it: "which is old", "a town"."""
    dashed = {here.low(part.start - 1)[:1], here.low(part.stop)[:1]} <= _DASHES
    related = here.low(part.start) in here.known.relatives
    noun = here.low(part.start) in here.known.articles or here.clauses.is_form(part.start)
    return dashed or related or (noun and not _has_verb(here, [part]))


def _tails(here: Setting, parts: Parts) -> Iterator[Parts]:
    """Yield what is left without the last parts."""
    joints = here.known.openers | here.known.ands | here.known.infinitive
    while len(parts) > 1 and here.at < parts[-1].start and not _is_needed(here, parts):
        parts = parts[:-1]
        if here.low(parts[-1].stop - 1) not in joints:
            yield parts  # not "the nations that" of "the nations that “hide arms”"


def _is_needed(here: Setting, parts: Parts) -> bool:
    """Return whether the last of some parts may not be cut off."""
    known, last, before = here.known, parts[-1], parts[-2]
    first = last.start + 1  # "but said that it may fall if": its own condition
    clause = here.clauses.is_verb(first) or _is_clause(here, range(first, last.stop))
    marked = here.text[here.words[last.start - 1].start] in _CLAUSE_MARKS
    joined = here.low(last.start) in known.ands and clause
    own = joined or here.clauses.is_gerund(last.start) or marked
    own = own and here.low(last.start) not in known.according
    bound = not own and (_binds(here, last) or _attributes(here, last))
    opens = here.at in before and here.low(before.start) in known.dependent | known.ands
    begun = opens and not _has_verb(here, [before])  # "while among the 514 voters, the error is"
    counted = here.clauses.kind(here.at + 1) == "comma"  # "40, 30 and 20 boats"
    counted = counted and here.clauses.kind(here.at + 2) == "figure"
    main = [part for part in parts[:-1] if not _depends(here, part)]
    mark = here.words[last.start - 1]
    closed = mark.low in _OPENERS and here.text[mark.start - 1 : mark.start].strip(" ,")
    continued = closed and here.low(last.start) not in known.ands | known.openers  # "(40) boats"
    listed = _is_listed(here, before, last) or here.is_verb(last.start) or counted
    return bound or begun or bool(continued) or listed or not _has_verb(here, main)


def _is_listed(here: Setting, before: range, part: range) -> bool:
    """Return whether a part is the end of a list: "Roe, Lind and Finch", "nets, pans, and oars"."""
    first = part.start + (here.low(part.start) in here.known.ands)
    names = here.is_name(first) and here.is_name(part.start - 2)
    near = len(before) <= _ITEM and part.start - before.stop <= len("),")
    item = near and here.low(before.start) not in here.known.joining
    joined = any(here.low(at) in here.known.ands for at in part)
    return (names or item) and joined and not _has_verb(here, [before, part] if item else [part])


def _depends(here: Setting, part: range) -> bool:
    """Return whether a part is no sentence alone: "Back when it left", "After leading"."""
    known, first = here.known, part.start + (here.low(part.start) in here.known.ands)
    verb = next(filter(here.is_verb, part), first)
    related = any(here.low(at) in known.relatives for at in range(first, verb))
    around = here.low(first) in known.prepositions
    opens = here.low(first) in known.dependent | known.relatives
    opens = opens or here.low(first + 1) in known.dependent
    return opens or (around and (related or here.clauses.is_gerund(first + 1)))


def _heads(here: Setting, parts: Parts) -> Iterator[Parts]:
    """Yield what is left without the first parts, where a clause of its own follows them."""
    for at, part in enumerate(parts[1:], 1):
        head = parts[at - 1]
        if here.at < part.start or _binds(here, head) or _attributes(here, head):
            return
        first = part.start + (here.low(part.start) in here.known.ands)
        marked = here.text[here.words[part.start - 1].start] in _CLAUSE_MARKS
        rest = [range(first, part.stop), *parts[at + 1 :]]
        clause = _is_clause(here, rest[0]) or (marked and _has_verb(here, rest))
        if clause and _is_meant(here, parts[:at], first):
            return
        if clause:
            yield rest


def _is_meant(here: Setting, heads: Parts, first: int) -> bool:
    """Return whether what begins at a word needs what is before: "Of 40 cooks, 9", "Roe left, the".

    So does "the company" behind a name, and a number that may be one of others.
    """
    known = here.known
    named = any(here.is_name(at) for head in heads for at in head)
    the = here.low(first) in (known.articles - known.indefinite) | known.owners
    counting = here.clauses.is_gerund(heads[0].start)  # "Counting her staff, she has 40"
    return counting or (named and the) or here.clauses.kind(first) == "figure"


def _ends(here: Setting, parts: Parts) -> Iterator[Parts]:
    """Yield what is left of the last part, cut before a joint behind the figure."""
    last = parts[-1]
    least = here.at + _AFTER if here.at in last else last.start + _AFTER
    for at in range(last.stop - 1, least, -1):
        told = here.at not in last and any(_tells(here, one) for one in range(at, last.stop))
        if _is_joint(here, at) and not (told or _binds(here, range(at, last.stop))):
            kept = [*parts[:-1], range(last.start, at)]
            if _has_verb(here, kept):
                yield kept


def _is_joint(here: Setting, at: int) -> bool:
    """Return whether a part may be cut before a word: "as", "and left", "in May"."""
    known, low = here.known, here.low(at)
    joined = low in known.ands and here.clauses.is_verb(at + 1)
    inner = low in known.ofs or low in known.infinitive
    around = low in known.prepositions and not inner and here.at + _AFTER < at
    opens = low in known.conjunctions - known.relatives
    return (opens or joined or around) and not _is_open(here, at)


def _is_open(here: Setting, at: int) -> bool:
    """Return whether the words before another need it: "to take", "has sat", "where 4 cooks"."""
    known, last, clauses = here.known, at - 1, here.clauses
    verb = clauses.is_verb(last) or clauses.is_form(last) or here.low(last - 1) in known.infinitive
    small = here.low(last) in known.joining | known.articles | known.telling
    listed = here.low(last - 1) in known.ands  # "and abides by"
    opens = known.conjunctions - known.according
    clause = [*takewhile(lambda one: here.low(one) not in opens, range(last, -1, -1))]
    begun = len(clause) < at and not any(map(here.is_verb, clause))
    counted = clauses.kind(last) == "figure"
    return small or verb or listed or begun or counted or clauses.is_adverb(last)


def _binds(here: Setting, part: range) -> bool:
    """Return whether the rest may not be so, or only if something else is, or someone says so."""
    doubted = here.known.untrue | here.known.according
    return any(here.low(at) in doubted or here.clauses.is_negated(at) for at in part)


def _attributes(here: Setting, part: range) -> bool:
    """Return whether a part of its own says who says the rest: "Jo Roe said in May"."""
    known, clauses = here.known, here.clauses
    first = part.start + (here.low(part.start) in known.ands)
    if here.low(first) in known.prepositions | known.openers or clauses.is_gerund(first):
        return False
    opens = known.openers - known.who  # "a cook who left said"
    own = takewhile(lambda at: here.low(at) not in opens, range(first, part.stop))
    return any(_tells(here, at) for at in own)


def _tells(here: Setting, at: int) -> bool:
    """Return whether a word says that someone says something: not "vowed to"."""
    return here.low(at) in here.known.telling and here.low(at + 1) not in here.known.infinitive


def _is_clause(here: Setting, part: range) -> bool:
    """Return whether words begin with the subject of their verb."""
    known, first = here.known, part.start
    around = known.prepositions | known.openers | known.telling
    verb = next(filter(here.is_verb, part), None)
    if verb is None or here.is_alone(first) or here.clauses.is_gerund(first):
        return False
    told = here.low(part.stop - 1) in known.telling and len(part) <= _TELLING  # "the guild said"
    subject = [at for at in range(first, verb) if not here.clauses.is_adverb(at)]
    shared = here.low(verb + 1) in known.ands and not here.is_verb(verb + 2)  # "reserves and 40"
    return not (told or shared or here.low(first) in around) and _is_subject(here, subject)


def _is_subject(here: Setting, words: list[int]) -> bool:
    """Return whether words can be a subject: not too long, no time, no "voters they"."""
    known, lows = here.known, [here.low(at) for at in words]
    if not 0 < len(lows) <= _SUBJECT or not known.openers.isdisjoint(lows):
        return False
    noun = [low for low in lows if low not in known.prepositions | known.articles]
    ends = known.times | known.ands | (known.pronouns if len(lows) > 1 else frozenset())
    return bool(noun) and not {noun[0], noun[-1]} & ends


def _has_verb(here: Setting, parts: Parts) -> bool:
    return any(here.is_verb(at) for part in parts for at in part)
