"""The report in a real browser: Chromium, headless, driven by Playwright.

Needs the extra ``browser`` and ``chromium`` on the path (or CHROMIUM_PATH). Selected with
``-m browser``.
"""

import os
import re
import shutil

import pytest
from attacks import STRINGS, summaries, summary
from divided import TOWN, WEEK
from made_up import bare, harbour, spot

from summarizer import report, summarize
from summarizer.article import Article
from summarizer.schema import Actor, Figure, Quote

pytestmark = pytest.mark.browser

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
MILL = "Mill opens\n\nThe mill at Ömmel opened. “At last,” said Ines Calloway. It cost 9 crowns.\n"


def mill():
    """Return a summary of a second article in which one of the actors speaks again."""
    return bare(
        Article(MILL, id="mill"),
        actors=(Actor(id="A1", name="Ines Calloway", mentions=(spot(MILL, "Ines Calloway"),)),),
        quotes=(
            Quote(
                id="Q1",
                spans=(spot(MILL, "At last,"),),
                speaker="A1",
                speaker_name="Ines Calloway",
                kind="direct",
            ),
        ),
        figures=(Figure(id="F1", span=spot(MILL, "9 crowns"), value=9, measures="Cost"),),
    )


@pytest.fixture(scope="module")
def browser():
    """Start Chromium once for all tests."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("CHROMIUM_PATH") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture
def show(browser, tmp_path):
    """Open a report; afterwards no console message, error or request of its own may be left."""
    contexts, said, asked = [], [], []

    def open_(*summaries, anchor="", **options):
        path = tmp_path / "report.html"
        report.save(summaries, path)
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri() + anchor)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert said == []
    assert {url.partition("#")[0] for url in asked} == {(tmp_path / "report.html").as_uri()}


@pytest.fixture
def expect():
    """Return Playwright's assertions, which wait for what they expect."""
    from playwright.sync_api import expect

    return expect


def lit(page):
    """Return the words that are lit, text first."""
    return page.eval_on_selector_all(
        ".lit", "all => all.map((one) => one.textContent.trim().replace(/\\s+/g, ' '))"
    )


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


def test_hovering_beside_the_text_lights_the_text(show):
    page = show(harbour())
    page.locator(".item[data-m=Q3] a").hover()
    assert [words for words in lit(page) if "moored" in words] == [
        "My father moored here. His father did too. inferred by the model",
        "My father moored here.",
    ]
    assert "His father did too." in lit(page)
    page.locator(".gist").hover()
    assert lit(page) == []


def test_hovering_over_the_text_lights_what_stands_beside_it(show):
    page = show(harbour())
    page.locator(".text .figure", has_text="340").hover()
    assert sorted(lit(page)) == ["340", "340 Boats that must move"]


def test_an_overlap_lights_its_narrowest_item(show):
    page = show(harbour())
    page.locator(".text .name.evidence", has_text="Reed").hover()
    assert (
        "Tomas Reed, chairman of the Fishers' Union explicit in the text, by rule “quoted”"
        in lit(page)
    )
    page.locator(".text .evidence[data-m]:not(.name)").hover()
    assert any("opposes" in words for words in lit(page))


def test_focus_lights_as_hovering_does(show):
    page = show(harbour())
    page.locator(".item[data-m=F2] a").focus()
    assert sorted(lit(page)) == ["340", "340 Boats that must move"]


def test_clicking_leads_to_the_place_and_back(show, expect):
    page = show(harbour(), viewport={"width": 375, "height": 500})
    item, mark = (page.locator(f"{place} a[href^='#a1-F2']") for place in (".item", ".text"))
    expect(mark).not_to_be_in_viewport()
    item.click()
    expect(mark).to_be_in_viewport()
    expect(mark).to_be_focused()
    expect(item).not_to_be_in_viewport()
    assert page.url.endswith("#a1-F2")
    mark.click()
    expect(item).to_be_in_viewport()
    expect(item).to_be_focused()
    assert page.url.endswith("#a1-F2-item")
    assert sorted(lit(page)) == ["340", "340 Boats that must move"]


def test_clicking_on_a_later_mention_leads_to_the_actor(show):
    page = show(harbour())
    page.locator(".text span.name", has_text="Reed").last.click()
    assert page.url.endswith("#a1-A3-item")


