"""Figures of languages whose rules are one table each."""

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer import languages
from summarizer.document.figures import Figure, find_figures
from summarizer.document.figures.characters import CJK, CJK_SCALES
from summarizer.languages.table import Language, language


def only(code: str, text: str) -> Figure:
    figures = find_figures(text, language(code))
    assert len(figures) == 1, figures
    return figures[0]


@pytest.mark.parametrize(
    ("code", "text", "value", "unit"),
    [
        ("nl", "De gemeente plantte 1.300 bomen langs de haven.", "1300", "bomen"),
        ("nl", "Het water steeg met 2,75 meter.", "2.75", "meter"),
        ("nl", "Er kwamen drieëntwintig gasten naar de zaal.", "23", "gasten"),
        ("nl", "Er liggen zesenzestig kisten op de kade.", "66", "kisten"),
        ("nl", "Er kwamen tweehonderdvijftig gasten.", "250", "gasten"),
        ("nl", "De tocht duurde 20 uur.", "20", "uur"),
        ("nl", "De klus duurde twee en een half uur.", "2.5", "uur"),
        ("nl", "Een half miljoen mensen keken toe.", "500000", "mensen"),
        ("nl", "Drie kwart van de boten bleef liggen.", "0.75", None),
        ("nl", "Het vroor min 5 graden.", "-5", "graden"),
        ("nl", "De 42-jarige bakker won.", "42", "jarige"),
        ("it", "Il comune ha piantato 1.300 alberi.", "1300", "alberi"),
        ("it", "L'acqua è salita di 2,75 metri.", "2.75", "metri"),
        ("it", "Sono arrivati ventitré ospiti.", "23", "ospiti"),
        ("it", "Ventuno barche sono in porto.", "21", "barche"),
        ("it", "Sono arrivati duecentocinquanta ospiti.", "250", "ospiti"),
        ("it", "La nave porta duemilacinquecento casse.", "2500", "casse"),
        ("it", "Il molo è lungo centottanta metri.", "180", "metri"),
        ("it", "Mezzo milione di persone ha guardato.", "500000", "persone"),
        ("it", "Tre quarti delle barche sono in porto.", "0.75", "barche"),
        ("pt", "A câmara plantou 1.300 árvores.", "1300", "árvores"),
        ("pt", "A água subiu 2,75 metros.", "2.75", "metros"),
        ("pt", "Chegaram vinte e três convidados.", "23", "convidados"),
        ("pt", "Chegaram duzentos e cinquenta convidados.", "250", "convidados"),
        ("pt", "O navio leva dois mil e quinhentos caixotes.", "2500", "caixotes"),
        ("pt", "O comboio anda a 100 quilômetros por hora.", "100", "quilômetros por hora"),
        ("pt", "Meio milhão de pessoas assistiu.", "500000", "pessoas"),
        ("pt", "Dois terços dos barcos ficaram.", str(Decimal(2) / 3), "barcos"),
        ("pt", "Comeu uma dúzia de ovos.", "12", "ovos"),
    ],
)
def test_reads_values_and_units(code, text, value, unit):
    figure = only(code, text)

    assert (figure.kind, figure.value, figure.unit) == ("quantity", Decimal(value), unit)


@pytest.mark.parametrize(
    ("code", "text", "written", "value", "currency"),
    [
        ("nl", "De brug kostte 3,5 miljoen euro.", "3,5 miljoen euro", "3500000", "EUR"),
        ("nl", "De werf kreeg twee miljoen euro.", "twee miljoen euro", "2000000", "EUR"),
        ("nl", "Het huis kost € 1.250.", "€ 1.250", "1250", "EUR"),
        ("it", "Il ponte è costato 3,5 milioni di euro.", "3,5 milioni di euro", "3500000", "EUR"),
        ("it", "Ha dato 2 miliardi e mezzo di euro.", None, "2500000000", "EUR"),
        ("it", "Ha avuto due milioni di dollari.", "due milioni di dollari", "2000000", "USD"),
        ("it", "Costa 40 euro all'ora.", "40 euro all'ora", "40", "EUR"),
        ("pt", "A ponte custou 3,5 milhões de euros.", "3,5 milhões de euros", "3500000", "EUR"),
        ("pt", "Custou 2,5 mil milhões de euros.", None, "2500000000", "EUR"),
        ("pt", "Custou dois milhões e meio de reais.", None, "2500000", "BRL"),
        ("pt", "A obra custou R$ 2,5 bi.", "R$ 2,5 bi", "2500000000", "BRL"),
    ],
)
def test_reads_money(code, text, written, value, currency):
    figure = only(code, text)

    assert (figure.value, figure.currency) == (Decimal(value), currency)
    assert written is None or figure.text == written


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("nl", "De huur steeg met 12,5 procent.", "12.5"),
        ("it", "L'affitto è salito del 12,5 per cento.", "12.5"),
        ("pt", "A renda subiu 12,5 por cento.", "12.5"),
    ],
)
def test_reads_percentages(code, text, value):
    figure = only(code, text)

    assert (figure.value, figure.percent) == (Decimal(value), True)


