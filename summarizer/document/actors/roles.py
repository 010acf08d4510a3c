"""What an article calls those that it names: their titles, and the words beside their names.

A role is a stretch of the text: "Finance Minister", "head of the union", "who runs the workshop".
It keeps every word that changes its sense, such as "former".
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import filterfalse
from typing import NamedTuple

from summarizer.document.actors.beside import Beside
from summarizer.document.actors.nouns import Nouns
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.persons import Persons
from summarizer.document.attribution.grammar.tokens import Token

_CLAUSE, _RELATED, _PLACE = 2, 3, 4
"""How little is said by a clause, by "rival" or "Captain" alone, and by where one works."""


class Role(NamedTuple):
    """What an article calls someone.

    Args:
        name: The full name.
        start: Offset of the words.
        end: Offset after them.
        item: The number of the run that names who has it.
        head: The noun that says what someone is, in lower case; empty in a clause.
        of: Start and end of what is behind the name and says where: "Sen. Roe (R-Ohio)".
    """

    name: str
    start: int
    end: int
    item: int
    head: str
    of: tuple[int, int] | None = None


class Roles:
    """Reads the roles that an article gives.

    Args:
        parsed: The article as tokens.
        nouns: The nouns for people and bodies.
        persons: Which names are persons'.
    """

    def __init__(self, parsed: ParsedText, nouns: Nouns, persons: Persons) -> None:
        self._parsed = parsed
        self._nouns = nouns
        self._beside = Beside(parsed, nouns, persons)

    @cached_property
    def by_name(self) -> dict[str, list[Role]]:
        """The roles of each full name, in the order of the text."""
        found = defaultdict[str, list[Role]](list)
        for at, token in enumerate(self._parsed.tokens):
            if token.kind == "name" and not self._parsed.is_in_headline(token.item):
                found[self._parsed.full(token.item)] += self._at(at, token)
        return {name: roles for name, roles in found.items() if roles}

    def _at(self, at: int, token: Token) -> Iterator[Role]:
        """Yield the roles beside one name."""
        full = self._parsed.full(token.item)
        for start, end, head in self._beside.of(at):
            touches = start <= token.start <= end + 1
            behind = self._beside.affiliations.seat(at) if head and touches else None
            yield Role(full, start, end, token.item, head, behind)

    def text(self, role: Role) -> str:
        """Return the words of a role on one line."""
        return " ".join(self._parsed.text[role.start : role.end].split())

    def is_whose(self, role: Role) -> bool:
        """Return whether a role is a clause such as "whose mill is the oldest"."""
        return self.text(role).partition(" ")[0].lower() in self._nouns.words.whose

    def best(self, roles: list[Role]) -> Role | None:
        """Return the role to show: the first of those that say most, or a fuller form of it.

        Whose relative or rival someone is comes last: "her husband, Bo Roe", "former mayor Bo Roe".
        A word alone is shown with what else is said: "Sen. Bo Roe, a Republican from Lenn".
        """
        best: Role | None = None
        ranked = sorted(filterfalse(self._is_empty, roles), key=self._rank)
        for role in ranked:
            if best is None or self._is_fuller(role, best):
                best = role
        if best is None or not self._is_word(best):
            return best
        other = next((each for each in ranked if self._adds(each, best)), None)
        if other and best.of:  # "Rep. Bo Roe (D-Ore.), head of the panel"
            first = self.text(other).partition(" ")[0]
            return other if other.item == best.item and self._nouns.is_one(first) else best
        return best._replace(of=other[1:3]) if other else best

    def _rank(self, role: Role) -> int:
        """Return how little a role says: an office, a past one, a clause, "rival", a place."""
        words, lists = self.text(role).lower().split(), self._nouns.words
        vague = role.head in lists.ranked | lists.unnamed or self._is_party(role.head)
        vague = vague or self._nouns.sort(role.head) == "body"  # "We trust Roe"
        vague = vague and self._is_word(role)
        if role.head in lists.related or vague or self.is_whose(role):
            return _RELATED
        if role.head:
            return int(not lists.former.isdisjoint(words))
        return _CLAUSE if self._nouns.is_who(words[0]) else _PLACE

    def _is_empty(self, role: Role) -> bool:
        """Return whether a role says nothing: "the group"."""
        alone = self.text(role).lower().split()[-2:]
        small = len(alone) == 1 or alone[0] in self._parsed.names.vocabulary.asides
        vague = alone[-1] in self._nouns.words.unnamed and not self._nouns.is_agent(alone[-1])
        return small and vague

    def _is_party(self, head: str) -> bool:
        return f"{head}s" in self._nouns.words.members  # "Republican Bo Roe"

    def _is_word(self, role: Role) -> bool:
        return bool(role.head) and " " not in self.text(role)

    def _is_fuller(self, role: Role, other: Role) -> bool:
        """Return whether a role is another with more words: "Lenn mayor", "senator" of "Sen."."""
        low = (self.text(each).lower().replace(".", "") for each in (role, other))
        words, others = (set(each.split()) for each in low)
        short = other.head.rstrip(".")
        same = bool(short) and role.head.startswith(short) and not self._is_party(role.head)
        return same and others - {short} < words - {role.head}

    def _adds(self, role: Role, other: Role) -> bool:
        """Return whether a role says more of who has another that is a word alone."""
        words, lists = self.text(role).lower().split(), self._nouns.words
        known = not role.head or self._nouns.is_one(role.head) or self._nouns.is_agent(role.head)
        behind = words[0] in self._parsed.names.vocabulary.asides  # no "former Secretary Poe"
        certain = role.item == other.item or (known and (behind or lists.former.isdisjoint(words)))
        more = self._rank(role) < _RELATED and len(words) > 1
        return certain and more and other.head not in words
