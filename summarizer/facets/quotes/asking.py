"""The quotes: code finds them, rules or the model say who speaks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.document import Document
from summarizer.document.support import unsupported
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import Answer, BaseFacet, Checked, Problem, Question, short
from summarizer.facets.decisions import BY_MODEL, UNDECIDED, Decision, by_rule, combined
from summarizer.facets.quotes.explanation import QuoteExplanation, explain_quotes
from summarizer.facets.quotes.stored import StoredQuotes
from summarizer.schema import Quote, Span

OPENING, ENDING = 8, 4
"""Words of a long quotation that its question repeats: the model has read the article. Of 35 of
tune, two were answered better than with all of their words, and one worse."""


class SpeakerAnswer(Answer):
    """Who said it."""

    speaker: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said a quotation: a named actor, an unnamed source in the article's words, or unknown."""

    key: str
    name: str | None
    named: bool
    decision: Decision = UNDECIDED


class Quotes(StoredQuotes, BaseFacet[Quote, SpeakerAnswer, Speaker]):
    """One question for each quotation whose speaker no rule is certain of.

    A quotation whose source a rule reads as a description ("an aide", "the campaign") is not asked
    about either: the rules are better at those than small models, which like to name a person
    (docs/accuracy.md). In scripts without spaces a description has no clear end, so there the model
    is asked.
    """

    def questions(self, document: Document) -> list[Question]:
        """Ask who said each quotation that the rules leave open."""
        return [
            _question(document, each)
            for each in document.quotes
            if not (each.certain or (_is_described(document, each) and not document.is_caseless))
        ]

    def unanswered(self, document: Document) -> list[Question]:
        """Ask who said each quotation for which the rules name no one.

        The rules were measured on English news; in other languages the model knows more.
        """
        questions = self.questions(document)
        if document.is_caseless or not document.language.property("grammar.speakers_measured"):
            return questions
        keys = {each.key for each in document.quotes if each.name is None}
        return [question for question in questions if question.key in keys]

    def check(
        self, document: Document, question: Question, answer: SpeakerAnswer
    ) -> Checked[Speaker]:
        """Find the speaker in the article; where a rule says otherwise, ask once more."""
        written = " ".join(answer.speaker.split()).strip("\"'“”‘’ .,")
        if not written or _names_nobody(document, written):
            return Checked((Speaker(question.key, None, named=False),))
        if document.is_pronoun(written):
            return _refused(question, "speaker_is_pronoun", f"{written!r} is not a name.")
        standing = document.find(written)
        if standing is None:
            detail = f"{short(written)!r} does not stand in the article."
            return _refused(question, "name_not_in_article", detail)
        if not document.is_name(standing) and not _describes(document, standing):
            return _refused(question, "not_a_source", f"{standing!r} describes nobody.")
        return self._weighed(document, question, _speaker(document, question.key, standing))

    def given(self, document: Document) -> list[Speaker]:
        """Return the speakers that the rules read."""
        ruled = (_ruled(document, each) for each in document.quotes)
        return [speaker for speaker in ruled if speaker.name]

    def set_aside(self, document: Document) -> Iterable[Problem]:
        """Report the quotation marks around a title or a term."""
        for quotation in document.outline.quotations:
            if quotation.role != "speech":
                what = "a title" if quotation.role == "title" else "a term"
                yield Problem("not_a_statement", f"{quotation.text!r} reads as {what}.")

    def enlist(self, registry: ActorRegistry, found: list[Speaker]) -> None:
        """Enlist the named speakers."""
        for speaker in _latest(found).values():
            if speaker.name and speaker.named:
                registry.add(speaker.name, listed=speaker.decision.as_rule("quoted"))

    def explained(
        self, document: Document, found: list[Speaker], registry: ActorRegistry
    ) -> Iterable[QuoteExplanation]:
        """Say which rule decides who said each quotation."""
        return explain_quotes(document)

    def build(
        self, document: Document, found: list[Speaker], registry: ActorRegistry
    ) -> tuple[Quote, ...]:
        """Copy the quotations out of the article, with their speakers."""
        speakers = _latest(found)
        return tuple(
            _quote(document, each, speakers.get(each.key), registry) for each in document.quotes
        )

    def _weighed(
        self, document: Document, question: Question, speaker: Speaker
    ) -> Checked[Speaker]:
        """Where the model contradicts a rule, take its answer and ask once more."""
        ruled = document.quote(question.key).name
        if question.template == "doubt" or ruled is None or speaker.name is None:
            return Checked((speaker,))
        if document.same_actor(ruled, speaker.name):
            return Checked((speaker,))
        if _is_named_later(document, question.key, speaker.name):
            detail = f"{speaker.name!r} is named only after the words of {ruled!r}."
            return Checked(problems=(Problem("named_later", detail, question.key),))
        names = {"first": ruled, "second": speaker.name}
        doubt = replace(question, template="doubt", variables={**question.variables, **names})
        return Checked((speaker,), doubts=(doubt,))


