"""Organisations whose names hold small words, whole and with their short forms."""

import pytest

from summarizer import Article, summarize
from summarizer.document.document import Document


def actors(text):
    return [actor.name for actor in summarize(text, model="none").actors]


def names(text):
    return [run.name for run in Document.read(Article(text)).known_names.runs]


@pytest.mark.parametrize(
    "body",
    [
        "Ministry of Trade and Energy",
        "Association of Bakers and Millers",
        "Union of Dock and Harbour Workers",
        "Department of Health and Human Services",
        "Committee on Foreign Affairs and Trade",
        "Institute for the Study of War and Peace",
        "Maritime and Dock Workers' Union",
        "Vale Parents' Committee",
        "Young Renters' Circle",
        "National Teachers' Organisation",
        "Food and Drug Administration",
        "U.S. Food and Drug Administration",
        "House Oversight and Reform Committee",
        "Federated Rail and Signal Workers",
        "Chamber of Small Traders",
    ],
)
def test_a_body_is_whole(body):
    text = f"The {body} opposes the plan, which is old. “We will march on Oslo,” the {body} said."
    assert actors(text) == [body]
    assert actors(text.replace("The ", "On Monday the ", 1)) == [body]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Es regnet seit Tagen. „Nein, niemals“, sagte das {}.",
            "Ministerium für Handel und Energie",
        ),
        (
            "Es regnet seit Tagen. „Nein, niemals“, sagte der {}.",
            "Bundesverband der Bäcker und Müller",
        ),
        (
            "Il pleut sur la ville. « Non », a déclaré la {}.",
            "Fédération des Bouchers et des Boulangers",
        ),
        ("Llueve en la ciudad. «No», dijo la {}.", "Asociación de Panaderos y Molineros"),
    ],
)
def test_a_body_is_whole_in_other_languages(text, body):
    assert body in names(text.format(body))


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("The Ministry of Trade and Ann Orr agreed.", ["Ministry of Trade", "Ann Orr"]),
        ("The Ministry of Trade and Siv Dahl agreed.", ["Ministry of Trade", "Siv Dahl"]),
        ("The Ministry of Trade and NATO agreed.", ["Ministry of Trade", "NATO"]),
        ("The Ministry of Trade and Congress agreed.", ["Ministry of Trade", "Congress"]),
        ("The Ministry of Trade and the Treasury agreed.", ["Ministry of Trade", "Treasury"]),
        ("The Ministry of Trade and Rosco are here.", ["Ministry of Trade", "Rosco"]),
        (
            "We all met Rosco today. The Ministry of Trade and Rosco agreed.",
            ["Ministry of Trade", "Rosco"],
        ),
        ("The Senate and Rail Workers' Union met.", ["Senate", "Rail Workers' Union"]),
        ("He left the Ministry of Trade on Monday.", ["Ministry of Trade", "Monday"]),
        (
            "Das Ministerium für Handel und Petra Ort reden.",
            ["Ministerium für Handel", "Petra Ort"],
        ),
    ],
)
def test_two_names_stay_two(text, two):
    assert names(text)[-2:] == two


def test_initials_show_what_a_body_is_called():
    text = "The Fund for Rail and Rosco (FRR) spoke. The FRR said it was glad."
    assert actors(text) == ["Fund for Rail and Rosco"]


def test_a_headline_has_the_whole_body():
    body = "Ministry of Trade and Energy"
    assert names(f"{body} Opposes Tolls\n\nThe {body} opposes what was asked.") == [body, body]


@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("Ministry of Trade and Energy", "the ministry"),
        ("Association of Bakers and Millers", "the association"),
        ("Maritime and Dock Workers' Union", "the union"),
        ("Oslo Rowing Club", "the club"),
    ],
)
def test_the_noun_of_a_body_means_the_only_one(body, short):
    document = Document.read(Article(f"They asked the {body}. It was late, {short} said."))
    assert document.same_actor(short, body)
    both = Document.read(Article(f"They asked the {body} and the Oslo {short[4:].title()}."))
    assert not both.same_actor(short, body)
