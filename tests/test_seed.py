"""The main job on the seed, by code and replayed: what has to hold of it."""

from pathlib import Path

import pytest

from summarizer import Article, Settings, summarize
from summarizer.cassettes import use
from summarizer.llm.profiles import find
from summarizer.verify import faults

HERE = Path(__file__).parents[1]
SEED = HERE / "seeds" / "putin-thanks-kim.txt"


@pytest.fixture(scope="module")
def replayed():
    settings = Settings(profile=find("local", HERE / "seeds" / "profiles.toml"))
    with use(HERE / "cassettes" / "putin-thanks-kim.many.yaml"):
        return summarize(Article.read(SEED), settings=settings)


@pytest.fixture(params=["by code", "replayed"])
def summary(request):
    if request.param == "replayed":
        return request.getfixturevalue("replayed")
    return summarize(Article.read(SEED))  # the default model, which is not needed


def test_all_five_quotations_stand_word_for_word_with_their_speakers(summary):
    assert [(quote.speaker_name, quote.text.split()[0]) for quote in summary.quotes] == [
        ("Vladimir Putin", "Your"),
        ("Vladimir Putin", "I"),
        ("Kim Jong-un", "advancing"),
        ("Kim Jong-un", "If"),
        ("Donald Trump", "Please"),
    ]


def test_the_troops_are_labelled_as_those_that_north_korea_sent(replayed):
    [troops] = [figure for figure in replayed.figures if figure.value == 15_000]

    assert (troops.unit, troops.approximate) == ("troops", True)
    assert "north korea" in troops.measures.lower()


def test_no_name_quotation_or_number_is_foreign_to_the_article(summary):
    assert faults(summary.model_dump(mode="json"), SEED.read_text(encoding="utf-8")) == ()
