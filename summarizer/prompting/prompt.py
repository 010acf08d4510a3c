"""Renders the questions about a chunk of an article as the chats that a model is sent.

The chunk is the prefix of every prompt about it, byte for byte the same, so that a server with a
prefix cache reads it once.
"""

import re
import string
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

from summarizer.facets.form import UNANSWERED, FormPart
from summarizer.facets.question import Question
from summarizer.llm.base import Message
from summarizer.prompting.chunks import Chunk
from summarizer.prompting.form import Asked, Form
from summarizer.prompting.templates import Templates

CONTROL = re.compile(
    r"<(?=[|/｜<]|(?:start|end)_of|[^\s<>]{1,40}>)|\[(?=/?g?[A-Z][A-Z_]{2,}\])|[|｜](?=>)"
)
"""How the control marks of chat templates begin: <|im_end|>, </s>, <<SYS>>, <think>, [INST]."""

_MARKS = "<[|｜"

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
        self._chunk = chunk
        # A question is rendered to guess its length, and sent later.
        self._rendered: dict[int, tuple[Asked, tuple[str, str, str]]] = {}

    @cached_property
    def _system(self) -> str:
        return self._templates.render("system")

    @cached_property
    def _article(self) -> str:
        return _article(self._chunk, self._templates)

    def beginning(self, asked: Asked) -> str:
        """Return what the chats of all questions like this one begin with."""
        system, article = self._opening(asked)
        return f"{system}\n{article}\n"

    def messages(self, asked: Asked) -> list[Message]:
        """Return the chat that asks a question, or shows a form."""
        system, article, question = self._texts(asked)
        return [
            {"role": "system", "content": system},
            {"role": "user", "content": f"{article}\n{question}"},
        ]

    def tokens(self, questions: Sequence[Asked]) -> int:
        """Return how many tokens the longest of the questions takes, its answer included: a guess.

        The answer counts twice, as one that is cut off is asked for again with twice the room.
        """
        return max(map(self._tokens, questions), default=0)

    def _tokens(self, asked: Asked) -> int:
        return FRAME + sum(map(tokens_of, self._texts(asked))) + 2 * asked.max_tokens

    def _texts(self, asked: Asked) -> tuple[str, str, str]:
        """Return what is sent: instructions, article and question."""
        if id(asked) not in self._rendered:
            texts = (*self._opening(asked), self._asked(asked))
            self._rendered[id(asked)] = asked, texts  # held, so that no other has its id
        return self._rendered[id(asked)][1]

    def _opening(self, asked: Asked) -> tuple[str, str]:
        if isinstance(asked, Question):
            return self._system, self._article
        instructions = _instructions(self._templates, tuple(asked.parts))
        return instructions, self._excerpt(asked) if asked.faults else self._article

    def _excerpt(self, form: Form) -> str:
        """Show the sentences that a second form is about."""
        sentences = self._chunk.article.outline.sentences
        shown = [(at + 1, safe(sentences[at].text)) for at in form.shown]
        nonce = _nonce(self._chunk)
        return self._templates.render("excerpt", nonce=nonce, sentences=shown)

    def _asked(self, asked: Asked) -> str:
        if isinstance(asked, Form):
            return self._found(asked)
        return self._templates.render(
            "question", question=self._question(asked), note=self._note(asked)
        )

    def _found(self, form: Form) -> str:
        """List what code found, and what was wrong with an earlier answer."""
        listed = {kind: _disarmed(rows) for kind, rows in form.listed.items()}
        wrong = [(name, each) for name, every in (form.faults or {}).items() for each in every]
        return self._templates.render(
            "found",
            listed=listed,
            missing=[each.item or name for name, each in wrong if each.reason == UNANSWERED],
            faults=[
                (name, each.item or "", safe(each.detail), safe(each.answered))
                for name, each in wrong
                if each.reason != UNANSWERED
            ],
        )

    def _note(self, question: Question) -> str:
        fault = question.fault
        if fault is None:
            return ""
        return self._templates.render(
            "note", facet=question.facet, reason=fault.reason, detail=safe(fault.detail)
        )

    def _question(self, question: Question) -> str:
        variables = {name: _disarmed(value) for name, value in question.variables.items()}
        return self._templates.render(question.template, **variables)


@lru_cache(maxsize=16)  # the same for every article with the same facets
def _instructions(templates: Templates, parts: tuple[tuple[str, FormPart[Any]], ...]) -> str:
    """Return what a form asks."""
    shown = [(name, templates.render(part.template, **part.variables)) for name, part in parts]
    return templates.render("form", parts=shown)


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
    if any(map(text.__contains__, _MARKS)):
        text = CONTROL.sub(lambda found: f"{found[0]} ", text)
    return " ".join(text.split())


def _article(chunk: Chunk, templates: Templates) -> str:
    """Show a whole article, or a chunk of it with the numbers that its sentences have there."""
    sentences = chunk.article.outline.sentences
    shown = [safe(sentences[index].text) for index in chunk.shown]
    nonce = _nonce(chunk)
    if chunk.is_whole:
        return templates.render("article", nonce=nonce, sentences=shown)
    return templates.render(
        "part", nonce=nonce, sentences=shown, before=chunk.shown.start, total=len(sentences)
    )


def _nonce(chunk: Chunk) -> str:
    return chunk.article.article.digest[7:15]


def _disarmed(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_disarmed(each) for each in value]
    return safe(value) if isinstance(value, str) else value
