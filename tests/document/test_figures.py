import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.figures import Figure, find_figures
from summarizer.document.outline import outline
from summarizer.languages.table import codes, language


def find(text: str) -> tuple[Figure, ...]:
    return outline(text).figures


def only(text: str) -> Figure:
    figures = find(text)
    assert len(figures) == 1, figures
    return figures[0]


def values(text: str) -> list[str]:
    return [str(f.value) for f in find(text) if f.kind == "quantity"]


EN = "The mayor said of the plan that it was for the town. "
DE = "Der Rat hat mit der Stadt nicht die Mittel und das Geld. "
FR = "Le maire et les élus sont dans la ville pour le plan des rues. "
ES = "El alcalde y los vecinos fueron a la plaza con las flores por la tarde. "


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("They planted 1,300 trees.", "1300", "trees"),
        ("It cost 12,345.67 dollars.", "12345.67", "dollars"),
        ("They sold 1,00,000 lamps.", "100000", "lamps"),
        ("They sold 1’300 lamps.", "1300", "lamps"),
        ("They sold 1\u202f300\u202f500 lamps.", "1300500", "lamps"),
        ("A crowd of 3.5 million people came.", "3500000", "people"),
        ("The app has 10k users.", "10000", "users"),
        ("The lake holds 2 lakh fish.", "200000", "fish"),
        ("He hired twenty-three thousand painters.", "23000", "painters"),
        ("It took one and a half hours.", "1.5", "hours"),
        ("It took two-and-a-half hours.", "2.5", "hours"),
        ("It took 2½ hours.", "2.5", "hours"),
        ("It is 1 ½ miles long.", "1.5", "miles"),
        ("It has a 5,000-square-foot hall.", "5000", "square-foot"),
        ("It burns 7.2L/100km on average.", "7.2", "L/100km"),
        ("Only one baker came.", "1", "baker"),
        ("It hurt one man.", "1", "man"),
        ("It is 1/2 mile away.", "0.5", "mile"),
        ("He ate a dozen eggs.", "12", "eggs"),
        ("He ate two dozen eggs.", "24", "eggs"),
        ("It lies one mile away.", "1", "mile"),
        ("A village of half a million people.", "500000", "people"),
        ("It weighs 1.5×10^3 kg.", "1500", "kg"),
        ("It weighs 1.5 x 10^3 kg.", "1500", "kg"),
        ("The 14-year reign ended.", "14", "year"),
        ("A 42-year-old baker won.", "42", "year-old"),
        ("A six-month ban began.", "6", "month"),
        ("They hired 14 first-team players.", "14", "first-team players"),
        ("It fell to minus 5 degrees.", "-5", "degrees"),
        ("The index moved −4.5% lower.", "-4.5", "%"),
        ("It drove 100 km/h there.", "100", "km/h"),
        ("It covers 5 square miles.", "5", "square miles"),
        ("They work 40 hours a week.", "40", "hours a week"),
        ("A margin of plus or minus 3 points.", "3", "points"),
        ("The rate rose 0.25 percentage points.", "0.25", "percentage points"),
        ("short of the 22 billion expected by analysts", "22000000000", None),
    ],
)
def test_reads_value_and_unit(text, value, unit):
    figure = only(text)
    assert (figure.kind, figure.value, figure.unit) == ("quantity", Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        (DE + "Es sind 1.300 Bäume.", "1300", "Bäume"),
        (DE + "Es kostet 3,5 Milliarden Euro.", "3500000000", "Euro"),
        (DE + "Es kamen dreiundzwanzig Gäste.", "23", "Gäste"),
        (DE + "Es kamen zweihundert Gäste.", "200", "Gäste"),
        (DE + "Es stieg um 12,5 Prozent.", "12.5", "Prozent"),
        (FR + "Il y a 1 300 arbres.", "1300", "arbres"),
        (FR + "Il y a quatre-vingt-dix-sept arbres.", "97", "arbres"),
        (FR + "Il y a vingt et un arbres.", "21", "arbres"),
        (FR + "Ils ont 3,5 millions d'euros.", "3500000", "euros"),
        (ES + "Hay treinta y cinco árboles.", "35", "árboles"),
        (ES + "Hay 1.300 árboles.", "1300", "árboles"),
        (ES + "Cuesta mil millones de euros.", "1000000000", "euros"),
        ("共有三千人参加。", "3000", "人"),
        ("約1億2000万円かかる。", "120000000", "円"),
        ("وصل ١٥٠٠ زائر", "1500", "زائر"),
        ("गाँव में १५०० किसान", "1500", "किसान"),
        ("गाँव में 5 लाख लोग", "500000", "लोग"),
    ],
)
def test_reads_other_languages_and_scripts(text, value, unit):
    figure = find(text)[-1]
    assert (figure.kind, figure.value, figure.unit) == ("quantity", Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "written", "value", "currency"),
    [
        ("It cost $3.2 billion then.", "$3.2 billion", "3200000000", "USD"),
        ("It cost C$3m then.", "C$3m", "3000000", "CAD"),
        ("It cost €5.", "€5", "5", "EUR"),
        ("It cost 5,000 Canadian dollars.", "5,000 Canadian dollars", "5000", "CAD"),
        ("It cost AUD1.5m then.", "AUD1.5m", "1500000", "AUD"),
        ("It cost ₹3 lakh.", "₹3 lakh", "300000", "INR"),
        ("It cost Rs 500.", "Rs 500", "500", None),
        ("He owes -$5.", "-$5", "-5", "USD"),
        ("It pays $25 an hour.", "$25 an hour", "25", "USD"),
        ("It trades at $62.50 per barrel.", "$62.50 per barrel", "62.50", "USD"),
    ],
)
def test_reads_currencies(text, written, value, currency):
    figure = only(text)
    assert (figure.text, figure.value, figure.currency) == (written, Decimal(value), currency)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It needs 5-7 cooks.", "5", "7", "cooks"),
        ("Between 5 and 7 days passed.", "5", "7", "days"),
        ("It rose from 5 to 7 percent.", "5", "7", "percent"),
        ("It fell from 50 to 30 points.", "30", "50", "points"),
        ("It costs $5 to $7 million.", "5000000", "7000000", "$"),
        ("It costs £40-50.", "40", "50", "£"),
        ("It costs from $500,000 to $1 million a year.", "500000", "1000000", "$ a year"),
        ("It lasts two or three days.", "2", "3", "days"),
        (DE + "Es dauert 10 bis 12 Tage.", "10", "12", "Tage"),
        ("Thousands of people came.", "1000", "10000", "people"),
        ("It lost tens of thousands of dollars.", "10000", "100000", "dollars"),
        ("Several hundred bakers met.", "100", "1000", "bakers"),
    ],
)
def test_reads_ranges(text, low, high, unit):
    figure = only(text)
    assert figure.value is None
    assert (figure.low, figure.high, figure.unit) == (Decimal(low), Decimal(high), unit)


