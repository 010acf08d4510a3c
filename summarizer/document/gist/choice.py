"""Which sentences of an article say what it is about.

News opens with it, but not always in its first sentence. So this is the first sentence that can
stand alone and has a word of the headline; or, where that has less than half of its words, one soon
behind it that has clearly more. The next one is added where it says more of the headline.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise, takewhile

from summarizer.article import Article
from summarizer.document.gist.cuts import kept_text
from summarizer.document.outline import Passages
from summarizer.document.quotations import Quotation
from summarizer.document.sentences import Sentence
from summarizer.document.support import content_words, pieces_of, unsupported
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language

OPENING = 8
"""Sentences behind the headline that may be chosen."""

MOVED = 6
"""Of these, those that may be preferred to the first."""

CLEARLY = 2
"""Words of the headline by which another sentence has to be better."""

SHORTEST = 9
"""Words of a sentence that says enough."""

LONGEST_HEADLINE = 250
"""Characters."""

_OPENING_TAGS = frozenset({"opener", "preposition", "conjunction"})
_QUOTED = re.compile('“[^“”]*”|"[^"]*"|„[^„“]*“|«[^«»]*»|‘[^‘’]*’(?!\\w)')
_WORD = re.compile(r"[\w'’]+")
_STOPS = ".!。！।۔"
_CLOSERS = "\"'”’“‘„«»‹›「」『』)]"
_OPENERS = "\"'“„‘‚«‹「『`([—–-•*"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence that may be copied.

    Args:
        at: Its index.
        text: What is kept of it.
        shared: The words of the headline that it says.
    """

    at: int
    text: str
    shared: frozenset[str]


def choose(
    outline: Passages, title: str, skipped: frozenset[int], spoken: Language
) -> tuple[Chosen, ...]:
    """Choose the sentences that say what an article is about.

    Args:
        outline: Its sentences and quotations.
        title: Its headline; empty where it has none.
        skipped: The offsets of its bylines and datelines.
        spoken: Its language.

    Returns:
        One or two sentences, in order; none where none of the first can stand alone and has a word
        of the headline.
    """
    words = frozenset(content_words(title))
    opening = _opening(outline, title, words, skipped, spoken)
    read: list[Chosen] = []
    for each in opening:
        read.append(each)
        if _stands_alone(each, words, spoken):
            break
    else:
        return ()
    first = read[-1]
    if 2 * len(first.shared) < len(words):  # else no other is asked about
        rest = [*opening]
        alone = [first, *(each for each in rest if _stands_alone(each, words, spoken))]
        read += rest
        first = _clearest(alone, read[0].at + MOVED)
    behind = next((each for each in chain(read, opening) if each.at > first.at), None)
    return (first, behind) if behind and _adds(first, behind, words) else (first,)


def _stands_alone(each: Chosen, words: frozenset[str], spoken: Language) -> bool:
    return bool(each.shared or not words) and not _points_back(each.text, spoken)


def _clearest(alone: list[Chosen], end: int) -> Chosen:
    """Return the first, or one before the end that says clearly more words of the headline."""
    near = [each for each in alone if each.at < end]
    best = max(near or alone, key=lambda each: len(each.shared))
    return best if len(best.shared) >= len(alone[0].shared) + CLEARLY else alone[0]


def headline_of(article: Article) -> str:
    r"""Return an article's title, or the lines above its first blank one if they may be one.

    Example:
        >>> headline_of(Article("Snow in Oslo;\nTrams stop\n\nIt snowed in Oslo all day."))
        'Snow in Oslo; Trams stop'
    """
    if article.title:
        return article.title
    block, blank, _ = article.text.strip().partition("\n\n")
    return " ".join(block.split()) if blank and len(block) <= LONGEST_HEADLINE else ""


def _adds(first: Chosen, other: Chosen, words: frozenset[str]) -> bool:
    """Return whether a sentence is right behind the first, and says what it leaves out.

    Only that one: what it refers to stays what the article means.
    """
    if other.at != first.at + 1:
        return False
    little = 2 * len(first.shared) < len(words) or len(first.shared) <= CLEARLY
    return len(other.shared - first.shared) >= (1 if little else CLEARLY)


