"""Makes wrong answers out of right ones, each with one kind of mistake in all of its items."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from handwritten.answers import Answers, Caption, Gist, Stance, Statement
from summarizer.schema import Position

NAME = "Zelda Quarrington"
"""A name that no article has."""

COUNT = "4711"
"""A number that no article has."""

OPPOSITE: Mapping[Position, Position] = MappingProxyType(
    {
        "supports": "opposes",
        "opposes": "supports",
        "praises": "criticises",
        "criticises": "praises",
    }
)

Mistake = Callable[[Answers], Answers]


def distant_captions(answers: Answers) -> Answers:
    """Give each figure the caption of one half the article away."""
    figures = sum(bool(each.caption) for each in answers.captions)
    return _moved(answers, figures // 2)


def neighbours_captions(answers: Answers) -> Answers:
    """Give each figure the caption of the next one."""
    return _moved(answers, 1)


def swapped_actors(answers: Answers) -> Answers:
    """Give each stance the actor of the next one that another takes."""
    stances = answers.stances
    turned = (stances[number + 1 :] + stances[:number] for number in range(len(stances)))
    return _with_stances(answers, *map(_taken_over, stances, turned))


def reversed_positions(answers: Answers) -> Answers:
    """Turn support and opposition, praise and criticism round."""
    return _with_stances(
        answers,
        *(
            stance.model_copy(update={"position": OPPOSITE.get(stance.position, stance.position)})
            for stance in answers.stances
        ),
    )


def swapped_speakers(answers: Answers) -> Answers:
    """Give each statement the speaker of the next one that another makes."""
    said = answers.statements or ()
    turned = (said[number + 1 :] + said[:number] for number in range(len(said)))
    return _with_statements(answers, *map(_said_by_another, said, turned))


def stretched_statements(answers: Answers) -> Answers:
    """Let each statement end where the next one does."""
    said = sorted(answers.statements or (), key=lambda each: each.start)
    return _with_statements(answers, *map(_stretched, said, said[1:]))


def foreign(words: str, answers: Answers) -> Answers:
    """Put words into every text that the model writes: gists, captions and targets."""
    captions = (
        _caption(each, each.caption and f"{each.caption} {words}") for each in answers.captions
    )
    stances = (
        each.model_copy(update={"target": f"{each.target} {words}"}) for each in answers.stances
    )
    gists = (Gist(text=f"{each.text} {words}", sentences=each.sentences) for each in answers.gists)
    statements = tuple(
        each.model_copy(update={"text": f"{words} {each.text}"})
        for each in answers.statements or ()
    )
    update = {"captions": tuple(captions), "gists": tuple(gists), "statements": statements}
    return _with_stances(answers.model_copy(update=update), *stances)


DOUBTFUL: Mapping[str, Mistake] = MappingProxyType(
    {
        "a distant figure's caption": distant_captions,
        "the neighbour's caption": neighbours_captions,
        "actors swapped between stances": swapped_actors,
        "positions turned round": reversed_positions,
        "speakers of statements swapped": swapped_speakers,
        "ends of another statement": stretched_statements,
    }
)
"""What no check can be certain of: to show it as a guess is right, too."""

CERTAIN: Mapping[str, Mistake] = MappingProxyType(
    {
        "a foreign name": partial(foreign, NAME),
        "a foreign number": partial(foreign, COUNT),
    }
)
"""What a check is certain of, and has to refuse."""


def _moved(answers: Answers, by: int) -> Answers:
    figures = [each for each in answers.captions if each.caption]
    given = [each.caption for each in figures[by:] + figures[:by]]
    none = (each for each in answers.captions if not each.caption)
    return answers.model_copy(update={"captions": (*map(_caption, figures, given), *none)})


def _caption(figure: Caption, caption: str | None) -> Caption:
    return figure.model_copy(update={"caption": caption})


def _taken_over(stance: Stance, others: tuple[Stance, ...]) -> Stance:
    actors = (each.actor for each in others if each.actor != stance.actor)
    return stance.model_copy(update={"actor": next(actors, stance.actor)})


def _said_by_another(statement: Statement, others: tuple[Statement, ...]) -> Statement:
    speakers = (each.speaker for each in others if each.speaker != statement.speaker)
    return statement.model_copy(update={"speaker": next(speakers, statement.speaker)})


def _stretched(statement: Statement, following: Statement) -> Statement:
    text = f"{statement.text} {following.text}"
    return statement.model_copy(update={"end": following.end, "text": text})


def _with_statements(answers: Answers, *statements: Statement) -> Answers:
    return answers.model_copy(update={"statements": statements})


def _with_stances(answers: Answers, *stances: Stance) -> Answers:
    return answers.model_copy(update={"stances": stances})
