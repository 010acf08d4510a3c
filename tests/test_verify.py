"""What verify sees in altered summaries."""

import copy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import HARBOUR, bare, harbour, spot

from summarizer import Settings, __version__, summarize
from summarizer.article import Article, digest
from summarizer.schema import Actor, Stance
from summarizer.verify import Fault, faults

NOT = HARBOUR.replace("will not let", "will let")


@pytest.fixture
def data():
    """Return the harbour summary as JSON holds it."""
    return harbour().model_dump(mode="json")


def at(data, *path):
    for step in path[:-1]:
        data = data[step]
    return data, path[-1]


def changed(data, *path, to):
    holder, key = at(data, *path)
    holder[key] = to
    return faults(data)


def test_a_true_summary_has_no_fault(data):
    assert faults(data) == ()
    assert faults(data, HARBOUR) == ()


@pytest.mark.parametrize(
    ("path", "to", "item", "problem"),
    [
        (("gist",), "The council of Port Alder and Oslo voted.", "gist", "'Oslo' does not stand"),
        (("gist",), "⑨ boats must move.", "gist", "'⑨' does not stand"),
        (("gist",), "어민 boats must move.", "gist", "'어민' does not stand"),
        (("gist",), "341 boats must move.", "gist", "'341' does not stand"),
        (("actors", 1, "name"), "Ines Holloway", "A2", "name 'Ines Holloway' does not stand"),
        (("actors", 1, "role"), "Queen", "A2", "role 'Queen' does not stand"),
        (("actors", 1, "id"), "A1", "A1", "Another item has its id"),
        (("quotes", 1, "id"), "Q1", "Q1", "Another item has its id"),
        (("figures", 1, "id"), "F1", "F1", "Another item has its id"),
        (("actors", 1, "mentions", 0, "start"), 5, "A2", "the article has 'il votes"),
        (("stances", 0, "actor"), "A9", "stances[0]", "'A9' is not listed"),
        (("stances", 0, "target"), "the Ministry", "stances[0]", "the Ministry' does not stand"),
        (("stances", 0, "target"), "the war", "stances[0]", "'the war' does not stand"),
        (("stances", 0, "target"), "the vo", "stances[0]", "'the vo' does not stand"),
        (("stances", 0, "target"), "vote the", "stances[0]", "'vote the' does not stand"),
        (("quotes", 0, "speaker"), "A1", "Q1", "'Ines Calloway' is not the actor 'A1'"),
        (("quotes", 3, "speaker_name"), "A minister", "Q4", "speaker 'A minister' does not"),
        (("quotes", 3, "kind"), "indirect", "schema", "quotes.3.kind: it must be"),
        (("figures", 0, "value"), "12600000", "F1", "its value as 12500000, not '12600000'"),
        (("figures", 0, "value"), "many", "F1", "its value as 12500000, not 'many'"),
        (("figures", 0, "unit"), "dollars", "F1", "its unit as crowns, not 'dollars'"),
        (("figures", 0, "currency"), "USD", "F1", "its currency as None, not 'USD'"),
        (("figures", 0, "approximate"), False, "F1", "its approximate as True, not False"),
        (("figures", 1, "low"), 300, "F2", "its low as None, not 300"),
        (("figures", 1, "measures"), "Boats of Ulm", "F2", "'Ulm' does not stand"),
        (("article", "length"), 5, "article", f"Its length is {len(HARBOUR)}, not 5"),
        (("article", "digest"), "sha256:" + "0" * 64, "article", "Its digest is sha256:"),
        (("schema_version",), 2, "schema", "schema_version: it must be 1"),
        (("surprise",), 1, "schema", "surprise: there is no such field"),
    ],
)
def test_one_changed_field_is_named(data, path, to, item, problem):
    found = changed(data, *path, to=to)
    assert [fault for fault in found if fault.item == item and problem in fault.problem]


@pytest.mark.parametrize(
    ("version", "found"),
    [
        (__version__, [Fault("F2", "The article gives its unit as boats, not None.")]),
        ("0.1.0", []),  # which read fewer nouns behind a number
    ],
)
def test_a_unit_that_was_taken_away_is_seen_where_this_version_made_the_summary(
    data, version, found
):
    data["provenance"]["version"] = version

    assert [*changed(data, "figures", 1, "unit", to=None)] == found


def test_a_capital_that_names_nobody_is_no_fault(data):
    assert changed(data, "figures", 1, "measures", to="Number of boats") == ()


def test_a_text_that_holds_nothing_cannot_be_checked(data):
    [fault] = [found for found in faults(data, " \n") if "holds no text" in found.problem]
    assert fault.item == "article"


