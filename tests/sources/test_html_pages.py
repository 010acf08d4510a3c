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
    page = f"<html><body><p>{PAGE}</p>" + f"<{tag}>x</{tag.split()[0]}>" * 10_000
    begun = time.process_time()
    list(read_html(Content(page.encode(), "page")))
    assert time.process_time() - begun < 5  # of list items, with every second opinion: 15


def test_a_page_of_too_many_elements_is_refused():
    page = "<html><body>" + "<br>" * html.MAX_ELEMENTS
    with pytest.raises(ArticleError, match="page has 100,002 elements") as caught:
        list(read_html(Content(page.encode(), "page")))
    assert caught.value.hint


def test_an_address_that_is_a_script_is_not_taken():
    head = '<link rel="canonical" href="javascript:alert(1)">'
    (article,) = read_html(Content(PAGE.format(head=head).encode(), "page"))
    assert article.url is None


PAD = (
    "<p>The council of the old harbour town met on {day} to speak of the budget and the ships.</p>"
)


def lines_of(block: str) -> list[str]:
    """The lines that a block of a page gives, between two paragraphs."""
    page = f"<article><h1>News</h1>{PAD.format(day='Monday')}{block}{PAD.format(day='Friday')}"
    _, _, _, *lines, _ = text(f"<!DOCTYPE html><body>{page}</article>".encode()).split("\n")
    return lines


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("It rose 7<sup>3</sup> per cent to €12<sup>4</sup>.", "It rose 7³ per cent to €12⁴."),
        ("It pays $11<sup>99</sup> in 2019<sup>12</sup>.", "It pays $11⁹⁹ in 2019¹²."),
        ("Of 10<sup>6</sup> cells on 5 m<sup>2</sup>.", "Of 10⁶ cells on 5 m²."),
        ("So<sup><a href='#n1'>1</a></sup> 300 left.", "So¹ 300 left."),
        ("The 5<sup>th</sup> time, CO<sub>2</sub>.", "The 5th time, CO2."),
        ("For 1<sup>1</sup>/<sub>2</sub> miles, 1&frac12;.", "For 1 1/2 miles, 1½."),
        (
            "For <sup>3</sup>/<sub>4</sub> and 2<sup>1</sup>&frasl;<sub>4</sub>.",
            "For 3/4 and 2 1⁄4.",
        ),
        ("It rose 7<sup class=ref><a href='#c'>[12]</a></sup> per cent.", "It rose 7¹² per cent."),
        ("It cost €12<sup>3,4</sup> and €5<sup>6–8</sup>.", "It cost €12³,⁴ and €5⁶⁻⁸."),
        ("It cost €12<sup><a>3</a>, <a>4</a></sup> million.", "It cost €12³,⁴ million."),
        ("It hit 45<sup> 2 </sup> and 40<sup>*</sup> men.", "It hit 45² and 40 men."),
        ("It hit 45<sup><a href='#n'>b</a></sup> men.", "It hit 45 men."),
        ("It is 10<sup>-6</sup> or 10<sup>&minus;9</sup> m.", "It is 10⁻⁶ or 10⁻⁹ m."),
        ("It rose 7<a role=doc-noteref href='#n'>3</a> per cent.", "It rose 7³ per cent."),
        ("It rose 7<a class='footnote' href='#n'>3</a> per cent.", "It rose 7³ per cent."),
        ("It rose 7<a href='/a#fn3'>3</a> per cent.", "It rose 7³ per cent."),
        ("It has <a href='/footnotes/'>300</a> shops.", "It has 300 shops."),
        ("It has <a href='#footnotes'>300</a> shops.", "It has 300 shops."),
        ("It has <a title='footnote' href='/a'>300</a> shops.", "It has 300 shops."),
        ("The 1<sup><a href='/a'>er</a></sup> of May.", "The 1er of May."),
        ("The 2<sup><a href='/a'>nd</a></sup> of May.", "The 2nd of May."),
        ("It hit 45<sup><a href='#n'>[b]</a></sup> men.", "It hit 45 men."),
        ("It rose 7<span style='vertical-align: super'>3</span> %.", "It rose 7³ %."),
        ("It is 3&times;10<sup>8</sup> m, x<sup>n</sup>.", "It is 3×10⁸ m, xn."),
        ("It cost 1&shy;300 eu&shy;ros, 1,<wbr>500 too.", "It cost 1300 euros, 1,500 too."),
    ],
)
def test_raised_digits_do_not_join_a_number(words, right):
    assert lines_of(f"<p>{words}</p>") == [right]


