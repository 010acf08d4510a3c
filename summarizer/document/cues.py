"""Verbs of saying, for the ranking of names; everything else asks the lexicon of a language."""

from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import DEFAULT, language

SAYING = lexicon(language(DEFAULT)).words(frozenset({"saying"}))
LABELLING = lexicon(language(DEFAULT)).words(frozenset({"labelling"}))
FOREIGN: frozenset[str] = frozenset()
