"""The words for numbers in English, German, French and Spanish, and in the CJK scripts.

This module owns the vocabulary and the patterns made of it; what a run of such words is worth,
:mod:`summarizer.document.figures.numerals` says.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from summarizer.document.figures.alternatives import any_of
from summarizer.languages.detection import Language

_SMALL: dict[Language, str] = {
    "en": """zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11
    twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19
    twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90""",
    "de": """null=0 ein=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11
    zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19
    zwanzig=20 dreißig=30 dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80
    neunzig=90""",
    "fr": """zéro=0 un=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11
    douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40
    cinquante=50 soixante=60 septante=70 octante=80 nonante=90 quatre-vingt=80 quatre-vingts=80""",
    "es": """cero=0 un=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11
    doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19
    veinte=20 veintiuno=21 veintiún=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25
    veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50
    sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 doscientas=200
    trescientos=300 trescientas=300 cuatrocientos=400 quinientos=500 seiscientos=600
    setecientos=700 ochocientos=800 novecientos=900""",
}
_SCALES: dict[Language, str] = {
    "en": """hundred=2 thousand=3 million=6 billion=9 trillion=12 quadrillion=15 lakh=5 lakhs=5
    crore=7 crores=7""",
    "de": """hundert=2 tausend=3 million=6 millionen=6 milliarde=9 milliarden=9 billion=12
    billionen=12""",
    "fr": """cent=2 cents=2 mille=3 million=6 millions=6 milliard=9 milliards=9 billion=12
    billions=12""",
    "es": "mil=3 millón=6 millones=6 billón=12 billones=12",
}
_ABBREVIATED: dict[Language, str] = {
    "en": "",
    "de": "Mio.=6 Mio=6 Mrd.=9 Mrd=9 Bio.=12 Tsd.=3 Tsd=3",
    "fr": "Md=9 Mds=9 Mrd=9 Mrds=9 M=6",
    "es": "mdd=6",
}
_ANYWHERE = """k=3 K=3 mn=6 mln=6 m=6 M=6 MM=6 bn=9 Bn=9 BN=9 b=9 B=9 mrd=9 bln=9 tn=12 trn=12 T=12
    लाख=5 करोड़=7 हज़ार=3 हजार=3 ألف=3 آلاف=3 مليون=6 ملايين=6 مليار=9 मिलियन=6 cr=7
    million=6 billion=9 trillion=12 lakh=5 crore=7 Milliarden=9 milliards=9"""
_ORDINALS = """first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10
    eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17
    eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60
    seventieth=70 eightieth=80 ninetieth=90 hundredth=100"""
_FRACTIONS: dict[Language, str] = {
    "en": "half=2 halves=2 third=3 quarter=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10",
    "de": "Hälfte=2 Drittel=3 Viertel=4 Fünftel=5 Zehntel=10",
    "fr": "moitié=2 tiers=3 quart=4 cinquième=5 dixième=10",
    "es": "mitad=2 tercio=3 cuarto=4 quinto=5 décimo=10",
}
_DOZENS: dict[Language, str] = {
    "en": "dozen=12",
    "de": "dutzend=12",
    "fr": "douzaine=12",
    "es": "docena=12",
}
_VAGUE: dict[Language, str] = {
    "en": "dozens=12 tens=10 hundreds=100 thousands=1000 millions=1000000 billions=1000000000 "
    "trillions=1000000000000",
    "de": "Dutzende=12 Hunderte=100 Tausende=1000 Zehntausende=10000 Hunderttausende=100000",
    "fr": "dizaines=10 douzaines=12 centaines=100 milliers=1000",
    "es": "decenas=10 docenas=12 centenares=100 cientos=100 miles=1000",
}
_JOINERS: dict[Language, str] = {"en": "and", "de": "und", "fr": "et", "es": "y"}

CJK_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
"""Digits of the CJK scripts."""

CJK_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "億": 8, "亿": 8, "兆": 12} | {
    "만": 4,
    "억": 8,
    "조": 12,
}
"""Powers of ten that the CJK scripts have a character for."""

CJK = "".join([*CJK_DIGITS, *CJK_SCALES])
"""Every character that can be part of a number in the CJK scripts."""

CJK_COUNTERS = "人名年月日歳岁円元個か回次倍割歩本台社件頭羽匹天里米斤位所座辆架艘명개년월일원"
"""What follows a number when a thing is counted; 个, 些 and 分 also follow in mere words."""

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Fractions that are one character."""


FIGURE = re.compile(rf"[\d{CJK}{VULGAR}](?:(?<=\d)[\d.,]*|(?<=[{CJK}])[{CJK}]*)?")
"""Finds a digit of any script, with the digits that follow it."""

