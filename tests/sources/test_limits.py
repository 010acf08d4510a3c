"""Sources made to keep a parser busy: each ends in time, and so do those after it."""

import gc
import os
import re
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest
from test_pdf_files import by_hand, drawn

from summarizer.errors import ArticleError
from summarizer.sources import child, read, read_each
from summarizer.sources.content import Content

PAGE = b"<html><body><main><h1>Rain</h1><p>%s</p></main></body></html>"
LINKED = b"<html><script type='application/ld+json'>%s</script>"
SLOWER = {"emphasis": 10}
"""What the parser of Markdown reads in more than linear time; the limit of seconds holds for it."""

FLOOR = 0.0125
"""Seconds. What takes less is noise."""

HANGS = {
    "a.pdf": by_hand(drawn("It rained.", 72, 700) * 4000, pages=200),
    "a.html": b"<p " + b"".join(b"a%d=1 " % number for number in range(200_000)) + b">It rained.",
}

GROWING = {
    "spaces": ("html", lambda n: b"<html>" + b" " * n + PAGE),
    "spaces in a paragraph": ("html", lambda n: PAGE % (b"It" + b" " * n + b"rained.")),
    "declarations": ("html", lambda n: b"<?xml " * (n // 6) + PAGE),
    "quoted letters": ("html", lambda n: PAGE % (b"'a' " * (n // 4))),
    "unclosed quotations": ("html", lambda n: PAGE % (b"<q " * (n // 3))),
    "open tags": ("html", lambda n: PAGE % (b"<" * n)),
    "front matter": ("markdown", lambda n: b"---\r\n" + b"a:\r\n" * (n // 4)),
    "white front matter": ("markdown", lambda n: b"---\n" + b" \n" * (n // 2)),
    "rules": ("markdown", lambda n: b"---\n" * (n // 4)),
    "brackets": ("markdown", lambda n: b"[" * n + b"a"),
    "emphasis": ("markdown", lambda n: b"*a_ " * (n // 4)),
    "blocks of HTML": ("markdown", lambda n: b"<p>" + b"<" * n),
    "entries": ("feed", lambda n: b"<rss><channel>" + b"<item><title>x</title>" * (n // 22)),
    "an entry of tags": (
        "feed",
        lambda n: b"<rss><item><description>" + b"&lt;" * (n // 4) + b"</description></item></rss>",
    ),
    "depth": ("html", lambda n: PAGE % (b"<div>" * (n // 5))),
    "links": ("html", lambda n: PAGE % (b"<a href=x>a</a>" * (n // 15))),
    "one class of many": ("html", lambda n: PAGE % (b"<p class='" + b"a " * (n // 2) + b"'>")),
    "a title": ("html", lambda n: b"<html><title>" + b"a - " * (n // 4) + b"</title>" + PAGE),
    "an author": (
        "html",
        lambda n: b"<meta name=author content='" + b"by " * (n // 3) + b"'>" + PAGE,
    ),
    "data of a page": ("html", lambda n: LINKED % (b'{"name":"' * (n // 9)) + PAGE),
    "addresses": ("markdown", lambda n: b"[a](" * (n // 4)),
    "named addresses": ("markdown", lambda n: b"[a]: x\n" * (n // 7)),
    "comments": ("markdown", lambda n: b"a <!-- " * (n // 7)),
    "tags": ("markdown", lambda n: b"a <a " * (n // 5)),
    "items in items": ("feed", lambda n: b"<rss><channel>" + b"<item>" * (n // 6)),
    "a date": ("feed", lambda n: b"<rss><item><title>a</title><pubDate>" + b"1 " * (n // 2)),
    "ampersands": ("feed", lambda n: b"<rss><item><title>" + b"&" * n),
    "an author of signs": (
        "feed",
        lambda n: b"<rss><item><title>a</title><author>" + b"a@" * (n // 2),
    ),
    "white records": ("jsonl", lambda n: b" " * n + b"[" + b" " * n),
}


@pytest.fixture
def one_second(monkeypatch):
    """Let the kernel end a child after one second, so that a test need not spend five."""
    begin, _, served = child._START.rpartition("; ")
    shorter = "from summarizer.sources import child; child.MAX_SECONDS = 1"
    monkeypatch.setattr(child, "_START", f"{begin}; {shorter}; {served}")
    child._end_all()
    yield
    child._end_all()


@pytest.mark.parametrize("name", HANGS)
def test_a_source_that_keeps_its_parser_busy_is_ended(tmp_path, one_second, name):
    hostile, rain = tmp_path / name, tmp_path / "rain.md"
    hostile.write_bytes(HANGS[name])
    rain.write_text("It rained.", encoding="utf-8")

    begun = time.monotonic()
    ended, article = read_each([str(hostile), str(rain)])

    assert f"{hostile} cannot be read: it takes longer than 5 seconds" in str(ended)
    assert ended.hint
    assert article.text == "It rained."
    assert time.monotonic() - begun < child._WAIT


@pytest.mark.parametrize("case", GROWING)
def test_time_grows_no_faster_than_the_source(case):
    kind, made = GROWING[case]

    def seconds(size: int) -> float:
        data = made(size)
        gc.disable()  # it looks through what other tests left, the more the longer this takes
        begun = time.process_time()
        try:
            _read(kind, data)
            return time.process_time() - begun
        finally:
            gc.enable()

    _read(kind, made(100))  # imports, and fills caches
    times = SLOWER.get(case, 5)

    def linear() -> bool:
        large = seconds(40_000)
        return large <= times * FLOOR or large <= times * min(seconds(10_000) for _ in range(3))

    # 4 times is linear, 16 quadratic; a machine that does something else as well has nine tries.
    assert any(linear() for _ in range(9))


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
@pytest.mark.parametrize("case", [case for case, (kind, _) in GROWING.items() if kind != "jsonl"])
def test_a_megabyte_takes_no_more_than_five_seconds_and_500_mb(case):
    kind, made = GROWING[case]
    child._end_all()
    child.parsed(kind, Content(made(100), "a"))  # imports
    (busy,) = child._idle[os.getpid()]
    begun = _used(busy.pid)

    (found, *_) = child.parsed(kind, Content(made(1_000_000), "a"))

    if busy.poll() is not None:
        assert "takes longer than 5 seconds" in str(found)
        return
    assert _used(busy.pid) - begun <= child.MAX_SECONDS
    assert _peak(busy.pid) < 500


def _used(pid: int) -> float:
    """Return the processor time of a process, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak(pid: int) -> float:
    """Return the most memory that a process has used, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1000


def _read(kind: str, data: bytes) -> None:
    reader = import_module(f"summarizer.sources.{kind}")
    given = (data.splitlines(), "a") if kind == "jsonl" else (Content(data, "a"),)
    try:
        list(reader.read(*given))
    except ArticleError:
        return  # in time


def test_a_child_that_died_while_idle_is_replaced(tmp_path):
    (tmp_path / "a.md").write_text("It rained.", encoding="utf-8")
    for _ in range(2):
        (article,) = read(str(tmp_path / "a.md"))
        for idle in [each for children in child._idle.values() for each in children]:
            idle.kill()
            idle.wait()
        assert article.text == "It rained."


def test_no_child_outlives_its_parent(tmp_path):
    (tmp_path / "a.md").write_text("It rained.", encoding="utf-8")
    code = (
        "import os, sys; from summarizer.sources import child, read; list(read(sys.argv[1]))\n"
        "print(child._idle[os.getpid()][0].pid)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, tmp_path / "a.md"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stderr == ""
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), 0)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on data, and /proc")
def test_a_page_that_needs_much_memory_gets_no_more_than_the_limit(tmp_path):
    page = tmp_path / "a.html"
    page.write_bytes(PAGE % (b"<br>" * 4_900_000))

    with pytest.raises(ArticleError):
        list(read(str(page)))

    (busy,) = child._idle[os.getpid()]
    assert _peak(busy.pid) < 560  # without a limit: 700
