"""The batch command as a user meets it: records, resuming, limits, exit codes, Ctrl-C."""

import json
import signal
import sys
import threading
import time
from io import StringIO
from pathlib import Path

import forked
import pytest
from bridge import answering
from endpoint import Endpoint, failure

from summarizer.cli import main

STORIES = 5


def right():
    """What holds of every article here, so that each is asked about once."""
    return answering(GistAnswer={"gist": "It was wet in Quillport."})


@pytest.fixture
def endpoint(monkeypatch):
    with Endpoint(right()) as running:
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


def ids():
    records = map(json.loads, Path("out.jsonl").read_text(encoding="utf-8").splitlines())
    return sorted(each["article"]["id"] for each in records if "error" not in each)


def about(number):
    return f"rained {number} days"


def failing(number):
    """An endpoint that refuses one article."""
    answer = right()
    return lambda request: failure(400) if about(number) in str(request) else answer(request)


def test_every_article_has_its_record(endpoint, news, capsys):
    assert batch() == 0

    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-1].startswith("5 done; ")
    assert ids() == ["s0", "s1", "s2", "s3", "s4"]
    assert len(endpoint.requests) == STORIES


def test_a_second_run_without_resume_writes_nothing(endpoint, news, capsys):
    batch()

    assert batch() == 2

    assert "holds records already" in capsys.readouterr().err
    assert len(endpoint.requests) == STORIES


def test_resume_asks_about_what_has_no_record(endpoint, news, capsys):
    assert batch("--limit", "2") == 0
    assert len(ids()) == 2

    assert batch("--resume") == 0

    assert "3 done, 2 done before; " in capsys.readouterr().err
    assert ids() == ["s0", "s1", "s2", "s3", "s4"]
    assert len(endpoint.requests) == STORIES


def test_resume_begins_where_there_is_nothing_yet(endpoint, news):
    assert batch("--resume") == 0
    assert len(ids()) == STORIES


def test_a_failure_is_a_record_and_is_tried_again_when_asked(endpoint, news, capsys):
    endpoint.answer = failing(3)
    assert batch() == 1
    assert ids() == ["s0", "s1", "s2", "s4"]
    endpoint.answer = right()
    asked = len(endpoint.requests)

    assert batch("--resume") == 1
    assert len(endpoint.requests) == asked
    assert batch("--retry-failed") == 0

    assert len(endpoint.requests) == asked + 1
    assert ids() == ["s0", "s1", "s2", "s3", "s4"]
    assert "error" not in Path("out.jsonl").read_text(encoding="utf-8")


def test_an_input_without_articles_is_told(endpoint, news, tmp_path, capsys):
    (tmp_path / "empty").mkdir()

    assert main(["batch", "empty", "-o", "out.jsonl"]) == 0

    assert capsys.readouterr().err.startswith("No article found: give files")


@pytest.mark.parametrize(
    ("inputs", "named"),
    [(["nodir"], "'nodir'"), (["*.zzz"], "'*.zzz'"), (["a.txt", "no/**"], "'a.txt' or 'no/**'")],
)
def test_inputs_that_are_not_there_leave_no_output(inputs, named, news, capsys):
    assert main(["batch", *inputs, "-o", "out.jsonl", "--model", "none"]) == 2

    assert f"No file matches {named}." in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["news"]
    assert main(["batch", "news", "-o", "out.jsonl", "--model", "none"]) == 0


def test_what_failed_is_told_in_the_end(endpoint, news, capsys):
    endpoint.answer = failing(3)

    assert main(["batch", "news", "missing.txt", "none/*.txt", "-o", "out.jsonl"]) == 1

    told = capsys.readouterr().err.splitlines()
    assert told[-4].startswith("4 done, 1 failed, 2 unreadable; ")
    assert told[-3].startswith("  2 unreadable, such as: Cannot read 'missing.txt': ")
    assert told[-2].startswith("  1 bad_request, such as: ")
    assert told[-1] == "  --retry-failed tries them again."


