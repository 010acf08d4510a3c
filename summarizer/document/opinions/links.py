"""What may be between a name and the verb that takes its position."""

from summarizer.document.opinions.vocabulary import Vocabulary

_ASIDE = r"(?: \([^()]{1,40}\))?(?:, [^,.;:\"“”()]{2,80},)?"


class Links:
    """Expressions for what links a name and a verb; none of them catches.

    Args:
        words: The words for the articles of a language.

    Attributes:
        adverb: Adverbs, any number of them.
        has: An auxiliary, if there is one.
        start: An aside, a relative pronoun and adverbs, each if there is one.
        reported: "said that she".
        will: What comes before a base form: "will", "promised to".
        is_doing: What comes before a gerund: "is", "began by".
    """

    def __init__(self, words: Vocabulary) -> None:
        either = words.either
        self.adverb = rf"(?: (?:{either('adverbs')}))*"
        self.has = rf"(?: (?:{either('auxiliaries')}))?"
        self.is_doing = rf" (?:{either('doing')})"
        self.start = rf"{_ASIDE}{_clause(words)}{self.adverb}"
        self.reported = (
            rf"(?: (?:{either('reporting')}|(?:{either('reporting_to')}) [\w ]{{2,30}}?)"
            rf"(?: \w+day)?(?: that)? (?:he|she|it|they){self.adverb})"
        )
        intends = rf"{self.has} (?:{either('intending')})"
        will, would, reported = either("will"), either("would"), self.reported
        self.will = rf"(?:(?:{reported})? (?:{will})|{reported} (?:{would})|{reported}?{intends})"


def _clause(words: Vocabulary) -> str:
    """Return an expression for what begins a clause about a name, at once or behind a few words."""
    relative, personal = words.either("relatives"), words.either("personal_relatives")
    return rf"(?:,? (?:{relative})|, [^,.;:\"“”()]{{2,80}} (?:{personal}))?"
