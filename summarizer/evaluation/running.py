"""Summarise the articles of the gold; an interrupted run continues where it stopped."""

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
    """Summarise each article, or read its summary from the file.

    Args:
        cases: The articles.
        settings: The settings of the session.
        out: A JSON Lines file, as a batch writes it. Each new summary is appended at once; an
            article with a summary in it is not summarised again.
        failed: Called for each article without a summary because of an unusable answer or a
            context that is too small.

    Yields:
        The summaries, in the order of the articles.

    Raises:
        SettingsError: The file cannot be written, is not an output, or has other settings.
        ModelError: The endpoint cannot be reached, or refuses requests.
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
    """Return the summaries of a file by the digests of their articles."""
    done: dict[str, Summary] = {}
    for summary in summaries([str(out)]):
        if isinstance(summary, SummarizerError):
            raise summary
        if isinstance(summary, Summary):
            done[summary.article.digest] = summary
    return done
