"""Whether an object is one that a verb takes a position on: a plan, not an army that it attacks."""

from summarizer.document.opinions.phrases import Phrase, Phrases
from summarizer.document.opinions.vocabulary import Cue


def is_open(phrases: Phrases, cue: Cue, about: Phrase, at: int) -> bool:
    """Return whether a word takes a position on this.

    Who warns of what has happened reports it.

    Args:
        phrases: The phrases of the sentence.
        cue: The word.
        about: What it is about.
        at: The index of the word.
    """
    words, known, around = phrases.words, phrases.known, range(about.start, about.end)
    form, clause = words.at(at), words.has(about.start, "that")
    if _is_empty(phrases, cue, about, at) or _is_aspect(phrases, cue, about):
        return False
    asserts = form in known.forms("asserting")
    if asserts and words.has(about.start, "gerund"):
        return False  # "insisted on paying"
    if asserts and clause:
        wished = known.words("ought") | known.words("be")
        sure = known.words("would") | known.words("will")  # "insists that none would be moved"
        befores = (x - 1 - words.has(x - 1, "not") for x in around if words.at(x) in wished)
        return any(words.at(before) not in sure for before in befores)
    return _is_disputed(phrases, cue, about, at)


def _is_empty(phrases: Phrases, cue: Cue, about: Phrase, at: int) -> bool:
    """Return whether a word takes no position on such a thing, whoever does it."""
    words, known, form = phrases.words, phrases.known, phrases.words.at(at)
    clause = words.has(about.start, "that") or words.has(about.end, "modal", "auxiliary")
    if words.has(about.start, "that") and words.at(about.start + 1) in known.words("things"):
        return True  # "that it be renewed"
    worry = form in known.words("worrying") or (clause and form in known.forms("doubting"))
    if worry and not _is_matter(phrases, about):
        return True
    faces = cue.kind == "verb" and form in known.forms("facing")
    if faces and words.at(about.start) in known.words("things"):
        return True  # "accused it" is of an actor
    if cue.position != "demands":
        return False
    near = (words.at(at - 1), words.at(at - 2))
    if form in known.words("only_wished") and known.words("would").isdisjoint(near):
        return True  # "firms like Citylink to pay"
    him = words.at(about.start) in known.words("pronoun_objects")
    open_ = him and about.end == about.start + 2  # "him gone"
    court = words.at(about.end - 1) in known.words("courts")  # "will appeal to the court"
    deeds = any(words.at(x) == "to" for x in range(about.start, about.end))
    calls = form in known.forms("calling") and cue.after == ("on",)
    only_called = calls and not deeds  # "called on Roe"
    return open_ or court or only_called or _lacks_deed(phrases, about.end)


def _is_matter(phrases: Phrases, about: Phrase) -> bool:
    """Return whether a worry is about a plan and the like, and not for people."""
    words, known = phrases.words, phrases.known
    things = words.at(about.start) in known.words("things") and about.end == about.start + 1
    around = range(about.start, about.end)
    matters = known.matters | known.words("disputed")
    own = words.has(about.start, "possessive")  # "fear for their safety"
    return things or (not own and any(words.at(x) in matters for x in around))


def _is_aspect(phrases: Phrases, cue: Cue, about: Phrase) -> bool:
    """Return whether a side is taken on one thing alone: "agreed with Roe about the supply"."""
    sided = cue.position in ("supports", "opposes")
    words, end = phrases.words, phrases.starts.get(about.start, 0) if sided else 0
    agrees = cue.after[-1:] == ("with",) and words.at(end) in phrases.known.words("aspects")
    return bool(end) and (agrees or words.at(end) == "about") and not phrases.is_time(end)


def _lacks_deed(phrases: Phrases, end: int) -> bool:
    """Return whether what is asked for is left out: "begged it not to"."""
    words = phrases.words
    end += words.has(end, "negation", "negated") or words.at(end) in phrases.known.words("denying")
    return words.at(end) == "to" and words.is_stop(end + 1)


def _is_disputed(phrases: Phrases, cue: Cue, about: Phrase, at: int) -> bool:
    """Return whether "attack" and its like have an object that opinions are on."""
    words, known = phrases.words, phrases.known
    bare = cue.kind == "verb" and not (cue.after or cue.tail)
    things = words.at(about.start) in known.words("things")  # "fight it"
    if not bare or things or words.at(at) not in known.forms("disputing"):
        return True
    links = (x for x in range(about.start, about.head) if words.has(x, "preposition"))
    nouns = words.low[about.start : next(links, about.head)]
    return any(x.removesuffix("s") in known.words("disputed") for x in nouns)
