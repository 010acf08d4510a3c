"""Summaries read back from files."""

import json
from functools import reduce
from io import BytesIO, TextIOWrapper
from operator import getitem
from typing import get_args

import pytest
from made_up import HARBOUR, bare, harbour

from summarizer import Article, Span, Summary, summarize
from summarizer.errors import ArticleError, EndpointError, SettingsError
from summarizer.schema import Decided
from summarizer.sources import read
from summarizer.storage.failure import Failure
from summarizer.storage.reader import Folder, Record, records, summaries
from summarizer.verify import faults


def one_line():
    return harbour().model_dump_json()


@pytest.mark.parametrize(
    "content",
    [
        one_line(),
        harbour().model_dump_json(indent=2),
        f"\ufeff{one_line()}\n\n{one_line()}\n",
        f"{harbour().model_dump_json(indent=1)}\n{one_line()}",
        f"[\n{one_line()},\n{one_line()}\n]",
        json.dumps([harbour().model_dump(mode="json")], indent=4),
    ],
)
def test_every_shape_of_json_is_read(tmp_path, content):
    file = tmp_path / "out.jsonl"
    file.write_text(content, encoding="utf-8")
    found = list(summaries([str(file)]))
    assert found == [harbour()] * content.count('"schema_version"')


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(one_line().encode())))
    assert list(summaries(["-", "-"])) == [harbour()]


def test_a_summary_from_before_authors_were_kept_is_read(tmp_path):
    file = tmp_path / "old.json"
    file.write_text(one_line().replace('"author":"Ida Fenn",', ""), encoding="utf-8")
    [summary] = summaries([str(file)])
    assert summary.article == harbour().article.model_copy(update={"author": None})


def test_a_torn_line_does_not_hide_the_others(tmp_path):
    file = tmp_path / "out.jsonl"
    file.write_text(f"{one_line()}\n{one_line()[:99]}\n{one_line()}\n", encoding="utf-8")
    first, torn, last = summaries([str(file)])
    assert first == last == harbour()
    assert str(torn).startswith(f"Cannot read {file}:2: ")


def test_an_invalid_summary_says_what_is_wrong_first(tmp_path):
    file = tmp_path / "out.json"
    file.write_text(one_line().replace("quay fall", "quay rise"), encoding="utf-8")
    [error] = summaries([str(file)])
    assert isinstance(error, ArticleError)
    assert "holds no valid summary: article: the digest is not that of the text" in str(error)
    assert "summarizer verify" in error.hint


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe{}", "it is not UTF-8"),
        (b'{"a":' * 200_000, "it is nested too deep"),
        (b"not json", "it is no JSON"),
    ],
)
def test_a_file_of_something_else_is_an_error(tmp_path, content, reason):
    file = tmp_path / "out.json"
    file.write_bytes(content)
    [error] = summaries([str(file)])
    assert reason in str(error)


def test_a_missing_file_is_an_error(tmp_path):
    [error] = summaries([str(tmp_path / "none.json")])
    assert "no such file" in str(error)


def test_an_empty_file_holds_nothing(tmp_path):
    (tmp_path / "empty").write_text("\n\n", encoding="utf-8")
    assert list(records(str(tmp_path / "empty"))) == []


def test_records_are_not_looked_into(tmp_path):
    (tmp_path / "a").write_text('\n[1, {"b": 2}]', encoding="utf-8")
    assert list(records(str(tmp_path / "a"))) == [
        Record(f"{tmp_path}/a:2", 1),
        Record(f"{tmp_path}/a:2", {"b": 2}),
    ]


def without_text(**changes):
    data = harbour().model_dump(mode="json")
    data["article"] |= {"text": None} | changes
    return json.dumps(data)


@pytest.mark.parametrize("name", ["deep/other.txt", "harbour.txt"])
def test_a_text_is_found_in_the_folder_of_articles(tmp_path, name):
    (tmp_path / "deep").mkdir()
    (tmp_path / name).write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\0\xff")
    (tmp_path / "out").write_text(without_text(), encoding="utf-8")
    assert list(summaries([str(tmp_path / "out")], Folder(tmp_path))) == [harbour()]


