"""The positions that verbs and adjectives take: "Roe praised the plan", "is critical of it"."""

from dataclasses import replace

from summarizer.document.opinions.holding import Subject
from summarizer.document.opinions.phrases import Phrase
from summarizer.document.opinions.stated import Sentence, Stated
from summarizer.document.opinions.vocabulary import Cue

_FAR = 8
"""Words behind an object in which those that have to follow it are."""
_PRAISE_AND_BLAME = ("praises", "criticises")


def read_verb(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read a verb with its subject and its object, or a passive.

    Args:
        sentence: The sentence.
        at: The index of the verb.
        end: The index behind it and its prepositions.
        cue: What it is.
    """
    words = sentence.words
    if not cue.after and words.at(end) in sentence.known.words("particles"):
        return None  # "backed down"
    by = sentence.phrases.behind(end, "by")
    if words.has(by, "by") and cue.form in ("finite", "participle") and not cue.tail:
        holder, about = sentence.phrases.right(by + 1), sufferer(sentence, at)
        faces = words.at(at) in sentence.known.forms("facing")
        asks = faces or (holder and words.at(holder.end) == "to")
        if cue.position == "demands" and asks and not cue.after:
            return None  # "was urged by Roe to sell it"
        return sentence.of(holder, about, cue, at, "passive")
    if cue.form == "participle" and words.at(at - 1) not in sentence.known.perfect:
        return None
    subject = sentence.clauses.subject(at, gerund=cue.form == "gerund")
    if subject is None or not fits(sentence, subject, cue, at):
        return None
    about = _object(sentence, end, cue)
    acts = sentence.words.at(end) == "to"  # "sought to"
    if (
        about is None
        and not (acts or cue.tail)
        and not sentence.words.has(end, "determiner", "possessive")
    ):
        about = sentence.clauses.antecedent_of(subject)
    changed = about and (
        words.has(about.end, "past") or words.at(about.end) in sentence.known.words("gone")
    )
    done = about and cue.position == "demands" and changed and words.at(about.end + 1) != "to"
    if about and done:  # "wants the target scrapped"
        about = about._replace(end=about.end + 1)
    return sentence.by(subject, about, cue, at)


def read_denied(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read what takes a position where it is denied: "does not want it", "is not happy with it"."""
    words, subject = sentence.words, sentence.clauses.subject(at, denied=True)
    if cue.form not in ("base", "word") and words.at(at - 1) not in sentence.known.words("ended"):
        return None
    is_adjective = cue.form == "word"
    being = is_adjective and words.has(at - 1, "negated")  # "wasn't happy"
    fits = subject is not None and (being or subject.passive) == is_adjective
    if not fits or words.at(at - 1) in sentence.known.words("object_openers"):  # "not just happy"
        return None
    about = sentence.phrases.object(end)
    if about and words.has(about.end, "as"):  # "could not accept it as a reason"
        return None
    start = sentence.clauses.start(at)
    refuses = words.at(start - 2) in sentence.known.forms("refusals")  # "refused to back it"
    wont = not sentence.known.words("refusing").isdisjoint(words.low[start:at])
    if words.at(at) in sentence.known.forms("refused") and not (refuses or wont):
        return None  # "did not pay the toll"
    said = start - 2 if refuses else at
    found = sentence.by(subject, about and _deed(sentence, about), cue, said, "denied")
    return found and replace(found, sure=found.sure and cue.position != "supports")


def read_stirring(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read what the object of a verb feels: "the plan angered Roe"."""
    subject = sentence.clauses.subject(at, gerund=cue.form == "gerund")
    if cue.form not in ("finite", "gerund") or subject is None or subject.passive:
        return None
    return sentence.of(sentence.phrases.right(end), subject.phrase, cue, at, "stirring")


def read_adjective(sentence: Sentence, at: int, end: int, cue: Cue) -> Stated | None:
    """Read what a subject is: "Roe is critical of the plan"."""
    links = sentence.words.has(at, "preposition")
    seeming = None if links else seeming_subject(sentence, at)
    set_off = sentence.words.at(at - 1) in ("", ",")  # "Angry at it, Roe left"
    subject = seeming or sentence.clauses.subject(at, gerund=set_off)
    if subject is None or not (seeming or subject.passive or not links):
        return None
    rule = "adjective" if seeming or subject.passive else "reduced"
    about = sentence.phrases.object(end)
    loose = sentence.words.at(at) in sentence.known.words("loose_sides")
    if about and loose and not _is_side(sentence, subject, about):
        return None  # "is behind the wheel", "it is for Roe to decide"
    return sentence.by(subject, about, cue, at, rule)


def _is_side(sentence: Sentence, subject: Subject, about: Phrase) -> bool:
    """Return whether an actor may be for or against it: a name, a plan, "it"."""
    words, known = sentence.words, sentence.known
    named = any(at in sentence.phrases.starts for at in range(about.start, about.end))
    things = known.matters, known.words("things"), known.groups
    inside = words.low[about.start : about.end]
    known_thing = any(not each.isdisjoint(inside) for each in things)
    return (named or known_thing) and words.at(subject.phrase.start) != known.it


def sufferer(sentence: Sentence, at: int) -> Phrase | None:
    """Return what a passive is about: "the plan was backed by", "the plan, backed by"."""
    start = sentence.clauses.start(at)
    if sentence.words.at(start - 1) == "," and not sentence.clauses.is_passive(start, at):
        return sentence.phrases.left(start - 1)
    subject = sentence.clauses.subject(at)
    return subject and subject.phrase


def seeming_subject(sentence: Sentence, at: int) -> Subject | None:
    """Return the subject of "remains" and "feels" before an adjective."""
    while sentence.words.has(at - 1, "adverb"):
        at -= 1
    seems = sentence.words.at(at - 1) in sentence.known.forms("seeming")
    return sentence.clauses.subject(at - 1) if seems else None


def fits(sentence: Sentence, subject: Subject, cue: Cue, at: int) -> bool:
    """Return whether a subject is that of the verb in this form."""
    if cue.form == "gerund":
        return True
    if subject.passive:
        return False
    return cue.form != "base" or _takes_base(sentence, subject, at)


def _takes_base(sentence: Sentence, subject: Subject, at: int) -> bool:
    """Return whether "back" is a verb: "they back", "will back"; alone it may be a noun."""
    words, phrase = sentence.words, subject.phrase
    if words.at(phrase.start - 1) in sentence.known.words("generic"):
        return False  # "when veterans ask for help"
    if subject.link == "joined-verb":
        return words.has(at - 1, "but") or bool(sentence.known.cues.get(words.at(at - 2)))
    if words.at(phrase.head - 1).endswith("s") or words.has(phrase.start - 1, "and"):
        return True
    several = sentence.known.words("plurals")
    said = words.at(phrase.start) in several or words.at(phrase.head - 1) in several
    will = sentence.known.words("will")
    between = range(phrase.end, at)
    return said or any(words.has(x, "auxiliary", "to") or words.at(x) in will for x in between)


def _object(sentence: Sentence, at: int, cue: Cue) -> Phrase | None:
    """Return the object of a verb, that of the next one where two share it."""
    words, known = sentence.words, sentence.known
    joined = known.cues.get(words.at(at + 1), ()) if words.has(at, "and") else ()
    if any(each.kind == "verb" and not each.after for each in joined):
        at += 2
    blames = cue.position in _PRAISE_AND_BLAME
    ends = frozenset(cue.tail[:1]) - {"to"} | (known.words("reasons") if blames else frozenset())
    found = sentence.phrases.object(at, ends)
    if found is None or _is_open_noun(sentence, found.end):  # "slammed calls for a vote"
        found = sentence.phrases.object(at)
    if found and words.at(at - 1) in known.forms("not_own") and words.has(at, "possessive"):
        return None
    if found and cue.position == "demands":
        found = _whole(sentence, _deed(sentence, found))
    if found is None or not cue.tail:
        return found
    behind = _behind_tail(sentence, found, cue)
    return sentence.phrases.object(behind) if behind and cue.far else found if behind else None


def _is_open_noun(sentence: Sentence, end: int) -> bool:
    """Return whether a noun before an index takes a position on what follows: "calls for"."""
    words = sentence.words
    cues = sentence.known.cues.get(words.at(end - 1), ())
    return any(each.kind == "noun" and each.after == (words.at(end),) for each in cues)


def _deed(sentence: Sentence, about: Phrase) -> Phrase:
    """Return who is asked with all that they have to do: "the club to do what Roe did"."""
    words, known, end = sentence.words, sentence.known, about.end
    ends = known.words("clause_ends") | known.words("object_ends") - known.words("deed_goes_on")
    pronoun = end == about.start + 1 and words.has(about.start, "pronoun")  # "for it to reopen"
    has_to_be = words.at(end) == "to" and (pronoun or sentence.clauses.is_being(end + 1))
    later = next(x for x in range(end, len(words) + 1) if not sentence.phrases.is_time(x))
    acts = words.at(later) == "to" and not sentence.phrases.is_definite(later + 1)
    shifted = later > end and acts  # "called on it on Friday to"
    asked = has_to_be or shifted or any(words.at(at) == "to" for at in range(about.start, end))
    if not asked or (later > end and not shifted) or words.at(end) in ends:
        return about
    end = later
    stop = sentence.phrases.stop(end, ends)
    cut = sentence.phrases.clause_end if words.is_stop(stop) else sentence.phrases.trimmed
    end = cut(about.start, stop)
    return about._replace(end=end, head=end)


def _whole(sentence: Sentence, about: Phrase) -> Phrase:
    """Return who is asked with the clause behind it: "to avoid steps that raise tensions"."""
    last = sentence.phrases.left(about.end, near=True)
    end = sentence.phrases.with_relative(last.start, about.end) if last else about.end
    return about._replace(end=end)


def _behind_tail(sentence: Sentence, about: Phrase, cue: Cue) -> int:
    """Return the index behind the words that have to follow an object; 0 if they do not."""
    far, aside = 1 if cue.tail == ("to",) else _FAR, sentence.phrases.starts.get(about.end + 1)
    named = aside and sentence.words.at(aside) == ","  # "the firm, Citylink, for"
    for at in range((aside or 0) + 1 if named else about.start + 1, about.end + far):
        if sentence.words.is_stop(at):
            return 0
        end = sentence.phrases.after(at, cue.tail)
        if end and not (far == 1 and sentence.words.has(end, "determiner")):
            return end
    return 0
