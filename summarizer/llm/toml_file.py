"""A TOML file of the user's, read as data of a known shape."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.errors import SettingsError
from summarizer.schema.invalid import invalid

M = TypeVar("M", bound=BaseModel)


def read_toml(path: Path, shape: type[M], what: str, form: str) -> M:
    """Read a file.

    Args:
        path: The file.
        shape: What it is read as.
        what: What it holds: "prices".
        form: How it is written, for the hint of an error.

    Raises:
        SettingsError: It cannot be read, or holds something else.
    """
    import tomllib  # noqa: PLC0415  code alone does without it

    try:
        return shape.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(
            f"Cannot read the {what} in {str(path)!r}: {reason}.", hint="Name a TOML file."
        ) from error
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, or another shape
        reason = invalid(error) if isinstance(error, ValidationError) else str(error)
        raise SettingsError(f"{str(path)!r} holds no {what}: {reason}.", hint=form) from error
