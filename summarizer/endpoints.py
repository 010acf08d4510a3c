"""Where the model of the settings answers: the embedded engine, or the endpoint that was named."""

from summarizer.article import Article
from summarizer.model import Endpoint
from summarizer.settings import Settings

BYTES_A_TOKEN = 3
"""A safe guess for the text of an article: English has over 4 bytes a token, Japanese about 3."""

ROOM = 3000
"""Tokens for the instructions, the numbers of the sentences, the question and the answer."""

AT_ONCE = 8
"""Questions about one article that a remote endpoint is asked at the same time."""


def endpoint_for(settings: Settings, article: Article) -> Endpoint:
    """Find the endpoint that answers questions about an article; start the engine if need be.

    Args:
        settings: They name the model.
        article: Its length decides the engine's context.

    Returns:
        The endpoint.

    Raises:
        LocalModelError: The embedded model cannot be fetched or started.
        ContextError: The article is longer than the embedded model's context.
    """
    if not settings.embedded:
        return Endpoint(
            base_url=settings.base_url or "",
            model=settings.model,
            key=settings.api_key.get_secret_value() if settings.api_key else "",
            timeout=settings.timeout,
            attempts=settings.attempts,
            concurrency=AT_ONCE,
        )
    from summarizer.local.engine import engine_for  # noqa: PLC0415  an extra

    engine = engine_for(settings.model, tokens_of(article) + ROOM)
    return Endpoint(
        base_url=engine.base_url,
        model=engine.alias,
        key=engine.key,
        timeout=settings.timeout,
        attempts=1,
        extra=(("id_slot", 0), ("cache_prompt", True)),
        engine=engine,
    )


def tokens_of(article: Article) -> int:
    """Return an upper guess of an article's length in tokens."""
    return len(article.text.encode("utf-8", "replace")) // BYTES_A_TOKEN
