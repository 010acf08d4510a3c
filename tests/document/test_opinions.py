"""Who takes which position on what, as code reads it in articles: each kind with its variants."""

import pytest

from summarizer import Article, summarize
from summarizer.document.document import Document
from summarizer.facets import STANCES


def opinions(text):
    """The opinions of an article: actor, position, target."""
    found = Document.read(Article(text)).opinions
    return [(each.actor, each.position, each.target) for each in found]


def certainties(text):
    return [each.certainty for each in Document.read(Article(text)).opinions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, who backs the toll, left.", ("Ann Lee", "supports", "the toll")),
        ("The toll was welcomed by Bo Poe.", ("Bo Poe", "praises", "The toll")),
        ("Al Fox voiced grave concern over the toll.", ("Al Fox", "criticises", "the toll")),
        ("Criticism of the toll by Al Fox grew.", ("Al Fox", "criticises", "the toll")),
        ("The toll drew criticism from Bo Poe.", ("Bo Poe", "criticises", "The toll")),
        ("The toll has Bo Poe’s support.", ("Bo Poe", "supports", "The toll")),
        ("Ann Lee is in favour of the toll.", ("Ann Lee", "supports", "the toll")),
        ("Ann Lee remains opposed to the toll.", ("Ann Lee", "opposes", "the toll")),
        ("“I’m against the toll,” Ann Lee said.", ("Ann Lee", "opposes", "the toll")),
        ("The toll angered Bo Poe.", ("Bo Poe", "criticises", "The toll")),
        ("By backing the toll, Ann Lee made history.", ("Ann Lee", "supports", "the toll")),
        ("Bo Poe, accusing Ann Lee of lying, left.", ("Bo Poe", "criticises", "Ann Lee")),
        ("Bo Poe supported and welcomed the toll.", ("Bo Poe", "supports", "the toll")),
        ("The toll, which Bo Poe rejected, is law.", ("Bo Poe", "opposes", "The toll")),
        ("Ann Lee thanked those who had helped.", ("Ann Lee", "praises", "those who had helped")),
        ("“We don’t want the toll,” Bo Poe said.", ("Bo Poe", "opposes", "the toll")),
        ("Bo Poe would not recognise the vote.", ("Bo Poe", "opposes", "the vote")),
        ("The residents opposed to the toll left.", ("The residents", "opposes", "the toll")),
        ("Bo Poe blamed the delay on Ann Lee.", ("Bo Poe", "criticises", "Ann Lee")),
        ("Criticism from Bo Poe of the toll grew.", ("Bo Poe", "criticises", "the toll")),
        ("Bo Poe voiced anger and alarm at the toll.", ("Bo Poe", "criticises", "the toll")),
        ("Voicing alarm at the toll, Bo Poe left.", ("Bo Poe", "criticises", "the toll")),
        ("Bo Poe has taken aim at Ann Lee.", ("Bo Poe", "criticises", "Ann Lee")),
        ("The toll met criticism and scorn from Bo Poe.", ("Bo Poe", "criticises", "The toll")),
        ("The club and its members oppose the toll.", ("The club", "opposes", "the toll")),
        ("Ann Lee opposed the toll in 2011.", ("Ann Lee", "opposes", "the toll")),
        (
            "Ann Lee urged the ministry to stop it.",
            ("Ann Lee", "demands", "the ministry to stop it"),
        ),
        ("The minister rejected the toll.", ("The minister", "opposes", "the toll")),
        ("The report criticises the toll.", ("The report", "criticises", "the toll")),
        ("Bo Poe asked Ann Lee to resign.", ("Bo Poe", "demands", "Ann Lee to resign")),
        (
            "Bo Poe said it had no cash left and backed the toll.",
            ("Bo Poe", "supports", "the toll"),
        ),
        (
            "Bo Poe said the club has players missing and criticised the board.",
            ("Bo Poe", "criticises", "the board"),
        ),
        ("Bo Poe said the bus had left and backed the toll.", ("Bo Poe", "supports", "the toll")),
    ],
)
def test_each_construction_is_read(text, expected):
    assert opinions(text)[0] == expected


