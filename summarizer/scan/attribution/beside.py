"""Which verb of saying belongs to a quotation: the rules that read what stands beside it.

Reads the tokens of one text. Who is meant, and what carries over from one quotation to the next,
is decided in :mod:`summarizer.scan.attribution`.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from summarizer.scan.attribution.certainty import (
    Found,
    is_explicit_after,
    is_relay,
    is_relayed,
    placed_before,
    speaks,
)
from summarizer.scan.attribution.hearers import is_of_another, speaker_behind
from summarizer.scan.attribution.phrases import Source, sentence_start
from summarizer.scan.attribution.sources import (
    is_verb,
    subject_after,
    subject_before,
)
from summarizer.scan.attribution.tokens import Token
from summarizer.scan.cues import (
    ACCORDING,
    DAYS,
    FOREIGN,
    HELPERS,
    LABELLING,
    MODALS,
    NOMINAL,
    OBJECT_VERBS,
    PREPOSITIONS,
    SAYING,
)
from summarizer.scan.quotations import Quotation

_SAYING = SAYING | FOREIGN
_EFFORTS = frozenset("tried used uses using wants wanted sought seeks refused declined".split())
_ENDS = frozenset({"stop", "paragraph"})
_GOING_ON = frozenset({"", ":", "that"})
"""What tells that a verb's words come behind it; a quotation has no letters of its own."""
_BE = frozenset({"is", "was", "are", "were"})
_OF = frozenset({"of", "to", "for", ":"})
_INVERTED = (_SAYING - OBJECT_VERBS) | {"asked", "asks", "agreed", "agrees", "advised", "hoped"}
"""Verbs behind a quotation whose subject follows: "…," said Jane Roe."""
_INSERTED = frozenset("said says wrote writes argued argues added adds".split())
_ASIDES = frozenset("when while if because although though since after before".split())


def _is_doing(tokens: Sequence[Token], at: int) -> bool:
    """Tell the "being" of "by being elected" from somebody's name."""
    return tokens[at].kind != "name" and tokens[at].low.endswith("ing")


