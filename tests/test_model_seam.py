"""The seam between the library and models: any object with a profile and one method will do."""

import asyncio
import json
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pytest
from bridge import ANSWERS, TEXT
from forms import form
from pydantic import BaseModel

import summarizer
from summarizer import (
    FakeModel,
    ModelError,
    Profile,
    Reply,
    Request,
    Session,
    Settings,
    Usage,
    asummarize,
    summarize,
    summarize_many,
)
from summarizer.batch import concurrent
from summarizer.document.document import Document
from summarizer.errors import EndpointError, SettingsError
from summarizer.llm.opening import opening_by

GIST = ANSWERS["GistAnswer"]


def right(request):
    """Answer every question about the bridge, whatever form it comes in."""
    if request.name == "Form":
        return form(request.messages[-1]["content"], ANSWERS)
    said = ANSWERS[request.name]
    return dict.fromkeys(request.schema["properties"], said) if isinstance(said, str) else said


@pytest.mark.parametrize("strategy", ["one", "many"])
def test_a_fake_model_answers_every_facet(strategy):
    model = FakeModel(right)

    summary = summarize(TEXT, model=model, strategy=strategy)

    assert summary.gist == GIST["gist"]
    assert summary.quotes[0].speaker_name == "Ada Brandt"
    assert summary.figures[0].measures == ANSWERS["CaptionsAnswer"]
    assert {actor.name: actor.kind for actor in summary.actors}["Ada Brandt"] == "person"
    made = summary.provenance
    assert (made.model, made.strategy) == ("fake", strategy)
    assert made.usage.requests == len(model.requests)
    assert (len(model.requests) == 1) == (strategy == "one")


def test_it_keeps_what_it_was_asked():
    model = FakeModel([GIST])

    summarize(TEXT, model=model, facets=["gist"])

    [request] = model.requests
    assert request.name == "GistAnswer"
    assert request.schema["required"] == ["gist"]
    assert [message["role"] for message in request.messages] == ["system", "user"]
    assert "opened a bridge" in request.messages[1]["content"]
    assert request.messages[1]["content"].startswith(request.beginning.partition("\n")[2][:40])


class Place(BaseModel):
    name: str


class Trip(BaseModel):
    stops: list[Place]
    days: int | None
    mode: str


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ({"stops": [], "days": 1}, "has no 'mode'"),
        ({"stops": [], "days": "two", "mode": "a"}, "days is none of what it may be"),
        ({"stops": [], "days": True, "mode": "a"}, "days is none of what it may be"),
        ({"stops": [{"name": 7}], "days": 1, "mode": "a"}, r"stops\[0\].name is no string"),
        ({"stops": "a", "days": 1, "mode": "a"}, "stops is no array"),
    ],
)
def test_its_answers_must_fit_the_schema(answer, fault):
    request = Request([], "Trip", Trip.model_json_schema(), 60)

    with pytest.raises(SettingsError, match=fault):
        asyncio.run(FakeModel([answer]).answer(request))
    good = Trip(stops=[Place(name="Lenn")], days=None, mode="b")
    assert json.loads(asyncio.run(FakeModel([good]).answer(request)).text) == good.model_dump()


@pytest.mark.parametrize(
    ("facet", "wrong", "fault"),
    [
        ("gist", GIST | {"more": 1}, "may not have 'more'"),
        ("actors", ANSWERS["KindsAnswer"] | {"Ada Brandt": "queen"}, "Ada Brandt is none of"),
    ],
)
def test_a_key_too_many_and_an_option_that_is_none_do_not_fit(facet, wrong, fault):
    with pytest.raises(SettingsError, match=fault):
        summarize(TEXT, model=FakeModel([wrong]), facets=[facet])


@pytest.mark.parametrize("one", [GIST, json.dumps(GIST), Reply(json.dumps(GIST))], ids=str)
def test_one_answer_instead_of_a_list_is_told(one):
    with pytest.raises(SettingsError, match="takes a list of answers"):
        FakeModel(one)


def test_what_is_no_answer_is_told():
    with pytest.raises(SettingsError, match="has None for 'GistAnswer', which is no answer"):
        summarize(TEXT, model=FakeModel(lambda request: None), facets=["gist"])


