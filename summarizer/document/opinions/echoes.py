"""Who thinks as another does, or does not: "so did Roe", "Roe is no exception", "Roe disagreed".

The position and what it is about are those of the opinion before.
"""

from dataclasses import replace

from summarizer.document.opinions.holding import Subject
from summarizer.document.opinions.stated import Sentence, Stated
from summarizer.document.opinions.verbs import fits
from summarizer.document.opinions.vocabulary import Cue

RULE = "echo"


def read_echo(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read who is said to think the same (``supports``), or not (``opposes``).

    Args:
        sentence: The sentence.
        at: The index of the word that says so.
        end: The index behind it.
        cue: What it is.
    """
    if cue.form != "word":
        subject = _sharing(sentence, at, end, cue)
    elif sentence.words.has(at, "negated", "not"):
        subject = _lacking(sentence, at)
    elif sentence.words.has(at, "negation", "conjunction"):
        subject = _inverted(sentence, at)
    else:
        subject = sentence.clauses.subject(at - 1)
    if subject is None or sentence.words.at(subject.phrase.start) in sentence.known.words("things"):
        return None
    found = sentence.by(subject, subject.phrase, cue, at, RULE)
    return found and replace(found, target=sentence.known.it, sure=False)


def _sharing(sentence: Sentence, at: int, end: int, cue: Cue) -> Subject | None:
    """Return the subject of "agreed" at the end of its clause."""
    words = sentence.words
    if cue.after or not words.is_stop(end):
        return None
    subject = sentence.clauses.subject(at)
    return subject if subject and fits(sentence, subject, cue, at) else None


def _lacking(sentence: Sentence, at: int) -> Subject | None:
    """Return the subject of "is not" at the end of its clause."""
    ends = sentence.words.is_stop(at + 1)
    return sentence.clauses.subject(at + 1, denied=True) if ends else None


def _inverted(sentence: Sentence, at: int) -> Subject | None:
    """Return the subject behind "so did"."""
    words = sentence.words
    opens = words.is_mark(at - 1) or words.has(at - 1, "and", "but")
    does = opens and words.has(at + 1, "auxiliary") and not words.has(at + 1, "passive")
    holder = sentence.phrases.right(at + 2) if does else None
    return Subject(holder, RULE) if holder else None
