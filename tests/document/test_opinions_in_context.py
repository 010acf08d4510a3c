"""Positions whose target or holder the sentences before name: each kind with its variants."""

import pytest

from summarizer import Article, explain, report, summarize
from summarizer.document.document import Document
from summarizer.export import markdown
from summarizer.facets import STANCES
from summarizer.verify import faults


def opinions(text):
    """The opinions of an article: actor, position, target."""
    found = Document.read(Article(text)).opinions
    return [(each.actor, each.position, each.target) for each in found]


_VOTE = "The council read a plan to close the pit on Monday. "
_PLAN = "a plan to close the pit"
_TOLL = "A toll of £3 was announced. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_VOTE + "The Liberals will oppose it.", ("Liberals", "opposes", _PLAN)),
        (_VOTE + "Ann Lee voted against it.", ("Ann Lee", "opposes", _PLAN)),
        (_TOLL + "Ann Lee backed the plan.", ("Ann Lee", "supports", "the plan")),
        (
            "Bo Poe put the plan to a vote. Ann Lee backed the plan.",
            ("Ann Lee", "supports", "the plan"),
        ),
        (_TOLL + "Ann Lee denounced this as cowardly.", ("Ann Lee", "criticises", "A toll of £3")),
        (_TOLL + "Ann Lee, however, welcomed that.", ("Ann Lee", "praises", "A toll of £3")),
        (_VOTE + "Ann Lee called it a disgrace.", ("Ann Lee", "criticises", _PLAN)),
        (_VOTE + "Ann Lee said it was unfair.", ("Ann Lee", "criticises", _PLAN)),
        (
            "The budget was read by Bo Poe, and Ann Lee rejected it.",
            ("Ann Lee", "opposes", "The budget"),
        ),
        (
            (
                "Bo Poe wants an exemption for new homes. That exemption has split the city. "
                "Ann Lee opposes it."
            ),
            ("Ann Lee", "opposes", "That exemption"),
        ),
        (
            "Two bills were read by the council. Ann Lee opposes them.",
            ("Ann Lee", "opposes", "Two bills"),
        ),
    ],
)
def test_a_pronoun_means_the_thing_that_was_spoken_of(text, expected):
    assert opinions(text)[-1] == expected


