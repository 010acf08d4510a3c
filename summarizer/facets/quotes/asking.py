"""The quotes: code finds them, rules or the model say who speaks."""

from collections.abc import Iterable
from dataclasses import replace

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.document import Document
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import BaseFacet
from summarizer.facets.decisions import UNDECIDED
from summarizer.facets.question import Answer, Checked, Problem, Question
from summarizer.facets.quotes.form import QuotesPart
from summarizer.facets.quotes.speakers import Speaker, answered, is_open, ruled
from summarizer.facets.quotes.stored import StoredQuotes
from summarizer.facets.shown import Explanation
from summarizer.schema import Actor, Quote, Span

OPENING, ENDING = 8, 4
"""Words of a long quotation that its question repeats: the model has read the article. Of 35 of
tune, two were answered better than with all of their words, and one worse."""


class SpeakerAnswer(Answer):
    """Who said it."""

    speaker: str


class Quotes(StoredQuotes, BaseFacet[Quote, SpeakerAnswer, Speaker]):
    """One question for each quotation whose speaker no rule is certain of.

    A quotation whose source a rule reads as a description ("an aide", "the campaign") is not asked
    about either: the rules are better at those than small models, which like to name a person
    (docs/accuracy.md). In scripts without spaces a description has no clear end, so there the model
    is asked.
    """

    part = QuotesPart()

    def questions(self, document: Document) -> list[Question]:
        """Ask who said each quotation that the rules leave open."""
        return [_question(document, each) for each in document.quotes if is_open(document, each)]

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
        self, document: Document, question: Question, answer: SpeakerAnswer, *, strict: bool
    ) -> Checked[Speaker]:
        """Find the speaker in the article; where strict and a rule differs, ask once more."""
        speaker = answered(document, question.key, answer.speaker)
        if isinstance(speaker, Problem):
            return Checked(problems=(speaker._replace(again=question),))
        return self._weighed(document, question, speaker) if strict else Checked((speaker,))

    def given(self, document: Document) -> list[Speaker]:
        """Return the speakers that the rules read."""
        read = (ruled(document, each) for each in document.quotes)
        return [speaker for speaker in read if speaker.name]

    def set_aside(self, document: Document) -> Iterable[Problem]:
        """Report what no one said, and the quotation marks around a title or a term."""
        for quote in document.unsaid:
            yield Problem("denied", f"The article denies that {quote.text!r} was said.", quote.key)
        for quotation in document.outline.quotations:
            if quotation.role != "speech":
                what = "a title" if quotation.role == "title" else "a term"
                yield Problem("not_a_statement", f"{quotation.text!r} reads as {what}.")

    def enlist(self, registry: ActorRegistry, found: list[Speaker]) -> None:
        """Enlist the named speakers."""
        for speaker in _latest(found).values():
            quoted = speaker.decision.as_rule("quoted")
            if speaker.actor:
                registry.add(speaker.actor, listed=quoted)
            elif speaker.name and registry.document.actors.speaks_as_actor(speaker.name):
                registry.add(speaker.name, listed=quoted, described=True)

    def explained(
        self, document: Document, found: list[Speaker], registry: ActorRegistry
    ) -> Iterable[Explanation]:
        """Say which rule decides who said each quotation."""
        from summarizer.facets.quotes import explanation  # noqa: PLC0415  seldom needed

        return explanation.explain_quotes(document)

    def build(
        self, document: Document, found: list[Speaker], registry: ActorRegistry
    ) -> tuple[Quote, ...]:
        """Copy the quotations out of the article, with their speakers."""
        speakers = _latest(found)
        return tuple(
            _quote(document, each, speakers.get(each.key), registry)
            for each in document.quotes
            if each.key not in speakers or speakers[each.key].said == "yes"
        )

    def _weighed(
        self, document: Document, question: Question, speaker: Speaker
    ) -> Checked[Speaker]:
        """Where the model contradicts a rule, take its answer and ask once more."""
        read = document.quote(question.key).name
        if question.template == "doubt" or read is None or speaker.name is None:
            return Checked((speaker,))
        if document.same_actor(read, speaker.name):
            return Checked((speaker,))
        if _is_named_later(document, question.key, speaker.name):
            detail = f"{speaker.name!r} is named only after the words of {read!r}."
            return Checked(problems=(Problem("named_later", detail, question.key),))
        names = {"first": read, "second": speaker.name}
        doubt = replace(question, template="doubt", variables={**question.variables, **names})
        return Checked((speaker,), doubts=(doubt,))


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


def _latest(found: list[Speaker]) -> dict[str, Speaker]:
    return {speaker.key: speaker for speaker in found}


def _quote(
    document: Document, quote: AttributedQuote, speaker: Speaker | None, registry: ActorRegistry
) -> Quote:
    actor = _actor(speaker, registry) if speaker else None
    named = actor and speaker and speaker.named
    decision = speaker.decision if speaker else UNDECIDED
    return Quote(
        id=quote.key,
        spans=tuple(Span.of(document.article.text, *place) for place in quote.places),
        speaker=actor.id if actor else None,
        speaker_name=actor.name if actor and named else speaker.name if speaker else None,
        kind=quote.kind,
        polarity=quote.polarity,
        **decision.fields,
    )


def _actor(speaker: Speaker, registry: ActorRegistry) -> Actor | None:
    if speaker.actor:
        return registry.find(speaker.actor)
    return registry.group(speaker.name) if speaker.name else None
