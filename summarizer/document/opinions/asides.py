"""What asides and clauses are about: "Roe, the mayor, backs it", "Roe, a clerk who backs it"."""

from summarizer.document.opinions.phrases import Phrase, Phrases
from summarizer.document.opinions.words import OWNED

_ASIDE = 30
"""Words between commas that may be between a subject and its verb."""


def antecedent(phrases: Phrases, relative: int) -> Phrase | None:
    """Return what a clause is about: of "Roe, a clerk who" it is the name.

    Args:
        phrases: The phrases of the sentence.
        relative: The index of "who" or "which".
    """
    words, comma = phrases.words, phrases.words.at(relative - 1) == ","
    end = relative - comma
    opens = (at for at in range(end - 1, max(0, end - _ASIDE), -1) if words.at(at) == "(")
    end = next(opens, end) if words.at(end - 1) == ")" else end  # "Roe (Ind, Moss), who"
    return _named(phrases, end, near=comma or end not in phrases.ends)


def behind_aside(phrases: Phrases, closes: int) -> Phrase | None:
    """Return what an aside is about: "Roe, the mayor,"; of "the mayor, Roe," the name.

    Args:
        phrases: The phrases of the sentence.
        closes: The index of the mark that closes it.
    """
    words, opens = phrases.words, {")": "(", "]": "["}.get(phrases.words.at(closes), ",")
    for at in range(closes - 1, max(0, closes - _ASIDE), -1):
        if words.at(at) == opens:
            name = phrases.starts.get(at + 1)
            name = closes if name and words.at(name) in OWNED else name  # "Norway's Acme"
            other = at in phrases.ends and not words.has(at - 1, "day")
            named = opens == "," and name and not other
            outer = _outer(phrases, at) if named else 0
            return _named(phrases, outer or (name if name and named else at))
    return None


def _outer(phrases: Phrases, comma: int) -> int:
    """Return the comma before more about a name: "Roe, head of the firm, Citylink,"; else 0."""
    words, opens = phrases.words, comma - 1
    while opens > max(0, comma - _ASIDE) and not words.is_stop(opens):
        opens -= 1
    whole, near = phrases.left(comma), phrases.left(comma, near=True)
    tells = whole and near and near.start > whole.start and not words.has(opens + 1, "and")
    tells = tells or words.has(opens + 1, "relative")
    opens -= 2 * words.at(opens - 1).isdigit()  # "Roe, 45, head of"
    start = phrases.ends.get(opens, 0)
    where = words.has(start - 1, "preposition") or words.has(opens - 1, "day")  # "In Oslo,"
    return opens if tells and opens in phrases.ends and not where else 0


def _named(phrases: Phrases, end: int, *, near: bool = False) -> Phrase | None:
    """Return the phrase that ends before an index, or the name before it: "Roe, a clerk"."""
    found = phrases.left(end, near=near)
    if found and found.end == found.start + 1 and found.start not in phrases.starts:
        found = phrases.left(end)  # "the nominee for president, who"
    before = found.start - 1 if found and found.start not in phrases.starts else 0
    if phrases.words.at(before) == "," and before in phrases.ends:
        return phrases.left(before)
    return found
