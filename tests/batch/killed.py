"""Runs the command in a process that kills itself at a step, or that the server kills."""

import os
import signal
import sys

from summarizer.batch.journal import Journal
from summarizer.batch.requests import Requests
from summarizer.cli import main

OWNERS = {"add": Journal}
"""The classes of the steps that are not methods of Requests."""


def run(words, folder, environment, step, go):
    """Run the command.

    Args:
        words: Its words.
        folder: Where it runs.
        environment: What is set.
        step: Name of a method, and whether the process dies before or after it; or None.
        go: Set as soon as it may begin.
    """
    os.chdir(folder)
    os.environ.update(environment)
    sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115  it ends with the process
    if step:
        _kill_at(*step)
    go.wait(20)
    os._exit(main(words))


def _kill_at(name, when):
    owner = OWNERS.get(name, Requests)
    method = getattr(owner, name)

    def killing(*given):
        if when == "after":
            method(*given)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, killing)
