"""The ways in which an endpoint misbehaves, by name; docs/faults.md tells what comes of each.

``PASSING`` faults may be gone at the next attempt, ``LASTING`` ones will not, ``UNUSABLE`` are
answers that came and cannot be used, ``ITEMS`` have one wrong thing in a right answer about the
bridge, ``LEARNT`` are refusals of how a request was put, and ``HARMLESS`` is what only looks like a
fault. What endpoints say is in the words in which users have reported it.
"""

import gzip
import json
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler

from bridge import ANSWERS
from endpoint import Response, completion, failure

HUGE = 64
"""Megabytes of a gigantic answer."""

HANGING = ("silence", "trickle")
"""What lasts as long as the client's patience."""


class Silence(Response):
    """Nothing at all, until the client hangs up."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        handler.connection.recv(1)


class Trickle(Response):
    """A body that never ends, a byte at a time, until the client hangs up."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        self.open(handler, {"Content-Length": "1000000"})
        while True:
            handler.wfile.write(b" ")
            time.sleep(0.05)


class Reset(Response):
    """A connection that is reset in the middle of the body."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        self.open(handler, {"Content-Length": "1000"})
        handler.wfile.write(self.body)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.shutdown(socket.SHUT_RD)


class Foreign(Response):
    """Bytes that are no HTTP."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH_9.9\r\n")


class Endless(Response):
    """A body whose end is the end of the connection, as HTTP/1.0 has it."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        handler.protocol_version = "HTTP/1.0"
        self.open(handler, {})
        handler.wfile.write(self.body)


@dataclass
class Gigantic(Response):
    """A completion with megabytes of white space, made while it is sent."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        head, _, tail = completion("~").body.partition(b"~")
        self.open(handler, {"Content-Length": str(len(head) + HUGE * 2**20 + len(tail))})
        for part in (head, *[b" " * 2**20] * HUGE, tail):
            handler.wfile.write(part)


def _limited(retry_after: str | None = None, status: int = 429) -> Response:
    """A limit of the rate, or another failure that says when to come back."""
    return failure(status, headers=None if retry_after is None else {"Retry-After": retry_after})


def _page(status: int) -> Response:
    page = b"<html><head><title>Bad Gateway</title></head><body>nginx</body></html>"
    return Response(page, status, {"Content-Type": "text/html"})


def _as_json(value: object, encoding: str = "utf-8", status: int = 200) -> Response:
    return Response(json.dumps(value, ensure_ascii=False).encode(encoding), status)


def _error(status: int, error: object) -> Response:
    return Response(json.dumps({"error": error}).encode(), status)


def _zipped(body: bytes) -> Response:
    return Response(body, headers={"Content-Type": "application/json", "Content-Encoding": "gzip"})


@cache
def _bomb() -> bytes:
    return gzip.compress(b" " * HUGE * 2**20, 1)


def _answer(content: object) -> Response:
    """A completion whose content is JSON, whatever its shape."""
    return completion(json.dumps(content))


