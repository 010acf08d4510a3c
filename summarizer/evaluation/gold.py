"""Read the gold of a seed article: manual annotations, validated on load.

``NAME.gold.json`` is beside its article, ``NAME.txt``. The annotation guidelines are in
``seeds/README.md``.
"""

from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from summarizer.article import Article
from summarizer.errors import ArticleError
from summarizer.schema import ActorKind, FrozenModel, Position, QuoteKind, Span
from summarizer.schema.invalid import invalid

SUFFIX = ".gold.json"


class GoldQuote(FrozenModel):
    """A quotation and its speaker."""

    spans: tuple[Span, ...] = Field(min_length=1, description="One span for each paragraph.")
    speaker: str | None = Field(None, description="A name, or the article's words; null if none.")
    named: bool = Field(False, description="Whether the speaker is a name.")
    kind: QuoteKind


class GoldFigure(FrozenModel):
    """A figure, and the words that its caption must mention."""

    span: Span
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    currency: str | None = None
    percent: bool = False
    approximate: bool = False
    ordinal: bool = False
    optional: bool = Field(False, description="Whether it is left out of the scores.")
    measures: tuple[str, ...] = Field((), description="Words; '|' separates alternatives.")
    caption: str | None = Field(None, description="What a careful reader says that it measures.")


class GoldActor(FrozenModel):
    """An actor, with other names for it in the article."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()


class GoldStance(FrozenModel):
    """A position of an actor, with the sentences that show it; each is enough alone."""

    actor: str
    position: Position
    target_words: tuple[str, ...] = Field(min_length=1, description="A right target has one.")
    evidence: tuple[Span, ...] = Field(min_length=1)


class Gold(FrozenModel):
    """The annotations of one article.

    Raises:
        pydantic.ValidationError: A field is missing, unknown or invalid.
    """

    schema_version: Literal[1] = 1
    digest: str = Field(pattern=r"^sha256:[0-9a-f]{64}$", description="The article's.")
    language: str = Field(pattern=r"^[a-z]{2}$", description="ISO 639-1.")
    quotes: tuple[GoldQuote, ...] = ()
    not_quotes: tuple[Span, ...] = Field((), description="Titles, names and scare quotes.")
    figures: tuple[GoldFigure, ...] = ()
    actors: tuple[GoldActor, ...] = ()
    stances: tuple[GoldStance, ...] = ()

    def spans(self) -> tuple[Span, ...]:
        """Return every span of the gold."""
        quoted = (span for quote in self.quotes for span in quote.spans)
        shown = (span for stance in self.stances for span in stance.evidence)
        counted = (figure.span for figure in self.figures)
        return (*quoted, *self.not_quotes, *counted, *shown)

    def names(self) -> tuple[str, ...]:
        """Return all names, which must occur in the article."""
        speakers = (quote.speaker for quote in self.quotes if quote.speaker)
        actors = (name for actor in self.actors for name in (actor.name, *actor.aliases))
        return (*speakers, *actors, *(stance.actor for stance in self.stances))


def read_seed(path: str | Path) -> tuple[Article, Gold]:
    """Read one gold file and its article.

    Args:
        path: ``NAME.gold.json``; the article is ``NAME.txt`` in the same folder.

    Returns:
        The article and its gold.

    Raises:
        ArticleError: One of the two cannot be read, or they do not agree.

    Example:
        >>> article, gold = read_seed("seeds/aomine-railway.gold.json")
        >>> gold.language, len(gold.quotes)
        ('ja', 6)
    """
    path = Path(path)
    gold = _parse(path)
    article = Article.read(path.with_name(path.name.removesuffix(SUFFIX) + ".txt"))
    _check(gold, article, path)
    return article, gold


def read_seeds(folder: str | Path) -> list[tuple[Article, Gold]]:
    """Read all articles of a folder that have gold, in the order of their file names.

    Args:
        folder: A folder with ``NAME.txt`` and ``NAME.gold.json``.

    Returns:
        The articles, each with its gold.

    Raises:
        ArticleError: The folder holds no gold, or a file of it is wrong.

    Example:
        >>> len(read_seeds("seeds"))
        8
    """
    paths = sorted(Path(folder).glob(f"*{SUFFIX}"))
    if not paths:
        raise ArticleError(
            f"{str(folder)!r} holds no gold.",
            hint=f"Give a folder that holds articles, NAME.txt, each with its NAME{SUFFIX}.",
        )
    return [read_seed(path) for path in paths]


def _parse(path: Path) -> Gold:
    try:
        return Gold.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ArticleError(
            f"Cannot read {str(path)!r}: {(error.strerror or str(error)).lower()}.",
            hint=f"The gold of NAME.txt is NAME{SUFFIX} in the same folder.",
        ) from error
    except ValidationError as error:
        raise ArticleError(
            f"{str(path)!r} is not gold: {invalid(error)}.",
            hint="seeds/README.md describes gold files.",
        ) from error


def _check(gold: Gold, article: Article, path: Path) -> None:
    fault = _fault(gold, article)
    if fault:
        raise ArticleError(
            f"{str(path)!r} does not fit its article: {fault}.",
            hint="Restore the article, or annotate it again.",
        )


def _fault(gold: Gold, article: Article) -> str | None:
    for span in gold.spans():
        if article.text[span.start : span.end] != span.text:
            return f"{span.start}-{span.end} is not {span.text!r}"
    for name in gold.names():
        if name not in article.text:
            return f"{name!r} does not occur in it"
    if gold.digest != article.digest:
        return f"the article's digest is {article.digest}"
    return None
