"""The words around the items of a summary, in the language of its article."""

from collections.abc import Iterable, Mapping

from summarizer.languages.detection import written_in
from summarizer.languages.table import language
from summarizer.schema import Summary


class Wording:
    """Headings, marks and other words that a summary is shown with.

    They are English in the code; the tables of the languages have them in others.

    Args:
        code: The language, such as "de"; None where it is not known.

    Attributes:
        code: The language.

    Example:
        >>> Wording("de")("Actors"), Wording("ja")("Actors"), Wording("de")("My own")
        ('Akteure', 'Actors', 'My own')
    """

    def __init__(self, code: str | None) -> None:
        self.code = code
        self._phrases: Mapping[str, str] = language(code or "").property("shown", {})

    def __call__(self, phrase: str) -> str:
        """Return an English phrase in this language; as it is where there is no other."""
        return self._phrases.get(phrase, phrase)

    def marked(self, marks: Iterable[str]) -> str:
        """Return what is put behind an item that is not sure; empty where nothing is.

        Example:
            >>> Wording("en").marked(["denied", "guessed"]), Wording("en").marked([])
            ('(denied, guessed)', '')
        """
        words = ", ".join(map(self, marks))
        return f"({words})" if words else ""

    def behind(self, marks: Iterable[str]) -> str:
        """Return the same with a space before it."""
        words = self.marked(marks)
        return f" {words}" if words else ""

    @property
    def spoken(self) -> str:
        """The language of the words themselves, for the attribute ``lang`` of a page."""
        return self.code if self.code and self._phrases else "en"


ENGLISH = Wording("en")


def wording(summary: Summary) -> Wording:
    """Return the words that a summary is shown with."""
    info = summary.article
    spans = " ".join(span.text for span in summary.spans()) if info.text is None else ""
    return Wording(written_in(info.text or f"{info.title or ''} {spans}"))