def _odd(**message: object) -> Response:
    """A completion with an odd message."""
    choice = {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": "stop"}
    return completion("", choices=[choice])


def _told_in_200(message: str, code: int, raw: str = "") -> Response:
    return _as_json({"error": {"message": message, "code": code, "metadata": {"raw": raw}}})


def _error_in_choice(error: object) -> Response:
    message = {"role": "assistant", "content": '{"gist": "The may'}
    return completion("", choices=[{"index": 0, "message": message, "error": error}])


def _elsewhere(status: int) -> Response:
    headers = {"Location": "http://127.0.0.1:9/v1/chat/completions"}
    return Response(b"", status, headers)


PASSING = {
    "429": _limited,
    "429-seconds": lambda: _limited("0"),
    "429-date-past": lambda: _limited("Sun, 06 Nov 1994 08:49:37 GMT"),
    "429-negative": lambda: _limited("-5"),
    "429-nan": lambda: _limited("nan"),
    "429-garbage": lambda: _limited("soon, or at 25:61"),
    "408": lambda: failure(408),
    "409": lambda: failure(409),
    "500": lambda: failure(500),
    "502-html": lambda: _page(502),
    "503": lambda: _limited("0", status=503),
    "529": lambda: failure(529, "overloaded_error"),
    "silence": Silence,
    "trickle": Trickle,
    "cut": lambda: Response(b'{"id": "chat', cut=True),
    "reset": lambda: Reset(b'{"id": "chat'),
    "no-http": Foreign,
    "gzip-garbage": lambda: _zipped(b"\x1f\x8bno gzip at all"),
    "empty-body": Response,
    "html": lambda: _page(200),
    "event-stream": lambda: Response(
        b"data: [DONE]\n", headers={"Content-Type": "text/event-stream"}
    ),
    "broken-json": lambda: Response(b'{"object": "chat.completion", "choices": [{"ind'),
    "nested-json": lambda: Response(b"[" * 200_000),
    "latin-1": lambda: _as_json({"choices": [], "note": "café"}, "latin-1"),
    "json-null": lambda: _as_json(None),
    "json-list": lambda: _as_json([1, 2]),
    "json-text": lambda: _as_json("hello"),
    "other-object": lambda: _as_json({"object": "list", "data": []}),
    "error-as-200": lambda: _as_json({"error": {"message": "Overloaded.", "code": 502}}),
    "429-ms": lambda: failure(429, headers={"Retry-After-Ms": "0", "Retry-After": "900"}),
    "429-minute": lambda: _error(
        429,
        {
            "code": 429,
            "message": "You exceeded your current quota, please check your plan. Quota exceeded "
            "for metric: requests. Please retry in 0.1s.",
            "status": "RESOURCE_EXHAUSTED",
        },
    ),
    "limit-as-200": lambda: _told_in_200("Provider returned error", 429, raw="Try again shortly."),
    "error-finish": lambda: completion('{"gist": "The may', finish="error"),
    "error-in-choice": lambda: _error_in_choice({"code": 502, "message": "Upstream broke off."}),
    "json-validate-failed": lambda: _error(
        400,
        {
            "message": "Failed to generate JSON. Please adjust your prompt.",
            "type": "invalid_request_error",
            "code": "json_validate_failed",
            "failed_generation": '{"gist": "The may',
        },
    ),
    "json-validate-proxied": lambda: _error(
        400, {"message": "litellm.BadRequestError: GroqException - Failed to validate JSON."}
    ),
    "choices-null": lambda: completion("", choices=None),
    "choices-text": lambda: completion("", choices="none"),
}

LASTING = {
    "429-hours": lambda: _limited("86400"),
    "429-billion": lambda: _limited("1e9"),
    "429-year-9999": lambda: _limited("Fri, 31 Dec 9999 23:59:59 GMT"),
    "503-hours": lambda: _limited("86400", status=503),
    "429-quota": lambda: failure(429, "insufficient_quota"),
    "402": lambda: failure(402),
    "401": lambda: failure(401, "invalid_api_key"),
    "403": lambda: failure(403),
    "404-model": lambda: failure(404, "model_not_found"),
    "400": lambda: failure(400, "invalid_request_error"),
    "400-context": lambda: failure(400, "context_length_exceeded"),
    "400-context-llama": lambda: failure(400, "exceed_context_size_error"),
    "400-context-vllm": lambda: _error(400, {"message": "The maximum context length is 9."}),
    "413": lambda: failure(413),
    "422": lambda: failure(422),
    "400-odd-error": lambda: _error(400, {"code": ["a"], "type": {}, "message": [1]}),
    "400-text-error": lambda: _error(400, "This does not work."),
    "echo-as-200": lambda: _told_in_200("Bad \x1b[2J token Bearer made-up-key", 400),
    "402-as-200": lambda: _told_in_200("Insufficient credits. Add more.", 402),
    "401-as-200": lambda: _told_in_200("No auth credentials found", 401),
    "quota-in-words": lambda: _error(
        400,
        {
            "type": "invalid_request_error",
            "message": "Your credit balance is too low to access it.",
        },
    ),
    "quota-in-code": lambda: _error(
        429,
        {"type": "exceeded_current_quota_error", "message": "Your account is suspended."},
    ),
    "quota-proxied": lambda: _error(
        429,
        _wrapped("You exceeded your current quota, please check your plan and billing details."),
    ),
    "quota-as-200": lambda: _as_json(
        {"base_resp": {"status_code": 1008, "status_msg": "insufficient balance"}, "choices": None}
    ),
    "context-500": lambda: _error(500, "input length exceeds maximum context length"),
    "context-as-200": lambda: _as_json(
        {
            "error": {
                "message": "The maximum context length is 9.",
                "code": "context_length_exceeded",
            }
        }
    ),
    "400-context-words": lambda: _error(400, "prompt is too long: 210000 tokens > 200000 maximum"),
    "400-context-studio": lambda: _error(
        400, "The model is loaded with context length of only 4096 tokens, which is not enough."
    ),
    "404-route": lambda: _error(404, {"message": "No such route.", "code": 404}),
    "article-cut": lambda: completion(
        '{"gist": "It rained."}',
        usage={"prompt_tokens": 40, "completion_tokens": 10, "total_tokens": 50},
    ),
    "400-echo": lambda: _error(400, {"message": "Bad \x1b[2J\n token Bearer made-up-key"}),
    "redirect-302": lambda: _elsewhere(302),
    "redirect-307": lambda: _elsewhere(307),
}

UNUSABLE = {
    "no-choices": lambda: completion("", choices=[]),
    "null-content": lambda: completion(None),
    "empty-content": lambda: completion(""),
    "no-message": lambda: completion("", choices=[{"index": 0, "finish_reason": "stop"}]),
    "message-text": lambda: completion("", choices=[{"index": 0, "message": "hello"}]),
    "empty-parts": lambda: _odd(content=[{"type": "thinking", "thinking": "Hm."}]),
    "empty-tool-call": lambda: _odd(content=None, tool_calls=[{"function": {}}]),
    "spaces": lambda: completion(" " * 40),
    "content-number": lambda: _odd(content=7),
    "refusal": lambda: completion(None, refusal="I will not."),
    "length": lambda: completion('{"gist": "The may', finish="length"),
    "content-filter": lambda: completion(None, finish="content_filter"),
    "length-elsewhere": lambda: completion('{"gist": "The may', finish="MAX_TOKENS"),
    "starved": lambda: completion("", finish="length"),
    "filter-azure": lambda: _error(
        400,
        {
            "code": "content_filter",
            "message": "The response was filtered due to the content management policy.",
            "innererror": {"code": "ResponsibleAIPolicyViolation"},
        },
    ),
    "filter-words": lambda: _error(
        400, {"message": "Content Exists Risk", "code": "invalid_request_error"}
    ),
    "filter-403": lambda: _error(
        403, {"code": 403, "message": "It requires moderation and your input was flagged."}
    ),
    "filter-as-200": lambda: _as_json({"error": {"code": "content_filter", "message": "No."}}),
    "filter-safety": lambda: completion(None, finish="SAFETY"),
    "filter-sensitive": lambda: completion("", finish="sensitive"),
    "refusal-finish": lambda: completion("I will not.", finish="refusal"),
    "no-json": lambda: completion("I would say that it was the mayor."),
    "cut-json": lambda: completion('{"gist": "The may'),
    "other-shape": lambda: _answer({"verdict": "fine"}),
    "wrong-types": lambda: _answer({"gist": 7, "speaker": ["a"]}),
    "nested-answer": lambda: completion("[" * 200_000),
    "over-limit": lambda: _answer({"gist": "bridge " * 40_000, "speaker": "Lenn " * 40_000}),
    "half-pair": lambda: completion('{"gist": "\ud800", "speaker": "\ud800"}'),
    "gigantic": Gigantic,
    "gzip-bomb": lambda: _zipped(_bomb()),
}

HARMLESS = {
    "json-as-text": lambda right: Response(right.body, headers={"Content-Type": "text/plain"}),
    "utf-16": lambda right: Response(right.body.decode().encode("utf-16")),
    "byte-order-mark": lambda right: Response(b"\xef\xbb\xbf" + right.body),
    "gzip": lambda right: _zipped(gzip.compress(right.body)),
    "no-length": lambda right: Endless(right.body),
    "no-usage": lambda right: _changed(right, usage=None),
    "odd-usage": lambda right: _changed(right, usage={"prompt_tokens": "many"}),
    "usage-text": lambda right: _changed(right, usage="little"),
    "no-model": lambda right: _changed(right, model=None),
    "code-fence": lambda right: _put(right, content=f"```json\n{_text(right)}\n```"),
    "thought": lambda right: _put(right, content=f'<think>Is it {{"a": 1}}?</think>{_text(right)}'),
    "half-thought": lambda right: _put(right, content=f"Hm, {{}}.</think>\n{_text(right)}"),
    "prose": lambda right: _put(right, content=f"Here it is:\n{_text(right)}\nSee [1] and [2]."),
    "boxed": lambda right: _put(right, content=f"<|begin_of_box|>{_text(right)}<|end_of_box|>"),
    "trailing-comma": lambda right: _put(right, content=f"{_text(right)[:-1]},\n}}"),
    "parts": lambda right: _put(right, content=[{"type": "text", "text": _text(right)}]),
    "parts-with-thoughts": lambda right: _put(
        right,
        content=[
            {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]},
            {"type": "text", "text": _text(right)},
        ],
    ),
    "tool-call": lambda right: _called(right, _text(right)),
    "tool-call-object": lambda right: _called(right, json.loads(_text(right))),
    "function-call": lambda right: _put(
        right, content=None, function_call={"name": "answer", "arguments": _text(right)}
    ),
    "parsed": lambda right: _put(right, content=None, parsed=json.loads(_text(right))),
    "in-the-reasoning": lambda right: _put(right, content=None, reasoning_content=_text(right)),
    "empty-error": lambda right: _changed(right, error={"message": "", "code": None}),
    "empty-refusal": lambda right: _put(right, refusal=""),
    "other-finish": lambda right: _changed(
        right, choices=[json.loads(right.body)["choices"][0] | {"finish_reason": "end_turn"}]
    ),
}


