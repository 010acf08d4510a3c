import io
import os
import sys
import time
from pathlib import Path

import pytest

from summarizer.errors import ArticleError, MissingExtraError
from summarizer.sources import content, read, read_each

RECORD = '{"id": "a1", "text": "It rained."}\n'


def texts(source) -> list[str]:
    return [article.text for article in read(str(source))]


@pytest.fixture
def pipe(monkeypatch):
    """Stand in for standard input."""

    def give(data: bytes) -> None:
        stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(data)), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stream)

    return give


def test_plain_text_is_taken_to_the_last_character(tmp_path):
    path = tmp_path / "rain.txt"
    path.write_bytes("Rain\r\n\r\n\tIt “rained”\u00a0…  \n\n".encode())
    (article,) = read(str(path))
    assert article.text == "Rain\r\n\r\n\tIt “rained”\u00a0…  \n\n"
    assert (article.id, article.source) == ("rain", str(path))


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.TXT", "# Rain", "# Rain"),
        ("a.txt", "<html><p>As it is</p>", "<html><p>As it is</p>"),
        ("a.md", "# Rain\n\nIt\nrained.", "Rain\n\nIt rained."),
        ("a", "# Rain", "# Rain"),
        ("a", RECORD, "It rained."),
        ("a.json", RECORD, "It rained."),
        ("a.ndjson", RECORD, "It rained."),
        ("a.dat", "{laughs} It rained.", "{laughs} It rained."),
        ("a.htm", "<html><body><p>It rained.</p></body></html>", "It rained."),
        ("a", "\ufeff<!-- saved --><!DOCTYPE html><p>It rained.</p>", "It rained."),
        ("a.xml", "<?xml version='1.0'?><html><p>It rained.</p></html>", "It rained."),
        ("a.xml", "<rss><channel><item><title>Rain</title></item></channel></rss>", "Rain"),
    ],
)
def test_a_file_is_read_as_its_name_and_its_content_say(tmp_path, name, data, expected):
    path = tmp_path / name
    path.write_text(data, encoding="utf-8")
    assert texts(path) == [expected]


def test_standard_input_is_read_and_left_open(pipe):
    pipe(b"Rain\n\nIt rained.")
    assert texts("-") == ["Rain\n\nIt rained."]
    assert not sys.stdin.closed


@pytest.mark.parametrize("data", [b"", b"It rained\0.", b"\xff\xfe", b'{"text": 5}', b"caf\xe9"])
def test_standard_input_is_called_by_its_name(data, pipe):
    pipe(data)
    with pytest.raises(ArticleError, match=r"^Standard input"):
        texts("-")


def test_records_are_read_from_standard_input_as_they_come():
    reader, writer = os.pipe()
    with pytest.MonkeyPatch.context() as patch, os.fdopen(reader) as stdin:
        patch.setattr(sys, "stdin", stdin)
        os.write(writer, RECORD.encode())
        articles = read("-")
        assert next(articles).id == "a1"
        os.write(writer, RECORD.replace("a1", "a2").encode())
        os.close(writer)
        assert [article.id for article in articles] == ["a2"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "holds no text"),
        ("a.txt", b"\x89PNG\0\0", "is a binary file"),
        ("a.txt", "Naïve".encode("cp1252"), "is not UTF-8"),
        ("a.txt", "Naïve".encode("utf-16"), "is not UTF-8 but UTF-16"),
        ("a.md", b"\n\n", "holds no text"),
        ("a.html", b"<html></html>", "No article was found"),
        ("a.html", b"\0\0\0", "No article was found"),
        ("a.pdf", b"%PDF-1.7 and no more", "cannot be read as a PDF"),
        ("a.pdf", b"plain words", "cannot be read as a PDF"),
        ("a.xml", b"<other/>", "holds"),
        ("a.rss", b"<rss version='2.0'><channel/></rss>", "is not a feed with entries"),
        ("a.rss", b"words", "is not a feed with entries"),
        ("a.epub", b"PK\x03\x04\0\0", "is a binary file"),
    ],
)
def test_what_holds_no_article_is_refused_with_a_hint(tmp_path, name, data, words):
    path = tmp_path / name
    path.write_bytes(data)
    if words == "holds":
        assert texts(path) == ["<other/>"]
        return
    with pytest.raises(ArticleError, match=words) as caught:
        texts(path)
    assert str(path) in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    "data",
    [
        '[{"text": "It rained."}]',
        '[\n{\n"text": "It rained."}]',
        '{\n  "text": "It rained."\n}\n',
        '\ufeff{\n  "maintext": "It rained."\n}\n',
    ],
)
def test_json_over_several_lines_is_read_whole(tmp_path, data):
    (tmp_path / "a.json").write_text(data, encoding="utf-8")
    assert texts(tmp_path / "a.json") == ["It rained."]


def test_the_kind_of_a_file_of_comments_takes_no_exponential_time():
    begun = time.process_time()
    assert content.sniff(b"<!-- a -->" * 24 + b"x") is None
    assert time.process_time() - begun < 1  # 10 seconds, were every way to part them tried


def test_a_folder_and_a_missing_file_are_told_apart(tmp_path):
    with pytest.raises(ArticleError, match="is a folder"):
        read(str(tmp_path))
    with pytest.raises(ArticleError, match="no such file"):
        read(str(tmp_path / "a.txt"))
    with pytest.raises(ArticleError, match="Cannot read"):
        read("a\0b")


def test_a_device_is_not_read():
    with pytest.raises(ArticleError, match="is a device or pipe"):
        read(os.devnull)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf", ".rss"])
def test_a_file_beyond_the_limit_is_refused(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr(content, "MAX_BYTES", 1000)
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"a" * 1001)
    with pytest.raises(ArticleError, match="is longer than"):
        read(str(path))


@pytest.mark.parametrize(
    ("source", "module", "extra"),
    [
        ("a.html", "trafilatura", "web"),
        ("a.rss", "feedparser", "web"),
        ("a.pdf", "pypdf", "pdf"),
        ("https://news.example/", "protego", "web"),
    ],
)
def test_a_missing_extra_is_named(tmp_path, monkeypatch, source, module, extra):
    for reader in ("html", "feed", "pdf", "web"):
        monkeypatch.delitem(sys.modules, f"summarizer.sources.{reader}", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    path = tmp_path / source
    if "://" not in source:
        path.write_text("x", encoding="utf-8")
    with pytest.raises(MissingExtraError, match=module) as caught:
        read(source if "://" in source else str(path))
    assert f"pip install -e '.[{extra}]'" in caught.value.hint


@pytest.mark.parametrize("label", ["rot13", "base64", "hex", "zlib", "bz2"])
def test_what_decodes_no_text_is_no_encoding(label):
    assert content.codec(label) is None


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that breaks off")
def test_a_source_that_breaks_off_stands_in_its_place(tmp_path):
    path = tmp_path / "rain.txt"
    path.write_text("It rained.", encoding="utf-8")

    broken, rain = read_each(["/proc/self/mem", str(path)])

    assert isinstance(broken, ArticleError)
    assert rain.text == "It rained."


def test_a_line_that_is_too_long_is_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr("summarizer.sources.MAX_BYTES", 50)
    monkeypatch.setattr("summarizer.sources.jsonl.MAX_BYTES", 50)
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "' + "rain " * 100 + '"}\n' + RECORD + "[]\n", encoding="utf-8")

    long, rain, last = read_each([str(path)])

    assert "line 1 is longer" in str(long)
    assert rain.text == "It rained."
    assert "line 3 holds no article" in str(last)
