"""Files that are written whole or not at all."""

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
        A path beside it, where an empty file stands.

    Raises:
        SettingsError: The file cannot be written.

    Example:
        >>> with whole(Path("/none/out.txt")) as part:
        ...     pass
        Traceback (most recent call last):
        summarizer.errors.SettingsError: Cannot write '/none/out.txt': no such file or directory.
    """
    part = path.with_name(f"{path.name}.part")
    with writing(path):
        part.write_bytes(b"")
        try:
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def check(path: Path) -> None:
    """Raise now what writing to a path would raise when the work is done.

    Raises:
        SettingsError: The file cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    with writing(path):
        if path.is_dir():
            raise IsADirectoryError(EISDIR, strerror(EISDIR))
        part.write_bytes(b"")
        part.unlink()


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
