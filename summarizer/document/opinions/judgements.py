"""What somebody calls something: "Roe called the plan a disgrace", "said the plan was unfair".

Owns the words of praise and of blame, and where what is judged stands before them. A judgement
counts only where its words are all of one side, and nothing denies them.
"""

import re
from collections.abc import Iterable, Iterator

from summarizer.document.opinions.objects import clean
from summarizer.schema import Position

_BLAME = """
    absurd arrogant awful bad blowhard bluff bully catastrophe catastrophic clown corrupt
    coward cowardly crazy cruel cynical dangerous deplorable despicable disaster disastrous disgrace
    disgraceful disgusting dishonest disqualifying disturbing divisive dumb embarrassing
    embarrassment evil failure failing farce fascist flawed foolish fraud fraudulent hateful
    hypocrisy hypocrite hypocritical idiot idiotic ignorant immoral incompetent inexcusable
    inhumane insane insensitive insult insulting irresponsible joke laughable liar lie lies loser
    losers misguided mistake naive nasty nonsense nuts offensive outrage outrageous pathetic phony
    poor racist reckless repugnant ridiculous rubbish scandalous scam sexist
    shameful sham silly stupid terrible terrifying troubling unacceptable
    un-american unconscionable unconstitutional unfair unfit unjust unqualified unrealistic weak
    worse worst wrong wrongheaded xenophobic
    """.split()
_HOSTILE = """
    attack burn dead death destroy devil enemies enemy hell kill killed killing murder murderers
    terror terrorist terrorists threat violence war
    """.split()
_PRAISE = """
    admirable amazing awesome brave brilliant champion courageous courage excellent extraordinary
    fantastic genius great hero heroic honorable honourable impressive inspiring outstanding
    perfect phenomenal remarkable smart strong superb terrific tremendous wise wonderful
    """.split()
_HEAD = 8
"""Words of what somebody is called that tell the side."""

_DENIED = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|nor|hardly|less|without|if|would|could|may|might|but|"
    r"though|than)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r" (?:of|to|for|that|in|by|because|when|from|why|how|who|which|what)\b.*", re.DOTALL
)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CALLED = re.compile(
    r" (?:call|label|brand|dubb?|describ)(?:e?s|l?ed)"
    r" ((?:(?! (?:an?|too|so|very|as|the (?:most|only|worst|best)|[“\"‘'`]))[^.,;:!?“”\"]){2,80}?)"
    r" ((?:an?|too|so|very|as|the (?:most|only|worst|best)) [^;:!?]{2,80}|[“\"‘`'][^;:!?]{2,80})"
)
_THING = (
    r"(?!(?i:he|she|it|they|we|i|you|your|that|this|there|what|who|(?:no|every|some|any)(?:body|one)|no|if)\b)"
    r"((?:[\w’'@-]+ ){0,4}[\w’'-]+)"
)
_SAID = r" (?:said|says|argued|argues|wrote|added|warned|(?:told|tells) [\w ]{2,30}?)(?: that)?"
_IS = (
    r" (?:is|are|was|were|seems?|seemed|looks?|sounds?|(?:has|have|had) (?:been|done)|"
    r"makes? (?:it|them|him|her) (?:seem|look)) ([^;:!?]{2,80})"
)
_OUGHT = r" ((?:should|must|ought to|needs? to) (?!not\b|never\b|have\b)[^.,;:!?“”\"]{2,80})"
_HELD = re.compile(rf"{_SAID} {_THING}{_IS}")
_WISHED = re.compile(rf"{_SAID} {_THING}{_OUGHT}")
_OPENS = (
    r"(?:(?:And|But|Yet|So|Now) )?(?:(?:I|We) (?:think|thought|believe|know|say|said) (?:that )?)?"
)
_ITSELF = re.compile(rf"{_OPENS}{_THING}{_IS}")
_NEEDED = re.compile(rf"{_OPENS}{_THING}{_OUGHT}")
_EXPECTED = re.compile(
    r"should (?:arrive|clear|expect|find|know|receive|reopen|see|take|"
    r"be (?:available|back|complete\w*|considered|done|finished|open|ready))\b"
    r"|should .*\b(?:by|in|within|on|before|until|next|this) "
    r"(?:the )?(?:next |coming |end of |few )*"
    r"(?:\d|[JFMASOND][a-z]{2,8}\b|(?:day|week|month|year|spring|summer|autumn|winter)s?\b)"
)
"""What "should" says of what is likely: "the bridge should reopen in May"."""
_ALLOWED = re.compile("(?:should|must) (?:be able to|be allowed to|be free to|get to)")


def judged(sentence: str, at: int) -> Iterator[tuple[Position, str]]:
    """Yield what somebody praises or criticises by what they call it.

    Args:
        sentence: The sentence.
        at: Offset after the name of the one who judges, an aside and adverbs included.

    Example:
        >>> list(judged("Roe called the plan a disgrace.", 3))
        [('criticises', 'the plan')]
    """
    yield from _sided((_CALLED.match(sentence, at), _HELD.match(sentence, at)))
    yield from _wished(_WISHED.match(sentence, at))


def judged_in_speech(speech: str) -> Iterator[tuple[Position, str]]:
    """Yield what a sentence of somebody's speech praises, criticises or demands.

    Args:
        speech: The sentence, without quotation marks.

    Example:
        >>> list(judged_in_speech("My sister is a genius."))
        [('praises', 'My sister')]
        >>> list(judged_in_speech("Congress must act now."))
        [('demands', 'Congress must act now')]
    """
    yield from _sided((_ITSELF.match(speech),))
    yield from _wished(_NEEDED.match(speech))


def _sided(matches: Iterable[re.Match[str] | None]) -> Iterator[tuple[Position, str]]:
    for found in matches:
        side = side_of(found[2]) if found else None
        if found and side:
            yield side, found[1]


def _wished(found: re.Match[str] | None) -> Iterator[tuple[Position, str]]:
    if found and clean(found[2]) and not _EXPECTED.match(found[2]):
        yield "supports" if _ALLOWED.match(found[2]) else "demands", f"{found[1]} {found[2]}"


def side_of(words: str) -> Position | None:
    """Tell whether words praise or criticise; None where they do neither, both, or deny it."""
    head = _TAIL.sub("", words)
    said = {word.casefold() for word in _WORDS.findall(head)[:_HEAD]}
    praise, blame = not said.isdisjoint(_PRAISE), not said.isdisjoint(_BLAME)
    if praise == blame or _DENIED.search(words):
        return None
    return "praises" if praise else "criticises"


def speaks_ill(words: str) -> bool:
    """Tell whether words blame or are hostile, whatever they are about.

    Example:
        >>> speaks_ill("They are a disgrace."), speaks_ill("They are here.")
        (True, False)
    """
    said = {word.casefold() for word in _WORDS.findall(words)}
    return not said.isdisjoint((*_BLAME, *_HOSTILE))
