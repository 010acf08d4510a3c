"""Measure a run without the model: the time of `summarizer run --json` on a recorded answer.

    python benchmarks/startup.py [ARTICLE] [--strategy many] [--runs 7]
    python benchmarks/startup.py --code     the command line without a model
    python benchmarks/startup.py --live     time to the first request to the embedded model

It records a cassette against a small server, then replays it in new processes. It prints medians of
CPU time, so that other work on the machine matters little: the whole process, the bare interpreter,
imports by package, and a second run in the same process, which imports nothing. "Ours" are the
imports of this library and its part of the run.
"""

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from statistics import median

from server import running

from summarizer import Article, summarize
from summarizer.cassettes import use

SEED = Path(__file__).parents[1] / "seeds" / "putin-thanks-kim.txt"
MODEL = "made-up-model"
IMPORT = re.compile(r"import time: +(\d+) \| +\d+ \| +([\w.]+)")
OURS = "summarizer"
PLAY = """
import sys, time
from summarizer.cassettes import use
from summarizer.cli import main
profile = "profile" in sys.argv
cassette, *words = [word for word in sys.argv[1:] if word != "profile"]
for _ in range(2):
    began = time.process_time()
    with use(cassette):
        main(words)
    print(f"run: {time.process_time() - began}", file=sys.stderr)
if profile:
    import cProfile, pstats
    with use(cassette), cProfile.Profile() as taken:
        main(words)
    stats = pstats.Stats(taken).stats
    mine = sum(row[2] for (file, *_), row in stats.items() if "/summarizer/" in file)
    print(f"share: {mine / sum(row[2] for row in stats.values())}", file=sys.stderr)
"""
"""Runs the command twice; with ``profile``, a third time to find the share of this library."""

LIVE = """
import os, sys, time
began = time.perf_counter()
from summarizer.llm.client import OpenAIModel
from summarizer.cli import main
async def first(*_):
    print(f"{time.perf_counter() - began:.2f}", flush=True)
    os._exit(0)
OpenAIModel._send = first
main(sys.argv[1:])
"""
"""Runs the command until its first request, and prints the seconds."""

CODE = ("run", "--json", "--model", "none")
"""A run without a model."""


def record(article: Path, strategy: str, cassette: Path) -> None:
    """Record the requests of a run, with meaningless answers."""
    with running(0) as url, use(cassette, record=True):
        summarize(Article.read(article), model=MODEL, base_url=url, strategy=strategy)


def python(*words: str) -> tuple[float, str]:
    """Run the interpreter; return its CPU time in seconds, and its standard error."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, *words], check=True, capture_output=True, text=True)  # noqa: S603  what is written here
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(after[:2]) - sum(before[:2]), done.stderr


def measure_code(article: Path, runs: int) -> None:
    """Print the medians of the interpreter, of the help, and of runs without a model, in turns."""
    command = ("-m", "summarizer")
    lines = {
        "bare interpreter": ("-c", "pass"),
        "--help": (*command, "--help"),
        "quotes alone": (*command, *CODE, "--facets", "quotes", str(article)),
        "all facets": (*command, *CODE, str(article)),
    }
    for words in lines.values():
        python(*words)  # compiles all modules
    taken = [{name: python(*words)[0] for name, words in lines.items()} for _ in range(runs)]
    for name in lines:
        print(f"  {name:16}{median(each[name] for each in taken):6.3f} s")


def until_first_request(words: list[str], runs: int) -> list[float]:
    """Return the seconds from the start of the process to the first request of each run."""
    command = [sys.executable, "-c", LIVE, *words]
    return [float(subprocess.check_output(command)) for _ in range(runs)]  # noqa: S603  what is written here


def packages(output: str) -> Counter[str]:
    """Return the share of each package in the time of all imports."""
    shares: Counter[str] = Counter()
    for microseconds, module in IMPORT.findall(output):
        shares[module.partition(".")[0]] += int(microseconds)
    return Counter({name: share / shares.total() for name, share in shares.items()})


def measure(words: list[str], runs: int) -> None:
    """Print the medians."""
    python("-c", PLAY, *words)  # compiles all modules
    bare = median(python("-c", "pass")[0] for _ in range(runs))
    took = [python("-c", PLAY, *words) for _ in range(runs)]
    each = [[float(found) for found in re.findall(r"run: (\S+)", output)] for _, output in took]
    second = median(later for _, later in each)
    whole = median(taken for taken, _ in took) - second
    loading = whole - bare - second
    share = float(python("-c", PLAY, "profile", *words)[1].rpartition("share: ")[2])
    shares = packages("".join(python("-X", "importtime", "-c", PLAY, *words)[1] for _ in took))
    ours = loading * shares[OURS], second * share
    print(f"whole process {whole:.2f} s, of which the bare interpreter {bare:.2f} s")
    print(f"imports and first use {loading:.2f} s, the run itself {second:.3f} s")
    print(f"ours {sum(ours):.2f} s: imports {ours[0]:.2f} s, the run {ours[1]:.3f} s")
    for name, part in shares.most_common(10):
        print(f"  {name:16}{loading * part:6.2f} s of the imports")


def main() -> None:
    """Run the measurement."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("article", nargs="?", type=Path, default=SEED)
    parser.add_argument("--strategy", choices=["one", "many"], default="many")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--code", action="store_true", help="without a model")
    parser.add_argument("--live", action="store_true", help="with the embedded model")
    args = parser.parse_args()
    words = ["run", "--json", "--strategy", args.strategy]
    if args.live:
        print(f"{median(until_first_request([*words, str(args.article)], args.runs)):.2f} s")
        return
    os.environ["SUMMARIZER_API_KEY"] = "none"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = folder  # compiled once, as in an installation
        if args.code:
            measure_code(args.article, args.runs)
            return
        cassette = Path(folder) / "run.yaml"
        record(args.article, args.strategy, cassette)
        remote = ["--model", MODEL, "--base-url", "http://127.0.0.1:9/v1"]
        measure([str(cassette), *words, *remote, str(args.article)], args.runs)


if __name__ == "__main__":
    main()