def _text(right: Response) -> str:
    return str(json.loads(right.body)["choices"][0]["message"]["content"])


def _put(right: Response, **message: object) -> Response:
    choice = json.loads(right.body)["choices"][0]
    return _changed(right, choices=[choice | {"message": choice["message"] | message}])


def _called(right: Response, arguments: object) -> Response:
    function = {"name": "answer", "arguments": arguments}
    call = {"id": "call_1", "type": "function", "function": function}
    return _put(right, content=None, tool_calls=[call])


def _changed(right: Response, **changes: object) -> Response:
    return _as_json(json.loads(right.body) | changes)


ITEMS = {
    "name-missing": {"KindsAnswer": {"Ada Brandt": "person"}},
    "name-beyond": {"KindsAnswer": ANSWERS["KindsAnswer"] | {"Zelda Quark": "person"}},
    "caption-missing": {"CaptionsAnswer": {}},
    "caption-beyond": {
        "CaptionsAnswer": {
            "12,400 crowns": ANSWERS["CaptionsAnswer"],
            "13,400 crowns": "Cost of the cake",
        }
    },
    "part-missing": {"Form": {"quotes": None}},
    "part-misshapen": {"Form": {"quotes": [{"id": "Q1", "said": "yes", "speaker": 7}]}},
    "part-beyond": {"Form": {"weather": [{"id": "Q1"}]}},
}

