"""The given names of men and of women, of many countries.

``benchmarks/given_names.py`` writes the data, and says where they are from. Names that both have
are not among them. The tables of the languages have their own, which win.
"""

import json
from functools import cache
from pathlib import Path
from typing import Literal


@cache
def given_names(gender: Literal["male", "female"]) -> frozenset[str]:
    """Return the given names of men or of women, in lower case.

    Args:
        gender: Which of the two.

    Example:
        >>> "hamish" in given_names("male"), "gwendoline" in given_names("female")
        (True, True)
    """
    return frozenset(_read()[gender].split())


@cache
def _read() -> dict[str, str]:
    file = Path(__file__).parent / "generated" / "given_names.json"
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return found
