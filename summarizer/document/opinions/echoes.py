"""Who thinks as another does: "so did Roe", "Roe is no exception".

The position and what it is about are those of the opinion before.
"""

from dataclasses import replace

from summarizer.document.opinions.holding import Subject
from summarizer.document.opinions.stated import Sentence, Stated
from summarizer.document.opinions.vocabulary import Cue

RULE = "echo"


def read_echo(sentence: Sentence, at: int, _: int, cue: Cue) -> Stated | None:
    """Read who is said to think the same.

    Args:
        sentence: The sentence.
        at: The index of the word that says so.
        _: The index behind it.
        cue: What it is.
    """
    if sentence.words.has(at, "negation", "conjunction"):
        subject = _inverted(sentence, at)
    else:
        subject = sentence.clauses.subject(at - 1)
    if subject is None or sentence.words.at(subject.phrase.start) in sentence.known.words("things"):
        return None
    found = sentence.by(subject, subject.phrase, cue, at, RULE)
    return found and replace(found, target=sentence.known.it, sure=False)


def _inverted(sentence: Sentence, at: int) -> Subject | None:
    """Return the subject behind "so did"."""
    words = sentence.words
    opens = words.is_mark(at - 1) or words.has(at - 1, "and", "but")
    does = opens and words.has(at + 1, "auxiliary") and not words.has(at + 1, "passive")
    holder = sentence.phrases.right(at + 2) if does else None
    return Subject(holder, RULE) if holder else None
