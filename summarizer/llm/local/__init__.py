"""The embedded model: which weights there are, how they get here, and the server that runs them.

Knows nothing of articles or prompts; to the rest of the library it is an OpenAI-compatible
endpoint that appears when it is needed.
"""
