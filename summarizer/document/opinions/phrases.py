"""The noun phrases of a sentence: what is beside a word that takes a position."""

from typing import NamedTuple

from summarizer.document.opinions.bounds import LONGEST, Bounds
from summarizer.document.opinions.circumstances import is_passed_over, manner_end
from summarizer.document.opinions.words import OWNED


class Phrase(NamedTuple):
    """A noun phrase by the indices of its words; ``head`` is the index behind its head."""

    start: int
    end: int
    head: int


class Phrases(Bounds):
    """Reads the noun phrases of a sentence."""

    def after(self, at: int, follows: tuple[str, ...]) -> int:
        """Return the index behind some words if they follow at an index, else 0."""
        for word in follows:
            at = self.behind(at, word)
            if self.words.at(at) != word:
                return 0
            at += 1
        return at

    def behind(self, at: int, word: str) -> int:
        """Return the index of a word, or of the first that may not part it from the one before."""
        while self.words.at(at) != word and is_passed_over(self.words, self.known, at):
            at += 1
        return at

    def left(self, end: int, *, near: bool = False) -> Phrase | None:
        """Return the phrase that ends before an index.

        Args:
            end: The index.
            near: Whether to leave out what it belongs to: "the mayor" of "the mayor of Oslo".
        """
        words = self.words
        end -= words.is_quote_mark(end - 1)
        end -= words.at(end - 1) in OWNED  # "Roe’s been there"
        end -= words.at(end - 1) in self.known.words("behind_head")
        if words.has(end - 1, "pronoun"):
            return Phrase(end - 1, end, end)
        doing = words.has(end - 1, "gerund", "past") and not words.has(end - 2, "determiner")
        small = words.is_small(end - 1) and words.at(end - 1) != "states"
        if end not in self.ends and (doing or small):
            return None
        start, head = self.opening(end), end
        several = words.at(end - 1).endswith("s") and words.at(start) in self.known.words("single")
        if several and self.known.is_holder(words.at(end - 1)):  # "in a ruling campaigners hailed"
            start = end - 1
            while words.text[words.places[start - 1][0]].isupper():  # "a tax Moss farmers resent"
                start -= 1
        while not near and self._belongs(start):
            head, start = start - 1, self.opening(start - 1)
        return Phrase(start, end, head)

    def right(self, start: int) -> Phrase | None:
        """Return the phrase that begins at an index, as far as a name or its head goes."""
        found = self.object(start)
        for at in range(found.start, found.end) if found else ():
            end = self.starts.get(at, at)
            if end > at and self.words.at(end) not in OWNED:
                end = self._whole(end, found.end if found else end)
                return Phrase(start, end, end)
            does = self.is_verb(at) and not self.words.has(at - 1, "determiner")
            if at > start and (does or self.words.has(at, "preposition")):
                return Phrase(start, at, at)
        return found

    def _whole(self, end: int, last: int) -> int:
        """Return the end of a holder that a name opens: "US officials", "Labour head Ann Roe"."""
        words, known = self.words, self.known
        at = end
        while at < last and not (words.is_small(at) or self.is_verb(at) or self.is_time(at)):
            if at in self.starts:
                return self.starts[at]
            at += 1
        return at if at > end and known.is_holder(words.at(at - 1)) else end

    def object(self, at: int, ends: frozenset[str] = frozenset()) -> Phrase | None:
        """Return the object that begins at an index; None where it says nothing.

        Args:
            at: The index.
            ends: Words that end it, beside those that always do.
        """
        words, known = self.words, self.known
        at = self._opened(at)
        if words.at(at) == "what":  # "what she called a planned attack"
            near, forms = range(at + 2, at + LONGEST // 2), known.forms("calling")
            called = (x for x in near if words.at(x) in forms)
            at = self._opened(next(called, at - 1) + 1)
            at += words.has(at, "as")
        opens_none = words.is_mark(at) or words.has(at, "auxiliary")
        opens_none = opens_none or (words.has(at, "day") and words.is_small(at + 1))
        marks = next(x for x in range(at - 1, -2, -1) if not words.is_quote_mark(x))
        if words.has(marks, "that"):
            return self.clause(marks + 1)
        denied = words.at(at) in known.words("denying")  # "seek no quarrel"
        points = self._points(at)
        noun = words.at(at) in known.words("pointing") and words.at(at + 1) in known.matters
        whole = points or (noun and words.is_small(at + 2))  # "that idea as"
        if opens_none or denied or (words.at(at) in known.words("no_object") and not whole):
            return None
        alone = not words.has(at, "possessive") or words.is_small(at + 1)
        if (alone and words.at(at) in known.words("pronoun_objects")) or points:
            does = words.has(at + 1, "auxiliary") and not words.has(at, "determiner")
            changed = words.at(at + 1) in known.words("changing")  # "backed it up"
            return None if changed or does else Phrase(at, at + 1, at + 1)  # "doubt they will"
        whoever = words.at(at) in known.words("whoever") and words.is_small(at + 1)
        if whoever or self._is_way(at):
            return self._with_clause(at)
        end = self.trimmed(at, self.end(at, ends))
        if words.has(at, "gerund") and words.at(end) == "as":  # "treating it as a precedent"
            end = self.trimmed(at, self.end(end, ends))
        last = words.at(end - 1)
        empty = end not in self.ends and words.is_small(end - 1) and self.leads_on(end - 1)
        vague = words.at(at) in known.words("vague_things") and end == at + 2  # "every word"
        bare = end == at + 1 and last in known.words("of_something")  # "recommended approval"
        deed = words.has(at, "gerund") or "to" in words.low[at:end]  # "to delay it by months"
        if empty or vague or bare or (last in known.words("nothing_ends") and not deed):
            return None
        return Phrase(at, self.with_relative(at, end), end)

    def with_relative(self, at: int, end: int) -> int:
        """Return the end of "a bill that bans it": without the clause, no one knows which."""
        words, ends = self.words, self.known.words("clause_ends")
        open_ = words.has(at, "indefinite") or not words.has(at, "determiner", "possessive")
        told = at in self.starts or words.has(at - 1, "addressing")  # "told a clerk that"
        inside = (x for x in range(at + 1, end + 1) if words.has(x, "that"))
        that = next(inside, 0)
        said = words.at(that - 1) in self.known.words("unreal")  # "her claim that"
        if not (said or (open_ and not told)) or not that or words.has(that - 1, "preposition"):
            return end
        stop = self.stop(that, ends)
        whole = that + 2 < stop == self.clause_end(at, stop)
        return stop if whole else that

    def _points(self, at: int) -> bool:
        """Return whether "this" stands alone."""
        alone = self.words.is_mark(at + 1) or self.words.has(at + 1, "preposition", "conjunction")
        relative = self.words.has(at + 1, "relative")
        alone = alone or self.words.at(at + 1) in self.known.words("particles")
        return alone and not relative and self.words.at(at) in self.known.words("pointing")

    def _is_way(self, at: int) -> bool:
        """Return whether there is a "way" in which something is done: "the way it was run"."""
        way = self.words.has(at, "determiner") and self.words.at(at + 1) in self.known.words("ways")
        return way and not self.words.has(at + 2, "preposition", "to")

    def _with_clause(self, at: int) -> Phrase:
        """Return "those who left", the clause included."""
        words, ends = self.words, self.known.words("clause_ends") if self._is_way(at) else ()
        stops = range(at + 1, min(at + LONGEST, len(words)))
        end = next((x for x in stops if words.is_stop(x) or words.at(x) in ends), stops.stop)
        return Phrase(at, end, at + 1)

    def clause(self, at: int) -> Phrase | None:
        """Return the clause that begins at an index, with the "that" before it if it is whole."""
        words, ends, opens = self.words, self.known.words("clause_ends"), at - 1
        end = self.clause_end(opens, self.stop(at, ends))
        parted = words.at(end) in {",", "and"} and not any(map(self.is_finite, range(at, end)))
        start = at if parted else opens  # "that Oslo, among others, will"
        return Phrase(start, end, end) if end > at + 1 else None

    def opening(self, end: int) -> int:
        """Return where a phrase without prepositions begins that ends before an index."""
        words, at = self.words, self.ends.get(end, end - 1)
        while at > 0 and (words.at(at - 1) in OWNED or not words.has(at, "determiner")):
            before = at - 1
            several = at in self.ends and words.at(at) not in OWNED
            two_names = several and (end in self.ends or at in self.starts)
            thinks = words.at(before) in self.known.words("thinking")
            ends = words.ends_phrase(before) or words.has(before, "preposition")
            if two_names or ends or thinks or self.is_time(before):
                break
            at = self.ends.get(at, before)
        while self._counts(at) and self._counts(at - 1):  # "the 40 other members"
            at -= 1
        return at

    def _counts(self, at: int) -> bool:
        article = self.words.has(at, "determiner") and not self.words.has(at, "conjunction")
        return article or self.words.at(at).isdigit()

    def _belongs(self, start: int) -> bool:
        """Return whether a phrase belongs to another before it: "of Oslo" to "the mayor"."""
        words, before = self.words, start - 1
        links = words.has(before, "preposition") and not words.has(before, "by", "to")
        if not links or before in self.ends:  # "Ann Daly of Oslo", and "-ly" is no adverb
            return links
        return not words.is_small(before - 1) and not self.is_verb(before - 1)

    def _opened(self, at: int) -> int:
        """Return where an object begins, behind marks, times and "only"."""
        words, openers = self.words, self.known.words("object_openers")
        while words.is_quote_mark(at) or words.at(at) in openers:
            at += 1
        while self.is_time(at) and at not in self.starts:
            at += 1
        at += 2 * (words.at(at + 1) == "than" and words.at(at + 2)[:1].isdigit())  # "more than 40"
        how = at + words.has(at, "adverb")
        return manner_end(words, self.known, how + words.has(how, "and")) or at
