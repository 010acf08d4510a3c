"""Verbs and phrases that say that somebody said something, by language.

Closed lists of general words: verbs of saying, words around them, and pronouns.
"""

from summarizer.document.lexicon import WEEKDAYS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAYING = _words("""
    said say says saying told tell tells telling asked ask asks asking added add adds adding
    wrote write writes writing tweeted tweets tweeting stated states stating noted notes noting
    argued argues arguing explained explains explaining continued continues declared declares
    declaring insisted insists insisting warned warns warning recalled recalls recalling
    responded responds responding replied replies replying claimed claims claiming concluded
    concludes concluding acknowledged acknowledges acknowledging announced announces announcing
    quipped quips joked jokes joking promised promises promising suggested suggests suggesting
    admitted admits admitting observed observes observing remarked remarks vowed vows vowing
    complained complains complaining testified testifies testifying emphasized emphasizes
    emphasised emphasises stressed stresses stressing countered counters countering lamented
    laments lamenting shouted shouts shouting yelled yells yelling chanted chants chanting
    exclaimed exclaims urged urges urging predicted predicts predicting charged charges charging
    demanded demands demanding asserted asserts asserting reiterated reiterates reiterating
    pledged pledges mused muses cautioned cautions cautioning confessed confesses confirmed
    confirms confirming contended contends contending conceded concedes conceding denied denies
    denying estimated estimates hinted hints hollered implored implores informed inquired
    inquires interjected maintained maintains mentioned mentions mentioning murmured pleaded
    pleads posted posts posting proclaimed proclaims proclaiming proposed proposes ranted
    reasoned reasons recounted recounts reflected reported reports reporting retorted retorts
    scoffed scoffs snapped sneered speculated speculates taunted thundered whispered whispers
    wondered wonders wondering worried worries implied implies boasted boasts boasting bragged
    brags bragging opined opines pointed points pointing repeated repeats repeating read reads
    reading put puts went began begins interrupted shot fired elaborated affirmed affirms
    alleged alleges alleging assured assures clarified clarifies commented comments commenting
    cried cries disclosed discloses echoed echoes echoing exhorted intoned pressed protested
    protests revealed reveals signed sighed stipulated stipulates summarized summed answered
    answers answering started joined chimed gushed gloated texted thought thinks
    believes believed thanked volunteered weighed reassured reassures reassuring surmised
    riffed surmises deadpanned deadpans enthused fumed fumes gasped roared bellowed growled sobbed
    ventured demurred demurs screamed screams screaming hissed booed
""")
"""English verbs that take what was said as their object."""

FOREIGN = _words("""
    sagte sagten sagt sagen gesagt erklärte erklärten erklärt betonte betont meinte meint schrieb
    schreibt kritisierte kritisiert forderte fordert warnte warnt antwortete fragte nannte nennt
    bezeichnete äußerte behauptete berichtete berichtet ergänzte versicherte bestätigte kündigte
    mahnte lobte fügte
    dit déclaré déclare affirmé affirme expliqué explique ajouté ajoute assuré assure estimé estime
    souligné souligne précisé précise écrit répondu répond lancé lance indiqué indique rappelé
    rappelle confié confie dénoncé dénonce poursuit poursuivi conclut conclu martelé qualifié
    dijo dijeron dice declaró afirmó afirma aseguró asegura explicó explica añadió añade agregó
    agrega señaló señala indicó sostuvo escribió preguntó respondió advirtió subrayó comentó
    manifestó expresó denunció reiteró calificó apuntó insistió
    detto disse dichiarato dichiara spiegato spiega aggiunto aggiunge affermato afferma sottolineato
    sottolinea scritto scrive commentato commenta risposto assicurato denunciato definito
    afirmou declarou explicou acrescentou ressaltou destacou escreveu perguntou respondeu contou diz
    completou criticou alertou garantiu
""")
"""Verbs of saying of German, French, Spanish, Italian and Portuguese."""

HELPERS = _words("a ai ont ha han hanno hat haben hatte habe hatten avait había")
"""What stands before a participle of those: "a déclaré"."""

ACCORDING = _words("according selon según secondo segundo laut")

LABELLING = _words("""
    called calls calling described describes describing labeled labels labelled labeling labelling
    dubbed dubs dubbing denounced denounces denouncing accused accuses accusing blasted blasts
    blasting criticized criticizes criticised criticises criticizing criticising praised praises
    praising mocked mocks mocking slammed slams slamming dismissed dismisses dismissing referred
    refers referring condemned condemns condemning derided derides deriding hailed hails hailing
    likened likens likening characterized characterizes characterizing characterised touted touts
    touting cited cites citing quoted quotes quoting compared compares comparing attacked attacks
    attacking ripped rips ripping lambasted lambasts lauded lauds defended defends defending deemed
    deems branded brands decried decries lashed considered considers considering found
    expressed expresses expressing spoke speaks speaking talked talks talking discussed discusses
    declined refused tore ridiculed ridicules scolded blamed blames blaming welcomed welcomes
    endorsed supported opposed used uses using rejected rejects rejecting challenged challenges
    apologized apologizes invoked invokes issued issues released releases
    delivered delivers offered offers gave gives sees saw views viewed viewing wants wanted
    hopes hoped felt feels agreed agrees signaled signals sought seeks pushed pushes raised raises
    railed rails promoted portrayed portrays painted paints pronounced advised advises
    advocated advocates appealed appeals bemoaned chided chides declares lectured pleaded ordered
    orders threatened threatens threatening tried underscored underscores vented introduced
    introduces introducing cast casts identified identifies identifying
""")
"""English verbs whose object or complement may stand in marks: "called it a 'disaster'"."""

