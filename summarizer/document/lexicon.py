"""Small words, for the rules of figures."""

from summarizer.languages.table import DEFAULT, language

FUNCTION_WORDS = language(DEFAULT).words("sentences.function")
"""Words that open sentences and are no names."""
