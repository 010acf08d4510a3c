"""Many articles: at once in memory, or resumable into one file of JSON Lines."""
