"""The file of a cassette: what it keeps, how it reads, and what is wrong with a broken one."""

import gc
import gzip
import logging
import re
import stat

import pytest
import yaml
from endpoint import Endpoint, Response, completion
from harbour_tale import TEXT, ask, recorded, right
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.cassettes import use
from summarizer.cassettes.yaml_text import dumps, loads
from summarizer.errors import CassetteError, SummarizerError

KEY = "sk-canary-4f1e8a7c2b"


@pytest.fixture
def cassette(tmp_path):
    path = tmp_path / "harbour.many.yaml"
    recorded(path)
    return path


def test_prompts_and_marks_can_be_read_as_they_were_sent(cassette):
    text = cassette.read_text(encoding="utf-8")
    assert "              [3] “They got 40 berths — and an apology,” said Ada Brandt" in text
    assert "content: |-\n" in text


def test_nothing_is_kept_that_changes_without_meaning(tmp_path):
    def answer(request):
        reply = right(request)
        numbers.append(len(numbers))
        old = {b'"chatcmpl-1"': f'"chatcmpl-{len(numbers)}"', b'"created": 1': '"created": 7'}
        for before, after in old.items():
            reply.body = reply.body.replace(before, after.encode())
        reply.body = reply.body[:-1] + b', "timings": {"prompt_ms": %d}}' % len(numbers)
        reply.headers |= {"Set-Cookie": f"session={len(numbers)}", "X-Request-Id": "abc"}
        return reply

    numbers = []
    texts = []
    for name in ("one.yaml", "two.yaml"):
        recorded(tmp_path / name, answer)
        text = (tmp_path / name).read_text()
        texts.append(re.sub(r"(recorded|seconds): .*", "", text))
    assert texts[0] == texts[1]
    for word in ("chatcmpl", "created", "timings", "session", "127.0.0.1", "user-agent", "date:"):
        assert word not in texts[0].lower()


def test_headers_with_a_meaning_are_kept(tmp_path):
    path = tmp_path / "limited.yaml"
    limited = Response(b"{}", 429, {"Content-Type": "application/json", "Retry-After": "600"})
    with (
        Endpoint(lambda _: limited) as endpoint,
        use(path, record=True),
        pytest.raises(SummarizerError),
    ):
        ask(endpoint.url)
    kept = yaml.safe_load(path.read_text())["interactions"][0]
    assert kept["request"]["headers"] == {"content-type": "application/json"}
    assert kept["response"]["headers"] == {
        "content-type": "application/json",
        "retry-after": "600",
    }


def test_compressed_answers_are_kept_as_text(tmp_path):
    def answer(request):
        plain = right(request)
        packed = gzip.compress(plain.body)
        return Response(packed, 200, plain.headers | {"Content-Encoding": "gzip"})

    path = tmp_path / "harbour.yaml"
    recorded(path, answer)
    assert "The pilots of Fennmouth went back" in path.read_text()
    with use(path):
        assert ask().gist


def test_bytes_that_are_no_text_are_not_recorded(tmp_path):
    image = Response(b"\x89PNG\xff", 200, {"Content-Type": "image/png"})
    with pytest.raises(CassetteError, match="no text"):
        recorded(tmp_path / "harbour.yaml", lambda _: image)
    assert list(tmp_path.iterdir()) == []


def test_metadata_says_where_it_comes_from(cassette):
    from summarizer import __version__
    from summarizer.prompting.templates import Templates

    metadata = yaml.safe_load(cassette.read_text())["metadata"]
    assert metadata["model"] == "made-up-model"
    assert metadata["weights"] is None
    assert metadata["prompts"] == Templates().digest
    assert metadata["library"] == __version__
    assert metadata["recorded"].year > 2025


def test_a_recording_that_says_the_same_leaves_the_file_alone(cassette):
    older = cassette.read_text().replace("recorded: 20", "recorded: 19")
    cassette.write_text(older)
    recorded(cassette)
    assert cassette.read_text() == older
    recorded(cassette, model="another")
    assert "recorded: 20" in cassette.read_text()


def test_a_recording_that_is_interrupted_leaves_the_old_one(cassette):
    old = cassette.read_text()

    def interrupt(answered, asked):
        if answered == asked:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        recorded(cassette, text=TEXT.replace("Monday", "Friday"), progress=interrupt)
    # asyncio logs what is left with its traceback, which fails while Python 3.11 parses a module
    gc.collect()
    assert cassette.read_text() == old
    assert [path.name for path in cassette.parent.iterdir()] == [cassette.name]


def test_a_write_that_fails_leaves_the_old_one(cassette, monkeypatch):
    old = cassette.read_text()
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        recorded(cassette, model="another")
    assert cassette.read_text() == old
    assert [path.name for path in cassette.parent.iterdir()] == [cassette.name]


def test_others_may_read_the_file(cassette):
    assert stat.S_IMODE(cassette.stat().st_mode) & 0o444 == 0o444


