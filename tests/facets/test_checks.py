"""The checks on captions, gists and stances: wrong is refused, doubtful is kept as guessed."""

import pytest

from summarizer import Article
from summarizer.document.document import Document
from summarizer.facets.figures.checks import caption_objections
from summarizer.facets.gist.checks import gist_objections
from summarizer.facets.objections import Objection, doubt_of, refusal
from summarizer.facets.stances.checks import stance_objections

BUDGET = Document.read(
    Article(
        "Ashby council passes budget\n\n"
        "The Ashby council voted on Tuesday to adopt a budget of $412 million. "
        "It orders 38 engines and offers 12 posts. "
        "Mayor Jane Roe, 57, called a tax increase fair. "
        "“The thieves stole 40 lamps while the guards were leaving,” said Per Grindal, a welder. "
        "“We cannot go on so,” he said.\n\n"
        "Tim Poe of the union criticised the budget as a disgrace. "
        "“It is a bill,” Poe said. “And we mail it to the poor.”\n\n"
        "Snow is expected on the coast. A ferry carried 340 cars to Lund."
    )
)
WERFT = Document.read(
    Article(
        "Der Umsatz der Werft in Kielhafen ist im vergangenen Jahr um 4,7 Prozent gesunken. "
        "Der Streik dauert 48 Stunden, sagte Ida Brook."
    )
)
BAC = Document.read(
    Article(
        "Le bac de Lisse coûte 312 000 euros par an. Le passeur, Anselme Daguerre, 58 ans, le sait."
    )
)
RAIL = Document.read(Article("鉄道の利用者は10年間で42%減った。代表の早乙女千夏さん(67)は話した。"))


def outcome(objections):
    found = list(objections)
    first = refusal(found) or next(iter(found), None)
    return (("refused" if refusal(found) else "guessed"), first.reason) if first else "kept"


def caption(document, figure, written, *, strict=False):
    keys = {each.text: key for key, each in document.figures.items()}
    return outcome(caption_objections(document, keys[figure], written, strict=strict))


@pytest.mark.parametrize(
    ("document", "figure", "written"),
    [
        (BUDGET, "38", "engines ordered"),
        (BUDGET, "12", "posts offered by the council"),
        (BUDGET, "$412 million", "budget adopted by the Ashby council"),
        (BUDGET, "57", "age of Jane Roe"),
        (BUDGET, "40", "lamps stolen as guards left"),
        (BUDGET, "40", "lamps of Per Grindal's that thieves stole"),
        (BUDGET, "340", "cars carried to Lund by ferry"),
        (WERFT, "4,7 Prozent", "Rückgang des Umsatzes im vergangenen Jahr"),
        (WERFT, "48 Stunden", "Dauer des Streiks"),
        (BAC, "312 000 euros par an", "coût du bac pour la commune"),
        (BAC, "58 ans", "âge du passeur Anselme Daguerre"),
        (RAIL, "42%", "利用者の減少率"),
        (RAIL, "67", "早乙女千夏さんの年齢"),
    ],
)
def test_a_right_caption_is_kept(document, figure, written):
    assert caption(document, figure, written) == "kept"


@pytest.mark.parametrize(
    ("document", "figure", "written"),
    [
        (BUDGET, "340", "budget adopted on Tuesday"),
        (BUDGET, "38", "cars on the ferry"),
        (BUDGET, "57", "cars on the ferry"),
        (BAC, "58 ans", "tonnage du navire marchand"),
        (RAIL, "42%", "署名活動の結果"),
    ],
)
def test_a_caption_of_words_from_elsewhere_is_doubtful(document, figure, written):
    kind, reason = caption(document, figure, written)
    assert kind == "guessed"
    assert reason in {"word_not_in_passage", "name_not_in_article"}
    assert caption(document, figure, written, strict=True)[0] == "refused"


@pytest.mark.parametrize(
    ("document", "figure", "written", "reason"),
    [
        (BUDGET, "38", "", "empty"),
        (BUDGET, "38", "38", "empty"),
        (BUDGET, "38", "the 38 of them", "echo"),
        (BUDGET, "38", "engines for Zelda Quark", "name_not_in_article"),
        (BUDGET, "38", "engines out of 39", "number_not_in_article"),
        (WERFT, "48 Stunden", "Streik von Frau Zelda", "name_not_in_article"),
        (BAC, "58 ans", "âge de Zelda", "name_not_in_article"),
        (RAIL, "67", "ゼルダの年齢", "name_not_in_article"),
    ],
)
@pytest.mark.parametrize("strict", [True, False])
def test_a_wrong_caption_is_refused(document, figure, written, reason, strict):
    assert caption(document, figure, written, strict=strict) == ("refused", reason)


@pytest.mark.parametrize("written", ["Jane Roe", "Mayor Jane Roe", "Roe"])
def test_a_caption_that_is_only_a_name_is_doubtful(written):
    assert caption(BUDGET, "57", written) == ("guessed", "only_a_name")
    assert caption(BUDGET, "57", written, strict=True) == ("refused", "only_a_name")


def gist(written, cited=(), *, strict=False):
    return outcome(gist_objections(BUDGET, written, cited, strict=strict))