_GLUED = {"de": "einhundert eintausend einund", "en": "", "fr": "", "es": ""}
"""What an ``ein`` that starts a number starts with; alone it is the article."""

_END = r"(?![^\W_])"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words for numbers of one language, and the patterns to find them with.

    Args:
        language: The language.
        joiner: Its word for "and".
        worth: What each word that takes part in a spelled-out number is worth.
        scales: The words among them that multiply, and the abbreviations after digits.
        ordinals: Ranks.
        fractions: Denominators.
        vague: Plurals such as ``thousands``, that name a size and no number.
        opening: Finds the first word of a number.
        single: A small number, where it is the whole number.
        run: A run of words that take part in a number.
        part: One of them.
        suffix: A scale after digits.
        part_of: A fraction's denominator, after its numerator.
        vague_run: A vague plural, or one of another (``tens of thousands``).
    """

    language: Language
    joiner: str
    worth: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, int]
    vague: dict[str, int]
    opening: re.Pattern[str]
    single: re.Pattern[str]
    run: re.Pattern[str]
    part: re.Pattern[str]
    suffix: re.Pattern[str]
    part_of: re.Pattern[str]
    vague_run: re.Pattern[str]


def _table(words: str) -> dict[str, int]:
    return {word: int(number) for word, _, number in (w.partition("=") for w in words.split())}


def _powers(words: str) -> dict[str, int]:
    return {word: 10**power for word, power in _table(words).items()}


def _opening(words: Iterable[str], end: str) -> re.Pattern[str]:
    """Pattern for the first word of a number.

    It begins with a set of characters, because that is what the regex engine skips to fastest.
    """
    both = {*words, *(word[0].upper() + word[1:] for word in words)}
    initials = "".join(sorted({word[0] for word in both}))
    tails = any_of(sorted({word[1:] for word in both}))
    return re.compile(rf"[{initials}](?<!\w.){tails}{end}")


_FRENCH_STEMS = ("dix", "quatre")
"""What ``dix-sept`` and ``quatre-vingts`` start with."""


def _single(small: dict[str, int], scales: Iterable[str], language: Language) -> str:
    """Pattern for a small number that no other can follow: by far the commonest, told fast."""
    if language == "de":
        return "(?!)"
    units = [word for word, worth in small.items() if worth < 20 and word not in _FRENCH_STEMS]
    gap = rf"[ \u00a0\n‐‑-](?:{_JOINERS[language]}[ \u00a0-])?"
    return rf"({any_of(units)}){_END}(?!{gap}(?:{any_of(scales)}|a){_END})"


def _run(part: str, language: Language) -> str:
    """Pattern for a run of parts; its length is bounded, so that a long one costs no more."""
    if language == "de":
        return rf"(?:{part}){{1,12}}+{_END}"
    gap = rf"(?:[ \u00a0\n](?:{_JOINERS[language]}[ \u00a0])?|[-‐‑])"
    return rf"(?:{part}){_END}(?:{gap}(?:{part}){_END}){{0,11}}"


@cache
def vocabulary(language: Language) -> Vocabulary:
    """Return the words for numbers of a language; built on first use."""
    language = language if language in _SCALES else "en"
    scales = _powers(_SCALES[language]) | _table(_DOZENS[language])
    worth = _table(_SMALL[language]) | scales
    abbreviated = _powers(_ANYWHERE) | _powers(_ABBREVIATED[language])
    capitalised = {word.capitalize(): factor for word, factor in scales.items()}
    vague, fractions = _table(_VAGUE[language]), _table(_FRACTIONS[language])
    ordinals = _table(_ORDINALS) if language == "en" else {}
    part = any_of([*worth, "und"] if language == "de" else worth)
    starts = {*worth, *vague, *ordinals, *fractions, *_GLUED[language].split()} - {"ein", "un"}
    plural = any_of(vague)
    return Vocabulary(
        language=language,
        joiner=_JOINERS[language],
        worth=worth,
        scales=abbreviated | scales | capitalised,
        ordinals=ordinals,
        fractions=fractions,
        vague=vague,
        opening=_opening(starts, "" if language == "de" else _END),
        single=re.compile(_single(_table(_SMALL[language]), scales, language), re.IGNORECASE),
        run=re.compile(_run(part, language), re.IGNORECASE),
        part=re.compile(part, re.IGNORECASE),
        suffix=re.compile(
            rf"[ \u00a0\u202f\n-]?({any_of([*abbreviated, *scales, *capitalised])}){_END}"
        ),
        part_of=re.compile(rf"[ \u00a0-](?:({any_of([*fractions, *ordinals])})(s?)){_END}"),
        vague_run=re.compile(rf"({plural})(?: (?:of|von|de) ({plural}))?{_END}", re.IGNORECASE),
    )
