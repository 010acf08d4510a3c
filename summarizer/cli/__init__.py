"""The command line, one module for each command.

Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 some input
failed or summaries differ, 2 the command cannot be run as given, such as an unknown option or an
output that cannot be written, 3 stopped by a budget, 4 answers of a batch are to come, 130
interrupted, 141 the reader closed the pipe.
"""

import argparse
import atexit
import contextlib
import gc
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module

from summarizer import __version__
from summarizer.cli.arguments import Parser
from summarizer.cli.interrupt import INTERRUPTED, termination_as_interrupt
from summarizer.cli.logs import logging_on_stderr
from summarizer.cli.terminal import plain
from summarizer.errors import SettingsError, SummarizerError

COMMANDS = (
    *("run", "batch", "show", "report", "export", "outline", "explain", "verify", "diff"),
    *("config", "models", "prompts", "eval", "schema", "record"),
)
"""The modules of the commands, in the order of the help."""

COLLECTED = 200_000
"""Objects that are made before Python looks for garbage: more than the imports and an article."""

EPILOG = """\
examples:
  summarizer run article.txt            who said what, where they stand, which figures were given
  summarizer run --json *.txt           one JSON object a line
  summarizer batch news/ -o news.jsonl  many articles, resumable
  summarizer show news.jsonl            print what a batch or run --json has stored
  summarizer outline article.txt        what code finds without a model
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: The words after ``summarizer``. Default: those of the process.

    Returns:
        The exit code.
    """
    gc.set_threshold(COLLECTED)
    atexit.register(gc.freeze)  # else Python looks through all objects once more as it ends
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a stream may be replaced
    try:
        try:
            return _run(_parsed(arguments))
        finally:
            print(end="", flush=True)  # raises here, not at exit, if the pipe is closed
    except BrokenPipeError:  # a reader such as head has closed the pipe
        _let_go()
        return 141  # 128 + SIGPIPE, as in a shell
    except OSError as error:  # such as a full disk; what commands read and write raises our own
        _let_go()
        with contextlib.suppress(OSError):
            what = f"use {error.filename!r}" if error.filename else "write the output"
            problem = (error.strerror or str(error)).lower()
            complain(SummarizerError(f"Cannot {what}: {problem}."))
        return 2


def _let_go() -> None:
    """Let what is left of the output go nowhere: Python writes it as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Parse; without a command, print the help, and name an unknown option by its command."""
    words = sys.argv[1:] if arguments is None else arguments
    named = [command for command in COMMANDS if [command] == [*words[:1]]]
    parser, commands = parsers(named or COMMANDS)  # the others take a while
    args, unknown = parser.parse_known_args(words)
    if args.command is None:
        if unknown:
            parser.error(f"unrecognized arguments: {' '.join(unknown)}")
        parser.print_help(sys.stderr)
        raise SystemExit(2)
    if unknown:
        commands[args.command].unknown(unknown)
    return args


def _run(args: argparse.Namespace) -> int:
    try:
        with termination_as_interrupt(), logging_on_stderr(getattr(args, "verbose", 0)):
            return int(args.run(args))
    except SettingsError as error:
        complain(error)
        return 2
    except SummarizerError as error:
        complain(error)
        return 1
    except KeyboardInterrupt:
        print("summarizer: interrupted.", file=sys.stderr)
        return INTERRUPTED


def complain(error: SummarizerError) -> None:
    """Print an error and its hint to standard error, without control characters."""
    message = f"summarizer: {error} {error.hint}".rstrip()
    print("\n".join(map(plain, message.split("\n"))), file=sys.stderr)


def parsers(names: Iterable[str] = COMMANDS) -> tuple[Parser, dict[str, Parser]]:
    """Return the parser of the program, and those of some commands by name."""
    parser = Parser(
        prog="summarizer",
        description="Who said what, where they stand, and which figures were given in a news\n"
        "article, each tied to its exact place.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"summarizer {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name in names:
        import_module(f"summarizer.cli.{name}").add(commands)
    return parser, dict(commands.choices)