@pytest.mark.parametrize(
    ("written", "cited"),
    [
        (
            "Residents face a tax increase after the Ashby council passed a $412 million budget.",
            [1],
        ),
        ("Mayor Roe defends a tax increase.", [3]),
        ("Jane Roe defends a tax increase.", [4]),
        ("Union man Tim Poe calls it a bill.", [7]),
        ("Tim Poe calls the budget a disgrace.", []),
    ],
)
def test_a_right_gist_is_kept(written, cited):
    assert gist(written, cited) == "kept"


@pytest.mark.parametrize(
    ("written", "cited"),
    [
        ("Tim Poe criticises the budget.", [1]),
        ("A ferry carried 340 cars.", [1]),
        ("Jane Roe spends $412 million.", [9]),
    ],
)
def test_a_gist_is_doubtful_if_no_cited_sentence_bears_out_its_names(written, cited):
    assert gist(written, cited) == ("guessed", "not_in_evidence")


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("Zelda passes the budget.", "name_not_in_article"),
        ("The council of Zelda votes.", "name_not_in_article"),
        ("The council spends $413 million.", "number_not_in_article"),
        ("", "empty"),
        ("budget " * 80, "too_long"),
    ],
)
def test_a_wrong_gist_is_refused(written, reason, strict):
    assert gist(written, strict=strict) == ("refused", reason)


def test_a_gist_with_a_word_that_may_be_a_name_is_doubtful():
    assert gist("Oslo court stops budget") == ("guessed", "name_not_in_article")
    assert gist("Oslo court stops budget", strict=True) == ("refused", "name_not_in_article")


def stance(actor, position, target, *numbers):
    return outcome(stance_objections(BUDGET, actor, position, target, numbers))


NUMBERS = {
    words: BUDGET.sentence_at(BUDGET.article.text.index(words)) + 1
    for words in ("voted", "called a", "stole", "go on so", "criticised", "a bill", "Snow")
}


@pytest.mark.parametrize(
    ("actor", "position", "target", "shown"),
    [
        ("Jane Roe", "supports", "the property tax increase", "called a"),
        ("Ashby council", "supports", "the budget", "voted"),
        ("Per Grindal", "criticises", "the thieves", "stole"),
        ("Per Grindal", "opposes", "the guards", "go on so"),
        ("Tim Poe", "criticises", "the budget", "a bill"),
        ("Poe", "opposes", "the new budget of the council", "criticised"),
    ],
)
def test_a_right_stance_is_kept(actor, position, target, shown):
    assert stance(actor, position, target, NUMBERS[shown]) == "kept"


@pytest.mark.parametrize(
    ("actor", "target", "shown"),
    [
        ("Jane Roe", "the budget", "criticised"),
        ("Tim Poe", "a tax increase", "called a"),
        ("Tim Poe", "the thieves", "stole"),
        ("Jane Roe", "the budget", "a bill"),
    ],
)
def test_anothers_stance_is_doubtful(actor, target, shown):
    assert stance(actor, "criticises", target, NUMBERS[shown]) == (
        "guessed",
        "actor_not_in_evidence",
    )


@pytest.mark.parametrize(
    ("actor", "position", "target", "shown", "reason"),
    [
        ("Tim Poe", "criticises", "the ferry", "criticised", "target_not_in_evidence"),
        ("Tim Poe", "supports", "the budget", "criticised", "contradicted"),
        ("Tim Poe", "praises", "the budget", "criticised", "contradicted"),
    ],
)
def test_a_stance_that_its_sentence_does_not_bear_out_is_doubtful(
    actor, position, target, shown, reason
):
    assert stance(actor, position, target, NUMBERS[shown]) == ("guessed", reason)


@pytest.mark.parametrize(
    ("actor", "target", "numbers", "reason"),
    [
        ("Tim Poe", "the budget", [NUMBERS["Snow"] + 1], "not_in_evidence"),
        ("Tim Poe", "the budget", [99], "no_such_sentence"),
        ("Tim Poe", "the budget", [NUMBERS["criticised"], 0], "no_such_sentence"),
        ("Tim Poe", "the budget", [], "no_such_sentence"),
        ("Tim Poe", "the budget of Zelda", [NUMBERS["criticised"]], "name_not_in_article"),
        ("Tim Poe", "the 99 posts", [NUMBERS["criticised"]], "number_not_in_article"),
        ("Zelda Quark", "the budget", [NUMBERS["criticised"]], "name_not_in_article"),
        ("Tim Poe", "Poe", [NUMBERS["criticised"]], "echo"),
        ("Tim Poe", "…", [NUMBERS["criticised"]], "empty"),
    ],
)
def test_a_wrong_stance_is_refused(actor, target, numbers, reason):
    assert stance(actor, "opposes", target, *numbers) == ("refused", reason)


def test_the_first_objection_of_its_kind_counts():
    objections = [Objection("a", "A.", wrong=False), Objection("b", "B."), Objection("c", "C.")]
    assert refusal(objections).reason == "b"
    assert doubt_of(objections) == "a"
    assert refusal(objections[:1]) is None
    assert doubt_of(objections[1:]) is None