def test_answers_that_run_out_are_an_error():
    with pytest.raises(SettingsError, match="no answer left for 'GistAnswer'"):
        summarize(TEXT, model=FakeModel([]), facets=["gist"])


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply("", ended="refused"), "refused"),
        (Reply("", ended="filtered"), "filtered"),
        (Reply('{"gist": "The m', ended="length"), "truncated"),
        (Reply(""), "invalid_answer"),
        (Reply("I would say that it rained."), "invalid_answer"),
        (Reply('{"verdict": "fine"}'), "invalid_answer"),
        (Reply(json.dumps({"gist": "rain " * 9000})), "invalid_answer"),
    ],
)
def test_what_cannot_be_used_is_told_apart_for_every_model(reply, reason):
    with pytest.raises(ModelError) as caught:
        summarize(TEXT, model=FakeModel([reply] * 2), facets=["gist"])

    assert caught.value.reason == reason
    assert caught.value.usage.requests == (1 if reason in {"refused", "filtered"} else 2)


def test_a_model_with_half_a_character_in_its_name_ends_nothing():
    model = FakeModel([Reply(json.dumps(GIST), model="bridge-\ud800")])
    summary = summarize(TEXT, model=model, facets=["gist"])

    assert summary.provenance.model == "bridge-"
    assert "bridge-" in summary.model_dump_json()


def test_an_answer_that_cannot_be_used_is_asked_again_with_more_room():
    model = FakeModel([Reply("", ended="length"), GIST])

    assert summarize(TEXT, model=model, facets=["gist"]).gist == GIST["gist"]
    first, second = model.requests
    assert second.max_tokens == 2 * first.max_tokens


def test_usage_and_name_of_a_reply_are_those_of_the_summary():
    spent = Usage(requests=3, prompt_tokens=70, cached_tokens=20, completion_tokens=9)
    model = FakeModel([Reply(json.dumps(GIST), usage=spent, model="mine-7b")])

    made = summarize(TEXT, model=model, facets=["gist"]).provenance

    assert (made.model, made.usage) == ("mine-7b", spent)


def test_an_error_of_the_model_ends_the_article_and_not_the_others():
    def answer(request):
        failing = "number 3" in request.messages[-1]["content"]
        return EndpointError("It is away.") if failing else {"gist": "It rained."}

    texts = [f"It rained on day number {number}." for number in range(6)]
    outcomes = list(summarize_many(texts, model=FakeModel(answer), facets=["gist"]))

    assert {each.index for each in outcomes if each.error} == {3}
    assert sum(each.summary is not None for each in outcomes) == 5


class Failed(BaseException):
    """What a test's framework may raise."""


def test_what_is_no_error_of_an_article_comes_through_at_once():
    def fail(request):
        raise Failed

    with pytest.raises(Failed):
        list(summarize_many([TEXT] * 9, model=FakeModel(fail), facets=["gist"]))
    with pytest.raises(Failed):
        summarize(TEXT, model=FakeModel(fail), facets=["gist"])


class Slow:
    """A model of the user's, which counts how often it is asked at once."""

    profile = Profile(strategy="many")

    def __init__(self):
        self.now = self.most = 0
        self.ended = []

    async def answer(self, request, /):
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            await asyncio.sleep(0.01)
        except asyncio.CancelledError:
            await asyncio.sleep(0.1)
            self.ended.append("cancelled")
            raise
        finally:
            self.now -= 1
        return Reply(json.dumps(right(request)))


def test_a_model_of_the_users_is_asked_no_more_at_once_than_the_session_allows():
    model = Slow()

    outcomes = list(summarize_many([TEXT] * 6, model=model, concurrency=3))

    assert all(each.summary for each in outcomes)
    assert model.most == 3
    assert outcomes[0].summary.provenance.model == "Slow"


def test_a_profile_says_how_many_questions_about_one_article_are_asked_at_once():
    model = Slow()
    model.profile = Profile(strategy="many", at_once=1)

    summarize(TEXT, model=model)

    assert model.most == 1


def test_answers_come_while_other_articles_are_still_to_be_read(monkeypatch):
    happened = []

    class Watched(Document):
        @classmethod
        def read(cls, article):
            happened.append("read")
            return super().read(article)

    class Prompt:
        profile = Profile(strategy="many")

        async def answer(self, request, /):
            for _ in range(4):  # as of a connection: some turns of the loop
                await asyncio.sleep(0)
            happened.append("answered")
            return Reply(json.dumps(GIST))

    async def all_at_once():
        async with Session(Settings(facets=["gist"]), model=Prompt()) as session:
            await asyncio.gather(*map(session.summarize, [TEXT] * 20))

    monkeypatch.setattr("summarizer.session.Document", Watched)
    asyncio.run(all_at_once())

    assert happened.count("read") == happened.count("answered") == 20
    assert happened.index("answered") < 10


