"""The gist that code copies: which sentences, what is cut out, and what `verify` holds."""

import pytest

from summarizer import Article, FakeModel, Profile, Settings, explain, summarize
from summarizer.errors import SettingsError
from summarizer.verify import faults

NEWS = """Mole council closes the harbour bridge

MOLE (Northern Press) - It had been a long night for everyone in the old town hall.
The council of Mole (Northern Shire) voted on Tuesday to close the harbour bridge for two years.
Traders fear that the town will lose its visitors and half of the jobs at the market.
"""


def gist_of(text, **settings):
    return summarize(text, model="none", facets=["gist"], **settings)


def test_the_first_sentence_that_can_stand_alone_is_copied():
    summary = gist_of(NEWS)

    assert summary.gist.startswith("The council of Mole (Northern Shire) voted on Tuesday")
    assert [span.text for span in summary.gist_evidence] == [summary.gist]
    assert summary.gist_decided_by == "rule"


@pytest.mark.parametrize("text", ["It rained.", "Rain\n\n“It is wet,” she said.", "But he left."])
def test_an_article_without_a_gist_says_why(text):
    (lost,) = [each for each in summarize(text, model="none").rejected if each.facet == "gist"]

    assert (lost.reason, lost.item) == ("no_gist", "gist")
    assert "No sentence near the start" in lost.detail


def test_a_gist_that_is_not_asked_for_or_that_a_model_writes_is_not_missed():
    assert summarize("It rained.", model="none", facets=["quotes"]).rejected == ()
    written = FakeModel([{"gist": "It rained."}], profile=Profile(strategy="many"))
    assert summarize("It rained.", model=written, facets=["gist"]).rejected == ()


@pytest.mark.parametrize(
    ("sentence", "copied"),
    [
        (
            "OSLO (AP) — Sen. Jo Roe (D-Ohio) said Monday that the harbour bridge closes.",
            "Sen. Jo Roe said that the harbour bridge closes.",
        ),
        (
            "Exclusive: Jo Roe said on Monday that the harbour bridge may never be open again.",
            "Jo Roe said that the harbour bridge may never be open again.",
        ),
    ],
)
def test_what_cannot_change_the_sense_is_cut_out(sentence, copied):
    assert gist_of(f"Harbour bridge closes\n\n{sentence}\n").gist == copied


@pytest.mark.parametrize(
    "sentence",
    [
        "Jo Roe never said Monday that the harbour bridge would have to close.",
        "Only Jo Roe said Monday that the harbour bridge would have to close.",
        "Jo Roe said Monday is the day on which the harbour bridge closes.",
        "Jo Roe said Friday the 13th was the day for the harbour bridge.",
        "The harbour bridge may close, according to Jo Roe, if no money is found.",
        "The harbour bridge will not close, but only Jo Roe (34) is glad of it.",
    ],
)
def test_what_may_change_the_sense_stays(sentence):
    assert gist_of(f"Harbour bridge closes\n\n{sentence}\n").gist == sentence


@pytest.mark.parametrize(
    "opening",
    [
        "He said that the harbour bridge would have to close for two years.",
        "But the harbour bridge closes for two years, as the council of Mole said.",
        "In the interview, he said that the harbour bridge would close for two years.",
        "If that happens, the harbour bridge would have to close for two years.",
        "“The harbour bridge has to close for two years,” Jo Roe said on the quay.",
        "Why does the harbour bridge have to close for two whole years in Mole?",
        "We hear that the harbour bridge has to close for two years in Mole.",
        "Harbour bridge closed.",
    ],
)
def test_what_needs_the_sentence_before_is_not_copied(opening):
    text = (
        f"Harbour bridge closes\n\n{opening}\nThe harbour bridge of Mole is a hundred years old.\n"
    )

    assert gist_of(text).gist == "The harbour bridge of Mole is a hundred years old."


def test_a_second_sentence_says_more_of_the_headline():
    text = (
        "Bridge closes as traders fear ruin\n\n"
        "The council of Mole voted to close the bridge for two whole years.\n"
        "Its traders fear that this will be their ruin before the summer ends.\n"
    )

    assert gist_of(text).gist == " ".join(text.split("\n")[2:4])


def test_an_altered_copy_is_found():
    stored = gist_of(NEWS).model_dump(mode="json")
    assert faults(stored) == ()

    altered = stored | {"gist": stored["gist"].replace("to close", "not to close")}
    assert "no copy" in faults(altered)[0].problem

    start = stored["gist_evidence"][0]["start"] + len("The council of Mole (Northern Shire) ")
    span = {"start": start, "end": stored["gist_evidence"][0]["end"]}
    cut = NEWS[span["start"] : span["end"]]
    assert (
        "no copy"
        in faults(stored | {"gist": cut, "gist_evidence": [span | {"text": cut}]})[0].problem
    )


def test_a_model_that_can_write_writes_and_the_copy_stays_where_it_is_refused():
    right, wrong = {"gist": "Mole closes its bridge."}, {"gist": "Siri closes its bridge."}
    write = Profile(strategy="many")

    written = summarize(NEWS, model=FakeModel([right], profile=write), facets=["gist"])
    refused = summarize(NEWS, model=FakeModel([wrong] * 2, profile=write), facets=["gist"])

    assert (written.gist, written.gist_decided_by) == (right["gist"], "model")
    assert (refused.gist, refused.gist_decided_by) == (gist_of(NEWS).gist, "rule")
    assert refused.rejected[0].reason == "name_not_in_article"


@pytest.mark.parametrize("strategy", ["one", "many"])
def test_a_model_that_cannot_is_not_asked(strategy):
    model = FakeModel([], profile=Profile(strategy=strategy, asks={"quotes"}))

    assert summarize(NEWS, model=model, facets=["gist"]).gist_decided_by == "rule"
    assert model.requests == []


def test_the_setting_wins_over_the_profile():
    assert "gist" not in Settings(model="local").resolved_profile.asks
    assert "gist" in Settings(model="local", gist_mode="write").resolved_profile.asks
    large = {"model": "m", "base_url": "http://elsewhere.invalid/v1"}
    assert "gist" not in Settings(**large, gist_mode="copy").resolved_profile.asks
    with pytest.raises(SettingsError, match="writes no gist"):
        Settings.of(model="none", gist_mode="write", environment={})


def test_explain_names_the_sentence():
    (why,) = explain(Article(NEWS), "gist")

    assert (why.title, why.sentences) == (gist_of(NEWS).gist, (3,))
    assert next(iter(why.lines())).startswith("copied from sentence 3 (words of the headline: ")
