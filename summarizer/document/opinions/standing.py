"""Positions on what was spoken of before: "Roe voted no.", "Residents are in favour."."""

from dataclasses import replace

from summarizer.document.opinions.stated import Sentence, Stated
from summarizer.document.opinions.verbs import fits, seeming_subject
from summarizer.document.opinions.vocabulary import Cue


def read_standing(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read words that say no more than the side, at the end of their clause.

    Args:
        sentence: The sentence.
        at: The index of the verb, or of the adjective.
        end: The index behind the words.
        cue: What they are.
    """
    words = sentence.words
    ends = words.is_stop(end) or words.has(end, "and", "but", "saying", "conjunction")
    while sentence.phrases.is_time(end):
        end += 1
    ends = ends or words.is_stop(end)
    is_adjective = cue.form == "word"
    subject = (is_adjective and seeming_subject(sentence, at)) or sentence.clauses.subject(at)
    if not ends or subject is None or words.has(subject.phrase.start - 1, "preposition"):
        return None  # "not everyone on the island"
    if is_adjective and not (subject.passive or seeming_subject(sentence, at)):
        return None
    if words.at(at - 1) in sentence.known.words("nearly"):
        return None
    if not is_adjective and not fits(sentence, subject, cue, at):
        return None
    found = sentence.by(subject, subject.phrase, cue, at, "standing")
    return found and replace(found, target=sentence.known.it, sure=False)
