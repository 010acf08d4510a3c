"""Who is said to have said each quotation, by rules alone.

Owns which verb of saying belongs to which quotation and how sure that is. Reads tokens and names;
knows nothing of models.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.document.attribution.beside import explicit
from summarizer.document.attribution.certainty import Found
from summarizer.document.attribution.eastern import eastern_speaker
from summarizer.document.attribution.implied import before_colon, implied, introduced
from summarizer.document.attribution.pronouns import Antecedents
from summarizer.document.attribution.signatures import heading, signature
from summarizer.document.attribution.tokens import Token, tokenise
from summarizer.document.names.people import Names
from summarizer.document.quotations import Quotation
from summarizer.document.quotations.roles import is_credit
from summarizer.document.sentences import Sentence

_TURNS = frozenset({"and", "but", "while", "before", "as", "when"})
_FAR = 400
"""Tokens between two quotations beyond which nothing carries over."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said a quotation.

    Args:
        speaker: The speaker as the article writes it: a name, a described source ("a spokesman
            for the ministry"), a pronoun; None where the rules find nobody.
        start: Offset of the mention that was read.
        end: Offset after it.
        name: The full name, pronouns and surnames resolved; None for unnamed sources.
        certain: Whether the article says so explicitly and right beside the quotation.
        rule: Which rule found it. A verb beside the quotation: ``after-verb``, ``after-subject``,
            ``after-name``, ``according``, ``before``, ``before-part`` (in the middle of a clause),
            ``passive``, ``own`` ("Roe's claim that"), ``at-end``, ``behind``, ``colon``,
            ``eastern``. A verb in the sentence before: ``introduced``. Carried over from the
            quotation before: ``around``, ``next``, ``continues``, ``same-paragraph``, ``owner``
            (after ``own``), ``last``. A name on a line of its own: ``signed``. A guess:
            ``main-subject``.
    """

    speaker: str | None
    start: int
    end: int
    name: str | None
    certain: bool
    rule: str


def attribute(
    text: str, names: Names, quotations: Sequence[Quotation], sentences: Sequence[Sentence]
) -> tuple[Attribution | None, ...]:
    """Find the speaker of each quotation.

    Args:
        text: The article's text.
        names: Its names, as :func:`read_names` gives them.
        quotations: Its quotations, as :func:`find_quotations` gives them.
        sentences: Its sentences, as :func:`split_sentences` gives them.

    Returns:
        One attribution for each quotation, None where no rule applies.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.document.quotations import find_quotations
        >>> from summarizer.document.sentences import split_sentences
        >>> from summarizer.languages.table import language
        >>> text = "“We won,” Jane Roe said. Then Roe added: “Twice.”"
        >>> names = read_names(text, language("en"))
        >>> found = attribute(text, names, find_quotations(text), split_sentences(text))
        >>> [(one.name, one.certain) for one in found]
        [('Jane Roe', True), ('Jane Roe', True)]
    """
    return tuple(_Reader(text, names, quotations, sentences).read()) if quotations else ()


class _Reader:
    """Reads one article from start to end; remembers who spoke last."""

    def __init__(
        self,
        text: str,
        names: Names,
        quotations: Sequence[Quotation],
        sentences: Sequence[Sentence],
    ) -> None:
        self.text = text
        self.quotations = quotations
        self.names = names
        self.tokens = tokenise(text, names, quotations, sentences)
        self.places = [i for i, token in enumerate(self.tokens) if token.kind == "quote"]
        self.speakers: list[int] = []
        self.found: list[Attribution | None] = []
        self.latest = -1
        self.headed: bool | None = None

    @cached_property
    def antecedents(self) -> Antecedents:
        """Whom the pronouns mean; many an article is read without asking."""
        return Antecedents(self.tokens, self.names)

    def read(self) -> list[Attribution | None]:
        for number in range(len(self.quotations)):
            self.found.append(self._attribute(number))
            if self.found[-1]:
                self.latest = number
        return self.found

    def _attribute(self, number: int) -> Attribution | None:
        at = self.places[number]
        if self._titled(number, at):
            return None
        if told := self._eastern(number) or self._credited(number):
            return told
        found = explicit(self.tokens, at, self.quotations[number].text)
        found = found or self._signed(at)
        return self._made(found, number) if found else self._unsaid(number, at)

    def _unsaid(self, number: int, at: int) -> Attribution | None:
        """Return the speaker of a quotation with no verb of saying beside it."""
        if named := before_colon(self.tokens, at):
            return self._made(named, number)
        carried = self._carried(number)
        if carried is None or carried.rule in {"same-paragraph", "owner"} or not carried.certain:
            found = introduced(self.tokens, at)
            if found:
                return self._made(found, number)
        if carried and carried.rule != "owner":
            return carried
        found = implied(self.tokens, at)
        if carried and not (found and found.source.kind == "name"):
            return carried
        return self._made(found, number) if found else self._last()

    def _signed(self, at: int) -> Found | None:
        """Read the name on a line of its own, below or above as the first of them stands."""
        below, above = signature(self.text, self.tokens, at), heading(self.text, self.tokens, at)
        if self.headed is None and (below or above):
            self.headed = above is not None
        source = (above or below) if self.headed else (below or above)
        return Found(source, "signed", certain=True) if source else None

    def _eastern(self, number: int) -> Attribution | None:
        quotation = self.quotations[number]
        told = eastern_speaker(self.text, quotation.outer_start, quotation.outer_end)
        if told is None:
            return None
        start, end, certain = told
        speaker = self.text[start:end]
        return Attribution(speaker, start, end, speaker, certain, rule="eastern")

    def _credited(self, number: int) -> Attribution | None:
        """Read the name that a pull quote gives between its marks, on a line of its own."""
        line = next(iter(self.quotations[number + 1 : number + 2]), None)
        if line is None or not line.continues or line.role != "term" or not is_credit(line.text):
            return None
        within = (run for run in self.names.runs if line.start <= run.start < line.end)
        run = next((run for run in within if self.names.is_personal(run.words)), None)
        if run is None:
            return None
        name = self.names.full(run.name)
        speaker = self.text[run.start : run.end]
        return Attribution(speaker, run.start, run.end, name, certain=True, rule="signed")

    def _titled(self, number: int, at: int) -> bool:
        """Tell whether the quotation names a work: "ABC's 'This Week'"."""
        words = self.quotations[number].text.split()
        owned = at > 1 and self.tokens[at - 1].kind == "own"
        return (
            owned and len(words) < 6 and all(word[:1].isupper() for word in words if len(word) > 3)
        )

    def _carried(self, number: int) -> Attribution | None:
        """Carry the speaker on within a paragraph, or to a paragraph that takes the mark up."""
        previous = self.found[self.latest] if self.latest >= 0 else None
        if previous is None:
            return None
        before, at = self.places[self.latest], self.places[number]
        if self.quotations[number].continues and self.latest == number - 1:
            return replace(previous, rule="continues")
        between = self.tokens[before + 1 : at] if at - before < _FAR else ()
        if any(token.kind == "paragraph" for token in between) or at - before >= _FAR:
            return None
        if all(token.kind in {"stop", "mark"} for token in between):
            return replace(previous, rule="next")
        spoken = previous.rule.startswith("after") and previous.start >= self.tokens[before].end
        if spoken and between[-1].kind in {"stop", "mark"}:
            sure = previous.certain and not _turns(between)
            return replace(previous, rule="around", certain=sure)
        rule = "owner" if previous.rule == "own" else "same-paragraph"
        return replace(previous, rule=rule, certain=False)

    def _last(self) -> Attribution | None:
        previous = self.found[self.latest] if self.latest >= 0 else None
        return replace(previous, rule="last", certain=False) if previous else None

    def _made(self, found: Found, number: int) -> Attribution:
        source = found.source
        start, end = self.tokens[source.first].start, self.tokens[source.last].end
        name, certain = None, found.certain
        if source.kind == "name":
            run = self.names.runs[source.item]
            titled = " ".join((*run.titles, *run.words))
            full = self.names.full(titled)
            name = run.name if full == titled else full
            certain = certain and (found.rule == "signed" or not self._broken(start, end))
            self.speakers.append(source.first)
        elif source.kind == "pronoun":
            name = self.antecedents.of(source.first, self.speakers, self.quotations[number].text)
            certain = False
        return Attribution(self.text[start:end], start, end, name, certain, found.rule)

    def _broken(self, start: int, end: int) -> bool:
        """Tell whether a mention may be half a name, or the place in somebody's title.

        "said Vladimir⏎Putin", "said the mayor of Oslo, Jane Smith": the model is asked.
        """
        after = self.text[end : end + 3]
        in_title = (
            self.text.endswith(" of ", 0, start) and after[:2] == ", " and after[2:].isupper()
        )
        return in_title or after[:1] in {"\n", "\r"}


def _turns(between: Sequence[Token]) -> bool:
    """Tell whether something else happens between two quotations than that somebody speaks."""
    stops = sum(token.kind == "stop" for token in between)
    return stops > 1 or any(token.low in _TURNS for token in between)
