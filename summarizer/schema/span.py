"""A passage of the article, and the base of all that a summary is made of."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, model_validator


class FrozenModel(BaseModel):
    """A model that is frozen, and has no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(FrozenModel):
    """A passage of the article, copied from it."""

    start: NonNegativeInt = Field(description="Offset of the first character, in code points.")
    end: NonNegativeInt = Field(description="Offset after the last character, in code points.")
    text: str = Field(min_length=1, description="The characters from start to end.")

    @model_validator(mode="after")
    def _is_as_long_as_its_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}-{self.end} holds {len(self.text)} characters")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Copy ``text[start:end]``.

        Example:
            >>> Span.of("Rain fell.", 0, 4).text
            'Rain'
        """
        return cls(start=start, end=end, text=text[start:end])
