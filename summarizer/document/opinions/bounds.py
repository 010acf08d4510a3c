"""Where phrases of a sentence begin and end."""

from collections.abc import Container, Iterable

from summarizer.document.opinions.circumstances import is_time, leads_on, manner_end
from summarizer.document.opinions.vocabulary import Vocabulary
from summarizer.document.opinions.words import Words

LONGEST = 14
"""Words of an object that are kept."""

_WHOLE = 24
"""Words of a clause that is kept whole; of a longer one, as many as of an object."""

_BRACKET = 8
"""Words and marks of a bracket that may be within an object."""


class Bounds:
    """Knows where the phrases of a sentence end.

    Args:
        words: Its words.
        known: The words that take a position, and those around them.
        names: Start and end of the names in it, in characters.

    Attributes:
        starts: Where names end, by where they start, in words; always further on.
        ends: Where they start, by where they end.
        named: The words that are part of a longer name.
    """

    def __init__(self, words: Words, known: Vocabulary, names: Iterable[tuple[int, int]]) -> None:
        self.words = words
        self.known = known
        found = ((words.index(start), words.index(end)) for start, end in names)
        self.starts = {start: end for start, end in found if start < end}  # none within a word
        self.ends = {end: start for start, end in self.starts.items()}
        self.named = {
            at for start, end in self.starts.items() for at in range(start, end) if end > start + 1
        }

    def is_finite(self, at: int) -> bool:
        """Return whether a word shows that a clause has its verb."""
        return self.words.has(at, "modal", "negated") or self.is_verb(at)

    def is_definite(self, at: int) -> bool:
        """Return whether a name or an article begins at an index."""
        return at in self.starts or self.words.has(at, "determiner")

    def is_verb(self, at: int) -> bool:
        """Return whether a word is a verb, as far as its form and the tables show."""
        if at in self.named:
            return False
        words = self.words
        return words.has(at, "saying", "past", "auxiliary") or self.known.is_verb(words.at(at))

    def is_people(self, at: int) -> bool:
        """Return whether a word is of a people and no name: "Russian"."""
        return self.words.at(at).endswith(self.known.people_endings)

    def is_time(self, at: int) -> bool:
        """Return whether a word says when: "on Monday", "last week"."""
        return is_time(self.words, self.known, at)

    def end(self, at: int, ends: frozenset[str]) -> int:
        """Return the end of an object that begins at an index."""
        end, last = at + 1, min(at + LONGEST + 1, len(self.words))
        while end < last and (not self.is_end(end, ends) or self._behind_bracket(end)):
            if self.words.has(end, "and") and not self._goes_on(end):
                break
            end = self._behind_bracket(end) or end + 1
        start = self.ends.get(end, end)
        clause = self.words.has(end, "auxiliary") and not self.words.is_small(start - 1)
        return start if clause and at < start else end  # "the troops Roe has sent"

    def is_end(self, at: int, ends: frozenset[str] = frozenset()) -> bool:
        """Return whether a word ends an object."""
        words, tags = self.words, self.words.tags(at)
        return (
            self._is_closed(at)
            or bool(manner_end(words, self.known, at))
            or "relative" in tags
            or ("auxiliary" in tags and not words.has(at - 1, "to"))
            or self._opens_verb(at)
            or words.at(at) in ends
            or (
                at in self.ends and words.at(at + 1) in self.known.words("shares")
            )  # "Roe 51 percent"
            or words.at(at) in self.known.words("object_ends")
            or (self.is_time(at) and not words.has(at - 1, "determiner"))
        )

    def _behind_bracket(self, at: int) -> int:
        """Return the index behind a bracket within a phrase: "the $5bn (£4bn) road"; else 0."""
        words, near = self.words, range(at + 1, at + _BRACKET)
        closes = next((x for x in near if words.at(x) == ")"), 0) if words.at(at) == "(" else 0
        counts = any(words.at(x)[:1].isdigit() for x in range(at, closes))
        return closes + 1 if counts and not words.is_small(closes + 1) else 0

    def stop(self, at: int, ends: Container[str]) -> int:
        """Return the index of the mark, or of the word, that ends a clause from an index on."""
        words = self.words
        while at < len(words) and words.at(at) not in ends:
            behind = self._behind_bracket(at)
            if self._is_closed(at) and not behind:
                break
            at = behind or at + 1
        return min(at, len(words))

    def _is_closed(self, at: int) -> bool:
        """Return whether a mark ends a phrase: no comma of "a full, independent inquiry"."""
        words, end = self.words, at + 1
        if words.at(at) != "," or words.at(at - 2) not in self.known.words("single"):
            return words.is_stop(at)
        while not words.is_small(end) or words.has(end, "and"):
            does = self.is_verb(end) and end > at + 1  # not ", written apology"
            if does or end in self.starts or words.has(end, "gerund"):
                return True
            end += 1
        return end < at + 3 or not (words.is_stop(end) or words.has(end, "preposition"))

    def _opens_verb(self, at: int) -> bool:
        """Return whether the verb of another clause is here: "the force also welcomed the deal"."""
        words, known = self.words, self.known
        verb = at + (words.at(at) in known.words("adverbs"))
        does = words.has(verb + 1, "determiner", "possessive") and not words.is_small(at - 1)
        finite = any(cue.form == "finite" for cue in known.cues.get(words.at(verb), ()))
        says = (
            words.has(at, "saying") and words.has(at + 1, "pronoun") and not words.is_small(at - 1)
        )
        return says or ((does or verb > at) and finite and not words.has(at - 1, "determiner"))

    def _goes_on(self, at: int) -> bool:
        """Return whether an object goes on behind "and": no clause of its own follows."""
        end, last = at + 1, min(at + LONGEST, len(self.words))
        if self.words.at(end)[:1].isdigit() and self.words.has(end + 1, "preposition"):
            return False  # "512 voted against it and 488 for it"
        does = self.words.at(end).endswith(self.known.finite)
        if does and self.words.has(end + 1, "determiner", "pronoun", "possessive"):
            return False  # "backs it and ranks it high"
        if self.words.has(end, "pronoun") and not self.words.is_small(end + 1):
            return False  # "the plan and I think"
        while end < last and not self.is_end(end):
            if self.is_verb(end):
                return False
            end += 1
        return at + 1 < end and not self.is_verb(end)

    def trimmed(self, start: int, end: int) -> int:
        """Return the end of an object without the words that lead on to nothing."""
        end = self.shortened(start, end)
        while end > start + 1 and end not in self.ends and self.leads_on(end - 1):
            end -= 1
        return end

    def shortened(self, start: int, end: int) -> int:
        """Return the end of as many phrases as are kept of what begins and ends at two indices."""
        if end - start <= LONGEST:
            return end
        last = start + LONGEST
        joints = [at for at in range(start + 2, last) if self.words.has(at, "preposition")]
        end = joints[-1] if joints else last
        while end > start + 1 and self.leads_on(end - 1):  # "gases such" of "gases such as"
            end -= 1
        return end

    def clause_end(self, start: int, end: int) -> int:
        """Return the end of what is kept of a clause: all of it, if it is not too long."""
        return end if end - start <= _WHOLE else self.shortened(start, end)

    def leads_on(self, at: int) -> bool:
        """Return whether a word at the end of an object leads on to what is not there."""
        return leads_on(self.words, self.known, at)