def test_a_fault_that_all_would_meet_stops_the_run_and_marks_none(endpoint, news, capsys):
    endpoint.answer = lambda _: failure(401)

    assert batch() == 1

    assert "refused the key" in capsys.readouterr().err
    endpoint.answer = right()
    assert batch() == 0
    assert len(ids()) == STORIES


def test_what_cannot_be_read_is_a_record_once(endpoint, news, tmp_path, capsys):
    (tmp_path / "news/lines.jsonl").write_text(
        '{"id": "x", "text": "It snowed in Quillport."}\n{"no": 1}\n'
    )

    assert batch() == 1
    assert batch("--resume") == 1

    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == STORIES + 2
    assert "x" in ids()


def test_what_the_input_holds_twice_is_asked_about_once(endpoint, news, tmp_path, capsys):
    line = '{"id": "x", "text": "It snowed in Quillport."}\n'
    (tmp_path / "news/lines.jsonl").write_text(line + line)

    assert batch() == 0

    assert len(endpoint.requests) == STORIES + 1
    assert "1 repeated in the input" in capsys.readouterr().err


def test_max_tokens_stops_before_it_is_passed(endpoint, news, capsys):
    code = batch("--max-tokens", "20020", "--concurrency", "1")  # each article takes 10,010

    assert code == 3
    assert len(endpoint.requests) == 2
    assert "20,020 tokens" in capsys.readouterr().err


def test_max_tokens_holds_within_an_article(endpoint, news, capsys):
    code = batch("--max-tokens", "100", "--facets", "gist,quotes,figures", "--concurrency", "1")

    assert code == 3
    assert len(endpoint.requests) == 1
    assert ids() == []
    assert "stopped at the budget" in capsys.readouterr().err
    assert batch("--resume", "--facets", "gist,quotes,figures") == 0
    assert len(ids()) == STORIES


def test_requests_in_flight_are_all_that_passes_the_budget(endpoint, news, capsys):
    assert batch("--max-tokens", "100", "--concurrency", "3") == 3
    assert len(endpoint.requests) <= 3


def test_max_cost_counts_with_the_prices_given(endpoint, news, tmp_path, capsys):
    (tmp_path / "prices.toml").write_text(
        "['made-up-model']\ninput=1000\ncached=100\noutput=4000\n"
    )
    each = 9_960 * 0.001 + 40 * 0.0001 + 10 * 0.004

    code = batch("--max-cost", str(2.5 * each), "--prices", "prices.toml", "--concurrency", "1")

    assert code == 3
    assert f"${2 * each:.4f}" in capsys.readouterr().err
    assert len(endpoint.requests) == 2


def test_max_cost_without_a_price_is_an_error_before_anything_is_asked(endpoint, news, capsys):
    assert batch("--max-cost", "1") == 2

    assert "is not known" in capsys.readouterr().err
    assert endpoint.requests == []


@pytest.mark.parametrize("words", [["--limit", "0"], ["--max-cost", "-1"], ["--max-cost", "inf"]])
def test_limits_that_make_no_sense_are_errors_of_usage(words, endpoint, news, capsys):
    with pytest.raises(SystemExit, match="2"):
        batch(*words)


def test_a_cache_spares_the_articles_of_another_output(endpoint, news, capsys):
    batch("--cache", "results.db")
    Path("out.jsonl").rename("first.jsonl")
    asked = len(endpoint.requests)

    assert batch("--cache", "results.db") == 0

    assert len(endpoint.requests) == asked
    assert "5 done, 5 of them from the cache; " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["verify", "out.jsonl"], "4 of 4 summaries are valid.\n1 failed in their batch"),
        (["export", "out.jsonl", "--to", "csv"], "1 failed in their batch"),
        (["report", "out.jsonl", "--html", "page.html"], "1 failed in their batch"),
        (["diff", "out.jsonl", "out.jsonl"], "1 failed in their batch"),
    ],
)
def test_the_other_commands_read_the_records_and_count_the_failures(
    words, told, endpoint, news, capsys
):
    endpoint.answer = failing(3)
    batch()
    capsys.readouterr()

    assert main(words) == 0

    assert told in capsys.readouterr().err


