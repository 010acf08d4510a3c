"""Roles: whether what stands in quotation marks was said, names a work, or is kept at a distance.

Rules from general usage: the case of the words, the words beside the marks, and whether the
sentence speaks of saying at all. Knows nothing of how quotations are found, and no names.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from summarizer.document.cues import (
    AUXILIARIES,
    CONJUNCTIONS,
    LABELLING,
    NOMINAL,
    PEOPLE,
    PREPOSITIONS,
    SAYING,
)
from summarizer.document.lexicon import FUNCTION_WORDS, TITLES

Kind = Literal["direct", "mixed"]
Role = Literal["speech", "title", "term"]

_CUES = (
    SAYING
    | LABELLING
    | NOMINAL
    | frozenset(
        """according testimony admission lament call calls chant chants cry warning critique
        criticism praise credited""".split()
    )
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LONGEST_TITLE = 12
_LONGEST_CREDIT = 9
_LONGEST_TERM = 4
"""In words. Longer than that, a string in marks was said by somebody."""
_LONGEST_SHORT = 90
"""In characters, for scripts that write no spaces."""
_REACH = 48
"""Characters looked at beside the marks."""

_SMALL = frozenset(
    """a an and as at but by de del der des di die du el en et for from in into is it la las le les
    los nor of on or over per the to und upon versus via von vs with y""".split()
)
_WORKS = (
    r"(?:book|memoir|autobiography|novel|play|show|pageant|series|sitcom|drama|comedy|musical|opera"
    r"|film|movie|documentary|trilogy|song|single|hit|album|anthem|ballad|poem|painting|exhibition"
    r"|magazine|newspaper|journal|podcast|blog|program|programme|broadcast|sequel|bestseller"
    r"|course|class|ship|yacht|band|game|app|website|PAC"
    r"|Buch|Roman|Film|Serie|Sendung|Zeitung|Zeitschrift|Magazin|Lied|Stück|Album"
    r"|livre|roman|émission|série|chanson|pièce"
    r"|libro|novela|película|periódico|revista|canción|serie)"
)
"""Words for what bears a title, in English, German, French and Spanish."""
_WORK_BEFORE = re.compile(rf"\b{_WORKS}s?,?\s+(?:(?:is|was|be)\s+)?(?:\w+ed\s+)?$")
_NAMED_BEFORE = re.compile(
    r"\b(?:[a-z]+\s+(?:called|named|titled|entitled)|(?:one|[a-z]+s) (?:he|she|it) calls"
    r"|strains of|cast of)\s+(?:the\s+)?$"
)
_PLACE_BEFORE = re.compile(
    r"(?:['’]s?|\b(?:on|with|in|hosts?(?:\s+of)?|hosted|aired|watch|watched|watching|sang|singing|told|tells))\s+$"
)
_WORK_AFTER = re.compile(rf"\s+(?:(?:\w+\s+)?{_WORKS}s?\b|(?:is|was|are|were)\s+an?\b)")
_DETERMINED = re.compile(r"\b(?:an?|the|his|her|its|their|this|these|such)\s+(?:[a-z-]+\s+)?$")
_NEXT = re.compile(r"\s+([a-z]{3,})(?<!ing)(?<!ed)\b")
_NO_NOUNS = FUNCTION_WORDS | SAYING | LABELLING | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
_SO_CALLED = re.compile(
    r"(?:so[- ]called|self-(?:described|styled|proclaimed)|nicknamed|known (?:[a-z]+ )?as|dubbed"
    r"|sogenannt\w*|soi-disant|llamad[oa]s?|hashtag(?:\s+\S+)?(?:\s+[-–—])?)\s+(?:the\s+)?$"
)


_AUTHOR = re.compile(r" by [A-Z]")
_BYLINE = re.compile(r",? by (?:the )?(?:[A-Z][\w.'’-]*,? ){1,6}[A-Z][\w.'’-]*(?::| https?:)")
"""What follows the title of an article in a digest: "by the Gazette's Jane Roe:"."""
_GIVEN_BEFORE = re.compile(r"\b[A-Z][\w'’-]+ $")
_DEFINED = re.compile(
    r"\s+(?:is|was) (?:an?|the) (?:[\w-]+ ){0,2}(?:term|word|expression|name) for\b"
)


class Place(NamedTuple):
    """Where a quotation stands.

    Args:
        text: The article.
        start: Offset of the words between the marks.
        end: Offset after them.
        outer_start: Offset of the opening mark.
        outer_end: Offset after the closing mark.
        before: What stands just before the opening mark.
    """

    text: str
    start: int
    end: int
    outer_start: int
    outer_end: int
    before: str


def place_of(text: str, start: int, end: int, outer_start: int, outer_end: int) -> Place:
    """Return a place with what stands before it."""
    before = text[max(0, outer_start - _REACH) : outer_start]
    return Place(text, start, end, outer_start, outer_end, before)


def is_short(words: str) -> bool:
    """Tell whether a string is so short that it may be something other than speech."""
    return len(words) <= _LONGEST_SHORT and words.count(" ") < _LONGEST_TITLE


def is_credit(words: str) -> bool:
    """Tell whether a line is a name with a title before it or a description behind."""
    name, described, _ = words.partition(",")
    named = name.rstrip(".").split()
    capitals = sum(word[0].isupper() for word in named)
    small = {word for word in named if word[0].islower()}
    offices = (TITLES | PEOPLE).intersection(word.lower() for word in named)
    short = 1 < capitals <= len(named) < _LONGEST_CREDIT
    return short and bool(described or offices) and small <= offices | {"of", "the"}


def role_of(place: Place, *, silent: bool, verbs_known: bool) -> Role:
    """Tell what a short string in marks is.

    Args:
        place: Where it stands.
        silent: Whether its sentence speaks of saying nowhere outside of marks.
        verbs_known: Whether the text is in a language whose verbs of saying are known.

    Returns:
        The role; speech where nothing tells against it.
    """
    if _BYLINE.match(place.text, place.outer_end):
        return "title"
    defined = _DEFINED.match(place.text, place.outer_end)
    if defined or _SO_CALLED.search(place.before) or _is_nickname(place):
        return "term"
    words = _WORD.findall(place.text, place.start, place.end)
    last = place.text[place.end - 1]
    shouted = len(words) > 2 and last == "." and all(map(str.isupper, words))
    if _is_title_case(words) and last not in "!?" and not shouted:
        apart = verbs_known and len(words) > 1 and not _is_said(place)
        return "title" if silent or apart or _names_a_work(place, len(words)) else "speech"
    if not silent or len(words) > _LONGEST_TERM:
        return "speech"
    statement = place.text[place.start].isupper() and last in ".!?,…"
    return "speech" if statement else "term"


def speaks(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of text holds a word of saying."""
    return not _CUES.isdisjoint(map(str.lower, _WORD.findall(text, start, end)))


