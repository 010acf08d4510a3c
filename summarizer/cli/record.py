"""The command that records the cassettes of seed articles again."""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.logs import add_verbose

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.evaluation.cases import Case
    from summarizer.schema import Summary
    from summarizer.settings import Settings

    Job = tuple[Article, Settings]
    Outcome = tuple[Summary | None, Summary]

FAILURES = "failures"

PROFILES = "profiles.toml"

EPILOG = """\
examples:
  summarizer record --dry-run             the requests, and what they would cost
  summarizer record                       every cassette, from the embedded model
  summarizer record putin-thanks-kim      the two cassettes of one article
  summarizer record failures              the failures of the embedded model's server
  summarizer record tests/test_mine.py    the cassettes of marked tests, by pytest
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "record",
        help="record the cassettes of tests again, from a live model",
        description="Record the requests and answers of a live model for each article of a\n"
        "folder, as cassettes that tests replay; and report what changes in the summaries.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help="name of an article, or a file of tests; default: all articles",
    )
    for folder, text in (
        ("seeds", "folder of articles (NAME.txt), their gold and profiles.toml, if there are"),
        ("cassettes", "folder of cassettes (NAME.STRATEGY.yaml)"),
    ):
        parser.add_argument(
            f"--{folder}",
            type=Path,
            default=Path(folder),
            metavar="DIR",
            help=f"{text} (default: {folder})",
        )
    parser.add_argument("--model", help="as for run")
    parser.add_argument("--base-url", metavar="URL", help="an OpenAI-compatible endpoint")
    parser.add_argument(
        "--strategy",
        choices=["one", "many", "both"],
        default="both",
        help="one form, many questions, or a cassette of each (default)",
    )
    add_verbose(parser)
    parser.add_argument("--dry-run", action="store_true", help="show the requests, send none")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Record each article, then report; an article that fails does not stop the others."""
    from summarizer.cli.run import settings_by
    from summarizer.errors import SettingsError

    tests = [name for name in args.names if name.partition("::")[0].endswith(".py")]
    if tests:
        failed = _record_tests(tests, args)
        args.names = [name for name in args.names if name not in tests]
        if failed or not args.names:
            return failed
    settings = settings_by({"model": args.model, "base_url": args.base_url})
    if settings.resolved_strategy == "none":
        raise SettingsError(
            "The model 'none' is asked nothing: there is nothing to record.",
            hint="Name another one with --model.",
        )
    jobs = list(_jobs(args, settings))
    if args.dry_run:
        _preview(jobs, settings)
        return 0
    outcomes: list[Outcome] = []
    try:
        for article, way in jobs:
            outcomes += _record(article, way, args.cassettes)
        if _wants_failures(args, settings):
            _record_failures(args.cassettes, settings)
    finally:  # also after Ctrl-C: the finished recordings are in place
        _report(outcomes, args.seeds)
    return int(len(outcomes) < len(jobs))


def _record_tests(tests: list[str], args: argparse.Namespace) -> int:
    """Let pytest record the cassettes of marked tests; their settings name the model."""
    how = "--collect-only" if args.dry_run else "--record-cassettes"
    given = {"SUMMARIZER_MODEL": args.model, "SUMMARIZER_BASE_URL": args.base_url}
    done = subprocess.run(  # noqa: S603  this Python
        [sys.executable, "-m", "pytest", "-m", "cassette", how, *tests],
        env=os.environ | {name: value for name, value in given.items() if value},
        check=False,
    )
    return int(done.returncode != 0)


def _jobs(args: argparse.Namespace, settings: "Settings") -> "Iterator[Job]":
    from summarizer.article import Article
    from summarizer.errors import SettingsError

    articles = {path.stem: path for path in sorted(args.seeds.glob("*.txt"))}
    unknown = set(args.names) - articles.keys() - {FAILURES}
    if unknown or not articles:
        there = f"Articles there: {', '.join(articles)}. " if articles else ""
        raise SettingsError(
            f"{str(args.seeds)!r} holds no article {', '.join(sorted(unknown))}".rstrip() + ".",
            hint=f"{there}Name a folder of NAME.txt with --seeds DIR.",
        )
    settings = _by_the_seeds(settings, args.seeds / PROFILES)
    for name in args.names or articles:
        for way in ("many", "one") if args.strategy == "both" else (args.strategy,):
            if name != FAILURES:
                yield Article.read(articles[name]), settings.model_copy(update={"strategy": way})


def _by_the_seeds(settings: "Settings", path: Path) -> "Settings":
    """Return the settings with the profile that the seeds have for the model, if they have one."""
    from summarizer.llm.profiles import find

    return settings.changed(profile=find(settings.model, path)) if path.exists() else settings


def _preview(jobs: "list[Job]", settings: "Settings") -> None:
    from summarizer.cassettes.preview import preview
    from summarizer.cli.terminal import plain

    total = [0, 0, 0]
    for article, way in jobs:
        print(f"{article.id} ({way.resolved_strategy})")
        for each in preview(article, way):
            asked = plain(each.question.rpartition("QUESTION\n")[2])
            print(f"  {each.key:8} about {each.tokens} tokens  {asked[:60]}")
            total = [sum(pair) for pair in zip(total, (1, each.tokens, each.answer), strict=True)]
    cost = _cost(settings, total)
    print(
        f"In all {total[0]} requests, about {total[1]} tokens, at most {total[2]} tokens of "
        f"answers; repairs come on top. Cost: {cost}."
    )


def _cost(settings: "Settings", total: "list[int]") -> str:
    from summarizer.llm.prices import price_of
    from summarizer.schema import Usage

    if settings.embedded:
        return "none, the model runs on this machine"
    price = price_of(settings.model, settings.base_url)
    spent = Usage(prompt_tokens=total[1], completion_tokens=total[2])
    return f"at most ${price.of(spent):,.2f}" if price else "unknown"


def _record(article: "Article", settings: "Settings", folder: Path) -> "Iterator[Outcome]":
    from summarizer.cassettes.rerecord import cassette_of, former, retake
    from summarizer.cli import complain
    from summarizer.cli.run import progress_on_stderr
    from summarizer.errors import SettingsError, SummarizerError

    path = cassette_of(article, settings, folder)
    old = former(article, path)
    try:
        with progress_on_stderr(article) as progress:
            new = retake(article, path, settings, progress)
    except SettingsError:
        raise
    except SummarizerError as error:
        print(f"{path} was not recorded.", file=sys.stderr)
        complain(error)
        return
    print(f"Recorded {path}.", file=sys.stderr)
    yield old, new


def _wants_failures(args: argparse.Namespace, settings: "Settings") -> bool:
    """Record failures if named, or if the folder exists and the model is embedded."""
    there = not args.names and (args.cassettes / FAILURES).is_dir()
    return FAILURES in args.names or (there and settings.embedded)


def _record_failures(folder: Path, settings: "Settings") -> None:
    from summarizer.cassettes.failures import record_failures

    record_failures(folder / FAILURES, settings.model)
    print(f"Recorded {folder / FAILURES}.", file=sys.stderr)


def _report(outcomes: "list[Outcome]", seeds: Path) -> None:
    from summarizer.cli.drift import drift

    cases = _cases(seeds)
    for old, new in outcomes:
        for line in drift(old, new, cases.get(new.article.id)):
            print(line)


def _cases(seeds: Path) -> "dict[str, Case]":
    from summarizer.evaluation.datasets import read_cases
    from summarizer.evaluation.gold import SUFFIX

    if not any(seeds.glob(f"*{SUFFIX}")):
        return {}
    return {case.article.id: case for case in read_cases([seeds])}
