"""What an actor is: a person, an organisation, a country or a group."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from summarizer.document.actors.nouns import Nouns, Sort
from summarizer.document.actors.roles import Roles
from summarizer.document.attribution.grammar.persons import Persons
from summarizer.document.names.people import Names
from summarizer.document.names.runs import Run
from summarizer.languages.expressions import either
from summarizer.languages.table import UNKNOWN
from summarizer.schema import ActorKind

_AGE = re.compile(r", (?:aged )?\d{1,3}[,.)]")
_OWNED = re.compile(r"['’]s ((\w+)(?: \w+)?)")
_INITIALS = 6
"""Letters up to which a name in capitals is a short form."""
_LETTERS = frozenset({3, 4})
"""Capitals of a first word that is a body's initials, and no one's."""
_CAMEL = re.compile(r"[a-z][A-Z]|\d")
_KINDS: Mapping[Sort, ActorKind] = {"one": "person", "many": "group", "body": "organisation"}
_BEFORE = 14
"""Characters before a name that may end with "the", or with a word such as "Norwegian-owned"."""
_WORD = re.compile(r"\w+")
_SHIP = 250
"""Characters beside the first mention of a ship in which it is called one."""
_COUPLE = 4
"""Words of "Tom and Ann Roe"."""


class Kinds:
    """Knows what the actors of one article are.

    Args:
        names: The names of the article.
        runs: The places of each full name.
        roles: What it calls those who bear them.
        persons: Which names are persons'.
        nouns: The nouns for people and bodies.
    """

    def __init__(
        self,
        names: Names,
        runs: Mapping[str, Sequence[Run]],
        roles: Roles,
        persons: Persons,
        nouns: Nouns,
    ) -> None:
        self._names = names
        self._known = names.vocabulary
        self._runs = runs
        self._roles = roles
        self._persons = persons
        self._nouns = nouns
        self._shown: dict[str, ActorKind | None] = {}
        self._which = re.compile(
            rf", (?:{either(names.vocabulary.language, 'sentences.remarking')})\b"
        )
        self._common = names.words | names.vocabulary.openers

    def described(self, words: str) -> ActorKind:
        """Return what words for a group without a name mean: "the families"."""
        head = self._nouns.head(words)
        sort = self._nouns.sort(head)
        if sort:
            return _KINDS[sort]
        many = self._nouns.is_count(words.lower().split()[0]) or head.endswith(
            self._known.plural_endings
        )
        return "group" if many else "other"

    def of(self, names: Sequence[str]) -> ActorKind | None:
        """Return what bears some names; None where no capital and no word shows it.

        Args:
            names: The names of one actor.
        """
        full = self._names.full(max(names, key=len))
        opens = not any(run.sure for run in self._runs.get(full, ()))
        if opens and " " not in full and full.lower().endswith(self._nouns.words.agents):
            return self.shown(full) or "group"  # "Hauliers"
        if self._names.is_caseless:
            return self.shown(full)
        if self._nouns.is_count(full.lower()):
            return "group"  # "Some", "Thousands"
        other: ActorKind | None = None if self._known.language.code == UNKNOWN else "organisation"
        return self.shown(full) or ("person" if self._may_be_person(full) else other)

    def shown(self, full: str) -> ActorKind | None:
        """Return what a full name means as far as something shows it; None where nothing does.

        Args:
            full: The name.
        """
        if full not in self._shown:
            self._shown[full] = self._find_shown(full, self._runs.get(full, ()))
        return self._shown[full]

    def _find_shown(self, full: str, runs: Sequence[Run]) -> ActorKind | None:
        words, _ = self._names.parse(full)
        low = " ".join(words).lower()
        if self._are_two(words) or self._are_members(words):
            return "group"
        lists = self._nouns.words
        if low in lists.countries or low in lists.capitals or low in self._realms:
            return "country"
        if self._is_shown_body(words, low):
            return "organisation"
        if self._is_shown_person(full, words, runs):
            return "person"
        if self._is_state(full, runs):
            return "country"
        body = self.is_thing(full) or self._is_body(full, words, runs)
        return "organisation" if body else self._called(full)

    def _is_state(self, full: str, runs: Sequence[Run]) -> bool:
        """Return whether what a name owns is a state's, or who lives there is named after it.

        As in "Keld's foreign minister", "Karvelia" and "Karvelians", "neighbouring Keld".
        """
        text, people = self._names.text, {f"{full}n", f"{full}ns"}
        if full.endswith("a") and not self._names.words.isdisjoint(people):
            return True
        before = {text[max(0, run.start - _BEFORE) : run.start].rpartition(" ")[0] for run in runs}
        if not self._nouns.words.bordering.isdisjoint(each.rpartition(" ")[2] for each in before):
            return True
        behind = (_OWNED.match(text, run.end) for run in runs)
        owned = (word.lower() for each in behind if each for word in each.groups())
        return not self._nouns.words.national.isdisjoint(owned)

    @cached_property
    def _realms(self) -> frozenset[str]:
        """Names of states that say so, whole and short: "Republic of Tarro", "Tarro"."""
        found: set[str] = set()
        for run in self._names.runs:
            words = [*map(str.lower, run.words)]
            at = next((n for n, word in enumerate(words) if word in self._nouns.words.realms), -1)
            whole = at >= 0 and self._known.body_links.issuperset(words[at + 1 : at + 2])
            if whole and at + 2 < len(words) and not self._has_body(words[:at]):
                found |= {" ".join(words), " ".join(words[at + 2 :])}
        return frozenset(found)

    def _called(self, full: str) -> ActorKind | None:
        """Return whether what looks like a person's name has a role."""
        every = self._roles.by_name.get(full, ())
        heads = {role.head for role in every if not self._roles.is_whose(role)}
        if heads <= self._nouns.words.firms:
            return "organisation" if heads else None  # "the developer, Klar Nord,"
        return "person" if self._may_be_person(full, called=True) else None

    def _is_shown_body(self, words: Sequence[str], low: str) -> bool:
        """Return whether a word of a name is one for bodies: "Harrow Isle Trust"."""
        known, lists = self._known, self._nouns.words
        last = words[-1].lower() if words else ""
        bodies = (lists.corporate, known.bodies, known.owned_bodies, known.short_bodies)
        if "&" in low or low.partition(" ")[0] in lists.leading_bodies:
            return True
        if len(words) > 1 and any(last in each for each in bodies):
            return True
        if known.head_endings and low.endswith(known.head_endings):
            return True
        if not words or low in lists.seats or low in lists.regions or self.is_party(words):
            return bool(words)
        junior = last in known.generations  # "Bo Roe III"
        short = last.upper() == words[-1] and not words[0].isupper() and not junior  # "Our PAC"
        led = words[0].isupper() and len(words[0]) in _LETTERS and not words[-1].isupper()
        linked = not known.body_links.isdisjoint(words)  # "Alden Chamber of Commerce"
        named = not linked and words[0].lower() in known.given_names  # "Tim Baker"
        noun = "-" not in last and self._nouns.sort(last) is not None  # no "Ann Reyes-Sen"
        inner = not named and (self._has_body(words) or noun)
        return len(words) > 1 and (short or inner or (led and not named))  # "RJR Foods"

    def _has_body(self, words: Sequence[str]) -> bool:
        return any(self._nouns.sort(word) == "body" for word in words)

    def _is_shown_person(self, full: str, words: Sequence[str], runs: Sequence[Run]) -> bool:
        """Return whether a title, a given name, an age, a role or a pronoun shows a person."""
        titles = {title.lower().rstrip(".") for run in runs for title in run.titles}
        junior = any(word.lower() in self._known.generations for word in words[-1:])
        if titles or junior or (len(words) > 1 and words[0].lower() in self._known.given_names):
            return True
        if self.is_thing(full):
            return False
        text, place = self._names.text, self._known.place
        within = any(place.search(text, max(0, run.start - 5), run.start) for run in runs)
        alone = self._known.own_given | self._nouns.words.famous
        if len(words) == 1 and not within and full.lower() in alone:
            return True  # "Kevin", not "in Charlotte"
        if any(_AGE.match(self._names.text, run.end) for run in runs):
            return True
        heads = [role.head for role in self._roles.by_name.get(full, ())]
        certain = [each for each in heads if each not in self._nouns.words.either]
        if any(self._nouns.sort(head) == "one" for head in certain):
            return not any(self._nouns.sort(head) == "body" for head in heads)
        within = within or 2 * self._definite(runs) >= max(len(runs), 1)  # "the Lenn Marathon"
        return not within and self._persons.gender(full) is not None

    def is_thing(self, full: str) -> bool:
        """Return whether "which" follows a name, and not "who"."""
        return any(self._which.match(self._names.text, run.end) for run in self._runs.get(full, ()))

    def is_ship(self, full: str) -> bool:
        """Return whether a word for ships is before a name, or near one that has an article.

        As in "the ferry Queen Ann", "A tanker ran aground. The Bright Star leaked."
        """
        text, vessels, runs = self._names.text, self._nouns.words.vessels, self._runs.get(full, ())
        regal = self._known.male_titles | self._known.female_titles
        for run in runs:
            before = _WORD.findall(text, max(0, run.start - _BEFORE), run.start)[-1:]
            if not vessels.isdisjoint(before) and regal.issuperset(map(str.lower, run.titles)):
                return True
        if 2 * self._definite(runs) <= len(runs) or self._is_shown_body(full.split(), full):
            return False
        near = text[max(0, runs[0].start - _SHIP) : runs[0].end + _SHIP].lower()
        return not vessels.isdisjoint(_WORD.findall(near))

    def _are_two(self, words: Sequence[str]) -> bool:
        two = len(words) == _COUPLE and words[1] in self._known.ands
        return two and self._nouns.sort(words[-1]) != "body"  # "Food and Drug Agency"

    def _are_members(self, words: Sequence[str]) -> bool:
        """Return whether a name is that of many: "Democrats", "Oslo Democrats", "Norwegians"."""
        last = words[-1].lower() if words else ""
        if not last.endswith(self._known.plural_endings):
            return len(words) == 1 and last in self._nouns.words.crowds
        if self.is_party(words):
            return False
        if last in self._nouns.words.members or self._nouns.is_inhabitant(
            last[:-1].rpartition("-")[2]
        ):
            return True
        family = len(words) == 1 and self._names.bears(words[0][:-1])  # "the Roes"
        return family or (len(words) == 1 and self._nouns.sort(last) == "many")

    def is_party(self, words: Sequence[str]) -> bool:
        """Return whether a plural names a party: "Scottish Greens", "Social Democrats".

        Args:
            words: The words of the name.
        """
        first, last = words[0].lower(), words[-1].lower()
        return last in self._nouns.words.parties or f"{first} {last}" in self._nouns.words.parties

    def _is_body(self, full: str, words: Sequence[str], runs: Sequence[Run]) -> bool:
        """Return whether an article, an owned noun or the form of a name shows a body."""
        if full in self._names.short_forms.values() or _CAMEL.search(full):
            return True
        every = full.split()
        first, last = every[0], every[-1]
        if first in self._names.alone and last not in self._names.alone and self._of_firms:
            return first.lower() not in self._known.surname_first  # persons go by the last one
        short = len(full.replace(".", "")) <= _INITIALS
        if full.isupper() and (short or len(words) > 1):
            return True
        if any(self._nouns.sort(role.head) == "body" for role in self._roles.by_name.get(full, ())):
            return True
        before = [self._names.text[max(0, run.start - _BEFORE) : run.start] for run in runs]
        if any(each.rstrip().rpartition("-")[2] in self._known.compounds for each in before):
            return True  # "the Norwegian-owned Vind"
        definite = self._definite(runs)
        many = len(words) > 2 and words[-1].endswith(self._known.plural_endings)  # a team
        return 2 * definite > len(runs) or (many and definite > 0)

    @cached_property
    def _of_firms(self) -> bool:
        """Whether the article speaks of a firm: "the company"."""
        return not self._nouns.words.companies.isdisjoint(self._names.words)

    def _definite(self, runs: Sequence[Run]) -> int:
        """Return how often "the" is before a name."""
        return sum(self._known.is_definite(self._names.text, run.start) for run in runs)

    def _may_be_person(self, full: str, *, called: bool = False) -> bool:
        """Return whether a name looks like a person's: two words, none of them a common one.

        The plural of a word is none, unless someone is called something: "leader Bo Ferris".
        """
        words = full.split()
        if not self._names.is_personal((*words,)):
            return False
        if words[-1] in self._names.alone:
            return True
        common = any(word.lower() in self._common for word in words)
        plural = not called and words[-1].endswith(self._known.plural_endings)
        return len(words) == 2 and not common and not plural