HEAD = "<tr><th>Town</th><th>2023</th><th>2024</th></tr>"


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (
            HEAD + "<tr><th>Oslo</th><td>4,100</td><td>5,200</td></tr>",
            ["Oslo, 2023: 4,100; 2024: 5,200"],
        ),
        (
            (
                "<caption>Seats</caption><thead><tr><td>Party</td><td>Seats</td></tr></thead>"
                "<tbody><tr><td>Red</td><td>45</td></tr><tr><td>Blue</td><td>9</td></tr></tbody>"
            ),
            ["Seats", "Red, Seats: 45", "Blue, Seats: 9"],
        ),
        (
            "<tr><td>Deaths</td><td>48</td></tr><tr><td>Injured</td><td>120</td></tr>",
            ["Deaths, 48", "Injured, 120"],
        ),
        (
            "<tr><td>Town</td><td>Deaths</td></tr><tr><td>Oslo</td><td>48</td></tr>",
            ["Oslo, Deaths: 48"],
        ),
        (
            (
                "<tr><th rowspan=2>Team</th><th colspan=2>Goals</th></tr>"
                "<tr><th>Home</th><th>Away</th></tr><tr><td>Red</td><td>12</td><td>5</td></tr>"
            ),
            ["Red, Goals Home: 12; Goals Away: 5"],
        ),
        (
            (
                "<tr><th>Region</th><th>Seats</th></tr>"
                "<tr><td rowspan=2>North</td><td>12</td></tr><tr><td>14</td></tr>"
            ),
            ["North, Seats: 12", "North, Seats: 14"],
        ),
        (
            (
                "<tr><th rowspan=2 colspan=2>Club</th><th colspan=2>Goals</th></tr>"
                "<tr><th>Home</th><th>Away</th></tr>"
                "<tr><td>Red</td><td>North</td><td>12</td><td>5</td></tr>"
            ),
            ["Red, Club: North; Goals Home: 12; Goals Away: 5"],
        ),
        (
            (
                "<tr><th>Town</th><th>Seats</th><th rowspan=2>Votes</th></tr>"
                "<tr><th>Name</th></tr><tr><td>Oslo</td><td>12</td><td>4,100</td></tr>"
            ),
            ["Oslo, Seats: 12; Votes: 4,100"],
        ),
        (
            "<tr><td>Year</td><td>2019</td></tr><tr><td>Cost</td><td>£3m</td></tr>",
            ["Year, 2019", "Cost, £3m"],
        ),
        (
            (
                "<tr><td>Name</td><td>Kari</td></tr><tr><td>Age</td><td>41</td></tr>"
                "<tr><td>Home</td><td>Oslo</td></tr>"
            ),
            ["Name, Kari", "Age, 41", "Home, Oslo"],
        ),
        (
            "<tr><th></th><th>2023</th><th>2024</th></tr><tr><td>Deaths</td><td>48</td><td>35</td></tr>",
            ["Deaths, 2023: 48; 2024: 35"],
        ),
    ],
)
def test_the_cells_of_a_table_have_their_heads(table, lines):
    assert lines_of(f"<table>{table}</table>") == lines


def test_a_table_or_quotation_in_a_figure_is_kept():
    table = (
        "<table><tr><th>Item</th><th>Price</th></tr><tr><td>Bread</td><td>£1.20</td></tr></table>"
    )
    quoted = "<blockquote>We need it.</blockquote><figcaption>— Dee Marsh</figcaption>"
    assert lines_of(f"<figure>{table}<figcaption>Prices in May</figcaption></figure>") == [
        "Bread, Price: £1.20",
        "Prices in May",
    ]
    assert lines_of(f"<figure>{quoted}</figure>") == ["“We need it.” — Dee Marsh"]
    photo = "<figure><img src=x><figcaption><p>A ship of 300 tonnes.</p></figcaption></figure>"
    assert lines_of(photo) == []


