"""Who takes a position: the actor that the words for its holder mean."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from summarizer.document.descriptions import Descriptions
from summarizer.document.names import Identity, Names
from summarizer.document.sentences import Sentence
from summarizer.document.subjects import Subject
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language

_BACK = 3
"""Sentences before a pronoun in which its name may be."""
_NEAR = 40
"""Characters from the start of a sentence in which its subject begins."""


class Holders:
    """Knows the actors of an article by their places.

    Args:
        names: Its names.
        sentences: Its sentences.
        subjects: Who its sentences are about.
        descriptions: Knows who is meant by "the minister"; None: nobody.
    """

    def __init__(
        self,
        names: Names,
        sentences: Sequence[Sentence],
        subjects: Iterable[Subject],
        descriptions: Descriptions | None = None,
    ) -> None:
        self._names = names
        self._descriptions = descriptions
        self._spoken = names.vocabulary.language
        self._sentences = sentences
        days = self._spoken.words("time.weekdays")
        runs = [run for run in names.runs if run.name.casefold() not in days]
        runs = [run for run in runs if not self._spoken.is_pronoun(run.name)]
        named = {run.start: Subject(names.meant(run), run.start, run.end) for run in runs}
        meant = (x for x in subjects if self._spoken.is_pronoun(names.text[x.start : x.end]))
        found = named | {each.start: each for each in meant}
        self._mentions = [found[start] for start in sorted(found)]
        self._starts = [mention.start for mention in self._mentions]
        self._titled: dict[str, set[str]] = defaultdict(set)
        for run, full in zip(names.runs, names.meanings, strict=True):
            for word in (*map(str.casefold, run.titles), run.name.rsplit(maxsplit=1)[-1]):
                self._titled[word].add(full)  # a title, a surname
        self._identity = Identity(names)
        words = self._spoken.words
        self._pronouns = {"m": words("opinions.men"), "f": words("opinions.women")}
        self._single = words("sentences.it")
        self._vague, self._heads, self._no_one = _lists(self._spoken)
        self._documents = words("opinions.documents")
        self._open = words("sentences.small_indefinite")
        self._agents, self._things = (*words("actors.agents"),), words("actors.no_agents")

    def within(self, start: int, end: int) -> list[Subject]:
        """Return the mentions in a stretch of the text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [each for each in self._mentions[first:last] if each.end <= end]

    def find(self, index: int, start: int, end: int) -> tuple[str, bool] | None:
        """Return the actor that some words mean, and whether that is sure.

        Args:
            index: The index of their sentence.
            start: Where they are in the text.
            end: Offset after them.

        Returns:
            A name, or the words for a group without one; None where they mean nobody certain.
        """
        sentence = self._sentences[index]
        apart = self._is_cut(sentence.start, start) or self._is_part(sentence.start, start)
        if start >= end or apart:
            return None
        words = self._names.text[start:end]
        if other := self._described_before(words, start):
            found = self._bearer(other, start) or self._described(other)
            return (found[0], False) if found else None
        gender = self._gender(words.casefold())
        if gender and self._is_open(index, start, gender):
            return None
        for mention in self.within(sentence.start, sentence.end):
            if gender and not self.is_person(mention.name):
                continue
            if mention.start < end <= mention.end:
                return mention.name, True
        if self._spoken.is_pronoun(words):
            pronoun = words.casefold()
            name = self.of_pronoun(index, start, pronoun) or self._only(index, start, pronoun)
            return (name, False) if name else None
        name = self._in_office(words)
        return (name, True) if name else self._bearer(words, start) or self._described(words)

    def _is_cut(self, first: int, start: int) -> bool:
        """Return whether words are the end of more: "the leaders of France and" before "Spain"."""
        *before, last = ["", *self._names.text[first:start].split()]
        if last.casefold() not in self._spoken.words("sentences.and") or before[-1][-1:] == ",":
            return False
        while before[-1][:1].isupper():
            before.pop()
        return "preposition" in lexicon(self._spoken).tags(before[-1].casefold())

    def _is_part(self, first: int, start: int) -> bool:
        """Return whether only a part is meant: "some of the" before "92 members"."""
        *_, counts, of = ["", "", *self._names.text[first:start].casefold().split()]
        return of == "of" and counts in self._spoken.words("actors.some")

    def _ends_as_agents(self, word: str) -> bool:
        """Return whether a plural is one of people: "curators", not "centers"."""
        return word.endswith(self._agents) and word.removesuffix("s") not in self._things

    def is_person(self, name: str) -> bool:
        """Return whether a name is a person's, as far as its form and the text show."""
        return bool(self._names.gender(name)) or self._names.is_personal((*name.split(),))

    def of_pronoun(self, index: int, start: int, pronoun: str, but: str = "") -> str | None:
        """Return the first name of the nearest sentence that a pronoun can mean.

        Args:
            index: The index of its sentence.
            start: Where it is in the text.
            pronoun: The pronoun in lower case.
            but: A name that is not meant.
        """
        gender = self._gender(pronoun)
        several = not gender and pronoun not in self._single
        for at in range(index, max(-1, index - _BACK - 1), -1):
            sentence = self._sentences[at]
            if several and at < index and (group := self._opening_group(sentence.text)):
                return group
            named = self.within(sentence.start, min(start, sentence.end))
            fits = [x for x in named if x.name != but and self._fits(x, gender, sentence.start)]
            known = [x for x in fits if gender and self._names.gender(x.name) == gender]
            if fits:  # where one may be meant and another fits better, it is open
                return None if known and fits[0] not in known else fits[0].name
            bodies = {x.name for x in named if self._is_body(x.name)} - {but}
            if pronoun in self._single and len(bodies) == 1 and at < index:
                return bodies.pop()
        return None

    def _opening_group(self, sentence: str) -> str | None:
        """Return the group without a name that a sentence is about: "The angry parents left"."""
        first, *rest = sentence.split(maxsplit=4)[:4] or [""]
        if first.casefold() not in self._spoken.words("names.articles"):
            return None
        heads = (n for n, word in enumerate(rest, 1) if self._is_group(word))
        head = next(heads, 0)
        return " ".join([first, *rest[:head]]) if head else None

    def _is_group(self, word: str) -> bool:
        return (word in self._heads and word.endswith("s")) or self._ends_as_agents(word)

    def may_own(self, name: str, possessive: str) -> bool:
        """Return whether "his" or "its" may be of a name."""
        gender = self._gender(possessive)
        if gender:
            return self._may_be(name, gender)
        one = possessive in self._spoken.words("opinions.single_owners")
        several = name.endswith("s") or name.casefold() in self._heads
        return not self.is_person(name) and (one or several)

    def _may_be(self, name: str, gender: str | None) -> bool:
        return self.is_person(name) and self._names.gender(name) in {gender, None, "?"}

    def _is_body(self, name: str) -> bool:
        return not self.is_person(name) and name.casefold() not in self._heads

    def _is_open(self, index: int, start: int, gender: str) -> bool:
        """Return whether "he" may be several: two men are named, or a man without a name."""
        for at in range(index, max(-1, index - _BACK - 1), -1):
            sentence = self._sentences[at]
            near = self.within(sentence.start, min(start, sentence.end))
            names = {x.name for x in near if self._names.gender(x.name) == gender}
            if at == index and self._opens_unnamed(sentence.text[: start - sentence.start]):
                return not names or not self._is_owned(sentence.text)
            if names:
                return len(names) > 1
        return False

    def _is_owned(self, sentence: str) -> bool:
        return sentence.split(maxsplit=1)[0].casefold() in self._spoken.words(
            "sentences.possessive"
        )

    def _opens_unnamed(self, sentence: str) -> bool:
        """Return whether a sentence is about a person without a name: "Another speaker left"."""
        first, *near = [word.strip(",").casefold() for word in sentence.split(maxsplit=3)[:3]] or [
            ""
        ]
        unnamed = first in self._spoken.words("sentences.small_indefinite")
        unnamed = unnamed or first in self._spoken.words("sentences.possessive")  # "his wife"
        return unnamed and any(x in self._heads or self._ends_as_agents(f"{x}s") for x in near)

    def meant(self, words: str, start: int) -> str:
        """Return the person that a description means, or the description."""
        bearer = self._bearer(words, start)
        return bearer[0] if bearer else words

    def speaks(self, words: str) -> bool:
        """Return whether words without a name are of a person: not "a transcript"."""
        return self._described(words) is not None

    def _bearer(self, words: str, start: int) -> tuple[str, bool] | None:
        """Return the person that a description means, and whether the article has said so."""
        known = self._descriptions
        name = known.bearer(words) if known else None
        return (name, known.means(words, start) == name) if known and name else None

    def _described_before(self, pronoun: str, start: int) -> str | None:
        """Return the words for a person without a name that "he" or "she" may mean."""
        known = self._descriptions if self._gender(pronoun.casefold()) else None
        return known.described_before(start) if known else None

    def _gender(self, pronoun: str) -> str | None:
        for gender in ("m", "f"):
            if pronoun in self._pronouns[gender]:
                return gender
        return None

    def _fits(self, mention: Subject, gender: str | None, opens: int) -> bool:
        """Return whether a pronoun can mean a person: a subject, or a person of its gender."""
        if self._names.text[mention.start - 1 : mention.start] == "(":
            return False  # "Ann Lee (Lib Dem)"
        known = self._names.gender(mention.name)
        person = self.is_person(mention.name)
        is_subject = mention.start < opens + _NEAR
        if gender is None:  # "Farmers" are not "it"
            several = self._ends_as_agents(mention.name.casefold())
            return is_subject and not (person or several or mention.name.casefold() in self._heads)
        return person and (known == gender or (is_subject and known in {None, "?"}))

    def _only(self, index: int, start: int, pronoun: str) -> str | None:
        """Return the only person that the nearest sentence with persons names."""
        gender = self._gender(pronoun)
        for at in range(index, max(-1, index - _BACK - 1), -1) if gender else ():
            sentence = self._sentences[at]
            near = self.within(sentence.start, min(start, sentence.end))
            persons = {x.name for x in near if self.is_person(x.name)}
            if persons:
                known = {self._names.gender(name) for name in persons}
                return persons.pop() if len(persons) == 1 and known <= {gender, None, "?"} else None
        return None

    def _in_office(self, words: str) -> str | None:
        """Return the one that has a title or a surname in the text: "the Commissioner"."""
        last = words.rsplit(maxsplit=1)[-1]
        titled = self._titled[last] if last in self._titled else self._titled[last.casefold()]
        bearers = [name for name in titled if self._identity.same(words, name)]
        return bearers[0] if len(bearers) == 1 else None

    def _described(self, words: str) -> tuple[str, bool] | None:
        """Return initials, or the words for a person or a group without a name."""
        last = words.rsplit(maxsplit=1)[-1]
        if last.isupper() and last != words:  # "The US" at the start of a sentence
            return last, True
        opens = words.split(maxsplit=1)[0].casefold()
        head = last.strip("’'").casefold()
        if words == last and head in self._no_one:
            return None  # "the nominee for president", "people who hate arithmetic"
        if words == f"{opens} {last}" and opens in self._open and head in self._documents:
            return None  # "has signed a letter calling for a vote"
        known = head in self._heads or head.removesuffix("s") in self._heads
        known = known or (words != last and self._ends_as_agents(head))  # "several curators"
        return (words, True) if known and opens not in self._vague else None


@cache
def _lists(spoken: Language) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the words that mean nobody certain, the nouns for holders, and those for no one."""
    words, plurals = spoken.words, spoken.own("grammar.plural")
    known = words("opinions.holders") | words("speech.person")
    known |= words("names.bodies") - words("actors.things")  # "the plan" is no Plan International
    people = words("actors.people") | words("actors.crowds")
    one = frozenset(each for each in words("speech.person") if not each.endswith(plurals))
    return (
        words("opinions.vague") | words("sentences.possessive"),
        known | people | words("opinions.documents"),
        one | words("actors.people") | (words("actors.crowds") & words("actors.unnamed")),
    )
