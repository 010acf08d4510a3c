"""The verb before a figure, and the subject of that verb.

It reads words from right to left, with no parser. What it is not sure of, it does not find.
"""

from summarizer.document.captions.verbs import Verbs

_LONGEST = 9
"""Words of a subject."""

_DEEP = 3
"""Verbs of a sentence over which their common subject is looked for."""

_WORDS = frozenset({"word", "quoted"})


class Clauses(Verbs):
    """Finds subjects and their verbs among the words of one sentence."""

    def subject(self, verb: int, depth: int = 0) -> range | None:
        """Return the subject of the verbs that begin at a word."""
        while verb and self.is_adverb(verb - 1):
            verb -= 1
        before = self.low(verb - 1)
        if not verb or depth > _DEEP or self.kind(verb - 1) in {"mark", "comma"}:
            return None
        if before in self.known.relatives:
            return self.antecedent(verb - 1)
        if before in self.known.ands:
            return self._shared(verb - 1, depth)
        return None if before in self.known.openers else self._noun_before(verb)

    def _shared(self, joint: int, depth: int) -> range | None:
        """Return the subject of the verb before "and"."""
        verb = self.last_verb(joint)
        return self.subject(verb, depth=depth + 1) if verb else None

    def antecedent(self, end: int) -> range | None:
        """Return the noun before a word, such as a relative pronoun or the comma of an aside."""
        first = last = end - (self.kind(end - 1) == "comma")
        while first and not self._parts(first - 1):
            first -= 1
        for at in range(first + 1, last):  # "adopt a budget" is "a budget"
            article = self.low(at) in self.known.articles
            first = at if article and self.low(at - 1) not in self.known.ofs else first
        several = first and self.low(first - 1) in self.known.ands
        return None if several else self._checked(range(first, last))

    def _parts(self, at: int) -> bool:
        """Return whether a noun does not go over a word."""
        low, known = self.low(at), self.known
        around = low in known.prepositions and low not in known.ofs
        pronoun = low in known.pronouns and low not in known.possessive
        word = low in known.openers or low in known.ands or low in known.infinitive
        verb = low in known.verbs and self.low(at - 1) in known.infinitive
        return around or pronoun or word or verb or self.kind(at) not in _WORDS or self.is_verb(at)

    def _noun_before(self, end: int) -> range | None:
        """Return the noun right before a verb, from where its clause begins."""
        first, joint = end, -1
        while first and self.kind(first - 1) not in {"mark", "comma"}:
            at, first = first - 1, first - 1
            if self.low(at) in self.known.openers:
                first = at + 1
                break
            if self.is_verb(at):
                first = max(at, joint) + 1
                break
            joint = at if joint < 0 and self.low(at) in self.known.ands else joint
        return self._opened(first, end)

    def _opened(self, first: int, end: int) -> range | None:
        """Return a noun without the words that open its clause: "and also the reserve"."""
        small = self.known.ands | self.known.owners
        while first < end and (self.low(first) in small or self.is_adverb(first)):
            first += 1
        if self.low(end - 1) in self.known.pronouns:
            return range(end - 1, end)  # "in May they sold"
        return self._checked(range(first, end))

    def _checked(self, subject: range) -> range | None:
        """Return a subject that can be one: not too long, no time, no "this"."""
        known = self.known
        lows = [self.low(at) for at in subject]
        if not 0 < len(lows) <= _LONGEST or lows[0] in known.pronouns:
            return None
        content = [low for low in lows if low not in known.prepositions | known.articles]
        return subject if content and content[-1] not in known.times else None
