"""What an article says was said, denied, taken back, or never said."""

import pytest

from summarizer import summarize

TITLES = {
    "„": "Der Streit um den Plan der Stadt und das Geld ist noch nicht zu Ende.",
    "«": "La dispute sur le plan de la ville n’est pas encore finie pour le maire.",
}


def read(text):
    title = next((TITLES[mark] for mark in TITLES if mark in text), "Story of the day")
    return summarize(f"{title}\n\n{text}", model="none")


NOT_SAID = """
An article wrongly quoted Ann Orr, the mayor, as saying it was “insane”. She did not say that.
The Gazette misquoted Ann Orr as saying: “The plan is a gift to thieves.”
Ann Orr was falsely quoted as saying: “The plan is a gift to thieves.”
Ann Orr wurde fälschlich mit den Worten zitiert: „Der Plan ist ein Geschenk an die Diebe.“
Le journal a cité à tort Ann Orr : « Le plan est un cadeau aux voleurs. »
Ann Orr never said the plan was “an insane waste of money”.
Ann Orr did not say that the plan was “a gift to thieves”.
Ann Orr refused to call the plan “a gift to thieves”.
Ann Orr hat nie gesagt, der Plan sei „ein Geschenk an die Diebe“.
Ann Orr hat den Plan nicht „ein Geschenk an die Diebe“ genannt.
Ann Orr n’a jamais dit que le plan était « un cadeau aux voleurs ».
Ann Orr n’a pas qualifié le plan de « cadeau aux voleurs ».
Ann Orr denied saying that the plan was “a gift to thieves”.
Ann Orr denies having called the plan “a gift to thieves”.
Ann Orr denied that she had called the plan “a gift to thieves”.
Ann Orr bestreitet, den Plan „ein Geschenk an die Diebe“ genannt zu haben.
Ann Orr dément avoir dit que le plan était « un cadeau aux voleurs ».
“The plan is a gift to thieves,” the Gazette quoted Ann Orr as saying. Orr never said so.
“The plan is a gift to thieves,” the Gazette quoted Ann Orr as saying. Orr denies saying that.
„Der Plan ist ein Geschenk an die Diebe“, sagte Ann Orr. Das hat sie nie gesagt.
« Le plan est un cadeau aux voleurs », a déclaré Ann Orr. Elle ne l’a jamais dit.
“The plan is a gift to thieves,” Ann Orr was quoted as saying. The quotation was invented.
“The plan is a gift to thieves,” Ann Orr was quoted as saying. The quote was made up.
The quotation “the plan is a gift to thieves” was fabricated by the Gazette.
„Der Plan ist ein Geschenk an die Diebe“, sagte Ann Orr. Das Zitat ist frei erfunden.
« Le plan est un cadeau aux voleurs », a déclaré Ann Orr. La citation est inventée.
A doctored video shows Ann Orr saying: “The plan is a gift to thieves.”
In the video, Ann Orr says: “The plan is a gift to thieves.” The video was doctored.
“The plan is a gift to thieves” — words that Ann Orr never used.
The site published a remark wrongly attributed to Ann Orr: “The plan is a gift to thieves.”
“The plan is a gift to thieves,” a remark wrongly attributed to Ann Orr, was shared widely.
„Der Plan ist ein Geschenk an die Diebe“ – ein Satz, der Ann Orr fälschlich zugeschrieben wird.
« Le plan est un cadeau aux voleurs », une phrase attribuée à tort à Ann Orr, circule.
""".strip().splitlines()

DENIED_BY_ANOTHER = """
Bo Poe tweeted a quotation falsely attributed to Ann Orr: “The plan is a gift to thieves.”
Ann Orr never said the plan was “a gift to thieves”, her office insisted.
Ann Orr never said that the plan was “a gift to thieves”, said a spokesman.
Ann Orr did not call the plan “a gift to thieves”, a friend said.
""".strip().splitlines()

TAKEN_BACK = """
Ann Orr apologised for calling the plan “a gift to thieves”.
Ann Orr regretted saying that the plan was “a gift to thieves”.
Ann Orr called the plan “a gift to thieves”, but later retracted the remark.
“The plan is a gift to thieves,” Ann Orr said. She later took back her words.
“The plan is a gift to thieves,” Ann Orr said. Orr withdrew the comment on Monday.
„Der Plan ist ein Geschenk an die Diebe“, sagte Ann Orr. Sie nahm die Äußerung später zurück.
Ann Orr hat sich dafür entschuldigt, den Plan „ein Geschenk an die Diebe“ genannt zu haben.
« Le plan est un cadeau aux voleurs », a déclaré Ann Orr. Elle a ensuite retiré ses propos.
Ann Orr s’est excusée d’avoir dit que le plan était « un cadeau aux voleurs ».
""".strip().splitlines()

