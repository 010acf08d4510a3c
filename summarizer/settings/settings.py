"""How an article is asked about: which model, which facets, which strategy, how often."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    ModelWrapValidatorHandler,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_serializer,
    field_validator,
    model_validator,
)

from summarizer.llm.address import Address
from summarizer.llm.names import parse
from summarizer.llm.profiles import Profile, Strategy, find
from summarizer.schema import FacetKey, FacetName
from summarizer.schema.provenance import WRITTEN
from summarizer.settings.conflicts import refuse_conflicts
from summarizer.settings.facet_names import FACETS, known_facets
from summarizer.settings.refusal import refused
from summarizer.settings.sources import ENDPOINT, KEPT, gather, kind_of, moves

ReasoningEffort = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]


class Settings(BaseModel):
    """Everything that decides how an article is asked about.

    Raises:
        SettingsError: A value cannot work.

    Example:
        >>> Settings.of(facets=("quotes",), environment={}).model
        'local'
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, hide_input_in_errors=True
    )

    model: str = Field(
        default="local",
        description="'local', 'local:NAME', 'gguf:PATH', 'hf:ORG/REPO[:QUANT]', a name at the "
        "endpoint, or 'none': code alone.",
    )
    base_url: str | None = Field(
        default=None,
        description="The OpenAI-compatible endpoint. A query of it goes to extra_query.",
    )
    api_key: SecretStr | None = Field(
        default=None, description="Its key; shown nowhere.", repr=False
    )
    extra_headers: dict[str, SecretStr] = Field(
        default_factory=dict, description="Headers of every request to it.", repr=False
    )
    extra_query: dict[str, SecretStr] = Field(
        default_factory=dict, description="What comes behind the path of every request.", repr=False
    )
    extra_body: dict[str, JsonValue] = Field(
        default_factory=dict, description="Fields of every request; they win over ours.", repr=False
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
    gist_mode: Literal["copy", "write"] | None = Field(
        default=None,
        description="'copy': code copies the gist; 'write': the model writes it; null: what the "
        "model's profile says.",
    )
    min_certainty: Literal["explicit", "inferred"] | None = Field(
        default=None,
        description="Items that are less sure go to rejected as 'uncertain'; null: none do.",
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
        """Build settings from the values that are not None, then from the environment and files.

        Args:
            environment: The variables, such as ``SUMMARIZER_MODEL``; those of the process if None,
                and then ``summarizer.toml`` and ``pyproject.toml`` in the working folder, too.
            **values: Fields of the settings.

        Raises:
            SettingsError: A value cannot work; the message names it.
        """
        given = {name: value for name, value in values.items() if value is not None}
        found = gather(cls, given, environment)
        return cls.model_validate({name: each.value for name, each in found.items()}, context=found)

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

        The key and the extras do not go along to an address on another host.

        Raises:
            SettingsError: A value cannot work.
        """
        given = {name: value for name, value in values.items() if value is not None}
        old = self.model_dump()
        if kind_of(given) != "remote":
            _drop(old, (*ENDPOINT, *KEPT))  # named for another model than this one
        elif moves(self.base_url, given.get("base_url")):
            _drop(old, KEPT)
        if kind_of(given) == "none":
            _drop(old, ("strategy", "gist_mode"))
        return self.of(environment={}, **old | given)

    @property
    def embedded(self) -> bool:
        """Whether the model runs on this machine, inside the process."""
        return parse(self.model).embedded

    @property
    def resolved_profile(self) -> Profile:
        """What the model is good at: the profile given, or ours; other settings win over it."""
        bare = parse(self.model).kind == "none"
        profile = self.profile or (Profile() if bare else find(self.model))
        context = self.context or profile.context
        asks = profile.asks
        if self.gist_mode:
            asks = asks | {WRITTEN} if self.gist_mode == "write" else asks - {WRITTEN}
        return profile.model_copy(update={"context": context, "asks": asks})

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
        return known_facets(facets)

    @model_validator(mode="before")
    @classmethod
    def _query_is_apart(cls, values: Any) -> Any:
        """Take the query out of the address: it may hold a key, and the address is shown."""
        base_url = values.get("base_url") if isinstance(values, Mapping) else None
        if not isinstance(base_url, str):
            return values
        address = Address.of(base_url)
        query = {**address.query, **(values.get("extra_query") or {})}
        return {**values, "base_url": address.base, "extra_query": query}

    @field_validator("extra_headers")
    @classmethod
    def _headers_can_be_sent(cls, headers: dict[str, SecretStr]) -> dict[str, SecretStr]:
        for name, value in headers.items():
            if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):
                raise ValueError(f"{name!r} is no name of a header")
            if not re.fullmatch(r"[ -~]*", value.get_secret_value()):
                raise ValueError(f"the header {name!r} holds characters that HTTP cannot carry")
        return headers

    @field_validator("extra_body")
    @classmethod
    def _body_leaves_the_question(cls, body: dict[str, JsonValue]) -> dict[str, JsonValue]:
        for name in ("messages", "stream"):
            if name in body:
                raise ValueError(f"{name!r} is not open to change")
        return body

    @field_validator("model")
    @classmethod
    def _weights_are_known(cls, model: str) -> str:
        """Refuse unknown weights here: an article that asks them nothing would not find out."""
        if not model.strip():
            raise ValueError("it is empty; say 'local', 'none' or a name at an endpoint")
        name = parse(model)
        if name.kind == "local" and name.rest:
            from summarizer.llm.local.catalogue import find  # noqa: PLC0415  takes a while

            find(name.rest)
        return model

    @field_validator("api_key")
    @classmethod
    def _key_fits_a_header(cls, key: SecretStr | None) -> SecretStr | None:
        """Refuse what HTTP cannot carry; the client's own error would show it."""
        bare = key.get_secret_value().strip() if key else ""
        if not (bare.isascii() and bare.isprintable()):
            raise ValueError("the key holds characters that no key has")
        return SecretStr(bare) if bare else None

    @model_validator(mode="after")
    def _settings_agree(self) -> Self:
        refuse_conflicts(self)
        return self

    @model_validator(mode="wrap")
    @classmethod
    def _problems_are_ours(
        cls, values: Any, validate: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        """Raise our error for whatever is wrong; of the validators, the last wraps the others."""
        try:
            return validate(values)
        except ValidationError as error:
            # its own text may hold a key
            raise refused(error, info.context or {}, cls.model_fields) from None


def _drop(values: dict[str, Any], names: Iterable[str]) -> None:
    for name in names:
        values.pop(name, None)
