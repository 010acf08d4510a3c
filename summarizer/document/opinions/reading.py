"""Read one sentence: every word that takes a position, in its construction."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from summarizer.document.opinions.echoes import read_echo
from summarizer.document.opinions.judgements import (
    read_calling,
    read_effect,
    read_fate,
    read_worth,
)
from summarizer.document.opinions.nouns import read_gain, read_noun, read_role
from summarizer.document.opinions.stated import Place, Sentence, Stated
from summarizer.document.opinions.verbs import (
    read_adjective,
    read_denied,
    read_stirring,
    read_verb,
)
from summarizer.document.opinions.vocabulary import Cue, Kind, Vocabulary, vocabulary
from summarizer.document.opinions.words import Words
from summarizer.languages.table import Language

_READERS: Mapping[Kind, Callable[[Sentence, int, int, Cue], Stated | None]] = {
    "verb": read_verb,
    "denied": read_denied,
    "stirring": read_stirring,
    "adjective": read_adjective,
    "noun": read_noun,
    "gain": read_gain,
    "role": read_role,
    "calling": read_calling,
    "worth": read_worth,
    "echo": read_echo,
    "effect": read_effect,
    "fate": read_fate,
}
_NOUNS = frozenset({"noun", "gain"})
_NEAR = 2
"""Words before a noun that say how much there is of it."""
_CLOSE = 5
"""Words before one in which its auxiliaries are."""
_LONGEST = 1500
"""Characters of a sentence that is read; what is longer is no sentence of a story."""


def stated_positions(
    text: str,
    spoken: Language,
    names: Iterable[Place] = (),
    speech: Sequence[Place] = (),
) -> Iterator[Stated]:
    """Read the positions that a sentence states.

    What is denied, asked, only possible, or what a speaker says of others, is no position.

    Args:
        text: The sentence.
        spoken: The language of the article.
        names: Start and end of the names in it, titles included.
        speech: Start and end of the speech in quotation marks in it.

    Yields:
        The positions in order. Whose names their holders are is decided by the caller.

    Example:
        >>> from summarizer.languages.table import language
        >>> english = language("en")
        >>> (found,) = stated_positions("Jane Roe, the mayor, praised the plan.", english, [(0, 8)])
        >>> found.position, found.target, found.rule, found.word, found.holders
        ('praises', 'the plan', 'verb', 'praised', ((0, 8),))
        >>> list(stated_positions("Jane Roe did not back the plan.", english, [(0, 8)]))
        []
    """
    if len(text) > _LONGEST:
        return
    words = Words(text, spoken)
    cued = [*_cued(words)]
    if not cued or "?" in words.low[-2:]:
        return
    sentence = Sentence(words, names, speech)
    reached = -1
    for at, cue in cued:
        if at > reached and (found := _read(sentence, at, cue)):
            reached = at
            yield found


def _cued(words: Words) -> Iterator[tuple[int, Cue]]:
    """Yield the words that may take a position; most sentences lack what has to follow them."""
    known, distinct = vocabulary(words.language), frozenset(words.low)
    if distinct.isdisjoint(known.cued):
        return
    for at, word in enumerate(words.low):
        if word in known.cued:
            for cue in known.cues[word]:
                if distinct.issuperset(cue.after + cue.tail) and _may_take(
                    known, words.low, at, cue
                ):
                    yield at, cue


def _may_take(known: Vocabulary, low: Sequence[str], at: int, cue: Cue) -> bool:
    """Return whether the words around one that is common let it take a position."""
    if cue.kind == "fate":
        return not known.words("ought").isdisjoint(low[max(0, at - _CLOSE) : at])
    if cue.kind == "echo":
        after = low[at + 1] if at + 1 < len(low) else ""
        ends = after in known.auxiliary or not after[:1].isalpha()
        return ends or low[at - 1] in known.words("denying")  # "no exception"
    if cue.kind == "adjective" and low[at] in known.words("copular"):
        return not known.copulas.isdisjoint(low[max(0, at - _CLOSE) : at])
    return True


def _read(sentence: Sentence, at: int, cue: Cue) -> Stated | None:
    """Read the construction of a word, if it fits."""
    if at in sentence.phrases.named or (cue.kind in _NOUNS and _is_scant(sentence, at)):
        return None
    end = sentence.phrases.after(at + 1, cue.after) or _far_end(sentence, at, cue)
    return _READERS[cue.kind](sentence, at, end, cue) if end else None


def _is_scant(sentence: Sentence, at: int) -> bool:
    """Return whether there is little of what a noun says: "record low support", "no support"."""
    scant = sentence.known.words("scant")
    return not scant.isdisjoint(sentence.words.low[max(0, at - _NEAR) : at])


def _far_end(sentence: Sentence, at: int, cue: Cue) -> int:
    """Return the index behind what follows later: "concern and anger", "concern to Roe"."""
    words, phrases = sentence.words, sentence.phrases
    if cue.kind == "noun" and words.at(at + 1) in sentence.known.words("held_by"):
        holder = phrases.object(at + 2, frozenset(cue.after))
        return phrases.after(holder.end, cue.after) if holder else 0
    if cue.kind == "noun" and words.has(at + 1, "and"):
        return phrases.after(at + 3, cue.after)
    told = cue.kind == "verb" and words.has(at, "addressing")
    to = cue.kind == "noun" and words.at(at + 1) == "to" and phrases.is_definite(at + 2)
    hearer = phrases.object(at + 1 + to, frozenset(cue.after)) if told or to else None
    acts = hearer and any(words.at(x) == "to" for x in range(hearer.start, hearer.end))
    return phrases.after(hearer.end, cue.after) if hearer and not acts else 0
