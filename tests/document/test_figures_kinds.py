"""Kinds of figures that were once read wrongly: each with variants, in several languages."""

from decimal import Decimal

import pytest

from summarizer.document.figures import Figure, find_figures
from summarizer.languages.table import language


def quantities(code: str, text: str) -> list[Figure]:
    return [each for each in find_figures(text, language(code)) if each.kind == "quantity"]


def read(code: str, text: str) -> str:
    """Return what the quantities of a text are, as ``value unit`` or ``low..high unit``."""
    return ", ".join(map(_described, quantities(code, text)))


def _described(figure: Figure) -> str:
    value = f"{figure.low}..{figure.high}" if figure.value is None else f"{figure.value}"
    return f"{value} {figure.currency or figure.unit or ''}".strip()


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "On Monday 14 were freed.", "14"),
        ("en", "In Gaza 61 died.", "61"),
        ("en", "In New York 61 drowned.", "61"),
        ("en", "By Friday 31 had died.", "31"),
        ("en", "Near Kyiv 9 of the wounded were carried out.", "9"),
        ("de", "Im vergangenen Jahr 48 Unfälle zählte die Polizei.", "48 Unfälle"),
        ("de", "In Köln 12 Tote, in Bonn 3 Verletzte.", "12 Tote, 3 Verletzte"),
        ("de", "Am Montag 14 wurden befreit.", "14"),
        ("fr", "À Gaza 61 sont morts.", "61"),
        ("es", "En Gaza 61 murieron.", "61"),
        ("en", "In May 14 people left, in June 48 people.", "14 people, 48 people"),
        ("en", "On May 14 people left.", ""),
        ("en", "They begin August 20 in Ostara, in Sept. 11 films.", ""),
        ("en", "In May 2019 people left.", ""),
        ("de", "Im Juni 48 Unfälle. Im Mai 12 Tote.", "48 Unfälle, 12 Tote"),
        ("de", "Es sollten durch den Ausbau 240 Stellen entstehen.", "240 Stellen"),
        ("de", "Am Freitag kamen zum Fest 300 Gäste.", "300 Gäste"),
        ("de", "Zuletzt spielten gegen Bayern 11 Frauen.", "11 Frauen"),
        ("en", "In Section 427 were two of them.", "2"),
        ("en", "In Building 7 were rats.", ""),
        ("en", "In Windows 11 were bugs.", ""),
        ("en", "In Ostara 13 he starred.", ""),
        ("en", "The cuts in CO 2 planned there.", ""),
    ],
)
def test_counts_after_a_place_or_a_day(code, text, right):
    assert read(code, text) == right


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "It will cost Rs 2.5 lakh crore.", "2500000000000 Rs"),
        ("en", "It cost two lakh crore rupees.", "2000000000000 rupees"),
        ("en", "About 3 hundred thousand people came.", "300000 people"),
        ("en", "It cost 3 hundred million euros.", "300000000 EUR"),
        ("en", "Cocoa rose to £5 m a shipment.", "5000000 GBP"),
        ("en", "It sold $5 T-shirts.", "5 USD"),
        ("en", "They face a £5-7bn hole.", "5000000000..7000000000 GBP"),
        ("en", "They face a €5m-7m hole.", "5000000..7000000 EUR"),
        ("en", "It costs $1.5–2 trillion.", "1500000000000..2000000000000 USD"),
        ("de", "Es kostet 5,5-7,5 Mio. Euro.", "5500000..7500000 EUR"),
        ("pt", "Custou 2,5 mil milhões de euros.", "2500000000 EUR"),
    ],
)
def test_applies_every_magnitude(code, text, right):
    assert read(code, text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It set aside Sh50 million.", "50000000 Sh"),
        ("It set aside Ksh300,000.", "300000 KES"),
        ("Norrland gave SKr 300m (€27m).", "300000000 SEK, 27000000 EUR"),
        ("It cost N5bn and N50,000.", "5000000000 NGN, 50000 NGN"),
        ("They wore N95 masks.", ""),
        ("It cost Dh300, QR1.2m and Tk500.", "300 AED, 1200000 QAR, 500 BDT"),
    ],
)
def test_reads_currencies_before_numbers(text, right):
    assert read("en", text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Net loss: $(3.4) million against $(1.1) million.", "-3400000 USD, -1100000 USD"),
        ("It lost £(5m) and US$(12).", "-5000000 GBP, -12 USD"),
        ("It booked £-3m and -£4m.", "-3000000 GBP, -4000000 GBP"),
        ("It booked $–5bn and €-2.5.", "-5000000000 USD, -2.5 EUR"),
        ("Lows of -12 to -15 degrees C are due.", "-15..-12 degrees C"),
        ("It fell to –5 degrees.", "-5 degrees"),
        ("It ran from -5 to 3 degrees.", "-5..3 degrees"),
        ("The fund ($4.2bn) and $3-$5 each.", "4200000000 USD, 3..5 USD"),
        ("It is $ (5) there.", "5"),
    ],
)
def test_reads_signs(text, right):
    assert read("en", text) == right


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It made $24.7 million a year earlier.", "$"),
        ("It made £3 a day later.", "£"),
        ("It was 5 tonnes a month ago.", "tonnes"),
        ("It sold 24 a year earlier.", None),
        ("It pays $5 a year before tax.", "$ a year"),
        ("It pays $5 a day later this week.", "$"),
    ],
)
def test_a_year_earlier_is_no_rate(text, unit):
    assert [each.unit for each in quantities("en", text)] == [unit]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("A 7-to-10-day delay.", "7..10 day"),
        ("The five-to-seven-year plan.", "5..7 year"),
        ("The 18-to-24 age group.", "18..24 age"),
        ("A two-to-three-hour wait.", "2..3 hour"),
        ("A 10-to-15-mile ride.", "10..15 mile"),
    ],
)
def test_reads_ranges_with_hyphens(text, right):
    assert read("en", text) == right


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "It is one and one-half miles east.", "1.5 miles"),
        ("en", "The rate is zero point five percent.", "0.5 percent"),
        ("en", "It has two point two five million fans.", "2250000 fans"),
        ("en", "At one point five people were inside.", "5 people"),
        ("en", "Three quarters of a million homes lost power.", "750000 homes"),
        ("en", "A million and a half people signed.", "1500000 people"),
        ("en", "The cut is half of one percent of the budget.", "0.5 percent"),
        ("en", "It is a quarter of one per cent.", "0.25 per cent"),
        ("en", "It is half of 1% now.", "0.5 %"),
        (
            "en",
            "One hundred twenty three million four hundred fifty six thousand and nine ants came.",
            "123456009 ants",
        ),
        ("de", "Es kostete anderthalb Millionen Euro.", "1500000 EUR"),
        ("de", "Es sind null Komma fünf Prozent.", "0.5 Prozent"),
        ("es", "Cuesta 3 millones y medio de euros.", "3500000 EUR"),
        ("es", "Es el cero coma cinco por ciento.", "0.5 por ciento"),
        ("fr", "C'est zéro virgule vingt-cinq pour cent.", "0.25 pour cent"),
        ("fr", "Il a perdu deux millions et demi de francs.", "2500000 francs"),
    ],
)
def test_reads_parts_and_decimals_in_words(code, text, right):
    assert read(code, text) == right


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "It took an hour and a half.", "1.5 hour"),
        ("en", "He got a year and a half, she two years and a half.", "1.5 year, 2.5 years"),
        ("en", "He ran a mile and a quarter.", "1.25 mile"),
        ("en", "The baby weighed 7lb 8oz.", "7.5 lb"),
        ("en", "He weighs 12st 7lb.", "12.5 st"),
        ("en", "He is 6ft 3in tall.", "6.25 ft"),
        ("en", "The 6-foot-3 forward came.", "6.25 foot"),
        ("en", "A six-foot-three man and a 6-foot-9-inch one.", "6.25 foot, 6.75 foot"),
        ("en", "Stay 5 feet from 3 men.", "5 feet, 3 men"),
        ("en", "In 12 St James they met.", "12 St James"),
        ("fr", "Il a attendu une heure et demie.", "1.5 heure"),
        ("es", "Esperó dos horas y media.", "2.5 horas"),
        ("de", "Es dauerte zweieinhalb Stunden.", "2.5 Stunden"),
    ],
)
def test_reads_measures_of_two_parts_as_one(code, text, right):
    assert read(code, text) == right


