"""The kinds of figures that have a caption, the surest first."""

from summarizer.document.captions.ages import age
from summarizer.document.captions.caption import Caption
from summarizer.document.captions.sentence import sentence
from summarizer.document.captions.setting import Setting


def caption_in(setting: Setting) -> Caption | None:
    """Return the caption of a figure in its setting: whose age it is, or its sentence."""
    end = setting.figure.end
    cut = setting.text[end : end + 1].isalnum()  # "£50s"
    return None if cut else age(setting) or sentence(setting)
