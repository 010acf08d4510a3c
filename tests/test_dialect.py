"""Models that take a request only in their own way; requests to all others stay as they are."""

import json
from contextlib import nullcontext

import pytest
from bridge import ANSWERS, TEXT, answering, ask
from endpoint import Endpoint, Response, completion
from faults import LEARNT

from summarizer import Profile, Settings, summarize
from summarizer.errors import (
    ArticleCutError,
    ContextError,
    RequestError,
    SettingsError,
    TruncatedError,
)
from summarizer.llm.lessons import lesson
from summarizer.llm.parameters import Parameters
from summarizer.llm.refusal import Refusal

PLAIN = ["max_tokens", "messages", "model", "response_format", "temperature"]


def refused(message, **more):
    """A 400 with these words."""
    error = {"message": message, "type": "invalid_request_error", **more}
    return Response(json.dumps({"error": error}).encode(), 400)


def refusing(**codes):
    """An answer function that refuses these parameters, as OpenAI words it."""

    def answer(request):
        name = next((name for name in codes if name in request), None)
        if name is None:
            return answering()(request)
        said = f"Unsupported parameter: '{name}' is not supported with this model."
        return refused(said, param=name, code=codes[name])

    return answer


def test_what_a_model_refuses_is_learnt_once_and_left_out():
    model = refusing(max_tokens="unsupported_parameter", temperature="unsupported_value")

    _, endpoint = ask(model, facets=("gist", "quotes"), attempts=1)

    first, second, *later = endpoint.requests
    assert (sorted(first), "temperature" in second) == (PLAIN, True)
    assert len(later) == 2
    for request in later:
        assert sorted(request) == ["max_completion_tokens", "messages", "model", "response_format"]
    assert [request["messages"] for request in (first, second)] == [later[0]["messages"]] * 2


def test_what_only_the_next_attempt_shows_is_learnt_as_well():
    busy = [Response(status=503, headers={"Retry-After": "0"})]
    model = refusing(temperature="unsupported_value")

    summary, endpoint = ask(
        lambda request: busy.pop() if busy else model(request), facets=("gist",), attempts=2
    )

    assert summary.gist
    assert len(endpoint.requests) == 3


def test_a_refusal_that_goes_on_is_told_in_the_endpoints_words():
    def answer(request):
        return refused("temperature must be a text, and response_format and system role are odd.")

    with pytest.raises(
        RequestError, match=r"refused the request \(400\): temperature must"
    ) as told:
        ask(answer, facets=("gist",), attempts=5)

    assert told.value.requests == 5  # without each of the three, the format in two steps


def test_what_the_user_asks_for_is_not_left_out():
    def answer(request):
        return refused("Unrecognized request argument supplied: reasoning_effort")

    settings = {"model": "m", "strategy": "many", "attempts": 1, "reasoning_effort": "low"}
    with Endpoint(answer) as endpoint, pytest.raises(RequestError, match="reasoning_effort"):
        summarize(TEXT, settings=Settings(base_url=endpoint.url, **settings), facets=("gist",))

    assert len(endpoint.requests) == 1
    assert endpoint.requests[0]["reasoning_effort"] == "low"


@pytest.mark.parametrize("model", ["local", "none", "gguf:mine.gguf"])
def test_only_an_endpoint_takes_a_reasoning_effort(model):
    with pytest.raises(SettingsError, match="takes no reasoning effort"):
        Settings.of(environment={}, model=model, reasoning_effort="low")


def test_another_model_takes_no_effort_over():
    base = Settings(model="m", base_url="http://elsewhere.invalid/v1", reasoning_effort="high")

    assert base.changed(model="local").reasoning_effort is None
    assert base.changed(timeout=9).reasoning_effort == "high"


def test_every_other_model_is_sent_what_it_always_was():
    _, endpoint = ask(answering(), facets=("gist", "quotes"))

    assert [sorted(request) for request in endpoint.requests] == [PLAIN] * 2
    assert {request["temperature"] for request in endpoint.requests} == {0}


