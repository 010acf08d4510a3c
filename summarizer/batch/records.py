"""The lines of a batch's output: what they are about, and what a killed process left of the last.

A record is a summary or a failure, as JSON on one line.
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
"""Bytes read at a time where the last line is looked for."""


def key_of(subject: Article | Failure) -> bytes:
    """Return what an article is known by: its id and its text.

    The same text under another id is another article, and so is a corrected text under the same
    id. An input that cannot be read is known by what is wrong with it. Sixteen bytes, so that
    those of a million articles fit into memory.
    """
    if isinstance(subject, Article):
        return _key(subject.id, subject.digest)
    return _key_in(subject.model_dump())


@dataclass(frozen=True, slots=True)
class About:
    """What a record is about: its key, whether it is a failure, and that of an unreadable input."""

    key: bytes
    failed: bool
    unreadable: bool


def read(path: Path) -> Iterator[tuple[bytes, About]]:
    """Yield each line of a file, and what it is about.

    Raises:
        SettingsError: A line is no record.
    """
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            yield line, _about(line, f"{path}, line {number},")


def mend(path: Path) -> None:
    """Cut off a last record that is torn; end the line of one that is whole but for that."""
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
    """Go to where the last line begins, and return the place."""
    place = file.seek(0, os.SEEK_END)
    tail = b""
    while place and b"\n" not in tail[:-1]:
        place = file.seek(max(0, place - BLOCK))
        tail = file.read(BLOCK if tail else -1) + tail
    return file.seek(place + tail.rfind(b"\n", 0, -1) + 1)


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def _about(line: bytes, where: str) -> About:
    try:
        data = json.loads(line)
        failed = is_failure(data)
        return About(_key_in(data), failed, failed and data["article"] is None)
    except (ValueError, TypeError, KeyError) as error:
        raise SettingsError(
            f"{where} is not the record of an article.",
            hint="Name the output of a batch, or a new file, with -o.",
        ) from error


def _key_in(data: dict[str, Any]) -> bytes:
    info = data["article"]
    return _key(info["id"], info["digest"]) if info else _key("", data["error"]["message"])


def _key(name: str, text: str) -> bytes:
    return hashlib.blake2b(f"{name}\0{text}".encode(), digest_size=16).digest()
