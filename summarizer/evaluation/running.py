"""Summarising the articles of the gold, so that a run that was cut off goes on where it stopped."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from summarizer.batch.journal import Journal
from summarizer.errors import AnswerError, ContextError, SummarizerError
from summarizer.evaluation.cases import Case
from summarizer.schema import Summary
from summarizer.session import summarize
from summarizer.settings import Settings
from summarizer.storage.reader import summaries


def run(
    cases: Sequence[Case],
    settings: Settings,
    *,
    out: Path | None = None,
    failed: Callable[[Case, SummarizerError], None],
) -> Iterator[Summary]:
    """Summarise each article, or take its summary from the file.

    Args:
        cases: The articles.
        settings: How they are asked about.
        out: JSON Lines, as a batch writes them; each summary is added as soon as it is made.
            Summaries of the same texts that it holds already are not made again.
        failed: Told of each article that has no summary since its answers could not be used.

    Yields:
        The summaries, in the order of the articles.

    Raises:
        SettingsError: The file cannot be written, is no output of a batch or of this, or was made
            with other settings.
        ModelError: The endpoint cannot be reached, or refuses to work.
    """
    with Journal.open(out, settings, resume=True) if out else nullcontext() as journal:
        done = _made(out) if out else {}
        for case in cases:
            summary = done.get(case.article.digest)
            if summary is None:
                try:
                    summary = summarize(case.article, settings=settings)
                except (AnswerError, ContextError) as error:
                    failed(case, error)
                    continue
                if journal:
                    journal.add(summary)
            yield summary


def _made(out: Path) -> dict[str, Summary]:
    """Return the summaries of a file by the texts that they are of."""
    done: dict[str, Summary] = {}
    for summary in summaries([str(out)]):
        if isinstance(summary, SummarizerError):
            raise summary
        if isinstance(summary, Summary):
            done[summary.article.digest] = summary
    return done