def test_a_name_with_its_place_or_body_takes_a_position():
    assert opinions("Ada Whitcombe of Pelham Police praised the families.") == [
        ("Ada Whitcombe", "praises", "the families")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of France and Spain welcomed the deal.",
        "Members from North Oxley and Port Alder opposed the toll.",
    ],
)
def test_the_last_name_of_a_longer_subject_takes_none(text):
    assert opinions(text) == []


@pytest.mark.parametrize(
    ("text", "holder", "target"),
    [
        ("The mayor left the tunnel most drivers hate.", "most drivers", "the tunnel"),
        ("Drivers at St Ede's Hospital despise the tunnel.", "Drivers", "the tunnel"),
        ("Some pilots blamed the mayor of both towns.", "Some pilots", "the mayor of both towns"),
        ("Jane Roe, head of Blue Sky, whose bid failed, hates fog.", "Jane Roe", "fog"),
        ("Roe Slams Tunnel Plan\n\nJane Roe left.", "Jane Roe", "Tunnel Plan"),
        # a name within an aside of another, and a name behind its office
        ("Ann Lee, wife of the actor, Dan Moss, condemned the raid.", "Ann Lee", "the raid"),
        ("Ann Lee, 45, head of the firm, Citylink, slammed fog.", "Ann Lee", "fog"),
        ("Jane Roe, who runs the union, Unite, hates fog.", "Jane Roe", "fog"),
        ("In Oslo, the head of the firm, Dan Moss, slammed fog.", "Dan Moss", "fog"),
        ("On Monday, the head of the firm, Dan Moss, slammed fog.", "Dan Moss", "fog"),
        ("The head of the firm, Dan Moss, slammed fog.", "Dan Moss", "fog"),
    ],
)
def test_holders_that_are_far_from_their_verb(text, holder, target):
    assert opinions(text) == [(holder, "criticises", target)]


def test_one_backs_and_criticises():
    text = "Jane Roe backed the toll but criticised its cost, and later slammed Bo Poe."
    assert opinions(text) == [
        ("Jane Roe", "supports", "the toll"),
        ("Jane Roe", "criticises", "its cost"),
        ("Jane Roe", "criticises", "Bo Poe"),
    ]


def test_several_take_one_position():
    assert opinions("Jane Roe and Bo Poe praised the crew.") == [
        ("Bo Poe", "praises", "the crew"),
        ("Jane Roe", "praises", "the crew"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe did not criticise the toll.",
        "Jane Roe failed to condemn the toll.",
        "Jane Roe did not refuse to back the toll.",
        "If Jane Roe refuses to back the toll, it fails.",
        "Jane Roe denied that she had refused to back the toll.",
        "Jane Roe refused to attack the toll.",
        "“Bo Poe refused to back the toll,” Jane Roe said.",
        "Jane Roe did not scrap the toll.",
        "Jane Roe expressed no support for the toll.",
        "Not all ministers support the toll.",
        "None of the ministers backed the toll.",
        "Does Jane Roe back the toll?",
        "If Jane Roe backs the toll, it passes.",
        "Jane Roe may back the toll.",
        "Jane Roe would back the toll if it were cheaper.",
        "Jane Roe is expected to back the toll.",
        "Jane Roe denied that she backed the toll.",
        "Jane Roe was accused of backing the toll.",
        "Rumours that Jane Roe opposes the toll spread.",
        "“Bo Poe hates the toll,” Jane Roe said.",
        "“They back the toll,” Jane Roe said.",
        "Jane Roe said the toll was not a disaster.",
        "Jane Roe won 1,204 votes against 900 votes for Bo Poe.",
        "The Ports Support Department of Oslo moved.",
        "Jane Roe’s press conference was short.",
        "A spokesman said the weather was fine.",
        "Jane Roe seeks no quarrel with the town.",
        "Jane Roe told the council that the toll failed to pass.",
        "The world should not accept the toll.",
        "Ann Lee left. Bo Poe believes the party has to persuade them to come and back her.",
        "Bo Poe, a baker, says the camp lost voters and has to ask them to stay and back the toll.",
    ],
)
def test_what_turns_a_side_round_or_leaves_it_open_is_no_position(text):
    assert opinions(text) == []


