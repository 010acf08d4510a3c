"""Units of measure and currencies: how they are written, and what they are called.

This module owns one table: form as written -> name, for measures, and form -> ISO 4217 code, for
currencies. It is read to recognise units after a number and to compare two units with each other.
It knows nothing of numbers.
"""

import re

_MEASURES = """
percentage: % percent pct pct. per_cent percentage pc Prozent pour_cent في_المئة في_المائة بالمئة
    بالمائة
    por_ciento por_cento ％ 百分 प्रतिशत ٪
percentage point: percentage_point percentage_points Prozentpunkt Prozentpunkte Prozentpunkten pp
basis point: basis_point basis_points bps
time: x
point: point points Punkte Punkten
second: second seconds sec secs s Sekunde Sekunden seconde secondes segundo segundos 秒
millisecond: millisecond milliseconds ms
minute: minute minutes min mins Minute Minuten minuto minutos
hour: hour hours hr hrs h Stunde Stunden heure heures hora horas 時間 小时
day: day days Tag Tage Tagen jour jours día días 日間
week: week weeks Woche Wochen semaine semaines semana semanas
month: month months Monat Monate Monaten mois mes meses か月 ヶ月
quarter: quarter quarters
year: year years yr yrs Jahr Jahre Jahren an ans année années año años 年間
year of age: year-old years-old year-olds years_old year_old ans_d'âge 岁 歳
decade: decade decades
century: century centuries
millimetre: mm millimetre millimetres millimeter millimeters
centimetre: cm cms centimetre centimetres centimeter centimeters Zentimeter
metre: m metre metres meter meters Meter Metern mètre mètres metro metros メートル 米
kilometre: km kms kilometre kilometres kilometer kilometers Kilometer Kilometern kilomètre
    kilomètres
    kilómetro kilómetros キロ 公里
nautical mile: nautical_mile nautical_miles
inch: in inch inches in. ″
foot: foot feet ft ft.
yard: yard yards yd yds
mile: mile miles mi Meilen
light year: light-year light-years
square centimetre: sq_cm cm² cm2 square_centimetres square_centimeters
square metre: square-metre square-meter sq.m sq_m sqm m² m2 square_metre square_metres square_meter
    square_meters Quadratmeter
    metros_cuadrados mètres_carrés
square kilometre: square-kilometre square-kilometer sq_km km² km2 square_kilometre
    square_kilometres square_kilometer
    square_kilometers Quadratkilometer
square foot: square-foot sq-ft sq_ft sqft sq._ft. ft² square_foot square_feet
square inch: sq_in square_inch square_inches
square yard: square_yard square_yards
square mile: square-mile sq_mi square_mile square_miles
hectare: ha hectare hectares Hektar
acre: acre acres
cubic metre: m³ m3 cubic_metre cubic_metres cubic_meter cubic_meters Kubikmeter
cubic centimetre: cc cm³ cm3 cubic_centimetre cubic_centimetres cubic_centimeters
cubic foot: cubic-foot cubic_foot cubic_feet ft³ cu_ft
cubic inch: cubic_inch cubic_inches
cubic kilometre: cubic_kilometres cubic_kilometers km³
millilitre: ml mL millilitre millilitres milliliter milliliters
centilitre: cl centilitre centilitres
litre: l L litre litres liter liters Liter Litern litro litros
gallon: gallon gallons gal
pint: pint pints
quart: quart quarts
ounce: ounce ounces oz
fluid ounce: fl_oz fluid_ounce fluid_ounces
barrel per day: bpd b/d
barrel: barrel barrels bbl
microgram: microgram micrograms µg mcg
milligram: mg milligram milligrams
gram: g gram grams gramme grammes Gramm
kilogram: kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes Kilogramm 公斤
tonne: tonne tonnes metric_ton metric_tons t Tonnen toneladas
ton: ton tons
pound-mass: lb lbs lbs. pound pounds
stone: stone
dram: dram drams
carat: carat carats
mile per hour: mph
mile per gallon: mpg
kilometre per hour: km/h km/hr kph kmh Stundenkilometer Stundenkilometern
metre per second: m/s
knot: knot knots
revolution per minute: rpm
beat per minute: bpm
frame per second: fps
celsius: C °C ℃ degrees_Celsius degree_Celsius degrees_C Celsius
fahrenheit: F °F ℉ degrees_Fahrenheit degree_Fahrenheit degrees_F Fahrenheit
degree: ° degree degrees Grad grados degrés
kelvin: kelvin kelvins
bit: bit bits
byte: byte bytes
kilobyte: KB kB kilobyte kilobytes
megabyte: MB megabyte megabytes
gigabyte: GB gigabyte gigabytes
terabyte: TB terabyte terabytes
megabit per second: Mbps Mbit/s megabits_per_second
gigabit per second: Gbps Gbit/s gigabits_per_second
kilobit per second: kbps Kbps
pixel: px pixel pixels
megapixel: MP megapixel megapixels
hertz: Hz HZ hz hertz
kilohertz: kHz KHz kilohertz
megahertz: MHz megahertz
gigahertz: GHz gigahertz
milliwatt: mW milliwatt milliwatts
watt: W watt watts
kilowatt: kW KW kilowatt kilowatts
megawatt: MW megawatt megawatts
gigawatt: GW gigawatt gigawatts
terawatt: TW terawatt terawatts
watt-hour: Wh watt-hour watt-hours
kilowatt-hour: kWh kWhs KWh kilowatt-hour kilowatt-hours kilowatt_hour kilowatt_hours
megawatt-hour: MWh megawatt-hour megawatt-hours megawatt_hours
gigawatt-hour: GWh gigawatt-hour gigawatt-hours gigawatt_hours
terawatt-hour: TWh terawatt-hour terawatt-hours terawatt_hours
milliampere: mA milliamp milliamps
milliampere-hour: mAh
ampere: A amp amps ampere amperes
volt: V volt volts
kilovolt: kV kilovolt kilovolts
ohm: Ω ohm ohms
joule: joule joules kJ kilojoules
calorie: calorie calories kcal
newton: newton newtons
newton-metre: Nm newton-metres newton-meters
pound-foot: pound-feet pound-foot lb-ft lb.-ft. lb-feet pounds-feet ft-lb
horsepower: horsepower hp bhp PS
decibel: dB decibel decibels
pascal: Pa hPa kPa MPa pascal pascals
bar: bar mbar millibar millibars
pound per square inch: psi
cylinder: cylinder cylinders
part per million: ppm parts_per_million
part per billion: ppb parts_per_billion
"""

