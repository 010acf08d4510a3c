"""What an embedded model has read of an article is known to the next process."""

import hashlib
import json
import stat

import pytest

from summarizer import Settings, summarize, summarize_many
from summarizer.cassettes import use
from summarizer.errors import EndpointError
from summarizer.llm.local import engine, states

pytestmark = pytest.mark.usefixtures("stand_in")

MORE = "Nobody knew when it would end, and the streets were empty. " * 20
TEXT = "It rained for 3 days in Quillport, and 40 roads closed. " + MORE
OTHER = "It snowed for 5 days in Fennmouth, and 60 schools closed. " + MORE


@pytest.fixture
def model(gguf):
    return gguf()


@pytest.fixture
def kept(tmp_path):
    """Return the states that are kept, those used last behind the others."""
    folder = tmp_path / "cache/states"
    return lambda: sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)


def in_a_new_process(model, text=TEXT):
    """Ask an engine that has read nothing yet; return the tokens that each question read."""
    engine._shared.clear()
    notes = model.with_name(model.name + ".asked")
    notes.unlink(missing_ok=True)
    summarize(
        text,
        settings=Settings(model=f"gguf:{model}", facets=("gist", "figures"), gist_mode="write"),
    )
    return [json.loads(line)["read"] for line in notes.read_text().splitlines()]


def test_a_second_run_reads_only_the_questions(model):
    first = in_a_new_process(model)
    second = in_a_new_process(model)

    assert first[0] > len(TEXT)
    assert second[0] == 0, "the first question is known as well"
    assert second[1:] == first[1:]


def test_the_first_question_may_be_another(model):
    in_a_new_process(model)
    engine._shared.clear()
    notes = model.with_name(model.name + ".asked")
    notes.unlink()

    summarize(TEXT, settings=Settings(model=f"gguf:{model}", facets=("figures",)))

    assert json.loads(notes.read_text().splitlines()[0])["read"] < len(TEXT)


def test_another_article_has_a_state_of_its_own(model, kept):
    in_a_new_process(model)

    assert in_a_new_process(model, OTHER)[0] > len(OTHER)
    assert len(kept()) == 2
    assert in_a_new_process(model)[0] == in_a_new_process(model, OTHER)[0] == 0


def test_other_weights_or_another_engine_take_no_state(model, monkeypatch):
    everything = in_a_new_process(model)
    model.write_bytes(b"GGUF" + bytes(65))
    assert in_a_new_process(model) == everything

    monkeypatch.setattr(states, "version", lambda name: "2026.11")
    assert in_a_new_process(model) == everything


def test_an_engine_with_another_number_of_slots_takes_no_state(model, kept):
    settings = Settings(model=f"gguf:{model}", facets=("gist", "figures"), gist_mode="write")
    list(summarize_many([OTHER], settings=settings))
    summarize(TEXT, settings=settings)
    assert len(kept()) == 1

    assert in_a_new_process(model)[0] > len(TEXT), "llama.cpp would refuse it"
    assert len(kept()) == 2


@pytest.mark.parametrize(
    "change", [lambda data: data[:-1], lambda data: b"", lambda data: b"x" + data]
)
def test_a_damaged_state_costs_time_alone(model, kept, change):
    everything = in_a_new_process(model)
    (path,) = kept()
    path.write_bytes(change(path.read_bytes()))

    assert in_a_new_process(model) == everything
    assert len(kept()) == 1
    assert in_a_new_process(model)[0] == 0


def test_the_state_of_another_article_under_a_right_name_costs_time_alone(model, kept):
    in_a_new_process(model)
    (right,) = kept()
    everything = in_a_new_process(model, OTHER)
    _, other = kept()
    right.replace(right.with_name(other.name.partition(".")[0] + right.suffix))
    other.unlink()

    assert in_a_new_process(model, OTHER)[0] > len(OTHER) > everything[1]


def test_a_state_that_brings_the_engine_down_does_so_once(model, kept):
    in_a_new_process(model)
    (path,) = kept()
    path.write_bytes(b"crashing")
    path.rename(path.with_suffix(f".{hashlib.sha256(b'crashing').hexdigest()}"))

    with pytest.raises(EndpointError):
        in_a_new_process(model)
    assert in_a_new_process(model)[0] > len(TEXT)
    assert in_a_new_process(model)[0] == 0


def test_what_was_not_used_for_longest_goes_first(model, kept, monkeypatch):
    in_a_new_process(model)
    in_a_new_process(model, OTHER)
    in_a_new_process(model)
    monkeypatch.setattr(states, "LIMIT", sum(path.stat().st_size for path in kept()) + 100)

    assert in_a_new_process(model, TEXT + "Nobody knew why.")[0] > len(TEXT)
    assert len(kept()) == 2
    assert in_a_new_process(model)[0] == 0


def test_nobody_else_can_read_a_state(model, kept):
    in_a_new_process(model)

    (path,) = kept()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_without_a_folder_nothing_is_kept(model, tmp_path):
    (tmp_path / "cache").write_text("a file is in the way")

    assert in_a_new_process(model) == in_a_new_process(model)


def test_a_full_disk_costs_the_state_alone(model, kept, monkeypatch):
    monkeypatch.setattr(engine.Engine, "call", failing(engine.Engine.call))

    assert in_a_new_process(model)[0] > len(TEXT)
    assert kept() == []


def failing(call):
    def failed(self, path, body=None):
        return {"error": {"code": 500}} if "/slots" in path else call(self, path, body)

    return failed


def test_many_articles_leave_no_states(model, kept):
    settings = Settings(model=f"gguf:{model}", facets=("gist",), gist_mode="write")
    list(summarize_many([TEXT, OTHER], settings=settings))

    assert kept() == []


def test_a_recording_takes_no_state_and_leaves_none(model, kept, tmp_path):
    settings = Settings(model=f"gguf:{model}", facets=("gist",), gist_mode="write")
    with use(tmp_path / "rain.many.yaml", record=True):
        summarize(TEXT, settings=settings)
    assert kept() == []
    everything = in_a_new_process(model)
    notes = model.with_name(model.name + ".asked")
    notes.unlink()
    engine._shared.clear()

    with use(tmp_path / "rain.many.yaml", record=True):
        summarize(TEXT, settings=settings)

    assert json.loads(notes.read_text().splitlines()[0])["read"] == everything[0]
