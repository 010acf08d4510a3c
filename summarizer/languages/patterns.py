"""Patterns that hold the words of a language, each made when it is first used."""

import re
from collections.abc import Iterable, Mapping

from summarizer.languages.table import Language

_LISTS = re.compile(r"\{([=.]?[a-z][\w.|=]*)\}")


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, shared beginnings merged; of two, the longer.

    Args:
        words: The words; one that is empty makes the pattern optional.

    Returns:
        The pattern, which captures nothing, and matches nothing if there are no words.

    Example:
        >>> any_of(["ten", "tens", "two"])
        't(?:en(?:s)?|wo)'
    """
    words = list(words)
    if not words:
        return "(?!)"
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    optional = "?" if branches.pop("", None) is not None else ""
    parts = [re.escape(initial) + any_of(rest) for initial, rest in sorted(branches.items())]
    if len(parts) == 1 and not optional:
        return parts[0]
    return f"(?:{'|'.join(parts)}){optional}" if parts else ""


class Patterns:
    r"""The patterns of one language; each is an attribute.

    In a pattern, ``{bounds}`` is any word of a list of the section, ``{=bounds}`` any that is the
    language's own, ``{bounds|moves}`` any of two lists, and ``{time.ago}`` any of one of another
    section. A ``_`` in a word is a space. ``{.about}`` is another of the patterns.

    Args:
        language: The language.
        section: The section of the lists, such as "numbers".
        patterns: Each pattern by its name.
        parts: Patterns that are made of more than lists, as the others have them.

    Example:
        >>> from summarizer.languages.table import language
        >>> found = Patterns(language("en"), "numbers", {"about": r"\b{approximate} $"})
        >>> found.about.search("it cost about ").start()
        8
    """

    def __init__(
        self, language: Language, section: str, patterns: Mapping[str, str], **parts: str
    ) -> None:
        self._language, self._section = language, section
        self._patterns = {**patterns, **parts}

    def __getattr__(self, name: str) -> re.Pattern[str]:
        if name.startswith("_") or name not in self._patterns:
            raise AttributeError(name)
        made = re.compile(self._filled(name))
        self.__dict__[name] = made
        return made

    def _filled(self, name: str) -> str:
        return _LISTS.sub(lambda lists: self._either(lists[1]), self._patterns[name])

    def _either(self, lists: str) -> str:
        if lists[0] == ".":
            return self._filled(lists[1:])
        return any_of({word for path in lists.split("|") for word in self._words(path)})

    def _words(self, path: str) -> Iterable[str]:
        """Return the words of a list, of the language's own after a "="."""
        name = path.removeprefix("=")
        path, own = name if "." in name else f"{self._section}.{name}", name != path
        words = self._language.own(path) if own else self._language.words(path)
        return (word.replace("_", " ") for word in words)
