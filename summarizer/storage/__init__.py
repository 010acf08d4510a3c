"""Summaries at rest: files written whole, the result cache, stored records read again."""
