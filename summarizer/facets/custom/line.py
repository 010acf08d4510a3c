"""How an item is shown on a line: ``"{who} promises {what}[ by {by}]"``.

A name in braces is a field, or a fact of one, such as ``{by.iso}``. What is in square brackets is
left out where a field in it has no value. The line is plain text: each output escapes all of it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.facets.custom.kinds import KINDS
from summarizer.schema import FieldKind
from summarizer.schema.section import EVIDENCE

_PART = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_FIELD = re.compile(r"\{([^{}]*)\}")


def faults_of(line: str, fields: Mapping[str, FieldKind]) -> Iterator[str]:
    """Yield what is wrong with a line.

    Example:
        >>> list(faults_of("{nmae}", {"name": FieldKind(kind="copied")}))
        ["no field 'nmae'"]
    """
    if re.search(r"[\[\]]", _PART.sub("", line)) or re.search(r"[{}]", _FIELD.sub("", line)):
        yield "a bracket or brace without its partner"
    for shown in _FIELD.findall(line):
        name, _, fact = shown.partition(".")
        if name not in fields:
            yield f"no field {name!r}"
        elif fact and fact not in KINDS[fields[name].kind].facts:
            yield f"no {fact!r} in {name!r}"


def show(line: str, item: Mapping[str, Any], fields: Mapping[str, FieldKind]) -> str:
    """Return an item in a line of text.

    Args:
        line: The pattern; if it is faulty or empty, the fields are joined by commas.
        item: The item as it is stored.
        fields: The kinds of its fields.

    Example:
        >>> fields = {"who": FieldKind(kind="written"), "by": FieldKind(kind="written")}
        >>> show("{who}[ by {by}]", {"who": "Roe", "by": None}, fields)
        'Roe'
    """
    if not line or any(faults_of(line, fields)):
        words = (_words(name, item, fields) for name in fields if name != EVIDENCE)
        return ", ".join(filter(None, words))
    return "".join(_parts(line, item, fields)).strip()


def _parts(line: str, item: Mapping[str, Any], fields: Mapping[str, FieldKind]) -> Iterator[str]:
    for optional, always in _PART.findall(line):
        part = optional or always
        pieces = _FIELD.split(part)
        pieces[1::2] = values = [_words(name, item, fields) for name in pieces[1::2]]
        if always or all(values):
            yield "".join(pieces)


def _words(shown: str, item: Mapping[str, Any], fields: Mapping[str, FieldKind]) -> str:
    name, _, fact = shown.partition(".")
    kind, stored = KINDS[fields[name].kind], item.get(name)
    several = stored if isinstance(stored, list | tuple) else [stored]
    words = (kind.words(each) if not fact else each[fact] for each in several if each is not None)
    return " ".join(", ".join(str(word) for word in words if word is not None).split())
