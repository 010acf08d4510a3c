"""Where the reported words end, and how they are cut out of the text."""

from collections.abc import Sequence
from itertools import pairwise

from summarizer.document.attribution.grammar.tokens import ARTICLE, JOINTS, Token
from summarizer.document.statements.cues import is_reporting
from summarizer.document.statements.openings import opening
from summarizer.document.statements.scanning import comma_behind, has_verb, is_finite

FAR = 150
"""Tokens of reported words at the most, so that time stays linear."""
_NEAR = 8
_SOON = 6
_LINKS = frozenset({"adverb", "skipped", "negated"})
_ENDING = JOINTS | {"according"}
_BESIDE = frozenset({"who", "preposition"})
_CUES = frozenset({"stating", "labelling", "urging"})
_JUDGING = frozenset({"announcing", "terming", "terming_bare"})
_PLAIN = frozenset({"word", "name", "own", "pronoun"})
_SAYING = frozenset({"stating", "urging"})
_DOING = _SAYING | {"making"}
_TURNS = frozenset({"aside", "but", "and"})
_SET_OFF = frozenset({"aside", "relative", "and", "but", "article", "saying", "gerund"})
_NO_SOURCE = frozenset({"preposition", "gerund", "auxiliary", "past", "skipped"})
_REMARKS = frozenset({"conveying", "noun_too", "remark"})
_DAYS = frozenset({"day"})
_SAID_IN = frozenset({"utterance", "document"})
_DASHES = frozenset("—–")
_SPACE = " \t\n\r\u00a0\u202f"
_BEFORE = _SPACE + ",;:—–-"
_BEHIND = _SPACE + ".,;:—–-!?…"


