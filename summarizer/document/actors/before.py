"""The words directly before a name that say what someone is: "Oslo police chief Jane Roe"."""

from summarizer.document.actors.phrases import Found, Phrases
from summarizer.document.names.runs import Run
from summarizer.languages.table import UNKNOWN

_MOST = 6
"""Words before a name that may be its role."""
_STARTS = frozenset({"stop", "paragraph"})
_OUTSIDE = frozenset(
    {"preposition", "conjunction", "determiner", "auxiliary", "day", "relative", "and"}
    | {"pronoun", "adverb", "function", "negated"}
)
_BEFORE_VERBS = frozenset({"to", "auxiliary", "relative", "skipped", "adverb"})
_NEVER_NOUNS = frozenset({"modal", "negated"})
_JOINED = frozenset({"determiner", "and", "possessive"})
_PARTICIPLES = frozenset({"past", "gerund"})


class Before(Phrases):
    """Reads the words directly before the names of one article."""

    def of(self, at: int) -> Found | None:
        """Return the words directly before one mention, its titles with them.

        Args:
            at: The number of the name's token.
        """
        run = self._parsed.names.runs[self._tokens[at].item]
        titles = self._offices(run)
        # No table says which small words are before a role: "Как заявил гендиректор Орлов".
        first = at if self._known.language.code == UNKNOWN else self.first(at)
        if titles and self._is_thing(at - 1):
            first = at  # "the payments Gov. Roe vetoed"
        if first < at and self._nouns.words.ranked.issuperset(titles):
            titles = []  # "commissioner Prof Bo Roe"
        words = [*(token.low for token in self._tokens[first:at]), *titles]
        if not words or self._nouns.words.modifiers.issuperset(words):
            return None
        agent = first < at and self._is_agent(at)
        head = self._office(words)
        if not (agent or self._nouns.is_one(head)) and (
            not titles or self._nouns.sort(words[-1]) == "many"
        ):
            return None
        start = self._tokens[first].start if first < at else run.start
        end = self._title_end(run, len(titles)) if titles else self._tokens[at - 1].end
        return start, end, head

    def _office(self, words: list[str]) -> str:
        """Return the noun of the words before a name: "secretary" of "secretary of state"."""
        of = next((n for n, each in enumerate(words) if n and each in self._known.of), 0)
        return words[of - 1] if of else words[-1]

    def _is_thing(self, at: int) -> bool:
        """Return whether a noun for many things is at a place."""
        token, text = self._tokens[at], self._parsed.text
        small = at > 0 and text[token.start].islower()  # not "Fisheries Minister"
        return small and self._nouns.is_plural(token.low) and self._nouns.sort(token.low) is None

    def _is_agent(self, at: int) -> bool:
        """Return whether a word that no list has is for a person: "negotiator Jane Roe"."""
        word = self._tokens[at - 1]
        verb = at > 1 and self._tokens[at - 2].is_any(_BEFORE_VERBS)
        if verb or word.kind != "word" or word.tags or not self._nouns.is_agent(word.low):
            return False
        return " " in self._tokens[at].low and self._persons.is_person(at)

    def _offices(self, run: Run) -> list[str]:
        """Return the titles of a name without those that only address: "Chairman Sir Bo Roe"."""
        titles = [each.lower().rstrip(".") for each in run.titles]
        courtesies, kin = self._nouns.words.courtesies, self._known.kin  # "Father Bo"
        while titles and (titles[-1] in courtesies or titles[-1] in kin):
            titles.pop()
        known = len(titles) == len(run.titles) or any(map(self._nouns.is_one, titles[-1:]))
        return titles if known else []  # "EU Mrs", "Dear Mr"

    def _title_end(self, run: Run, count: int) -> int:
        """Return the offset after the first of the titles of a name."""
        text, after = self._parsed.text, (*run.titles, *run.words)[count]
        name = text.find(after, run.start + len(run.titles[0]), run.end)
        return len(text[: name if name >= 0 else run.end].rstrip())

    def first(self, at: int) -> int:
        """Return the number of the first of the words that lead to a name.

        Args:
            at: The number of the name's token.
        """
        first = at
        while first and at - first < _MOST and self._leads(first - 1):
            first -= 1
        while first < at and (self._tokens[first].kind == "own" or self._is_cut(first)):
            first += 1
        former = self._nouns.words.former
        past = (each for each in range(first, at) if self._tokens[each].low in former)
        return next((each for each in past if "and" not in self._tokens[each - 1].tags), first)

    def link(self, at: int) -> int:
        """Return the number of the first of the words that give a name: "known as", "named".

        Args:
            at: The number of the name's token.
        """
        first = at
        while first and self._tokens[first - 1].low in self._nouns.words.naming:
            first -= 1
        return at if "as" in self._tokens[first].tags else first  # "the same firm as Roe"

    def named(self, at: int) -> Found | None:
        """Return the words of "a group calling itself Klar" or "a former boxer known as Bo".

        Args:
            at: The number of the name's token.
        """
        if (last := self.link(at)) == at:
            return None
        last -= 1 + (self._tokens[last - 1].low == ",")  # "a boxer, who can be named only as Bo"
        noun = self._tokens[last]
        called = self._nouns.sort(noun.low) and noun.low not in self._nouns.words.former
        first = min(self.first(last), last)
        return self.place(first, last, noun.low) if called and noun.kind == "word" else None

    def _is_verb(self, at: int) -> bool:
        """Return whether a word is the verb of what is before it: "voters back rival Jane Roe"."""
        word, before = self._tokens[at], self._tokens[at - 1]
        lists = self._nouns.words  # "was regional manager Jane Roe"
        noun = word.low in lists.modifiers | lists.ranks or self._nouns.sort(word.low)
        if not at or word.kind != "word" or (noun and not before.is_any(_NEVER_NOUNS)):
            return False
        if before.is_any(_NEVER_NOUNS):
            return True  # "could force Ms Roe"
        if before.kind == "name":
            return self._nouns.is_plural(word.low)  # "Roe backs rival Ann Poe"
        many = self._nouns.sort(before.low) == "many"
        return many or before.kind == "pronoun" or before.is_any(_BEFORE_VERBS)

    def _leads(self, at: int) -> bool:
        """Return whether a token may be inside the words before a name: "Oslo police chief"."""
        token, former = self._tokens[at], self._nouns.words.former
        if token.kind == "name":
            titles = self._parsed.names.runs[token.item].titles
            return self._tokens[at + 1].kind == "own" or former.issuperset(map(str.lower, titles))
        after = self._tokens[at + 1].kind
        if self._is_number(at) or ("and" in token.tags and self._joins(at)) or self._is_of(at):
            return True
        if "own" in {token.kind, after} or token.low in self._nouns.words.modifiers:
            return True
        if token.kind != "word" or token.low.isdecimal() or token.is_any(_OUTSIDE):
            return False
        if token.is_any(_PARTICIPLES):
            return self._begins(at)
        verb = token.low in self._known.verbs or self._is_verb(at)
        return not verb and self._nouns.sort(token.low) != "many"

    def _is_number(self, at: int) -> bool:
        """Return whether a token is in the number of a body: "Local 881-B President Jane Roe"."""
        first = max(0, at - (self._tokens[at].low == "-"))
        number, hyphen, *name = self._tokens[first : first + 3]
        adjacent = any(hyphen.end == each.start and each.kind == "name" for each in name)
        return number.low.isdecimal() and hyphen.low == "-" and adjacent

    def _is_of(self, at: int) -> bool:
        """Return whether "of" is in an office before a name: "secretary of state Jane Roe"."""
        small = self._tokens[at + 1].kind == "word" and self._tokens[at + 2].kind == "name"
        office = at > 0 and self._nouns.sort(self._tokens[at - 1].low) == "one"
        return "of" in self._tokens[at].tags and small and office

    def _joins(self, at: int) -> bool:
        """Return whether "and" is between what one person is: "Accountant and blogger Jane Roe".

        "The mayor and lawyer Jane Roe" may be two.
        """
        first = at - 1
        while first and at - first < _MOST and "and" not in self._tokens[first - 1].tags:
            if not self._leads(first - 1):
                break
            first -= 1
        apart = first and self._tokens[first - 1].is_any(_JOINED)
        return self._nouns.sort(self._tokens[at - 1].low) == "one" and not apart

    def _begins(self, at: int) -> bool:
        """Return whether a phrase may begin with a word: "retired teacher Jane Roe"."""
        before = self._tokens[at - 1] if at else None
        if not before or before.kind in _STARTS:
            return "past" in self._tokens[at].tags
        return "adverb" not in before.tags and self.opens(at)  # "largely ignored Gov. Roe"

    def _is_cut(self, at: int) -> bool:
        """Return whether a word is the rest of another: of "34-year-old", or of "1st"."""
        before = self._tokens[max(0, at - 1)]
        return before.end == self._tokens[at].start and before.kind in {"mark", "word"}
