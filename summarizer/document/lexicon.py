"""Closed lists of words that the rules of this package know: titles, particles, function words.

General knowledge of languages only. No name of a person, party or place of any one story stands
here.
"""

from summarizer.languages.table import DEFAULT, language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WEEKDAYS = frozenset(language(DEFAULT).own("time.weekdays"))

FUNCTION_WORDS = language(DEFAULT).words("sentences.function")
"""Words that open sentences and are no names, in the languages that the rules read."""

MALE_TITLES = _words("mr sir lord king prince father herr monsieur señor signor senhor")
FEMALE_TITLES = _words("""
    mrs ms miss dame lady queen princess sister frau madame mademoiselle señora signora senhora
    congresswoman chairwoman spokeswoman councilwoman alderwoman
    """)

TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | _words("""
        mx mp msp mep supt cllr baroness
        dr prof professor rev reverend fr m mme mlle sr sra dra don doña sen sens senator
        senators rep reps representative representatives congressman gov govs governor governors
        pres president presidents vice vp prime minister ministers secretary sec chancellor
        mayor judge justice attorney general gen lt col sgt capt captain maj major cmdr
        commander adm admiral colonel lieutenant sergeant officer sheriff chief detective
        inspector constable superintendent speaker majority minority leader whip chairman
        chairperson chair ceo cfo coo cto cio founder co-founder cofounder director manager
        strategist spokesman spokesperson pollster candidate nominee republican democrat
        democratic ambassador commissioner deputy undersecretary assistant associate former ex
        acting interim then pope imam rabbi pastor bishop cardinal archbishop sheikh ayatollah
        adviser advisor senior consultant host operative correspondent analyst columnist
        reporter editor counsel co-chair co-chairman author activist economist historian lawyer
        coach councillor councilor councilman alderman delegate premier president-elect state
        executive managing député ministre ministra ministro presidente präsident präsidentin
        ministerin minister bundeskanzler bundeskanzlerin kanzler kanzlerin président présidente
        sprecher sprecherin bürgermeister bürgermeisterin chef chefin innenminister
        außenminister finanzminister wirtschaftsminister wirtschaftsministerin innenministerin
        außenministerin finanzministerin vorstandschef vorstandschefin betriebsratschef
        betriebsratschefin gewerkschaftschef gewerkschaftschefin parteichef parteichefin
        maire alcalde sindaco prefeito
        treasurer prosecutor owner auditor comptroller clerk registrar curator striker goalkeeper
        midfielder defender captain skipper professor scientist researcher singer actor actress
        editor-in-chief vice-president
    """)
)
"""Words before a name that are no part of it, without their dots, in lower case."""

SUFFIXES = _words("jr sr ii iii iv esq md phd")
GENERATIONS = _words("jr sr ii iii iv")

PARTICLES = _words(
    "de da di del della van von der den bin ibn al el la le du dos das st ten ter y bint"
)
"""Words in lower case inside a name: "Ursula von der Leyen"."""

BODY_WORDS = _words("""
    administration agency agreement airlines airport alliance army assembly association authority
    avenue bank board building bureau cabinet camp campaign center centre church city club college
    commission committee company conference congress constitution convention corp corporation
    council county court day department district division doctrine education enterprises
    federation force forces foundation friends fund government group guild health hotel hospital
    house images inc industries initiative institute international island islands journal ltd llc
    majesty market
    ministry museum nation national nations network news office opera organisation organization
    pact palace park parliament party plan plc police post press project province republic
    research resort review road school senate service society square state states stadium station
    street studios summit team times tower towers treaty tribune trust union university valley war
    week
    """)
"""Words that end the name of a body, place or thing, and of no person."""

PLACE_OPENERS = _words("""
    north south east west northern southern eastern western central new old united great grand saint
    san santa los las fort mount lake cape port white black red supreme european african american
    asian british chinese french german indian italian japanese russian islamic democratic federal
    national international royal world democrat democrats republican republicans
    """)
"""Words that open the name of a place or body and are no given name."""

SURNAME_FIRST = _words("""
    ahn bae bai ban cai cao chan chang chen cheng cho choi chow chu chung cui deng ding dong du fan
    fang feng fu gao geng gong gu guo han hao he ho hong hou hu huang hwang jang jeon jeong ji jia
    jiang jin jo jung kang kim ko kong kwon lai lam lau lee lei leung li liang liao lim lin liu
    long lu luo ma mao meng moon na ngo nguyen noh oh pak pan park peng pham phan qian qin ren roh
    ryu seo shao shen shi shin sim sin so song su suh sun tan tang tao tian tran tsai wan wang wei
    wen wong wu xi xia xiao xie xu xue yan yang yao ye yi yim yin yoo yoon you yu yuan yun zeng
    zhang zhao zheng zhong zhou zhu
    """)
"""Chinese, Korean and Vietnamese family names, which stand before the given name."""

SHORT_FORMS = {
    "US": "United States",
    "USA": "United States",
    "UK": "United Kingdom",
    "UN": "United Nations",
    "EU": "European Union",
}
"""Short forms that news uses without ever spelling them out."""
