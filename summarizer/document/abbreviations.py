"""Abbreviations: where a full stop does not end a sentence.

Lists of words in the languages of the news that write them with a full stop: English, German,
French, Spanish, Italian. Knows nothing of sentences beyond the stop.
"""

import re

_ALWAYS = frozenset(
    # titles and references, which something always follows: English, French, German, Spanish and
    # Italian
    """mr mrs ms mx messrs dr drs prof profs sen sens rep reps gov govs gen lt col capt sgt cpl pvt
    maj cmdr adm brig rev hon pres amb sec supt insp det atty asst assoc mt ft vs no nos cf viz fig
    figs vol vols pp approx op dept
    mme mmes mlle mgr boul av env tél
    hr hrn fr dipl ing mag nr art abs ziff bzw ca evtl ggf inkl exkl sog geb str tel vgl bspw
    sra srta srtas dña dra dres lic núm pág págs ee.uu
    dott sigg avv geom""".split()
)
"""Abbreviations that end no sentence."""

_SOMETIMES = frozenset("etc usw al est ave blvd rd st bros janv févr juil déc".split())
"""Abbreviations that end a sentence if a word follows that begins one."""

_CAPITALISED = frozenset(
    """Jr Sr Inc Corp Co Cos Ltd Plc Llc Est Ave Blvd Rd St
    Jan Feb Febr Mar Apr Jun Jul Aug Sept Sep Okt Oct Nov Dec Dez
    Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Ont Que""".split()
)
"""The same, for those that are common words in lower case."""

_STARTERS = frozenset(
    """the a an he she it they we you in on at but and for from with by this that these those his
    her its their our my there when while if as after before not no or so yet then still also
    however meanwhile what who why how where now one some many most all both under over since
    although though because during
    der die das ein eine er sie es wir ihr im am auf aus bei beim doch aber und zu zum zur mit nach
    vor seit als wenn dann damit dabei das dies diese dieser sein seine ihre
    le les la un une il elle ils elles on nous ce cette ces mais et dans en pour sur selon après
    avant son sa ses leur leurs
    el los las una ella ellos pero y con por para su sus según
    lo gli uno essi ma con per""".split()
)

_MONTHS = frozenset(
    """januar jänner februar märz april mai juni juli august september oktober november dezember
    januari februari maart mei augustus oktober mars juni juli""".split()
)
_BEFORE_ORDINAL = frozenset(
    """der die das den dem des am im vom zum zur beim bis ab seit und oder jeder jede jeden jedem
    dieser diesem diesen ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner
    zwischen""".split()
)
_NUMBERS = frozenset(["no", "nos", "nr", "núm", "art", "fig", "vol", "pp", "abs", "ziff"])
_BRACKETS = "\"“„«»'‘’(["
_BEFORE = re.compile(r"(\w+)\s+$")
_NEXT = re.compile(rf"[{re.escape(_BRACKETS)}]*(\w+)")
_LETTERS = re.compile(r"(?:[^\W\d_]{1,2}\.)*[^\W\d_]")  # "U.S", "Ph.D", one initial
_LONGEST = 12


def is_abbreviation(text: str, start: int, stop: int, after: int) -> bool:
    """Tell whether the full stop at ``stop`` belongs to an abbreviation, initial or ordinal.

    Args:
        text: The text.
        start: Where the sentence begins, so far as known.
        stop: Offset of the full stop.
        after: Offset of the first character behind the white space that follows.

    Returns:
        Whether the sentence goes on behind the stop.

    Example:
        >>> is_abbreviation("Mr. Smith left.", 0, 2, 4)
        True
        >>> is_abbreviation("He left. Smith stayed.", 0, 7, 9)
        False
    """
    reach = max(start, stop - _LONGEST)
    word = text[reach:stop].rpartition(" ")[2].lstrip(_BRACKETS)
    if word.isdecimal():
        return len(word) < 3 and _is_ordinal(text, start, stop - len(word), after)
    folded = word.lower()
    if folded in _ALWAYS:
        return folded not in _NUMBERS or text[after].isdecimal()
    if folded in _SOMETIMES or word in _CAPITALISED or _LETTERS.fullmatch(word):
        return not _starts_sentence(text, after)
    return False


def _is_ordinal(text: str, start: int, number: int, after: int) -> bool:
    """Tell whether a short number with a stop is "3." of "3. Mai", or numbers a list's item."""
    before = _BEFORE.search(text, max(start, number - _LONGEST), number)
    if number == start or (before is not None and before[1].lower() in _BEFORE_ORDINAL):
        return True
    following = _NEXT.match(text, after)
    return following is not None and following[1].lower() in _MONTHS


def _starts_sentence(text: str, after: int) -> bool:
    following = _NEXT.match(text, after)
    return following is not None and following[1].lower() in _STARTERS
