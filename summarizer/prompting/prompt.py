"""Renders the questions about a chunk of an article as the chats that a model is sent.

The chunk is the prefix of every prompt about it, byte for byte the same, so that a server with a
prefix cache reads it once.
"""

import re
import string

from summarizer.facets.base import Question
from summarizer.llm.base import Message
from summarizer.prompting.chunks import Chunk
from summarizer.prompting.templates import Templates

CONTROL = re.compile(r"<(?=[|/]|(?:start|end)_of|s>)|\[(?=/?INST\])|\|(?=>)")
"""How the control marks of common chat templates begin, such as <|im_end|>, </s> and [INST]."""

FRAME = 200
"""Tokens for what an endpoint puts around a chat: the marks of a template, the answer's schema."""

_LETTERS = string.ascii_letters.encode() + b" "
_ASCII = bytes(range(128))


class Prompt:
    """Renders the questions about a chunk.

    Args:
        chunk: The chunk of the article that every question shows.
        templates: The templates of the questions.
    """

    def __init__(self, chunk: Chunk, templates: Templates) -> None:
        self._templates = templates
        self._system = templates.render("system")
        self._article = _article(chunk, templates)

    @property
    def beginning(self) -> str:
        """What the chats of all questions begin with."""
        return f"{self._system}\n{self._article}\n"

    def messages(self, question: Question) -> list[Message]:
        """Return the chat that asks a question."""
        return [
            {"role": "system", "content": self._system},
            {"role": "user", "content": f"{self._article}\n{self._asked(question)}"},
        ]

    def tokens(self, questions: list[Question]) -> int:
        """Return how many tokens the longest of the questions takes, its answer included: a guess.

        The answer counts twice, as one that is cut off is asked for again with twice the room.
        """
        prefix = FRAME + tokens_of(self._system) + tokens_of(self._article)
        return prefix + max(
            (tokens_of(self._asked(each)) + 2 * each.max_tokens for each in questions), default=0
        )

    def _asked(self, question: Question) -> str:
        return self._templates.render(
            "question", question=self._rendered(question), note=self._note(question)
        )

    def _note(self, question: Question) -> str:
        fault = question.fault
        if fault is None:
            return ""
        return self._templates.render(
            "note", facet=question.facet, reason=fault.reason, detail=safe(fault.detail)
        )

    def _rendered(self, question: Question) -> str:
        variables = {name: _disarmed(value) for name, value in question.variables.items()}
        if question.parts:
            variables["questions"] = [(part.key, self._rendered(part)) for part in question.parts]
        return self._templates.render(question.template, **variables)


def tokens_of(text: str) -> int:
    """Return a high guess of a text's length in tokens.

    No guess holds for every tokenizer but one token a byte, five times what English has. This one
    takes three Latin letters, one digit or sign, or two bytes of any other script for a token.

    Example:
        >>> tokens_of("a bridge"), tokens_of("2026"), tokens_of("橋")
        (3, 4, 2)
    """
    data = text.encode("utf-8", "replace")
    others = data.translate(None, _LETTERS)
    wide = len(others.translate(None, _ASCII))
    return -(-(len(data) - len(others)) // 3) + (len(others) - wide) + -(-wide // 2)


def safe(text: str) -> str:
    """Put a text on one line and disarm the control marks of chat templates.

    A sentence of the article can then neither open a section of the prompt nor end the message.
    """
    return " ".join(CONTROL.sub(lambda found: f"{found[0]} ", text).split())


def _article(chunk: Chunk, templates: Templates) -> str:
    """Show a whole article, or a chunk of it with the numbers that its sentences have there."""
    sentences = chunk.article.outline.sentences
    shown = [safe(sentences[index].text) for index in chunk.shown]
    nonce = chunk.article.article.digest[7:15]
    if chunk.is_whole:
        return templates.render("article", nonce=nonce, sentences=shown)
    return templates.render(
        "part", nonce=nonce, sentences=shown, before=chunk.shown.start, total=len(sentences)
    )


def _disarmed(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_disarmed(each) for each in value]
    return safe(value) if isinstance(value, str) else value
