"""What is wrong with a setting, in our words."""

from collections.abc import Iterable

from pydantic import ValidationError

from summarizer.errors import SettingsError, nearest
from summarizer.schema.invalid import place_of, problem
from summarizer.settings.sources import Values


def refused(error: ValidationError, found: Values, known: Iterable[str]) -> SettingsError:
    """Say what is wrong with a value, and where it was found if it is no argument.

    Args:
        error: What pydantic says of the values.
        found: Where each value is from.
        known: The names of all settings.
    """
    first = error.errors(include_url=False, include_input=False)[0]
    name, said = place_of(first), problem(first)
    if not name:
        return SettingsError(f"{said[0].upper()}{said[1:]}.")
    source = found[str(first["loc"][0])].source if found else "argument"
    where = "" if source == "argument" else f" ({source})"
    if first["type"] == "extra_forbidden":
        hint = nearest(name, known).rstrip()
        return SettingsError(f"No setting is called {name!r}{where}.", hint=hint)
    return SettingsError(f"{name}{where}: {said}.")
