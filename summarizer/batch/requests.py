"""The requests of a batch that wait for the batch API, and the answers that have come.

They are kept in an SQLite file beside the output, from the moment when a question is put aside
until its article has a record. Every step is one transaction, so that a killed process loses at
most the step it was in.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Self

from summarizer.errors import SettingsError
from summarizer.llm.batch_lines import Answer, BatchLine, request_line

REQUESTS = 50_000
"""Requests in a file, at most."""

BYTES = 200_000_000
"""Bytes of a file, at most."""

FRAME = 200
"""Bytes of a line around the body of its request, at most."""

TABLES = """
BEGIN;
CREATE TABLE IF NOT EXISTS requests (
  article BLOB, digest TEXT, body TEXT, file INTEGER, status INTEGER, answer TEXT,
  PRIMARY KEY (article, digest)
);
CREATE INDEX IF NOT EXISTS by_digest ON requests (digest);
CREATE INDEX IF NOT EXISTS by_file ON requests (file);
CREATE TABLE IF NOT EXISTS files (number INTEGER PRIMARY KEY, upload TEXT, batch TEXT);
COMMIT;
"""
"""``status`` is null until the batch has ended, and 0 if it brought no answer. ``upload`` and
``batch`` are ids of the endpoint, null until they are known."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of requests.

    Args:
        number: Its number.
        upload: The endpoint's id of the file; None if it may not be there yet.
        batch: The endpoint's id of its batch; None if it may not be started yet.
    """

    number: int
    upload: str | None
    batch: str | None


class Requests:
    """The requests of one output.

    Args:
        connection: The SQLite file.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.executescript(TABLES)

    @classmethod
    @contextmanager
    def open(cls, output: Path) -> Iterator[Self]:
        """Open the requests of an output; the file goes when there is none left.

        Args:
            output: The output of the batch.

        Yields:
            The requests.

        Raises:
            SettingsError: The file cannot be used.
        """
        path, is_empty = requests_of(output), False
        try:
            # answers are found in the thread of the session, and counted in the user's
            opened = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            with closing(opened) as connection:
                requests = cls(connection)
                try:
                    yield requests
                finally:
                    is_empty = requests.is_empty
        except sqlite3.Error as error:
            raise SettingsError(
                f"{str(path)!r}, which has the requests of the batch, cannot be used: {error}.",
                hint="Free the disk, or name a new file with -o.",
            ) from error
        finally:
            if is_empty:
                path.unlink()

    @property
    def is_empty(self) -> bool:
        """Whether every article has a record, and nothing is under way."""
        return not (self._has("requests") or self._has("files"))

    def note(self, article: bytes, asked: Mapping[str, str]) -> None:
        """Keep what is asked about an article, in place of the same questions of before.

        Args:
            article: The key of the article.
            asked: The bodies of the requests, by their questions' digests.
        """
        with self._at_once():
            for digest, body in asked.items():
                self._execute(
                    "INSERT OR REPLACE INTO requests (article, digest, body) VALUES (?, ?, ?)",
                    *(article, digest, body),
                )

    def waits(self, article: bytes) -> bool:
        """Return whether an article has a question without an answer that may still come."""
        return self._has("requests WHERE article = ? AND status IS NULL", article)

    def is_ready(self, article: bytes) -> bool:
        """Return whether all questions about an article have their answers."""
        asked = self._has("requests WHERE article = ?", article)
        left = self._has("requests WHERE article = ? AND coalesce(status, 0) = 0", article)
        return asked and not left

    def find(self, digest: str) -> Answer | None:
        """Return the answer to a question; None if there is none."""
        row = self._execute(
            "SELECT status, answer, body FROM requests WHERE digest = ? AND status > 0", digest
        ).fetchone()
        return Answer(*row) if row else None

    def settle(self, article: bytes) -> None:
        """Forget an article, which has a record now."""
        self._execute("DELETE FROM requests WHERE article = ?", article)

    def settle_all(self, has_record: Callable[[bytes], bool]) -> None:
        """Forget all articles that have a record: a process may have been killed in between."""
        for (article,) in self._execute("SELECT DISTINCT article FROM requests").fetchall():
            if has_record(article):
                self.settle(article)

    def split(self) -> None:
        """Put the requests that are in no file yet into files of the size that is allowed."""
        [number] = self._execute("SELECT coalesce(max(number), 0) FROM files").fetchone()
        requests, size = REQUESTS, BYTES
        with self._at_once():
            self._execute(  # files whose articles have been recorded without them
                "DELETE FROM files WHERE upload IS NULL"
                " AND number NOT IN (SELECT file FROM requests WHERE file IS NOT NULL)"
            )
            for row, length in self._unfiled():
                if requests == REQUESTS or size + length > BYTES:
                    number, requests, size = number + 1, 0, 0
                    self._execute("INSERT INTO files (number) VALUES (?)", number)
                self._execute("UPDATE requests SET file = ? WHERE rowid = ?", number, row)
                requests, size = requests + 1, size + length

    def files(self) -> list[File]:
        """Return the files whose batches have not ended."""
        rows = self._execute("SELECT number, upload, batch FROM files ORDER BY number")
        return [File(*row) for row in rows]

    def lines(self, file: File) -> Iterator[bytes]:
        """Yield the lines of a file, as they go to the endpoint."""
        rows = self._execute(
            "SELECT article, digest, body FROM requests WHERE file = ? ORDER BY rowid", file.number
        )
        for article, digest, body in rows:
            yield request_line(f"{article.hex()}-{digest}", body)

    def uploaded(self, file: File, upload: str) -> None:
        """Keep the id that the endpoint gave to a file."""
        self._execute("UPDATE files SET upload = ? WHERE number = ?", upload, file.number)

    def started(self, file: File, batch: str) -> None:
        """Keep the id of the batch of a file."""
        self._execute("UPDATE files SET batch = ? WHERE number = ?", batch, file.number)

    def end(self, file: File, lines: IO[bytes]) -> Counter[str]:
        """Take the answers of a batch that has ended: all, or none.

        Args:
            file: The file of its requests.
            lines: The lines that it has brought.

        Returns:
            Why requests have no answer, and how many they are.
        """
        reasons: Counter[str] = Counter()
        with self._at_once():
            for line in filter(None, map(BatchLine.read, lines)):
                reasons[line.reason] += self._take(file, line)
            reasons["no answer"] += self._execute(
                "UPDATE requests SET status = 0 WHERE file = ? AND status IS NULL", file.number
            ).rowcount
            self._execute("UPDATE requests SET file = NULL WHERE file = ?", file.number)
            self._execute("DELETE FROM files WHERE number = ?", file.number)
        del reasons[""]
        return +reasons

    def _take(self, file: File, line: BatchLine) -> int:
        """Keep what a line says of a request of this file; return the number of such requests."""
        answer = line.answer or Answer(0, "")
        article, _, digest = line.name.partition("-")
        return self._execute(
            "UPDATE requests SET status = ?, answer = ?"
            " WHERE article = ? AND digest = ? AND file = ? AND coalesce(status, 0) = 0",
            *(answer.status, answer.body, _bytes(article), digest, file.number),
        ).rowcount

    def _unfiled(self) -> list[tuple[int, int]]:
        """Return the requests that are in no file, each with its length."""
        return self._execute(
            "SELECT rowid, length(CAST(body AS BLOB)) + ? FROM requests"
            " WHERE file IS NULL AND status IS NULL ORDER BY rowid",
            FRAME,
        ).fetchall()

    def _has(self, what: str, *given: object) -> bool:
        return self._execute(f"SELECT 1 FROM {what} LIMIT 1", *given).fetchone() is not None  # noqa: S608  ours

    def _execute(self, statement: str, *given: Any) -> sqlite3.Cursor:
        return self._connection.execute(statement, given)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Do all that is in the block, or nothing of it."""
        self._execute("BEGIN")
        try:
            yield
        except BaseException:
            self._execute("ROLLBACK")
            raise
        self._execute("COMMIT")


def requests_of(output: Path) -> Path:
    """Return the path of the requests of an output, beside the file that its path leads to.

    Example:
        >>> requests_of(Path("news.jsonl")).name
        'news.requests.sqlite'
    """
    output = Path(os.path.realpath(output))
    return output.with_name(f"{output.name.removesuffix('.jsonl')}.requests.sqlite")


def _bytes(name: str) -> bytes:
    try:
        return bytes.fromhex(name)
    except ValueError:  # no name of ours
        return b""
