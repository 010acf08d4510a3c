"""Who does what a verb says, and whether it is done: the subjects of a sentence."""

from summarizer.document.opinions.asides import antecedent, behind_aside
from summarizer.document.opinions.auxiliaries import Auxiliaries
from summarizer.document.opinions.circumstances import is_denied, is_over
from summarizer.document.opinions.holding import Subject, is_own_body, joined
from summarizer.document.opinions.phrases import Phrase, Phrases
from summarizer.document.opinions.words import OWNED

_NEAR = 8
"""Words before a joined verb in which the "to" of an infinitive that it goes on is."""


class Clauses(Auxiliaries):
    """Finds the subjects of a sentence.

    Args:
        phrases: Its noun phrases.
    """

    def __init__(self, phrases: Phrases) -> None:
        super().__init__(phrases)
        self._subjects: dict[tuple[int, bool], Subject | None] = {}

    def subject(self, verb: int, *, gerund: bool = False, denied: bool = False) -> Subject | None:
        """Return the subject of a verb; None where there is none, or it is not done.

        Args:
            verb: The index of the verb.
            gerund: Whether it is a gerund: without a form of "be" it has an earlier subject.
            denied: Whether it has to be denied.
        """
        at = self.start(verb)
        if is_denied(self._words, self._known, at, verb) != denied:
            return None
        if self._may_be(at, verb, denied=denied) or is_over(self._words, self._known, at, verb):
            return None
        passive = self.is_passive(at, verb)
        found = self._found(at, gerund=gerund and not passive)
        if found is None or not self._is_real(found):
            return None
        return self._meant(found)._replace(passive=passive)

    def antecedent_of(self, subject: Subject) -> Phrase | None:
        """Return what a clause with this subject is about: "the plan, which Roe rejected"."""
        before = min(start for start, _ in joined(self._phrases, subject.phrase)) - 1
        if self._known.verb_final:
            return None
        if self._is_relative(before):
            return antecedent(self._phrases, before)
        parted = self._words.is_small(before) or self._phrases.is_verb(before)
        found = None if parted else self._phrases.left(before + 1, near=True)
        opens = found and (found.start, subject.phrase.start)
        apart = opens and any(self._words.has(at, "determiner") for at in opens)
        return found if apart else None  # "Port spokesman Roe" is one

    def meant_by(self, possessive: int) -> Phrase | None:
        """Return who "their" means: the subject of the sentence, or the word itself.

        It is open in "Rebels said Oslo refused their call".
        """
        words, known = self._words, self._known
        owner = words.at(possessive)
        near = owner in known.words("things_of") and self._earlier(possessive, "", closed=False)
        if not near:
            return Phrase(possessive, possessive + 1, possessive + 1)
        main = self._earlier(possessive, "", closed=True) or near
        nearer, several = (words.at(x.phrase.head - 1).endswith("s") for x in (near, main))
        open_ = several and not nearer and owner not in known.words("single_owners")
        return None if open_ else near.phrase

    def doer(self, end: int) -> Subject | None:
        """Return the subject of the nearest verb in the clause before: who does it to some end."""
        words = self._words
        stops = (
            x for x in range(end - 1, -1, -1) if words.is_stop(x) or words.has(x, "conjunction")
        )
        verbs = filter(self._phrases.is_verb, range(end - 1, next(stops, -1), -1))
        found = next(filter(None, map(self._of_verb, verbs)), None)
        return found and found._replace(link="later-verb", reported=True)

    def _may_be(self, start: int, verb: int, *, denied: bool = False) -> bool:
        """Return whether a modal among the words before a verb says what only may be.

        What an actor "would not" do is so.
        """
        words, will, would = self._words, self._known.words("will"), self._known.words("would")
        for at in range(start, verb):
            may = words.has(at, "modal") or words.at(at) in would
            if may and words.at(at) not in will:
                able = words.at(at) in would or words.at(at) in self._known.words("can")
                more = not self._known.words("more").isdisjoint(words.low[verb:])
                only_if = not denied and not self._known.words("provided").isdisjoint(
                    words.low[verb:]
                )
                wished = self._is_wished(at, verb) and not only_if
                return not (wished or (denied and able and not more))
        return False

    def _is_wished(self, modal: int, verb: int) -> bool:
        """Return whether "would" is no condition: "would like to thank", "said she would"."""
        if self._words.at(modal) not in self._known.words("would"):
            return False
        while self._words.at(modal - 1) in (",", "too"):
            modal -= 1
        subjects = (self._phrases.left(modal, near=near) for near in (True, False))
        said = any(self._is_said(each.start) for each in subjects if each)
        return said or self._words.at(verb) in self._known.words("wished")

    def _is_said(self, start: int) -> bool:
        """Return whether a clause that begins at an index is what a source says."""
        return self._words.has(self.before_that(start), "saying")

    def before_that(self, start: int) -> int:
        """Return the index of the word before a clause, behind which "that" may be and a time."""
        before = start - 1
        before -= self._words.has(before, "that")
        while self._phrases.is_time(before):
            before -= 1
        if self._words.has(before + 1, "that") and self._words.has(before, "and"):
            said = (at for at in range(before, -1, -1) if self._words.has(at, "saying"))
            return next(said, before)
        hearer = self._phrases.left(before + 1) if self._words.has(before + 1, "that") else None
        tells = hearer and self._words.has(hearer.start - 1, "addressing")
        return hearer.start - 1 if hearer and tells else before

    def _is_relative(self, at: int) -> bool:
        return self._words.at(at) in self._known.words("relatives")

    def _is_real(self, found: Subject) -> bool:
        """Return whether a clause with this subject says what is so."""
        phrase = found.phrase
        words, denying = self._words, self._known.words("denying")
        before = phrase.start - 1
        quantity = before - words.has(before, "of")  # "none of the ministers"
        counted = quantity < before and words.at(quantity) in self._known.words("counts")
        counted = counted and found.link != "relative-verb"
        if counted or words.at(phrase.start) in denying or words.at(quantity) in denying:
            return False
        before -= words.has(before, "that")
        thinks = words.at(before) in self._known.words("thinking")
        if thinks and words.has(before - 1, "negated", "negation"):
            return False
        return words.at(before) not in self._known.words("unreal")

    def _found(self, at: int, *, gerund: bool = False) -> Subject | None:
        """Return the subject that words before an index name, each looked for once."""
        if (at, gerund) not in self._subjects:
            owned = self._words.at(at - 1) in OWNED  # "Roe's calls for"
            self._subjects[at, gerund] = None if owned else self._look(at, gerund=gerund)
        return self._subjects[at, gerund]

    def _look(self, at: int, *, gerund: bool) -> Subject | None:
        words, before = self._words, self._words.at(at - 1)
        if words.has(at - 1, "to"):
            meant = words.at(at) in self._known.forms("purposes")  # "left to protest the plan"
            return self._governor(at - 2) or (self.doer(at - 1) if meant else None)
        if words.has(at - 1, "and", "but"):
            found = self._earlier(at - 1, "joined-verb", closed=words.at(at - 2) == ",")
            return self._source(found, at) if found and not self._is_of_others(at) else None
        opens = at == 0 or before in self._known.words("while_doing")
        if gerund and (before == "," or opens):
            comma = "," in (before, words.at(at - 2))  # ", while"
            return self._earlier(at - 1, "later-verb", closed=comma) or self._around(at)
        if self._is_relative(at - 1):
            return _linked(antecedent(self._phrases, at - 1), "relative-verb")
        if before in (",", ")", "]"):
            return _linked(behind_aside(self._phrases, at - 1), "verb")
        return self._before(at, gerund=gerund)

    def _is_of_others(self, at: int) -> bool:
        """Return whether others are to do it as well: "asked them to stay and back her"."""
        words = self._words
        if words.at(at).endswith("s") or words.has(at, "past"):
            return False
        to = next((x for x in range(at - 2, max(0, at - _NEAR), -1) if words.at(x) == "to"), 0)
        return to > 0 and words.has(to - 1, "pronoun", "other_pronoun")

    def _before(self, at: int, *, gerund: bool) -> Subject | None:
        """Return the phrase before an index, or whose letter or whose clause it ends."""
        found = self._phrases.left(at)
        author = self._author(found) if gerund and found else None
        relative = self._relative_before(found.start - 1) if found else 0
        if relative:
            return _linked(antecedent(self._phrases, relative), "verb")
        return author or _linked(found, "reduced" if gerund else "verb")

    def _author(self, text: Phrase) -> Subject | None:
        """Return whose letter it is: of "Roe wrote a letter calling for"."""
        words, known, verb = self._words, self._known, text.start - 1
        verb -= words.has(verb, "determiner")
        is_text = words.at(text.head - 1) in known.words("documents") or words.has(verb, "to")
        verb -= words.has(verb, "to")  # "wrote to the board asking for"
        spends = words.at(verb) in known.forms("spending")  # "spent the day mocking it"
        is_text, wrote = is_text or spends, spends or words.at(verb) in known.forms("authoring")
        found = self._of_verb(verb) if wrote and is_text else None
        return found and found._replace(link="later-verb")

    def _relative_before(self, verb: int) -> int:
        """Return the index of the "who" of a verb: the phrase behind it is no subject."""
        start = self.start(verb) - 1
        return start if self._phrases.is_verb(verb) and self._is_relative(start) else 0

    def _meant(self, found: Subject) -> Subject:
        """Return the person that a pronoun means: who says so, or the subject of the sentence."""
        start = found.phrase.start
        said = self._is_said(start)
        body = said and is_own_body(self._phrases, found.phrase, "theirs")
        speaks = self._words.at(start) in self._known.words("speakers")
        if not body and (speaks or not self._words.has(start, "pronoun")):
            return found._replace(reported=said or found.reported)
        earlier = None
        if said:
            earlier = self._of_verb(self.before_that(start))
        elif self._words.at(start) in self._known.words("things"):
            earlier = self._earlier(start, found.link, closed=True)
        found = found._replace(reported=body or found.reported)
        return found._replace(phrase=earlier.phrase) if earlier else found

    def _governor(self, at: int) -> Subject | None:
        """Return who means to do something: "Roe decided to"; not who fails to."""
        while self.is_skipped(at) or self._words.at(at) in self._known.words("particles"):
            at -= 1
        at = self._acting_on(at)
        if self._words.at(at) in self._known.forms("intending") | self._known.words("willing"):
            return self.subject(at)
        votes = self._words.at(at + 2) in self._known.words("voting")
        if votes or self._words.at(at) in self._known.words("reputed"):  # "is expected to vote"
            found = self.subject(at)
            return found._replace(reported=True) if found and found.passive else None
        acts = self._words.at(at) in self._known.forms("acting")
        found = self.subject(at, gerund=self._words.has(at, "gerund")) if acts else None
        return found and found._replace(reported=True)

    def _acting_on(self, at: int) -> int:
        """Return the index of the verb that acts on what ends at one: "wrote to the board to"."""
        thing = self._phrases.left(at + 1, near=True)
        verb = thing.start - 1 if thing else at
        pressed = self._words.at(verb) in self._known.words("pressed")
        verb -= self._words.has(verb, "to", "preposition") and not pressed
        return verb if self._words.at(verb) in self._known.forms("acting") else at

    def _around(self, at: int) -> Subject | None:
        """Return who does it: "By backing it, Roe", "Roe, backing it,"."""
        words = self._words
        if words.at(at - 1) == ",":
            return _linked(self._phrases.left(at - 1), "later-verb")
        comma = next((each for each in range(at, len(words)) if words.at(each) == ","), None)
        return _linked(self._phrases.right(comma + 1), "later-verb") if comma else None

    def _earlier(self, end: int, link: str, *, closed: bool) -> Subject | None:
        """Return the subject of the nearest verb before an index.

        Args:
            end: The index.
            link: The construction.
            closed: Whether a comma ends what was before: then it is that of the main clause.
        """
        words = self._words
        parted = (x + 1 for x in range(end - 1, -1, -1) if words.at(x) in (":", ";"))
        opens = next(parted, 0) if link in ("joined-verb", "later-verb") else 0
        for at in range(opens, end) if closed else range(end - 1, opens - 1, -1):
            owned = words.has(at - 1, "possessive", "determiner")  # "his remark"
            found = self._of_verb(at) if self._phrases.is_verb(at) and not owned else None
            if found and not words.has(found.phrase.start - 1, "auxiliary"):
                return found._replace(link=link)  # not that of "left" in "had no bus left"
        named = words.has(opens, "pronoun") or opens in self._phrases.starts
        goes_on = link == "joined-verb" and words.has(end + 1, "auxiliary", "past")
        return _linked(self._phrases.right(opens), link) if named and goes_on else None

    def _source(self, found: Subject, at: int) -> Subject:
        """Return who says so, if the verb is theirs: "Roe said the plan failed and left"."""
        start, does = found.phrase.start, self._words.at(at).endswith("s")
        goes_on = self._words.has(at, "auxiliary")
        apart = does and self._words.at(found.phrase.head - 1).endswith("s")  # "shops … has"
        if (goes_on and not apart) or not self._is_said(start):
            return found
        source = self._of_verb(self.before_that(start))
        return source._replace(link=found.link) if source else found

    def _of_verb(self, at: int) -> Subject | None:
        """Return the subject of a verb, whatever it is: of "said Roe" too."""
        start = self.start(at)
        bare = start == at and self._words.has(at, "gerund") and not self._words.is_mark(at - 1)
        if bare or self._words.has(start - 1, "to") or self._may_be(start, at):
            return None  # "Keeps saying"
        found = self._found(start)
        says = self._words.has(at, "saying") and not self._words.has(at, "gerund")
        if found is None and says and self._words.is_mark(start - 1):
            return _linked(self._phrases.right(at + 1), "verb")
        return found


def _linked(phrase: Phrase | None, link: str) -> Subject | None:
    return Subject(phrase, link) if phrase else None
