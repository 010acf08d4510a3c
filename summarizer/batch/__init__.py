"""Many articles: concurrently in memory, or resumable into one JSON Lines file."""
