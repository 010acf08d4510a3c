"""Exports that are tables or files: CSV, Parquet, SQLite; and how a file is written."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from decimal import Decimal

import pytest
from made_up import HARBOUR, bare, command, harbour, spot

from summarizer import export
from summarizer.article import Article
from summarizer.cli import export as cli
from summarizer.errors import ArticleError, MissingExtraError, SettingsError
from summarizer.export.tables import all_columns, columns, rows
from summarizer.facets import FACETS
from summarizer.schema import Figure, Quote, Span

WIDE = "Ünïcode 👍 first. “Wait 👍 now,” Ida Ö. said."


def test_every_item_is_a_row_of_known_columns():
    found = list(rows(harbour()))
    assert [row["facet"] for row in found].count("quotes") == 4
    assert len(found) == 1 + 3 + 1 + 4 + 2
    for row in found:
        assert set(row) <= set(all_columns())
        assert set(columns(FACETS[row["facet"]])) <= set(row)


def test_a_row_tells_its_place_in_three_units():
    said = Quote(id="Q1", spans=(spot(WIDE, "Wait 👍 now,"),), kind="direct")
    [row] = rows(bare(Article(WIDE), quotes=(said,)), "quotes")
    utf16, utf8 = WIDE.encode("utf-16-le"), WIDE.encode()
    assert WIDE[row["start"] : row["end"]] == row["text"]
    assert utf16[2 * row["start_utf16"] : 2 * row["end_utf16"]].decode("utf-16-le") == row["text"]
    assert utf8[row["start_utf8"] : row["end_utf8"]].decode() == row["text"]


def test_a_quote_over_paragraphs_lists_its_spans():
    row = list(rows(harbour(), "quotes"))[2]
    first, second = (tuple(map(int, span.split("-"))) for span in row["spans"].split())
    assert HARBOUR[slice(*first)] == "My father moored here."
    assert HARBOUR[slice(*second)] == "His father did too."
    assert (row["start"], row["end"]) == (first[0], second[1])


def read_csv(*summaries):
    return list(csv.DictReader(io.StringIO("".join(export.pieces(summaries, "csv")), newline="")))


def test_csv_keeps_texts_and_exact_numbers():
    found = read_csv(harbour(), harbour())
    assert len(found) == 22
    assert found[7]["text"] == "My father moored here.\nHis father did too."
    assert Decimal(found[9]["value"]) == 12_500_000


def test_a_csv_file_has_the_mark_that_excel_asks_for_and_a_pipe_has_none(tmp_path):
    export.save([harbour()], "csv", tmp_path / "out.csv")
    printed = "".join(export.pieces([harbour()], "csv")).encode()
    assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbf" + printed


STARTS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "'=1",
    "＝1",
    "－1",
    "\ufeff=1",
    "\ufeff＠A1",
]


@pytest.mark.parametrize("start", STARTS)
def test_no_cell_of_a_text_runs_as_a_formula(start):
    article = Article(f"Ada said “{start}” twice.")
    said = Quote(id="Q1", spans=(spot(article.text, start),), speaker_name=start, kind="direct")
    [row] = read_csv(bare(article, quotes=(said,)))
    assert row["text"] == row["actor"] == f"'{start}"


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("start", ["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "\ufeff=1", "＝1"])
def test_no_text_runs_as_a_formula_where_another_separator_is_used(separator, start):
    article = Article("It rained.", title=f"Talks{separator}{start}")
    printed = "".join(export.pieces([bare(article, gist="It rained.")], "csv"))
    cells = [each for row in csv.reader(io.StringIO(printed), delimiter=separator) for each in row]
    assert any(each.startswith(f"'{start}"[:3]) for each in cells)
    assert not [each for each in cells if each.lstrip("\ufeff").startswith(tuple("=+@＝"))]


def test_csv_is_quoted_throughout():
    for row in "".join(export.pieces([harbour()], "csv")).split("\r\n")[:-1]:
        assert row.startswith('"')
        assert row.endswith('"')


def test_a_negative_number_stays_a_number():
    article = Article("It fell to -5 degrees.")
    cold = Figure(id="F1", span=spot(article.text, "-5"), value=Decimal(-5))
    [row] = read_csv(bare(article, figures=(cold,)))
    assert (row["value"], row["text"]) == ("-5", "'-5")


def test_parquet_has_typed_columns(tmp_path):
    from pyarrow import parquet

    export.save([harbour()], "parquet", tmp_path / "out.parquet")
    table = parquet.read_table(tmp_path / "out.parquet")
    assert table.column_names == list(all_columns())
    assert table.num_rows == 11
    figure = table.to_pylist()[9]
    assert (figure["value"], figure["approximate"], figure["low"]) == (12_500_000.0, True, None)


def test_parquet_names_the_extra_that_is_missing(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    with pytest.raises(MissingExtraError) as caught:
        export.save([harbour()], "parquet", tmp_path / "out.parquet")
    assert "pip install -e '.[parquet]'" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def database(tmp_path):
    """Open a database of two summaries of one article and one of another."""
    other = bare(Article("Rain “fell” on Alder.", id="rain"))
    path = tmp_path / "news.db"
    export.save([harbour(), harbour(gist=None), other], "sqlite", path)
    with closing(sqlite3.connect(path)) as database:
        yield database


def test_sqlite_holds_an_article_once_and_its_summaries(database):
    count = "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM summaries)"
    assert database.execute(count).fetchone() == (2, 3)


def test_sqlite_has_no_dangling_key_and_an_index_on_each(database):
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    tables = [name for (name,) in database.execute("SELECT name FROM pragma_table_list()")]
    keys = [
        (table, key[3])
        for table in tables
        for key in database.execute(f"PRAGMA foreign_key_list({table})")
    ]
    assert len(keys) == 14
    assert {
        key[4] for table in tables for key in database.execute(f"PRAGMA foreign_key_list({table})")
    } == {"id"}
    indexed = {
        (table, database.execute(f"PRAGMA index_info({index[1]})").fetchone()[2])
        for table in tables
        for index in database.execute(f"PRAGMA index_list({table})")
    }
    assert set(keys) - indexed <= {
        ("stances", "actor"),
        ("quotes", "speaker"),
        ("statements", "speaker"),
    }


@pytest.mark.parametrize("table", ["articles", "quotes", "statements", "figures"])
def test_sqlite_has_a_search_that_datasette_finds(database, table):
    # the rule by which Datasette finds the search of a table
    search = "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?"
    rule = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'
    assert database.execute(search, (rule,)).fetchall() == [(f"{table}_fts",)]


def test_sqlite_calls_a_summary_by_the_title_of_its_article(database):
    titles = database.execute("SELECT title FROM summaries").fetchall()
    assert titles == [("Council votes to close the old harbour",)] * 2 + [("rain",)]


def test_sqlite_copies_texts_to_the_letter(database):
    spans = database.execute(
        """SELECT quote_spans.text, substr(articles.text, start_char + 1, end_char - start_char)
        FROM quote_spans JOIN quotes ON quote = quotes.id JOIN summaries ON summary = summaries.id
        JOIN articles ON article = articles.id"""
    ).fetchall()
    assert len(spans) == 10
    assert all(copy == original for copy, original in spans)


def test_sqlite_finds_words(database):
    search = "SELECT speaker_name FROM quotes_fts WHERE quotes_fts MATCH 'trade OR quay'"
    assert set(database.execute(search)) == {("Tomas Reed",), ("Ines Calloway",)}
    search = "SELECT title FROM articles_fts WHERE articles_fts MATCH 'Calloway'"
    assert database.execute(search).fetchall() == [("Council votes to close the old harbour",)]


def test_sqlite_numbers_are_numbers_and_what_was_rejected_is_kept(database):
    highest = "SELECT max(value), typeof(value) FROM figures"
    assert database.execute(highest).fetchone() == (12_500_000, "integer")
    assert database.execute("SELECT item, facet FROM rejected").fetchone() == ("A2", "stances")


def test_the_author_is_told(database):
    assert database.execute("SELECT author FROM articles").fetchall() == [("Ida Fenn",), (None,)]
    assert {row["author"] for row in rows(harbour())} == {"Ida Fenn"}


def test_a_view_says_who_said_what(database):
    said = database.execute("SELECT DISTINCT speaker_name, title FROM who_said_what").fetchall()
    assert ("The harbour master", "Council votes to close the old harbour") in said


def test_json_is_an_object_or_an_array():
    assert json.loads("".join(export.pieces([harbour()], "json")))["schema_version"] == 1
    assert len(json.loads("".join(export.pieces([harbour()] * 2, "json")))) == 2


def test_json_lines_are_read_back_as_they_were():
    first, second = "".join(export.pieces([harbour()] * 2, "jsonl")).splitlines()
    assert type(harbour()).model_validate_json(first) == harbour()
    assert first == second


@pytest.mark.parametrize("to", [*export.TEXTS, *export.FILES])
def test_no_format_fails_on_a_summary_that_says_nothing(to, tmp_path):
    export.save([bare(Article("Rain."))], to, tmp_path / "out")
    assert (tmp_path / "out").exists()


def test_a_failed_export_leaves_the_old_file(tmp_path):
    def broken():
        yield harbour()
        raise ZeroDivisionError

    (tmp_path / "out").write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        export.save(broken(), "jsonl", tmp_path / "out")
    assert [p.read_text(encoding="utf-8") for p in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize("to", [*export.TEXTS, *export.FILES])
def test_a_place_that_cannot_be_written_is_a_clear_error(to, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SettingsError, match="Cannot write"):
        export.save([harbour()], to, tmp_path / "file" / "out")


@pytest.fixture
def stored(tmp_path):
    """Write the harbour summary and a torn one."""
    path = tmp_path / "out.jsonl"
    path.write_text(f'{harbour().model_dump_json()}\n{{"torn', encoding="utf-8")
    return str(path)


def test_the_command_prints_what_can_be_printed(stored, capsys):
    assert command(cli.add, "export", stored, "--to", "jsonl") == 1
    out, err = capsys.readouterr()
    assert out == harbour().model_dump_json() + "\n"
    assert f"Cannot read {stored}:2" in err


@pytest.mark.parametrize("to", ["csv", "sqlite"])
def test_the_command_puts_nothing_in_place_of_an_old_file(to, tmp_path):
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "out").write_text("old", encoding="utf-8")
    words = (str(tmp_path / "empty.jsonl"), "--to", to, "-o", str(tmp_path / "out"))
    with pytest.raises(ArticleError, match="There is no summary in"):
        command(cli.add, "export", *words)
    assert (tmp_path / "out").read_text(encoding="utf-8") == "old"


def test_the_command_asks_for_a_file_where_one_is_needed(stored):
    with pytest.raises(SettingsError, match="cannot be printed"):
        command(cli.add, "export", stored, "--to", "sqlite")


def test_the_command_fills_in_articles(tmp_path):
    data = harbour().model_dump(mode="json")
    data["article"]["text"] = None
    (tmp_path / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "out.json").write_text(json.dumps(data), encoding="utf-8")
    done = command(
        cli.add,
        *("export", str(tmp_path / "out.json"), "--to", "brat"),
        *("-o", str(tmp_path / "brat"), "--articles", str(tmp_path)),
    )
    assert done == 0
    assert (tmp_path / "brat" / "harbour.txt").read_text(encoding="utf-8") == HARBOUR


def test_every_format_is_offered():
    assert set(cli.FORMATS) == {*export.TEXTS, *export.FILES}


def test_spans_may_lie_anywhere():
    text = "a\tb"
    made = Figure(id="F1", span=Span.of(text, 0, 3))
    assert read_csv(bare(Article(text), figures=(made,)))[0]["spans"] == "0-3"
