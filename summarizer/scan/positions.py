"""The positions that a text itself states: "Roe praised the plan", "Poe lehnt den Plan ab".

Owns the verbs that take a position and where their object stands. Whose name stands before the verb
is the caller's business.
"""

import re
from dataclasses import dataclass

from summarizer.scan.lexicon import FUNCTION_WORDS
from summarizer.schema import Position

_VERBS: dict[Position, str] = {
    "supports": (
        "support(?:s|ed)? back(?:s|ed)? endorse[sd]? defend(?:s|ed)? favou?r(?:s|ed)? "
        "approve[sd]?(?:_of)? champion(?:s|ed)? vot(?:es|ed)_for "
        "unterstützt(?:e|en)? befürwortet(?:e|en)? verteidigt(?:e|en)? "
        "soutient soutiennent défend défendent"
    ),
    "opposes": (
        "oppos(?:e|es|ed) reject(?:s|ed)? resist(?:s|ed)? vot(?:es|ed)_against block(?:s|ed)? "
        "veto(?:es|ed)? (?:is|was|are|were)_against (?:speaks|spoke|came_out)_(?:out_)?against "
        "lehnt(?:e|en)? refuse rejette rejettent s’oppose_à s'oppose_à"
    ),
    "criticises": (
        "critici[sz](?:e|es|ed) condemn(?:s|ed)? denounc(?:e|es|ed) blast(?:s|ed)? slam(?:s|med)? "
        "accus(?:e|es|ed) blam(?:e|es|ed) attack(?:s|ed)? mock(?:s|ed)? derid(?:e|es|ed) "
        "lambast(?:s|ed)? rebuk(?:e|es|ed) ridicul(?:e|es|ed) (?:takes|took)_aim_at "
        "(?:hits|hit|lashed)_out_at kritisiert(?:e|en)? verurteilt(?:e|en)? dénonce dénoncent "
        "critique critiquent condamne condamnent accuse accusent"
    ),
    "praises": (
        "prais(?:e|es|ed) thank(?:s|ed)? laud(?:s|ed)? hail(?:s|ed)? applaud(?:s|ed)? "
        "welcom(?:e|es|ed) commend(?:s|ed)? congratulat(?:e|es|ed) salut(?:e|es|ed) "
        "lobt(?:e|en)? begrüßt(?:e|en)? dankt(?:e|en)? salue saluent félicite félicitent"
    ),
    "demands": (
        "demand(?:s|ed)? urg(?:e|es|ed) call(?:s|ed)?_(?:for|on) ask(?:s|ed)?_for "
        "fordert(?:e|en)? verlangt(?:e|en)? exige exigent réclame réclament"
    ),
}
"""Finite verbs of English, German and French; ``_`` parts the words of one."""

_POSITIONS = [(position, verb) for position, verbs in _VERBS.items() for verb in verbs.split()]
_VERB = "|".join(f"({verb.replace('_', ' ')})" for _, verb in _POSITIONS)
_BETWEEN = r"(?:,? (?:who|which|die|der|qui))?(?: (?:has|have|had|also|then|later|again|\w+ly|a))*"
_ASIDE = r"(?:, [^,.;:\"“”()]{2,80},)?"
_STATED = re.compile(rf"{_ASIDE}{_BETWEEN} (?:{_VERB})\b(?= )")
_GOVERNED = re.compile(
    r"\b(?:of|in|from|at|for|with|to|by|against|on|over|and|or|von|aus|in|bei|mit|gegen|und|de|du|à|"
    r"en|chez|avec|contre|et) (?:the |der |dem |la |le |l['’])?$",
    re.IGNORECASE,
)
"""What stands before a name that is no subject: "the mayor of Oslo praised"; and before the last of
several subjects, of which it would be only one."""
_OBJECT = re.compile(
    r" (?!(?:to|by|against|for|as|that|and|or|but|off|away|down|up)\b)"
    r"((?:[^\s.,;:!?—–\"“”„«»()]+ ?)+)"
)
_STOPS = re.compile(
    r" (?:for|after|because|as|when|while|before|since|during|on|over|and|but|who|which|that|by|"
    r"und|weil|nachdem|aber|et|mais|pour|après|ab|von sich)\b.*",
    re.DOTALL,
)
_LONGEST = 10
"""Words of an object that are kept."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A position that a sentence states.

    Args:
        position: Which one.
        target: What it is about: the verb's object, as it stands there.
    """

    position: Position
    target: str


def stated_position(sentence: str, start: int, end: int) -> Stated | None:
    """Read the position that a sentence states of an actor.

    Only a verb that follows the actor's name counts, an aside between commas and an adverb apart;
    and only where its object follows it.

    Args:
        sentence: The sentence.
        start: Offset of the actor's name in it, titles included.
        end: Offset after it.

    Returns:
        The position, or None where the sentence states none.

    Example:
        >>> stated_position("Jane Roe, the mayor, praised the plan for its cost.", 0, 8)
        Stated(position='praises', target='the plan')
    """
    if _GOVERNED.search(sentence[max(0, start - 20) : start]):
        return None
    apposed = sentence[:start].endswith(", ") and sentence.startswith(", ", end)
    found = _STATED.match(sentence, end + apposed)
    about = _OBJECT.match(sentence, found.end()) if found else None
    if not found or not about:
        return None
    target = _target(about[1])
    return Stated(_POSITIONS[(found.lastindex or 1) - 1][0], target) if target else None


def _target(about: str) -> str:
    """Return the object without the small words at its end; nothing where it has no others."""
    words = _STOPS.sub("", about).split()[:_LONGEST]
    while words and words[-1].casefold() in FUNCTION_WORDS:
        words.pop()
    return " ".join(words)
