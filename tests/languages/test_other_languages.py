"""Names and opinions in Dutch, Italian and Portuguese: languages that are one table each."""

import pytest

from summarizer.document.names import Identity, read_names
from summarizer.document.opinions.reading import stated_positions
from summarizer.languages.table import language


def names(code, text):
    """The full names in a text, titles apart, each once and in order."""
    index = read_names(text, language(code))
    return list(dict.fromkeys(index.full(run.name) for run in index.runs))


def positions(code, sentence, name):
    """What a sentence states of somebody: position and target."""
    start = sentence.index(name)
    place = (start, start + len(name))
    found = stated_positions(sentence, language(code), [place])
    return [(each.position, each.target) for each in found if place in each.holders]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("nl", "Burgemeester Jan van der Berg sprak. Van der Berg lachte.", ["Jan van der Berg"]),
        ("nl", "Mevrouw De Wit belde Kees ter Horst.", ["De Wit", "Kees ter Horst"]),
        (
            "nl",
            "Gisteren sprak Anneke de Boer van de Partij van de Arbeid over haar nieuwe plannen.",
            ["Anneke de Boer", "Partij van de Arbeid"],
        ),
        ("nl", "De Universiteit van Oostdam kreeg geld.", ["Universiteit van Oostdam"]),
        ("nl", "De Verenigde Naties kwamen. De VN zwegen.", ["Verenigde Naties"]),
        ("it", "Signora Elena Riva parla. Riva sorride.", ["Elena Riva"]),
        (
            "it",
            "Poi parla il sindaco Marco Della Torre. Della Torre ride.",
            ["Marco Della Torre"],
        ),
        ("it", "Maria Neri della Lega parla.", ["Maria Neri", "Lega"]),
        ("it", "La Banca della Svizzera tace.", ["Banca della Svizzera"]),
        ("it", "La Unione Europea tace. La UE tace.", ["Unione Europea"]),
        ("pt", "Senhora Beatriz das Neves saiu. Neves voltou.", ["Beatriz das Neves"]),
        ("pt", "Prefeito João dos Santos saiu. Santos voltou.", ["João dos Santos"]),
        ("pt", "A Universidade de Braga fechou.", ["Universidade de Braga"]),
        (
            "pt",
            "O Ministério da Saúde não quis comentar o que disse Inês da Silva.",
            ["Ministério da Saúde", "Inês da Silva"],
        ),
    ],
)
def test_names(code, text, found):
    assert names(code, text) == found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Visser kwam. We zagen zijn vrouw, Femke Visser."),
        ("it", "Riva arriva. Vediamo sua moglie, Elena Riva."),
        ("pt", "Costa chegou. Vimos a sua esposa, Rita Costa."),
    ],
)
def test_a_relative_does_not_take_the_surname(code, text):
    surname = text.partition(" ")[0]

    assert surname in names(code, text)


@pytest.mark.parametrize(
    ("code", "text", "one", "other"),
    [
        ("nl", "Jan Visser en Femke Visser kwamen.", "De heer Visser", "Femke Visser"),
        ("it", "Marco Riva ed Elena Riva.", "Signor Riva", "Elena Riva"),
        ("pt", "Rui Costa e Rita Costa.", "Senhor Costa", "Rita Costa"),
    ],
)
def test_a_title_shows_who_is_not_meant(code, text, one, other):
    assert not Identity(read_names(text, language(code))).same(one, other)


@pytest.mark.parametrize(
    ("code", "sentence", "name", "position", "target"),
    [
        ("nl", "Jan van der Berg prees het plan.", "Jan van der Berg", "praises", "het plan"),
        ("nl", "Femke Visser hekelde de haven.", "Femke Visser", "criticises", "de haven"),
        ("nl", "Bram Mol, die de raad bekritiseerde, ging.", "Bram Mol", None, None),
        ("nl", "Kees ter Horst verwierp het bod.", "Kees ter Horst", "opposes", "het bod"),
        ("nl", "Anke Smit steunde de stad omdat zij wil.", "Anke Smit", "supports", "de stad"),
        ("it", "Marco Riva ha criticato il piano.", "Marco Riva", "criticises", "il piano"),
        ("it", "Luca Ferri, che ha difeso la riforma, va.", "Luca Ferri", "supports", "la riforma"),
        ("it", "Giulia Neri respinse la proposta.", "Giulia Neri", "opposes", "la proposta"),
        ("it", "Anna Conti ringrazia i volontari.", "Anna Conti", "praises", "i volontari"),
        ("it", "Anna Conti ringraziava i volontari.", "Anna Conti", None, None),
        ("it", "Il figlio di Anna Conti ha lodato i voti.", "Anna Conti", None, None),
        ("pt", "Rita Costa criticou as medidas ontem.", "Rita Costa", "criticises", "as medidas"),
        ("pt", "Rui Melo elogiou os bombeiros.", "Rui Melo", "praises", "os bombeiros"),
        ("pt", "Ana Reis votou contra o projeto.", "Ana Reis", "opposes", "o projeto"),
        ("pt", "Ana Reis exigiu um inquérito.", "Ana Reis", "demands", "um inquérito"),
    ],
)
def test_positions(code, sentence, name, position, target):
    assert positions(code, sentence, name) == ([(position, target)] if position else [])


def test_words_of_a_language_mislead_no_other():
    """Lists that are not shared stay with their language: "as" begins an object in Portuguese."""
    assert positions("en", "Rita Costa criticised as ever plans.", "Rita Costa") == []
    assert positions("en", "Rui Melo elogiou os bombeiros.", "Rui Melo") == []
