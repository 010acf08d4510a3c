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


def _unbounded(schema: Any) -> Any:
    if not isinstance(schema, Mapping):
        return schema
    return {
        key: _unbounded(value)
        for key, value in schema.items()
        if key != "maxLength" or isinstance(value, Mapping)  # a property may have any name
    }
