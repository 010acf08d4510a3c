import json

import pytest

from summarizer.errors import ArticleError
from summarizer.sources import jsonl, read


def test_a_record_becomes_an_article_and_the_rest_is_left():
    record = {
        "id": 7,
        "text": "Rain\n\nIt “rained”.\n",
        "title": "Wet",
        "url": "https://a.example/7",
        "date": "2025-03-14",
        "publisher": "The Courier",
        "author": "Bo",
        "score": 0.5,
    }
    (article,) = jsonl.read([json.dumps(record).encode()], "a.jsonl")
    assert article.text == record["text"]
    known = (article.id, article.title, article.url, article.date, article.publisher)
    assert known == ("7", "Wet", "https://a.example/7", "2025-03-14", "The Courier")
    assert (article.author, article.source) == ("Bo", "a.jsonl")


def test_lines_are_read_when_they_are_asked_for():
    def lines():
        yield b'{"text": "One."}\n'
        raise AssertionError("read too far")

    assert next(jsonl.read(lines(), "a.jsonl")).text == "One."


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"nonsense", "line 3 holds no article"),
        (b"[1]", "line 3 holds no article"),
        (b'{"id": "x"}', "line 3 holds no article: text: it is missing"),
        (b'{"text": ["x"]}', "line 3 holds no article: text"),
        (b'{"text": "\\ud800"}', "line 3 holds no article"),
        (b'{"text": "\xff"}', "line 3 holds no article"),
        (b'{"text": ""}', "holds no text"),
    ],
)
def test_a_bad_line_is_named_and_the_next_one_is_read(tmp_path, line, words):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "One."}\n\n' + line + b'\n{"text": "Two."}')
    articles = read(str(path))
    assert next(articles).text == "One."
    with pytest.raises(ArticleError, match=words) as caught:
        next(articles)
    assert str(path) in str(caught.value)
    assert [article.text for article in articles] == ["Two."]


def test_a_line_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(jsonl, "MAX_BYTES", 100)
    with pytest.raises(ArticleError, match="line 1 is longer than"):
        next(jsonl.read([b'{"text": "' + b"a" * 100 + b'"}'], "a.jsonl"))
