"""The opinions of an article: who takes which position on what, as its sentences state it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.names import Names
from summarizer.document.opinions.constructions import BY_NAME
from summarizer.document.opinions.echoes import RULE
from summarizer.document.opinions.holders import Holders
from summarizer.document.opinions.reading import stated_positions
from summarizer.document.opinions.stated import Stated
from summarizer.document.opinions.things import is_bare
from summarizer.document.opinions.topics import Asked, Topics
from summarizer.document.sentences import Sentence
from summarizer.schema import Certainty, Position, Strength

_SIDES = ("supports", "opposes", "criticises")
"""Positions on a plan or an idea, rather than on the one who has it."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """A position that an actor takes.

    Args:
        actor: The actor's full name, or the words for a group without one.
        position: The position.
        target: What it is about, in the words of the article.
        sentence: Index of the sentence that states it.
        quote: Key of the quotation that states it; None outside of quotations.
        rule: The name of the construction in which code reads it; None for a model's.
        certainty: How sure that is.
        words: The words that code read.
        strength: How strong words make it; None where they leave it as it is.
        named_in: Index of an earlier sentence that names the target; None where its own does.
        points_to: Index of an earlier sentence that says what "the decision" means; None where the
            target says so itself.
    """

    actor: str
    position: Position
    target: str
    sentence: int
    quote: str | None = None
    rule: str | None = None
    certainty: Certainty = "inferred"
    words: str = ""
    strength: Strength | None = None
    named_in: int | None = None
    points_to: int | None = None


def find_opinions(
    names: Names,
    sentences: Sequence[Sentence],
    quotes: Iterable[AttributedQuote],
    holders: Holders,
) -> tuple[Opinion, ...]:
    """Find the opinions that the sentences of an article state.

    Args:
        names: The names of the article.
        sentences: Its sentences.
        quotes: Its quotations with their speakers.
        holders: Knows who may hold them.

    Returns:
        The opinions in order.

    Example:
        >>> from summarizer.document.names import read_names
        >>> from summarizer.document.outline import outline
        >>> from summarizer.languages.table import language
        >>> text = "Jane Roe praised the plan."
        >>> names, sentences = read_names(text, language("en")), outline(text).sentences
        >>> (found,) = find_opinions(names, sentences, (), Holders(names, sentences, []))
        >>> found.actor, found.position, found.target
        ('Jane Roe', 'praises', 'the plan')
    """
    return tuple(_Finder(names, sentences, quotes, holders).find())


class _Finder:
    def __init__(
        self,
        names: Names,
        sentences: Sequence[Sentence],
        quotes: Iterable[AttributedQuote],
        holders: Holders,
    ) -> None:
        self._known = names.vocabulary
        self._sentences = sentences
        self._holders = holders
        self._speech = [
            (place, each) for each in quotes if each.attribution for place in each.places
        ]
        places = [place for place, _ in self._speech]
        self._topics = Topics(sentences, self._known.language, holders, places)
        words = self._known.language.words
        self._several = words("opinions.plurals") | words("opinions.pointing_plural")
        self._starts, self._ends = ([place[side] for place, _ in self._speech] for side in (0, 1))

    def find(self) -> Iterator[Opinion]:
        last: Opinion | None = None
        stated = -1
        for index in range(len(self._sentences)):
            for found, at in self._stated(index):
                resolved = self._resolved(self._echoed(found, last), at, last)
                if resolved:
                    clause = resolved.target.startswith("that ")
                    bare = is_bare(resolved.target, self._known.language)
                    last = resolved if bare or not clause else last
                    named = _named_in(resolved)
                    shown = self._topics.pointed_at(resolved.target, named, stated)
                    if shown is None and resolved.position in _SIDES:
                        stated = named
                    yield replace(resolved, points_to=shown)

    def _stated(self, index: int) -> Iterator[tuple[Opinion, int]]:
        """Yield the opinions that a sentence states, their targets as written, and where."""
        sentence = self._sentences[index]
        base, end = sentence.start, sentence.end
        named = self._holders.within(base, end)
        first, last = bisect_right(self._ends, base), bisect_left(self._starts, end)
        speech = self._speech[first:last]
        stated = stated_positions(
            sentence.text,
            self._known.language,
            [(each.start - base, each.end - base) for each in named],
            [(start - base, stop - base) for (start, stop), _ in speech],
        )
        certain = [place for place, said in speech if said.certain]
        for each in stated:
            quote = next((q for (s, e), q in speech if s <= each.at + base < e), None)
            if not each.holders:
                yield from ((x, base + each.about) for x in self._spoken(index, each, quote))
            else:
                spoken = any(s <= each.holders[0][0] + base < e for s, e in certain)
                at = base + min(each.about, each.holders[0][0])
                for held in self._held(index, each):
                    if not (spoken and self._holders.is_person(held.actor)):
                        yield held, at

    def _held(self, index: int, stated: Stated) -> Iterator[Opinion]:
        """Yield the opinions of those that a sentence names."""
        base = self._sentences[index].start
        for start, end in stated.holders:
            found = self._holders.find(index, base + start, base + end)
            if found:
                yield _opinion(found[0], stated, index, sure=found[1])

    def _spoken(
        self, index: int, stated: Stated, quote: AttributedQuote | None
    ) -> Iterator[Opinion]:
        """Yield the opinion of a speaker."""
        said = quote.attribution if quote else None
        if quote and said:
            speaker = said.name or self._holders.meant(said.speaker, said.start)
            if not (said.name or speaker != said.speaker or self._holders.speaks(speaker)):
                return
            found = _opinion(speaker, stated, index, sure=quote.certain)
            yield replace(found, quote=quote.key)

    def _resolved(self, found: Opinion | None, at: int, last: Opinion | None) -> Opinion | None:
        """Return an opinion about what "it" and "him" mean; None where that is open."""
        if found is None:
            return None
        pronoun, language = found.target.casefold(), self._known.language
        points = pronoun in language.words("opinions.pointing")
        if points or pronoun in language.words("opinions.things"):
            asked = Asked(found.sentence, at, pronoun in self._several, points)
            return self._about_thing(found, asked, last)
        if not language.is_pronoun(pronoun):
            return found if self._is_known(found, last) else None
        start = self._sentences[found.sentence].end
        target = self._holders.of_pronoun(found.sentence, start, pronoun, but=found.actor)
        return replace(found, target=target, certainty=_unsure(found)) if target else None

    def _is_known(self, found: Opinion, last: Opinion | None) -> bool:
        """Return whether "his record" is the holder's own, or of what they spoke of just now."""
        if found.actor.rsplit(maxsplit=1)[-1] in found.target.split():
            return False  # what is called after them is no other, or they are not meant
        owner = found.target.split(maxsplit=1)[0].casefold()
        words = self._known.language.words
        if owner not in words("opinions.owners"):
            return True
        of_thing = owner in words("opinions.things_of")
        spoke = last and (last.sentence, last.actor) == (found.sentence, found.actor)
        if of_thing and spoke:
            return True
        sentence = self._sentences[found.sentence]
        named = self._holders.within(sentence.start, sentence.end)
        others = {x.name for x in named if self._holders.is_person(x.name)} - {found.actor}
        both = of_thing and len(others) == 1  # "spoke of their bond"
        return found.quote is None and (both or self._holders.may_own(found.actor, owner))

    def _echoed(self, found: Opinion, last: Opinion | None) -> Opinion | None:
        """Return the opinion of an actor who thinks as the last one does."""
        if found.rule != RULE:
            return found
        opens = found.words in self._sentences[found.sentence].text.split()[:2]
        if last is None or last.actor == found.actor or last.sentence < found.sentence - opens:
            return None  # not "Roe opposes it. She lives in Oslo, and so does Poe."
        repeated = _about(found, last.target, _named_in(last))
        return replace(repeated, position=last.position)

    def _about_thing(self, found: Opinion, asked: Asked, last: Opinion | None) -> Opinion | None:
        """Return an opinion about what was spoken of: in an opinion before it, or elsewhere."""
        if asked.pointing and last and _answers(found, last):
            return None
        named = self._topics.meant(asked)
        before = last and self._may_mean(found, last, asked)
        if last and before and (named is None or named.sentence <= last.sentence):
            own = found.actor.rsplit(maxsplit=1)[-1] in last.target.split()
            return None if own else _about(found, last.target, _named_in(last))
        if named and found.actor.casefold() in named.text.casefold():
            return None  # "The plan was signed. He opposes it."
        return named and _about(found, named.text, named.sentence)

    def _may_mean(self, found: Opinion, last: Opinion, asked: Asked) -> bool:
        """Return whether the last opinion may be about the same."""
        turned = last.actor == found.actor and last.position != found.position
        asks = last.position == "demands" and not asked.pointing
        near = last.sentence >= found.sentence - 1 and not asks
        near = near and not self._topics.undoes(last.words)  # "blocked the bill. Roe condemned it"
        return near and not turned and last.target.endswith("s") >= asked.plural


def _answers(found: Opinion, last: Opinion) -> bool:
    """Return whether "this" may be what another thinks: "Poe took issue with that"."""
    near = last.sentence >= found.sentence - 1
    return near and last.actor != found.actor and last.position != "demands"


def _named_in(found: Opinion) -> int:
    return found.sentence if found.named_in is None else found.named_in


def _about(found: Opinion, target: str, named_in: int) -> Opinion:
    return replace(found, target=target, certainty=_unsure(found), named_in=named_in)


def _unsure(found: Opinion) -> Certainty:
    return "guessed" if found.certainty == "guessed" else "inferred"


def _opinion(actor: str, stated: Stated, index: int, *, sure: bool) -> Opinion:
    best = BY_NAME[stated.rule].certainty
    certain = best != "explicit" or (sure and stated.sure)
    return Opinion(
        actor,
        stated.position,
        stated.target,
        index,
        rule=stated.rule,
        certainty=best if certain else "inferred",
        words=stated.word,
        strength=stated.strength,
    )