SAID = """
Ann Orr did not deny that she had called the plan “a gift to thieves”.
Ann Orr never denied having called the plan “a gift to thieves”.
Ann Orr did not only say that the plan was “a gift to thieves”, she sang it.
Ann Orr did not apologise and said the plan was “a gift to thieves”.
Ann Orr, who never lies, said the plan was “a gift to thieves”.
Ann Orr said of a remark wrongly attributed to her: “The plan is a gift to thieves.”
Ann Orr never said why, but the plan was “a gift to thieves”, a spokesman said.
Ann Orr falsely said the plan was “a gift to thieves”.
Ann Orr did not want “a gift to the thieves of this old town”.
“The plan is a gift to thieves,” Ann Orr said. She did not say that lightly.
“The plan is a gift to thieves,” Ann Orr said. She did not say how she knew.
“The plan is a gift to thieves,” Ann Orr said. The video was doctored, she added.
“The plan is a gift to thieves,” Ann Orr said. She withdrew her name from the list.
“The plan is a gift to thieves,” Ann Orr said. She refused to take back her words.
“The plan is a gift to thieves,” a remark that wrongly blames Bo Poe, was by Ann Orr.
“She called me a thief,” Bo Poe said. Ann Orr never said that.
“I never said that,” Ann Orr said.
„Der Plan ist nicht gut für die Stadt“, sagte Ann Orr. Sie sagte nicht, warum.
« Le plan est un cadeau aux voleurs », a déclaré Ann Orr. Elle n’a pas dit pourquoi.
""".strip().splitlines()


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_no_one_said_is_left_out_with_the_reason(text):
    summary = read(text)
    assert summary.quotes == ()
    assert ("denied", "Q1") in {(each.reason, each.item) for each in summary.rejected}
    assert {each.polarity for each in summary.statements} <= {"denied", "unsaid"}
    assert not any(each.quote for each in summary.statements)


@pytest.mark.parametrize("text", DENIED_BY_ANOTHER)
def test_who_denies_that_another_one_said_it_did_not_say_it(text):
    summary = read(text)
    assert summary.quotes == ()
    rejected = [each for each in summary.rejected if each.facet == "quotes"]
    assert [(each.reason, each.item) for each in rejected] == [("denied", "Q1")]
    assert not any(each.quote for each in summary.statements)


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_what_is_taken_back_was_said(text):
    summary = read(text)
    assert [quote.polarity for quote in summary.quotes] == ["retracted"]
    assert {each.polarity for each in summary.statements} <= {"retracted"}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Orr denied that the plan was “a gift to thieves”.",
        "Ann Orr denied being “a friend of thieves”.",
        "Ann Orr denied the plan was “a gift to thieves”.",
    ],
)
def test_what_a_source_says_is_not_so(text):
    (quote,) = read(text).quotes
    assert (quote.polarity, quote.speaker_name) == ("denied", "Ann Orr")


@pytest.mark.parametrize("text", SAID)
def test_a_word_of_denial_nearby_denies_nothing(text):
    assert [quote.polarity for quote in read(text).quotes] == ["said"]


def test_the_others_keep_their_ids():
    text = "Ann Orr never said it was “a gift to thieves”. “It is a good plan,” Ann Orr said."
    summary = read(text)
    assert [quote.id for quote in summary.quotes] == ["Q2"]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Ann Orr never said the mine would close by May.", "unsaid"),
        ("Ann Orr did not only say the mine would close by May.", "said"),
        ("Ann Orr said the mine would close by May. She later retracted the remark.", "retracted"),
        ("Ann Orr regretted having said that the mine would close by May.", "retracted"),
        ("The Gazette wrongly quoted Ann Orr as saying the mine would close by May.", "unsaid"),
    ],
)
def test_statements_have_the_same(text, polarity):
    assert [each.polarity for each in read(text).statements] == [polarity]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Orr denied access to the “red zone of the mine” on Monday.",
        "Ann Orr denied entry to “friends of the thieves who left”.",
    ],
)
def test_what_is_not_granted_is_not_denied(text):
    (quote,) = summarize(text, model="none").quotes
    assert quote.polarity == "said"
