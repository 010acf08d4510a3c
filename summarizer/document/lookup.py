"""Where the names of an article are in its text, and which of them mean one actor."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from summarizer.document.names import Identity, Names, Places
from summarizer.document.names.runs import Run
from summarizer.document.sentences import Sentence, sentence_at


class Lookup:
    """Answers questions about the names of an article; keeps its answers for the next time.

    Args:
        names: The names of the article.
        sentences: Its sentences.
    """

    def __init__(self, names: Names, sentences: Sequence[Sentence]) -> None:
        self._names = names
        self._sentences = sentences
        self._places = Places(names.text)
        self._identity = Identity(names)
        self._fullest = {name: names.full(name) for name in {run.name for run in names.runs}}
        self._found: dict[str, str | None] = {}
        self._full_names: dict[str, str] = {}
        self._first_mentions: dict[str, int] = {}

    def find(self, name: str) -> str | None:
        """Return a name as it is first written in a sentence of the article; None if it is not."""
        if name not in self._found:
            self._found[name] = self._first_written(name)
        return self._found[name]

    def _first_written(self, name: str) -> str | None:
        place = self._places.first(name)
        if place is None:
            return None
        first, last = (sentence_at(self._sentences, at) for at in (place[0], place[1] - 1))
        return " ".join(self._names.text[slice(*place)].split()) if first == last else None

    def full_name(self, name: str) -> str:
        """Return the fullest form that the article gives of a name, as it is written there."""
        if name not in self._full_names:
            self._full_names[name] = self.find(self._names.full(name)) or name
        return self._full_names[name]

    def same_actor(self, one: str, other: str) -> bool:
        """Return whether the article supports that two names mean one actor."""
        return self._identity.same(one, other)

    def actor_keys(self, name: str) -> frozenset[str]:
        """Return what a name shares some of with every name of the same actor."""
        return self._identity.keys(name)

    def aliases(self, names: Iterable[str]) -> frozenset[str]:
        """Return the names and every shorter form of them that the article uses for no other."""
        given = frozenset(names)
        return given | {short for short, full in self._fullest.items() if full in given}

    def mentions(self, names: Iterable[str]) -> tuple[tuple[int, int], ...]:
        """Return every place of any of the names, in order."""
        return self._places.mentions(names)

    def first_place(self, name: str) -> tuple[int, int] | None:
        """Return the first place of a name; None if there is none."""
        return self._places.first(name)

    def places_of(self, names: Iterable[str]) -> tuple[tuple[int, int], ...]:
        """Return every place that names who bears some names, in order.

        A surname that several bear is in it where the place shows who is meant.
        """
        forms = self.aliases(names)
        meant = (run for run in self.runs_of(names) if run.name not in forms)
        places = [*self.mentions(forms), *((run.end - len(run.name), run.end) for run in meant)]
        found: list[tuple[int, int]] = []
        for place in sorted(places):
            if not found or place[0] >= found[-1][1]:
                found.append(place)
        return tuple(found)

    def runs_of(self, names: Iterable[str]) -> list[Run]:
        """Return the runs that name who bears some names, titles included."""
        named = (self._runs_by_name.get(form, ()) for form in self.aliases(names))
        found = {run.start: run for runs in named for run in runs}
        return [found[start] for start in sorted(found)]

    @cached_property
    def _runs_by_name(self) -> Mapping[str, Sequence[Run]]:
        """The runs by what is written there, and by who is meant."""
        found = defaultdict[str, list[Run]](list)
        for run, meant in zip(self._names.runs, self._names.meanings, strict=True):
            for name in {run.name, meant}:
                found[name].append(run)
        return found

    def first_mention(self, name: str) -> int:
        """Return the offset at which a name, or a shorter form of it, first occurs."""
        if name not in self._first_mentions:
            places = filter(None, map(self._places.first, self.aliases([name])))
            self._first_mentions[name] = min(places, default=(len(self._names.text), 0))[0]
        return self._first_mentions[name]
