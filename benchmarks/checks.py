"""What the checks do to right and to wrong answers, written by hand: no model is asked.

    python benchmarks/checks.py ANSWERS.jsonl FOLDER

Each line of the answers has the id of an article, its captions and its gists; ``FOLDER/ID.txt`` is
the article. A caption belongs to the figure at its place. Put on another figure of the article, it
is a wrong one: a neighbour is the next figure, a distant one half of the article's figures away.

If there is gold (``FOLDER/ID.gold.json``), its stances are measured too, with the lenient checks:
right ones, and the same ones with the actor of another stance (``swapped``).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from summarizer import Article
from summarizer.document.document import Document
from summarizer.facets.figures.checks import caption_objections
from summarizer.facets.gist.checks import gist_objections
from summarizer.facets.objections import Objection, doubt_of, refusal
from summarizer.facets.stances.checks import stance_objections

Answers = dict[str, Any]
Measured = dict[str, Counter[str]]


def main() -> None:
    """Print what is kept, guessed and refused, for the strict and for the lenient checks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("answers", type=Path, metavar="ANSWERS.jsonl")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--show", action="store_true", help="print right answers not simply kept")
    given = parser.parse_args()
    answered = [json.loads(line) for line in given.answers.read_text("utf-8").splitlines()]
    for strict in (True, False):
        print(f"\n{'strict' if strict else 'lenient':10} {'kept':>6} {'guessed':>8} {'refused':>8}")
        for name, counts in measure(answered, given.folder, strict=strict, show=given.show).items():
            print(f"{name:10} {counts['kept']:6} {counts['guessed']:8} {counts['refused']:8}")


def measure(
    answered: Iterable[Answers], folder: Path, *, strict: bool, show: bool = False
) -> Measured:
    """Return what the checks do to each kind of answer.

    Args:
        answered: The answers, one article each.
        folder: Where the articles are.
        strict: Whether to check as strictly as with the models of the catalogue.
        show: Whether to print the right answers that are doubted or refused.
    """
    kinds = ("right", "neighbour", "distant", "gists", "stances", "swapped")
    found: Measured = {kind: Counter() for kind in kinds}
    for answers in answered:
        text = (folder / f"{answers['id']}.txt").read_text("utf-8")
        document = Document.read(Article(text))
        stances = () if strict else of_gold(document, folder / f"{answers['id']}.gold.json")
        for kind, written, objections in (*checked(document, answers, strict=strict), *stances):
            found[kind][outcome(objections)] += 1
            if show and objections and kind in {"right", "gists", "stances"}:
                print(f"  {outcome(objections)}: {written!r}: {objections[0].detail}")
    return found


def checked(
    document: Document, answers: Answers, *, strict: bool
) -> Iterator[tuple[str, str, list[Objection]]]:
    """Yield each answer, right or wrong, with its kind and what the checks have against it."""
    captions = [
        (key, each["caption"])
        for each in answers["captions"]
        for key, figure in document.figures.items()
        if figure.start < each["end"] and each["start"] < figure.end
    ]
    for at, (_, caption) in enumerate(captions):
        for kind, away in (("right", 0), ("neighbour", 1), ("distant", len(captions) // 2)):
            key = captions[(at + away) % len(captions)][0]
            objections = caption_objections(document, key, caption, strict=strict)
            yield kind, caption, list(objections)
    for gist in answers["gists"]:
        yield "gists", gist, list(gist_objections(document, gist, strict=strict))


def of_gold(document: Document, path: Path) -> Iterator[tuple[str, str, list[Objection]]]:
    """Yield the stances of the gold, with the right actor and with another one's."""
    gold = json.loads(path.read_text("utf-8"))["stances"] if path.exists() else []
    actors = [stance["actor"] for stance in gold]
    for at, stance in enumerate(gold):
        numbers = [document.sentence_at(span["start"]) + 1 for span in stance["evidence"]]
        target = said(document, stance["target_words"], numbers)
        others = (other for other in actors[at:] + actors[:at] if other != stance["actor"])
        for kind, actor in (("stances", stance["actor"]), ("swapped", next(others, None))):
            if actor:
                position = stance["position"]
                objections = stance_objections(document, actor, position, target, numbers)
                yield kind, f"{actor} {position} {target}", list(objections)


def said(document: Document, words: list[str], numbers: list[int]) -> str:
    """Return the first of the words for a target that is near the evidence, as it is written."""
    near = " ".join(each.text for at in numbers for each in document.sentences(at - 3, at - 1))
    places = ((near.casefold().find(word), word) for word in words if word.isalpha())
    return next((near[at : at + len(word)] for at, word in places if at >= 0), words[0])


def outcome(objections: list[Objection]) -> str:
    """Return whether an answer is kept, kept as guessed, or refused."""
    if refusal(objections):
        return "refused"
    return "guessed" if doubt_of(objections) else "kept"


if __name__ == "__main__":
    main()
