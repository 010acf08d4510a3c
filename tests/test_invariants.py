"""Whatever a model answers: a summary that holds in every word, or an error of our own."""

import itertools
import json

import pytest
from endpoint import Endpoint, completion, filled
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
KINDS = st.sampled_from(["person", "organisation", "country", "group", "other", "place"])
POSITIONS = st.sampled_from(["supports", "opposes", "criticises", "none"])


def records(**fields):
    return st.fixed_dictionaries(fields)


VALID = {
    "GistAnswer": records(gist=WORDS),
    "ActorsAnswer": records(actors=st.lists(WORDS, max_size=4)),
    "KindsAnswer": KINDS,
    "StanceAnswer": records(position=POSITIONS, target=WORDS),
    "SpeakerAnswer": records(speaker=WORDS),
    "CaptionsAnswer": WORDS,
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
    {name: st.lists(shape, min_size=1, max_size=3) for name, shape in VALID.items()}
)


def turns(answers, unusable):
    """An answer function that takes turns, now and then with an answer of no use."""
    cycles = {name: itertools.cycle(given) for name, given in answers.items()}
    broken = itertools.cycle([None, None, None, *unusable])

    def answer(request):
        unusable = next(broken)
        right = {name: next(cycle) for name, cycle in cycles.items()}
        return completion(**unusable or {"content": json.dumps(filled(request, right))})

    return answer


@pytest.mark.parametrize("strategy", ["one", "many"])
@examples(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(answers=ANSWERS, unusable=st.lists(UNUSABLE, max_size=3))
def test_any_answer(endpoint, strategy, answers, unusable):
    endpoint.answer = turns(answers, unusable)
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
