"""What the library relies on in the real engine: run with ``pytest -m live tests/local``."""

import asyncio
import hashlib
import http.client
import json
from pathlib import Path

import pytest

from summarizer import Article, Settings, summarize
from summarizer.llm.local import catalogue, states
from summarizer.llm.local import engine as engines
from summarizer.llm.local.engine import Engine

pytestmark = pytest.mark.live

ANSWER = {
    "type": "json_schema",
    "json_schema": {
        "name": "answer",
        "strict": True,
        "schema": {
            "type": "object",
            "properties": {"speaker": {"type": "string"}},
            "required": ["speaker"],
            "additionalProperties": False,
        },
    },
}
ARTICLE = (
    "The bridge over the Lorn will stay closed until May, the mayor said. "
    '"We will not open it before every cable is tested," Mayor Ada Quill told the council.'
)


@pytest.fixture(scope="module")
def engine():
    weights = catalogue.find(catalogue.DEFAULT)
    if not weights.path.exists():
        pytest.fail(f"{weights.path} is missing: run 'summarizer models pull' first")
    with Engine(weights.path, alias=weights.name, context=2048) as running:
        yield running


def post(engine, body, key=""):
    """Send a request as it is; return the status and the body."""
    connection = http.client.HTTPConnection(engine.base_url.split("/")[2], timeout=120)
    headers = {"Authorization": f"Bearer {key or engine.key}", "Content-Type": "application/json"}
    try:
        connection.request("POST", "/v1/chat/completions", json.dumps(body), headers)
        response = connection.getresponse()
        return response.status, json.load(response)
    finally:
        connection.close()


def ask(question, **more):
    user = {"role": "user", "content": f"{ARTICLE}\n\n{question}"}
    return {"messages": [user], "temperature": 0, "max_tokens": 40, **more}


def test_the_schema_constrains_the_answer_and_the_prefix_is_read_once(engine):
    body = ask("Who said it?", response_format=ANSWER, id_slot=0, cache_prompt=True)
    status, first = post(engine, body)
    _, second = post(engine, body)

    assert status == 200
    assert first["model"] == catalogue.DEFAULT
    assert json.loads(first["choices"][0]["message"]["content"]).keys() == {"speaker"}
    usage = second["usage"]
    assert usage["prompt_tokens_details"]["cached_tokens"] >= usage["prompt_tokens"] - 2


def test_a_wrong_key_is_refused(engine):
    status, body = post(engine, ask("Who?"), key="wrong")

    assert (status, body["error"]["type"]) == (401, "authentication_error")


def test_too_long_a_prompt_is_refused_with_both_lengths(engine):
    status, body = post(engine, ask("Who? " * 3000))

    assert (status, body["error"]["type"]) == (400, "exceed_context_size_error")
    assert body["error"]["n_prompt_tokens"] > body["error"]["n_ctx"] == engine.context


def test_a_cut_off_answer_says_so(engine):
    _, body = post(engine, ask("Tell a long story.", max_tokens=4))

    assert body["choices"][0]["finish_reason"] == "length"
    assert body["usage"]["completion_tokens"] == 4


def test_the_asynchronous_client_is_served(engine):
    from openai import AsyncOpenAI

    async def reply():
        async with AsyncOpenAI(base_url=engine.base_url, api_key=engine.key) as client:
            return await client.chat.completions.create(model=engine.alias, **ask("Who?"))

    assert asyncio.run(reply()).choices[0].message.content


def test_nothing_reaches_the_terminal_and_closing_does_not_wait(capfd):
    path = catalogue.find(catalogue.DEFAULT).path
    engine = Engine(path, context=512)
    connection = http.client.HTTPConnection(engine.base_url.split("/")[2], timeout=120)
    headers = {"Authorization": f"Bearer {engine.key}"}
    body = json.dumps(ask("Tell a long story.", max_tokens=400, ignore_eos=True))
    connection.request("POST", "/v1/chat/completions", body, headers)

    engine.close()

    connection.close()
    assert not engine.running
    assert capfd.readouterr() == ("", "")


def test_the_engine_knows_what_the_catalogue_says(engine):
    weights = catalogue.find(catalogue.DEFAULT)

    assert engine.trained_context == weights.context
    assert engine.path.stat().st_size == weights.size


SEED = Path(__file__).parents[2] / "seeds/brackwell-cup-tie.txt"


def written(*facets):
    """Ask about a seed, also for the gist, which code would copy otherwise."""
    return summarize(Article.read(SEED), facets=facets, settings=Settings(gist_mode="write"))


@pytest.fixture
def afresh(tmp_path, monkeypatch):
    """Ask about a seed as a new process would, with states in a folder of the test's own."""
    monkeypatch.setattr(states, "folder", lambda: tmp_path)

    def ask_about_the_seed(*facets):
        engines._shared.clear()
        summary = written(*facets)
        usage = summary.provenance.usage
        return summary, usage.prompt_tokens - usage.cached_tokens

    yield ask_about_the_seed
    engines._shared.clear()


def test_a_second_run_reads_nothing_that_a_state_could_give(afresh):
    first, everything = afresh("gist")
    _, again = afresh("gist")
    _, another = afresh("actors")

    assert first.provenance.usage.prompt_tokens - 2 <= everything
    assert again <= first.provenance.usage.requests == 1, "the last token is always read"
    assert another < 200 < everything, "another question is read, the article is not"


def test_a_restored_state_answers_as_the_slot_that_was_saved(afresh, monkeypatch):
    afresh("gist")
    restored, _ = afresh("gist")
    monkeypatch.setattr(states, "folder", lambda: None)
    afresh("gist")

    assert written("gist").gist == restored.gist
    assert restored.gist_decided_by == "model"


@pytest.mark.parametrize("change", [lambda data: b"\xff" * 16 + data[16:], lambda data: bytes(99)])
def test_a_state_that_the_engine_cannot_read_costs_time_alone(afresh, tmp_path, change):
    first, everything = afresh("gist")
    (path,) = tmp_path.iterdir()
    data = change(path.read_bytes())
    path.unlink()
    path = path.with_suffix(f".{hashlib.sha256(data).hexdigest()}")
    path.write_bytes(data)

    second, again = afresh("gist")

    assert (second.gist, again) == (first.gist, everything), "as if there were none"
    assert not path.exists()


def test_slots_answer_at_the_same_time_and_know_their_own_article():
    weights = catalogue.find(catalogue.DEFAULT)
    with Engine(weights.path, alias=weights.name, context=1024, slots=3) as engine:
        assert engine.context == 1024

        async def known(slot):
            body = ask(f"Who is number {slot}?", id_slot=slot, cache_prompt=True)
            for _ in range(2):
                _, answer = await asyncio.to_thread(post, engine, body)
            usage = answer["usage"]
            return usage["prompt_tokens"] - usage["prompt_tokens_details"]["cached_tokens"]

        async def together():
            return await asyncio.gather(*map(known, range(3)))

        assert max(asyncio.run(together())) <= 2
