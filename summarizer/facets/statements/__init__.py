"""The statements: what sources are reported to have said, without quotation marks."""

from summarizer.facets.statements.asking import Statements

__all__ = ["Statements"]
