"""What a thing is said to do, or should become: "it goes too far", "it must be scrapped"."""

from summarizer.document.opinions.judgements import judged
from summarizer.document.opinions.stated import Sentence, Stated
from summarizer.document.opinions.vocabulary import Cue
from summarizer.schema import Position

_OTHER: dict[Position | None, Position] = {
    "praises": "criticises",
    "opposes": "supports",
    "supports": "opposes",
}
"""The other side; who does not criticise does not praise."""


def read_effect(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read what a thing is said to do; where that is denied, it is the other side, if any.

    Args:
        sentence: The sentence.
        at: The index of the verb.
        end: The index behind it.
        cue: What it is.
    """
    words, start = sentence.words, sentence.clauses.start(at)
    may = any(words.at(x) in sentence.known.words("maybe") for x in range(start, at))
    if (
        may
        or words.has(start - 1, "to")
        or words.has(end, "of")
        or cue.form in ("participle", "gerund")
    ):
        return None
    thing = sentence.phrases.left(start)
    if thing and not cue.after and words.at(thing.head - 1) not in sentence.known.matters:
        return None  # "said the storm had damaged the pier"
    return judged(sentence, thing, at, _turned(sentence, start, at, cue))


def read_fate(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read what should be done to a thing: "said the cap should be abolished"."""
    words, start = sentence.words, sentence.clauses.start(at)
    ought = any(words.at(x) in sentence.known.words("ought") for x in range(start, at))
    asked = cue.position == "demands"
    done = asked or sentence.clauses.is_passive(start, at)
    if not ought or words.has(end, "by") or not done:
        return None
    thing = sentence.phrases.left(start)
    if thing and asked:  # "said the mayor should resign"
        thing = None if words.has(thing.start, "pronoun") else thing._replace(end=end)
    return judged(sentence, thing, at, _turned(sentence, start, at, cue))


def _turned(sentence: Sentence, start: int, verb: int, cue: Cue) -> Cue:
    """Return the other side where a verb is denied: "must not be scrapped"."""
    denied = any(
        sentence.words.has(at, "negated")
        or sentence.words.at(at) in sentence.known.words("denying")
        for at in range(start, verb)
    )
    return cue._replace(position=_OTHER.get(cue.position)) if denied else cue
