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
        (b'{"text": null}', "line 3 holds no article: text: it must be a text"),
        (b'{"maintext": null, "id": 1}', "line 3 holds no article: maintext: it must be a text"),
        (b'{"text": 5}', "line 3 holds no article: text: it must be a text"),
        (b'{"text": NaN}', "line 3 holds no article: text: it must be a text"),
        (b'{"body": 1e400}', "line 3 holds no article: body: it must be a text"),
        (b'{"text": true}', "line 3 holds no article: text: it must be a text"),
        (b"null", "line 3 holds no article: it must be an object"),
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


def read_one(record):
    (article,) = jsonl.read([json.dumps(record, indent=2).encode()], "a.json")
    return article


def test_a_record_of_news_please_is_read():
    article = read_one(
        {
            "title": "Wet",
            "maintext": "It “rained”.",
            "authors": ["Bo Li", "Al Roe"],
            "date_publish": "2025-03-14 06:30:00",
            "source_domain": "courier.example",
            "url": "https://courier.example/7",
            "language": "en",
        }
    )
    assert (article.text, article.title) == ("It “rained”.", "Wet")
    assert (article.author, article.publisher) == ("Bo Li, Al Roe", "courier.example")
    assert (article.date, article.url) == ("2025-03-14 06:30:00", "https://courier.example/7")


def test_a_record_of_fundus_is_read():
    sections = [{"headline": ["Later"], "paragraphs": ["It was dry.", "Very."]}]
    body = {"summary": ["It rained."], "sections": sections}
    article = read_one(
        {"title": "Wet", "body": body, "authors": [], "publishing_date": "2025-03-14"}
    )
    assert article.text == "It rained.\nLater\nIt was dry.\nVery."
    assert (article.author, article.date) == (None, "2025-03-14")


def test_a_key_without_a_value_does_not_hide_the_next():
    article = read_one({"plaintext": None, "maintext": "It rained.", "date": None, "authors": None})
    assert (article.text, article.author, article.date) == ("It rained.", None, None)


def test_an_item_of_an_array_that_is_no_article_is_named():
    found = jsonl.read([b'[{"text": "One."}, {"id": 2},\n', b'{"text": "Two."}]'], "a.json")
    assert next(found).text == "One."
    with pytest.raises(ArticleError, match="item 2 holds no article: text"):
        next(found)
    assert next(found).text == "Two."


def test_lines_behind_a_broken_first_one_are_read():
    found = jsonl.read([b'{"text": "On\n', b'{"text": "Two."}'], "a.jsonl")
    with pytest.raises(ArticleError, match="line 1 holds no article"):
        next(found)
    assert next(found).text == "Two."


def test_authors_of_a_line_may_be_a_list():
    (article,) = jsonl.read([b'{"text": "One.", "author": ["Ed", "Al"]}'], "a.jsonl")
    assert article.author == "Ed, Al"


@pytest.mark.parametrize("content", ["", "\n\n", "[]", " [\n]\n"])
@pytest.mark.parametrize("name", ["news.jsonl", "news"])
def test_a_file_without_an_article_says_so(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ArticleError, match=r"holds no (article|text)\."):
        list(read(str(path)))


def test_an_empty_object_is_no_text_of_brackets(tmp_path):
    path = tmp_path / "news.json"
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"line 1 holds no article: text: it is missing"):
        list(read(str(path)))