def test_a_schema_that_is_refused_is_in_the_prompt_instead():
    def answer(request):
        return LEARNT["no-json-schema"](request) or completion(json.dumps(ANSWERS["GistAnswer"]))

    _, endpoint = ask(answer, facets=("gist",))

    before, after = endpoint.requests
    assert after["response_format"] == {"type": "json_object"}
    prompt = after["messages"][-1]["content"]
    assert prompt.startswith(before["messages"][-1]["content"])
    schema = before["response_format"]["json_schema"]["schema"]
    assert json.loads(prompt.rpartition("\n")[2]) == schema


@pytest.mark.parametrize("said", ["It is about a bridge.", '{"summary": "A bridge was opened."}'])
def test_an_endpoint_that_takes_no_notice_of_the_schema_is_shown_it(said):
    def answer(request):
        told = "JSON Schema" in request["messages"][-1]["content"]
        return completion(json.dumps(ANSWERS["GistAnswer"]) if told else said)

    summary, endpoint = ask(answer, facets=("gist",))

    first, second = endpoint.requests
    assert summary.gist
    assert second["response_format"] == first["response_format"]


def test_a_system_message_that_is_refused_is_said_by_the_user():
    def answer(request):
        return LEARNT["no-system"](request) or completion(json.dumps(ANSWERS["GistAnswer"]))

    _, endpoint = ask(answer, facets=("gist",))

    (system, user), [merged] = (request["messages"] for request in endpoint.requests)
    assert merged == {"role": "user", "content": f"{system['content']}\n\n{user['content']}"}


SENT = {"max_tokens": 9000, "messages": [], "model": "m"}


@pytest.mark.parametrize(
    ("said", "limit"),
    [
        ("This model supports at most 4,096 completion tokens, whereas you provided 9000.", 4095),
        ("Range of max_tokens should be [1, 8192]", 8191),
        ("max_tokens: 9000 > 8192, the most of claude-9-20260101", 8191),
        ("maxOutputTokens is 9000 but the range is from 1 (inclusive) to 8193 (exclusive).", 8192),
        ("`max_tokens` must be less than or equal to `5000`", 4999),
        ("expected a value <= 2288 for max_completion_tokens, but got 9000", 2287),
    ],
)
def test_a_limit_is_read_in_many_wordings(said, limit):
    change = lesson(Refusal(400, said=said), SENT)

    assert change(SENT) == SENT | {"max_tokens": limit}
    assert change(SENT | {"max_tokens": 60}) == SENT | {"max_tokens": 60}


@pytest.mark.parametrize(
    "refusal",
    [
        Refusal(401, said="The key has no right to set max_tokens at most 50."),
        Refusal(429, said="max_tokens: at most 50 a minute"),
        Refusal(400, said="It failed."),
        Refusal(503, said="Too busy: the grammar has to wait."),
        Refusal(400, codes="content_filter", said="max_tokens at most 50"),
        Refusal(404, codes="model_not_found", said="no model 'schema'"),
    ],
)
def test_other_errors_teach_nothing(refusal):
    assert lesson(refusal, SENT) is None


def test_a_parameter_that_is_named_comes_before_the_words():
    sent = SENT | {"temperature": 0, "seed": 7}
    said = "The temperature is wrong, and so is the seed."

    assert "seed" not in lesson(Refusal(400, named="seed", said=said), sent)(sent)
    assert "temperature" not in lesson(Refusal(400, named="messages", said=said), sent)(sent)


def test_no_endpoint_makes_us_ask_for_ever():
    parameters = Parameters()
    asked = 0
    sent = parameters.fit(SENT)
    while parameters.learn(
        Refusal(400, said=f"at most {sent['max_tokens'] - 1} max_tokens"), SENT, sent
    ):
        sent = parameters.fit(SENT)
        asked += 1

    assert 1 < asked < 20


def test_what_another_request_has_learnt_is_tried_first():
    parameters = Parameters()
    first = parameters.fit(SENT | {"temperature": 0})
    refusal = Refusal(400, said="no temperature")

    assert parameters.learn(refusal, SENT | {"temperature": 0}, first)
    assert parameters.learn(refusal, SENT | {"temperature": 0}, first)
    assert parameters.fit(SENT | {"temperature": 0}) == SENT


def test_a_profile_gives_room_for_reasoning_from_the_start():
    with Endpoint(answering()) as endpoint:
        settings = Settings(
            model="m", base_url=endpoint.url, strategy="many", profile=Profile(reasoning=8000)
        )
        summarize(TEXT, settings=settings, facets=("gist",))

    assert endpoint.requests[0]["max_tokens"] > 8000


