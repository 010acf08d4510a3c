"""A quotation among the words of its article, as the rules read it.

Each reading of the words around it is made once, when the first rule asks for it.
"""

from functools import cached_property

from summarizer.document.attribution.attributions import Attribution
from summarizer.document.attribution.confidence.certainty import is_relay
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.phrases import Source, describes_people
from summarizer.document.attribution.grammar.sources import main_subject
from summarizer.document.attribution.readers.before import found_before
from summarizer.document.attribution.readers.behind import found_behind
from summarizer.document.attribution.readers.carrying import FAR, carried_over
from summarizer.document.attribution.readers.implied import subject_of_clause
from summarizer.document.attribution.readers.marked import marks_agents
from summarizer.languages.detection import is_known
from summarizer.languages.table import UNKNOWN

_OPEN = (",", "?", "!", "—", "-", "–", "…")
"""How a quotation ends whose sentence goes on."""


class Reading:
    """An article while it is read, from start to end.

    Args:
        parsed: The article as tokens.

    Attributes:
        found: The attributions so far.
        latest: Number of the last quotation with a speaker, -1 before there is one.
        headed: Whether names on lines of their own are above the quotations; None until the first.
    """

    def __init__(self, parsed: ParsedText) -> None:
        self.text, self.names, self.tokens = parsed.text, parsed.names, parsed.tokens
        self.full = parsed.full
        self.quotations, self.places = parsed.quotations, parsed.quoted
        self.found: list[Attribution | None] = []
        self.latest = -1
        self.headed: bool | None = None

    @cached_property
    def marks_agents(self) -> bool:
        """Whether it may be in a language that marks who does something."""
        return marks_agents(self.text)

    @cached_property
    def is_known(self) -> bool:
        """Whether it is surely in the language whose words are read."""
        return is_known(self.text, self.names.vocabulary.language)

    @cached_property
    def is_foreign(self) -> bool:
        """Whether it is surely in a language of which no words are read."""
        return self.names.is_caseless or self.names.vocabulary.language.code == UNKNOWN


class Context:
    """One quotation, with what the words around it say.

    Args:
        article: The article while it is read.
        number: Number of the quotation.

    Attributes:
        text: The article's text.
        tokens: Its tokens.
        quotation: The quotation.
        at: Number of the quotation's token.
        last: Who spoke last in the article.
    """

    def __init__(self, article: Reading, number: int) -> None:
        self.article = article
        self.text = article.text
        self.tokens = article.tokens
        self.at = article.places[number]
        self.quotation = article.quotations[number]
        self.last = article.found[article.latest] if article.latest >= 0 else None
        self._number = number

    @cached_property
    def behind(self) -> Found | None:
        """What the words behind it say."""
        open_end = self.quotation.text.endswith(_OPEN)
        return found_behind(self.tokens, self.at, open_end=open_end)

    @cached_property
    def before(self) -> Found | None:
        """What the words before it say."""
        return found_before(self.tokens, self.at)

    @property
    def is_relayed(self) -> bool:
        """Whether an outlet behind reports what the words before say: "the Gazette reported"."""
        both = self.behind if self.before else None
        return both is not None and is_relay(self.tokens, both.source)

    @cached_property
    def carried(self) -> Attribution | None:
        """Who spoke before and is still the one who speaks."""
        previous, latest = self.last, self.article.latest
        if previous is None:
            return None
        if self.quotation.continues and latest == self._number - 1:
            return previous.carried("continues", clear=previous.certain)
        return carried_over(self.tokens, previous, self.article.places[latest], self.at)

    @cached_property
    def other_subject(self) -> Found | None:
        """The subject of its clause, where that is not who spoke last."""
        found = subject_of_clause(self.tokens, self.at)
        if found is None or self.last is None or found.source.kind == "pronoun":
            return None
        if found.source.kind == "nominal":
            return found
        surer = self.surely_named(found)
        return surer if surer and self._full(surer.source.first) != self.last.name else None

    def surely_named(self, found: Found) -> Found | None:
        """Return what is found, or the first sure name behind a word that may be none."""
        if found.source.kind != "name":
            return found
        parted = self.tokens[found.source.last + 1].kind == "mark"  # "True, Roe saw"
        if self.article.is_known and not (parted or self._is_sure_name(found.source.first)):
            return None
        names = (at for at in range(found.source.first, self.at) if self._is_sure_name(at))
        first = next(names, None)
        if first is None:
            return None
        return found._replace(source=Source("name", first, first, self.tokens[first].item))

    def is_full_name(self, source: Source | None) -> bool:
        """Return whether a name has more than one word, or a title."""
        run = self.article.names.runs[source.item] if source else None
        return run is not None and bool(run.titles or len(run.words) > 1)

    def _is_sure_name(self, token: int) -> bool:
        """Return whether a name is more than a word with its capital from the sentence alone."""
        if self.tokens[token].kind != "name":
            return False
        names, run = self.article.names, self.article.names.runs[self.tokens[token].item]
        return bool(run.sure or run.titles or len(run.words) > 1 or names.bearers(run.words))

    def _full(self, token: int) -> str:
        return self.article.full(self.tokens[token].item)

    @property
    def is_open(self) -> bool:
        """Whether who spoke last is near and did not sign."""
        last, place = self.last, self.article.places[self.article.latest]
        signed = last and last.rule == "signed" and last.start > self.tokens[place].start
        return self.at - place < FAR and not signed

    def is_unclear(self, source: Source) -> bool:
        """Return whether a phrase may hold its verb, as no capitals show where a name ends."""
        start, end = self.tokens[source.first].start, self.tokens[source.last].end
        words = self.text[start:end]
        return source.kind == "nominal" and words.upper() == words.lower()

    @property
    def names_another(self) -> bool:
        """Whether another person is named since the last speaker."""
        last, names = self.last, self.article.names
        between = range(self.article.places[self.article.latest], self.at)
        named = [at for at in between if self.tokens[at].kind == "name"]
        others = (self.tokens[at].item for at in named if last and self._full(at) != last.name)
        runs = (names.runs[each] for each in others)
        return any(run.titles or names.is_personal(run.words) for run in runs)

    @property
    def turns(self) -> bool:
        """Whether the sentence before is about another person than who spoke last."""
        last, end = self.last, self.at - 1
        if last is None or self.tokens[end].kind != "stop":
            return False
        source = main_subject(self.tokens, end)
        if source is None or last.end > self.tokens[source.first].start:
            return False
        if source.kind == "nominal":
            return describes_people(self.tokens, source.first, source.last)
        return source.kind == "name" and self._full(source.first) != last.name
