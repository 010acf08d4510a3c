"""The names and codes of the world's currencies, as the Unicode CLDR has them.

``benchmarks/currencies.py`` writes the data. The tables of the languages have what newspapers write
besides: signs, abbreviations and short names.
"""

import json
from functools import cache
from importlib.resources import files


@cache
def world_currencies(code: str) -> dict[str, str]:
    """Return form as written -> ISO 4217 code, for the names in one language and all codes.

    Args:
        code: The language, ISO 639-1.

    Example:
        >>> world_currencies("en")["Kenyan shillings"], world_currencies("de")["BGN"]
        ('KES', 'BGN')
    """
    data = _data()
    named = (pair for part in ("und", code) for pair in data.get(part, {}).items())
    return {form.replace("_", " "): name for name, forms in named for form in forms.split()}


@cache
def _data() -> dict[str, dict[str, str]]:
    file = files("summarizer.languages") / "generated" / "currencies.json"
    found: dict[str, dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))
    return found
