"""The JSON object in what a model wrote, whatever is around it."""

import json
import time

import pytest
from bridge import ANSWERS, TEXT
from hypothesis import given
from hypothesis import strategies as st

from summarizer import FakeModel, summarize
from summarizer.errors import AnswerError
from summarizer.llm.answers import object_in

GIST = json.dumps(ANSWERS["GistAnswer"])


@pytest.mark.parametrize(
    "text",
    [
        GIST,
        f"```json\n{GIST}\n```",
        f"```\n{GIST}```",
        f"<think>\nMaybe {{}} or [1]?\n</think>\n\n{GIST}",
        f"Sure! Here is the JSON:\n{GIST}\nI used sentence [1].",
        f"\ufeff{GIST}",
        f"{GIST[:-1]},}}",
    ],
)
def test_it_is_found_for_every_kind_of_model(text):
    assert (
        summarize(TEXT, model=FakeModel([text]), facets=["gist"]).gist == json.loads(GIST)["gist"]
    )


def test_only_commas_between_items_are_left_out():
    written = '{"a": ["one,]", "two,}\\"",], "b": {"c": ",",},}'

    assert json.loads(object_in(written)) == {"a": ["one,]", 'two,}"'], "b": {"c": ","}}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I would rather not say.",
        "[1, 2]",
        '{"items": [{"gist": "One."}, {"gist": "Two."}',
        'Here: {"items": [{"gist": "One."}, {"gist": "Two."}',
        f"{GIST} or {GIST}",
    ],
)
def test_no_part_of_a_broken_answer_is_taken_for_the_answer(text):
    assert object_in(text) == text
    with pytest.raises(AnswerError):
        summarize(TEXT, model=FakeModel([text] * 2), facets=["gist"])


@given(st.text(), st.text())
def test_any_text_is_read(before, after):
    assert isinstance(object_in(f"{before}{{{after}"), str)


@given(st.dictionaries(st.text(), st.text() | st.lists(st.integers())))
def test_what_is_right_stays_as_it_is(value):
    written = json.dumps(value, ensure_ascii=False)

    assert object_in(written) == written


@pytest.mark.parametrize(
    "text", ['{"a": "' + '\\"' * 200_000, '{"' * 100_000, ", " * 200_000 + "}"]
)
def test_hostile_text_takes_no_time(text):
    began = time.process_time()
    object_in(text)
    assert time.process_time() - began < 1
