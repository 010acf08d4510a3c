"""Statements in German, French and Spanish."""

import pytest

from summarizer import Article
from summarizer.document.document import Document

GERMAN = "Der Stadtrat von Alder tagte am Montag. "
FRENCH = "Le conseil de la ville a siégé lundi. "
SPANISH = "El concejo de la ciudad se reunió el lunes. "


def told(text):
    """Return who is reported to have said what, as the text's only statement."""
    (found,) = Document.read(Article(text)).statements
    said = " … ".join(text[start:end] for start, end in found.places)
    return found.name or found.source, said


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("Uwe Brandt sagte, das Werk bleibe offen.", "Uwe Brandt", "das Werk bleibe offen"),
        (
            "Uwe Brandt sagte dieser Zeitung, dass das Werk offen bleibe.",
            "Uwe Brandt",
            "das Werk offen bleibe",
        ),
        (
            "Uwe Brandt kündigte an, das Werk zu schließen.",
            "Uwe Brandt",
            "das Werk zu schließen",
        ),
        (
            "Am Montag sagte Uwe Brandt, das Werk bleibe offen.",
            "Uwe Brandt",
            "das Werk bleibe offen",
        ),
        (
            "Bei der Feier sagte Uwe Brandt, er sei froh.",
            "Uwe Brandt",
            "er sei froh",
        ),
        (
            "Das Werk bleibe offen, sagte der Bürgermeister Uwe Brandt dieser Zeitung.",
            "Uwe Brandt",
            "Das Werk bleibe offen",
        ),
        (
            "Das Werk bleibe offen, sagte Uwe Brandt am Montag.",
            "Uwe Brandt",
            "Das Werk bleibe offen",
        ),
        (
            "Das Werk sei zu teuer, meinte ein Rentner an der Haltestelle.",
            "ein Rentner",
            "Das Werk sei zu teuer",
        ),
        (
            "Das Werk sei sicher, erklärte Petra Lang, die es seit 2012 leitet.",
            "Petra Lang",
            "Das Werk sei sicher",
        ),
        ("Das Werk, sagte Uwe Brandt, bleibe offen.", "Uwe Brandt", "Das Werk … bleibe offen"),
        ("Laut Petra Lang ist das Werk sicher.", "Petra Lang", "ist das Werk sicher"),
        (
            "Laut der Verwaltung von Alder ist das Werk sicher.",
            "der Verwaltung von Alder",
            "ist das Werk sicher",
        ),
        ("Nach Angaben von Petra Lang ist das Werk sicher.", "Petra Lang", "ist das Werk sicher"),
        (
            "Das Werk ist nach Angaben der Polizei nicht sicher.",
            "der Polizei",
            "Das Werk ist … nicht sicher",
        ),
        ("Der Polizei zufolge war die Straße glatt.", "Der Polizei", "war die Straße glatt"),
        ("Die Straße war Petra Lang zufolge glatt.", "Petra Lang", "Die Straße war … glatt"),
        ("Wie Petra Lang sagte, ist das Werk sicher.", "Petra Lang", "ist das Werk sicher"),
        ("Das Werk ist sicher, wie Petra Lang sagte.", "Petra Lang", "Das Werk ist sicher"),
        (
            "Die Leiterin des Amts, Petra Lang, sagte, in den Pfeilern seien Risse.",
            "Petra Lang",
            "in den Pfeilern seien Risse",
        ),
        (
            "Uwe Brandt erklärte, viele Läden verlören Kunden.",
            "Uwe Brandt",
            "viele Läden verlören Kunden",
        ),
        (
            "Uwe Brandt und Petra Lang sagten, das Werk bleibe offen.",
            "Uwe Brandt und Petra Lang",
            "das Werk bleibe offen",
        ),
    ],
)
def test_reads_german(text, source, said):
    assert told(GERMAN + text) == (source, said)