def test_a_page_is_found_in_the_folder_and_read_as_a_run_reads_it(tmp_path):
    page = "<html><body><nav>Home</nav><h1>Rain</h1><p>Rain fell on Alder.</p></body></html>"
    (tmp_path / "rain.html").write_text(page, encoding="utf-8")
    (tmp_path / "rain.jsonl").write_text("{}", encoding="utf-8")
    [article] = read(str(tmp_path / "rain.html"))
    data = bare(article).model_dump(mode="json")
    data["article"]["text"] = None
    (tmp_path / "out").write_text(json.dumps(data), encoding="utf-8")
    assert list(summaries([str(tmp_path / "out")], Folder(tmp_path))) == [bare(article)]


def test_another_text_of_that_name_is_not_taken_for_the_article(tmp_path):
    (tmp_path / "harbour.txt").write_text(HARBOUR + "More.", encoding="utf-8")
    (tmp_path / "out").write_text(without_text(), encoding="utf-8")
    [error] = summaries([str(tmp_path / "out")], Folder(tmp_path))
    assert "the digest is not that of the text" in str(error)


def test_a_folder_that_is_none_is_an_error(tmp_path):
    with pytest.raises(SettingsError, match="is not a folder"):
        Folder(tmp_path / "none")


def test_the_failure_of_an_article_in_a_batch_is_told_from_a_summary(tmp_path):
    failure = Failure.of(EndpointError("It is down."), Article(HARBOUR, id="harbour"))
    file = tmp_path / "out.jsonl"
    file.write_text(f"{failure.model_dump_json()}\n{harbour().model_dump_json()}\n")

    assert list(summaries([str(file)])) == [failure, harbour()]
    assert failure.article.text is None
    assert failure.error.reason == "endpoint_error"


def test_half_a_character_is_an_error_of_one_record(tmp_path):
    whole, half = harbour().model_dump_json(), harbour().model_dump(mode="json")
    half["article"]["id"] = "\ud800"
    file = tmp_path / "out.jsonl"
    file.write_text(f"{json.dumps(half)}\n{whole}\n", encoding="utf-8")

    error, summary = summaries([str(file)])

    assert "it has half a character" in str(error)
    assert summary == harbour()


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (("quotes", 0, "spans", 0, "text"), "x" * 43, "is not a copy of the article"),
        (("quotes", 0, "speaker"), "A3", "is not the actor A3"),
        (("quotes", 1, "id"), "Q1", "two items have the id Q1"),
        (("actors", 1, "id"), "A1", "two items have the id A1"),
        (("figures", 1, "id"), "F1", "two items have the id F1"),
        (("article", "length"), 120, "ends after the article"),
    ],
)
def test_a_summary_that_was_altered_is_not_read(place, value, said):
    data = harbour().model_dump(mode="json")
    *path, last = place
    reduce(getitem, path, data)[last] = value
    with pytest.raises(ValueError, match=said):
        Summary.model_validate(data)


FULL = """\
Bridge plan

The council of Quillport voted on Friday to build a bridge over the Lenn for 40 million crowns.

Ann Lee, the mayor of Quillport, opposes the decision. She said the plan was “a disaster” for all.
"It is too dear," she said. They cost 40 million crowns.
"""


def has_spans(annotation):
    return annotation is Span or any(map(has_spans, get_args(annotation)))


WITH_SPANS = sorted(
    (model.__name__, name)
    for model in (Summary, *get_args(Decided))
    for name, field in model.model_fields.items()
    if has_spans(field.annotation)
)


@pytest.mark.parametrize(("model", "name"), WITH_SPANS)
def test_no_field_of_copied_words_can_be_altered(model, name):
    data = summarize(FULL, model="none").model_dump(mode="json")
    holders = [data] if model == "Summary" else data[f"{model.lower()}s"]
    spans = next(each[name] for each in holders if each[name])
    span = spans[0] if isinstance(spans, list) else spans

    span["text"] = "x" * len(span["text"])

    with pytest.raises(ValueError, match="is not a copy of the article"):
        Summary.model_validate(data)
    assert any("x" in fault.problem for fault in faults(data))
