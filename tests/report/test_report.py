"""The report as HTML, read by a parser and not by a browser."""

import re
from html.parser import HTMLParser

import pytest
from attacks import ADDRESSES, STRINGS, summaries, summary
from made_up import HARBOUR, bare, command, harbour

from summarizer import report
from summarizer.article import Article
from summarizer.cli import report as cli
from summarizer.errors import ArticleError, SettingsError
from summarizer.schema import Figure, Span

VOID = {"meta", "input"}


class Page(HTMLParser):
    """A page's elements, texts and ids; refuses elements that do not nest."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.open, self.texts = [], [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in {"style", "script"}:
            self.texts.append(data)

    @property
    def text(self):
        return "".join(self.texts)

    def all(self, attribute):
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]


def test_the_article_is_there_to_the_letter():
    text = Page(report.html([harbour()])).text
    for paragraph in HARBOUR.split("\n\n"):
        assert paragraph.strip() in text


def test_what_the_summary_says_is_there():
    text = " ".join(Page(report.html([harbour()])).text.split())
    for words in (
        "The council of Port Alder voted",
        "Ines Calloway Mayor",
        "340 Boats that must move",
        "Tomas Reed opposes the vote",
        "Tomas Reed, chairman of the Fishers' Union",
        "council of Port Alder, organisation",
        "The target 'the Ministry' does not occur",
        "name not in article",
        "The Alder Post · Ida Fenn · 2031-04-02",
    ):
        assert words in text


@pytest.mark.parametrize("count", [0, 1, 3])
def test_every_link_leads_somewhere_and_no_id_is_given_twice(count):
    page = Page(report.html([harbour()] * count))
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    for href in page.all("href"):
        assert href[1:] in ids if href[0] == "#" else href == "https://alder.example/harbour"
    for label in page.all("aria-labelledby"):
        assert label in ids


def test_many_articles_have_an_index():
    other = bare(Article("Rain.", id="rain", title="Rain"))
    page = Page(report.html([harbour(), other]))
    assert "2 articles" in page.text
    assert [tag for tag, _ in page.elements].count("article") == 2
    assert {"#articles", "#voices", "#figures", "#a1", "#a2"} <= set(page.all("href"))


def test_the_title_can_be_set():
    for found in ([harbour()], [harbour(), harbour()], []):
        assert "<title>Port &lt;Alder&gt;</title>" in report.html(found, title="Port <Alder>")
    assert '<h1 dir="auto">Port Alder</h1>' in report.html([harbour()] * 2, title="Port Alder")
    assert "<title>The news in short</title>" in report.html([])


def test_the_sections_come_in_the_order_of_a_newspaper():
    page = report.html([harbour()])
    names = re.findall(r'<h2 id="a1-([a-z]+)"', page)
    assert names == ["voices", "stances", "figures", "actors", "text"]


def test_a_source_without_a_name_is_another_one_in_each_article():
    voices = report.html([harbour(), harbour()]).partition('id="voices"')[2].partition("table")[0]
    assert voices.count("<h3>The harbour master</h3>") == 2
    assert voices.count("<h3>Ines Calloway</h3>") == 1


def test_who_said_what_tells_a_role_once():
    voices = report.html([harbour(), harbour()]).partition('id="voices"')[2].partition("table")[0]
    assert re.findall("<h3>(.+)</h3>\n<p>(.+)</p>\n</div>", voices) == [
        ("Tomas Reed", "chairman of the Fishers&#39; Union"),
        ("Ines Calloway", "Mayor"),
    ]


def test_the_same_name_in_two_articles_is_one_actor():
    page = Page(report.html([harbour(), harbour()]))
    options = [attrs["value"] for tag, attrs in page.elements if tag == "option"]
    assert options == ["", "1", "2", "3", "4"]


def test_a_summary_without_its_text_shows_without_links_into_it():
    info = harbour().article.model_copy(update={"text": None})
    page = Page(report.html([harbour().model_copy(update={"article": info})]))
    assert "text is not kept" in page.text
    assert "Reed wants the vote repeated." in page.text
    assert set(page.all("href")) <= {
        "https://alder.example/harbour",
        *(f"#a1-{part}" for part in ("voices", "figures", "stances", "actors")),
    }


def test_an_article_that_says_nothing_is_still_shown():
    assert "Rain fell." in Page(report.html([bare(Article("Rain fell."))])).text


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"measures": "Cost", "unit": "crowns"}, "Cost"),
        ({"unit": "boats"}, "boats"),
        ({"unit": "crowns"}, "not known"),
        ({}, "not known"),
    ],
)
def test_a_figure_without_a_caption_tells_what_is_counted(facts, told):
    text = "It cost 9 crowns."
    figure = Figure(id="F1", span=Span.of(text, 8, 16), **facts)
    page = Page(report.html([bare(Article(text), figures=(figure,))]))
    assert f"9 crowns {told}" in " ".join(page.text.split())


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("2031-04-02", "2031-04-02"),
        ("2031-04-02T06:30:00Z", "2031-04-02"),
        ("Wed, 02 Apr 2031 06:30:00 GMT", "2031-04-02"),
        ("in spring", "in spring"),
        ("Wed, 02 Apr 99999999999999999999 06:30:00 GMT",) * 2,
    ],
)
def test_a_date_is_told_by_its_day(told, shown):
    page = report.html([bare(Article("Rain fell.", date=told))])
    assert f'<p class="origin">{shown}</p>' in page


ALLOWED = set(
    "html head meta title style body header nav main section article div span p h1 h2 h3 h4 h5 ul "
    "li a bdi small blockquote details summary table thead tbody tr th td form label input select "
    "option output footer code script".split()
)


def attributes(page):
    for tag, attrs in page.elements:
        for name, value in attrs.items():
            yield tag, name, value


def test_no_article_makes_an_element_or_an_attribute():
    page = Page(report.html(summaries()))
    tags = [tag for tag, _ in page.elements]
    assert set(tags) <= ALLOWED
    assert (tags.count("script"), tags.count("style"), tags.count("meta")) == (1, 1, 5)
    for _, name, value in attributes(page):
        assert not name.startswith("on")
        assert name not in {"src", "srcdoc", "action", "formaction", "style", "background"}
        assert name != "href" or re.match(r"#|https://alder\.example/[^\"'<> ]*$", value)


@pytest.mark.parametrize("attack", STRINGS)
def test_every_attack_is_shown_as_the_words_it_is(attack):
    page = Page(report.html([summary(attack)]))
    assert page.text.count(attack) >= 13


def test_attacks_are_many():
    assert len(STRINGS) + len(ADDRESSES) >= 50


def test_the_policy_allows_nothing_but_the_pages_own_style_and_script():
    page = Page(report.html([harbour()]))
    [policy] = [a["content"] for _, a in page.elements if a.get("http-equiv")]
    assert re.sub(r"'sha256-[\w+/]{43}='", "DIGEST", policy) == (
        "default-src 'none'; style-src DIGEST; script-src DIGEST; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


@pytest.mark.parametrize(
    ("turned", "ends"),
    [
        ("\u202eadleZ", "\u202c"),
        ("\u2067\u202eadleZ", "\u202c\u2069"),
        ("\u202eadleZ\u202c", ""),
        ("\u202e\u2066a\u202c", "\u2069\u202c"),
    ],
)
def test_no_text_turns_what_is_beside_it(turned, ends):
    actor = harbour().actors[1].model_copy(update={"role": turned})
    page = report.html([harbour(gist=turned, actors=(actor,), stances=(), quotes=())])
    assert page.count(turned) == page.count(turned + ends) > 1
    article = report.html([bare(Article(f"Roe {turned} left.", title="Roe"))])
    assert f"Roe {turned} left.<" in article.replace("\n", "<")


def test_nothing_of_the_page_lies_elsewhere():
    html = report.html([harbour()])
    assert re.findall(r"(?:url\(|@import|src=|https?://)[^\"' >]*", html) == [
        "https://alder.example/harbour"
    ]


def test_the_command_writes_the_page(tmp_path, capsys):
    (tmp_path / "out.jsonl").write_text(f"{harbour().model_dump_json()}\n{{", encoding="utf-8")
    words = ("report", str(tmp_path / "out.jsonl"), "--html", str(tmp_path / "news.html"))
    assert command(cli.add, *words) == 1
    assert "Cannot read" in capsys.readouterr().err
    assert (tmp_path / "news.html").read_text(encoding="utf-8") == report.html([harbour()])


def test_the_command_sets_the_title(tmp_path):
    (tmp_path / "out.jsonl").write_text(harbour().model_dump_json(), encoding="utf-8")
    page = tmp_path / "news.html"
    words = ("report", str(tmp_path / "out.jsonl"), "--html", str(page), "--title", "This week")
    assert command(cli.add, *words) == 0
    assert "<title>This week</title>" in page.read_text(encoding="utf-8")


def test_the_command_puts_no_empty_page_in_place_of_an_old_one(tmp_path):
    (tmp_path / "news.html").write_text("old", encoding="utf-8")
    words = ("report", str(tmp_path / "none.jsonl"), "--html", str(tmp_path / "news.html"))
    with pytest.raises(ArticleError, match="Cannot read"):
        command(cli.add, *words)
    assert (tmp_path / "news.html").read_text(encoding="utf-8") == "old"


def test_a_page_that_cannot_be_written_is_a_clear_error(tmp_path):
    with pytest.raises(SettingsError, match="Cannot write"):
        report.save([], tmp_path / "none" / "news.html")
