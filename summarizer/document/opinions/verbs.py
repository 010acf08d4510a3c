"""The words that take a position: verbs, phrases and nouns of English, German and French.

Closed lists of general words. Where the object of a verb stands is the readers' business.
"""

import re
from collections.abc import Iterable

from summarizer.schema import Position

REGULAR: dict[Position, str] = {
    "supports": """
        support back endorse defend(?!_(?:his|her|their|its)_) approve approve_of champion advocate
        embrace rally_behind advocate_for lobby_for campaign_for argue_for side_with
        agree_with propose sign(?=_…_(?:bill|law|act|order|treaty))
        """,
    "opposes": """
        oppose reject resist sue veto block boycott protest protest_against disavow dispute
        campaign_against lobby_against argue_against warn_against disagree_with
        rule_out resign_over resign_in_protest_at resign_in_protest_over
        """,
    "criticises": """
        criticise criticize condemn denounce blast slam+ accuse blame(?!_…_on_) mock deride
        lambast lambaste castigate belittle disparage vilify excoriate upbraid admonish censure
        scoff_at sneer_at
        dismiss(?=_…_as_(?!(?:chief|head|chair|director|manager|coach|captain|leader|secretary)))
        rebuke ridicule decry deplore chide berate pillory assail bash scold fault rail_against
        rail_at lash_out_at complain_about attack(?=_…_(?:for|over|by_\\w+ing)_)
        """,
    "praises": """
        praise extol+ compliment thank laud hail applaud commend congratulate salute cheer
        pay_tribute_to welcome(?=_[a-z‘'"“]) credit(?=_…_(?:for|with)_)
        """,
    "demands": """
        demand demand_that order_that require_that urge call_for call_on push_for press_for
        appeal_for insist_on plead_for implore
        ask_for ask(?=_(?!for_)…_to_) order(?=_…_to_) require(?=_…_to_)
        want(?=_(?!to_)…_to_) lobby(?=_…_to_) pressure(?=_…_to_)
        instruct(?=_…_to_)
        """,
}
"""Regular verbs of English, in their base form: ``_`` parts words, ``+`` doubles a letter, and a
bracket looks ahead at the object, ``…`` over some words without a comma."""

IRREGULAR: dict[Position, str] = {
    "supports": r"""
        vot(?:es|ed)_(?:(?!to_|not_|against_)[\w-]+_){0,5}?(?:for|to_(?:adopt|approve|pass))
        vot(?:es|ed)_in_favou?r_of
        (?:throws?|threw|puts?)_(?:his|her|its|their)_(?:support|weight)_behind
        (?:pledg|voic|announc)(?:es|ed)_(?:\w+_)?support_(?:for|to)
        (?:offer|express)(?:s|es|ed)_(?:\w+_)?support_(?:for|to)
        pledg(?:es|ed)_(?:\w+_)?support_to
        (?:is|was|are|were|speaks|spoke|came_out)_in_favou?r_of
        unterstützt(?:e|en)? befürwortet(?:e|en)? verteidigt(?:e|en)?
        soutient soutiennent défend défendent
        """,
    "opposes": r"""
        vot(?:es|ed)_(?:(?!to_|not_|for_)[\w-]+_){0,5}?(?:against|to_(?:reject|repeal|scrap|block|ban))
        (?:is|was|are|were)_(?:\w+ly_)?(?:against|opposed_to)
        (?:speaks?|spoke|comes?_out|came_out|stands?|stood)_(?:out_)?against
        (?:voic|express)(?:es|ed)_(?:\w+_)?opposition_to
        fil(?:es|ed)_(?:a_)?(?:law)?suit_against
        lehnt(?:e|en)? refuse rejette rejettent s[’']oppose_à
        """,
    "criticises": r"""
        (?:takes?|took)_(?:aim_at|issue_with|a_(?:swipe|shot|jab|dig)_at)
        (?:hits?|fires?|fired)_(?:out|back)_at (?:goes|went)_after (?:tears?|tore)_into
        (?:is|was|are|were)_(?:\w+ly_)?(?:critical_of|(?:angry|furious|mad)_(?:at|with))
        (?:express|voic)(?:es|ed)_(?:outrage|anger|disappointment)_(?:at|over|with|about)
        pok(?:es|ed)_fun_at
        kritisiert(?:e|en)? verurteilt(?:e|en)? dénonce dénoncent critique critiquent condamne
        condamnent accuse accusent
        """,
    "praises": r"""
        (?:speaks?|spoke)_(?:warmly|highly|fondly)_of (?:is|was|are|were)_(?:grateful_to|proud_of)
        (?:has|have|had)_nothing_but_(?:respect|praise)_for
        lobt(?:e|en)? begrüßt(?:e|en)? dankt(?:e|en)? salue saluent félicite félicitent
        """,
    "demands": "fordert(?:e|en)? verlangt(?:e|en)? exige exigent réclame réclament",
}
"""Verbs and phrases as they stand, for each position: regular expressions without brackets that
catch; ``_`` parts the words."""

