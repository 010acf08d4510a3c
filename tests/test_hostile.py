"""Every field of an answer and of its envelope may be hostile: a sound summary, or our error.

The summary can be written and read wherever the library writes one, and no batch ends by it.
"""

import json
import sqlite3
import unicodedata
from contextlib import closing

import pytest
from endpoint import Endpoint, Response, filled
from hypothesis import HealthCheck, Phase, event, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from test_invariants import FOREIGN, TEXT, VALID, assert_holds, written

from summarizer import Article, Settings, export, report
from summarizer.batch.journal import Journal
from summarizer.batch.resumable import Batch
from summarizer.cli.show import print_text
from summarizer.llm.answers import Meter
from summarizer.llm.base import Reply
from summarizer.llm.sanitising import sanitised
from summarizer.schema import Summary, Usage
from summarizer.storage.failure import Failure

UNSEEN = (
    "\x00\x07\x1b\x7f\x85\x9b\u00ad\u200b\u200e\u202e\u2066\ufeff\ufe0f\u115f\U000e0041\U000e0100"
)
TEXTS = st.sampled_from(
    [
        "\ud800x",
        "O'Neill\udfff",
        *(f"Paula{sign} O'Neill" for sign in UNSEEN),
        "\u202eadleZ",
        "\x1b]8;;https://evil.example\x07rejected\x1b]8;;\x07",
        "".join(chr(0xE0000 + ord(each)) for each in "Zelda"),
        "=cmd|' /C calc'!A0",
        "＝1+1",
        "</script><script>alert(1)</script>",
        "]]>\r\n--x",
        "../../etc/passwd",
        "{{ 7 * 7 }}",
        "\u2028rejected the offer\u2029",
        "a" * 5000,
        "stop",
        "length",
        "",
    ]
)
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([10**30, -(10**30), 2**63, 10**12 + 1, 1e400, -1e400, float("nan"), 0.5, -1]),
    TEXTS,
    st.text(max_size=9),
    st.lists(TEXTS | st.integers(), max_size=2),
    st.dictionaries(
        st.sampled_from(["_fields_set", "self", "values", "content", "type", "text"]),
        TEXTS | st.integers() | st.just([]),
        max_size=2,
    ),
)
PLACES = (
    "id object created model system_fingerprint service_tier usage choices error _fields_set self "
    "usage.prompt_tokens usage.completion_tokens usage.total_tokens usage.prompt_tokens_details "
    "usage.completion_tokens_details usage._fields_set usage.completion_tokens_details.x "
    "usage.prompt_tokens_details.cached_tokens usage.completion_tokens_details.reasoning_tokens "
    "choices.0 choices.0.index choices.0.finish_reason choices.0.message choices.0.logprobs "
    "choices.0._fields_set choices.0.message.role choices.0.message.content choices.0.error "
    "choices.0.message.refusal choices.0.message.tool_calls choices.0.message.function_call "
    "choices.0.message.parsed choices.0.message.reasoning_content choices.0.message._fields_set"
).split()
CHANGES = st.dictionaries(st.sampled_from(PLACES), ODD, max_size=3)
WORDS = st.one_of(TEXTS, st.text(max_size=30), st.sampled_from(["rejected the offer", *FOREIGN]))
HOSTILE = {
    "GistAnswer": st.fixed_dictionaries({"gist": WORDS}),
    "ActorsAnswer": st.fixed_dictionaries({"actors": st.lists(WORDS, max_size=3)}),
    "KindsAnswer": VALID["KindsAnswer"] | WORDS,
    "StanceAnswer": st.fixed_dictionaries(
        {"position": st.sampled_from(["supports", "opposes"]) | WORDS, "target": WORDS}
    ),
    "SpeakerAnswer": st.fixed_dictionaries({"speaker": WORDS}),
    "CaptionsAnswer": WORDS,
}
ANSWERS = st.fixed_dictionaries({name: shape | VALID[name] for name, shape in HOSTILE.items()})


