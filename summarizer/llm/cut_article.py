"""Whether a server read all that it was sent, by the tokens that it counted.

Ollama reads as much as its context holds (4,096 tokens without ``num_ctx``), drops the
rest and says nothing. Only its usage shows it.
"""

import re
from collections.abc import Sequence

from summarizer.errors import ArticleCutError
from summarizer.llm.base import Message
from summarizer.schema import Usage

LETTERS = 8
"""Letters of a token, at the most, over a whole prompt.

Measured on the eight seeds: 2.1 to 4.2 letters of a Latin script, and less than one of Japanese,
with the vocabularies o200k, cl100k and Anthropic's published one. Tokenizers that join words
(SuperBPE) say that they need up to a third fewer tokens: 6.3 letters. Digits, signs and white space
are not counted, since many of them may make one token."""

LETTER = re.compile(r"[^\W\d_]")


def fewest_tokens(text: str) -> int:
    """Return so few tokens that no tokenizer in use makes fewer of a text.

    Example:
        >>> fewest_tokens("The mayor opened a bridge over the river on Friday.")
        5
    """
    return len(LETTER.findall(text)) // LETTERS


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
    texts = [message["content"] for message in messages]
    if not usage.prompt_tokens or read >= sum(map(len, texts)) // LETTERS:
        return
    fewest = sum(map(fewest_tokens, texts))
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
