"""How an article is asked about: which model, which facets, which strategy, how often."""

import os
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, Self, get_args
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_serializer,
    field_validator,
    model_validator,
)

from summarizer.errors import SettingsError
from summarizer.llm.names import Kind, parse
from summarizer.llm.profiles import Profile, Strategy, find
from summarizer.schema import FacetKey, FacetName

ReasoningEffort = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]

FACETS: tuple[FacetName, ...] = get_args(FacetName)


class Settings(BaseModel):
    """Everything that decides how an article is asked about.

    Raises:
        SettingsError: From :meth:`of`, where a value cannot work.

    Example:
        >>> Settings.of(facets=("quotes",), environment={}).model
        'local'
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    model: str = Field(
        default="local",
        description="'local', 'local:NAME', 'gguf:PATH', a name at the endpoint, or 'none': code "
        "alone.",
    )
    base_url: str | None = Field(default=None, description="The OpenAI-compatible endpoint.")
    api_key: SecretStr | None = Field(
        default=None, description="Its key; shown nowhere.", repr=False
    )
    facets: tuple[FacetName | FacetKey[Any], ...] = Field(
        default=FACETS,
        min_length=1,
        description="What is asked for: names of our own facets, and users' facets themselves.",
    )
    strategy: Strategy | None = Field(
        default=None,
        description="'many' short questions or 'one' form; null: what the model's profile says.",
    )
    profile: Profile | None = Field(
        default=None,
        description="What the model is good at; null: what llm/profiles.toml says of its name.",
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
    reasoning_effort: ReasoningEffort | None = Field(
        default=None,
        description="How hard a reasoning model at the endpoint is to think; null: its own choice.",
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
        if _kind(given) != "remote":
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
        if _kind(given) != "remote":
            del old["base_url"], old["reasoning_effort"]  # named for another model than this one
        if _kind(given) == "none":
            del old["strategy"]
        return self.of(environment={}, **old | given)

    @property
    def embedded(self) -> bool:
        """Whether the model runs on this machine, inside the process."""
        return parse(self.model).embedded

    @property
    def resolved_profile(self) -> Profile:
        """What the model is good at: the profile given, or ours; with the context of here."""
        profile = self.profile or find(self.model)
        context = self.context or profile.context
        return profile.model_copy(update={"context": context})

    @property
    def resolved_strategy(self) -> Literal["none", "one", "many"]:
        """The strategy: ``none`` without a model, else the one given, or that of the profile.

        Example:
            >>> [Settings(model=name).resolved_strategy for name in ("local", "none")]
            ['many', 'none']
        """
        if parse(self.model).kind == "none":
            return "none"
        return self.strategy or self.resolved_profile.strategy

    @property
    def facet_stamps(self) -> tuple[str, ...]:
        """The facets as text: the names of our own, and of users' with the digest behind it."""
        return tuple(
            each if isinstance(each, str) else f"{each.name}@{each.digest}" for each in self.facets
        )

    @field_serializer("facets", when_used="json")
    def _facets_as_text(self, _: object) -> tuple[str, ...]:
        return self.facet_stamps

    @field_validator("facets", mode="before")
    @classmethod
    def _facets_are_known(cls, facets: Any) -> Any:
        """Refuse an unknown name with a suggestion, and two facets of one name."""
        if isinstance(facets, str):
            raise SettingsError(
                f"facets is a list, not the text {facets!r}.", hint=f"Say facets=[{facets!r}]."
            )
        if not isinstance(facets, Iterable):
            raise SettingsError(
                f"facets is a list, not {facets!r}.", hint="Put a single facet into a list, too."
            )
        every = tuple(facets)
        names = [each if isinstance(each, str) else getattr(each, "name", each) for each in every]
        for each, name in zip(every, names, strict=True):
            if isinstance(each, str) and each not in FACETS:
                raise unknown_facet(each, FACETS)
            if not isinstance(each, str | FacetKey):
                raise SettingsError(
                    f"{each!r} is no facet.", hint="Give a name, or a summarizer.Facet."
                )
            if not isinstance(each, str) and names.count(name) > 1:
                raise SettingsError(
                    f"Two facets are called {name!r}.", hint="Give one of them another name."
                )
        return every

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
        kind = parse(self.model).kind
        if kind == "remote" and not self.base_url:
            raise ValueError(
                f"the model {self.model!r} needs an endpoint: give --base-url or "
                "SUMMARIZER_BASE_URL, or use 'local'"
            )
        if self.base_url and kind != "remote":
            what = "the model" if kind == "none" else "the embedded model"
            raise ValueError(
                f"{what} {self.model!r} has no endpoint: name the model at "
                f"{self.base_url!r} with --model"
            )
        if self.reasoning_effort and kind != "remote":
            raise ValueError(
                f"the model {self.model!r} takes no reasoning effort: leave it out, or name a "
                "model at an endpoint"
            )
        if self.strategy and kind == "none":
            raise ValueError("the model 'none' is asked nothing: leave the strategy out")
        if self.base_url and urlsplit(self.base_url).username is not None:
            raise ValueError("the endpoint holds a user name: give its key in SUMMARIZER_API_KEY")
        if self.base_url and not self.base_url.startswith(("http://", "https://")):
            raise ValueError(f"the endpoint {self.base_url!r} is not an http or https address")
        return self


def _kind(given: dict[str, object]) -> Kind:
    """Return the kind of the model that is named, if one is; else all that was named may stay."""
    return parse(str(given["model"])).kind if "model" in given else "remote"


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


def unknown_facet(name: str, known: Iterable[str]) -> SettingsError:
    """Return the error for a facet's name that is not known, with the nearest one that is.

    Example:
        >>> unknown_facet("quots", ["gist", "quotes"]).hint
        "Did you mean 'quotes'? Known are: gist, quotes."
    """
    every = list(known)
    near = get_close_matches(name, every, n=1)
    meant = f"Did you mean {near[0]!r}? " if near else ""
    return SettingsError(
        f"No facet is called {name!r}.", hint=f"{meant}Known are: {', '.join(every)}."
    )
