"""Where an article says who wrote it and from where: its byline and its datelines.

Their names belong to no sentence: the author and the place neither act nor speak in it.
"""

import re
from functools import lru_cache

_TOP = 1000
"""Characters of an article in which its byline stands."""
_BYLINE = re.compile(r"^(?:By|BY|Von|Por|Par) (?=[^\W\d_a-z])[^.!?:\n]{3,80}$", re.MULTILINE)
_PLACE = r"(?:[^\W\d_][\w.'’-]*+,? ){0,3}[^\W\d_][\w.'’-]*+"
_DATELINE = re.compile(
    rf"^(?=[^\W\d_a-z])(?:[^\W\d_a-z][^\W\d_a-z.'’/ -]*[^\W\d_a-z](?:, [\w.,’' ]{{2,30}}?)?"
    rf"|{_PLACE}(?:, [\w.,’' ]{{2,30}}?)? ?(?=\())"
    r"(?: ?\((?:[^\W\d_a-z][\w. ]{1,19}|dpa|afp)\))? ?(?:[—–]|--?) ",
    re.MULTILINE,
)


@lru_cache(maxsize=2)  # the ranking of names and attribution ask for the same text
def credits_of(text: str) -> tuple[range, ...]:
    r"""Find the byline and the datelines.

    Args:
        text: The article's text.

    Returns:
        Their places.

    Example:
        >>> text = "By Tim Poe\n\nOSLO, Norway (AP) — Jane Roe spoke."
        >>> [text[place.start : place.stop] for place in credits_of(text)]
        ['By Tim Poe', 'OSLO, Norway (AP) — ']
    """
    bylines = _BYLINE.finditer(text, 0, _TOP)
    return tuple(range(*match.span()) for match in [*bylines, *_DATELINE.finditer(text)])
