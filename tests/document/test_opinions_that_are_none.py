"""What looks like an opinion and is none, or is another's: each kind with its variants."""

import pytest

from summarizer import Article
from summarizer.document.document import Document


def opinions(text):
    """The opinions of an article: actor, position, target."""
    found = Document.read(Article(text)).opinions
    return [(each.actor, each.position, each.target) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        # duties, effects and findings that take no side, or do so under a condition
        "Ann Lee said the team must win on Saturday.",
        "Ann Lee said the toll works from Monday.",
        "Ann Lee said the toll would benefit only the rich.",
        "Ann Lee said the toll will save lives if it is high.",
        "Ann Lee said the law protects the river from farmers.",
        "The judge said the firm violated the law.",
        "Ann Lee said it was wrong to say the council was late.",
        "The firm will not close the mill until May.",
        "The club will not drop below third place.",
        "Ann Lee works in Lenn. Her company opposes the toll.",
        # given up since then
        "Ann Lee said she had backed the toll twice but could not do it again.",
        "Bo Poe had opposed the toll but changed his mind.",
        # what is asked for is left out
        "The firm has a plan. Ann Lee has begged it not to.",
        "Bo Poe may sell the club. Ann Lee urged him not to.",
        "Ann Lee asked the board to.",
        # worry for somebody, and of what may come
        "Ann Lee is worried about the mart.",
        "Ann Lee voiced concern for her pupils.",
        "Ann Lee fears lorries will use Elm Lane.",
        "The members fear losing a fifth of their grounds.",
        # doubts of a fact
        "Ann Lee doubted any court would enforce it.",
        "Ann Lee doubts that it will rain.",
        # what others are said to want or think
        "“Liberals want a photo op,” Ann Lee said.",
        "“Bo Poe wants to raise the toll. He hates the poor,” Ann Lee said.",
        "Ann Lee said Bo Poe wants the toll scrapped.",
        # only under a condition
        "Ann Lee said that she would seek a refund if talks failed.",
        "Ann Lee did not pay the toll.",
        "“She says, ‘No, I oppose the toll,’ and goes,” Ann Lee said.",
        "Bo Poe sat. Ann Lee wants him gone.",
        "Police fined Ann Lee, all for blocking a bid.",
        "When farmers ask for help, Ann Lee goes.",
        "Her rival had spent the year mocking the bid.",
        "The Liberals won, overturning a majority of 14.",
        # no one in particular
        "Others have defended the toll.",
        "Many oppose the toll.",
        # thoughts that are rejected
        "“Nobody should believe that we’re blaming farmers,” Ann Lee said.",
        "“We don’t want you to think that we blame farmers,” Ann Lee said.",
        # people of a kind
        "Ann Lee called it a book for people who hate sums.",
        # when, how often and where
        "Ann Lee promised to sue within days of the vote.",
        "Ann Lee has protested three times.",
        "Ann Lee and Bo Poe are contesting Ohio.",
        # what is agreed on, and who is asked to come
        "Ann Lee invited Bo Poe to sit in the front row.",
        "Ann Lee was urged by Bo Poe to sell the club.",
        # on one thing alone
        "Ann Lee agreed with Bo Poe about the supply of water.",
        "Ann Lee agreed with Bo Poe that the clerk could be rash.",
        "Ann Lee insisted that she would not be drawn into a campaign.",
        "Ann Lee insisted on paying the clerk.",
        "Ann Lee disagrees with Bo Poe on the toll.",
        "Ann Lee supports Bo Poe about the toll.",
        # what is not so
        "Ann Lee is far from opposing the toll.",
        "Ann Lee refrained from criticising the toll.",
        "Ann Lee went from opposing the toll to selling it.",
        # the dam, which is no plan that "it" is known to mean
        "The bill passed. Ann Lee had opposed the dam but now supports it.",
        "The bill passed. Ann Lee once opposed the dam, but she now supports it.",
        "The board was asked by Bo Poe and others not to sell the club.",
        "Ann Lee was urged by Bo Poe.",
        "He spoke on the issues the town cares about.",
        # options
        "Congress has three ways to go on: by suing the firm, by asking the court to fine Bo Poe.",
        # numbers and deeds
        "Ann Lee has sought to bolster her standing.",
        # whom they are asked for, and what
        "Ann Lee called on Bo Poe.",
        "The report showed that members sought to undercut the toll that week.",
        # other words with the same sound
        "There are signs that Ann Lee is backing down.",
        "Ann Lee is challenging Bo Poe in May.",
        "Parliament may force firms like Citylink to pay the toll.",
        # a quotation in a quotation
        "Only one of the 168 members backs the toll.",
        # who is left out, or may be either
        "Keeps saying she backed the toll.",
        "Farmers met because the firm was slow in their request for a map.",
        # a choice that is less bad than another
        "Ann Lee said the toll was “the lesser evil” as long as it was low.",
        # a headline
        "Major Companies Pull Support For Republican Convention.",
        # called after the holder
        "Ann Lee praised the Lee campaign.",
        # "it" is no thing where somebody is spoken to
        "Ann Lee demanded a ban. Northern Estrova accused it of firing first.",
        "That claim was contested by Bo Poe.",
    ],
)
def test_what_is_no_opinion_gives_none(text):
    found = opinions(text)
    assert [each for each in found if each[2] != "a ban"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee is worried about the merger.", ("Ann Lee", "criticises", "the merger")),
        (
            "Arab lawmakers called on the board on Friday to block the vote.",
            ("Arab lawmakers", "demands", "the board on Friday to block the vote"),
        ),
        (
            "Backers who came to protest the vote say they will leave.",
            ("Backers", "opposes", "the vote"),
        ),
        ("“I’d like to hear from the mayor,” Ann Lee said.", ("Ann Lee", "demands", "the mayor")),
        (
            "Two of the women who have accused the mayor left.",
            ("the women", "criticises", "the mayor"),
        ),
        ("Ann Lee doubts the sums.", ("Ann Lee", "criticises", "the sums")),
        ("Ann Lee contested the ruling.", ("Ann Lee", "opposes", "the ruling")),
        (
            "Its minister, Faustin Dare, has written a letter calling on Estrova to do its duty.",
            ("Faustin Dare", "demands", "Estrova to do its duty"),
        ),
        (
            "Campaigners who have long criticised the force also welcomed the news.",
            ("Campaigners", "praises", "the news"),
        ),
        (
            "Traders who opposed the toll praised the mayor.",
            ("Traders", "praises", "the mayor"),
        ),
        (
            "Ann Lee called for the vote to be quick and fair.",
            ("Ann Lee", "demands", "the vote to be quick and fair"),
        ),
        (
            "The head of the union, Ann Lee, condemned the vote.",
            ("Ann Lee", "criticises", "the vote"),
        ),
        (
            "Ann Lee wanted more; Bo Poe would take one, and opposed the debate.",
            ("Bo Poe", "opposes", "the debate"),
        ),
        (
            "The ministry distanced itself from his remark and thanked Oslo.",
            ("The ministry", "praises", "Oslo"),
        ),
        ("Ann Lee promoted and backed her plan.", ("Ann Lee", "supports", "her plan")),
        (
            "Ann Lee backed the toll but criticised its cost.",
            ("Ann Lee", "criticises", "its cost"),
        ),
    ],
)
def test_what_is_one_is_whole(text, expected):
    assert opinions(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe refused to sign the transfer. “We have room,” she said. Ann Lee was scathing.",
        "Jane Roe rejected the transfer. Residents were delighted.",
        "The bill was defeated. Jane Roe wept. Campaigners were furious.",
    ],
)
def test_a_mood_says_not_what_it_is_about(text):
    assert [each for each in opinions(text) if each[0] != "Jane Roe"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Mary Roe ran. Her sister, a nurse, left; she praised the toll.",
        "Mary Roe met Jane Poe. She praised the toll.",
    ],
)
def test_a_pronoun_that_may_be_another_person_gives_none(text):
    assert opinions(text) == []


