"""What an article gives: the check on names and numbers in something that was written about it."""

from collections.abc import Iterator

from summarizer.document.lookup import Lookup
from summarizer.document.names import Names, Numbers, foreign_names, foreign_numbers
from summarizer.document.support import caseless, free_words


class Given:
    """The names, numbers and signs that an article gives.

    Args:
        names: Its names.
        numbers: Its numbers.
        lookup: Finds a name in its text.
    """

    def __init__(self, names: Names, numbers: Numbers, lookup: Lookup) -> None:
        self._names = names
        self._numbers = numbers
        self._lookup = lookup

    def foreign(self, written: str) -> Iterator[tuple[str, str]]:
        """Yield a reason and a word for each name or number that the article does not give.

        Args:
            written: What was written about the article.
        """
        for name in self._foreign_names(written):
            yield "name_not_in_article", name
        for number in self._foreign_numbers(written):
            yield "number_not_in_article", number

    def _foreign_names(self, written: str) -> Iterator[str]:
        yield from foreign_names(self._names, self._opened(written))
        if not written.isascii():
            yield from caseless(self._names.text, written)
        given = self._names.vocabulary.given_word  # given names that are small words as well
        for found in given.finditer(written):
            if not self._lookup.find(found[0]):
                yield found[0]

    def _foreign_numbers(self, written: str) -> Iterator[str]:
        yield from foreign_numbers(self._numbers, written)
        for sign in sorted(set(written)):  # such as circled and Roman numerals
            if sign.isnumeric() and not sign.isdecimal() and sign not in self._names.text:
                yield sign

    def _opened(self, written: str) -> str:
        """Return what was written without capitals that are no name's, as in "Number of troops".

        An elided article ("d'Hugo") is taken off, so that the name behind it is seen.
        """
        bare = self._names.vocabulary.elided.sub("", written)
        first, _, rest = bare.partition(" ")
        plain = first.casefold() in free_words() and not rest[:1].isupper()
        return bare[:1].lower() + bare[1:] if plain else bare
