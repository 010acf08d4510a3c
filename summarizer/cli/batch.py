"""The command that summarises many articles into one file, resumable."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.arguments import count, dollars
from summarizer.cli.logs import add_verbose
from summarizer.cli.run import add_settings, settings_of

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.batch.tally import Limits, Tally
    from summarizer.errors import SummarizerError
    from summarizer.llm.prices import Price
    from summarizer.settings import Settings

EPILOG = """\
examples:
  summarizer batch news/ -o news.jsonl                   every article of a folder
  summarizer batch news/ -o news.jsonl --resume          continue, also after a crash
  summarizer batch news/ -o news.jsonl --retry-failed    continue, and retry what failed
  summarizer batch 'news/**/*.html' feed.jsonl -o out.jsonl --max-cost 5
  zcat news.jsonl.gz | summarizer batch - -o out.jsonl --limit 100
  summarizer batch news/ -o news.jsonl --submit          ask by the endpoint's batch API
  summarizer batch news/ -o news.jsonl --collect         take its answers, within a day

Each article has one record, a summary as run --json prints it or {"article": …, "error": …}, which
is written at once. OUT.manifest.json, beside OUT.jsonl, has the settings; a batch resumes only with
the same ones. Id and text identify an article, and repetitions are skipped. --limit, --max-tokens
and --max-cost apply to one run; requests in flight are finished.

--submit sends what is asked to the endpoint's batch API (/v1/files and /v1/batches), which takes up
to a day and half the price, and ends. The first article is asked at once, so that a wrong key or a
refused parameter shows now. --collect, with the same inputs, takes the answers that are there and
writes the records; what fails a check is asked again at once. Both continue the file, and can be
repeated at any time; what a batch has not answered is in the next --submit. With --batches-only
nothing is asked at once. OUT.requests.sqlite has the questions and answers until all is recorded.

Ctrl-C finishes the requests in flight, then stops; a second one stops at once.

exit codes: 0 no article in the file failed, 1 some did, 2 usage, 3 stopped by --max-tokens or
--max-cost, 4 --collect left articles without answers, 130 interrupted
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "batch",
        help="summarise many articles into one file, resumable",
        description="Summarise many articles into one JSON Lines file. An article that has a\n"
        "record in the file is not summarised again.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="files as for run, including JSON Lines ({id, text, title, …}); folders; patterns "
        "such as 'news/**/*.txt'; http(s) URLs; or -",
    )
    parser.add_argument(
        "-o", "--output", metavar="OUT.jsonl", type=Path, required=True, help="the file of records"
    )
    parser.add_argument("--resume", action="store_true", help="continue an existing file")
    parser.add_argument(
        "--retry-failed", action="store_true", help="continue it, and retry what failed"
    )
    _add_remote(parser)
    _add_limits(parser)
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch from private networks, too"
    )
    add_verbose(parser)
    add_settings(parser)
    parser.set_defaults(run=run)


def _add_remote(parser: argparse.ArgumentParser) -> None:
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--submit", action="store_true", help="ask by the endpoint's batch API")
    either.add_argument("--collect", action="store_true", help="take the answers of the batch API")
    parser.add_argument(
        "--batches-only",
        action="store_true",
        help="with --submit or --collect: ask nothing at once, also no first article or repair",
    )


def _add_limits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", metavar="N", type=count, help="summarise at most N articles")
    parser.add_argument("--max-tokens", metavar="N", type=count, help="stop at N tokens")
    parser.add_argument("--max-cost", metavar="USD", type=dollars, help="stop at this cost")
    parser.add_argument(
        "--prices",
        metavar="FILE",
        type=Path,
        help='prices in TOML, in US dollars per million tokens: ["MODEL"] input = …, output = …, '
        "cached = …",
    )
    parser.add_argument(
        "--concurrency", metavar="N", type=count, help="requests at once (default: 8)"
    )
    parser.add_argument(
        "--processes",
        metavar="N",
        type=count,
        help="processes that read articles at once, without an endpoint (default: this one alone)",
    )