class TestKey:
    def test_it_is_in_no_file_and_no_log(self, tmp_path, caplog, monkeypatch):
        monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
        caplog.set_level(logging.DEBUG)
        with Endpoint(right) as endpoint, use(tmp_path / "harbour.yaml", record=True):
            ask(endpoint.url)
        assert endpoint.keys == {f"Bearer {KEY}"}
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert len(files) == 1
        assert KEY.encode() not in files[0].read_bytes()
        assert KEY not in caplog.text

    @pytest.mark.parametrize(
        "leak",
        [
            Response(f"Wrong key: {KEY}".encode(), 401, {"Content-Type": "text/plain"}),
            Response(b"{}", 400, {"Content-Type": f"text/{KEY}"}),
        ],
        ids=["error", "header"],
    )
    def test_an_error_that_holds_it_is_written_without_it(self, tmp_path, monkeypatch, leak):
        monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
        cassette = tmp_path / "harbour.yaml"
        with Endpoint(lambda _: leak) as endpoint:
            record_whatever_comes(use(cassette, record=True), endpoint.url)
        assert "..." in cassette.read_text().removesuffix("...\n")
        assert KEY not in cassette.read_text()

    def test_an_answer_that_holds_it_is_not_written(self, tmp_path, monkeypatch):
        leak = completion(f'{{"gist": "The key is {KEY}."}}')
        monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
        recording = use(tmp_path / "harbour.yaml", record=True)
        with Endpoint(lambda _: leak) as endpoint, pytest.raises(CassetteError) as caught:
            record_whatever_comes(recording, endpoint.url)
        assert "was not written" in str(caught.value)
        assert KEY not in f"{caught.value} {caught.value.hint}"
        assert list(tmp_path.iterdir()) == []

    def test_a_prompt_that_holds_it_is_not_written(self, tmp_path, monkeypatch):
        monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
        recording = use(tmp_path / "harbour.yaml", record=True)
        with Endpoint(right) as endpoint, pytest.raises(CassetteError, match="was not written"):
            record_whatever_comes(recording, endpoint.url, text=f"{TEXT}\nThe key is {KEY}.")
        assert list(tmp_path.iterdir()) == []

    def test_a_placeholder_may_stand_in_an_article(self, tmp_path):
        recorded(tmp_path / "harbour.yaml", text=TEXT + "There was none left.")


def record_whatever_comes(recording, url, **arguments):
    with recording:
        try:
            ask(url, **arguments)
        except CassetteError:
            raise
        except SummarizerError:
            pass


BROKEN = {
    "object": (
        "!!python/object/apply:os.system ['touch pwned']\n...\n",
        "could not determine a constructor",
    ),
    "object within": ("version: !!python/name:os.system\n...\n", "could not determine"),
    "version": ("version: 99\ninteractions: []\n...\n", "its version is 99, not 1"),
    "no version": ("interactions: []\n...\n", "its version is None, not 1"),
    "list": ("- 1\n...\n", "its version is None"),
    "no YAML": ("version: [1\n...\n", "line 2"),
    "bad date": ("version: 2026-99-99\n...\n", "month must be in 1..12"),
    "empty": ("", "it is cut off"),
    "field missing": ("version: 1\ninteractions: []\n...\n", "metadata: it is missing"),
    "no interactions": (
        "version: 1\nmetadata: {model: m, prompts: p, seconds: 0}\ninteractions: []\n...\n",
        "interactions: it must have 1 items or more",
    ),
}


@pytest.mark.parametrize(("text", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_cassette_is_an_error_before_anything_is_asked(tmp_path, text, told):
    path = tmp_path / "harbour.many.yaml"
    path.write_text(text)
    with pytest.raises(CassetteError, match="cannot be used") as caught, use(path):
        raise AssertionError("the test was let in")
    assert told in str(caught.value)
    assert "summarizer record harbour" in caught.value.hint
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_bytes_that_are_no_text_are_an_error(tmp_path):
    path = tmp_path / "harbour.yaml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(CassetteError, match="cannot be used"), use(path):
        pass


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_a_truncated_cassette_is_an_error(cassette, share):
    text = cassette.read_text()
    cassette.write_text(text[: int(share * len(text))])
    with pytest.raises(CassetteError, match="it is cut off"), use(cassette):
        pass


def test_a_missing_cassette_is_an_error(tmp_path):
    with pytest.raises(CassetteError, match="There is no cassette") as caught:
        use(tmp_path / "harbour.one.yaml").__enter__()
    assert caught.value.hint == "Record it: summarizer record harbour"


TEXTS = st.text() | st.lists(
    st.sampled_from(["a", " ", "“", "\n", "\u2028", "\x85", "\t", "#"])
).map("".join)


@settings(max_examples=150, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
        lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
        max_leaves=8,
    )
)
def test_whatever_is_written_is_read_back(data):
    assert loads(dumps(data)) == data