class Terminal(StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self):
        return True


def test_a_terminal_shows_a_bar_and_what_is_left_in_the_end(endpoint, news, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr("sys.stderr", shown := Terminal())

    assert batch() == 0

    assert "\x1b[" in shown.getvalue()
    assert "━" in shown.getvalue()
    assert shown.getvalue().splitlines()[-1].endswith(" a minute; 50,050 tokens, cost unknown")


def test_lines_off_a_terminal_say_how_many_of_how_many(endpoint, news, monkeypatch, capsys):
    monkeypatch.setattr("summarizer.cli.progress.EVERY", 0)

    assert batch("--concurrency", "1") == 0

    lines = capsys.readouterr().err.splitlines()
    told = [line.partition(" done; ")[0] for line in lines]
    assert {"1 of 5: 1", "2 of 5: 2", "5 of 5: 5"} <= set(told)


@pytest.fixture
def permits():
    """How many requests the endpoint may answer yet."""
    held = threading.Semaphore(1)
    yield held
    held.release(STORIES)


@pytest.fixture
def started(endpoint, news, permits):
    """The command in a process of its own, when its first request has been answered."""
    answer = right()

    def held(request):
        permits.acquire()
        return answer(request)

    endpoint.answer = held
    words = ["batch", "news", "-o", "out.jsonl", "--strategy", "many", "--facets", "gist"]
    command = [sys.executable, "-m", "summarizer", *words, "--concurrency", "2"]
    with forked.Popen(command, stderr=forked.PIPE) as process:
        while len(endpoint.requests) < 2 or not Path("out.jsonl").stat().st_size:
            assert process.poll() is None
            time.sleep(0.01)
        yield process
        process.kill()


def interrupt(started, sent):
    """Send a signal, and wait until the command has told what it does now."""
    started.send_signal(sent)
    for line in started.stderr:
        if "Finishing the requests in flight" in line:
            return
    pytest.fail("It has not told that it finishes.")


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_finishes_what_is_in_flight(sent, started, endpoint, permits):
    interrupt(started, sent)
    permits.release(STORIES)

    assert started.wait(60) == 130
    assert 1 < len(ids()) == len(endpoint.requests) < STORIES
    assert batch("--resume") == 0
    assert len(endpoint.requests) == STORIES


@pytest.mark.parametrize("second", [signal.SIGINT, signal.SIGTERM])
def test_a_second_ctrl_c_stops_at_once(second, started):
    interrupt(started, signal.SIGINT)
    started.send_signal(second)

    assert started.wait(30) == 130  # although nothing is answered


BUSY = """
import sys
from summarizer import Copied, Facet, Item

class Place(Item):
    name: Copied

class Busy(Facet):
    def questions(self, document):
        print("busy", file=sys.stderr)
        while True:
            pass

busy = Busy("places", Place, "Where?")
"""


def test_a_second_ctrl_c_stops_at_once_while_code_is_reading(news, endpoint):
    Path("busy_places.py").write_text(BUSY, encoding="utf-8")
    words = ["batch", "news", "-o", "out.jsonl", "--facets", "busy_places:busy"]
    command = [sys.executable, "-m", "summarizer", *words, "--strategy", "many"]
    with forked.Popen(command, stderr=forked.PIPE) as process:
        assert "busy\n" in process.stderr
        interrupt(process, signal.SIGINT)
        process.send_signal(signal.SIGINT)

        assert process.wait(30) == 130
        assert process.stderr.read().endswith("summarizer: interrupted.\n")


def test_an_output_that_is_removed_stops_the_batch(started, endpoint, permits):
    Path("out.jsonl").unlink()
    permits.release()
    _, err = started.communicate(timeout=60)

    assert started.returncode == 2
    assert "'out.jsonl' was removed or replaced by another program" in err
    assert len(endpoint.requests) < STORIES
