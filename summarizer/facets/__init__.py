"""The facets of a summary, one file each: what is asked, and how an answer is checked."""

from typing import Any

from summarizer.facets.actors import Actors
from summarizer.facets.base import Facet
from summarizer.facets.figures import Figures
from summarizer.facets.gist import Gist
from summarizer.facets.quotes import Quotes
from summarizer.facets.stances import Stances
from summarizer.schema import Facet as FacetName

FACETS: dict[FacetName, Facet[Any, Any]] = {
    facet.name: facet for facet in (Gist(), Actors(), Stances(), Quotes(), Figures())
}
