"""The words and properties of one language, read from its table.

A table is ``languages/CODE.toml``. Lists are strings of words parted by spaces: 6,600 words load in
3 ms that way, and in 22 ms as arrays. A list of pairs has ``word=value`` for words.

The rules read news that quotes, borrows and mixes: "Herr Roe" is found in an English article. So
the words of the tables marked ``shared`` are read in every article, together with those of the
article's own language. :meth:`Language.own` is for what would mislead elsewhere, such as the words
for numbers.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

DEFAULT = "en"
"""The language of a text about which nothing else is known."""


class Language:
    """What the rules know of one language. Make one with :func:`language`.

    Args:
        code: ISO 639-1, such as "en".
        table: Its table.
        shared: The tables whose words are read beside its own.

    Attributes:
        code: ISO 639-1.
        name: The language's name in English.
    """

    def __init__(
        self, code: str, table: Mapping[str, Any], shared: tuple[Mapping[str, Any], ...]
    ) -> None:
        self.code = code
        self.name: str = table["name"]
        self._table = table
        self._read = (*shared, table)
        self._words: dict[str, frozenset[str]] = {}

    @property
    def read(self) -> tuple["Language", ...]:
        """The languages whose words are read in its articles: the shared ones, and itself last."""
        others = (language(code) for code in codes() if code != self.code)
        return (*(each for each in others if each.property("shared")), self)

    def words(self, path: str) -> frozenset[str]:
        """Return a list of words: this language's own, and those of every shared table.

        Args:
            path: Section and name, such as "speech.nouns".

        Example:
            >>> "monday" in language("de").words("time.weekdays")
            True
        """
        if path not in self._words:
            lists = (_at(table, path) for table in self._read)
            self._words[path] = frozenset(word for each in lists for word in (each or "").split())
        return self._words[path]

    def own(self, path: str) -> tuple[str, ...]:
        """Return a list of this language's own words, in the order of its table.

        Example:
            >>> language("en").own("time.weekdays")[0]
            'monday'
        """
        return tuple((_at(self._table, path) or "").split())

    def pairs(self, path: str) -> dict[str, str]:
        """Return a list of pairs of this language's own: "two=2 three=3"."""
        return dict(pair.split("=", 1) for pair in self.own(path))

    def property(self, path: str, default: Any = None) -> Any:
        """Return a property of this language, such as how it marks decimals."""
        found = _at(self._table, path)
        return default if found is None else found


@cache
def language(code: str) -> Language:
    """Return the language of this code; English where there is no table for it.

    Example:
        >>> language("de").name, language("xx").name
        ('German', 'English')
    """
    tables = _tables()
    chosen = code if code in tables else DEFAULT
    shared = tuple(
        table for other, table in tables.items() if table.get("shared") and other != chosen
    )
    return Language(chosen, tables[chosen], shared)


def codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a table.

    Example:
        >>> "en" in codes()
        True
    """
    return tuple(_tables())


@cache
def _tables() -> dict[str, Mapping[str, Any]]:
    folder = files("summarizer.languages")
    found = sorted(each.name for each in folder.iterdir() if each.name.endswith(".toml"))
    return {
        name.removesuffix(".toml"): tomllib.loads((folder / name).read_text(encoding="utf-8"))
        for name in found
    }


def _at(table: Mapping[str, Any], path: str) -> Any:
    found: Any = table
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found
