"""Which positions a sentence states of an actor, and which a speaker takes."""

import pytest

from summarizer.document.opinions.reading import stated_positions
from summarizer.languages.table import language

NAME = "Jane Roe"
EN = language("en")


def spoken_positions(speech):
    """The positions that a speaker takes in a sentence of speech."""
    return [
        each for each in stated_positions(speech, EN, (), [(0, len(speech))]) if not each.holders
    ]


def stated(sentence):
    """The positions that a sentence states of Jane Roe."""
    start = sentence.index(NAME)
    name = (start, start + len(NAME))
    found = stated_positions(sentence, EN, [name])
    return [(each.position, each.target) for each in found if holds(each, name)]


def holds(stated, name):
    return any(start <= name[0] and name[1] == end for start, end in stated.holders)


@pytest.mark.parametrize(
    ("sentence", "position", "target"),
    [
        ("Jane Roe backed the harbour bill.", "supports", "the harbour bill"),
        ("Jane Roe voted against the tunnel.", "opposes", "the tunnel"),
        ("Jane Roe voted 7-2 on Tuesday night to adopt a budget.", "supports", "a budget"),
        ("Jane Roe voted against the plan for the tunnel.", "opposes", "the plan for the tunnel"),
        ("Jane Roe voted twice to scrap the tunnel for cars.", "opposes", "the tunnel for cars"),
        ("Jane Roe, who has endorsed Tom Poe, said no.", "supports", "Tom Poe"),
        ("Jane Roe, a clerk who openly supports Tom Poe, left.", "supports", "Tom Poe"),
        ("Jane Roe (L-Oslo) slammed the plan.", "criticises", "the plan"),
        ("Jane Roe said she opposes the plan.", "opposes", "the plan"),
        ("Jane Roe announced Monday that she would support Tom Poe.", "supports", "Tom Poe"),
        ("Jane Roe will endorse Tom Poe on Monday.", "supports", "Tom Poe"),
        ("Jane Roe has threatened to veto the budget.", "opposes", "the budget"),
        ("Jane Roe is suing the ministry.", "opposes", "the ministry"),
        ("Jane Roe sued the ministry.", "opposes", "the ministry"),
        ("Jane Roe signed the harbour bill into law.", "supports", "the harbour bill"),
        ("Jane Roe resigned over the tunnel.", "opposes", "the tunnel"),
        ("Jane Roe supports the plan - the first time she has spoken.", "supports", "the plan"),
        ("Jane Roe praised Tom Poe with leading the town.", "praises", "Tom Poe"),
        ("Jane Roe imposed a fee and rejected the plan.", "opposes", "the plan"),
        ("Jane Roe was critical of the plan.", "criticises", "the plan"),
        ("Jane Roe said the plan was a disgrace.", "criticises", "the plan"),
        ("Jane Roe called the plan “a disaster”.", "criticises", "the plan"),
        ("Jane Roe called Tom Poe a “hero,” and left.", "praises", "Tom Poe"),
        ("Jane Roe was long an advocate for the tunnel.", "supports", "the tunnel"),
        ("Jane Roe left early, blaming the weather.", "criticises", "the weather"),
        ("Jane Roe urged the mayor to resign.", "demands", "the mayor to resign"),
        ("Jane Roe no longer supports the tunnel.", "opposes", "the tunnel"),
        ("Jane Roe said she could not support the tunnel.", "opposes", "the tunnel"),
        ("Jane Roe is not in favour of the tunnel.", "opposes", "the tunnel"),
        ("Jane Roe refused to endorse the tunnel.", "opposes", "the tunnel"),
        ("Jane Roe will not scrap the tunnel.", "supports", "the tunnel"),
        ("Jane Roe called the tunnel shameful.", "criticises", "the tunnel"),
        ("Jane Roe called the tunnel “late, but brave”.", "praises", "the tunnel"),
        ("Jane Roe said the tunnel was not fair.", "criticises", "the tunnel"),
        ("Jane Roe opposed what she called a rushed tunnel.", "opposes", "a rushed tunnel"),
        ("Jane Roe left, angered by the tunnel.", "criticises", "the tunnel"),
        ("The tunnel, which Jane Roe had blamed, is shut.", "criticises", "The tunnel"),
        ("The crew, whom Jane Roe had blamed, left.", "criticises", "The crew"),
        ("Bo Poe praised the tunnel, thereby infuriating Jane Roe.", "criticises", "Bo Poe"),
        (
            "Jane Roe said it was late and that she would vote against the tunnel.",
            "opposes",
            "the tunnel",
        ),
        ("Jane Roe asked for 90 per cent of the gains.", "demands", "90 per cent of the gains"),
        ("Papers show Jane Roe’s opposition to the tunnel.", "opposes", "the tunnel"),
        ("Jane Roe’s support for Tom Poe is no news.", "supports", "Tom Poe"),
        ("Jane Roe, a fierce critic of the tunnel, left.", "criticises", "the tunnel"),
        ("The tunnel was condemned by Jane Roe.", "criticises", "The tunnel"),
        ("A bill, backed by the mayor Jane Roe, passed.", "supports", "A bill"),
        ("The mayor, Jane Roe, praised the crew for it.", "praises", "the crew"),
        ("The tunnel won the backing of Jane Roe.", "supports", "The tunnel"),
        ("Jane Roe lehnt den Tunnel ab.", "opposes", "den Tunnel"),
        ("Jane Roe dénonce un « abandon » de la rive.", "criticises", "un abandon de la rive"),
    ],
)
def test_a_sentence_states_a_position(sentence, position, target):
    assert stated(sentence) == ([(position, target)] if position else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Roe did not oppose the plan.",
        "Jane Roe never backed the plan.",
        "Jane Roe declined to condemn the plan.",
        "Jane Roe might support the plan.",
        "Nobody knows whether Jane Roe backed the plan.",
        "It fails unless Jane Roe backs the plan.",
        "He spoke of the criticism that Jane Roe attacked the plan.",
        "The plan was not backed by Jane Roe.",
        "The mayor of Jane Roe praised the plan.",
        "Tom Poe and friends of Jane Roe praised the plan.",
        "Jane Roe backed away from the plan.",
        "Jane Roe was asked for comment.",
        "Jane Roe asked for comment.",
        "Jane Roe defended her record.",
        "Jane Roe said the plan was not a disgrace.",
        "Jane Roe called the plan a project.",
        "Jane Roe saw the plan fail.",
        "Jane Roe takes on a new role.",
        "Jane Roe's brother praised the plan.",
        "Jane Roe’s friend left, blaming the weather.",
    ],
)
def test_a_sentence_states_none(sentence):
    assert stated(sentence) == []


