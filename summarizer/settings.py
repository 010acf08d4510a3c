"""How an article is asked about: which model, which facets, which strategy, how often."""

import os
from pathlib import Path
from typing import Any, Literal, Self, get_args
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)

from summarizer.errors import SettingsError
from summarizer.schema import FacetName

FACETS: tuple[FacetName, ...] = get_args(FacetName)

Strategy = Literal["one", "many"]


class Settings(BaseModel):
    """Everything that decides how an article is asked about.

    Raises:
        SettingsError: From :meth:`of`, where a value cannot work.

    Example:
        >>> Settings.of(facets=("quotes",), environment={}).model
        'local'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str = Field(
        default="local",
        description="'local', 'local:NAME', 'gguf:PATH', or a name at the endpoint.",
    )
    base_url: str | None = Field(default=None, description="The OpenAI-compatible endpoint.")
    api_key: SecretStr | None = Field(
        default=None, description="Its key; shown nowhere.", repr=False
    )
    facets: tuple[FacetName, ...] = Field(
        default=FACETS, min_length=1, description="What is asked for."
    )
    strategy: Strategy | None = Field(
        default=None,
        description="'many' short questions or 'one' form; null: many for an embedded model, "
        "one for an endpoint.",
    )
    prompts: Path | None = Field(default=None, description="Folder of templates that replace ours.")
    attempts: int = Field(
        default=5, ge=1, description="Requests in all before a passing fault is an error."
    )
    repairs: int = Field(
        default=1, ge=0, description="How often an answer that fails a check is asked anew."
    )
    context: int | None = Field(
        default=None,
        ge=2048,
        description="Longest prompt in tokens, its answer included; null: what the embedded model "
        "was trained on, or what the endpoint takes. Longer articles are read in parts.",
    )
    timeout: float = Field(default=300, gt=0, description="Seconds to wait for an answer.")
    cache: Path | None = Field(
        default=None,
        description="File that keeps summaries, so that none is asked for twice; null: none.",
    )

    @classmethod
    def of(cls, *, environment: dict[str, str] | None = None, **values: object) -> Self:
        """Build settings from the values that are not None, then from the environment.

        Args:
            environment: Where ``SUMMARIZER_MODEL``, ``SUMMARIZER_BASE_URL``,
                ``SUMMARIZER_API_KEY`` and ``OPENAI_API_KEY`` are read; the process's own if None.
            **values: Fields of the settings.

        Returns:
            The settings.

        Raises:
            SettingsError: A value cannot work; the message names it.
        """
        given = {name: value for name, value in values.items() if value is not None}
        found = _from(dict(os.environ) if environment is None else environment)
        if is_embedded(str(given.get("model", ""))):
            found.pop("base_url", None)  # named for another model than this one
        try:
            return cls.model_validate(found | given)
        except ValidationError as error:
            raise SettingsError(_sentence(error)) from None

    @classmethod
    def over(cls, base: Self | None, **values: Any) -> Self:
        """Return settings with these values over those of a base, or over the environment's.

        Args:
            base: The settings that the values are laid over; None for the environment.
            **values: Fields of the settings; those that are None are left alone.

        Raises:
            SettingsError: A value cannot work.
        """
        return base.changed(**values) if base else cls.of(**values)

    def changed(self, **values: object) -> Self:
        """Return these settings with the values that are not None in the place of theirs.

        Raises:
            SettingsError: A value cannot work.
        """
        given = {name: value for name, value in values.items() if value is not None}
        old = self.model_dump()
        if is_embedded(str(given.get("model", ""))):
            del old["base_url"]  # named for another model than this one
        return self.of(environment={}, **old | given)

    @property
    def embedded(self) -> bool:
        """Whether the model runs on this machine, inside the process."""
        return is_embedded(self.model)

    @property
    def way(self) -> Strategy:
        """The strategy, chosen by the kind of model where none was set.

        Small models answer short questions better than one form (docs/accuracy.md); the large
        models of an endpoint do well with the form, which costs one request.
        """
        return self.strategy or ("many" if self.embedded else "one")

    @field_validator("api_key")
    @classmethod
    def _key_fits_a_header(cls, key: SecretStr | None) -> SecretStr | None:
        """Refuse what HTTP cannot carry; the client's own error would show it."""
        bare = key.get_secret_value().strip() if key else ""
        if not (bare.isascii() and bare.isprintable()):
            raise ValueError("the key holds characters that no key has")
        return SecretStr(bare) if bare else None

    @model_validator(mode="after")
    def _endpoint_is_named(self) -> Self:
        if not self.embedded and not self.base_url:
            raise ValueError(
                f"the model {self.model!r} needs an endpoint: give --base-url or "
                "SUMMARIZER_BASE_URL, or use 'local'"
            )
        if self.base_url and self.embedded:
            raise ValueError(
                f"the embedded model {self.model!r} has no endpoint: name the model at "
                f"{self.base_url!r} with --model"
            )
        if self.base_url and urlsplit(self.base_url).username is not None:
            raise ValueError("the endpoint holds a user name: give its key in SUMMARIZER_API_KEY")
        if self.base_url and not self.base_url.startswith(("http://", "https://")):
            raise ValueError(f"the endpoint {self.base_url!r} is not an http or https address")
        return self


def is_embedded(model: str) -> bool:
    """Tell whether a model of this name runs inside the process."""
    return model == "local" or model.startswith(("local:", "gguf:"))


def _from(environment: dict[str, str]) -> dict[str, str]:
    found = {
        "model": environment.get("SUMMARIZER_MODEL"),
        "base_url": environment.get("SUMMARIZER_BASE_URL"),
        "api_key": environment.get("SUMMARIZER_API_KEY") or environment.get("OPENAI_API_KEY"),
    }
    return {name: value for name, value in found.items() if value}


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    return f"{place}: {message}." if place else f"{message[0].upper()}{message[1:]}."