def test_a_quotation_in_a_statement_leads_to_the_statement_and_back(show, expect):
    text = "Pier\n\nInes Calloway said the pier was “a danger to all” of the town.\n\nRain fell."
    page = show(summarize(Article(text), model="none"))
    page.locator(".text a.quote", has_text="a danger to all").click()
    assert page.url.endswith("#a1-Q1-item")
    expect(page.locator(".item[data-m='T1 Q1'] a")).to_be_focused()
    assert any(words.startswith("said: the pier was") for words in lit(page))
    page.evaluate("location.hash = '#a1-Q1'")
    expect(page.locator(".text a.quote")).to_be_focused()


def test_the_keyboard_is_enough(show, expect):
    page = show(harbour())
    for _ in range(50):
        page.keyboard.press("Tab")
        if focused(page) == "We will not let the quay fall into the sea,":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".text a.quote[data-m=Q1]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".item[data-m=Q1] a")).to_be_focused()
    assert lit(page) != []
    page.keyboard.press("Escape")
    assert lit(page) == []


def test_one_article_has_no_index(show):
    page = show(harbour())
    assert page.locator(".masthead").count() == 0
    assert page.locator("h1").inner_text() == "Council votes to close the old harbour"


def test_the_index_comes_first_and_leads_to_an_article_and_back(show):
    page = show(harbour(), mill())
    assert page.locator(".story:visible").count() == 0
    page.locator(".cards a").nth(1).click()
    assert page.locator(".story:visible h2").first.inner_text() == "Mill opens"
    page.go_back()
    assert page.locator("#articles").is_visible()
    assert page.locator(".story:visible").count() == 0


def test_who_said_what_leads_to_the_place_in_the_article(show, expect):
    page = show(harbour(), mill())
    page.get_by_role("link", name="Who said what").click()
    names = page.locator("#voices h3").all_inner_texts()
    assert names == ["Ines Calloway", "Tomas Reed", "The harbour master"]
    page.get_by_role("link", name="At last,").click()
    assert page.url.endswith("#a2-Q1")
    expect(page.locator("#a2 .text a.quote")).to_be_focused()
    expect(page.locator("#a2 .text a.quote")).to_be_in_viewport()


def test_a_link_from_elsewhere_opens_its_article(show):
    page = show(harbour(), mill(), anchor="#a2-F1")
    assert page.locator(".story:visible").count() == 1
    assert focused(page) == "9 crowns"


@pytest.mark.parametrize("anchor", ["#nowhere", "#%", "#<script>window.pwned=1</script>"])
def test_a_link_to_nowhere_leads_to_the_index(show, anchor):
    page = show(harbour(), mill(), anchor=anchor)
    assert page.locator("#articles").is_visible()
    assert page.locator(".story:visible").count() == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", "2 articles, 5 quotes, 1 stance, 3 figures"),
        ("mill opens", "1 article, 0 quotes, 0 stances, 1 figure"),
        ("OMMEL", "1 article, 0 quotes, 0 stances, 0 figures"),
        ("calloway quay", "1 article, 1 quote, 0 stances, 0 figures"),
        ("cost", "2 articles, 0 quotes, 0 stances, 2 figures"),
        ("nowhere", "0 articles, 0 quotes, 0 stances, 0 figures"),
    ],
)
def test_search_narrows_every_view(show, words, found):
    page = show(harbour(), mill())
    page.get_by_role("searchbox").fill("x")
    page.get_by_role("searchbox").fill(words)
    assert page.locator("#found").inner_text() == found


def test_the_filter_by_actor_narrows_every_view(show):
    page = show(harbour(), mill())
    page.get_by_role("combobox").select_option("Tomas Reed")
    assert page.locator("#found").inner_text() == "1 article, 2 quotes, 1 stance, 2 figures"
    page.get_by_role("link", name="Who said what").click()
    assert page.locator("#voices h3:visible").all_inner_texts() == ["Tomas Reed"]
    page.get_by_role("combobox").select_option("Everybody")
    assert page.locator("#voices h3:visible").count() == 3


