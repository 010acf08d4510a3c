"""What an actor calls something: "Roe called the plan a disgrace", "said the plan was unfair".

A judgement counts only where its words are of one side, and nothing denies them.
"""

from summarizer.document.opinions.holding import Subject
from summarizer.document.opinions.phrases import Phrase
from summarizer.document.opinions.stated import Sentence, Stated
from summarizer.document.opinions.vocabulary import Cue
from summarizer.document.opinions.words import OWNED

_NEAR = 5
"""Words between "is" and the word that judges."""
_OPENS = 1
"""Words before what a sentence begins with: "The", a quotation mark."""
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
    opens = _opens(sentence, end, cue.tail)
    side = sentence.side(opens, opens + _FAR) if opens else None
    subject = sentence.clauses.subject(at, gerund=cue.form == "gerund") if side else None
    if subject is None or (subject.passive and cue.form != "gerund"):
        return None
    points = sentence.words.at(end) in sentence.known.words("pointing") and opens > end + 1
    about = Phrase(end, opens, opens) if points else sentence.phrases.object(end)
    about = about and about._replace(end=min(about.end, opens))
    return sentence.by(subject, about, cue._replace(position=side), at, "called")


def read_worth(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read what is said to be good or bad: "said the plan was unfair", "it’s a disgrace"."""
    words, denying = sentence.words, sentence.known.words("denying")
    if words.has(end + (words.at(end) == ","), "but"):  # "late, but brave"
        return None
    goes_on = not (
        cue.after or words.is_small(end)
    )  # "is illegal fishing", but "is an illegal act"
    for verb in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        short = words.at(verb) in OWNED and _points(sentence, verb - 1)  # "it’s"
        if short or words.has(verb, "passive"):
            whole = not goes_on or words.has(verb + 1, "determiner")
            return judged(sentence, _thing(sentence, verb), at, cue) if whole else None
        if verb == at - 1 and words.at(verb) in denying and cue.position == "praises":
            cue = cue._replace(position="criticises")  # "was not fair"
        elif not words.has(verb + 1, "but") and _parts(sentence, verb):
            break
    return None


def _parts(sentence: Sentence, at: int) -> bool:
    """Return whether a word parts a word that judges from its verb; not in "an act of folly"."""
    words = sentence.words
    kind = words.has(at, "of") and words.at(at - 1) in sentence.known.words("kinds")
    small = words.at(at) in sentence.known.words("denying") | OWNED or words.has(at, "preposition")
    return words.is_stop(at) or (small and not kind)


def _points(sentence: Sentence, at: int) -> bool:
    word = sentence.words.at(at)
    return word == sentence.known.it or word in sentence.known.words("pointing")


def _opens(sentence: Sentence, start: int, tail: tuple[str, ...]) -> int:
    """Return where what something is called begins, 0 where it does not."""
    words, called = sentence.words, tail or sentence.known.words("called")
    for at in range(start + 1, min(len(words), start + _FAR)):
        open_ = not tail and (words.is_quote_mark(at) or _judges(sentence, at))
        if open_ or words.at(at) in called:
            return at
        if words.is_stop(at):
            return 0
    return 0


def _judges(sentence: Sentence, at: int) -> bool:
    """Return whether a word judges the noun before it: "called the plan shameful"."""
    words, before = sentence.words, at - 1
    worth = any(cue.kind == "worth" for cue in sentence.known.cues.get(words.at(at), ()))
    before -= words.has(before, "adverb")
    thing = words.has(before, "pronoun") or not words.is_small(before)
    return worth and words.is_small(at + 1) and thing


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
    if thing is None and sentence.words.at(start - 1) in sentence.known.words("pointing"):
        return Phrase(start - 1, start, start)
    return None if open_ else thing


def judged(sentence: Sentence, thing: Phrase | None, at: int, cue: Cue) -> Stated | None:
    """Return the judgement of the speaker, or of who says so before the thing.

    Args:
        sentence: The sentence.
        thing: What is judged.
        at: The index of the word that judges.
        cue: What it is.
    """
    if thing is None or cue.position is None:
        return None
    words, before = sentence.words, sentence.clauses.before_that(thing.start)
    if words.at(at) in sentence.known.words("owing") and words.has(thing.start, "indefinite"):
        cue = cue._replace(position="demands")  # "an apology was overdue"
    points = _points(sentence, thing.start)
    if points and words.has(at + 1, "that", "to"):
        return None  # "it is unfair that I was ill"
    speech = sentence.speech_at(at)
    if speech and speech == sentence.speech_at(thing.start):
        opens = words.is_mark(before) or words.has(before, "and", "but")
        thinks = words.at(before) in sentence.known.words("thinking")
        thinks = thinks and words.at(before - 1) in sentence.known.words("speakers")  # "I think"
        theirs = words.has(thing.start, "possessive")
        theirs = theirs and words.at(thing.start) not in sentence.known.words("ours")
        named = sentence.phrases.is_definite(thing.start) and not theirs
        spoken = (points or named) and (opens or thinks)
        return sentence.stated(cue, thing, "spoken-judgement", at) if spoken else None
    if words.has(before, "denying"):  # "denied that it was unfair"
        return None
    subject = sentence.clauses.subject(before) if words.has(before, "saying") else None
    return sentence.by(subject or _source_behind(sentence, thing, at), thing, cue, at, "judged")


def _source_behind(sentence: Sentence, thing: Phrase, at: int) -> Subject | None:
    """Return who says so at the end: "The cap should go, landlords have said"."""
    words = sentence.words
    says = range(at + 1, len(words)) if thing.start <= _OPENS else ()
    for verb in says:
        subject = sentence.clauses.subject(verb) if words.has(verb, "saying") else None
        if subject and words.at(subject.phrase.start - 1) == ",":
            return subject
    return None