def run(args: argparse.Namespace) -> int:
    """Summarise the articles without a record; return an exit code as in the epilog."""
    from summarizer.batch.inputs import require_one
    from summarizer.batch.journal import Journal
    from summarizer.batch.resumable import Batch
    from summarizer.cli.interrupt import graceful_interrupt
    from summarizer.cli.progress import ProgressLine
    from summarizer.errors import SettingsError

    require_one(args.inputs)
    settings = settings_of(args)
    if args.submit or args.collect:
        return _run_remotely(args, settings)
    if args.batches_only:
        raise SettingsError(
            "--batches-only goes with --submit or --collect.",
            hint="Add one of them, or leave it out.",
        )
    price = _price(args, settings)
    opened = Journal.open(args.output, settings, resume=args.resume, retry_failed=args.retry_failed)
    with opened as journal, graceful_interrupt() as stop, ProgressLine(_total(args)) as progress:
        batch = Batch(
            journal,
            limits=_limits(args),
            price=price,
            stop=stop,
            report=progress.show,
            processes=args.processes,
        )
        batch.run(_articles(args), settings, concurrency=args.concurrency)
        return _code(batch.tally, journal.failures)


def _run_remotely(args: argparse.Namespace, settings: "Settings") -> int:
    """Submit or collect; see :mod:`summarizer.batch.remote`."""
    from summarizer.batch.journal import Journal
    from summarizer.batch.remote import RemoteBatch, receive, send
    from summarizer.batch.requests import Requests
    from summarizer.cli.interrupt import graceful_interrupt
    from summarizer.cli.progress import ProgressLine

    _check_remote(args, settings)
    price = _price(args, settings)
    opened = Journal.open(args.output, settings, resume=True, retry_failed=args.retry_failed)
    with opened as journal, Requests.open(args.output) as requests, graceful_interrupt() as stop:
        if args.collect:
            receive(requests, settings, _say)
        with ProgressLine(_total(args)) as progress:
            batch = RemoteBatch(
                journal,
                requests,
                submits=args.submit,
                batches_only=args.batches_only,
                limits=_limits(args),
                price=price,
                stop=stop,
                report=progress.show,
            )
            tally = batch.run(_articles(args), settings, concurrency=args.concurrency)
        if args.submit and tally.stopped != "interrupted":
            send(requests, settings, _say)
        left = args.collect and tally.waiting + tally.unasked > 0
        return _code(tally, journal.failures) or 4 * left


def _check_remote(args: argparse.Namespace, settings: "Settings") -> None:
    from summarizer.errors import SettingsError

    if settings.base_url is None:
        raise SettingsError(
            f"The model {settings.model!r} has no batch API.",
            hint="Name a model at an endpoint with --model and --base-url.",
        )
    if args.max_tokens or args.max_cost:
        raise SettingsError(
            "--max-tokens and --max-cost cannot hold for the batch API: its answers are paid for "
            "before they are counted.",
            hint="Use --limit.",
        )
    if args.processes:
        from summarizer.batch.processes import require_no_endpoint

        require_no_endpoint(settings)


def _say(sentence: str) -> None:
    from summarizer.cli.terminal import plain

    print(plain(sentence), file=sys.stderr)


def _price(args: argparse.Namespace, settings: "Settings") -> "Price | None":
    from summarizer.errors import SettingsError
    from summarizer.llm.prices import price_of

    price = price_of(settings.model, settings.base_url, args.prices)
    if args.max_cost is not None and price is None:
        raise SettingsError(
            f"--max-cost cannot hold: the price of {settings.model!r} at {settings.base_url} is "
            "not known.",
            hint="Give it with --prices, or use --max-tokens.",
        )
    return price


def _limits(args: argparse.Namespace) -> "Limits":
    from summarizer.batch.tally import Limits

    return Limits(args.limit, args.max_tokens, args.max_cost)


def _articles(args: argparse.Namespace) -> "Iterator[Article | SummarizerError]":
    from summarizer.sources import read_each

    return read_each(_sources(args), allow_private=args.allow_private)


def _total(args: argparse.Namespace) -> int | None:
    """Count the articles, where that takes no reading of them: for the progress."""
    from summarizer.batch.inputs import count

    return count(_sources(args))


def _sources(args: argparse.Namespace) -> "Iterator[str]":
    from summarizer.batch.inputs import sources
    from summarizer.batch.manifest import manifest_of
    from summarizer.batch.requests import requests_of

    ours = (args.output, manifest_of(args.output), requests_of(args.output))
    return sources(args.inputs, without=ours)


def _code(tally: "Tally", failures: int) -> int:
    codes = {"interrupted": 130, "budget": 3}
    return codes.get(tally.stopped or "", int(failures > 0))
