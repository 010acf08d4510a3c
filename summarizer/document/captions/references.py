"""What the words of a caption point back to: "they", "the plan", "we"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import takewhile

from summarizer.document.captions.caption import Caption, renamed
from summarizer.document.captions.lacking import lacks
from summarizer.document.captions.meaning import Meaning
from summarizer.document.captions.setting import Setting
from summarizer.document.captions.words import Place, Word
from summarizer.document.sentences import Sentence, sentence_at

_BACK = 3
"""Sentences back in which one is looked for that is no quotation."""

_WORD = re.compile(r"\w+")

_SHORT = 3
"""Words of a sentence that says something."""

_OWNING = ("'s", "’s")

_ADJECTIVES = 2
"""Words before "revenue" in "The annual revenue was"."""


class References:
    """Finds what nouns and pronouns of captions mean.

    Args:
        text: The text.
        sentences: Its sentences.
        is_quoted: Returns whether an offset is in a quotation.
        meaning: Who its pronouns and descriptions mean, and what it is about.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        is_quoted: Callable[[int], bool],
        meaning: Meaning,
    ) -> None:
        self._text, self._sentences = text, sentences
        self._is_quoted, self._meaning, self._topic = is_quoted, meaning, meaning.topic

    def explained(self, here: Setting, made: Caption, speaker: Place | None) -> Caption:
        """Return a caption with a name before it, or with the sentence that explains it.

        Args:
            here: Where its figure is.
            made: The caption.
            speaker: A place of the name of who says it, if it is in a quotation.
        """
        copied = [at for at, word in enumerate(here.words) if _holds(made, word) and at != here.at]
        named = made.certainty == "inferred"
        described = None if named or speaker else self._described(here, copied)
        owner = None if named or described else self._owner(here, copied)
        made = self._labelled(made, speaker or owner)
        made = renamed(self._text, made, *described) if described else made
        known = here.known.mine if speaker else frozenset[str]()
        known |= here.known.articles if described or owner else known
        others = here.known.many | here.known.articles  # than the pronoun that is replaced
        open_ = [at for at in copied if not named or here.low(at) in others]
        points = any(
            self._points(here, copied, at) for at in open_ if _stem(here.low(at)) not in known
        )
        above = self._topic.headline_above(here.figure.start)
        if made.rule == "age":
            return made
        if points or lacks(here, copied):
            before = self._either(here, copied[:1], self._before(here), above)
            return replace(made, before=before)
        nameless = made.certainty == "explicit" and not any(map(self._topic.names, made.pieces))
        if nameless and above:
            return replace(made, before=self._either(here, copied, above, self._before(here)))
        return made

    def _either(
        self, here: Setting, copied: Sequence[int], place: Place | None, other: Place | None
    ) -> Place | None:
        """Return a sentence, or the other where that alone has the noun of "the brokers"."""
        has, others = (
            {*_WORD.findall(self._text[slice(*each)].lower())} if each else set[str]()
            for each in (place, other)
        )
        definite = here.known.articles - here.known.indefinite
        nouns = {here.low(at + 1) for at in copied if here.low(at) in definite}
        return other if nouns & others - has else place

    def _labelled(self, made: Caption, name: Place | None) -> Caption:
        """Return a caption with a name before it, unless it has that: "Ms Roe" for "Jane Roe"."""
        words = self._text[slice(*name)].split() if name else []
        if name is None or words[-1] in made.text:
            return made
        text, pieces = f"{' '.join(words)}: {made.text}", (name, *made.pieces)
        return replace(made, text=text, pieces=pieces, certainty="inferred")

    def _before(self, here: Setting) -> Place | None:
        """Return the sentence before, or the last one that is told, not quoted; no label.

        None where its figure would be taken for one of the same thing as a bare figure.
        """
        at = sentence_at(self._sentences, here.figure.start)
        quoted = self._is_quoted(here.figure.start)
        for before in reversed(self._sentences[max(0, at - _BACK) : at]):
            if quoted or not self._is_quoted(before.start + 1):
                misleads = here.is_bare and any(map(str.isdigit, before.text))
                unfit = misleads or _is_label(before.text)
                return None if unfit else (before.start, before.end)
        return None

    def _described(self, here: Setting, copied: Sequence[int]) -> tuple[Place, Place] | None:
        """Return a description before any name, and the name of who it means: "the airline"."""
        definite = here.known.articles - here.known.indefinite
        before = takewhile(lambda at: at < here.at and not self._is_named(here, at), copied)
        first = next((at for at in before if here.low(at) in definite), None)
        noun = self._noun(here, first) if first is not None else None
        if first is None or not noun or here.low(noun[-1]) != _stem(here.low(noun[-1])):
            return None
        if here.low(noun.stop) in here.known.ofs:  # "the Bank of Keld", where "the bank" is Nordal
            return None
        words = here.span(first, noun.stop)
        plain = all("-" in here.low(one) for one in noun[:-1])  # "the Oslo-based airline"
        company = plain and here.low(noun[-1]) in here.known.companies
        name = self._meaning.described(self._text[slice(*words)], words[0])
        name = name or (self._topic.company(words[0]) if company else None)
        return (words, name) if name else None

    def _owner(self, here: Setting, copied: Sequence[int]) -> Place | None:
        """Return the company that an article is about, where "revenue" and the like name none."""
        known = here.known
        business = next((at for at in copied if here.low(at) in known.business), None)
        if business is None or business - copied[0] > _ADJECTIVES:
            return None
        of = here.low(business + 1) in known.ofs and here.clauses.kind(business + 2) != "figure"
        owned = of or any(here.low(at) in known.owners for at in range(copied[0], business))
        named = any(self._is_named(here, at) for at in copied if at or business)
        return None if owned or named else self._topic.company(here.words[copied[0]].start)

    def _points(self, here: Setting, copied: Sequence[int], at: int) -> bool:
        """Return whether a word points to what the caption does not name."""
        low, known = here.low(at), here.known
        stem = _stem(low)
        that = stem in known.introducing & known.pronouns
        that = that and (at == copied[0] or here.low(at - 1) in known.prepositions)
        if that or stem in known.mine:
            return True
        if low in known.pointing:
            return here.low(at + 1) not in known.times | known.relatives | known.prepositions
        if low in known.articles - known.indefinite:
            return self._is_bare(here, copied, at)
        meant = known.whose | known.objects | known.gendered | known.personal
        if stem not in meant - known.relatives:
            return False
        ends = here.clauses.kind(at + 1) in {"mark", "comma"}  # "Roe stood by her"
        last = ends and stem in (known.objects | known.whose) - known.many
        return last or not self._is_bound(here, [each for each in copied if each < at], stem)

    def _is_bound(self, here: Setting, before: Sequence[int], low: str) -> bool:
        """Return whether what is before a pronoun may be what it means."""
        noun = before and not (here.ends(before[-1]) or here.low(before[-1]) in here.known.joining)
        if noun and low in here.known.personal:  # "a survey it commissioned"
            return False
        if low in here.known.many:
            return any(here.low(at).endswith("s") and not here.ends(at) for at in before) or any(
                here.low(at) in here.known.ands and here.is_name(at - 1) for at in before
            )
        named = any(self._is_named(here, at) for at in before)
        thing = low not in here.known.gendered
        return named or (thing and any(here.low(at) in here.known.articles for at in before))

    def _is_named(self, here: Setting, at: int) -> bool:
        """Return whether a word is of a name, not one with the capital of its sentence: "More"."""
        opens = at == 0 and here.low(at) in self._written and not here.clauses.is_capital(at + 1)
        return here.is_name(at) and not opens

    def _is_bare(self, here: Setting, copied: Sequence[int], at: int) -> bool:
        """Return whether nothing says which thing "the" means: "the plan is", "the two"."""
        noun = self._noun(here, at)
        if not noun or noun[-1] == here.at:  # "the two met", "the other four"
            last = here.low(here.at).split()[-1]  # "the three months to May"
            timed = {last, here.low(here.at + 1)} & here.known.times
            return (here.at in noun or here.at == at + 1) and not timed
        head = here.low(noun[-1])
        capital = any(map(here.clauses.is_capital, noun))
        said = here.low(noun.stop) in here.known.ofs | here.known.relatives
        owner = head.endswith(_OWNING)
        dated = here.clauses.kind(noun.stop) == "figure"  # "the vote four years ago"
        if capital or ((dated or said) and not owner):
            return False
        if head in here.known.counting:
            return True
        figures = (
            here.clauses.kind(one) == "figure" or here.low(one)[:1].isdigit() for one in noun
        )
        numbers = sum(figures)  # "the two cooks", "the 24-year-old cook"
        if self._is_first(here, copied, at) and (len(noun) - numbers == 1 or owner):
            return True
        named = any(self._is_named(here, one) for one in copied if one < at)
        counted = here.at == noun.stop if owner else numbers > 0  # "the town's 40 homes"
        around = not owner and here.low(noun.stop) in here.known.prepositions
        return counted and not named and not around

    @staticmethod
    def _is_first(here: Setting, copied: Sequence[int], at: int) -> bool:
        """Return whether only small words are before one: "But even if the plan"."""
        small = here.known.ands | here.known.conjunctions
        return all(
            here.low(one) in small or here.clauses.is_adverb(one) for one in copied if one < at
        )

    def _noun(self, here: Setting, article: int) -> range:
        """Return the words behind an article up to the end of its noun, or of its owner."""
        end = article + 1 + (here.clauses.kind(article + 1) == "figure")
        while end == here.at or not (here.ends(end) or here.clauses.is_adverb(end)):
            end += 1
            if here.low(end - 1).endswith(_OWNING):
                break
        return range(article + 1, end)

    @cached_property
    def _written(self) -> frozenset[str]:
        return frozenset(filter(str.islower, _WORD.findall(self._text)))


def _is_label(sentence: str) -> bool:
    """Return whether a sentence is a heading, a label or a byline: "FULL TEXT.", "By Jo Roe"."""
    words = sentence.split()
    signed = words[:1] in (["—"], ["–"])
    return len(words) < _SHORT or signed or sentence.isupper() or sentence.rstrip()[-1:].isalnum()


def _holds(made: Caption, word: Word) -> bool:
    return any(start <= word.start < end for start, end in made.pieces)


def _stem(word: str) -> str:
    """Return a word without what is behind its apostrophe: "that" of "that's"."""
    return word.replace("’", "'").partition("'")[0]
