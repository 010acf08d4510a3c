"""Foreign names: which words with a capital are names, which are common words, which unclear."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Article
from summarizer.document.document import Document

ENGLISH = Document.read(
    Article(
        "Pump maker to be sold\n\nInes and Rowan Caldwell, siblings who own Tidewell Pumps, will "
        "vote on a takeover by Brandt Holdings of Port Elm. “It is a mistake,” Ines Caldwell said. "
        "The Elm Rovers and a villager protested. Per Grindal, a welder, feared for his job."
    )
)
GERMAN = Document.read(
    Article(
        "Die Werft in Kielhafen streicht 400 Stellen. Der Umsatzverlust sei zu hoch, sagte "
        "Vorstand Ida Brook am Montag. Die Gewerkschaft kündigte einen Streik an und nannte "
        "den Plan bitter."
    )
)
JAPANESE = Document.read(
    Article("青嶺市の篠宮岳人市長は記者会見で、鉄道の廃止を発表した。利用者は10年間で42%減った。")
)
FRENCH = Document.read(
    Article(
        "Le conseil municipal de Lisse a voté la fermeture du bac. « C’est une erreur », a dit "
        "Anne Kerbel, une habitante. Le passeur transporte 40 personnes par jour."
    )
)


def read(document, written):
    """Each word of something written that the article may not have, and what it is at least."""
    return {each.word: each.reading for each in reversed([*document.unknown(written)])}


@pytest.mark.parametrize(
    ("document", "written"),
    [
        (ENGLISH, "Siblings Ines and Rowan Caldwell disagree."),
        (ENGLISH, "Underdogs Elm Rovers protested."),
        (ENGLISH, "Residents fear for jobs."),
        (ENGLISH, "Villagers protested."),
        (ENGLISH, "Controversial takeover of Tidewell Pumps splits owners."),
        (ENGLISH, "Growing anger over the takeover"),
        (ENGLISH, "Backlash over the takeover"),
        (ENGLISH, "Rejection of the takeover would surprise."),
        (ENGLISH, "Foreign Minister Rowan Caldwell"),
        (ENGLISH, "An Elm welder feared for his job."),
        (ENGLISH, "Per Grindal's job"),
        (GERMAN, "Rückgang der Zahl der Stellen"),
        (GERMAN, "Dauer des Streiks"),
        (GERMAN, "Kurs der Werft"),
        (GERMAN, "eine Absage der Gewerkschaft"),
        (GERMAN, "Der Verlust ist hoch."),
        (GERMAN, "die bittere Entscheidung"),
        (FRENCH, "La fermeture du bac de Lisse"),
        (FRENCH, "Suppression du bac de Lisse"),
        (FRENCH, "Fermeture du bac"),
        (FRENCH, "Anne Kerbel, une habitante de Lisse"),
    ],
)
def test_a_common_word_is_no_name(document, written):
    assert read(document, written) == {}


@pytest.mark.parametrize(
    "written", ["利用者の年齢", "利用者が減った期間", "利用者の減少率", "鉄道の廃止を撤回した。"]
)
def test_a_compound_of_han_characters_is_no_name(written):
    assert not list(JAPANESE.foreign(written))
    assert set(read(JAPANESE, written).values()) <= {"common"}


@pytest.mark.parametrize(
    ("document", "written", "name"),
    [
        (ENGLISH, "Zelda praised the takeover.", "Zelda"),
        (ENGLISH, "Zelda", "Zelda"),
        (ENGLISH, "Zelda's takeover fails.", "Zelda"),
        (ENGLISH, "Zelda Quark wins.", "Zelda Quark"),
        (ENGLISH, "Zelda and Rowan Caldwell disagree.", "Zelda"),
        (ENGLISH, "Hughes Caldwell left.", "Hughes"),
        (ENGLISH, "Hughes praised the takeover.", "Hughes"),
        (ENGLISH, "Siblings of Zelda protested.", "Zelda"),
        (ENGLISH, "Per Caldwell's job", "Per Caldwell"),
        (GERMAN, "Zelda kritisiert den Plan.", "Zelda"),
        (GERMAN, "Frau Zelda geht.", "Zelda"),
        (GERMAN, "Die Werft, so Zelda Brook, streicht Stellen.", "Zelda"),
        (GERMAN, "Der Plan sei bitter, sagte Zelda.", "Zelda"),
        (GERMAN, "Zelda Quark geht.", "Zelda Quark"),
        (FRENCH, "Zelda a voté la fermeture.", "Zelda"),
        (FRENCH, "La fermeture du bac de Zelda", "Zelda"),
        (JAPANESE, "ゼルダの廃止", "ゼルダ"),
        (JAPANESE, "習近平さんの年齢", "習近平"),
        (JAPANESE, "大阪市の鉄道", "大阪市"),
    ],
)
def test_a_name_that_the_article_does_not_have_is_found(document, written, name):
    assert read(document, written).get(name) == "name"
    assert ("name_not_in_article", name) in list(document.foreign(written))


@pytest.mark.parametrize(
    ("document", "written", "word"),
    [
        (ENGLISH, "Oslo court stops takeover", "Oslo"),
        (ENGLISH, "Disgruntled owners disagree", "Disgruntled"),
        (ENGLISH, "Expectant mothers disagree", "Expectant"),
        (ENGLISH, "Cash-strapped Tidewell Pumps is sold", "Cash-strapped"),
        (ENGLISH, "Oslo-based Brandt Holdings buys", "Oslo-based"),
        (ENGLISH, "Driver praised it", "Driver"),
        (GERMAN, "Der Iran half der Werft.", "Iran"),
        (GERMAN, "Die Werft in Oslo streicht Stellen.", "Oslo"),
        (GERMAN, "Die Absage kam am Montag.", "Absage"),
        (JAPANESE, "大阪で発表した。", "大阪"),
        (JAPANESE, "習近平支持率", "習近平支持率"),
    ],
)
def test_what_nothing_tells_from_a_name_is_unclear(document, written, word):
    found = read(document, written)
    assert [each for each in found if found[each] != "common"] == [word]
    assert found[word] == "unclear"
    assert list(document.foreign(written)) == []


NAMES = st.sampled_from(
    ["Zelda", "Zelda Quark", "Łukasz", "Nkemelu", "Quimby & Sohn", "Путин", "푸틴은", "بوتين", "①②"]
)
WRITTEN = st.sampled_from(
    [
        "{} praised it.",
        "{}",
        "{}'s plan",
        "age of {}",
        "It was {}, who left.",
        "Today {} and Ines Caldwell met.",
        "{} sagte nichts.",
        "Am Montag sagte {} nichts.",
        "Frau {}",
        "{}, une habitante",
        "{} court ruled",
        "{}-based firm sold",
        "{} of Port Elm left",
    ]
)


@settings(deadline=None)
@given(st.sampled_from([ENGLISH, GERMAN, FRENCH]), NAMES, WRITTEN)
def test_every_foreign_name_is_caught(document, name, written):
    found = " ".join(read(document, written.format(name)))
    assert name.split()[0] in found


@settings(deadline=None)
@given(st.sampled_from([ENGLISH, GERMAN, JAPANESE, FRENCH]), st.integers(5000, 9999))
def test_every_foreign_number_is_caught(document, number):
    written = f"The count was {number}."
    assert ("number_not_in_article", str(number)) in list(document.foreign(written))


@pytest.mark.parametrize("body", ["Ministry of Energy", "Council of Trade"])
def test_a_body_put_together_of_others_may_be_foreign(body):
    document = Document.read(Article("The Ministry of Trade and the Council of Energy met Roe."))
    (found,) = document.unknown(f"The {body} met Roe.")
    assert (found.word, found.reading) == (body, "unclear")
    assert not document.unknown("The Ministry of Trade met Roe.")