def test_whom_a_description_means_holds_it_in_speech_too():
    text = (
        "Minister Bo Poe left. “We oppose the toll,” the minister said. "
        "The minister slammed Al Fox."
    )
    assert {actor for actor, *_ in opinions(text)} == {"Bo Poe"}
    assert summarize(text, model="none").quotes[0].speaker == "A1"


def test_who_defends_a_bad_option_supports_it():
    text = "Jane Roe defended the toll as “the least bad option”."
    assert opinions(text) == [("Jane Roe", "supports", "the toll")]


def test_a_side_that_words_leave_open_is_unclear():
    text = "Jane Roe called the toll “the least bad option”."
    assert opinions(text) == [("Jane Roe", "unclear", "the toll")]


def test_a_target_is_what_a_pronoun_means():
    text = "Bo Poe opposes the toll. Ann Lee condemned it. Mr Roe came. Ann Lee thanked him."
    assert opinions(text)[1:] == [
        ("Ann Lee", "criticises", "the toll"),
        ("Ann Lee", "praises", "Roe"),
    ]
    assert certainties(text) == ["explicit", "inferred", "inferred"]


def test_a_pronoun_is_who_says_so():
    text = "Ann Lee met Bo Poe. Bo Poe said on Monday that he opposes the toll."
    assert opinions(text) == [("Bo Poe", "opposes", "the toll")]
    assert certainties(text) == ["explicit"]


def test_what_one_says_that_another_thinks_is_inferred():
    text = "Ann Lee said Bo Poe opposes the toll."
    assert (opinions(text), certainties(text)) == (
        [("Bo Poe", "opposes", "the toll")],
        ["inferred"],
    )


