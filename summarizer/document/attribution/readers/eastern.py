"""Who speaks in Japanese and Chinese, where no spaces separate the words.

Reads the characters right beside a quotation; the rules for other scripts are in
:mod:`summarizer.document.attribution`.
"""

import re
from functools import cache

from summarizer.languages.table import DEFAULT, language

_REACH = 120
"""Characters looked at before a quotation; the topic of a sentence is near its start."""

_EASTERN = re.compile(r"[^\x00-\u2fff]")
"""All characters of Japanese and Chinese are among these."""

_JAPANESE = r"と(?:の考えを|して|も|、)?(?:{said_behind})"
_TOPIC = re.compile(
    r"(?<![^。\n、」』])\s*((?!彼)[^がは。、「」『』\n\s]{1,30})(?:は|が(?!.*は))(?!\w?と)"
)
_CHINESE = "(?:{said_before})道?"
_WHO = (
    r"((?![他她])[^，。：；、“”「」\s在对對向于於就]{{2,20}}?)(?:[在对對向于於就][^，。]{{0,30}}?)?"
    + _CHINESE
)
_SAYS_BEFORE = r"(?:^|[，。；！？\n”」])\s*" + _WHO + r"[：:，,]?\s*$"
_SAYS_AFTER = r"[，,]?\s*" + _WHO + "(?!道?[：:])"
_SAYS_LAST = r"と、?([^。、「」\s]{{2,30}}?)(?:は|が)、?[^。「」]{{0,20}}?(?:{said_behind})"
_AGE = r"(?:[（(]\d+[)）])?$"
_LEAD = (
    r".*した(?=.{{2}})|.*(?<!さん)(?<!氏)の(?=[^の]{{2,9}}(?:{honorific})" + _AGE + ")"
    r"|.*(?:{office})(?=(?:{surname})[\u4e00-\u9fff]{{1,2}}(?:{honorific})?" + _AGE + ")"
)
"""What is before a name and no part of it: "組合の", "市长". It stays where no name is behind."""
_TAIL = r"(?<!^)(?<!の)(?:{honorific})?" + _AGE


def eastern_speaker(text: str, start: int, end: int) -> tuple[int, int, bool] | None:
    """Find the speaker of a quotation in Japanese or Chinese.

    Returns:
        Offsets of the speaker, without an honorific, and whether no one else can be meant.

    Example:
        >>> text = "山田氏は「雨だ」と述べた。"
        >>> eastern_speaker(text, 4, 8)
        (0, 2, True)
    """
    floor = max(0, start - _REACH)
    if not _EASTERN.search(text, floor, end + _REACH):  # the patterns need a while to be compiled
        return None
    before = text[floor:start]
    if _pattern(_JAPANESE).match(text, end, end + 20):
        sentence = max(before.rfind("。"), before.rfind("\n")) + 1
        topics = list(_TOPIC.finditer(before, sentence))
        sure = len(topics) == 1
        if not before[sentence:].strip():  # "…と発表した。「雨だ」と述べた。"
            topics = _topics_before(before, sentence)
        return (*_placed(topics[0], floor), sure) if topics else None
    match = _pattern(_SAYS_BEFORE).search(before)
    if match:
        return (*_placed(match, floor), True)
    last = _pattern(_SAYS_LAST).match(text, end, end + 60)
    after = last or _pattern(_SAYS_AFTER).match(text, end, end + 40)
    return (*_placed(after, 0), True) if after else None


def _topics_before(text: str, sentence: int) -> list[re.Match[str]]:
    """Return the topics of the sentence before, in the same paragraph: who spoke there goes on."""
    last = max(0, sentence - 1)
    if not text.endswith("。", 0, sentence):
        return []
    first = max(text.rfind("。", 0, last), text.rfind("\n", 0, last)) + 1
    return list(_TOPIC.finditer(text, first, sentence))


def _placed(match: re.Match[str], floor: int) -> tuple[int, int]:
    lead = _pattern(_LEAD).match(match[1])
    first = lead.end() if lead else 0
    name = _pattern(_TAIL).sub("", match[1][first:])
    start = floor + match.start(1) + first
    return start, start + len(name)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Fill a pattern in with the words of the tables, the longest first."""
    names = ("said_behind", "said_before", "honorific", "office", "surname")
    lists = {name: language(DEFAULT).words(f"speech.{name}") for name in names}
    either = {name: "|".join(sorted(words, key=len, reverse=True)) for name, words in lists.items()}
    return re.compile(template.format(**either))