def test_keeps_two_numbers_apart_that_are_no_range():
    assert values("It rose 7% to $2.3 billion.") == ["7", "2300000000"]
    assert values("It lost 5 points to 20 points.") == ["5", "20"]
    assert values("They saw two foxes and three hens.") == ["2", "3"]
    assert values("It came to 6.7% from 6.29%.") == ["6.7", "6.29"]


@pytest.mark.parametrize(
    "before",
    [
        "about ",
        "more than ",
        "at least ",
        "up to ",
        "~",
        "nearly ",
        "as many as ",
        "sub-",
        "(around ",
    ],
)
def test_calls_bounds_and_estimates_approximate(before):
    assert only(f"It took {before}300 days.").approximate
    assert not only("It took the 300 days.").approximate


def test_calls_a_number_with_more_after_it_approximate():
    assert only("It took 300+ days.").approximate
    assert only("It took 300 or so.").approximate


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("It happened in 2024.", "year", "2024"),
        ("It happened in the 1990s.", "year", "1990s"),
        ("The 2019-20 season ended.", "year", "2019-20"),
        ("On August 12, 2024 it rained.", "date", "August 12, 2024"),
        ("On 12 August 2024 it rained.", "date", "12 August 2024"),
        ("It rained in August 2024.", "date", "August 2024"),
        ("It rained on 2024-08-12.", "date", "2024-08-12"),
        ("It rained Sept. 20-24.", "date", "Sept. 20-24"),
        ("Es war am 3. Oktober.", "date", "3. Oktober"),
        ("2024年8月12日", "date", "2024年8月12日"),
        ("At 10:15 it rained.", "time", "10:15"),
        ("At 8.30 pm it rained.", "time", "8.30 pm"),
        ("At 7 p.m. it rained.", "time", "7 p.m."),
        ("See Section 427 of it.", "label", "427"),
        ("A Boeing 737 landed.", "label", "737"),
        ("He lives at No. 10 now.", "label", "10"),
        ("The COVID-19 wave came.", "label", "COVID-19"),
        ("It is on A4 paper.", "label", "A4"),
        ("Call 1-800-555-1234 now.", "label", "1-800-555-1234"),
        ("Version 1.2.3 is out.", "label", "1.2.3"),
        ("They won 3-1 there.", "label", "3-1"),
        ("Women aged 25 to 54 came.", "label", "25 to 54"),
        ("The FTSE 100 closed.", "label", "100"),
        ("It came top 10 there.", "label", "10"),
        ("Agent 007 came.", "label", "007"),
        ("It is the 80th day.", "ordinal", "80th"),
        ("It was the first time.", "ordinal", "first"),
        ("The twenty-first century came.", "ordinal", "twenty-first"),
    ],
)
def test_tells_what_counts_from_what_does_not(text, kind, written):
    figure = only(text)
    assert (figure.kind, figure.text, figure.ordinal) == (kind, written, kind == "ordinal")