_CURRENCIES = """
USD: dollar: $ US$ US_$ USD $US dollar dollars US_dollar US_dollars U.S._dollars American_dollars
    美元 ドル 달러
    Dollar dólar dólares دولار डॉलर
CAD: canadian dollar: C$ CA$ CAD CDN$ Canadian_dollar Canadian_dollars
AUD: australian dollar: A$ AU$ AUD Australian_dollar Australian_dollars
NZD: new zealand dollar: NZ$ NZD New_Zealand_dollars
HKD: hong kong dollar: HK$ HKD Hong_Kong_dollars 港元
SGD: singapore dollar: S$ SGD Singapore_dollar Singapore_dollars
TWD: taiwan dollar: NT$ TWD
EUR: euro: € EUR euro euros Euro Euros 欧元 ユーロ 유로 يورو यूरो
GBP: pound: £ GBP pound_sterling pounds_sterling British_pounds 英镑 ポンド
JPY: japanese yen: ¥ Y= JPY yen Yen 円 日元 yenes
CNY: chinese yuan: CNY RMB yuan renminbi 元 人民币
INR: indian rupee: ₹ INR Indian_rupee Indian_rupees रुपये रुपए
RUB: russian ruble: ₽ RUB ruble rubles rouble roubles Rubel
KRW: south korean won: ₩ KRW won 원 ウォン
ILS: shekel: ₪ ILS NIS shekel shekels
TRY: turkish lira: ₺ TRY Turkish_lira Turkish_liras
UAH: ukrainian hryvnia: ₴ UAH hryvnia hryvnias
NGN: nigerian naira: ₦ NGN naira
PHP: philippine peso: ₱ PHP Philippine_pesos
THB: thai baht: ฿ THB baht
VND: vietnamese dong: ₫ VND dong
CHF: swiss franc: CHF Swiss_franc Swiss_francs Franken
DKK: danish krone: DKK Danish_crowns Danish_kroner Danish_kroner Danish_krone
SEK: swedish krona: SEK Swedish_crowns Swedish_kronor Swedish_krona
NOK: norwegian krone: NOK Norwegian_crowns Norwegian_kroner Norwegian_krone
PLN: polish zloty: zł PLN zloty zlotys
CZK: czech koruna: Kč CZK Czech_crowns Czech_korunas
HUF: hungarian forint: HUF forint forints
BRL: brazilian real: R$ BRL reais Brazilian_reals
MXN: mexican peso: MX$ MXN Mexican_pesos
ARS: argentine peso: ARS Argentine_pesos
ZAR: south african rand: R ZAR rand
MYR: malaysian ringgit: RM MYR ringgit
IDR: indonesian rupiah: Rp IDR rupiah
AED: emirati dirham: AED UAE_dirhams
SAR: saudi riyal: SAR Saudi_riyals
EGP: egyptian pound: EGP Egyptian_pounds
PKR: pakistani rupee: PKR Pakistani_rupees
-: rupee: Rs Rs. rupee rupees
-: peso: peso pesos
-: franc: franc francs
-: crown: kr kr. crowns kroner kronor krona krone
-: dinar: dinar dinars
-: dirham: dirham dirhams
-: riyal: riyal riyals rial rials
-: cent: cent cents ¢ Cent
-: penny: p pence penny
"""


