"""The engine's life, with a stand-in for the server that holds the model."""

import asyncio
import gc
import http.client
import importlib.util
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from summarizer.errors import LocalModelError, MissingExtraError, SettingsError
from summarizer.llm.base import Choice
from summarizer.llm.local import catalogue, download
from summarizer.llm.local.engine import Engine, engine_for, locate
from summarizer.llm.opening import open_model
from summarizer.llm.profiles import Profile

pytestmark = pytest.mark.usefixtures("stand_in")

STAND_IN = Path(__file__).with_name("stand_in.py")

HOLD = """
import importlib.util, sys
from pathlib import Path
from summarizer.llm.local import engine
importlib.util.find_spec = lambda name: name
engine._SERVER = Path(sys.argv[1])
held = engine.Engine(sys.argv[2])
print(held.base_url, flush=True)
sys.stdin.read()
"""


def answers(base_url):
    connection = http.client.HTTPConnection(base_url.split("/")[2], timeout=30)
    try:
        connection.connect()
    except ConnectionError:  # refused, or reset while the server ends
        return False
    finally:
        connection.close()
    return True


def test_it_answers_on_the_loopback_address_until_it_is_closed(gguf):
    with Engine(gguf(), context=4096) as running:
        assert running.base_url.startswith("http://127.0.0.1:")
        assert running.base_url.endswith("/v1")
        assert (running.alias, running.context, running.trained_context) == ("tiny", 4096, 20_000)
        assert running.running
        assert answers(running.base_url)

    assert not running.running
    assert not answers(running.base_url)
    running.close()


def test_every_engine_has_a_key_of_its_own_that_is_not_shown(gguf):
    with Engine(gguf()) as one, Engine(gguf()) as other:
        assert one.key != other.key
        assert len(one.key) > 30
        assert one.key not in repr(one)


def test_it_does_not_go_through_a_proxy(gguf, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")

    with Engine(gguf()) as running:
        assert running.running


def test_an_engine_that_nobody_holds_stops(gguf):
    base_url = Engine(gguf()).base_url
    gc.collect()

    assert not answers(base_url)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, None])
def test_it_stops_with_the_process(gguf, end):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(STAND_IN), str(gguf())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    base_url = holder.stdout.readline().strip()
    assert answers(base_url)
    if end:
        holder.send_signal(end)
    holder.communicate()

    until = time.monotonic() + 60
    while answers(base_url):  # the server sees the end of its input in its own time
        assert time.monotonic() < until
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("content", "words"), [(None, "no such file"), (b"PK\3\4", "not a GGUF file")]
)
def test_a_file_that_is_no_model_is_told(tmp_path, content, words):
    path = tmp_path / "model.gguf"
    if content:
        path.write_bytes(content)

    with pytest.raises(SettingsError, match=words):
        Engine(path)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("damaged.gguf", "damaged does not start: tensors are missing"),
        ("crashing.gguf", "crashing does not start: it was ended from outside"),
    ],
)
def test_a_model_that_does_not_load_is_told_with_the_cause(gguf, name, words):
    with pytest.raises(LocalModelError, match=words) as caught:
        Engine(gguf(name))

    assert "smaller model" in caught.value.hint


def test_without_the_extra_it_says_what_to_install(gguf, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)

    for attempt in (lambda: Engine(gguf()), lambda: engine_for("local", 100)):
        with pytest.raises(MissingExtraError, match="xllamacpp") as caught:
            attempt()
        assert "pip install -e '.[local]'" in caught.value.hint


def test_one_engine_is_shared_while_its_context_suffices(gguf):
    model = f"gguf:{gguf()}"

    first = engine_for(model, 100)

    assert first.context == 8192
    assert engine_for(model, 8192) is first


def test_a_longer_article_gets_the_next_power_of_two_or_what_the_model_has(gguf):
    model = f"gguf:{gguf()}"
    small = engine_for(model, 100)

    larger = engine_for(model, 8193)
    largest = engine_for(model, 19_000)

    assert (larger.context, largest.context) == (16_384, 20_000)
    assert small.running, "somebody still holds it"


def test_no_engine_gets_more_context_than_its_model_was_trained_on(gguf):
    engine = engine_for(f"gguf:{gguf()}", 20_001)

    assert engine.context == 20_000
    assert engine_for(f"gguf:{gguf()}", 1_000_000) is engine


@pytest.mark.parametrize(("context", "reads"), [(None, 20_000), (4096, 4096), (30_000, 20_000)])
def test_an_embedded_endpoint_knows_its_context(gguf, context, reads):
    choice = Choice(f"gguf:{gguf()}", profile=Profile(context=context))

    async def context_of_a_slot():
        async with open_model(choice).reading(1_000_000) as slot:
            return slot.profile.context

    assert asyncio.run(context_of_a_slot()) == reads


def test_an_engine_that_died_is_started_again(gguf):
    model = f"gguf:{gguf()}"
    first = engine_for(model, 100)
    first.close()

    assert engine_for(model, 100).running


def test_threads_share_one_engine(gguf):
    model = f"gguf:{gguf()}"

    with ThreadPoolExecutor(4) as pool:
        engines = set(pool.map(lambda _: engine_for(model, 100), range(4)))

    assert len(engines) == 1


def test_a_name_of_the_catalogue_is_found_in_the_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path))
    monkeypatch.setattr(download, "intact", lambda *_: True)
    for name in (catalogue.DEFAULT, "gemma3-270m"):
        path = catalogue.find(name).path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"GGUF")

    assert locate("local") == (catalogue.find(catalogue.DEFAULT).path, catalogue.DEFAULT)
    assert locate("local:gemma3-270m")[1] == "gemma3-270m"


@pytest.mark.parametrize("model", ["gguf:", "gpt-5", "local:nonsense", ""])
def test_other_names_are_no_embedded_models(model):
    with pytest.raises(SettingsError):
        locate(model)
