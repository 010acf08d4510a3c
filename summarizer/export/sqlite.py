"""Summaries as an SQLite database with foreign keys and full-text search.

Datasette needs the following to link rows, label them and offer search: every foreign key is one
integer with a named column, every search table names its content table in double quotes, and every
referenced row has a name or title. Offsets are code points, as in SQLite's ``substr``.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from summarizer.facets import FACETS, facets_of
from summarizer.facets.custom.stored import sections_of
from summarizer.facets.shown import Record, Table
from summarizer.schema import ArticleInfo, Summary

_ARTICLES = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT, publisher TEXT, author TEXT, date TEXT,
    url TEXT, source TEXT, digest TEXT NOT NULL, length INTEGER NOT NULL, text TEXT,
    UNIQUE (digest, name));
CREATE TABLE summaries (
    id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (id), title TEXT,
    {leads},
    model TEXT NOT NULL, strategy TEXT NOT NULL, prompts TEXT NOT NULL, version TEXT NOT NULL,
    requests INTEGER, prompt_tokens INTEGER, cached_tokens INTEGER, completion_tokens INTEGER,
    reasoning_tokens INTEGER, seconds REAL NOT NULL);
"""

_REJECTED = """
CREATE TABLE rejected (
    id INTEGER PRIMARY KEY, summary INTEGER NOT NULL REFERENCES summaries (id), facet TEXT NOT NULL,
    item TEXT, reason TEXT NOT NULL, detail TEXT NOT NULL);
"""

_SEARCH_ARTICLES = """\
CREATE VIRTUAL TABLE articles_fts USING fts5 (title, text, content="articles", content_rowid="id");
"""

_SEARCH = """\
CREATE VIRTUAL TABLE {name}_fts USING fts5 (
    {columns}, content="{name}", content_rowid="id");
"""

Value = str | int | float | None


def save(summaries: Iterable[Summary], path: Path) -> None:
    """Write the database to a new file."""
    tables = {facet.name: facet.table for facet in FACETS.values() if facet.table}
    with closing(sqlite3.connect(path)) as database:
        database.executescript("PRAGMA foreign_keys = ON;" + _schema([*tables.values()]))
        with database:
            for summary in summaries:
                for section in sections_of([summary]):
                    tables[section.name] = section.table
                    _add_table(database, section.table)
                _insert_summary(database, summary)
        for table, column in _links([*tables.values()]):
            # Tables and indexes share their names: a facet may be called as another's index.
            database.execute(f"CREATE INDEX index_of_{table}_{column} ON {table} ({column})")
        for name in ("articles", *(table.name for table in tables.values() if table.search)):
            database.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")  # noqa: S608  our own names
        database.commit()


def _schema(tables: Sequence[Table]) -> str:
    """Return the SQL that creates tables, views and search tables."""
    leads = ", ".join(f"{facet.name} TEXT" for facet in FACETS.values() if facet.lead)
    searches = [
        _SEARCH.format(name=table.name, columns=", ".join(table.search))
        for table in tables
        if table.search
    ]
    created = [_ARTICLES.format(leads=leads), *(table.create for table in tables), _REJECTED]
    return "".join((*created, *(table.views for table in tables), _SEARCH_ARTICLES, *searches))


def _add_table(database: sqlite3.Connection, table: Table) -> None:
    """Create the tables of a user's facet; add the columns that are new in this summary."""
    for statement in table.create.split(";\n"):
        database.execute(statement)
    known = {f'"{row[1]}"' for row in database.execute(f"PRAGMA table_info({table.name})")}
    for column, kind in table.columns.items():
        if column not in known:
            database.execute(f"ALTER TABLE {table.name} ADD COLUMN {column} {kind}")


def _links(tables: Sequence[Table]) -> Iterator[tuple[str, str]]:
    """Yield each table with its foreign key column."""
    yield "summaries", "article"
    for table in tables:
        yield table.name, "summary"
        if table.spans:
            yield table.spans
    yield "rejected", "summary"


def _insert_summary(database: sqlite3.Connection, summary: Summary) -> None:
    made = summary.provenance
    leads: dict[str, Value] = {
        facet.name: next(iter(facet.items(summary)), None)
        for facet in FACETS.values()
        if facet.lead
    }
    key = _insert(
        database,
        "summaries",
        article=_article(database, summary.article),
        title=summary.article.title or summary.article.id,
        seconds=made.seconds,
        **leads,
        **made.model_dump(include={"model", "strategy", "prompts", "version"}),
        **made.usage.model_dump(),
    )
    keys: dict[str | None, int] = {}
    for facet in facets_of(summary):
        if facet.table:
            _insert_items(database, key, facet.table, facet.records(summary), keys)
    for rejected in summary.rejected:
        _insert(database, "rejected", summary=key, **rejected.model_dump())


def _insert_items(
    database: sqlite3.Connection,
    summary: int,
    table: Table,
    records: Iterable[Record],
    keys: dict[str | None, int],
) -> None:
    """Insert the items of a facet; ``keys`` maps item ids to rows that others can refer to."""
    for record in records:
        refers = {column: keys.get(item) for column, item in record.refers.items()}
        row = _insert(database, table.name, summary=summary, **record.row, **refers)
        if record.id:
            keys[record.id] = row
        if table.spans:
            name, column = table.spans
            for span in record.spans:
                place: dict[str, Value] = {"start_char": span.start, "end_char": span.end}
                _insert(database, name, **{column: row}, **place, text=span.text)


def _article(database: sqlite3.Connection, info: ArticleInfo) -> int:
    known = database.execute(
        "SELECT id FROM articles WHERE digest = ? AND name = ?", (info.digest, info.id)
    ).fetchone()
    facts = info.model_dump(exclude={"id"})
    return int(known[0]) if known else _insert(database, "articles", name=info.id, **facts)


def _insert(database: sqlite3.Connection, table: str, **row: Value) -> int:
    """Insert a row and return its key; table and column names are constants."""
    marks = ", ".join("?" * len(row))
    order = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608  our own names
    return database.execute(order, tuple(row.values())).lastrowid or 0