def test_a_changed_digit_in_a_figure_is_seen(data):
    span = data["figures"][1]["span"]
    assert changed(data, "figures", 1, "span", "text", to="341") == (
        Fault("F2", f"At {span['start']}-{span['end']} the article has '340', not '341'."),
    )


def test_a_dropped_not_is_seen(data):
    text = data["quotes"][0]["spans"][0]["text"].replace("not ", "")
    [fault] = changed(data, "quotes", 0, "spans", 0, "text", to=text)
    assert "the article has 'We will not let the quay" in fault.problem


def test_a_quote_cut_before_its_not_is_no_quotation(data):
    cut = spot(HARBOUR, "let the quay fall into the sea,").model_dump()
    [fault] = changed(data, "quotes", 0, "spans", 0, to=cut)
    assert fault == Fault("Q1", "No quotation of the article is 'let the quay fall into the sea,'.")


def test_a_quote_without_its_second_paragraph_is_no_quotation(data):
    del data["quotes"][2]["spans"][1]
    [fault] = faults(data)
    assert "No quotation of the article is" in fault.problem


def test_words_that_nobody_said_are_no_quotation(data):
    [fault] = changed(data, "quotes", 3, "spans", 0, to=spot(HARBOUR, "the plan").model_dump())
    assert fault.item == "Q4"


def test_evidence_cut_before_its_not_is_no_sentence():
    text = "Reed spoke. Reed does not want the vote repeated."
    whole, cut = "Reed does not want the vote repeated.", "want the vote repeated."
    reed = Actor(id="A1", name="Reed", mentions=(spot(text, "Reed"),))

    def shown_by(words):
        stance = Stance(
            actor="A1", position="opposes", target="the vote", evidence=(spot(text, words),)
        )
        return faults(
            bare(Article(text), actors=(reed,), stances=(stance,)).model_dump(mode="json")
        )

    assert shown_by(whole) == ()
    assert shown_by(cut) == (Fault("stances[0]", f"No sentence of the article is {cut!r}."),)


@pytest.mark.parametrize("words", ["Alder", "omas Reed", "Tomas", "Ines Calloway", "340"])
def test_a_mention_of_somebody_else_is_seen(data, words):
    mention = spot(HARBOUR, words)
    [fault] = changed(data, "actors", 2, "mentions", 1, to=mention.model_dump())
    assert fault == Fault("A3", f"{words!r} at {mention.start} does not name 'Tomas Reed'.")


def test_half_a_number_is_no_figure(data):
    data["figures"][1] |= {"span": spot(HARBOUR, "34").model_dump(), "value": "34"}
    assert faults(data) == (Fault("F2", "No figure of the article is '34'."),)


def test_every_shifted_offset_is_seen(data):
    for step in (-1, 1):
        shifted = copy.deepcopy(data)
        for quote in shifted["quotes"]:
            for span in quote["spans"]:
                span["start"] += step
                span["end"] += step
        assert {fault.item for fault in faults(shifted)} == {"Q1", "Q2", "Q3", "Q4"}


def test_an_article_altered_with_its_digest_is_seen_against_the_original(data):
    data["article"] |= {"text": NOT, "digest": digest(NOT), "length": len(NOT)}
    items = [fault.item for fault in faults(data, HARBOUR)]
    assert items == ["article", "article", "article"]


def test_an_article_altered_alone_is_seen_at_once(data):
    found = changed(data, "article", "text", to=HARBOUR.replace("340", "341"))
    assert [fault.item for fault in found] == ["article", "F2"]


def test_another_articles_summary_is_seen(data):
    found = faults(data, "The king of Ulm sailed. “Nothing,” he said, had been lost.")
    assert {"article", "gist", "A1", "A2", "A3", "Q1", "F1", "F2"} <= {f.item for f in found}


def test_a_summary_without_its_article_cannot_be_checked(data):
    [fault] = changed(data, "article", "text", to=None)
    assert "nothing can be checked" in fault.problem
    assert faults(data, HARBOUR) == ()


def test_a_true_summary_says_no_more_than_its_fault(data):
    found = changed(data, "quotes", 0, "spans", to=[])
    assert {fault.item for fault in found} == {"schema", "Q1"}


def nodes(data, path=()):
    yield path
    children = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in children if isinstance(data, (dict, list)) else ():
        if isinstance(value, (dict, list)):
            yield from nodes(value, (*path, key))
        else:
            yield (*path, key)


anything = st.none() | st.booleans() | st.integers() | st.text() | st.just([1]) | st.just({"a": 1})
PATHS = sorted(nodes(harbour().model_dump(mode="json")), key=str)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PATHS), anything)
def test_no_alteration_makes_it_fail(path, value):
    data = harbour().model_dump(mode="json")
    if not path:
        assert faults(value)
        return
    holder, key = at(data, *path)
    holder[key] = value
    faults(data)


