"""Who is meant by a surname that several bear: the place of each mention decides."""

import re
from collections import defaultdict
from collections.abc import Sequence

from summarizer.document.names.gender import given_gender
from summarizer.document.names.runs import Run
from summarizer.document.names.speaking import speaks
from summarizer.document.names.vocabulary import Vocabulary

_SET_OFF = re.compile(r", (?:\d|who\b|[^,.]{3,60}, )")


class Shared:
    """Reads the names of a text in order, and remembers who was named where.

    Args:
        text: The article's text.
        runs: Its runs of capitalised words.
        known: The words of its language.
    """

    def __init__(self, text: str, runs: Sequence[Run], known: Vocabulary) -> None:
        self._text = text
        self._known = known
        self._runs: dict[str, list[Run]] = defaultdict(list)
        for run in runs:
            if len(run.words) > 1:
                self._runs[run.name].append(run)
        self._first: dict[str, int] = {}
        self._last: dict[str, int] = {}

    def name(self, name: str, start: int) -> None:
        """Remember that someone is named at a place."""
        self._first.setdefault(name, start)
        self._last[name] = start

    def meant(self, bearers: Sequence[str], run: Run) -> str:
        """Return who of several is named at a place; the name alone where none may be.

        It is the one who was named last in the paragraph; where none is, the first one that the
        article names. An office is that of the one who has it elsewhere.
        """
        before = [each for each in bearers if each in self._last]
        persons = [each for each in before or bearers if self._is_person(each, run)]
        last = max(persons, key=lambda each: self._last.get(each, -1), default=None)
        if last in self._last and "\n" not in self._text[self._last[last] : run.start]:
            return last
        return min(persons, key=lambda each: self._first.get(each, run.end), default=run.name)

    def _is_person(self, name: str, run: Run) -> bool:
        """Return whether a person is introduced by a name, and has the office of another place.

        None is in "a Wisconsin Trump rally".
        """
        runs, text, known = self._runs[name], self._text, self._known
        held = {title.lower() for each in runs for title in each.titles}
        if not {title.lower() for title in run.titles} <= held | known.addresses:
            return False
        if not known.bodies.isdisjoint(name.lower().split()):
            return False  # "Gazette News Roe"
        told = (_SET_OFF.match(text, each.end) or speaks(text, each, known) for each in runs)
        return given_gender(name, known) is not None or any(told)