Refusing = Callable[[dict[str, object]], Response | None]
"""Refuses a request, given its body, or has nothing against it."""


def _if(has: Callable[[dict[str, object]], object], *refusal: object) -> Refusing:
    """Refuse what has something, with a status and a body."""
    status, error = refusal
    return lambda request: _error(int(str(status)), error) if has(request) else None


def _format(request: dict[str, object]) -> dict[str, object]:
    form = request.get("response_format", {})
    return form if isinstance(form, dict) else {}


def _is_strict(request: dict[str, object]) -> bool:
    return "strict" in str(_format(request))


def _has_system(request: dict[str, object]) -> bool:
    return '"role": "system"' in json.dumps(request["messages"])


def _limit_of(request: dict[str, object]) -> int:
    return int(str(request.get("max_tokens", request.get("max_completion_tokens", 0))))


def _in_turn(*refusing: Refusing) -> Refusing:
    return lambda request: next((told for each in refusing if (told := each(request))), None)


def _wrapped(message: str) -> dict[str, object]:
    """An error as a proxy words that of the provider behind it."""
    inner = json.dumps({"error": {"message": message, "type": "invalid_request_error"}})
    said = f"litellm.BadRequestError: OpenAIException - {inner}. Received Model Group=m"
    return {"message": said, "type": None, "param": None, "code": "400"}


def _openai(name: str, words: str, code: str = "unsupported_parameter") -> dict[str, object]:
    return {"message": words, "type": "invalid_request_error", "param": name, "code": code}


NO_TEMPERATURE = _if(
    lambda request: "temperature" in request,
    400,
    _openai("temperature", "It does not support 0 with this model.", "unsupported_value"),
)
NO_MAX_TOKENS = _if(
    lambda request: "max_tokens" in request,
    400,
    _openai("max_tokens", "'max_tokens' is not supported. Use 'max_completion_tokens' instead."),
)
NO_FORMAT = _if(_format, 400, "'response_format.type' must be 'text'")
NO_SCHEMA = _if(
    lambda request: _format(request).get("type") == "json_schema",
    400,
    {"message": "This response_format type is unavailable now", "code": "invalid_request_error"},
)
NO_SYSTEM = _if(_has_system, 400, {"object": "error", "message": "System role not supported"})