PIECES = (
    "Poe|She|the mill|weavers|40|48|35|1,200|2024|$3|10일|14日|45|2|4|from|to|and|about|"
    "two|twenty|million|minus|negative|-|(|)|,|.|\n\n|“|rose|told Oslo|miles an hour|half a"
).split("|")


def by_code(text):
    """Return the figures of a text without a model, as JSON holds them."""
    chosen = Settings(model="none", facets=("figures",))
    return summarize(text, settings=chosen).model_dump(mode="json")


@pytest.mark.parametrize(
    "text",
    [
        "Poe \n\n 40 to 48 from 35",
        "two twenty – 14日 a miles an hour 4 $ “",
        "She ( 48 – 48 2024 third 62 10일 km 4",
    ],
)
def test_a_copied_caption_is_right_whatever_its_numbers_are_alone(text):
    assert faults(by_code(text)) == ()


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), min_size=4, max_size=14).map(" ".join))
def test_a_summary_without_a_model_verifies(text):
    if text.strip():
        assert faults(by_code(text)) == ()


STOPPED = [
    "St. Louis",
    "Anna St. Clair",
    "Mx. X",
    "Dr. X",
    "Mt. Sinai",
    "Ft. Worth",
    "Lt. J. St. John",
]
NUMBERED = [
    "3M",
    "3F",
    "50Hertz",
    "1MDB",
    "7-Eleven",
    "99designs",
    "3D Systems",
    "20th Century Studios",
]
BODIES = ["St. Mary's Hospital", "St Anne’s College", "St. Louis Cardinals"]
SAID = [
    "{} said it would pay.",
    "“No,” {} said. “Yes,” said {}.",
    "The mayor of {0}, Ann Lee, criticised {0}.",
    "On Friday {}'s chief welcomed the deal, and {} announced a recall.",
    "{} Opposes Plan\n\nThe plan to sell the mill was opposed by {} and Tom Lee on Friday.",
]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("name", [*STOPPED, *NUMBERED, *BODIES])
def test_a_summary_by_code_verifies_whatever_is_in_a_name(name, said):
    text = said.format(name, name)
    assert faults(summarize(text, model="none").model_dump(mode="json"), text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The 78-year-old former guerrilla leader, who waits, spoke. “They wait,” he told us.",
        "Coast Guard officials said the vessel sank. Officials said 19 were saved.",
        "Das Gericht gab nach. Nach Angaben der Hafengesellschaft regnet es.",
        "The Lenn Office of the People's Congress said it would rain.",
        *(path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))),
    ],
)
def test_a_summary_by_code_verifies(text):
    assert faults(summarize(text, model="none").model_dump(mode="json"), text) == ()


@pytest.mark.parametrize("said", ["Zelda: {}", "{}, 999 in all", "{} of Zelda Quark"])
def test_what_is_added_to_a_copied_caption_is_foreign(said):
    data = by_code("The mill in Oslo employed 40 weavers.")
    data["figures"][0]["measures"] = said.format(data["figures"][0]["measures"])
    assert any("does not stand in the article" in fault.problem for fault in faults(data))


def test_the_sentence_before_is_a_sentence_of_the_article():
    data = by_code("Ada Finch led a party in Ostmar. It was cross. They lost 40 seats.")
    before = data["figures"][0]["sentence_before"]
    assert faults(data) == ()
    before.update(end=before["end"] - 4, text=before["text"][:-4])
    assert any("is no sentence of the article" in fault.problem for fault in faults(data))


def test_an_owner_of_a_role_needs_a_role():
    text = "The Dock Union struck. Its leader, Jane Roe, said it would go on."
    data = summarize(text, model="none").model_dump(mode="json")
    (roe,) = (each for each in data["actors"] if each["name"] == "Jane Roe")
    assert (roe["role"], roe["role_of"]) == ("leader", "Dock Union")
    assert faults(data) == ()
    roe["role"] = None
    assert any("whose role it is" in fault.problem for fault in faults(data))


@pytest.mark.parametrize(
    "text",
    [
        "Bakers on Mill Street said they would close.\n\n“It is dear,” said Bo Poe, their head.",
        "Nach Angaben der Hafengesellschaft gehen 240 Stellen.\n\nDie Hafengesellschaft baut aus.",
    ],
)
def test_a_group_may_be_called_by_its_last_words(text):
    summary = summarize(text, model="none")
    assert summary.statements[0].speaker == "A1"
    assert faults(summary.model_dump(mode="json")) == ()
