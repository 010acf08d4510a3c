"""What an article is about: its headline, and the company that it names."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from summarizer.document.actors import ActorReader
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.captions.words import Place
from summarizer.document.lookup import Lookup
from summarizer.document.sentences import Sentence

_DEFINITE = re.compile(r"\b[Tt]he (?:\w+-\w+ )?(\w+)")
_INITIALS = 3
"""Letters up to which a word in capitals is initials."""

_NEAR = 20
"""Names before "the airline" among which the company is."""


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
        self._bodies: dict[str, bool] = {}

    def headline_above(self, at: int) -> Place | None:
        """Return the place of the first sentence, if that is the headline and not at an offset."""
        first = self._sentences[0]
        words = first.text.rstrip(" .")
        is_title = bool(words) and self._title.startswith(words)
        return (first.start, first.end) if is_title and first.end <= at else None

    def names(self, place: Place) -> bool:
        """Return whether a place names anyone, by more than the capital of a sentence."""
        runs, meant = self._parsed.names.runs, self._parsed.names.meant
        first, last = (bisect_left(runs, at, key=attrgetter("start")) for at in place)
        return any(run.sure or self.is_sure(meant(run)) for run in runs[first:last])

    def is_sure(self, name: str) -> bool:
        """Return whether more than the capital of a sentence shows a name somewhere."""
        return " " in name or any(run.sure for run in self._lookup.runs_of([name]))

    def is_person(self, name: str) -> bool:
        """Return whether a first name, a title or a role shows that a name is a person's."""
        known = self._parsed.names.gender(name) or self._actors.role([name])
        heading = any(len(word) > _INITIALS and word.isupper() for word in name.split())
        person = known is not None and self._actors.kind([name]) == "person"
        return person and (name.isupper() or not heading)  # no "MANY DOUBTS Plenty"

    @cached_property
    def about(self) -> Place | None:
        """A place of the only body that its headline and more than one sentence name."""
        names = self._parsed.names
        end = len(self._title) if self._parsed.text.startswith(self._title) else 0
        heads = {names.meant(run) for run in names.runs if run.start < end}
        bodies = [name for name in heads if self._is_body(name)]
        return self._lookup.first_place(bodies[0]) if len(bodies) == 1 else None

    def company(self, start: int, noun: str) -> Place | None:
        """Return a place of the body that it is about, if "the airline" at an offset means it.

        It does if that is the last body named before it, or before its first "the airline".
        """
        first = self._firsts.get(noun, start)
        return self.about if self.about in {*map(self._body_before, (start, first))} else None

    @cached_property
    def _firsts(self) -> dict[str, int]:
        """Where each noun is first with "the", and no adjective but one like "Oslo-based"."""
        found: dict[str, int] = {}
        for match in _DEFINITE.finditer(self._parsed.text):
            found.setdefault(match[1].lower(), match.start())
        return found

    def _body_before(self, at: int) -> Place | None:
        """Return the body that is named last before an offset."""
        runs, meant = self._parsed.names.runs, self._parsed.names.meant
        end = bisect_left(runs, at, key=attrgetter("start"))
        near = (meant(run) for run in reversed(runs[max(0, end - _NEAR) : end]))
        name = next(filter(self._is_body, near), None)
        return self._lookup.first_place(name) if name else None

    def _is_body(self, name: str) -> bool:
        if name not in self._bodies:
            several = len(self._lookup.places_of([name])) > 1
            self._bodies[name] = several and self._actors.kind([name]) == "organisation"
        return self._bodies[name]
