"""Read predictions to score: summaries, or quotations and stances, one article a line."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from summarizer.article import Article
from summarizer.document.outline import outline
from summarizer.errors import ArticleError, SettingsError
from summarizer.evaluation.cases import Amount
from summarizer.evaluation.matching import Predicted
from summarizer.evaluation.opinions import PredictedStance, stances_in
from summarizer.facets import FIGURES, QUOTES, STANCES
from summarizer.schema import Summary
from summarizer.schema.invalid import invalid
from summarizer.storage.failure import is_failure
from summarizer.storage.reader import Record, records


@dataclass(frozen=True, slots=True)
class Prediction:
    """The predictions for one article.

    Args:
        id: The article's id in the gold.
        facets: The facets that were requested; others are not scored.
        quotations: The quotations, one for each of their spans.
        figures: The figures.
        stances: The stances.
        summary: The whole summary, if there is one.
    """

    id: str
    facets: frozenset[str]
    quotations: tuple[Predicted, ...] = ()
    figures: tuple[Amount, ...] = ()
    stances: tuple[PredictedStance, ...] = ()
    summary: Summary | None = None

    @classmethod
    def of(cls, summary: Summary) -> "Prediction":
        """Return the predictions in a summary."""
        quotations = (
            Predicted(span.text, _speaker(quote.speaker_name), span.start, span.end)
            for quote in QUOTES.items(summary)
            for span in quote.spans
        )
        return cls(
            summary.article.id,
            frozenset(summary.provenance.facets),
            tuple(quotations),
            tuple(map(Amount.of, FIGURES.items(summary))),
            stances_in(summary),
            summary,
        )

    @classmethod
    def by_code(cls, article: Article) -> "Prediction":
        """Predict the quantities of an article by code alone.

        Example:
            >>> Prediction.by_code(Article("It took 40 days.")).figures[0].units
            ('days',)
        """
        found = outline(article.text).figures
        quantities = (Amount.of(figure) for figure in found if figure.kind == "quantity")
        return cls(article.id, frozenset([FIGURES.name]), figures=tuple(quantities))


class _BareQuotation(BaseModel):
    text: str | None = None
    speaker: str | None = None
    start: int | None = None
    end: int | None = None


class _Bare(BaseModel):
    id: str
    quotes: list[_BareQuotation] | None = None
    stances: tuple[PredictedStance, ...] | None = None


def read_predictions(path: str | Path) -> dict[str, Prediction]:
    """Read predictions from JSON Lines.

    Args:
        path: A file of summaries, as ``summarizer run --json`` writes them, or of lines
            ``{"id": …, "quotes": [{"text": …, "speaker": …, "start": …, "end": …}]}`` with
            optional offsets, or with ``"stances": [{"actor": …, "position": …, "target": …,
            "evidence": [{"start": …, "end": …}]}]``, to be scored against marked opinions.

    Returns:
        The predictions by the ids of their articles.

    Raises:
        ArticleError: A line is neither.
        SettingsError: Two lines are about the same article.
    """
    found: dict[str, Prediction] = {}
    for record in records(str(path)):
        if isinstance(record, ArticleError):
            raise record
        if is_failure(record.data):  # a failure of a batch is no prediction
            continue
        prediction = _prediction(record)
        if prediction.id in found:
            raise SettingsError(
                f"{record.where} is a second prediction for {prediction.id!r}.",
                hint="Score each model's predictions from a file of their own.",
            )
        found[prediction.id] = prediction
    return found


def _prediction(record: Record) -> Prediction:
    try:
        if isinstance(record.data, dict) and "article" in record.data:
            return Prediction.of(Summary.model_validate(record.data))
        bare = _Bare.model_validate(record.data)
    except ValidationError as error:
        raise ArticleError(
            f"{record.where} holds no prediction: {invalid(error)}.",
            hint="Give summaries as summarizer run --json writes them.",
        ) from error
    quotations = (
        Predicted(q.text or "", _speaker(q.speaker), q.start, q.end) for q in bare.quotes or ()
    )
    return Prediction(bare.id, _facets_in(bare), tuple(quotations), stances=bare.stances or ())


def _facets_in(bare: _Bare) -> frozenset[str]:
    given = (QUOTES.name, bare.quotes), (STANCES.name, bare.stances)
    return frozenset(name for name, found in given if found is not None)


def _speaker(name: str | None) -> str | None:
    return name.strip() if name and any(map(str.isalnum, name)) else None
