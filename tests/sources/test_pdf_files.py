"""PDF files made here: by fpdf2 as programs make them, and by hand where programs differ."""

import time

import pytest
from fpdf import FPDF

from summarizer.errors import ArticleError
from summarizer.sources import pdf, read
from summarizer.sources.layout import Piece, arrange

LEFT = [
    "The council of Saltmarsh voted on",
    'Thursday to close the bridge. "We',
    "have put this off for six years, and",
    "the steel does not wait for us, with-",
    'out mercy," said Marta Okonjo.',
]
RIGHT = [
    "“Nobody asked us, and no well-",
    "known or unknown trader will be com-",
    "pensated,” said Piet Alderman, a well-known",
    "seller of fish at the Anglo-",
    "American quay since 1987-",
]
COLUMNS = (
    'The council of Saltmarsh voted on Thursday to close the bridge. "We have put this off for six '
    'years, and the steel does not wait for us, without mercy," said Marta Okonjo. “Nobody asked '
    "us, and no well-known or unknown trader will be compensated,” said Piet Alderman, a "
    "well-known seller of fish at the Anglo-American quay since 1987-"
)


def by_hand(content: str, pages: int = 1) -> bytes:
    """Write a PDF of pages that share one content stream, in Helvetica as F1."""
    stream = content.encode("cp1252")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * pages, pages),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 6 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Font<</F1 5 0 R>>>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 7\n0000000000 65535 f \n%strailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(out))
    )


def drawn(text: str, x: float, y: float, size: float = 11) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n"


def rows(left: float = 72, right: float = 310) -> str:
    """Draw two columns row by row, across the gutter."""
    lines = zip(LEFT, RIGHT, strict=True)
    return "".join(
        drawn(one, left, 740 - 14 * row) + drawn(two, right, 740 - 14 * row)
        for row, (one, two) in enumerate(lines)
    )


@pytest.fixture
def text(tmp_path):
    def of(data: bytes) -> str:
        path = tmp_path / "a.pdf"
        path.write_bytes(data)
        (article,) = read(str(path))
        return article.text

    return of


def test_rows_drawn_across_two_columns_are_read_column_by_column(text):
    assert text(by_hand(drawn("Bridge to close", 72, 790, 20) + rows())) == (
        f"Bridge to close\n\n{COLUMNS}"
    )


def test_columns_drawn_one_after_the_other_are_read_in_that_order(text):
    columns = [drawn(line, 72, 740 - 14 * row) for row, line in enumerate(LEFT)]
    columns += [drawn(line, 310, 740 - 14 * row) for row, line in enumerate(RIGHT)]
    assert text(by_hand("".join(columns))) == COLUMNS


def test_scaled_and_flipped_coordinates_are_understood(text):
    lines = [
        f"BT /F1 22 Tf 1 0 0 -1 20 {100 + 30 * row} Tm ({line}) Tj ET\n"
        for row, line in enumerate(LEFT)
    ]
    assert (
        text(by_hand(f"q .5 0 0 -.5 20 800 cm\n{''.join(lines)}Q")) == COLUMNS.partition(" “N")[0]
    )


def test_a_word_in_bold_makes_no_column(text):
    lines = [("He said", 72, 700), ("never", 130, 700), ("to the plan", 165, 700)]
    lines += [("and he", 72, 686), ("meant", 110, 686), ("every word.", 150, 686)]
    page = "".join(drawn(*line) for line in lines)
    assert text(by_hand(page)) == "He said never to the plan and he meant every word."


COUNCIL = (
    'The council of Saltmarsh voted on Thursday to close the bridge for nine weeks. "We have put '
    'this off for six years, and the steel does not wait for us," said Marta Okonjo, its head of '
    "works, in a long meeting."
)
TRADERS = (
    'Traders are angry. "Nobody asked us, and no trader will be compen\u00adsated," said Piet '
    'Alderman. The ambulance service called the detour "awkward but manage\u00adable".'
)


