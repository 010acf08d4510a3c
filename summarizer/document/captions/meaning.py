"""Who a pronoun or a description means, as a place of the name."""

from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter

from summarizer.document.attribution.grammar.descriptions import rival_before
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.captions.topic import Topic
from summarizer.document.captions.words import Place
from summarizer.document.descriptions import Descriptions
from summarizer.document.lookup import Lookup
from summarizer.document.subjects import Subject

_GENDERED = frozenset({"masculine", "feminine"})
_MEANING = _GENDERED | {"it"}


class Meaning:
    """Knows who the pronouns and descriptions of one article mean.

    Args:
        parsed: The article as tokens.
        subjects: The mentions of those who may do what a sentence says.
        lookup: Finds names in its text.
        descriptions: Who is meant by those of it.
        topic: What it is about.
    """

    def __init__(
        self,
        parsed: ParsedText,
        subjects: Iterable[Subject],
        lookup: Lookup,
        descriptions: Descriptions,
        topic: Topic,
    ) -> None:
        self._parsed, self._lookup, self._descriptions = parsed, lookup, descriptions
        self.topic = topic
        self._found: dict[int, Place | None] = {}
        self._subjects = {subject.start: subject.name for subject in subjects}

    def place(self, name: str) -> Place | None:
        """Return the first place of a name."""
        return self._lookup.first_place(name)

    def described(self, words: str, start: int) -> Place | None:
        """Return a place of the name that "the airline" means; None if another body is near."""
        noun = words.rpartition(" ")[2].lower()
        name = self._descriptions.means(words, start) if self.topic.may_be_one(noun) else None
        own = name and (noun in name.lower() or self.topic.is_person(name))
        return self.place(name) if name and (own or self.topic.is_alone(name, start)) else None

    def of(self, at: int) -> Place | None:
        """Return a place of the name that "he", "she" or "it" at an offset means."""
        if at not in self._found:
            self._found[at] = self._find(at)
        return self._found[at]

    def _find(self, at: int) -> Place | None:
        tokens = self._parsed.tokens
        token = bisect_right(tokens, at, key=attrgetter("start")) - 1
        if tokens[token].start != at:
            return None
        name = self._subjects.get(at)
        if name is None and tokens[token].is_any(_MEANING):
            name = self._parsed.antecedents.of(token)
        gendered = tokens[token].is_any(_GENDERED)
        if name is None:
            return None
        known = self.topic.is_person(name) if gendered else self.topic.is_sure(name)
        alone = not self._is_rivalled(token, name) if gendered else self.topic.is_alone(name, at)
        return self.place(name) if known and alone else None

    def _is_rivalled(self, token: int, name: str) -> bool:
        """Return whether "she" may mean a woman who was described since she was named."""
        tokens = self._parsed.tokens
        rival = rival_before(tokens, token)
        since = tokens[rival.first : token] if rival else ()
        named = (self._parsed.full(each.item) for each in since if each.kind == "name")
        return rival is not None and name not in named
