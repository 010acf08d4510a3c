"""What a worker of Ray makes of rows of articles; it needs no Ray for that."""

import asyncio
import json
from datetime import date

import numpy as np
import pyarrow as pa
import pytest
from endpoint import Endpoint, failure
from fault_server import right
from test_many import about, texts
from test_many import settings as chosen

from summarizer import Summary
from summarizer.errors import SettingsError
from summarizer.ray import Summarizer
from summarizer.storage.failure import Failure


def answer(request):
    return failure(400) if about(request, "the refused") else right(request)


@pytest.fixture
def endpoint():
    with Endpoint(answer) as running:
        yield running


def rows(endpoint, batch):
    """The rows of a batch after a worker."""
    worker = Summarizer(chosen(endpoint), concurrency=2)
    return asyncio.run(worker(batch)).to_pylist()


def test_a_row_keeps_its_columns_and_gets_a_record(endpoint):
    batch = {"id": [7], "date": [date(2031, 4, 2)], "text": ["It rained."], "topic": ["rain"]}

    [row] = rows(endpoint, pa.table(batch))

    assert list(row) == ["id", "date", "text", "topic", "record", "error"]
    assert (row["id"], row["topic"], row["error"]) == (7, "rain", None)
    article = Summary.model_validate_json(row["record"]).article
    assert (article.id, article.date, article.text) == ("7", "2031-04-02", "It rained.")


def test_a_batch_may_be_of_numpy_arrays(endpoint):
    batch = {"text": np.array(texts(2), object), "title": np.array([None, "Rain"], object)}

    titles = [json.loads(row["record"])["article"]["title"] for row in rows(endpoint, batch)]

    assert titles == [None, "Rain"]


def test_an_empty_batch_has_the_columns_too(endpoint):
    table = asyncio.run(Summarizer(chosen(endpoint))(pa.table({"text": pa.array([], "str")})))

    assert table.schema == pa.schema({"text": "str", "record": "str", "error": "str"})


@pytest.mark.parametrize(
    ("text", "reason"),
    [(None, "unreadable"), (b"It", "unreadable"), ("It is the refused.", "bad_request")],
)
def test_a_failed_article_is_a_row_with_an_error(text, reason, endpoint):
    good, bad = (rows(endpoint, {"text": [each]})[0] for each in ("It rained.", text))

    assert good["error"] is None
    assert Failure.model_validate_json(bad["record"]).error.reason == reason
    assert bad["error"] == json.loads(bad["record"])["error"]["message"]


def test_after_a_fault_that_all_would_meet_no_more_is_asked(endpoint):
    endpoint.answer = lambda _: failure(401)

    errors = [row["error"] for row in rows(endpoint, {"text": texts(50)})]

    assert len(endpoint.requests) <= 2
    assert len(errors) == 50
    assert all("refused the key" in error for error in errors)


def test_what_came_of_a_batch_is_replaced_when_it_is_sent_again(endpoint):
    endpoint.answer = lambda _: failure(401)
    failed = rows(endpoint, {"text": ["It rained."]})
    endpoint.answer = answer

    [row] = rows(endpoint, pa.Table.from_pylist(failed))

    assert row["error"] is None
    assert Summary.model_validate_json(row["record"]).article.text == "It rained."


def test_settings_may_be_made_in_the_worker(endpoint):
    worker = Summarizer(lambda: chosen(endpoint))

    asyncio.run(worker({"text": ["It rained."]}))

    assert len(endpoint.requests) == 1


def test_rows_without_text_are_an_error_of_the_job(endpoint):
    with pytest.raises(SettingsError, match="no column 'text', only 'body'"):
        rows(endpoint, {"body": ["It rained."]})
