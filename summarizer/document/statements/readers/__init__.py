"""The readers of statements: each reads one construction in the tokens of a sentence."""