def test_what_is_cancelled_has_ended_before_the_session_closes(monkeypatch):
    model = Slow()

    class Watched(Session):
        async def __aexit__(self, *raised):
            model.ended.append("closed")
            await super().__aexit__(*raised)

    monkeypatch.setattr(concurrent, "Session", Watched)
    for _ in summarize_many([TEXT] * 9, model=model, concurrency=3, facets=["gist"]):
        break

    assert model.ended[-1] == "closed"
    assert model.ended.count("closed") == 1


def test_a_model_works_in_a_session_and_within_a_loop():
    async def inside():
        async with Session(model=FakeModel(right)) as session:
            first = await session.summarize(TEXT)
        return first, await asummarize(TEXT, model=FakeModel(right)), summarize_inside()

    def summarize_inside():
        return summarize(TEXT, model=FakeModel(right))

    gists = {each.gist for each in asyncio.run(inside())}
    assert gists == {GIST["gist"]}


def test_the_environment_names_no_endpoint_for_a_model_object(monkeypatch):
    monkeypatch.setenv("SUMMARIZER_BASE_URL", "http://elsewhere.invalid/v1")

    assert summarize(TEXT, model=FakeModel([GIST]), facets=["gist"]).gist


def test_settings_for_another_model_are_taken_over():
    base = Settings(model="m", base_url="http://elsewhere.invalid/v1", facets=("gist",), repairs=0)
    model = FakeModel(["no JSON"] * 2)

    with pytest.raises(ModelError):
        summarize(TEXT, model=model, settings=base)
    assert len(model.requests) == 1


@pytest.mark.parametrize("model", [7, Path("model.gguf"), FakeModel])
def test_what_is_no_model_is_told(model):
    with pytest.raises(SettingsError, match="is no model"):
        summarize(TEXT, model=model)


class Misshapen:
    """A model that gives whatever it was made with."""

    profile = Profile(strategy="many")

    def __init__(self, given):
        self.given = given

    async def answer(self, request, /):
        return self.given


class Blocking(Misshapen):
    """A model whose method is no coroutine."""

    def answer(self, request, /):
        return self.given


REPLY = Reply('{"gist": "It rained."}')


@pytest.mark.parametrize(
    "model",
    [
        Misshapen(None),
        Misshapen({"gist": "It rained."}),
        Misshapen(Reply(b"{}")),
        Misshapen(Reply("{}", usage=None)),
        Misshapen(Reply("{}", model=7)),
        Misshapen(Reply("{}", limit="60")),
        Misshapen(Reply("{}", ended="odd")),
        Misshapen(Reply("{}", ended=["stop"])),
        Blocking(REPLY),
    ],
    ids=lambda model: f"{type(model).__name__} {model.given}",
)
def test_a_model_that_gives_no_reply_is_told_once(model):
    with pytest.raises(SettingsError, match=r"gives no summarizer\.Reply") as raised:
        list(summarize_many([TEXT] * 9, model=model, facets=["gist"], concurrency=1))

    assert "async def answer" in raised.value.hint


def test_a_class_in_the_place_of_a_model_is_told():
    with pytest.raises(SettingsError, match="Misshapen is no model, but a class") as raised:
        summarize(TEXT, model=Misshapen, facets=["gist"])

    assert raised.value.hint == "Say model=Misshapen(…)."


def test_a_session_closes_every_model_and_its_cache_where_one_fails(tmp_path):
    closed = []

    class Closing:
        profile = Profile(strategy="many")

        def __init__(self, choice):
            self.reading = lambda tokens: nullcontext(self)

        async def answer(self, request, /):
            return Reply(json.dumps(GIST))

        async def aclose(self):
            closed.append(self)
            raise OSError("It hangs.")

    async def work():
        settings = Settings(facets=("gist",), gist_mode="write", cache=tmp_path / "results.db")
        async with Session(settings) as session:
            for day in (1, 2):
                with opening_by(partial(Closing)):  # each time another
                    await session.summarize(f"{TEXT} It is day {day}.")

    with pytest.raises(OSError, match="hangs"):
        asyncio.run(work())
    assert len(closed) == 2
    assert not (tmp_path / "results.db-wal").exists(), "the last connection was closed"


def test_a_cache_wants_a_name(tmp_path):
    settings = Settings(cache=tmp_path / "results.db")

    with pytest.raises(SettingsError, match="no name"):
        summarize(TEXT, model=FakeModel([GIST]), settings=settings)


def test_shipped_code_patches_nothing():
    for path in Path(summarizer.__file__).parent.rglob("*.py"):
        code = path.read_text(encoding="utf-8")
        assert "unittest" not in code, path
        assert "import patch" not in code, path
