"""What a position is about: the object of a verb, as it is written in the sentence."""

import re

from summarizer.document.opinions.vocabulary import Vocabulary

_SHORTENED = r"(?:[A-Z][a-z]{0,3}\.|(?:[A-Z]\.)+)(?= )"
_WORD = rf"(?:{_SHORTENED}|[^\s.,;:!?—–()\[\]]+(?:[.,]\d+)*)"
_MARKS = re.compile(r"[\"“”„«»‹›‘]|''|``|(?<!\w)['’]|(?<![sS])['’](?!\w)")
_LONGEST = 10
"""Words of an object that are kept."""


class Objects:
    """Reads the objects of verbs.

    Args:
        words: The words for the articles of a language.
    """

    def __init__(self, words: Vocabulary) -> None:
        self._small = words.function_words
        self._joints = words.words("object_joints")
        self._object, self._end = _object(words), _end(words)
        self._nothing = _nothing(words)

    def read(self, sentence: str, at: int) -> tuple[str, int] | None:
        """Read the object that follows a verb.

        Args:
            sentence: The sentence.
            at: Offset after the verb.

        Returns:
            The object without quotation marks and without the small words at its end, and the
            offset after it; None where it says nothing, as "it" and "them".

        Example:
            >>> from summarizer.document.opinions.vocabulary import vocabulary
            >>> from summarizer.languages.table import language
            >>> objects = Objects(vocabulary(language("en")))
            >>> objects.read("Jane Roe praised the plan for its cost.", 16)
            ('the plan', 25)
        """
        found = self._object.match(sentence, at)
        if not found or self._nothing.match(found[1]):
            return None
        kept = self._end.sub("", found[1])
        target = self.clean(kept)
        return (target, found.start(1) + len(kept)) if target else None

    def clean(self, words: str) -> str:
        """Return the words of an object without marks, and without small words at their end."""
        kept = _MARKS.sub("", words).split()
        if len(kept) > _LONGEST:  # ends where a phrase does
            kept = kept[:_LONGEST]
            joints = [at for at, word in enumerate(kept) if word in self._joints and at > 1]
            kept = kept[: joints[-1]] if joints else kept
        while kept and kept[-1].casefold() in self._small:
            kept.pop()
        return " ".join(kept)


def _object(words: Vocabulary) -> re.Pattern[str]:
    none, openers = words.either_but_articles("no_object"), words.either("object_openers")
    written = rf"({_WORD}(?:[ \u00a0]{_WORD}){{0,29}})"
    return re.compile(rf" (?!(?:{none})\b)(?:(?:{openers}) )?{written}")


def _end(words: Vocabulary) -> re.Pattern[str]:
    ends = words.either_but_articles("object_ends")
    return re.compile(rf"[ \u00a0](?:--?(?= )|(?:{ends})\b).*", re.DOTALL)


def _nothing(words: Vocabulary) -> re.Pattern[str]:
    whole = rf"(?:{words.either('nothing')})\b|(?:{words.either('nothing_begins')})\b"
    end = rf"(?:{words.either('nothing_ends')})$|(?:{words.either('hearsay')})(?: that\b|$)"
    return re.compile(f"{whole}|{end}")
