"""Measure many articles: requests per second, memory, and the library's own time per article.

    python benchmarks/many.py throughput    against a bare AsyncOpenAI loop, answers after 200 ms
    python benchmarks/many.py start         64 articles given to a session at once
    python benchmarks/many.py processes     two processes beside one, by code alone
    python benchmarks/many.py memory        after 1,000 articles and after 10,000
    python benchmarks/many.py library       CPU time of an article, that of the client included
    python benchmarks/many.py tokens        what the form sends about an article of each length

``library`` measures CPU time, so that other work on the machine matters little; ``throughput`` and
``processes`` measure wall time, in turns.
"""

import argparse
import asyncio
import json
import platform
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from importlib.metadata import version
from itertools import islice, pairwise, product
from pathlib import Path
from statistics import median
from typing import Any

from openai import AsyncOpenAI
from outline import read_document
from server import running

from summarizer import Article, Session, Settings, __version__, summarize_many
from summarizer.document.document import Document
from summarizer.llm.structured_output import response_format
from summarizer.prompting.chunked import ChunkedReading
from summarizer.prompting.chunks import Chunk
from summarizer.prompting.collector import Collector
from summarizer.prompting.prompt import Prompt
from summarizer.prompting.templates import Templates
from summarizer.schema import FacetName

SEEDS = Path(__file__).parents[1] / "seeds"
AT_ONCE = 64
WHAT = ("throughput", "start", "processes", "memory", "library", "tokens")
PAGE = 4096
ASKED: dict[str, dict[str, Any]] = {
    "one": {"strategy": "one"},
    "many": {"strategy": "many"},
    "gist": {"strategy": "many", "facets": ("gist",)},
}
"""The requests for an article: one form, many questions, or the gist alone."""
FACETS: dict[str, tuple[FacetName, ...] | None] = {
    "all facets": None,
    "without statements and stances": ("gist", "actors", "quotes", "figures"),
}


def article(number: int, length: int = PAGE) -> str:
    """Return an article of this many characters, made of the English seeds."""
    names = ("calloway-profile", "harrowmere-budget", "marrowick-forgery-trial")
    story = "\n\n".join((SEEDS / f"{name}.txt").read_text(encoding="utf-8") for name in names)
    return f"Article {number}.\n\n{(story * (1 + length // len(story)))[:length]}"


def settings(url: str, asked: str, **more: Any) -> Settings:
    """Return settings for the server."""
    return Settings(model="made-up-model", base_url=url, **ASKED[asked], **more)


def request(asked: str, length: int = PAGE) -> dict[str, Any]:
    """Return the first request about an article, for the bare loop."""
    chosen = settings("http://none", asked)
    document = Document.read(Article(article(0, length)))
    draft = Collector(document, chosen)
    question = ChunkedReading(draft, Templates(), chosen, None).questions[0]
    return {
        "messages": Prompt(Chunk(document), Templates()).messages(question),
        "model": "made-up-model",
        "max_tokens": question.max_tokens,
        "temperature": 0,
        **response_format(question.name, question.schema),
    }


@asynccontextmanager
async def bare(url: str) -> AsyncIterator[Callable[..., Awaitable[object]]]:
    """Yield a function that sends one request with a bare client."""
    async with AsyncOpenAI(base_url=url, api_key="none", max_retries=0) as client:
        yield client.chat.completions.create


async def loop(url: str, count: int, body: dict[str, Any]) -> float:
    """Send this many requests with a bare client; return requests per second."""
    left = iter(range(count))

    async def work() -> None:
        for _ in left:
            await create(**body)

    async with bare(url) as create:
        await create(**body)
        began = time.perf_counter()
        await asyncio.gather(*(work() for _ in range(AT_ONCE)))
        return count / (time.perf_counter() - began)


def ours(url: str, articles: int, asked: str) -> tuple[int, float]:
    """Summarise this many articles; return the requests, and requests per second."""
    texts = (article(number) for number in range(articles))
    began = time.perf_counter()
    outcomes = summarize_many(texts, concurrency=AT_ONCE, settings=settings(url, asked))
    requests = sum(outcome.usage.requests for outcome in outcomes)
    return requests, requests / (time.perf_counter() - began)