@pytest.mark.parametrize(
    ("code", "text", "low", "high", "unit"),
    [
        ("nl", "Tussen 5 en 7 dagen later kwam het schip.", "5", "7", "dagen"),
        ("nl", "Het duurt 10 tot 12 weken.", "10", "12", "weken"),
        ("nl", "Het duurt twee of drie dagen.", "2", "3", "dagen"),
        ("nl", "Duizenden mensen kwamen kijken.", "1000", "10000", "mensen"),
        ("nl", "Enkele honderden boten voeren mee.", "100", "1000", "boten"),
        ("it", "Serve tra 5 e 7 giorni.", "5", "7", "giorni"),
        ("it", "Dura da 10 a 12 settimane.", "10", "12", "settimane"),
        ("it", "Dura due o tre giorni.", "2", "3", "giorni"),
        ("it", "Migliaia di persone sono venute.", "1000", "10000", "persone"),
        ("pt", "Faltam entre 5 e 7 dias.", "5", "7", "dias"),
        ("pt", "Dura de 10 a 12 semanas.", "10", "12", "semanas"),
        ("pt", "Dura dois ou três dias.", "2", "3", "dias"),
        ("pt", "Várias centenas de barcos saíram.", "100", "1000", "barcos"),
    ],
)
def test_reads_ranges(code, text, low, high, unit):
    figure = only(code, text)

    assert (figure.low, figure.high, figure.unit) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    ("code", "text", "kind", "written"),
    [
        ("nl", "De sluis ging op 3 mei 2024 open.", "date", "3 mei 2024"),
        ("nl", "Het vertrek is om 20.00 uur.", "time", "20.00 uur"),
        ("nl", "In 1998 brak de dijk.", "year", "1998"),
        ("nl", "Het was de 80e verjaardag van de brug.", "ordinal", "80e"),
        ("nl", "Zie artikel 12 van de wet.", "label", "12"),
        ("it", "La chiusa ha aperto il 3 maggio 2024.", "date", "3 maggio 2024"),
        ("it", "La chiusa ha aperto il 1° maggio.", "date", "1° maggio"),
        ("it", "Nel 1998 la diga è crollata.", "year", "1998"),
        ("it", "Era l'80º anniversario del ponte.", "ordinal", "80º"),
        ("it", "Vedi articolo 12 della legge.", "label", "12"),
        ("pt", "A eclusa abriu em 3 de maio de 2024.", "date", "3 de maio de 2024"),
        ("pt", "A eclusa abriu em maio de 2024.", "date", "maio de 2024"),
        ("pt", "A partida é às 20h30.", "time", "20h30"),
        ("pt", "Em 1998 o dique cedeu.", "year", "1998"),
        ("pt", "Veja o artigo 12 da lei.", "label", "12"),
    ],
)
def test_reads_what_counts_nothing(code, text, kind, written):
    figure = only(code, text)

    assert (figure.kind, figure.text) == (kind, written)


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("nl", "Ongeveer", "mensen wachtten."),
        ("nl", "Er wachtten meer dan", "mensen."),
        ("it", "Circa", "persone aspettavano."),
        ("it", "Aspettavano più di", "persone."),
        ("pt", "Cerca de", "pessoas esperavam."),
        ("pt", "Esperavam pelo menos", "pessoas."),
    ],
)
def test_calls_bounds_and_estimates_approximate(code, before, after):
    figure = only(code, f"{before} 300 {after}")

    assert (figure.value, figure.approximate) == (300, True)
    assert not only(code, f"300 {after}").approximate


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Een van de boten ligt stil, en nog een."),
        ("it", "Una delle barche è ferma, con un treno."),
        ("pt", "Um dos barcos parou, com uma vela."),
    ],
)
def test_articles_are_no_numbers(code, text):
    assert find_figures(text, language(code)) == ()


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("de", "Es kostet zwei Millionen Euro.", "2000000"),
        ("de", "Es kostet hundert Milliarden Euro.", "100000000000"),
        ("fr", "Il y a dix-sept arbres.", "17"),
        ("fr", "Il y a soixante-dix-huit arbres.", "78"),
    ],
)
def test_reads_a_number_of_several_words_to_its_end(code, text, value):
    assert only(code, text).value == Decimal(value)


def test_a_language_without_words_has_figures_in_digits():
    nowhere = Language("xx", {"name": "Nowhere"}, ())
    text = "one hundred, 80th, 5 to 7, May 5, at 10:15, 1.300 m, $5, half of 3.5, 2024, 三千人"
    found = [(figure.text, figure.kind) for figure in find_figures(text, nowhere)]

    assert ("10:15", "time") in found
    assert ("3.5", "quantity") in found
    assert "one hundred" not in dict(found)


TABLES = sorted(Path(languages.__path__[0]).glob("*.toml"))


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.name)
def test_every_line_about_figures_is_read(table):
    package = Path(languages.__path__[0]).parent
    code = "".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    sections = tomllib.loads(table.read_text("utf-8"))
    names = [*sections["time"], *sections["numbers"]]

    assert [name for name in names if not re.search(rf'[".{{|=]{name}["}}|]', code)] == []


def test_korean_tens_begin_no_number():
    assert CJK_SCALES["십"] == 1
    assert not {*"십백천"} & {*CJK}
    assert not list(find_figures("백화점과 천막", language("ko")))
