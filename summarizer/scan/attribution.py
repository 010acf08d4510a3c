"""Who is said to have said each quotation, by rules alone.

Owns which verb of saying belongs to which quotation and how sure that is. Reads tokens and names;
knows nothing of models.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summarizer.scan.cues import CONJUNCTIONS, NOMINAL, OBJECT_VERBS, PREPOSITIONS, SAYING
from summarizer.scan.people import Names, people
from summarizer.scan.pronouns import Antecedents
from summarizer.scan.quotations import Quotation
from summarizer.scan.sentences import Sentence
from summarizer.scan.sources import (
    Source,
    is_verb,
    main_subject,
    sentence_start,
    subject_after,
    subject_before,
)
from summarizer.scan.tokens import tokenise


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
        >>> from summarizer.scan.pronouns import Antecedents
from summarizer.scan.quotations import find_quotations
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
        self.antecedents = Antecedents(self.tokens, self.names)
        self.speakers: list[int] = []
        self.found: list[Attribution | None] = []

    def read(self) -> list[Attribution | None]:
        for number in range(len(self.quotations)):
            self.found.append(self._attribute(number))
        return self.found

    def _attribute(self, number: int) -> Attribution | None:
        at = self.places[number]
        if self._titled(number, at):
            return None
        after, before = self._after(at), self._before(at)
        found = next((one for one in (after, before) if one and one.certain), before or after)
        if found:
            return self._made(found)
        carried = self._carried(number)
        if carried:
            return carried
        found = self._within(at)
        return self._made(found) if found else self._last(number)

    def _titled(self, number: int, at: int) -> bool:
        """Tell whether the quotation names a work: "ABC's 'This Week'"."""
        words = self.quotations[number].text.split()
        owned = at > 1 and self.tokens[at - 1].kind == "own"
        return (
            owned and len(words) < 6 and all(word[:1].isupper() for word in words if len(word) > 3)
        )

    # --- beside the quotation

    def _after(self, at: int) -> _Found | None:
        """ "…," said Jane Roe / "…," Jane Roe said / "…," according to Jane Roe."""
        tokens = self.tokens
        first = at + 1
        while first < len(tokens) and tokens[first].low in {",", "—", "–", "-", "soft"}:
            first += 1
        open_end = self._open_end(at) or any(t.kind == "mark" for t in tokens[at + 1 : first])
        if first + 1 < len(tokens) and tokens[first].low == "according":
            source = subject_after(tokens, first + 1)
            return _Found(source, "according", certain=True) if source else None
        if first < len(tokens) and tokens[first].kind == "cue":
            return self._inverted(first, open_end)
        return self._after_subject(first, open_end)

    def _open_end(self, at: int) -> bool:
        text = self.quotations[self.tokens[at].item].text
        return text[-1:] in {",", "?", "!", "—", "-", "–", "…"}

    def _inverted(self, verb: int, open_end: bool) -> _Found | None:
        low = self.tokens[verb].low
        if low.endswith("ing") or low in OBJECT_VERBS - {"asked", "asks"}:
            return None
        source = subject_after(self.tokens, verb)
        sure = open_end and not self._relayed(verb)
        return _Found(source, "after-verb", certain=sure) if source else None

    def _after_subject(self, first: int, open_end: bool) -> _Found | None:
        tokens = self.tokens
        verb = first
        limit = min(len(tokens), first + 30)
        while verb < limit and tokens[verb].kind in {"name", "own", "word", "pronoun", "mark"}:
            verb += 1
        if (
            verb < limit
            and verb > first
            and is_verb(tokens, verb)
            and not tokens[verb].low.endswith("ing")
        ):
            source = subject_before(tokens, verb, first)
            if source and (open_end or self._ends_sentence(verb)):
                sure = self._leads(source, first, verb) and not self._relayed(verb)
                return _Found(source, "after-subject", certain=sure)
        if open_end and first < len(tokens) and tokens[first].kind in {"name", "pronoun"}:
            source = subject_after(tokens, first - 1)
            return _Found(source, "after-name", certain=False) if source else None
        return None

    def _leads(self, source: Source, first: int, verb: int) -> bool:
        """Tell whether nothing but the speaker, and words about it, stand before the verb."""
        tokens = self.tokens
        before, between = tokens[first : source.first], tokens[source.last + 1 : verb]
        if any(
            t.kind == "mark" and t.low != "," or t.low in CONJUNCTIONS | PREPOSITIONS
            for t in before
        ):
            return False
        apart = not between or between[0].kind == "mark" or between[0].low == "who"
        return apart or len(between) < 4

    def _ends_sentence(self, verb: int) -> bool:
        return verb + 1 >= len(self.tokens) or self.tokens[verb + 1].kind in {"stop", "paragraph"}

    def _relayed(self, verb: int) -> bool:
        """Tell whether somebody else reports it: "he said, according to the Gazette"."""
        for token in self.tokens[verb + 1 : verb + 25]:
            if token.kind in {"stop", "paragraph", "quote"}:
                return False
            if token.low in {"according", "reported", "reports"}:
                return True
        return False

    def _before(self, at: int) -> _Found | None:
        """Find "Jane Roe said: …": the nearest verb before it in the sentence.

        A verb such as "found" counts only with a name or pronoun before it, if another one does.
        """
        tokens = self.tokens
        floor = sentence_start(tokens, at)
        fallback: _Found | None = None
        for verb in range(at - 1, floor - 1, -1):
            if tokens[verb].kind == "quote":
                break
            if self._possessed(verb, at):
                named = Source("name", verb - 1, verb - 1, tokens[verb - 1].item)
                return _Found(named, "own", certain=False)
            source = subject_before(tokens, verb, floor) if is_verb(tokens, verb) else None
            if source and (tokens[verb].low in SAYING or source.kind != "nominal"):
                return self._graded(source, verb, at)
            if source and fallback is None:
                fallback = self._graded(source, verb, at)
        return fallback

    def _possessed(self, own: int, at: int) -> bool:
        """Tell whether the quotation is somebody's statement: "Roe's claim that ..."."""
        between = [token.low for token in self.tokens[own + 1 : min(at, own + 6)]]
        return self.tokens[own].kind == "own" and any(
            word in NOMINAL and after in {"of", "that", "to", ":"}
            for word, after in pairwise(between)
        )

    def _graded(self, source: Source, verb: int, at: int) -> _Found:
        low = self.tokens[verb].low
        between = self.tokens[verb + 1 : at]
        plain = not any(t.kind in {"cue", "pronoun"} for t in between)
        saying = low in SAYING and source.kind != "nominal"
        if not between or between[-1].low in {",", ":"}:
            return _Found(source, "before", certain=saying and plain)
        return _Found(source, "before-part", certain=False)

    # --- carried on from the quotation before

    def _carried(self, number: int) -> Attribution | None:
        """Carry the speaker on within a paragraph, or to a paragraph that takes the mark up."""
        earlier = next((i for i in range(number - 1, -1, -1) if self.found[i]), None)
        previous = self.found[earlier] if earlier is not None else None
        if previous is None or earlier is None:
            return None
        before, at = self.places[earlier], self.places[number]
        if self.quotations[number].continues and earlier == number - 1:
            return replace(previous, rule="continues")
        between = self.tokens[before + 1 : at]
        if any(token.kind == "paragraph" for token in between):
            return None
        if all(token.kind in {"stop", "mark"} for token in between):
            return replace(previous, rule="next")
        spoken = previous.rule.startswith("after") and previous.start >= self.tokens[before].end
        if spoken and between[-1].kind in {"stop", "mark"}:
            turns = any(t.low in {"and", "but", "while", "before", "as", "when"} for t in between)
            stops = sum(token.kind == "stop" for token in between)
            sure = previous.certain and stops < 2 and not turns
            return replace(previous, rule="around", certain=sure)
        return replace(previous, rule="same-paragraph", certain=False)

    def _within(self, at: int) -> _Found | None:
        """Fall back on a name before a colon, a verb at the sentence's end, or its subject."""
        tokens = self.tokens
        if at > 1 and tokens[at - 1].low == ":" and tokens[at - 2].kind == "name":
            named = Source("name", at - 2, at - 2, tokens[at - 2].item)
            return _Found(named, "colon", certain=False)
        found = self._at_end(at)
        if found:
            return found
        source = main_subject(self.tokens, at)
        return _Found(source, "main-subject", certain=False) if source else None

    def _at_end(self, at: int) -> _Found | None:
        """Find "…, said Jane Roe." and "…, Jane Roe said." at the end of the sentence."""
        tokens = self.tokens
        for comma in range(at + 1, min(len(tokens), at + 60)):
            if tokens[comma].kind in {"stop", "paragraph", "quote"}:
                return None
            if tokens[comma].low == ",":
                found = (
                    self._inverted(comma + 1, open_end=False)
                    if tokens[comma + 1 : comma + 2] and tokens[comma + 1].kind == "cue"
                    else self._after_subject(comma + 1, open_end=False)
                )
                if found:
                    return replace(found, rule="at-end", certain=False)
        return None

    def _last(self, number: int) -> Attribution | None:
        for previous in reversed(self.found):
            if previous:
                return replace(previous, rule="last", certain=False)
        return None

    # --- who that is

    def _made(self, found: _Found) -> Attribution:
        source = found.source
        start, end = self.tokens[source.first].start, self.tokens[source.last].end
        name, certain = None, found.certain
        if source.kind == "name":
            name = self.names.full(self.names.runs[source.item].name)
            self.speakers.append(source.first)
        elif source.kind == "pronoun":
            name = self.antecedents.of(source.first, self.speakers)
            certain = False
        return Attribution(self.text[start:end], start, end, name, certain, found.rule)
