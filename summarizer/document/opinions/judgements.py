"""What somebody says that a thing is, does or should become: "called it a disgrace", "it must go".

A judgement counts only where its words are of one side, and nothing denies them.
"""

from summarizer.document.opinions.holding import Subject
from summarizer.document.opinions.phrases import Phrase
from summarizer.document.opinions.stated import Sentence, Stated
from summarizer.document.opinions.vocabulary import Cue
from summarizer.document.opinions.words import OWNED
from summarizer.schema import Position

_OTHER: dict[Position | None, Position] = {
    "praises": "criticises",
    "opposes": "supports",
    "supports": "opposes",
}
"""The other side; who does not criticise does not praise."""
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
    side = sentence.side(opens + len(cue.tail), opens + _FAR) if opens else None
    subject = sentence.clauses.subject(at, gerund=cue.form == "gerund") if side else None
    if subject is None or (subject.passive and cue.form != "gerund"):
        return None
    if sentence.words.has(end, "that") and sentence.phrases.is_definite(end + 1):
        return None  # "found that the plan was a mess"
    points = sentence.words.at(end) in sentence.known.words("pointing") and opens > end + 1
    about = Phrase(end, opens, opens) if points else sentence.phrases.object(end)
    about = about and about._replace(end=min(about.end, opens))
    return sentence.by(subject, about, cue._replace(position=side), at, "called")


