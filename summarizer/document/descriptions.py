"""Who is meant by a description: "the governor" is Jane Roe if the article calls only her so.

Reads the roles that the article gives to names: titles, words set off beside them, ages.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter

from summarizer.document.actors import ActorReader
from summarizer.document.attribution.grammar.descriptions import rival_described
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.languages.lexicon import lexicon

_AGE = re.compile(r", (\d{1,3})(?=[,.)])")
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*\.?")
_MOST = 8
"""Roles that are kept for one word, so that no article is slow."""


class Descriptions:
    """Knows who is meant by the descriptions of one article.

    Args:
        parsed: The article as tokens.
        actors: Reads what it calls those that it names.

    Example:
        >>> from summarizer.document.actors import ActorReader
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.document.outline import outline
        >>> from summarizer.languages.table import language
        >>> text = "Governor Jane Roe left. “No,” the governor said."
        >>> names, parts = read_names(text, language("en")), outline(text)
        >>> parsed = ParsedText(names, parts.quotations, parts.sentences)
        >>> descriptions = Descriptions(parsed, ActorReader(parsed))
        >>> descriptions.means("the governor", text.index("the governor"))
        'Jane Roe'
    """

    def __init__(self, parsed: ParsedText, actors: ActorReader) -> None:
        self._parsed = parsed
        self._actors = actors
        self._known = parsed.names.vocabulary

    def described_before(self, start: int) -> str | None:
        """Return the words for a person without a name that "he" or "she" may mean.

        It is the last person, if the article gives no name after it: "A clerk left. She…".

        Args:
            start: The offset of the pronoun.
        """
        tokens = self._parsed.tokens
        pronoun = bisect_right(tokens, start, key=lambda token: token.start) - 1
        rival = rival_described(tokens, pronoun)
        if rival is None or any(x.kind == "name" for x in tokens[rival.first : pronoun]):
            return None
        return self._parsed.names.text[tokens[rival.first].start : tokens[rival.last].end]

    def means(self, words: str, start: int) -> str | None:
        """Return the full name of the person that a description means; None if that is open.

        It is the only person with that role, and the article gives the role before; all words of
        the description have to be in the role. "The Norwegian" means
        the only person who is named before.

        Args:
            words: The description, as the article writes it.
            start: Its offset.
        """
        said = self._said(words)
        if self._is_inhabitant(said):
            first, second = self._first_two
            return self.bearer(words) if first < start <= second else None
        if (body := self.body(words)) and self._first(body) <= start:
            return body
        bearer = self.bearer(words)
        roles = self._roles.get(_head(said), ()) if bearer else ()
        known = any(at <= start and (_age(said) or role.issuperset(said)) for _, role, at in roles)
        return bearer if known else None

    def bearer(self, words: str) -> str | None:
        """Return the full name of the only person that a description may mean, wherever it is."""
        said = self._said(words)
        if self._is_inhabitant(said):
            return next(iter(self._persons_by_place.values()), None)
        names = {name for name, _, _ in self._roles.get(_head(said), ())}
        return next(iter(names)) if len(names) == 1 else self.body(words)

    def body(self, words: str) -> str | None:
        """Return the only body whose name has the words of a description: "the trust"."""
        found = self._bodies.get(" ".join(self._said(words)), {})
        cut = {name for name in found for whole in found if whole.endswith(f" {name}")}
        names = [*found.keys() - cut]
        return names[0] if len(names) == 1 else None

    def _first(self, body: str) -> int:
        return min(starts[body] for starts in self._bodies.values() if body in starts)

    @cached_property
    def _bodies(self) -> dict[str, dict[str, int]]:
        """The bodies by what they are called for short, with their first mentions."""
        found = defaultdict[str, dict[str, int]](dict)
        for run in self._parsed.names.runs:
            words = [word.lower() for word in run.words]
            if len(words) > 1 and self._actors.nouns.sort(words[-1]) == "body":
                for first in range(1, len(words)):
                    found[" ".join(words[first:])].setdefault(run.name, run.start)
            elif len(words) > 1 and self._actors.nouns.sort(words[0]) == "body":
                found[words[0]].setdefault(run.name, run.start)
        return dict(found)

    def _said(self, words: str) -> list[str]:
        """Return the words of a description behind its article; none where it has none."""
        article, *said = _WORD.findall(words.lower()) or [""]
        return said if article in self._known.articles else []

    def _is_inhabitant(self, said: list[str]) -> bool:
        tags = lexicon(self._known.language).tags
        return len(said) == 1 and "inhabitant" in tags(said[0])

    @cached_property
    def _persons_by_place(self) -> dict[int, str]:
        """The persons by the offset of their first mention."""
        found: dict[str, int] = {}
        persons, tokens = self._parsed.persons, self._parsed.tokens
        for at in persons.every:
            found.setdefault(persons.name(at), tokens[at].start)
        return {start: name for name, start in found.items()}

    @cached_property
    def _first_two(self) -> tuple[int, int]:
        """Where the first and the second person are named first."""
        end = len(self._parsed.text)
        first, second, *_ = *self._persons_by_place, end, end
        return first, second

    @cached_property
    def _roles(self) -> dict[str, list[tuple[str, frozenset[str], int]]]:
        """The first roles by their last word: who bears each, its words, and where it is given."""
        found = defaultdict[str, dict[tuple[str, frozenset[str]], int]](dict)
        for name, words, start in self._given():
            role = [word for word in words if word not in self._known.articles]
            if role and len(found[role[-1]]) < _MOST:
                found[role[-1]].setdefault((name, frozenset(role)), start)
        return {
            head: [(name, role, start) for (name, role), start in roles.items()]
            for head, roles in found.items()
        }

    def _given(self) -> Iterator[tuple[str, list[str], int]]:
        """Yield each role with the name that it is given to."""
        names = self._parsed.names
        for full, roles in self._actors.roles.by_name.items():
            for role in filter(attrgetter("head"), roles):
                words = self._noun(self._actors.roles.text(role))
                yield full, [self._shortened.get(word, word) for word in words], role.start
        for run in names.runs:
            if age := _AGE.match(names.text, run.end):
                yield names.meant(run), [age[1]], run.start

    def _noun(self, phrase: str) -> list[str]:
        """Return the words of a phrase up to its first preposition."""
        words = [word.rstrip(".") for word in _WORD.findall(phrase.lower())]
        small = (n for n, word in enumerate(words) if n and word in self._prepositions)
        return words[: next(small, len(words))]

    @cached_property
    def _shortened(self) -> dict[str, str]:
        """Titles by how they are shortened."""
        return self._known.language.pairs("sentences.shortened")

    @cached_property
    def _prepositions(self) -> frozenset[str]:
        return self._known.language.words("sentences.preposition")


def _age(said: list[str]) -> str:
    """Return the number of "34-year-old", nothing of other words."""
    number = said[0].partition("-")[0] if len(said) == 1 else ""
    return number if number.isdigit() else ""


def _head(said: list[str]) -> str:
    """Return the word of a description by which a role is found; nothing where it has none."""
    return _age(said) or said[-1] if said else ""
