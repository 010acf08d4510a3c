"""Read summaries that are stored as JSON or JSON Lines, and find their articles in a folder.

A record that cannot be read becomes an error in the results, so that one broken line does not hide
the rest of the file.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from pydantic import ValidationError

from summarizer.article import Article
from summarizer.errors import ArticleError, SettingsError
from summarizer.schema import Summary
from summarizer.schema.invalid import invalid
from summarizer.sources import read
from summarizer.sources.content import is_kind, kind_of
from summarizer.sources.stdin import standard_input
from summarizer.storage.failure import Failure, is_failure


@dataclass(frozen=True, slots=True)
class Record:
    """One JSON value of a file.

    Args:
        where: The file and its first line, such as ``news.jsonl:7``.
        data: The parsed value, not validated.
    """

    where: str
    data: object


class Folder:
    """The articles in a folder, indexed by digest and by name.

    Args:
        path: A folder of text, Markdown, HTML and PDF files, one article each; subfolders too.

    Raises:
        SettingsError: It is not a folder.
    """

    def __init__(self, path: str | Path) -> None:
        if not Path(path).is_dir():
            raise SettingsError(
                f"{str(path)!r} is not a folder.",
                hint="Give the folder that holds the articles.",
            )
        self._names: dict[str, Path] = {}
        self._digests: dict[str, Path] = {}
        files = filter(_holds_one, Path(path).rglob("*"))
        for file in sorted(files, key=lambda file: (file.suffix != ".txt", file)):
            self._names.setdefault(file.stem, file)
            if file.suffix == ".txt":  # other kinds are slow to read: only by name
                with suppress(ArticleError):  # the folder may hold other files
                    self._digests.setdefault(Article.read(file).digest, file)

    def find(self, info: Mapping[str, object]) -> str | None:
        """Return the text of an article.

        Args:
            info: The ``article`` object of a stored summary. The digest is tried first, then the
                id, then the name of the source.

        Returns:
            The text of the file, which may differ from the one summarised; None if no file fits.

        Raises:
            SummarizerError: The file cannot be read.
        """
        names = (str(info.get("id", "")), Path(str(info.get("source", ""))).stem)
        file = self._digests.get(str(info.get("digest"))) or next(
            (self._names[name] for name in names if name in self._names), None
        )
        return next(read(str(file))).text if file else None


def _holds_one(file: Path) -> bool:
    """Return whether a file is of a kind that holds one article."""
    several = kind_of(file.name, b"") in {"feed", "jsonl"}
    return is_kind(file.name) and not several and file.is_file()


def records(path: str) -> Iterator[Record | ArticleError]:
    """Read JSON values without validating them.

    Args:
        path: A file with an object, an array of objects or JSON Lines; ``-`` is standard input.

    Yields:
        Each object, or an error for what cannot be read.
    """
    try:
        with _opened(path) as file:
            for line, text in _documents(file):
                yield from _decoded(f"{_name(path)}:{line}", text)
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeError) else str(error.strerror)
        yield _unreadable(_name(path), reason[:1].lower() + reason[1:])


def summaries(
    paths: Iterable[str], folder: Folder | None = None
) -> Iterator[Summary | Failure | ArticleError]:
    """Read stored summaries.

    Args:
        paths: Files, as :func:`records` reads them.
        folder: Where to look for the article of a summary that was stored without it.

    Yields:
        Each summary, validated; or the failure that a batch recorded; or an error for what is
        neither.
    """
    for path in paths:
        for record in records(path):
            yield record if isinstance(record, ArticleError) else _summary(record, folder)


def _summary(record: Record, folder: Folder | None) -> Summary | Failure | ArticleError:
    data = record.data
    try:
        if folder and isinstance(data, dict) and isinstance(info := data.get("article"), dict):
            data = data | {"article": info | {"text": info.get("text") or folder.find(info)}}
        return (Failure if is_failure(data) else Summary).model_validate(data)
    except ArticleError as error:
        return error
    except ValidationError as error:
        return ArticleError(
            f"{record.where} holds no valid summary: {invalid(error)}.",
            hint="summarizer verify lists all that is wrong with it.",
        )


@contextmanager
def _opened(path: str) -> Iterator[TextIO]:
    if path != "-":
        with Path(path).open(encoding="utf-8-sig") as file:
            yield file
        return
    piped = TextIOWrapper(standard_input(), encoding="utf-8-sig")
    try:
        yield piped
    finally:
        piped.detach()  # leave standard input open


def _name(path: str) -> str:
    return "standard input" if path == "-" else path


def _documents(file: TextIO) -> Iterator[tuple[int, str]]:
    """Split at lines that begin with a brace; this fits JSON Lines and indented objects."""
    start, lines = 1, list[str]()
    for number, line in enumerate(file, 1):
        if line.startswith("{") and lines and lines[0].startswith("{"):
            yield start, "".join(lines)
            lines = []
        if line.strip():
            start = start if lines else number
            lines.append(line)
    if lines:
        yield start, "".join(lines)


def _decoded(where: str, text: str) -> Iterator[Record | ArticleError]:
    try:
        data = json.loads(text)
    except ValueError:
        yield _unreadable(where, "it is no JSON")
        return
    except RecursionError:
        yield _unreadable(where, "it is nested too deep")
        return
    if _has_half_character(text, data):
        yield _unreadable(where, "it has half a character, which no other format can hold")
        return
    for item in data if isinstance(data, list) else [data]:
        yield Record(where, item)


def _has_half_character(text: str, data: object) -> bool:
    """Return whether JSON has half of a surrogate pair: only an escape can spell one."""
    if "\\ud" not in text.lower():
        return False
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


def _unreadable(where: str, reason: str) -> ArticleError:
    return ArticleError(
        f"Cannot read {where}: {reason}.",
        hint="Give a summary in JSON, as summarizer run --json writes it.",
    )
