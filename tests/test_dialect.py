"""Models that refuse a parameter, and all others, whose requests stay as they are."""

import json

import pytest
from bridge import answering, ask
from endpoint import Response

from summarizer.errors import RequestError

PLAIN = ["max_tokens", "messages", "model", "response_format", "temperature"]


def refusing(**codes):
    """An answer function that refuses these parameters, as OpenAI words it."""

    def answer(request):
        refused = next((name for name in codes if name in request), None)
        if refused is None:
            return answering()(request)
        said = f"Unsupported parameter: '{refused}' is not supported with this model."
        error = {"message": said, "type": "invalid_request_error", "param": refused}
        return Response(json.dumps({"error": error | {"code": codes[refused]}}).encode(), 400)

    return answer


REASONING = refusing(max_tokens="unsupported_parameter", temperature="unsupported_value")


def test_what_a_model_refuses_is_learnt_once_and_left_out():
    _, endpoint = ask(REASONING, facets=("gist", "quotes"), attempts=3)

    first, second, *later = endpoint.requests
    assert (sorted(first), "temperature" in second) == (PLAIN, True)
    assert len(later) == 2
    for request in later:
        assert sorted(request) == ["max_completion_tokens", "messages", "model", "response_format"]
        assert request["max_completion_tokens"] > 25_000
    assert [request["messages"] for request in (first, second)] == [later[0]["messages"]] * 2


def test_refusals_count_as_attempts():
    with pytest.raises(RequestError, match="'temperature' is not supported") as caught:
        ask(refusing(temperature="unsupported_value"), facets=("gist",), attempts=1)

    assert caught.value.requests == 1


def test_a_parameter_that_is_needed_is_not_left_out():
    with pytest.raises(RequestError) as caught:
        ask(refusing(response_format="unsupported_parameter"), facets=("gist",), attempts=5)

    assert caught.value.requests == 1


def test_every_other_model_is_sent_what_it_always_was():
    _, endpoint = ask(answering(), facets=("gist", "quotes"))

    assert [sorted(request) for request in endpoint.requests] == [PLAIN] * 2
    assert {request["temperature"] for request in endpoint.requests} == {0}
