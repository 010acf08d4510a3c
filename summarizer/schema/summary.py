"""The structured summary of an article.

Every model here is frozen and refuses unknown fields. A :class:`Summary` checks, whenever it is
built or read, that every span is a copy of its article, so it cannot contain a misquote. Where the
article is stored elsewhere, only the ends and the lengths of spans can be checked here.

Example:
    Read a summary that ``summarizer run --json`` wrote:

    >>> from pathlib import Path
    >>> stored = Path("tests/stored/kreuzhafen-shipyard.json").read_text(encoding="utf-8")
    >>> summary = Summary.model_validate_json(stored)
    >>> span = summary.quotes[0].spans[0]
    >>> summary.article.text[span.start : span.end] == span.text
    True
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, Literal, Self

from pydantic import Field, NonNegativeInt, model_validator

from summarizer.article import Article, digest
from summarizer.errors import SettingsError, nearest
from summarizer.schema.fields import ActorRef, Source
from summarizer.schema.items import Actor, Certainty, Figure, Quote, Said, Stance, Statement
from summarizer.schema.key import FacetKey, T
from summarizer.schema.provenance import AnyFacetName, FacetName, Provenance, Rejected, Review
from summarizer.schema.section import Section
from summarizer.schema.span import FrozenModel, Span

SCHEMA_VERSION: Literal[1] = 1


class ArticleInfo(FrozenModel):
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


class Summary(FrozenModel):
    """Who said what, where they stand, and which figures were given.

    Raises:
        pydantic.ValidationError: A span is not a copy of the article, two items have one id, or an
            actor is not listed.
    """

    schema_version: Literal[1] = SCHEMA_VERSION
    article: ArticleInfo
    gist: str | None = Field(default=None, description="Null if none passed the checks.")
    gist_evidence: tuple[Span, ...] = Field(
        default=(),
        description="The sentences that it is copied from, or that bear it out as the model says.",
    )
    gist_decided_by: Literal["rule", "model"] | None = Field(
        default=None,
        description="'rule': copied by code; 'model': written. Null where there is none.",
    )
    gist_doubt: str | None = Field(
        default=None, description="Why a check doubts it, as the reasons in rejected."
    )
    actors: tuple[Actor, ...] = ()
    stances: tuple[Stance, ...] = ()
    quotes: tuple[Quote, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    more: dict[AnyFacetName, Section] = Field(
        default_factory=dict, description="What users' own facets found, by their names."
    )
    rejected: tuple[Rejected, ...] = ()
    provenance: Provenance

    def spans(self) -> Iterator[Span]:
        """Yield every span of the summary."""
        yield from self.gist_evidence
        for actor in self.actors:
            yield from actor.mentions
        for stance in self.stances:
            yield from stance.evidence
            yield from _given(stance.sentence_before)
        for quote in self.quotes:
            yield from quote.spans
        for statement in self.statements:
            yield from statement.spans
            yield statement.cue
        for figure in self.figures:
            yield figure.span
            yield from figure.measures_evidence
            yield from _given(figure.context, figure.sentence_before)
        for section in self.more.values():
            yield from section.spans()

    def __getitem__(self, facet: FacetKey[T]) -> tuple[T, ...]:
        """Return the items of a user's facet, with its own types.

        Args:
            facet: The facet, as it was given to ``summarize``.

        Raises:
            KeyError: The summary was not asked about it.
            SettingsError: It is no facet of a user, or what is stored does not fit its item type.
        """
        if not hasattr(facet, "read"):
            raise self._no_key(facet)
        return facet.read(self)

    @property
    def needs_review(self) -> tuple[Review, ...]:
        r"""The items that a reader should check: guesses, quotes of no known speaker, and doubts.

        They are in the order of the article.

        Example:
            >>> from summarizer import summarize
            >>> text = "“We won it,” Jane Roe said.\n\nBo Poe sat by “the finest river of all”."
            >>> [(each.facet, each.id) for each in summarize(text, model="none").needs_review]
            [('quotes', 'Q2')]
        """
        found: tuple[Review, ...] = _imported("facets").needs_review(self)
        return found

    def at_least(self, least: Certainty) -> "Summary":
        """Return the summary without what is less sure; it is in ``rejected`` as ``uncertain``.

        Items that do not say how sure they are stay, and figures stay without a caption.

        Args:
            least: The least certainty that is kept: "explicit" or "inferred".

        Example:
            >>> from summarizer import summarize
            >>> summary = summarize("Jane Roe sat by “the finest river of all”.", model="none")
            >>> kept = summary.at_least("inferred")
            >>> len(summary.quotes), len(kept.quotes), kept.rejected[-1].reason
            (1, 0, 'uncertain')
        """
        kept: Summary = _imported("facets").at_least(self, least)
        return kept

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
        names = {actor.id: actor.name for actor in self.actors}
        speakers = [names.get(q.speaker or "") or q.speaker_name for q in self.quotes]
        called = {each.name for each in self.actors if name in {m.text for m in each.mentions}}
        bearers = {each for each in speakers if f"{each}".endswith(f" {name}")}
        meant = {name, *called, *(bearers if len(bearers) == 1 else ())}
        return tuple(
            quote
            for quote, speaker in zip(self.quotes, speakers, strict=True)
            if speaker in meant or quote.speaker_name in meant
        )

    def to_markdown(self) -> str:
        """Return the summary in Markdown."""
        return str(_imported("export.markdown").document(self))

    def to_dataframe(self, facet: FacetName | FacetKey[Any]) -> Any:
        """Return a facet as a pandas data frame, one row for each item.

        Raises:
            SettingsError: The summary has no such facet.
            MissingExtraError: pandas is not installed.
        """
        name = facet if isinstance(facet, str) else facet.name
        return _imported("export.tables").frame(self, name)

    def _no_key(self, name: object) -> SettingsError:
        """Return the error for what is no key of a summary: a field is read as an attribute."""
        fields = type(self).model_fields
        if name in fields:
            return SettingsError(
                f"{name!r} is a field of the summary, not a key.", hint=f"Say summary.{name}."
            )
        return SettingsError(
            f"{name!r} is no facet.",
            hint=f"{nearest(str(name), fields)}Our own facets are fields, such as summary.quotes; "
            "the key of your own facet is the summarizer.Facet.",
        )

    def _repr_html_(self) -> str:
        return str(_imported("report").frame(self))

    def __repr__(self) -> str:
        facets = ("quotes", "statements", "figures", "stances", "actors", "rejected")
        counts = ", ".join(f"{name} {len(getattr(self, name))}" for name in facets)
        counts += "".join(f", {name} {len(each.items)}" for name, each in self.more.items())
        return f"<Summary of {(self.article.title or self.article.id)!r}: {counts}>"

    def __str__(self) -> str:
        return repr(self)

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
    def _no_facet_of_users_has_a_name_of_ours(self) -> Self:
        if taken := self.more.keys() & type(self).model_fields.keys():
            raise ValueError(f"more has {min(taken)}, which is no facet of a user")
        return self

    @model_validator(mode="after")
    def _ids_are_single(self) -> Self:
        for items in (self.actors, self.quotes, self.statements, self.figures):
            often = Counter(each.id for each in items)
            if twice := [each for each, count in often.items() if count > 1]:
                raise ValueError(f"two items have the id {twice[0]}")
        return self

    @model_validator(mode="after")
    def _actors_are_listed(self) -> Self:
        names = {actor.id: actor.name for actor in self.actors}
        for stance in self.stances:
            if stance.actor not in names:
                raise ValueError(f"stance of an actor {stance.actor} that is not listed")
        every: tuple[Said, ...] = (*self.quotes, *self.statements)
        for said in every:
            if said.speaker and not _may_be(names, said.speaker, said.speaker_name):
                raise ValueError(f"speaker of {said.id} is not the actor {said.speaker}")
        for facet, section in self.more.items():
            for _, _, value in section.values():
                named = isinstance(value, ActorRef | Source) and value.id
                if named and names.get(named) != value.name:
                    raise ValueError(f"{facet}: {value.name!r} is not the actor {named}")
        return self


def _given(*spans: Span | None) -> Iterator[Span]:
    return filter(None, spans)


def _may_be(names: Mapping[str, str], actor: str, name: str | None) -> bool:
    """Return whether a speaker may be an actor: it has the name, or a description for one."""
    return actor in names and (names[actor] == name or name not in {None, *names.values()})


def _imported(name: str) -> ModuleType:
    """Import a module of a higher layer on first use, to keep this one light."""
    return import_module(f"summarizer.{name}")
