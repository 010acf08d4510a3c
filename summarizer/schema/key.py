"""What a user's facet is to a summary and to the settings: a key with the type of its items."""

from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

if TYPE_CHECKING:
    from summarizer.schema.summary import Summary

T = TypeVar("T", covariant=True)  # noqa: PLC0105  the usual name


@runtime_checkable
class FacetKey(Protocol[T]):
    """A user's facet."""

    @property
    def name(self) -> str:
        """What users call it."""

    @property
    def digest(self) -> str:
        """Digest of its name, question and fields."""

    def read(self, summary: "Summary") -> tuple[T, ...]:
        """Return the items that a summary has of it."""
