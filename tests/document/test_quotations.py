"""Quotations: every typography, recovery from odd marks, roles and kinds."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import outline

MARKS = "\"'`“”„‟«»‹›「」『』‘’‚"
ANY_TEXT = st.text() | st.text(alphabet=MARKS + "aBs1 .,—=>\n\xa0", max_size=80)


def texts(text: str) -> list[str]:
    return [found.text for found in outline(text).quotations]


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_quotations_are_slices_in_order_that_do_not_overlap(text):
    at = 0
    for found in outline(text).quotations:
        assert text[found.start : found.end] == found.text == found.text.strip() != ""
        assert at <= found.outer_start <= found.start < found.end <= found.outer_end
        at = found.outer_end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The bridge is safe," she said. "Use it."', ["The bridge is safe,", "Use it."]),
        ("“We won,” he said, “and they lost.”", ["We won,", "and they lost."]),
        ("``We won,'' he said.", ["We won,"]),
        ("''We won,'' he said.", ["We won,"]),
        ("‘We won,’ he said.", ["We won,"]),
        ("'We won,' he said. 'It isn't over.'", ["We won,", "It isn't over."]),
        ("„Wir bleiben“, sagte sie. Er sagte: „Nein.“", ["Wir bleiben", "Nein."]),
        ("‚Wir bleiben‘, sagte sie.", ["Wir bleiben"]),
        ("»Wir bleiben«, sagte sie, »und er geht.«", ["Wir bleiben", "und er geht."]),
        ("»Vi stannar«, sade hon. »Ja.«", ["Vi stannar", "Ja."]),
        ("”Vi stannar”, sade hon. ”Ja.”", ["Vi stannar", "Ja."]),
        ("„Zostajemy”, powiedziała.", ["Zostajemy"]),
        ("« Nous restons », a-t-elle dit.", ["Nous restons"]),
        ("«\xa0Nous restons\u202f», a dit l’«\xa0ami\xa0» de Paul.", ["Nous restons", "ami"]),
        ("«Nos quedamos», dijo ella. ‹Sí› también.", ["Nos quedamos", "Sí"]),
        ("「残ります」と彼女は述べた。", ["残ります"]),
        ("『雪の歌』を読んだ。", ["雪の歌"]),
        ("他说：“我们留下。”她说：「好。」", ["我们留下。", "好。"]),
        ('他说"我们留下"。', ["我们留下"]),
        ("وقالت: «سنبقى هنا». ثم قال: “حسنا”.", ["سنبقى هنا", "حسنا"]),
        ("उसने कहा, “हम रुकेंगे।”", ["हम रुकेंगे।"]),
        ('" We stay , " he said .', ["We stay ,"]),
    ],
)
def test_every_typography(text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told me, ‘Go home,’ and I went,” she said.", ["He told me, ‘Go home,’ and I went,"]),
        ("‘He said “go” to me,’ she said.", ["He said “go” to me,"]),
        ("« Il a dit « non » hier », dit Paul.", ["Il a dit « non » hier"]),
        ("「彼は『はい』と言った」と述べた。", ["彼は『はい』と言った"]),
        ("„Er sagte ‚nein‘ zu mir“, sagte sie.", ["Er sagte ‚nein‘ zu mir"]),
    ],
)
def test_of_nested_quotations_the_outermost_counts(text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's the dogs' dinner and the '90s rock 'n' roll of '68.",
        'The goalkeeper is 6\'2" tall and the shelf 5" deep.',
        "He lives at 51° 30' 26\" north.",
        "l'ami d'hier qu'il n'aime pas",
        "“” \"\" '' « » 「」",
        '" . . . "',
        '<a href="page" class="x y">The page</a>',
        '<post date="May 9, 2031\n\n">The hall was empty; rain at one end.',
    ],
)
def test_other_uses_of_the_marks_are_no_quotations(text):
    assert texts(text) == []


def test_inches_and_possessives_inside_a_quotation():
    assert texts('"I am 6\'2" tall," he said.') == ["I am 6'2\" tall,"]
    assert texts("'My parents' house burnt,' he said.") == ["My parents' house burnt,"]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("« ", " »"), ("„", "“")])
def test_a_quotation_over_paragraphs_reopens_its_mark(opening, closing):
    text = f"{opening}First.\n\n{opening}Second.\n\n{opening}Third,{closing} Ms Poole said."
    found = outline(text).quotations
    assert [quotation.text for quotation in found] == ["First.", "Second.", "Third,"]
    assert [quotation.continues for quotation in found] == [False, True, True]


def test_a_quotation_over_two_paragraphs_without_a_second_mark():
    found = outline("Ella dijo: «Primero.\n\nSegundo», y calló.").quotations
    assert [(one.text, one.continues) for one in found] == [("Primero.", False), ("Segundo", True)]


def test_spanish_takes_up_a_quotation_with_the_closing_mark():
    found = outline("«Primero.\n\n»Segundo», dijo Vidal.").quotations
    assert [(one.text, one.continues) for one in found] == [("Primero.", False), ("Segundo", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The 5" nail. "It holds," he said.', ["It holds,"]),
        ('A stray " here\n\n"It holds," he said.\n\nThe end.', ["It holds,"]),
        ("“It never ends.\n\nBut the article goes on.\n\nAnd on.", ["It never ends."]),
        ("He said: “It never ends.\n\n“It does,” she said.", ["It never ends.", "It does,"]),
        ("It does,” she said. “Yes.”", ["Yes."]),
    ],
)
def test_an_odd_mark_does_not_swallow_the_article(text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("— Oui, dit-il. Partons.", ["Oui,", "Partons."]),
        ("— Non, répondit Paul.\n— Jamais !\n", ["Non,", "Jamais !"]),
        ("—Hola —dijo Juan—. ¿Qué tal?", ["Hola", "¿Qué tal?"]),
        ("— Да, — сказал он.", ["Да,"]),
        ("Paul entre.\n\t— Oui, dit-il.", ["Oui,"]),
        ("— Beans\n— Peas\n— Oil, said to be dear", []),
    ],
)
def test_dashes_open_dialogue_where_a_line_names_the_act_of_speaking(text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ('The mayor said the plan was "dead."', "speech"),
        ('"Never again!" the crowd of the town shouted.', "speech"),
        ('The minister called the offer "an insult to the valley" on Monday.', "speech"),
        ('The mayor said so on the radio show "Morning Valley."', "title"),
        ('In the new novel, "Winter of the Goats," the mayor is said to die.', "title"),
        ('She told the channel\'s "Harbour Tonight" that the bridge holds.', "title"),
        ('The so-called "smart bridge" collapsed, the mayor said.', "term"),
        ('The "smart" bridge collapsed under the weight of snow.', "term"),
        ("„Wir bleiben“, sagte die Bürgermeisterin.", "speech"),
        ("Die sogenannte „Brücke“ ist aus Holz.", "term"),
        ("Il a lu le roman « Les Chèvres ».", "title"),
    ],
)
def test_roles(text, role):
    assert [found.role for found in outline(text).quotations] == [role]


def test_a_title_keeps_its_role_in_the_whole_text():
    text = 'He wrote the book "Goats of Hove" in May. She says "Goats of Hove" is dull.'
    assert [found.role for found in outline(text).quotations] == ["title", "title"]


def test_single_marks_beside_double_ones_are_the_writers_own():
    text = "Mayor ‘furious’ over bridge\n\n“I am furious,” she said. “Very.”"
    assert [found.role for found in outline(text).quotations] == ["term", "speech", "speech"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"The bridge is safe," she said.', "direct"),
        ('She said: "it is safe."', "direct"),
        ('She said the bridge was "safe enough for goats" and left.', "mixed"),
        ('She called the goat "The King of the Goats" again.', "mixed"),
        ("「残ります」と述べた。", "direct"),
        ("市長は「残ります」と述べた。", "direct"),
        ('She shouted "The goats are back." again.', "direct"),
        ('He said in the end that "Nobody in this town" had asked.', "mixed"),
    ],
)
def test_kinds(text, kind):
    assert [found.kind for found in outline(text).quotations] == [kind]


@pytest.mark.parametrize(
    "unit",
    [
        *MARKS,
        "\n",
        " ",
        "(",
        "7",
        "—",
        "“ ",
        '" ',
        '"a',
        "“a” ",
        "s' ",
        "'a ",
        '"\n',
        '"a\n',
        "“‘",
        '"A b" the ',
        "'\"“«(1 ",
        '="',
        "— a\n",
        "said “a",
        "– \n",
    ],
)
def test_time_is_linear_on_any_text(unit):
    text = unit * (20_000 // len(unit))
    began = process_time()
    outline(text)
    assert process_time() - began < 0.75  # a twentieth of it; ten seconds if it were quadratic


@pytest.mark.parametrize(
    "text",
    [
        "He said the “Roe First” movement would go on.",
        "They waved “Rain Power” signs and said so.",
        "“We must go,” the mayor told “Roe and Friends” after that.",
        "She said he runs a campaign - one he calls “Sure Oslo” - for fun.",
        "They said the channel was axing its revival of “The Goats,” and left.",
        "He said that nobody in the whole town watches films like “The Goat,” nor others.",
        "She said a book by the comedian Bo Poe titled “A First Book of Rain,” sold well.",
    ],
)
def test_a_name_in_capitals_is_a_title_though_its_sentence_speaks(text):
    assert outline(text).quotations[-1].role == "title"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor called her “Crooked Roe” in Oslo.",
        "They chanted “Rain Or Shine” at the mayor.",
        "“Happy Day Of Rain,” she tweeted.",
        "The club emailed a link with one sentence: “THIS IS NOT OK.”",
    ],
)
def test_what_is_called_and_chanted_is_speech_in_any_case(text):
    assert outline(text).quotations[-1].role == "speech"
