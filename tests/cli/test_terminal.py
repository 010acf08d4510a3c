"""What a reader sees of a summary on a terminal."""

import io

from made_up import harbour
from rich.console import Console

from summarizer.cli.terminal import show
from summarizer.schema import Rejected


def printed(**changed):
    stream = io.StringIO()
    show(harbour().model_copy(update=changed), Console(file=stream, width=80))
    return stream.getvalue()


def test_a_figure_without_a_caption_says_what_is_counted():
    figures = tuple(each.model_copy(update={"measures": None}) for each in harbour().figures)
    assert "  340                  boats\n" in printed(figures=figures)


def test_a_caption_that_failed_is_left_out_and_not_its_figure():
    lost = Rejected(facet="figures", reason="echo", detail="It repeats the number.", item="F2")
    assert "caption: It repeats the number." in printed(rejected=(lost,))
