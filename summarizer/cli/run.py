"""The main command: summarise articles."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.cli.arguments import add_min_certainty, fields, header
from summarizer.cli.logs import add_verbose
from summarizer.cli.show import print_text
from summarizer.cli.terminal import print_pieces
from summarizer.errors import SettingsError, SummarizerError

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.prompting.asker import Progress
    from summarizer.schema import Summary
    from summarizer.settings import Settings

EPILOG = """\
examples:
  summarizer run article.txt
  cat article.txt | summarizer run --json - | jq '.quotes[] | {speaker_name, spans}'
  summarizer run --model gpt-4.1-mini --base-url https://api.openai.com/v1 article.txt
  summarizer run --model none article.txt

The key of an endpoint is read from SUMMARIZER_API_KEY, for OpenAI's own address also from
OPENAI_API_KEY. To set options for good, see: summarizer config --help
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "run",
        help="summarise articles: gist, actors, stances, quotes, statements, figures",
        description="Summarise articles. The embedded model runs on this machine, and is fetched\n"
        "when code leaves it a question; nothing is sent anywhere unless --base-url\n"
        "names an endpoint.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="text, Markdown, HTML, PDF, a feed, JSON Lines, an http(s) address, or -",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument(
        "--html", metavar="FILE", type=Path, help="write an HTML page instead of printing text"
    )
    parser.add_argument("--title", help="the title of the page; default: its article's, if one")
    add_verbose(
        parser, "say of each item who decided it, a rule or the model, and how sure that is; "
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch from private networks, too"
    )
    add_settings(parser)
    parser.set_defaults(run=run)


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Add the options that make up the settings, under a heading of their own."""
    group = parser.add_argument_group("how articles are asked about")
    _add_model(group)
    group.add_argument(
        "--facets",
        metavar="LIST",
        help="what to find, separated by commas: gist, actors, stances, quotes, statements, "
        "figures (default: these six), a facet of an installed package, or module:attribute",
    )
    group.add_argument(
        "--strategy",
        choices=["one", "many"],
        help="ask the model in one form or in many short questions; default: many for an "
        "embedded model, one for an endpoint",
    )
    group.add_argument(
        "--gist",
        dest="gist_mode",
        choices=["copy", "write"],
        help="copy sentences of the article, or let the model write; default: copy with an "
        "embedded model or none, write with an endpoint",
    )
    add_min_certainty(group)
    group.add_argument(
        "--profiles",
        metavar="FILE",
        type=Path,
        help="a TOML file that says what models are good at",
    )
    group.add_argument(
        "--prompts", metavar="DIR", help="a folder of prompt templates that replace ours"
    )
    group.add_argument(
        "--cache",
        metavar="FILE",
        help="a file that keeps summaries, so that no article is asked about twice",
    )


def _add_model(group: "argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--model",
        help="local (default), local:NAME, gguf:PATH or hf:ORG/REPO[:QUANT]: on this machine; a "
        "name of the endpoint; or none: code alone",
    )
    group.add_argument(
        "--base-url", metavar="URL", help="the address of an OpenAI-compatible endpoint"
    )
    group.add_argument(
        "--header",
        metavar="'NAME: VALUE'",
        type=header,
        action="append",
        help="send this header to the endpoint; may be repeated",
    )
    group.add_argument(
        "--extra-body",
        metavar="JSON",
        type=fields,
        help="send these fields in every request to the endpoint, as in '{\"top_p\": 0.9}'",
    )
    group.add_argument(
        "--reasoning-effort",
        metavar="EFFORT",
        help="how hard a reasoning model at the endpoint should think: none, minimal, low, medium, "
        "high, xhigh or max; default: its own choice",
    )


def option(setting: str) -> str:
    """Return the option that gives a setting.

    Example:
        >>> option("gist_mode"), option("base_url")
        ('--gist', '--base-url')
    """
    named = {"extra_headers": "header"}.get(setting, setting.removesuffix("_mode"))
    return f"--{named.replace('_', '-')}"


def settings_of(args: argparse.Namespace) -> "Settings":
    """Return the settings that the options of :func:`add_settings` name.

    Raises:
        SettingsError: One of them cannot work.
    """
    from summarizer.llm.profiles import find

    settings = settings_by(given_by(args))
    if not args.profiles:
        return settings
    return settings.changed(profile=find(settings.model, args.profiles))


def settings_by(given: "dict[str, Any]") -> "Settings":
    """Return the settings with these values; say so if it is a file that names the endpoint.

    Raises:
        SettingsError: One of them cannot work.
    """
    from summarizer.settings import Settings
    from summarizer.settings.sources import FILES, gather

    given = {name: value for name, value in given.items() if value is not None}
    settings = Settings.of(**given)
    address = gather(Settings, given).get("base_url") if settings.base_url else None
    if address and address.source in FILES:  # the folder may be another's
        print(f"Articles go to {settings.base_url}, by {address.source}.", file=sys.stderr)
    return settings


def given_by(args: argparse.Namespace) -> "dict[str, Any]":
    """Return the settings that the options of :func:`add_settings` give.

    Raises:
        SettingsError: A facet is not known.
    """
    given = {
        "model": args.model,
        "base_url": args.base_url,
        "extra_headers": dict(args.header) if args.header else None,
        "extra_body": args.extra_body,
        "facets": _facets(_words(args.facets)) if args.facets is not None else None,
        "strategy": args.strategy,
        "reasoning_effort": args.reasoning_effort,
        "gist_mode": args.gist_mode,
        "min_certainty": args.min_certainty,
        "prompts": args.prompts,
        "cache": args.cache,
    }
    return {name: value for name, value in given.items() if value is not None}


def _facets(names: list[str]) -> "Sequence[Any]":
    from summarizer.settings import FACETS

    if set(names) <= set(FACETS):
        return names
    from summarizer.facets.custom.installed import resolved  # takes a while

    return resolved(names)


def _words(listed: str) -> list[str]:
    return [word.strip() for word in listed.split(",") if word.strip()]


def run(args: argparse.Namespace) -> int:
    """Summarise each article in turn; a failing one is reported and the next one taken."""
    settings = settings_of(args)
    if args.title and not args.html:
        raise SettingsError("--title is the title of a page.", hint="Name the page with --html.")
    if args.html:
        from summarizer.report import check

        check(args.html)  # not after an hour of work
    done: list[Summary] = []
    try:
        failed = _run_each(args, settings, done)
    finally:
        if args.html and done:  # nor is the hour lost where it is interrupted
            from summarizer.report import save

            save(done, args.html, title=args.title)
    return int(failed > 0)


def _run_each(args: argparse.Namespace, settings: "Settings", done: "list[Summary]") -> int:
    """Print the summary of each article, add it to those done, and return how many failed."""
    from summarizer.cli import complain
    from summarizer.sources import read_each

    failed = 0
    for article in read_each(args.files, allow_private=args.allow_private):
        if isinstance(article, SummarizerError):
            complain(article)
            failed += 1
            continue
        try:
            summary = _summarized(article, settings)
        except SettingsError:
            raise
        except SummarizerError as error:
            complain(error)
            failed += 1
            if error.fatal:  # the next one would meet it as well
                break
            continue
        done.append(summary)
        if args.json or not args.html:
            _print(summary, as_json=args.json, verbose=bool(args.verbose))
    return failed


def _summarized(article: "Article", settings: "Settings") -> "Summary":
    from summarizer.session import summarize

    with progress_on_stderr(article) as progress:
        return summarize(article, settings=settings, progress=progress)


def _print(summary: "Summary", *, as_json: bool, verbose: bool) -> None:
    if as_json:
        print_pieces([f"{summary.model_dump_json()}\n"])
    else:
        print_text(summary, verbose=verbose)


@contextmanager
def progress_on_stderr(article: "Article") -> "Iterator[Progress | None]":
    """Show on standard error, where it is a terminal, how many questions are answered."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from summarizer.cli.terminal import plain

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("questions"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(plain(article.title or article.id)[:40], total=None)

        def progress(answered: int, asked: int) -> None:
            bar.update(task, completed=answered, total=asked)

        yield progress
