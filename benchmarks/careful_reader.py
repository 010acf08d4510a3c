"""Let answers written by hand fill the form, and count what the checks keep and what they catch.

    python benchmarks/careful_reader.py [seeds] [fresh]

Prints, for the seeds and for fresh articles, how many of the right answers are in the summaries,
how many mistakes are refused or shown as guesses, and what an article costs. No model runs: the
answers are in ``handwritten/``. Tokens are the high guess of ``tokens_of``.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from handwritten.answers import ARTICLES, Answers, read_answers
from handwritten.mistakes import CERTAIN, DOUBTFUL
from handwritten.model import CarefulReader
from handwritten.tally import Tally

from summarizer import Article, summarize
from summarizer.document.document import Document
from summarizer.evaluation.gold import SUFFIX, read_seed
from summarizer.prompting.prompt import tokens_of

PER_ARTICLE = 2.5
FIXED = 1200
"""What the prompts about an article may have, in tokens: so many times its own, and so many."""

Found = tuple[str, bool, str]


class Count:
    """Counts what holds of what, and keeps what does not."""

    def __init__(self) -> None:
        self.all: Counter[str] = Counter()
        self.held: Counter[str] = Counter()
        self.lost: list[str] = []

    def add(self, name: str, found: Iterable[Found]) -> None:
        """Count what was found in an article."""
        for measure, holds, item in found:
            self.all[measure] += 1
            self.held[measure] += holds
            if not holds and not measure.startswith("of these as"):
                self.lost.append(f"    {name}, {measure}: {item}")

    def lines(self) -> Iterator[str]:
        """Yield a line for each measure."""
        for measure, count in self.all.items():
            held = self.held[measure]
            yield f"  {measure:32} {held:4} of {count:4}  {held / count:.3f}"


def right(article: Article, answers: Answers) -> Iterator[Found]:
    """Yield what is kept of the right answers about an article, in a run for each gist."""
    document = Document.read(article)
    for number, gist in enumerate(answers.gists):
        tally = Tally(document, summarize(article, model=CarefulReader(article, answers, number)))
        yield tally.gist(gist.text)
        if number == 0:
            yield from tally.kept(answers)
            gold = ARTICLES["seeds"] / f"{article.id}{SUFFIX}"
            if gold.exists():
                yield from tally.gold(read_seed(gold)[1])


def wrong(article: Article, answers: Answers) -> Iterator[Found]:
    """Yield which mistakes about an article are caught, in a run for each kind."""
    document = Document.read(article)
    for kind, make in {**DOUBTFUL, **CERTAIN}.items():
        mistaken = make(answers)
        tally = Tally(document, summarize(article, model=CarefulReader(article, mistaken)))
        for shown, item in tally.mistakes(answers, mistaken):
            yield kind, shown is None or (shown == "guessed" and kind in DOUBTFUL), item


def cost(article: Article, answers: Answers) -> tuple[str, bytes]:
    """Return what an article costs, and the bytes of its first schema."""
    reader = CarefulReader(article, answers)
    summarize(article, model=reader)
    own = tokens_of(article.text)
    most = PER_ARTICLE * own + FIXED
    counts = f"{len(reader.requests)} requests, {reader.prompt_tokens:6} of {most:6.0f} tokens"
    return f"  {article.id:32} {counts}", json.dumps(reader.requests[0].schema).encode()


def report(folder: str) -> Iterator[str]:
    """Yield the report on a folder: what is kept, caught, lost, and what it costs."""
    kept, caught, costs = Count(), Count(), []
    for article, answers in read_answers(folder):
        kept.add(str(article.id), right(article, answers))
        caught.add(str(article.id), wrong(article, answers))
        costs.append(cost(article, answers))
    yield f"{folder}: kept of the right answers"
    yield from kept.lines()
    yield f"{folder}: mistakes that are refused or shown as guesses"
    yield from caught.lines()
    yield f"{folder}: prompts; {len({schema for _, schema in costs})} schema"
    yield from (line for line, _ in costs)
    yield f"{folder}: lost"
    yield from kept.lost + caught.lost


def main() -> None:
    """Print the reports, of both folders if none is named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help=" or ".join(ARTICLES))
    for folder in parser.parse_args().folders or ARTICLES:
        print("\n".join(report(folder)))


if __name__ == "__main__":
    main()
