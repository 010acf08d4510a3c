"""Closed lists of words that the rules of this package know: titles, particles, function words.

General knowledge of languages only. No name of a person, party or place of any one story stands
here.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
FUNCTION_WORDS = _words("""
    a about above according across after again against all almost along already also although
    always am amid among an and another any anyone anything are around as asked at away back be
    because been before behind being below between both but by called can could despite did do
    does down during each earlier either else even ever every everyone everything few finally
    first for former from further get given had has have he her here hers herself him himself
    his how however i i'd i'll i'm i've if in indeed inside instead into is it it's its itself
    just last later least less let like likely many may maybe me meanwhile might mine more
    moreover most much must my myself near nearly neither never next no nobody none nor not
    nothing now of off often on once one only or other others our ours out outside over own per
    perhaps rather said same says several shall she should since so some someone something
    sometimes soon still such than that that's the their theirs them themselves then there
    there's therefore these they they're this those though three through throughout thus to
    today together tomorrow too toward towards two under unless unlike until up upon us very was
    we we're we've well were what when where whether which while who whoever whom whose why will
    with within without would yes yesterday yet you you're your yours yourself
    amid calling citing concerning considering following including noting regarding saying speaking
    aber als am an
    auch auf aus bei beim das dass dem den denn der des die doch dort du ein eine einem einen
    einer eines er es fuer für gegen hat haben heute hier ich ihr ihre im in ist ja jetzt kein
    man mehr mit nach nicht noch nun nur oder ohne sein seine seit sich sie sind so sondern
    trotz über um und uns unter vom von vor wann warum was wegen weil wenn wer wie wir wird wo
    während zu zum zur zwischen alors après au aussi aux avant avec ce cela ces cet cette chez
    comme dans de depuis des deux dont du elle elles en entre est et il ils je la le les leur
    lors lorsque mais même ne notre nous on ont ou où par pas pendant plus pour pourquoi quand
    que quel qui sa sans selon ses si son sont sous sur tous tout tout un une vers vous al ante
    aunque cada como con cuando del desde donde dos durante el ella ellos en entre era es esa
    ese eso esta está este esto hay hoy la las lo los más mientras muy nada no nos o para pero
    por porque pues que qué quien se según ser si sí sin sobre son su sus también tras un una y
    ya yo a ai al alla allo anche che chi ci come con così cui da dai dal dalla dei del della di
    dopo e ed era gli i il io la le lei lo loro lui ma nei nel nella noi non o per perché più
    quando quello questa questo se si sono su sua sul sulla suo tra tutti un una uno ao aos as
    até com da das de depois do dos e ela ele eles em enquanto entre essa esse esta este eu foi
    já mais mas na não nas no nos nós o os ou para pela pelo por porque quando que quem se
    segundo sem ser seu sobre sua também um uma
    """)
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
