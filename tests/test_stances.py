"""Stances: shown by sentences that name the actor or are its speech, toward what is spoken of."""

import re

import pytest
from bridge import answering, ask, reasons

from summarizer import Profile
from summarizer.document.outline import outline
from summarizer.evaluation.gold import read_seeds

SEEDS = [article for article, _ in read_seeds("seeds")]


def stances(text, profile=None, **changes):
    """The stances of a text, for a model that gives the right answers, but for the changes."""
    given = {"KindsAnswer": "person", "ActorsAnswer": {"actors": []}, **changes}
    return ask(
        answering(**given), text=text, facets=("actors", "quotes", "stances"), profile=profile
    )[0]


def names_or_is_spoken_by(summary, stance, span):
    """Whether a sentence names an actor, by a pronoun too, or holds words that it said."""
    inside = [m for m in summary.actor(stance.actor).mentions if span.start <= m.start < span.end]
    said = [s for q in summary.quotes for s in q.spans if s.start < span.end and span.start < s.end]
    return bool(inside or said or re.match(r"(?:But |And )?s?he\b", span.text, re.IGNORECASE))


def spoken_of(words, text):
    """Whether each long word stands in a text, its ending apart."""
    return all(word[:3] in text.lower() for word in re.findall(r"\w{4,}", words.lower()))


@pytest.mark.parametrize("target", ["last", "first", "elsewhere"])
@pytest.mark.parametrize("article", SEEDS, ids=[article.id for article in SEEDS])
def test_every_stance_is_shown(article, target):
    sentences = outline(article.text).sentences
    words = {"last": sentences[-1].text, "first": sentences[0].text, "elsewhere": "the parliament"}
    wrong = {"position": "opposes", "target": words[target][:40]}

    strict = Profile(strategy="many", strict_checks=True)
    summary = stances(article, strict, StanceAnswer=wrong)

    for stance in summary.stances:
        assert stance.target != summary.actor(stance.actor).name
        # a sentence that only names what "it" means need not name who speaks of it
        assert names_or_is_spoken_by(summary, stance, stance.evidence[-1])
        shown = [span.text for span in stance.evidence]
        for span in stance.evidence:
            near = [s.text for s in sentences if s.end <= span.end][-3:]
            assert spoken_of(stance.target, " ".join([*near, *shown]))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brandt backed Brandt.",
        "Ada Brandt backed it.",
        "Ada Brandt did not oppose the bridge.",
        "Nobody asked whether Ada Brandt backed the bridge.",
        "“Ada Brandt backs the bridge,” Tom Reed said. Nobody agreed.",
    ],
)
def test_what_no_sentence_shows_is_no_stance(text):
    nothing = {"position": "none", "target": ""}

    assert stances(text, StanceAnswer=nothing, SpeakerAnswer={"speaker": "Tom Reed"}).stances == ()


def test_a_pronoun_that_is_certain_takes_the_position_of_its_person():
    summary = stances("Ada Brandt spoke in Quillport. She backed the bridge.\n\nShe left.")

    (stance,) = summary.stances
    assert summary.actor(stance.actor).name == "Ada Brandt"
    assert (stance.position, stance.target) == ("supports", "the bridge")
    assert [span.text for span in stance.evidence] == ["She backed the bridge."]


def test_speech_shows_the_position_of_its_speaker():
    summary = stances("“We must wait. We support the bridge,” Ada Brandt said. Tom Reed left.")

    (stance,) = summary.stances
    assert (stance.position, stance.target) == ("supports", "the bridge")
    assert stance.evidence[0].text == "We support the bridge,” Ada Brandt said."


SPEECH = 'It rained. "I am tired. The river has kept us apart for too long," Ada Brandt said.'


@pytest.mark.parametrize(
    ("position", "words", "stands"),
    [
        ("criticises", "The river is evil", True),
        ("supports", "The river has been our friend", True),
        ("supports", "The river is evil", False),
        ("praises", "Death to the river", False),
        ("praises", "The river was death to us", False),
    ],
)
def test_a_position_for_something_is_not_taken_in_words_of_blame(position, words, stands):
    text = f'It rained. "{words} for too long," Ada Brandt said to Tom Reed.'

    summary = stances(text, StanceAnswer={"position": position, "target": "the river"})

    shown = [stance.position for stance in summary.stances]
    assert position in shown if stands else position not in shown
    assert reasons(summary) <= (set() if stands else {"contradicted"})


def test_the_sentence_that_speaks_of_the_target_is_the_evidence():
    (stance,) = stances(SPEECH).stances

    assert stance.evidence[0].text == 'The river has kept us apart for too long," Ada Brandt said.'


@pytest.mark.parametrize("strategy", ["many", "one"])
def test_a_small_model_that_misreads_them_is_not_asked(strategy):
    text = SPEECH + " Tom Reed backed the bridge."

    summary, endpoint = ask(
        answering(), text=text, model="qwen2.5-coder-1.5b", strategy=strategy, facets=("stances",)
    )

    assert endpoint.requests == []
    (stance,) = summary.stances
    assert summary.actor(stance.actor).name == "Tom Reed"
