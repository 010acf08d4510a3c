"""The verb before a figure, and the subject of that verb.

It reads words from right to left, with no parser. What it is not sure of, it does not find.
"""

from dataclasses import dataclass

from summarizer.document.captions.verbs import Verbs

_LONGEST = 9
"""Words of a subject."""

_DEEP = 3
"""Verbs of a sentence over which their common subject is looked for."""

_WORDS = frozenset({"word", "quoted"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Who does what before a figure, as ranges of words.

    Args:
        subject: The subject.
        verb: The verb, with those before and behind it: "has fallen", "is sending".
    """

    subject: range
    verb: range


class Clauses(Verbs):
    """Finds subjects and their verbs among the words of one sentence."""

    def frame(self, at: int) -> Frame | None:
        """Return the verb before a word and its subject; None if either is not certain."""
        verb = self.last_verb(at)
        if verb is None:
            return None
        subject = self.subject(verb.start)
        return Frame(subject, verb) if subject else None

    def teller(self, pronoun: int) -> range | None:
        """Return who says what a pronoun does: "the firm said it would pay"."""
        if self.low(pronoun) in self.known.gendered:  # "his lawyer said he would pay"
            return None
        before = pronoun - (self.low(pronoun - 1) in self.known.introducing)
        while self.low(before - 1) in self.known.times | self.known.prepositions:
            before -= 1  # "said on Monday it would pay"
        if self.low(before - 1) not in self.known.telling:
            return None
        frame = self.frame(before)
        if frame is None or self.low(frame.subject[0]) in self.known.pronouns:
            return None
        they, many = self.low(pronoun) in self.known.plurals, self.low(frame.subject[-1])
        return None if they and not many.endswith("s") else frame.subject

    def subject(self, verb: int, depth: int = 0) -> range | None:
        """Return the subject of the verbs that begin at a word."""
        while verb and self.is_adverb(verb - 1):
            verb -= 1
        before = self.low(verb - 1)
        if not verb or depth > _DEEP or self.kind(verb - 1) == "mark":
            return None
        if before in self.known.relatives:
            return self.antecedent(verb - 1)
        if self.kind(verb - 1) == "comma":
            return self._over_comma(verb - 1, depth)
        if before in self.known.ands:
            return self._shared(verb - 1, depth)
        return None if before in self.known.openers else self._noun_before(verb)

    def _shared(self, joint: int, depth: int) -> range | None:
        """Return the subject of the verb before "and"."""
        verb = self.last_verb(joint)
        subject = self.subject(verb.start, depth=depth + 1) if verb else None
        if not verb or not subject or self.low(joint) not in self.known.ands:
            return subject
        doubtful = subject.stop == verb.start and self._is_subordinate(subject.start)
        return None if doubtful else subject

    def _is_subordinate(self, subject: int) -> bool:
        """Return whether a clause belongs to one before it: "it fell when he left and rose"."""
        opener = subject - 1 - (self.low(subject - 1) in self.known.articles)
        own = self.known.openers - self.known.introducing - self.known.relatives
        return opener > 0 and self.low(opener) in own

    def _over_comma(self, comma: int, depth: int) -> range | None:
        """Return the subject before an aside: "the farm, which is old, lost 40"."""
        if self.is_gerund(comma + 1):
            alone = self.last_verb(comma) is None  # "The guild, representing"
            return self._noun_before(comma) if alone else self._shared(comma, depth)
        if self.low(comma + 2) in self.known.by:
            return None  # "showed Roe in the lead, followed by Doe at 9 percent"
        for one in range(comma - 1, -1, -1):
            if self.kind(one) == "mark":
                break
            if self.kind(one) == "comma":
                return self._before_aside(one, range(one + 1, comma), depth)
        return self._shared(comma, depth)

    def _before_aside(self, comma: int, aside: range, depth: int) -> range | None:
        """Return the subject that an aside describes; no name in a phrase: "led by Jo Roe, 40"."""
        if not self._is_aside(aside):
            return self._shared(aside.stop, depth)
        noun = self.antecedent(comma)
        if noun and self._is_led(noun.start):
            return self._noun_before(noun.stop) or self._over_comma(comma, depth + 1)
        return aside if all(map(self.is_capital, aside)) else noun

    def _is_led(self, at: int) -> bool:
        """Return whether a preposition is before a noun."""
        while self.low(at - 1) in self.known.articles | self.known.owners:
            at -= 1
        return self.low(at - 1) in self.known.prepositions - self.known.ofs

    def _is_aside(self, words: range) -> bool:
        """Return whether words between commas only describe what is before them."""
        first = words.start
        opens = self.low(first) in self.known.relatives | self.known.articles
        return opens or self.is_form(first) or not any(map(self.is_verb, words))

    def antecedent(self, end: int) -> range | None:
        """Return the noun before a word, such as a relative pronoun or the comma of an aside."""
        first = last = self._over_age(end - 1 if self.kind(end - 1) == "comma" else end)
        while first and not self._parts(first - 1):
            first -= 1
        opening = self.known.ofs | self.known.owners
        while first < last and (self.low(first) in opening or self.is_gerund(first)):
            first += 1
        for at in range(first + 1, last):  # "adopt a budget" is "a budget"
            article = self.low(at) in self.known.articles
            first = at if article and self.low(at - 1) not in self.known.ofs else first
        several = first and self.low(first - 1) in self.known.ands | self.known.each
        return None if several else self._checked(range(first, last))

    def _over_age(self, end: int) -> int:
        """Return where a name ends before an age: "Jane Roe, now 62,"."""
        comma = end - 2 - self.is_adverb(end - 2)
        return comma if self.kind(end - 1) == "figure" and self.kind(comma) == "comma" else end

    def _parts(self, at: int) -> bool:
        """Return whether a noun does not go over a word."""
        low, known = self.low(at), self.known
        around = low in known.prepositions and low not in known.ofs
        pronoun = low in known.pronouns and low not in known.possessive
        word = low in known.openers | known.ands | known.infinitive
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
        """Return a noun without the words that open its clause: "without the rise the reserve"."""
        small = self.known.ands | self.known.owners
        small |= self.known.telling if self.kind(first - 1) == "comma" else frozenset()
        if self.kind(first - 1) == "comma" and self.is_gerund(first):
            small |= {self.low(first)}  # "meaning the firm lost"
        while first < end and (self.low(first) in small or self.is_adverb(first)):
            first += 1
        if self.known.gerund and self.low(end - 1) in self.known.pronouns:
            either = self.low(end - 3) in self.known.pronouns  # "he or she"
            return None if either else self._checked(range(end - 1, end))  # "in May they sold"
        while end - first > 1 and self.low(end - 1) in self.known.pronouns:
            end -= 1  # "le bac nous coûte"
        if self.low(first) in self.known.prepositions:
            opening = self.known.articles | self.known.owners
            articles = [at for at in range(first + 2, end) if self.low(at) in opening]
            return self._checked(range(articles[-1], end)) if articles else None
        return self._checked(range(first, end))

    def _checked(self, subject: range) -> range | None:
        """Return a subject that can be one: not too long, no time, no "this"."""
        known = self.known
        lows = [self.low(at) for at in subject]
        if not 0 < len(lows) <= _LONGEST:
            return None
        if lows[0] in known.pronouns and not (len(lows) > 1 and lows[0] in known.each):
            return subject if len(lows) == 1 else None
        content = [low for low in lows if low not in known.prepositions | known.articles]
        return subject if content and content[-1] not in known.times else None
