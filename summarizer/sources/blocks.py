"""Blocks of a page that say more than their text: tables, block quotations, pull quotes.

They are rewritten as paragraphs before the article is extracted: each row of a table with the heads
of its columns, a block quotation with marks and with who said it. A pull quote that repeats the
text is taken out. Every word is one of the page.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

_LONGEST_CELL = 80
_WIDEST = 20
"""Cells of a row. Wider tables are left as they are."""
_LINE = 100
"""Characters of a line, after which the head of the row is said again."""
_LAYOUT = ".//form | .//ul | .//ol | .//h1 | .//h2 | .//img | .//p[2]"
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/–]\d{2,4})?\W*")

_PULLED = "//blockquote | //aside | //*[contains(@class, 'pull')]"
_MOST, _LONGEST_PULLED = 50, 400
_NOT_A_WORD = re.compile(r"\W+")

_BLOCKS = (
    "//figure[blockquote and figcaption]"
    " | //blockquote[not(.//blockquote or parent::figure/figcaption)]"
)
_SAID_BY = re.compile(r"(?<=[.!?…”\"’»)])\s*[—–―-]{1,2}\s*(?=\w|@)")
_ENDED = re.compile(r"[.!?…”\"’»—–―-]\s*$")
_DASHES = " —–―-"
_LONGEST_NAME = 80
_BEHIND_A_NAME = re.compile(r"[,(，、،]")
_NO_NAME = re.compile(r"[\d:]")
_MOST_WORDS, _LONGEST_PARTICLE = 6, 3

Element = Any


def rewrite(tree: Element) -> None:
    """Rewrite the tables, block quotations and pull quotes of a page, in place."""
    figures = tree.xpath("//figure[.//table or .//blockquote]")
    for pulled in list(_repeated(tree)):
        _replace(pulled, [])
    for table in tree.xpath("//table[not(.//table)]"):
        if lines := _table_lines(table):
            _replace(table, lines)
    for block in tree.xpath(_BLOCKS):
        if quoted := _attributed(block):
            _replace(block, [quoted])
    for figure in figures:  # what is in a figure would be left out
        figure.tag = "div"
        for caption in figure.iter("figcaption"):
            caption.tag = "p"


def _replace(element: Element, lines: list[str]) -> None:
    """Put paragraphs in the place of an element, and keep the text behind it."""
    if element.getparent() is None:
        return
    for line in lines:
        paragraph = etree.Element("p")
        paragraph.text = line
        element.addprevious(paragraph)  # an index would take quadratic time
    element.drop_tree()


def _flat(element: Element) -> str:
    texts = element.xpath(".//text()[not(parent::script or parent::style)]")
    return " ".join(" ".join(texts).split())


def _table_lines(table: Element) -> list[str]:
    """Return the lines of a table of figures; none for one that only lays out a page."""
    if table.xpath(_LAYOUT):
        return []
    rows = _grid(table)
    cells = [cell for row in rows for cell in row]
    fits = len(rows) > 1 and max(map(len, rows)) in range(2, _WIDEST + 1)
    if not fits or max(map(len, cells)) > _LONGEST_CELL or not any(map(_DIGIT.search, cells)):
        return []
    named = _head_rows(table, rows)
    columns = zip_longest(*rows[:named], fillvalue="")
    heads = [" ".join(dict.fromkeys(filter(None, each))) for each in columns]
    lines = [_flat(caption) for caption in table.iter("caption")]
    return [*lines, *(line for row in rows[named:] for line in _row_lines(row, heads))]


def _grid(table: Element) -> list[list[str]]:
    """Return the cells of the rows; one that spans rows, or columns of a head, is in each."""
    rows: list[list[str]] = []
    below: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells = iter(list(row.iter("td", "th")))
        rows.append([])
        while len(rows[-1]) <= _WIDEST:
            column = len(rows[-1])
            left, text = below.pop(column, (0, ""))
            cell = None if left else next(cells, None)
            if not left and cell is None and column > max(below, default=0):
                break
            wide, high = (_span(cell, name) for name in ("colspan", "rowspan"))
            left, text = (left, text) if cell is None else (high, _flat(cell))
            again = text if _is_head_row(row) else ""
            texts = [text, *[again] * (wide - 1)]
            rows[-1] += texts
            if left > 1:
                below.update((column + at, (left - 1, each)) for at, each in enumerate(texts))
    return rows


def _span(cell: Element | None, name: str) -> int:
    written = "1" if cell is None else cell.get(name, "1")
    return max(1, min(int(written), _WIDEST)) if written.isdecimal() else 1


def _is_head_row(row: Element) -> bool:
    return row.getparent().tag == "thead" or not any(True for _ in row.iter("td"))


def _head_rows(table: Element, rows: list[list[str]]) -> int:
    """Return how many of the first rows have the heads of the columns."""
    heads = [_is_head_row(row) for row in table.iter("tr")]
    if heads[0]:
        return [*heads, False].index(False)
    first, *others = rows
    numbers = [cell for cell in first if _DIGIT.search(cell)]
    years = len(first) > 2 and all(map(_YEAR.fullmatch, numbers))
    counted = all(any(map(_DIGIT.search, row[1:])) for row in others)
    return int(counted and (not numbers or years))


def _row_lines(row: list[str], heads: list[str]) -> Iterator[str]:
    """Yield the lines of a row: "Oslo: 2023: 4,100; 2024: 5,200"."""
    if not any(row):
        return
    head, *values = row
    named = [*heads[1:], *[""] * len(values)]
    parts = [
        f"{name}: {value}" if name else value
        for name, value in zip(named, values, strict=False)
        if value
    ]
    line = head
    for part in parts:
        opens = line == head
        if not opens and len(line) + len(part) > _LINE:
            yield line
            line, opens = head, True
        line = f"{line}{', ' if opens else '; '}{part}" if line else part
    yield line


def _attributed(block: Element) -> str | None:
    """Return a block quotation in marks with who said it; None if it does not say that."""
    said, name = _parts(block)
    after = None if name else block.getnext()
    if after is not None and after.tag == "p" and _flat(after)[:1] in (*_DASHES[1:],):
        behind = _flat(after).strip(_DASHES)
        name = behind if _is_name(behind) else ""
    if not said or not _may_say(name):
        return None
    if after is not None:
        _replace(after, [])
    return f"{said if _is_marked(said) else f'“{said}”'} — {name}"


def _parts(block: Element) -> tuple[str, str]:
    """Return what a block quotation says, and the name of who said it, or no name."""
    text = _flat(block)
    named = [_flat(each) for each in block.iter("footer", "cite", "figcaption")]
    named = named or [
        _flat(each) for each in block.xpath(".//p[position() = last() and last() > 1]")
    ]
    at = len(text) - len(named[-1]) if named and text.endswith(named[-1]) else 0
    said, name = text[:at].rstrip(), text[at:]
    signed = any(True for _ in block.iter("footer", "cite", "figcaption"))
    signed = signed or name[:1] in (*_DASHES[1:],) or (" " in name and _is_name(name))
    if signed and name and _ENDED.search(said) and not _ENDED.search(name):
        return said.rstrip(_DASHES), name.strip(_DASHES)
    return _split(text)


def _may_say(name: str) -> bool:
    """Return whether what is behind a dash can be who speaks, and is no list, score or sum."""
    first = _BEHIND_A_NAME.split(name)[0]
    opens = name[:1].isalpha() or name[:1] == "@"
    return opens and len(name) <= _LONGEST_NAME and not _NO_NAME.search(first)


def _is_name(text: str) -> bool:
    """Return whether words have the shape of a name: "Dee van der Marsh, nurse"."""
    words = _BEHIND_A_NAME.split(text)[0].split() if _may_say(text) else []
    if len(words) not in range(1, _MOST_WORDS + 1) or _ENDED.search(text):
        return False
    within = all(len(word) <= _LONGEST_PARTICLE for word in words[1:-1] if word[0].islower())
    return within and not words[0][0].islower() and not words[-1][0].islower()


def _split(text: str) -> tuple[str, str]:
    """Part a quotation from the name behind its last dash."""
    said, name = text, ""
    for dash in _SAID_BY.finditer(text):
        said, name = text[: dash.start()], text[dash.end() :]
    return said.rstrip(_DASHES), name.strip(_DASHES)


def _is_marked(said: str) -> bool:
    return said[0] in "“\"„«‘'" or said[-1] in "”\"“»’'"


def _repeated(tree: Element) -> Iterator[Element]:
    """Yield the pull quotes that repeat what the text says elsewhere."""
    found = [(each, _words(_parts(each)[0])) for each in _outermost(tree)]
    pulled = [(each, words) for each, words in found if " " in words.strip()]
    text = _words(_flat(tree)) if pulled else ""
    boxes = Counter(words for _, words in pulled)
    for each, words in pulled:
        if len(words) <= _LONGEST_PULLED and text.count(words.strip()) > boxes[words]:
            yield each


def _outermost(tree: Element) -> list[Element]:
    """Return the boxes of a page that are in no other."""
    boxes = tree.xpath(_PULLED)[:_MOST]
    return [each for each in boxes if not set(boxes).intersection(each.iterancestors())]


def _words(text: str) -> str:
    return f" {_NOT_A_WORD.sub(' ', text.lower()).strip()} "