def test_the_room_shrinks_to_what_the_context_leaves():
    def answer(request):
        if request["max_tokens"] > 4000:
            said = f"The maximum context length is 4096 tokens, not {request['max_tokens']}."
            return refused(said, code="context_length_exceeded")
        return answering()(request)

    with Endpoint(answer) as endpoint:
        settings = Settings(
            model="m", base_url=endpoint.url, strategy="many", profile=Profile(reasoning=8000)
        )
        summary = summarize(TEXT, settings=settings, facets=("gist", "quotes"))

    assert summary.gist
    limits = [request["max_tokens"] for request in endpoint.requests]
    assert limits[0] > 8000
    assert 4000 > max(limits[1:]) > 1000


def test_an_article_that_does_not_fit_without_any_room_is_told():
    def answer(request):
        return refused("The maximum context length is 64 tokens.", code="context_length_exceeded")

    with pytest.raises(ContextError) as told:
        ask(answer, facets=("gist",), attempts=5)
    assert told.value.requests == 1


def test_reasoning_is_counted_apart_and_as_written():
    inside = {"completion_tokens_details": {"reasoning_tokens": 7}}
    apart = {"prompt_tokens": 10_000, "completion_tokens": 10, "total_tokens": 10_060}
    counted = []
    for usage in ({**apart, "total_tokens": 10_010, **inside}, apart):
        summary, _ = ask(
            lambda _, usage=usage: completion(json.dumps(ANSWERS["GistAnswer"]), usage=usage),
            facets=("gist",),
        )
        used = summary.provenance.usage
        counted.append((used.completion_tokens, used.reasoning_tokens))

    assert counted == [(10, 7), (60, 50)]  # OpenAI's way; xAI's and Google's


def test_every_attempt_at_reasoning_is_paid_for():
    def answer(request):
        return LEARNT["reasoning"](request) or answering()(request)

    summary, endpoint = ask(answer, facets=("gist",))

    used = summary.provenance.usage
    assert (used.requests, len(endpoint.requests)) == (2, 2)
    assert used.reasoning_tokens == endpoint.requests[0]["max_tokens"]


def test_a_cut_article_is_told_with_both_numbers_and_the_servers_setting():
    usage = {"prompt_tokens": 40, "completion_tokens": 9}
    right = completion(json.dumps(ANSWERS["GistAnswer"]), usage=usage)

    with pytest.raises(ArticleCutError, match=r"read 40 tokens of at least \d\d") as told:
        ask(lambda _: right, facets=("gist",), attempts=5)

    assert "num_ctx" in told.value.hint
    assert told.value.requests == 1


@pytest.mark.parametrize(
    ("read", "cut"), [(2050, True), (2051, True), (2060, False), (4098, False)]
)
def test_ollamas_half_of_a_context_is_known_by_its_number(read, cut):
    text = f"{TEXT} {'The mayor opened a bridge over the river. ' * 300}"
    right = completion(json.dumps(ANSWERS["GistAnswer"]), usage={"prompt_tokens": read})

    with pytest.raises(ArticleCutError) if cut else nullcontext():
        ask(lambda _: right, text=text, facets=("gist",))


@pytest.mark.parametrize("read", [{"prompt_tokens": 0}, {"prompt_tokens": None}, {}])
def test_usage_that_says_nothing_cuts_no_article(read):
    summary, _ = ask(
        lambda _: completion(json.dumps(ANSWERS["GistAnswer"]), usage=read), facets=("gist",)
    )

    assert summary.gist


def test_what_came_from_a_cache_was_read_as_well():
    """Some endpoints leave the cached tokens out of those of the prompt."""
    usage = {"prompt_tokens": 40, "prompt_tokens_details": {"cached_tokens": 900}}

    summary, _ = ask(
        lambda _: completion(json.dumps(ANSWERS["GistAnswer"]), usage=usage), facets=("gist",)
    )

    assert summary.gist


def test_an_answer_that_is_cut_in_its_text_gets_no_room_for_reasoning():
    with pytest.raises(TruncatedError) as told:
        ask(lambda _: completion('{"gist": "The', finish="length"), facets=("gist",), repairs=0)
    assert told.value.requests == 1
