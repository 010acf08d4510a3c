"""What a reader sees of a summary on a terminal."""

import io

import pytest
from made_up import harbour
from rich.console import Console

from summarizer import summarize
from summarizer.cli.terminal import show
from summarizer.schema import Rejected


def shown(summary):
    stream = io.StringIO()
    show(summary, Console(file=stream, width=80))
    return stream.getvalue()


def printed(**changed):
    return shown(harbour().model_copy(update=changed))


@pytest.mark.parametrize(
    ("text", "said"),
    [("It rained.", "Nothing was found."), ("Es regnete heute in Köln.", "Nichts gefunden.")],
)
def test_an_article_in_which_nothing_is_found_says_so(text, said):
    assert said in shown(summarize(text, model="none", facets=["quotes"]))
    assert said not in shown(summarize(f"{text} “Ja”, sagte Bo Poe.", model="none"))


def test_a_figure_without_a_caption_says_what_is_counted():
    figures = tuple(each.model_copy(update={"measures": None}) for each in harbour().figures)
    assert "  340                  boats\n" in printed(figures=figures)


def test_a_caption_that_failed_is_left_out_and_not_its_figure():
    lost = Rejected(facet="figures", reason="echo", detail="It repeats the number.", item="F2")
    assert "caption: It repeats the number." in printed(rejected=(lost,))
