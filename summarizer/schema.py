"""The structured summary of an article.

Every model here is frozen and refuses unknown fields. A :class:`Summary` checks, whenever it is
built or read, that every span is a copy of its article, so it cannot contain a misquote.

Example:
    Read a summary that ``summarizer run --json`` wrote:

    >>> from pathlib import Path
    >>> stored = Path("tests/stored/kreuzhafen-shipyard.json").read_text(encoding="utf-8")
    >>> summary = Summary.model_validate_json(stored)
    >>> span = summary.quotes[0].spans[0]
    >>> summary.article.text[span.start : span.end] == span.text
    True
"""

from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module
from types import ModuleType
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, model_validator

from summarizer.article import Article, digest

SCHEMA_VERSION: Literal[1] = 1

ActorKind = Literal["person", "organisation", "country", "group", "other"]
Position = Literal["supports", "opposes", "criticises", "praises", "demands", "neutral", "unclear"]
QuoteKind = Literal["direct", "mixed"]
Facet = Literal["gist", "actors", "stances", "quotes", "figures"]
ActorId = Annotated[str, Field(pattern=r"^A[1-9]\d*$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(_Frozen):
    """A passage of the article, copied from it."""

    start: NonNegativeInt = Field(description="Offset of the first character, in code points.")
    end: NonNegativeInt = Field(description="Offset after the last character, in code points.")
    text: str = Field(min_length=1, description="The characters from start to end.")

    @model_validator(mode="after")
    def _is_as_long_as_its_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}-{self.end} holds {len(self.text)} characters")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Copy ``text[start:end]``.

        Example:
            >>> Span.of("Rain fell.", 0, 4).text
            'Rain'
        """
        return cls(start=start, end=end, text=text[start:end])


class Actor(_Frozen):
    """A person, organisation, country or group that acts or speaks in the article."""

    id: ActorId = Field(description="A1, A2, … in the order of first mention.")
    name: str = Field(min_length=1, description="The fullest name that the article gives.")
    kind: ActorKind | None = Field(default=None, description="Null if not known.")
    role: str | None = Field(default=None, description="In the article's words; null if none.")
    mentions: tuple[Span, ...] = Field(min_length=1, description="Where the article names it.")


class Stance(_Frozen):
    """A position that an actor takes toward something, with the sentences that show it."""

    actor: ActorId
    position: Position = Field(description="'unclear' where the article leaves it open.")
    target: str = Field(min_length=1, description="What the position is about.")
    evidence: tuple[Span, ...] = Field(min_length=1, description="The sentences that show it.")


class Quote(_Frozen):
    """A quotation and its speaker."""

    id: str = Field(pattern=r"^Q[1-9]\d*$")
    spans: tuple[Span, ...] = Field(
        min_length=1, description="The words between the marks; one span for each paragraph."
    )
    speaker: ActorId | None = Field(default=None, description="Who said it; null if unnamed.")
    speaker_name: str | None = Field(
        default=None,
        description="The actor's name, or the article's words for an unnamed source; "
        "null if unknown.",
    )
    kind: QuoteKind = Field(description="A full statement, or part of the reporter's sentence.")

    @property
    def text(self) -> str:
        """The words of the quotation; paragraphs are joined by newlines."""
        return "\n".join(span.text for span in self.spans)


class Figure(_Frozen):
    """A number and its unit, parsed by code, with a caption from the model."""

    id: str = Field(pattern=r"^F[1-9]\d*$")
    span: Span = Field(description="The figure as written, with an attached unit.")
    value: Decimal | None = Field(default=None, description="With its scale; null for a range.")
    low: Decimal | None = Field(default=None, description="Lower end of a range.")
    high: Decimal | None = Field(default=None, description="Upper end of a range.")
    unit: str | None = Field(default=None, description="The unit or the thing counted, as written.")
    currency: str | None = Field(default=None, description="ISO 4217 code, if it is certain.")
    percent: bool = Field(default=False, description="Whether the value is in percent.")
    approximate: bool = Field(default=False, description="Approximate, as in 'about 40'.")
    ordinal: bool = Field(default=False, description="A rank, as in '80th', not an amount.")
    measures: str | None = Field(default=None, description="What it measures; null if unknown.")


class Rejected(_Frozen):
    """An item that was left out of the summary, with the reason."""

    facet: Facet
    reason: str = Field(pattern=r"^[a-z_]+$", description="A code; docs/grounding.md lists them.")
    detail: str = Field(description="What was rejected and why, in one sentence.")
    item: str | None = Field(default=None, description="The id of the item, such as 'Q3'.")


class Usage(_Frozen):
    """Requests and tokens that the endpoint reported, summed over all attempts."""

    requests: NonNegativeInt = 0
    prompt_tokens: NonNegativeInt = Field(default=0, description="Tokens read, cached included.")
    cached_tokens: NonNegativeInt = Field(default=0, description="Of these, from the prompt cache.")
    completion_tokens: NonNegativeInt = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            requests=self.requests + other.requests,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
        )


class Coverage(_Frozen):
    """How much of the article the model read."""

    sentences: NonNegativeInt = Field(description="Sentences in the article.")
    shown: NonNegativeInt = Field(description="Sentences in a prompt that was answered.")
    parts: NonNegativeInt = Field(description="Parts of the article; 1 if it fits the context.")
    failed: NonNegativeInt = Field(description="Parts without any answer.")


class Provenance(_Frozen):
    """How a summary was made."""

    model: str = Field(description="The model, as the endpoint reports it, or 'none'.")
    strategy: Literal["none", "one", "many"]
    facets: tuple[Facet, ...] = Field(description="The facets that were requested.")
    prompts: str = Field(description="Digest of the prompt templates.")
    version: str = Field(description="Version of this library.")
    usage: Usage
    seconds: float = Field(ge=0, description="Wall time.")
    cached: bool = Field(default=False, description="Whether it is from the result cache.")
    coverage: Coverage | None = Field(default=None, description="Null if not known.")


class ArticleInfo(_Frozen):
    """The article that a summary is about."""

    id: str
    title: str | None = None
    digest: str = Field(pattern=r"^sha256:[0-9a-f]{64}$")
    length: NonNegativeInt = Field(description="In code points.")
    source: str | None = None
    url: str | None = None
    date: str | None = None
    publisher: str | None = None
    author: str | None = None
    text: str | None = Field(
        default=None, description="The article; null if it is stored elsewhere."
    )

    @classmethod
    def of(cls, article: Article) -> Self:
        """Copy the metadata and the text of an article."""
        return cls(
            id=article.id,
            title=article.title,
            digest=article.digest,
            length=len(article.text),
            source=article.source,
            url=article.url,
            date=article.date,
            publisher=article.publisher,
            author=article.author,
            text=article.text,
        )

    @model_validator(mode="after")
    def _text_has_the_digest(self) -> Self:
        if self.text is not None and digest(self.text) != self.digest:
            raise ValueError("the digest is not that of the text")
        return self


class Summary(_Frozen):
    """Who said what, where they stand, and which figures were given.

    Raises:
        pydantic.ValidationError: A span is not a copy of the article, or an actor is not listed.
    """

    schema_version: Literal[1] = SCHEMA_VERSION
    article: ArticleInfo
    gist: str | None = Field(default=None, description="Null if none passed the checks.")
    actors: tuple[Actor, ...] = ()
    stances: tuple[Stance, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    provenance: Provenance

    def spans(self) -> Iterator[Span]:
        """Yield every span of the summary."""
        for actor in self.actors:
            yield from actor.mentions
        for stance in self.stances:
            yield from stance.evidence
        for quote in self.quotes:
            yield from quote.spans
        for figure in self.figures:
            yield figure.span

    def actor(self, id: str) -> Actor:  # noqa: A002  the schema's own word
        """Return the actor with this id.

        Raises:
            KeyError: No actor has it.
        """
        for actor in self.actors:
            if actor.id == id:
                return actor
        raise KeyError(id)

    def quotes_by(self, name: str) -> tuple[Quote, ...]:
        """Return the quotes of a speaker, by a name in the article or an unambiguous surname."""
        called = {each.name for each in self.actors if name in {m.text for m in each.mentions}}
        bearers = {q.speaker_name for q in self.quotes if f"{q.speaker_name}".endswith(f" {name}")}
        names = {name, *called, *(bearers if len(bearers) == 1 else ())}
        return tuple(quote for quote in self.quotes if quote.speaker_name in names)

    def to_markdown(self) -> str:
        """Return the summary in Markdown."""
        return str(_imported("export.markdown").document(self))

    def to_dataframe(self, facet: Facet) -> Any:
        """Return a facet as a pandas data frame, one row for each item.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        return _imported("export.tables").frame(self, facet)

    def _repr_html_(self) -> str:
        return str(_imported("report").frame(self))

    def __repr__(self) -> str:
        facets = ("quotes", "figures", "stances", "actors", "rejected")
        counts = ", ".join(f"{name} {len(getattr(self, name))}" for name in facets)
        return f"<Summary of {(self.article.title or self.article.id)!r}: {counts}>"

    @model_validator(mode="after")
    def _spans_are_copies(self) -> Self:
        text = self.article.text
        for span in self.spans():
            if span.end > self.article.length:
                raise ValueError(f"span {span.start}-{span.end} ends after the article")
            if text is not None and text[span.start : span.end] != span.text:
                raise ValueError(f"span {span.start}-{span.end} is not a copy of the article")
        return self

    @model_validator(mode="after")
    def _actors_are_listed(self) -> Self:
        names = {actor.id: actor.name for actor in self.actors}
        if len(names) != len(self.actors):
            raise ValueError("two actors have one id")
        for stance in self.stances:
            if stance.actor not in names:
                raise ValueError(f"stance of an actor {stance.actor} that is not listed")
        for quote in self.quotes:
            if quote.speaker and names.get(quote.speaker) != quote.speaker_name:
                raise ValueError(f"speaker of {quote.id} is not the actor {quote.speaker}")
        return self


def _imported(name: str) -> ModuleType:
    """Import a module of a higher layer on first use, to keep this one light."""
    return import_module(f"summarizer.{name}")
