"""Whether a file of weights is the one that its digest names, looked at again when it changed.

To read a gigabyte at each start would take seconds. So what was verified is noted beside the file
with its length and time, and the digest is computed again only where these differ.
"""

import hashlib
from contextlib import suppress
from pathlib import Path


def intact(path: Path, size: int, sha256: str) -> bool:
    """Return whether a file is there with this length and this digest.

    Args:
        path: The file; it may be missing.
        size: Its length, in bytes.
        sha256: Its hex digest.

    Raises:
        OSError: It is there, and cannot be read.

    Example:
        >>> intact(Path("no such file"), 4, "0" * 64)
        False
    """
    if not path.exists() or path.stat().st_size != size:
        return False
    state = f"{sha256} {size} {path.stat().st_mtime_ns} {path.stat().st_ino}\n"
    note = path.with_name(f"{path.name}.verified")
    if note.is_file() and note.read_bytes() == state.encode():
        return True
    if sha256_of(path) != sha256:
        return False
    with suppress(OSError):  # the folder may be closed to writing
        note.write_text(state)
    return True


def sha256_of(path: Path) -> str:
    """Return the hex digest of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