def test_who_said_a_block_quotation_may_stand_under_it():
    block = "<blockquote>My children need it.</blockquote><p>— Dee Marsh, nurse</p>"
    assert lines_of(block) == ["“My children need it.” — Dee Marsh, nurse"]


@pytest.mark.parametrize(
    "block",
    [
        "<p>My children need it.</p><footer>— Dee Marsh, nurse</footer>",
        "<p>My children need it.</p><cite>Dee Marsh, nurse</cite>",
        "<p>“My children need it.”</p><p>— Dee Marsh, nurse</p>",
        "My children need it. — Dee Marsh, nurse",
        "<p>My children need it.</p>&mdash; Dee Marsh, nurse",
    ],
)
def test_a_block_quotation_is_in_marks_with_who_said_it(block):
    assert lines_of(f"<blockquote>{block}</blockquote>") == [
        "“My children need it.” — Dee Marsh, nurse"
    ]


def test_a_block_quotation_of_nobody_is_left_as_it_is():
    assert lines_of("<blockquote><p>My children need it.</p></blockquote>") == [
        "My children need it."
    ]


@pytest.mark.parametrize(
    "behind",
    [
        "– Kosten: 40 Millionen Euro für den Bau der Brücke am alten Hafen und alle Wege dorthin",
        "– Kosten: 40 Millionen Euro",
        "-5 degrees was the low",
        "– They left at noon",
        "– Ciao, disse il sindaco.",
    ],
)
@pytest.mark.parametrize("said", ["My children need it.", "My children need it"])
def test_a_paragraph_behind_a_block_quotation_that_names_nobody_is_kept(said, behind):
    assert lines_of(f"<blockquote>{said}</blockquote><p>{behind}</p>") == [said, behind]


@pytest.mark.parametrize(
    "last",
    [
        "It will take two years and cost $40 million",
        "It will take years",
        "Rain",
        "– Cost: 40 million",
    ],
)
def test_a_last_paragraph_of_a_block_quotation_that_is_no_name_is_said(last):
    block = f"<blockquote><p>Dear neighbours, we will build it.</p><p>{last}</p></blockquote>"
    assert lines_of(block) == ["Dear neighbours, we will build it.", last]


@pytest.mark.parametrize("name", ["Dee Marsh", "Dee van der Marsh, 41, nurse"])
@pytest.mark.parametrize(
    "block",
    [
        "<blockquote><p>We need it.</p><p>{}</p></blockquote>",
        "<blockquote>We need it</blockquote><p>— {}</p>",
    ],
)
def test_a_name_in_or_behind_a_block_quotation_is_who_said_it(block, name):
    [line] = lines_of(block.format(name))
    assert line.replace(".", "") == f"“We need it” — {name}"


@pytest.mark.parametrize(
    "pulled",
    [
        "<blockquote><p>We will never give up the ship</p></blockquote>",
        "<div class='pull-quote'>“We will never give up the ship” — Ann Orr</div>",
        "<div class=pullquote><blockquote>We will never give up the ship!</blockquote></div>",
        "<blockquote>‘We will never give up the ship.’<footer>Ann Orr</footer></blockquote>",
        "<div class=pulled><p>“We will never give up the ship”</p><p>Ann Orr</p></div>",
        "<aside><q>We will never give up the ship</q><cite>Ann Orr, mayor</cite></aside>",
    ],
)
def test_a_pull_quote_that_repeats_the_text_is_taken_out(pulled):
    said = "“We will never give up the ship,” Ann Orr told the council."
    assert lines_of(f"<p>{said}</p>{pulled}") == [said]


def test_a_quotation_that_is_only_in_boxes_is_kept():
    box = "<blockquote>We will never give up</blockquote>"
    assert "We will never give up" in lines_of(box + box)
