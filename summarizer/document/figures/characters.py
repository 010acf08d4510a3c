"""Characters that are part of numbers, whatever the language of the text.

They stay in code and not in a table: like digits they belong to a script, and the reading of the
CJK ones is positional, which :mod:`summarizer.document.figures.cjknumerals` owns.
"""

import re

CJK_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
"""Digits of the CJK scripts."""

CJK_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "億": 8, "亿": 8, "兆": 12} | {
    "만": 4,
    "억": 8,
    "조": 12,
}
"""Powers of ten that the CJK scripts have a character for; three more are added below."""

CJK = "".join([*CJK_DIGITS, *CJK_SCALES])
"""Every character that a number in the CJK scripts can begin with."""

CJK_SCALES |= {"십": 1, "백": 2, "천": 3}
AFTER_CJK = CJK + "십백천"
"""Every character that can be part of one; in Korean words these three are mere syllables."""

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Fractions that are one character."""

FIGURE = re.compile(
    rf"[^\0-/:-\xbb\xbf-\u065f\u2000-\u20ff\u3000-\u3006\u3008-\u30ff](?<=[\d{CJK}{VULGAR}])(?:(?<=\d)[\d.,]*(?:(?:．(?=\d)|(?<=[０-９])，(?=[０-９]))[\d.,]+)*|(?<=[{CJK}])[{CJK}]*)?"
)
"""Finds a digit of any script, with the digits that follow it; letters are passed by fast."""
