"""What an actor calls something: "Roe called the plan a disgrace", "said the plan was unfair".

A judgement counts only where its words are of one side, and nothing denies them.
"""

from summarizer.document.opinions.phrases import Phrase
from summarizer.document.opinions.stated import Sentence, Stated
from summarizer.document.opinions.vocabulary import Cue
from summarizer.document.opinions.words import OWNED

_NEAR = 5
"""Words between "is" and the word that judges."""
_FAR = 10
"""Words of what is called something, and of what it is called."""


def read_calling(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read what a subject calls something.

    Args:
        sentence: The sentence.
        at: The index of the verb.
        end: The index behind it.
        cue: What it is.
    """
    opens = _opens(sentence, end)
    side = sentence.side(opens, opens + _FAR) if opens else None
    subject = sentence.clauses.subject(at, gerund=cue.form == "gerund") if side else None
    if subject is None or (subject.passive and cue.form != "gerund"):
        return None
    about = sentence.phrases.object(end)
    about = about and about._replace(end=min(about.end, opens))
    return sentence.by(subject, about, cue._replace(position=side), at, "called")


def read_worth(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read what is said to be good or bad: "said the plan was unfair"."""
    words, denying = sentence.words, sentence.known.words("denying")
    if words.has(end + (words.at(end) == ","), "but"):  # "late, but brave"
        return None
    for verb in range(end - 2, max(-1, end - 2 - _NEAR), -1):
        if verb == end - 2 and words.at(verb) in denying and cue.position == "praises":
            cue = cue._replace(position="criticises")  # "was not fair"
        elif words.has(verb + 1, "but"):
            continue
        elif (
            words.is_stop(verb)
            or words.at(verb) in denying | OWNED
            or words.has(verb, "preposition")
        ):
            return None
        if words.has(verb, "passive") or words.at(verb) in sentence.known.forms("seeming"):
            return _judged(sentence, _thing(sentence, verb), at, cue)
    return None


def _opens(sentence: Sentence, start: int) -> int:
    """Return where what something is called begins, 0 where it does not."""
    words, called = sentence.words, sentence.known.words("called")
    for at in range(start + 1, min(len(words), start + _FAR)):
        if words.is_quote_mark(at) or words.at(at) in called or _judges(sentence, at):
            return at
        if words.is_mark(at):
            return 0
    return 0


def _judges(sentence: Sentence, at: int) -> bool:
    """Return whether a word judges the noun before it: "called the plan shameful"."""
    words, before = sentence.words, at - 1
    worth = any(cue.kind == "worth" for cue in sentence.known.cues.get(words.at(at), ()))
    before -= words.has(before, "adverb")
    return worth and words.is_small(at + 1) and not words.is_small(before)


def _thing(sentence: Sentence, verb: int) -> Phrase | None:
    """Return the subject of "was" or "should", if it is no pronoun."""
    words, start = sentence.words, verb
    while words.has(start - 1, "auxiliary", "adverb", "negated"):
        start -= 1
        would = words.at(start) in sentence.known.words("would")
        if words.has(start, "negated") or (words.has(start, "modal") and not would):
            return None
    thing = sentence.phrases.left(start)
    things = sentence.known.words("things")
    open_ = thing and words.has(thing.start, "pronoun") and words.at(thing.start) not in things
    return None if open_ else thing


def _judged(sentence: Sentence, thing: Phrase | None, at: int, cue: Cue) -> Stated | None:
    """Return the judgement of the speaker, or of who says so before the thing."""
    if thing is None or cue.position is None:
        return None
    words, before = sentence.words, thing.start - 1
    before -= words.has(before, "that")
    speech = sentence.speech_at(at)
    if speech and speech == sentence.speech_at(thing.start):
        opens = words.is_mark(before) or words.has(before, "and", "but")
        thinks = words.at(before) in sentence.known.words("thinking")
        opens = opens and not words.has(thing.start, "pronoun")
        return sentence.stated(cue, thing, "spoken-judgement", at) if opens or thinks else None
    subject = sentence.clauses.subject(before) if words.has(before, "saying") else None
    return sentence.by(subject, thing, cue, at, "judged")
