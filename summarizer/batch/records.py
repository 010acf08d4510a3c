"""The records of a batch: one JSON object a line, each a summary or a failure.

This module identifies the article of a record, and repairs a last line that a killed process left
incomplete.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from summarizer.article import Article
from summarizer.errors import SettingsError
from summarizer.storage.failure import Failure, is_failure

BLOCK = 1 << 16
"""Bytes read at a time to find the last line."""


def key_of(subject: Article | Failure) -> bytes:
    """Return the key of an article, a hash of its id and its text.

    The same text under another id is another article; so is a changed text under the same id. The
    key of an unreadable input is a hash of its error message. A key has 16 bytes, so that the keys
    of a million articles fit in memory.
    """
    if isinstance(subject, Article):
        return _key(subject.id, subject.digest)
    return _key_in(subject.model_dump())


@dataclass(frozen=True, slots=True)
class RecordInfo:
    """What identifies a record.

    Args:
        key: The key of its article.
        failed: Whether it is a failure.
        unreadable: Whether it is the failure to read an input.
    """

    key: bytes
    failed: bool
    unreadable: bool


def read(path: Path) -> Iterator[tuple[bytes, RecordInfo]]:
    """Yield each line of a file and the key of its record.

    Raises:
        SettingsError: A line is not a record.
    """
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            yield line, _record_info(line, f"{path}, line {number},")


def fix_last_line(path: Path) -> None:
    """Remove an incomplete last record; add the newline that a complete one lacks."""
    with path.open("r+b") as file:
        start = _last_line(file)
        line = file.read()
        if line.endswith(b"\n") or not line:
            return
        if _is_json(line):
            file.write(b"\n")
        else:
            file.truncate(start)


def _last_line(file: BinaryIO) -> int:
    """Seek to the start of the last line, and return its offset."""
    place = file.seek(0, os.SEEK_END)
    tail = b""
    while place and b"\n" not in tail[:-1]:
        place = file.seek(max(0, place - BLOCK))
        tail = file.read(BLOCK if tail else -1) + tail
    return file.seek(place + tail.rfind(b"\n", 0, -1) + 1)


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _record_info(line: bytes, where: str) -> RecordInfo:
    try:
        data = json.loads(line)
        failed = is_failure(data)
        return RecordInfo(_key_in(data), failed, failed and data["article"] is None)
    except (ValueError, RecursionError, TypeError, KeyError) as error:
        raise SettingsError(
            f"{where} is not the record of an article.",
            hint="Name the output of a batch, or a new file, with -o.",
        ) from error


def _key_in(data: dict[str, Any]) -> bytes:
    info = data["article"]
    return _key(info["id"], info["digest"]) if info else _key("", data["error"]["message"])


def _key(name: str, text: str) -> bytes:
    return hashlib.blake2b(f"{name}\0{text}".encode(), digest_size=16).digest()