def clause_end(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return the number of the token before which the words end that begin with a token.

    They end with the sentence, before another source ("according to"), before something else that
    the source says (", saying"), and before what the reporter adds (", but he").
    """
    last = min(end, first + FAR)
    for at in range(first + 1, last):
        token = tokens[at]
        if token.kind in _PLAIN and token.tags.isdisjoint(_ENDING):
            continue
        if token.low == ";":
            return at
        if "according" in token.tags:  # "nach Angaben von"
            return at - ("preposition" in tokens[at - 1].tags)
        if token.low == "," and at > first + 1 and _ends_at(tokens, first, at, last):
            return at
        if token.kind == "quote" and _is_saying(tokens, at + 1, last):
            return at + 1
        if token.is_any(JOINTS) and _says_more(tokens, at, last):
            return at
    return last


def phrase_end(tokens: Sequence[Token], first: int, end: int, *, timed: bool = True) -> int:
    """Return where something ends that is no clause: before one, and before what is set off.

    Args:
        tokens: The text's tokens.
        first: Number of its first token.
        end: Number of the token before which it ends at the latest.
        timed: Whether "after" and "when" set off what follows: not in "accused her of lying when".
    """
    ends = (
        at
        for at in range(first + 1, end)
        if (timed and _is_aside(tokens, first, at, end)) or _is_behind(tokens, first, at, end)
    )
    return _before_setting(tokens, first, next(ends, end))


def _before_setting(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a phrase ends without "on Monday" and "in a statement"."""
    for words, closing in ((2, _DAYS), (3, _SAID_IN)):
        start = last - words
        sets = start > first and "setting" in tokens[start].tags
        if sets and tokens[last - 1].is_any(closing):
            return start
    return last


def _is_behind(tokens: Sequence[Token], first: int, at: int, end: int) -> bool:
    """Return whether a token is no part of the phrase before it."""
    token, after = tokens[at], tokens[min(at + 1, end - 1)]
    if token.low == ",":
        return _is_set_off(after) and not is_list(tokens[at + 1 : end])
    if is_dash(tokens, at):
        return _is_alone(tokens, first, at, end)
    if not token.is_any(JOINTS):
        return False
    near = tokens[at + 2 : min(end, at + _SOON)]
    if _is_another(tokens[at + 1 : min(end, at + 4)]):
        return True
    opens = _opens(after) or "preposition" in after.tags  # "and in May left"
    goes_on = opens and any(is_finite(each) or "gerund" in each.tags for each in near)
    return _is_predicate(after) or (goes_on and tokens[at - 1].kind != "pronoun")


def is_list(behind: Sequence[Token]) -> bool:
    """Return whether more of what is said follows a comma: "a shop, no bus and a church"."""
    pairs = ((one, other) for one, other in pairwise(behind) if "and" in one.tags)
    both = any("determiner" in other.tags for _, other in pairs)
    verb = any(is_finite(token) or token.kind == "pronoun" for token in behind)
    return both and not verb and "determiner" in behind[0].tags


def _is_another(near: Sequence[Token]) -> bool:
    """Return whether another source shares the verb: "and the other a gift"."""
    article = next((at for at, token in enumerate(near) if at and token.tags >= ARTICLE), 0)
    return article > 0 and all(
        token.kind == "word" and not token.is_any(_NO_SOURCE) for token in near[:article]
    )


def _is_aside(tokens: Sequence[Token], first: int, at: int, end: int) -> bool:
    """Return whether what happens at that time follows: "after she left", "as Oslo braces"."""
    tags = tokens[at].tags
    if any("gerund" in token.tags for token in tokens[first:at]):
        return False  # "blamed Oslo for waiting a day before sounding the alarm"
    if "as" in tags and at + 2 < end and tokens[at + 1].kind == "name":
        return tokens[at + 2].low.endswith("s")
    return "aside" in tags and "if" not in tags


def _is_set_off(after: Token) -> bool:
    """Return whether what follows a comma is no part of the phrase: not ", including"."""
    set_off = after.is_any(_SET_OFF) or _is_predicate(after)
    return set_off and "lead" not in after.tags


def is_dash(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a mark is a dash: "—", or a hyphen with a space before it."""
    hyphen = tokens[at].low == "-" and tokens[at - 1].end < tokens[at].start
    return hyphen or tokens[at].low in _DASHES


def _is_alone(tokens: Sequence[Token], first: int, dash: int, end: int) -> bool:
    """Return whether a dash sets off the rest, and is none of a pair."""
    dashes = [at for at in range(first, end) if is_dash(tokens, at)]
    return len(dashes) % 2 == 1 and dashes[-1] == dash


def _is_predicate(token: Token) -> bool:
    """Return whether a word goes on with the subject of the sentence: "and has", "and left"."""
    if token.kind not in {"word", "cue"} or "uninflected" in token.tags:
        return False
    return token.is_any(_DOING) or is_finite(token)


def _opens(token: Token) -> bool:
    return token.kind in {"name", "pronoun"} or "determiner" in token.tags


def _ends_at(tokens: Sequence[Token], first: int, comma: int, end: int) -> bool:
    """Return whether a comma ends the words: not "six towns, with Oslo among them, had agreed"."""
    word = comma + 1
    if word < end and "auxiliary" in tokens[word].tags and not has_verb(tokens[first:comma]):
        return False
    if _is_other_half(tokens, first, word, end):
        return False
    return _is_left(tokens, word, end) or _is_attributed(tokens, word, end)


def _is_other_half(tokens: Sequence[Token], first: int, word: int, end: int) -> bool:
    """Return whether the source goes on: "said she liked it, but she was worried"."""
    if word + 2 >= end or "but" not in tokens[word].tags or tokens[first].kind != "pronoun":
        return False
    same = tokens[word + 1].low == tokens[first].low
    return same and "auxiliary" in tokens[word + 2].tags


def _is_saying(tokens: Sequence[Token], word: int, end: int) -> bool:
    """Return whether a participle says what else the source says: ", adding that"."""
    tags = tokens[word].tags if word < end else frozenset()
    says = "gerund" in tags and not tags.isdisjoint(_SAYING)
    return says and opening(tokens, word, end) is not None


def _is_attributed(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Return whether nothing but a source and its verb follow a comma: ", Jane Roe said"."""
    for at in range(first, min(end, first + _NEAR)):
        token = tokens[at]
        if "saying" in token.tags and at > first:
            closed = at + 1 >= end or tokens[at + 1].low == ","
            return closed and is_reporting(tokens, at)
        if token.kind not in _PLAIN:
            return False
    return False


def _is_left(tokens: Sequence[Token], word: int, end: int) -> bool:
    """Return whether the words end at a comma, as what follows it shows."""
    if word >= end:
        return False
    tags = tokens[word].tags
    if "gerund" in tags and not tags.isdisjoint(_SAYING):
        return _is_saying(tokens, word, end)
    if "departing" in tags or _is_joined(tokens[word]) or _is_remark(tokens, word, end):
        return True
    if "auxiliary" in tags:  # "Roe said it rains, has also pledged to come"
        return any(is_reporting(tokens, at) for at in range(word + 1, min(end, word + 3)))
    if "but" in tags and word + 1 < end and _is_clause(tokens, word + 1, end):
        return True
    return tokens[word].is_any(_TURNS) and _says_more(tokens, word, end)


def _is_remark(tokens: Sequence[Token], word: int, end: int) -> bool:
    """Return whether a remark on what is said follows a comma: ", a figure that", ", where"."""
    if tokens[word].tags >= ARTICLE:
        return any(token.is_any(_REMARKS) for token in tokens[word + 1 : min(end, word + _SOON)])
    return "remarking" in tokens[word].tags and not _is_inner(tokens, word, end)


def _is_inner(tokens: Sequence[Token], word: int, end: int) -> bool:
    """Return whether the clause goes on behind a remark: "the plan, which he wrote, was dead"."""
    comma = comma_behind(tokens, word, end)
    behind = tokens[comma + 1 : min(end, comma + 3)] if comma else ()
    near = behind[: 1 + any(token.is_any(_LINKS) for token in behind[:1])]  # "still has"
    return any(map(is_finite, near))


def _is_joined(token: Token) -> bool:
    """Return whether a verb follows a comma at once: "Roe says it rains, calls it a shame"."""
    plain = "uninflected" not in token.tags and "noun_too" not in token.tags
    return plain and token.kind == "cue" and "gerund" not in token.tags


def _is_clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a clause with a subject of its own begins: ", but the town closed it"."""
    near = tokens[at + 1 : min(end, at + _SOON)]
    led = _opens(tokens[at]) or tokens[at].low.isdecimal()
    if "introducing" in tokens[at].tags:  # ", but that it rains"
        return False
    return _is_subject(tokens[at]) or (led and any(map(is_finite, near)))


def _is_subject(token: Token) -> bool:
    return token.kind == "pronoun" or "contracted" in token.tags


def _says_more(tokens: Sequence[Token], joint: int, end: int) -> bool:
    """Return whether a verb of saying follows: "and said", "but Poe said", "while 9 said"."""
    for at in range(joint + 1, min(end, joint + _NEAR)):
        token = tokens[at]
        if token.low == "," and at > joint + 1 and _is_apposed(tokens, at, end):
            continue
        aside = at + 1 < end and tokens[at + 1].is_any(_BESIDE)
        if token.low == "," and aside:
            comma = comma_behind(tokens, at + 1, end - 1)  # "and Roe, of Vale Bank, said"
            return comma is not None and is_reporting(tokens, comma + 1)
        if token.kind in {"mark", "quote"} or token.is_any(JOINTS) or "introducing" in token.tags:
            return False
        if "gerund" in token.tags and at == joint + 1:
            return _is_saying(tokens, at, end)
        if token.is_any(_JUDGING) and at == joint + 2 and _is_subject(tokens[joint + 1]):
            return True  # "and she faulted both", "and she regards it as"
        if token.is_any(_CUES) and "gerund" not in token.tags:
            return "uninflected" not in token.tags and _reports(tokens, joint, at, end)
    return False


def _is_apposed(tokens: Sequence[Token], comma: int, end: int) -> bool:
    """Return whether a comma is beside a name that another one ends: "its director, Ann Poe,"."""
    beside = comma - 1, comma + 1
    named = any(at < end and tokens[at].kind == "name" for at in beside)
    return named and any(at < end and tokens[at].low == "," for at in (comma - 2, comma + 2))


def _reports(tokens: Sequence[Token], joint: int, verb: int, end: int) -> bool:
    """Return whether a verb behind "and" reports, and is no noun or part of what is said."""
    between = tokens[joint + 1 : verb]
    if "labelling" in tokens[verb].tags and _is_subject(tokens[joint + 1]):
        return True
    if not is_reporting(tokens, verb):
        return False
    alone = all(token.is_any(_LINKS) for token in between)
    if alone and "but" in tokens[joint].tags:  # "but hasn’t decided what to do"
        return "saying" in tokens[verb].tags
    led = (alone and "saying" in tokens[verb].tags) or _is_subject(tokens[joint + 1])
    return led or opening(tokens, verb, end) is not None


def place_of(text: str, tokens: Sequence[Token], first: int, end: int) -> tuple[int, int]:
    """Return the offsets of the words from a token up to another, without marks around them."""
    before = text[tokens[first - 1].end if first else 0 : tokens[first].start]
    start = tokens[first].start - len(before.split(" ")[-1])  # "$5"; no dateline
    stop = tokens[end].start if end < len(tokens) else len(text)
    start += len(text[start:stop]) - len(text[start:stop].lstrip(_BEFORE))
    stop = max(start, start + len(text[start:stop].rstrip(_BEHIND)))
    if text.endswith(")", start, stop) and "(" not in text[start:stop]:
        stop = start + len(text[start : stop - 1].rstrip(_BEHIND))
    return start, stop
