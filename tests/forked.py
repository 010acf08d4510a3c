"""Processes that start at once: each is forked from one that has loaded the library.

A command with a client takes a second of processor time to start, a fork of a process that has
loaded it next to none. What is loaded, and how a process ends, has to be tested with a real one.
"""

import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Self

import pytest

PIPE, DEVNULL, TimeoutExpired = subprocess.PIPE, subprocess.DEVNULL, subprocess.TimeoutExpired

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["loaded"])


def start(function: Any, *given: Any) -> Any:
    """Call a function in a process of its own, and return the process.

    The server of the forks begins with the first, and finds there what it loads.
    """
    process = FORKS.Process(target=function, args=given)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        process.start()
    return process


class Popen:
    """Stands in for ``subprocess.Popen``, where the command is one of Python, and prints little.

    Args:
        command: The interpreter, and the words after it: ``-m MODULE …`` or ``-c CODE …``.
        env: The environment. Default: that of this process.
        stdout: PIPE, or nothing is kept.
        stderr: PIPE, or nothing is kept.
        text: What is printed is read as text.
    """

    def __init__(
        self, command: list[Any], *, env=None, stdout=DEVNULL, stderr=DEVNULL, text=True
    ) -> None:
        assert command[0] == sys.executable
        assert text
        self._command = command
        self.stdout, out = _opened(stdout)
        self.stderr, err = _opened(stderr)
        words = list(map(str, command[1:]))
        self._process = start(_run, words, Path.cwd(), dict(env or os.environ), out, err)
        out.close()
        err.close()
        self.pid = self._process.pid

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    poll = returncode.fget

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self.returncode is None:
            self.kill()
            raise TimeoutExpired(self._command, timeout)
        return self.returncode

    def communicate(self, timeout: float | None = None) -> tuple[str | None, str | None]:
        self.wait(timeout)
        return tuple(pipe and pipe.read() for pipe in (self.stdout, self.stderr))

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.wait()
        for pipe in filter(None, (self.stdout, self.stderr)):
            pipe.close()


def run(command: list[Any], *, capture_output=False, check=False, **given: Any) -> Any:
    """Stand in for ``subprocess.run``."""
    pipes = {"stdout": PIPE, "stderr": PIPE} if capture_output else {}
    with Popen(command, **given, **pipes) as process:
        out, err = process.communicate()
    done = subprocess.CompletedProcess(command, process.returncode, out, err)
    if check:
        done.check_returncode()
    return done


def _opened(where: int) -> tuple[Any, Connection]:
    """Return what is read of a stream, and where it goes."""
    if where == DEVNULL:
        return None, Connection(os.open(os.devnull, os.O_WRONLY), readable=False)
    read, write = os.pipe()
    return open(read, encoding="utf-8"), Connection(write, readable=False)  # noqa: PTH123


def _run(words, folder, environment, out, err) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115  it ends with the process
    sys.stderr = open(2, "w", buffering=1, closefd=False)  # noqa: SIM115
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
    how, what, *sys.argv[1:] = words
    if how == "-m":
        runpy.run_module(what, run_name="__main__", alter_sys=True)
    else:
        exec(what, {"__name__": "__main__"})