NOMINAL = _words("""
    assertion criticism vow description call demand suggestion argument declaration assessment
    rhetoric contention prediction proposal insistence announcement warning accusation charge
    statement tweet letter interview speech post message email memo essay column editorial article
    book comment comments remarks remark words question answer reply response claim
    pledge promise slogan motto phrase conclusion finding belief opinion testimony allegation
    descriptions claims calls suggestions arguments assertions warnings accusations statements
""")
"""Nouns for something said: "Roe's statement"."""

DOCUMENTS = NOMINAL | _words("document report memo note ad sign banner poster placard headline")
"""Nouns for what is written, whose verb may be one of saying: "a sign that read"."""

OBJECT_VERBS = _words(
    "told tell tells telling asked ask asks informed assured reassured urged thanked warned"
)
"""Verbs followed by the person spoken to."""

PRONOUNS = _words("he she they i we er sie elle él ella ele ela who it")

PREPOSITIONS = _words("""
    about above across after against along amid among around as at before behind beside between by
    despite during for from in inside into like near of off on onto outside over per since than
    through throughout to toward towards under until up upon via with within without
    à au aux en dans sur lors devant après depuis de du von vom im am bei beim zu zum zur nach vor
    mit über auf gegen al del con por para ante tras durante di dal nel alla em na ao com sobre
    dem gegenüber
""")
CONJUNCTIONS = _words("""
    that and but or as if when while because although though whether since until unless so where
    which whose whom who what how why after before
""")
OPENERS = _words("""
    when while as after before if because although though since until unless once despite during in
    on at for from with by to of about like unlike according asked speaking
""")
"""Words that open something before the subject of a sentence."""

AMBIGUOUS = _words(
    "remarks comments claims charges reports notes calls attacks demands promises posts answers "
    "states views reads tweets estimates uses posts thanks offers orders issues quotes cites "
    "releases supports raises calls advocates worries appeals challenges compares sees tells puts"
)
"""Cues that are nouns as often as verbs."""

COLLECTIVES = _words("hundreds thousands dozens millions scores many some others critics")

PEOPLE = _words("""
    fans parents children kids protesters players workers employees volunteers readers viewers
    citizens women men people person woman man teacher teachers doctors nurse scientists
    spokesman spokeswoman spokesperson spokespeople aide aides adviser advisers advisor advisors
    official officials supporter supporters ally allies surrogate surrogates lawyer lawyers
    attorney attorneys staff staffer staffers team campaign camp administration representative
    representatives strategist strategists pollster manager chairman chairwoman chair director
    leader leaders member members critic critics backer backers voter voters donor donors
    analyst analysts expert experts source sources delegate delegates lawmaker lawmakers
    delegation family wife husband son daughter brother sister father mother friend friends
    office department government president secretary minister professor senator governor mayor
    candidate nominee reporter reporters host editor editors correspondent columnist executive
    executives police resident residents student students commentator operative operatives
    researcher researchers economist economists historian veteran organizer organizers activist
    activists investigator investigators prosecutor prosecutors general counsel coordinator
    founder consultant contributor author producer anchor nomination candidates
    judge judges tycoon surveyor doctor scientist worker employee coach captain trainer
    owner owners boss chief commissioner ambassador diplomat diplomats soldier soldiers commander
    witness witnesses neighbour neighbours neighbor neighbors colleague colleagues survivor
    survivors engineer engineers banker developer farmer farmers driver pastor bishop someone
    somebody boy girl crowd audience committee company group organization organisation agency party
    board union council bank firm court ministry commission association network foundation
    icon legend star superstar giant hero guru mogul billionaire actor actress singer comedian
    rapper writer novelist poet artist musician designer blogger pundit rabbi priest imam graduate
    hopeful hopefuls contender rival retiree cousin uncle aunt nephew niece son-in-law
""")
"""Nouns for people and bodies; after a name they take its place: "the Roe campaign"."""

TIMES = _words("""
    later earlier ago week weeks day days month months year years morning evening afternoon night
    time moment today yesterday hours minutes
""")

AUXILIARIES = _words("""
    is was are were be been has had have will would can could may might must should did does do
    said says who that which
""")

MODALS = _words("will would can could may might must should")

DETERMINERS = _words("""
    the a an his her their its our my your this that these those some many most several two three
    four five six one another other others no any every each both few all
    der die das den ein eine le la les l un une el los las il lo gli uno una o os um uma
""")
INDEFINITE = _words("""
    a an some many most several two three four five six one another no any few
    ein eine un une uno una um uma
""")
"""Determiners of somebody who has not been spoken of before."""

SKIPPED = _words("""
    also then later has had have once recently reportedly repeatedly again even just still first
    further soon often sometimes twice never always already is was are were be been being did
    does do would will could can may might must should not simply only too now there himself herself
    themselves both all allegedly famously to went on
""")
"""Words that may stand between a subject and its verb, beside those in "-ly"."""

DAYS = WEEKDAYS | _words("""
    january february march april june july
    august september october november december today yesterday tonight
""")
