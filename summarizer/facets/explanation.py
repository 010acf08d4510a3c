"""Why code finds what it finds: the gist, who said what, where they stand, who acts, captions.

For people who look into a wrong item of a summary. No model is asked.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from summarizer.article import Article
from summarizer.document.document import Document
from summarizer.errors import SettingsError
from summarizer.facets import FACETS
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.shown import Explanation


def explain(article: Article | str, item: str | None = None) -> tuple[Explanation, ...]:
    """Say of the gist and of each quotation, statement, stance, figure and actor why it is so.

    Args:
        article: The article, or its text.
        item: The id of one item, such as "Q3", "T2", "S1", "F4" or "A2", as a summary by code
            alone (``model="none"``) counts them, or "gist"; all, if not given.

    Returns:
        An explanation for the gist and for each of these items. Each has an ``id``, a
        ``title`` and ``lines()`` for people. Of the gist, ``sentences`` has the numbers of the
        sentences that it is copied from. Of a quotation, ``decided`` has the rule, how sure
        it is and the words, ``others`` the other candidates; of a statement, ``rule``,
        ``certainty`` and ``cue``; of a stance, ``shown`` has the sentences; of a
        figure, ``caption``, ``rule`` and ``pieces`` say what is copied; of an actor, ``names``,
        ``listed`` and ``role`` say which names are one, by which rules it is listed, and where its
        role comes from.

    Raises:
        ArticleError: The text is empty.
        SettingsError: The article has no item with this id.

    Example:
        >>> (why,) = explain("Bo Poe slept. “We won,” Jane Roe said.", "Q1")
        >>> why.decided.speaker, why.decided.rule, why.decided.text, why.decided.certainty
        ('Jane Roe', 'after-subject', 'Jane Roe said', 'explicit')
        >>> (why,) = explain("Mayor Jane Roe backed the plan.", "S1")
        >>> print(why.title, *why.lines(), sep=" | ")  # doctest: +NORMALIZE_WHITESPACE
        Jane Roe supports the plan | supports, explicit in the text, by rule “verb”, from
        “backed” | the rule: Read a verb, its subject and its object. | in: Mayor Jane Roe
        backed the plan.
    """
    document = Document.read(Article.of(article))
    found = {name: facet.given(document) for name, facet in FACETS.items()}
    every = _explained(document, found)
    chosen = tuple(why for why in every if item in {None, why.id})
    if item and not chosen:
        missing = (each.unfound(document, found[name]) for name, each in FACETS.items())
        why = [f" {each.detail}" for each in chain(*missing) if each.item == item]
        raise SettingsError(
            f"The article has no item {item!r}.{''.join(why)}", hint=f"It has {_ids(every)}."
        )
    return chosen


def _explained(document: Document, found: Mapping[str, list[Any]]) -> list[Explanation]:
    registry = ActorRegistry(document)
    for name, facet in FACETS.items():
        facet.enlist(registry, found[name])
    return [
        why
        for facet in sorted(FACETS.values(), key=lambda each: (not each.lead, each.ranks.page))
        for why in facet.explained(document, found[facet.name], registry)
    ]


def _ids(every: Iterable[Explanation]) -> str:
    """Return the ids in words: "Q1 to Q4, S1, A1 to A3"."""
    kinds: dict[str, list[str]] = {}
    for why in every:
        kinds.setdefault(why.id[0], []).append(why.id)
    nothing = "no gist, quotation, statement, stance, figure or actor"
    return ", ".join(map(_range, kinds.values())) or nothing


def _range(ids: Sequence[str]) -> str:
    return ids[0] if len(ids) == 1 else f"{ids[0]} to {ids[-1]}"
