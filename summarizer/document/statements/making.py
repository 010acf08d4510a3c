"""Makes statements of what the readers find: their places, names, polarity and certainty."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import chain

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.attribution.confidence.levels import weaker
from summarizer.document.attribution.grammar.descriptions import person_described
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.grammar.tokens import WORDS
from summarizer.document.attribution.polarity import (
    answered,
    polarity_at,
    sentence_end,
    takes_back,
)
from summarizer.document.statements.clauses import place_of
from summarizer.document.statements.constructions import certainty_of
from summarizer.document.statements.reported import Part, Reported
from summarizer.document.statements.statement import Statement
from summarizer.schema import Certainty, Polarity

_RECENT = 4
"""Speakers before a pronoun that it may mean; statements that another one may be within."""
RELAYING = frozenset({"according", "as"})
"""Constructions in which what a person says is relayed."""
_HELPERS = frozenset({"auxiliary", "not", "negated", "verb_particle"})
_TELLING = frozenset({"saying", "terming", "terming_bare", "accusing"})


class Maker:
    """Makes the statements of one article.

    Args:
        parsed: The article as tokens.
        quotes: Its quotations.
    """

    def __init__(self, parsed: ParsedText, quotes: Sequence[AttributedQuote]) -> None:
        self._parsed = parsed
        self._quotes = quotes
        self._starts = [quote.start for quote in quotes]
        self._speakers: list[int] = []
        self._made: list[Statement] = []

    def add(self, found: Reported) -> None:
        """Add what a reader found, unless it has no words of its own, or its source is no one."""
        parts = [part for part in found.parts if self._has_words(part)]
        if self._is_empty(parts) or self._is_label(found) or self._is_only_judged(found):
            return
        source, name = self._meant(found.source)
        self._made.append(self._statement(found._replace(source=source), name, parts))
        if source.kind == "name":
            self._speakers.append(source.first)

    def statements(self) -> tuple[Statement, ...]:
        """Return the statements in order, without those within others.

        A thing that was not spoken of says nothing: "declined to criticise the decision".
        """
        kept: list[Statement] = []
        made = (one for one in self._made if (one.rule, one.polarity) != ("announced", "unsaid"))
        for each in sorted(made, key=lambda one: (one.start, -one.end)):
            if not any(_is_within(each, other) for other in kept[-_RECENT:]):
                kept.append(each._replace(key=f"T{len(kept) + 1}"))
        return tuple(kept)

    def _statement(self, found: Reported, name: str | None, parts: Sequence[Part]) -> Statement:
        tokens, text = self._parsed.tokens, self._parsed.text
        places = tuple(place_of(text, tokens, *part) for part in parts)
        start, end = self._parsed.place(found.source)
        end += text.startswith("%", end)
        return Statement(
            key="",
            places=places,
            source=text[start:end],
            name=name,
            at=start,
            cue=(tokens[found.cue].start, tokens[self._last_of(found, parts)].end),
            polarity=self._polarity(found, name),
            rule=found.rule,
            certainty=self._certainty(found, name),
            quote=self._quote(places),
        )

    def _last_of(self, found: Reported, parts: Sequence[Part]) -> int:
        """Return the number of a cue's last word: "called for", "pointed out"."""
        after = found.cue + 1
        tags = self._parsed.tokens[after].tags if after < len(self._parsed.tokens) else ()
        governs = "preposition" in tags and any(first == after + 1 for first, _ in parts)
        return after if governs or "verb_particle" in tags else found.cue

    def _meant(self, source: Source) -> tuple[Source, str | None]:
        """Return a source, or the description that "she" means, with its full name."""
        if source.kind == "name":
            return self._unowned(source)
        name = self._parsed.name(source, self._speakers[-_RECENT:])
        unnamed = source.kind == "pronoun" and name is None
        meant = person_described(self._parsed.tokens, source.first) if unnamed else None
        return meant or source, name

    def _unowned(self, source: Source) -> tuple[Source, str | None]:
        """Return a name with its full form, if it is none of a noun or of what opens a sentence.

        "Die Polizei" is a description, where every noun has a capital.
        """
        names, before = self._parsed.names, self._parsed.tokens[max(0, source.first - 1)]
        run, name = names.runs[source.item], self._parsed.name(source)
        noun = len(run.words) == 1 and not run.titles and not run.name.isupper()
        if noun and names.vocabulary.nouns_are_capital and "determiner" in before.tags:
            return Source("nominal", source.first - 1, source.last), None
        known = name is None or " " in name or run.sure or run.titles or name in self._sure
        return source, name if known else None

    def _polarity(self, found: Reported, name: str | None) -> Polarity:
        """Return whether it is said, asked, denied, taken back or not said."""
        tokens, (first, end) = self._parsed.tokens, found.parts[-1]
        polarity = polarity_at(tokens, found.cue)
        if polarity != "said":
            return polarity
        refused = "refraining" in tokens[found.cue].tags  # "refused to call the plan a gift"
        if refused and any(token.is_any(_TELLING) for token in tokens[first : first + 2]):
            return "unsaid"
        if takes_back(tokens[found.cue : sentence_end(tokens, found.cue)]):
            return "retracted"
        if after := answered(self._parsed, max(found.cue, end - 1), name):
            return after
        asked = "questioning" in tokens[found.cue].tags and "asked" in tokens[first].tags
        return "asked" if asked else "said"

    def _certainty(self, found: Reported, name: str | None) -> Certainty:
        """Return how sure it is; not explicit where several bear the name."""
        sure = certainty_of(found.rule, found.source.kind, named=name is not None)
        return weaker(sure, "inferred") if self._parsed.is_shared(found.source) else sure

    def _has_words(self, part: Part) -> bool:
        """Return whether words are outside of quotation marks."""
        return any(token.kind in WORDS for token in self._parsed.tokens[slice(*part)])

    def _is_empty(self, parts: Sequence[Part]) -> bool:
        """Return whether words say nothing by themselves: "they would", "it out", "this"."""
        words = [*chain.from_iterable(self._parsed.tokens[slice(*part)] for part in parts)]
        pointing = len(words) == 1 and "determiner" in words[0].tags
        return pointing or all(word.kind == "pronoun" or word.is_any(_HELPERS) for word in words)

    def _is_label(self, found: Reported) -> bool:
        """Return whether the line begins with a place, or a name that is nowhere else."""
        if found.rule != "headline" or found.source.kind != "name":
            return False
        names, at = self._parsed.names, found.source.first
        run = names.runs[found.source.item]
        known = names.vocabulary.language.property("grammar.speakers_measured")
        person = known or run.name.isupper() or self._parsed.persons.is_person(at)
        return not person or self._last_words[run.words[-1]] <= 1

    def _is_only_judged(self, found: Reported) -> bool:
        """Return whether one bare word is all that is judged: "slams plan", "attacked Syria"."""
        tokens, (first, end) = self._parsed.tokens, found.parts[-1]
        alone = end - first < 2 or tokens[first + 1].kind == "mark"
        if found.rule != "announced" or not alone or "determiner" in tokens[first].tags:
            return False
        named = tokens[first].kind == "name"
        judged = ("striking" if named else "labelling") in tokens[found.cue].tags
        return judged and not self._parsed.persons.is_person(first)

    @cached_property
    def _sure(self) -> frozenset[str]:
        """The names that are more than a word with its capital from the sentence."""
        names = self._parsed.names
        sure = (run for run in names.runs if run.sure or run.titles or len(run.words) > 1)
        return frozenset(name for run in sure for name in (run.name, names.meant(run)))

    @cached_property
    def _last_words(self) -> Counter[str]:
        """How often a name ends with each word."""
        return Counter(run.words[-1] for run in self._parsed.names.runs)

    def _quote(self, places: Sequence[tuple[int, int]]) -> str | None:
        """Return the key of the first quotation within the words."""
        for start, end in places:
            at = bisect_left(self._starts, start)
            if at < bisect_right(self._starts, end):
                return self._quotes[at].key
        return None


def _is_within(one: Statement, other: Statement) -> bool:
    """Return whether the words that report a statement are within another one.

    What a person says "according to the Gazette" is the person's, too.
    """
    if other.rule in RELAYING and one.certainty == "explicit":
        return False
    inside = other.start <= one.cue[0] < other.end
    return inside and not one.start <= other.cue[0] < one.end
