"""A user's facet in the form: its question among the instructions, its items among the answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from summarizer.document.document import Document
from summarizer.facets.custom.answers import Found, ItemsAnswer, checked, keeps, repaired
from summarizer.facets.custom.grounding import Grounder
from summarizer.facets.custom.item import Item
from summarizer.facets.custom.kinds import Grounds
from summarizer.facets.custom.question import QuestionText, listed, shared_variables, variables_of
from summarizer.facets.custom.wire import MOST, items_schema, longest_answer
from summarizer.facets.form import FormPart, Rows, within
from summarizer.facets.question import Checked, Problem, Question, Schema
from summarizer.schema import FieldKind
from summarizer.schema.section import EVIDENCE

LANGUAGE, TITLE = "the language of the article", "this article"
"""What a question says in the form, whose instructions are the same for every article."""


class ItemsPart(FormPart[Found]):
    """A list of items.

    Args:
        name: The facet's name.
        item: The type of the items.
        fields: The kinds of their fields.
        question: The question.
    """

    template = "items"

    def __init__(
        self, name: str, item: type[Item], fields: Mapping[str, FieldKind], question: QuestionText
    ) -> None:
        self._name = name
        self._item = item
        self._fields = fields
        self._question = question
        self.mended = 2 * longest_answer(fields) // MOST

    @property
    def schema(self) -> Schema:
        """A list of items."""
        return items_schema(self._fields)

    @property
    def variables(self) -> Mapping[str, Any]:
        """The question and the fields."""
        return {**shared_variables(self._question, self._fields, LANGUAGE, TITLE), "most": MOST}

    def room(self, document: Document) -> int:
        """Return the tokens of as many items as there may be; 0 where there is nothing to ask."""
        asks = variables_of(self._question, self._fields, document) is not None
        return longest_answer(self._fields) if asks else 0

    def listed(self, document: Document) -> Mapping[str, Rows]:
        """List the figures and quotations that the items may point at."""
        found = listed(self._fields, document)
        return {
            kind: [(*row, None)[: 4 if kind == "quotations" else 3] for row in rows]
            for kind, rows in found.items()
            if rows
        }

    def check(
        self,
        document: Document,
        value: Any,
        *,
        earlier: Sequence[Problem] = (),
        strict: bool = False,
    ) -> Checked[Found]:
        """Ground each item; those of a second form are mended ones, and add none."""
        items = value if isinstance(value, list) else []
        grounder = Grounder(self._item, self._fields, Grounds(document))
        if earlier:
            return _mended(grounder, items, earlier)
        asked = Question(self._name, self._name, "items", ItemsAnswer, 0)
        result = checked(asked, grounder, items)
        return result._replace(problems=tuple(_shown(each, document) for each in result.problems))


def _mended(grounder: Grounder, items: list[Any], earlier: Sequence[Problem]) -> Checked[Found]:
    """Take each item for the first that failed and whose right values it keeps."""
    left, found, problems = list(items), list[Found](), list[Problem]()
    for fault in earlier:
        asked = replace(fault.again, fault=fault) if fault.again else None
        mine = next((each for each in left if asked and keeps(asked, each)), None)
        if asked is None or mine is None:
            problems.append(fault._replace(again=None, shown=()))
            continue
        left.remove(mine)
        result = repaired(asked, grounder, [mine])
        found += result.found
        problems += result.problems
    return Checked(tuple(found), tuple(problems))


def _shown(problem: Problem, document: Document) -> Problem:
    """Let the second form show the failed item, and the sentences around its evidence."""
    if problem.again is None:
        return problem
    failed = problem.again.variables["answered"]
    return problem._replace(
        shown=tuple(_around(document, failed)), answered=problem.again.variables["failed"]
    )


def _around(document: Document, failed: Mapping[str, Any]) -> Iterator[int]:
    cited = failed.get(EVIDENCE)
    numbers = [each for each in cited if isinstance(each, int)] if isinstance(cited, list) else []
    known = list(within(document, numbers))
    for at in known:
        yield from (at - 1, at, at + 1)
    if not known:
        yield from range(len(document.outline.sentences))