THIRD, TWO_THIRDS = Decimal(1) / 3, Decimal(2) / 3


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "One in three households cook.", f"{THIRD} households"),
        ("en", "1 in 4 adults smokes.", "0.25 adults"),
        ("en", "Four out of five bakers agree.", "0.8 bakers"),
        ("en", "Six in 10 said so.", "0.6"),
        ("en", "One in three of the voices sang.", f"{THIRD} voices"),
        ("en", "Nearly four in 10 — 38 percent — swam.", "0.4, 38 percent"),
        ("en", "It is 1 in 1,000 births.", "0.001 births"),
        ("en", "It killed two in three attacks.", "2, 3 attacks"),
        ("en", "It hit five in ten minutes.", "5, 10 minutes"),
        ("en", "It sacked 300 out of 1,200 workers.", "300, 1200 workers"),
        ("en", "Sales fell by a third to £90m.", f"{THIRD}, 90000000 GBP"),
        ("en", "It grew by almost a quarter.", "0.25"),
        ("en", "It was sold by a third party.", ""),
        ("fr", "Un élu sur trois est parti.", f"{THIRD} élu"),
        ("fr", "Deux Suisses sur trois ont peur.", f"{TWO_THIRDS} Suisses"),
        ("de", "Vier von fünf Befragten sagen das.", "0.8 Befragten"),
        ("es", "Dos de cada tres vecinos fueron.", f"{TWO_THIRDS} vecinos"),
        ("es", "Uno de cada cuatro hogares paga.", "0.25 hogares"),
    ],
)
def test_reads_ratios(code, text, right):
    assert read(code, text) == right


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("zh", "计划投资一万五千亿元。", "1500000000000 CNY"),
        ("zh", "计划投资三千万亿元。", "3000000000000000 CNY"),
        ("ja", "1億2000万円を使った。", "120000000 JPY"),
        ("ja", "失業率は３．５％だった。", "3.5 ％"),
        ("ja", "１２３，４５６人が来た。", "123456 人"),
        ("ja", "3．5万人が来た。", "35000 人"),
        ("en", "It sold 816 000 t, not 934 000 t.", "816000 t, 934000 t"),
        ("en", "They counted 1 234 567 people.", "1234567 people"),
        ("en", "It costs $12 000.", "12000 USD"),
        ("en", "It sold 20 300 men a hat.", "20300 men"),
    ],
)
def test_reads_groups_and_powers(code, text, right):
    assert read(code, text) == right


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("In a Form 10-K filing it said so.", ["10-K"]),
        ("The 401(k) limit and 501(c)(3) groups.", ["401(k)", "501(c)(3)"]),
        ("He earns a six-figure salary.", ["six-figure"]),
        ("It has a 10-digit code.", ["10-digit"]),
        ("A 4K screen, shot in 8K.", ["4K", "8K"]),
        ("He won 6-4, 3-6, 7-6.", ["6-4", "3-6", "7-6"]),
        ("They lost 3-6, 6-4, 2-6.", ["3-6", "6-4", "2-6"]),
        ("Call 0800 123 4567 for help.", ["0800 123 4567"]),
        ("Call 020 7946 0958 now.", ["020 7946 0958"]),
        ("Call (555) 123-4567 now.", ["555) 123-4567"]),
    ],
)
def test_names_are_no_quantities(text, labels):
    figures = find_figures(text, language("en"))

    assert [(each.text, each.kind) for each in figures] == [(text, "label") for text in labels]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("A 50-MW plant.", "50 MW"),
        ("The app has 4K users.", "4000 users"),
        ("It lists 5-9, 10-14, 15-19.", "5..9, 10..14, 15..19"),
        ("A six-star hotel.", "6 star"),
    ],
)
def test_quantities_are_no_names(text, right):
    assert read("en", text) == right


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "Unemployment fell from 4.5 % to 4.2 %.", "fall 4.2..4.5 %"),
        ("en", "It rose by 0.3 points, from $4.5 million to $5m.", "rise 4500000..5000000 $"),
        ("en", "The force was cut from 900 to 700 officers.", "fall 700..900 officers"),
        ("en", "It went, in the town, from three to five schools.", "rise 3..5 schools"),
        ("de", "Die Quote sank von 4,5 auf 4,2 Prozent.", "fall 4.2..4.5 Prozent"),
        ("de", "Sie ist von 4,2 auf 4,5 Prozent gestiegen.", "rise 4.2..4.5 Prozent"),
        ("fr", "Le taux est passé de 4,5 % à 4,2 %.", "fall 4.2..4.5 %"),
        ("es", "El paro bajó de 4,5 % a 4,2 %.", "fall 4.2..4.5 %"),
        ("it", "Il tasso è sceso dal 4,5 al 4,2 per cento.", "fall 4.2..4.5 per cento"),
        ("pt", "A taxa caiu de 4,5% para 4,2%.", "fall 4.2..4.5 %"),
        ("nl", "Het daalde van 4,5 naar 4,2 procent.", "fall 4.2..4.5 procent"),
        ("en", "The rise ranges from 5 to 7 percent.", "None 5..7 percent"),
        ("en", "Children aged from 5 to 7 years fell ill.", "None 5..7 years"),
        ("en", "It takes 5 to 7 years.", "None 5..7 years"),
        ("en", "Growth of between 5 and 7 percent is likely.", "None 5..7 percent"),
    ],
)
def test_a_change_is_no_range(code, text, right):
    *_, figure = quantities(code, text)
    assert f"{figure.change} {figure.low}..{figure.high} {figure.unit}" == right


