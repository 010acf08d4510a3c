"""The clause that holds a figure, as a summary gives it."""

import time

import pytest

from summarizer import Settings, summarize
from summarizer.verify import faults

CLAUSES = [
    # up to a mark
    "{After a cold and windy spring the farm lost 40 of its 90 lambs}, although prices rose a lot.",
    # with what is before a short piece
    "{The island, home to 612 people, would be without a boat from December on}, and poorer too.",
    # with what a relative clause means
    "{The Dock Workers' Union, which represents 85 of the crew}, warned that they were all tired.",
    # with whom an age belongs to
    "{Elspeth Gow, 77, told the Bredon Echo she would rather have a bridge}, as most people would.",
    # without the words that join it to another
    (
        "The council met all night and heard everyone who came to speak on a plan of the board and"
        " that {19 houses on the quay would have to go} before the winter storms came up the river."
    ),
    # with what follows rather than with what a new clause leaves
    "Die Stadt zahlt, wie sie sagte, und {der Hafen streicht 240 Stellen, was falsch ist}.",
    "{市は来年度の予算案を発表し、鉄道の赤字は3億5000万円に上り}、利用者も大きく減ったと述べた。",
]


def figure(text, number=0):
    return summarize(text, settings=Settings(model="none", facets=("figures",))).figures[number]


@pytest.mark.parametrize("marked", CLAUSES)
def test_a_figure_is_shown_in_its_clause(marked):
    text = marked.replace("{", "").replace("}", "")

    assert figure(text).context.text == marked[marked.index("{") + 1 : marked.index("}")]


@pytest.mark.parametrize(
    ("clause", "problem"),
    [
        ({"start": 0, "end": 8, "text": "They met"}, "Its clause, 'They met', does not hold it."),
        ({"start": 0, "end": 16, "text": "They met, and 41"}, "has 'They met, and 40', not"),
    ],
)
def test_a_clause_is_a_copy_that_holds_its_figure(clause, problem):
    summary = summarize("They met, and 40 came.", settings=Settings(model="none"))
    data = summary.model_dump(mode="json")
    assert not faults(data)

    data["figures"][0]["context"] = clause
    assert any(problem in fault.problem for fault in faults(data))


def seconds(count):
    text = "Pay 5, " * count
    at = time.process_time()
    summarize(text, settings=Settings(model="none", facets=("figures",)))
    return time.process_time() - at


def test_many_figures_in_a_sentence_take_linear_time():
    seconds(10)
    assert seconds(1200) < 8 * max(seconds(300), 0.05)
