"""From a model's reply to an answer that can be used: once, for every kind of model."""

import json
import logging
import re
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from summarizer.errors import AnswerError, FilteredError, RefusedError, TruncatedError
from summarizer.llm.base import LanguageModel, Reply, Request, Schema
from summarizer.llm.sanitising import bounded, sanitised
from summarizer.schema import Usage
from summarizer.schema.invalid import invalid

A = TypeVar("A", bound=BaseModel)

log = logging.getLogger("summarizer.llm")

LONGEST_TOKEN = 32
"""Characters of a token, on the average of an answer, at the very most. What is longer did not keep
to its limit, and every item of it would be checked, and asked about again."""

ANOTHER = "Try another model; the log has its answers (-vv)."
ROOM = "A larger output in the model's profile (--profiles) gives an answer more room."

LONGEST_NAME = 200
"""Characters of a model's name that are kept."""

TRAILING = re.compile(r'("(?:\\.|[^"\\])*"?)|,(?=\s*[}\]])', re.DOTALL)
"""A string, whole or unfinished, or a comma before a closing bracket."""


class Meter:
    """Adds up the usage of every reply, usable or not."""

    def __init__(self) -> None:
        self.usage = Usage()
        self.model: str | None = None

    def count(self, reply: Reply) -> None:
        """Add a reply's usage and remember the model that gave it."""
        self.usage += bounded(reply.usage)
        self.model = sanitised(reply.model or "").strip()[:LONGEST_NAME] or self.model


async def ask(model: LanguageModel, request: Request, answer: type[A], meter: Meter) -> A:
    """Ask a model one question, and read its answer.

    Args:
        model: The model.
        request: The question.
        answer: What the reply is read as; its JSON Schema is that of the request.
        meter: Where the usage is added, also when the answer cannot be used.

    Returns:
        The answer.

    Raises:
        ModelError: Nothing usable came; its class says why.
        CassetteError: A replay has no answer to this question.
    """
    try:
        reply = await model.answer(request)
    except AnswerError as error:
        meter.usage += bounded(error.usage or Usage())
        raise
    meter.count(reply)
    log.debug("%s answered (%s): %s", reply.model, reply.ended, reply.text)
    return read(reply, answer, request.max_tokens)


def read(reply: Reply, answer: type[A], max_tokens: int) -> A:
    """Read a reply as an answer.

    Args:
        reply: The reply.
        answer: What it is read as.
        max_tokens: The longest answer, in tokens, that was asked for.

    Raises:
        RefusedError: The model declined.
        FilteredError: A filter stopped it.
        TruncatedError: It was cut off at the token limit.
        AnswerError: It is empty, too long, no JSON, or of another shape.

    Example:
        >>> class Gist(BaseModel):
        ...     gist: str
        >>> read(Reply('{"gist": "It rained."}'), Gist, 60)
        Gist(gist='It rained.')
    """
    _check(reply, reply.limit or max_tokens)
    try:
        return answer.model_validate_json(_cleared(object_in(reply.text)), strict=True)
    except ValidationError as error:
        wrong = invalid(error, "all of it")
        raise AnswerError(f"The answer has the wrong shape: {wrong}.", hint=ANOTHER) from error


def _cleared(text: str) -> str:
    """Return JSON without the signs in its texts that nobody sees; what is no JSON as it is."""
    try:
        data = from_json(text)
        clear = sanitised(data)
        return text if clear == data else json.dumps(clear)
    except (ValueError, TypeError):  # a number of thousands of digits, or half a character
        return text


def object_in(text: str) -> str:
    """Return the JSON object in an answer, without what is around it.

    That may be a code fence, prose, or reasoning that was left in; a trailing comma is left out.
    What holds no whole object is returned as it is: to search a broken one for a whole part would
    find one of its items.

    Example:
        >>> object_in('<think>Rain, surely.</think>Here it is: {"gist": "It rained.",}')
        '{"gist": "It rained."}'
    """
    if _is_object(text):
        return text
    said = _spoken(text)
    within = said[said.find("{") : said.rfind("}") + 1]
    without = TRAILING.sub(lambda found: found[1] or "", within)
    return next((each for each in (within, without) if _is_object(each)), text)


def is_shaped(reply: Reply, schema: Schema) -> bool:
    """Return whether an answer has any key that its schema requires, as if it knew the schema.

    Example:
        >>> is_shaped(Reply("It rained."), {"required": ["gist"]})
        False
    """
    text, required = object_in(reply.text), set(schema.get("required", ()))
    return _is_object(text) and (not required or not required.isdisjoint(from_json(text)))


def is_starved(reply: Reply) -> bool:
    """Return whether a model reached its limit before, or because of, its reasoning.

    Example:
        >>> is_starved(Reply("", ended="length")), is_starved(Reply('{"gist": "It', ended="length"))
        (True, False)
    """
    return reply.ended == "length" and bool(reply.usage.reasoning_tokens or not _spoken(reply.text))


def _spoken(text: str) -> str:
    """Return what follows the reasoning, if there is any."""
    _thought, mark, said = text.rpartition("</think>")
    return said.strip() if mark or "<think>" not in text else ""


def _is_object(text: str) -> bool:
    try:
        return isinstance(from_json(text), dict)
    except (ValueError, TypeError):  # the second for half a character
        return False


def _check(reply: Reply, limit: int) -> None:
    if reply.ended == "refused":
        raise RefusedError("The model declined to answer.", hint=ANOTHER)
    if reply.ended == "filtered":
        raise FilteredError("The provider's content filter stopped the answer.", hint=ANOTHER)
    if reply.ended == "length":
        raise TruncatedError(f"The answer was cut off at {limit} tokens.", hint=ROOM)
    if not reply.text:
        raise AnswerError("The endpoint sent an answer without content.", hint=ANOTHER)
    if len(reply.text) > LONGEST_TOKEN * limit:
        raise AnswerError(f"The answer is longer than {limit} tokens can be.", hint=ANOTHER)
