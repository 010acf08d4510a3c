"""Reading gold and predictions, and what is refused."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from annotated import GOLD, PREDICTIONS

from summarizer.article import Article
from summarizer.errors import ArticleError, SettingsError
from summarizer.evaluation.datasets import read_cases
from summarizer.evaluation.predictions import Prediction, read_predictions
from summarizer.evaluation.scoring import evaluate

SEEDS = Path(__file__).parent.parent.parent / "seeds"
QUANTITIES = {
    "id": "n1",
    "text": "The boats cost 4 to 5.5 crowns, about 12 boats in all.",
    "quantities": [
        {"value": "4.0-5.5", "unit": "crowns", "normalized_unit": "crown", "change": "="},
        {"value": "12.0", "unit": "boats", "normalized_unit": "boat", "change": "~"},
    ],
}


def jsonl(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_quantities_are_read_as_values_and_ranges(tmp_path):
    """A hyphen parts the ends of a range."""
    (case,) = read_cases([jsonl(tmp_path / "gold.jsonl", QUANTITIES)])
    assert [amount.values for amount in case.figures] == [
        (Decimal("4.0"), Decimal("5.5")),
        (Decimal("12.0"),),
    ]
    assert case.quotations is None


def test_quantities_are_scored_without_a_model(tmp_path):
    """The finder is code."""
    cases = read_cases([jsonl(tmp_path / "gold.jsonl", QUANTITIES)])
    found = {case.article.id: Prediction.by_code(case.article) for case in cases}
    measures = evaluate(cases, found).measures
    assert (measures["figure_recall"], measures["unit_accuracy"]) == (1, 1)
    assert measures["quote_recall"] is None


def test_lines_of_one_id_are_put_together(tmp_path):
    """Stances may stand in a file of their own."""
    sentence = "The ferry strike in Port Alder ended on Friday."
    start = GOLD[0]["text"].index(sentence)
    stance = {
        "actor": "Tomas Reed",
        "position": "praises",
        "target_words": ["deal"],
        "evidence": [{"start": start, "end": start + len(sentence), "text": sentence}],
    }
    texts = jsonl(tmp_path / "quotes.jsonl", *GOLD)
    stances = jsonl(tmp_path / "stances.jsonl", {"id": "ferry", "stances": [stance]})
    ferry, bakery = read_cases([texts, stances])
    assert (len(ferry.quotations), ferry.stances[0].actor) == (7, "Tomas Reed")
    assert bakery.stances is None


def test_a_quotation_over_paragraphs_is_scored_by_its_spans():
    """The judge's three paragraphs are three stretches with one speaker."""
    cases = {case.article.id: case for case in read_cases([SEEDS])}
    trial = cases["marrowick-forgery-trial"].quotations
    assert [quotation.speakers for quotation in trial[:3]] == [("Amara Whitcombe",)] * 3


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"text": "No id here."}, "has no id"),
        ({"id": "x"}, "'x' is wrong: text: it is missing"),
        ({"id": "x", "text": "Y", "direct_quotes": [{"text": "Y"}]}, "direct_quotes.0.start"),
        ({"id": "x", "text": "  "}, "holds no text"),
        (
            {
                "id": "x",
                "text": "Y",
                "quantities": [{"value": "many", "unit": "-", "normalized_unit": "-"}],
            },
            "'many' is not a quantity",
        ),
    ],
)
def test_what_is_no_gold_is_refused(row, message, tmp_path):
    """With the place that is wrong."""
    with pytest.raises(ArticleError, match=message):
        read_cases([jsonl(tmp_path / "gold.jsonl", row)])


def test_a_file_that_is_not_there_is_refused(tmp_path):
    """Both readers say so."""
    for read in (read_predictions, lambda path: read_cases([path])):
        with pytest.raises(ArticleError, match=r"none\.jsonl"):
            read(tmp_path / "none.jsonl")


def test_two_predictions_of_one_article_are_refused(tmp_path):
    """Or the score would depend on their order."""
    row = PREDICTIONS["the gold itself"][0]
    with pytest.raises(SettingsError, match="a second prediction for 'ferry'"):
        read_predictions(jsonl(tmp_path / "twice.jsonl", row, row))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"quotes": []}, "id: it is missing"),
        ({"id": "x", "quotes": "none"}, "quotes: it must be a list"),
        ({"article": {"id": "x"}}, "article.digest"),
    ],
)
def test_what_is_no_prediction_is_refused(row, message, tmp_path):
    """Neither a summary nor bare quotations."""
    with pytest.raises(ArticleError, match=message):
        read_predictions(jsonl(tmp_path / "predictions.jsonl", row))


def test_a_speaker_without_a_letter_is_none(tmp_path):
    """Models answer "-" and "…" where they know nobody."""
    row = {"id": "x", "quotes": [{"text": "So", "speaker": " – "}, {"text": None}]}
    prediction = read_predictions(jsonl(tmp_path / "p.jsonl", row))["x"]
    assert [quotation.speaker for quotation in prediction.quotations] == [None, None]


def test_dates_are_no_figures_of_an_article():
    """What the finder calls a date or a rank is not predicted as a quantity."""
    found = Prediction.by_code(Article("On 4 May 2031 the 80th boat cost 12 crowns."))
    assert [amount.values for amount in found.figures] == [(Decimal(12),)]
