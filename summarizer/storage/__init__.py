"""Stored summaries: atomic file writes, the result cache, and the reader of stored records."""
