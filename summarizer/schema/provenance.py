"""Where a summary came from, what it cost, and what was left out of it."""

from typing import Annotated, Literal

from pydantic import Field, NonNegativeInt

from summarizer.schema.span import FrozenModel

FacetName = Literal["gist", "actors", "stances", "quotes", "figures"]
"""The facets of our own."""

AnyFacetName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""The name of a facet, ours or a user's."""


class Rejected(FrozenModel):
    """Something that was found or answered and is not in the summary, with the reason."""

    facet: AnyFacetName
    reason: str = Field(pattern=r"^[a-z_]+$", description="A code; docs/grounding.md lists them.")
    detail: str = Field(description="What was rejected and why, in a sentence.")
    item: str | None = Field(default=None, description="The question it answered, such as 'Q3'.")


class Usage(FrozenModel):
    """What the model's endpoint reported, summed over every attempt."""

    requests: NonNegativeInt = 0
    prompt_tokens: NonNegativeInt = Field(default=0, description="All sent, cached ones included.")
    cached_tokens: NonNegativeInt = Field(default=0, description="Those it had read before.")
    completion_tokens: NonNegativeInt = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            requests=self.requests + other.requests,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
        )


class Coverage(FrozenModel):
    """How much of the article the model was shown."""

    sentences: NonNegativeInt = Field(description="Sentences of the article.")
    shown: NonNegativeInt = Field(description="Those that stood in a prompt that was answered.")
    parts: NonNegativeInt = Field(description="Parts that were asked about; 1 if it fits whole.")
    failed: NonNegativeInt = Field(description="Parts about which no question was answered.")


class Provenance(FrozenModel):
    """Where a summary came from."""

    model: str = Field(description="The model that answered, by its own name, or 'none'.")
    strategy: Literal["none", "one", "many"]
    facets: tuple[AnyFacetName, ...] = Field(description="The facets that were asked for.")
    prompts: str = Field(description="Digest of the prompt templates.")
    version: str = Field(description="Version of this library.")
    usage: Usage
    seconds: float = Field(ge=0, description="Wall time.")
    cached: bool = Field(default=False, description="Whether it came out of the result cache.")
    coverage: Coverage | None = Field(default=None, description="What was shown; null: not known.")
