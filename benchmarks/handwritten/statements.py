"""What the model of the benchmark answers about statements: it points at those written by hand."""

from collections.abc import Iterable, Sequence
from typing import Any

from handwritten.answers import Answers, Statement, plain
from summarizer.document.document import Document
from summarizer.document.statements import Statement as Found

ENDS = 3
"""First and last words of a statement that an answer gives."""

LETTERS = 6
"""The same in characters, where no spaces part the words."""

Row = dict[str, Any]


def statement_rows(document: Document, answers: Answers, keys: Iterable[str]) -> list[Row]:
    """Correct and drop what code found, and add what it did not find.

    Args:
        document: The article.
        answers: What was written about it; nothing is said where it has no statements.
        keys: The ids that the prompt lists.
    """
    if answers.statements is None:
        return []
    left = list(answers.statements)
    rows: list[Row] = []
    for found in (each for each in document.statements if each.key in keys):
        meant = max(left, key=lambda each: shared(each, found), default=None)
        if meant is None or not shared(meant, found):
            rows.append(_row(found.key, "none"))
            continue
        left.remove(meant)
        rows += _corrected(document, answers, found, meant)
    return rows + [_added(document, each) for each in left]


def shared(statement: Statement, found: Found) -> float:
    """Return the part of two statements' characters that is in both."""
    both = min(statement.end, found.end) - max(statement.start, found.start)
    return max(0, both) / (max(statement.end, found.end) - min(statement.start, found.start))


def asked_again(row: Row, faults: Sequence[str]) -> bool:
    """Return whether a second form asks for a row again."""
    label = row["id"] or f"[{row['sentence']}] {row['speaker']}:"
    return any(label in detail and (row["first"] or "") in detail for detail in faults)


def _corrected(document: Document, answers: Answers, found: Found, meant: Statement) -> list[Row]:
    """Return what is wrong with what code found; nothing where it is right."""
    text = document.article.text
    row = _row(found.key, meant.polarity)
    same = _letters(text[found.start : found.end]) == _letters(meant.text)
    source = set(plain(found.name or found.source).split())
    names = (set(plain(name).split()) for name in answers.names_of(meant.speaker or ""))
    known = any(source <= name or (found.name and name <= source) for name in names)
    if not known:
        row |= {"speaker": meant.speaker or "unknown"}
    if not same:
        row |= {"cue": meant.cue, **_pointing(document, meant)}
    return [] if same and known and found.polarity == meant.polarity else [row]


def _added(document: Document, statement: Statement) -> Row:
    row = _row(None, statement.polarity) | _pointing(document, statement)
    return row | {"speaker": statement.speaker, "cue": statement.cue}


def _row(key: str | None, polarity: str) -> Row:
    unchanged = dict.fromkeys(("speaker", "cue", "sentence", "first", "last"))
    return {"id": key, "polarity": polarity, **unchanged}


def _pointing(document: Document, statement: Statement) -> Row:
    words = statement.text.split()
    first, last = " ".join(words[:ENDS]), " ".join(words[-ENDS:])
    if len(words) == 1 and not statement.text.isascii():
        first, last = statement.text[:LETTERS], statement.text[-LETTERS:]
    number = document.sentence_at(statement.start) + 1
    return {"sentence": number, "first": first, "last": last}


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))
