"""Lists of words that several packages of rules share, read from the tables of the languages."""

from summarizer.languages.table import language

_ENGLISH = language("en")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WEEKDAYS = frozenset(_ENGLISH.own("time.weekdays"))
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

TITLES: frozenset[str] = frozenset().union(
    *(_ENGLISH.words(f"names.{kind}") for kind in ("titles", "male_titles", "female_titles"))
)
"""Words before a name that are no part of it, without their dots, in lower case."""

PARTICLES = _ENGLISH.words("names.particles")
"""Words in lower case inside a name: "Ursula von der Leyen"."""

BODY_WORDS = _ENGLISH.words("names.bodies")
"""Words that end the name of a body, place or thing, and of no person."""
