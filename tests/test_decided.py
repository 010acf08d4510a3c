"""Who decided a quote, a stance and an actor, and how sure that is: in every output."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from made_up import harbour
from rich.console import Console

from summarizer import FakeModel, Summary, export, report, summarize
from summarizer.cli import main
from summarizer.cli.terminal import show
from summarizer.document.opinions.constructions import CONSTRUCTIONS
from summarizer.errors import ContextError
from summarizer.export.tables import all_columns

STORED = Path(__file__).parent / "stored" / "kreuzhafen-shipyard.json"
TEXT = "“Yes,” Bo Poe said. Jane Roe tweeted a warning. “Do not come.”"
ALONE = "“Nobody asked us about the bridge.”"


def decided(item):
    return item.decided_by, item.certainty, item.rule


def asked(text, speaker, facets=("quotes",)):
    """Summarise with a model that gives each quotation that it is asked about one speaker."""
    return summarize(text, model=FakeModel(lambda _: {"speaker": speaker}), facets=facets)


def test_code_alone_decides_by_rules():
    first, second = summarize(TEXT, model="none").quotes
    assert decided(first) == ("rule", "explicit", "after-subject")
    assert decided(second) == ("rule", "guessed", "introduced")


@pytest.mark.parametrize(
    ("answer", "speaker", "decision"),
    [
        ("Jane Roe", "Jane Roe", ("both", "inferred", "introduced")),
        ("Roe", "Jane Roe", ("both", "inferred", "introduced")),
        ("Bo Poe", "Bo Poe", ("model", "inferred", None)),
        ("unknown", None, ("none", None, None)),
        ("somebody from afar", "Jane Roe", ("rule", "guessed", "introduced")),  # is refused
    ],
)
def test_the_model_confirms_a_rule_or_overrules_it(answer, speaker, decision):
    explicit, open_ = asked(TEXT, answer).quotes
    assert decided(explicit) == ("rule", "explicit", "after-subject")  # is not asked about
    assert (open_.speaker_name, decided(open_)) == (speaker, decision)


def test_a_guess_that_the_model_confirms_is_inferred():
    text = "“Yes,” Bo Poe said.\n\nThe rain fell on the town.\n\n“Nobody asked us.”"
    assert decided(summarize(text, model="none").quotes[1]) == ("rule", "guessed", "last")
    assert decided(asked(text, "Bo Poe").quotes[1]) == ("both", "inferred", "last")


def test_a_speaker_that_no_rule_names_is_the_models():
    text = f"{ALONE} The mayor left."
    assert decided(summarize(text, model="none").quotes[0]) == ("none", None, None)
    assert decided(asked(text, "The mayor").quotes[0]) == ("model", "inferred", None)
    assert decided(asked(text, "unknown").quotes[0]) == ("none", None, None)


def test_a_pronoun_that_is_no_one_is_not_decided_and_confirms_no_one():
    text = f"{ALONE[:-1]},” she said. The mayor left."
    assert decided(summarize(text, model="none").quotes[0]) == ("none", None, None)
    assert decided(asked(text, "The mayor").quotes[0]) == ("model", "inferred", None)


@pytest.mark.parametrize("each", CONSTRUCTIONS, ids=lambda each: each.name)
def test_every_construction_gives_its_name_to_a_stance(each):
    stance = summarize(each.example, model="none").stances[-1]
    assert decided(stance) == ("rule", each.certainty, each.name)


@pytest.mark.parametrize(("who", "certainty"), [("", "explicit"), (" to Sam Lee", "inferred")])
def test_what_a_pronoun_does_is_explicit_only_where_it_can_mean_one(who, certainty):
    text = f"Jane Roe spoke{who} in Oslo. She praised the plan."
    (stance,) = summarize(text, model="none").stances
    assert decided(stance) == ("rule", certainty, "verb")


def test_the_surest_sentence_decides_a_stance():
    text = "Jane Roe left. She supports the plan. Jane Roe backed the plan."
    (stance,) = summarize(text, model="none").stances
    assert len(stance.evidence) == 2
    assert decided(stance) == ("rule", "explicit", "verb")


RIVER = "“The river has kept us apart for too long,” Jane Roe said."


def position(request):
    """Answer about the river, where the prompt is short."""
    if sum(len(message["content"]) for message in request.messages) > 4000:
        return ContextError("The prompt is too long.")
    gist = {"gist": "It rained."}
    return gist if request.name == "GistAnswer" else {"position": "opposes", "target": "the river"}


def test_the_models_stance_is_inferred():
    (stance,) = summarize(RIVER, model=FakeModel(position), facets=["stances"]).stances
    assert decided(stance) == ("model", "inferred", None)


def test_a_stance_of_code_and_model_is_of_both():
    rain = "\n\n".join(f"It rained on the {n} old quays of the town." for n in range(100))
    text = f"{RIVER}\n\n{rain}\n\n“I oppose the river,” Jane Roe said."
    (stance,) = summarize(text, model=FakeModel(position), facets=["gist", "stances"]).stances
    assert len(stance.evidence) == 2
    assert decided(stance) == ("both", "inferred", "spoken-verb")


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("Jane Roe said no.", ("rule", "inferred", "acts")),
        ("Jane Roe: “We won the cup.”", ("rule", "explicit", "quoted")),
        ("“We won the cup,” Jane Roe said.", ("rule", "explicit", "quoted")),
        ("Jane Roe tweeted a warning. “Do not come.”", ("rule", "inferred", "acts")),
        ("Jane Roe backed the plan.", ("rule", "explicit", "stance")),
    ],
)
def test_the_surest_rule_lists_an_actor(text, decision):
    (actor,) = summarize(text, model="none").actors
    assert decided(actor) == decision


def kinds(**known):
    def answer(request):
        return {name: known.get(name[:2], "place") for name in request.schema["properties"]}

    return FakeModel(answer)


def test_the_model_lists_an_actor_alone_or_confirms_one():
    text = "Bo Poe slept in Oslo. Jane Roe said no. Al Fox backed the plan."
    actors = summarize(text, model=kinds(Ja="person", Bo="person"), facets=["actors", "stances"])
    assert {actor.name: decided(actor) for actor in actors.actors} == {
        "Bo Poe": ("both", "inferred", "acts"),
        "Jane Roe": ("both", "inferred", "acts"),
        "Al Fox": ("rule", "explicit", "stance"),
    }


def test_what_is_explicit_stays_so_where_the_model_confirms_it():
    summary = summarize(
        "Jane Roe backed the plan.", model=kinds(Ja="person"), facets=["actors", "stances"]
    )
    assert decided(summary.actors[0]) == ("both", "explicit", "stance")


def test_an_actor_that_the_model_makes_a_speaker_is_the_models():
    summary = asked(f"{ALONE} Bo Poe slept. Jane Roe wept.", "Jane Roe")
    assert [(a.name, decided(a)) for a in summary.actors] == [
        ("Jane Roe", ("model", "inferred", None))
    ]


def printed(summary, *, verbose):
    stream = io.StringIO()
    show(summary, Console(file=stream, width=100), verbose=verbose)
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def test_verbose_text_adds_who_decided_and_nothing_else():
    short, long = printed(harbour(), verbose=False), printed(harbour(), verbose=True)
    assert [old for old in short if old not in long] == [
        "    “We will not let the quay fall into the sea,”",
        "    “It is the end of a trade,”",
        "    “My father moored here. His father did too.”",
        "    “long overdue”",
        "  Tomas Reed opposes the vote",
    ]
    assert [new for new in long if new not in short] == [
        (
            "    “We will not let the quay fall into the sea,”  "
            "explicit in the text, by rule “after-subject”"
        ),
        "    “It is the end of a trade,”  explicit in the text, by rule “after-verb” and the model",
        "    “My father moored here. His father did too.”  inferred by the model",
        "    “long overdue”  not decided",
        "  Tomas Reed opposes the vote  explicit in the text, by rule “verb”",
        "  Tomas Reed, chairman of the Fishers' Union  explicit in the text, by rule “quoted”",
    ]


@pytest.mark.parametrize("option", ["-v", "--verbose"])
def test_the_command_prints_it_when_asked(option, tmp_path, capsys):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["run", "--model", "none", str(path)]) == 0
    assert "by the rule" not in capsys.readouterr().out
    assert main(["run", "--model", "none", option, str(path)]) == 0
    assert (
        "“Do not come.” (speaker guessed)  guessed by rule “introduced”" in capsys.readouterr().out
    )


def test_json_has_it_and_the_schema_says_what_it_is(capsys):
    quote = json.loads(summarize(TEXT, model="none").model_dump_json())["quotes"][1]
    assert (quote["decided_by"], quote["certainty"]) == ("rule", "guessed")
    assert main(["schema"]) == 0
    models = json.loads(capsys.readouterr().out)["$defs"]
    for name in ("Quote", "Stance", "Actor"):
        for field in ("decided_by", "certainty", "rule"):
            assert models[name]["properties"][field]["description"]
            assert field not in models[name]["required"]


def test_the_report_shows_it_beside_each_item():
    page = report.html([harbour()])
    assert page.count('<p class="by" lang="en">') == 6
    for note in (
        "explicit in the text, by rule “after-subject”",
        "inferred by the model",
        "explicit in the text, by rule “verb”",
    ):
        assert f'<p class="by" lang="en">{note}</p>' in page


def test_tables_have_it_behind_the_columns_that_were_there_before():
    rows = list(csv.DictReader(io.StringIO("".join(export.pieces([harbour()], "csv")))))
    old = list(all_columns())[:-4]  # the last four came with statements and captions
    assert old[-5:] == ["model", "decided_by", "certainty", "rule", "doubt"]
    found = {row["text"]: (row["decided_by"], row["certainty"], row["rule"]) for row in rows}
    assert found["It is the end of a trade,"] == ("both", "explicit", "after-verb")
    assert found["Reed wants the vote repeated."] == ("rule", "explicit", "verb")


def test_a_data_frame_has_it():
    frame = harbour().to_dataframe("actors")
    assert list(frame.columns)[-4:] == ["decided_by", "certainty", "rule", "doubt"]
    assert list(frame["rule"])[-1] == "quoted"
    assert "by the rule" not in harbour().to_dataframe("gist").columns


def test_sqlite_has_it(tmp_path):
    path = tmp_path / "news.db"
    export.save([harbour()], "sqlite", path)
    with closing(sqlite3.connect(path)) as database:
        for table, expected in (
            ("quotes", ("both", "explicit", "after-verb")),
            ("stances", ("rule", "explicit", "verb")),
            ("actors", ("rule", "explicit", "quoted")),
        ):
            rows = database.execute(f"SELECT decided_by, certainty, rule FROM {table}")
            assert expected in rows.fetchall()


def test_a_summary_of_before_says_nothing_of_it():
    old = Summary.model_validate_json(STORED.read_text(encoding="utf-8"))
    for item in (*old.quotes, *old.stances, *old.actors):
        assert decided(item) == (None, None, None)
    assert printed(old, verbose=True) == printed(old, verbose=False)
    assert '<p class="by">' not in report.html([old])
