"""The items of a summary: actors, stances, quotes, statements and figures."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from summarizer.schema.fields import ACTOR_ID
from summarizer.schema.span import FrozenModel, Span

ActorKind = Literal["person", "organisation", "country", "group", "other"]
Position = Literal["supports", "opposes", "criticises", "praises", "demands", "neutral", "unclear"]
QuoteKind = Literal["direct", "mixed"]
Polarity = Literal["said", "asked", "denied", "unsaid", "retracted"]
DecidedBy = Literal["rule", "model", "both", "none"]
Certainty = Literal["explicit", "inferred", "guessed"]
Strength = Literal["strong", "weak"]
ActorId = Annotated[str, Field(pattern=ACTOR_ID)]

_By = Annotated[
    DecidedBy | None,
    Field(
        description="Who decided: a rule of code, the model, both where they agree, or none where "
        "a speaker or a caption is not known; null in summaries of version 0.1.0."
    ),
]
_Sure = Annotated[
    Certainty | None,
    Field(description="How sure that is: the article says so, it follows, or it is a guess."),
]
_Rule = Annotated[
    str | None, Field(description="The name of the rule; null where the model alone decided.")
]
_Doubt = Annotated[
    str | None,
    Field(description="Why a check doubts it, as the reasons in rejected; null: no doubt."),
]


_Speaker = Annotated[ActorId | None, Field(description="Who said it; null if no actor did.")]
_SpeakerName = Annotated[
    str | None,
    Field(
        description="The actor's name, or the article's words for a source without a name, or for "
        "one whose name is elsewhere; null if unknown."
    ),
]


class Actor(FrozenModel):
    """A person, organisation, country or group that acts or speaks in the article."""

    id: ActorId = Field(description="A1, A2, … in the order of first mention.")
    name: str = Field(min_length=1, description="The fullest name that the article gives.")
    kind: ActorKind | None = Field(default=None, description="Null if not known.")
    role: str | None = Field(default=None, description="In the article's words; null if none.")
    role_of: str | None = Field(
        default=None,
        description="Whose role it is, as the article says elsewhere: the body that “its” means; "
        "or what else it says of who has a bare title.",
    )
    also: tuple[str, ...] = Field(
        default=(), description="Other names in the article that a model says are the same actor."
    )
    mentions: tuple[Span, ...] = Field(min_length=1, description="Where the article names it.")
    decided_by: _By = None
    certainty: _Sure = None
    rule: _Rule = None
    doubt: _Doubt = None

    @property
    def full_role(self) -> str | None:
        """The role, and in brackets whose it is: "leader (Dock Union)"."""
        return f"{self.role} ({self.role_of})" if self.role and self.role_of else self.role


class Stance(FrozenModel):
    """A position that an actor takes toward something, with the sentences that show it."""

    actor: ActorId
    position: Position = Field(description="'unclear' where the article leaves it open.")
    target: str = Field(min_length=1, description="What the position is about.")
    evidence: tuple[Span, ...] = Field(min_length=1, description="The sentences that show it.")
    strength: Strength | None = Field(
        default=None,
        description="How strongly, where words say so, such as “fiercely” or “cautiously”.",
    )
    sentence_before: Span | None = Field(
        default=None,
        description="An earlier sentence, such as the headline, where the target is only "
        "understood with that: “the decision”.",
    )
    decided_by: _By = None
    certainty: _Sure = None
    rule: _Rule = None
    doubt: _Doubt = None


class Quote(FrozenModel):
    """A quotation and its speaker."""

    id: str = Field(pattern=r"^Q[1-9]\d*$")
    spans: tuple[Span, ...] = Field(
        min_length=1, description="The words between the marks; one span for each paragraph."
    )
    speaker: _Speaker = None
    speaker_name: _SpeakerName = None
    kind: QuoteKind = Field(description="A full statement, or part of the reporter's sentence.")
    polarity: Polarity = Field(
        default="said",
        description="'denied' where the source says that it is not so, 'retracted' where the "
        "source took it back. What no one said is in rejected.",
    )
    decided_by: _By = None
    certainty: _Sure = None
    rule: _Rule = None
    doubt: _Doubt = None

    @property
    def text(self) -> str:
        """The words of the quotation; paragraphs are joined by newlines."""
        return "\n".join(span.text for span in self.spans)


class Statement(FrozenModel):
    """What a source is reported to have said, without quotation marks around it."""

    id: str = Field(pattern=r"^T[1-9]\d*$")
    spans: tuple[Span, ...] = Field(
        min_length=1,
        description="The words that are reported; two spans where the source is named between.",
    )
    speaker: _Speaker = None
    speaker_name: _SpeakerName = None
    cue: Span = Field(description="The words that report it, such as a verb of saying.")
    polarity: Polarity = Field(
        default="said",
        description="'denied' where the source says that it is not so, 'unsaid' where the article "
        "says that the source did not say it, 'retracted' where the source took it back.",
    )
    quote: str | None = Field(
        default=None,
        pattern=r"^Q[1-9]\d*$",
        description="The first quotation within the words; null if there is none.",
    )
    decided_by: _By = None
    certainty: _Sure = None
    rule: _Rule = None
    doubt: _Doubt = None

    @property
    def text(self) -> str:
        """The words that are reported; two pieces are joined by an ellipsis."""
        return " … ".join(span.text for span in self.spans)


class Figure(FrozenModel):
    """A number and its unit, parsed by code, with a caption that code copied or a model wrote."""

    id: str = Field(pattern=r"^F[1-9]\d*$")
    span: Span = Field(description="The figure as written, with an attached unit.")
    value: Decimal | None = Field(default=None, description="With its scale; null for a range.")
    low: Decimal | None = Field(default=None, description="Lower end of a range.")
    high: Decimal | None = Field(default=None, description="Upper end of a range.")
    change: Literal["rise", "fall"] | None = Field(
        default=None, description="How it changed from one end to the other; null for a range."
    )
    unit: str | None = Field(default=None, description="The unit or the thing counted, as written.")
    currency: str | None = Field(default=None, description="ISO 4217 code, if it is certain.")
    percent: bool = Field(default=False, description="Whether the value is in percent.")
    approximate: bool = Field(default=False, description="Approximate, as in 'about 40'.")
    ordinal: bool = Field(default=False, description="A rank, as in '80th', not an amount.")
    measures: str | None = Field(default=None, description="What it measures; null if unknown.")
    measures_evidence: tuple[Span, ...] = Field(
        default=(),
        description="The words that code copied that from; empty where a model wrote it.",
    )
    context: Span | None = Field(default=None, description="The clause that holds it, copied.")
    sentence_before: Span | None = Field(
        default=None,
        description="The sentence before its own, where what it measures is only understood with "
        "that: “they”, “the plan”; the headline where it names no one.",
    )
    decided_by: _By = None
    certainty: _Sure = None
    rule: _Rule = None
    doubt: _Doubt = None

    @property
    def text(self) -> str:
        """The figure as written."""
        return self.span.text


Said = Quote | Statement
"""An item that someone said."""

Decided = Actor | Stance | Quote | Statement | Figure
"""An item that says who decided it."""