def _entries(table: str) -> list[list[str]]:
    joined = table.strip().replace("\n    ", " ")
    return [[part.strip() for part in line.split(": ")] for line in joined.splitlines()]


MEASURES = {
    form.replace("_", " "): name for name, forms in _entries(_MEASURES) for form in forms.split()
}
"""Form as written -> name of the measure, in the singular and in British spelling."""

CURRENCIES = {
    form.replace("_", " "): None if code == "-" else code
    for code, _, forms in _entries(_CURRENCIES)
    for form in forms.split()
}
"""Form as written -> ISO 4217 code; None where several countries use the name, and
for hundredths: 45p are not 45 pounds."""

_NAMES = MEASURES | {
    form.replace("_", " "): name
    for _, name, forms in _entries(_CURRENCIES)
    for form in forms.split()
}
_LOWER = {form.lower(): name for form, name in reversed(_NAMES.items())}
_PER = re.compile(r"\s+(?:per|an?|each|every)\s+|(?<=\w)/(?=\w)|\s/\s")
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child"}


def unit_name(unit: str) -> str:
    """Return the name of a unit or counted noun, so that two ways of writing it compare equal.

    Known measures and currencies get their name in the singular and in British spelling, other
    nouns are put in lower case and the last word in the singular; ``a``, ``per`` and ``/`` between
    two units are one.

    Args:
        unit: A unit as written.

    Returns:
        The name.

    Example:
        >>> unit_name("$ a year"), unit_name("km/hr"), unit_name("job cuts")
        ('dollar per year', 'kilometre per hour', 'job cut')
    """
    unit = " ".join(unit.split())
    if unit in _NAMES:
        return _NAMES[unit]
    return " per ".join(_one_name(part) for part in _PER.split(unit))


def _one_name(unit: str) -> str:
    known = _NAMES.get(unit) or _LOWER.get(unit.lower())
    if known:
        return known
    *others, last = unit.lower().split() or [""]
    return " ".join([*others, _IRREGULAR.get(last) or _singular(last)])


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
