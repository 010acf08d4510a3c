"""A model for tests: it gives the answers that it was given, and keeps what it was asked."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from summarizer.errors import SettingsError
from summarizer.llm.base import Reply, Request, Schema
from summarizer.llm.profiles import Profile

Answer = str | Mapping[str, Any] | BaseModel | Reply | Exception


class FakeModel:
    """A model for tests: no network, no key, and the answers that you choose.

    Data (a dictionary or a Pydantic model) is held against the JSON Schema of the question, as
    structured output would; a text or a :class:`~summarizer.Reply` is taken as it is, to try what
    comes of a wrong answer; an exception is raised.

    Args:
        answers: What it answers, in the order of asking; or a function that is given each request.
        profile: How it is asked; by default with ``many`` questions, one at a time.

    Attributes:
        requests: What it was asked, in order.

    Raises:
        SettingsError: It is given one answer instead of a list. From :meth:`answer`: no answer is
            left, or one does not fit its schema.

    Example:
        >>> from summarizer import FakeModel, summarize
        >>> model = FakeModel([{"gist": "It rained in Oslo."}])
        >>> summarize("It rained in Oslo.", model=model, facets=["gist"]).gist
        'It rained in Oslo.'
        >>> model.requests[0].name, "Oslo" in model.requests[0].messages[-1]["content"]
        ('GistAnswer', True)

        A function sees the whole request, and may answer by its name or its schema:

        >>> model = FakeModel(lambda request: {"gist": "It rained."})
        >>> summarize("It rained in Oslo.", model=model, facets=["gist"]).gist
        'It rained.'
    """

    def __init__(
        self,
        answers: Iterable[Answer] | Callable[[Request], Answer],
        *,
        profile: Profile | None = None,
    ) -> None:
        self.profile = profile or Profile(strategy="many", at_once=1)
        self.requests: list[Request] = []
        if isinstance(answers, str | Mapping | BaseModel | Reply):
            raise SettingsError(
                "The fake model takes a list of answers, not one.", hint="Say FakeModel([answer])."
            )
        self._answers = answers if callable(answers) else _in_turn(answers)

    async def answer(self, request: Request, /) -> Reply:
        """Give the next answer."""
        self.requests.append(request)
        answer = self._answers(request)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Reply):
            return answer
        text = answer if isinstance(answer, str) else _written(answer, request)
        return Reply(text, model="fake")


def _in_turn(answers: Iterable[Answer]) -> Callable[[Request], Answer]:
    left = iter(answers)

    def give(request: Request) -> Answer:
        for answer in left:
            return answer
        raise SettingsError(
            f"The fake model has no answer left for {request.name!r}.",
            hint="Give it more answers, or a function.",
        )

    return give


def _written(answer: object, request: Request) -> str:
    if not isinstance(answer, Mapping | BaseModel):
        raise SettingsError(
            f"The fake model has {answer!r} for {request.name!r}, which is no answer.",
            hint="Give a dictionary, a Pydantic model, a text, a Reply or an exception.",
        )
    data = answer.model_dump(mode="json") if isinstance(answer, BaseModel) else dict(answer)
    for fault in _faults(data, request.schema, request.schema, "the answer"):
        raise SettingsError(
            f"The fake model's answer to {request.name!r} does not fit its schema: {fault}.",
            hint="Give a text instead of data to try what comes of a wrong answer.",
        )
    return json.dumps(data, ensure_ascii=False)


TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def _faults(value: object, schema: Schema, root: Schema, where: str) -> Iterator[str]:
    """Yield what of a value is against a schema, as far as the schemas of answers go."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema and all(any(_faults(value, each, root, "")) for each in schema["anyOf"]):
        yield f"{where} is none of what it may be: {value!r}"
    if not _is(value, schema.get("type")):
        yield f"{where} is no {schema['type']}: {value!r}"
    elif "enum" in schema and value not in schema["enum"]:
        yield f"{where} is none of {schema['enum']}: {value!r}"
    elif isinstance(value, dict):
        yield from _faults_within(value, schema, root, where)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _faults(each, schema.get("items", {}), root, f"{where}[{number}]")


def _faults_within(
    value: Mapping[str, Any], schema: Schema, root: Schema, at: str
) -> Iterator[str]:
    properties = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{at} has no {name!r}"
    for name, each in value.items():
        if name in properties:
            yield from _faults(each, properties[name], root, f"{at}.{name}")
        elif schema.get("additionalProperties") is False:
            yield f"{at} may not have {name!r}"


def _is(value: object, named: str | None) -> bool:
    if named is None:
        return True
    return isinstance(value, TYPES[named]) and (named == "boolean" or not isinstance(value, bool))
