"""The opinions that an article states: who takes which position on what.

The words that take a position are in the tables of the languages.
"""

from summarizer.document.opinions.holders import Holders
from summarizer.document.opinions.opinion import Opinion, find_opinions
from summarizer.document.opinions.things import points_back
from summarizer.document.opinions.vocabulary import speaks_ill

__all__ = ["Holders", "Opinion", "find_opinions", "points_back", "speaks_ill"]