def read_worth(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read what is said to be good or bad: "said the plan was unfair", "it’s a disgrace"."""
    words, denying = sentence.words, sentence.known.words("denying")
    only = words.at(end) in sentence.known.words("provided")  # "a mistake unless it pays"
    if only or words.has(end + (words.at(end) == ","), "but"):  # "late, but brave"
        return None
    goes_on = not (
        cue.after or words.is_small(end)
    )  # "is illegal fishing", but "is an illegal act"
    for verb in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        short = words.at(verb) in OWNED and _points(sentence, verb - 1)  # "it’s"
        if short or words.has(verb, "passive"):
            whole = not goes_on or words.has(verb + 1, "determiner")
            return judged(sentence, _thing(sentence, verb), at, end, cue) if whole else None
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
        of = words.has(at - 1, "preposition", "but")  # "called the idea of a cap absurd"
        if open_ or (words.at(at) in called and not of):
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
    alone = sentence.known.words("pointing") | sentence.known.words("existing")
    if thing is None and words.at(start - 1) in alone:
        return Phrase(start - 1, start, start)
    before = thing.start - 1 if thing else start
    if thing and words.has(before, "gerund") and not words.has(before, "saying"):
        thing = thing._replace(start=before)  # "closing the mill"
    return None if open_ else thing


def judged(sentence: Sentence, thing: Phrase | None, at: int, end: int, cue: Cue) -> Stated | None:
    """Return the judgement of the speaker, or of who says so before the thing.

    Args:
        sentence: The sentence.
        thing: What is judged.
        at: The index of the word that judges.
        end: The index behind it.
        cue: What it is.
    """
    about = thing and _about(sentence, thing, end, cue)
    if thing is None or about is None:
        return None
    words, before = sentence.words, sentence.clauses.before_that(thing.start)
    if words.at(at) in sentence.known.words("owing") and words.has(thing.start, "indefinite"):
        cue = cue._replace(position="demands")  # "an apology was overdue"
    speech = sentence.speech_at(at)
    if speech and speech == sentence.speech_at(thing.start):
        return _spoken(sentence, thing, about, at, cue)
    if words.has(before, "denying"):  # "denied that it was unfair"
        return None
    says, doing = words.has(before, "saying"), words.has(before, "gerund")
    subject = sentence.clauses.subject(before, gerund=doing) if says else None
    return sentence.by(subject or _source_behind(sentence, thing, at), about, cue, at, "judged")


def _about(sentence: Sentence, thing: Phrase, end: int, cue: Cue) -> Phrase | None:
    """Return what is judged; of "it is wrong to close the pit" and "there is no need for it" that.

    "It is unfair that I was ill" and "good to see you" are of nothing.
    """
    words, known = sentence.words, sentence.known
    if words.at(thing.start) in known.words("existing"):
        return sentence.phrases.object(end) if cue.after else None
    if not _points(sentence, thing.start) or not words.has(end, "that", "to"):
        return thing
    stop = sentence.phrases.stop(end + 1, known.words("clause_ends"))
    noun = words.has(end - 2, "indefinite") and words.at(end - 1) not in known.words("deeds")
    wrong = words.has(end, "to") and cue.position == "criticises" and not noun
    wrong = wrong and not words.has(end + 1, "saying")  # "it is wrong to say that"
    return Phrase(end, stop, stop) if wrong else None


def _spoken(sentence: Sentence, thing: Phrase, about: Phrase, at: int, cue: Cue) -> Stated | None:
    """Return the judgement of who speaks in quotation marks, as their own."""
    words, before = sentence.words, sentence.clauses.before_that(thing.start)
    points = _points(sentence, thing.start) or words.at(thing.start) in sentence.known.words(
        "existing"
    )
    opens = words.is_mark(before) or words.has(before, "and", "but")
    thinks = words.at(before) in sentence.known.words("thinking")
    thinks = thinks and words.at(before - 1) in sentence.known.words("speakers")  # "I think"
    theirs = words.has(thing.start, "possessive")
    theirs = theirs and words.at(thing.start) not in sentence.known.words("ours")
    named = sentence.phrases.is_definite(thing.start) and not theirs
    if not ((points or named) and (opens or thinks)):
        return None
    told = _told_of(sentence, at) if points and about == thing else None
    return sentence.stated(cue, told or about, "spoken-judgement", at)


def _told_of(sentence: Sentence, at: int) -> Phrase | None:
    """Return what the words behind a quotation say it is of: "said of the plan"."""
    words, known, speech = sentence.words, sentence.known, sentence.speech_at(at)
    behind = (x for x in range(at + 1, len(words)) if sentence.speech_at(x) != speech)
    said = next((x for x in behind if words.has(x, "saying")), len(words))
    for of in range(said + 1, min(len(words), said + _NEAR)):
        named, after = (words.at(of) in known.words(x) for x in ("told_of", "before_past"))
        whole = (named or after) and sentence.phrases.is_definite(of + 1)
        about = sentence.phrases.object(of + 1) if whole else None
        if about and (named or words.at(about.head - 1) in known.matters):
            return about
    return None


def _source_behind(sentence: Sentence, thing: Phrase, at: int) -> Subject | None:
    """Return who says so at the end: "The cap should go, landlords have said"."""
    words = sentence.words
    says = range(at + 1, len(words)) if thing.start <= _OPENS else ()
    for verb in says:
        subject = sentence.clauses.subject(verb) if words.has(verb, "saying") else None
        if subject and words.at(subject.phrase.start - 1) == ",":
            return subject
    return None


def read_effect(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read what a thing is said to do; where that is denied, it is the other side, if any."""
    words, start = sentence.words, sentence.clauses.start(at)
    may = any(words.at(x) in sentence.known.words("maybe") for x in range(start, at))
    none = words.has(end, "of") or words.at(end) in sentence.known.words("denying")
    bare = words.has(start - 1, "to") or sentence.clauses.is_passive(start, at)
    may = may or not sentence.known.words("provided").isdisjoint(words.low[end:])
    if may or none or bare or cue.form in ("participle", "gerund"):
        return None
    near = range(end, end + _FAR)
    if cue.tail and not any(sentence.phrases.after(x, cue.tail) for x in near):
        return None  # "put jobs at risk"
    thing = sentence.phrases.left(start)
    blamed = thing and cue.position == "criticises" and _acts(sentence, thing)
    matters = sentence.known.matters | sentence.known.words("things")
    if thing and not (blamed or cue.after) and words.at(thing.head - 1) not in matters:
        return None  # "said the storm had damaged the pier"
    return judged(sentence, thing, at, end, _turned(sentence, start, at, cue))


def _acts(sentence: Sentence, thing: Phrase) -> bool:
    """Return whether words are of a person or a body."""
    named = thing.end in sentence.phrases.ends
    return named or sentence.known.is_body(sentence.words.at(thing.head - 1))


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
    return judged(sentence, thing, at, end, _turned(sentence, start, at, cue))


def _turned(sentence: Sentence, start: int, verb: int, cue: Cue) -> Cue:
    """Return the other side where a verb is denied: "must not be scrapped"."""
    denied = any(
        sentence.words.has(at, "negated")
        or sentence.words.at(at) in sentence.known.words("denying")
        for at in range(start, verb)
    )
    return cue._replace(position=_OTHER.get(cue.position)) if denied else cue
