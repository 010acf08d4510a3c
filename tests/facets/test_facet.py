"""A user's facet from the question to the page, with a model that answers what it is given."""

import io
import json
import pickle
import sqlite3
from contextlib import nullcontext
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from test_grounding import ARTICLES, NEWS, Everything, answers

from summarizer import (
    ActorRef,
    Article,
    Copied,
    Facet,
    FakeModel,
    FigureRef,
    Item,
    Profile,
    QuotationRef,
    Settings,
    Source,
    Summary,
    When,
    Written,
    export,
    report,
    summarize,
)
from summarizer.cli.terminal import show
from summarizer.document.document import Document
from summarizer.errors import SettingsError
from summarizer.evaluation.diff import compare
from summarizer.export.tables import rows
from summarizer.llm.opening import opening_by
from summarizer.verify import faults


class Location(Item):
    name: Copied
    kind: Literal["country", "region", "city", "building"]


class Promise(Item):
    who: Source
    what: Written
    by: When | None


locations = Facet("locations", Location, "Where does the news happen?", line="{name} ({kind})")
promises = Facet("promises", Promise, "Who promises what?", line="{who}: {what}[ by {by.iso}]")
LUND = {"evidence": [2], "name": "Lund", "kind": "city"}
BERGEN = {"evidence": [2], "name": "Bergen", "kind": "city"}
OSLO = {"evidence": [7], "name": "Oslo", "kind": "city"}
STOPS = {"evidence": [2], "who": "Ada Brandt", "what": "the ferry stops", "by": "3 May 2031"}
LOSS = {"evidence": [5], "who": "A spokesman for the port", "what": "it is a loss", "by": None}


def asked(*answers, facets=(locations,), text=NEWS, **settings):
    """Summarise the ferry's news with a model that gives these lists of items."""
    model = FakeModel([{"items": items} for items in answers])
    chosen = Settings(facets=facets, **settings)
    return summarize(Article(text, id="ferry"), model=model, settings=chosen), model


def prompts(model):
    return [request.messages[-1]["content"] for request in model.requests]


def stored(summary):
    return json.loads(summary.model_dump_json())


def test_the_items_of_a_facet_are_read_with_their_own_types():
    summary, _ = asked([LUND])

    [place] = summary[locations]
    assert isinstance(place, Location)
    assert (place.name.text, place.name.start, place.kind) == ("Lund", 34, "city")
    assert [sentence.number for sentence in place.evidence] == [2]
    assert summary.provenance.facets == ("locations",)


def test_without_facets_of_users_a_summary_has_an_empty_more():
    summary = summarize(NEWS, model="none")

    assert summary.more == {}
    with pytest.raises(KeyError):
        summary[locations]


def test_the_question_says_what_each_field_takes():
    _, model = asked([])

    [prompt] = prompts(model)
    assert "QUESTION\nWhere does the news happen?\n" in prompt
    assert "\nname: words copied from these sentences, to the letter\n" in prompt
    assert "\nkind: one of country, region, city, building\n" in prompt
    assert model.requests[0].name == "LocationsAnswer"


def test_figures_and_quotations_are_listed_where_an_item_points_at_them():
    class Count(Item):
        figure: FigureRef
        said: QuotationRef | None

    counts = Facet("counts", Count, "Which numbers are given?")
    item = {"evidence": [3], "figure": "F1", "said": "Q1"}
    summary, model = asked([item], facets=(counts,))

    assert "\nFigures:\nF1 in sentence 3: 340" in prompts(model)[0]
    assert "\nQuotations:\nQ1 in sentence 3: We carried 340 cars a day.\n" in prompts(model)[0]
    assert [str(each.figure) for each in summary[counts]] == ["340"]
    assert asked(facets=(counts,), text="Nothing is counted here.")[1].requests == []


def test_a_question_may_be_a_template_in_a_file(tmp_path):
    path = tmp_path / "where.j2"
    path.write_text("Where does {{ title }} happen?\nWrite {{ language }}.", encoding="utf-8")
    _, model = asked([], facets=(Facet("places", Location, path),))

    assert "Where does Ferry to Lund stops happen?\nWrite English.\n" in prompts(model)[0]


def test_the_same_bytes_go_over_the_wire_for_every_article():
    schemas = [asked([], text=text)[1].requests[0].schema for text in (NEWS, "Snow in Oslo.")]

    assert json.dumps(schemas[0]) == json.dumps(schemas[1])


