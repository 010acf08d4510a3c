"""Measure how fast code reads a text: news by step, one long text, and hostile texts.

    python benchmarks/outline.py [FOLDER] [--size 200000] [--repeats 5]

FOLDER has articles as .txt files (default: the seeds). Speeds are in millions of characters per
second of CPU time on one core, the best of the repeats.
"""

import argparse
import random
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from time import process_time

from summarizer import Article
from summarizer.document.document import Document
from summarizer.document.outline import outline

SEEDS = Path(__file__).parents[1] / "seeds"
ENGLISH = "The mayor said of the plan that it was for the town. " * 20
"""Comes before each hostile text, so that the rules for English apply to it."""

MARKS = ["'", '"', *"“”‘’„«»‹›「」『』`"]
SIGNS = [*"([{1A.,- ", "\n", "\u00a0", "—"]
MIXES = [
    '"a" ', "the “A” ", "「あ」", '"a\n', "'a ", "s' ", "'\"“«(1 ", "— a\n", '="', ". ", "A. ",
    "?)", "1 ", "5\n", "1,1,", "1-", "$1 ", "½ ", "5 to 7 ", "2024 ", "[1]", "#1 ", "A 5", "one ",
    "5 m ", "5'6\" ", "٣ ", "Jane Roe ",
]  # fmt: skip


LATER = [name for name, value in vars(Document).items() if isinstance(value, cached_property)]
"""What a document reads when it is first asked for."""


def read_document(text: str) -> Document:
    """Read everything that code reads of an article: outline, names, quotes, opinions."""
    document = Document.read(Article(text))
    for name in LATER:
        getattr(document, name)
    return document


PARTS: dict[str, Callable[[str], object]] = {"outline": outline, "document": read_document}


def seconds(read: Callable[[str], object], texts: Iterable[str], repeats: int) -> float:
    """Return the CPU time of reading the texts, the best of the repeats for each."""
    return sum(min(_once(read, text) for _ in range(repeats)) for text in texts)


def _once(read: Callable[[str], object], text: str) -> float:
    began = process_time()
    read(text)
    return process_time() - began


def speed(read: Callable[[str], object], texts: list[str], repeats: int) -> float:
    """Return millions of characters per second."""
    return sum(map(len, texts)) / max(seconds(read, texts, repeats), 1e-9) / 1e6


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--size", type=int, default=200_000, help="characters of a hostile text")
    parser.add_argument("--repeats", type=int, default=5)
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))]
    for read in PARTS.values():
        read(texts[0])  # builds the patterns
    news = print_news(texts, args.repeats)
    print_long(texts)
    print_hostile(args.size, news)


def print_news(texts: list[str], repeats: int) -> float:
    """Print the speed of each part on the articles, and return that of the outline."""
    speeds = {name: speed(read, texts, repeats) for name, read in PARTS.items()}
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters")
    for name, value in speeds.items():
        print(f"  {name:12}{value:8.2f} MB/s{4.096 / value:8.2f} ms for 4 KB")
    return speeds["outline"]


def print_long(texts: list[str]) -> None:
    """Print the outline's speed on one text of 1 and of 10 million characters."""
    for size in (1_000_000, 10_000_000):
        joined = "\n\n".join(texts) + "\n\n"
        long = (joined * (size // len(joined) + 1))[:size]
        print(f"  one text of {size:>10,}{speed(outline, [long], 1):8.2f} MB/s")


def print_hostile(size: int, news: float) -> None:
    """Print the outline's speed on hostile texts, the slowest first."""
    texts = {unit: unit * (size // len(unit)) for unit in [*MARKS, *SIGNS, *MIXES]}
    crowd = random.Random(0).choices([*MARKS, *"()[]{}0123456789", *" " * 20], k=size)  # noqa: S311
    texts["marks, digits"] = "".join(crowd)
    speeds = {unit: speed(outline, [ENGLISH + text], 1) for unit, text in texts.items()}
    print(f"hostile texts of {size:,} characters")
    for unit, value in sorted(speeds.items(), key=lambda pair: pair[1]):
        print(f"  {unit!r:14}{value:8.2f} MB/s{news / value:8.1f} times the time of news")


if __name__ == "__main__":
    main()
