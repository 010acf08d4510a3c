"""What a source is reported to have said, without quotation marks."""

from typing import NamedTuple

from summarizer.schema import Certainty, Polarity


class Statement(NamedTuple):
    """What a source is reported to have said.

    Args:
        key: T1, T2, … in the order of the article.
        places: Start and end of the words that are reported; two pairs where the source is named
            between them.
        source: The article's words for the source.
        name: The source's full name, pronouns and surnames resolved; None for a description.
        at: The offset of those words.
        cue: Start and end of the words by which it was found, such as a verb of saying.
        polarity: Whether it was said, asked, denied or not said.
        rule: The name of the construction.
        certainty: How sure that is.
        quote: Key of the first quotation within it; None without one.
    """

    key: str
    places: tuple[tuple[int, int], ...]
    source: str
    name: str | None
    at: int
    cue: tuple[int, int]
    polarity: Polarity
    rule: str
    certainty: Certainty
    quote: str | None = None

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.places[0][0]

    @property
    def end(self) -> int:
        """The offset after it."""
        return self.places[-1][1]