def test_another_facet_changes_no_question_of_the_others():
    alone = asked([LUND])[1].requests
    both = asked([LUND], [], facets=(locations, promises))[1].requests

    assert both[0] == alone[0]
    assert [each.name for each in both] == ["LocationsAnswer", "PromisesAnswer"]


def filled(*answers):
    """Ask for the gist and the locations with strategy one; a form is filled with each answer."""
    forms = [{"gist": {"text": "Lund grows.", "sentences": [1]}, "locations": answers[0]}]
    forms += [{"locations": each} for each in answers[1:]]
    model = FakeModel(forms, profile=Profile(strategy="one"))
    return summarize(NEWS, model=model, facets=["gist", locations]), model


def test_under_one_a_facet_of_a_user_is_part_of_the_form():
    summary, model = filled([LUND])

    assert [each.name for each in model.requests] == ["Form"]
    assert "locations: Where does" in model.requests[0].messages[0]["content"]
    assert len(summary[locations]) == 1


def test_under_one_the_items_that_fail_are_asked_again_together():
    wrong = [LUND | {"name": "Rome"}, LUND | {"name": "Paris"}]
    summary, model = filled(wrong, [LUND])

    assert [each.name for each in model.requests] == ["Form", "Again"]
    again = model.requests[1].messages[1]["content"]
    assert "'Rome'" in again
    assert "'Paris'" in again
    assert [str(each.name) for each in summary[locations]] == ["Lund"]
    assert len(summary.rejected) == 1


def test_under_one_a_second_form_adds_no_item():
    summary, _ = filled([LUND], [BERGEN])

    assert [str(each.name) for each in summary[locations]] == ["Lund"]


def test_a_facet_may_be_called_form():
    form = Facet("form", Location, "Where does the news happen?")
    summary, _ = asked([LUND], facets=(form,))

    assert [str(each.name) for each in summary[form]] == ["Lund"]


def test_a_failed_item_is_asked_again_by_itself():
    mended = BERGEN | {"name": "Lund"}
    summary, model = asked([OSLO, BERGEN], [mended])

    assert '{"evidence": [2], "kind": "city", "name": "Bergen"}' in prompts(model)[1]
    assert "'Bergen' is not in the article." in prompts(model)[1]
    assert [str(each.name) for each in summary[locations]] == ["Lund", "Oslo"]
    assert summary.rejected == ()


@pytest.mark.parametrize("again", [[], [LUND | {"kind": "building"}], [BERGEN]], ids=str)
def test_a_repair_that_mends_nothing_leaves_the_reason(again):
    summary, _ = asked([OSLO, BERGEN], again)

    assert [str(each.name) for each in summary[locations]] == ["Oslo"]
    [rejected] = summary.rejected
    assert (rejected.facet, rejected.reason) == ("locations", "not_in_article")
    assert rejected.item == "locations[1]"


def test_a_repair_adds_nothing():
    summary, _ = asked([BERGEN], [BERGEN | {"name": "Lund"}, OSLO])

    assert [str(each.name) for each in summary[locations]] == ["Lund"]


def test_copied_words_from_elsewhere_are_asked_for_with_their_sentence():
    summary, model = asked([OSLO | {"evidence": [2]}], [OSLO])

    assert "'Oslo' is not near the evidence; it is in sentence 7." in prompts(model)[1]
    assert [str(each.name) for each in summary[locations]] == ["Oslo"]


def test_an_optional_field_is_mended_in_its_place():
    summary, _ = asked([STOPS | {"by": "4 May 2031"}], [STOPS], facets=(promises,))
    [promise] = summary[promises]
    assert promise.by is not None
    assert promise.by.iso == "2031-05-03"

    summary, _ = asked([STOPS | {"by": "4 May 2031"}], [], facets=(promises,))
    [promise] = summary[promises]
    assert promise.by is None
    assert [each.reason for each in summary.rejected] == ["not_in_article"]


def test_actors_are_those_of_the_summary():
    summary, _ = asked([STOPS, LOSS], facets=(promises,))

    stops, loss = summary[promises]
    assert summary.actor(stops.who.id).name == stops.who.name == "Ada Brandt"
    assert (loss.who.id, loss.who.name) == (None, "A spokesman for the port")


