"""The kinds of figures that have a caption, the surest first."""

from collections.abc import Callable, Iterator

from summarizer.document.captions.ages import age
from summarizer.document.captions.amounts import amount, compared, content, lasting, until
from summarizer.document.captions.caption import Caption
from summarizer.document.captions.clause import clause, phrase
from summarizer.document.captions.counts import bracketed, counted, in_subject, owned, verb_last
from summarizer.document.captions.doubts import is_doubtful, is_fragment
from summarizer.document.captions.setting import Setting

KINDS: tuple[Callable[[Setting], Caption | None], ...] = (
    age,
    lasting,
    owned,
    bracketed,
    until,
    verb_last,
    counted,
    in_subject,
    content,
    compared,
    amount,
)


def caption_in(setting: Setting) -> Caption | None:
    """Return the caption of a figure in its setting, by the first kind that fits."""
    if is_fragment(setting):
        return None
    kinds = () if setting.is_paired else KINDS
    made = next(filter(None, (kind(setting) for kind in kinds)), None)
    if made and is_doubtful(setting, made): made = None
    if made and not setting.is_scattered(made):
        return made
    whole = clause(setting)
    if whole and not is_doubtful(setting, whole): return whole
    whole = made or phrase(setting)
    return whole if whole and not is_doubtful(setting, whole) else None
