"""What is wrong with data that does not fit a schema, in the library's own words."""

from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

PROBLEMS = {
    "missing": "it is missing",
    "extra_forbidden": "there is no such field",
    "literal_error": "it must be {expected}",
    "enum": "it must be {expected}",
    "greater_than": "it must be more than {gt}",
    "greater_than_equal": "it must be at least {ge}",
    "less_than": "it must be less than {lt}",
    "less_than_equal": "it must be at most {le}",
    "too_short": "it must have {min_length} items or more",
    "too_long": "it must have {max_length} items or fewer",
    "string_too_short": "it must have {min_length} characters or more",
    "string_too_long": "it must have {max_length} characters or fewer",
    "string_pattern_mismatch": "it must have the form {pattern}",
    "string_unicode": "it must be a text without half characters",
    "int_from_float": "it must be a whole number",
    "finite_number": "it must be a finite number",
    "none_required": "it must be null",
    "json_invalid": "it is no JSON",
    "value_error": "{error}",
    "assertion_error": "{error}",
}
"""The sentence for each kind of problem, as pydantic names the kinds."""

KINDS = {
    "string": "a text",
    "int": "a whole number",
    "float": "a number",
    "decimal": "a number",
    "bool": "true or false",
    "list": "a list",
    "tuple": "a list",
    "set": "a list",
    "frozen_set": "a list",
    "iterable": "a list",
    "dict": "an object",
    "mapping": "an object",
    "model": "an object",
    "model_attributes": "an object",
    "date": "a date",
    "path": "a path",
    "json": "JSON",
}
"""What a value must be, by what pydantic calls it in front of ``_type`` or ``_parsing``."""

OWN = frozenset(get_args(ErrorType))
"""Pydantic's own kinds of problems; others, with their sentences, are of users' validators."""


def invalid(error: ValidationError, whole: str = "") -> str:
    """Say what is wrong first with data: the place and the problem.

    Args:
        error: What pydantic says.
        whole: What to call the place where it is all of the data.

    Example:
        >>> from summarizer.schema import Usage
        >>> try:
        ...     Usage(requests="many")
        ... except ValidationError as error:
        ...     print(invalid(error))
        requests: it must be a whole number
    """
    first = error.errors(include_url=False, include_input=False)[0]
    place = place_of(first) or whole
    return f"{place}: {problem(first)}" if place else problem(first)


def place_of(found: ErrorDetails) -> str:
    """Return the place of a problem, such as ``quotes.3.kind``; nothing for all of the data."""
    return ".".join(map(str, found["loc"]))


def problem(found: ErrorDetails) -> str:
    """Say one thing that is wrong, without its place and without a full stop."""
    context: dict[str, Any] = found.get("ctx", {})
    name, _, how = found["type"].rpartition("_")
    if how in {"type", "parsing"} and name in KINDS:
        return f"it must be {KINDS[name]}"
    if found["type"] in PROBLEMS:
        return PROBLEMS[found["type"]].format(**context).rstrip(".")
    return "its value is wrong" if found["type"] in OWN else found["msg"].rstrip(".")
