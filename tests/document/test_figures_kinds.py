"""Kinds of figures that were once read wrongly: each with variants, in several languages."""

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