def test_groups_and_bodies_without_a_name_take_positions():
    text = "The opposition rejected the toll. Residents protested against the toll."
    assert [each[0] for each in opinions(text)] == ["The opposition", "Residents"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Guild, which had been against the toll until 2020, is now neutral.", []),
        ("The Guild, which voted for the toll in power, now says it has to go.", []),
        ("Jane Roe once opposed the toll.", []),
        ("Jane Roe used to support the toll.", []),
        (
            "Jane Roe has once again opposed the toll.",
            [("Jane Roe", "opposes", "the toll")],
        ),
        (
            "Jane Roe had opposed the toll but is now in favour of the toll.",
            [("Jane Roe", "supports", "the toll")],
        ),
        (
            "Port spokesman Bo Poe rejected the claim that the boats were unsafe.",
            [("Bo Poe", "opposes", "the claim that the boats were unsafe")],
        ),
        ("Jane Roe voted against anyway.", []),
        ("Jane Roe voted against on Monday.", []),
        (
            "The bank’s caution won praise from some investors.",
            [("some investors", "praises", "The bank’s caution")],
        ),
        (
            "The council’s plan drew criticism from Bo Poe.",
            [("Bo Poe", "criticises", "The council’s plan")],
        ),
        (
            "Ann Lee left. A clerk of the town said no. She opposes the toll.",
            [("A clerk of the town", "opposes", "the toll")],
        ),
        (
            "Minister Ann Lee left. The minister spoke on Monday. She opposes the toll.",
            [("Ann Lee", "opposes", "the toll")],
        ),
        ("Ann Lee left. A nurse wept. She criticised the ward.", []),
    ],
)
def test_a_position_of_the_past_or_of_another_is_not_turned_round(text, expected):
    assert opinions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee has insisted that her staff were free to vote.", []),
        ("Ann Lee insisted that the boats are safe.", []),
        (
            "Ann Lee insisted that the toll be scrapped.",
            [("Ann Lee", "demands", "that the toll be scrapped")],
        ),
        (
            "Ann Lee insisted that the toll should go.",
            [("Ann Lee", "demands", "that the toll should go")],
        ),
        (
            "Bo Poe backed the bid and warned that turning it down would cost a lot.",
            [("Bo Poe", "supports", "the bid")],
        ),
        ("Bo Poe warned that without the toll the port would close.", []),
        (
            "Bo Poe warned that the toll would ruin shops.",
            [("Bo Poe", "criticises", "the toll")],
        ),
        ("Bo Poe agreed with every word.", []),
        (
            "“I hate this rule and I think it’s right,” Ann Lee said.",
            [("Ann Lee", "criticises", "this rule")],
        ),
        (
            "Bo Poe criticised the way the club was run.",
            [("Bo Poe", "criticises", "the way the club was run")],
        ),
        (
            "A spokesman for the union said it has full confidence in the board.",
            [("the union", "supports", "the board")],
        ),
        ("Ann Lee said an apology was overdue.", [("Ann Lee", "demands", "an apology")]),
        ("Ann Lee said the change was long overdue.", [("Ann Lee", "praises", "the change")]),
    ],
)
def test_a_claim_is_no_demand_and_a_target_is_whole(text, expected):
    assert opinions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee described the rota as lazy.", ("Ann Lee", "criticises", "the rota")),
        ("Ann Lee called the vote “a victory for us”.", ("Ann Lee", "praises", "the vote")),
        ("Ann Lee called the speech “textbook”.", ("Ann Lee", "praises", "the speech")),
        ("Ann Lee turned the offer down.", ("Ann Lee", "opposes", "the offer")),
        ("Ann Lee too backed the toll.", ("Ann Lee", "supports", "the toll")),
        ("Ann Lee begged the army to send fuel.", ("Ann Lee", "demands", "the army to send fuel")),
        ("The council voted six to two against the toll.", ("The council", "opposes", "the toll")),
        ("The council voted 9 to 4 against the toll.", ("The council", "opposes", "the toll")),
        ("Ann Lee said a cut would have been a mistake.", ("Ann Lee", "criticises", "a cut")),
        ("Ann Lee told the BBC that the toll was a sham.", ("Ann Lee", "criticises", "the toll")),
        (
            "Ann Lee said the mayor should resign.",
            ("Ann Lee", "demands", "the mayor should resign"),
        ),
        ("Ann Lee will not pay the toll.", ("Ann Lee", "opposes", "the toll")),
        ("Ann Lee said a toll was not enough.", ("Ann Lee", "criticises", "a toll")),
        ("Ann Lee came out against the toll within hours.", ("Ann Lee", "opposes", "the toll")),
        (
            "Ann Lee asked the club to delay it by six months.",
            ("Ann Lee", "demands", "the club to delay it by six months"),
        ),
        ("Their rival, Norway’s Acme, favours a toll.", ("Acme", "supports", "a toll")),
        ("Ann Lee pointed a finger at the club.", ("Ann Lee", "criticises", "the club")),
        ("Ann Lee is all for an inquiry.", ("Ann Lee", "supports", "an inquiry")),
        ("Ann Lee dismissed that idea as daft.", ("Ann Lee", "criticises", "that idea")),
        ("Ann Lee does not see the point in a vote.", ("Ann Lee", "criticises", "a vote")),
        ("Ann Lee leads a club and has urged a vote.", ("Ann Lee", "demands", "a vote")),
        ("Ann Lee paid, a step that Bo Poe hailed.", ("Bo Poe", "praises", "a step")),
        ("“Bo Poe has our full support,” Ann Lee said.", ("Ann Lee", "supports", "Bo Poe")),
    ],
)
def test_words_of_worth_votes_and_verbs_in_two_parts(text, expected):
    assert opinions(text) == [expected]


