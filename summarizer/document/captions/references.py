"""What the words of a caption point back to: "they", "the plan", "we"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from summarizer.document.captions.caption import Caption
from summarizer.document.captions.clauses import Clauses
from summarizer.document.captions.lacking import lacks
from summarizer.document.captions.mentions import LONGEST, said_of
from summarizer.document.captions.setting import Setting
from summarizer.document.captions.vocabulary import Vocabulary
from summarizer.document.captions.words import Place, Word, every_word
from summarizer.document.sentences import Sentence, sentence_at

_BACK = 3
"""Sentences back in which one is looked for that is no quotation."""

_WORD = re.compile(r"\w+")

_SHORT = 3
"""Words of a sentence that says something."""

_OWNING = ("'s", "’s")

_MOST, _FAR = 20, 20_000
"""Earlier places of a noun that are looked at, and characters back."""


_AROUND = 200
"""Characters on each side of a noun in which what is said of it is looked for."""


class References:
    """Finds what nouns and pronouns of captions mean.

    Args:
        text: The text.
        sentences: Its sentences.
        is_quoted: Returns whether an offset is in a quotation.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        is_quoted: Callable[[int], bool],
    ) -> None:
        self._text, self._sentences = text, sentences
        self._is_quoted = is_quoted
        # A noun is looked back for from each figure behind it.
        self._mentions: dict[int, Place | None] = {}

    def explained(self, here: Setting, made: Caption, speaker: Place | None) -> Caption:
        """Return a caption with what it points back to before it, or with the sentence before.

        Args:
            here: Where its figure is.
            made: The caption.
            speaker: A place of the name of who says it, if it is in a quotation.
        """
        open_ = [*self._open(here, made, speaker)]
        meant = speaker if speaker in open_ else next(filter(None, open_), None)
        if meant:
            lead = " ".join(self._text[slice(*meant)].split())
            pieces = (meant, *made.pieces)
            made = replace(made, text=f"{lead}: {made.text}", pieces=pieces, certainty="inferred")
        return replace(made, before=self._before(here)) if None in open_ else made

    def _before(self, here: Setting) -> Place | None:
        """Return the sentence before, or the last one that is told, not quoted; no label.

        None where its figure would be taken for one of the same thing as a bare figure.
        """
        at = sentence_at(self._sentences, here.figure.start)
        quoted = self._is_quoted(here.figure.start)
        for before in reversed(self._sentences[max(0, at - _BACK) : at]):
            told = quoted or not self._is_quoted(before.start + 1)
            if told:
                misleads = here.is_bare and any(map(str.isdigit, before.text))
                unfit = misleads or _is_label(before.text)
                return None if unfit else (before.start, before.end)
        return None

    def _open(self, here: Setting, made: Caption, speaker: Place | None) -> Iterator[Place | None]:
        """Yield for each word that points back what it means, once; None where it is not sure."""
        copied = [at for at, word in enumerate(here.words) if _holds(made, word) and at != here.at]
        named, many = made.certainty == "inferred", here.known.many | here.known.articles
        seen: set[Place | None] = set()
        if made.rule != "age" and lacks(here, copied):
            yield None
        for at in copied:
            if self._points(here, copied, at) and not (named and here.low(at) not in many):
                meant = self._meant(here, at, speaker)
                said = meant and self._has(made, meant, named=meant == speaker)
                if meant not in seen and not said:
                    seen.add(meant)
                    yield meant

    def _has(self, made: Caption, meant: Place, *, named: bool) -> bool:
        """Return whether a caption has a name or noun: "Ms. Roe" for "Jane Roe"."""
        words = self._text[slice(*meant)].lower()
        return (words.rpartition(" ")[2] if named else words) in made.text.lower()

    def _points(self, here: Setting, copied: Sequence[int], at: int) -> bool:
        """Return whether a word points to what the caption does not name."""
        low, known = here.low(at), here.known
        stem = low.replace("’", "'").partition("'")[0]  # "that's"
        that = stem in known.introducing & known.pronouns and at == copied[0]
        if that or stem in known.mine:
            return True
        if low in known.pointing:
            return here.low(at + 1) not in known.times | known.relatives | known.prepositions
        if low in known.articles - known.indefinite:
            return self._is_bare(here, copied, at)
        meant = known.whose | known.objects | known.gendered | known.personal
        if stem not in meant - known.relatives or here.is_it(at):
            return False
        ends = here.clauses.kind(at + 1) in {"mark", "comma"}  # "Roe stood by her"
        last = ends and stem in (known.objects | known.whose) - known.many
        return last or not self._is_bound(here, [each for each in copied if each < at], stem)

    def _is_bound(self, here: Setting, before: Sequence[int], low: str) -> bool:
        """Return whether what is before a pronoun may be what it means."""
        noun = before and not (here.ends(before[-1]) or here.joins(before[-1]))
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
        again = any(_stem(here.low(one)) == _stem(head) for one in copied if one < at)
        if capital or again or ((dated or said) and not owner):
            return False
        if head in here.known.counting:
            return True
        numbers = sum(here.clauses.kind(one) == "figure" for one in noun)
        if self._is_first(here, copied, at) and (len(noun) - numbers == 1 or owner):
            return True
        named = any(self._is_named(here, one) for one in copied if one < at)
        counted = here.at == noun.stop if owner else numbers > 0  # "the town's 40 homes"
        around = not owner and self._is_said(here, noun.stop)
        open_ = (counted and not named and not around) or self._is_part(here, noun)
        return open_ or self._mention(here, noun) is not None

    @staticmethod
    def _is_first(here: Setting, copied: Sequence[int], at: int) -> bool:
        """Return whether only small words are before one: "But even if the plan"."""
        small = here.known.ands | here.known.conjunctions
        return all(
            here.low(one) in small or here.clauses.is_adverb(one) for one in copied if one < at
        )

    @staticmethod
    def _is_said(here: Setting, at: int) -> bool:
        """Return whether words from one on say more of a noun: "in the hills", not "at 44%"."""
        share = here.clauses.kind(at + 1) == "figure"
        return here.low(at) in here.known.prepositions and not share

    def _is_part(self, here: Setting, noun: range) -> bool:
        """Return whether a figure is one of a noun that is not said: "9 of the boats"."""
        of = here.low(noun.start - 2) in here.known.ofs
        if self._is_said(here, noun.stop) or not of or here.at not in {*noun, noun.start - 3}:
            return False
        earlier = self._earlier(here, _stem(here.low(noun[-1])))
        first = here.at == 0 and not here.figure.percent
        numbered = here.clauses.kind(noun.start) == "figure"
        return first or numbered or next(earlier, None) is not None

    def _noun(self, here: Setting, article: int) -> range:
        """Return the words behind an article up to the end of its noun, or of its owner."""
        end = article + 1 + (here.clauses.kind(article + 1) == "figure")
        while end == here.at or not (here.ends(end) or here.clauses.is_adverb(end)):
            end += 1
            if here.low(end - 1).endswith(_OWNING):
                break
        return range(article + 1, end)

    def _meant(self, here: Setting, at: int, speaker: Place | None) -> Place | None:
        """Return what a word means, if that is certain: no pronoun is."""
        if here.low(at).partition("'")[0] in here.known.mine:
            return speaker
        noun = self._noun(here, at) if here.low(at) in here.known.articles else None
        return self._mention(here, noun) if noun and noun[-1] != here.at else None

    def _mention(self, here: Setting, words: range) -> Place | None:
        """Return an earlier mention of a noun that says more of it, with all of its words."""
        lows = {_stem(here.low(at)) for at in words}
        noun = _stem(here.low(words[-1]))
        found: list[Place] = []
        for start in self._earlier(here, noun):
            if start not in self._mentions:
                self._mentions[start] = self._full(start, here.known)
            mention = self._mentions[start]
            if mention and lows <= {*self._text[slice(*mention)].lower().split()}:
                found.append(mention)
        alone = len({self._text[slice(*place)].lower() for place in found}) == 1
        return found[0] if alone else None

    def _earlier(self, here: Setting, noun: str) -> Iterator[int]:
        """Yield where a noun was written before the sentence of a figure, the last place first."""
        at = here.words[0].start
        least = max(0, at - _FAR)
        for _ in range(_MOST):
            at = self._low.rfind(noun, least, at)
            if at < 0:
                return
            around = self._low[max(0, at - 1) : at], self._low[at + len(noun) : at + len(noun) + 1]
            if not any(map(str.isalnum, around)):
                yield at

    @cached_property
    def _written(self) -> frozenset[str]:
        return frozenset(filter(str.islower, _WORD.findall(self._text)))

    @cached_property
    def _low(self) -> str:
        low = self._text.lower()
        return low if len(low) == len(self._text) else self._text  # a few letters become two

    def _full(self, start: int, known: Vocabulary) -> Place | None:
        """Return the noun at an offset with what is said of it there; None if nothing is."""
        sentence = self._sentences[sentence_at(self._sentences, start)]
        opens = sentence.start
        if start - opens > _AROUND:  # a sentence of many thousand words
            opens = max(opens, self._text.rfind(" ", opens, start - _AROUND) + 1)
        words = (*every_word(self._text, opens, min(sentence.end, start + _AROUND)),)
        at = next((at for at, word in enumerate(words) if word.start == start), None)
        clauses = Clauses(words, known, self._text)
        if at is None or clauses.is_gerund(at) or not known.gerund:
            return None
        if clauses.is_capital(at) and clauses.is_capital(at + 1):  # "Keld District Council"
            return None
        noun = clauses.antecedent(at + 1)
        if noun is None:
            return None
        chain = [one for one in noun if clauses.low(one) in known.ofs]
        first = chain[-1] + 1 if chain else noun.start  # "half of the old mill"
        while first < at and clauses.low(first) in known.articles:
            first += 1
        before = clauses.low(first - 1) if first else ""
        end = said_of(clauses, at + 1, before)
        says = end > at + 1 or at - first > 0
        counted = any(clauses.low(one)[:1].isdigit() for one in range(first, end))  # "39 states"
        if not says or counted or end - first > LONGEST or clauses.low(first) in known.pronouns:
            return None
        last = words[end - 1]
        stop = last.end - len(last.low) + len(_stem(last.low))
        return words[first].start, stop + self._text.startswith("%", stop)


def _is_label(sentence: str) -> bool:
    """Return whether a sentence is a heading, a label or a byline: "FULL TEXT.", "By Jo Roe"."""
    words = sentence.split()
    signed = words[:1] in (["—"], ["–"])
    return len(words) < _SHORT or signed or sentence.isupper() or sentence.rstrip()[-1:].isalnum()


def _holds(made: Caption, word: Word) -> bool:
    return any(start <= word.start < end for start, end in made.pieces)


def _stem(noun: str) -> str:
    return noun.removesuffix("'s").removesuffix("’s").rstrip("'’")
