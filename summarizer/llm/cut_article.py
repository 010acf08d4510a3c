"""Whether a server read all that it was sent, by the tokens that it counted.

Ollama reads as much as its context holds (4,096 tokens without ``num_ctx``), drops the rest and
says nothing. Only its usage shows it.
"""

import re
from collections.abc import Sequence

from summarizer.errors import ArticleCutError
from summarizer.llm.base import Message
from summarizer.schema import Usage

LETTERS = 8.0
"""Letters of a token, at the most, over a whole prompt.

Measured on the eight seeds: 2.1 to 4.2 letters of a Latin script, and less than one of Japanese,
with the vocabularies o200k, cl100k and Anthropic's published one. Tokenizers that join words
(SuperBPE) say that they need up to a third fewer tokens: 6.3 letters. Digits, signs and white space
are not counted, since many of them may make one token."""

LETTERS_IF_ROUND = 4.5
"""The same where the count is as round as a cut makes it: more than any prompt measured has.

Ollama leaves half of its context and two or three tokens (2,050 of 4,096), or all of it. A whole
prompt has such a count once in hundreds of times, and so many letters a token never."""

LETTER = re.compile(r"[^\W\d_]")


def require_whole(messages: Sequence[Message], usage: Usage, where: str) -> None:
    """Require that a server read as much as it was sent.

    Args:
        messages: What was sent.
        usage: What the server counted; 0 tokens say nothing.
        where: The server's address.

    Raises:
        ArticleCutError: It read less.
    """
    read = usage.prompt_tokens + usage.cached_tokens  # some leave the cached ones out
    text = "".join(message["content"] for message in messages)
    if not usage.prompt_tokens or read >= len(text) / LETTERS_IF_ROUND:
        return  # nothing is said, or it is enough even if all of it were letters
    fewest = fewest_tokens(text, read)
    if read >= fewest:
        return
    error = ArticleCutError(
        f"{where} cut the article: it read {read:,} tokens of at least {fewest:,}.",
        hint="Raise the context of the server: num_ctx or OLLAMA_CONTEXT_LENGTH of Ollama, "
        "--ctx-size of llama.cpp, the context length of LM Studio; or have long articles read in "
        "parts with Settings(context=…).",
    )
    error.usage = usage
    raise error


def fewest_tokens(text: str, read: int) -> int:
    """Return so few tokens that no tokenizer in use makes fewer of a text.

    Args:
        text: The text.
        read: The tokens that a server counted; a round number is looked at more closely.

    Example:
        >>> fewest_tokens("The mayor opened a bridge over the river on Friday.", read=12)
        5
        >>> fewest_tokens("It rained. " * 1200, read=2050)
        2133
    """
    most = LETTERS_IF_ROUND if _is_round(read) else LETTERS
    return int(len(LETTER.findall(text)) / most)


def _is_round(tokens: int) -> bool:
    """Return whether a count is a power of two, from 1,024 on, or at most three more."""
    power = 1 << max(tokens.bit_length() - 1, 0)
    return power >= 1024 and tokens - power <= 3
