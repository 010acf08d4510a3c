"""Recording and replaying: what is matched, what a miss says, what is never sent."""

import asyncio
import json
import shutil
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from types import SimpleNamespace

import pytest
from endpoint import Endpoint, Response, completion, failure, schema_of
from harbour_tale import ANSWERS, TEXT, ask, recorded, right

from summarizer import Session, Settings
from summarizer.cassettes import use
from summarizer.cassettes.recording import read
from summarizer.errors import AuthenticationError, CassetteError, RequestError
from summarizer.prompting.templates import builtin_folder


@pytest.fixture
def cassette(tmp_path):
    path = tmp_path / "harbour.many.yaml"
    recorded(path)
    return path


@pytest.fixture
def no_socket(monkeypatch):
    def refuse(*_):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)


def answer_but_for_time(summary):
    return summary.model_copy(
        update={"provenance": summary.provenance.model_copy(update={"seconds": 0})}
    )


@pytest.mark.usefixtures("no_socket")
def test_the_client_in_use_is_intercepted_and_a_miss_opens_no_socket(tmp_path):
    """The canary: a client that does not ask the cassette would reach the network."""
    path = tmp_path / "canary.yaml"
    path.write_text(CANARY, encoding="utf-8")
    with pytest.raises(CassetteError, match="holds no answer"), use(path):
        ask()


CANARY = """\
version: 1
metadata: {model: null, prompts: 'none', library: '0', recorded: 2026-01-01, seconds: 0}
interactions:
  - request: {method: POST, path: /elsewhere, headers: {}, body: {}}
    response: {status: 200, headers: {}, body: {}}
...
"""


def test_a_replay_says_what_the_live_run_said(tmp_path, monkeypatch):
    path = tmp_path / "harbour.yaml"
    live = recorded(path)
    with monkeypatch.context() as patched:
        patched.setattr(socket.socket, "connect", None)
        with use(path):
            replayed = ask()
    assert answer_but_for_time(replayed) == answer_but_for_time(live)


def test_a_replay_works_in_threads_and_loops(cassette):
    async def within_a_loop():
        return ask()

    with use(cassette):
        assert asyncio.run(within_a_loop()).gist
    with use(cassette), ThreadPoolExecutor(1) as thread:
        assert thread.submit(ask).result().gist


def test_a_session_that_was_open_before_is_answered_from_the_cassette(cassette):
    async def asked_before_and_within():
        asked = {"model": "made-up-model", "facets": ("gist", "figures"), "strategy": "many"}
        with Endpoint(right) as endpoint:
            async with Session(Settings(base_url=endpoint.url, **asked)) as session:
                first = await session.summarize(TEXT)
                with use(cassette):
                    within = await session.summarize(TEXT)
                asked = len(endpoint.requests)
                await session.summarize(TEXT)
        return first.gist == within.gist, asked, len(endpoint.requests)

    assert asyncio.run(asked_before_and_within()) == (True, 2, 4)


WRITING = Settings(gist_mode="write")


@pytest.mark.parametrize(
    ("model", "alias"),
    [
        ("local", "qwen2.5-coder-1.5b"),
        ("local:gemma3-270m", "gemma3-270m"),
        ("gguf:/models/mine.gguf", "mine"),
    ],
)
def test_the_embedded_model_is_replayed_without_its_engine(tmp_path, monkeypatch, model, alias):
    path = tmp_path / "harbour.yaml"
    with Endpoint(constrained_by_a_grammar) as endpoint, monkeypatch.context() as patched:
        engine = engine_at(endpoint, alias)
        patched.setattr("summarizer.llm.local.engine.engine_for", lambda *_: engine)
        with use(path, record=True):
            live = ask(base_url=None, model=model, settings=WRITING)
    with use(path):
        again = ask(base_url=None, model=model, settings=WRITING)
    assert answer_but_for_time(again) == answer_but_for_time(live)


def engine_at(endpoint, alias="mine"):
    engine = SimpleNamespace(base_url=endpoint.url, alias=alias, key="", context=4096, slots=1)
    engine.take, engine.give_back, engine.states = (lambda: 0), (lambda _: None), None
    return engine


def constrained_by_a_grammar(request):
    """Answer as llama.cpp does, which is sent a grammar and no response format."""
    schema = json.loads(request["grammar"].partition("%json ")[2])
    said = dict.fromkeys(schema["properties"], ANSWERS["CaptionsAnswer"])
    return completion(json.dumps(ANSWERS["GistAnswer"] if "gist" in said else said))


def test_another_prompt_is_a_miss_that_shows_the_changed_line(cassette, tmp_path):
    shutil.copytree(builtin_folder(), tmp_path / "prompts")
    template = tmp_path / "prompts" / "question.j2"
    template.write_text(template.read_text().replace("Reply with JSON.", "Answer in JSON."))
    began = time.perf_counter()
    with pytest.raises(CassetteError) as caught, use(cassette):
        ask(settings=Settings(prompts=tmp_path / "prompts"))
    told = str(caught.value)
    assert "number 1 of 2" in told
    changed = [line for line in told.splitlines() if line[:1] in "+-" and line[:3] not in HEADS]
    assert [line.split() for line in changed] == [
        ["-", "Reply", "with", "JSON."],
        ["+", "Answer", "in", "JSON."],
    ]
    assert "summarizer record harbour" in caught.value.hint
    assert caught.value.hint in caught.value.__notes__
    assert time.perf_counter() - began < 5  # no retries


