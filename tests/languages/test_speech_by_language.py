"""Who said what in Dutch, Italian and Portuguese: each of them is one table and no code."""

import pytest

from summarizer import Article
from summarizer.document.document import Document
from summarizer.languages.detection import guess_language


def said(text):
    document = Document.read(Article(text))
    return document.language.code, [
        (quote.text, quote.name or quote.source) for quote in document.quotes
    ]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "„We hebben de brug niet gesloten”, zei burgemeester Anna de Wit maandag.",
            "We hebben de brug niet gesloten",
            "Anna de Wit",
        ),
        ("“We hebben gewonnen,” zegt Jan Bakker.", "We hebben gewonnen,", "Jan Bakker"),
        ("“Dat is niet waar,” aldus Jan Bakker.", "Dat is niet waar,", "Jan Bakker"),
        (
            "Jan Bakker zei dat het plan een “ramp voor de stad” is.",
            "ramp voor de stad",
            "Jan Bakker",
        ),
        (
            "Volgens Jan Bakker is het plan “een ramp voor de stad”.",
            "een ramp voor de stad",
            "Jan Bakker",
        ),
        (
            "“We verloren,” zei een woordvoerder van het ministerie.",
            "We verloren,",
            "een woordvoerder van het ministerie",
        ),
        (
            "Anna Visser won de wedstrijd. “Het was een goede dag,” zei ze.",
            "Het was een goede dag,",
            "Anna Visser",
        ),
        ("“Dat klopt niet,” heeft Jan Bakker gezegd.", "Dat klopt niet,", "Jan Bakker"),
        (
            "Jan Bakker waarschuwde: “De dijk is niet sterk genoeg.” Dat zei hij op maandag.",
            "De dijk is niet sterk genoeg.",
            "Jan Bakker",
        ),
        ("“We gaan door,” vertelde Jan Bakker aan de krant.", "We gaan door,", "Jan Bakker"),
        (
            "De bewoners van de wijk zeggen: “Niemand heeft ons iets gevraagd.”",
            "Niemand heeft ons iets gevraagd.",
            "De bewoners van de wijk",
        ),
        (
            "“Het is een schande,” antwoordde de wethouder. Hij zei dat op maandag.",
            "Het is een schande,",
            "de wethouder",
        ),
        ("Jan Bakker noemde het plan een “ramp” voor de stad.", "ramp", "Jan Bakker"),
    ],
)
def test_dutch(text, words, speaker):
    assert said(text) == ("nl", [(words, speaker)])


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "«Abbiamo vinto la coppa», ha detto Anna Conti alla stampa.",
            "Abbiamo vinto la coppa",
            "Anna Conti",
        ),
        (
            "“Non abbiamo chiuso il ponte”, dice il sindaco Marco Conti.",
            "Non abbiamo chiuso il ponte",
            "Marco Conti",
        ),
        (
            "Marco Conti ha detto che il piano è un “disastro per la città”.",
            "disastro per la città",
            "Marco Conti",
        ),
        (
            "Secondo Marco Conti il piano è “un disastro per la città”.",
            "un disastro per la città",
            "Marco Conti",
        ),
        (
            "“Abbiamo perso”, ha spiegato un portavoce del ministero. Lo ha detto anche ieri.",
            "Abbiamo perso",
            "un portavoce del ministero",
        ),
        (
            "Anna Conti ha vinto la gara. “È stata una bella giornata”, ha detto lei.",
            "È stata una bella giornata",
            "Anna Conti",
        ),
        (
            "Marco Conti ha avvertito: “La diga non è abbastanza forte”.",
            "La diga non è abbastanza forte",
            "Marco Conti",
        ),
        (
            "Il sindacato ha dichiarato: «Domani scioperiamo nel porto».",
            "Domani scioperiamo nel porto",
            "Il sindacato",
        ),
        ("“Andiamo avanti”, ha aggiunto Marco Conti.", "Andiamo avanti", "Marco Conti"),
        ("— Sì, è vero, disse Marco Conti.", "Sì, è vero,", "Marco Conti"),
        (
            "Marco Conti ha definito il piano un “disastro” per la città.",
            "disastro",
            "Marco Conti",
        ),
        (
            "Gli abitanti del quartiere dicono: “Nessuno ci ha chiesto niente”.",
            "Nessuno ci ha chiesto niente",
            "Gli abitanti del quartiere",
        ),
    ],
)
def test_italian(text, words, speaker):
    assert said(text) == ("it", [(words, speaker)])


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“Ganhamos a taça”, disse Ana Costa aos jornalistas.", "Ganhamos a taça", "Ana Costa"),
        (
            "“Não fechamos a ponte”, afirmou o prefeito João Costa.",
            "Não fechamos a ponte",
            "João Costa",
        ),
        (
            "João Costa disse que o plano é um “desastre para a cidade”.",
            "desastre para a cidade",
            "João Costa",
        ),
        (
            "Segundo João Costa, o plano é “um desastre para a cidade”.",
            "um desastre para a cidade",
            "João Costa",
        ),
        (
            "“Perdemos tudo”, explicou um porta-voz. Ele não disse mais.",
            "Perdemos tudo",
            "um porta-voz",
        ),
        (
            "Ana Costa venceu a corrida em Lisboa. “Foi um bom dia”, disse ela.",
            "Foi um bom dia",
            "Ana Costa",
        ),
        (
            "João Costa alertou: “A barragem não é forte o bastante.”",
            "A barragem não é forte o bastante.",
            "João Costa",
        ),
        (
            "“Vamos continuar com o plano”, acrescentou João Costa.",
            "Vamos continuar com o plano",
            "João Costa",
        ),
        (
            "Os moradores do bairro dizem: “Ninguém nos perguntou nada.”",
            "Ninguém nos perguntou nada.",
            "Os moradores do bairro",
        ),
        ("“É uma vergonha”, respondeu a vereadora.", "É uma vergonha", "a vereadora"),
        ("— Sim, é verdade, disse Ana Costa.", "Sim, é verdade,", "Ana Costa"),
        (
            "João Costa classificou o plano como um “desastre” para a cidade.",
            "desastre",
            "João Costa",
        ),
    ],
)
def test_portuguese(text, words, speaker):
    assert said(text) == ("pt", [(words, speaker)])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It rained. Jane Roe met the mayor.", "en"),
        ("Five per cent.", "en"),
        ("La maire de la ville est dans une salle, et le conseil aussi.", "fr"),
        ("La alcaldesa de la ciudad dijo que es una de las mejores y se fue.", "es"),
        ("Der Bürgermeister sagte, dass die Brücke nicht offen ist.", "de"),
        ("Er habe in Berlin mit Freunden gegessen, sagte er der Zeitung.", "de"),
        ("Er kwamen twee agenten in Utrecht.", "nl"),
        ("Il ponte della città è chiuso e non è il primo.", "it"),
        ("A ponte da cidade não abriu e o prefeito disse que é um erro.", "pt"),
        ("De brug van de stad is niet open en het is er stil.", "nl"),
    ],
)
def test_the_language_of_a_text(text, code):
    assert guess_language(text) == code
