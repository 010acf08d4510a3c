"""Regular expressions made from the lists of the tables.

An entry of a list is one word or a phrase: ``_`` parts its words. What else is in it is a regular
expression without brackets that catch.
"""

from summarizer.languages.table import Language


def either(language: Language, *paths: str) -> str:
    """Return an expression for any entry of some lists, of every language that is read.

    Args:
        language: The language of an article.
        paths: The lists, by section and name. At least one of them has an entry.

    Example:
        >>> from summarizer.languages.table import language
        >>> either(language("de"), "names.generations")
        'iii|jr|sr|ii|iv'
    """
    found = {
        entry.replace("_", " "): None
        for each in language.read
        for path in paths
        for entry in each.own(path)
    }
    return "|".join(sorted(found, key=len, reverse=True))
