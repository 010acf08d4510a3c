"""The settings that a model is asked with, and the choice of a model that settings make."""

from collections.abc import Mapping
from typing import Any

from pydantic import SecretStr

from summarizer.errors import SettingsError
from summarizer.llm.base import Choice, LanguageModel
from summarizer.settings.hidden import HiddenKey
from summarizer.settings.settings import Settings


def settings_for(
    model: LanguageModel | str | None, base: Settings | None, **values: Any
) -> Settings:
    """Return the settings that a model is asked with.

    Args:
        model: A model's name, which is laid over the base; or a model object, whose profile holds
            where the base has none.
        base: The settings underneath; the environment's if None.
        **values: Fields that are laid over the base; those that are None are left alone.

    Raises:
        SettingsError: A value cannot work, or the model is none.
    """
    if not isinstance(base, Settings | None):
        raise SettingsError(
            f"The settings are a summarizer.Settings, not {base!r}.",
            hint="Say Settings.of(model=…), or model=… without settings.",
        )
    if isinstance(model, str | None):
        return Settings.over(base, model=model, **values)
    if isinstance(model, type):
        raise SettingsError(
            f"{model.__name__} is no model, but a class.", hint=f"Say model={model.__name__}(…)."
        )
    if not isinstance(model, LanguageModel):
        raise SettingsError(
            f"{model!r} is no model: it has no method 'answer', or no 'profile'.",
            hint="Give a model's name, or an object as summarizer.LanguageModel describes it.",
        )
    base = base or Settings.of(environment={})  # the environment names another model
    return base.changed(model="local", profile=base.profile or model.profile, **values)


def choice_of(settings: Settings, concurrency: int) -> Choice:
    """Return which model the settings name, and how it is reached.

    Args:
        settings: The settings.
        concurrency: Requests at once, over all articles.

    Example:
        >>> choice_of(Settings(), 1).name
        'local'
    """
    return Choice(
        name=settings.model,
        base_url=settings.base_url or "",
        key=HiddenKey(settings.api_key.get_secret_value() if settings.api_key else ""),
        headers=_bare(settings.extra_headers),
        query=_bare(settings.extra_query),
        body=settings.extra_body,
        timeout=settings.timeout,
        attempts=settings.attempts,
        concurrency=concurrency,
        profile=settings.resolved_profile,
        reasoning_effort=settings.reasoning_effort,
    )


def _bare(secrets: Mapping[str, SecretStr]) -> dict[str, str]:
    return {name: HiddenKey(secret.get_secret_value()) for name, secret in secrets.items()}
