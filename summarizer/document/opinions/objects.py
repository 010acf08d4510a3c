"""What a position is about: the object of a verb, as it stands in the sentence."""

import re

from summarizer.document.lexicon import FUNCTION_WORDS

_SHORTENED = r"(?:[A-Z][a-z]{0,3}\.|(?:[A-Z]\.)+)(?= )"
_WORD = rf"(?:{_SHORTENED}|[^\s.,;:!?—–()\[\]]+(?:[.,]\d+)*)"
_OBJECT = re.compile(
    r" (?!(?:to|by|against|for|as|that|and|or|but|off|away|down|up|on|of|in|from|among|at|with|"
    r"into|over|under|through|between|since|until)\b)(?:(?:only|even|just) )?"
    rf"({_WORD}(?:[ \u00a0]{_WORD}){{0,29}})"
)
_STOPS = re.compile(
    r"[ \u00a0](?:--?(?= )|(?:for|after|because|as|when|while|before|since|during|on|over|and|but|"
    r"who|which|that|by|whose|where|if|unless|amid|despite|until|into law|(?:of|with) \w+ing|"
    r"is|was|are|were|will|would|with whom|"
    r"(?:in|at) (?:an?|his|her|their)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:hours|minutes|days|weeks|months|years) after|"
    r"\d[\d.,]* ?(?:percent|per cent|%)|"
    r"und|weil|nachdem|aber|et|mais|pour|après|ab|von sich)\b).*",
    re.DOTALL,
)
_NOTHING = re.compile(
    r"(?:what|him|them|it|us|me|you|each|one|himself|herself|itself|themselves|her to)\b"
    r"|(?:hours|days|weeks|months|years|decades|arrest)$"
    r"|the (?:first|second|third|last|next) time\b"
    r"|(?:an?|his|her|their)(?: \w+)? (?:child|son|daughter|baby)\b|the (?:door|window)s?\b"
    r"|comments?$|(?:the|any) (?:notion|idea|suggestion|claim)s?(?: that\b|$)"
)
_MARKS = re.compile(r"[\"“”„«»‹›‘]|''|``|(?<!\w)['’]|(?<![sS])['’](?!\w)")
_JOINTS = frozenset("to of in into about from with at on for against toward towards".split())
_LONGEST = 10
"""Words of an object that are kept."""


def read_object(sentence: str, at: int) -> tuple[str, int] | None:
    """Read the object that follows a verb.

    Args:
        sentence: The sentence.
        at: Offset after the verb.

    Returns:
        The object without quotation marks and without the small words at its end, and the offset
        after it; None where it says nothing, as "it" and "them".

    Example:
        >>> read_object("Jane Roe praised the plan for its cost.", 16)
        ('the plan', 25)
    """
    found = _OBJECT.match(sentence, at)
    if not found or _NOTHING.match(found[1]):
        return None
    kept = _STOPS.sub("", found[1])
    target = clean(kept)
    return (target, found.start(1) + len(kept)) if target else None


def clean(words: str) -> str:
    """Return the words of an object without marks, and without small words at their end."""
    kept = _MARKS.sub("", words).split()
    if len(kept) > _LONGEST:  # ends where a phrase does
        kept = kept[:_LONGEST]
        joints = [at for at, word in enumerate(kept) if word in _JOINTS and at > 1]
        kept = kept[: joints[-1]] if joints else kept
    while kept and kept[-1].casefold() in FUNCTION_WORDS:
        kept.pop()
    return " ".join(kept)
