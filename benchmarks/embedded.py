"""Measure the embedded model: a batch against single runs, and time against its limit.

    python benchmarks/embedded.py batch ARTICLE…     a batch, and as many single runs
    python benchmarks/embedded.py slots ARTICLE…     articles per hour, by number of slots
    python benchmarks/embedded.py again ARTICLE…     a first run and a second one
    python benchmarks/embedded.py limit ARTICLE…     time over what the engine's rates allow

ARTICLE is a source as for ``summarizer run``; the first --limit articles are read. Saved states of
earlier runs are not used. Other work slows the machine down, so what is compared is measured in
turns, and only the ratios count.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import mean, median
from unittest.mock import patch

from summarizer import Article, Settings, summarize, summarize_many
from summarizer.document.document import Document
from summarizer.facets import FACETS
from summarizer.llm import opening
from summarizer.llm.local import catalogue
from summarizer.llm.local.engine import Engine, engine_for
from summarizer.llm.profiles import find
from summarizer.prompting.chunks import Chunk
from summarizer.prompting.prompt import Prompt
from summarizer.prompting.templates import Templates
from summarizer.sources import read_each

PROFILES = Path(__file__).parents[1] / "seeds" / "profiles.toml"
"""The model is asked what it is asked about the seeds: its own profile leaves it little."""

SLOTS = (1, 2, 3, 4, 6)
WRITTEN = 48
"""Tokens to write when the speed of writing is measured."""


@contextmanager
def empty_cache() -> Iterator[Path]:
    """Give the library a cache folder with the weights, but without saved states."""
    models = catalogue.folder()
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "models").symlink_to(models)
        with patch.dict(os.environ, SUMMARIZER_CACHE=name):
            yield Path(name)


def timed(work: Callable[[], object]) -> float:
    """Return the wall time in seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def shell(*words: str | Path) -> tuple[float, bytes]:
    """Return the wall time of a command in seconds, and its output."""
    line = [sys.executable, "-m", "summarizer", *map(str, words)]
    began = time.perf_counter()
    done = subprocess.run(line, stdout=subprocess.PIPE, check=True)  # noqa: S603  our own
    return time.perf_counter() - began, done.stdout


def _options(settings: Settings) -> tuple[str, ...]:
    """Return the options of the command line that ask the same."""
    facets = ",".join(map(str, settings.facets))
    return ("--model", settings.model, "--facets", facets, "--profiles", str(PROFILES))


def batch(articles: Sequence[Article], settings: Settings) -> None:
    """Compare one batch with single runs, half of them before it and half of them after."""
    with empty_cache() as folder:
        news = folder / "news"
        news.mkdir()
        files = [news / f"{number}.txt" for number in range(len(articles))]
        for file, article in zip(files, articles, strict=True):
            file.write_text(article.text, encoding="utf-8")
        options = _options(settings)
        half = len(files) // 2
        single = sum(shell("run", "--json", *options, file)[0] for file in files[:half])
        together, _ = shell("batch", news, "-o", folder / "out.jsonl", *options)
        single += sum(shell("run", "--json", *options, file)[0] for file in files[half:])
    print(f"{len(files)} runs {single:.1f} s, one batch {together:.1f} s: {together / single:.2f}")


def slots(articles: Sequence[Article], settings: Settings) -> None:
    """Compare numbers of slots with a plain loop, in turns over the articles."""
    seconds: dict[str, float] = dict.fromkeys(["loop", *map(str, SLOTS)], 0.0)
    with empty_cache(), patch.object(opening, "SLOTS", max(SLOTS)):
        for name in [*seconds, *reversed(seconds)]:
            seconds[name] += timed(partial(_read, articles, settings, name))
    for name, spent in seconds.items():
        hourly = 2 * len(articles) / spent * 3600
        print(f"{name:>5}: {hourly:6.0f} articles an hour, {seconds['loop'] / spent:.2f}")


