"""Summaries that were made before, kept in an SQLite file: what was asked once is not paid twice.

Off unless a file is named. A summary is found again where everything that it depends on is the
same: model, endpoint, questions (their prompts, the shape and length of their answers, how often
they are asked again), the longest prompt, the text of the article, and the version of this library.
"""

import hashlib
import json
import logging
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from summarizer import __version__
from summarizer.article import Article
from summarizer.errors import SettingsError
from summarizer.facets.base import Question
from summarizer.llm.names import parse
from summarizer.schema import SCHEMA_VERSION, ArticleInfo, Summary, Usage
from summarizer.settings import Settings

PATIENCE = 30
"""Seconds to wait for another process that is writing."""


class ResultCache:
    """The summaries of one file. Several processes may use it at once.

    Args:
        path: The file; it is made if it is not there.
        settings: How articles are asked about.
        prompts: The digest of the templates.

    Raises:
        SettingsError: The file cannot be used.
    """

    def __init__(self, path: Path, settings: Settings, prompts: str) -> None:
        self._path = path
        self._connection = self._opened()
        self._facts = (
            *(__version__, SCHEMA_VERSION, prompts),
            *(settings.model, _stamp(settings.model), settings.base_url),
            *(settings.resolved_strategy, settings.facet_stamps, settings.repairs),
            settings.resolved_profile.context,
        )

    @classmethod
    def of(cls, settings: Settings, prompts: str) -> Self | None:
        """Open the file that the settings name; return None if they name none."""
        return cls(settings.cache, settings, prompts) if settings.cache else None

    def find(self, article: Article, questions: Sequence[Question]) -> Summary | None:
        """Return the summary that these questions about this text once gave.

        It is about this article, whatever name the text had then; it says that it is out of the
        cache, and that nothing was spent on it.

        Args:
            article: The article.
            questions: Those that would be asked first.

        Returns:
            The summary; None if there is none.

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

    def keep(self, summary: Summary, questions: Sequence[Question]) -> None:
        """Keep what the questions gave.

        A file that cannot be written is logged: it shall cost no summary that was paid for.

        Args:
            summary: The summary.
            questions: As :meth:`find` was given them.
        """
        key = self._key(summary.article.digest, questions)
        kept = summary.model_dump_json(exclude={"article"})  # the article brings it again
        try:
            self._connection.execute("INSERT OR REPLACE INTO results VALUES (?, ?)", [key, kept])
        except sqlite3.Error as error:
            logging.getLogger(__name__).warning("%s", self._unusable(error))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _opened(self) -> sqlite3.Connection:
        try:
            # A session is made in one thread and used in another, but never in two at once.
            connection = sqlite3.connect(
                self._path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA journal_mode = WAL")  # readers beside a writer
            connection.execute("PRAGMA synchronous = NORMAL")  # a power cut costs the last ones
            connection.execute(
                "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, summary TEXT)"
            )
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        return connection

    def _key(self, digest: str, questions: Sequence[Question]) -> str:
        asked = [(q.template, q.max_tokens, q.schema) for q in questions]
        facts = json.dumps([*self._facts, digest, asked], sort_keys=True)
        return hashlib.sha256(facts.encode()).hexdigest()

    def _unusable(self, error: sqlite3.Error) -> SettingsError:
        return SettingsError(
            f"{str(self._path)!r} cannot be used as a cache: {error}.",
            hint="Name another file with --cache, or delete this one.",
        )


def _stamp(model: str) -> tuple[int, int] | None:
    """Return what changes when a GGUF file of the user's is replaced."""
    name = parse(model)
    path = Path(name.rest).expanduser()
    if name.kind != "gguf" or not path.exists():
        return None
    status = path.stat()
    return status.st_size, status.st_mtime_ns


def _restored(kept: str, article: Article, began: float) -> Summary | None:
    """Build the summary anew, checks and all; None if what was kept does not pass them."""
    try:
        data = json.loads(kept)
        summary = Summary.model_validate(data | {"article": ArticleInfo.of(article).model_dump()})
    except (TypeError, ValueError, ValidationError):
        return None
    seconds = round(time.perf_counter() - began, 3)
    free = {"cached": True, "usage": Usage(), "seconds": seconds}
    return summary.model_copy(update={"provenance": summary.provenance.model_copy(update=free)})