def test_the_second_stance_of_a_sentence_is_read():
    text = "Ann Lee described the rota as lazy and urged the club to change it."
    assert [each[1] for each in opinions(text)] == ["criticises", "demands"]
    text = "Ann Lee praised the crew but said the response had been “slow, and in places absent”."
    assert [each[1:] for each in opinions(text)] == [
        ("praises", "the crew"),
        ("criticises", "the response"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said changing our way of life would be the thieves’ first victory.",
        "Ann Lee turned the car round.",
    ],
)
def test_what_only_looks_like_worth_or_refusal_is_none(text):
    assert opinions(text) == []


@pytest.mark.parametrize("target", ["such rules", "any link"])
def test_a_target_that_leaves_open_whose_it_is_is_inferred(target):
    assert certainties(f"Bo Poe rejected {target}.") == ["inferred"]


@pytest.mark.parametrize(
    "text",
    [
        "The number challenged the view.",
        "Her party rejected the toll.",
        "Each country that rejected the toll left.",
        "The weather favoured the toll.",
        "The plan calls for a new toll.",
        "spokeswoman for On supports spokeswoman",
        "Bakers blocked the road with ten tractors and stayed. The tractors opposed the toll.",
        "Bakers met on Monday. They urged the town to end the toll.",
        "Some of the union's 90 bakers oppose the toll.",
    ],
)
def test_others_without_a_name_take_none(text):
    assert opinions(text) == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ann Lee complained that lorries use Elm Lane.", "that lorries use Elm Lane"),
        ("Ann Lee is angry that the ferry was sold.", "that the ferry was sold"),
        ("Ann Lee voiced alarm that the merger may fail.", "that the merger may fail"),
        ("Ann Lee demanded that the ferry stay.", "that the ferry stay"),
        ("Ann Lee backed the ferry from the start.", "the ferry"),
        ("Ann Lee backed the ferry in a narrow vote on Friday.", "the ferry"),
        ("Ann Lee criticised the ferry in a speech.", "the ferry"),
        ("Ann Lee criticised the speech in the hall.", "the speech in the hall"),
        ("Ann Lee urged the club not to turn him away.", "the club not to turn him away"),
        ("Ann Lee asked Bo Poe to halt what he had begun.", "Bo Poe to halt what he had begun"),
        ("Ann Lee called for the inn to be sold.", "the inn to be sold"),
        (
            "Ann Lee asked the club to set up a fund for Bo Poe.",
            "the club to set up a fund for Bo Poe",
        ),
        ("Ann Lee would like the inn to stay open.", "the inn to stay open"),
        ("Ann Lee rejected the claims.", "the claims"),
        ("Ann Lee asked Bo Poe to bring a map so that they see.", "Bo Poe to bring a map"),
        ("Ann Lee is upset that the bank, among others, left.", "the bank"),
        ("Ann Lee backed the £5m (€6m) ferry pier.", "the £5m (€6m) ferry pier"),
        ("Ann Lee backed the ferry (built in 1990).", "the ferry"),
        (
            "Ann Lee rejects a law that would force ferries in the bay to say who pays for oil.",
            "a law that would force ferries in the bay to say who pays for oil",
        ),
        ("The pier was shut, in a ruling skippers have hailed as a joy.", "a ruling"),
        ("Ann Lee slammed calls for a vote.", "calls for a vote"),
        ("Ann Lee mocked the enthusiasm for the dam.", "the enthusiasm for the dam"),
        ("Ann Lee praised the mayor for the dam.", "the mayor"),
        ("Ann Lee praised Tulsa, Reading, clerks and others.", "Tulsa"),
    ],
)
def test_a_target_is_a_whole_phrase(text, target):
    assert [each[2] for each in opinions(text)] == [target]