def test_a_view_in_which_nothing_is_left_says_so(show, expect):
    page = show(harbour(), mill(), anchor="#voices")
    expect(page.get_by_text("Nothing found.").locator("visible=true")).to_have_count(0)
    page.get_by_role("searchbox").fill("mill opens")
    expect(page.locator("#voices .none")).to_be_visible()
    expect(page.locator("#figures .none")).to_have_attribute("hidden", "")
    page.get_by_role("searchbox").fill("")
    expect(page.locator("#voices .none")).to_be_hidden()


def test_searching_from_an_article_leads_to_the_index(show):
    page = show(harbour(), mill(), anchor="#a1")
    page.get_by_role("searchbox").press_sequentially("opens")
    assert page.locator("#articles").is_visible()
    assert page.locator(".cards li:visible").count() == 1
    page.keyboard.press("Enter")


def test_the_page_reads_without_javascript(show):
    page = show(harbour(), mill(), java_script_enabled=False)
    assert page.locator("article:visible").count() == 2
    assert not page.locator("#filter").is_visible()
    page.locator("#a2 .item a").first.click()
    assert page.url.endswith("#a2-Q1")
    page.locator("#a2 .text a.quote").click()
    assert page.url.endswith("#a2-Q1-item")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_nothing_is_wider_than_the_screen(show, width, scheme):
    text = f"Long\n\n{'x' * 500} “{'y' * 300}” 5"
    union = Actor(id="A1", name="Union of the fishers of " + "v" * 90, mentions=(spot(text, "x"),))
    long = bare(Article(text), gist="z" * 300, actors=(union,))
    for found in ((harbour(),), (harbour(), mill(), long)):
        page = show(*found, viewport={"width": width, "height": 800}, color_scheme=scheme)
        for anchor in ("articles", "voices", "figures", "a1", "a3"):
            page.evaluate("anchor => { location.hash = anchor; }", anchor)
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.fixture(scope="module")
def town():
    """Return the summary of an article in which two actors take positions on one target."""
    return summarize(Article(TOWN, id="town"), model="none")


@pytest.mark.parametrize("width", [1000, 1280, 1600])
def test_nothing_scrolls_inside_the_page_of_an_article(show, town, width):
    page = show(town, viewport={"width": width, "height": 500})
    heights = page.eval_on_selector_all(
        "main *",
        "all => all.filter((one) => one.scrollHeight > one.clientHeight + 1 && "
        "/auto|scroll/.test(getComputedStyle(one).overflowY) && one.clientHeight > 1).length",
    )
    assert heights == 0
    fits = page.locator(".matrix").evaluate("one => one.scrollWidth <= one.clientWidth")
    assert fits or width < 1280


def test_where_they_stand_is_beside_who_said_what(show, town):
    page = show(town)
    tops = [
        page.locator(f"#a1-{name}").bounding_box()["y"] for name in ("voices", "stances", "text")
    ]
    assert max(tops) - min(tops) < 60


