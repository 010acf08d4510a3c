"""Whatever a model answers: a summary that holds in every word, or an error of our own."""

import itertools
import json

import pytest
from endpoint import Endpoint, completion, name_of
from hypothesis import HealthCheck, Phase, event, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from summarizer import Settings, Summary, summarize
from summarizer.errors import AnswerError
from summarizer.verify import faults

TEXT = """Ministerin lobt „Kraftakt“ – and Mr. O'Neill doesn't

Paula O'Neill, who leads the Harbour Union, rejected the offer of 3.5 per cent on 4 May 2024.
"We asked for 1,200 crowns a year," she said. "They gave us 'peanuts'."
“It was never about money,

“it was about respect,” Tim O'Neill of Castor & Sons added {{ 7 * 7 }} <script>alert(1)</script>.
Between 5 and 7 ships — roughly a third — waited; «pas un seul», dit-il. 李强表示：「我们不同意。」
"""

FOREIGN = [
    "Zelda",
    "Will O'Neill",
    "Per O'Neill",
    "d'Artagnan",
    "بوتين",
    "푸틴은",
    "Путин",
    "習近平",
    "①②",
    "１４",
    "٣٤",
]
"""Names and numbers that the article does not hold, whatever they look like."""

NAMES = st.sampled_from(
    [
        "Paula O'Neill",
        "Tim O'Neill",
        "O'Neill",
        "Harbour Union",
        "李强",
        "she",
        "",
        "unknown",
        "Zelda Quark",
        "a spokesman",
        "peanuts",
        "3.5",
        "\u202e",
        "' OR 1=1",
        "{{ 7 * 7 }}",
        "\x1b[2J",
    ]
) | st.sampled_from(FOREIGN)
WORDS = NAMES | st.text(max_size=40) | st.sampled_from(["rejected the offer", "1,300 crowns", TEXT])
NUMBERS = st.integers(-2, 12) | st.sampled_from([0, 10**30])
KINDS = st.sampled_from(["person", "organisation", "country", "group", "other"])
POSITIONS = st.sampled_from(["supports", "opposes", "criticises", "unclear"])


def records(**fields):
    return st.fixed_dictionaries(fields)


ACTOR = records(name=WORDS, kind=KINDS, role=WORDS)
STANCE = records(sentence=NUMBERS, actor=WORDS, position=POSITIONS, target=WORDS)
PARTS = {
    "gist": WORDS,
    "actors": st.lists(ACTOR, max_size=4),
    "stances": st.lists(STANCE, max_size=4),
    "quotes": st.lists(records(quotation=NUMBERS, speaker=WORDS), max_size=8),
    "figures": st.lists(records(figure=NUMBERS, caption=WORDS), max_size=8),
}
VALID = {
    "GistAnswer": records(gist=WORDS),
    "ActorsAnswer": records(actors=PARTS["actors"]),
    "ActorAnswer": ACTOR,
    "StancesAnswer": records(stances=PARTS["stances"]),
    "StanceAnswer": STANCE,
    "SpeakerAnswer": records(speaker=WORDS),
    "CaptionsAnswer": records(captions=st.lists(WORDS, max_size=4)),
    "Form": records(**PARTS),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)
UNUSABLE = st.one_of(
    st.text(max_size=60).map(lambda text: {"content": text}),
    JSON.map(lambda value: {"content": json.dumps(value)}),
    st.sampled_from(
        [
            {"content": None},
            {"content": None, "refusal": "No."},
            {"content": '{"gist": "cut o', "finish": "length"},
            {"content": None, "finish": "content_filter"},
            {"content": "{}", "choices": []},
            {"content": "{}", "choices": None},
            {"content": "{}", "usage": None},
            {"content": "{}", "model": None},
        ]
    ),
)


@pytest.fixture(scope="module")
def endpoint():
    with Endpoint(lambda _: completion("{}")) as running:
        yield running


ANSWERS = st.fixed_dictionaries(
    {
        name: st.lists(
            st.one_of(*[shape.map(json.dumps).map(lambda text: {"content": text})] * 4, UNUSABLE),
            min_size=1,
            max_size=3,
        )
        for name, shape in VALID.items()
    }
)


@pytest.mark.parametrize("strategy", ["one", "many"])
@examples(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(answers=ANSWERS)
def test_any_answer(endpoint, strategy, answers):
    turns = {name: itertools.cycle(given) for name, given in answers.items()}
    endpoint.answer = lambda request: completion(**next(turns[name_of(request)]))
    settings = Settings.of(
        environment={}, model="m", base_url=endpoint.url, strategy=strategy, attempts=1
    )
    try:
        summary = summarize(TEXT, settings=settings)
    except AnswerError as error:  # no other: the endpoint itself is sound
        event(type(error).__name__)
    else:
        event("summary")
        assert_holds(summary)


def written(summary):
    """Everything that a model had a say in."""
    yield summary.gist
    for actor in summary.actors:
        yield from (actor.name, actor.role)
    yield from (stance.target for stance in summary.stances)
    yield from (quote.speaker_name for quote in summary.quotes)
    yield from (figure.measures for figure in summary.figures)


def assert_holds(summary):
    for words in written(summary):
        assert not [name for name in FOREIGN if name in (words or "")]
    stored = summary.model_dump_json()
    assert Summary.model_validate_json(stored) == summary
    assert faults(json.loads(stored), TEXT) == ()
    for span in summary.spans():
        assert TEXT[span.start : span.end] == span.text
