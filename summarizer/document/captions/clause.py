"""The clause that holds a figure, where it is short and can be read alone."""

from summarizer.document.captions.caption import LONGEST, Caption
from summarizer.document.captions.setting import Setting
from summarizer.document.captions.words import Place

_WHOLE = 5
"""Words that say enough without a verb: "female analysts on three news networks"."""


def clause(here: Setting) -> Caption | None:
    """Return the clause around a figure: "offer is … above the price"."""
    return _copied(here, _says)


def phrase(here: Setting) -> Caption | None:
    """Return what is around a figure without a verb: "key trends to watch"."""
    return _copied(here, _is_enough)


def _copied(here, says):
    first = _first(here)
    begun = None if _is_bare(here) else _begun(here, first)
    if begun is None:
        return None
    pieces, rest = begun
    if rest < here.at:
        pieces = [*pieces, (here.words[rest].start, here.words[here.at - 1].end)]
    room = LONGEST - 1 - sum(len(here.text[slice(*piece)].split()) for piece in pieces)
    end = _end(here, room)
    if end is None or not says(here, first, end):
        return None
    told = here.low(rest) in here.known.speakers and end == here.at + 1  # "when I was"
    behind = [(here.words[here.at + 1].start, here.words[end - 1].end)] if end > here.at + 1 else []
    return None if told else here.around("clause", pieces, behind)


def _first(here: Setting) -> int:
    """Return where the clause begins: behind a mark, or a word that opens it."""
    at = here.at
    while at and not _parts(here, at):
        at -= 1
    while at < here.at and here.low(at) in here.known.ands:
        at += 1
    told = here.low(at) in here.known.telling and any(map(here.clauses.is_verb, range(at + 1, here.at)))
    return at + told


def _parts(here: Setting, at: int) -> bool:
    """Return whether a clause that holds a figure begins at a word."""
    low, known, kind = here.low(at - 1), here.known, here.clauses.kind(at - 1)
    if kind == "comma":
        return any(map(here.clauses.is_verb, range(at, here.at))) or _is_said_behind(here, at)
    if low in known.introducing and here.low(at - 2) in known.unreal:
        return False  # "denied that"
    verb = low in known.ands and here.clauses.is_verb(at)
    return kind == "mark" or verb or low in known.openers - known.comparing


def _is_said_behind(here: Setting, at: int) -> bool:
    """Return whether a verb is behind a figure whose clause begins at a word."""
    stop = here.at + 1
    while here.clauses.kind(stop) not in {"mark", "comma"}:
        stop += 1
    said = range(here.at + 1, stop)
    return any(here.clauses.is_verb(one) or here.clauses.is_gerund(one) for one in said)


def _begun(here: Setting, first: int) -> tuple[list[Place], int] | None:
    """Return how a clause begins, as pieces from elsewhere, and where the rest of it begins."""
    known, before, low = here.known, here.low(first - 1), here.low(first)
    if first >= here.front:
        return [], here.at
    if here.clauses.is_verb(first) or here.clauses.is_gerund(first):
        return _predicate(here, first)
    opens = before in known.openers - known.relatives - known.introducing
    opener = [here.place(range(first - 1, first))] if opens else []
    if low in known.pronouns - known.possessive - known.each - known.there - known.speakers:
        name = here.named(range(first, first + 1))
        return ([*opener, name], first + 1) if name else None
    return [], first - opens


def _predicate(here: Setting, first: int) -> tuple[list[Place], int] | None:
    """Return the subject of a verb that begins a clause, if it is certain and the only verb."""
    known, noun = here.known, here.clauses.subject(first)
    before = here.low(first - 1)
    if noun and here.low(noun[0]) not in known.pronouns:
        doubtful = before in known.ands and here.clauses.is_opened(noun.start)
        doubtful |= before in known.relatives and _has_verbs(here, first)
        if not doubtful:
            return [here.place(noun)], first
    whole = here.low(first) not in known.helpers and before not in known.relatives
    return ([], first) if whole else None


def _has_verbs(here: Setting, first: int) -> bool:
    """Return whether a clause has a second verb: "who left it sold 9"."""
    verbs = [at for at in range(first, here.at) if here.clauses.is_verb(at)]
    joined = here.known.ands | here.known.prepositions
    return any(b - a > 1 and here.low(b - 1) not in joined for a, b in zip(verbs, verbs[1:]))


def _is_bare(here: Setting) -> bool:
    """Return whether nothing says what is counted: "the two are", "all three by"."""
    first, known = here.at + 1, here.known
    them = here.low(first + 1) in known.pronouns and here.low(first + 2) not in known.relatives
    of = here.low(first) in known.ofs
    amount = here.figure.unit or here.figure.currency or here.figure.percent
    led = here.last in known.prepositions or here.low(first) in known.trailing
    return (of and them) or not (of or amount or led or not here.ends(first))


def _end(here: Setting, room: int) -> int | None:
    """Return where a clause ends, cut before a preposition if it is long."""
    known, stop = here.known, here.at + 1
    while not _stops(here, stop):
        stop += 1
    if here.low(stop) in known.unreal or room < 0:
        return None  # "if he loses"
    end = stop
    while end - here.at > room + 1:
        end = next((at for at in range(end - 1, here.at, -1) if _may_end(here, at)), 0)
    closed = end == stop and (stop == len(here.words) or here.clauses.kind(stop) == "comma")
    while not closed and end > here.at + 1 and (_is_open(here, end - 1) or (end < stop and _is_begun(here, end))):
        end -= 1
    lost = end == here.at + 1 and end < stop and here.low(end) not in known.ands
    return None if lost or end <= here.at else end


def _stops(here: Setting, at: int) -> bool:
    """Return whether another clause begins at a word."""
    known = here.known
    own = here.low(at) in known.openers - known.comparing - known.relatives
    pronoun = here.clauses.is_pronoun(at) and not here.is_verb(at - 1) and (here.clauses.is_verb(at + 1) or "’" in here.low(at) or "'" in here.low(at))
    return own or pronoun or here.clauses.kind(at) in {"mark", "comma"}


def _may_end(here: Setting, at: int) -> bool:
    aim = here.low(at) in here.known.infinitive and here.low(at + 1) in here.known.verbs
    return here.joins(at) and not aim


def _is_open(here: Setting, at: int) -> bool:
    return here.joins(at) or here.low(at) in here.known.articles


def _is_begun(here: Setting, end: int) -> bool:
    """Return whether a participle is last that was cut off: "emails related"."""
    past = here.low(end - 1).endswith((*here.known.past, *here.known.gerund))
    return past and here.low(end - 2) not in here.known.helpers


def _says(here: Setting, first: int, end: int) -> bool:
    """Return whether a clause has a verb, and a share is of something."""
    known, clauses = here.known, here.clauses
    said = [*range(first, here.at), *range(here.at + 1, end)]
    led = here.last in known.prepositions | known.moves | known.stating | known.between
    if here.figure.percent and end == here.at + 1 and not led:
        return False  # "the miners want 9 percent"
    return any(map(here.is_verb, said))


def _is_enough(here: Setting, first: int, end: int) -> bool:
    """Return whether words say enough without a finite verb."""
    amount = bool(here.figure.percent or here.figure.currency)
    around = here.low(first) in here.known.prepositions
    led = amount and here.last in here.known.prepositions and here.front - first > 2
    done = any(map(here.clauses.is_gerund, [*range(first, here.at), *range(here.at + 1, end)]))
    return led or done or (not around and end - first >= _WHOLE)
