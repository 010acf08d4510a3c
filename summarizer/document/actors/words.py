"""The words that actors are read by, in the articles of one language."""

from functools import cache

from summarizer.languages.table import Language


class ActorWords:
    """The lists of a language's section ``actors``. Make one with :func:`actor_words`.

    Words are in lower case. What each list is for is written in ``languages/en.toml``.
    """

    def __init__(self, spoken: Language) -> None:
        def words(name: str) -> frozenset[str]:
            return spoken.phrases(f"actors.{name}")

        self.countries, self.regions = words("countries"), words("regions")
        self.trades, self.belonging = words("trades"), words("belonging")
        self.realms = words("realms")
        self.seats = words("seats")
        self.things, self.storms = words("things"), words("storms")
        self.vessels, self.products = words("vessels"), words("products")
        self.courtesies = words("courtesies") | spoken.words("names.addresses")
        self.modifiers, self.former = words("modifiers"), words("former")
        self.people, self.crowds = words("people"), words("crowds")
        self.institutions, self.corporate = words("institutions"), words("corporate")
        self.leading_bodies = words("leading_bodies")
        self.members, self.unnamed = words("members"), words("unnamed")
        self.agents = tuple(spoken.own("actors.agents"))
        self.no_agents = words("no_agents")
        self.firms, self.capitals = words("firms"), words("capitals")
        self.either = words("either") | self.firms
        self.shortened, self.styles = words("shortened"), words("styles")
        self.bare, self.called = words("bare"), spoken.pairs("actors.called")
        self.beside, self.given = words("beside"), words("given")
        self.ranked, self.sole = words("ranked"), words("sole")
        self.related, self.national = words("related"), words("national")
        self.bordering, self.famous = words("bordering"), words("famous")
        self.parties, self.alike = words("parties"), words("alike")
        self.naming = words("naming")
        self.gatherings = words("gatherings")
        self.speakers = words("speakers")
        self.aged = words("aged")
        self.owners, self.within = words("owners"), words("within")
        self.leading, self.some = words("leading"), words("some")
        self.counted = words("counted")
        self.offices, self.ranks = words("offices") | words("civic"), words("ranks")
        self.companies, self.public_bodies = words("companies"), words("public_bodies")
        self.public = words("public") | self.public_bodies
        self.civic, self.towns = words("civic"), words("towns")
        self.introducing, self.unlisted = words("introducing"), words("unlisted")
        self.faceless = words("faceless")
        self.whose, self.never_alone = words("whose"), words("never_alone")


@cache
def actor_words(spoken: Language) -> ActorWords:
    """Return the words for the articles of a language.

    Example:
        >>> from summarizer.languages.table import language
        >>> "new zealand" in actor_words(language("en")).countries
        True
    """
    return ActorWords(spoken)
