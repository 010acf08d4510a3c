"""The positions that a text itself states: "Roe praised the plan", "Poe lehnt den Plan ab".

It reads where the words that take a position are, beside a name or in speech. Whose name is there,
and who speaks, is decided by the caller. The words are in the tables of the languages.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from summarizer.document.opinions.acts import Acts
from summarizer.document.opinions.judgements import Judgements
from summarizer.document.opinions.objects import Objects
from summarizer.document.opinions.readers import Stated
from summarizer.document.opinions.speech import Speech
from summarizer.document.opinions.vocabulary import vocabulary
from summarizer.languages.table import Language


class _Opinions:
    """The readers for the articles of one language."""

    def __init__(self, spoken: Language) -> None:
        words = vocabulary(spoken)
        objects = Objects(words)
        self.judgements = Judgements(words, objects)
        self.acts = Acts(words, objects, self.judgements)
        self.speech = Speech(words, objects, self.judgements, self.acts)


@cache
def _opinions(spoken: Language) -> _Opinions:
    return _Opinions(spoken)


def stated_positions(
    sentence: str, places: Iterable[tuple[int, int]], spoken: Language
) -> Iterator[tuple[Stated, ...]]:
    """Read the positions that a sentence states of each actor that it names.

    A verb counts where it follows the actor's name, an aside and adverbs apart, and where its
    object follows it; so does a noun behind the name's possessive, what an aside calls the actor,
    and a passive before its name. What is denied or only possible is no position.

    Args:
        sentence: The sentence.
        places: Start and end of the actors' names in it, titles included.
        spoken: The language of the article.

    Yields:
        The positions of the actor at each place.

    Example:
        >>> from summarizer.languages.table import language
        >>> roe, english = [(0, 8)], language("en")
        >>> ((found,),) = stated_positions("Jane Roe, the mayor, praised the plan.", roe, english)
        >>> found.position, found.target, found.rule, found.words
        ('praises', 'the plan', 'verb', 'the mayor, praised')
        >>> list(stated_positions("Jane Roe did not back the plan.", roe, english))
        [()]
        >>> ((found,),) = stated_positions("Jane Roe called the plan a disgrace.", roe, english)
        >>> found.position, found.rule
        ('criticises', 'called')
    """
    return _opinions(spoken).acts.stated(sentence, places)


def spoken_positions(speech: str, spoken: Language) -> tuple[Stated, ...]:
    """Read the positions that the speaker takes in a sentence of speech.

    Args:
        speech: The sentence, without quotation marks.
        spoken: The language of the article.

    Returns:
        The positions.

    Example:
        >>> from summarizer.languages.table import language
        >>> (found,) = spoken_positions("We strongly support the plan.", language("en"))
        >>> found.position, found.target, found.rule, found.words
        ('supports', 'the plan', 'spoken-verb', 'strongly support')
        >>> spoken_positions("We do not support the plan.", language("en"))
        ()
    """
    return _opinions(spoken).speech.taken(speech)


def speaks_ill(words: str, spoken: Language) -> bool:
    """Return whether words blame or are hostile, whatever they are about.

    Example:
        >>> from summarizer.languages.table import language
        >>> [speaks_ill(f"They are {what}.", language("en")) for what in ("a disgrace", "here")]
        [True, False]
    """
    return _opinions(spoken).judgements.speaks_ill(words)