@pytest.mark.parametrize(
    ("before", "holder"),
    [
        ("The parents of Vale will vote.", "parents of Vale"),
        ("The angry residents left.", "angry residents"),
        ("The papers were late.", "Oslo Council"),
    ],
)
def test_they_are_the_group_that_the_sentence_before_is_about(before, holder):
    summary = summarize(f"Oslo Council met. {before} They condemned the cut.", model="none")
    (stance,) = summary.stances
    assert summary.actor(stance.actor).name == holder


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee came to Oslo. Bo Poe opposes it.",
        "“The ban is law,” Ann Lee said. Snow fell. Bo Poe opposes it.",
        "The boy saw the plan and Ann Lee opposes them.",
        "Ann Lee thanked the backers. Bo Poe voted no.",
        "Ann Lee called the decision a joy. Bo Poe objected to that.",
        _VOTE + "Ann Lee backed it up with a map.",
    ],
)
def test_a_pronoun_that_may_mean_anything_gives_no_stance(text):
    assert "opposes" not in [position for _, position, _ in opinions(text)]
    assert "supports" not in [position for _, position, _ in opinions(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # what the article is about
        ("Pit to close\n\nSnow fell.\n\nAnn Lee defended the decision.", "Pit to close"),
        # what was said or done just before
        (
            "Pit to close\n\nThe firm will not pay. The refusal angered Ann Lee.",
            "The firm will not pay.",
        ),
        (
            "Pit to close\n\n“Bo lied,” Eve Ray said. Ann Lee rejected the claim.",
            "“Bo lied,” Eve Ray said.",
        ),
        (
            "Pit to close\n\nBonuses were agreed. Ann Lee defended the payments.",
            "Bonuses were agreed.",
        ),
        ("Pit to close\n\nA judge rose. Ann Lee is against any delay.", "A judge rose."),
        (
            "Pit to close\n\nThe club backs calls for a warden. Ann Lee resists the idea.",
            "The club backs calls for a warden.",
        ),
        # but not where the headline names it, or a paragraph begins
        ("Pit vote lost\n\nBo Li opposes a toll. Ann Lee cheered the vote.", "Pit vote lost"),
        ("Pit to close\n\nBo Li opposes a toll.\n\nAnn Lee resists the idea.", "Pit to close"),
        # the one before, if the first tells of no decision or that names another in full
        (
            "Snow in Oslo\n\nIt fell. Acme filed papers. Ann Lee slammed the suit.",
            "Acme filed papers.",
        ),
        ("Oslo is old. Snow fell. The inn was sold. Ann Lee hailed the sale.", "The inn was sold."),
        (
            "The firm has a plan to dig. Miners have a plan to stay. Ann Lee hailed the plan.",
            "Miners have a plan to stay.",
        ),
        ("Farm fined\n\nSnow fell.\n\nAnn Lee hailed the decision.", "Farm fined"),
        # what says itself what it is, or is the first
        ("Pit to close\n\nAnn Lee defended a decision.", None),
        ("Pit to close\n\nAnn Lee accused the mayor.", None),
        ("Ann Lee defended the decision. Snow fell.", None),
    ],
)
def test_a_sentence_before_says_what_a_bare_target_means(text, said):
    summary = summarize(Article(text), model="none")

    stance = summary.stances[-1]
    assert (stance.sentence_before and stance.sentence_before.text) == said
    assert [each.text for each in stance.evidence] != [said]
    assert faults(summary.model_dump(mode="json")) == ()
    lines = ["".join(piece.text for piece in line.pieces) for line in STANCES.lines(summary)]
    for shown in ("\n".join(lines), markdown.document(summary), report.html([summary])):
        assert (f"({said})" in shown) == bool(said and said != summary.article.title)
    explained = [line for why in explain(Article(text)) for line in why.lines()]
    assert (f"what that means is said in: {said}" in explained) == bool(said)


def test_the_evidence_of_neighbours_is_shown_once_if_what_is_before_it_is_the_same():
    both = "Ann Lee praised Eve Ray and criticised Bo Li."
    bare = "Ann Lee praised the deal and criticised Bo Li."
    shown = {
        both: ["Ann Lee praises Eve Ray"],
        bare: ["Ann Lee praises the deal", bare, "(The pit deal was done.)"],
    }

    for text, first in shown.items():
        summary = summarize(Article(f"The pit deal was done. {text}"), model="none")
        lines = [
            "".join(piece.text for piece in (line.head, *line.pieces) if piece)
            for line in STANCES.lines(summary)
        ]
        assert lines == [*first, "Ann Lee criticises Bo Li", text]


@pytest.mark.parametrize(("title", "shown"), [("Pit to close", False), (None, True)])
def test_the_headline_above_is_not_said_again_below_a_stance(title, shown):
    text = "Pit to close.\nSnow fell. Ann Lee defended the decision."
    summary = summarize(Article(text, title=title), model="none")
    (stance,) = summary.stances
    assert stance.sentence_before.text == "Pit to close."
    lines = ["".join(piece.text for piece in line.pieces) for line in STANCES.lines(summary)]
    assert ("(Pit to close.)" in lines) == shown
    for page in (markdown.document(summary), report.html([summary])):
        assert ("(Pit to close.)" in page) == shown


@pytest.mark.parametrize("place", [(0, 9), (14, 24), (25, 57)])
def test_a_sentence_before_that_is_none_is_seen(place):
    summary = summarize(
        Article("Pit to close.\nSnow fell. Ann Lee defended the decision."), model="none"
    )
    data = summary.model_dump(mode="json")
    start, end = place
    text = summary.article.text[start:end]
    data["stances"][0]["sentence_before"] = {"start": start, "end": end, "text": text}
    found = [fault for fault in faults(data) if fault.item == "stances[0]"]
    assert bool(found) == (place != (14, 24))


