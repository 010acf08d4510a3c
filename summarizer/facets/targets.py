"""Which targets are one: "the plan" is "the plan to close the mine", in the same article."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

from summarizer.facets.stored import one_line
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language, language

_ANYWHERE = 2
"""Words of its own that a target has to have to be the same in another article."""


@dataclass(frozen=True, slots=True)
class Target:
    """What positions are about.

    Args:
        words: It in the article's words.
        key: Equal for targets that are one.
        noun: Its words up to the first small word, without the one before them.
        rest: The words behind those.
        definite: Whether it begins with a determiner of something known: "the plan".
        named: Whether it has a name.
    """

    words: str
    key: Hashable
    noun: tuple[str, ...]
    rest: tuple[str, ...]
    definite: bool
    named: bool

    @classmethod
    def of_article(cls, targets: Sequence[str], code: str | None, article: int) -> list[Self]:
        """Return the targets of one article, those that are one with the same words and key.

        Args:
            targets: Their words.
            code: The language of the article.
            article: Its number: what is said in few words is another thing in another article.

        Example:
            >>> several = ["the plan", "the plan to close the mine", "a plan"]
            >>> [each.words for each in Target.of_article(several, "en", 0)]
            ['the plan to close the mine', 'the plan to close the mine', 'a plan']
        """
        spoken = language(code or "")
        every = [cls._read(one_line(each), spoken, article) for each in targets]
        return [_longest(each, every) for each in every]

    @classmethod
    def _read(cls, target: str, spoken: Language, article: int) -> Self:
        words = target.split()
        tags = [lexicon(spoken).tags(word.casefold()) for word in words]
        first = int(len(words) > 1 and "determiner" in tags[0])
        own = [at for at in range(first, len(words)) if "function" not in tags[at]]
        end = next((at for at in range(first + 1, len(words)) if at not in own), len(words))
        noun, rest = (tuple(map(str.casefold, part)) for part in (words[first:end], words[end:]))
        capitals = any(words[at][0].isupper() for at in own)
        named = capitals and not spoken.property("grammar.nouns_are_capital")
        everywhere = named or len(own) >= _ANYWHERE
        key = (noun, rest) if everywhere else (noun, rest, article)
        return cls(target, key, noun, rest, bool(first and "indefinite" not in tags[0]), named)

    def is_short_for(self, other: Self) -> bool:
        """Return whether another target may say the same in more words."""
        ends = other.noun[-len(self.noun) :] == self.noun
        goes_on = self.definite and not self.rest  # "Roe" is not "Roe to resign"
        more = len(other.noun) + len(other.rest) > len(self.noun) + len(self.rest)
        known = self.definite or self.named
        return known and ends and more and (goes_on or self.rest == other.rest)


T = TypeVar("T", bound=Target)


def _longest(target: T, others: Sequence[T]) -> T:
    """Return the one target that says the same in more words; the same where there is none."""
    longer = {each.key: each for each in others if target.is_short_for(each)}.values()
    for found in longer:
        if all(each is found or each.is_short_for(found) for each in longer):
            return found
    return target
