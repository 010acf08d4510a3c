"""Where the model of the settings answers: the embedded engine, or the endpoint that was named."""

from summarizer.errors import SettingsError
from summarizer.model import Endpoint
from summarizer.settings import Settings

AT_ONCE = 8
"""Questions about one article that a remote endpoint is asked at the same time; and requests over
all articles, where no other number is given."""

SLOTS = 1
"""Articles that an embedded model reads at the same time."""


def at_once(settings: Settings, wanted: int | None) -> int:
    """Return how many requests the model is asked at once, over all articles of a session.

    Args:
        settings: They name the model.
        wanted: What the user asks for; an embedded model has as many slots as it has.

    Raises:
        SettingsError: It is less than one.

    Example:
        >>> at_once(Settings(model="m", base_url="http://localhost/v1"), 64)
        64
    """
    if wanted is not None and wanted < 1:
        raise SettingsError(f"The concurrency cannot be {wanted}.", hint="Give 1 or more.")
    return SLOTS if settings.embedded else wanted or AT_ONCE


def endpoint_for(settings: Settings, tokens: int = 0) -> Endpoint:
    """Find the endpoint that answers questions about an article; start the engine if need be.

    Args:
        settings: They name the model.
        tokens: How long a context would hold the article; an embedded model gets that, up to what
            it was trained on or the settings allow.

    Returns:
        The endpoint.

    Raises:
        LocalModelError: The embedded model cannot be fetched or started.
    """
    if not settings.embedded:
        return Endpoint(
            base_url=settings.base_url or "",
            model=settings.model,
            key=settings.api_key.get_secret_value() if settings.api_key else "",
            timeout=settings.timeout,
            attempts=settings.attempts,
            concurrency=AT_ONCE,
            context=settings.context,
        )
    from summarizer.local.engine import engine_for  # noqa: PLC0415  an extra

    engine = engine_for(settings.model, min(tokens, settings.context or tokens))
    return Endpoint(
        base_url=engine.base_url,
        model=engine.alias,
        key=engine.key,
        timeout=settings.timeout,
        attempts=1,
        context=min(engine.context, settings.context or engine.context),
        extra=(("id_slot", 0), ("cache_prompt", True)),
        engine=engine,
    )