def test_reads_a_number_that_ends_the_text():
    assert [f.kind for f in find("between 2016 and 2018")] == ["year", "year"]
    assert only("It grew by 12").value == 12


def test_gives_years_a_value_and_decades_their_ends():
    assert only("It happened in 2024.").value == 2024
    decade = only("It happened in the 1990s.")
    assert (decade.value, decade.low, decade.high) == (None, 1990, 1999)


def test_counts_a_round_thousand_that_could_be_a_year():
    assert only("They sent 2000 troops.").value == 2000
    assert only("They sent 2000 troops.").kind == "quantity"


@pytest.mark.parametrize(
    "text",
    [
        "No one came, and one wonders why.",
        "Wait a second.",
        "May I come?",
        "It was a multi-million project.",
        "The second half and the half-time show.",
        EN + "He was there once.",
        "这是一个问题，十分重要。",
        "",
        " \n\u00a0",
    ],
)
def test_invents_no_number(text):
    assert [figure for figure in find(text) if figure.kind == "quantity"] == []


def test_finds_the_figures_of_a_report():
    report = (
        "The council marked the 80th birthday of the bridge.\n"
        "It has sent roughly 15,000 masons to the river since 2024, after a 14-year delay.\n"
        "Thousands of them stayed."
    )
    found = [(f.text, f.kind, f.unit, f.approximate) for f in find(report)]
    assert found == [
        ("80th", "ordinal", "birthday", False),
        ("15,000", "quantity", "masons", True),
        ("2024", "year", None, False),
        ("14-year", "quantity", "year", False),
        ("Thousands", "quantity", None, True),
    ]


