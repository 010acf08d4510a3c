"""The gold of the seeds, and what is refused as gold."""

import json
import shutil
from pathlib import Path

import pytest

from summarizer.errors import ArticleError
from summarizer.evaluation.gold import read_seed, read_seeds

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture
def seed(tmp_path):
    """A copy of one seed, to be damaged."""
    for suffix in (".txt", ".gold.json"):
        shutil.copy(SEEDS / f"harrowmere-budget{suffix}", tmp_path)
    return tmp_path / "harrowmere-budget.gold.json"


def damage(path, change):
    gold = json.loads(path.read_text(encoding="utf-8"))
    change(gold)
    path.write_text(json.dumps(gold), encoding="utf-8")


def test_every_article_of_the_seeds_has_gold_that_fits():
    """All seeds load, and none is left without gold."""
    articles = [article.id for article, _ in read_seeds(SEEDS)]
    assert articles == sorted(path.stem for path in SEEDS.glob("*.txt"))


def test_the_gold_of_the_wire_story():
    """The five quotations of the first seed have the speakers that the article gives."""
    _, gold = read_seed(SEEDS / "putin-thanks-kim.gold.json")
    assert [quote.speaker for quote in gold.quotes] == [
        "Vladimir Putin",
        "Vladimir Putin",
        "Kim Jong-un",
        "Kim Jong-un",
        "Donald Trump",
    ]
    troops = next(figure for figure in gold.figures if figure.unit == "troops")
    assert (str(troops.value), troops.approximate) == ("15000", True)


def test_a_quotation_over_paragraphs_has_a_span_for_each():
    """The judge's words run over three paragraphs, and are one quotation."""
    _, gold = read_seed(SEEDS / "marrowick-forgery-trial.gold.json")
    assert [len(quote.spans) for quote in gold.quotes if quote.speaker == "Amara Whitcombe"] == [3]


def test_a_shifted_offset_is_refused(seed):
    """A span that is no longer a copy of the article is named."""

    def shift(gold):
        gold["quotes"][0]["spans"][0]["start"] += 1
        gold["quotes"][0]["spans"][0]["end"] += 1

    damage(seed, shift)
    with pytest.raises(ArticleError, match="is not 'Nobody on this dais"):
        read_seed(seed)


def test_a_name_that_the_article_does_not_give_is_refused(seed):
    """An actor has to be called what the article calls it."""
    damage(seed, lambda gold: gold["actors"][0].update(name="Harrowmere Town Council"))
    with pytest.raises(ArticleError, match="'Harrowmere Town Council' does not occur"):
        read_seed(seed)


def test_a_changed_article_is_refused(seed):
    """The digest notices what the spans do not."""
    article = seed.with_name("harrowmere-budget.txt")
    article.write_bytes(article.read_bytes() + b"One more line.\n")
    with pytest.raises(ArticleError, match="digest is sha256:"):
        read_seed(seed)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda gold: gold.update(quotation=[]), "quotation: there is no such field"),
        (lambda gold: gold["stances"][0].update(position="dislikes"), "stances.0.position"),
        (lambda gold: gold["quotes"][0].update(spans=[]), "quotes.0.spans"),
    ],
)
def test_what_is_no_gold_is_refused_by_the_name_of_the_field(seed, change, message):
    """A misspelt field is an error, with its place."""
    damage(seed, change)
    with pytest.raises(ArticleError, match=message):
        read_seed(seed)


def test_a_folder_without_gold_is_an_error(tmp_path):
    """The hint says what the folder should hold."""
    with pytest.raises(ArticleError) as caught:
        read_seeds(tmp_path)
    assert "NAME.gold.json" in caught.value.hint


def test_a_missing_file_is_an_error(tmp_path):
    """The cause is told in the message."""
    with pytest.raises(ArticleError, match="no such file"):
        read_seed(tmp_path / "none.gold.json")