def test_a_long_article_is_asked_about_in_parts_and_its_items_are_merged():
    text = "\n\n".join(f"{n} boats left Oslo for the north on a grey day." for n in range(400))

    def answer(request):
        numbers = [
            int(line[1:].partition("]")[0])
            for line in request.messages[-1]["content"].splitlines()
            if line.startswith("[")
        ]
        return {"items": [{"evidence": numbers[:1], "name": "Oslo", "kind": "city"}]}

    profile = Profile(strategy="many", context=6000, at_once=1)
    model = FakeModel(answer, profile=profile)
    summary = summarize(text, model=model, facets=[locations])

    assert len(model.requests) == summary.provenance.coverage.parts > 1
    [place] = summary[locations]
    assert len(place.evidence) == len(model.requests)
    assert faults(stored(summary)) == ()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_the_model_answers_the_summary_verifies(data):
    text = data.draw(ARTICLES)
    document = Document.read(Article(text))
    everything = Facet("everything", Everything, "What is there?")
    many = st.lists(answers(document), max_size=4)
    given_ = [json.dumps({"items": data.draw(many)}) for _ in range(6)]
    summary = summarize(
        text, model=FakeModel(iter([*given_, *['{"items": []}'] * 20])), facets=[everything]
    )

    assert faults(stored(summary), facets=[everything]) == ()
    assert Summary.model_validate_json(summary.model_dump_json()) == summary


def test_an_invented_item_is_refused():
    data = stored(asked([LUND, OSLO])[0])
    items = data["more"]["locations"]["items"]
    items[0]["name"] = {"start": 0, "end": 6, "text": "Bergen"}
    items[1]["kind"] = "planet"
    items.append({"evidence": [], "name": {"start": 1, "end": 4, "text": "err"}, "kind": "city"})

    found = {(fault.item, fault.problem) for fault in faults(data)}
    assert ("locations[0]", "'Bergen' is not in the article.") in found
    assert (
        "locations[1]",
        "kind is 'planet', and none of country, region, city, building.",
    ) in found
    assert ("locations[2]", "No sentence shows it.") in found
    with pytest.raises(ValueError, match="no option of kind"):
        Summary.model_validate(data)


@pytest.mark.parametrize(
    "change",
    [
        lambda item: item["name"].update(start=35, end=38, text="und"),
        lambda item: item["name"].update(text="lund"),
        lambda item: item["evidence"][0].update(number=1),
        lambda item: item["evidence"][0].update(number="2"),
        lambda item: item["evidence"].append({"start": 0, "end": 5, "text": "Ferry", "number": 1}),
        lambda item: item["name"].update(iso="2031"),
        lambda item: item.update(name=None),
        lambda item: item.update(extra="x"),
        lambda item: item.pop("kind"),
        lambda item: item.update(evidence="all"),
    ],
)
def test_every_change_of_a_stored_item_is_found(change):
    data = stored(asked([LUND])[0])
    change(data["more"]["locations"]["items"][0])

    assert "locations[0]" in {fault.item for fault in faults(data)}


def test_an_actor_that_is_not_the_one_of_the_summary_is_found():
    data = stored(asked([STOPS], facets=(promises,))[0])
    data["more"]["promises"]["items"][0]["who"]["id"] = "A9"

    assert ("promises[0]", "who: 'Ada Brandt' is not the actor 'A9'.") in {
        (fault.item, fault.problem) for fault in faults(data)
    }
    with pytest.raises(ValueError, match="promises: 'Ada Brandt' is not the actor A9"):
        Summary.model_validate(data)


def test_a_choice_that_was_altered_with_its_options_needs_the_facet_to_be_found():
    data = stored(asked([LUND])[0])
    data["more"]["locations"]["fields"]["kind"]["options"].append("planet")
    data["more"]["locations"]["items"][0]["kind"] = "planet"

    assert faults(data) == ()
    assert [fault.item for fault in faults(data, facets=[locations])] == ["locations"]


@pytest.mark.parametrize("more", [{"locations": 7}, {"locations": {}}, [], {"Not a name": {}}, 7])
def test_a_section_that_cannot_be_read_is_a_fault(more):
    data = stored(asked([LUND])[0]) | {"more": more}

    assert faults(data)


def test_new_fields_with_a_default_read_what_was_stored_before():
    class Wider(Location):
        note: Written | None = None

    wider = Facet("locations", Wider, "Where does the news happen?")
    [place] = asked([LUND])[0][wider]

    assert (str(place.name), place.note) == ("Lund", None)


def test_a_changed_kind_of_field_is_an_error():
    class Other(Item):
        name: When
        kind: Literal["country", "region", "city", "building"]

    other = Facet("locations", Other, "Where does the news happen?")
    with pytest.raises(SettingsError, match="have name as 'copied', not as 'when'"):
        asked([LUND])[0][other]


