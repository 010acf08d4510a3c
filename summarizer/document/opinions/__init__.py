"""The positions that a text itself states: "Roe praised the plan", "Poe lehnt den Plan ab".

Owns where the words that take a position are, beside a name or in speech. Whose name is
there, and who speaks, is the caller's business. The words are in the tables of the languages.
"""

from functools import cache

from summarizer.document.opinions.acts import Acts
from summarizer.document.opinions.judgements import Judgements
from summarizer.document.opinions.objects import Objects
from summarizer.document.opinions.readers import Stated
from summarizer.document.opinions.speech import Speech
from summarizer.document.opinions.vocabulary import vocabulary
from summarizer.languages.table import Language

__all__ = ["Stated", "speaks_ill", "spoken_positions", "stated_positions"]


class _Opinions:
    """The readers for the articles of one language."""

    def __init__(self, spoken: Language) -> None:
        words = vocabulary(spoken)
        objects = Objects(words)
        self.judgements = Judgements(words, objects)
        self.acts = Acts(words, objects, self.judgements)
        self.speech = Speech(words, objects, self.judgements, self.acts)


_opinions = cache(_Opinions)


def stated_positions(sentence: str, start: int, end: int, spoken: Language) -> tuple[Stated, ...]:
    """Read the positions that a sentence states of an actor.

    A verb counts where it follows the actor's name, an aside and adverbs apart, and where its
    object follows it; so does a noun behind the name's possessive, what an aside calls the actor,
    and a passive before its name. What is denied or only possible is no position.

    Args:
        sentence: The sentence.
        start: Offset of the actor's name in it, titles included.
        end: Offset after it.
        spoken: The language of the article.

    Returns:
        The positions.

    Example:
        >>> from summarizer.languages.table import language
        >>> sentence = "Jane Roe, the mayor, praised the plan for its cost."
        >>> (found,) = stated_positions(sentence, 0, 8, language("en"))
        >>> found.position, found.target, found.rule, found.words
        ('praises', 'the plan', 'verb', 'the mayor, praised')
        >>> stated_positions("Jane Roe did not back the plan.", 0, 8, language("en"))
        ()
        >>> stated_positions("Jane Roe called the plan a disgrace.", 0, 8, language("en"))[0].rule
        'called'
    """
    return _opinions(spoken).acts.stated(sentence, start, end)


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
    """Say whether words blame or are hostile, whatever they are about.

    Example:
        >>> from summarizer.languages.table import language
        >>> [speaks_ill(f"They are {what}.", language("en")) for what in ("a disgrace", "here")]
        [True, False]
    """
    return _opinions(spoken).judgements.speaks_ill(words)