@pytest.mark.parametrize(
    ("code", "text", "approximate"),
    [
        ("en", "A row about 300 jobs began.", False),
        ("en", "There were clashes over £4.2m of aid.", False),
        ("en", "The debate about 12 trees went on.", False),
        ("en", "They are in talks over 40 ships.", False),
        ("de", "Der Streit über 300 Stellen dauert an.", False),
        ("en", "It cost about 300 crowns.", True),
        ("en", "It got of the deal almost $2.2 billion.", True),
        ("en", "Over 300 jobs will go.", True),
        ("en", "He lost about 12 trees.", True),
    ],
)
def test_what_a_row_is_about_is_not_approximate(code, text, approximate):
    (figure,) = quantities(code, text)
    assert figure.approximate is approximate


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "He is 5'6\" tall.", "5.5 foot"),
        ("en", "She is 6’3” tall.", "6.25 foot"),
        ("en", "A 5′9″ guard scored.", "5.75 foot"),
        ("en", "Both are over 6'0\".", "6 foot"),
        ("en", "He sang '5'13\".", "5, 13"),
        ("en", "It is a 50m-60m euros plan.", "50000000..60000000 EUR"),
        ("en", "They caught 5m-6m tonnes.", "5000000..6000000 tonnes"),
        ("en", "They caught 5m to 6m tonnes.", "5000000..6000000 tonnes"),
        ("en", "It was a 50m-60m race.", "50..60 m"),
        ("en", "It flew 50m-60m.", "50..60 m"),
        ("en", "It met at 0600 GMT and 1430 EST.", ""),
        ("de", "Einer von drei Wählern blieb fern.", f"{1 / Decimal(3)} Wählern"),
        ("de", "Eine von vier Frauen blieb fern.", "0.25 Frauen"),
        ("de", "Jeder von fünf Läden schloss.", "0.2 Läden"),
        ("de", "Eine von der Stadt und 5 andere.", "5 andere"),
        ("de", "Die Zahl fiel um ein Drittel.", f"{1 / Decimal(3)}"),
        ("de", "Der Preis stieg um ein Viertel auf 90 Euro.", "0.25, 90 EUR"),
        ("en", "One fourth of the voters left.", "0.25 voters"),
        ("en", "It reached 2.14degF.", "2.14 degF"),
        ("en", "It took 1.3 A/cm2.", "1.3 A/cm2"),
        ("en", "It is 1⁄128 of a US gallon.", "0.0078125 gallon"),
        ("en", "It is half a US pint.", "0.5 pint"),
        ("en", "The sea will rise 11 FEET per century.", "11 FEET per century"),
        ("en", "He won 12 100-metre races.", "12 races, 100 metre"),
        ("en", "They hired 60 commercial fishermen.", "60 commercial fishermen"),
        ("en", "It is one of the other 53 states.", "1, 53 states"),
        ("en", "Two Germans in Ostara left.", "2 Germans"),
        ("en", "Eight other employees left.", "8 other employees"),
        ("en", "They have eight more picks.", "8 picks"),
        ("en", "It is 40k cheaper there.", "40000"),
        ("en", "It is growing 5 percent a year.", "5 percent a year"),
        ("en", "It was built in A.D. 1000, and will fall by 2120.", ""),
        ("en", "The S&P/ASX 200 gained.", ""),
        ("en", "Its PLX-R18 works.", ""),
        ("en", "It fell to 125.8 p.", "125.8 p"),
        ("en", "Crews fill 300 potholes a week.", "300 potholes a week"),
        ("en", "It makes 1990 boats a year.", "1990 boats a year"),
        ("en", "It lost 300 boats a year ago.", "300 boats"),
        ("fr", "Il transporte 40 passagers par jour.", "40 passagers par jour"),
    ],
)
def test_further_kinds(code, text, right):
    assert read(code, text) == right