def _read(articles: Sequence[Article], settings: Settings, name: str) -> None:
    if name == "loop":
        for article in articles:
            summarize(article, settings=settings)
    else:
        list(summarize_many(articles, settings=settings, concurrency=int(name)))


def again(articles: Sequence[Article], settings: Settings) -> None:
    """Compare the second run on an article with the first, each in a new process."""
    options = _options(settings)
    with empty_cache() as folder:
        for article in articles:
            file = folder / "article.txt"
            file.write_text(article.text, encoding="utf-8")
            runs = [shell("run", "--json", *options, file) for _ in range(2)]
            used = [json.loads(output)["provenance"]["usage"] for _, output in runs]
            read = [each["prompt_tokens"] - each["cached_tokens"] for each in used]
            print(f"{article.id}: read {read[0]}, then {read[1]}; {runs[1][0] / runs[0][0]:.2f}")


@dataclass(frozen=True)
class Rates:
    """Tokens per second."""

    read: float
    written: float


def rates(engine: Engine, text: str) -> Rates:
    """Measure how fast an idle engine reads a new text, and then writes."""
    body = {
        "prompt": f"{time.time()} {text}",
        "n_predict": WRITTEN,
        "ignore_eos": True,
        "id_slot": 0,
    }
    timings = engine.call("/completion", body)["timings"]
    return Rates(timings["prompt_per_second"], timings["predicted_per_second"])


def limit(articles: Sequence[Article], settings: Settings) -> None:
    """Compare the time for an article with the least time possible.

    The least time reads each token of the article and the questions once, and writes each token of
    the answers, at the rates measured just before and just after.
    """
    over, known = [], []
    with empty_cache():
        engine = engine_for(settings.model, 0)
        if engine is None:
            raise AssertionError("no other process uses it")
        before = rates(engine, articles[0].text)
        for article in articles:
            summary = summarize(article, settings=settings)
            after = rates(engine, article.text)
            read = mean([before.read, after.read])
            written = mean([before.written, after.written])
            usage = summary.provenance.usage
            taken = usage.prompt_tokens - usage.cached_tokens
            once = usage.prompt_tokens - (usage.requests - 1) * beginning(engine, article)
            once = min(once, taken)  # questions may share their first words too
            least = once / read + usage.completion_tokens / written
            over.append(summary.provenance.seconds / least)
            known.append(taken / once)
            print(
                f"{article.id}: {summary.provenance.seconds:.1f} s, {usage.requests} questions, "
                f"read {once} at {read:.1f}/s, wrote {usage.completion_tokens} at {written:.1f}/s, "
                f"time over limit {over[-1]:.2f}",
                flush=True,
            )
            before = after
    print(f"median: time over limit {median(over):.2f}, tokens read over once {median(known):.2f}")


def beginning(engine: Engine, article: Article) -> int:
    """Return the tokens that all questions about an article share."""
    chunk = Chunk(Document.read(article))
    asked = FACETS["gist"].questions(chunk.document)[0]
    shared = Prompt(chunk, Templates()).beginning(asked)
    return len(engine.call("/tokenize", {"content": shared})["tokens"])


def main(words: Sequence[str] | None = None) -> None:
    """Run the chosen measurement."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    measures = {each.__name__: each for each in (batch, slots, again, limit)}
    parser.add_argument("measure", choices=measures)
    parser.add_argument("sources", nargs="+", metavar="ARTICLE")
    parser.add_argument("--limit", type=int, metavar="N")
    parser.add_argument("--facets", default="gist,actors,stances,quotes,statements,figures")
    parser.add_argument("--model", default="local")
    args = parser.parse_args(words)
    read = (each for each in read_each(args.sources) if isinstance(each, Article))
    profile, facets = find(args.model, PROFILES), args.facets.split(",")
    settings = Settings.of(environment={}, model=args.model, facets=facets, profile=profile)
    measures[args.measure](list(islice(read, args.limit)), settings)


if __name__ == "__main__":
    main()
