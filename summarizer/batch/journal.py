"""The journal: the file that a batch writes, one record for each article.

It makes a batch resumable: one process at a time, each record complete and on disk before its
article counts as done, and no article summarised twice.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import IO, BinaryIO, Literal, Self

from filelock import FileLock, Timeout

from summarizer.article import Article
from summarizer.batch.manifest import write_or_compare
from summarizer.batch.records import RecordInfo, fix_last_line, key_of, read
from summarizer.batch.requests import requests_of
from summarizer.errors import SettingsError
from summarizer.schema import Summary
from summarizer.settings import Settings
from summarizer.storage.atomic_write import check, whole, writing
from summarizer.storage.failure import Failure

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None

Claim = Literal["new", "done", "repeated"]


class Journal:
    """The records of a batch, those of earlier runs included.

    Args:
        path: The file; its records are complete.
        stream: The file, opened for appending without a buffer.
    """

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self.failures = 0
        """Number of records that are failures."""
        self._path = path
        self._stream = stream
        self._size = os.fstat(stream.fileno()).st_size
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
        """Open a journal and lock it for this process.

        Args:
            path: The file.
            settings: The settings of its records.
            resume: Whether to continue an existing file. The records of unreadable inputs are
                removed, because these inputs may be readable now.
            retry_failed: As ``resume``, and all failures are removed, so that their articles are
                summarised again.

        Yields:
            The journal.

        Raises:
            SettingsError: The file has records and neither flag is set, has other settings, is
                locked by another process, is not an output, or cannot be written.
        """
        with ExitStack() as held:
            with writing(path):
                target = _regular(path)
                held.enter_context(_locked(path, target))
                with target.open("ab") as old:
                    _lock(old, path)
                    _prepare(target, settings, go_on=resume or retry_failed)
                    _keep(target, lambda it: not (it.failed if retry_failed else it.unreadable))
                stream = held.enter_context(target.open("ab", buffering=0))
                _lock(stream, path)  # it may be a new file
                journal = cls(path, stream)
            yield journal
            journal.check()

    def claim(self, subject: Article | Failure) -> Claim:
        """Claim an article for this run, and return whether it is new.

        Args:
            subject: The article, or the failure to read one.

        Returns:
            ``new``, ``done`` if an earlier run has recorded it, or ``repeated`` if this run has
            already claimed it.
        """
        key = key_of(subject)
        if key in self._claimed:
            return "repeated"
        self._claimed.add(key)
        return "done" if key in self._done else "new"

    def has(self, key: bytes) -> bool:
        """Return whether an earlier run has recorded the article of this key."""
        return key in self._done

    def add(self, record: Summary | Failure) -> None:
        """Append a record and wait until it is on disk (``fsync``).

        Raises:
            SettingsError: It cannot be written, and the file is as before; or another program has
                changed the file.
        """
        self.check()
        with writing(self._path):
            self._write(record.model_dump_json().encode() + b"\n")
            self.failures += isinstance(record, Failure)

    def check(self) -> None:
        """Check that the file is still the one that this process writes, with all its records.

        Raises:
            SettingsError: It was removed, replaced, truncated or extended by another program.
        """
        ours = os.fstat(self._stream.fileno())
        try:
            same = os.path.samestat(self._path.stat(), ours)
        except OSError:
            same = False
        if not same or ours.st_size != self._size:
            how = "changed" if same else "removed or replaced"
            raise SettingsError(
                f"{str(self._path)!r} was {how} by another program while the batch was running.",
                hint="Let nothing else write to it, and continue with --resume or a new file.",
            )

    def _write(self, line: bytes) -> None:
        whole_line = len(line)
        try:
            while line:  # a write may be partial, as on a full disk
                line = line[self._stream.write(line) :]
            os.fsync(self._stream.fileno())
        except OSError:
            self._stream.truncate(self._size)
            raise
        self._size += whole_line


def _regular(path: Path) -> Path:
    """Return the file that a path leads to; refuse a device or pipe, which keeps no records."""
    target = Path(os.path.realpath(path))
    if target.exists() and not (target.is_file() or target.is_dir()):
        raise SettingsError(
            f"{str(path)!r} is not a regular file, so it cannot keep records.",
            hint="Name a file with -o.",
        )
    check(target)
    return target


@contextmanager
def _locked(path: Path, target: Path) -> Iterator[None]:
    """Lock the file that a path leads to, also before it exists."""
    lock = FileLock(target.with_name(f".{target.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise _busy(path) from error
    try:
        yield
    finally:
        lock.release()


def _lock(stream: IO[bytes], path: Path) -> None:
    """Lock an open file itself until it is closed: a hard link to it has another lock file."""
    if fcntl:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _busy(path) from error


def _busy(path: Path) -> SettingsError:
    return SettingsError(
        f"Another process is writing {str(path)!r}.",
        hint="Wait until it is done, or name another file with -o.",
    )


def _prepare(path: Path, settings: Settings, *, go_on: bool) -> None:
    """Make sure that the file is empty, or has complete records with these settings."""
    started = path.stat().st_size > 0 or requests_of(path).exists()
    if started and not go_on:
        raise SettingsError(
            f"{str(path)!r} holds records already, or waits for a batch.",
            hint="Go on with it with --resume, or name a new file with -o.",
        )
    write_or_compare(path, settings, new=not started)
    fix_last_line(path)


def _keep(path: Path, wanted: Callable[[RecordInfo], bool]) -> None:
    """Remove the records that are not wanted."""
    if all(wanted(about) for _, about in read(path)):
        return
    with whole(path) as part, part.open("wb") as file:
        file.writelines(line for line, about in read(path) if wanted(about))
        file.flush()
        os.fsync(file.fileno())
