"""What the rules know of each language, and which language a text is in."""
