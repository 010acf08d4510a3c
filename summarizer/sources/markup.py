"""Convert HTML to text: line breaks, and the quotation marks that a browser would add.

Shared by web pages and feeds.
"""

import re
from html import unescape

_QUOTED = re.compile(r"<(/?)q(?:\s[^<>]*)?>", re.IGNORECASE)
_IS_NOTE = (
    r"\s(?:class|role|epub:type)\s?=\s?[^<>=]{0,100}?(?:noteref|footnote)"
    r"|\shref\s?=\s?[\"']?[^\s\"'<>#]{0,300}#_?(?:fn|ftn|footnote)(?![a-z])|vertical-align: ?super"
)
_RAISED = re.compile(
    rf"<(?:(sup)\b[^<>]*|(?:a|span)\b(?=[^<>]*?(?:{_IS_NOTE}))[^<>]*)>"
    r"((?:[^<]|<(?!/?(?:sup|p|div|li)\b)[^<>]*>){1,80}?)</(?(1)sup|(?:a|span))\s*>"
    r"(\s?(?:[/⁄]|&frasl;))?",
    re.IGNORECASE,
)
_NOTES = re.compile(r"[\[(]?([−–-]?\d{1,3}(?: ?[,–-] ?\d{1,3}){0,5})[\])]?")
_SIGNS = re.compile(r"[\[(]?[*†‡§¶]{1,3}[\])]?")
_LINKED = re.compile(r"[\[(]?(?:[^\W\d_](?: ?, ?[^\W\d_])?|[^\w%°]{1,3})[\])]?")
RAISED_DIGITS = str.maketrans("0123456789-–−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
"""Digits and the characters for them where they are raised."""
_BREAK = re.compile(
    r"</?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]"
    r"|header|hr|li|main|ol|p|pre|section|table|td|th|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")


def with_marks(html: str) -> str:
    """Replace ``<q>`` tags by quotation marks and raise digits, as a browser shows them.

    Example:
        >>> with_marks("He called it <q>a summer lost</q>.")
        'He called it “a summer lost”.'
        >>> with_marks("It rose 7<sup>3</sup> per cent.")
        'It rose 7³ per cent.'
    """
    html = _RAISED.sub(_raised, html)
    return _QUOTED.sub(lambda tag: "”" if tag[1] else "“", html)


def _raised(found: re.Match[str]) -> str:
    """Return raised digits as the characters for them, and no mark of a note beside a number."""
    text = " ".join(unescape(_TAG.sub("", found[2])).split())
    if found[3] and text.isdecimal():  # 1<sup>1</sup>/<sub>2</sub>
        gap = " " if found.string[found.start() - 1 : found.start()].isdecimal() else ""
        return gap + text + found[3]
    if notes := _NOTES.fullmatch(text):
        return notes[1].replace(" ", "").translate(RAISED_DIGITS)
    linked = "<a" in found[2].lower() and _LINKED.fullmatch(text)
    return "" if linked or _SIGNS.fullmatch(text) else found[0]


def paragraphs(html: str) -> list[str]:
    """Return the paragraphs of HTML as text, with white space collapsed.

    Example:
        >>> paragraphs("<p>Rain stops <b>play</b></p><p>&ldquo;Wet,&rdquo; he said.<br>Very.</p>")
        ['Rain stops play', '“Wet,” he said.', 'Very.']
    """
    flat = " ".join(with_marks(html).split())
    text = unescape(_TAG.sub("", _BREAK.sub("\n", flat)))
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def article_text(title: str | None, lines: list[str]) -> str:
    r"""Return the text of an article: headline, blank line, and one line for each paragraph.

    Example:
        >>> article_text("Rain stops play", ["Rain stops play", "It was wet."])
        'Rain stops play\n\nIt was wet.'
    """
    if title:
        lines = [title, "", *lines[lines[:1] == [title] :]]
    return "\n".join(lines).strip()


def web_address(url: str | None) -> str | None:
    """Return the URL of a page or feed if it is http or https, and not a script.

    Example:
        >>> web_address("https://courier.example/a"), web_address("javascript:alert(1)")
        ('https://courier.example/a', None)
    """
    return url if url and re.match("https?://", url, re.IGNORECASE) else None