def envelope(content, changes):
    """The body of a completion, with these places of it changed."""
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "made-up",
        "choices": [
            {
                "index": 0,
                "finish_reason": "stop",
                "message": {"role": "assistant", "content": content},
            }
        ],
        "usage": {
            "prompt_tokens": 9000,
            "completion_tokens": 9,
            "prompt_tokens_details": {"cached_tokens": 1},
            "completion_tokens_details": {"reasoning_tokens": 1},
        },
    }
    for place, value in changes.items():
        _change(body, place.split("."), value)
    return body


def _change(body, path, value):
    *before, last = path
    for name in before:
        body = body[int(name)] if isinstance(body, list) and body else body
        body = body.setdefault(name, {}) if isinstance(body, dict) and name != "0" else body
    if isinstance(body, dict):
        body[last] = value
    elif isinstance(body, list):
        body[:1] = [value]


@pytest.fixture(scope="module")
def endpoint():
    with Endpoint(lambda _: None) as running:
        yield running


def hostile(count):
    return examples(
        max_examples=count,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def check(endpoint, folder, strategy, answers, changes):
    endpoint.answer = lambda request: Response(
        json.dumps(envelope(json.dumps(filled(request, answers)), changes)).encode()
    )
    settings = Settings.of(
        environment={}, model="m", base_url=endpoint.url, strategy=strategy, attempts=1
    ).changed(cache=folder / "cache.db")
    out = folder / "out.jsonl"
    for each in folder.iterdir():
        each.unlink()
    with Journal.open(out, settings) as journal:
        tally = Batch(journal).run([Article(TEXT, id="a")], settings)
    [line] = out.read_text(encoding="utf-8").splitlines()
    if tally.failed:
        event(Failure.model_validate_json(line).error.reason)
        assert json.loads(line)["error"]["reason"] != "internal"
        return
    event("summary")
    summary = Summary.model_validate_json(line)
    assert_holds(summary)
    assert_seen(summary)
    assert_goes_everywhere(summary, folder)


def assert_seen(summary):
    for words in (*written(summary), summary.provenance.model):
        hidden = [c for c in words or "" if unicodedata.category(c) in {"Cc", "Cf", "Cn", "Cs"}]
        assert not hidden


def assert_goes_everywhere(summary, folder):
    assert "<script>alert" not in report.html([summary])
    for to in export.TEXTS:
        assert "".join(export.pieces([summary], to)).encode()
    export.save([summary], "sqlite", folder / "out.db")
    with closing(sqlite3.connect(folder / "out.db")) as database:
        assert database.execute("SELECT count(*) FROM summaries").fetchone() == (1,)
    export.save([summary], "parquet", folder / "out.parquet")
    print_text(summary, verbose=True)


@pytest.mark.parametrize("strategy", ["one", "many"])
@hostile(40)
@given(answers=ANSWERS, changes=CHANGES)
def test_whatever_comes_a_batch_goes_on(endpoint, tmp_path, strategy, answers, changes):
    check(endpoint, tmp_path, strategy, answers, changes)


@pytest.mark.long
@pytest.mark.parametrize("strategy", ["one", "many"])
@hostile(2000)
@given(answers=ANSWERS, changes=CHANGES)
def test_whatever_comes_a_batch_goes_on_for_long(endpoint, tmp_path, strategy, answers, changes):
    check(endpoint, tmp_path, strategy, answers, changes)


@given(st.text())
def test_a_cleared_text_has_no_sign_that_nobody_sees(text):
    assert sanitised(sanitised(text)) == sanitised(text)
    shown = [c for c in sanitised(text) if c not in "\n\t\u200c\u200d"]
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cn", "Cs", "Co"}]


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("Zel\u200dda", "Zelda"),
        ("two\u00a0words\u3000and\x0bmore", "two\u00a0words\u3000and more"),
        ("a\nb\tc\r", "a\nb\tc "),
    ],
)
def test_what_a_script_needs_stays(text, clear):
    assert sanitised(text) == clear


def test_no_count_of_a_model_of_the_users_is_out_of_bounds():
    meter = Meter()
    meter.count(Reply("{}", usage=Usage(requests=1, prompt_tokens=10**30), model="m\u202e" * 999))
    assert meter.usage == Usage(requests=1)
    assert meter.model == "m" * 200
