"""Where the reported words behind a verb begin, and by which construction."""

from collections.abc import Callable, Sequence

from summarizer.document.attribution.grammar.tokens import (
    DATES,
    LINKING,
    MARKS,
    SMALL,
    WORDS,
    Token,
)
from summarizer.document.statements.cues import before_verb
from summarizer.document.statements.hearers import behind_hearer, is_hearer
from summarizer.document.statements.reported import Opening
from summarizer.document.statements.scanning import NEAR, is_clause, is_finite, is_subject

_SOON = 6
_TIME = frozenset({"day", "adverb", "time"})
_WHEN = _TIME | {"span"}
_LATER = frozenset({"preposition", "time", "verb_particle"})
_NO_THING = LINKING | {"auxiliary", "adverb", "past", "time", "day", "verb_particle", "not"}
_OUTSIDE = frozenset({"determiner", "of"})
_NO_NOUN = LINKING | {"auxiliary"}
_VERBS = frozenset({"auxiliary", "irregular_past", "reflexive"})  # "finds herself in court"
_NOT_FOUND = frozenset({"auxiliary", "reflexive"})
_BREAKS = MARKS | {"stop", "paragraph"}


def opening(tokens: Sequence[Token], verb: int, end: int) -> Opening | None:
    """Return where the words that a verb reports begin behind it.

    Args:
        tokens: The text's tokens.
        verb: Number of the verb.
        end: Number of the token behind its sentence.

    Returns:
        The opening; None where no reported words follow.
    """
    at = _passed(tokens, verb + 1, end)
    if at >= end:
        return None
    for tag, read in _READERS[: 1 if tokens[at].low == ":" else None]:
        if tag in tokens[verb].tags and (found := read(tokens, verb, at, end)):
            return found
    return None


def _stated(tokens: Sequence[Token], verb: int, at: int, end: int) -> Opening | None:
    """Return where the clause of a verb such as "say" begins."""
    token, tags = tokens[at], tokens[verb].tags
    if token.low == ":":  # not "the police know: it rains"
        return Opening(at + 1, "colon") if "saying" in tags else None
    first = _parted(tokens, verb, at, end) if "parted" in tags else at
    if first < end and "asked" in tokens[first].tags:
        return Opening(first, "question" if "questioning" in tags else "clause")
    if introduced := _introduced(tokens, first, at, end):
        return None if _is_pointing(tokens, verb, first, end) else introduced
    if later := _later(tokens, at, end):
        return Opening(later, "clause")
    if token.kind in WORDS and not token.is_any(LINKING) and _is_bare(tokens, verb, at, end):
        return Opening(at, "clause")
    return None


def _introduced(tokens: Sequence[Token], first: int, at: int, end: int) -> Opening | None:
    """Return what is behind "that", or behind a comma that parts clauses in this language."""
    if first + 2 < end and "introducing" in tokens[first].tags:
        behind = first + 1 + (tokens[first + 1].low == ",")  # "said that, if it rains, she left"
        bare = tokens[behind].kind in MARKS or "saying" in tokens[behind].tags
        return None if bare else Opening(behind, "clause")  # "denied that, saying it rains"
    parted = first > at and first + 1 < end and _opens(tokens, first)
    return Opening(first, "clause") if parted else None


def _is_pointing(tokens: Sequence[Token], verb: int, that: int, end: int) -> bool:
    """Return whether "that" only points at a thing: "cited that finding", with no verb behind."""
    noun, after = (tokens[min(that + behind_it, end - 1)] for behind_it in (1, 2))
    points = "announcing" in tokens[verb].tags or "day" in after.tags  # "repeated that on Friday"
    if "verb_particle" in noun.tags:  # "ruled that out"
        return True
    plain = "function" not in noun.tags or "preposition" in noun.tags  # "denied that on Monday"
    one = noun.kind == "word" and plain and not noun.low.isdecimal()
    return points and one and not noun.low.endswith("s") and not is_clause(tokens, that + 1, end)


