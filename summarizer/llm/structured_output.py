"""What keeps an answer in shape while it is written, as each kind of endpoint takes it."""

import json
from collections.abc import Mapping
from typing import Any

from summarizer.llm.base import Schema

ONE_LINE = {"whitespace_flexible": False, "item_separator": ", ", "key_separator": ": "}
"""How llguidance, llama.cpp's engine of grammars, is to write JSON."""


def response_format(name: str, schema: Schema) -> dict[str, Any]:
    """Return the field of a request that asks an endpoint for strict decoding.

    Lengths stay away: some endpoints refuse them, others choke on the grammar that they become.

    Example:
        >>> format = response_format("Gist", {"type": "string", "maxLength": 9})["response_format"]
        >>> format["json_schema"]
        {'name': 'Gist', 'schema': {'type': 'string'}, 'strict': True}
    """
    form = {"name": name, "schema": _unbounded(schema), "strict": True}
    return {"response_format": {"type": "json_schema", "json_schema": form}}


def grammar(schema: Schema) -> dict[str, str]:
    """Return the field of a request that constrains llama.cpp to JSON on one line.

    Its own grammar leaves room for white space. A small model fills that room, and waits as long
    again. The space after a colon and a comma stays: without it the model began its answers with
    one.
    """
    shape = json.dumps({**schema, "x-guidance": ONE_LINE}, ensure_ascii=False)
    return {"grammar": f"%llguidance {{}}\nstart: %json {shape}"}


def not_strict(body: dict[str, Any]) -> dict[str, Any]:
    """Return a request that asks for its schema, but does not call it strict.

    Example:
        >>> body = not_strict(response_format("Gist", {"type": "string"}))
        >>> body["response_format"]["json_schema"]
        {'name': 'Gist', 'schema': {'type': 'string'}}
    """
    form = body.get("response_format", {})
    if "json_schema" not in form:
        return body
    named = {name: each for name, each in form["json_schema"].items() if name != "strict"}
    return {**body, "response_format": {**form, "json_schema": named}}


def shown(body: dict[str, Any]) -> dict[str, Any]:
    """Return a request whose prompt shows the schema as well, for endpoints that take no notice.

    Example:
        >>> asked = [{"role": "user", "content": "What is it about?"}]
        >>> body = {"messages": asked, **response_format("Gist", {"type": "string"})}
        >>> shown(body)["response_format"] == body["response_format"]
        True
        >>> shown(shown(body)) == shown(body)
        True
    """
    form = body.get("response_format", {})
    if "json_schema" not in form or _ASKING in body["messages"][-1]["content"]:
        return body
    return {**body, "messages": _with_schema(body["messages"], form["json_schema"]["schema"])}


def loosened(body: dict[str, Any]) -> dict[str, Any]:
    """Return a request that asks the endpoint for less: any JSON object, then any text.

    The schema goes into the prompt instead. Answers are checked the same.

    Example:
        >>> asked = [{"role": "user", "content": "What is it about?"}]
        >>> body = {"messages": asked, **response_format("Gist", {"type": "string"})}
        >>> loosened(body)["response_format"], "response_format" in loosened(loosened(body))
        ({'type': 'json_object'}, False)
        >>> print(loosened(body)["messages"][0]["content"])
        What is it about?
        <BLANKLINE>
        Answer with one JSON object and nothing else. It must fit this JSON Schema:
        {"type": "string"}
    """
    form = body.get("response_format", {})
    if "json_schema" in form:
        return {**shown(body), "response_format": {"type": "json_object"}}
    return {name: each for name, each in body.items() if name != "response_format"}


def _with_schema(messages: Any, schema: Schema) -> list[dict[str, str]]:
    """Say at the end of the prompt what the answer is to look like; its beginning stays cached."""
    *before, last = messages
    shape = json.dumps(schema, ensure_ascii=False)
    content = f"{last['content']}\n\n{_ASKING}\n{shape}"
    return [*before, {**last, "content": content}]


_ASKING = "Answer with one JSON object and nothing else. It must fit this JSON Schema:"


def _unbounded(schema: Any) -> Any:
    if not isinstance(schema, Mapping):
        return schema
    return {
        key: _unbounded(value)
        for key, value in schema.items()
        if key != "maxLength" or isinstance(value, Mapping)  # a property may have any name
    }
