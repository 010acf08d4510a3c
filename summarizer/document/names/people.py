"""The names of one article: its runs of capitalised words, their fullest forms, who shares one.

It knows the rules of writing names, nothing of quotations or models.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from operator import attrgetter

from summarizer.document.names.families import compatible, families, is_personal, key
from summarizer.document.names.firstnames import first_names
from summarizer.document.names.gender import given_gender, title_gender
from summarizer.document.names.nicknames import nickname
from summarizer.document.names.numbered import with_numbered
from summarizer.document.names.openers import without_openers
from summarizer.document.names.runs import Run, find_runs
from summarizer.document.names.shared import Shared
from summarizer.document.names.shortforms import called_forms, defined_forms
from summarizer.document.names.titles import parse_name
from summarizer.document.names.vocabulary import Vocabulary, vocabulary
from summarizer.document.names.words import is_caseless, split_words
from summarizer.languages.table import Language


class Names:
    """The names that a text gives. Make one with :func:`read_names`.

    Args:
        text: The text.
        known: The words of its language.
        runs: Its runs of capitalised words.
        words: Its words, bare, and every form that counts as one: "US" for "U.S.".
        short_forms: Its short forms, each with the long one.
    """

    def __init__(
        self,
        text: str,
        known: Vocabulary,
        runs: tuple[Run, ...],
        words: frozenset[str],
        short_forms: Mapping[str, str],
    ) -> None:
        self.text = text
        self.vocabulary = known
        self.runs = runs
        self.words = words
        self.short_forms = short_forms
        self._families = families(text, runs, known)
        self._genders = _genders(runs, known)
        self._single = frozenset(run.words for run in runs if len(run.words) == 1)
        self._given = frozenset(
            full.split()[0] for family in self._families.values() for full in family if " " in full
        )
        # The same few names are asked about again and again.
        self._fullest: dict[str, str] = {}
        self._borne: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._fit: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = {}

    @cached_property
    def is_caseless(self) -> bool:
        """Whether the text is in a script without capitals."""
        return is_caseless(self.text)

    @cached_property
    def _first_names(self) -> dict[str, str]:
        """The full names of those who are called by their first word alone."""
        full = [name for family in self._families.values() for name in family if " " in name]
        return dict(first_names(self.text, self.runs, self.vocabulary, full))

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first words of the names in their fullest forms, no surname among them."""
        first = {name.split()[0] for name in self.meanings}
        return frozenset(word for word in first if not self.bears(word))

    @cached_property
    def alone(self) -> frozenset[str]:
        """The words that are a whole name somewhere, as a surname is."""
        return frozenset(run.words[0] for run in self.runs if len(run.words) == 1)

    @cached_property
    def by_place(self) -> dict[int, Run]:
        """The runs by where they start, and by where they end."""
        return {run.end: run for run in self.runs} | {run.start: run for run in self.runs}

    def parse(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the words of a name and the titles before it."""
        return parse_name(name, self.vocabulary)

    def is_personal(self, words: tuple[str, ...]) -> bool:
        """Return whether a name of several words can be a person's."""
        return is_personal(words, self.vocabulary)

    def full(self, name: str) -> str:
        """Return the fullest form in which the text gives a name.

        Args:
            name: A name as it was written, with or without a title.

        Returns:
            The full name, without titles; the name unchanged where the text gives no fuller one
            or gives two people of that surname.

        Example:
            >>> from summarizer.languages.table import language
            >>> read_names("Jane Roe spoke. Then Ms. Roe left.", language("en")).full("Roe")
            'Jane Roe'
            >>> text = "Jane Roe spoke to her brother, Tim Roe."
            >>> read_names(text, language("en")).full("Roe")
            'Roe'
        """
        if name not in self._fullest:
            self._fullest[name] = self._find_full(name)
        return self._fullest[name]

    def _find_full(self, name: str) -> str:
        words, titles = self.parse(name)
        if not words:
            return name
        if " ".join(words) in self.short_forms:
            long = self.short_forms[" ".join(words)]
            return long if long in self.text else name
        bearers = self._fitting(words, titles)
        if len(bearers) == 1:
            return bearers[0]
        return name if len(words) == 1 else " ".join(words)

    def meant(self, run: Run) -> str:
        """Return the full name of who is meant in a place.

        Where several bear a surname, it is the one who was named last in the paragraph; where
        none is, the one that the article introduces first.

        Args:
            run: The place, one of :attr:`runs`.

        Example:
            >>> from summarizer.languages.table import language
            >>> text = "Anne Kelly spoke. Mark Kelly did, too. “No,” Kelly said."
            >>> names = read_names(text, language("en"))
            >>> [names.meant(run) for run in names.runs]
            ['Anne Kelly', 'Mark Kelly', 'Mark Kelly']
        """
        return self._meanings[run.start]

    @cached_property
    def meanings(self) -> tuple[str, ...]:
        """The full names of who is meant by each of the runs, in order."""
        return tuple(self._meanings[run.start] for run in self.runs)

    def are_within(self, start: int, end: int) -> bool:
        """Return whether some words are a part of a name: a nickname in quotation marks."""
        before = bisect_left(self._nicknamed, start, key=attrgetter("start"))
        return before > 0 and end < self._nicknamed[before - 1].end

    @cached_property
    def _nicknamed(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if nickname(run.words))

    def is_one(self, run: Run) -> bool:
        """Return whether a place names one, and no couple: "Tom and Sarah Roe"."""
        return self.vocabulary.ands.isdisjoint(run.words)

    def is_shared(self, run: Run) -> bool:
        """Return whether several bear what is written in a place."""
        return len(self._meanable(run)) > 1

    def _meanable(self, run: Run) -> tuple[str, ...]:
        """Return the full names of those who can be meant in a place."""
        written = run.words, run.titles
        if written not in self._fit:
            self._fit[written] = () if run.name in self.short_forms else self._fitting(*written)
        return self._fit[written]

    @cached_property
    def _meanings(self) -> dict[int, str]:
        """Who is meant in each place of a name."""
        found: dict[int, str] = {}
        shared = Shared(self.text, self.runs, self.vocabulary)
        for run in self.runs:
            bearers = self._meanable(run)
            name = bearers[0] if len(bearers) == 1 else self.full(run.name)
            if len(bearers) > 1 == len(run.words) and run.name not in bearers:
                name = shared.meant(bearers, run)
            shared.name(name, run.start)
            found[run.start] = name
        return found

    def bears(self, surname: str) -> bool:
        """Return whether someone of the text has a name as the surname: "Roe", not "Oslo"."""
        return any(" " in full for full in self._surnamed(surname))

    def bearers(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the full names of those who these words of a name can mean."""
        if words not in self._borne:
            self._borne[words] = self._find_bearers(words)
        return self._borne[words]

    def _fitting(self, words: tuple[str, ...], titles: tuple[str, ...]) -> tuple[str, ...]:
        """Return the full names of those who a name with these titles can mean."""
        bearers = self.bearers(words)
        titled = title_gender(titles, self.vocabulary) if titles else None
        if titled is None:
            return bearers
        if self.gender(words[-1]) not in {None, "?", titled}:
            return ()
        genders = {each: given_gender(each, self.vocabulary) for each in bearers}
        same = tuple(each for each in bearers if genders[each] == titled)
        return same or tuple(each for each in bearers if genders[each] is None)

    def _find_bearers(self, words: tuple[str, ...]) -> tuple[str, ...]:
        if len(words) == 1:
            called = self._first_names.get(words[0])
            return self._surnamed(words[0]) or ((called,) if called else ())
        if not self.vocabulary.ands.isdisjoint(words):
            return ()
        family = self._families.get(key(words[-1]), ())
        generations = self.vocabulary.generations
        fitting = tuple(full for full in family if compatible(words, (*full.split(),), generations))
        return fitting[:1] if " ".join(words) in fitting[1:] else fitting

    def _surnamed(self, surname: str) -> tuple[str, ...]:
        """Return the full names of those who have a surname, in the West or in the East."""
        folded = key(surname)
        family = self._families.get(folded, ())
        if folded not in self.vocabulary.surname_first:
            return family
        return tuple(dict.fromkeys((*family, *self._eastern(surname))))

    def gender(self, name: str) -> str | None:
        """Return "m" or "f" as the surname's titles or the given name show; "?" if unclear."""
        surname = name.split()[-1:]
        shared = surname != [name] and len(self.bearers(tuple(surname))) > 1  # Mr. Roe, Ann Roe
        found = set() if shared or not surname else self._genders.get(key(surname[0]), set())
        if len(found) == 1:
            return next(iter(found))
        return given_gender(name, self.vocabulary) or ("?" if found else None)

    def crosses(self, words: tuple[str, ...]) -> bool:
        """Return whether words join one person's given name to another's surname."""
        known = bool(self._families.get(key(words[-1]))) or words[-1:] in self._single
        return len(words) > 1 and known and words[0] in self._given and not self.bearers(words)

    def _eastern(self, surname: str) -> tuple[str, ...]:
        return tuple(
            full
            for family in self._families.values()
            for full in family
            if full.split()[0] == surname
        )


def read_names(text: str, spoken: Language) -> Names:
    """Read the names of a text.

    Args:
        text: The text.
        spoken: Its language.

    Returns:
        The names that it gives.

    Example:
        >>> from summarizer.languages.table import language
        >>> names = read_names("The mayor, Jane Roe, met Mr. Poe.", language("en"))
        >>> [run.name for run in names.runs]
        ['Jane Roe', 'Poe']
    """
    known = vocabulary(spoken)
    words = split_words(text, known.stopped)
    defined = dict(defined_forms(text, words, known))
    runs = (*without_openers(text, find_runs(text, words, known, defined.values()), known),)
    runs = with_numbered(text, runs, spoken)
    short_forms = known.short_forms | defined | dict(called_forms(text, runs, known))
    forms = words.bare | _both_forms(words.bare, runs, short_forms)
    return Names(text, known, runs, forms, short_forms)


def _genders(runs: tuple[Run, ...], known: Vocabulary) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for run in runs:
        gender = title_gender(run.titles, known) if run.titles else None
        if gender:
            found[key(run.words[-1])].add(gender)
    return found


def _both_forms(
    words: frozenset[str], runs: tuple[Run, ...], short_forms: Mapping[str, str]
) -> frozenset[str]:
    """Return words that count as those of the text: "US" for "U.S." and for "United States"."""
    found = {word.replace(".", "") for word in words}
    found |= {"".join(word[0] for word in run.words) for run in runs if len(run.words) > 1}
    for short, full in short_forms.items():
        if short in found:
            found.update(full.split())
    return frozenset(found)
