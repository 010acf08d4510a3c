"""Files that are written whole or not at all."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EISDIR
from os import strerror
from pathlib import Path

from summarizer.errors import SettingsError


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a path to write to; what was written there becomes the file when all went well.

    Args:
        path: The file, which may be there already.

    Yields:
        A path beside it, where an empty file stands; a device or a pipe itself. A link is followed.

    Raises:
        SettingsError: The file cannot be written.

    Example:
        >>> with whole(Path("/none/out.txt")) as part:
        ...     pass
        Traceback (most recent call last):
        summarizer.errors.SettingsError: Cannot write '/none/out.txt': no such file or directory.
    """
    with writing(path):
        target = path.resolve()
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
    """Raise now what writing to a path would raise when the work is done.

    Raises:
        SettingsError: The file cannot be written.
    """
    with writing(path):
        target = path.resolve()
        if target.is_dir():
            raise IsADirectoryError(EISDIR, strerror(EISDIR))
        if not _is_device(target):
            _beside(target).unlink()


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the system says against writing to a path into a clear error.

    Raises:
        SettingsError: The path cannot be written to.
    """
    try:
        yield
    except OSError as error:
        raise SettingsError(
            f"Cannot write {str(path)!r}: {(error.strerror or str(error)).lower()}.",
            hint="Name a place that you may write to.",
        ) from error


def _is_device(path: Path) -> bool:
    """Tell whether something is there that is written to as it stands, such as /dev/stdout."""
    return path.exists() and not (path.is_file() or path.is_dir())


def _beside(path: Path) -> Path:
    """Make an empty file in the same folder, as open to others as the one that it will replace."""
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    part.touch(exist_ok=False)
    if path.exists():
        shutil.copymode(path, part)
    return part
