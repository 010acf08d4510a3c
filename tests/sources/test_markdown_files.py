import pytest

from summarizer.sources.content import Content
from summarizer.sources.markdown import read


def only(text: str):
    (article,) = read(Content(text.encode(), "a.md", name="a"))
    return article


def test_markup_goes_and_words_stay():
    article = only(
        '# Rain *stops* play\n\nThe **umpires** left\nat [noon](https://a.example "x").  \n'
        '\n> "We waited," said `Bo` & Co.\n\n- One\n- Two <b>bold</b>\n\n![photo](p.png)\n\n'
        "    indented\n\n<div>A <q>box</q></div>\n"
    )
    assert article.title == "Rain stops play"
    assert article.text == (
        'Rain stops play\n\nThe umpires left at noon.\n"We waited," said Bo & Co.\n'
        "One\nTwo bold\nindented\nA “box”"
    )


@pytest.mark.parametrize("marks", ['"a"', "“a”", "«a»", "``a''", "'a'", "„a“", "... -- (c)"])
def test_no_mark_is_made_typographic(marks):
    words = f"He said {marks} twice."
    assert only(words).text == words if "`" not in marks else words


def test_front_matter_tells_about_the_article():
    article = only(
        '---\ntitle: "Rain: a report"\ndate: 2025-03-14\nlayout: post\nauthor: Bo\n---\nIt rained.'
    )
    assert article.text == "Rain: a report\n\nIt rained."
    assert (article.title, article.date, article.author) == ("Rain: a report", "2025-03-14", "Bo")


def test_a_rule_at_the_top_is_no_front_matter():
    assert only("---\n\nIt rained.\n").text == "It rained."


def test_prose_between_two_rules_is_the_articles():
    assert "It rained, she said." in only("---\nIt rained, she said.\n---\nIt stopped.\n").text
