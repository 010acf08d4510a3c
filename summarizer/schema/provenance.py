"""How a summary was made, what it cost, and what was left out of it."""

from typing import Annotated, Literal

from pydantic import Field, NonNegativeInt

from summarizer.schema.span import FrozenModel

FacetName = Literal["gist", "actors", "stances", "quotes", "statements", "figures"]
"""The facets of our own."""

WRITTEN: FacetName = "gist"
"""The facet whose text a model may write, where code would copy it."""

AnyFacetName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""The name of a facet, ours or a user's."""


class Rejected(FrozenModel):
    """An item that was left out of the summary, with the reason."""

    facet: AnyFacetName
    reason: str = Field(pattern=r"^[a-z_]+$", description="A code; docs/grounding.md lists them.")
    detail: str = Field(description="What was rejected and why, in one sentence.")
    item: str | None = Field(default=None, description="The id of the item, such as 'Q3'.")


class Review(FrozenModel, defer_build=True):
    """An item of the summary that a reader should check against the article."""

    facet: AnyFacetName
    id: str = Field(description="The id of the item, as the report has it, such as 'Q3'.")
    reason: str = Field(
        pattern=r"^[a-z_]+$",
        description="'guessed', 'no_speaker' for a quotation whose speaker is not known, or why a "
        "check doubts it, as the reasons in rejected.",
    )


class Usage(FrozenModel):
    """Requests and tokens that the endpoint reported, summed over all attempts."""

    requests: NonNegativeInt = 0
    prompt_tokens: NonNegativeInt = Field(default=0, description="Tokens read, cached included.")
    cached_tokens: NonNegativeInt = Field(default=0, description="Of these, from the prompt cache.")
    completion_tokens: NonNegativeInt = Field(
        default=0, description="Tokens written, unseen reasoning included."
    )
    reasoning_tokens: NonNegativeInt = Field(
        default=0, description="Of these, reasoning that is no part of the answer."
    )

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(**{name: count + getattr(other, name) for name, count in self})


class Coverage(FrozenModel):
    """How much of the article the model read."""

    sentences: NonNegativeInt = Field(description="Sentences in the article.")
    shown: NonNegativeInt = Field(description="Sentences in a prompt that was answered.")
    parts: NonNegativeInt = Field(description="Parts of the article; 1 if it fits the context.")
    failed: NonNegativeInt = Field(description="Parts without any answer.")


class Provenance(FrozenModel):
    """How a summary was made."""

    model: str = Field(description="The model, as the endpoint reports it, or 'none'.")
    strategy: Literal["none", "one", "many"] = Field(
        description="'none': by code alone; also with a model, where code leaves nothing open."
    )
    facets: tuple[AnyFacetName, ...] = Field(description="The facets that were requested.")
    asked: tuple[AnyFacetName, ...] | None = Field(
        default=None,
        description="Those about which a model was asked; code alone made the others. Null if not "
        "known.",
    )
    prompts: str = Field(description="Digest of the prompt templates.")
    version: str = Field(description="Version of this library.")
    usage: Usage
    seconds: float = Field(ge=0, description="Wall time.")
    cached: bool = Field(default=False, description="Whether it is from the result cache.")
    coverage: Coverage | None = Field(default=None, description="Null if not known.")
