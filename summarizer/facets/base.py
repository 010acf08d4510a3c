"""What a facet is: the questions it asks, the check on an answer, and what becomes of it."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from pydantic import BaseModel

from summarizer.document.document import Document
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.form import FormPart
from summarizer.facets.question import Checked, Problem, Question
from summarizer.facets.shown import Explanation
from summarizer.facets.stored import StoredFacet
from summarizer.llm.profiles import Profile

A = TypeVar("A", bound=BaseModel)
F = TypeVar("F")
T = TypeVar("T")


class BaseFacet(StoredFacet[T], Generic[T, A, F]):
    """One side of an article that is asked about, from the question to the page.

    ``T`` is the item that a summary has, ``A`` the answer that its questions accept, ``F`` what a
    checked answer becomes.
    """

    opening: bool = False
    """Whether only the first part of a long article is asked about (docs/long-documents.md)."""

    part: FormPart[F] | None = None
    """What strategy ``one`` asks of it; None: nothing."""

    def questions(self, document: Document) -> list[Question]:
        """Return the questions to ask about a document; strategy ``many`` asks nothing else."""
        return []

    def is_asked(self, profile: Profile) -> bool:
        """Return whether a model with this profile is asked at all."""
        return self.name in profile.asks

    def gaps_only(self, profile: Profile) -> bool:
        """Return whether a model is asked only where code has no answer, by its profile."""
        return self.name in profile.gaps_only

    def unanswered(self, document: Document) -> list[Question]:
        """Return the questions to which code has no answer: all that a weak model is asked."""
        return []

    def check(
        self, document: Document, question: Question, answer: A, *, strict: bool
    ) -> Checked[F]:
        """Check the answer to a question of its own against the document.

        Args:
            document: The article, read by code.
            question: What was asked.
            answer: What was answered.
            strict: Whether what is only doubtful is refused.
        """
        raise NotImplementedError

    def given(self, document: Document) -> list[F]:
        """Return what code finds without a model; what is found later replaces it."""
        return []

    def set_aside(self, document: Document) -> Iterable[Problem]:
        """Return what code found and does not ask about, with the reason."""
        return ()

    def unfound(self, document: Document, found: list[F]) -> Iterable[Problem]:
        """Return why there is nothing where a reader expects an item."""
        return ()

    def enlist(self, registry: ActorRegistry, found: list[F]) -> None:
        """Add the actors that the findings name to the registry."""

    def explained(
        self, document: Document, found: list[F], registry: ActorRegistry
    ) -> Iterable[Explanation]:
        """Say why code finds its items.

        Args:
            document: The article, read by code.
            found: What code is able to say.
            registry: The actors that code lists.
        """
        return ()

    @abstractmethod
    def build(self, document: Document, found: list[F], registry: ActorRegistry) -> object:
        """Turn the findings into this facet's part of the summary."""

    def fields(
        self, document: Document, found: list[F], registry: ActorRegistry
    ) -> Mapping[str, object]:
        """Return all that it adds to the summary, by field: what it builds, under its name."""
        return {self.name: self.build(document, found, registry)}
