"""What summarize makes of answers: right ones, wrong ones, unusable ones, and none."""

import asyncio
import json

import pytest
from endpoint import Endpoint, Response, completion, failure, name_of

from summarizer import Article, Settings, summarize
from summarizer.errors import (
    AnswerError,
    ArticleError,
    AuthenticationError,
    ContextError,
    EndpointError,
    FilteredError,
    QuotaError,
    RateLimitError,
    RefusedError,
    RequestError,
    SettingsError,
    SummarizerError,
    TruncatedError,
)

TEXT = """Mayor opens bridge

The mayor of Quillport, Ada Brandt, opened a bridge over the Lenn on Friday.
It cost about 12,400 crowns, the town council said.
Ada Brandt praised the builders and the town council of Quillport.
Nobody else spoke. There was a cake. "The river has kept us apart for too long."
"""

ANSWERS = {
    "GistAnswer": {"gist": "Ada Brandt opened a bridge over the Lenn."},
    "ActorsAnswer": {
        "actors": [
            {"name": "Ada Brandt", "kind": "person", "role": "mayor of Quillport"},
            {"name": "Lenn", "kind": "other", "role": ""},
        ]
    },
    "ActorAnswer": {"name": "", "kind": "other", "role": ""},
    "StancesAnswer": {
        "stances": [
            {"sentence": 4, "actor": "Ada Brandt", "position": "praises", "target": "the builders"}
        ]
    },
    "StanceAnswer": {"sentence": 0, "actor": "", "position": "unclear", "target": ""},
    "SpeakerAnswer": {"speaker": "Ada Brandt"},
    "CaptionsAnswer": {"captions": ["Cost of the bridge over the Lenn"]},
}


def answering(**changes):
    """An answer function that gives the right answers, but for the changes."""
    answers = ANSWERS | changes
    return lambda request: completion(json.dumps(answers[name_of(request)]))


def ask(answer, text=TEXT, **arguments):
    with Endpoint(answer) as endpoint:
        settings = Settings.of(
            environment={"SUMMARIZER_API_KEY": "made-up-key"},
            model="made-up-model",
            base_url=endpoint.url,
            strategy=arguments.pop("strategy", "many"),
            attempts=arguments.pop("attempts", 1),
        )
        try:
            return summarize(text, settings=settings, **arguments), endpoint
        except SummarizerError as error:
            error.requests = len(endpoint.requests)
            raise


def reasons(summary):
    return {each.reason for each in summary.rejected}


def test_right_answers_become_the_summary():
    summary, endpoint = ask(answering())

    assert summary.gist == "Ada Brandt opened a bridge over the Lenn."
    assert [(a.name, a.kind, a.role) for a in summary.actors] == [
        ("Ada Brandt", "person", "mayor of Quillport"),
        ("Lenn", "other", None),
    ]
    assert [(q.speaker, q.speaker_name, q.text) for q in summary.quotes] == [
        ("A1", "Ada Brandt", "The river has kept us apart for too long.")
    ]
    assert [(f.span.text, f.approximate, f.measures) for f in summary.figures] == [
        ("12,400 crowns", True, "Cost of the bridge over the Lenn")
    ]
    assert [(s.actor, s.position, s.target) for s in summary.stances] == [
        ("A1", "praises", "the builders")
    ]
    assert summary.rejected == ()
    assert endpoint.keys == {"Bearer made-up-key"}


def test_the_form_asks_once_and_gives_the_same_summary():
    filled = {
        "gist": ANSWERS["GistAnswer"]["gist"],
        "actors": ANSWERS["ActorsAnswer"]["actors"],
        "stances": ANSWERS["StancesAnswer"]["stances"],
        "quotes": [{"quotation": 1, "speaker": "Ada Brandt"}],
        "figures": [{"figure": 1, "caption": "Cost of the bridge over the Lenn"}],
    }

    one, endpoint = ask(answering(Form=filled), strategy="one")
    many, _ = ask(answering())

    assert len(endpoint.requests) == 1
    assert one.model_dump(exclude={"provenance"}) == many.model_dump(exclude={"provenance"})


def test_what_the_form_leaves_out_is_asked_alone():
    filled = {"quotes": [], "figures": []}

    summary, endpoint = ask(answering(Form=filled), strategy="one", facets=("quotes", "figures"))

    assert name_of(endpoint.requests[0]) == "Form"
    assert len(endpoint.requests) == 3
    assert summary.quotes[0].speaker_name == "Ada Brandt"


def test_usage_is_counted_over_every_request():
    summary, endpoint = ask(answering())

    used = summary.provenance.usage
    assert used.requests == len(endpoint.requests)
    assert used.prompt_tokens == 100 * used.requests
    assert used.cached_tokens == 40 * used.requests
    assert used.completion_tokens == 10 * used.requests


def test_only_the_facets_asked_for_are_asked():
    _, endpoint = ask(answering(), facets=("gist",))

    assert [name_of(request) for request in endpoint.requests] == ["GistAnswer"]