def test_on_a_phone_the_whole_table_is_on_the_screen(show, town):
    page = show(town, viewport={"width": 390, "height": 800})
    assert page.locator(".matrix").evaluate("one => one.scrollWidth <= one.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    cells = page.locator(".matrix td:visible")
    assert cells.count() == page.locator(".matrix td:has(a)").count() > 0
    heads = "one => getComputedStyle(one, '::before').content"
    assert cells.first.evaluate(heads) == f'"{cells.first.get_attribute("data-target")}"'


def test_a_cell_leads_to_each_sentence_that_shows_it(show, town, expect):
    page = show(town, viewport={"width": 1280, "height": 400})
    page.get_by_role("link", name="strongly opposes, sentence 2").click()
    expect(page.get_by_text("Marsh opposed the plan again on Friday.")).to_be_in_viewport()
    assert "opposed the plan again on Friday." in lit(page)
    assert any(words.startswith("Owen Marsh strongly opposes") for words in lit(page))


def test_the_table_across_articles_leads_into_each(show, expect):
    page = show(*(summarize(Article(text), model="none") for text in WEEK), anchor="#stances")
    row = page.get_by_role("row", name="Owen Marsh")
    stated = [*row.get_by_role("link").all_inner_texts()]
    assert [words for words in stated if words in {"opposes", "criticises", "2"}] == [
        "opposes",
        "criticises",
        "2",
    ]
    page.get_by_role("combobox").select_option("Owen Marsh")
    assert page.locator(".matrix tbody tr:visible").count() == 1
    row.get_by_role("link", name="opposes", exact=True).click()
    expect(page.locator("#a2 .evidence.lit").first).to_be_in_viewport()


def test_dark_and_light_are_dark_and_light(show):
    shades = {}
    for scheme in ("light", "dark"):
        colour = show(harbour(), color_scheme=scheme).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        shades[scheme] = sum(map(int, re.findall(r"\d+", colour)))
    assert shades["light"] > 700
    assert shades["dark"] < 100


def test_print_leaves_out_what_paper_cannot_do(show):
    page = show(harbour(), mill(), anchor="#a1")
    page.emulate_media(media="print")
    assert not page.locator("#filter").is_visible()
    assert not page.locator("#a1 .legend").is_visible()
    assert page.locator("#a1 .text").is_visible()
    assert page.locator("#a1 .panel").is_visible()


def test_on_paper_the_table_is_whole(show, town):
    page = show(town, viewport={"width": 720, "height": 900})
    page.emulate_media(media="print")
    right = page.locator(".matrix table").bounding_box()
    assert right["x"] + right["width"] <= 720


def test_print_shows_what_a_screen_shows_when_asked(show, expect):
    page = show(harbour())
    left_out = page.get_by_text("The target 'the Ministry' does not occur")
    expect(left_out).not_to_be_in_viewport()
    page.emulate_media(media="print")
    assert left_out.evaluate("one => one.checkVisibility({ contentVisibilityAuto: true })")
    link = page.locator(".origin a").evaluate("one => getComputedStyle(one, '::after').content")
    assert "https://alder.example/harbour" in link


def test_attacks_run_nothing(show):
    page = show(*summaries())
    for story in page.locator(".cards a").all():
        page.evaluate("hash => { location.hash = hash; }", story.get_attribute("href"))
    page.locator("body").click()
    assert page.evaluate("window.pwned") is None
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, embed, svg, math, video, base, link").count() == 0
    hrefs = page.eval_on_selector_all("a", "all => all.map((one) => one.href)")
    assert {href.partition(":")[0] for href in hrefs} == {"file", "https"}


@pytest.mark.parametrize("attack", STRINGS)
def test_one_attack_alone_runs_nothing_and_is_shown(show, attack):
    page = show(summary(attack))
    page.mouse.move(300, 300)
    page.keyboard.press("Tab")
    page.locator(".text .quote").first.hover()
    assert page.evaluate("window.pwned") is None
    shown = page.evaluate("document.querySelector('.gist').textContent")
    assert shown == attack.replace("\0", "")


def test_a_notebook_shows_the_report_in_a_frame_that_works(browser, tmp_path, expect):
    said = []
    path = tmp_path / "notebook.html"
    page = f"<!doctype html><title>Notebook</title><h1>Mine</h1>{report.frame(harbour())}"
    path.write_text(page, encoding="utf-8")
    context = browser.new_context()
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator(".item[data-m=F2] a").click()
    expect(frame.locator(".text a[data-m=F2]")).to_be_focused()
    assert page.url == path.as_uri()
    assert page.locator("h1").evaluate("one => getComputedStyle(one).marginTop") != "0px"
    context.close()
    assert said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize(
    "anchor", ["", "#voices", "#stances", "#figures", "#a1", "one", "bare", "divided", "foreign"]
)
def test_axe_finds_no_violation(show, town, anchor, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    alone = {"one": harbour(), "bare": without_text(), "divided": town, "foreign": foreign()}
    found = [alone[anchor]] if anchor in alone else [harbour(), mill(), town, foreign()]
    page = show(
        *found,
        anchor=anchor if anchor.startswith("#") else "",
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,
    )
    page.locator("main a:visible").first.hover()
    violations = Axe().run(page).response["violations"]
    assert [(each["id"], each["impact"], each["nodes"][0]["html"]) for each in violations] == []


def without_text():
    info = harbour().article.model_copy(update={"text": None})
    return harbour().model_copy(update={"article": info})


def foreign():
    text = "Der Hafen wird nicht gebaut. „Das ist gut“, sagte Anna Brix. Es kostet 5 Euro."
    return summarize(Article(text), model="none")
