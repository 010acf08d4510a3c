"""Who is who: families, first names, surnames that come first, and what several bear."""

import pytest

from summarizer import summarize
from summarizer.verify import faults

LANGUAGES = {
    "en": "“{said},” {who} said.",
    "de": "„{said}“, sagte {who}.",
    "fr": "« {said} », a déclaré {who}.",
}


def speakers(text):
    return [quote.speaker_name for quote in summarize(text, model="none").quotes]


def actors(text):
    return [actor.name for actor in summarize(text, model="none").actors]


@pytest.mark.parametrize(
    ("text", "couple"),
    [
        ("“No,” Mr Hollis said. Mrs Hollis was out. “Yes,” she said.", ["Mr Hollis", "Mrs Hollis"]),
        ("“No,” Mrs. Low said.\n\nMr. Low slept. “Yes,” he said.", ["Mrs. Low", "Mr. Low"]),
        ("„Nein“, sagte Herr Ort. „Doch“, sagte Frau Ort.", ["Herr Ort", "Frau Ort"]),
        (
            "« Il pleut », a déclaré M. Morel. « Et il gèle », a dit Mme Morel.",
            ["M. Morel", "Mme Morel"],
        ),
    ],
)
def test_a_couple_is_two_people(text, couple):
    assert speakers(text) == couple
    assert actors(text) == couple


def test_a_couple_is_two_people_whom_one_title_introduces():
    text = "Mr and Mrs Adler run a bakery. “We pay more,” Mr Adler said. Mrs Adler wants no loan."
    assert speakers(text) == ["Mr Adler"]
    assert "Mrs Adler" in actors(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Mr and Mrs Adler bake. “We pay more,” Mr and Mrs Adler said. “I do,” Mrs Adler said.",
            ["Mr and Mrs Adler", "Mrs Adler"],
        ),
        (
            "“We pay more,” said Tom and Sarah Bell, who farm. “I do,” Sarah said.",
            ["Tom and Sarah Bell", "Sarah Bell"],
        ),
        (
            "“We pay more,” Tom and Sarah Bell said. “I do,” said Mrs Bell. “No,” Mr Bell said.",
            ["Tom and Sarah Bell", "Sarah Bell", "Mr Bell"],
        ),
        (
            "„Wir zahlen mehr“, sagten Herr und Frau Ort. „Ich nicht“, sagte Frau Ort.",
            ["Herr und Frau Ort", "Frau Ort"],
        ),
        (
            "« Nous payons », ont déclaré M. et Mme Morel. « Moi non », a déclaré Mme Morel.",
            ["M. et Mme Morel", "Mme Morel"],
        ),
    ],
)
def test_what_a_couple_says_is_said_by_both(text, found):
    assert speakers(text) == found
    assert actors(text) == found


def test_a_first_name_before_and_may_be_somebody_else_s():
    text = "Bernie Poe came. “No,” said Bernie and Sarah Bell. He left."
    assert speakers(text) == ["Bernie Poe"]


def test_he_is_no_couple():
    text = "Bo Roe met Tom and Sarah Bell. “We will pay more,” he said."
    assert speakers(text) == ["Bo Roe"]


def test_a_title_of_the_other_sex_is_somebody_else():
    text = "Jane Roe won. “I am glad,” Ms Roe said. “We all are,” said Mr Roe, who drove her."
    assert speakers(text) == ["Jane Roe", "Mr Roe"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peter Lang slept. But Simon Lang was angry. “We built it,” Simon said.", "Simon Lang"),
        ("“We ran,” said Jón Einarsson. Nobody came. “It was far,” Jón added.", "Jón Einarsson"),
        ("„Wir bauen“, sagte Uwe Brandt. Er ging. „Im Mai“, sagte Uwe.", "Uwe Brandt"),
        ("« Oui », a déclaré Luc Morel. Il pleut. « En mai », a dit Luc.", "Luc Morel"),
    ],
)
def test_a_first_name_is_the_person_who_has_it(text, speaker):
    assert speakers(text)[-1] == speaker
    assert speaker in actors(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Simon Lang slept. Simon Poe was angry. “We built it,” Simon said.", "Simon"),
        ("“No,” Jordan Poe said. He works in Jordan. “Yes,” Jordan said.", "Jordan"),
        ("“No,” said Bo Lang. Lang left. “We built it,” Lang Poe said.", "Lang Poe"),
    ],
)
def test_a_first_name_that_two_have_or_that_is_a_place_stays_alone(text, speaker):
    assert speakers(text)[-1] == speaker


def test_a_club_is_called_by_its_town():
    assert speakers("Oslo Rovers won. “We are proud,” Oslo said.") == ["Oslo Rovers"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Prime Minister Sato Kenji spoke. “There is no time,” Mr Sato said.", "Sato Kenji"),
        ("Opposition leader Kovács Bálint said no. “They cheat,” Kovács said.", "Kovács Bálint"),
        ("President Xi Jinping came. “We are friends,” Xi said.", "Xi Jinping"),
        (
            "Dann kam Ministerpräsident Sato Kenji. „Es ist nicht spät“, sagte Herr Sato.",
            "Sato Kenji",
        ),
        ("Le ministre Sato Kenji parle. « Il faut agir », a déclaré M. Sato.", "Sato Kenji"),
    ],
)
def test_a_surname_may_come_first(text, speaker):
    assert speakers(text) == [speaker]
    assert actors(text) == [speaker]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_surname_that_two_bear_is_that_of_who_spoke_last(language):
    said = LANGUAGES[language].format
    text = " ".join(
        (
            said(said="Das ist gut", who="Anne Kelly"),
            said(said="Das ist laut", who="Mark Kelly"),
            said(said="Das war es", who="Kelly"),
        )
    )
    summary = summarize(text, model="none")
    assert [quote.speaker_name for quote in summary.quotes][1:] == ["Mark Kelly", "Mark Kelly"]
    assert [actor.name for actor in summary.actors] == ["Anne Kelly", "Mark Kelly"]
    assert summary.quotes[1].certainty == "explicit"
    assert summary.quotes[2].certainty == "inferred"
    assert [span.text for span in summary.actors[1].mentions] == ["Mark Kelly", "Kelly"]


