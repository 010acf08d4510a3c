"""What endpoints refuse, by the words in which they do, and what a request is like without it.

A lesson is a function from the body of a request to another body. It changes nothing where the
body has not got what is refused, so nothing is learnt twice.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from summarizer.llm.refusal import Refusal
from summarizer.llm.structured_output import loosened, not_strict

Body = dict[str, Any]
Change = Callable[[Body], Body]

LIMITS = ("max_tokens", "max_completion_tokens")
"""The names that the limit of an answer goes by; the second is OpenAI's newer one."""

SHORTEST = 16
"""Tokens. A smaller number in an error is no limit of an answer."""

INSTEAD = re.compile(
    r"unsupported|not supported|instead|extra|unknown|unrecogni[sz]ed", re.IGNORECASE
)
"""Words that refuse a parameter by its name, whatever its value."""

NUMBER = re.compile(r"(?<![\w.-])(\d{1,3}(?:,\d{3})+|\d+)(?![\w-])")
"""A number by itself, unlike that of a model's name."""

CONTEXT = re.compile(r"context (?:window|length|size|limit)\D{0,40}(\d[\d,]+)", re.IGNORECASE)

STREAMED = "It sent an event stream that was not asked for."
"""Our own words, for a server that streams by default."""

LIMIT = r"max_?(completion_?|output_?|new_?)?tokens|maximum tokens|completion tokens"
SCHEMA = (
    r"response_?format|json_?(schema|object)|structured.output|schema|grammar|guided|"
    r"\btools?\b|tool.?(choice|use|config)"
)
SYSTEM = (
    r"system (role|message|prompt|instruction)|developer instruction|messages\[\d\]\.role|"
    r"roles must alternate|role.{0,30}\bsystem\b"
)

PASSED_BY = frozenset({401, 402, 403, 408, 409, 413, 429, 502, 503, 504, 529})
"""Statuses that say nothing of the request's parameters."""


def lesson(refusal: Refusal, sent: Body) -> Change | None:
    """Return what to change in requests like the one that was refused.

    Args:
        refusal: What the endpoint said.
        sent: The body that it refused.

    Returns:
        The change; None if nothing is known that would help.

    Example:
        >>> said = Refusal(400, said="`temperature` is deprecated for this model.")
        >>> lesson(said, {"temperature": 0, "max_tokens": 60})({"temperature": 0, "seed": 1})
        {'seed': 1}
    """
    if refusal.status in PASSED_BY or refusal.is_quota or refusal.is_filtered:
        return None
    if refusal.is_miswritten or "model_not_found" in refusal.codes:
        return None
    changes = (
        change
        for text in (refusal.named, refusal.said)  # what it names as the cause, if it does, first
        for words, change in _known(refusal, sent)
        if re.search(words, text, re.IGNORECASE)
    )
    return next((change for change in changes if change(sent) != sent), None)


def allowed(body: Body) -> int:
    """Return the tokens that a request allows for its answer; 0 if it sets no limit.

    Example:
        >>> allowed({"max_completion_tokens": 60})
        60
    """
    return next((int(body[name]) for name in LIMITS if name in body), 0)


def context_named(refusal: Refusal) -> int | None:
    """Return the length of the context that an error names, in tokens.

    Example:
        >>> context_named(Refusal(400, said="The maximum context length is 8,192 tokens."))
        8192
    """
    found = CONTEXT.search(refusal.said)
    return int(found[1].replace(",", "")) if found else None


def _known(refusal: Refusal, sent: Body) -> tuple[tuple[str, Change], ...]:
    """Return the words of each refusal (or its parameter), and what is done about it."""
    return (
        (r"\btemperature\b", partial(_left_out, "temperature")),
        (r"\bseed\b", partial(_left_out, "seed")),
        (r"enable_thinking must be", partial(_said, "enable_thinking")),
        (re.escape(STREAMED), partial(_said, "stream")),
        (LIMIT, _limit(refusal, sent)),
        (r"\bstrict\b", not_strict),
        (SCHEMA, loosened),
        (SYSTEM, _merged),
    )


def _left_out(name: str, body: Body) -> Body:
    return {each: value for each, value in body.items() if each != name}


def _limit(refusal: Refusal, sent: Body) -> Change:
    """Keep to the limit that is named, or give it its other name, or give none."""
    numbers = (int(each.replace(",", "")) for each in NUMBER.findall(refusal.said))
    lower = [each for each in numbers if SHORTEST <= each < allowed(sent)]
    if lower and not INSTEAD.search(refusal.said):
        return partial(_capped, max(lower) - 1)  # some mean "less than"
    return _renamed if "max_tokens" in sent else partial(_left_out, "max_completion_tokens")


def _capped(most: int, body: Body) -> Body:
    return {name: min(each, most) if name in LIMITS else each for name, each in body.items()}


def _renamed(body: Body) -> Body:
    return {LIMITS[1] if name == LIMITS[0] else name: each for name, each in body.items()}


def _said(name: str, body: Body) -> Body:
    """Switch off something that an endpoint does by default."""
    return {**body, name: False}


def _merged(body: Body) -> Body:
    """Put what the system message says at the beginning of the user's."""
    first, *rest = body["messages"]
    if first["role"] != "system" or not rest:
        return body
    content = f"{first['content']}\n\n{rest[0]['content']}"
    return {**body, "messages": [{**rest[0], "content": content}, *rest[1:]]}
