"""Where someone works or sits: "CNN's Jane Roe", "Jane Roe of Lenn University", "(R-Ohio)"."""

import re

from summarizer.document.actors.phrases import Found, Phrases
from summarizer.document.attribution.grammar.tokens import Token

_NOUNS = 5
"""Tokens between a name and that of the body behind it."""
_SEAT = re.compile(r"(?: \(|, )([A-Z]+-[A-Z][\w.]*)(?=[),])| \(([A-Z][a-z]*\.)\)")
"""A party and a state behind the name of who sits for them: "(R-Ohio)", ", D-Ore.,", "(Vt.)"."""


class Affiliations(Phrases):
    """Reads where those work who are named in one article."""

    def of(self, at: int) -> Found | None:
        """Return where someone is from: "CNN's Jane Roe", "Jane Roe of the Lenn Trust".

        Args:
            at: The number of the name's token.
        """
        if " " not in self._tokens[at].low or not self._persons.is_person(at):
            return None
        if at > 1 and self._tokens[at - 1].kind == "own" and self._is_office(at - 2):
            return self.place(at - 2, at - 2, "")
        first, name = self.behind(at)
        if name:
            return self.place(first, name, "")
        seat = self.seat(at)  # no state alone: "Jane Roe (Vt.)"
        return (*seat, "") if seat and "-" in self._parsed.text[slice(*seat)] else None

    def seat(self, at: int) -> tuple[int, int] | None:
        """Return where a person has an office, behind a name: "Sen. Roe (R-Ohio)".

        Args:
            at: The number of the name's token.
        """
        if not self._persons.is_person(at):
            return None
        seat = _SEAT.match(self._parsed.text, self._tokens[at].end)
        if seat and not self._is_no_seat(seat[seat.lastindex or 0]):
            return seat.span(seat.lastindex or 0)
        _, name = self.behind(at)
        return (self._tokens[name].start, self._tokens[name].end) if name else None

    def _is_no_seat(self, short: str) -> bool:
        """Return whether an abbreviation is of a day, a month or a generation: "(Jr.)"."""
        known, low = self._known, short.lower().rstrip(".")
        dated = any(each.startswith(low) for each in known.calendar)
        return dated or not known.generations.isdisjoint((low, f"{low}."))

    def behind(self, at: int) -> tuple[int, int]:
        """Return the numbers of "of" behind a name and of whose name it leads to; 0 for none.

        As in "Jane Roe of the campaign group Open Line", "Jane Roe, of Lenn", "Bo at Lenn Bank".

        Args:
            at: The number of the name's token.
        """
        tokens = self._tokens
        first = at + 1 + any(each.low == "," for each in tokens[at + 1 : at + 2])
        name = first + 1
        while name < min(len(tokens), first + _NOUNS) and self._is_noun(name):
            name += 1
        if name >= len(tokens) or tokens[name].kind != "name":
            return 0, 0
        body = self.is_body(name) or self._nouns.sort(tokens[name - 1].low) == "body"
        behind = any(each.kind == "word" and not each.tags for each in tokens[name + 1 : name + 3])
        body = body or ("article" in tokens[name - 1].tags and not behind)  # "of the Baltic Forum"
        small = self._parsed.text[tokens[name].start].islower()  # "for Science"
        person = self._persons.is_person(name) and tokens[name].low not in self._known.lands
        of = "of" in tokens[first].tags and (body or not (small or person))
        closed = " " in tokens[name].low and any(map(_closes, tokens[name + 1 : name + 2]))
        within = first == at + 1 and tokens[first].low in self._nouns.words.within
        within = within and (body or closed)  # "at Klar Nord, who"
        return (first, name) if of or within else (0, 0)

    def _is_noun(self, at: int) -> bool:
        """Return whether a word may be before the name of a body: "the campaign group Klar"."""
        token = self._tokens[at]
        based = token.low.rpartition("-")[2] in self._known.compounds
        noun = not token.tags or based or self._nouns.sort(token.low) is not None
        return "determiner" in token.tags or (token.kind == "word" and noun)

    def is_body(self, at: int) -> bool:
        """Return whether a token names a body."""
        last = self._tokens[at].low.rpartition(" ")[2]
        short = self._known.short_bodies  # "at the Lenn Review"
        return self._nouns.sort(last) == "body" or last in self._nouns.words.corporate | short

    def _is_office(self, at: int) -> bool:
        """Return whether a name is no person's and no land's, but of where one may work."""
        token = self._tokens[at]
        if token.low in self._known.lands:
            return False
        first, *others = token.low.split(" ")
        person = first in self._known.own_given or (not others and self._persons.is_person(at))
        return token.kind == "name" and not person


def _closes(token: Token) -> bool:
    """Return whether a phrase ends before a token: at a mark or a verb of saying."""
    return token.low == "," or "saying" in token.tags
