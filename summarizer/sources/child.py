"""Parse in a child process, which is ended when it takes too long or too much memory.

A parser may hang in C code, where no thread and no exception can stop it. So the parsers of HTML,
PDF, feeds and Markdown run in a process of their own. The kernel ends it after a number of seconds
of processor time; a timer in this process is the limit where the kernel has none. An idle child is
used again, so that a batch starts few.
"""

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import IO, cast

from summarizer.article import Article
from summarizer.errors import ArticleError, SummarizerError
from summarizer.sources.content import Content, Kind, collected, needing, readable

MAX_SECONDS = 5
"""Processor time for one source. A live blog of 20,000 elements takes 2 seconds."""
MAX_MEMORY = 500_000_000
"""Bytes of data that a child may allocate, where the system has such a limit."""
_WAIT = 60.0
"""Seconds after which a child is ended by this process, for example on a very busy machine."""
_CUT = -getattr(signal, "SIGPROF", 0)
"""The exit code of a child that the kernel ended for its time."""

_START = "import sys; sys.path[:] = {!r}; from summarizer.sources.child import serve; serve()"

Parsed = list[Article | SummarizerError]


def parsed(kind: Kind, content: Content) -> Parsed:
    """Parse content in a child process.

    Args:
        kind: Its kind: the module of ``summarizer.sources`` that reads it.
        content: The content.

    Returns:
        Its articles, and an error in the place of each that cannot be read. If parsing takes more
        than 5 seconds of processor time or 500 MB, the only item is an error that says so.
    """
    with readable(content.source), _child() as child:
        timer = threading.Timer(_WAIT, child.kill)
        timer.start()
        try:
            return _answer(child, kind, content)
        except (EOFError, OSError, pickle.UnpicklingError):
            late = not timer.is_alive()
            child.kill()
            return [_cut(content.source, late=child.wait() == _CUT or late)]
        finally:
            timer.cancel()


def serve() -> None:
    """Parse what comes on standard input until it ends; for the child."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a parser prints is no answer
    _limit_memory()
    with suppress(EOFError):
        while True:
            kind, content = pickle.load(requests)  # noqa: S301  from the process that started this
            answers.write(pickle.dumps(_parsed(kind, content)))
            answers.flush()


def _parsed(kind: Kind, content: Content) -> Parsed:
    try:
        with needing("pdf" if kind == "pdf" else "web"):
            reader = import_module(f"summarizer.sources.{kind}")
        with _limited_time():
            return list(collected(reader.read(content)))
    except SummarizerError as error:
        return [error]


def _answer(child: subprocess.Popen[bytes], kind: Kind, content: Content) -> Parsed:
    requests, answers = cast("IO[bytes]", child.stdin), cast("IO[bytes]", child.stdout)
    pickle.dump((kind, content), requests)
    requests.flush()
    answer: Parsed = pickle.load(answers)  # noqa: S301  from the child that this started
    return answer


def _cut(source: str, *, late: bool) -> ArticleError:
    reason = f"takes longer than {MAX_SECONDS} seconds" if late else "breaks its parser"
    return ArticleError(
        f"{source} cannot be read: it {reason}.",
        hint="Save the article's text in a .txt file and give that.",
    )


_idle: dict[int, list[subprocess.Popen[bytes]]] = {}
"""Children that wait, by the process that started them: a fork must not use those of its parent."""


@contextmanager
def _child() -> Iterator[subprocess.Popen[bytes]]:
    """Yield a child that is free; keep it for the next source unless it has ended."""
    idle = _idle.setdefault(os.getpid(), [])
    child = _first_alive(idle) or _started()
    try:
        yield child
    except BaseException:
        _end(child)  # its answer may still come
        raise
    if child.poll() is None:
        idle.append(child)
    else:
        _end(child)


def _first_alive(idle: list[subprocess.Popen[bytes]]) -> subprocess.Popen[bytes] | None:
    while True:
        try:
            child = idle.pop()
        except IndexError:  # also if another thread was faster
            return None
        if child.poll() is None:
            return child
        _end(child)


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  this Python
        [sys.executable, "-c", _START.format(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for this process
    )


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    for pipe in (child.stdin, child.stdout):
        with suppress(OSError):  # what it did not read is lost with it
            cast("IO[bytes]", pipe).close()
    child.wait()


@atexit.register
def _end_all() -> None:
    for child in _idle.pop(os.getpid(), []):
        _end(child)


@contextmanager
def _limited_time() -> Iterator[None]:
    """Let the kernel end this process if the block takes too much of its time."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, MAX_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _limit_memory() -> None:
    with suppress(ImportError, AttributeError, ValueError, OSError):
        import resource  # noqa: PLC0415  not on every system

        resource.setrlimit(resource.RLIMIT_DATA, (MAX_MEMORY, MAX_MEMORY))
