"""A batch through the batch API of an endpoint: what is submitted, collected, asked again."""

import json
import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from batch_server import BatchEndpoint
from bridge import ANSWERS, TEXT
from endpoint import Response, completion, failure, filled

from summarizer import Article, Settings, summarize
from summarizer.batch import requests as requests_module
from summarizer.cli import main
from summarizer.llm import parameters
from summarizer.llm.profiles import find

STORIES = 5


def told(request):
    """The number that an article is about."""
    return re.search(r"rained (\d+) days", request["messages"][-1]["content"])[1]


def right(request):
    """A gist that is true of this article alone."""
    return completion(json.dumps({"gist": f"It rained {told(request)} days."}))


@pytest.fixture
def endpoint(monkeypatch):
    with BatchEndpoint(right) as running:
        monkeypatch.setenv("SUMMARIZER_MODEL", "made-up-model")
        monkeypatch.setenv("SUMMARIZER_BASE_URL", running.url)
        yield running


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for number in range(STORIES):
        (tmp_path / f"news/s{number}.txt").write_text(f"It rained {number} days in Quillport.")


def batch(*words):
    """Run the command on the folder; one short question about each article."""
    quick = ["--strategy", "many", "--facets", "gist"]
    return main(["batch", "news", "-o", "out.jsonl", *quick, *words])


def records():
    return [json.loads(line) for line in Path("out.jsonl").read_text("utf-8").splitlines()]


def gists():
    return {each["article"]["id"]: each["gist"] for each in records() if "error" not in each}


ALL = {f"s{number}": f"It rained {number} days." for number in range(STORIES)}


def test_what_is_submitted_is_collected(endpoint, news, capsys):
    assert batch("--submit") == 0
    assert "1 done, 4 waiting for a batch; " in capsys.readouterr().err
    assert gists() == {"s0": ALL["s0"]}, "the first is asked at once"

    assert batch("--collect") == 0

    told = capsys.readouterr().err.splitlines()
    assert told[0] == "batch_0: completed, 4 of 4 requests done."
    assert told[-1].startswith("4 done, 1 done before; ")
    assert gists() == ALL
    assert (len(endpoint.live), len(endpoint.asked)) == (1, 4)
    assert {path.name for path in Path().glob("out*")} == {"out.jsonl", "out.manifest.json"}


def test_a_batch_asks_what_is_asked_without_one(endpoint, news):
    assert batch("--submit", "--batches-only") == 0
    submitted = [json.loads(line)["body"] for line in endpoint.files["file-0"].splitlines()]
    Path("out.jsonl").unlink()
    Path("out.requests.sqlite").unlink()

    assert batch() == 0

    assert sorted(submitted, key=str) == sorted(endpoint.live, key=str)


def test_a_batch_that_runs_is_waited_for(endpoint, news, capsys):
    endpoint.held = True
    batch("--submit")
    assert batch("--submit") == 0, "what waits is not submitted twice"

    assert batch("--collect") == 4
    assert "batch_0: in_progress, 0 of 4 requests done." in capsys.readouterr().err
    assert len(records()) == 1
    endpoint.held = False

    assert batch("--collect") == 0
    assert gists() == ALL
    assert len(endpoint.asked) == 4


def test_what_expires_is_in_the_next_batch(endpoint, news, capsys):
    batch("--submit", "--batches-only")
    lost = set(endpoint.asked[:3])
    endpoint.expiring = lost.__contains__

    assert batch("--collect", "--batches-only") == 4
    told = capsys.readouterr().err
    assert "batch_0: expired, 5 of 5 requests done, without an answer: 3 batch_expired." in told
    assert "2 done, 3 to be submitted; " in told
    endpoint.expiring = lambda name: False

    assert batch("--submit", "--batches-only") == 0
    assert batch("--collect") == 0
    assert gists() == ALL
    assert Counter(endpoint.asked) == dict.fromkeys(endpoint.asked, 1) | dict.fromkeys(lost, 2)
    assert endpoint.live == []


@pytest.mark.parametrize("status", [408, 409, 429, 500, 503])
def test_a_passing_fault_is_in_the_next_batch(status, endpoint, news, capsys):
    batch("--submit")
    endpoint.answer = lambda request: failure(status) if told(request) == "3" else right(request)

    assert batch("--collect") == 4
    assert f"without an answer: 1 status {status}." in capsys.readouterr().err
    endpoint.answer = right

    assert batch("--submit", "--batches-only") == 0
    assert batch("--collect") == 0
    assert gists() == ALL


