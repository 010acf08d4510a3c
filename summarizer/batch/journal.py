"""The file that a batch writes: JSON Lines, one record an article, a summary or a failure.

Owns what makes a batch survive: one process at a time, each record written whole and on the disk
before it counts as done, and what is there never asked about again.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal, Self

from filelock import FileLock, Timeout

from summarizer.article import Article
from summarizer.batch.manifest import hold
from summarizer.batch.records import About, key_of, mend, read
from summarizer.errors import SettingsError
from summarizer.schema import Summary
from summarizer.settings import Settings
from summarizer.storage.atomic_write import check, whole, writing
from summarizer.storage.failure import Failure

Claim = Literal["new", "done", "repeated"]


class Journal:
    """The records of a batch, those of earlier runs included.

    Args:
        path: The file, its records whole.
        stream: The file, opened for adding to it, without a buffer.
    """

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self.failures = 0
        """How many of the records are failures."""
        self._path = path
        self._stream = stream
        self._done: set[bytes] = set()
        self._claimed: set[bytes] = set()
        for _, about in read(path):
            self._done.add(about.key)
            self.failures += about.failed

    @classmethod
    @contextmanager
    def open(
        cls, path: Path, settings: Settings, *, resume: bool = False, retry_failed: bool = False
    ) -> Iterator[Self]:
        """Open a journal, for this process alone.

        Args:
            path: The file.
            settings: What its records are made with.
            resume: Whether to go on with a file that is there.
            retry_failed: Whether to go on with it, and take the failures out, so that their
                articles are asked about again. Inputs that could not be read are taken out
                whenever a batch goes on: it reads its inputs anew, and they may be there now.

        Raises:
            SettingsError: The file holds records already, was made with other settings, is being
                written by another process, holds something else, or cannot be written.
        """
        with _alone(path):
            with writing(path):
                _prepare(path, settings, go_on=resume or retry_failed)
                _keep(path, lambda about: not (about.failed if retry_failed else about.unreadable))
                stream = path.open("ab", buffering=0)
            with stream:
                yield cls(path, stream)

    def claim(self, subject: Article | Failure) -> Claim:
        """Say whether an article is still to be done; after this it is not.

        Args:
            subject: The article, or the failure to read one.

        Returns:
            ``done`` if an earlier run has left its record, ``repeated`` if it was claimed before
            in this one.
        """
        key = key_of(subject)
        if key in self._claimed:
            return "repeated"
        self._claimed.add(key)
        return "done" if key in self._done else "new"

    def add(self, record: Summary | Failure) -> None:
        """Write a record, whole, and wait until it is on the disk.

        Raises:
            SettingsError: It cannot be written; then nothing of it is in the file.
        """
        with writing(self._path):
            self._write(record.model_dump_json().encode() + b"\n")
            self.failures += isinstance(record, Failure)

    def _write(self, line: bytes) -> None:
        size = os.fstat(self._stream.fileno()).st_size
        try:
            while line:  # the system may take a part only, as where the disk is full
                line = line[self._stream.write(line) :]
            os.fsync(self._stream.fileno())
        except OSError:
            self._stream.truncate(size)
            raise


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    lock = FileLock(path.with_name(f".{path.name}.lock"))
    with writing(path):
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise SettingsError(
                f"Another process is writing {str(path)!r}.",
                hint="Wait until it is done, or name another file with -o.",
            ) from error
    try:
        yield
    finally:
        lock.release()


def _prepare(path: Path, settings: Settings, *, go_on: bool) -> None:
    """Leave a file of whole records that were made with these settings, or an empty one."""
    check(path)
    path.touch()
    begun = path.stat().st_size > 0
    if begun and not go_on:
        raise SettingsError(
            f"{str(path)!r} holds records already.",
            hint="Go on with it with --resume, or name a new file with -o.",
        )
    hold(path, settings, new=not begun)
    mend(path)


def _keep(path: Path, wanted: Callable[[About], bool]) -> None:
    """Take the other records out of a file, if there are any."""
    if all(wanted(about) for _, about in read(path)):
        return
    with whole(path) as part, part.open("wb") as file:
        file.writelines(line for line, about in read(path) if wanted(about))
        file.flush()
        os.fsync(file.fileno())
