"""Reads what is reported behind a verb: "Jane Roe said (that) it rains"."""

from collections.abc import Sequence

from summarizer.document.attribution.confidence.hearers import is_of_another
from summarizer.document.attribution.grammar.phrases import Source, is_skipped
from summarizer.document.attribution.grammar.sources import subject_after
from summarizer.document.attribution.grammar.tokens import Token
from summarizer.document.statements.clauses import clause_end, is_list, phrase_end
from summarizer.document.statements.cues import before_verb
from summarizer.document.statements.openings import opening
from summarizer.document.statements.reported import Opening, Part, Reported, SentenceTokens
from summarizer.document.statements.scanning import closing_comma, comma_behind, is_finite
from summarizer.document.statements.sources import source_of

_ACTS = frozenset({"termed", "accused", "announced", "pledge", "call", "shown"})
"""Constructions whose verb says what is done, and not what is said."""
_LIMITING = frozenset({"not", "negated", "merely"})
_WHOLE = frozenset({"accused", "termed"})
_QUESTIONS = frozenset({"asked", "inquired", "to"})
_NO_CLAUSE = frozenset({"call", "pledge", "urged", "announced", "touched", "termed", "accused"})


def behind_verb(sentence: SentenceTokens, verb: int) -> Reported | None:
    """Read the words behind a verb.

    Args:
        sentence: The sentence.
        verb: Number of a verb that reports.
    """
    tokens, floor, end = sentence
    found = opening(tokens, verb, end)
    if found is None or found.first >= end:
        return None
    if verb - floor < 2 and "gerund" in tokens[verb].tags:
        return _fronted(sentence, verb, found)
    source = source_of(tokens, verb, floor)
    if source is None and "parted" in tokens[verb].tags:
        source = subject_after(tokens, verb, closed=False)  # "Am Montag sagte Roe, dass"
    if source is None or _is_asked(sentence, source) or _is_open(tokens, verb):
        return None
    if found.rule in _ACTS and _is_within(tokens, source):
        return None
    # where "that" follows at once, "as" further on is no "as saying"
    if is_of_another(tokens, verb) and "introducing" not in tokens[verb + 1].tags:
        return None
    part = (found.first, _end(sentence, source, verb, found))
    return Reported(source, verb, found.rule, (*_condition(sentence, source), part))


def asked_by(sentence: SentenceTokens, verb: int) -> Reported | None:
    """Read a question or a request behind who asked: "asked by Roe whether it rained".

    Args:
        sentence: The sentence.
        verb: Number of a verb of asking with "by" behind it.
    """
    tokens, _, end = sentence
    source = subject_after(tokens, verb + 1, closed=False)
    first = source.last + 1 if source else end
    if source is None or first >= end or not tokens[first].is_any(_QUESTIONS):
        return None
    stop = closing_comma(tokens, first + 1, end) or end
    return Reported(source, verb, "question", ((first, stop),))


def clause_of_adjective(sentence: SentenceTokens, at: int) -> Reported | None:
    """Read the clause behind an adjective: "is concerned that it rains", "made it clear that".

    Args:
        sentence: The sentence.
        at: Number of an adjective of feeling or being clear.
    """
    tokens, floor, end = sentence
    if at + 2 >= end or "introducing" not in tokens[at + 1].tags:
        return None
    verb = at - 1 - (tokens[at - 1].kind == "pronoun")
    led = "making" in tokens[verb].tags or "passive" in tokens[at - 1].tags
    source = source_of(tokens, verb, floor) if led else None
    if source is None or "it" in tokens[source.first].tags:
        return None
    return Reported(source, at, "feeling", ((at + 2, clause_end(tokens, at + 2, end)),))


def _is_open(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether something is only possible: "could call it a home", but "would only say"."""
    led = tokens[before_verb(tokens, verb) + 1 : verb]
    limited = any(token.is_any(_LIMITING) for token in led)
    if limited:
        return "denying" in tokens[verb].tags  # "does not deny"
    return any("modal" in token.tags for token in led)


def _is_within(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether what is done is in doubt: "no sign that she plans", "a fear that she will"."""
    that = source.first - 1
    if that < 2 or "introducing" not in tokens[that].tags:
        return False
    return "conveying" in tokens[that - 1].tags or tokens[that - 2].low == "no"


def _is_asked(sentence: SentenceTokens, source: Source) -> bool:
    """Return whether it is only asked what the source says: "asked if she believes that"."""
    tokens, floor, _ = sentence
    before = tokens[source.first - 1] if source.first > floor else tokens[floor]
    opens = floor + ("opener" in tokens[floor].tags and "asking" not in tokens[floor].tags)
    asks = "asking" in tokens[opens].tags or "auxiliary" in tokens[floor].tags  # "Did she think"
    asked = asks and source.first > opens
    apart = comma_behind(tokens, opens, source.first) is not None
    return (asked and not apart) or (before.kind != "pronoun" and "asked" in before.tags)


def _fronted(sentence: SentenceTokens, verb: int, found: Opening) -> Reported | None:
    """Read a clause behind a gerund that opens the sentence: "Noting that it rains, Roe left"."""
    tokens, _, end = sentence
    comma = closing_comma(tokens, found.first + 2, end) if found.rule == "clause" else None
    source = subject_after(tokens, comma, closed=False) if comma else None
    if comma is None or source is None or source.kind == "nominal":
        return None
    return Reported(source, verb, found.rule, ((found.first, comma),))


def _end(sentence: SentenceTokens, source: Source, verb: int, found: Opening) -> int:
    """Return where the words end; those of a clause within another end at its comma."""
    tokens, _, end = sentence
    stop = clause_end(tokens, found.first, end)
    if _is_subordinate(sentence, source, verb):
        comma = closing_comma(tokens, found.first + 2, stop)
        stop = stop if comma is None or is_list(tokens[comma + 1 : stop]) else comma
    phrase = found.rule in _NO_CLAUSE or "gerund" in tokens[found.first].tags
    timed = found.rule not in _WHOLE
    if phrase and _is_of_who(tokens[max(0, verb - 3) : verb]):
        stop = _main_verb(tokens, found.first, stop)
    return phrase_end(tokens, found.first, stop, timed=timed) if phrase else stop


def _is_of_who(before: Sequence[Token]) -> bool:
    """Return whether a verb belongs to "who": "who have long praised", not "who left, praised"."""
    parted = any(token.kind == "mark" for token in before[1:])
    return not parted and any("who" in token.tags for token in before)


def _main_verb(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return where the main clause goes on: "those who praised the town also welcomed it"."""
    verb = next((at for at in range(first + 1, end) if is_finite(tokens[at])), end)
    return verb - (first + 1 < verb < end and is_skipped(tokens[verb - 1]))


def _is_subordinate(sentence: SentenceTokens, source: Source, verb: int) -> bool:
    """Return whether another clause follows: "When Roe said that, …", "Roe, who said that, …"."""
    tokens, floor, _ = sentence
    if "relative" in tokens[before_verb(tokens, verb)].tags:
        return True
    first = source.first - 1
    while first >= floor and tokens[first].kind != "mark":
        if "opener" in tokens[first].tags:
            return True
        first -= 1
    return first < floor and "aside" in tokens[floor].tags


def _condition(sentence: SentenceTokens, source: Source) -> tuple[Part, ...]:
    """Return the words of "If it rains" in "If it rains, Roe said, she will stay"."""
    tokens, floor, _ = sentence
    before = source.first - 1
    led = before > floor and tokens[before].low == "," and "if" in tokens[floor].tags
    return ((floor, before),) if led else ()
