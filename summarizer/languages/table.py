"""The words and properties of one language, read from its table.

A table is ``languages/CODE.toml``. Lists are strings of words parted by spaces: 6,600 words load in
3 ms that way, and in 22 ms as arrays. A list of pairs has ``word=value`` for words.

``@name`` in a list is another list of its section, so that no list repeats another.

The rules read news that quotes, borrows and mixes: "Herr Roe" is found in an English article. So
the words of the tables marked ``shared`` are read in every article, together with those of the
article's own language. :meth:`Language.own` is for what would mislead elsewhere, such as the words
for numbers.

What belongs to no language, such as ``km`` and ``€``, is in ``und.toml``: "und" is the code of
ISO 639-2 for "undetermined". It is read with every language, and alone where a text's has no table.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

DEFAULT = "en"
"""The language of a text about which nothing else is known."""

UNKNOWN = "und"
"""The code of no language, whose table has what every language is read with."""


_LINE = re.compile(
    r"""^(?:\[([\w.]+)\]|(?:([\w-]+)|"([^"\n]+)") = (?:("{3}|'{3}|["'])(.*?)\4|(true|false)))""",
    re.MULTILINE | re.DOTALL,
)
"""A section, or a name and its text or property: all that our tables have of TOML."""


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
            lists = (_listed(table, path) for table in self._read)
            self._words[path] = frozenset(word for each in lists for word in each)
        return self._words[path]

    def is_pronoun(self, written: str) -> bool:
        """Return whether a word is a pronoun of this language, or of any language.

        Example:
            >>> language("en").is_pronoun("She"), language("en").is_pronoun("Jane")
            (True, False)
        """
        return written.casefold() in self._pronouns

    @cached_property
    def _pronouns(self) -> frozenset[str]:
        return self.words("sentences.pronoun") | self.words("sentences.other_pronoun")

    @cache  # noqa: B019  languages live as long as the process
    def own(self, path: str) -> tuple[str, ...]:
        """Return a list of this language's own words, in the order of its table.

        Example:
            >>> language("en").own("time.weekdays")[0]
            'monday'
        """
        return tuple(_listed(self._table, path))

    def lists(self, section: str) -> frozenset[str]:
        """Return the names of the lists in a section of all tables that are read.

        Example:
            >>> "weekdays" in language("de").lists("time")
            True
        """
        sections = (_at(table, section) or {} for table in self._read)
        return frozenset(name for each in sections for name in each if isinstance(each[name], str))

    @cache  # noqa: B019
    def pairs(self, path: str) -> dict[str, str]:
        """Return a list of pairs of this language's own: "two=2 three=3". It is never changed."""
        return dict(pair.split("=", 1) for pair in self.own(path))

    @cache  # noqa: B019
    def every_pair(self, path: str) -> dict[str, str]:
        """Return a list of pairs of all tables that are read; this language's own win.

        Example:
            >>> language("de").every_pair("numbers.scales_everywhere")["million"]
            '6'
        """
        lists = (_at(table, path) or "" for table in self._read)
        return dict(pair.split("=", 1) for each in lists for pair in each.split())

    def phrases(self, path: str) -> frozenset[str]:
        """Return a list of words as :meth:`words` does; ``_`` in a word is a space.

        Example:
            >>> "more than" in language("en").phrases("numbers.bounds")
            True
        """
        return frozenset(map(_spaced, self.words(path)))

    def named(self, path: str) -> dict[str, str]:
        """Return a section of lines ``name = "form form"`` of all tables that are read.

        Returns:
            Form, ``_`` read as a space -> name.

        Example:
            >>> language("en").named("numbers.measures")["per cent"]
            'percentage'
        """
        sections = (_at(table, path) or {} for table in self._read)
        lines = (line for section in sections for line in section.items())
        return {_spaced(form): name for name, forms in lines for form in forms.split()}

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
    chosen = code if code in _tables() else DEFAULT
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
    return tuple(code for code in _tables() if code != UNKNOWN)


@cache
def _tables() -> dict[str, Mapping[str, Any]]:
    return {file.stem: _read(file) for file in sorted(Path(__file__).parent.glob("*.toml"))}


def _read(file: Path) -> dict[str, Any]:
    """Read a table: in a fifth of the time that a parser of all TOML takes."""
    found: dict[str, Any] = {}
    section = found
    for header, bare, quoted, _, text, is_true in _LINE.findall(file.read_text("utf-8")):
        if header:
            section = found
            for name in header.split("."):
                section = section.setdefault(name, {})
        else:
            value = is_true == "true" if is_true else text.removeprefix("\n")
            section[bare or quoted] = value
    return found


def _listed(table: Mapping[str, Any], path: str) -> list[str]:
    """Return the words of a list, those of the lists that it refers to among them."""
    text = _at(table, path) or ""
    return text.split() if "@" not in text else [*_referred(table, path, text)]


def _referred(table: Mapping[str, Any], path: str, text: str) -> Iterator[str]:
    section, _, _ = path.rpartition(".")
    for word in text.split():
        if word[0] == "@" and len(word) > 1:
            yield from _listed(table, f"{section}.{word[1:]}")
        else:
            yield word


def _spaced(word: str) -> str:
    return word.replace("_", " ")


def _at(table: Mapping[str, Any], path: str) -> Any:
    found: Any = table
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found