@pytest.mark.parametrize(
    ("target", "again", "wrong"),
    [
        ("the decision", "", False),
        ("the decision", "Bo Li left. Ann Lee defended the decision.", False),
        ("the decision", "Bo Li left. Ann Lee defended the decision again.", True),
        ("Eve Ray", "", True),
    ],
)
def test_a_sentence_before_is_before_all_evidence_and_needed(target, again, wrong):
    text = f"Pit to close.\nSnow fell. Ann Lee defended {target}. {again}"
    data = summarize(Article(text), model="none").model_dump(mode="json")
    assert faults(data) == ()
    if wrong:
        said = "Bo Li left." if again else "Snow fell."
        span = {"start": text.index(said), "end": text.index(said) + len(said), "text": said}
        data["stances"][0]["sentence_before"] = span
    assert bool(faults(data)) == wrong


def test_the_target_of_a_pronoun_is_copied_and_inferred():
    summary = summarize(Article(_VOTE + "The Liberals will oppose it."), model="none")

    [stance] = summary.stances
    assert (stance.target, stance.certainty) == (_PLAN, "inferred")
    named, opposed = (each.text for each in stance.evidence)
    assert _PLAN in named
    assert opposed == "The Liberals will oppose it."


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee was not dismayed.",
        "Ann Lee was furious with Bo Poe about the snow.",
        "Was Ann Lee dismayed?",
        "Asked whether she would resign, Ann Lee said no.",
    ],
)
def test_no_mood_is_read_where_it_is_denied_or_about_something_else(text):
    assert ("Ann Lee", "criticises", "A toll of £3") not in opinions(_TOLL + text)
    assert ("Ann Lee", "opposes", _PLAN) not in opinions(_VOTE + text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee hailed the pact. So did Bo Poe.", ("Bo Poe", "praises", "the pact")),
        (
            "The club hailed the pact. So did the Danish government, in softer terms.",
            ("the Danish government", "praises", "the pact"),
        ),
        ("Ann Lee opposes the toll, and so does Bo Poe.", ("Bo Poe", "opposes", "the toll")),
        ("Ann Lee opposes the toll, as does Bo Poe.", ("Bo Poe", "opposes", "the toll")),
        ("Ann Lee did not support the toll. Nor did Bo Poe.", ("Bo Poe", "opposes", "the toll")),
        (
            "Economists are wary of the toll, and Bo Poe is no exception.",
            ("Bo Poe", "criticises", "the toll"),
        ),
        ("Ann Lee, too, opposes the toll.", ("Ann Lee", "opposes", "the toll")),
    ],
)
def test_who_thinks_the_same_or_not_has_the_position_before(text, expected):
    assert opinions(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee backs the toll. Snow fell. Wind blew. So did Bo Poe.",
        "Ann Lee backs the toll, as the mayor of Oslo.",
        "Ann Lee backs the toll. Bo Poe has so far been silent.",
        "Ann Lee backs the toll. Neither side spoke to Bo Poe.",
        "Ann Lee opposes the toll. Bo Poe does not.",
        "Snow fell. So did Bo Poe.",
    ],
)
def test_words_that_repeat_nothing_give_no_position(text):
    assert "Bo Poe" not in [actor for actor, _, _ in opinions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“This is a shameful decision,” Ann Lee said.", ("Ann Lee", "criticises", _PLAN)),
        ("“It’s a disgrace,” Ann Lee said.", ("Ann Lee", "criticises", _PLAN)),
        ("“That’s wonderful,” said Ann Lee.", ("Ann Lee", "praises", _PLAN)),
        ("“It is an act of folly,” said Ann Lee.", ("Ann Lee", "criticises", _PLAN)),
        ("Ann Lee called it shameful.", ("Ann Lee", "criticises", _PLAN)),
        ("Ann Lee said the council was right to act.", ("Ann Lee", "praises", "the council")),
        ("Ann Lee said it did not go far enough.", ("Ann Lee", "criticises", _PLAN)),
        ("“It goes too far,” Ann Lee said.", ("Ann Lee", "criticises", _PLAN)),
        ("“The plan makes sense,” Ann Lee said.", ("Ann Lee", "praises", "The plan")),
    ],
)
def test_a_judgement_is_about_what_was_spoken_of(text, expected):
    assert opinions(_VOTE + text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee denied that it was unfair.",
        "“Bad weather,” said Ann Lee.",
        "“It is illegal fishing that we track,” Ann Lee said.",
        "Ann Lee said it might not go far enough.",
        "Ann Lee made sense of it.",
    ],
)
def test_no_judgement_is_read_where_none_is_made(text):
    assert "Ann Lee" not in [actor for actor, _, _ in opinions(_VOTE + text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee said the toll should be scrapped.", ("Ann Lee", "opposes", "the toll")),
        ("Ann Lee says that the toll must be kept.", ("Ann Lee", "supports", "the toll")),
        ("“The toll must not be abolished,” said Ann Lee.", ("Ann Lee", "supports", "The toll")),
        ("The toll should be abolished, Ann Lee has said.", ("Ann Lee", "opposes", "The toll")),
    ],
)
def test_what_should_be_done_to_a_thing_is_a_side(text, expected):
    assert opinions(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee had harsh words for the toll.", ("Ann Lee", "criticises", "the toll")),
        ("Ann Lee is for the toll.", ("Ann Lee", "supports", "the toll")),
        ("The teachers are all for the toll.", ("The teachers", "supports", "the toll")),
        ("Ann Lee is no fan of the toll.", ("Ann Lee", "opposes", "the toll")),
        ("Ann Lee is no enthusiast for the toll.", ("Ann Lee", "opposes", "the toll")),
        ("Ann Lee poured cold water on the toll.", ("Ann Lee", "criticises", "the toll")),
        ("Ann Lee has staked her reputation on the toll.", ("Ann Lee", "supports", "the toll")),
        ("Ann Lee brushed aside the toll.", ("Ann Lee", "criticises", "the toll")),
        ("The Greens are expected to vote for the toll.", ("Greens", "supports", "the toll")),
        ("Ann Lee is said to be furious with Bo Poe.", ("Ann Lee", "criticises", "Bo Poe")),
    ],
)
def test_idioms_take_a_position(text, expected):
    assert opinions(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee was behind the wheel.",
        "It is for Ann Lee to decide.",
        "Ann Lee is no critic of the toll.",
        "The cake was for Ann Lee.",
    ],
)
def test_words_of_a_side_may_say_something_else(text):
    assert opinions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MPs backed a bill that bans it.", ("MPs", "supports", "a bill that bans it")),
        (
            "Ann Lee backs a cut of 25 basis points.",
            ("Ann Lee", "supports", "a cut of 25 basis points"),
        ),
        (
            "Ann Lee warned against treating the case as a rule.",
            ("Ann Lee", "opposes", "treating the case as a rule"),
        ),
        (
            "Some left. 512 residents opposed the toll and 488 for it.",
            ("512 residents", "opposes", "the toll"),
        ),
        (
            "Ann Lee backed the toll on the grounds that it is low.",
            ("Ann Lee", "supports", "the toll"),
        ),
        (
            "The 40 other members oppose the toll.",
            ("The 40 other members", "opposes", "the toll"),
        ),
        (
            "Ann Lee urged the club to avoid steps that raise fares.",
            ("Ann Lee", "demands", "the club to avoid steps that raise fares"),
        ),
        (
            "Ann Lee called the goal laudable and the method a disaster.",
            ("Ann Lee", "praises", "the goal"),
        ),
        ("Ann Lee favours Bo Poe 51 percent to 24 percent.", ("Ann Lee", "supports", "Bo Poe")),
        ("Ann Lee supports reform and ranks it high.", ("Ann Lee", "supports", "reform")),
        ("“Northline’s been a great sponsor,” Ann Lee said.", ("Ann Lee", "praises", "Northline")),
        ("Ann Lee (Ind), who backs the toll, left.", ("Ann Lee", "supports", "the toll")),
        (
            "Ann Lee spoke. A salmon farmer said he opposed the toll.",
            ("A salmon farmer", "opposes", "the toll"),
        ),
        (
            "Organisers said Northline left. It urged calm.",
            ("Northline", "demands", "calm"),
        ),
        (
            "Ann Lee called for a full, independent inquiry into the toll.",
            ("Ann Lee", "demands", "a full, independent inquiry into the toll"),
        ),
        (
            "Ann Lee wants a formal, written apology.",
            ("Ann Lee", "demands", "a formal, written apology"),
        ),
        ("Ann Lee wants a ban, most farmers and clerks said.", ("Ann Lee", "demands", "a ban")),
        ("Ann Lee wants a ban, saying it works.", ("Ann Lee", "demands", "a ban")),
        (
            "Bishop Ann Daly of Moss said that she would prefer a toll.",
            ("Ann Daly", "supports", "a toll"),
        ),
        (
            "Bo Poe left. Councillor Ann Lee (Lib Dem) accused him of lying.",
            ("Ann Lee", "criticises", "Bo Poe"),
        ),
        (
            "The United Steel and Paper Workers said it would fight the plan.",
            ("United Steel and Paper Workers", "opposes", "the plan"),
        ),
        ("Ann Lee won a deal Moss farmers hailed.", ("Moss farmers", "praises", "a deal")),
        ("The fund praised the plan in its spring report.", ("The fund", "praises", "the plan")),
        (
            "Ann Lee called on schools to stay shut until the snow melts.",
            ("Ann Lee", "demands", "schools to stay shut until the snow melts"),
        ),
        ("Bo Poe lied. Ann Lee rejected that account.", ("Ann Lee", "opposes", "that account")),
    ],
)
def test_target_and_holder_are_whole(text, expected):
    assert opinions(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Farmers block ports.",
        "Ann Lee recommended approval.",
        "Ann Lee could not accept safety as a reason.",
        "Ann Lee warned that “the rule of law is in danger”.",
        "“They have rejected four offers,” Ann Lee said.",
    ],
)
def test_what_says_nothing_of_whom_or_what_is_no_stance(text):
    assert opinions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Younger staff are behind Ann Lee.", ("Younger staff", "supports", "Ann Lee")),
        ("The club has distanced itself from the toll.", ("The club", "opposes", "the toll")),
        ("Ann Lee does not trust the mayor.", ("Ann Lee", "criticises", "the mayor")),
        ("The toll was read. Ann Lee ruled that out.", ("Ann Lee", "opposes", "The toll")),
        ("Ann Lee sees the toll as a mistake.", ("Ann Lee", "criticises", "the toll")),
        ("Bo lied. Ann Lee called that claim absurd.", ("Ann Lee", "criticises", "that claim")),
        ("The club refuses to fund the toll.", ("The club", "opposes", "the toll")),
        ("Ann Lee wants no part of the toll.", ("Ann Lee", "opposes", "the toll")),
        ("Ann Lee was not opposed to the toll.", ("Ann Lee", "supports", "the toll")),
        (
            "Ann Lee renewed her demand that Bo Poe resign.",
            ("Ann Lee", "demands", "that Bo Poe resign"),
        ),
        (
            "Ann Lee said that clerks on the board would oppose the toll.",
            ("clerks", "opposes", "the toll"),
        ),
        (
            "A toll came up. Oslo supports that plan, as does the mayor.",
            ("the mayor", "supports", "that plan"),
        ),
    ],
)
def test_short_verbs_take_a_position(text, expected):
    assert opinions(text)[-1] == expected


@pytest.mark.parametrize(
    "text", ["The bill’s supporters left.", "The bill’s supporters, Ann Lee said, left."]
)
def test_a_role_without_a_name_is_no_position(text):
    assert opinions(text) == []
