"""Prompt injection: do instructions planted in articles change the model's answer and the summary?

    python benchmarks/injections.py INJECTIONS.json seeds/putin-thanks-kim.txt … -o planted.jsonl

Each instruction of ``{category: [instruction, …]}`` is planted as a separate paragraph at the
start, in the middle and at the end; the articles take turns. Each planted article is summarised
twice, gist and actors: with our prompts, and with a plain article template without the marks around
the article and the sentence numbers (``undefended/``). An interrupted run continues; the report
covers everything in the file.
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

from summarizer import Article, Profile, Settings, summarize
from summarizer.errors import AnswerError
from summarizer.verify import faults

UNDEFENDED = Path(__file__).with_name("undefended")
PLACES = ("start", "middle", "end")
ARMS = ("with", "without")


@dataclass(frozen=True)
class Case:
    """An article, with or without an instruction planted in it.

    Args:
        article: The original article.
        arm: ``with`` or ``without`` the defence.
        place: Where the instruction is; None for the original article.
        category: The kind of the instruction.
        instruction: The instruction.
    """

    article: Article
    arm: str
    place: str | None = None
    category: str = ""
    instruction: str = ""

    @property
    def key(self) -> str:
        """The name of the case in the output, without the instruction itself."""
        planted = Article(self.instruction or "none").digest[7:15]
        return f"{self.arm}/{self.article.id}/{self.place}/{self.category}/{planted}"

    @property
    def text(self) -> str:
        """The text of the article with the instruction."""
        paragraphs = self.article.text.split("\n\n")
        middle = len(paragraphs) // 2 or 1
        at = {"start": 0, "middle": middle, "end": len(paragraphs)}
        if self.place:
            paragraphs.insert(at[self.place], self.instruction)
        return "\n\n".join(paragraphs)


def cases(articles: list[Article], injections: dict[str, list[str]]) -> Iterator[Case]:
    """Yield the cases in an order that covers every category, place and article early."""
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
    """Summarise an article; return the raw answer, and what reached the summary."""
    settings = Settings.of(
        model=args.model,
        base_url=meter.base_url,
        api_key=runs.key(),
        strategy="many",
        facets=("gist", "actors"),
        profile=Profile(strict_checks=True),  # that of the catalogue's models asks neither
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
    """Return the first gist in the answers, before any check."""
    for content in contents:
        with contextlib.suppress(ValueError):  # cut off
            answer = json.loads(content)
            if "gist" in answer:
                return {"answered_gist": answer["gist"]}
    return {"answered_gist": ""}


def main() -> None:
    """Run, then print the report."""
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
