"""Whether a name is a man's or a woman's, as titles and given names show."""

from summarizer.document.names.vocabulary import Vocabulary


def title_gender(titles: tuple[str, ...], known: Vocabulary) -> str | None:
    """Return "m" or "f" where a title shows it."""
    low = {title.lower().rstrip(".") for title in titles}
    return "m" if low & known.male_titles else "f" if low & known.female_titles else None


def given_gender(name: str, known: Vocabulary) -> str | None:
    """Return "m" or "f" where the first word of a name shows it: a given name, or a title.

    Example:
        >>> from summarizer.document.names.vocabulary import vocabulary
        >>> from summarizer.languages.table import language
        >>> known = vocabulary(language("en"))
        >>> [given_gender(each, known) for each in ("Jane Roe", "Mr. Roe", "Roe")]
        ['f', 'm', None]
    """
    first, _, rest = name.lower().partition(" ")
    if not rest:
        return None
    if first in known.male_names:
        return "m"
    return "f" if first in known.female_names else title_gender((first,), known)
