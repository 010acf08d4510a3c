"""A quotation among the words of its article, as the rules read it.

Each reading of the words around it is made once, when the first rule asks for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from summarizer.document.attribution.attributions import Attribution
from summarizer.document.attribution.confidence.certainty import is_relay
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.grammar.tokens import Token
from summarizer.document.attribution.readers.before import found_before
from summarizer.document.attribution.readers.behind import found_behind
from summarizer.document.attribution.readers.carrying import carried_over
from summarizer.document.attribution.readers.implied import verb_further_on
from summarizer.document.names.people import Names
from summarizer.document.quotations import Quotation

_OPEN = (",", "?", "!", "—", "-", "–", "…")
"""How a quotation ends whose sentence goes on."""


@dataclass(slots=True)
class Reading:
    """An article while it is read, from start to end.

    Args:
        text: Its text.
        names: Its names.
        quotations: Its quotations.
        tokens: Its tokens.
        places: The number of each quotation's token.
        found: The attributions so far.
        latest: Number of the last quotation with a speaker, -1 before there is one.
        headed: Whether names on lines of their own are above the quotations; None until the first.
    """

    text: str
    names: Names
    quotations: Sequence[Quotation]
    tokens: Sequence[Token]
    places: Sequence[int]
    found: list[Attribution | None] = field(default_factory=list)
    latest: int = -1
    headed: bool | None = None


class Context:
    """One quotation, with what the words around it say.

    Args:
        article: The article while it is read.
        number: Number of the quotation.

    Attributes:
        text: The article's text.
        tokens: Its tokens.
        quotation: The quotation.
        at: Number of the quotation's token.
        following: The next quotation, None behind the last one.
    """

    def __init__(self, article: Reading, number: int) -> None:
        self.article = article
        self.text = article.text
        self.tokens = article.tokens
        self.at = article.places[number]
        self.quotation, *after = article.quotations[number : number + 2]
        self.following = after[0] if after else None
        self._number = number

    @cached_property
    def behind(self) -> Found | None:
        """What the words behind it say."""
        open_end = self.quotation.text.endswith(_OPEN)
        return found_behind(self.tokens, self.at, open_end=open_end)

    @cached_property
    def before(self) -> Found | None:
        """What the words before it say."""
        return found_before(self.tokens, self.at)

    @property
    def is_explicit(self) -> bool:
        """Whether the words before or behind are explicit."""
        return any(found and found.certain for found in (self.behind, self.before))

    @property
    def is_relayed(self) -> bool:
        """Whether an outlet behind reports what the words before say: "the Gazette reported"."""
        both = self.behind and self.before
        return bool(both and self.behind and is_relay(self.tokens, self.behind.source))

    def before_as(self, rule: str) -> Found | None:
        """Return what the words before say by a rule, unless only those behind are explicit."""
        if self.before is None or self.before.rule != rule:
            return None
        outdone = self.behind and self.behind.certain and not self.is_relayed
        return None if outdone else self.before

    def behind_as(self, rule: str) -> Found | None:
        """Return what the words behind say by a rule."""
        return self.behind if self.behind and self.behind.rule == rule else None

    @cached_property
    def carried(self) -> Attribution | None:
        """Who spoke before and is still the one who speaks."""
        previous, latest = self.last, self.article.latest
        if previous is None:
            return None
        if self.quotation.continues and latest == self._number - 1:
            return previous.carried("continues", clear=previous.certain)
        return carried_over(self.tokens, previous, self.article.places[latest], self.at)

    def carried_as(self, rule: str) -> Attribution | None:
        """Return who is still the one who speaks by a rule."""
        return self.carried if self.carried and self.carried.rule == rule else None

    @cached_property
    def further_on(self) -> Found | None:
        """What a verb further on in the sentence says."""
        return verb_further_on(self.tokens, self.at)

    @property
    def last(self) -> Attribution | None:
        """Who spoke last in the article."""
        return self.article.found[self.article.latest] if self.article.latest >= 0 else None
