"""Answers written by hand: they point right, fill a form, and are counted in a summary."""

import asyncio
import json

import careful_reader
import pytest
from handwritten.answers import ARTICLES, Answers, read_answers
from handwritten.mistakes import CERTAIN, COUNT, DOUBTFUL, NAME
from handwritten.model import CarefulReader
from handwritten.tally import Tally

from summarizer import Article, summarize
from summarizer.document.document import Document
from summarizer.evaluation.gold import SUFFIX, read_seed
from summarizer.llm.base import Request

TEXT = """Ferry strike ends

Ada Brandt, who leads the union, praised the offer of 12 crowns and demanded 40 boats.
"We won," Brandt said. Not one of them had heard "the man is a thief" from the mayor, her office
insisted. The film "Low Tide" ran on.
It took 3 weeks.
"""
ARTICLE = Article(TEXT, id="ferry")


def place(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def stance(position, target):
    shown = [place("praised the offer")]
    return {"actor": "Ada Brandt", "position": position, "target": target, "sentences": shown}


def quote(words, said, speaker=None):
    return {**place(words), "said": said, "speaker": speaker}


ANSWERS = Answers.model_validate(
    {
        "gists": [
            {"text": "The ferry strike ended.", "sentences": [place("Ferry strike")]},
            {"text": "Ada Brandt won.", "sentences": [place("We won")]},
        ],
        "actors": [
            {"name": "Ada Brandt", "kind": "person", "role": "leads the union", "also": ["Brandt"]}
        ],
        "stances": [stance("praises", "the offer"), stance("demands", "40 boats")],
        "quotes": [
            quote("We won,", "yes", "Ada Brandt"),
            quote("the man is a thief", "denied", "Ada Brandt"),
            quote("Low Tide", "no"),
        ],
        "captions": [
            {**place("12 crowns"), "caption": "offer to the union"},
            {**place("40"), "caption": "boats demanded"},
        ],
    }
)
PROMPT = """[2] Ada Brandt, who leads the union, praised the offer …
Q1 [3] "We won,"
F1 [2] 12 crowns
F2 [2] 40
F3 [6] 3 weeks
S2.1 [2] Ada Brandt praises the offer of 12 crowns
S4.1 [4] Ada Brandt criticises the mayor
"""
SECOND = """F2 [2] 40
stances: The passage does not speak of 'boats'. You answered: Ada Brandt demands 40 boats
figures F2: 'demanded' is not said near '40'.
"""


def filled(*facets, prompt=PROMPT, gist=0):
    schema = {"properties": {facet: {} for facet in facets}}
    request = Request([{"role": "user", "content": prompt}], "form", schema, 100)
    reply = asyncio.run(CarefulReader(ARTICLE, ANSWERS, gist).answer(request))
    return json.loads(reply.text)


def counted(found):
    return {measure: holds for measure, holds, _ in found}


@pytest.mark.parametrize("folder", ARTICLES)
def test_every_answer_points_into_its_article(folder):
    for article, answers in read_answers(folder):
        assert answers.captions
        for gist in answers.gists:
            assert gist.sentences, article.id
        for actor in answers.actors:
            for words in (*actor.names, *filter(None, [actor.role])):
                assert words in article.text, (article.id, words)


def test_the_stances_of_the_gold_are_among_the_answers():
    for article, answers in read_answers("seeds"):
        for wanted in read_seed(ARTICLES["seeds"] / f"{article.id}{SUFFIX}")[1].stances:
            assert any(
                wanted.actor in answers.names_of(each.actor)
                and wanted.position == each.position
                and any(word in each.target.lower() for word in wanted.target_words)
                for each in answers.stances
            ), wanted


def test_the_form_is_filled_by_place():
    assert filled("quotes", "figures") == {
        "quotes": [{"id": "Q1", "said": "yes", "speaker": "Ada Brandt"}],
        "figures": [
            {"id": "F1", "measures": "offer to the union"},
            {"id": "F2", "measures": "boats demanded"},
            {"id": "F3", "measures": None},
        ],
    }
    assert filled("gist", gist=1)["gist"] == {"text": "Ada Brandt won.", "sentences": [3]}


def test_stances_that_code_found_are_kept_dropped_or_added_to():
    found = {each["id"]: each for each in filled("stances")["stances"]}

    assert (found["S2.1"]["position"], found["S2.1"]["target"]) == ("praises", "the offer")
    assert found["S4.1"]["position"] == "none"
    assert (found[None]["position"], found[None]["sentences"]) == ("demands", [2])


def test_a_second_form_gets_the_same_again_of_what_it_is_about():
    form = filled("gist", "actors", "stances", "quotes", "figures", prompt=SECOND)

    assert (form["gist"], form["actors"], form["quotes"]) == (None, [], [])
    assert [each["target"] for each in form["stances"]] == ["40 boats"]
    assert form["figures"] == [{"id": "F2", "measures": "boats demanded"}]


@pytest.mark.parametrize(("kind", "make"), {**DOUBTFUL, **CERTAIN}.items())
def test_a_mistake_changes_what_it_names_and_nothing_else(kind, make):
    for folder in ARTICLES:
        for article, answers in read_answers(folder):
            wrong = make(answers)
            assert wrong != answers, (kind, article.id)
            assert (wrong.actors, wrong.quotes) == (answers.actors, answers.quotes)
            assert len(wrong.captions) == len(answers.captions)
            assert NAME not in article.text
            assert COUNT not in article.text


def test_what_a_summary_has_counts_as_kept_and_what_it_lacks_as_lost():
    document, summary = Document.read(ARTICLE), summarize(ARTICLE, model="none")
    lost = counted(Tally(document, summary).kept(ANSWERS))
    assert lost["captions"] is False
    assert lost["denied"] is False
    assert lost["aliases"] is True

    measured = [each.model_copy(update={"measures": "boats demanded"}) for each in summary.figures]
    tally = Tally(document, summary.model_copy(update={"figures": tuple(measured)}))
    assert [holds for measure, holds, _ in tally.kept(ANSWERS) if measure == "captions"] == [
        False,
        True,
    ]
    assert not tally.gist("Ada Brandt won.")[1]


def test_a_mistake_in_a_summary_is_seen():
    wrong = DOUBTFUL["the neighbour's caption"](ANSWERS)
    document, summary = Document.read(ARTICLE), summarize(ARTICLE, model="none")
    tally = Tally(document, summary)
    assert {shown for shown, _ in tally.mistakes(ANSWERS, wrong)} == {None}

    measured = [each.model_copy(update={"measures": "boats demanded"}) for each in summary.figures]
    tally = Tally(document, summary.model_copy(update={"figures": tuple(measured)}))
    shown = [certainty for certainty, _ in tally.mistakes(ANSWERS, wrong)]
    assert shown.count(None) == 1
    assert len(shown) == 2


def test_counts_are_reported_with_their_shares():
    count = careful_reader.Count()
    count.add("ferry", [("gists", True, "a"), ("gists", False, "b")])

    assert [" ".join(line.split()) for line in count.lines()] == ["gists 1 of 2 0.500"]
    assert count.lost == ["    ferry, gists: b"]