@pytest.mark.parametrize(
    "text",
    [
        "Der Mann, der das sagte, ging nach Hause.",
        "Als Uwe Brandt das sagte, lachten viele Leute im Saal.",
        "„Nein“, sagte Uwe Brandt, der Leiter des Werks.",
        "„Das Werk bleibt“, sagte Petra Lang, die seit 2012 im Rat sitzt.",
        "„Das Werk bleibt wohl offen“, sagte sie in der Verhandlung.",
        "„Das Werk bleibt wohl offen“, erklärte er am Montag im Stadtrat.",
        "„Das Werk bleibt wohl offen“, fügte sie vor dem Rathaus hinzu.",
    ],
)
def test_what_is_behind_the_subject_of_a_verb_is_no_statement(text):
    assert Document.read(Article(GERMAN + text)).statements == ()


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("Das Werk bleibe offen, so Petra Lang.", "Petra Lang", "Das Werk bleibe offen"),
        ("Das Werk bleibe offen, so Petra Lang weiter.", "Petra Lang", "Das Werk bleibe offen"),
        (
            "Das Werk bleibe offen, so Petra Lang, die Leiterin.",
            "Petra Lang",
            "Das Werk bleibe offen",
        ),
        ("Das Werk bleibe offen, so ein Sprecher.", "ein Sprecher", "Das Werk bleibe offen"),
        (
            "Das Werk bleibe offen, so die Polizei am Montag.",
            "die Polizei",
            "Das Werk bleibe offen",
        ),
        ("Das Werk, so Petra Lang, bleibe offen.", "Petra Lang", "Das Werk … bleibe offen"),
        ("Das Werk sei „so gut wie zu“, so Lang.", "Lang", "Das Werk sei „so gut wie zu“"),
    ],
)
def test_thus_names_the_source_of_the_words_before_it(text, source, said):
    assert told(GERMAN + text) == (source, said)


@pytest.mark.parametrize(
    "text",
    [
        "„Das Werk bleibt wohl offen“, so Petra Lang.",
        "Wenn es regnet, so Petra Lang ging nach Hause.",
        "Das Werk bleibt offen, so dass Petra Lang froh ist.",
        "Viele Werke sind zu, so auch das Werk in Alder.",
        "Es regnet in vielen Städten, so in Alder.",
    ],
)
def test_thus_may_be_another_word(text):
    assert Document.read(Article(GERMAN + text)).statements == ()


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("D'après Claire Morel, le pont était fermé.", "Claire Morel", "le pont était fermé"),
        ("D’après le ministère, le pont était fermé.", "le ministère", "le pont était fermé"),
        ("Le pont était fermé, selon la police.", "la police", "Le pont était fermé"),
        ("Le pont restera ouvert, a dit Claire Morel.", "Claire Morel", "Le pont restera ouvert"),
        (
            "Le pont, a dit Claire Morel, restera ouvert.",
            "Claire Morel",
            "Le pont … restera ouvert",
        ),
        ("Le pont est sûr, comme l’a dit Claire Morel.", "Claire Morel", "Le pont est sûr"),
        ("Comme Claire Morel a dit, le pont est sûr.", "Claire Morel", "le pont est sûr"),
        ("D'après Paul Roux, qui tient un étal, le pont est sûr.", "Paul Roux", "le pont est sûr"),
        ("Paul Roux a demandé si le pont fermerait.", "Paul Roux", "si le pont fermerait"),
        ("La mairie n'a pas confirmé que le pont est sûr.", "La mairie", "le pont est sûr"),
    ],
)
def test_reads_french(text, source, said):
    assert told(FRENCH + text) == (source, said)


def test_a_pronoun_before_has_is_the_subject():
    text = f"{FRENCH}Paul Roux est venu. Il a expliqué que le pont est sûr."
    assert told(text) == ("Paul Roux", "le pont est sûr")


@pytest.mark.parametrize("verb", ["a-t-elle ajouté", "a-t-elle dit lundi", "dit-elle"])
def test_a_pronoun_may_be_within_its_verb(verb):
    text = f"{FRENCH}Claire Morel est venue. Le pont restera ouvert, {verb}."
    assert told(text) == ("Claire Morel", "Le pont restera ouvert")


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("Según Ana Robles, el puente es seguro.", "Ana Robles", "el puente es seguro"),
        ("Como dijo Ana Robles, el puente es seguro.", "Ana Robles", "el puente es seguro"),
        ("El puente, dijo Ana Robles, es seguro.", "Ana Robles", "El puente … es seguro"),
    ],
)
def test_reads_spanish(text, source, said):
    assert told(SPANISH + text) == (source, said)
