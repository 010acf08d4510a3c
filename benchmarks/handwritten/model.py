"""A model that puts answers written by hand into the form that it is asked to fill."""

import json
import re
from collections.abc import Iterable
from typing import Any

from handwritten.answers import Answers, Stance, plain
from handwritten.statements import asked_again, statement_rows
from summarizer import Article, Profile, Reply
from summarizer.document.document import Document
from summarizer.llm.base import Message, Request
from summarizer.prompting.prompt import tokens_of
from summarizer.schema import Span, Usage

LISTED = re.compile(r"(?:^|(?<=\d: )|(?<=; ))([QFST]\d[\d.]*) (.*?)(?=; F\d|$)", re.MULTILINE)
"""What code found, its id first: a quotation, stance or statement in a line, or a figure."""

FAULT = re.compile(r"^(gist|actors|stances|quotes|statements|figures)\b(.*)$", re.MULTILINE)
"""What was wrong the first time, on a line of its own in a second form."""

BEGINNING = 12
"""Characters of a target by which a fault is known to be about it: long answers are cut there."""

NUMBER = re.compile(r"\d+")
WORD = re.compile(r"[a-z]+")

Row = dict[str, Any]


class CarefulReader:
    """Answers what was written by hand, and the same again where a check objects.

    Args:
        article: The article that it has read.
        answers: What was written about it.
        gist: Which of its gists it gives.

    Attributes:
        requests: What it was asked, in order.
        prompt_tokens: How long that was, by :func:`~summarizer.prompting.prompt.tokens_of`.
    """

    profile = Profile(strategy="one")

    def __init__(self, article: Article, answers: Answers, gist: int = 0) -> None:
        self.requests: list[Request] = []
        self.prompt_tokens = 0
        self._document = Document.read(article)
        self._answers = answers
        self._gist = answers.gists[gist]

    async def answer(self, request: Request, /) -> Reply:
        """Fill what the form asks for."""
        self.requests.append(request)
        tokens = sum(map(_tokens, request.messages))
        self.prompt_tokens += tokens
        prompt = request.messages[-1]["content"]
        form = self.filled(request.schema["properties"], dict(LISTED.findall(prompt)))
        if faults := FAULT.findall(prompt):
            form = _again(form, faults)
        usage = Usage(requests=1, prompt_tokens=tokens)
        return Reply(json.dumps(form, ensure_ascii=False), usage=usage, model="careful-reader")

    def filled(self, facets: Iterable[str], lines: dict[str, str]) -> Row:
        """Return the filled form.

        Args:
            facets: The keys of the form.
            lines: What the prompt lists, by id.
        """
        fill = {
            "gist": self._gist_row,
            "actors": self._actor_rows,
            "stances": self._stance_rows,
            "quotes": self._quote_rows,
            "statements": self._statement_rows,
            "figures": self._figure_rows,
        }
        return {facet: fill[facet](lines) for facet in facets}

    def _gist_row(self, _: dict[str, str]) -> Row:
        return {"text": self._gist.text, "sentences": self._numbers(self._gist.sentences)}

    def _actor_rows(self, _: dict[str, str]) -> list[Row]:
        """Give the actors, and say of each other name that code found that it is none."""
        known = [name for actor in self._answers.actors for name in actor.names]
        rows = [actor.model_dump(mode="json") for actor in self._answers.actors]
        return rows + [
            {"name": name, "kind": "none", "role": None, "also": []}
            for name in self._document.names
            if not any(name in each or each in name for each in known)
        ]

    def _quote_rows(self, lines: dict[str, str]) -> list[Row]:
        rows = []
        for quote in self._document.quotes:
            place = Span(start=quote.start, end=quote.start + len(quote.text), text=quote.text)
            answer = _at(place, self._answers.quotes)
            if answer and quote.key in lines:
                rows.append({"id": quote.key, **answer.model_dump(include={"said", "speaker"})})
        return rows

    def _figure_rows(self, lines: dict[str, str]) -> list[Row]:
        """Give the captions; a number about which nothing is written is no figure."""
        rows = []
        for key, figure in self._document.figures.items():
            place = Span(start=figure.start, end=figure.end, text=figure.text)
            answer = _at(place, self._answers.captions)
            if key in lines:
                rows.append({"id": key, "measures": answer.caption if answer else None})
        return rows

    def _statement_rows(self, lines: dict[str, str]) -> list[Row]:
        return statement_rows(self._document, self._answers, lines)

    def _stance_rows(self, lines: dict[str, str]) -> list[Row]:
        """Judge each stance that code found, and add those that it did not find."""
        left = list(self._answers.stances)
        rows = []
        for key, line in lines.items():
            if key.startswith("S"):
                stance = self._meant(line, left)
                rows.append(self._stance(key, stance) if stance else _dropped(key))
                left = [each for each in left if each is not stance]
        return rows + [self._stance(None, stance) for stance in left]

    def _meant(self, line: str, stances: Iterable[Stance]) -> Stance | None:
        """Return the stance that a line lists: its actor, in one of its sentences."""
        numbers = set(map(int, NUMBER.findall(line)))
        fitting = [
            stance
            for stance in stances
            if any(plain(name) in plain(line) for name in self._answers.names_of(stance.actor))
            and numbers & set(self._numbers(stance.sentences))
        ]
        words = WORD.findall(line)
        same = [stance for stance in fitting if stance.position in words]
        return next(iter(same or fitting), None)

    def _stance(self, key: str | None, stance: Stance) -> Row:
        row = stance.model_dump(include={"actor", "position", "target"})
        return {"id": key, **row, "sentences": self._numbers(stance.sentences)}

    def _numbers(self, places: Iterable[Span]) -> list[int]:
        """Return the numbers that the prompt gives the sentences."""
        return sorted({self._document.sentence_at(place.start) + 1 for place in places})


def _again(form: Row, faults: list[tuple[str, str]]) -> Row:
    """Return of a filled form what a second one is about: other lists are empty."""
    about = {facet: [line for name, line in faults if name == facet] for facet in form}

    def wrong(facet: str, *words: str) -> bool:
        return any(all(word in line for word in words) for line in about[facet])

    about.setdefault("statements", [])
    kept: Row = {
        "gist": form.get("gist") if about.get("gist") else None,
        "actors": [row for row in form.get("actors", ()) if wrong("actors", row["name"])],
        "stances": [
            row
            for row in form.get("stances", ())
            if wrong("stances", row["actor"], row["position"], row["target"][:BEGINNING])
        ],
        "statements": [
            row for row in form.get("statements", ()) if asked_again(row, about["statements"])
        ],
    }
    return {facet: kept.get(facet, value) for facet, value in form.items()}


def _at(place: Span, answers: Iterable[Any]) -> Any:
    """Return the answer about a place, or one that overlaps it."""
    return next((each for each in answers if overlap(each, place)), None)


def overlap(one: Span, other: Span) -> bool:
    """Return whether two places overlap."""
    return one.start < other.end and other.start < one.end


def _dropped(key: str) -> Row:
    return {"id": key, "actor": "", "position": "none", "target": "", "sentences": []}


def _tokens(message: Message) -> int:
    return tokens_of(message["content"])
