"""How articles are asked about, and where each of these settings comes from."""

from summarizer.settings.facet_names import FACETS, unknown_facet
from summarizer.settings.settings import Settings

__all__ = ["FACETS", "Settings", "unknown_facet"]
