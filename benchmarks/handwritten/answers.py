"""Reads the answers written by hand: what a careful reader would say about an article, by place."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from summarizer import Article
from summarizer.schema import ActorKind, Polarity, Position, Span

HERE = Path(__file__).parent
ARTICLES = {"seeds": HERE.parents[1] / "seeds", "fresh": HERE / "fresh"}
"""The folders of the answers, each with the folder of its articles."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Gist(_Frozen):
    """A gist, with words of each sentence that bears it out."""

    text: str
    sentences: tuple[Span, ...]


class Actor(_Frozen):
    """An actor, or a name that is none."""

    name: str
    kind: ActorKind | Literal["none"]
    role: str | None
    also: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the actor."""
        return (self.name, *self.also)


class Stance(_Frozen):
    """A position of an actor, with words of each sentence that shows it."""

    actor: str
    position: Position
    target: str
    sentences: tuple[Span, ...]

    @property
    def said(self) -> tuple[str, str, str]:
        """What it says, wherever the article shows it."""
        return self.actor, self.position, self.target


class Quote(Span):
    """A quotation, whether it was said, and by whom."""

    said: Literal["yes", "no", "denied"]
    speaker: str | None


class Statement(Span):
    """What is said without quotation marks, by whom, and by which words that is reported."""

    speaker: str | None
    cue: str
    polarity: Polarity


class Caption(Span):
    """A figure and its caption; null where the number is no figure."""

    caption: str | None


class Answers(_Frozen):
    """What a careful reader would answer about one article."""

    gists: tuple[Gist, ...]
    actors: tuple[Actor, ...]
    stances: tuple[Stance, ...]
    statements: tuple[Statement, ...] | None = None
    """None where nothing is written about them: then those that code finds are left."""
    quotes: tuple[Quote, ...]
    captions: tuple[Caption, ...]

    def names_of(self, actor: str) -> tuple[str, ...]:
        """Return all names of an actor; the name alone where it is no actor of the list."""
        return next((each.names for each in self.actors if actor in each.names), (actor,))

    def spans(self) -> tuple[Span, ...]:
        """Return every place that the answers point to."""
        cited = (span for gist in self.gists for span in gist.sentences)
        shown = (span for stance in self.stances for span in stance.sentences)
        return (*self.quotes, *self.captions, *(self.statements or ()), *cited, *shown)


def plain(text: str | None) -> str:
    """Return a text as it is compared: without case, kinds of apostrophes, and a full stop.

    Example:
        >>> plain("L’opposition."), plain(None)
        ("l'opposition", '')
    """
    return " ".join((text or "").replace("’", "'").casefold().split()).rstrip(".")


def read_answers(folder: str) -> list[tuple[Article, Answers]]:
    """Read the articles of a folder, ``seeds`` or ``fresh``, each with its answers."""
    return [_read(path, ARTICLES[folder]) for path in sorted((HERE / folder).glob("*.json"))]


def _read(path: Path, articles: Path) -> tuple[Article, Answers]:
    article = Article.read(articles / f"{path.stem}.txt")
    answers = Answers.model_validate_json(path.read_bytes())
    for span in answers.spans():
        if article.text[span.start : span.end] != span.text:
            raise ValueError(f"{path.name}: {span.start}-{span.end} is not {span.text!r}")
    return article, answers