def _parted(tokens: Sequence[Token], verb: int, at: int, end: int) -> int:
    """Return what is behind the comma that parts a clause: "sagte der Zeitung, dass"."""
    comma = next((i for i in range(at, min(end, at + _SOON)) if tokens[i].low == ","), at)
    apart = comma > at and tokens[before_verb(tokens, verb)].kind in _BREAKS
    return at if apart or tokens[comma].low != "," else min(comma + 1, end - 1)


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Return whether no verb begins a clause behind a comma: not "als Roe das sagte, ging er"."""
    subject = any(token.kind in {"name", "pronoun"} for token in tokens[at : at + 2])
    return subject or tokens[at].is_any(SMALL)


def _is_bare(tokens: Sequence[Token], verb: int, at: int, end: int) -> bool:
    """Return whether a clause follows a verb at once: "said it rains"."""
    if tokens[at].is_any(_VERBS) or "parted" in tokens[verb].tags:
        return False  # "the tax, which he said has grown"; "„…“, sagte sie im Rat"
    if "bare" in tokens[verb].tags:
        return at + 1 < end and tokens[at + 1].kind != "mark"
    if "urging" in tokens[verb].tags:  # "warned they would leave", but "told her to leave"
        return is_subject(tokens, at, end)
    return is_clause(tokens, at, end)


def _pledged(tokens: Sequence[Token], _verb: int, at: int, _end: int) -> Opening | None:
    says = any("stating" in token.tags for token in tokens[at + 1 : at + 2])  # "refused to say"
    return Opening(at, "pledge") if "to" in tokens[at].tags and not says else None


def _accused(tokens: Sequence[Token], _verb: int, at: int, end: int) -> Opening | None:
    """Return who is accused, where a gerund says of what: "accused her of lying"."""
    of = next((i for i in range(at + 1, min(end, at + NEAR)) if "of" in tokens[i].tags), end)
    said = of + 1 < end and (tokens[of + 1].kind == "quote" or "gerund" in tokens[of + 1].tags)
    return Opening(at, "accused") if said else None


def _shown(tokens: Sequence[Token], verb: int, at: int, _end: int) -> Opening | None:
    near = tokens[max(0, verb - NEAR) : verb]
    shows = any("showing" in token.tags for token in near) and _is_thing(tokens[at])
    return Opening(at, "shown") if shows and not tokens[at].is_any(_NOT_FOUND) else None


def _announced(tokens: Sequence[Token], _verb: int, at: int, _end: int) -> Opening | None:
    token = tokens[at]
    thing = token.kind in {"name", "word"} and not token.is_any(_NO_THING)
    return Opening(at, "announced") if thing else None


def _touched(tokens: Sequence[Token], _verb: int, at: int, end: int) -> Opening | None:
    about = "touched" in tokens[at].tags and at + 1 < end
    about = about and "behalf" not in tokens[at + 1].tags  # "spoke on condition of anonymity"
    about = about and (_is_thing(tokens[at + 1]) or tokens[at + 1].kind == "quote")
    return Opening(at + 1, "touched") if about else None


def _named(tokens: Sequence[Token], _verb: int, at: int, end: int) -> Opening | None:
    """Return what is called something: "called it a trick"."""
    if tokens[at].is_any(LINKING) or tokens[at].kind not in WORDS:
        return None
    second = _behind_noun(tokens, at, end)
    noun = second < end and tokens[second].kind in {"word", "quote"}
    return Opening(at, "termed") if noun and not tokens[second].is_any(_NO_NOUN) else None


def _seen(tokens: Sequence[Token], _verb: int, at: int, end: int) -> Opening | None:
    """Return what is seen as something: "saw her as a friend"."""
    for word in range(at + 1, min(end, at + NEAR)):
        if "as" in tokens[word].tags:
            return Opening(at, "termed")
        if tokens[word].kind in MARKS or is_finite(tokens[word]):
            return None
    return None


_Reads = Callable[[Sequence[Token], int, int, int], Opening | None]


def _led(tag: str, rule: str, passed: int = 0) -> _Reads:
    """Return what reads the words that begin with a word, or behind it: "called for an end"."""

    def read(tokens: Sequence[Token], _verb: int, at: int, _end: int) -> Opening | None:
        return Opening(at + passed, rule) if tag in tokens[at].tags else None

    return read


_READERS: tuple[tuple[str, _Reads], ...] = (
    ("stating", _stated),
    ("questioning", _led("inquired", "question")),
    ("pledging", _pledged),
    ("accusing", _accused),
    ("terming", _seen),
    ("terming_bare", _named),
    ("finding", _shown),
    ("announcing", _announced),
    ("touching", _touched),
    ("calling", _led("for", "call", passed=1)),
    ("urging", lambda tokens, _verb, at, end: behind_hearer(tokens, at, end)),
)
"""What reads behind the verbs of each list, the likeliest first."""


def _passed(tokens: Sequence[Token], at: int, end: int) -> int:
    """Pass over a time or an adverb: "said Monday", "said last month", "said on Monday"."""
    first = at + (at + 1 < end and "preposition" in tokens[at].tags)
    if first > at and "article" in tokens[first].tags:
        return at
    last = first
    while last < end and tokens[last].kind in {"word", "cue"} and tokens[last].is_any(_WHEN):
        last += 1
    if last == first:
        return at
    ended = _TIME if "article" not in tokens[first].tags else DATES  # "a largely calm vote"
    return last if tokens[last - 1].is_any(ended) else at


def _later(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Return what is behind "that" in "said in a letter to Oslo that it rains"."""
    if not _leads_on(tokens, at, end):
        return None
    aside = tokens[at].low == ","
    for word in range(at + 1, min(end, at + NEAR)):
        token, before = tokens[word], tokens[word - 1]
        infinitive = "to" in token.tags and not is_hearer(tokens[min(word + 1, end - 1)])
        finite = is_finite(token) and token.kind != "pronoun"
        if infinitive or finite or token.kind == "quote":
            return None  # "wrote to the town to express doubts that"
        if "introducing" in token.tags:
            return word + 1 if not aside or before.low == "," else None
        if "asked" in token.tags and before.kind == "name":
            return None if aside else word
        if tokens[at].is_any(_LATER) and _restarts(tokens, at, word):
            return word
    return None


def _leads_on(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a clause may follow later: behind "in a letter" and ", on Friday,"."""
    if "to" in tokens[at].tags:  # not "promised to come"
        return is_hearer(tokens[min(at + 1, end - 1)])
    timed = at + 1 < end and "time" in tokens[at + 1].tags
    return timed or tokens[at].low == "," or tokens[at].is_any(_LATER)


def _restarts(tokens: Sequence[Token], at: int, word: int) -> bool:
    """Return whether a pronoun opens the clause: "said in a letter she would come"."""
    token, before = tokens[word], tokens[word - 1]
    if "determiner" in token.tags and before.is_any(_TIME):  # "said in a letter Monday the"
        return token.kind == "word"
    subject = token.kind == "pronoun" and "who" not in token.tags and "to" not in tokens[at].tags
    return subject and before.kind != "mark" and not before.is_any(LINKING)


def _is_thing(token: Token) -> bool:
    return token.kind in {"name", "word"} and "preposition" not in token.tags


def _behind_noun(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return what is behind a short noun phrase; names and pronouns are one token."""
    second = at + 1
    while tokens[at].kind == "word" and second < min(end, at + 3):
        if tokens[second].kind not in {"word", "name", "own"}:
            break
        if tokens[second].is_any(_OUTSIDE):
            break
        second += 1
    return second
