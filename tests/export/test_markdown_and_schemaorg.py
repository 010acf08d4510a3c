"""Exports that are read by people and by search engines."""

import json
from decimal import Decimal

import pytest
from made_up import bare, harbour, spot

from summarizer import export
from summarizer.article import Article
from summarizer.export.links import web_address
from summarizer.export.markdown import document
from summarizer.schema import Actor, Figure, Quote


def test_markdown_reads_like_notes():
    text = document(harbour())
    assert text.startswith(
        "# Council votes to close the old harbour\n\n"
        "The Alder Post · Ida Fenn · 2031-04-02 · <https://alder.example/harbour>\n\n"
        "The council of Port Alder voted to close the old harbour.\n\n"
        "## Who said what\n\n**Ines Calloway**, Mayor\n\n"
        "> We will not let the quay fall into the sea,\n\n"
        "**Tomas Reed**, chairman of the Fishers' Union\n\n> It is the end of a trade,\n\n"
        "> My father moored here.\n>\n> His father did too.\n\n"
    )
    assert "| 340 | Boats that must move |" in text
    assert "- **Tomas Reed** opposes the vote" in text
    assert "- **Ines Calloway**, Mayor" in text


def test_several_documents_are_ruled_off():
    assert "".join(export.pieces([harbour()] * 2, "markdown")).count("\n---\n") == 1


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<b>*x*</b>", r"\<b\>\*x\*\</b\>"),
        ("[a](javascript:x)", r"\[a\](javascript:x)"),
        ("![a](x)", r"!\[a\](x)"),
        ("# a", r"\# a"),
        ("    - a", r"\- a"),
        ("1. a", r"1\. a"),
        ("1.", r"1\."),
        ("3.4 a", "3.4 a"),
        ("a | b", r"a \| b"),
        ("a\n===", "a\n> \\==="),
        ("&lt;", r"\&lt;"),
        ("`a` ~~b~~ $c$", r"\`a\` \~\~b\~\~ \$c\$"),
    ],
)
def test_nothing_in_an_article_becomes_markup(words, shown):
    article = Article(f"She wrote “{words}” on it.")
    said = Quote(id="Q1", spans=(spot(article.text, words),), kind="direct")
    assert f"> {shown}\n" in document(bare(article, quotes=(said,)))


def nodes(*summaries):
    [text] = export.pieces(summaries, "schemaorg")
    assert "<" not in text
    return json.loads(text)


def test_schemaorg_has_the_article_and_its_quotations():
    article = nodes(harbour())
    assert article["@context"] == "https://schema.org"
    assert article["@type"] == "NewsArticle"
    assert article["publisher"] == {"@type": "Organization", "name": "The Alder Post"}
    assert article["author"] == {"@type": "Person", "name": "Ida Fenn"}
    assert article["hasPart"][0] == {
        "@type": "Quotation",
        "text": "We will not let the quay fall into the sea,",
        "spokenByCharacter": {"@type": "Person", "name": "Ines Calloway", "description": "Mayor"},
    }
    assert article["hasPart"][3]["spokenByCharacter"] == {"name": "The harbour master"}
    assert article["mentions"][4] == {
        "@type": "QuantitativeValue",
        "name": "Boats that must move",
        "description": "340",
        "value": 340,
        "unitText": "boats",
    }


def test_schemaorg_joins_many_articles_in_a_graph():
    assert [node["@type"] for node in nodes(harbour(), harbour())["@graph"]] == ["NewsArticle"] * 2


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("2031-04-02", "2031-04-02"),
        ("Wed, 02 Apr 2031 06:30:00 +0100", "2031-04-02T06:30:00+01:00"),
        ("in spring", "in spring"),
        ("Wed, 02 Apr 99999999999999999999 06:30:00 GMT",) * 2,
    ],
)
def test_a_date_is_told_as_schemaorg_wants_it(told, date):
    assert nodes(bare(Article("Rain.", date=told)))["datePublished"] == date


def test_a_country_that_speaks_is_its_government():
    article = Article("Norland said “no”.")
    actor = Actor(
        id="A1", name="Norland", kind="country", mentions=(spot(article.text, "Norland"),)
    )
    said = Quote(
        id="Q1",
        spans=(spot(article.text, "no"),),
        speaker="A1",
        speaker_name="Norland",
        kind="direct",
    )
    node = nodes(bare(article, actors=(actor,), quotes=(said,)))
    assert node["mentions"][0]["@type"] == "Country"
    assert node["hasPart"][0]["spokenByCharacter"]["@type"] == "Organization"


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"value": Decimal("1.50"), "currency": "EUR"}, {"value": 1.5, "currency": "EUR"}),
        ({"low": Decimal(1), "high": Decimal(2)}, {"minValue": 1, "maxValue": 2}),
        ({"value": Decimal(5), "percent": True}, {"value": 5, "unitCode": "P1"}),
        ({"value": Decimal("1E+999999")}, {"value": "1E+999999"}),
    ],
)
def test_a_figure_keeps_its_value(facts, shown):
    article = Article("It cost 1 then.")
    figure = Figure(id="F1", span=spot(article.text, "1"), **facts)
    [node] = nodes(bare(article, figures=(figure,)))["mentions"]
    assert shown.items() <= node.items()


def test_an_article_cannot_end_the_script_that_carries_it():
    article = Article("A </script><script>alert(1)</script> b.", title="</script>")
    assert nodes(bare(article))["headline"] == "</script>"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://alder.example/a?b=1&c=é#d", "https://alder.example/a?b=1&c=%C3%A9#d"),
        ('http://x/"><script>', "http://x/%22%3E%3Cscript%3E"),
        ("JAVASCRIPT:alert(1)", None),
        ("data:text/html,x", None),
        ("//alder.example", None),
        ("https://", None),
        ("java\nscript:x", None),
        (" https://alder.example", "https://alder.example"),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_become_links(url, address):
    assert web_address(url) == address
