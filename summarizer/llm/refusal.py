"""What an endpoint says when it refuses a request: its status, its codes and its words.

Endpoints word one thing in many ways, and proxies wrap it in words of their own, so what is looked
for is looked for in all of it: codes first, then words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openai import APIStatusError

LONGEST = 4_000
"""Characters of an error that are looked at; some repeat the whole request."""

FILTERED = re.compile(
    r"content_?filter|content management policy|responsibleaipolicy|content_policy|"
    r"data_inspection_failed|content exists risk|considered high risk|input was flagged|"
    r"flagged_input|safety system|blocked by .{0,40}(policy|guardrail)",
    re.IGNORECASE,
)
"""How content filters refuse: of OpenAI, Azure, Alibaba, DeepSeek, Moonshot and OpenRouter."""

BROKE = re.compile(
    r"insufficient_quota|billing_hard_limit|exceeded_current_quota|insufficient.{0,3}(credit|"
    r"balance|fund)|credit balance is too low|requires more credits|"
    r"exceeded your current quota(?!.*(rate-limits|quota exceeded for|retry in))",
    re.IGNORECASE,
)
"""An account without credit, in a code or in words: that never passes. Google says the last of
these of a minute's quota, too, and then when to try again."""

TOO_LONG = re.compile(
    r"context_length_exceeded|exceed_context_size|maximum context length|context (window|size|"
    r"length)|prompt is too long|input is too long|input token count|maximum prompt length|"
    r"reduce the length",
    re.IGNORECASE,
)
"""An article that does not fit: OpenAI's, llama.cpp's, vLLM's, Anthropic's, Google's, xAI's."""

MISWRITTEN = re.compile(
    r"json_validate_failed|tool_use_failed|failed to (generate|validate) json|"
    r"generated json does not match",
    re.IGNORECASE,
)
"""How Groq says that an answer came out in a wrong shape; the next one may not."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refused request.

    Args:
        status: The HTTP status, or the one that the body names.
        named: The parameter that the endpoint names as the cause, if it names one.
        codes: Its codes and types, separated by spaces.
        said: Its words, all of them, on one line and without the key.
        words: The words that say most, for people.
    """

    status: int
    named: str = ""
    codes: str = ""
    said: str = ""
    words: str = ""

    @classmethod
    def of(cls, error: "APIStatusError") -> "Refusal":
        """Read an error of the client."""
        key = error.request.headers.get("authorization", "").removeprefix("Bearer ")
        body: Any = error.body
        texts = list(_strings(body))
        codes = [text for name, text in texts if name in {"code", "type", "status"}]
        words = [text for name, text in texts if name in {"raw", "message", "detail", "msg", ""}]
        most = next((text for name, text in texts if name == "raw"), "") or " ".join(words[:1])
        return cls(
            status=error.status_code,
            named=next((text for name, text in texts if name == "param"), ""),
            codes=" ".join(codes),
            said=_line(" ".join(text for _, text in texts), key),
            words=short(_line(most, key)),
        )

    @property
    def is_quota(self) -> bool:
        """Whether the account has no credit left."""
        return self.status == 402 or self.has(BROKE)

    @property
    def is_filtered(self) -> bool:
        """Whether a content filter refused the article."""
        return self.has(FILTERED)

    @property
    def is_too_long(self) -> bool:
        """Whether the article does not fit into the model's context."""
        return self.status == 413 or (self.status != 429 and self.has(TOO_LONG))

    @property
    def is_miswritten(self) -> bool:
        """Whether the endpoint itself found the answer to be in a wrong shape."""
        return self.has(MISWRITTEN)

    def has(self, kind: re.Pattern[str]) -> bool:
        """Return whether the endpoint says something, by a code or in words."""
        return bool(kind.search(self.codes) or kind.search(self.said))


def short(text: str) -> str:
    r"""Return a text on one line, cut at 200 characters.

    Example:
        >>> short("It failed.\nSorry.")
        'It failed. Sorry.'
    """
    line = _line(text, "")
    return line if len(line) <= 200 else f"{line[:199]}…"


def _strings(body: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts of an error's body with the names of their fields, JSON in a text too."""
    if isinstance(body, dict):
        for field, each in body.items():
            yield from _strings(each, str(field))
    elif isinstance(body, list):
        for each in body:
            yield from _strings(each, name)
    elif isinstance(body, str | int) and not isinstance(body, bool):
        yield name, str(body)


def _line(text: str, key: str) -> str:
    said = text[:LONGEST].replace(key, "…") if key else text[:LONGEST]
    return " ".join("".join(each if each.isprintable() else " " for each in said).split())
