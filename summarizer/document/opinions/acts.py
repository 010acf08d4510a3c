"""The positions that a sentence states of somebody whom it names."""

import re
from collections.abc import Iterator

from summarizer.document.opinions.judgements import judged
from summarizer.document.opinions.readers import (
    BASE,
    DOING,
    FINITE,
    LONGEST,
    Stated,
    first,
    listed,
    may_state,
    phrases,
    stated,
    verbs,
)
from summarizer.document.opinions.verbs import GAINS, NOUNS, ROLES

NEAR = 120
"""Characters before a name that are looked at."""

_ADVERB = r"(?: (?:also|then|later|again|both|all|a|\w+ly))*"
_ASIDE = r"(?: \([^()]{1,40}\))?(?:, [^,.;:\"“”()]{2,80},)?"
_WHO = r"(?:,? (?:who|which|die|der|qui)|, [^,.;:\"“”()]{2,80} who)?"
_HAS = r"(?: (?:has|have|had))?"
_START = rf"{_ASIDE}{_WHO}{_ADVERB}"
_HE = (
    r"(?: (?:said|says|announced|declared|added|insisted|(?:told|tells) [\w ]{2,30}?)"
    rf"(?: \w+day)?(?: that)? (?:he|she|it|they){_ADVERB})"
)
_MEANS_TO = (
    rf"{_HAS}(?: (?:promis|pledg|threaten|decid|vow|continu)(?:e?s|ed)| plan(?:s|ned)| chose) to"
)
_WILL = rf"(?:(?:{_HE})? will|{_HE} would|{_HE}?{_MEANS_TO})"
_IS = (
    r"(?: (?:is|was|are|were|(?:has|have|had) been|came out|went on (?:the )?record)"
    r"| (?:began|started|opened)(?: [\w ]{1,20}?)? by)"
)
_ACTIVE = (
    verbs(FINITE, rf"{_START}{_HE}?{_HAS}{_ADVERB}"),
    verbs(BASE, rf"{_START}{_WILL}{_ADVERB}"),
    verbs(DOING, rf"{_START}{_HE}?{_IS}{_ADVERB}"),
)
_JOINED = (verbs(FINITE, rf",? (?:and|but){_HAS}{_ADVERB}"),)
"""What goes on behind an object: "praised the plan but rejected its cost"."""

_OF_WHOM = re.compile(",? (?:who|which) ")
"""Behind a clause of its own, another one goes on: "met Roe, who left, and praised Poe"."""

_LATER = (
    verbs(
        DOING,
        r"(?!['’])(?:(?! (?:who|which|if)\b)[^;:“”\"]){1,120}?(?:,? (?:while|by|before)|,)",
    ),
    verbs(
        FINITE,
        r"(?!['’])(?:(?! (?:who|which|that|if|sa(?:id|ys?))\b)[^,;:“”\"]){1,60}?,? (?:and|but)",
    ),
)
"""Behind some other verb: "Roe left, rejecting the plan", "Roe left and rejected the plan"."""

_OWN = (phrases(listed(NOUNS), r"['’]s?(?: \w+)? "),)
_ROLE = (
    phrases(
        listed(ROLES),
        r"(?:,| (?:is|was)(?: once)?) (?:an?|the|one of the)(?: [\w-]+){0,3} ",
        "s? (?:of|for)",
    ),
)
_NAMED = r"(?:[\w’'-]+ ){0,4}$"
_THING = r"((?:(?!(?:not|never|was|were|is|are|been|who|which|had|has|have)\b)[\w’'$-]+ ?){1,6})"
_PASSIVE = verbs(
    FINITE,
    rf"(?:^|[,;] |\b(?:that|and|but) ){_THING}(?<! ),?"
    rf"(?: (?:(?:has|have|had) been|is|was|are|were))?{_ADVERB}",
).ending(f" by {_NAMED}")
_GAINING = r"(?:won|secured|received|earned|picked up|landed|got|gained|drew|faced) "
_GAINED = phrases(
    listed(GAINS),
    r"((?:[A-Z][\w’'.-]* )+|[Tt]he \w+ (?:\w+ )?)(?:(?:has|have|had|also|recently) )?"
    rf"{_GAINING}(?:the )?(?:\w+ )?",
    rf"s? (?:of|from|by) {_NAMED}",
)
_AGENT = re.compile(rf" (?:of|from|by) {_NAMED}")
_DONE_BY = verbs(FINITE, "").ending(f" by {_NAMED}")
_GAIN = re.compile(f" {_GAINING}")
"""What both end with, and what each of them holds, looked for first: they take long to find that
they are not there."""

