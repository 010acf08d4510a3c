"""Write files atomically: the whole file, or nothing."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EISDIR
from pathlib import Path

from summarizer.errors import SettingsError


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Write to a temporary file that replaces the target if the block ends without an error.

    Args:
        path: The target; it may exist. A symbolic link is followed.

    Yields:
        The temporary file, empty, in the same folder. A device or pipe is written to directly.

    Raises:
        SettingsError: The file cannot be written.

    Example:
        >>> try:
        ...     with whole(Path("/none/out.txt")) as part:
        ...         pass
        ... except SettingsError as error:
        ...     print(error)
        Cannot write '/none/out.txt': no such file or directory.
    """
    with writing(path):
        target = Path(os.path.realpath(path))  # resolve() raises on a loop of links
        if _is_device(target):
            yield target
            return
        part = _beside(target)
        try:
            yield part
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def check(path: Path) -> None:
    """Check early that a path can be written, before the work begins.

    Raises:
        SettingsError: The file cannot be written.
    """
    with writing(path):
        target = Path(os.path.realpath(path))  # resolve() raises on a loop of links
        if target.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        if not _is_device(target):
            _beside(target).unlink()


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn an ``OSError`` in the block into a clear error about a path.

    Raises:
        SettingsError: The path cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise SettingsError(
            f"Cannot write {str(path)!r}: {(error.strerror or str(error)).lower()}.",
            hint=_HINTS.get(type(error), "Name a place that you may write to."),
        ) from error


_HINTS: dict[type[OSError], str] = {
    FileExistsError: "That is a file: name a folder.",
    NotADirectoryError: "A part of it is a file: name a folder.",
    IsADirectoryError: "That is a folder: name a file.",
}
"""What to do next, by what is in the way."""


def _is_device(path: Path) -> bool:
    """Return whether a path is a device or pipe, such as /dev/stdout."""
    return path.exists() and not (path.is_file() or path.is_dir())


def _beside(path: Path) -> Path:
    """Create an empty file in the same folder, with the permissions of the target."""
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    part.touch(exist_ok=False)
    if path.exists():
        shutil.copymode(path, part)
    return part
