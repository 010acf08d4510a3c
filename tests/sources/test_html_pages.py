import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.errors import ArticleError
from summarizer.sources import html, read
from summarizer.sources.content import Content
from summarizer.sources.html import read as read_html

HARBOUR = Path(__file__).parent / "pages" / "harbour.html"

# The whole article and nothing else: no navigation, advertisement, banner, form, comment, teaser.
ARTICLE = """\
Harbour bridge to close for nine weeks

The harbour bridge in Saltmarsh will close on 1 April for nine weeks, the town council decided on \
Thursday by eleven votes to four.
“We have put this off for six years, and the steel does not wait for us,” said Marta Okonjo, the \
council’s head of works. “A lorry of 18 tonnes crosses it every four minutes.”
The repair is expected to cost 3.4 million pounds, about 12 % more than was planned in 2022.
Traders at the quay are angry. "Nobody asked us, and nobody will pay us", said Piet Alderman, who \
has sold fish there since 1987. His stall, he said, would lose “half of a summer”.
A ferry is to carry pedestrians and cyclists, free of charge, from six in the morning until \
midnight.
Ambulances take the long way
The ambulance service called the detour of 11 kilometres “awkward but manageable”. Its director, \
Dr Hanne Lund, said: ‘We will keep two vehicles on each bank — day and night.’
“If the steel gives way in July, we lose the bridge and the summer,” Okonjo told the meeting.
The last time the bridge was shut, in 1998, it stayed so for fourteen weeks."""

PAGE = "<html><head>{head}</head><body><p>He said “so”, naïvely.</p></body></html>"


def text(data: bytes, charset: str | None = None) -> str:
    (article,) = read_html(Content(data, "page", charset=charset))
    return article.text


def test_a_news_page_gives_only_its_article():
    (article,) = read(str(HARBOUR))
    assert article.text == ARTICLE


def test_a_news_page_tells_about_its_article():
    (article,) = read(str(HARBOUR))
    assert article.title == "Harbour bridge to close for nine weeks"
    assert article.author == "Ilse Vandermolen"
    assert article.date == "2025-03-14"
    assert article.publisher == "The Saltmarsh Courier"
    assert article.url == "https://courier.example/2025/03/harbour-bridge-closes"
    assert article.id == "harbour"


@pytest.mark.parametrize(
    ("told", "date"), [("", None), ("<p class='date'>12 November 2024</p>", "2024-11-12")]
)
def test_a_year_in_the_text_is_not_taken_for_the_date(told, date):
    page = f"<html><body><h1>T</h1>{told}<p>The readings are the best since 2019.</p></body></html>"
    (article,) = read_html(Content(page.encode(), "page"))
    assert article.date == date


@pytest.mark.parametrize(
    ("head", "encoding", "charset"),
    [
        ("", "utf-8", None),
        ("", "utf-8-sig", None),
        ("", "utf-16", None),
        ("", "cp1252", None),
        ("", "cp1252", "cp1252"),
        ('<meta charset="iso-8859-1">', "cp1252", None),
        ("<meta http-equiv=Content-Type content='text/html; charset=cp1250'>", "cp1252", None),
        ('<meta charset="utf-16">', "utf-8", None),
        ('<meta charset="punycode">', "utf-8", None),
        ('<meta charset="big5">', "utf-8", "utf-8"),
    ],
)
def test_a_page_is_decoded_as_a_browser_would(head, encoding, charset):
    data = PAGE.format(head=head).encode(encoding)
    assert "“so”" in text(data, charset)


@pytest.mark.parametrize(
    "words",
    [
        "„Wir bleiben“, sagte er, »und gehen nicht«.",
        "« Nous restons », a-t-il dit, ‹ ici ›.",
        "「残ります」と彼は言った。『はい』",
        "``We stay,'' he said, ''and wait.''",
        "\"It's 'ours',\" he said; 5'10\" tall.",
    ],
)
def test_quotation_marks_are_kept_to_the_letter(words):
    assert words in text(f"<html><body><h1>T</h1><p>{words}</p></body></html>".encode())


def test_markup_within_a_quotation_leaves_no_trace():
    quoted = "“We <b>do</b> <a href=x>not</a><i>, ever,</i> ag<em>ree</em>,” he <span>said</span>."
    page = f"<html><body><p>{quoted}</p><p>The meeting of the council on Thursday was long. "
    assert "“We do not, ever, agree,” he said.\n" in text(page.encode())


WORDS = st.sampled_from([*"the council of Saltmarsh – voted 3.5 % naïve “We «no» it's,".split()])
INLINE = st.sampled_from(
    [None] * 6 + ["a href=/x", "b", "code", "em", "mark", "span", "sup", "time"]
)
PARAGRAPH = st.lists(st.tuples(WORDS, INLINE, st.sampled_from(" \n")), min_size=30, max_size=50)


@settings(max_examples=25, deadline=None)
@given(st.lists(PARAGRAPH, min_size=2, max_size=4))
def test_every_word_of_every_paragraph_is_kept_in_its_order(paragraphs):
    # No two are alike: trafilatura takes a paragraph that comes twice for a copy.
    paragraphs = [[(f"{n}.", None, " "), *parts] for n, parts in enumerate(paragraphs)]
    marked = [
        "".join(
            f"<{tag}>{word}</{tag.split()[0]}>{gap}" if tag else word + gap
            for word, tag, gap in parts
        )
        for parts in paragraphs
    ]
    page = (
        f"<html><title>News</title><article><h1>News</h1><p>{'</p><p>'.join(marked)}</p></article>"
    )
    plain = [" ".join(word for word, _, _ in parts) for parts in paragraphs]
    assert text(page.encode()) == "\n".join(["News", "", *plain])


def test_the_marks_of_q_elements_are_written_out():
    page = "<html><body><p>It was <q cite='x'>a <b>lost</b> summer</q>, he said.</p></body></html>"
    assert "It was “a lost summer”, he said." in text(page.encode())


@pytest.mark.parametrize("where", ["html", "body", "main", "article", "div", "section"])
def test_a_page_that_tells_of_its_boxes_is_not_taken_for_one(where):
    page = HARBOUR.read_text("utf-8").replace("<main>", "<main><div><section>", 1)
    page = page.replace("</main>", "</section></div></main>", 1)
    page = page.replace('<html lang="en" class="no-js">', "<html>")
    page = page.replace(
        f"<{where}>", f'<{where} class="has-ad tag-newsletter" id="x-related-x">', 1
    )
    assert 'id="x-related-x"' in page
    assert text(page.encode()) == ARTICLE


@pytest.mark.parametrize("tag", ["li", "div class=ad"])
def test_a_page_of_many_elements_takes_no_quadratic_time(tag):
    page = f"<html><body><p>{PAGE}</p>" + f"<{tag}>x</{tag.split()[0]}>" * 20_000
    begun = time.process_time()
    list(read_html(Content(page.encode(), "page")))
    assert time.process_time() - begun < 20  # of list items, with every second opinion: a minute


def test_a_page_of_too_many_elements_is_refused():
    page = "<html><body>" + "<br>" * html.MAX_ELEMENTS
    with pytest.raises(ArticleError, match="page has 100,002 elements") as caught:
        list(read_html(Content(page.encode(), "page")))
    assert caught.value.hint


def test_an_address_that_is_a_script_is_not_taken():
    head = '<link rel="canonical" href="javascript:alert(1)">'
    (article,) = read_html(Content(PAGE.format(head=head).encode(), "page"))
    assert article.url is None