def _opening(
    outline: Passages,
    title: str,
    words: frozenset[str],
    skipped: frozenset[int],
    spoken: Language,
) -> Iterator[Chosen]:
    """Yield those of the first sentences that may be copied: no headline, byline or quotation."""
    headline, left = _letters(title), OPENING
    for at, sentence in enumerate(outline.sentences[: 3 * OPENING]):
        text = kept_text(sentence, skipped, spoken) if left else ""
        if text and _letters(text) not in headline:
            left -= 1
            if _is_whole(text, spoken) and not _is_in_quotation(sentence, outline.quotations):
                said = words.difference(unsupported(text, " ".join(words)))
                yield Chosen(at, text, said)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _is_in_quotation(sentence: Sentence, quotations: Iterable[Quotation]) -> bool:
    """Return whether a sentence begins or ends within a quotation."""
    return any(
        each.outer_start <= sentence.start < each.outer_end
        or each.outer_start < sentence.end < each.outer_end
        for each in takewhile(lambda each: each.outer_start < sentence.end, quotations)
    )


def _is_whole(text: str, spoken: Language) -> bool:
    """Return whether a text is a sentence that states something about others than its writer."""
    if text[0] in _OPENERS or text.rstrip(_CLOSERS)[-1:] not in {*_STOPS}:
        return False
    words = _WORD.findall(text)
    if len(words) < SHORTEST and sum(map(_length, words)) < SHORTEST:
        return False
    plain = _QUOTED.sub(" … ", text).casefold().replace("’", "'")
    said = {*_WORD.findall(plain), *_WORD.findall(plain.replace("'", " "))}  # "we're", "we"
    return said.isdisjoint(spoken.own("gist.writer"))


def _points_back(text: str, spoken: Language) -> bool:
    """Return whether a sentence begins with a word for what the one before it names."""
    tags = lexicon(spoken).tags
    opener, *others = _WORD.findall(text)
    first = _bare(opener)
    pronouns = _pronouns(spoken, opened=not _OPENING_TAGS.isdisjoint(tags(first)))
    if first in _backward(spoken) or _points(spoken, opener, *others[:3]):
        return True
    for word in others if "indefinite" not in tags(first) else ():
        if _bare(word) in pronouns:
            return True
        if word[0].isupper() and "day" not in tags(_bare(word)):
            return False  # a name, which pronouns behind it may mean
    return False


def _points(spoken: Language, *words: str) -> bool:
    """Return whether one of the words points back behind an opener: "if that happens"."""
    tags = lexicon(spoken).tags
    pointing = spoken.own("gist.pointing")
    return any(
        not _OPENING_TAGS.isdisjoint(tags(before.casefold())) and word.casefold() in pointing
        for before, word in pairwise(words)
    )


def _bare(word: str) -> str:
    """Return a word in lower case without what an apostrophe ties to it: "they're"."""
    return word.casefold().replace("’", "'").partition("'")[0]


@cache
def _pronouns(spoken: Language, *, opened: bool) -> frozenset[str]:
    """Return the pronouns that need a name before them; in an opening clause, all of them."""
    every = ("sentences.pronoun",) if opened else ("sentences.masculine", "sentences.feminine")
    found = frozenset(word for name in every for word in spoken.own(name))
    return found.difference(spoken.own("sentences.possessive"), spoken.own("sentences.who"))


@cache
def _backward(spoken: Language) -> frozenset[str]:
    """Return the words with which a sentence goes on from the one before it."""
    lists = ("sentences.pronoun", "sentences.possessive", "sentences.connective", "gist.backward")
    return frozenset(word for name in lists for word in spoken.own(name))


def _length(word: str) -> int:
    """Return how many words a word counts for: one, or a half for each Han or katakana."""
    return sum((len(piece) + 1) // 2 for piece in pieces_of(word)) or 1
