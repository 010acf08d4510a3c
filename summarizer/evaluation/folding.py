"""Find predicted words in an article when only the typography differs.

The form of quotation marks, white space and invisible characters may differ. Letters, case, dashes
and punctuation must agree.
"""

_MARKS = frozenset(
    "\"'`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u00ab\u00bb\u2039\u203a\uff02\uff07"
)
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


def fold(text: str) -> tuple[str, list[int]]:
    """Fold the typography of a text.

    Args:
        text: Any text.

    Returns:
        The folded text, and the offset in the original text for each of its characters. A run of
        quotation marks becomes one ``"``, and a run of white space one space.

    Example:
        >>> fold("«\u00a0Oui\u00a0»")[0]
        '" Oui "'
    """
    kept: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        shape = '"' if char in _MARKS else " " if char.isspace() else char
        repeated = shape in {'"', " "} and kept[-1:] == [shape]
        if char not in _INVISIBLE and not repeated:
            kept.append(shape)
            places.append(place)
    return "".join(kept), places


def fold_quotation(text: str) -> str:
    """Fold a quotation, without the marks and spaces around it.

    Example:
        >>> fold_quotation("“Rain,  again,”")
        'Rain, again,'
    """
    return fold(text)[0].strip(' "')


class FoldedText:
    """An article in which predicted words are searched for.

    Args:
        text: The article's text; all offsets refer to it.

    Example:
        >>> FoldedText("She said: «Non.»").find("Non.")
        [(11, 15)]
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded, self._places = fold(text)
        self._shown = [char.isalnum() for char in text]

    def find(self, words: str) -> list[tuple[int, int]]:
        """Return the places of folded words that begin and end at word boundaries."""
        found: list[tuple[int, int]] = []
        at = self._folded.find(words) if any(map(str.isalnum, words)) else -1
        while at >= 0:
            end = at + len(words)
            if not self._within_word(at) and not self._within_word(end):
                found.append((self._places[at], self._places[end - 1] + 1))
            at = self._folded.find(words, at + 1)
        return found

    def letters(self, start: int, end: int) -> frozenset[int]:
        """Return the offsets of the letters and digits of a passage, to compute overlaps."""
        stretch = range(max(0, start), min(len(self.text), end))
        return frozenset(place for place in stretch if self._shown[place])

    def _within_word(self, edge: int) -> bool:
        sides = self._folded[max(0, edge - 1) : edge + 1]
        return edge > 0 and len(sides) == 2 and sides[0].isalnum() and sides[1].isalnum()
