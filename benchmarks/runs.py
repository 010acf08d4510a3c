"""Code that the runs of all systems share: arguments, gold, and output files that can be continued.

A run writes two JSON Lines files: predictions, as ``summarizer eval --predictions`` reads them, and
``NAME.costs.jsonl`` with the cost of each article. It uses the standard library only.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from meter import Meter, Tally

Prediction = dict[str, Any]
"""A summary, or a line with quotes or stances as ``summarizer eval --predictions`` reads them."""


@dataclass(frozen=True)
class Article:
    """An article of the gold, without its gold."""

    id: str
    text: str
    title: str | None = None


@dataclass(frozen=True)
class Endpoint:
    """The endpoint of the model."""

    base_url: str
    model: str
    key: str


Ask = Callable[[Article, Endpoint], Prediction]
"""A system: it reads an article and returns its prediction."""


def arguments(description: str | None) -> argparse.ArgumentParser:
    """Return the parser of a run; a system may add its own arguments."""
    parser = argparse.ArgumentParser(description=(description or "").partition("\n")[0])
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="FILE.jsonl")
    parser.add_argument("--limit", type=int, metavar="N", help="read the first N articles")
    add_endpoint(parser)
    parser.add_argument("--facets", choices=("all", "quotes", "stances"), default="all")
    return parser


def add_endpoint(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the endpoint; the variables of ``models serve`` are the defaults."""
    for name, variable in (("--base-url", "SUMMARIZER_BASE_URL"), ("--model", "SUMMARIZER_MODEL")):
        given = os.environ.get(variable)
        parser.add_argument(name, default=given, required=not given, help=f"or {variable}")


def key() -> str:
    """Return the endpoint's key from the environment."""
    return os.environ.get("SUMMARIZER_API_KEY") or "none"


def run(args: argparse.Namespace, ask: Ask) -> None:
    """Let a system read each article that has no prediction in the file yet."""
    articles = read_articles(args.gold)[: args.limit]
    done = {line.get("id") or line["article"]["id"] for line in lines_of(args.out)}
    with Meter(args.base_url) as meter:
        endpoint = Endpoint(meter.base_url, args.model, key())
        for number, article in enumerate(articles, 1):
            if article.id not in done:
                seconds = _one(args.out, article, endpoint, ask, meter)
                print(f"{number}/{len(articles)} {article.id} {seconds:.1f} s", file=sys.stderr)


def _one(out: Path, article: Article, endpoint: Endpoint, ask: Ask, meter: Meter) -> float:
    error = None
    began = time.perf_counter()
    try:
        prediction = ask(article, endpoint)
    except Exception as failure:  # a system may fail in any way, which is a result too
        tally = meter.take()
        if not tally.replies:  # the endpoint is gone, or the setup is wrong
            raise
        error = f"{type(failure).__name__}: {str(failure)[:300]}"
        prediction = {"id": article.id, "quotes": []}
    else:
        tally = meter.take()
    seconds = time.perf_counter() - began
    append(costs_of(out), _cost(article, tally, seconds, error))
    append(out, prediction)
    return seconds


def _cost(article: Article, tally: Tally, seconds: float, error: str | None) -> dict[str, Any]:
    counts = asdict(tally)
    del counts["answers"]
    return {"id": article.id, "seconds": round(seconds, 3), **counts, "error": error}


def read_articles(path: Path) -> list[Article]:
    """Read the articles of a gold file."""
    return [
        Article(line["id"], line["text"], line.get("title"))
        for line in map(json.loads, filter(None, path.read_text("utf-8").split("\n")))
    ]


def costs_of(out: Path) -> Path:
    """Return the file for the costs of a run."""
    return out.with_suffix(".costs.jsonl")


def append(path: Path, line: object) -> None:
    """Append a line to a JSON Lines file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def lines_of(path: Path) -> list[dict[str, Any]]:
    """Read a JSON Lines file, if it exists; remove an incomplete last line."""
    if not path.exists():
        return []
    data = path.read_bytes()
    whole = data.rfind(b"\n") + 1
    if whole < len(data):
        with path.open("r+b") as file:
            file.truncate(whole)
    return [json.loads(line) for line in data[:whole].decode().split("\n") if line]