FIRST_PERSON: dict[Position, str] = {
    "supports": "believe_in stand_(?:by|with|behind) am_for ['’]m_for",
    "opposes": "(?:am|['’]m|are|['’]re)_(?:\\w+ly_)?(?:against|opposed_to)",
    "criticises": "hate despise distrust",
    "praises": "admire respect",
}
"""What takes a position behind "I" and "we" alone."""

NOUNS: dict[Position, str] = {
    "supports": "endorsement_of support_(?:for|of) backing_(?:for|of) approval_of defen[cs]e_of "
    "embrace_of",
    "opposes": "opposition_to rejection_of veto_of objections?_to",
    "criticises": "criticisms?_of condemnation_of denunciation_of attacks?_(?:on|against)",
    "praises": "praise_(?:for|of) admiration_for",
    "demands": "calls?_for demands?_for",
}
"""What may stand behind a possessive: "Roe's support for the plan"."""

GAINS: dict[Position, str] = {
    "supports": "endorsement backing support",
    "criticises": "criticism condemnation",
    "praises": "praise",
}
"""What somebody gets from somebody: "the plan won the backing of Roe"."""

ROLES: dict[Position, str] = {
    "supports": "supporter backer advocate champion proponent defender",
    "opposes": "opponent foe",
    "criticises": "critic",
    "praises": "admirer",
}
"""Whom an aside calls somebody: "Roe, a fierce critic of the plan"."""


def forms(verb: str) -> tuple[str, str, str]:
    """Return expressions for a regular verb: finite, base, and in "-ing".

    Example:
        >>> forms("slam+"), forms("rule_out")
        (('slam(?:s|med)', 'slam', 'slamming'), ('rul(?:es|ed) out', 'rule out', 'ruling out'))
    """
    stem, after = re.split("(?=[_(])|$", verb, maxsplit=1)
    after = spaced(after)
    if stem.endswith("+"):
        stem, last = stem[:-1], stem[-2]
        return f"{stem}(?:s|{last}ed){after}", stem + after, f"{stem}{last}ing{after}"
    if stem == "pay":
        return f"pa(?:ys|id){after}", stem + after, f"paying{after}"
    if stem.endswith("e"):
        return f"{stem[:-1]}(?:es|ed){after}", stem + after, f"{stem[:-1]}ing{after}"
    if re.search("[^aeiou]y$", stem):
        return f"{stem[:-1]}(?:ies|ied){after}", stem + after, f"{stem}ing{after}"
    plural = "es" if stem.endswith(("s", "sh", "ch", "x", "o")) else "s"
    return f"{stem}(?:{plural}|ed){after}", stem + after, f"{stem}ing{after}"


def spaced(words: str) -> str:
    """Return an expression with a space for each ``_``, and some words for ``…``."""
    return words.replace("_", " ").replace("…", "[^.,;:]{1,99}")


def alternatives(found: Iterable[tuple[Position, str]]) -> tuple[str, dict[int, Position]]:
    """Join expressions to one with a group for each position.

    Args:
        found: Positions, each with an expression that catches nothing.

    Returns:
        The expression; and the positions by the numbers of their groups.
    """
    by_position: dict[Position, list[str]] = {}
    for position, expression in found:
        by_position.setdefault(position, []).append(expression)
    for each in by_position.values():
        each.sort(key=len, reverse=True)  # "demands that" before "demands"
    groups = [f"({'|'.join(each)})" for each in by_position.values()]
    return "|".join(groups), dict(enumerate(by_position, start=1))