_MAIN = re.compile(r"(?:\S{1,20} ){0,4}$")
_BEGIN = re.compile(rf"{_START}{_HAS}{_ADVERB}")
_UNREAL = re.compile(
    r"(?:^had|\b(?:if|unless|until|whether|(?:doubt|doubts|doubted|deny|denies|denied|believe|untrue|"
    r"not true)(?: that)?|(?:claims?|criticism|allegations?|suggestions?|rumou?rs|reports?|fears?"
    r"|speculation|idea|notion) that)) (?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
"""What stands before a clause that says what may be, or what others say."""

_GOVERNED = re.compile(
    r"\b(?:of|in|from|at|for|with|to|by|against|on|over|and|or|von|aus|in|bei|mit|gegen|und|de|du|à|"
    r"en|chez|avec|contre|et) (?:the |der |dem |la |le |l['’])?$",
    re.IGNORECASE,
)
"""What stands before a name that is no subject: "the mayor of Oslo praised"; and before the last of
several subjects, of which it would be only one."""


def stated_positions(sentence: str, start: int, end: int) -> tuple[Stated, ...]:
    """Read the positions that a sentence states of an actor.

    A verb counts where it follows the actor's name, an aside and adverbs apart, and where its
    object follows it; so does a noun behind the name's possessive, what an aside calls the actor,
    and a passive before its name. What is denied or only possible is no position.

    Args:
        sentence: The sentence.
        start: Offset of the actor's name in it, titles included.
        end: Offset after it.

    Returns:
        The positions.

    Example:
        >>> stated_positions("Jane Roe, the mayor, praised the plan for its cost.", 0, 8)
        (Stated(position='praises', target='the plan'),)
        >>> stated_positions("Jane Roe did not back the plan.", 0, 8)
        ()
    """
    if is_unreal(sentence, start) or len(sentence) > LONGEST:
        return ()
    begun = _BEGIN.match(sentence, end)
    called = tuple(stated(judged(sentence, begun.end() if begun else end)))
    return (*_with_verbs(sentence, start, end), *called) if may_state(sentence) else called


def _with_verbs(sentence: str, start: int, end: int) -> Iterator[Stated]:
    for readers in (_OWN, _ROLE):
        if found := first(readers, sentence, end):
            yield found[0]
    yield from _suffered(sentence, start, end)
    yield from _done(sentence, start, end)


def is_unreal(sentence: str, start: int) -> bool:
    """Tell whether a clause that starts there says what may be, or what others say."""
    return bool(_UNREAL.search(sentence[max(0, start - NEAR) : start]))


def _done(sentence: str, start: int, end: int) -> Iterator[Stated]:
    """Yield what somebody does who is the subject of a verb."""
    if _GOVERNED.search(sentence[max(0, start - 20) : start]):
        return
    if sentence.endswith(", ", 0, start) and sentence.startswith(", ", end):
        end += not first(_ACTIVE, sentence, end)  # "the mayor, Jane Roe, praised"
    found = first(_ACTIVE, sentence, end)
    if found is None and start < NEAR and _MAIN.match(sentence[:start]):
        found = first(_LATER, sentence, end)
    goes_on = not _OF_WHOM.match(sentence, end)
    while found:
        yield found[0]
        found = first(_JOINED, sentence, found[1]) if goes_on else None


def _suffered(sentence: str, start: int, end: int) -> Iterator[Stated]:
    """Yield what was done by somebody: "the plan was praised by", "won the backing of"."""
    before = sentence[max(0, start - NEAR) : start]
    agent = _AGENT.search(before)
    if agent is None or sentence.startswith(("'", "’"), end):
        return
    passive = (_PASSIVE,) if _DONE_BY.pattern.search(before) else ()
    gained = (_GAINED,) if _GAIN.search(before) else ()
    for reader in (*passive, *gained):
        if found := reader.pattern.search(before):
            position = reader.positions[(found.lastindex or 2) - 1]
            yield from stated([(position, found[1])])
