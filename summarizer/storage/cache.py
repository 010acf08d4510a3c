"""The result cache: summaries in an SQLite file, so that the same request is not paid twice.

Off by default. The key covers everything that a summary depends on: the settings but those in
``APART``, the model's profile, prompts, answer schemas and token limits, the text of the article,
and the version of this library. See docs/many.md.
"""

import hashlib
import json
import logging
import sqlite3
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from summarizer import __version__
from summarizer.article import Article
from summarizer.errors import SettingsError
from summarizer.llm.names import parse
from summarizer.prompting.form import Asked
from summarizer.schema import SCHEMA_VERSION, ArticleInfo, Summary, Usage
from summarizer.settings import Settings

PATIENCE = 30
"""Seconds to wait while another process writes."""

APART = {
    *("api_key", "extra_headers", "extra_query", "timeout", "attempts"),  # how it is reached
    *("cache", "min_certainty"),  # what is done with the summary
    *("strategy", "gist_mode", "context", "profile", "prompts"),  # in the key as they work out
}
"""The settings that are no part of the key; every other one is, also one that is added later."""

APART_OF_PROFILE = {"at_once"}
"""The same of a model's profile."""


class ResultCache:
    """A cache in one file, which several processes may share.

    Args:
        path: The SQLite file; created if it does not exist.
        settings: The settings of the session.
        prompts: The digest of the templates.

    Raises:
        SettingsError: The file cannot be used.
    """

    def __init__(self, path: Path, settings: Settings, prompts: str) -> None:
        self._path = path
        self._given_up = False
        self._connection = self._opened()
        self._facts = (
            *(__version__, SCHEMA_VERSION, prompts),
            *(_stamp(settings.model), settings.resolved_strategy),
            settings.model_dump(mode="json", exclude=APART),
            settings.resolved_profile.model_dump(mode="json", exclude=APART_OF_PROFILE),
        )

    @classmethod
    def of(cls, settings: Settings, prompts: str) -> Self | None:
        """Open the cache of the settings; return None if they name no file."""
        return cls(settings.cache, settings, prompts) if settings.cache else None

    def find(self, article: Article, questions: Sequence[Asked]) -> Summary | None:
        """Return the cached summary of this text and these questions.

        It has the metadata of this article; ``provenance.cached`` is true and the usage is zero.

        Args:
            article: The article.
            questions: The first questions that would be asked.

        Returns:
            The summary, validated again; None if there is none.

        Raises:
            SettingsError: The file cannot be used.
        """
        began = time.perf_counter()
        try:
            row = self._connection.execute(
                "SELECT summary FROM results WHERE key = ?", [self._key(article.digest, questions)]
            ).fetchone()
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        return _restored(row[0], article, began) if row else None

    def keep(self, summary: Summary, questions: Sequence[Asked]) -> None:
        """Store a summary.

        If the file cannot be written, a warning is logged, once; the summary is not lost, and
        nothing more is stored: another wait would be as long for each article.

        Args:
            summary: The summary.
            questions: The same questions as for :meth:`find`.
        """
        if self._given_up:
            return
        key = self._key(summary.article.digest, questions)
        kept = summary.model_dump_json(exclude={"article"})  # ``find`` adds it again
        try:
            self._connection.execute("INSERT OR REPLACE INTO results VALUES (?, ?)", [key, kept])
        except sqlite3.Error as error:
            self._given_up = True
            logging.getLogger(__name__).warning("%s", self._unusable(error))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _opened(self) -> sqlite3.Connection:
        try:
            # A session may be created in one thread and used in another, but not in two at once.
            connection = sqlite3.connect(
                self._path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            with ExitStack() as on_error:
                on_error.callback(connection.close)
                _prepare(connection)
                on_error.pop_all()
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        return connection

    def _key(self, digest: str, questions: Sequence[Asked]) -> str:
        asked = [(q.template, q.max_tokens, q.schema) for q in questions]
        facts = json.dumps([*self._facts, digest, asked], sort_keys=True)
        return hashlib.sha256(facts.encode()).hexdigest()

    def _unusable(self, error: sqlite3.Error) -> SettingsError:
        return SettingsError(
            f"{str(self._path)!r} cannot be used as a cache: {error}.",
            hint="Name another file with --cache, or delete this one.",
        )


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")  # readers do not wait for a writer
    connection.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose some writes
    connection.execute("CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, summary TEXT)")


def _stamp(model: str) -> tuple[int, int] | None:
    """Return size and time of a user's GGUF file, which change when it is replaced."""
    name = parse(model)
    path = Path(name.rest).expanduser()
    if name.kind != "gguf" or not path.exists():
        return None
    status = path.stat()
    return status.st_size, status.st_mtime_ns


def _restored(kept: str, article: Article, began: float) -> Summary | None:
    """Validate a stored summary with this article; return None if it fails."""
    try:
        data = json.loads(kept)
        summary = Summary.model_validate(data | {"article": ArticleInfo.of(article).model_dump()})
    except (TypeError, ValueError, RecursionError, ValidationError):
        return None
    seconds = round(time.perf_counter() - began, 3)
    free = {"cached": True, "usage": Usage(), "seconds": seconds}
    return summary.model_copy(update={"provenance": summary.provenance.model_copy(update=free)})
