"""Format a report as text for a terminal, or as one JSON object."""

from collections.abc import Iterator

from summarizer.evaluation.measures import SECTIONS, Measure, Rate
from summarizer.evaluation.scoring import Report

WIDE = max(len(each.label) for section in SECTIONS.values() for each in section) + 1
"""The width of the column of labels."""


def as_text(report: Report) -> str:
    """Format a report as text: each measure with its interval and its counts.

    Example:
        >>> from summarizer.evaluation.scoring import evaluate
        >>> print(as_text(evaluate([], {})))
        0 articles; [from, to] is the 95 % interval
    """
    return "\n".join(_lines(report))


def as_json(report: Report) -> dict[str, object]:
    """Return a report as a JSON object, without measures that have no value.

    Example:
        >>> from summarizer.evaluation.scoring import evaluate
        >>> as_json(evaluate([], {}))["measures"]
        {}
    """
    return {
        "articles": report.articles,
        "missing": report.missing,
        "ignored": report.ignored,
        "measures": {
            name: {"value": round(value, 6), "interval": _rounded(report.intervals.get(name))}
            for name, value in report.measures.items()
            if value is not None
        },
        "counts": dict(sorted(report.counts.items())),
        "rejected": dict(report.rejected),
    }


def _rounded(interval: tuple[float, float] | None) -> list[float] | None:
    return [round(end, 6) for end in interval] if interval else None


def _lines(report: Report) -> Iterator[str]:
    yield f"{_articles(report.articles)}; [from, to] is the 95 % interval" + "".join(
        f", {count} {what}"
        for count, what in (
            (report.missing, "without a prediction"),
            (report.ignored, "predictions of other articles ignored"),
        )
        if count
    )
    for title, section in SECTIONS.items():
        shown = [each for each in section if report.measures[each.name] is not None]
        yield from ["", title] if shown else []
        yield from (_line(each, report) for each in shown)
    if report.rejected:
        yield from ["", "Rejected"]
        yield from (f"  {reason:{WIDE}}{count:7}" for reason, count in report.rejected.items())


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"


def _line(each: Measure, report: Report) -> str:
    low, high = report.intervals.get(each.name, (None, None))
    ends = "" if low is None or high is None else f"[{_number(low)}, {_number(high)}]"
    of = _share(each, report) if isinstance(each, Rate) else ""
    value = report.measures[each.name] or 0.0
    return f"  {each.label:{WIDE}}{_number(value):>7}  {ends:18}{of}".rstrip()


def _share(rate: Rate, report: Report) -> str:
    if rate.name.endswith("_article"):
        return ""
    return f"{report.counts.get(rate.part, 0)} of {report.counts[rate.whole]}"


def _number(value: float) -> str:
    return f"{value:.3f}" if value <= 1 else f"{value:.1f}" if value < 100 else f"{value:.0f}"
