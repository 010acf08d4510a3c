"""Keys of figures: F1, F2, …, as a summary and the outline give them."""

from collections.abc import Iterable

from summarizer.document.figures.figure import Figure


def keyed(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Return the figures that measure something, by key.

    Example:
        >>> keyed([Figure(0, 4, "2024", kind="year"), Figure(9, 10, "5")])["F1"].text
        '5'
    """
    kept = filter(_measures, figures)
    return {f"F{number}": figure for number, figure in enumerate(kept, start=1)}


def _measures(figure: Figure) -> bool:
    """Quantities do; of the ranks, those in digits ("80th"): "first" mostly orders a story."""
    in_digits = any(map(str.isdigit, figure.text))
    return figure.kind == "quantity" or (figure.kind == "ordinal" and in_digits)
