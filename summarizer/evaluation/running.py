"""Summarising the articles of the gold, so that a run that was cut off goes on where it stopped."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from summarizer.errors import AnswerError, ContextError, SettingsError, SummarizerError
from summarizer.evaluation.cases import Case
from summarizer.failure import Failure
from summarizer.pipeline import summarize
from summarizer.schema import Summary
from summarizer.settings import Settings
from summarizer.stored import summaries
from summarizer.templates import Templates


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
        out: JSON Lines; each summary is added to it as soon as it is made. Summaries of the same
            articles that it holds already are not made again.
        failed: Told of each article that has no summary since its answers could not be used.

    Yields:
        The summaries, in the order of the articles.

    Raises:
        SettingsError: The file holds summaries that were made with other settings.
        ModelError: The endpoint cannot be reached, or refuses to work.
    """
    done = _resume(out, settings) if out and out.exists() else {}
    for case in cases:
        summary = done.get(case.article.digest)
        if summary is None:
            try:
                summary = summarize(case.article, settings=settings)
            except (AnswerError, ContextError) as error:
                failed(case, error)
                continue
            if out:
                _add(out, summary)
        yield summary


def _add(out: Path, summary: Summary) -> None:
    with out.open("a", encoding="utf-8") as file:
        file.write(summary.model_dump_json() + "\n")


def _resume(out: Path, settings: Settings) -> dict[str, Summary]:
    """Read the summaries of a run that was cut off, perhaps within a line."""
    data = out.read_bytes()
    whole = data.rfind(b"\n") + 1
    if whole < len(data):
        with out.open("r+b") as file:
            file.truncate(whole)
    done: dict[str, Summary] = {}
    for summary in summaries([str(out)]):
        if isinstance(summary, SummarizerError):
            raise summary
        if isinstance(summary, Failure):
            continue
        _same_settings(summary, settings, out)
        done[summary.article.digest] = summary
    return done


def _same_settings(summary: Summary, settings: Settings, out: Path) -> None:
    was = summary.provenance
    asked = (settings.way, set(settings.facets), Templates(settings.prompts).digest)
    if (was.strategy, set(was.facets), was.prompts) != asked:
        raise SettingsError(
            f"{str(out)!r} holds summaries made with another strategy, other facets or other "
            "prompts.",
            hint="Name a new file with -o, or score this one with --predictions.",
        )
