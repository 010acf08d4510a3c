"""The structured summary of an article.

Every model here is frozen and accepts no unknown field. A :class:`Summary` checks,
whenever it is made or read, that every span is a copy of its article: no misquote can exist in it.
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


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(_Part):
    """A stretch of the article, copied from it."""

    start: NonNegativeInt = Field(description="Offset of the first character, in code points.")
    end: NonNegativeInt = Field(description="Offset after the last character, in code points.")
    text: str = Field(min_length=1, description="What stands there, to the letter.")

    @model_validator(mode="after")
    def _is_as_long_as_its_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}-{self.end} holds {len(self.text)} characters")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Copy ``text[start:end]``."""
        return cls(start=start, end=end, text=text[start:end])


class Actor(_Part):
    """A person, organisation, country or group that acts or speaks in the article."""

    id: ActorId = Field(description="A1, A2, … in the order of first mention.")
    name: str = Field(min_length=1, description="The fullest name that the article gives.")
    kind: ActorKind | None = Field(default=None, description="What it is; null if not known.")
    role: str | None = Field(
        default=None, description="Its role in the article's words; null if none."
    )
    mentions: tuple[Span, ...] = Field(min_length=1, description="Where the article names it.")


class Stance(_Part):
    """A position that an actor takes toward something, with the sentences that show it."""

    actor: ActorId
    position: Position = Field(description="'unclear' where the article leaves it open.")
    target: str = Field(min_length=1, description="What the position is about.")
    evidence: tuple[Span, ...] = Field(min_length=1, description="The sentences that show it.")


class Quote(_Part):
    """What stands between quotation marks, and who said it."""

    id: str = Field(pattern=r"^Q[1-9]\d*$")
    spans: tuple[Span, ...] = Field(
        min_length=1, description="The words between the marks; one span for each paragraph."
    )
    speaker: ActorId | None = Field(
        default=None, description="The actor who said it; null if unnamed."
    )
    speaker_name: str | None = Field(
        default=None,
        description="The actor's name, or the article's words for an unnamed source; "
        "null if unknown.",
    )
    kind: QuoteKind = Field(description="A statement of its own, or part of a mixed sentence.")

    @property
    def text(self) -> str:
        """The words of the quotation, its paragraphs joined by newlines."""
        return "\n".join(span.text for span in self.spans)


class Figure(_Part):
    """A number with its unit, parsed by code; what it measures is the model's caption."""

    id: str = Field(pattern=r"^F[1-9]\d*$")
    span: Span = Field(description="The figure as written, with its unit where one is attached.")
    value: Decimal | None = Field(
        default=None, description="The value, scale included; null for a range."
    )
    low: Decimal | None = Field(default=None, description="Lower end of a range.")
    high: Decimal | None = Field(default=None, description="Upper end of a range.")
    unit: str | None = Field(default=None, description="The unit or the thing counted, as written.")
    currency: str | None = Field(
        default=None, description="ISO 4217 code, where the currency is certain."
    )
    percent: bool = Field(default=False, description="Whether the value is in percent.")
    approximate: bool = Field(
        default=False, description="Whether the article calls it approximate."
    )
    ordinal: bool = Field(
        default=False, description="Whether it is a rank ('80th') and not an amount."
    )
    measures: str | None = Field(default=None, description="What it measures; null if not known.")


class Rejected(_Part):
    """Something that was found or answered and is not in the summary, with the reason."""

    facet: Facet
    reason: str = Field(pattern=r"^[a-z_]+$", description="A code; docs/grounding.md lists them.")
    detail: str = Field(description="What was rejected and why, in a sentence.")
    item: str | None = Field(default=None, description="The question it answered, such as 'Q3'.")


class Usage(_Part):
    """What the model's endpoint reported, summed over every attempt."""

    requests: NonNegativeInt = 0
    prompt_tokens: NonNegativeInt = Field(default=0, description="All sent, cached ones included.")
    cached_tokens: NonNegativeInt = Field(default=0, description="Those it had read before.")
    completion_tokens: NonNegativeInt = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            requests=self.requests + other.requests,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
        )


class Coverage(_Part):
    """How much of the article the model was shown."""

    sentences: NonNegativeInt = Field(description="Sentences of the article.")
    shown: NonNegativeInt = Field(description="Those that stood in a prompt that was answered.")
    parts: NonNegativeInt = Field(description="Parts that were asked about; 1 if it fits whole.")
    failed: NonNegativeInt = Field(description="Parts about which no question was answered.")


class Provenance(_Part):
    """Where a summary came from."""

    model: str = Field(description="The model that answered, by its own name, or 'none'.")
    strategy: Literal["none", "one", "many"]
    facets: tuple[Facet, ...] = Field(description="The facets that were asked for.")
    prompts: str = Field(description="Digest of the prompt templates.")
    version: str = Field(description="Version of this library.")
    usage: Usage
    seconds: float = Field(ge=0, description="Wall time.")
    cached: bool = Field(default=False, description="Whether it came out of the result cache.")
    coverage: Coverage | None = Field(default=None, description="What was shown; null: not known.")


class ArticleInfo(_Part):
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
        default=None, description="The article itself; null in a summary that is kept without it."
    )

    @classmethod
    def of(cls, article: Article) -> Self:
        """Describe an article, with its text."""
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
            raise ValueError("the text is not the one that the digest was made of")
        return self


class Summary(_Part):
    """Who said what, where they stand, and which figures were given.

    Raises:
        pydantic.ValidationError: A span is not a copy of the article, or an actor is not listed.
    """

    schema_version: Literal[1] = SCHEMA_VERSION
    article: ArticleInfo
    gist: str | None = Field(
        default=None, description="One or two sentences; null if none held up."
    )
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
        """Return what a speaker said, named as in the article or by a surname of nobody else."""
        called = {each.name for each in self.actors if name in {m.text for m in each.mentions}}
        bearers = {q.speaker_name for q in self.quotes if f"{q.speaker_name}".endswith(f" {name}")}
        names = {name, *called, *(bearers if len(bearers) == 1 else ())}
        return tuple(quote for quote in self.quotes if quote.speaker_name in names)

    def to_markdown(self) -> str:
        """Return the summary in Markdown."""
        return str(_above("export.markdown").document(self))

    def to_dataframe(self, facet: Facet) -> Any:
        """Return a facet as a pandas data frame, one item a row.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        return _above("export.tables").frame(self, facet)

    def _repr_html_(self) -> str:
        return str(_above("report").frame(self))

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


def _above(name: str) -> ModuleType:
    """Import a module that shows summaries when it is first asked to: none is needed here."""
    return import_module(f"summarizer.{name}")
