"""What the words of a caption point back to: "they", "the plan", "we"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from summarizer.document.captions.caption import Caption, renamed
from summarizer.document.captions.lacking import lacks
from summarizer.document.captions.meaning import Meaning
from summarizer.document.captions.setting import Setting
from summarizer.document.captions.vocabulary import Classes, stem_of
from summarizer.document.captions.words import Place
from summarizer.document.sentences import Sentence, sentence_at

_FAR = 3
"""Sentences back in which one is looked for that is no quotation."""

_WORD = re.compile(r"\w+")

_SHORT = 3
"""Words of a sentence that says something."""

_OWNING = ("'s", "’s")

_ADJECTIVES = 2
"""Words before "revenue" in "The annual revenue was"."""

_THAT = frozenset({"introducing", "pronouns"})
_OBJECTS = frozenset({"objects", "whose"})
_OTHERS = frozenset({"many", "articles"})
_NO_NOUNS = frozenset({"times", "relatives", "prepositions"})
_SAID = frozenset({"ofs", "relatives"})
_FIRST = frozenset({"ands", "conjunctions", "adverbs"})


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
        copied = _copied(here, made)
        named = made.certainty == "inferred"
        described = None if named or speaker else self._described(here, copied)
        owner = None if named or described else self._owner(here, copied)
        made = self._labelled(made, speaker or owner)
        made = renamed(self._text, made, *described) if described else made
        if made.rule == "age":
            return made
        replaced = (("mine", speaker), ("articles", described or owner))
        known = {name for name, is_known in replaced if is_known}
        referring = [
            at for at in copied if "referring" in here.classes(at) or "referring" in here.stem(at)
        ]
        if named:  # the pronoun is replaced
            referring = [at for at in referring if here.classes(at) & _OTHERS]
        open_ = (at for at in referring if not here.stem(at) & known)
        above = self._topic.headline_above(here.figure.start)
        if any(self._points(here, copied, at) for at in open_) or lacks(here, copied):
            before = self._either(here, copied[:1], self._before(here), above)
            return replace(made, before=before)
        explicit = made.certainty == "explicit"
        if explicit and above and not any(map(self._topic.names, made.pieces)):
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
        nouns = {here.low(at + 1) for at in copied if "definite" in here.classes(at)}
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
        for before in reversed(self._sentences[max(0, at - _FAR) : at]):
            if quoted or not self._is_quoted(before.start + 1):
                misleads = here.is_bare and any(map(str.isdigit, before.text))
                unfit = misleads or _is_label(before.text)
                return None if unfit else (before.start, before.end)
        return None

    def _described(self, here: Setting, copied: Sequence[int]) -> tuple[Place, Place] | None:
        """Return a description before any name, and the name of who it means: "the airline"."""
        first = next((at for at in copied if "definite" in here.classes(at)), here.at)
        noun = self._noun(here, first) if first < here.at else None
        if not noun or here.low(noun[-1]) != stem_of(here.low(noun[-1])):
            return None
        if "ofs" in here.classes(noun.stop):  # "the Bank of Keld", where "the bank" is Nordal
            return None
        words = here.span(first, noun.stop)
        plain = all("-" in here.low(one) for one in noun[:-1])  # "the Oslo-based airline"
        company = plain and "companies" in here.classes(noun[-1])
        name = self._meaning.described(self._text[slice(*words)], words[0])
        name = name or (self._topic.company(words[0]) if company else None)
        if name is None or any(self._is_named(here, at) for at in copied if at < first):
            return None
        return words, name

    def _owner(self, here: Setting, copied: Sequence[int]) -> Place | None:
        """Return the company that an article is about, where "revenue" and the like name none."""
        business = next((at for at in copied if "business" in here.classes(at)), None)
        if business is None or business - copied[0] > _ADJECTIVES:
            return None
        of = "ofs" in here.classes(business + 1) and here.kind(business + 2) != "figure"
        owned = of or any("owners" in here.classes(at) for at in range(copied[0], business))
        named = any(self._is_named(here, at) for at in copied if at or business)
        return None if owned or named else self._topic.company(here.words[copied[0]].start)

    def _points(self, here: Setting, copied: Sequence[int], at: int) -> bool:
        """Return whether a word points to what the caption does not name."""
        classes, stem = here.classes(at), here.stem(at)
        that = stem >= _THAT and (at == copied[0] or "prepositions" in here.classes(at - 1))
        if that or "mine" in stem:
            return True
        if "pointing" in classes:
            return not here.classes(at + 1) & _NO_NOUNS
        if "definite" in classes:
            return self._is_bare(here, copied, at)
        if "meant" not in stem or "relatives" in stem:
            return False
        ends = here.kind(at + 1) in {"mark", "comma"}  # "Roe stood by her"
        last = ends and stem & _OBJECTS and "many" not in stem
        return bool(last) or not self._is_bound(here, [each for each in copied if each < at], stem)

    def _is_bound(self, here: Setting, before: Sequence[int], stem: Classes) -> bool:
        """Return whether what is before a pronoun may be what it means."""
        noun = before and not (here.ends(before[-1]) or "joining" in here.classes(before[-1]))
        if noun and "personal" in stem:  # "a survey it commissioned"
            return False
        if "many" in stem:
            return any(here.low(at).endswith("s") and not here.ends(at) for at in before) or any(
                "ands" in here.classes(at) and here.is_name(at - 1) for at in before
            )
        if any(self._is_named(here, at) for at in before):
            return True
        return "gendered" not in stem and any("articles" in here.classes(at) for at in before)

    def _is_named(self, here: Setting, at: int) -> bool:
        """Return whether a word is of a name, not one with the capital of its sentence: "More"."""
        if not here.is_name(at):
            return False
        return at > 0 or here.low(at) not in self._written or here.is_capital(at + 1)

    def _is_bare(self, here: Setting, copied: Sequence[int], at: int) -> bool:
        """Return whether nothing says which thing "the" means: "the plan is", "the two"."""
        noun = self._noun(here, at)
        if not noun or noun[-1] == here.at:  # "the two met", "the other four"
            return (here.at in noun or here.at == at + 1) and not self._is_timed(here)
        head, behind = noun[-1], here.classes(noun.stop)
        owner = here.low(head).endswith(_OWNING)
        dated = here.kind(noun.stop) == "figure"  # "the vote four years ago"
        if any(map(here.is_capital, noun)) or ((dated or behind & _SAID) and not owner):
            return False
        if "counting" in here.classes(head):
            return True
        numbers = sum(  # "the two cooks", "the 24-year-old cook"
            here.kind(one) == "figure" or here.low(one)[:1].isdigit() for one in noun
        )
        if (len(noun) - numbers == 1 or owner) and self._is_first(here, copied, at):
            return True
        counted = here.at == noun.stop if owner else numbers > 0  # "the town's 40 homes"
        if not counted or (not owner and "prepositions" in behind):
            return False
        return not any(self._is_named(here, one) for one in copied if one < at)

    @staticmethod
    def _is_timed(here: Setting) -> bool:
        """Return whether a figure is one of time: "the three months to May"."""
        unit = here.known.words.get(here.low(here.at).split()[-1], ())
        return "times" in unit or "times" in here.classes(here.at + 1)

    @staticmethod
    def _is_first(here: Setting, copied: Sequence[int], at: int) -> bool:
        """Return whether only small words are before one: "But even if the plan"."""
        return all(here.classes(one) & _FIRST for one in copied if one < at)

    def _noun(self, here: Setting, article: int) -> range:
        """Return the words behind an article up to the end of its noun, or of its owner."""
        end = article + 1 + (here.kind(article + 1) == "figure")
        while end == here.at or not (here.ends(end) or here.is_adverb(end)):
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


def _copied(here: Setting, made: Caption) -> list[int]:
    """Return the words of a sentence that a caption has, without the figure."""
    starts = [word.start for word in here.words]
    held = {
        at
        for start, end in made.pieces
        for at in range(bisect_left(starts, start), bisect_left(starts, end))
    }
    return sorted(held - {here.at})
