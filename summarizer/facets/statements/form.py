"""The statements in the form: an open list, in which those that code found can be corrected."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from summarizer.document.document import Document
from summarizer.document.statements import Statement
from summarizer.facets.decisions import BY_MODEL, Decision, by_rule, combined
from summarizer.facets.described import may_be_same
from summarizer.facets.form import Answered, ListPart, Rows, within
from summarizer.facets.objections import Objection, doubt_of, refusal
from summarizer.facets.question import Problem, short
from summarizer.facets.statements.checks import statement_objections
from summarizer.facets.statements.held import Held, is_same
from summarizer.facets.statements.item import StatementItem, read_statement

ENDS = 2
"""First and last words of a statement that the prompt lists: the article is above."""

LETTERS = 8
"""The same in characters, where no spaces part the words."""

SETTLED = frozenset({"quotation", "explicit_speaker", "not_a_statement"})
"""Reasons for which asking again is useless."""


class StatementsPart(ListPart[Held, StatementItem]):
    """Lists the statements that code reads; the model corrects and drops them, and adds its own."""

    template = "form_statements"
    item = StatementItem
    tokens = 60
    sentences = 3

    def listed(self, document: Document) -> Mapping[str, Rows]:
        """List the statements with the numbers of their sentences."""
        return {"statements": [_row(document, each) for each in document.statements]}

    def judged(
        self, document: Document, answered: Answered[StatementItem]
    ) -> Iterator[Held | Problem]:
        """Find the words and their source in the article; refuse what is shown to be wrong."""
        judge = Judge(document, strict=answered.strict)
        for item in answered.items:
            yield from judge.judge(item)
        yield from _given_up(answered.earlier, answered.items)


class Judge(NamedTuple):
    """Judges the statements of a form.

    Args:
        document: The article.
        strict: Whether what is only doubtful is refused.
    """

    document: Document
    strict: bool

    def judge(self, item: StatementItem) -> Iterator[Held | Problem]:
        """Yield a statement, or why the article does not bear it out."""
        known = next((each for each in self.document.statements if each.key == item.id), None)
        if item.id is not None and known is None:
            yield Problem("unknown_id", f"No statement has the id {short(item.id)}.", "statements")
        elif item.polarity != "none":
            yield self._stated(item, known)
        elif known:
            words = short(self.document.article.text[slice(*known.places[0])])
            yield Held(None, BY_MODEL, known.key)
            yield Problem("not_a_statement", f"The model reads {words!r} as none.", known.key)

    def _stated(self, item: StatementItem, known: Statement | None) -> Held | Problem:
        said = read_statement(self.document, item, known)
        if isinstance(said, Objection):
            return self._refused(item, known, said)
        known = known or self._like(said)
        found = [*statement_objections(self.document, said, known)]
        if fault := next(iter(found), None) if self.strict else refusal(found):
            return self._refused(item, known, fault)
        decision = _decided(self.document, said, known).doubted(doubt_of(found))
        return Held(said, decision, known.key if known else "")

    def _like(self, said: Statement) -> Statement | None:
        """Return the one of code's that a statement is."""
        return next((each for each in self.document.statements if is_same(each, said)), None)

    def _refused(self, item: StatementItem, known: Statement | None, fault: Objection) -> Problem:
        """Report what is wrong, with the sentences that a second form shows to mend it."""
        number = self.document.sentence_at(known.start) + 1 if known else item.sentence or 0
        near = within(self.document, (number - 1, number, number + 1))
        shown = () if fault.reason in SETTLED else tuple(near)
        key = item.id or "statements"
        return Problem(fault.reason, fault.detail, key, shown=shown, answered=item.answered)


def _given_up(earlier: Sequence[Problem], items: Sequence[StatementItem]) -> Iterator[Problem]:
    """Yield what was wrong the first time and is not answered again: one answer mends one."""
    again = Counter(item.label for item in items)
    for each in earlier:
        label = each.answered.partition(" ")[0]
        again[label] -= 1
        if again[label] < 0:
            yield each._replace(shown=())


def _decided(document: Document, said: Statement, known: Statement | None) -> Decision:
    """Return who decided: both, where code names the same source."""
    sources = [each.name or each.source for each in (said, known) if each]
    if known is None or not may_be_same(document, *sources):
        return BY_MODEL
    return combined([by_rule(known.rule, known.certainty), BY_MODEL])


def _row(document: Document, statement: Statement) -> tuple[str, int, str, str]:
    said = " … ".join(document.article.text[slice(*place)] for place in statement.places)
    polarity = "" if statement.polarity == "said" else f" ({statement.polarity})"
    number = document.sentence_at(statement.start) + 1
    source = statement.name or statement.source
    return statement.key, number, source, _ends(said) + polarity


def _ends(said: str) -> str:
    words = said.split()
    if len(words) > 2 * ENDS:
        return " ".join([*words[:ENDS], "…", *words[-ENDS:]])
    return said if len(said) <= 4 * LETTERS else f"{said[:LETTERS]} … {said[-LETTERS:]}"
