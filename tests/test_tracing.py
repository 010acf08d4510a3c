"""Spans: one for an article, one for each request, ours and those of an instrumentor."""

import pytest
from bridge import ANSWERS, TEXT, answering, ask
from endpoint import Response, failure
from openai.resources.chat import AsyncCompletions
from opentelemetry.instrumentation.openai import OpenAIInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from summarizer import FakeModel, summarize
from summarizer.errors import AnswerError, AuthenticationError, EndpointError, SettingsError

OURS, THEIRS = "summarizer", "opentelemetry.instrumentation.openai.v1"


@pytest.fixture
def provider():
    return TracerProvider()


@pytest.fixture
def spans(provider, monkeypatch):
    """Return a function: the finished spans of a scope, in the order in which they began."""
    exporter = InMemorySpanExporter()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr("opentelemetry.trace.get_tracer", provider.get_tracer)

    def finished(scope=OURS):
        every = sorted(exporter.get_finished_spans(), key=lambda span: span.start_time)
        return [span for span in every if span.instrumentation_scope.name == scope]

    yield finished
    provider.shutdown()


def test_an_article_and_each_request_have_a_span(spans):
    summary, endpoint = ask(answering(), facets=("gist", "quotes"))

    article, *requests = spans()
    assert article.name == "invoke_workflow summarize"
    assert article.kind is SpanKind.INTERNAL
    assert article.attributes["gen_ai.usage.input_tokens"] == summary.provenance.usage.prompt_tokens
    assert article.attributes["summarizer.strategy"] == "many"
    assert len(requests) == len(endpoint.requests) == 2
    for span in requests:
        assert span.parent.span_id == article.context.span_id
        assert (span.name, span.kind) == ("chat made-up-model", SpanKind.CLIENT)
        assert span.attributes["gen_ai.request.model"] == "made-up-model"
        assert span.attributes["gen_ai.response.finish_reasons"] == ("stop",)
        spent = summary.provenance.usage
        assert 2 * span.attributes["gen_ai.usage.input_tokens"] == spent.prompt_tokens > 0
        assert 2 * span.attributes["gen_ai.usage.output_tokens"] == spent.completion_tokens > 0
        assert span.attributes["server.address"] == "127.0.0.1"
        assert span.status.status_code is StatusCode.UNSET


def test_each_attempt_has_a_span_and_a_failed_one_says_so(spans):
    attempts = iter([failure(503, headers={"Retry-After": "0"})])

    ask(lambda request: next(attempts, None) or answering()(request), facets=("gist",), attempts=2)

    article, failed, answered = spans()
    assert failed.attributes["error.type"] == "503"
    assert failed.status.status_code is StatusCode.ERROR
    assert answered.status.status_code is article.status.status_code is StatusCode.UNSET


def test_an_article_that_fails_says_why_and_what_it_cost(spans):
    with pytest.raises(AuthenticationError):
        ask(lambda _: failure(401), facets=("gist",))

    article, request = spans()
    assert article.attributes["error.type"] == "authentication"
    assert article.attributes["gen_ai.usage.input_tokens"] == 0
    assert request.attributes["error.type"] == "401"
    assert article.events == request.events == ()


@pytest.mark.parametrize("body", [b"[]", b'{"choices": [3], "usage": 7, "model": []}', b'{"a'])
def test_an_answer_of_any_shape_ends_its_span(body, spans):
    with pytest.raises(EndpointError):
        ask(lambda _: Response(body.replace(b"[3]", b"3")), facets=("gist",))

    assert len(spans()) == 2


def test_what_an_endpoint_calls_things_can_be_exported(spans):
    body = (
        b'{"model": "m\\ud800\\u202e", "usage": {"prompt_tokens": 1e30}, "choices": '
        b'[{"finish_reason": "stop\\udfff", "message": {"role": "assistant", "content": "{}"}}]}'
    )
    with pytest.raises(AnswerError):
        ask(lambda _: Response(body), facets=("gist",))

    request = next(each for each in spans() if each.name.startswith("chat"))
    assert request.attributes["gen_ai.response.model"] == "m"
    assert request.attributes["gen_ai.response.finish_reasons"] == ("stop",)


def test_a_model_of_the_user_s_has_spans_as_well(spans):
    summarize(TEXT, model=FakeModel([ANSWERS["GistAnswer"]]), facets=["gist"])

    _, request = spans()
    assert request.name == "chat FakeModel"
    assert request.attributes["gen_ai.response.model"] == "fake"


def test_a_model_that_breaks_is_seen(spans):
    with pytest.raises(SettingsError):
        summarize(TEXT, model=FakeModel([]), facets=["gist"])

    assert [span.attributes["error.type"] for span in spans()] == ["SettingsError"] * 2


def test_no_prompt_answer_or_key_is_in_a_span(spans):
    ask(answering(), facets=("gist", "quotes"))

    shown = "".join(span.to_json() for span in spans())
    assert not [text for text in ("bridge over", "made-up-key", "apart") if text in shown]


@pytest.mark.filterwarnings("ignore:Support for class-based `config`:DeprecationWarning")
def test_an_instrumentor_of_openai_sees_every_request(provider, spans, monkeypatch):
    # it does not take back all that it wraps
    monkeypatch.setattr(AsyncCompletions, "create", AsyncCompletions.create)
    instrumentor = OpenAIInstrumentor()
    instrumentor.instrument(tracer_provider=provider)
    try:
        _, endpoint = ask(answering(), facets=("gist", "quotes"))
    finally:
        instrumentor.uninstrument()

    ours, theirs = spans()[1:], spans(THEIRS)
    assert len(ours) == len(theirs) == len(endpoint.requests) == 2
    assert [span.parent.span_id for span in theirs] == [span.context.span_id for span in ours]
    assert theirs[0].attributes["gen_ai.request.max_tokens"] > 0
    counted = "gen_ai.usage.input_tokens"
    assert theirs[0].attributes[counted] == ours[0].attributes[counted] > 0


def test_what_is_sent_is_the_same_whether_somebody_watches_or_not(monkeypatch):
    _, watched = ask(answering(), facets=("gist", "quotes"))
    monkeypatch.setattr("summarizer.llm.call.CREATE", "not.loaded")
    _, unwatched = ask(answering(), facets=("gist", "quotes"))

    assert watched.requests == unwatched.requests
    assert watched.paths == unwatched.paths
    for with_it, without in zip(watched.headers, unwatched.headers, strict=True):
        assert with_it.pop("x-stainless-raw-response") == "true"
        assert with_it.keys() == without.keys()
