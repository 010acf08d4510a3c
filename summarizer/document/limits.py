"""How much one article may hold, so that no text keeps a process busy for minutes.

Reading takes time linear in the length of a text, but a number costs ten times what a word does. A
table of a thousand pages is over the limits; so is a register of names that is far shorter.
"""

import re

from summarizer.article import Article
from summarizer.errors import ArticleError

MAX_WORDS = 200_000
"""A megabyte of news has 184,000; the longest news features have 30,000."""

MAX_NUMBERS = 20_000
MAX_MARKS = 40_000
"""News has 14 numbers and 20 quotation marks, apostrophes included, for a thousand words."""

MAX_NAMES = 6_000
"""Different ones. A megabyte of news has 4,800; what each of them is takes longer than reading.

A text with more than three different names in a hundred words meets this before MAX_WORDS: a list
of people does after 12,000 words.
"""

MAX_STATEMENTS = 6_000
"""A megabyte of news has 2,400."""

_COUNTED = (
    ("words", re.compile(r"\S+"), MAX_WORDS),
    ("numbers", re.compile(r"\d+(?:[.,]\d+)*"), MAX_NUMBERS),
    ("quotation marks", re.compile("[\"'“”„‟«»‹›‘’‚‛`「」『』｢｣]"), MAX_MARKS),
)


def refuse_masses(article: Article) -> None:
    """Refuse an article with more words, numbers or quotation marks than are read in seconds.

    Args:
        article: The article.

    Raises:
        ArticleError: It has more.

    Example:
        >>> refuse_masses(Article("1 " * 30_000, id="a"))
        Traceback (most recent call last):
        summarizer.errors.ArticleError: a has 30,000 numbers; an article has at most 20,000.
        Split it into its articles or chapters.
    """
    for what, sign, most in _COUNTED:
        if len(article.text) > most:  # a text has no more of anything than characters
            refuse_more(article, what, len(sign.findall(article.text)), most)


def refuse_more(article: Article, what: str, count: int, most: int) -> None:
    """Refuse an article that has more of something than is read in seconds.

    Raises:
        ArticleError: It has more.
    """
    if count > most:
        named = article.source or article.id
        raise ArticleError(
            f"{named} has {count:,} {what}; an article has at most {most:,}.",
            hint="Split it into its articles or chapters.",
        )