def test_a_surname_that_two_bear_is_that_of_who_came_first_in_the_article():
    text = (
        "Hedda Clint wants the seat. She was asked about Bo Clint, her husband.\n\n"
        "“He is fine,” Clint said.\n\nNobody laughed. Bo Clint waited outside.\n\n"
        "“We go on,” Clint said."
    )
    assert speakers(text) == ["Hedda Clint", "Hedda Clint"]


def test_an_office_is_that_of_the_one_who_has_it():
    text = (
        "Laura Bosk wrote a book. Minister Al Bosk read it. Laura Bosk was glad, "
        "and Minister Bosk said: “It is good.”"
    )
    assert speakers(text) == ["Al Bosk"]


def test_an_office_that_none_has_is_a_third_person_s():
    text = "Laura Bosk wrote a book. Tim Bosk read it. President Bosk said: “It is good.”"
    assert speakers(text) == ["Bosk"]


@pytest.mark.parametrize(
    "text",
    [
        "He saw a Wisconsin Roe rally. Ann Roe was there. “We won,” Roe said.",
        "He read the Oslo News Roe, which he likes. Ann Roe was there.\n\n“We won,” Roe said.",
    ],
)
def test_a_name_before_a_noun_introduces_nobody(text):
    assert speakers(text) == ["Ann Roe"]


@pytest.mark.parametrize(
    "text",
    [
        "“Good,” said Anne Kelly. “Bad,” Mark Kelly said. “Never,” Kelly added.",
        "“No,” Mr Hollis said. Mrs Hollis was out. “Yes,” she said.",
        "“We pay more,” said Tom and Sarah Bell, who farm. “I do,” Sarah said.",
        "“We won,” said William “Bill” Roe. “Twice,” Bill Roe said.",
        "The Maritime and Dock Workers' Union said:\n“We will march.”",
    ],
)
def test_who_is_named_is_verified(text):
    summary = summarize(text, model="none")
    assert faults(summary.model_dump(mode="json"), text) == ()


def test_a_statement_of_a_surname_that_two_bear_is_not_explicit():
    text = "Anne Kelly left. Mark Kelly stayed. Kelly said the mine would close by May."
    [statement] = summarize(text, model="none").statements
    assert (statement.speaker_name, statement.certainty) == ("Mark Kelly", "inferred")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ministerpräsidentin", "Petra Kühn"),
        ("SPD-Chefin", "Petra Kühn"),
        ("Klimaforscher", "Uwe Brandt"),
        ("Oberbürgermeister", "Uwe Brandt"),
        ("Landrätin", "Petra Kühn"),
    ],
)
def test_a_compound_is_a_title_in_german(title, name):
    surname = name.split()[-1]
    text = (
        f"„Wir bauen“, sagte {title} {name}. Es ist noch nicht so weit. „Im Mai“, sagte {surname}."
    )
    summary = summarize(text, model="none")
    assert speakers(text) == [name, name]
    assert [(actor.name, actor.role) for actor in summary.actors] == [(name, title)]


def test_a_surname_that_ends_like_a_title_is_a_name():
    text = "„Wir bauen“, sagte Anna Hofmeister. Es regnet. „Im Mai“, sagte Hofmeister."
    assert speakers(text) == ["Anna Hofmeister"] * 2


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("William “Bill” Roe", "Roe"),
        ("William 'Bill' Roe", "Mr Roe"),
        ("William “Bill” Roe", "Bill Roe"),
        ('Wilhelm "Willi" Ort', "Ort"),
        ("Wilhelm „Willi“ Ort", "Willi Ort"),
    ],
)
def test_a_nickname_between_marks_is_a_part_of_the_name(name, surname):
    text = f"“We won the cup,” said {name} of the club. It was late. “Twice,” {surname} said."
    assert speakers(text) == [name] * 2
    assert actors(text) == [name]


def test_a_work_between_names_is_no_nickname():
    text = "We met Ann Roe. “Rain” by Bo Low won. “No,” Roe said."
    assert speakers(text)[-1] == "Ann Roe"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Wir haben gewarnt“, sagte Petra Kühn von den Grünen, die nicht da war.", "Petra Kühn"),
        ("„Wir haben gewarnt“, sagte Ute Ort von der Küstenwache in der Nacht.", "Ute Ort"),
        (
            "„Wir haben gewarnt“, sagte Ministerin Gesa von der Heide in der Nacht.",
            "Gesa von der Heide",
        ),
        (
            "„Wir haben gewarnt“, sagte Anna Petra von der Heide in der Nacht.",
            "Anna Petra von der Heide",
        ),
        ("«Non ci fermeremo», ha detto Anna Bruni della Cgil di Torino.", "Anna Bruni"),
    ],
)
def test_whom_somebody_speaks_for_is_no_part_of_the_name(text, speaker):
    assert speakers(text) == [speaker]