def test_the_digest_covers_name_question_and_fields_and_not_the_line():
    class Wider(Location):
        note: Written | None = None

    def digest(*given, **shown):
        return Facet(*given, **shown).digest

    same = digest("locations", Location, "Where does the news happen?", label="Places")
    assert same == locations.digest == asked([])[0].more["locations"].digest
    for other in (
        ("places", Location, "Where does the news happen?"),
        ("locations", Wider, "Where does the news happen?"),
        ("locations", Location, "Where?"),
    ):
        assert digest(*other) != locations.digest


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("quotes", Location, "Where?"), "'quotes' is a name of the library's own."),
        (("more", Location, "Where?"), "'more' is a name of the library's own."),
        (("quote", Location, "Where?"), "'quote' is a name of the library's own."),
        (("My places", Location, "Where?"), "cannot be the name of a facet"),
        (("places", Location, " "), "A facet needs a question."),
        (("places", Item, "Where?"), "have no type of their own"),
        (("places", dict, "Where?"), "have no type of their own"),
    ],
)
def test_a_facet_that_cannot_work_is_an_error_at_once(arguments, message):
    with pytest.raises(SettingsError, match=message):
        Facet(*arguments)


@pytest.mark.parametrize(
    "shown", [{"label": "\ud800"}, {"label": 7}, {"line": "\ud800"}, {"line": 7}]
)
def test_a_label_or_line_that_is_no_text_is_an_error_at_once(shown):
    [what] = shown
    with pytest.raises(SettingsError, match=f"The {what} of 'places' is no text"):
        Facet("places", Location, "Where?", **shown)


def test_a_question_with_half_a_character_is_an_error_at_once():
    with pytest.raises(SettingsError, match="The question of 'places' is no text"):
        Facet("places", Location, "Where \ud800?")