def _starved(request: dict[str, object]) -> Response | None:
    """Reasoning that eats all that it may have, until that is 8,000 tokens."""
    limit = _limit_of(request)
    details = {"reasoning_tokens": limit}
    usage = {"prompt_tokens": 10_000, "completion_tokens": limit, "total_tokens": 10_000 + limit}
    eaten = usage | {"completion_tokens_details": details}
    return completion("", finish="length", usage=eaten) if limit < 8_000 else None


def _over_limit(most: int, words: str, status: int = 400) -> Refusing:
    def refuse(request: dict[str, object]) -> Response | None:
        limit = _limit_of(request)
        told = words.format(most=most, limit=limit)
        return _error(status, {"message": told}) if limit > most else None

    return refuse


LEARNT: dict[str, Refusing] = {
    "no-temperature": NO_TEMPERATURE,
    "temperature-deprecated": _if(
        lambda request: "temperature" in request,
        400,
        {"message": "`temperature` is deprecated for this model.", "type": "invalid_request_error"},
    ),
    "temperature-proxied": _if(
        lambda request: "temperature" in request,
        400,
        _wrapped("gpt-5 models don't support temperature=0. Only temperature=1 is supported."),
    ),
    "temperature-raw": _if(
        lambda request: "temperature" in request,
        400,
        {
            "message": "Provider returned error",
            "code": 400,
            "metadata": {"raw": '{"error": {"message": "invalid temperature: only 1 is allowed"}}'},
        },
    ),
    "temperature-422": lambda request: (
        Response(
            json.dumps(
                {
                    "detail": [
                        {"type": "extra_forbidden", "loc": ["body", "temperature"], "msg": "Extra."}
                    ]
                }
            ).encode(),
            422,
        )
        if "temperature" in request
        else None
    ),
    "temperature-as-200": lambda request: (
        _told_in_200("temperature is not supported", 400) if "temperature" in request else None
    ),
    "no-max-tokens": NO_MAX_TOKENS,
    "no-limit": _in_turn(
        NO_MAX_TOKENS,
        _if(
            lambda request: "max_completion_tokens" in request,
            422,
            "max_completion_tokens: Extra inputs are not permitted",
        ),
    ),
    "limit-at-most": _over_limit(
        50, "max_tokens is too large: {limit}. This model supports at most {most} tokens."
    ),
    "limit-range": _over_limit(
        50, "Invalid max_tokens value, the valid range of max_tokens is [1, {most}]"
    ),
    "limit-compared": _over_limit(
        50, "max_tokens: {limit} > {most}, which is the maximum allowed number of output tokens"
    ),
    "limit-416": _over_limit(50, "max_completion_tokens is limited to {most} for this model", 416),
    "no-json-schema": NO_SCHEMA,
    "no-response-format": NO_FORMAT,
    "no-strict": _if(
        _is_strict, 422, "response_format.json_schema.strict: Extra inputs are not permitted"
    ),
    "no-such-keys": _if(
        lambda request: _format(request).get("type") == "json_schema",
        400,
        {"message": "input_schema.properties: Property keys should match pattern '^[a-z]{1,64}$'"},
    ),
    "no-grammar": _if(
        lambda request: _format(request).get("type") == "json_schema",
        400,
        {"code": 400, "message": "Automatic parser generation failed: JSON schema error at #/x"},
    ),
    "no-grammar-500": _if(
        lambda request: _format(request).get("type") == "json_schema",
        500,
        {"message": "failed to create grammar sampler"},
    ),
    "no-system": NO_SYSTEM,
    "no-system-code": _if(
        _has_system,
        400,
        _openai("messages[0].role", "It does not support 'system'.", "unsupported_value"),
    ),
    "no-system-google": _if(
        _has_system, 400, {"message": "Developer instruction is not enabled for models/gemma"}
    ),
    "wants-no-thinking": _if(
        lambda request: request.get("enable_thinking") is not False,
        400,
        {"message": "parameter.enable_thinking must be set to false for non-streaming calls"},
    ),
    "temperature-list": lambda request: (
        _as_json([{"error": {"code": 400, "message": 'Unknown name "temperature"'}}], status=400)
        if "temperature" in request
        else None
    ),
    "streams-by-default": lambda request: (
        None if request.get("stream") is False else PASSING["event-stream"]()
    ),
    "reasoning": _starved,
    "nothing": _in_turn(NO_TEMPERATURE, NO_MAX_TOKENS, NO_FORMAT, NO_SYSTEM, _starved),
}
"""How endpoints refuse what they do not take; what they refuse is left out, and they answer."""
