"""Several articles at once on the embedded engine, each on a slot of its own."""

import asyncio
import json
import time
from collections import defaultdict
from itertools import chain, groupby, pairwise

import pytest

from summarizer import Request, Session, Settings, summarize, summarize_many
from summarizer.llm.base import Choice
from summarizer.llm.local.engine import engine_for
from summarizer.llm.opening import open_model

pytestmark = pytest.mark.usefixtures("stand_in")

LONG = "It rained in Quillport, and the council met again on the matter of the rain. " * 600
"""More than a slot of 8192 tokens holds."""


@pytest.fixture
def model(gguf):
    return gguf()


def chosen(model):
    return Settings(model=f"gguf:{model}", facets=("gist", "figures"), gist_mode="write")


def stories(number):
    return [
        f"It rained for {day + 2} days in Quillport, and 40 roads closed." for day in range(number)
    ]


def asked(model):
    """Return what the stand-in noted, in order."""
    return [
        json.loads(line) for line in (model.parent / "tiny.gguf.asked").read_text().splitlines()
    ]


def wait_for(path):
    while not path.exists():
        time.sleep(0.01)


def whole(notes):
    """Tell whether no article came between the questions about another on its slot."""
    places = defaultdict(list)
    for note in notes:
        places[note["engine"], note["slot"]].append(note["nonce"])
    runs = [[nonce for nonce, _ in groupby(nonces)] for nonces in places.values()]
    articles = {note["nonce"] for note in notes}
    return sorted(chain(*runs)) == sorted(articles)


def test_each_article_keeps_to_one_slot_and_has_it_to_itself(model):
    outcomes = list(summarize_many(stories(12), settings=chosen(model)))

    assert all(outcome.summary for outcome in outcomes)
    notes = asked(model)
    assert len({note["engine"] for note in notes}) == 1
    assert {note["slot"] for note in notes} == {0, 1, 2, 3}
    assert len(notes) >= 24
    assert whole(notes)


def test_articles_are_read_at_the_same_time(model):
    list(summarize_many(stories(8), settings=chosen(model)))

    changes = [one["nonce"] != other["nonce"] for one, other in pairwise(asked(model))]
    assert sum(changes) >= 8, "one after the other there would be seven"


def test_fewer_slots_where_fewer_are_wanted(model):
    list(summarize_many(stories(4), settings=chosen(model), concurrency=2))

    assert {note["slots"] for note in asked(model)} == {2}


def test_a_single_article_takes_an_engine_of_one_slot(model):
    summarize(stories(1)[0], settings=chosen(model))

    assert {(note["slots"], note["slot"]) for note in asked(model)} == {(1, 0)}


def test_an_engine_with_more_slots_serves_a_single_article_too(model):
    list(summarize_many(stories(2), settings=chosen(model)))
    summarize(stories(3)[2], settings=chosen(model))

    assert len({note["engine"] for note in asked(model)}) == 1


def test_a_long_article_among_short_ones_gets_its_context_when_the_others_are_done(model):
    texts = [*stories(4), LONG, *stories(10)[4:]]

    outcomes = list(summarize_many(texts, settings=chosen(model)))

    assert sorted(each.index for each in outcomes if each.summary) == list(range(11))
    notes = asked(model)
    assert [slots for slots, _ in groupby(note["slots"] for note in notes)] == [4, 1, 4]
    assert whole(notes)


def test_more_tasks_than_slots_wait_for_their_turn(model):
    async def together():
        async with Session(chosen(model)) as session:
            return await asyncio.gather(*map(session.summarize, stories(9)))

    assert len(asyncio.run(together())) == 9
    assert whole(asked(model))


def test_sessions_in_several_threads_do_not_share_a_slot(model):
    async def together():
        work = [asyncio.to_thread(summarize, text, settings=chosen(model)) for text in stories(4)]
        return await asyncio.gather(*work)

    assert len(asyncio.run(together())) == 4
    assert whole(asked(model))


def test_a_cancelled_article_gives_its_slot_back(model):
    async def cancelled():
        async with Session(chosen(model), concurrency=1) as session:
            first, second = [asyncio.create_task(session.summarize(text)) for text in stories(2)]
            await asyncio.to_thread(wait_for, model.parent / "tiny.gguf.asked")
            first.cancel()
            return await second

    assert asyncio.run(cancelled()).gist


@pytest.mark.parametrize(
    ("tokens", "slots", "shape"),
    [(100, 4, (8192, 4)), (9000, 4, (16_384, 2)), (19_000, 4, (20_000, 1)), (9000, 1, (16_384, 1))],
)
def test_the_slots_of_an_engine_share_a_limited_memory(model, tokens, slots, shape):
    engine = engine_for(f"gguf:{model}", tokens, slots)

    assert (engine.context, engine.slots) == shape
    assert engine_for(f"gguf:{model}", tokens, slots) is engine


def test_a_busy_engine_is_not_replaced(model):
    engine = engine_for(f"gguf:{model}", 100)
    slot = engine.take()

    assert engine.take() is None
    assert engine_for(f"gguf:{model}", 9000) is None
    assert engine_for(f"gguf:{model}", 100) is engine
    engine.give_back(slot)
    assert engine_for(f"gguf:{model}", 9000).context == 16_384


def test_a_question_without_an_article_takes_a_slot_of_its_own(model):
    schema = {"type": "object", "properties": {"gist": {"type": "string"}}, "required": ["gist"]}
    request = Request([{"role": "user", "content": "Did it rain?"}], "Gist", schema, 40)

    reply = asyncio.run(open_model(Choice(f"gguf:{model}")).answer(request))

    assert json.loads(reply.text) == {"gist": "It rained in Quillport."}
    assert reply.model == "tiny"
    assert not engine_for(f"gguf:{model}", 100).busy