def test_a_question_that_cannot_be_read_or_rendered_is_an_error_at_once(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        Facet("places", Location, tmp_path / "nowhere.j2")
    (tmp_path / "odd.j2").write_text("Where is {{ capital }}?", encoding="utf-8")
    with pytest.raises(SettingsError, match="'capital' is undefined"):
        Facet("places", Location, tmp_path / "odd.j2")


@pytest.mark.parametrize("line", ["{nmae}", "{name", "[{name}", "{name.iso}", "{name}]"])
def test_a_line_that_fits_no_item_is_an_error_at_once(line):
    with pytest.raises(SettingsError, match="The line of 'places' has"):
        Facet("places", Location, "Where?", line=line)


@pytest.mark.parametrize(
    ("facets", "message", "hint"),
    [
        (["quots"], "No facet is called 'quots'.", "Did you mean 'quotes'?"),
        ("quotes", "facets is a list, not the text 'quotes'.", "facets=['quotes']"),
        (locations, "facets is a list, not <Facet 'locations' of Location>.", "a list"),
        (7, "facets is a list, not 7.", "a list"),
        ([7], "7 is no facet.", "summarizer.Facet"),
        ([Location], "is no facet.", "summarizer.Facet"),
        ([locations, Facet("locations", Promise, "Who?")], "Two facets are called 'loc", "another"),
    ],
)
def test_what_is_no_facet_is_a_settings_error_with_a_hint(facets, message, hint):
    with pytest.raises(SettingsError) as raised:
        summarize(NEWS, model="none", facets=facets)

    assert message in str(raised.value)
    assert hint in raised.value.hint


def test_settings_with_a_facet_can_be_kept_as_text_and_copied():
    chosen = Settings(facets=("quotes", locations))

    assert json.loads(chosen.model_dump_json())["facets"] == [
        "quotes",
        f"locations@{locations.digest}",
    ]
    assert chosen.changed(repairs=2).facets == ("quotes", locations)
    assert pickle.loads(pickle.dumps(chosen)).facets[1].digest == locations.digest


def test_a_summary_without_the_facets_package_is_shown_in_text_and_markdown():
    summary = Summary.model_validate_json(asked([LUND, OSLO])[0].model_dump_json())

    assert "## Locations\n\n- Lund (city)\n- Oslo (city)\n" in summary.to_markdown()


def test_what_a_line_leaves_out_and_how_it_falls_back():
    summary, _ = asked([STOPS, LOSS], facets=(promises,))
    shown = summary.to_markdown()
    assert "- Ada Brandt: the ferry stops by 2031-05-03\n" in shown
    assert "- A spokesman for the port: it is a loss\n" in shown

    data = stored(summary)
    data["more"]["promises"]["line"] = "{nothing"
    assert (
        "- Ada Brandt, the ferry stops, 3 May 2031\n" in Summary.model_validate(data).to_markdown()
    )


def test_no_item_becomes_markup():
    text = "The *bold* <b>quay</b> is [shut](x). It rained."
    item = {"evidence": [1], "name": "*bold* <b>quay</b>", "kind": "building"}
    summary, _ = asked([item], text=text)

    assert "- \\*bold\\* \\<b\\>quay\\</b\\> (building)\n" in summary.to_markdown()
    assert "<b>quay</b>" not in report.html([summary])
    assert "*bold* &lt;b&gt;quay&lt;/b&gt; (building)" in report.html([summary])


def test_the_report_marks_and_links_the_items():
    page = report.html([asked([LUND])[0], asked([OSLO])[0]])

    assert '<a href="#a1-locations">Locations 1</a>' in page
    assert '<li id="a1-locations-1-item" class="item" data-m="locations-1">' in page
    assert 'id="a2-locations-1" class="here"' in page


def test_tables_have_a_column_for_each_field_and_its_place(tmp_path):
    summary, _ = asked([STOPS], facets=(promises,))
    table = summary.to_dataframe(promises)
    assert table["promises.by.iso"].tolist() == ["2031-05-03"]
    assert table["promises.who.id"].tolist() == ["A1"]
    assert table["text"].tolist() == ["Ada Brandt: the ferry stops by 2031-05-03"]

    lines = "".join(export.pieces([summary], "csv")).splitlines()
    assert lines[0].endswith('"promises.by.end","promises.by.iso"')
    assert any(line.startswith('"promises","promises-1",') for line in lines)
    export.save([summary], "parquet", tmp_path / "out.parquet")
    import pyarrow.parquet

    *_, row = pyarrow.parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert (row["promises.by"], row["promises.by.start"]) == ("3 May 2031", 48)


def test_a_facet_has_its_own_tables_in_sqlite_also_where_its_fields_changed(tmp_path):
    class Wider(Location):
        id: Written | None = None

    wider = Facet("locations", Wider, "Where?")
    first, _ = asked([LUND])
    second, _ = asked([OSLO | {"id": "a port"}], facets=(wider,), text=NEWS + "\n")
    export.save([first, second], "sqlite", tmp_path / "out.db")

    database = sqlite3.connect(tmp_path / "out.db")
    query = 'SELECT summary, line, name, "name.start", id_ FROM more_locations ORDER BY id'
    assert database.execute(query).fetchall() == [
        (1, "Lund (city)", "Lund", 34, None),
        (2, "Oslo, city, a port", "Oslo", 229, "a port"),
    ]
    query = "SELECT item, text FROM evidence_of_locations WHERE item = 1"
    assert [item for item, _ in database.execute(query)] == [1]
    database.close()


@pytest.mark.parametrize("to", ["sqlite", "parquet", "csv"])
def test_a_list_of_flags_is_one_cell(to, tmp_path):
    class Crossing(Item):
        paid: tuple[bool, ...]

    crossings = Facet("crossings", Crossing, "Who crosses?")
    summary, _ = asked([{"evidence": [2], "paid": [True, False]}], facets=(crossings,))
    export.save([summary], to, tmp_path / "out")

    assert [row["crossings.paid"] for row in rows(summary)][-1] == "yes\nno"


def test_a_facet_may_be_called_as_the_key_of_another(tmp_path):
    keys = Facet("locations_summary", Location, "Where?")
    summary, _ = asked([LUND], [OSLO], facets=(locations, keys))
    export.save([summary], "sqlite", tmp_path / "out.db")

    database = sqlite3.connect(tmp_path / "out.db")
    query = "SELECT name FROM more_locations_summary"
    assert database.execute(query).fetchall() == [("Oslo",)]
    database.close()


def test_items_are_annotations(tmp_path):
    summary, _ = asked([LUND])
    collection = json.loads("".join(export.pieces([summary], "webannotation")))
    [item] = collection["first"]["items"]
    assert item["target"]["selector"][0]["exact"] == "Lund"

    export.save([summary], "brat", tmp_path / "brat")
    assert "\tLocations 34 38\tLund\n" in (tmp_path / "brat/ferry.ann").read_text(encoding="utf-8")
    known = (tmp_path / "brat/annotation.conf").read_text(encoding="utf-8")
    assert "Locations" in known.splitlines()


def test_diff_tells_which_items_came_went_and_changed():
    before, _ = asked([LUND, OSLO])
    after, _ = asked([LUND | {"kind": "building"}])

    assert [
        (each.facet, each.item, each.kind, each.before, each.after)
        for each in compare(before, after)
    ] == [
        ("locations", "Lund (city)", "kind", "city", "building"),
        ("locations", "Oslo (city)", "removed", _told(before, 1), None),
    ]
    assert compare(before, before) == ()


def _told(summary, number):
    evidence = summary[locations][number].evidence
    return ", ".join(["\n".join(map(str, evidence)), "Oslo", "city"])


def test_a_summary_is_asked_for_once_with_the_same_facet(tmp_path):
    from summarizer.storage.cache import ResultCache

    def cache(facet):
        return ResultCache(tmp_path / "kept.db", Settings(facets=(facet,)), "sha256:0")

    summary, _ = asked([LUND])
    article = Article(NEWS, id="ferry")
    kept = cache(locations)
    kept.keep(summary, [])
    assert kept.find(article, [])[locations] == summary[locations]
    other = cache(Facet("locations", Location, "Where else?"))
    assert other.find(article, []) is None
    kept.close()
    other.close()


class Opened(FakeModel):
    """A fake model, as if it had been opened by its name."""

    def reading(self, tokens):
        return nullcontext(self)

    async def aclose(self):
        pass


def test_a_summary_from_the_cache_has_the_line_and_label_of_today(tmp_path):
    question = "Where does the news happen?"
    now = Facet("locations", Location, question, line="In {name}", label="Places")
    base = Settings(cache=tmp_path / "kept.db")
    model = Opened([{"items": [LUND]}])

    with opening_by(lambda choice: model):
        first = summarize(NEWS, settings=base, facets=[locations])
        second = summarize(NEWS, settings=base, facets=[now])

    assert second.provenance.cached
    assert second[now] == first[locations]
    assert (second.more["locations"].line, second.more["locations"].label) == (
        "In {name}",
        "Places",
    )


def test_actor_fields_take_a_name_that_only_they_name():
    class Owner(Item):
        owner: ActorRef

    owners = Facet("owners", Owner, "Who owns it?")
    summary, _ = asked([{"evidence": [2], "owner": "Nord Lines"}], facets=(owners,))

    [owner] = summary[owners]
    assert summary.actor(owner.owner.id).mentions[0].text == "Nord Lines"


def test_a_label_is_no_markup_and_steers_no_terminal():
    marked = Facet("places", Location, "Where?", label="<b>*Places*\x1b[2J")
    summary, _ = asked([LUND], facets=(marked,))
    out = io.StringIO()
    show(summary, Console(file=out, width=100))

    assert "\n<b>*Places* [2J\n  Lund, city\n" in out.getvalue()
    assert "## \\<b\\>\\*Places\\*" in summary.to_markdown()
    assert "&lt;b&gt;*Places*" in report.html([summary])


@pytest.mark.parametrize("name", ['a" TEXT); DROP TABLE articles; --', "Name", "name_", "x" * 41])
def test_a_stored_field_with_an_odd_name_is_refused(name, tmp_path):
    data = stored(asked([LUND])[0])
    section = data["more"]["locations"]
    section["fields"][name] = section["fields"].pop("name")
    section["items"][0][name] = section["items"][0].pop("name")

    with pytest.raises(ValueError, match=r"more\.locations\.fields"):
        Summary.model_validate(data)


def test_a_stored_section_with_a_name_of_ours_is_refused():
    data = stored(asked([LUND])[0])
    data["more"]["quotes"] = data["more"].pop("locations")

    with pytest.raises(ValueError, match="more has quotes"):
        Summary.model_validate(data)


@pytest.mark.parametrize("number", ["9" * 5000, 10**30, -1, True, 2.0, "[2", None])
def test_a_number_of_a_sentence_may_be_anything(number):
    summary, _ = asked_text([{**LUND, "evidence": [number]}])

    assert [each.reason for each in summary.rejected] == (
        [] if number == "[2" else ["no_such_sentence"]
    )


def asked_text(items):
    """Summarise with a model that does not keep to its schema."""
    model = FakeModel([json.dumps({"items": items}), '{"items": []}'])
    return summarize(NEWS, model=model, facets=[locations]), model
