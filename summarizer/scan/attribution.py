"""Who is said to have said each quotation, by rules alone.

Owns which verb of saying belongs to which quotation and how sure that is. Reads tokens and names;
knows nothing of models.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.scan.cues import CONJUNCTIONS, LABELLING, NOMINAL, OBJECT_VERBS, SAYING
from summarizer.scan.people import Names, people
from summarizer.scan.quotations import Quotation
from summarizer.scan.sentences import Sentence
from summarizer.scan.sources import (
    Source,
    main_subject,
    sentence_start,
    subject_after,
    subject_before,
)
from summarizer.scan.tokens import Token, tokenise


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
        rule: Which rule found it.
    """

    speaker: str | None
    start: int
    end: int
    name: str | None
    certain: bool
    rule: str


@dataclass(frozen=True, slots=True)
class _Found:
    source: Source
    rule: str
    certain: bool


def attribute(
    text: str, quotations: Sequence[Quotation], sentences: Sequence[Sentence]
) -> tuple[Attribution | None, ...]:
    """Find the speaker of each quotation.

    Args:
        text: The article's text.
        quotations: Its quotations, as :func:`find_quotations` gives them.
        sentences: Its sentences, as :func:`split_sentences` gives them.

    Returns:
        One attribution for each quotation, None where no rule applies.

    Example:
        >>> from summarizer.scan.quotations import find_quotations
        >>> from summarizer.scan.sentences import split_sentences
        >>> text = "“We won,” Jane Roe said. Then Roe added: “Twice.”"
        >>> found = attribute(text, find_quotations(text), split_sentences(text))
        >>> [(one.name, one.certain) for one in found]
        [('Jane Roe', True), ('Jane Roe', True)]
    """
    return tuple(_Reader(text, quotations, sentences).read())


class _Reader:
    """Reads one article from start to end; remembers who spoke last."""

    def __init__(
        self, text: str, quotations: Sequence[Quotation], sentences: Sequence[Sentence]
    ) -> None:
        self.text = text
        self.quotations = quotations
        self.names: Names = people(text)
        self.tokens = tokenise(text, quotations, sentences)
        self.places = [i for i, token in enumerate(self.tokens) if token.kind == "quote"]
        self.found: list[Attribution | None] = []

    def read(self) -> list[Attribution | None]:
        for number in range(len(self.quotations)):
            self.found.append(self._attribute(number))
        return self.found

    def _attribute(self, number: int) -> Attribution | None:
        at = self.places[number]
        found = self._after(at) or self._before(at)
        if found:
            return self._made(found)
        carried = self._carried(number)
        if carried:
            return carried
        found = self._within(at)
        return self._made(found) if found else self._last(number)

    # --- beside the quotation

    def _after(self, at: int) -> _Found | None:
        """ "…," said Jane Roe / "…," Jane Roe said."""
        tokens = self.tokens
        quotation = self.quotations[tokens[at].item]
        verb = at + 1
        comma = quotation.text[-1:] in {",", "?", "!", "—", "-", "–", "…"}
        while verb < len(tokens) and tokens[verb].low in {",", "—", "–", "-", "soft"}:
            comma = comma or tokens[verb].kind == "mark"
            verb += 1
        first = verb
        limit = min(len(tokens), verb + 30)
        while verb < limit and tokens[verb].kind in {"name", "own", "word", "pronoun", "mark"}:
            verb += 1
        if verb >= limit or tokens[verb].kind != "cue":
            return None
        if verb == first:
            source = (
                subject_after(tokens, verb)
                if tokens[verb].low not in OBJECT_VERBS - {"asked", "asks"}
                else None
            )
            if source and comma:
                return _Found(source, "after-verb", certain=True)
            return _Found(source, "after-verb-loose", certain=False) if source else None
        source = subject_before(tokens, verb)
        if source and source.first >= first:
            starts = self._starts(source, first)
            if comma and starts:
                return _Found(source, "after-subject", certain=True)
            if starts and self._ends_sentence(verb):
                return _Found(source, "after-subject", certain=True)
            if comma:
                return _Found(source, "after-far", certain=False)
        return None

    def _starts(self, source: Source, first: int) -> bool:
        """Tell whether only words that belong to the speaker stand before the source."""
        return all(
            token.kind in {"word", "name", "own"} for token in self.tokens[first : source.first]
        )

    def _ends_sentence(self, verb: int) -> bool:
        return verb + 1 >= len(self.tokens) or self.tokens[verb + 1].kind in {"stop", "paragraph"}

    def _before(self, at: int) -> _Found | None:
        """Jane Roe said: "…" and the like: the nearest verb before it in the sentence."""
        tokens = self.tokens
        floor = sentence_start(tokens, at)
        for verb in range(at - 1, floor - 1, -1):
            if tokens[verb].kind == "quote":
                return None
            if tokens[verb].kind == "cue":
                source = subject_before(tokens, verb)
                if source:
                    near = self._near(verb, at)
                    return _Found(source, "before" if near else "before-loose", certain=near)
        return None

    def _near(self, verb: int, at: int) -> bool:
        between = self.tokens[verb + 1 : at]
        if not between:
            return True
        return between[-1].low in {",", ":"} and not any(
            t.kind in {"cue", "pronoun"} for t in between
        )

    # --- carried on from the quotation before

    def _carried(self, number: int) -> Attribution | None:
        previous = self.found[number - 1] if number else None
        if previous is None:
            return None
        before, at = self.places[number - 1], self.places[number]
        if self.quotations[number].continues:
            return replace(previous, rule="continues")
        between = self.tokens[before + 1 : at]
        if any(token.kind == "paragraph" for token in between):
            return None
        if not any(token.kind not in {"stop", "mark"} for token in between):
            return replace(previous, rule="next")
        if previous.rule.startswith("after") and previous.start >= self.tokens[before].end:
            return replace(previous, rule="around")
        return replace(previous, rule="same-paragraph", certain=False)

    def _within(self, at: int) -> _Found | None:
        source = main_subject(self.tokens, at)
        return _Found(source, "main-subject", certain=False) if source else None

    def _last(self, number: int) -> Attribution | None:
        for previous in reversed(self.found):
            if previous:
                return replace(previous, rule="last", certain=False)
        return None

    # --- who that is

    def _made(self, found: _Found) -> Attribution:
        source = found.source
        start, end = self.tokens[source.first].start, self.tokens[source.last].end
        speaker = self.text[start:end]
        name = None
        if source.kind == "name":
            name = self.names.full(self.names.runs[source.item].name)
        elif source.kind == "pronoun":
            name = self._meant()
        return Attribution(speaker, start, end, name, found.certain, found.rule)

    def _meant(self) -> str | None:
        for previous in reversed(self.found):
            if previous and previous.name:
                return previous.name
        return None