def test_a_batch_that_fails_as_a_whole_is_asked_again_and_says_why(endpoint, news, capsys):
    batch("--submit", "--batches-only")
    errors = {"data": [{"code": "token_limit_exceeded", "message": "Too much is waiting."}]}
    endpoint.batches["batch_0"] |= {"status": "failed", "errors": errors}

    assert batch("--collect") == 4
    assert "without an answer: 5 no answer. Too much is waiting." in capsys.readouterr().err

    assert batch("--submit", "--batches-only") == 0
    assert batch("--collect") == 0
    assert gists() == ALL


def test_what_is_refused_for_good_is_a_failure_that_can_be_retried(endpoint, news):
    endpoint.answer = lambda request: failure(400) if told(request) == "3" else right(request)
    batch("--submit")
    assert batch("--collect") == 1
    [failed] = [each for each in records() if "error" in each]
    assert failed["error"]["reason"] == "bad_request"
    assert not Path("out.requests.sqlite").exists()
    endpoint.answer = right

    assert batch("--submit", "--retry-failed", "--batches-only") == 0
    assert batch("--collect") == 0

    assert gists() == ALL
    assert len(endpoint.asked) == STORIES


def unshaped_once():
    """The first answer about an article has the wrong shape."""
    seen = Counter()

    def answer(request):
        seen[told(request)] += 1
        return right(request) if seen[told(request)] > 1 else completion('{"point": "Rain."}')

    return answer


def test_a_repair_is_asked_at_once(endpoint, news):
    endpoint.answer = unshaped_once()
    batch("--submit")
    live = len(endpoint.live)

    assert batch("--collect") == 0

    assert gists() == ALL
    assert (len(endpoint.live) - live, len(endpoint.asked)) == (4, 4)
    assert {each["provenance"]["usage"]["requests"] for each in records()} == {2}


def test_a_repair_is_in_a_second_batch_where_only_batches_are_wanted(endpoint, news, capsys):
    endpoint.answer = unshaped_once()
    batch("--submit", "--batches-only")
    assert batch("--collect", "--batches-only") == 4
    assert "0 done, 5 to be submitted; " in capsys.readouterr().err

    batch("--submit", "--batches-only")
    assert batch("--collect", "--batches-only") == 0

    assert gists() == ALL
    assert (len(endpoint.live), len(endpoint.asked)) == (0, 2 * STORIES)
    assert {each["provenance"]["usage"]["requests"] for each in records()} == {2}


MANY = """[[profile]]
models = ["*"]
strategy = "many"
context = 2048
"""


def many(request):
    """Right answers about the bridge to many short questions."""
    return completion(json.dumps(filled(request, ANSWERS)))


