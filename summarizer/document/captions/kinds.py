"""The kinds of figures that have a caption, the surest first."""

from collections.abc import Callable

from summarizer.document.captions.ages import age
from summarizer.document.captions.caption import Caption
from summarizer.document.captions.clause import clause
from summarizer.document.captions.counts import counted, owned
from summarizer.document.captions.doubts import is_doubtful, is_fragment
from summarizer.document.captions.setting import Setting

KINDS: tuple[Callable[[Setting], Caption | None], ...] = (age, owned, clause, counted)


def caption_in(setting: Setting) -> Caption | None:
    """Return the caption of a figure in its setting, by the first kind that fits."""
    if is_fragment(setting):
        return None
    found = filter(None, (kind(setting) for kind in KINDS))
    return next((made for made in found if not is_doubtful(setting, made)), None)
