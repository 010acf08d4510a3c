"""YAML as cassettes are written in: to be read by people, and loaded as data alone.

Multi-line text is in literal style, every character as it is, keys in the order given. Knows
nothing of what a cassette holds.
"""

import math
from typing import Any

from summarizer.errors import MissingExtraError

try:
    import yaml  # type: ignore[import-untyped]  # it comes without types
except ImportError as error:
    raise MissingExtraError(
        "Cassettes need PyYAML, which is not installed.", hint="Run: pip install pyyaml"
    ) from error

END = "...\n"
"""Ends a document. A file without it was cut off, which YAML alone would not notice."""

_BREAKS = frozenset("\x85\u2028\u2029")
"""Line breaks to YAML, which it keeps apart from others only where they are escaped."""

_DEEPEST = 100
"""Collections in one another. Cassettes have about ten; libyaml crashes on many thousands."""
_TOO_DEEP = f"it is nested more than {_DEEPEST} deep"
_REFUSED = "nesting depth"
"""What the parser's own error says of it."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Dumper(yaml.SafeDumper):  # type: ignore[misc]  # it comes without types
    def ignore_aliases(self, _: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)


def _text(dumper: Any, text: str) -> Any:
    style = "|" if "\n" in text else None
    if not _BREAKS.isdisjoint(text):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _mapping(dumper: Any, data: dict[str, object]) -> Any:
    node = dumper.represent_mapping("tag:yaml.org,2002:map", data)
    node.flow_style = data.keys() == {"start", "end", "text"}  # a span: one line is enough
    return node


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)


def dumps(data: object) -> str:
    r"""Write data as a YAML document that ends with its end marker.

    Example:
        >>> print(dumps({"content": "Who said “no”?\nReply.", "n": 1}), end="")
        content: |-
          Who said “no”?
          Reply.
        n: 1
        ...
    """
    written: str = yaml.dump(
        data,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        explicit_end=True,
        width=math.inf,  # a broken line could hide a key from the search for it
    )
    return written


def loads(text: str) -> object:
    """Load a YAML document without constructing any object but plain data.

    Raises:
        ValueError: The text is no YAML, is nested too deep, or holds a tag that asks for an object.

    Example:
        >>> loads("n: 1")
        {'n': 1}
    """
    try:
        _refuse_depth(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506  a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}: " if mark else ""
        problem = getattr(error, "problem", None) or "not YAML"
        if _REFUSED in problem:  # newer ones refuse what is 1,000 deep before it is an event
            problem = _TOO_DEEP
        raise ValueError(f"{where}{problem}") from error


def _refuse_depth(text: str) -> None:
    """Refuse deep nesting by the events of the parser, which stop at the first that is too deep."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            line = event.start_mark.line + 1
            raise ValueError(f"line {line}: {_TOO_DEEP}")
