"""Why a request found no answer on a cassette, and what changed."""

from collections import Counter
from difflib import SequenceMatcher, unified_diff
from itertools import islice

from summarizer.cassettes.recording import Recording, Request
from summarizer.errors import CassetteError

LONGEST = 60
"""Lines of a difference that are shown."""


def miss(recording: Recording, asked: Request, path: str, again: str) -> CassetteError:
    """Return the error for a request that has no answer left.

    Args:
        recording: What the cassette holds.
        asked: The request.
        path: The cassette's file.
        again: How to record it again.

    Returns:
        The error, with the nearest recording and what is different about it.
    """
    recorded = [interaction.request for interaction in recording.interactions]
    times = sum(request.canonical == asked.canonical for request in recorded)
    hint = f"If the change is meant, record it anew: {again}"
    if times:
        told = "once" if times == 1 else f"{times} times"
        return CassetteError(
            f"The cassette {path!r} answers this request {told}, and it came once more:\n"
            f"{_ending(asked)}",
            hint=hint,
        )
    wanted = str(asked)
    nearest = min(recorded, key=lambda request: _unlikeness(str(request), wanted))
    return CassetteError(
        f"The cassette {path!r} holds no answer to a request. What differs from the nearest one, "
        f"number {recorded.index(nearest) + 1} of {len(recorded)}:\n"
        f"{_difference(nearest, asked)}",
        hint=hint,
    )


def unplayed(left: list[Request], path: str, again: str) -> CassetteError:
    """Return the error for answers that a cassette holds and that were not asked for."""
    return CassetteError(
        f"Of the cassette {path!r}, {len(left)} recorded requests were not asked. The first:\n"
        f"{_ending(left[0])}",
        hint=f"If they are not needed any more, record it anew: {again}",
    )


def _unlikeness(one: str, other: str) -> float:
    """How many letters of two texts differ, line by line and then word by word."""
    lines, others = Counter(one.splitlines()), Counter(other.splitlines())
    gone = " ".join((lines - others).elements())
    come = " ".join((others - lines).elements())
    words = SequenceMatcher(None, gone.split(), come.split(), autojunk=False)
    return (len(gone) + len(come)) * (1 - words.ratio())


def _difference(recorded: Request, asked: Request) -> str:
    lines = unified_diff(
        str(recorded).splitlines(), str(asked).splitlines(), "recorded", "asked", n=2, lineterm=""
    )
    shown = list(islice(lines, LONGEST + 1))
    return "\n".join([*shown[:LONGEST], "..."] if len(shown) > LONGEST else shown)


def _ending(request: Request) -> str:
    """The last lines of the last message, which hold the question."""
    body = request.body
    messages = body.get("messages") if isinstance(body, dict) else None
    last = messages[-1] if isinstance(messages, list) and messages else None
    text = str(last.get("content")) if isinstance(last, dict) else str(request)
    return "\n".join(f"  {line}" for line in text.splitlines()[-4:])