def kind_of(place: Place, *, verbs_known: bool) -> Kind:
    """Tell a statement of its own from a part of a mixed sentence.

    Args:
        place: Where the quotation stands.
        verbs_known: Whether the text is in a language whose verbs of saying are known.
    """
    before = place.before.rstrip()
    if place.text[place.start].islower():
        return "direct" if not before or before[-1] in ",:" else "mixed"
    unfinished = place.text[place.end - 1] not in ".,!?…—–-"
    if unfinished and place.text[place.outer_end : place.outer_end + 2].strip().islower():
        return "mixed"
    word = before.rpartition(" ")[2]
    spoken = not verbs_known or not word.isalpha() or word.lower() in _CUES
    return "direct" if spoken else "mixed"


def _is_nickname(place: Place) -> bool:
    """Tell whether a string stands between somebody's names: "John “Bo” Roe"."""
    inner = place.text[place.start : place.end]
    after = place.text[place.outer_end : place.outer_end + 3]
    named = _GIVEN_BEFORE.search(place.before) and after[:1] == " " and after[1:].istitle()
    return bool(named) and inner.istitle() and inner.count(" ") < 2 and inner[-1].isalpha()


def _is_said(place: Place) -> bool:
    """Tell whether a word of saying stands close by: "called him “Big Roe”"."""
    before = _WORD.findall(place.before)[-5:]
    after = _WORD.findall(place.text, place.outer_end, place.outer_end + _REACH)[:4]
    return not _CUES.isdisjoint(map(str.lower, [*before, *after]))


def _names_a_work(place: Place, count: int) -> bool:
    before = place.before
    if _WORK_BEFORE.search(before) or _NAMED_BEFORE.search(before):
        return True
    if _WORK_AFTER.match(place.text, place.outer_end, place.outer_end + _REACH):
        return True
    if (count > 1 or _DETERMINED.search(before)) and _is_noun(place):
        return True
    if count > 1 and _AUTHOR.match(place.text, place.outer_end):
        return True
    beside = _PLACE_BEFORE.search(before)
    return beside is not None and (count > 1 or beside.group()[0] in "'’")


def _is_noun(place: Place) -> bool:
    """Tell whether a noun follows, of which the string is the name: "the “Roe First” movement"."""
    after = _NEXT.match(place.text, place.outer_end)
    if after is None or not place.text[place.end - 1].isalnum():
        return False
    said = _WORD.findall(place.before.lower())[-1:]
    return after[1] not in _NO_NOUNS and _CUES.isdisjoint(said)


def _is_title_case(words: Sequence[str]) -> bool:
    """Tell whether all words but the small ones begin with a capital or a digit."""
    return (
        bool(words)
        and not words[0][0].islower()
        and any(word[0].isupper() for word in words)
        and all(word[0].isupper() or word[0].isdecimal() or word in _SMALL for word in words)
    )
