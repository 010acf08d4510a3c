"""From an answered item to what is stored: every value is grounded, then the user's checks run."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import JsonValue, ValidationError

from summarizer.errors import SettingsError, SummarizerError
from summarizer.facets.custom.checks import problems
from summarizer.facets.custom.item import Item
from summarizer.facets.custom.kinds import KINDS, Grounds, Slot, UngroundedError
from summarizer.facets.custom.kinds.base import short
from summarizer.schema import FieldKind
from summarizer.schema.invalid import problem
from summarizer.schema.section import EVIDENCE

ABSENT = (None, "", "null")
"""What a field without a value is answered with; small models write "null"."""

Values = dict[str, JsonValue]


class Failing(NamedTuple):
    """One thing of an answered item that does not hold.

    Args:
        field: The field; empty where it is the item as a whole.
        reason: The code under which it is reported.
        detail: A sentence.
    """

    field: str
    reason: str
    detail: str


class Grounded(NamedTuple):
    """An answered item, checked.

    Args:
        values: What is stored; None where the item does not hold.
        failing: What does not hold of it.
    """

    values: Values | None
    failing: tuple[Failing, ...] = ()


class Grounder:
    """Grounds the items of one answer.

    Args:
        item: The type of the items.
        fields: The kinds of its fields.
        grounds: The article.
    """

    def __init__(self, item: type[Item], fields: Mapping[str, FieldKind], grounds: Grounds) -> None:
        self._item = item
        self._fields = fields
        self._grounds = grounds

    def ground(self, answered: object) -> Grounded:
        """Ground one item as the model answered it.

        A required field that fails removes the item, an optional one becomes null, and of a list
        the value that fails is left out.
        """
        if not isinstance(answered, Mapping):
            return Grounded(None, (Failing("", "invalid", f"{short(answered)} is no item."),))
        failing: list[Failing] = []
        values = self._values(answered, failing)
        return self._checked(values, failing) if values else Grounded(None, tuple(failing))

    def _values(self, answered: Mapping[str, Any], failing: list[Failing]) -> Values | None:
        evidence = self._listed(self._slot(EVIDENCE), answered.get(EVIDENCE), failing)
        if not evidence:
            failing.append(Failing(EVIDENCE, "no_evidence", "No sentence shows it."))
            return None
        by_number = {sentence["number"]: sentence for sentence in evidence}
        values: Values = {EVIDENCE: list(by_number.values())}
        holds = True
        for name in self._fields.keys() - {EVIDENCE}:
            slot = self._slot(name, frozenset(by_number))
            values[name] = self._value(slot, answered.get(name), failing)
            holds = holds and (values[name] is not None or slot.field.optional)
        return {name: values[name] for name in self._fields} if holds else None

    def _slot(self, name: str, evidence: frozenset[int] = frozenset()) -> Slot:
        return Slot(name, self._fields[name], evidence, self._grounds)

    def _value(self, slot: Slot, answered: object, failing: list[Failing]) -> JsonValue:
        if slot.field.many:
            return self._listed(slot, answered, failing)
        if slot.field.optional and answered in ABSENT:
            return None
        if answered is None:
            failing.append(Failing(slot.name, "empty", f"{slot.name} is missing."))
            return None
        return next(self._singly(slot, [answered], failing), None)

    def _listed(self, slot: Slot, answered: object, failing: list[Failing]) -> list[Any]:
        if isinstance(answered, list):
            return list(self._singly(slot, answered, failing))
        return [] if answered in ABSENT else list(self._singly(slot, [answered], failing))

    def _singly(
        self, slot: Slot, answered: list[object], failing: list[Failing]
    ) -> Iterator[JsonValue]:
        for each in answered:
            try:
                yield KINDS[slot.field.kind].ground(slot, each)
            except UngroundedError as error:
                failing.append(Failing(slot.name, error.reason, error.detail))

    def _checked(self, values: Values, failing: list[Failing]) -> Grounded:
        """Run the user's validators, and make sure that they left every copy a copy."""
        try:
            item = self._item.model_validate(values)
            stored = item.model_dump(mode="json", include=set(self._fields))
        except ValidationError as error:
            left = self._left(values, error, failing)
            return self._checked(left, failing) if left else Grounded(None, tuple(failing))
        except SummarizerError:
            raise
        except Exception as error:  # validators and serializers are code of the user's
            raise SettingsError(
                f"A validator of {self._item.__name__} failed: {error!r}.",
                hint="Let it raise ValueError to reject an item.",
            ) from error
        if stored != values:
            altered = list(problems(stored, self._fields, self._grounds))
            failing += [Failing("", "invalid", detail) for detail in altered]
            return Grounded(None if altered else stored, tuple(failing))
        return Grounded(stored, tuple(failing))

    def _left(
        self, values: Values, error: ValidationError, failing: list[Failing]
    ) -> Values | None:
        """Return what is left without the values that a validator refused; None: no item."""
        left = dict(values)
        for each in error.errors(include_url=False, include_input=False):
            message = problem(each)
            name = str(next(iter(each["loc"]), ""))
            failing.append(Failing(name, "invalid", f"{message}."))
            field = self._fields.get(name)
            if not field or not field.optional or values[name] is None:
                return None
            left[name] = None
        return left
