"""The parser of a command, which suggests what a mistyped word may mean, and types of arguments."""

import argparse
import json
import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from typing import NoReturn

from summarizer.errors import nearest

_CHOICE = re.compile(r"invalid choice: '?(?P<word>[^']*?)'? \(choose from (?P<known>.*)\)")


class Parser(ArgumentParser):
    """A parser of argparse whose errors are short and name the nearest option or choice."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is, and leave with exit code 2."""
        if found := _CHOICE.search(message):
            known = (each.strip("'\" ") for each in found["known"].split(","))
            message = f"{message}. {nearest(found['word'], known)}".rstrip()
        stop = "" if message.endswith((".", "?")) else "."
        self.exit(2, f"{self.prog}: {message}{stop}\nSee: {self.prog} --help\n")

    def unknown(self, words: Sequence[str]) -> NoReturn:
        """Say that words are not arguments of the command; see :meth:`error`."""
        known = re.findall(r"--[a-z-]+", self.format_help())
        near = (nearest(word.partition("=")[0], known) for word in words if word.startswith("-"))
        said = f"unrecognized arguments: {' '.join(words)}. {''.join(near)}"
        self.error(said.rstrip(". "))


def count(text: str) -> int:
    """Return a number of 1 or more.

    Raises:
        ArgumentTypeError: It is not one.
    """
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a number of 1 or more")
    return int(text)


def dollars(text: str) -> float:
    """Return an amount above zero.

    Raises:
        ArgumentTypeError: It is not one.
    """
    try:
        amount = float(text)
    except ValueError:
        amount = 0
    if not 0 < amount < float("inf"):
        raise ArgumentTypeError(f"{text!r} is not an amount, such as 2.50")
    return amount


def port(text: str) -> int:
    """Return a port number; 0 means any free port.

    Raises:
        ArgumentTypeError: It is not one.
    """
    if not text.isdecimal() or int(text) > 65535:
        raise ArgumentTypeError(f"{text!r} is not a port from 0 to 65535")
    return int(text)


def header(text: str) -> tuple[str, str]:
    """Return the name and the value of a header.

    Raises:
        ArgumentTypeError: It is none. It is not shown, because it may hold a key.
    """
    name, colon, value = text.partition(":")
    if not colon or not name.strip():
        raise ArgumentTypeError("a header is written 'NAME: VALUE'")
    return name.strip(), value.strip()


def fields(text: str) -> dict[str, object]:
    """Return the fields of a JSON object.

    Raises:
        ArgumentTypeError: It is none. It is not shown, because it may hold a key.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise ArgumentTypeError('it is not a JSON object, such as {"top_p": 0.9}')
    return found


def add_min_certainty(parser: "argparse._ActionsContainer") -> None:
    """Add the option that leaves out what is less sure, to a parser or a group of options."""
    parser.add_argument(
        "--min-certainty",
        choices=["explicit", "inferred"],
        help="inferred: leave out guesses; explicit: leave out all that the article does not say "
        "itself; what is left out is listed with the reason",
    )