PIECES = st.sampled_from(
    [
        *"0123456789.,-–/:$£€%'’½三千万億年月日人+#~()\n\u00a0 ",
        *[
            " one",
            "twenty",
            "half",
            " a ",
            "third",
            " million",
            "bn",
            "k",
            "m",
            "th",
            " of ",
            " and ",
        ],
        *[
            " to ",
            "between ",
            "from ",
            "May ",
            " 2024",
            "Section ",
            " percent",
            " per ",
            "hour",
            "TA-",
        ],
        *["US$", "minus ", "thousands", "dozen", "×10^9", "१५", "٣", "d'", "hundert", "und", "mil"],
        *["twintig", "een", " en ", "milioni", " e mezzo", " mil ", " de ", "d’"],
        *[EN, DE, FR, ES],
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)), st.sampled_from(codes()))
def test_holds_its_promises_on_any_text(text, code):
    end = 0
    for figure in find_figures(text, language(code)):
        assert text[figure.start : figure.end] == figure.text
        assert end <= figure.start < figure.end
        end = figure.end
        numbers = [n for n in (figure.value, figure.low, figure.high) if n is not None]
        assert all(number.is_finite() for number in numbers)
        assert (figure.low is None) == (figure.high is None)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.kind != "quantity" or numbers


@pytest.mark.parametrize(
    ("code", "unit"),
    [
        *(("en", unit) for unit in "1|,|1.1.| |one |$|-|a1|1,1,|五|1-".split("|")),
        *(("nl", unit) for unit in ("zeven", "eenen", "twee en ", "half ")),
        *(("it", unit) for unit in ("tre", "mille ", "e mezzo ")),
    ],
)
def test_takes_linear_time_on_hostile_text(code, unit):
    find_figures(unit, language(code))
    started = time.process_time()
    find_figures(unit * (40_000 // len(unit)), language(code))
    assert time.process_time() - started < 0.75


def test_reads_a_long_run_of_digits_as_a_label():
    figure = only("9" * 100_000)
    assert (figure.kind, figure.value) == ("label", None)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (EN + "Rovers beat Harbour 3-1 on Sunday.", "3-1"),
        (EN + "It passed the House 220-213.", "220-213"),
        (EN + "A man in his 60s left.", "60s"),
        (EN + "Entry is free for over-65s.", "65s"),
    ],
)
def test_scores_and_decades_of_life_measure_nothing(text, label):
    assert [(figure.text, figure.kind) for figure in find(text)] == [(label, "label")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        (EN + "It rose .25 percent.", "0.25", "percent"),
        (EN + "She ran it in 9.58s.", "9.58", "s"),
        (EN + "She held her breath for 30s.", "30", "s"),
        (EN + "Then 30 voted against it.", "30", None),
        (EN + "It has 3.2 million monthly users.", "3200000", "monthly users"),
        (EN + "It killed 12 family members.", "12", "family members"),
    ],
)
def test_a_unit_is_what_is_counted(text, value, unit):
    figure = only(text)

    assert (str(figure.value), figure.unit) == (value, unit)


def test_decimals_with_a_hyphen_between_them_are_a_range():
    figure = only(EN + "The rate is 5.25-5.50 percent.")

    assert (str(figure.low), str(figure.high), figure.percent) == ("5.25", "5.50", True)


def test_pence_are_no_pounds():
    figure = only(EN + "It costs 45.30p a litre.")

    assert (str(figure.value), figure.currency) == ("45.30", None)


@pytest.mark.parametrize("days", ["5 to 11 October", "5 and 6 May"])
def test_days_of_one_month_are_a_date(days):
    assert only(EN + f"It ran from {days}.").kind == "date"


@pytest.mark.parametrize("verb", ["Doctors say", "It found", "The survey suggests", "Polls showed"])
def test_a_ratio_may_follow_a_verb_that_states(verb):
    (figure,) = outline(f"{verb} two in three children have it.").figures
    assert (figure.text, figure.unit) == ("two in three", "children")


@pytest.mark.parametrize("which", ["most bitter", "best", "largest"])
def test_one_of_the_best_counts_nothing(which):
    assert outline(f"It was one of the {which} debates of the year.").figures == ()
