"""Records the cassette of an article again, and checks that it replays to the same summary."""

from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import ValidationError

from summarizer.article import Article
from summarizer.cassettes.recording import SUFFIX, read, write
from summarizer.cassettes.replay import recording, replaying
from summarizer.errors import CassetteError
from summarizer.llm.local import catalogue
from summarizer.llm.names import parse
from summarizer.prompting.asker import Progress
from summarizer.schema import Summary
from summarizer.session import summarize
from summarizer.settings import Settings


def cassette_of(article: Article, settings: Settings, folder: Path) -> Path:
    """Return where the cassette of an article lies: ``NAME.STRATEGY.yaml``.

    Example:
        >>> article = Article("Rain fell.", id="rain")
        >>> cassette_of(article, Settings(strategy="one"), Path("cassettes")).name
        'rain.one.yaml'
    """
    return folder / f"{article.id}.{settings.resolved_strategy}{SUFFIX}"


def former(article: Article, path: Path) -> Summary | None:
    """Return what came out when a cassette was recorded; None where that is not known.

    Args:
        article: The article; what came out of another is of no use.
        path: The cassette.

    Returns:
        The summary, without its text and with the time that the recording took.
    """
    try:
        found = read(path, "")
        kept = dict(found.summary or {})
        provenance = kept.get("provenance")
        if isinstance(provenance, dict):
            kept["provenance"] = {**provenance, "seconds": found.metadata.seconds}
        summary = Summary.model_validate(kept)
    except (CassetteError, ValidationError):
        return None
    return summary if summary.article.digest == article.digest else None


def retake(
    article: Article, path: Path, settings: Settings, progress: Progress | None = None
) -> Summary:
    """Summarise an article with a live model, record it, and replay the recording.

    The cassette is replaced in one step, and only by a recording that replays to the same summary;
    whatever happens before leaves the old one.

    Args:
        article: The article.
        path: Its cassette.
        settings: Model, strategy and all else.
        progress: Called with the number of questions answered and asked so far.

    Returns:
        The summary.

    Raises:
        CassetteError: The recording does not replay to the same summary.
        ModelError: The model did not answer.
    """
    with TemporaryDirectory() as folder:
        draft = Path(folder) / path.name
        with recording(draft) as tape:
            live = summarize(article, settings=settings, progress=progress)
            tape.summary, tape.weights = live, _weights(settings)
        with replaying(draft):
            replayed = summarize(article, settings=settings)
        if _timeless(replayed) != _timeless(live):
            raise CassetteError(
                f"The recording of {article.id!r} replays to another summary.",
                hint="The old cassette was kept. The order of answers seems to matter: report it.",
            )
        write(read(draft, ""), path, secrets=())
    return live


def _weights(settings: Settings) -> str | None:
    """The digest of the embedded model's weights; None for models of others."""
    name = parse(settings.model)
    return f"sha256:{catalogue.find(name.alias).sha256}" if name.kind == "local" else None


def _timeless(summary: Summary) -> Summary:
    provenance = summary.provenance.model_copy(update={"seconds": 0})
    return summary.model_copy(update={"provenance": provenance})
