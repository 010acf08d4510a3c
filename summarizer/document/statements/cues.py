"""Which words of a sentence may report what a source says."""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.phrases import REACH, is_skipped
from summarizer.document.attribution.grammar.tokens import ARTICLE, SMALL, Token

REPORTING = frozenset(
    {
        "stating",
        "urging",
        "pledging",
        "questioning",
        "calling",
        "accusing",
        "announcing",
        "touching",
        "terming",
        "terming_bare",
    }
)
"""Tags of the verbs that report."""
_NOUNS = frozenset({"utterance", "document", "ambiguous", "noun_too"})
_SAID = _NOUNS | {"conveying"}
_VERBED = frozenset({"person", "document", "showing", "collective", "who"})
_LEADING = frozenset({"effort", "leading", "inclined"})
_CLAUSAL = frozenset({"contracted", "introducing"})
_STARTS = frozenset({"stop", "paragraph", "mark", "quote"})
_JOINING = frozenset({",", ")", "—", "–", "-"})
_NEAR = 14


def is_reporting(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word is a verb here that reports.

    Example:
        >>> from summarizer.document.attribution.grammar.tokens import tokenise
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> names = read_names("Roe claims that his claims are good.", language("en"))
        >>> [is_reporting(tokenise(names, (), ()), at) for at in (1, 4)]
        [True, False]
    """
    token = tokens[at]
    if not token.is_any(REPORTING) or _is_aimed(tokens, at) or _is_decided(tokens, at):
        return False
    last = before_verb(tokens, at)
    if _is_noun(tokens, last, at):
        return False
    if "gerund" in token.tags:
        led = "by" in tokens[last].tags or quoting(tokens, at) is not None
        return led or not tokens[last].is_any(SMALL)
    if _is_passive(tokens, last, at):
        return False
    many = "uninflected" not in token.tags or _has_many(tokens, last, at)
    return many and _has_subject(tokens, last, at)


def _has_subject(tokens: Sequence[Token], last: int, at: int) -> bool:
    """Return whether the word before a verb may end its subject, and the verb is no noun."""
    token, before = tokens[at], tokens[last]
    if before.kind == "name" and "uninflected" in token.tags:  # "an NHS trust ignored"
        return not _is_one(tokens, last)
    if before.kind in {"pronoun", "name"}:
        return True
    if before.kind == "mark":
        return before.low in _JOINING
    if "conveying" in token.tags and "to" in tokens[last - 1].tags:  # "to express doubts that"
        return False
    if token.is_any(_NOUNS) and ("body" in token.tags or not _has_clause(tokens, at)):
        return before.is_any(_VERBED)
    inverted = "parted" in token.tags  # "am Montag sagte Roe"
    return inverted or is_alone(tokens, last) or not before.is_any(SMALL)


def _is_noun(tokens: Sequence[Token], last: int, at: int) -> bool:
    """Return whether a word is no verb here: "investigates claims", "had doubts", "on disputed"."""
    token, before, beside = tokens[at], tokens[last], tokens[at - 1].tags
    if "past" in token.tags:
        return "preposition" in beside
    if not token.low.endswith("s") or not token.is_any(_SAID):
        return False
    verb = before.kind == "word" and before.low[-2:-1] not in {"s", "u", "i"}
    third = verb and before.low.endswith("s") and not before.is_any(_VERBED)
    seeking = "gerund" in before.tags  # "is seeking guarantees"
    return (third and _is_one(tokens, last)) or seeking or "auxiliary" in beside


def _is_one(tokens: Sequence[Token], name: int) -> bool:
    """Return whether a name is of one thing, whose verb has an ending: "an Oslo News report"."""
    led = tokens[max(0, name - 3) : name]
    apart = any("preposition" in token.tags for token in led)  # "a survey of miners"
    return not apart and any(token.tags >= ARTICLE for token in led)


def is_alone(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word is a subject alone: "both said", "but most believe", "the two said"."""
    before, tags = tokens[max(0, at - 1)], tokens[at].tags
    if "article" in before.tags:
        return "span" in tags and "indefinite" in tags
    opens = before.kind in _STARTS or "conjunction" in before.tags
    return opens and "alone" in tags


def before_verb(tokens: Sequence[Token], at: int) -> int:
    """Return the number of the word before a verb, adverbs and auxiliaries left out."""
    before, floor = finite(tokens, at) - 1, max(0, at - REACH)
    while before > floor and is_skipped(tokens[before]) and not is_alone(tokens, before):
        before -= 1
    return max(0, before)


def finite(tokens: Sequence[Token], verb: int) -> int:
    """Return the number of "has" before a participle, "a-t-elle dit"; else the verb itself."""
    if "compound" not in tokens[verb].tags:
        return verb
    between = tokens[verb - 1].kind == "pronoun" or "not" in tokens[verb - 1].tags
    before = verb - 1 - (between and verb > 1)
    return before if "helper" in tokens[before].tags else verb


def quoting(tokens: Sequence[Token], verb: int) -> int | None:
    """Return the number of the verb in "quoted Jane Roe as" before "saying"."""
    if "as" not in tokens[verb - 1].tags:
        return None
    near = range(verb - 2, max(0, verb - _NEAR), -1)
    return next((at for at in near if "quoting" in tokens[at].tags), None)


def _is_aimed(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a verb only says what for: "met to say", but not "refused to say"."""
    if "to" not in tokens[at - 1].tags:
        return False
    return not any(token.is_any(_LEADING) for token in tokens[max(0, at - 3) : at - 1])


def _is_decided(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word is a noun behind a verb: "drops plan to", but not "keeps saying"."""
    noun = "gerund" not in tokens[at].tags or "conveying" in tokens[at].tags
    return noun and "deciding" in tokens[at - 1].tags


def _is_passive(tokens: Sequence[Token], last: int, at: int) -> bool:
    """Return whether a verb is a participle: "was told", "told by Roe", "a man known as Poe"."""
    tags, led = tokens[at].tags, tokens[last + 1 : at]
    if any("passive" in token.tags for token in led):
        return True
    bare = "participle" in tags and not any("auxiliary" in token.tags for token in led)
    beside = "departing" in tags and tokens[last].low == ","  # ", compared with"
    return bare or beside or ("past" in tags and _has_agent(tokens, at))


def _has_agent(tokens: Sequence[Token], at: int) -> bool:
    """Return whether "by" someone follows: "told by Roe", "expected on average by analysts"."""
    near = tokens[at + 1 : at + 6]
    by = next((i for i, token in enumerate(near[:4]) if "by" in token.tags), None)
    if by is None or any(token.low[:1].isdigit() for token in near[by + 1 : by + 2]):
        return False  # "decided by 9 votes to 6"
    return by == 0 or ("preposition" in near[0].tags and near[by - 1].kind == "word")


def _has_many(tokens: Sequence[Token], last: int, at: int) -> bool:
    """Return whether a base form has a subject: many people, "they", or an auxiliary before it."""
    before, bare = tokens[last], "bare" in tokens[at].tags
    if before.is_any(SMALL):
        return is_alone(tokens, last) and not tokens[at].is_any(_NOUNS)
    verb = bare or not tokens[at].is_any(_NOUNS)
    if (verb and _has_clause(tokens, at)) or (bare and before.low == ","):
        return True
    many = before.kind in {"pronoun", "name"} or before.low.endswith("s")
    return many or before.low.isdecimal() or before.is_any(_VERBED) or last < at - 1


def _has_clause(tokens: Sequence[Token], at: int) -> bool:
    """Return whether "that" or a pronoun follows, as it does a verb and no noun."""
    behind = at + 1
    while behind < len(tokens) and "verb_particle" in tokens[behind].tags:  # "point out that"
        behind += 1
    after = tokens[behind] if behind < len(tokens) else tokens[at]
    return after.kind == "pronoun" or after.is_any(_CLAUSAL)