@pytest.mark.parametrize(
    ("code", "text", "right", "change"),
    [
        ("en", "It fell from 410,000 in 2024 to 355,000.", "355000..410000", "fall"),
        ("en", "It rose from 1.2 million in 2019 to 1.8 million.", "1200000..1800000", "rise"),
        ("en", "It dropped from 4.5% in March to 4.2% in April.", "4.2..4.5 %", "fall"),
        (
            "en",
            "Sales slid from $5bn a year earlier to $4bn.",
            "4000000000..5000000000 USD",
            "fall",
        ),
        ("en", "Deaths fell from 48 people in May 2023 to 35.", "35..48 people", "fall"),
        ("de", "Sie fiel von 48 Toten im Jahr 2020 auf 35.", "35..48 Toten", "fall"),
        ("de", "Sie ist von 410 im Vorjahr auf 355 Fälle gesunken.", "355..410 Fälle", "fall"),
        ("fr", "Il est passé de 5 % en 2020 à 4 %.", "4..5 %", "fall"),
        ("es", "Bajó de 5,5% en 2020 a 4,2%.", "4.2..5.5 %", "fall"),
        ("it", "È sceso dal 5 per cento nel 2020 al 4 per cento.", "4..5 per cento", "fall"),
        ("nl", "Het daalde van 48 doden in 2020 naar 35.", "35..48 doden", "fall"),
        ("pt", "Caiu de 48 mortes em 2020 para 35.", "35..48 mortes", "fall"),
    ],
)
def test_joins_a_change_with_words_between_its_ends(code, text, right, change):
    (figure,) = quantities(code, text)
    assert (_described(figure), figure.change) == (right, change)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("He moved from 3 boats in 2020 to 4 cars.", "3 boats, 4 cars"),
        ("Trains run from 5 in May to 12.", "5, 12"),
        ("It rose from 3% in 2020 to $4m.", "3 %, 4000000 USD"),
    ],
)
def test_joins_no_change_of_two_kinds(text, right):
    assert read("en", text) == right