def test_all_questions_about_all_parts_are_in_one_batch(endpoint, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("long.txt").write_text(TEXT * 12)
    Path("many.toml").write_text(MANY)
    endpoint.answer = many
    words = ["batch", "long.txt", "-o", "out.jsonl", "--profiles", "many.toml", "--batches-only"]

    main([*words, "--submit"])
    submitted = [json.loads(line)["body"] for line in endpoint.files["file-0"].splitlines()]
    while main([*words, "--collect"]) == 4:
        main([*words, "--submit"])
    [record] = records()
    assert endpoint.live == []

    settings = Settings.of(profile=find("made-up-model", Path("many.toml")), repairs=0)
    summarize(Article(TEXT * 12), settings=settings)
    assert sorted(submitted, key=str) == sorted(endpoint.live, key=str)
    settings = settings.changed(repairs=1)
    alone = summarize(Article(TEXT * 12), settings=settings)
    assert record["provenance"]["coverage"]["parts"] == alone.provenance.coverage.parts > 1
    assert record["provenance"]["usage"] == alone.provenance.usage.model_dump()
    assert record["quotes"] == alone.model_dump(mode="json")["quotes"] != []


def test_a_form_is_filled_in_a_batch_as_without_one(endpoint, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("bridge.txt").write_text(TEXT)
    endpoint.answer = many
    words = ["batch", "bridge.txt", "-o", "out.jsonl", "--batches-only"]
    main([*words, "--submit"])
    while main([*words, "--collect"]) == 4:
        main([*words, "--submit"])
    [record] = records()

    alone = summarize(Article.read("bridge.txt")).model_dump(mode="json")

    for each in (record, alone):
        assert each["provenance"].pop("seconds") >= 0
        assert each["provenance"]["strategy"] == "one"
    assert record == alone


@pytest.mark.parametrize(("limit", "most"), [("REQUESTS", 2), ("BYTES", 3_000)])
def test_a_file_holds_no_more_than_is_allowed(limit, most, endpoint, news, monkeypatch):
    monkeypatch.setattr(requests_module, limit, most)

    batch("--submit", "--batches-only")
    files = list(endpoint.files.values())

    assert len(files) > 1
    assert max(len(file.splitlines()) for file in files) <= requests_module.REQUESTS
    assert max(map(len, files)) <= requests_module.BYTES
    assert batch("--collect") == 0
    assert gists() == ALL


def test_half_the_price_is_shown(endpoint, news, capsys):
    Path("prices.toml").write_text("['made-up-model']\ninput=1000\ncached=100\noutput=4000\n")
    batch("--submit", "--prices", "prices.toml")
    each = float(re.search(r"\$(\d+\.\d+)\n", capsys.readouterr().err)[1])
    assert each > 0

    batch("--collect", "--prices", "prices.toml")

    assert f"${4 * each / 2:,.4f}, batches at half price\n" in capsys.readouterr().err


def takes_no_temperature(request):
    body = {"error": {"code": "unsupported_parameter", "param": "temperature"}}
    refusal = Response(json.dumps(body).encode(), 400)
    return refusal if "temperature" in request else right(request)


def afresh():
    """Forget what this process has learnt of the endpoint, as another process would not know it."""
    for each in vars(parameters).values():
        if hasattr(each, "cache_clear"):
            each.cache_clear()


def test_the_first_article_shows_which_parameters_are_refused(endpoint, news):
    endpoint.answer = takes_no_temperature
    afresh()
    batch("--submit")
    afresh()

    assert batch("--collect") == 0

    assert gists() == ALL
    assert (len(endpoint.live), len(endpoint.asked)) == (2, 4)


def test_a_parameter_that_all_of_a_batch_were_refused_for_is_left_out_of_the_next(endpoint, news):
    endpoint.answer = takes_no_temperature
    for code in (4, 0):
        afresh()
        batch("--submit", "--batches-only")
        afresh()
        assert batch("--collect") == code

    assert gists() == ALL
    assert (len(endpoint.live), len(endpoint.asked)) == (0, 2 * STORIES)


def test_a_wrong_key_shows_before_anything_is_submitted(endpoint, news, capsys):
    endpoint.answer = lambda _: failure(401)

    assert batch("--submit") == 1

    assert "refused the key" in capsys.readouterr().err
    assert endpoint.calls == ["POST /v1/chat/completions"]
    assert records() == []
    endpoint.answer = right
    assert batch() == 0, "nothing is left that would be in the way"


def test_an_endpoint_without_a_batch_api_is_told(endpoint, news, capsys, monkeypatch):
    monkeypatch.setattr(endpoint, "respond", lambda *_: failure(404))

    assert batch("--submit", "--batches-only") == 1

    assert "has no batch API" in capsys.readouterr().err


def failing_once(endpoint, call, response):
    """Let the endpoint do what it is asked, but answer otherwise the first time."""
    respond, left = endpoint.respond, [response]

    def answer(asked, *given):
        done = respond(asked, *given)
        return left.pop(0)(done) if left and re.fullmatch(call, asked) else done

    return answer


@pytest.mark.parametrize(
    ("call", "response"),
    [
        ("POST /v1/files", lambda _: failure(503)),
        ("POST /v1/batches", lambda _: failure(500)),
        ("POST /v1/batches", lambda _: Response(b"no JSON")),
        ("GET /v1/batches/.*", lambda _: failure(429, headers={"Retry-After": "0"})),
        ("GET /v1/files/.*/content", lambda done: Response(done.body, cut=True)),
    ],
)
def test_a_passing_fault_of_the_batch_api_is_tried_again(
    call, response, endpoint, news, monkeypatch
):
    monkeypatch.setattr(endpoint, "respond", failing_once(endpoint, call, response))

    assert batch("--submit", "--batches-only") == 0
    assert batch("--collect") == 0

    assert gists() == ALL
    assert len(endpoint.batches) == 1


@pytest.mark.parametrize("body", [b"[]", b'"a text"', b'{"id": 7}'])
def test_a_batch_api_that_answers_oddly_is_told(body, endpoint, news, capsys, monkeypatch):
    monkeypatch.setattr(endpoint, "respond", lambda *_: Response(body))

    assert batch("--submit", "--batches-only") == 1

    assert "sent something that is no file and no batch" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--model", "other"], "model was 'made-up-model', is 'other'"),
        (["--strategy", "one"], "strategy was 'many', is 'one'"),
    ],
)
def test_a_batch_is_collected_with_the_settings_it_was_submitted_with(
    words, told, endpoint, news, capsys
):
    batch("--submit", "--batches-only")

    assert batch("--collect", *words) == 2

    assert told in capsys.readouterr().err


