"""The command for many articles: one file of records, resumable."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.arguments import count, dollars
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
  summarizer batch news/ -o news.jsonl --resume          go on, also after a crash
  summarizer batch news/ -o news.jsonl --retry-failed    go on, and ask again about what failed
  summarizer batch 'news/**/*.html' feed.jsonl -o out.jsonl --max-cost 5
  zcat news.jsonl.gz | summarizer batch - -o out.jsonl --limit 100

One record an article, a summary as run --json prints it or {"article": …, "error": …}, is written
as soon as it comes. Beside OUT.jsonl stands OUT.manifest.json with the settings; a batch goes on
only with the same. An article is known by its id and its text; what the input holds twice is asked
about once. --limit, --max-tokens and --max-cost hold for one run; what is in flight is finished.

Ctrl-C finishes what is in flight, then stops; a second one stops at once.

exit codes: 0 all that were asked about have a summary, 1 some have none, 2 usage, 3 stopped by
--max-tokens or --max-cost, 130 interrupted
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "batch",
        help="summarise many articles into one file, resumable",
        description="Summarise many articles into one file of JSON Lines. What is in the file is "
        "never asked about again.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="files as run takes them, JSON Lines ({id, text, title, …}) among them; folders; "
        "patterns such as 'news/**/*.txt'; http(s) addresses; or -",
    )
    parser.add_argument(
        "-o", "--output", metavar="OUT.jsonl", type=Path, required=True, help="the file"
    )
    parser.add_argument("--resume", action="store_true", help="go on with a file that is there")
    parser.add_argument(
        "--retry-failed", action="store_true", help="go on, and ask again about what failed"
    )
    _add_limits(parser)
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch from private networks, too"
    )
    add_settings(parser)
    parser.set_defaults(run=run)


def _add_limits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", metavar="N", type=count, help="ask about at most N articles")
    parser.add_argument("--max-tokens", metavar="N", type=count, help="stop at N tokens")
    parser.add_argument("--max-cost", metavar="USD", type=dollars, help="stop at so many dollars")
    parser.add_argument(
        "--prices",
        metavar="FILE",
        type=Path,
        help='prices in TOML, in dollars a million tokens: ["MODEL"] input = …, output = …, '
        "cached = …",
    )
    parser.add_argument(
        "--concurrency", metavar="N", type=count, help="requests at once (default: 8)"
    )


def run(args: argparse.Namespace) -> int:
    """Summarise what has no record yet; return the exit code that the epilog tells."""
    from summarizer.batch.journal import Journal
    from summarizer.batch.resumable import Batch
    from summarizer.cli.interrupt import patient
    from summarizer.cli.progress import ProgressLine

    settings = settings_of(args)
    price = _price(args, settings)
    opened = Journal.open(args.output, settings, resume=args.resume, retry_failed=args.retry_failed)
    with opened as journal, patient() as stop, ProgressLine(_total(args)) as gauge:
        batch = Batch(journal, limits=_limits(args), price=price, stop=stop, report=gauge.show)
        batch.run(_articles(args), settings, concurrency=args.concurrency)
        return _code(batch.tally, journal.failures)


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
    """Count the articles where there is a bar to fill: it takes a look at every line."""
    from summarizer.batch.inputs import count

    return count(_sources(args)) if sys.stderr and sys.stderr.isatty() else None


def _sources(args: argparse.Namespace) -> "Iterator[str]":
    from summarizer.batch.inputs import sources
    from summarizer.batch.manifest import manifest_of

    return sources(args.inputs, without=(args.output, manifest_of(args.output)))


def _code(tally: "Tally", failures: int) -> int:
    codes = {"interrupted": 130, "budget": 3}
    return codes.get(tally.stopped or "", int(failures > 0))
