"""The names of a text: where they are, which persons they mean, and what is no name of it."""

from summarizer.document.names.foreign import (
    Numbers,
    Stranger,
    find_strangers,
    foreign_names,
    foreign_numbers,
    read_numbers,
)
from summarizer.document.names.identity import Identity
from summarizer.document.names.people import Names, read_names
from summarizer.document.names.places import Places, find_name
from summarizer.document.names.ranking import Prominence, weigh_names

__all__ = [
    "Identity",
    "Names",
    "Numbers",
    "Places",
    "Prominence",
    "Stranger",
    "find_name",
    "find_strangers",
    "foreign_names",
    "foreign_numbers",
    "read_names",
    "read_numbers",
    "weigh_names",
]