@pytest.mark.parametrize(
    ("name", "answer", "reason"),
    [
        ("GistAnswer", {"gist": "Zelda Quark opened a bridge."}, "name_not_in_article"),
        ("GistAnswer", {"gist": "The bridge cost 13,400 crowns."}, "number_not_in_article"),
        ("GistAnswer", {"gist": " "}, "empty"),
        ("GistAnswer", {"gist": "bridge " * 100}, "too_long"),
        ("SpeakerAnswer", {"speaker": "Zelda Quark"}, "name_not_in_article"),
        ("SpeakerAnswer", {"speaker": "she"}, "speaker_is_pronoun"),
        ("CaptionsAnswer", {"captions": ["12,400 crowns"]}, "echo"),
        ("CaptionsAnswer", {"captions": ["!"]}, "empty"),
        ("CaptionsAnswer", {"captions": ["Number of soldiers killed"]}, "word_not_in_passage"),
    ],
)
def test_what_fails_a_check_is_asked_once_more_and_then_rejected(name, answer, reason):
    summary, endpoint = ask(answering(**{name: answer}))

    assert reasons(summary) == {reason}
    asked = [request for request in endpoint.requests if name_of(request) == name]
    assert len(asked) == 2
    again = asked[1]["messages"][-1]["content"]
    assert "An earlier answer was wrong" in again


def test_a_repair_is_as_long_however_long_the_wrong_answer_was():
    _, endpoint = ask(answering(SpeakerAnswer={"speaker": "Zelda Quark " * 50}))

    sizes = [len(request["messages"][-1]["content"]) for request in endpoint.requests]
    assert max(sizes) < min(sizes) + 1000


def test_an_actor_without_place_in_the_article_is_asked_alone_then_rejected():
    invented = {"name": "Zelda Quark", "kind": "person", "role": ""}
    given = [*ANSWERS["ActorsAnswer"]["actors"], invented]

    summary, endpoint = ask(answering(ActorsAnswer={"actors": given}))

    assert [actor.name for actor in summary.actors] == ["Ada Brandt", "Lenn"]
    assert reasons(summary) == {"name_not_in_article"}
    assert [name_of(r) for r in endpoint.requests].count("ActorAnswer") == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"actor": "Zelda Quark"}, "name_not_in_article"),
        ({"sentence": 99}, "no_such_sentence"),
        ({"sentence": 6}, "evidence_without_actor"),
        ({"target": "parliament"}, "target_not_in_evidence"),
        ({"target": "Zelda Quark"}, "name_not_in_article"),
        ({"target": "-"}, "empty"),
    ],
)
def test_a_stance_is_held_against_its_evidence(change, reason):
    stance = ANSWERS["StancesAnswer"]["stances"][0] | change

    summary, _ = ask(answering(StancesAnswer={"stances": [stance]}))

    assert summary.stances == ()
    assert reason in reasons(summary)


def test_unknown_is_an_answer():
    summary, _ = ask(answering(SpeakerAnswer={"speaker": "unknown"}))

    assert (summary.quotes[0].speaker, summary.quotes[0].speaker_name) == (None, None)
    assert summary.rejected == ()


def test_a_described_source_is_no_actor():
    summary, _ = ask(answering(SpeakerAnswer={"speaker": "the town council"}))

    assert (summary.quotes[0].speaker, summary.quotes[0].speaker_name) == (
        None,
        "the town council",
    )


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (completion("{}"), "invalid_answer"),
        (completion("[1, 2"), "invalid_answer"),
        (completion(None), "invalid_answer"),
        (completion('{"speaker": "Ada Br', finish="length"), "truncated"),
        (completion(None, refusal="I will not."), "refused"),
        (completion(None, finish="content_filter"), "filtered"),
        (completion("", choices=[]), "invalid_answer"),
    ],
)
def test_an_unusable_answer_is_recorded_and_the_rest_stands(response, reason):
    def answer(request):
        return response if name_of(request) == "SpeakerAnswer" else answering()(request)

    summary, _ = ask(answer)

    assert reasons(summary) == {reason}
    assert (bool(summary.gist), len(summary.figures), len(summary.quotes)) == (True, 1, 1)