def throughput(runs: int, requests: int) -> None:
    """Print requests per second of the library and of the bare loop, in turns."""
    with running(0.2) as url:
        for asked in ASKED:
            several, _ = ours(url, 1, asked)  # late imports
            pairs = [pair(url, -(-requests // several), asked) for _ in range(runs)]
            rates = ", ".join(f"{mine / theirs:.2f}" for mine, theirs in pairs)
            print(
                f"{asked}: {median(mine for mine, _ in pairs):.0f} requests/s, bare loop "
                f"{median(theirs for _, theirs in pairs):.0f}; ratios {rates}, "
                f"median {median(mine / theirs for mine, theirs in pairs):.2f}"
            )


def pair(url: str, articles: int, asked: str) -> tuple[float, float]:
    """Return requests per second of the library, and of the bare loop for as many requests."""
    requests, mine = ours(url, articles, asked)
    return mine, asyncio.run(loop(url, requests, request(asked)))


def processes(runs: int, articles: int) -> None:
    """Print articles per second by code alone, in this process and in one and two others."""
    for _ in range(runs):
        rates = {count: by_code(articles, count) for count in (None, 1, 2)}
        print(
            f"{rates[None]:.1f} articles/s here, {rates[1]:.1f} in one other process, "
            f"{rates[2]:.1f} in two: {rates[2] / rates[1]:.2f} times, "
            f"{rates[2] / rates[None]:.2f} times this one"
        )


def by_code(articles: int, count: int | None) -> float:
    """Summarise this many articles in so many processes; return articles per second."""
    texts = (article(number) for number in range(articles + 2))
    outcomes = summarize_many(texts, model="none", processes=count)
    next(outcomes), next(outcomes)  # the processes start
    began = time.perf_counter()
    return sum(1 for _ in outcomes) / (time.perf_counter() - began)


async def start() -> None:
    """Print when the first answers come, and how long the event loop was held up at the most."""
    done, turns = [], [time.perf_counter()]

    async def work(text: str) -> None:
        await session.summarize(text)
        done.append(time.perf_counter() - began)

    async def watch() -> None:
        while len(done) < AT_ONCE:
            await asyncio.sleep(0)
            turns.append(time.perf_counter())

    with running(0.2) as url:
        async with Session(settings(url, "one"), concurrency=AT_ONCE) as session:
            await session.summarize(article(0))  # late imports
            turns[:] = [began := time.perf_counter()]
            await asyncio.gather(watch(), *(work(article(1 + each)) for each in range(AT_ONCE)))
    held = max(after - before for before, after in pairwise(turns))
    print(f"first {min(done):.2f} s, median {median(done):.2f} s, longest turn {held:.2f} s")


def memory() -> None:
    """Print the resident memory after 1,000 and after 10,000 articles."""
    with running(0) as url:
        texts = (f"It rained {number} times in Oslo." for number in range(10_000))
        chosen = settings(url, "gist")
        for number, _ in enumerate(
            summarize_many(texts, concurrency=AT_ONCE, settings=chosen), start=1
        ):
            if number in {1_000, 10_000}:
                print(f"after {number:,} articles: {resident() / 1e6:.1f} MB")


def resident() -> int:
    """Return the resident memory of this process, in bytes (Linux)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def library(runs: int, lengths: Iterable[int]) -> None:
    """Print the CPU time for an article of each length, with one form and one repair of it."""
    with running(0) as url:
        client = asyncio.run(client_time(url, runs))
        print(f"a bare client takes {client:.2f} ms for a request")
        for length, (name, facets) in product(lengths, FACETS.items()):
            whole, requests, reading = asyncio.run(library_time(url, length, runs, facets))
            print(
                f"{length:>9,} characters, {name}: {whole:9.2f} ms with {requests} requests, "
                f"of which everything in the text is read in {reading:9.2f} ms"
            )


def tokens(lengths: Iterable[int]) -> None:
    """Print how long the form is for an article of each length, four characters to a token."""
    for length in lengths:
        body = request("one", length)
        instructions, own = (len(message["content"]) for message in body["messages"])
        same = instructions + len(json.dumps(body["response_format"]))
        print(
            f"{length:>9,} characters: {same // 4:6,} tokens that every article has, "
            f"{own // 4:8,} of its own"
        )


async def client_time(url: str, runs: int) -> float:
    """Return the median CPU time of the client for one request, in ms."""
    body = request("one")
    async with bare(url) as create:
        await create(**body)
        return median([await timed(create, **body) for _ in range(20 * runs)])


async def library_time(
    url: str, length: int, runs: int, facets: tuple[FacetName, ...] | None
) -> tuple[float, int, float]:
    """Return the median CPU time of a summary in ms, its requests, and the time of reading."""
    texts = (article(number, length) for number in range(1 + 2 * runs))
    chosen = {} if facets is None else {"facets": facets}
    async with Session(settings(url, "one", **chosen)) as session:
        first = await session.summarize(next(texts))
        whole = [await timed(session.summarize, text) for text in islice(texts, runs)]
        reading = [await timed(read, text) for text in islice(texts, runs)]
    return median(whole), first.provenance.usage.requests, median(reading)


async def read(text: str) -> None:
    """Read all of an article that its facets ask for."""
    read_document(text)


async def timed(work: Callable[..., Awaitable[object]], *given: str, **named: Any) -> float:
    """Return the CPU time of some work, in ms."""
    began = time.process_time()
    await work(*given, **named)
    return 1000 * (time.process_time() - began)


def main() -> None:
    """Run the chosen measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=WHAT)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--requests", type=int, default=1280, help="a run of throughput")
    parser.add_argument(
        "--longest", type=int, default=1 << 20, help="characters, of library and tokens"
    )
    args = parser.parse_args()
    packages = ("openai", "httpx2", "instructor", "pydantic")
    versions = (f"{name} {version(name)}" for name in packages)
    print(f"Python {platform.python_version()}", f"summarizer {__version__}", *versions)
    if args.what == "throughput":
        throughput(args.runs, args.requests)
    elif args.what == "start":
        asyncio.run(start())
    elif args.what == "processes":
        processes(args.runs, args.requests // 4)
    elif args.what == "memory":
        memory()
    else:
        every = [PAGE << shift for shift in range(0, 9, 2)]
        lengths = [length for length in every if length <= args.longest]
        if args.what == "tokens":
            tokens(lengths)
        else:
            library(args.runs, lengths)


if __name__ == "__main__":
    main()