def test_she_is_not_who_may_be_a_man_where_a_woman_is_named():
    text = "Chris Vale called Mary Roe a disgrace after she attacked officers and blamed the toll."
    assert ("Chris Vale", "criticises", "the toll") not in opinions(text)


def test_he_is_no_woman():
    text = "The board met. Al Lee went after him on a panel with Mary Roe."
    assert opinions(text) == []


@pytest.mark.parametrize("owner", ["his", "their", "its"])
def test_whose_a_target_is_has_to_be_known(owner):
    assert opinions(f"Mary Roe praised {owner} candour.") == []


def test_their_is_of_several():
    assert opinions("The Foreign Office demanded their immediate release.") == []
    assert opinions("The Liberals defended their record and backed their bill.") == [
        ("Liberals", "supports", "their bill")
    ]


def test_a_strong_word_of_another_clause_makes_nothing_strong():
    text = "Trade fell sharply after voters approved the cap."
    assert [each.strength for each in Document.read(Article(text)).opinions] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The court struck down the ban. Ann Lee welcomed it.",
        "The senate blocked the bill. Ann Lee condemned it.",
        "The council refused to fund the plan. Ann Lee welcomed it.",
        "The club dropped its appeal against the ban. Ann Lee welcomed it.",
        "Police beat a man outside the court after the verdict. Ann Lee condemned it.",
    ],
)
def test_it_may_be_what_is_done_to_a_thing(text):
    assert [each for each in opinions(text) if each[0] == "Ann Lee"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The deal was signed at the hotel. Ann Lee loves it there.",
        "The plan was made in May. Ann Lee hates it when it rains.",
        "The council voted on the plan and the bill. Ann Lee voted no.",
        "The unions announced strikes over the cuts. Ann Lee backs them.",
        "Ban on eels agreed\n\nThe talks ended. Snow fell. Ann Lee has a dog. She hates it.",
        "The plan was debated. Ann Lee nearly voted no.",
        "The plan was signed. He opposes it.",
        "The mayor left. “I don’t think the plan is unfair,” Ann Lee said.",
        "The mayor left. “I never said the plan was unfair,” Ann Lee said.",
        "The mayor left. “Mr Roe said the bill goes too far,” Ann Lee said.",
        "The plan was signed. “It is unfair that I was ill,” Ann Lee said.",
    ],
)
def test_it_means_nothing_where_that_is_open(text):
    assert opinions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Bo Roe opposes the plan. He lives in Oslo, and so does Ann Lee.",
        "Bo Roe opposes the plan and was born in Oslo. So was Ann Lee.",
        "Bo Roe opposes the plan. Ann Lee shares his concerns.",
    ],
)
def test_an_echo_is_of_what_is_said_just_before(text):
    assert [each for each in opinions(text) if each[0] == "Ann Lee"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee insists that no one would be moved.",
        "The club has sponsored Ann Lee since 2020.",
        "The club warns of a long winter.",
    ],
)
def test_an_assurance_a_sponsor_and_a_forecast_take_no_position(text):
    assert opinions(text) == []
