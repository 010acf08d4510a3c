"""Summaries as an SQLite database with foreign keys and full-text search.

Every key is one integer and says which column it refers to, every search table names its table in
double quotes, and what is referred to has a name or title: by these Datasette links the rows, calls
them by their names and finds the search. Offsets are code points, as SQLite's ``substr`` counts.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from summarizer.schema import ArticleInfo, Figure, Span, Summary

SCHEMA = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT, publisher TEXT, author TEXT, date TEXT,
    url TEXT, source TEXT, digest TEXT NOT NULL, length INTEGER NOT NULL, text TEXT,
    UNIQUE (digest, name));
CREATE TABLE summaries (
    id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (id), title TEXT,
    gist TEXT,
    model TEXT NOT NULL, strategy TEXT NOT NULL, prompts TEXT NOT NULL, version TEXT NOT NULL,
    requests INTEGER, prompt_tokens INTEGER, cached_tokens INTEGER, completion_tokens INTEGER,
    seconds REAL NOT NULL);
CREATE TABLE actors (
    id INTEGER PRIMARY KEY, summary INTEGER NOT NULL REFERENCES summaries (id), code TEXT NOT NULL,
    name TEXT NOT NULL, kind TEXT, role TEXT);
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY, actor INTEGER NOT NULL REFERENCES actors (id),
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE stances (
    id INTEGER PRIMARY KEY, summary INTEGER NOT NULL REFERENCES summaries (id),
    actor INTEGER NOT NULL REFERENCES actors (id), position TEXT NOT NULL, target TEXT NOT NULL);
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY, stance INTEGER NOT NULL REFERENCES stances (id),
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY, summary INTEGER NOT NULL REFERENCES summaries (id), code TEXT NOT NULL,
    text TEXT NOT NULL, speaker INTEGER REFERENCES actors (id), speaker_name TEXT,
    kind TEXT NOT NULL);
CREATE TABLE quote_spans (
    id INTEGER PRIMARY KEY, quote INTEGER NOT NULL REFERENCES quotes (id),
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE figures (
    id INTEGER PRIMARY KEY, summary INTEGER NOT NULL REFERENCES summaries (id), code TEXT NOT NULL,
    text TEXT NOT NULL, measures TEXT, value NUMERIC, low NUMERIC, high NUMERIC, unit TEXT,
    currency TEXT, percent INTEGER NOT NULL, approximate INTEGER NOT NULL,
    ordinal INTEGER NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL);
CREATE TABLE rejected (
    id INTEGER PRIMARY KEY, summary INTEGER NOT NULL REFERENCES summaries (id), facet TEXT NOT NULL,
    item TEXT, reason TEXT NOT NULL, detail TEXT NOT NULL);
CREATE VIEW who_said_what AS
    SELECT quotes.speaker_name, quotes.text, articles.title, articles.date, articles.url
    FROM quotes JOIN summaries ON quotes.summary = summaries.id
    JOIN articles ON summaries.article = articles.id;
CREATE VIRTUAL TABLE articles_fts USING fts5 (title, text, content="articles", content_rowid="id");
CREATE VIRTUAL TABLE quotes_fts USING fts5 (
    text, speaker_name, content="quotes", content_rowid="id");
CREATE VIRTUAL TABLE figures_fts USING fts5 (
    text, measures, content="figures", content_rowid="id");
"""
"""The tables, as they are created."""

_LINKS = {
    "summaries": "article",
    "actors": "summary",
    "mentions": "actor",
    "stances": "summary",
    "evidence": "stance",
    "quotes": "summary",
    "quote_spans": "quote",
    "figures": "summary",
    "rejected": "summary",
}

Value = str | int | float | None


def save(summaries: Iterable[Summary], path: Path) -> None:
    """Write the database to a new file."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript("PRAGMA foreign_keys = ON;" + SCHEMA)
        with database:
            for summary in summaries:
                _insert_summary(database, summary)
        for table, column in _LINKS.items():
            database.execute(f"CREATE INDEX {table}_{column} ON {table} ({column})")
        for table in ("articles", "quotes", "figures"):
            database.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")  # noqa: S608  our own names
        database.commit()


def _insert_summary(database: sqlite3.Connection, summary: Summary) -> None:
    made = summary.provenance
    key = _insert(
        database,
        "summaries",
        article=_article(database, summary.article),
        title=summary.article.title or summary.article.id,
        gist=summary.gist,
        seconds=made.seconds,
        **made.model_dump(include={"model", "strategy", "prompts", "version"}),
        **made.usage.model_dump(),
    )
    actors = _insert_actors(database, key, summary)
    _insert_stances(database, key, summary, actors)
    _insert_quotes(database, key, summary, actors)
    for figure in summary.figures:
        _insert(database, "figures", summary=key, **_figure(figure))
    for rejected in summary.rejected:
        _insert(database, "rejected", summary=key, **rejected.model_dump())


def _article(database: sqlite3.Connection, info: ArticleInfo) -> int:
    known = database.execute(
        "SELECT id FROM articles WHERE digest = ? AND name = ?", (info.digest, info.id)
    ).fetchone()
    facts = info.model_dump(exclude={"id"})
    return int(known[0]) if known else _insert(database, "articles", name=info.id, **facts)


def _insert_actors(database: sqlite3.Connection, key: int, summary: Summary) -> dict[str, int]:
    actors = {}
    for actor in summary.actors:
        facts = actor.model_dump(include={"name", "kind", "role"})
        actors[actor.id] = _insert(database, "actors", summary=key, code=actor.id, **facts)
        for span in actor.mentions:
            _insert(database, "mentions", actor=actors[actor.id], **_span(span))
    return actors


def _insert_stances(
    database: sqlite3.Connection, key: int, summary: Summary, actors: Mapping[str, int]
) -> None:
    for stance in summary.stances:
        facts = stance.model_dump(include={"position", "target"})
        row = _insert(database, "stances", summary=key, actor=actors[stance.actor], **facts)
        for span in stance.evidence:
            _insert(database, "evidence", stance=row, **_span(span))


def _insert_quotes(
    database: sqlite3.Connection, key: int, summary: Summary, actors: Mapping[str, int]
) -> None:
    for quote in summary.quotes:
        row = _insert(
            database,
            "quotes",
            summary=key,
            code=quote.id,
            text=quote.text,
            speaker=actors.get(quote.speaker or ""),
            **quote.model_dump(include={"speaker_name", "kind"}),
        )
        for span in quote.spans:
            _insert(database, "quote_spans", quote=row, **_span(span))


def _figure(figure: Figure) -> dict[str, Value]:
    facts = figure.model_dump(mode="json", exclude={"id", "span"})
    return {"code": figure.id, **facts, **_span(figure.span)}


def _span(span: Span) -> dict[str, Value]:
    return {"start_char": span.start, "end_char": span.end, "text": span.text}


def _insert(database: sqlite3.Connection, table: str, **row: Value) -> int:
    """Insert a row and return its key; the names of tables and columns are this module's own."""
    marks = ", ".join("?" * len(row))
    order = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608  our own names
    return database.execute(order, tuple(row.values())).lastrowid or 0
