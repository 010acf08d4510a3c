"""A chat completion as it came: the error in it, or the answer, how it ended and what it cost.

Nothing has checked the shape of what an endpoint sends, so nothing here trusts it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from summarizer.errors import AnswerError
from summarizer.llm.base import Ended, Reply
from summarizer.llm.lessons import STREAMED
from summarizer.llm.sanitising import MOST
from summarizer.schema import Usage

if TYPE_CHECKING:
    from httpx2 import Response
    from openai import APIStatusError
    from openai.types.chat import ChatCompletion

CUT = frozenset("length max_tokens max_output_tokens model_length".split())
"""How an answer that reached its limit is spelt."""

FILTERED = frozenset(
    "content_filter content_filtered safety recitation blocklist prohibited_content spii sensitive "
    "guardrail_intervened".split()
)
"""How OpenAI, Google, Amazon and z.AI spell that a content filter stopped an answer."""

BROKEN = frozenset("error network_error insufficient_system_resource".split())
"""How OpenRouter, z.AI and DeepSeek spell that the provider broke off."""

READ = ("choices", "model", "usage")
"""The fields of a completion that are read; no other one is looked at."""

STATUSES = (
    (r"rate.?limit|too many requests", 429),
    (r"invalid.?api.?key|authenti", 401),
    (r"model.?not.?found", 404),
    (
        r"invalid.?(request|parameter|argument)|supported|deprecated|context|content.?(filter|pol)",
        400,
    ),
)
"""What the words of an error without a status mean."""


def body_of(answer: "Response", sent: Mapping[str, Any]) -> object:
    """Return what an answer holds.

    Args:
        answer: The answer.
        sent: The request, in which ``stream`` may say that none is wanted.

    Raises:
        ValueError: It is no JSON.
        APIStatusError: It is an event stream, although the request did not ask for one.
    """
    from openai import APIStatusError  # noqa: PLC0415  takes a second to load

    try:
        return answer.json()
    except ValueError:
        streams = answer.headers.get("content-type", "").startswith("text/event-stream")
        if not streams or "stream" in sent:
            raise
        raise APIStatusError(STREAMED, response=_with(500, answer), body=STREAMED) from None


def hidden_error(body: object, answer: "Response") -> "APIStatusError | None":
    """Return the error that a body holds although its status says that all is well.

    Args:
        body: The body of an answer.
        answer: The answer.
    """
    from openai import APIStatusError  # noqa: PLC0415  takes a second to load

    error = _error_in(body)
    if error is None:
        return None
    status = _status_of(error)
    return APIStatusError(f"Error code: {status}", response=_with(status, answer), body=error)


def completion_of(body: object) -> "ChatCompletion":
    """Take the body of an answer for a completion, if it looks like one.

    Raises:
        ValueError: It is something else.
    """
    from openai.types.chat import ChatCompletion  # noqa: PLC0415  takes a second to load

    if not isinstance(body, dict) or not isinstance(body.get("choices"), list):
        raise ValueError("not a chat completion")  # noqa: TRY004  as for any other body
    return ChatCompletion.construct(**{name: _public(body[name]) for name in READ if name in body})


def reply_of(completion: "ChatCompletion", limit: int) -> Reply:
    """Take out of a completion what the library needs.

    Args:
        completion: The completion.
        limit: The tokens that were allowed for the answer.

    Raises:
        AnswerError: Its content is no text; the error has the usage.
    """
    choice = completion.choices[0] if completion.choices else None
    message: Any = getattr(choice, "message", None)
    named: object = completion.model
    usage = usage_of(completion)
    ended = _ended(choice, message)
    text = _text_of(completion, message, ended)
    if ended == "stop" and not isinstance(text, str):
        error = AnswerError(
            "The endpoint sent an answer whose content is no text.",
            hint="Try another model or endpoint.",
        )
        error.usage = usage
        raise error
    return Reply(
        text=text if isinstance(text, str) else "",
        ended=ended,
        usage=usage,
        model=named if isinstance(named, str) else None,
        limit=limit,
    )


def usage_of(completion: "ChatCompletion") -> Usage:
    """Return the usage that a completion reports.

    Some endpoints (xAI's, Google's) count reasoning in the total alone; it is written, too.
    """
    used: Any = completion.usage
    read, written = count(used, "prompt_tokens"), count(used, "completion_tokens")
    apart = max(0, count(used, "total_tokens") - read - written) if read else 0
    details = getattr(used, "completion_tokens_details", None)
    return Usage(
        requests=1,
        prompt_tokens=read,
        cached_tokens=count(getattr(used, "prompt_tokens_details", None), "cached_tokens"),
        completion_tokens=written + apart,
        reasoning_tokens=max(apart, count(details, "reasoning_tokens")),
    )


def count(used: object, name: str) -> int:
    """Read a count that the client has not checked; what is no count says nothing."""
    found = getattr(used, name, None)
    if not isinstance(found, int) or isinstance(found, bool):
        return 0
    return found if 0 < found <= MOST else 0


def _public(value: Any) -> Any:
    """Return data without keys that the client would take for arguments, such as _fields_set."""
    if isinstance(value, dict):
        return {key: _public(each) for key, each in value.items() if not key.startswith("_")}
    return [_public(each) for each in value] if isinstance(value, list) else value


def _with(status: int, answer: "Response") -> "Response":
    """Return an answer as it would be with the status that its body means."""
    from httpx2 import Response  # noqa: PLC0415  loads the client

    return Response(status, headers=answer.headers, request=answer.request)


def _error_in(body: object) -> Any:
    if not isinstance(body, dict):
        return None
    error = body.get("error")
    if error and not _is_blank(error):
        return error
    choices = body.get("choices")
    if isinstance(choices, list):
        return _error_of(choices[0]) if choices else None
    known = ("errors", "base_resp", "detail", "message")
    return next((body for name in known if body.get(name)), None)


def _is_blank(error: object) -> bool:
    """Return whether an error has no content: some gateways add its fields to every answer."""
    return isinstance(error, dict) and not any(error.values())


def _error_of(choice: object) -> Any:
    """Return the error of a choice: a provider broke off after the status was sent."""
    if not isinstance(choice, dict):
        return None
    if choice.get("error"):
        return choice["error"]
    reason = str(choice.get("finish_reason"))
    return f"The answer ended with {reason!r}." if reason.lower() in BROKEN else None


def _status_of(error: object) -> int:
    """Return the status that an error names, by a number or in words; else 500, which passes."""
    if isinstance(error, dict):
        named = (str(error.get(name)) for name in ("code", "status", "status_code"))
        for each in named:
            if re.fullmatch(r"[45]\d\d", each):
                return int(each)
    said = json.dumps(error).lower()
    return next((status for words, status in STATUSES if re.search(words, said)), 500)


def _ended(choice: object, message: object) -> Ended:
    reason = str(getattr(choice, "finish_reason", None)).lower()
    if not hasattr(message, "content"):
        return "stop"
    if getattr(message, "refusal", None) or reason == "refusal":
        return "refused"
    if reason in FILTERED:
        return "filtered"
    return "length" if reason in CUT else "stop"


def _text_of(completion: "ChatCompletion", message: Any, ended: Ended) -> object:
    if not hasattr(message, "content"):
        return ""
    message.refusal = getattr(message, "refusal", None) or None  # instructor minds an empty one
    if isinstance(message.content, list):
        message.content = "".join(_texts(message.content))
    return _written(completion, message) if ended == "stop" else message.content


def _written(completion: "ChatCompletion", message: Any) -> object:
    """Return what the model wrote, wherever the endpoint has put it."""
    if message.content:
        return _by("JSON_SCHEMA", completion) if isinstance(message.content, str) else None
    if getattr(message, "tool_calls", None) or getattr(message, "function_call", None):
        return _by("TOOLS", completion)
    if parsed := getattr(message, "parsed", None):
        return json.dumps(parsed)
    return _thought(message) or ""


def _texts(parts: list[Any]) -> Iterator[str]:
    """Yield the texts of content in parts; those of reasoning are of another type."""
    for part in parts:
        of_text = isinstance(part, dict) and part.get("type", "text") in {"text", "output_text"}
        text = part.get("text") if of_text else None
        if isinstance(text, str):
            yield text


def _thought(message: Any) -> str | None:
    """Return the reasoning where it is the answer: some servers sort it wrongly."""
    for name in ("reasoning_content", "reasoning"):
        text = getattr(message, name, None)
        if isinstance(text, str) and re.fullmatch(r"\s*\{.*\}\s*", text, re.DOTALL):
            return text
    return None


def _by(mode: str, completion: "ChatCompletion") -> object:
    """Let instructor find the answer's text where one of its modes has it; None if it cannot."""
    import instructor  # noqa: PLC0415  takes a second to load
    from instructor.core.exceptions import InstructorError  # noqa: PLC0415

    try:
        return _text().from_response(completion, mode=instructor.Mode[mode])
    except InstructorError:
        return None


@cache
def _text() -> Any:
    """Return an answer that is its own text: it is parsed above the seam, for all models."""
    import instructor  # noqa: PLC0415  takes a second to load

    class Text(instructor.OpenAISchema):
        @classmethod
        def model_validate_json(cls, json_data: Any, **_: Any) -> Any:
            return json_data

    return Text
