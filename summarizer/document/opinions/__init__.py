"""The positions that a text itself states: "Roe praised the plan", "Poe lehnt den Plan ab".

Owns the words that take a position, and where they stand beside a name or in somebody's speech.
Whose name stands there, and who speaks, is the caller's business.
"""

from summarizer.document.opinions.acts import stated_positions
from summarizer.document.opinions.judgements import speaks_ill
from summarizer.document.opinions.readers import Stated
from summarizer.document.opinions.speech import spoken_positions

__all__ = ["Stated", "speaks_ill", "spoken_positions", "stated_positions"]