@pytest.mark.parametrize(
    ("code", "text", "year"),
    [
        ("fr", "Le village existe depuis 1887.", "1887"),
        ("fr", "Elle fut restaurée vers 1702.", "1702"),
        ("de", "Die Firma gibt es seit 1887.", "1887"),
        ("de", "Die Kirche wurde 1450 gebaut.", "1450"),
        ("de", "Die 1887 in Köln gegründete Firma.", "1887"),
        ("es", "La empresa existe desde 1887.", "1887"),
        ("it", "La ditta esiste dal 1887.", "1887"),
        ("nl", "Het bedrijf bestaat sinds 1887.", "1887"),
        ("pt", "A empresa existe desde 1887.", "1887"),
        ("en", "It was built c. 1450.", "1450"),
    ],
)
def test_reads_a_year_behind_its_word(code, text, year):
    (figure,) = find_figures(text, language(code))
    assert (figure.kind, figure.value) == ("year", Decimal(year))


def test_a_count_behind_the_same_words_is_no_year():
    assert read("de", "Sie stieg um 1450 Euro.") == "1450 EUR"


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "One in ten thousand voters.", "0.0001 voters"),
        ("en", "One in a million homes.", "0.000001 homes"),
        ("en", "1 in 250 adults.", "0.004 adults"),
        ("en", "Five in 100,000 people.", "0.00005 people"),
        ("nl", "Een op de vier gezinnen.", "0.25 gezinnen"),
        ("nl", "Vier op de tien kinderen.", "0.4 kinderen"),
        ("pt", "Uma em cada quatro famílias.", "0.25 famílias"),
        ("it", "Una famiglia su quattro.", "0.25 famiglia"),
        ("it", "Due su cinque ragazzi.", "0.4 ragazzi"),
        ("de", "Sie sank um ein Viertel gegenüber Mai.", "0.25"),
        ("de", "Sie sank um drei Viertel.", "0.75"),
        ("nl", "Het daalde met een kwart.", "0.25"),
        ("es", "Bajó en un cuarto.", "0.25"),
        ("es", "Votaron tres cuartas partes.", "0.75"),
        ("en", "四分之一", "0.25"),
        ("en", "増加は百分之五点二。", "5.2 %"),
        ("en", "4分の1が反対した。", "0.25"),
    ],
)
def test_reads_parts_of_a_whole(code, text, right):
    assert read(code, text) == right


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "It ran 12 500 km.", "12500 km"),
        ("en", "It cost €45 300.", "45300 EUR"),
        ("en", "In Boeing 737 500 people sat.", "500 people"),
        ("en", "정부는 3조 5000억 원을 썼다.", "3500000000000 KRW"),
        ("en", "1만 2,000명이 왔다.", "12000 명"),
        ("en", "Some 20-30,000 people came.", "20000..30000 people"),
        ("en", "It costs £20-30,000.", "20000..30000 GBP"),
        ("en", "It took 100-1,000 days.", "100..1000 days"),
        ("en", "There were 10⁶ cells.", "1000000 cells"),
        ("en", "It rose 7³ per cent to €12⁴ billion.", "7 per cent, 12000000000 EUR"),
        ("en", "It cut 5,000¹ jobs on 5 m².", "5000 jobs, 5 m²"),
        ("en", "It took half an hour.", "0.5 hour"),
        ("en", "It lasted two and three-quarter hours.", "2.75 hours"),
        ("en", "He is 5 foot 8.", f"{Decimal(5) + Decimal(8) / 12} foot"),
        ("en", "It is a 25-basis-point cut.", "25 basis-point"),
        ("it", "Costò tre milioni di euro per la città.", "3000000 EUR"),
        ("nl", "Er kwamen anderhalf miljoen mensen.", "1500000 mensen"),
    ],
)
def test_reads_the_whole_of_a_number(code, text, right):
    assert read(code, text) == right


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "It cost 5 million Kenyan shillings.", "5000000 KES"),
        ("en", "It cost 300 Peruvian soles.", "300 PEN"),
        ("en", "It cost 20m tenge.", "20000000 KZT"),
        ("en", "It cost BGN 5m and RON 3.5 million.", "5000000 BGN, 3500000 RON"),
        ("en", "It cost MUR 300,000.", "300000 MUR"),
        ("de", "Es kostet 500 Kenia-Schilling.", "500 KES"),
        ("fr", "Il coûte 500 shillings kényans.", "500 KES"),
        ("en", "He got 5 marks in TOP 10 and ALL 50 tests.", "5 marks, 50 tests"),
        ("en", "It rose in XAF 15.", ""),
    ],
)
def test_knows_the_currencies_of_the_world(code, text, right):
    assert read(code, text) == right


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "She tested negative 5 times.", "5 times"),
        ("en", "They were negative 48 hours later.", "48 hours"),
        ("en", "Growth was negative 1.2 percent.", "-1.2 percent"),
        ("en", "It was negative 5 to negative 8 degrees.", "-8..-5 degrees"),
        ("en", "Plus or minus 3 points.", "3 points"),
        ("es", "Más o menos 12 vecinos firmaron.", "12 vecinos"),
        ("es", "Más o menos 12 grados.", "12 grados"),
        ("es", "Ni más ni menos 12 euros.", "12 EUR"),
        ("es", "Cuando menos 20 personas.", "20 personas"),
        ("es", "Entre menos 3 y menos 8 grados.", "-8..-3 grados"),
        ("es", "Un saldo de menos 3 millones de euros.", "-3000000 EUR"),
        ("fr", "Le pont est refait en moins 2 jours.", "2 jours"),
        ("fr", "Pas moins 12 euros.", "12 EUR"),
        ("fr", "Il a fait moins cinq degrés.", "-5 degrés"),
        ("pt", "Fez menos 3 graus.", "-3 graus"),
    ],
)
def test_a_word_is_a_sign_before_degrees_per_cent_and_money(code, text, right):
    assert read(code, text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Of the boats 45 (12)% of them sank.", "45, 12"),
        ("Smith (12) b Jones.", "12"),
        ("Growth was (2.1)% again.", "-2.1 %"),
        ("The result was (4.5) million.", "-4500000"),
    ],
)
def test_a_bracket_is_a_loss_before_a_scale_and_behind_no_number(text, right):
    assert read("en", text) == right


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("en", "She rated it a 7.", "7"),
        ("en", "He got a 9, she a 10.", "9, 10"),
        ("es", "Le puso un 15.", "15"),
        ("en", "He filed a 1099.", ""),
    ],
)
def test_a_mark_behind_an_article_is_a_figure_and_a_form_is_none(code, text, right):
    assert read(code, text) == right