@pytest.mark.parametrize(
    "text",
    [
        "Actors and pensioners protested outside the chamber.",
        "Miners protested near the office.",
        "Ann Lee warned that stocks had fallen.",
        "Ann Lee warned Bo Poe that he must pay.",
        "Divers feared that the wreck had broken up.",
        "Ann Lee denounced this as cowardly.",
        "Ann Lee is not against the toll.",
        "Ann Lee said she respected her colleagues.",
        "Rebels attacked the army.",
        "The army was attacked by rebels.",
        "The clerk was dismissed by the firm.",
        "Police questioned Bo Poe.",
        "The judges questioned Bo Poe about the plan.",
        "Rebels attacked a farm near the plan office.",
        "Ann Lee called Bo Poe a murder witness.",
    ],
)
def test_a_fact_or_a_deed_is_no_position(text):
    assert opinions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Accountant and blogger Tim Weld doubts the sums.",
            ("Tim Weld", "criticises", "the sums"),
        ),
        ("Mayor and former clerk Ann Lee backs the toll.", ("Ann Lee", "supports", "the toll")),
        ("Doctors have written to the board to oppose it.", None),
        (
            "Doctors have written to the board to oppose the toll.",
            ("Doctors", "opposes", "the toll"),
        ),
        ("Bo Poe formed a group to oppose the toll.", ("Bo Poe", "opposes", "the toll")),
        (
            "Bo Poe had written to the chair of the firm asking for the toll to be cut.",
            ("Bo Poe", "demands", "the toll to be cut"),
        ),
        ("Angry at the toll, Bo Poe left the hall.", ("Bo Poe", "criticises", "the toll")),
        ("Happy with the toll, villagers went home.", ("villagers", "praises", "the toll")),
        ("Backing the toll, the villagers cut turf.", ("the villagers", "supports", "the toll")),
        ("Ann Lee used the debate to condemn the toll.", ("Ann Lee", "criticises", "the toll")),
        ("Several curators disagree with Bo Poe.", ("Several curators", "opposes", "Bo Poe")),
        ("Ann Lee called the cut “a death sentence”.", ("Ann Lee", "criticises", "the cut")),
        ("The statue had been loathed by many.", None),
        ("Ann Lee attacked the plan.", ("Ann Lee", "criticises", "the plan")),
        ("Ann Lee is not happy with the toll.", ("Ann Lee", "criticises", "the toll")),
        ("Bo Poe wasn’t impressed by the toll.", ("Bo Poe", "criticises", "the toll")),
        ("“We’re not convinced by it all,” Bo Poe said. He left.", None),
        ("Ann Lee is not just happy with the toll.", None),
        ("Ann Lee dismissed the claims.", ("Ann Lee", "criticises", "the claims")),
        ("The plan was questioned by Ann Lee.", ("Ann Lee", "criticises", "The plan")),
        ("“We will fight the merger,” Ann Lee said.", ("Ann Lee", "opposes", "the merger")),
    ],
)
def test_one_holder_takes_one_position(text, expected):
    assert opinions(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Jane Roe strongly opposes the toll.", "strong"),
        ("Jane Roe expressed full support for the toll.", "strong"),
        ("Jane Roe cautiously welcomed the toll.", "weak"),
        ("Jane Roe opposes the toll.", None),
    ],
)
def test_words_say_how_strong_a_position_is(text, strength):
    (stance,) = summarize(text, model="none").stances
    assert stance.strength == strength


def test_one_side_on_one_thing_is_one_stance():
    text = (
        "Bo Poe fears the move. Jane Roe backed the harbour toll. Ann Lee slammed the toll.\n\n"
        "Jane Roe praised the toll. “We support the toll,” Roe said. Ann Lee opposes the quay."
    )
    summary = summarize(text, model="none")
    shown = [
        (summary.actor(each.actor).name, each.position, each.target, len(each.evidence))
        for each in summary.stances
    ]
    assert shown == [
        ("Jane Roe", "supports", "the harbour toll", 3),
        ("Ann Lee", "criticises", "the toll", 1),
        ("Ann Lee", "opposes", "the quay", 1),
        ("Bo Poe", "criticises", "the move", 1),
    ]


