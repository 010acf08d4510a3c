"""What clauses say someone is: "who runs the workshop", "is the mayor"."""

from summarizer.document.actors.phrases import Found, Phrases

_LONGEST = 14
"""Tokens of a clause."""
_NEAR = 2
"""Tokens behind "whose" that may be for a person."""
_CLOSING = frozenset({"mark", "stop", "paragraph", "quote"})
_HEDGES = frozenset({"negation", "not", "adverb"})


class Clauses(Phrases):
    """Reads the clauses behind the names of one article."""

    def of(self, at: int) -> Found | None:
        """Return the words of "Jane Roe, who runs the workshop" or "Jane Roe is the mayor"."""
        aside = self.aside(at) or at
        if self._tokens[aside].low in self._nouns.words.whose:
            return self._whose(aside) if self._persons.is_person(at) else None
        who = "who" in self._tokens[aside].tags
        verb = aside + 1 if who else at + 1
        if verb + 1 >= len(self._tokens):
            return None
        auxiliary = "auxiliary" in self._tokens[verb].tags
        is_ = auxiliary and "passive" in self._tokens[verb].tags and self._persons.is_person(at)
        if is_ and not self._leads(verb + 1):
            return self._predicate(verb + 1, who=who)
        verb += auxiliary
        last = verb
        while last + 1 < min(len(self._tokens), verb + _LONGEST) and self._is_clause(last + 1):
            last += 1
        if not who or last == verb:
            return None
        return self.place(aside, last, "") if self._leads(verb) else None

    def _leads(self, at: int) -> bool:
        """Return whether a verb says what someone is: "runs", or "leading" in "who is leading"."""
        stem, gerund, _ = self._tokens[at].low.partition("ing")
        verbs = self._nouns.words.leading
        return stem in verbs or (bool(gerund) and any(each.startswith(stem) for each in verbs))

    def _whose(self, first: int) -> Found | None:
        """Return the words of "Jane Roe, whose son sang in Lenn, …": no thing says who she is."""
        last = first
        while last + 1 < len(self._tokens) and self._tokens[last + 1].kind not in _CLOSING:
            last += 1
        near = self._tokens[first + 1 : first + 1 + _NEAR]
        kin = any(self._nouns.sort(each.low) in {"one", "many"} for each in near)
        return self.place(first, last, "") if kin and first + 1 < last < first + _LONGEST else None

    def _predicate(self, first: int, *, who: bool) -> Found | None:
        """Return what someone is said to be: the mayor of "Jane Roe is the mayor"."""
        last = first
        if self._tokens[first : first + 1] and self._tokens[first].is_any(_HEDGES):
            return None  # "Jane Roe is not the mayor"
        while last < min(len(self._tokens), first + _LONGEST) and self.goes_on(last):
            last += 1
        ends = self.ends(last) or self._tokens[last].kind == "cue"
        head = self.head(first, last - 1) if last > first and ends else ""
        definite = self._tokens[first].low in self._known.articles
        if self._nouns.sort(head) != "one" or not (who or definite):
            return None
        return self.place(first, last - 1, head if who else "")

    def _is_clause(self, at: int) -> bool:
        both = {self._tokens[at - 1].kind, *(each.kind for each in self._tokens[at + 1 : at + 2])}
        return self.goes_on(at) and ("and" not in self._tokens[at].tags or both == {"name"})
