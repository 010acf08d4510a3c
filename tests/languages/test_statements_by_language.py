"""Statements in other languages, by the words of their tables alone."""

import pytest

from summarizer import Article
from summarizer.document.document import Document

RAIN = {
    "de": "Der Regen fiel auf die Stadt und die Straßen waren leer. ",
    "fr": "Il pleut sur la ville et les rues sont vides. ",
    "es": "La lluvia cae sobre la ciudad y las calles están vacías. ",
    "nl": "Het regent op de stad en de straten zijn leeg. ",
    "it": "La pioggia cade sulla città e le strade non sono più vuote. ",
    "pt": "A chuva cai sobre a cidade e as ruas não estão vazias. ",
}
"""A sentence by which the language is known."""


def told(code, text):
    document = Document.read(Article(RAIN[code] + text))
    assert document.language.code == code
    (found,) = document.statements
    start, end = found.places[0]
    return found.name or found.source, document.article.text[start:end], found.polarity


@pytest.mark.parametrize(
    ("code", "text", "source", "said", "polarity"),
    [
        (
            "de",
            "Anna Roth sagte, dass die Mine nass ist.",
            "Anna Roth",
            "die Mine nass ist",
            "said",
        ),
        ("de", "Anna Roth hat gesagt, dass es regnet.", "Anna Roth", "es regnet", "said"),
        ("de", "Anna Roth fragte, ob es regnet.", "Anna Roth", "ob es regnet", "asked"),
        ("de", "Anna Roth bestritt, dass es regnet.", "Anna Roth", "es regnet", "denied"),
        ("de", "Die Mine ist nass, sagte Anna Roth.", "Anna Roth", "Die Mine ist nass", "said"),
        ("de", "Laut Anna Roth ist die Mine nass.", "Anna Roth", "ist die Mine nass", "said"),
        ("de", "Laut der Polizei ist die Mine nass.", "der Polizei", "ist die Mine nass", "said"),
        ("fr", "Anne Roux a dit que la mine ferme.", "Anne Roux", "la mine ferme", "said"),
        ("fr", "Anne Roux affirme que la mine ferme.", "Anne Roux", "la mine ferme", "said"),
        ("fr", "Selon Anne Roux, la mine ferme.", "Anne Roux", "la mine ferme", "said"),
        (
            "fr",
            "La mine ferme en mai, a déclaré Anne Roux.",
            "Anne Roux",
            "La mine ferme en mai",
            "said",
        ),
        ("fr", "Anne Roux nie que la mine ferme.", "Anne Roux", "la mine ferme", "denied"),
        ("es", "Ana Ruiz dijo que la mina cierra.", "Ana Ruiz", "la mina cierra", "said"),
        ("es", "Según Ana Ruiz, la mina cierra.", "Ana Ruiz", "la mina cierra", "said"),
        (
            "es",
            "La mina cierra en mayo, dijo Ana Ruiz.",
            "Ana Ruiz",
            "La mina cierra en mayo",
            "said",
        ),
        ("es", "Ana Ruiz negó que la mina cierre.", "Ana Ruiz", "la mina cierre", "denied"),
        ("nl", "Ada Bos zei dat de mijn sluit.", "Ada Bos", "de mijn sluit", "said"),
        ("nl", "Volgens Ada Bos sluit de mijn.", "Ada Bos", "sluit de mijn", "said"),
        ("nl", "De mijn sluit in mei, zei Ada Bos.", "Ada Bos", "De mijn sluit in mei", "said"),
        (
            "it",
            "Anna Neri ha detto che la miniera chiude.",
            "Anna Neri",
            "la miniera chiude",
            "said",
        ),
        ("it", "Secondo Anna Neri, la miniera chiude.", "Anna Neri", "la miniera chiude", "said"),
        ("pt", "Ana Reis disse que a mina fecha.", "Ana Reis", "a mina fecha", "said"),
        ("pt", "Segundo Ana Reis, a mina fecha.", "Ana Reis", "a mina fecha", "said"),
    ],
)
def test_reads_who_says_what(code, text, source, said, polarity):
    assert told(code, text) == (source, said, polarity)