def test_two_verbs_state_two_positions():
    assert stated("Jane Roe praised the crew but criticised the captain.") == [
        ("praises", "the crew"),
        ("criticises", "the captain"),
    ]


def test_a_long_target_ends_with_a_phrase():
    [(_, target)] = stated(
        "Jane Roe called for a new inquiry into the old harbour works "
        "by the city council of the island in spring."
    )

    assert target == "a new inquiry into the old harbour works by the city council"


@pytest.mark.parametrize(
    ("speech", "position", "target"),
    [
        ("I support the tunnel.", "supports", "the tunnel"),
        ("Of course we strongly oppose the tunnel", "opposes", "the tunnel"),
        ("I’m against the tunnel.", "opposes", "the tunnel"),
        ("I want to thank the crew for it.", "praises", "the crew"),
        ("My sister is a genius.", "praises", "My sister"),
        ("The tunnel is a terrible idea.", "criticises", "The tunnel"),
        ("We thought the tunnel was a mistake", "criticises", "the tunnel"),
        ("I do not support the tunnel.", "opposes", "the tunnel"),
    ],
)
def test_speech_takes_a_position(speech, position, target):
    assert [(s.position, s.target) for s in spoken_positions(speech)] == [(position, target)]


@pytest.mark.parametrize(
    "speech",
    [
        "Ask me whether I support the tunnel.",
        "You support the tunnel.",
        "The tunnel is not a terrible idea.",
        "Is the tunnel a terrible idea?",
        "The tunnel is long.",
        "I think everybody is missing why it is brilliant.",
    ],
)
def test_speech_takes_none(speech):
    assert spoken_positions(speech) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Roe said the bridge should reopen in May.",
        "Jane Roe said the suspect should be considered armed.",
        "Jane Roe voted for the first time.",
        "Jane Roe argued for hours.",
        "Jane Roe welcomed her second child.",
        "Jane Roe resisted arrest.",
        "Jane Roe took on Tom Poe.",
        "Acme dismissed Jane Roe as chief executive.",
        "Jane Roe dismissed Tom Poe as chief executive.",
        "Tom Poe doubts that Jane Roe supports the plan.",
        "Had Jane Roe supported the plan, it would have passed.",
    ],
)
def test_what_only_sounds_like_a_position_is_none(sentence):
    assert stated(sentence) == []


def test_what_goes_on_behind_a_clause_about_somebody_is_said_of_another():
    assert stated("Tom Poe met Jane Roe, who backed the plan, and praised Bo Gray.") == [
        ("supports", "the plan")
    ]


@pytest.mark.parametrize(
    "speech",
    [
        "Should we support the plan?",
        "They think I support the plan.",
        "I was asked why I support the plan.",
        "Jane Roe told me: 'I support the plan.'",
        "You should see your refund within days.",
    ],
)
def test_what_others_say_and_what_is_asked_is_nobodys_position(speech):
    assert spoken_positions(speech) == []
