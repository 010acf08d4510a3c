"""Counts which of the answers written by hand a summary has, and which mistakes it shows."""

import re
from collections.abc import Iterator

from handwritten.answers import Actor, Answers, Stance, Statement, plain
from handwritten.model import overlap
from summarizer import Summary
from summarizer.document.document import Document
from summarizer.evaluation.gold import Gold
from summarizer.evaluation.stances import score_stances
from summarizer.schema import Quote, Span
from summarizer.schema import Statement as Shown

Counted = Iterator[tuple[str, bool, str]]
"""What is counted, whether it holds, and of which item."""

MARKS = 2
"""Characters by which the ends of a statement may differ: marks count to it or not."""

NOT_SAID = {"no": "no statement", "denied": "denied"}
"""What a quotation that nobody said is counted as."""


class Tally:
    """Compares a summary with the answers that its model gave.

    Args:
        document: The article.
        summary: The summary.
    """

    def __init__(self, document: Document, summary: Summary) -> None:
        self._document = document
        self._summary = summary
        self._measured = {each.id for each in summary.figures if each.measures}
        self._refused = {(each.facet, each.item) for each in summary.rejected}

    def kept(self, answers: Answers) -> Counted:
        """Yield for each right answer about what the form asks whether the summary has it."""
        yield from self._captions(answers)
        yield from self._quotes(answers)
        yield from self._stances(answers)
        yield from self._statements(answers)
        for actor in answers.actors:
            yield from self._actor(actor)

    def gist(self, text: str) -> tuple[str, bool, str]:
        """Return whether the summary has a gist."""
        return "gists", _same(self._summary.gist, text), text

    def gold(self, gold: Gold) -> Counted:
        """Yield for each stance of the gold whether the summary has it, as ``eval`` scores."""
        counts = score_stances(gold.stances, self._document.article.text, self._summary)
        for number in range(counts["gold"]):
            yield "stances of the gold", number < counts["agreed"], self._document.article.id or ""

    def mistakes(self, right: Answers, wrong: Answers) -> Iterator[tuple[str | None, str]]:
        """Yield for each mistake how sure the summary is of it, None if it is refused."""
        yield from self._wrong_captions(right, wrong)
        truth = {stance.said for stance in right.stances}
        for stance in wrong.stances:
            if stance.said not in truth:
                yield self._shown(stance), " ".join(stance.said)
        known = right.statements or ()
        for statement in (each for each in wrong.statements or () if each not in known):
            yield self._stated(statement, "model", "both"), f"{statement.speaker}: {statement.text}"
        if wrong.gists != right.gists:
            shown = _same(self._summary.gist, wrong.gists[0].text)
            yield "explicit" if shown else None, wrong.gists[0].text

    def _captions(self, answers: Answers) -> Counted:
        for key, place in self._figures():
            for answer in (each for each in answers.captions if overlap(each, place)):
                shown = self._captioned(key, answer.caption)
                if answer.caption is None:
                    yield "no figure", key not in self._measured, answer.text
                    continue
                yield "captions", shown is not None, f"{answer.text}: {answer.caption}"
                if shown is not None:
                    yield "of these as guesses (captions)", shown == "guessed", answer.caption

    def _wrong_captions(self, right: Answers, wrong: Answers) -> Iterator[tuple[str | None, str]]:
        truth = {each.start: each.caption for each in right.captions}
        moved = [each for each in wrong.captions if each.caption != truth[each.start]]
        for key, place in self._figures():
            for answer in (each for each in moved if overlap(each, place)):
                yield self._captioned(key, answer.caption), f"{answer.text}: {answer.caption}"

    def _captioned(self, key: str, caption: str | None) -> str | None:
        """Return how sure the summary is of a caption; None if it has no such caption."""
        figure = next((each for each in self._summary.figures if each.id == key), None)
        if figure is None or not _same(figure.measures, caption):
            return None
        return getattr(figure, "certainty", None) or "inferred"

    def _figures(self) -> Iterator[tuple[str, Span]]:
        for key, figure in self._document.figures.items():
            yield key, Span(start=figure.start, end=figure.end, text=figure.text)

    def _quotes(self, answers: Answers) -> Counted:
        """Yield what is kept about quotations; of speakers, where code is not certain of them."""
        quotes = {each.id: each for each in self._summary.quotes}
        found = {each.start: each for each in self._document.quotes}
        for answer in (each for each in answers.quotes if each.start in found):
            key, certain = found[answer.start].key, found[answer.start].certain
            item = f"{answer.text} ({answer.speaker})"
            if answer.said != "yes":
                left_out = key not in quotes and ("quotes", key) in self._refused
                yield NOT_SAID[answer.said], left_out, item
            elif not certain:
                yield "speakers", self._said(quotes.get(key), answer.speaker), item

    def _said(self, quote: Quote | None, speaker: str | None) -> bool:
        if quote is None or speaker is None:
            return quote is not None and quote.speaker_name is None
        return _same(quote.speaker_name, speaker) or self._is(quote.speaker, speaker)

    def _is(self, key: str | None, name: str) -> bool:
        """Return whether an actor of the summary is the one with a name: it is mentioned by it."""
        actor = next((each for each in self._summary.actors if each.id == key), None)
        return actor is not None and self._mentioned(actor.mentions, name)

    def _stances(self, answers: Answers) -> Counted:
        for stance in answers.stances:
            shown = self._shown(stance)
            yield "stances", shown is not None, f"{stance.actor}: {stance.target}"
            if shown is not None:
                yield "of these as guesses (stances)", shown == "guessed", stance.target

    def _shown(self, stance: Stance) -> str | None:
        """Return how sure the summary is of a stance; None if it has no such stance."""
        for shown in self._summary.stances:
            same = _same(shown.target, stance.target) and shown.position == stance.position
            if same and self._is(shown.actor, stance.actor):
                return shown.certainty or "inferred"
        return None

    def _statements(self, answers: Answers) -> Counted:
        """Yield what is kept of the statements, what code has of them, and what else is shown."""
        for answer in answers.statements or ():
            item = f"{answer.speaker}: {answer.text}"
            shown = self._stated(answer)
            yield "statements", shown is not None, item
            if shown is not None:
                yield "of these as guesses (statements)", shown == "guessed", item
                yield "of these as code has them", self._stated(answer, "rule") is not None, item
        for each in self._summary.statements if answers.statements is not None else ():
            meant = any(self._is_of(each, answer) for answer in answers.statements or ())
            yield "shown statements that were meant", meant, each.text

    def _stated(self, answer: Statement, *deciders: str) -> str | None:
        """Return how sure the summary is of a statement; None if it does not show it so."""
        for each in self._summary.statements:
            if (not deciders or each.decided_by in deciders) and self._is_of(each, answer):
                return each.certainty or "inferred"
        return None

    def _is_of(self, shown: Shown, answer: Statement) -> bool:
        """Return whether a statement is at the place of an answer, and by the same speaker."""
        ends = abs(shown.spans[0].start - answer.start), abs(shown.spans[-1].end - answer.end)
        return max(ends) <= MARKS and self._is_by(shown, answer.speaker)

    def _is_by(self, shown: Shown, speaker: str | None) -> bool:
        if speaker is None or shown.speaker_name is None:
            return shown.speaker_name == speaker
        if shown.speaker is None and _words(shown.speaker_name) <= _words(speaker):
            return True
        return _same(shown.speaker_name, speaker) or self._is(shown.speaker, speaker)

    def _actor(self, answer: Actor) -> Counted:
        actor = next((each for each in self._summary.actors if _same(each.name, answer.name)), None)
        if answer.kind == "none":
            yield "no actor", actor is None, answer.name
            return
        kind = actor is not None and actor.kind == answer.kind
        role = actor is not None and (not answer.role or _same(actor.role, answer.role))
        also = actor is not None and all(
            self._mentioned(actor.mentions, each) for each in answer.also
        )
        yield "actors", kind and role and also, f"{answer.name} ({answer.kind}, {answer.role})"
        yield "of these by name", actor is not None, answer.name
        yield "kinds", kind, f"{answer.name}: {answer.kind}"
        if answer.role:
            yield "roles", role, f"{answer.name}: {answer.role}"
        if answer.also:
            yield "aliases", also, f"{answer.name}: {', '.join(answer.also)}"

    def _mentioned(self, mentions: tuple[Span, ...], name: str) -> bool:
        """Return whether a mention of an actor is by a name, or by part of it."""
        found = re.finditer(re.escape(name), self._document.article.text)
        places = (Span(start=each.start(), end=each.end(), text=name) for each in found)
        return any(overlap(place, mention) for place in places for mention in mentions)


def _words(name: str) -> set[str]:
    return set(plain(name).split())


def _same(one: str | None, other: str | None) -> bool:
    return plain(one) == plain(other)