def paper(pages: int = 1) -> bytes:
    """Set a paper in two justified columns with hyphenation and running heads."""

    class Paper(FPDF):
        def header(self) -> None:
            self.set_font("Times", size=8)
            self.cell(0, 8, "The Saltmarsh Courier, 14 March", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-12)
            self.cell(0, 8, f"Page {self.page_no()}", align="C")

    out = Paper()
    out.add_page()
    out.set_font("Helvetica", "B", size=20)
    out.multi_cell(0, 9, "Harbour bridge to close for nine weeks, the council says", align="L")
    out.ln(4)
    out.set_font("Times", size=11)
    with out.text_columns(ncols=2, gutter=8, text_align="J") as columns:
        for _ in range(9 * pages):
            for paragraph in (COUNCIL, TRADERS):
                columns.write(paragraph + "\n\n")
    return bytes(out.output())


def test_a_paper_of_two_pages_keeps_every_sentence_whole(text):
    title, _, body = text(paper(pages=2)).partition("\n\n")
    assert title == "Harbour bridge to close for nine weeks, the council says"
    whole = [paragraph.replace("\u00ad", "") for paragraph in (COUNCIL, TRADERS)]
    assert body.replace("\n", " ") == " ".join(whole * 18)
    assert len(body.split("\n")) >= 34  # at the turn of a column two may become one


@pytest.mark.parametrize(
    "lines",
    [["first", *["no sentence ends in this line of words"] * 2000, "last"], ["x" * 99_999]],
)
def test_a_paragraph_without_end_takes_no_quadratic_time(lines):
    pieces = [Piece(line, 72, 9e5 - 14 * row, 10) for row, line in enumerate(lines)]
    begun = time.process_time()
    _, [paragraph] = arrange([pieces])
    assert paragraph == " ".join(lines)
    assert time.process_time() - begun < 3  # was 20 seconds


def test_letters_set_as_one_are_written_apart():
    assert "ﬁnal oﬃce ﬂoor".translate(pdf._LIGATURES) == "final office floor"


def test_a_scan_is_told(text):
    with pytest.raises(ArticleError, match="has no text; it may be a scan") as caught:
        text(by_hand("0 0 10 10 re f"))
    assert "ocrmypdf" in caught.value.hint


def test_a_book_is_refused(text):
    with pytest.raises(ArticleError, match="has 201 pages"):
        text(by_hand(drawn("It rained.", 72, 700), pages=201))


def test_an_encrypted_file_is_told(text):
    out = FPDF()
    out.add_page()
    out.set_font("Times", size=11)
    out.cell(text="secret")
    out.set_encryption(owner_password="owner", user_password="user")
    with pytest.raises(ArticleError, match="cannot be read as a PDF"):
        text(bytes(out.output()))


@pytest.mark.parametrize(
    ("upper", "lower", "right"),
    [
        ("It was a well-", "known ship.", "It was a well-known ship."),
        ("It was self-", "made at twenty-", "It was self-made at twenty-"),
        ("It was a sum-", "mer lost.", "It was a summer lost."),
        ("It was 1990-", "2000 then.", "It was 1990-2000 then."),
        ("It was 1990–", "2000 then.", "It was 1990–2000 then."),
        ("It is a four-", "day week.", "It is a four-day week."),
        ("He is a 12-", "year-old boy.", "He is a 12-year-old boy."),
        ("It cost two mil-", "lion euros.", "It cost two million euros."),
        ("It has four-", "teen ten-", "It has fourteen ten-"),
        ("In the six-", "ties it was nine-", "In the sixties it was nine-"),
        ("The nine-", "teenth of May.", "The nineteenth of May."),
        ("On the seven-", "th day.", "On the seventh day."),
        ("One has one-", "self alone.", "One has oneself alone."),
        ("It rose two-", "fold then.", "It rose twofold then."),
        ("It is a ten-", "year plan.", "It is a ten-year plan."),
        ("It sold two-", "thirds of it.", "It sold two-thirds of it."),
        ("It told ten-", "ants to go.", "It told tenants to go."),
    ],
)
def test_a_hyphen_of_a_compound_stays_at_the_end_of_a_line(upper, lower, right):
    pieces = [Piece(upper, 72, 700, 10), Piece(lower, 72, 688, 10)]
    assert arrange([pieces]) == (None, [right])


def test_raised_digits_of_a_printed_page_do_not_join_a_number():
    pieces = [
        Piece("Revenue rose 7", 72, 700, 10),
        Piece("3", 140, 703.5, 6),
        Piece(" per cent to 10", 144, 700, 10),
        Piece("6", 210, 704, 6),
        Piece(".", 214, 700, 10),
    ]
    assert arrange([pieces]) == (None, ["Revenue rose 7³ per cent to 10⁶."])
