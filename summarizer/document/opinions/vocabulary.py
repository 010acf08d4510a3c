"""The words that take a position, in the languages that an article is read in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple, get_args

from summarizer.languages.forms import conjugate
from summarizer.languages.table import Language
from summarizer.schema import Position

Kind = Literal[
    "verb",
    "denied",
    "stirring",
    "noun",
    "gain",
    "adjective",
    "role",
    "calling",
    "worth",
    "echo",
    "effect",
    "fate",
]
"""What a word that takes a position does in its sentence."""

Form = Literal["finite", "base", "gerund", "participle", "word"]
"""The forms of a verb: "backs" and "backed", "back", "backing", "soutenu"; any other word."""

_VERBS: dict[str, Kind] = {
    "verbs": "verb",
    "denied": "denied",
    "stirrings": "stirring",
    "effects": "effect",
    "fates": "fate",
}
_NOUNS: dict[str, Kind] = {
    "nouns": "noun",
    "adjectives": "adjective",
    "roles": "role",
    "missing": "denied",
}
_WORTH: dict[str, Position] = {"praise": "praises", "blame": "criticises"}
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Cue(NamedTuple):
    """A word that takes a position.

    Args:
        kind: What it does.
        position: Which position; None for a verb of calling, where other words show it.
        form: Its form.
        after: The words that have to follow at once.
        tail: The words that have to follow its object.
        far: Whether it is about what follows those: "blame the delay on Roe".
    """

    kind: Kind
    position: Position | None
    form: Form = "word"
    after: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    far: bool = False


class Vocabulary:
    """The lists of the section ``opinions``. Make one with :func:`vocabulary`.

    What each list is for, and how its entries are written, is in ``languages/en.toml``.

    Attributes:
        cues: The words that take a position, each with the longest phrases first.
        cued: The words that have one.
        irregular: The forms of irregular verbs.
        people: Nouns for a person.
        people_endings: How the adjectives of peoples end: "Russian".
        perfect: What comes before a participle: "ha criticato".
        matters: The nouns for what positions are about, in the plural too.
        groups: Nouns for those who hold opinions.
        finite: How verbs with a subject end.
        auxiliary: The auxiliary verbs.
        copulas: The forms of "be".
        it: What stands for a thing that was spoken of.
        skipped: Words that may be between a subject and its verb.
        verb_final: Whether the verb of a clause with a relative pronoun is its last word.

    Example:
        >>> from summarizer.languages.table import language
        >>> [cue.position for cue in vocabulary(language("en")).cues["praised"]]
        ['praises']
    """

    def __init__(self, spoken: Language) -> None:
        self._spoken = spoken
        self.cues: dict[str, list[Cue]] = defaultdict(list)
        self._articles = frozenset(spoken.own("names.articles"))  # "as" in Portuguese
        for word, cue in _cues(spoken):
            if word not in self._articles:
                self.cues[word].append(cue)
        for cues in self.cues.values():
            cues.sort(key=lambda cue: -len(cue.after) - len(cue.tail))
        self.cued = frozenset(self.cues)
        self.irregular = frozenset(_irregular(spoken))
        self.people_endings = (*spoken.words("names.people_endings"),)
        self.people = spoken.words("speech.person") | spoken.words("actors.people")
        self.perfect = frozenset(_own(spoken, "perfect"))
        self.groups = spoken.words("names.bodies") | spoken.words("opinions.holders")
        self.finite = (*spoken.own("grammar.plural"), *spoken.own("grammar.past"))
        self.auxiliary = spoken.words("sentences.auxiliary")
        self.copulas = spoken.words("sentences.passive") | spoken.words("opinions.being")
        self.it = next(iter(spoken.own("sentences.it")), "")
        self.verb_final = bool(spoken.property("opinions.verb_final"))
        self._words: dict[str, frozenset[str]] = {}
        small = map(self.words, ("denying", "adverbs", "would", "will", "being"))
        self.skipped = self.perfect.union(*small)
        matters = self.words("matters") | self.words("claims")
        self.matters = matters | {f"{x[:-1]}ies" if x[-1] == "y" else f"{x}s" for x in matters}

    def words(self, name: str) -> frozenset[str]:
        """Return the words of a list."""
        if name not in self._words:
            self._words[name] = self._spoken.words(f"opinions.{name}") - self._articles
        return self._words[name]

    def forms(self, name: str) -> frozenset[str]:
        """Return every form of the verbs of a list."""
        if name not in self._words:
            lemmas = ((each, word) for each in self._spoken.read for word in _own(each, name))
            verbs = (conjugate(word, each) for each, word in lemmas)
            self._words[name] = frozenset(form for verb in verbs for form in verb.forms)
        return self._words[name]

    def is_holder(self, word: str) -> bool:
        """Return whether a noun means people or a body that may take a position."""
        heads = (word, word.removesuffix("s"))
        return not self.people.isdisjoint(heads) or not self.words("holders").isdisjoint(heads)

    def is_body(self, word: str) -> bool:
        """Return whether a noun means people or a body, in the plural too; a plan is none."""
        group = not self.groups.isdisjoint((word, word.removesuffix("s")))
        return self.is_holder(word) or (group and word not in self.matters)

    def is_verb(self, word: str) -> bool:
        """Return whether a word is a form of a verb that takes a position, or irregular."""
        known = any(cue.form == "finite" for cue in self.cues.get(word, ()))
        return known or word in self.irregular


@cache
def vocabulary(spoken: Language) -> Vocabulary:
    """Return the words for the articles of a language."""
    return Vocabulary(spoken)


def speaks_ill(words: str, spoken: Language) -> bool:
    """Return whether words blame or are hostile, whatever they are about.

    Example:
        >>> from summarizer.languages.table import language
        >>> [speaks_ill(f"They are {what}.", language("en")) for what in ("a disgrace", "here")]
        [True, False]
    """
    known = vocabulary(spoken)
    said = {word.casefold() for word in _LETTERS.findall(words)}
    return not said.isdisjoint(known.words("blame") | known.words("hostile"))


def _own(spoken: Language, name: str) -> tuple[str, ...]:
    return spoken.own(f"opinions.{name}")


def _cues(spoken: Language) -> Iterator[tuple[str, Cue]]:
    for each in spoken.read:
        for position in get_args(Position):
            yield from _verbs(each, position)
            yield from _words(each, position)
        for entry in _own(each, "calling"):
            yield from _verb(entry, "calling", None, each)
        yield from ((word, Cue("echo", "supports")) for word in _own(each, "echoing"))
        for name, position in _WORTH.items():
            for word, *after in (entry.split("_") for entry in _own(each, name)):
                yield word, Cue("worth", position, "word", (*after,))


def _verbs(spoken: Language, position: Position) -> Iterator[tuple[str, Cue]]:
    for section, kind in _VERBS.items():
        for entry in _own(spoken, f"{section}.{position}"):
            yield from _verb(entry, kind, position, spoken)


def _words(spoken: Language, position: Position) -> Iterator[tuple[str, Cue]]:
    for entry in _own(spoken, f"stirrings.{position}"):
        for word in conjugate(entry, spoken).participle:
            yield from _noun(word, "adjective", position, _own(spoken, "about"))
    held_by = _own(spoken, "held_by")  # "support by Roe" is not about her
    for section, kind in _NOUNS.items():
        about = [x for x in _own(spoken, "about") if kind != "noun" or x not in held_by]
        about += _own(spoken, "loose_sides") if kind == "adjective" else ()
        for entry in _own(spoken, f"{section}.{position}"):
            yield from _noun(entry, kind, position, about)
            if kind == "role":
                yield from ((x, Cue(kind, position)) for x in (entry, f"{entry}s"))


def _verb(
    entry: str, kind: Kind, position: Position | None, spoken: Language
) -> Iterator[tuple[str, Cue]]:
    """Yield the forms of a verb: of "sign_…_law" with an object and the word behind it.

    "blame_…_on_…" is about what is behind that.
    """
    before, tail, *far = [*entry.split("…"), ""][: 2 + entry.count("…") // 2]
    lemma, *after = before.strip("_").split("_")
    rest = (*after,), (*filter(None, tail.split("_")),), bool(far)
    verb = conjugate(lemma, spoken)
    forms: dict[Form, Iterable[str]] = {
        "base": (lemma,),
        "finite": verb.finite,
        "gerund": verb.gerund,
        "participle": set(verb.participle) - set(verb.finite),
    }
    for form, written in forms.items():
        yield from ((word, Cue(kind, position, form, *rest)) for word in written)


def _noun(
    entry: str, kind: Kind, position: Position, about: Sequence[str]
) -> Iterator[tuple[str, Cue]]:
    """Yield a noun, in the plural too, or an adjective with each word that may follow."""
    first, *after = entry.split("_")
    alone = after or first in about
    follows = [(*after,)] if alone else [(*word.split("_"),) for word in about]
    for word in (first,) if kind in ("adjective", "denied") else (first, f"{first}s"):
        yield from ((word, Cue(kind, position, "word", each)) for each in follows)
        if kind == "noun":
            yield word, Cue("gain", position)


def _irregular(spoken: Language) -> Iterator[str]:
    for each in spoken.read:
        for lemma in each.pairs("verbs.irregular"):
            verb = conjugate(lemma, each)
            forms = (*verb.finite, *verb.participle)
            yield from (form for form in forms if not form.startswith(lemma))  # "cost" is a noun
