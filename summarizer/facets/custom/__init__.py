"""Users' own facets: items whose fields the article grounds."""