class Surroundings:
    """What stands around the quotations of one text.

    Example:
        >>> from summarizer.scan.quotations import find_quotations
        >>> from summarizer.scan.attribution.tokens import tokenise
        >>> text = "“We won,” said Jane Roe."
        >>> quotations = find_quotations(text)
        >>> Surroundings(tokenise(text, quotations, ()), quotations).explicit(0).rule
        'after-verb'
    """

    def __init__(self, tokens: Sequence[Token], quotations: Sequence[Quotation]) -> None:
        self.tokens = tokens
        self.quotations = quotations

    def explicit(self, at: int) -> Found | None:
        """Return the source that a verb of saying gives to the quotation at a token."""
        after, before = self._after(at), self._before(at)
        if after and after.rule == "passive":
            return after
        if after and before and is_relay(self.tokens, after.source):
            return before
        sure = next((one for one in (after, before) if one and one.certain), None)
        if before and not sure and not speaks(self.tokens, before.source):
            return self._at_end(at) or before
        return sure or before or after or self._at_end(at)

    def _after(self, at: int) -> Found | None:
        """Read what follows: "…," said Jane Roe; "…," Jane Roe said; "…," according to her."""
        tokens = self.tokens
        first = at + 1
        while first < len(tokens) and tokens[first].low in {",", "—", "–", "-", "soft"}:
            first += 1
        open_end = self._open_end(at) or any(t.kind == "mark" for t in tokens[at + 1 : first])
        if first + 1 >= len(tokens):
            return None
        if tokens[first].low == "by" and self._is_led(at) and not _is_doing(tokens, first + 1):
            source = subject_after(tokens, first)
            return Found(source, "passive", certain=False) if source else None
        if tokens[first].low in HELPERS and tokens[first + 1].kind in {"cue", "pronoun"}:
            first += 1
        if self._according(first) and (open_end or tokens[first - 1].low != "soft"):
            return self._according_to(first)
        if tokens[first].kind == "cue":
            return self._inverted(first, open_end)
        found = self._after_subject(first, open_end)
        return found and replace(found, certain=found.certain and not self._is_led(at))

    def _is_led(self, at: int) -> bool:
        """Tell whether the words before a quotation say whose it is: "called it “mad”, he said"."""
        before = self.tokens[max(sentence_start(self.tokens, at), at - 4) : at]
        return any(token.low in LABELLING for token in before)

    def _according(self, at: int) -> bool:
        return self.tokens[at].low in ACCORDING

    def _according_to(self, at: int) -> Found | None:
        source = subject_after(self.tokens, at + (self.tokens[at].low == "according"))
        return Found(source, "according", certain=True) if source else None

    def _open_end(self, at: int) -> bool:
        text = self.quotations[self.tokens[at].item].text
        return text[-1:] in {",", "?", "!", "—", "-", "–", "…"}

    def _inverted(self, verb: int, open_end: bool) -> Found | None:
        tokens = self.tokens
        low = tokens[verb].low
        if low not in _INVERTED or low.endswith("ing"):
            return None
        if any(token.low == "to" for token in tokens[verb + 1 : verb + 2]):
            return None  # "…, proclaimed to the crowd"
        source = subject_after(tokens, verb)
        if source is None or self._goes_on(source):
            return None
        sure = open_end and not is_relayed(tokens, verb) and speaks(tokens, source)
        return Found(source, "after-verb", certain=sure)

    def _goes_on(self, source: Source) -> bool:
        """Tell whether a source is the subject of a verb: "…," said the mayor could win."""
        follows = self.tokens[source.last + 1 : source.last + 2]
        return any(token.low in MODALS for token in follows)

    def _after_subject(self, first: int, open_end: bool) -> Found | None:
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
            if tokens[verb].low in _EFFORTS:
                source = None  # "…," Roe tried to say
            if tokens[first].low in {"and", "but"} and source and source.kind == "nominal":
                source = None  # "…," and donations began to pick up, Roe said
            if source and is_of_another(tokens, verb):
                return self._of_another(verb)
            if source and (open_end or self._ends_sentence(verb)):
                sure = is_explicit_after(tokens, source, first, verb)
                return Found(source, "after-subject", certain=sure)
        if open_end:
            source = subject_after(tokens, first - 1, closed=False)
            if source and source.kind == "name" and source.first - first < 3:
                return Found(source, "after-name", certain=False)
        return None

    def _of_another(self, verb: int) -> Found | None:
        source = speaker_behind(self.tokens, verb)
        return Found(source, "passive", certain=False) if source else None

    def _ends_sentence(self, verb: int) -> bool:
        rest = takewhile(lambda token: token.kind not in _ENDS, self.tokens[verb + 1 : verb + 25])
        low = [token.low for token in rest if token.low not in DAYS]
        return not low or (low[0] in PREPOSITIONS and not _GOING_ON.intersection(low))

    def _before(self, at: int) -> Found | None:
        """Find "Jane Roe said: …": the nearest verb before it in the sentence.

        A verb such as "found" counts only with a name or pronoun before it, if another one does.
        """
        tokens = self.tokens
        floor = sentence_start(tokens, at)
        fallback: Found | None = None
        for verb in range(at - 1, floor - 1, -1):
            if tokens[verb].kind == "quote":
                break
            if self._according(verb):
                told = self._according_to(verb)
                return told and replace(told, certain=False)
            if self._passive(verb):
                source = subject_after(tokens, verb + 1)
                return Found(source, "passive", certain=False) if source else None
            if self._possessed(verb, at):
                named = Source("name", verb - 1, verb - 1, tokens[verb - 1].item)
                return Found(named, "own", certain=False)
            source = self._subject(verb, floor)
            if source and self._is_aside(source, verb, at):
                continue
            if source and is_of_another(tokens, verb):
                return self._of_another(verb)
            adjoins = verb == at - 1
            if source and (adjoins or tokens[verb].low in _SAYING or source.kind != "nominal"):
                return placed_before(tokens, source, verb, at)
            if source and fallback is None:
                fallback = placed_before(tokens, source, verb, at)
        return fallback

    def _subject(self, verb: int, floor: int) -> Source | None:
        """Return the subject of a verb before a quotation: "Rain, says Jane Roe, is “wet”"."""
        tokens = self.tokens
        if not is_verb(tokens, verb):
            return None
        apart = verb == floor or tokens[verb - 1].low == ","
        source = subject_after(tokens, verb) if apart and tokens[verb].low in _INSERTED else None
        if source and source.kind == "name" and tokens[source.last + 1].low == ",":
            return source
        return subject_before(tokens, verb, floor)

    def _is_aside(self, source: Source, verb: int, at: int) -> bool:
        """Tell whether a verb ends with its clause before: "when Roe railed at it, she is “…”"."""
        first = source.first
        while first > 1 and self.tokens[first - 1].kind in {"name", "own"}:
            first -= 1
        opener = self.tokens[max(0, first - 1)].low
        ends = any(token.low == "," for token in self.tokens[verb:at])
        return ends and verb < at - 2 and opener in _ASIDES

    def _passive(self, verb: int) -> bool:
        token, after = self.tokens[verb], self.tokens[verb + 1]
        not_theirs = OBJECT_VERBS | {"quoted", "cited"}  # "Roe was quoted by the Gazette as saying"
        return token.kind == "cue" and token.low not in not_theirs and after.low == "by"

    def _possessed(self, own: int, at: int) -> bool:
        """Tell whether the quotation is somebody's statement: "Roe's claim that ..."."""
        between = [token.low for token in self.tokens[own + 1 : min(at, own + 6)]]
        said_of = self.tokens[at - 1].low in _BE  # "Roe's claim of it was “absurd”"
        return self.tokens[own].kind == "own" and any(
            word in NOMINAL and (after == "that" or (after in _OF and not said_of))
            for word, after in pairwise(between)
        )

    def _at_end(self, at: int) -> Found | None:
        """Find "…, said Jane Roe." and "…, Jane Roe said." further on in the sentence."""
        tokens = self.tokens
        for mark in range(at + 1, min(len(tokens) - 1, at + 60)):
            if tokens[mark].kind in {"stop", "paragraph"}:
                return None
            if tokens[mark].low == "," and self._according(mark + 1):
                return self._according_to(mark + 1)
            parted = tokens[mark].low == "," or tokens[mark].kind == "quote"
            if parted and tokens[mark + 1].kind in {"cue", "name", "word", "pronoun"}:
                follows = self._inverted if tokens[mark + 1].kind == "cue" else self._after_subject
                found = follows(mark + 1, False)
                if found:
                    return replace(found, rule="at-end", certain=False)
        return None
