"""How often each rule is right about the speaker, and each level of certainty.

    summarizer batch GOLD.jsonl --model none -o predicted.jsonl
    python benchmarks/certainty.py GOLD.jsonl predicted.jsonl

Counts the quotations whose source the gold names or describes: how many speakers are right, by
level and by rule. Then the same for statements, where finding the words counts as well. The levels
are in
``summarizer/document/attribution/confidence/levels.py``, those of statements in
``summarizer/document/statements/constructions.py``.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.evaluation.cases import Case
from summarizer.evaluation.datasets import read_cases
from summarizer.evaluation.predictions import Prediction, read_predictions
from summarizer.evaluation.quotations import judged
from summarizer.evaluation.speakers import People
from summarizer.evaluation.statements import paired
from summarizer.schema import Quote, Statement, Summary

Verdict = tuple[Quote | Statement, bool]
Verdicts = Iterable[Verdict]


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", metavar="GOLD.jsonl", type=Path)
    parser.add_argument("predicted", metavar="PREDICTED.jsonl", type=Path)
    given = parser.parse_args()
    cases, predictions = read_cases([given.gold]), read_predictions(given.predicted)
    pairs = [(case, predictions[case.article.id]) for case in cases if case.quotations]
    for kind, what in (("name", "named"), ("nominal", "described")):
        quotes = [each for case, found in pairs for each in of_quotes(case, found, kind)]
        print_counts(f"quotations of {what} speakers", quotes)
    summaries = [(case, found.summary) for case, found in pairs if found.summary]
    statements = [each for case, summary in summaries for each in of_statements(case, summary)]
    print_counts("statements", statements)


def of_quotes(case: Case, prediction: Prediction, kind: str) -> Verdicts:
    """Yield the quotations whose source is of a kind, and whether the speaker is right."""
    items = prediction.summary.quotes if prediction.summary else ()
    quotes = [quote for quote in items for _ in quote.spans]
    for each in judged(case, prediction.quotations):
        if each.source == kind:
            yield quotes[each.predicted], each.right


def of_statements(case: Case, summary: Summary) -> Verdicts:
    """Yield the statements, and whether the gold has them with this speaker."""
    people = People(case.article.text)
    right = {
        said.id: not wanted.speaker or agrees(people, wanted.speaker, said.speaker_name)
        for wanted, said in paired(case.statements or (), summary.statements)
    }
    for statement in summary.statements:
        yield statement, right.get(statement.id, False)


def agrees(people: People, wanted: str, speaker: str | None) -> bool:
    """Return whether a speaker is the gold's; of sources without a name, it need not be."""
    kind, right = people.agree(wanted, speaker)
    return right or kind != "name"


def print_counts(what: str, verdicts: Verdicts) -> None:
    """Print how many are right, by level, and within each level by rule."""
    every = list(verdicts)
    print(f"\n{what}: {len(every)}")
    for level, here in by(every, "certainty"):
        print(line(level, here), f"{len(here) / len(every):7.1%} of all")
        for rule, part in by(here, "rule"):
            print("  " + line(rule, part))


def by(verdicts: Verdicts, field: str) -> Iterator[tuple[str, list[Verdict]]]:
    """Yield the verdicts by the value of a field of their items, in the order of the values."""
    groups = defaultdict[str, list[Verdict]](list)
    for item, right in verdicts:
        groups[getattr(item, field) or "none"].append((item, right))
    yield from sorted(groups.items())


def line(name: str, verdicts: Verdicts) -> str:
    """Return how many are right in a line."""
    right = [verdict for _, verdict in verdicts]
    return f"{name:18} {sum(right):5} of {len(right):5}  {sum(right) / len(right):.3f}"


if __name__ == "__main__":
    main()
