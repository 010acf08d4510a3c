"""Word lists for classifying mentions of sources: titles, pronouns, determiners and so on.

They are separate from the word lists of ``summarizer.languages``, so that a metric does not change
with the rules that it measures.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PRONOUNS = _words("""
    he her hers herself him himself his i it its itself me mine my myself one our ours ourselves
    she that their theirs them themselves these they this those us we which who whom whose you
    your yours
""")
"""Mentions without a name."""

AFTER_PRONOUN = _words("""
    all alone also both each herself himself in itself later myself themselves then too turn two
""")
"""Words that may follow a pronoun in a mention: "he himself", "they both"."""

_SOME = _words("""
    a all an another any both each every few fewer five four many more most one other others
    several six some three two
""")

INDEFINITE = _SOME | {"about", "nearly"}
"""Words that turn a capitalised word after them into a kind: "one senior Democrat"."""

DETERMINERS = _SOME | _words("""
    her his its my no our such that the their these this those your
""")
"""Words that begin a noun phrase."""

TITLES = _words("""
    activist adm admiral adviser advisor ambassador analyst archbishop assistant attorney author
    bishop candidate capt captain cardinal ceo cfo chair chairman chairperson chairwoman
    chancellor chief cio cmdr co-chair co-chairman co-founder col colonel columnist commissioner
    communications congressman congresswoman consultant coo correspondent counsel dame democrat
    democratic democrats deputy detective director dr economist editor ex father former founder
    fr gen general gop gov governor govs historian host imam independent judge justice king lady
    leader lieutenant lord lt maj majority manager mayor minister minority miss mr mrs ms mx
    nominee officer operative pastor pollster pope pres president press prime prince princess
    prof professor queen rabbi rep reporter representative reps republican republicans rev
    reverend sec secretary sen senator senators senior sens sergeant sgt sheriff sir sister
    speaker spokesman spokesperson spokeswoman strategist then undersecretary vice vp whip
""")
"""Words before a name that are not part of it."""

PARTIES = _words("""
    democrat democrats pope republican republicans
""")
"""Titles that can be a source by themselves."""

SUFFIXES = _words("""
    esq ii iii iv jr md phd sr
""")
"""Words after a name that are not part of it."""

PARTICLES = _words("""
    al bin da de del della den der di dos du el ibn la le st ten ter van von
""")
"""Lower-case words inside a name."""

ORGANISATIONS = _words("""
    administration adviser advisers advisor advisors aide aides allies ally association camp
    campaign campaigns caucus center committee department family foundation institute news
    organisation organization pac party post spokesman spokesperson spokeswoman staff staffer
    supporter supporters surrogate surrogates team times tower union university voter voters
""")
"""Last words of organisations and groups: "the Calloway campaign" is not Calloway."""

COMMON = _words("""
    activists advisers advisors aides allies analysts anybody anyone attorneys authorities both
    campaign conservatives critics delegates democrats-turned donors economists evangelicals
    everybody everyone experts friends half insiders investigators journalists lawmakers lawyers
    leaders liberals many members men moderates most neighbors neighbours nobody none observers
    officials operatives opponents organisers organizers others parents participants party
    people police poll polls pollsters progressives prosecutors protesters report reporters
    reports researchers residents respondents scientists some somebody someone sources spokesman
    spokesperson spokeswoman strategists students studies study supporters voters witnesses
    women
""")
"""Nouns that are capitalised at the start of a sentence, but are not names."""

OPENERS = DETERMINERS | _words("""
    about after against also although and as asked at because before but by despite during even
    for friday from here how however if in just like meanwhile monday nor not now of on only or
    said saturday says since so still sunday then there though thursday to tuesday until
    wednesday what when where while why with yes yet
""")
"""Words that are capitalised at the start of a sentence, but are not first names."""

LINKS = DETERMINERS | _words("""
    and as at by for from in of on or s to who with
""")
"""Function words: they do not identify a described source."""

_NICKNAMES = """
    michael mike
    bill billy will william
    bob bobby rob robert
    james jim jimmy
    joe joey joseph
    thomas tom
    dick rich richard rick ricky
    ed eddie edward ted theodore
    beth betsy elizabeth liz
    catherine cathy kate katherine kathleen kathy katie
    bernard bernie
    larry lawrence
    charles charlie chuck
    anthony tony
    jack john johnny jon jonathan
    dan daniel danny
    dave david
    stephen steve steven
    greg gregory
    ben benjamin
    sam samantha samuel
    tim timothy
    chris christina christine christopher
    matt matthew
    nicholas nick
    andrew andy
    don donald
    ron ronald
    ken kenneth
    geoff geoffrey jeff jeffrey
    hank harold harry henry
    maggie margaret meg peggy
    sue susan susie
    deb debbie deborah debra
    pat patricia patrick
    barb barbara
    alex alexander alexandra
    abby abigail
    martin marty
    gerald gerry jerry
    rudolph rudy
    mitch mitchell
    newt newton
    reince reinhold
    jeb john
    tad thaddeus
    jen jennifer jenny
    vicki vicky victoria
    al alan albert allen
    phil philip phillip
    ray raymond
    walt walter
    fred frederick
    stan stanley
    doug douglas
    gabe gabriel
    jacob jake
    josh joshua
    zach zachary
    nate nathan nathaniel
    edward ned
    teddy theodore
    becky rebecca
    cindy cynthia
    sandra sandy
"""

NICKNAMES = tuple(_words(line) for line in _NICKNAMES.strip().splitlines())
"""Groups of first names and nicknames that are interchangeable."""
