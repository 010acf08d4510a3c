"""Who a pronoun means, as a place of the name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import attrgetter

from summarizer.document.actors import ActorReader
from summarizer.document.attribution.grammar.descriptions import rival_before
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.captions.words import Place
from summarizer.document.descriptions import Descriptions
from summarizer.document.lookup import Lookup
from summarizer.document.sentences import Sentence
from summarizer.document.subjects import Subject

_GENDERED = frozenset({"masculine", "feminine"})
_MEANING = _GENDERED | {"it"}


class Meaning:
    """Knows who the pronouns of one article mean.

    Args:
        parsed: The article as tokens.
        subjects: The mentions of those who may do what a sentence says.
        lookup: Finds names in its text.
        descriptions: Who is meant by those of it.
        actors: What its actors are.
        title: Its headline, or its first lines.
        sentences: Its sentences.
    """

    def __init__(  # noqa: PLR0913, PLR0917  one of each is needed
        self,
        parsed: ParsedText,
        subjects: Iterable[Subject],
        lookup: Lookup,
        descriptions: Descriptions,
        actors: ActorReader,
        title: str,
        sentences: Sequence[Sentence],
    ) -> None:
        self._parsed, self._lookup, self._descriptions = parsed, lookup, descriptions
        self._actors, self._title, self._sentences = actors, title, sentences
        self._subjects = {subject.start: subject.name for subject in subjects}

    def place(self, name: str) -> Place | None:
        """Return the first place of a name."""
        return self._lookup.first_place(name)

    def described(self, words: str, start: int) -> Place | None:
        """Return a place of the name that "the airline" at an offset means."""
        name = self._descriptions.means(words, start)
        return self.place(name) if name else None

    def headline_above(self, at: int) -> Place | None:
        """Return the place of the first sentence, if that is the headline and not at an offset."""
        first = self._sentences[0]
        words = first.text.rstrip(" .")
        is_title = bool(words) and self._title.startswith(words)
        return (first.start, first.end) if is_title and first.end <= at else None

    def names(self, place: Place) -> bool:
        """Return whether a place names anyone, by more than the capital of a sentence."""
        runs = self._parsed.names.runs
        first, last = (bisect_left(runs, at, key=attrgetter("start")) for at in place)
        return any(run.sure or len(run.words) > 1 for run in runs[first:last])

    @cached_property
    def about(self) -> Place | None:
        """A place of the only body that its headline and more than one sentence name."""
        names = self._parsed.names
        end = len(self._title) if self._parsed.text.startswith(self._title) else 0
        heads = {names.meant(run) for run in names.runs if run.start < end}
        bodies = [name for name in heads if self._is_body(name)]
        return self.place(bodies[0]) if len(bodies) == 1 else None

    def company(self, start: int) -> Place | None:
        """Return a place of the body that it is about, if that is the last body before."""
        names = self._parsed.names
        for run in reversed(names.runs[: bisect_left(names.runs, start, key=attrgetter("start"))]):
            if self._is_body(name := names.meant(run)):
                return self.about if self.place(name) == self.about else None
        return None

    def _is_body(self, name: str) -> bool:
        several = len(self._lookup.places_of([name])) > 1
        return several and self._actors.kind([name]) == "organisation"

    def of(self, at: int) -> Place | None:
        """Return a place of the name that "he", "she" or "it" at an offset means."""
        tokens = self._parsed.tokens
        token = (
            bisect_right(tokens, at, key=attrgetter("start")) - 1
        )  # behind the end of a sentence
        if tokens[token].start != at:
            return None
        name = self._subjects.get(at) or self._antecedent(token)
        known = name and not self._is_rivalled(token, name)
        return self._lookup.first_place(name) if name and known else None

    def _antecedent(self, token: int) -> str | None:
        if not self._parsed.tokens[token].is_any(_MEANING):
            return None
        name = self._parsed.antecedents.of(token)
        return name if name and self._is_person(name) else None

    def _is_rivalled(self, token: int, name: str) -> bool:
        """Return whether "she" may mean a woman who was described since she was named."""
        tokens = self._parsed.tokens
        rival = rival_before(tokens, token) if tokens[token].is_any(_GENDERED) else None
        since = tokens[rival.first : token] if rival else ()
        named = (self._parsed.full(each.item) for each in since if each.kind == "name")
        return rival is not None and name not in named

    def _is_person(self, name: str) -> bool:
        """Return whether "he" can mean a name: more than the capitals of sentences show it."""
        shown = any(run.sure or len(run.words) > 1 for run in self._lookup.runs_of([name]))
        return bool(self._parsed.persons.gender(name)) or shown
