"""Who speaks in Japanese and Chinese, where words are not told apart by spaces.

Reads the characters right beside a quotation; the rules for other scripts are in
:mod:`summarizer.document.attribution`.
"""

import re

_REACH = 120
"""Characters looked at before a quotation; the topic of a sentence stands near its start."""

_JAPANESE = re.compile(
    r"と(?:の考えを|して|も|、)?(?:述べ|話し|語[っり]|説明|強調|主張|指摘|答え|言[っい]|訴え|批判|コメント|発言|表明|書[いき])"
)
_TOPIC = re.compile(r"(?<![^。\n、」』])\s*([^。、「」『』\n\s]{1,30}?)(?:は|が)(?!\w?と)")
_CHINESE = (
    r"(?:说|說|表示|称|稱|指出|强调|強調|告诉|告訴|认为|認為|写道|寫道|回应|回應|问|問|宣布)道?"
)
_SAYS_BEFORE = re.compile(
    rf"(?:^|[，。；！？\n”」])\s*([^，。：；、“”「」\s在对對向于於就]{{2,20}}?)(?:[在对對向于於就][^，。]{{0,30}}?)?{_CHINESE}[：:，,]?\s*$"
)
_SAYS_AFTER = re.compile(rf"[，,]?\s*([^，。：；、“”「」\s在对對向于於就]{{2,20}}?){_CHINESE}")
_HONORIFIC = re.compile(r"(?:氏|さん|様|先生|女士)$")


def eastern_speaker(text: str, start: int, end: int) -> tuple[int, int, bool] | None:
    """Find the speaker of a quotation in Japanese or Chinese.

    Args:
        text: The text.
        start: Offset of the opening mark.
        end: Offset after the closing mark.

    Returns:
        Offsets of the speaker, without an honorific, and whether nobody else can be meant; None
        where nobody is told.

    Example:
        >>> text = "山田氏は「雨だ」と述べた。"
        >>> eastern_speaker(text, 4, 8)
        (0, 2, True)
    """
    floor = max(0, start - _REACH)
    before = text[floor:start]
    if _JAPANESE.match(text, end, end + 20):
        sentence = max(before.rfind("。"), before.rfind("\n")) + 1
        topics = list(_TOPIC.finditer(before, sentence))
        return (*_placed(topics[0], floor), len(topics) == 1) if topics else None
    match = _SAYS_BEFORE.search(before)
    if match:
        return (*_placed(match, floor), True)
    after = _SAYS_AFTER.match(text, end, end + 40)
    return (*_placed(after, 0), True) if after else None


def _placed(match: re.Match[str], floor: int) -> tuple[int, int]:
    name = _HONORIFIC.sub("", match[1]) or match[1]
    return floor + match.start(1), floor + match.start(1) + len(name)