def test_a_run_without_batches_does_not_ask_again_unasked(endpoint, news, capsys):
    batch("--submit", "--batches-only")

    assert batch() == 2

    assert "holds records already, or waits for a batch" in capsys.readouterr().err
    assert endpoint.live == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--model", "local"], "The model 'local' has no batch API."),
        (["--max-tokens", "9"], "--max-tokens and --max-cost cannot hold for the batch API"),
    ],
)
def test_what_cannot_be_submitted_is_told(words, told, endpoint, news, capsys):
    assert batch("--submit", *words) == 2

    assert told in capsys.readouterr().err
    assert endpoint.calls == []


def test_batches_only_needs_batches(endpoint, news, capsys):
    assert batch("--batches-only") == 2

    assert "--batches-only goes with --submit or --collect" in capsys.readouterr().err


def test_what_is_asked_at_once_after_all_is_in_no_batch(endpoint, news, monkeypatch):
    respond = endpoint.respond
    monkeypatch.setattr(endpoint, "respond", lambda *_: failure(400))
    assert batch("--submit", "--batches-only") == 1
    monkeypatch.setattr(endpoint, "respond", respond)
    assert batch("--resume") == 0

    assert batch("--submit", "--batches-only") == 0

    assert gists() == ALL
    assert endpoint.files == {}
    assert not Path("out.requests.sqlite").exists()


def test_a_cache_spares_the_articles_of_another_batch(endpoint, news):
    batch("--submit", "--batches-only", "--cache", "results.db")
    batch("--collect", "--cache", "results.db")
    Path("out.jsonl").rename("first.jsonl")
    asked = len(endpoint.calls)

    assert batch("--submit", "--cache", "results.db") == 0

    assert gists() == ALL
    assert len(endpoint.calls) == asked


def test_limit_is_how_many_articles_are_submitted(endpoint, news):
    batch("--submit", "--batches-only", "--limit", "2")
    assert len(endpoint.asked) == 2
    assert batch("--collect") == 4
    assert len(gists()) == 2
    assert endpoint.live == [], "what was never submitted is not asked at once"


def test_lines_that_say_nothing_are_passed_over(endpoint, news, capsys):
    batch("--submit", "--batches-only")
    endpoint._end(endpoint.batches["batch_0"])
    name = endpoint.batches["batch_0"]["output_file_id"]
    first, *others = endpoint.files[name].splitlines()
    double = first.replace(b"It rained", b"It snowed")
    odd = [b"", b"[]", b"nonsense", b'{"custom_id": 3}', b'{"custom_id": "of-others"}', b"[" * 9999]
    endpoint.files[name] = b"\n".join([*odd, first, double, *others[:-1], others[-1][:50]])

    assert batch("--collect") == 4

    assert "without an answer: 1 no answer." in capsys.readouterr().err
    assert len(gists()) == 4
    assert set(gists().values()) < set(ALL.values())


def test_a_file_of_requests_that_is_none_is_told(endpoint, news, capsys):
    batch("--submit", "--batches-only")
    Path("out.requests.sqlite").write_text("This is no SQLite file. " * 99)

    assert batch("--collect") == 2

    assert "out.requests.sqlite', which has the requests" in capsys.readouterr().err


def test_no_key_is_in_the_file_of_requests(endpoint, news, monkeypatch):
    monkeypatch.setenv("SUMMARIZER_API_KEY", "made-up-secret")
    batch("--submit")

    with closing(sqlite3.connect("out.requests.sqlite")) as file:
        dump = "\n".join(file.iterdump())

    assert "Quillport" in dump
    assert "made-up-secret" not in dump
