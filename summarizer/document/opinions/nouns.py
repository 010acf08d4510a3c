"""The positions that nouns take: "Roe's support for the plan", "a critic of the plan"."""

from summarizer.document.opinions.holding import Subject
from summarizer.document.opinions.phrases import Phrase
from summarizer.document.opinions.stated import Sentence, Stated
from summarizer.document.opinions.vocabulary import Cue
from summarizer.document.opinions.words import OWNED

_FRIENDLY = ("supports", "praises")
_NEAR = 5
"""Words between a noun and the verb that gives or gains it."""


def read_noun(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read a noun with those who have it, and what it is about.

    Args:
        sentence: The sentence.
        at: The index of the noun.
        end: The index behind its preposition.
        cue: What it is.
    """
    about = sentence.phrases.object(end, sentence.known.words("held_by"))
    if sentence.words.has(end - 1, "of") and _verb_before(sentence, at, "gaining") is not None:
        return None  # "won the support of Roe"
    if (
        sentence.words.at(at) in sentence.known.words("causes")
        and sentence.words.at(at - 1) == "in"
    ):
        return sentence.by(sentence.clauses.doer(at - 1), about, cue, at)  # "left in protest at"
    giving = _verb_before(sentence, at, "giving") if about else None
    given = _given(sentence, about, at, cue, giving) if about and giving is not None else None
    return about and (
        given
        or sentence.of(_owner(sentence, at), about, cue, at, "noun")
        or sentence.of(_agent(sentence, at, about), about, cue, at, "noun")
    )


def read_gain(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read "the plan won the backing of Roe" and "the plan faces Roe's criticism"."""
    gaining = _verb_before(sentence, at, "gaining")
    subject = sentence.clauses.subject(gaining) if gaining is not None else None
    if subject is None:
        return None
    start = max(sentence.adjectives_before(at), (gaining or 0) + 1)
    owned = sentence.words.at(start - 1) in OWNED
    holder = sentence.phrases.left(start - 1) if owned else None
    end += 2 * sentence.words.has(end, "and")  # "criticism and threats from Roe"
    if sentence.words.at(start - 1) in sentence.known.words("ours"):  # "Roe has our support"
        said = sentence.speech_at(at) and sentence.stated(cue, subject.phrase, "spoken-verb", at)
        return said or None
    if holder is None and sentence.words.at(end) in sentence.known.words("gained_from"):
        holder = sentence.phrases.right(end + 1)
    return sentence.of(holder, subject.phrase, cue, at, "gain")


def read_role(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read "Roe, a critic of the plan", "is a critic of the plan" and "is one of Poe's critics"."""
    words, start = sentence.words, sentence.adjectives_before(at)
    about = sentence.phrases.object(end) if cue.after else _owner(sentence, at)
    if about and not cue.after:  # "a Jane Roe supporter"
        start, name = about.start, sentence.phrases.ends.get(about.end, about.start)
        about = about._replace(start=name)
    while words.has(start - 1, "determiner", "of"):
        start -= 1
        if words.at(start) in sentence.known.words("denying"):  # "is no fan of the plan"
            cue = cue._replace(position="opposes" if cue.position in _FRIENDLY else None)
    if words.at(start - 1) == ",":
        named = sentence.phrases.left(start - 1) if cue.after or words.is_stop(at + 1) else None
        subject = Subject(named, "role") if named else None
    else:
        found = sentence.clauses.subject(start)
        subject = found if found and found.passive else None
    return sentence.by(subject, about, cue, at, "role")


def _given(sentence: Sentence, about: Phrase, at: int, cue: Cue, verb: int) -> Stated | None:
    """Read "expressed support for the plan"."""
    subject = sentence.clauses.subject(verb, gerund=sentence.words.has(verb, "gerund"))
    return sentence.by(subject, about, cue, at, "given")


def _owner(sentence: Sentence, at: int) -> Phrase | None:
    """Return whose a noun is: "Roe's support", "US support", "his support"."""
    words, start = sentence.words, sentence.adjectives_before(at)
    start -= words.is_quote_mark(start - 1) and words.at(start - 1) not in OWNED
    owned = words.at(start - 1) in OWNED
    if words.has(start - 1, "possessive"):
        return sentence.clauses.meant_by(start - 1)
    if not owned and not _names_owner(sentence, start, at):
        return None
    owner = sentence.phrases.left(start - owned)
    whole = owner and owner.head == owner.end
    return owner if whole else None


def _names_owner(sentence: Sentence, start: int, at: int) -> bool:
    """Return whether a name alone owns a noun: "US support", not "Roe led calls"."""
    words, known, phrases = sentence.words, sentence.known, sentence.phrases
    acts = any(map(phrases.is_verb, range(start, at)))
    if words.text[words.places[at][0]].isupper():
        return False  # in a headline any word may look like a name
    nobody = phrases.is_people(start - 1) or words.has(start - 1, "inhabitant")
    nobody = nobody or words.at(start - 1) in known.words("worldwide")
    return start in phrases.ends and not acts and not nobody


def _agent(sentence: Sentence, at: int, about: Phrase) -> Phrase | None:
    """Return who is behind "by": "criticism of the plan by Roe", "from Roe of the plan"."""
    words, phrases = sentence.words, sentence.phrases
    for before in (at + 1, about.end):
        does = words.has(before + 1, "gerund") and phrases.is_definite(before + 2)
        if words.at(before) in sentence.known.words("held_by") and not does:  # "by charging Roe"
            return phrases.right(before + 1)
    return None


def _verb_before(sentence: Sentence, at: int, forms: str) -> int | None:
    words, verbs = sentence.words, sentence.known.forms(forms)
    for verb in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if words.at(verb) in verbs:
            return verb
        denied = words.at(verb) in sentence.known.words("denying")
        only = words.has(verb + 1, "but")  # "nothing but respect"
        owned = forms == "giving" and words.at(verb) in OWNED
        meets = words.at(verb - 1) in verbs and (forms == "gaining" or words.has(verb, "to"))
        if (denied and not only) or owned or (words.has(verb, "preposition") and not meets):
            return None  # but "met with opposition"
        does = not denied and words.has(verb, "gerund")  # "nothing" is none
        if does or words.is_stop(verb) or sentence.phrases.is_verb(verb):
            return None
    return None