HEADS = {"+++", "---"}


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"model": "another"}, "+model: another"),
        ({"text": TEXT.replace("Monday", "Friday")}, "Friday"),
    ],
)
def test_another_model_or_article_is_a_miss(cassette, change, line):
    with pytest.raises(CassetteError) as caught, use(cassette):
        ask(**change)
    assert any(line in each for each in str(caught.value).splitlines() if each.startswith("+"))


def test_an_answer_that_is_not_asked_for_fails(cassette):
    with (
        pytest.raises(CassetteError, match="1 recorded requests were not asked") as caught,
        use(cassette),
    ):
        ask(facets=("gist",))
    assert "40" in str(caught.value)
    assert "summarizer record harbour" in caught.value.hint


def test_an_error_of_the_test_is_not_hidden_by_what_was_not_asked(cassette):
    with pytest.raises(ZeroDivisionError), use(cassette):
        1 / 0  # noqa: B018


def test_a_miss_that_was_swallowed_fails_in_the_end(cassette):
    with (
        pytest.raises(CassetteError, match="holds no answer"),
        use(cassette),
        suppress(CassetteError),
    ):
        ask(model="another")


def test_the_same_question_twice_gets_its_answers_in_order(tmp_path):
    path = tmp_path / "harbour.yaml"
    answers = iter([json.dumps({"gist": 7}), json.dumps(ANSWERS["GistAnswer"])])
    recorded(path, lambda _: completion(next(answers)), facets=("gist",))
    with use(path):
        assert ask(facets=("gist",)).provenance.usage.requests == 2
    with pytest.raises(CassetteError, match="answers this request 2 times"), use(path):
        _ = [ask(facets=("gist",)) for _ in range(2)]


@pytest.mark.parametrize("slow", [2, 5])
def test_order_is_that_of_asking_even_where_answers_overtake(tmp_path, slow):
    path = tmp_path / "harbour.yaml"
    numbers, overtaken = count(1), threading.Event()

    def answer(request):
        number = next(numbers)
        if number == slow:
            assert overtaken.wait(60)
        if number == 8:
            overtaken.set()
        return right(request)

    recorded(path, answer, text=TEXT + "\n".join(f"They got {n} berths." for n in range(11, 20)))
    schemas = [schema_of(each.request.body) for each in read(path, "").interactions]
    asked = [next(iter(schema["properties"])).split()[0] for schema in schemas]
    assert asked == ["gist", "40", *map(str, range(11, 20))]


def test_a_refused_key_is_recorded_as_it_came(tmp_path):
    path = tmp_path / "harbour.yaml"
    with pytest.raises(AuthenticationError):
        recorded(path, lambda _: failure(401, "invalid_api_key"))
    assert not path.exists()  # what raises writes nothing
    with (
        Endpoint(lambda _: failure(401, "invalid_api_key")) as endpoint,
        use(path, record=True),
        pytest.raises(AuthenticationError),
    ):
        ask(endpoint.url)
    with use(path), pytest.raises(AuthenticationError):
        ask()


def test_a_page_in_place_of_an_answer_is_recorded_as_text(tmp_path):
    path = tmp_path / "harbour.yaml"
    page = Response("<p>“Out of order”</p>".encode(), 404, {"Content-Type": "text/html"})
    with (
        Endpoint(lambda _: page) as endpoint,
        use(path, record=True),
        pytest.raises(RequestError),
    ):
        ask(endpoint.url)
    assert "body: <p>“Out of order”</p>" in path.read_text(encoding="utf-8")
    with use(path), pytest.raises(RequestError):
        ask()


def test_a_recording_of_nothing_is_an_error(tmp_path):
    recording = use(tmp_path / "empty.yaml", record=True)
    with pytest.raises(CassetteError, match="Nothing was recorded"), recording:
        pass
    assert not (tmp_path / "empty.yaml").exists()


def test_fields_that_tell_llama_cpp_where_to_work_are_not_kept(tmp_path, monkeypatch):
    path = tmp_path / "harbour.yaml"
    with Endpoint(constrained_by_a_grammar) as endpoint, monkeypatch.context() as patched:
        patched.setattr("summarizer.llm.local.engine.engine_for", lambda *_: engine_at(endpoint))
        with use(path, record=True):
            ask(base_url=None, model="gguf:mine.gguf")
        assert all(request["id_slot"] == 0 for request in endpoint.requests)
    assert "id_slot" not in path.read_text()
    with use(path):
        ask(base_url=None, model="gguf:mine.gguf")


def test_a_schema_that_changes_is_a_miss(cassette, monkeypatch):
    from pydantic import create_model

    from summarizer.facets.gist import asking

    longer = create_model("GistAnswer", __base__=asking.GistAnswer, more=(str, ...))
    monkeypatch.setattr(asking, "GistAnswer", longer)
    with pytest.raises(CassetteError, match=r"\+ *more:"), use(cassette):
        ask()


def test_only_the_models_client_is_recorded(tmp_path):
    """An application may fetch its articles meanwhile, by whatever client."""
    from urllib.request import Request, urlopen

    path = tmp_path / "harbour.yaml"
    with Endpoint(right) as endpoint, use(path, record=True):
        ask(endpoint.url, facets=("gist",))
        body = json.dumps(endpoint.requests[0]).encode()
        with urlopen(Request(endpoint.url, data=body)) as response:
            assert response.status == 200
    assert len(endpoint.requests) == 2
    with use(path):
        ask(facets=("gist",))
