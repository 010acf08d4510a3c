"""Attribution: who said each quotation, by rules alone.

Asks the rules in their order and resolves which name each mention means. Reads tokens and names;
knows nothing of models.
"""

from collections.abc import Iterator

from summarizer.document.attribution.attributions import Attribution
from summarizer.document.attribution.confidence.certainty import is_relayed, opens_relayed
from summarizer.document.attribution.confidence.levels import certainty_of
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.grammar.descriptions import described, rival_described
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.rules import READING_WORDS, STEPS
from summarizer.document.attribution.rules.context import Context, Reading

__all__ = ["Attribution", "attribute", "candidates"]


def attribute(parsed: ParsedText) -> tuple[Attribution | None, ...]:
    """Find the speaker of each quotation.

    Returns:
        One attribution for each quotation, None where no rule applies.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.document.outline import outline
        >>> from summarizer.languages.table import language
        >>> text = "“We won,” Jane Roe said. Then Roe added: “Twice.”"
        >>> names, parts = read_names(text, language("en")), outline(text)
        >>> found = attribute(ParsedText(names, parts.quotations, parts.sentences))
        >>> [(one.name, one.rule, one.certainty) for one in found]
        [('Jane Roe', 'after-subject', 'explicit'), ('Jane Roe', 'before', 'explicit')]
    """
    reader = _Reader(parsed)
    return tuple(reader.decide(number) for number in range(len(parsed.quotations)))


def candidates(parsed: ParsedText) -> tuple[tuple[Attribution, ...], ...]:
    """Return what every rule says of each quotation, the one that decides first.

    For explanations: it asks all rules of all quotations, where :func:`attribute` stops at the
    first that finds a speaker.
    """
    reader = _Reader(parsed)
    return tuple(reader.weigh(number) for number in range(len(parsed.quotations)))


class _Reader:
    """Reads one article from start to end; remembers who spoke last."""

    def __init__(self, parsed: ParsedText) -> None:
        self._parsed = parsed
        self._article = Reading(parsed)
        self._speakers: list[int] = []
        self._source: Source | None = None

    def decide(self, number: int) -> Attribution | None:
        """Return who said a quotation; the one before has to be decided."""
        context = Context(self._article, number)
        found = next(self._asked(context), None)
        self._article.found.append(self._made(found, context) if found else None)
        if found:
            self._article.latest = number
        if isinstance(found, Found):
            named = found.source.kind == "name" and not self._parsed.is_inhabitant(found.source)
            self._speakers += [found.source.first] * named
            self._source = self._described(found.source)
        return self._article.found[-1]

    def weigh(self, number: int) -> tuple[Attribution, ...]:
        """Return what every rule says of a quotation; the one before has to be decided."""
        context = Context(self._article, number)
        headed = self._article.headed
        asked = tuple(self._asked(context))
        every = (*asked[:1], context.before, context.behind, *asked[1:])
        found = [self._made(each, context) for each in every if each]
        self._article.headed = headed
        return tuple(dict.fromkeys(found)) if self.decide(number) else ()

    def _asked(self, context: Context) -> Iterator[Found | Attribution]:
        """Yield what the rules find, in their order."""
        steps = READING_WORDS if self._article.is_foreign else STEPS
        for step in () if _names_a_work(context) else steps:
            if found := step(context):
                yield found

    def _made(self, found: Found | Attribution, context: Context) -> Attribution:
        """Return an attribution with the name that a mention means."""
        if isinstance(found, Attribution):
            return found
        tokens, source = self._article.tokens, found.source
        name = self._parsed.name(source, self._speakers, context.quotation.text)
        source = source if name else self._described(source)
        start, end = self._parsed.place(source)
        sure = (
            found.certain
            and found.source.kind != "pronoun"
            and not self._parsed.is_shared(found.source)
        )
        vague = self._is_relayed(found, context.at) or self._is_rivalled(found.source, name)
        vague = vague or self._article.is_foreign
        return Attribution(
            speaker=self._article.text[start:end],
            start=start,
            end=end,
            name=name,
            rule=found.rule,
            certainty=certainty_of(found.rule, clear=sure, vague=vague),
            cue=(tokens[found.cue].start, tokens[found.cue].end) if found.cue >= 0 else None,
        )

    def _is_relayed(self, found: Found, at: int) -> bool:
        """Return whether an outlet reports what the speaker says."""
        if found.cue < 0 or "according" in found.rule:
            return False
        tokens = self._article.tokens
        return is_relayed(tokens, max(found.cue, at)) or opens_relayed(tokens, found)

    def _is_rivalled(self, source: Source, name: str | None) -> bool:
        """Return whether a pronoun may mean one described since a person was named."""
        tokens = self._article.tokens
        if source.kind != "pronoun" or name is None:
            return False
        rival = rival_described(tokens, source.first)
        since = tokens[rival.first : source.first] if rival else ()
        named = (self._parsed.full(token.item) for token in since if token.kind == "name")
        return rival is not None and name not in named

    def _described(self, source: Source) -> Source:
        """Return the description that a pronoun means, else the source itself."""
        if source.kind != "pronoun":
            return source
        return described(self._article.tokens, source.first, self._source) or source


def _names_a_work(context: Context) -> bool:
    """Return whether the quotation is the name of a work: "ABC's 'This Week'"."""
    if context.tokens[context.at - 1].kind != "own":
        return False
    words = context.quotation.text.split()
    return len(words) < 6 and all(word[:1].isupper() for word in words if len(word) > 3)