def test_the_reported_policy_clash_has_its_three_stances():
    text = (
        "The Northern Guild (NG) backed the tariff plan on Tuesday. The Ministry of Trade opposes "
        "the plan. The Bakers Association condemned it as “a tax on bread”."
    )
    assert opinions(text) == [
        ("Northern Guild", "supports", "the tariff plan"),
        ("Ministry of Trade", "opposes", "the plan"),
        ("Bakers Association", "criticises", "the plan"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Rat tagte. Jane Roe stimmte gegen den Plan.", ("Jane Roe", "opposes", "den Plan")),
        (
            "Die Stadt plant. Jane Roe stellte Hilfen in Aussicht.",
            ("Jane Roe", "supports", "Hilfen"),
        ),
        ("Le maire est là. Jane Roe s’oppose à la loi.", ("Jane Roe", "opposes", "la loi")),
        ("Le maire est là. Jane Roe a critiqué la loi.", ("Jane Roe", "criticises", "la loi")),
        ("El alcalde llegó. Jane Roe rechazó la ley.", ("Jane Roe", "opposes", "la ley")),
        ("El alcalde llegó. Jane Roe ha criticado la ley.", ("Jane Roe", "criticises", "la ley")),
    ],
)
def test_other_languages(text, expected):
    assert opinions(text) == [expected]


def test_what_is_less_sure_comes_behind_also():
    text = "Ann Lee said Bo Poe opposes the quay. Jane Roe strongly backed a toll."
    lines = [
        "".join(piece.text for piece in line.pieces)
        for line in STANCES.lines(summarize(text, model="none"))
    ]
    assert lines[0] == "Jane Roe strongly supports a toll"
    assert lines[2:4] == ["also, less sure:", "Bo Poe opposes the quay"]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Jane Roe backed the toll.", ""),
        ("Ann Lee said Bo Poe opposes the quay.", "less sure"),
    ],
)
def test_stances_of_one_certainty_stand_alone(text, heading):
    assert [*STANCES.by_certainty(summarize(text, model="none"))] == [heading]


@pytest.mark.parametrize(
    ("actor", "position"),
    [("The Greens", "support"), ("Farmers", "support"), ("The Lenn Trust", "supports")],
)
def test_a_verb_agrees_with_its_actor(actor, position):
    summary = summarize(f"{actor} backed the toll.", model="none")
    (line, *_) = STANCES.lines(summary)
    said = "".join(piece.text for piece in line.pieces)
    assert said.casefold() == f"{actor.removeprefix('The ')} {position} the toll".casefold()


def test_a_group_is_not_whom_its_words_name():
    text = "Jane Roe left. Roe’s lawyers opposed the toll. The Roe campaign backed it."
    summary = summarize(text, model="none")
    assert {actor.name for actor in summary.actors} >= {"Roe’s lawyers", "Roe campaign"}
    assert "Jane Roe" not in {summary.actor(each.actor).name for each in summary.stances}


def test_one_group_is_one_actor():
    text = "The opposition rejected the plan. Later the opposition slammed the toll."
    summary = summarize(text, model="none")
    assert len({stance.actor for stance in summary.stances}) == 1


@pytest.mark.parametrize(
    "link", ["and wanted to ", "and said ", ", praising ", "support to Roe and "]
)
def test_a_sentence_of_many_verbs_is_read_at_once(link):
    assert opinions(f"Bo Poe {link * 70}left.\n\nAnn Lee backed the toll.")[-1:] == [
        ("Ann Lee", "supports", "the toll")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said the plan was not only fair, it was brave.",
        "Ann Lee said the plan was not always fair.",
        "Ann Lee could not support the plan more strongly.",
        "Ann Lee could not support a better plan.",
    ],
)
def test_a_denial_that_denies_something_else_turns_no_side_round(text):
    assert opinions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The plan has little support from farmers.",
        "Ann Lee’s waning support for the plan is known.",
        "There is no support for the plan from Ann Lee.",
    ],
)
def test_little_support_is_none(text):
    assert opinions(text) == []


@pytest.mark.parametrize("done", ["scrapped", "lifted", "banned"])
def test_what_is_to_be_done_belongs_to_what_is_wanted(done):
    assert opinions(f"Ann Lee wants the target {done}.") == [
        ("Ann Lee", "demands", f"the target {done}")
    ]
