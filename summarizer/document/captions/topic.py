"""What an article is about: its headline, and the company that it names."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from summarizer.document.actors import ActorReader
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.captions.words import Place
from summarizer.document.lookup import Lookup
from summarizer.document.sentences import Sentence, sentence_at
from summarizer.languages.lexicon import lexicon

_INITIALS = 3
"""Letters up to which a word in capitals is initials."""

_NEAR = 20
"""Names before "the airline" among which the firm is."""


class Topic:
    """Knows what one article is about.

    Args:
        parsed: The article as tokens.
        sentences: Its sentences.
        lookup: Finds names in its text.
        actors: What its actors are.
        title: Its headline, or its first lines.
    """

    def __init__(
        self,
        parsed: ParsedText,
        sentences: Sequence[Sentence],
        lookup: Lookup,
        actors: ActorReader,
        title: str,
    ) -> None:
        self._parsed, self._sentences, self._lookup = parsed, sentences, lookup
        self._actors, self._title = actors, title

    def headline_above(self, at: int) -> Place | None:
        """Return the place of the first sentence, if that is the headline and not at an offset."""
        return self._headline if self._headline and self._headline[1] <= at else None

    @cached_property
    def _headline(self) -> Place | None:
        first = self._sentences[0]
        words = first.text.rstrip(" .")
        return (first.start, first.end) if words and self._title.startswith(words) else None

    def names(self, place: Place) -> bool:
        """Return whether a place names anyone, by more than the capital of a sentence."""
        runs, meant = self._parsed.names.runs, self._parsed.names.meant
        first, last = (bisect_left(runs, at, key=attrgetter("start")) for at in place)
        return any(run.sure or self.is_sure(meant(run)) for run in runs[first:last])

    def is_sure(self, name: str) -> bool:
        """Return whether more than the capital of a sentence shows a name somewhere."""
        return " " in name or any(run.sure for run in self._lookup.runs_of([name]))

    def may_be_one(self, noun: str) -> bool:
        """Return whether a noun may mean one person or body, as "the 34-year-old" does."""
        tags = lexicon(self._parsed.names.vocabulary.language).tags(noun)
        return noun[0].isdigit() or self._actors.nouns.is_one(noun) or "inhabitant" in tags

    def is_person(self, name: str) -> bool:
        """Return whether a first name, a title or a role shows that a name is a person's."""
        known = self._parsed.names.gender(name) or self._actors.role([name])
        heading = any(len(word) > _INITIALS and word.isupper() for word in name.split())
        person = known is not None and self._actors.kind([name]) == "person"
        return person and (name.isupper() or not heading)  # no "MANY DOUBTS Plenty"

    def company(self, at: int) -> Place | None:
        """Return a place of the firm that it is about; None if "the airline" may be another."""
        firm = self._firm
        return self._lookup.first_place(firm) if firm and self.is_alone(firm, at) else None

    @cached_property
    def _firm(self) -> str | None:
        """The only body that its headline names, if it is a firm and named elsewhere too."""
        names = self._parsed.names
        end = len(self._title) if self._parsed.text.startswith(self._title) else 0
        heads = {names.meant(run) for run in names.runs if run.start < end}
        first, *others = (heads & self._bodies) or [""]
        return first if first and not others and self._is_firm(first) else None

    def is_alone(self, name: str, at: int) -> bool:
        """Return whether no other body is named from its last sentence before an offset on."""
        runs, meant = self._parsed.names.runs, self._parsed.names.meant
        end = bisect_left(runs, at, key=attrgetter("start"))
        near = runs[max(0, end - _NEAR) : end]
        last = next((run.start for run in reversed(near) if meant(run) == name), at)
        start = self._sentences[sentence_at(self._sentences, last)].start
        others = {meant(run) for run in near if run.start >= start} - {name}
        return last < at and self._bodies.isdisjoint(others)

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """The names that may be bodies': no day, no word that only opens a sentence, no byline."""
        names, skipped = self._parsed.names, self._parsed.skipped
        told = (run for run in names.runs if run.start not in skipped)
        sure = {names.meant(run) for run in told if run.sure or run.name.lower() not in names.words}
        found = (name for name in sure if name.lower() not in names.vocabulary.calendar)
        return frozenset(name for name in found if self._actors.kind([name]) == "organisation")

    def _is_firm(self, name: str) -> bool:
        """Return whether a name is shown to be a firm's: no place, nothing public."""
        lists, runs = self._actors.nouns.words, self._lookup.runs_of([name])
        text, place = self._parsed.text, self._parsed.names.vocabulary.place
        within = sum(bool(place.search(text, max(0, run.start - 5), run.start)) for run in runs)
        public = name.lower() in lists.regions or not lists.public.isdisjoint(name.lower().split())
        shown = self._actors.shown(name) == "organisation"
        return shown and len(runs) > max(1, 2 * within) and not public  # more than "in Ostmar"
