"""The words that an article has for bodies and people without a name: "the city council"."""

import re
from collections import Counter
from functools import cached_property

from summarizer.document.actors.nouns import Nouns
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.languages.expressions import either
from summarizer.languages.lexicon import lexicon

_LONGEST = 6
"""Words of a person without a name that are compared."""


class Wording:
    """Knows the longer words for those that one article describes.

    Args:
        parsed: The article as tokens.
        nouns: The nouns for people and bodies.
    """

    def __init__(self, parsed: ParsedText, nouns: Nouns) -> None:
        self._parsed = parsed
        self._nouns = nouns
        self._known = parsed.names.vocabulary

    def fuller(self, words: str) -> str:
        """Return the only longer words for a body: "city council", which "the council" means.

        They come first: "the union" before "the teachers' union" is another.
        """
        if words not in self._nouns.words.shortened:
            return words
        small = either(self._known.language, "names.determiners")
        longer = re.compile(rf"\b(?i:{small})\s((?:[^\W\d_A-Z][\w'’-]*\s){{1,3}}{words})\b")
        found = {" ".join(each.split()) for each in longer.findall(self._parsed.text)}
        fitting = [
            each for each in found if self._may_name(each) and self._nouns.head(each) == words
        ]
        first = self.below.find(words)
        named = len(fitting) == 1 and 0 <= self.below.find(fitting[0]) <= first
        return fitting[0] if named else words

    def _may_name(self, phrase: str) -> bool:
        """Return whether words may say which body is meant: "city council", "nurses' union"."""
        words = [each.rstrip("'’") for each in phrase.split()]
        return all(map(self._nouns.is_open, words)) and self._known.verbs.isdisjoint(words)

    def counted(self, words: str) -> str:
        """Return who is counted: "farmers" of "Thousands", if "of farmers" follows it.

        So it is with "Small groups of farmers", not with "Some of the farmers".
        """
        counting, _, people = words.partition(" of ")
        gathered = self._nouns.head(counting) in self._nouns.words.gatherings
        if not (gathered or self._nouns.is_count(counting.lower())):
            return words
        if not people:
            of = either(self._known.language, "names.office_links")
            found = re.search(rf"\b{re.escape(words)}\s+(?:{of})\s+(\w+)", self._parsed.text)
            people = found[1] if found else ""
        return (
            people if people and self._nouns.sort(self._nouns.core(people)[0]) == "many" else words
        )

    def is_someone(self, words: str) -> bool:
        """Return whether words bring in one person without a name: "a crane driver".

        "The minister" is mostly who is named elsewhere, and of "one clerk" and "another clerk" no
        one knows who "the clerk" is.
        """
        first, _, bare = words.lower().partition(" ")
        core = self._nouns.core(bare)
        tags = lexicon(self._known.language).tags
        cut = "function" in tags(bare.rpartition(" ")[2])  # "a representative of the"
        if first not in self._nouns.words.introducing or cut or not self._is_told(core, bare):
            return False
        return self._introduced[tuple(map(_bare, bare.split()[:_LONGEST]))] == 1

    @cached_property
    def _introduced(self) -> Counter[tuple[str, ...]]:
        """Count the words that "a" or "one" brings in: "crane", and "crane driver"."""
        tags = lexicon(self._known.language).tags
        words = [*map(_bare, self.below.split())]
        new = [at for at, word in enumerate(words, 1) if "indefinite" in tags(word)]
        lengths = range(1, _LONGEST + 1)
        return Counter(
            (*words[at : at + count],)
            for at in new
            for count in lengths
            if at + count <= len(words)
        )

    def _is_told(self, core: list[str], bare: str) -> bool:
        """Return whether words say who it is: "police spokesman", and not "spokesman"."""
        noun, lists = core[-1], self._nouns.words
        person = self._nouns.sort(noun) == "one" and noun not in lists.either
        known = noun in lists.unnamed or noun in lists.unlisted
        more = noun not in lists.faceless or noun != bare
        return person and more and not known and all(map(self._is_describing, core[:-1]))

    def _is_describing(self, low: str) -> bool:
        """Return whether a word may be before the noun: no "and", no verb."""
        return self._nouns.is_open(low.replace("-", "")) or not low.isalpha()

    @cached_property
    def below(self) -> str:
        """The text below the headline, in lower case."""
        return self._parsed.text[self._parsed.headline :].lower()


def _bare(word: str) -> str:
    return word.strip(".,;:")
