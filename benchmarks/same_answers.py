"""Compare the answers of two versions, article by article.

    python benchmarks/same_answers.py dump NEW.jsonl GOLD.jsonl …    the answers of this version
    python benchmarks/same_answers.py compare OLD.jsonl NEW.jsonl    the differences

A dump has the summary by code alone for each article of the gold and each seed, and the summaries
of the seeds from their cassettes under both strategies. No model runs. Answers are the same if they
are equal apart from added fields; requests and tokens are compared, time is not.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import runs

from summarizer import Article, Settings, Summary, outline, summarize
from summarizer.cassettes import use
from summarizer.llm.profiles import find

HERE = Path(__file__).parents[1]
NOT_ANSWERS = {
    "article": {"source"},
    "provenance": {"seconds", "version", "prompts", "model", "strategy", "asked"},
}

Answers = dict[str, Any]


def answers(gold: list[Path]) -> Iterator[tuple[str, Answers]]:
    """Yield the name of each answer, and the answer."""
    for path in gold:
        for found in runs.read_articles(path):
            article = Article(found.text, id=found.id, title=found.title)
            yield f"{path.stem} {found.id}: code", _plain(summarize(article, model="none"))
            yield f"{path.stem} {found.id}: outline", _outline(article)
    asked = find("local", HERE / "seeds" / "profiles.toml")
    for path in sorted((HERE / "seeds").glob("*.txt")):
        article = Article.read(path)
        yield f"{path.stem}: code", _plain(summarize(article, model="none"))
        yield f"{path.stem}: outline", _outline(article)
        for strategy in ("one", "many"):
            cassette = HERE / "cassettes" / f"{path.stem}.{strategy}.yaml"
            if not cassette.exists():
                continue
            with use(cassette):
                found = summarize(article, settings=Settings(strategy=strategy, profile=asked))
            yield f"{path.stem}: {strategy}", _plain(found)


def differences(old: Any, new: Any, where: str) -> Iterator[str]:
    """Yield the differences between two answers; fields may be added, but not items."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name, value in old.items():
            if name in new:
                yield from differences(value, new[name], f"{where}.{name}")
            else:
                yield f"{where}.{name} is gone: {value!r}"
    elif isinstance(old, list) and isinstance(new, list):
        yield from _in_lists(old, new, where)
    elif old != new:
        yield f"{where}: {old!r} became {new!r}"


def _in_lists(old: list[Any], new: list[Any], where: str) -> Iterator[str]:
    """Pair the items by place; where there are more or fewer, say which are new and which gone."""
    if len(old) == len(new):
        for number, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from differences(before, after, f"{where}[{number}]")
        return
    pairs = [
        (before, after)
        for before, after in product(range(len(old)), range(len(new)))
        if not any(differences(old[before], new[after], where))
    ]
    gone = {*range(len(old))} - {before for before, _ in pairs}
    more = {*range(len(new))} - {after for _, after in pairs}
    yield from (f"{where}: {old[each]!r} is gone" for each in sorted(gone))
    yield from (f"{where}: {new[each]!r} is new" for each in sorted(more))


def compare(old: Path, new: Path) -> int:
    """Print every difference; return 1 if there is one."""
    before, after = _read(old), _read(new)
    found = [f"{name} is gone" for name in before.keys() - after.keys()]
    for name in before.keys() & after.keys():
        found += differences(before[name], after[name], name)
    print("\n".join(sorted(found)))
    print(f"{len(before)} answers, {len(found)} differences", file=sys.stderr)
    return int(bool(found))


def _plain(summary: Summary) -> Answers:
    found: Answers = json.loads(summary.model_dump_json(exclude=NOT_ANSWERS))
    return found


def _outline(article: Article) -> Answers:
    found = outline(article.text)
    return {
        "sentences": [(each.start, each.end) for each in found.sentences],
        "quotations": [(each.start, each.end, each.role, each.kind) for each in found.quotations],
        "figures": [
            [str(part) for part in (each.start, each.end, each.kind, each.value, each.unit)]
            for each in found.figures
        ],
    }


def _read(path: Path) -> dict[str, Answers]:
    return dict(map(json.loads, path.read_text(encoding="utf-8").splitlines()))


def main() -> int:
    """Dump or compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=("dump", "compare"))
    parser.add_argument("files", type=Path, nargs="+")
    args = parser.parse_args()
    first, *rest = args.files
    if args.what == "compare":
        return compare(first, rest[0])
    with first.open("w", encoding="utf-8") as file:
        for pair in answers(rest):
            file.write(json.dumps(pair, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