@pytest.mark.parametrize(
    ("response", "error", "requests"),
    [
        (completion(None, refusal="I will not."), RefusedError, 1),
        (completion(None, finish="content_filter"), FilteredError, 1),
        (completion("{", finish="length"), TruncatedError, 2),
        (completion("no JSON at all"), AnswerError, 2),
        (failure(401), AuthenticationError, 1),
        (failure(403), AuthenticationError, 1),
        (failure(404), RequestError, 1),
        (failure(400, "context_length_exceeded"), ContextError, 1),
        (failure(400, "exceed_context_size_error"), ContextError, 1),
        (failure(400), RequestError, 1),
        (failure(429, "insufficient_quota"), QuotaError, 1),
        (failure(402), QuotaError, 1),
        (failure(429, headers={"Retry-After": "0"}), RateLimitError, 3),
        (failure(429, headers={"Retry-After": "86400"}), RateLimitError, 1),
        (failure(500, headers={"Retry-After": "0"}), EndpointError, 3),
        (failure(503, headers={"Retry-After": "0"}), EndpointError, 3),
        (Response(b"<html>It works</html>", headers={"Content-Type": "text/html"}), None, 2),
        (Response(b'{"object": "lis'), None, 1),
        (Response(b"[]"), None, 2),
        (Response(b"null"), None, 2),
        (Response(b'"text"'), None, 2),
    ],
)
def test_a_failing_endpoint_is_an_error_of_our_own(response, error, requests):
    with pytest.raises(error or SummarizerError) as caught:
        ask(lambda _: response, facets=("gist",), attempts=3)

    assert caught.value.requests <= requests
    assert caught.value.usage is not None
    assert "made-up-key" not in f"{caught.value!r} {caught.value} {caught.value.hint}"


def test_a_passing_fault_is_tried_again():
    faults = [
        failure(503, headers={"Retry-After": "0"}),
        failure(429, headers={"Retry-After": "0"}),
    ]

    summary, endpoint = ask(
        lambda request: faults.pop() if faults else answering()(request),
        facets=("gist",),
        attempts=3,
    )

    assert summary.gist
    assert len(endpoint.requests) == 3


def test_a_cut_connection_is_tried_again():
    cut = [Response(b'{"id": "chat', cut=True)]

    summary, endpoint = ask(
        lambda request: cut.pop() if cut else answering()(request), facets=("gist",), attempts=2
    )

    assert summary.gist
    assert len(endpoint.requests) == 2


def test_nobody_home():
    settings = Settings.of(
        environment={}, model="m", base_url="http://127.0.0.1:9/v1", attempts=1, facets=("gist",)
    )

    with pytest.raises(EndpointError, match="could not be reached"):
        summarize(TEXT, settings=settings)


def test_the_article_reaches_the_model_with_its_braces_and_without_control_marks():
    text = 'Braces {{ 6*7 }} and {% if %}\n\n<|im_end|> "I stay," said Ada Brandt.'

    _, endpoint = ask(answering(), text=text, facets=("gist",))

    prompt = endpoint.requests[0]["messages"][-1]["content"]
    assert "Braces {{ 6*7 }} and {% if %}" in prompt
    assert "<|im_end|>" not in prompt


def test_every_question_begins_with_the_same_article():
    _, endpoint = ask(answering())

    prompts = [request["messages"][-1]["content"] for request in endpoint.requests]
    assert len({prompt.partition("QUESTION")[0] for prompt in prompts}) == 1


def test_it_runs_where_an_event_loop_runs():
    async def inside():
        return ask(answering(), facets=("gist",))[0]

    assert asyncio.run(inside()).gist


def test_progress_is_told_of_every_answer():
    told = []

    _, endpoint = ask(answering(), progress=lambda answered, asked: told.append((answered, asked)))

    assert told[-1] == (len(endpoint.requests), len(endpoint.requests))
    assert [answered for answered, _ in told] == list(range(1, len(told) + 1))


def test_a_text_without_quotations_or_figures_is_summarised():
    summary, _ = ask(answering(GistAnswer={"gist": "Nothing happened."}), text="Nothing happened.")

    assert (summary.quotes, summary.figures) == ((), ())


@pytest.mark.parametrize("text", ["", " \n\t", "half a \ud800 pair"])
def test_what_is_no_article_is_refused(text):
    with pytest.raises(ArticleError):
        summarize(Article(text))


@pytest.mark.parametrize(
    "values",
    [
        {"model": "some-model"},
        {"facets": ("verdict",)},
        {"strategy": "several"},
        {"attempts": 0},
        {"model": "m", "base_url": "ftp://host"},
        {"prompts": "no/such/folder"},
    ],
)
def test_settings_that_cannot_work_are_refused(values):
    with pytest.raises(SettingsError):
        summarize(TEXT, settings=Settings.of(environment={}, **values))


def test_no_article_leaves_without_a_named_endpoint(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "made-up-key")

    assert Settings.of().embedded


def test_the_key_is_shown_nowhere():
    settings = Settings.of(
        environment={"OPENAI_API_KEY": "made-up-key"}, model="m", base_url="http://127.0.0.1:9"
    )

    assert "made-up-key" not in f"{settings!r} {settings} {settings.model_dump_json()}"


def test_settings_are_whole_whatever_the_environment_names(monkeypatch):
    monkeypatch.setenv("SUMMARIZER_MODEL", "another-model")
    monkeypatch.setenv("SUMMARIZER_BASE_URL", "http://127.0.0.1:9/v1")

    summary, _ = ask(answering(), facets=("gist",))

    assert summary.provenance.model == "made-up-model"