def _is_described(document: Document, quote: AttributedQuote) -> bool:
    """Return whether the rules read a source that is no name, and no pronoun."""
    return quote.source is not None and not document.is_pronoun(quote.source)


def _names_nobody(document: Document, written: str) -> bool:
    """Return whether an answer says that the speaker is unknown, as "not specified" does."""
    return written.casefold().replace(" ", "_") in document.language.words("speech.nobody")


def _is_named_later(document: Document, key: str, name: str) -> bool:
    """Return whether a name is first given in a paragraph behind that of a quotation."""
    sentences = document.outline.sentences
    said = sentences[document.sentence_at(document.quote(key).places[-1][1] - 1)]
    return sentences[document.sentence_at(document.first_mention(name))].paragraph > said.paragraph


def _question(document: Document, quote: AttributedQuote) -> Question:
    words = quote.text.split()
    opening, ending = words[:OPENING], words[-ENDING:]
    passage = document.passage(quote.start)
    if len(words) > OPENING + ENDING:
        passage = passage.replace(" ".join(words), " ".join((*opening, "…", *ending)))
        words = [*opening, "…"]
    variables = {"passage": passage, "quotation": " ".join(words)}
    return Question("quotes", quote.key, "quotes", SpeakerAnswer, 60, variables)


def _refused(question: Question, reason: str, detail: str) -> Checked[Speaker]:
    return Checked(problems=(Problem(reason, detail, question.key, question),))


def _describes(document: Document, standing: str) -> bool:
    """Return whether words can describe a source: more than small words and pronouns."""
    first = standing.split(maxsplit=1)[0]
    return not document.is_pronoun(first) and bool(unsupported("", standing))


def _speaker(document: Document, key: str, standing: str) -> Speaker:
    """Return the speaker that the model names."""
    named = document.is_name(standing)
    name = document.full_name(standing) if named else standing
    ruled = _ruled(document, document.quote(key))
    agrees = ruled.name is not None and document.same_actor(ruled.name, name)
    decision = combined([ruled.decision, BY_MODEL]) if agrees else BY_MODEL
    return Speaker(key, name, named, decision)


def _ruled(document: Document, quote: AttributedQuote) -> Speaker:
    """Return the speaker that the rules read; without a name where they read none."""
    if not (quote.rule and quote.certainty and (quote.name or _is_described(document, quote))):
        return Speaker(quote.key, None, named=False)
    decision = by_rule(quote.rule, quote.certainty)
    return Speaker(quote.key, quote.name or quote.source, quote.name is not None, decision)


def _latest(found: list[Speaker]) -> dict[str, Speaker]:
    return {speaker.key: speaker for speaker in found}


def _quote(
    document: Document, quote: AttributedQuote, speaker: Speaker | None, registry: ActorRegistry
) -> Quote:
    actor = registry.find(speaker.name) if speaker and speaker.name and speaker.named else None
    decision = speaker.decision if speaker else UNDECIDED
    return Quote(
        id=quote.key,
        spans=tuple(Span.of(document.article.text, *place) for place in quote.places),
        speaker=actor.id if actor else None,
        speaker_name=actor.name if actor else speaker.name if speaker else None,
        kind=quote.kind,
        **decision.fields,
    )
