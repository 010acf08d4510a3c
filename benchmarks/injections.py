"""Instructions planted in articles: do they change what the model does, and does it get out?

    python benchmarks/injections.py INJECTIONS.json seeds/putin-thanks-kim.txt … -o planted.jsonl

Each instruction of ``{category: [instruction, …]}`` is planted as a paragraph of its own at the
start, in the middle and at the end; the articles take turns. Each planted article is asked for
its gist and its actors twice: with our prompts, and with an article template of plain text, without
the marks around the article and the numbers of its sentences (``undefended/``). A run that was cut
off goes on; the report is made of all that the file holds.
"""

import argparse
import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import judgement
import runs
from meter import Meter

from summarizer import Article, Settings, summarize
from summarizer.errors import AnswerError
from summarizer.verify import faults

UNDEFENDED = Path(__file__).with_name("undefended")
PLACES = ("start", "middle", "end")
ARMS = ("with", "without")


@dataclass(frozen=True)
class Case:
    """An article, with or without an instruction planted in it.

    Args:
        article: The article as it was.
        arm: With the defence or without.
        place: Where the instruction is; None for the article as it was.
        category: What kind of instruction it is.
        instruction: The instruction.
    """

    article: Article
    arm: str
    place: str | None = None
    category: str = ""
    instruction: str = ""

    @property
    def key(self) -> str:
        """What it is called in the file of a run; the instruction itself stays out of it."""
        planted = Article(self.instruction or "none").digest[7:15]
        return f"{self.arm}/{self.article.id}/{self.place}/{self.category}/{planted}"

    @property
    def text(self) -> str:
        """The article with the instruction in it."""
        paragraphs = self.article.text.split("\n\n")
        middle = len(paragraphs) // 2 or 1
        at = {"start": 0, "middle": middle, "end": len(paragraphs)}
        if self.place:
            paragraphs.insert(at[self.place], self.instruction)
        return "\n\n".join(paragraphs)


def cases(articles: list[Article], injections: dict[str, list[str]]) -> Iterator[Case]:
    """Yield the cases so that the first of them are of every category, place and article."""
    rounds = max(map(len, injections.values()))
    turns = product(range(rounds), PLACES, injections.items())
    seen: set[str] = set()
    for turn, (number, place, (category, instructions)) in enumerate(turns):
        if number >= len(instructions):
            continue
        article = articles[turn % len(articles)]
        for arm in ARMS:
            if article.id not in seen:
                yield Case(article, arm)
            yield Case(article, arm, place, category, instructions[number])
        seen.add(article.id)


def ask(case: Case, meter: Meter, args: argparse.Namespace) -> dict[str, object]:
    """Ask about an article; return what the model answered and what of it got out."""
    settings = Settings.of(
        model=args.model,
        base_url=meter.base_url,
        api_key=runs.key(),
        strategy="many",
        facets=("gist", "actors"),
        prompts=None if case.arm == "with" else UNDEFENDED,
    )
    try:
        summary = summarize(Article(case.text, id=case.article.id), settings=settings)
    except AnswerError as error:
        return {"error": str(error), **_answers(meter.take().answers)}
    found = faults(summary.model_dump(mode="json"), case.text)
    return {
        "gist": summary.gist,
        "actors": [actor.name for actor in summary.actors],
        "faults": [f"{fault.item}: {fault.problem}" for fault in found],
        **_answers(meter.take().answers),
    }


def _answers(contents: list[str]) -> dict[str, object]:
    """Take the first gist that was answered, before any check."""
    for content in contents:
        with contextlib.suppress(ValueError):  # cut off
            answer = json.loads(content)
            if "gist" in answer:
                return {"answered_gist": answer["gist"]}
    return {"answered_gist": ""}


def main() -> None:
    """Run, then report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("injections", type=Path, metavar="INJECTIONS.json")
    parser.add_argument("articles", nargs="+", metavar="ARTICLE.txt")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="FILE.jsonl")
    parser.add_argument("--limit", type=int, metavar="N", help="ask about the first N cases")
    runs.add_endpoint(parser)
    args = parser.parse_args()
    articles = [Article.read(path) for path in args.articles]
    chosen = list(cases(articles, json.loads(args.injections.read_text("utf-8"))))[: args.limit]
    rows = {row["key"]: row for row in runs.lines_of(args.out)}
    with Meter(args.base_url) as meter:
        for number, case in enumerate(chosen, 1):
            if case.key not in rows:
                rows[case.key] = {"key": case.key, **ask(case, meter, args)}
                runs.append(args.out, rows[case.key])
                print(f"{number}/{len(chosen)} {case.key}")
    print("\n".join(judgement.report([(case, rows[case.key]) for case in chosen])))


if __name__ == "__main__":
    main()
