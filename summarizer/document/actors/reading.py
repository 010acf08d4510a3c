"""Who acts in an article, what each actor is, and what the article calls it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from summarizer.document.actors.deeds import Deeds
from summarizer.document.actors.firms import Firms
from summarizer.document.actors.groups import Groups
from summarizer.document.actors.kinds import Kinds
from summarizer.document.actors.listing import Listing
from summarizer.document.actors.nouns import Nouns
from summarizer.document.actors.owners import Owners
from summarizer.document.actors.roles import Role, Roles
from summarizer.document.actors.wording import Wording
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.names.runs import Run
from summarizer.document.names.words import opens_sentence
from summarizer.schema import ActorKind

_BODIES = frozenset({"country", "organisation"})
_OWN = frozenset("'’")
_OWNED = re.compile(r"['’]s ")
_BEFORE_VERB = re.compile(r"(\w+) (?=(\w+[ds])\b)")
_WORD = 12
"""Characters before a role in which the word before it is."""


class ActorReader:
    """Reads the actors of one article.

    Args:
        parsed: The article as tokens.
    """

    def __init__(self, parsed: ParsedText) -> None:
        self._parsed = parsed
        self._names = parsed.names

    @cached_property
    def nouns(self) -> Nouns:
        """The nouns for people and bodies."""
        return Nouns(self._names.vocabulary)

    @cached_property
    def roles(self) -> Roles:
        """What it calls those that it names."""
        return Roles(self._parsed, self.nouns, self._parsed.persons)

    @cached_property
    def _kinds(self) -> Kinds:
        return Kinds(self._names, self._runs, self.roles, self._parsed.persons, self.nouns)

    @cached_property
    def _deeds(self) -> Deeds:
        return Deeds(self._parsed, self.nouns)

    @cached_property
    def _owners(self) -> Owners:
        return Owners(self._parsed, self.nouns, self._kinds, self._deeds, self._firms)

    @cached_property
    def _listing(self) -> Listing:
        return Listing(self._parsed, self.roles, self._kinds, self._deeds, self._owning)

    @property
    def acting(self) -> tuple[str, ...]:
        """The full names of those who act: persons with a role, and who does something."""
        return self._listing.names

    @cached_property
    def _firms(self) -> Firms:
        return Firms(self._parsed, self.nouns, self._kinds)

    @cached_property
    def _runs(self) -> dict[str, list[Run]]:
        """The places of each full name."""
        found = defaultdict[str, list[Run]](list)
        for full, run in zip(self._names.meanings, self._names.runs, strict=True):
            found[full].append(run)
        return dict(found)

    def kind(self, names: Sequence[str]) -> ActorKind | None:
        """Return what an actor is, as far as the article shows it."""
        kind = self._kinds.of(names)
        return kind if kind == "country" or self._owning.isdisjoint(names) else "organisation"

    def shown(self, full: str) -> ActorKind | None:
        """Return what a full name means; None where the article does not show it."""
        return self._kinds.shown(full)

    @cached_property
    def _owning(self) -> frozenset[str]:
        """The names that "its" means before a role: "Open Rent left. Its head, Bo Roe, sang."."""
        every = (role for roles in self.roles.by_name.values() for role in roles)
        return frozenset(filter(None, map(self._owners.body, every)))  # by "its" and "whose"

    def described(self, words: str) -> ActorKind:
        """Return what words for a group without a name mean: "the families"."""
        return self._kinds.described(words)

    def called(self, words: str) -> str | None:
        """Return the full name of the only one whose role has just these words, or of the firm.

        "A governor" may be who is named later; "a doctor" is Dr Roe only beside the name.
        """
        said, first = self.words(words).lower(), words.partition(" ")[0].lower()
        if self.nouns.is_count(first) and said not in self.nouns.words.sole:
            said = words.lower()
        names = self._called.get(said, set())
        return next(iter(names)) if len(names) == 1 else self._firms.called(said)

    @cached_property
    def _called(self) -> dict[str, set[str]]:
        found = defaultdict[str, set[str]](set)
        whole = self._names.vocabulary.language.pairs("sentences.shortened")
        for name, roles in self.roles.by_name.items():
            for role in filter(attrgetter("head"), roles):
                said = self.words(self.roles.text(role)).lower().rstrip(".")
                before = self._parsed.text[max(0, role.start - _WORD) : role.start].split()[-1:]
                found[whole.get(said, said)].add(name)
                found[" ".join((*before, said)).lower()].add(name)
                found[whole.get(role.head, role.head)].add(name)
        for name in self._runs:
            words = name.lower().split()
            led = not self._names.vocabulary.body_links.isdisjoint(words[1:2])
            if word := self.nouns.words.called.get(words[0 if led else -1]):
                found[word].add(name)  # "the department" of "Ministry of Trade"
        return dict(found)

    def words(self, described: str) -> str:
        """Return words for a group without article or number: "families" of "the families"."""
        first, _, rest = described.partition(" ")
        known = self._names.vocabulary
        low = first.lower()
        small = low in known.articles or low in known.determiners or self._counts(low)
        return rest if rest and small else described

    def styled(self, full: str) -> str | None:
        """Return a name of one word with what belongs to it: "Lady Poe", "The Hill"; or None."""
        styles, runs = self.nouns.words.styles, self._runs.get(full, ())
        for run in runs:
            if run.titles and (run.titles[-1].lower() in styles or len(full) == 1):
                return " ".join(self._names.text[run.start : run.end].split()[-2:])
        articles = {*filter(None, map(self._article, runs))}
        article = articles.pop() if len(articles) == 1 else ""
        return f"{article} {full}" if article[:1].isupper() else None

    def _article(self, run: Run) -> str:
        """Return the article before a name, where no sentence gives it its capital."""
        text = self._names.text
        the = self._names.vocabulary.the.search(text, max(0, run.start - 5), run.start)
        return the[0].strip() if the and not opens_sentence(text, the.start()) else ""

    def _counts(self, low: str) -> bool:
        """Return whether a word counts: "512", "twenty-three", "many"; not "some" of them."""
        numbers = self._names.vocabulary.language.pairs("numbers.small")
        number = low[:1].isdigit() or low.partition("-")[0] in numbers
        return number or low in self.nouns.words.counted

    @cached_property
    def wording(self) -> Wording:
        """The words that it has for bodies and people without a name."""
        return Wording(self._parsed, self.nouns)

    def same_words(self, one: str, other: str) -> bool:
        """Return whether words mean one group: "board" is the "regional water board".

        The longer words come first: "Fans of Lenn cheered. Fans sang."
        """
        bare = (self.words(self.words(each)).lower() for each in (one, other))  # "The 40 growers"
        short, long = sorted(bare, key=len)
        if short == long:
            return bool(short)
        said, core = short.split(), self.nouns.core(long)
        sort = self.nouns.sort(core[-1]) if said and core[-len(said) :] == said else None
        first, after = map(self.wording.below.find, (long, short))
        named = first <= after  # the union of before "the teachers' union" is another
        return named and (sort == "body" or (sort == "many" and self._are_alone(said, core)))

    def _are_alone(self, said: list[str], core: list[str]) -> bool:
        """Return whether the article describes a group in one way: no "bank officials" as well."""
        words = self.wording.below.split()
        before = {words[at - 1] for at, word in enumerate(words) if word == said[0] and at}
        other = before.difference(core[: -len(said)][-1:])
        return not any(map(self.nouns.is_open, other))

    def endings(self, described: str) -> list[tuple[str, ...]]:
        """Return the words of a group, then those that others may call it by: its last ones."""
        low = self.words(described).lower()
        words, core = (*low.split(),), (*self.nouns.core(low),)  # "growers" of "growers in Lenn"
        return [each[at:] for each in dict.fromkeys((words, core)) for at in range(len(each))]

    def speaks_as_actor(self, words: str) -> bool:
        """Return whether a source without a name is an actor: "hauliers", "a crane driver"."""
        return self._speaks_as_group(words) or self._is_someone(words)

    def _is_someone(self, words: str) -> bool:
        """Return whether words are for one person who has no name in the article."""
        return self.called(words) is None and self.wording.is_someone(words)

    def _speaks_as_group(self, words: str) -> bool:
        """Return whether a source without a name is a group: "hauliers" said it, so they are."""
        head, agents = self.nouns.head(words), self.nouns.words.agents
        no_group = self.nouns.words.unnamed | {f"{each}s" for each in self.nouns.words.no_agents}
        people = bool(agents) and head.endswith(agents) and head not in no_group
        plain = people and self.nouns.is_plain(words)
        return plain or self.is_group(words) or self._may_be_name(words)

    def _may_be_name(self, words: str) -> bool:
        """Return whether a word that opens a sentence is no other word: "Oxfam", not "Critics".

        A verb of saying is behind it, and no request: "Please say so".
        """
        low, known = words.lower(), self._names.vocabulary
        named = words in self._runs and words.rpartition(" ")[2] in self._before_saying
        nouns = (*known.plural_endings, *known.noun_endings)
        return named and self.nouns.is_unknown(low) and not low.endswith(nouns)

    @cached_property
    def _before_saying(self) -> frozenset[str]:
        """The words that a verb of saying is right behind."""
        speaking = self._names.vocabulary.speaking
        pairs = _BEFORE_VERB.findall(self._parsed.text)
        return frozenset(before for before, verb in pairs if verb in speaking)

    def is_group(self, words: str) -> bool:
        """Return whether words without a name mean people or a body that has a name elsewhere."""
        head = self.nouns.head(words)
        known = self.nouns.sort(head) in {"many", "body"}
        tells_who = head not in self.nouns.words.unnamed or self.nouns.is_described(words, head)
        alone = self.words(words).lower() in self.nouns.words.never_alone
        return known and tells_who and not alone and self.nouns.is_plain(words)

    def role(self, names: Sequence[str]) -> Role | None:
        """Return where the article says what an actor is; None where it does not."""
        full = {self._names.full(name) for name in names} | {*names}
        roles = [role for name in full for role in self.roles.by_name.get(name, ())]
        if self.kind(names) not in {"person", None}:
            roles = [role for role in roles if not self._is_of_person(role)]
        return self.roles.best(sorted(roles, key=attrgetter("start")))

    def _is_of_person(self, role: Role) -> bool:
        """Return whether a role is no body's: that of "official Xinhua", not of "rival Lenn AG"."""
        one = self.nouns.sort(role.head) == "one" and role.head not in self.nouns.words.either
        return one or self.roles.is_whose(role)

    def owner(self, role: Role) -> str | None:
        """Return whose role it is, in the article's words, where it does not say so itself."""
        behind = self._parsed.text[slice(*role.of)] if role.of else ""
        aside = "" if self._owners.is_owned(role) else " ".join(behind.split())
        return self._owners.of(role) or aside or None

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The words for groups without a name that do something: "Some trustees"."""
        places = Groups(self._parsed, self.nouns, self._deeds).places()
        every = (self._parsed.text[slice(*place)] for place in places)
        return tuple(dict.fromkeys(filter(self._acts_as_group, every)))

    def _acts_as_group(self, words: str) -> bool:
        """Return whether words are a group's; a body has an article: "the council"."""
        many = self.nouns.sort(self.nouns.head(words)) == "many"
        bare = not self.nouns.words.bare.isdisjoint((words.lower(), words.rpartition(" ")[2]))
        bare = bare or not _OWN.isdisjoint(words)
        whole = many or bare or self.words(words) != words
        return (self.is_group(words) and whole) or self._is_officer(words)

    def _is_officer(self, words: str) -> bool:
        """Return whether words are for who has an office: "the mayor of Lenn", "Peru's envoy"."""
        office, _, place = self.words(words).partition(" of ")
        held = {*office.lower().split()} <= self._names.vocabulary.titles - self.nouns.words.former
        named = held and place[:1].isupper()
        if own := _OWNED.search(words):
            owner, office = self.words(words[: own.start()]), words[own.end() :]
            named = owner[:1].isupper() and office.islower() and self.shown(owner) in _BODIES
            named = named and self.nouns.sort(self.nouns.head(office)) == "one"
        return named and self.called(office) is None and self.called(words) is None
