"""Where the words for a thing are: "the plan to close the pit"."""

from summarizer.document.opinions.phrases import Phrases
from summarizer.document.opinions.vocabulary import vocabulary
from summarizer.document.opinions.words import OWNED
from summarizer.languages.table import Language

_LONGEST = 12
"""Words of a thing that are kept."""


def points_back(words: str, spoken: Language) -> bool:
    """Return whether a sentence before has to say what words mean.

    Example:
        >>> from summarizer.languages.table import language
        >>> each = ("the plan", "any plan", "the plan to close the pit")
        >>> [points_back(words, language("en")) for words in each]
        [True, True, False]
    """
    return is_bare(words, spoken) or is_open(words, spoken)


def is_bare(words: str, spoken: Language) -> bool:
    """Return whether words only point at a thing: "the plan", "this refusal"."""
    first, *rest = words.split() or [""]
    known, low = vocabulary(spoken), first.casefold()
    points = low in known.words("pointing") or low in spoken.words("names.articles")
    return points and len(rest) == 1 and rest[0].islower() and not known.is_body(rest[0])


def is_open(words: str, spoken: Language) -> bool:
    """Return whether words leave open which things they mean: "any extension"."""
    first, *rest = words.casefold().split() or [""]
    return first in vocabulary(spoken).words("open_things") and len(rest) == 1


def find_thing(phrases: Phrases, at: int, *, bare: bool) -> tuple[int, int] | None:
    """Return start and end of a thing whose noun is at an index; None where there is none.

    Args:
        phrases: The phrases of the sentence.
        at: The index.
        bare: Whether it may have no article, as in headlines.
    """
    words, known = phrases.words, phrases.known
    if words.at(at) not in known.matters or at in phrases.named:
        return None
    found = phrases.left(at + 1, near=True)
    does = words.has(at + 1, "determiner") and not words.has(at + 1, "conjunction")
    if found is None or does or not _ends(phrases, at + 1) or found.end != at + 1:
        return None
    start = found.start + (words.at(found.start) in OWNED)  # "it’s a plan"
    points = words.at(start - 1) in known.words("pointing")
    start -= points and not words.has(start, "determiner", "possessive")  # "that plan"
    owned = any(words.at(x) in OWNED for x in range(start, at))
    definite = owned or words.has(start, "determiner", "possessive")
    if not (definite or bare) or words.at(start) in known.words("denying"):
        return None
    return (start if definite else at), _end(phrases, at + 1)


def _ends(phrases: Phrases, at: int, *, newly: bool = False) -> bool:
    """Return whether no noun goes on at an index; behind "newly" a participle does not end it."""
    words = phrases.words
    if words.is_small(at) or words.at(at) in OWNED or phrases.is_time(at):
        return True
    return phrases.is_verb(at) and not newly


def _end(phrases: Phrases, end: int) -> int:
    """Return where a thing ends with what belongs to it: "the extension of the rent cap"."""
    words, known, start = phrases.words, phrases.known, end
    while words.at(end) in known.words("belonging") and end < start + _LONGEST:
        found = phrases.right(end + 1 + words.has(end, "to"))
        moved = words.has(end, "to") and words.has(end + 1, "indefinite")
        if found is None or moved:  # "put the bill to a vote"
            break
        end = found.end
        newly = words.has(end - 1, "adverb")  # "newly built homes"
        while not _ends(phrases, end, newly=newly):
            if words.at(end).endswith(known.finite) and not newly:
                break
            end += 1
    return end
