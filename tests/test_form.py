"""Strategy one: a form that is the same for every article, and a model that decides."""

import json
import re
from pathlib import Path
from random import Random

import pytest

from summarizer import Article, FakeModel, Profile, Reply, Settings, summarize
from summarizer.verify import faults

SEEDS = sorted(Path("seeds").glob("*.txt"))
TOLD = {"text": "The port of Lund may lose 40 berths.", "sentences": [2]}
LISTS = ("actors", "stances", "quotes", "statements", "figures")
EMPTY = {"gist": TOLD, **{facet: [] for facet in LISTS}}

HARBOUR = """Union fights harbour plan

The port of Lund may lose 40 berths, the council said on Monday.
“We were never asked,” said Ada Brandt, who leads Metall Nord in Lund.
“Nobody reads these plans.” It was a long evening for the families of the Old Quay.
Bo Lindqvist praised the plan. Ms Brandt called it a disaster.
“Quiet Harbours”, a novel by Tim Poe, was on sale at the door.
Not one of them had heard “the port is dead” from the mayor, her office insisted.
"""
ASKED = {"said": "yes", "speaker": "Ada Brandt"}


def filled(*answers, profile=None, **arguments):
    """Answer the form, and then the second one, with these; what is left out is empty."""
    replies = [each if isinstance(each, Reply | str) else {**EMPTY, **each} for each in answers]
    model = FakeModel(replies, profile=profile or Profile())
    summary = summarize(arguments.pop("text", HARBOUR), model=model, **arguments)
    assert faults(json.loads(summary.model_dump_json())) == ()
    return summary, model


def only(facet, *answers, **arguments):
    """Ask for one facet."""
    replies = [each if isinstance(each, Reply) else {facet: each} for each in answers]
    model = FakeModel(replies, profile=arguments.pop("profile", Profile()))
    summary = summarize(arguments.pop("text", HARBOUR), model=model, facets=[facet], **arguments)
    assert faults(json.loads(summary.model_dump_json())) == ()
    return summary, model


def reasons(summary):
    return [each.reason for each in summary.rejected]


def asked(text):
    model = FakeModel(lambda _: Reply(json.dumps(EMPTY)), profile=Profile())
    summarize(text, model=model, settings=Settings(repairs=0))
    return model.requests[0]


def test_schema_and_instructions_are_the_same_bytes_for_every_article():
    requests = [asked(Article.read(path)) for path in SEEDS]

    assert len(requests) == 8
    assert len({json.dumps(request.schema) for request in requests}) == 1
    assert len({request.messages[0]["content"] for request in requests}) == 1


def test_the_instructions_name_every_key_of_the_schema():
    request = asked(HARBOUR)
    told = request.messages[0]["content"]
    for facet, part in request.schema["properties"].items():
        items = part.get("items", part)
        assert f"\n{facet}: " in told
        listed = told.partition(f"\n{facet}: ")[2].partition("}")[0].partition("{")[2]
        assert listed.split(", ") == [*items["properties"]]


def test_what_is_not_open_is_shown_as_known_and_not_asked():
    listed = asked(HARBOUR).messages[1]["content"]

    assert 'Q1 [3] "We were never asked,", said by Ada Brandt' in listed
    assert 'Q2 [4] "Nobody reads these plans."\n' in listed


def test_no_request_where_code_knows_everything():
    model = FakeModel([], profile=Profile())

    summary = summarize("“We won,” Jane Roe said.", model=model, facets=["quotes", "figures"])

    assert summary.quotes[0].speaker_name == "Jane Roe"


# Quotations


def test_an_answer_wins_over_a_guess_and_not_over_an_explicit_speaker():
    answer = [{"id": "Q1", "said": "yes", "speaker": "Bo Lindqvist"}, {"id": "Q2", **ASKED}]
    summary, _ = only("quotes", [*answer, {"id": "Q3", "said": "no", "speaker": None}])

    speakers = {quote.id: (quote.speaker_name, quote.decided_by) for quote in summary.quotes}
    assert speakers["Q1"] == ("Ada Brandt", "rule")
    assert speakers["Q2"][0] == "Ada Brandt"


@pytest.mark.parametrize(("said", "reason"), [("no", "not_a_statement"), ("denied", "denied")])
def test_what_nobody_said_is_no_quote_but_is_rejected(said, reason):
    ids = [quote.id for quote in summarize(HARBOUR, model="none").quotes]
    answer = [{"id": "Q2", **ASKED}]
    answer += [{"id": each, "said": said, "speaker": None} for each in ids[2:]]
    summary, model = only("quotes", answer)

    assert [quote.id for quote in summary.quotes] == ["Q1", "Q2"]
    assert reason in reasons(summary)
    assert len(model.requests) == 1


def test_no_statement_refers_to_a_quotation_that_the_model_leaves_out():
    asks = ["quotes", "statements"]
    answer = [{"id": "Q2", **ASKED}, {"id": "Q3", "said": "denied", "speaker": None}]
    model = FakeModel([{"quotes": answer, "statements": []}], profile=Profile())
    summary = summarize(HARBOUR, model=model, facets=asks)

    known = summarize(HARBOUR, model="none", facets=asks).statements
    assert [each.quote for each in known] == [None, None, None, "Q3"]
    assert [each.quote for each in summary.statements] == [None, None, None, None]
    assert faults(json.loads(summary.model_dump_json())) == ()


def test_a_speaker_that_a_rule_reads_and_the_model_does_not_is_kept_in_doubt():
    text = "Ada Brandt spoke in Lund. “Nobody reads these plans.” Rain fell."
    rule = summarize(text, model="none").quotes[0]
    assert (rule.speaker_name, rule.certainty) != (None, "explicit")

    summary, _ = only("quotes", [{"id": "Q1", "said": "yes", "speaker": None}], text=text)

    (quote,) = summary.quotes
    assert (quote.speaker_name, quote.certainty, quote.doubt) == (
        "Ada Brandt",
        "guessed",
        "unconfirmed",
    )


# Actors


def test_the_model_says_who_is_no_actor_and_gives_kind_role_and_other_names():
    actors = [
        {
            "name": "Ada Brandt",
            "kind": "person",
            "role": "leads Metall Nord",
            "also": ["Ms Brandt"],
        },
        {"name": "families", "kind": "group", "role": None, "also": []},
        {"name": "Bo Lindqvist", "kind": "none", "role": None, "also": []},
        {"name": "Lund", "kind": "none", "role": None, "also": []},
    ]
    summary, _ = only("actors", actors)

    found = {actor.name: actor for actor in summary.actors}
    assert found.keys() == {"Ada Brandt", "families", "council"}
    assert found["Ada Brandt"].role == "leads Metall Nord"
    assert found["families"].kind == "group"
    assert "Ms Brandt" in {mention.text for mention in found["Ada Brandt"].mentions} or any(
        "Brandt" in mention.text for mention in found["Ada Brandt"].mentions
    )


def test_a_clipped_name_is_mended_and_its_bearers_are_one():
    text = "Steelworkers marched. Metall wants 40 berths kept, IF Metall said. Metall will strike."
    actors = [{"name": "IF Metall", "kind": "organisation", "role": None, "also": ["Metall"]}]
    summary, _ = only("actors", actors, text=text)

    (actor,) = summary.actors
    assert (actor.name, actor.also) == ("IF Metall", ("Metall",))
    assert len(actor.mentions) == 3


def test_an_alias_of_another_actor_is_refused():
    actors = [
        {"name": "Ada Brandt", "kind": "person", "role": None, "also": ["Bo Lindqvist"]},
        {"name": "Bo Lindqvist", "kind": "person", "role": None, "also": []},
    ]
    summary, _ = only("actors", actors)

    assert {actor.name for actor in summary.actors} >= {"Ada Brandt", "Bo Lindqvist"}
    assert reasons(summary) == ["another_actor"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": "Zelda Quark"}, "name_not_in_article"),
        ({"role": "queen of Sweden"}, "role_not_in_article"),
        ({"also": ["Zelda"]}, "name_not_in_article"),
    ],
)
def test_what_the_article_does_not_have_is_refused(change, reason):
    actor = {"name": "Ada Brandt", "kind": "person", "role": None, "also": []}
    summary, model = only("actors", [actor | change])

    assert reasons(summary) == [reason]
    assert len(model.requests) == 1
    assert "Zelda" not in summary.model_dump_json(include={"actors"})


# Stances

PRAISE = {"id": None, "actor": "Bo Lindqvist", "position": "praises", "target": "the plan"}


def test_stances_are_dropped_corrected_and_added():
    text = "Union debates plan\n\nBo Lindqvist praised the plan. Ms Ada Brandt was there."
    (known,) = summarize(text, model="none", facets=["stances"]).stances
    listed = asked(text).messages[1]["content"]
    key = listed.partition("Stances:\n")[2].split()[0]
    disaster = {
        "id": None,
        "actor": "Ada Brandt",
        "position": "criticises",
        "target": "the plan",
        "sentences": [2, 3],
    }
    neutral = PRAISE | {"id": key, "position": "neutral", "sentences": [2]}
    none = PRAISE | {"id": key, "position": "none", "sentences": []}

    dropped, _ = only("stances", [none], text=text)
    corrected, _ = only("stances", [neutral], text=text)
    added, _ = only("stances", [disaster], text=text)

    assert (dropped.stances, reasons(dropped)) == ((), ["not_a_stance"])
    assert [(s.position, s.decided_by) for s in corrected.stances] == [("neutral", "model")]
    assert known.evidence in {each.evidence for each in added.stances}
    assert {s.position for s in added.stances} == {"praises", "criticises"}


def test_a_friendly_position_in_hostile_words_is_asked_again_and_then_kept_in_doubt():
    odd = {**PRAISE, "actor": "Ada Brandt", "target": "a disaster", "sentences": [7]}
    summary, model = only("stances", [odd], [odd])

    assert len(model.requests) == 2
    (stance,) = [each for each in summary.stances if each.decided_by == "model"]
    assert (stance.certainty, stance.doubt) == ("guessed", "contradicted")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"sentences": [99]}, "no_such_sentence"),
        ({"sentences": []}, "no_such_sentence"),
        ({"actor": "Zelda Quark", "sentences": [6]}, "name_not_in_article"),
        ({"target": "the Zelda bridge", "sentences": [6]}, "name_not_in_article"),
        ({"id": "S99.9", "sentences": [6]}, "unknown_id"),
    ],
)
def test_a_stance_that_the_article_does_not_bear_out_is_refused(change, reason):
    summary, _ = only("stances", [PRAISE | change], [])

    assert reason in reasons(summary)
    assert not any(stance.decided_by == "model" for stance in summary.stances)
    assert "Zelda" not in summary.model_dump_json(include={"stances", "actors"})


# Statements

MINE = """Mine of Alder to close

Mayor Ada Ruiz said the mine would close by May, a month later. “It was a danger,” she added.

The union wants its 40 pumps kept, as its chief, Tim Orr, put it on Monday. Only 7 percent said \
they would stay. Bo Li called the mine a risk.
"""
PUMPS = {
    "id": None,
    "polarity": "said",
    "speaker": "Tim Orr",
    "cue": "put it",
    "sentence": 4,
    "first": "The union wants",
    "last": "40 pumps kept",
}
UNCHANGED = dict.fromkeys(("speaker", "cue", "sentence", "first", "last"))


def stated(*answers, **arguments):
    """What the statements are after these answers: words, speaker and cue of each, and why."""
    summary, model = only("statements", *answers, text=arguments.pop("text", MINE), **arguments)
    return {each.text: each for each in summary.statements}, summary, model


def test_statements_are_listed_short_with_their_sentence():
    listed = asked(MINE).messages[1]["content"]

    assert "T1 [2] Ada Ruiz: the mine … month later\n" in listed


def test_what_an_answer_leaves_out_is_as_code_found_it():
    by_code = summarize(MINE, model="none", facets=["statements"]).statements
    _, summary, model = stated([])

    assert summary.statements == by_code != ()
    assert len(model.requests) == 1


def test_a_model_that_is_not_good_at_them_is_not_asked_about_statements():
    model = FakeModel(lambda _: Reply(json.dumps(EMPTY)), profile=Profile(gaps_only={"statements"}))
    summary = summarize(MINE, model=model, settings=Settings(repairs=0))

    assert "statements" not in model.requests[0].schema["properties"]
    assert "T1" not in model.requests[0].messages[1]["content"]
    assert summary.statements == summarize(MINE, model="none").statements


def test_a_statement_is_found_by_its_first_and_last_words():
    found, summary, _ = stated([PUMPS])

    each = found["The union wants its 40 pumps kept"]
    assert (each.speaker_name, each.cue.text, each.polarity) == ("Tim Orr", "put it", "said")
    assert (each.decided_by, each.certainty, each.rule) == ("model", "inferred", None)
    assert "Tim Orr" in {actor.name for actor in summary.actors}


def test_code_s_keep_their_ids_and_what_is_added_is_numbered_on():
    by_code = summarize(MINE, model="none", facets=["statements"]).statements
    found, summary, _ = stated([PUMPS])

    kept = [each for each in summary.statements if each.decided_by == "rule"]
    assert [each.id for each in kept] == [each.id for each in by_code]
    assert found["The union wants its 40 pumps kept"].id == f"T{len(by_code) + 1}"
    starts = [each.spans[0].start for each in summary.statements]
    assert starts == sorted(starts)


def test_a_statement_is_dropped_with_its_reason():
    found, summary, model = stated([{"id": "T1", "polarity": "none", **UNCHANGED}])

    assert "T1" not in {each.id for each in found.values()}
    assert [(each.item, each.reason) for each in summary.rejected] == [("T1", "not_a_statement")]
    assert len(model.requests) == 1


def test_the_ends_of_a_statement_are_corrected_and_its_speaker_is_kept():
    ends = {"sentence": 2, "first": "the mine", "last": "by May"}
    found, summary, _ = stated([{"id": "T1", "polarity": "said", **UNCHANGED, **ends}])

    each = found["the mine would close by May"]
    assert (each.id, each.speaker_name, each.cue.text) == ("T1", "Ada Ruiz", "said")
    assert (each.decided_by, each.certainty) == ("both", "explicit")
    assert not any("month later" in text for text in found)
    assert reasons(summary) == []


def test_the_polarity_of_a_statement_is_corrected():
    found, _, _ = stated([{"id": "T1", "polarity": "denied", **UNCHANGED}])

    assert {each.polarity for each in found.values() if each.id == "T1"} == {"denied"}


def test_one_that_code_has_is_corrected_and_not_doubled():
    same = PUMPS | {
        "speaker": "Ada Ruiz",
        "cue": "said",
        "sentence": 2,
        "first": "the mine",
        "last": "by May",
    }
    by_code = summarize(MINE, model="none", facets=["statements"]).statements
    found, summary, _ = stated([same, same])

    assert len(summary.statements) == len(by_code)
    assert found["the mine would close by May"].id == "T1"


def test_no_model_gives_the_words_of_an_explicit_speaker_to_another():
    other = {"id": "T1", "polarity": "said", **UNCHANGED, "speaker": "Tim Orr"}
    _, summary, model = stated([other])

    assert {each.id: each.speaker_name for each in summary.statements}["T1"] == "Ada Ruiz"
    assert reasons(summary) == ["explicit_speaker"]
    assert len(model.requests) == 1


def test_another_speaker_than_an_explicit_one_is_a_guess_where_the_sentence_names_it():
    text = "Ada Ruiz rejected calls by Tim Orr and said the mine would close by May."
    other = {"id": "T1", "polarity": "said", **UNCHANGED, "speaker": "Tim Orr"}
    assert summarize(text, model="none").statements[0].certainty == "explicit"
    found, _, _ = stated([other], text=text)

    (each,) = found.values()
    assert (each.speaker_name, each.decided_by) == ("Tim Orr", "model")
    assert (each.certainty, each.doubt) == ("guessed", "explicit_speaker")


def test_a_share_of_those_asked_is_a_source():
    poll = PUMPS | {
        "speaker": "only 7 percent",
        "cue": "said",
        "sentence": 5,
        "first": "they would",
        "last": "stay",
    }
    found, _, _ = stated([poll])

    assert found["they would stay"].speaker_name == "Only 7 percent"


def test_the_words_around_their_report_are_two_pieces():
    text = "The mine of Alder, by the account of Ada Ruiz, would close in May. Ada Ruiz left."
    split = PUMPS | {
        "speaker": "Ada Ruiz",
        "cue": "account",
        "sentence": 1,
        "first": "The mine",
        "last": "in May",
    }
    found, _, _ = stated([split], text=text)

    assert "The mine of Alder … would close in May" in found


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"first": "The union demands"}, "words_not_in_sentence"),
        ({"last": "40 bridges kept"}, "words_not_in_sentence"),
        ({"first": "pumps kept", "last": "union wants"}, "wrong_order"),
        ({"sentence": 99}, "no_such_sentence"),
        ({"first": None}, "no_words"),
        ({"sentence": None}, "no_words"),
        ({"cue": None}, "no_cue"),
        ({"cue": "shouted"}, "cue_not_in_article"),
        ({"cue": "wants"}, "cue_within"),
        ({"speaker": "Zelda Quark"}, "name_not_in_article"),
        ({"speaker": "he"}, "speaker_is_pronoun"),
        ({"speaker": "40 pumps"}, "not_a_source"),
        ({"id": "T99"}, "unknown_id"),
        ({"first": "It was", "last": "a danger", "sentence": 3, "cue": "added"}, "quotation"),
    ],
)
def test_a_statement_that_does_not_stand_there_is_refused(change, reason):
    by_code = summarize(MINE, model="none", facets=["statements"]).statements
    _, summary, _ = stated([PUMPS | change], [])

    assert reasons(summary) == [reason]
    assert summary.statements == by_code


def test_ends_that_stand_there_twice_are_asked_again_with_the_sentences_alone():
    text = MINE.replace("The union wants", "The union wants the mine and wants")
    unclear = PUMPS | {"first": "wants", "last": "pumps kept"}
    clear = unclear | {"first": "wants the mine"}
    found, summary, model = stated([unclear], [clear], text=text)

    again = model.requests[1].messages[1]["content"]
    assert "'wants' stands there more than once. You answered: [4] Tim Orr: wants …" in again
    assert "Mine of Alder to close" not in again
    assert "wants the mine and wants its 40 pumps kept" in found
    assert reasons(summary) == []


def test_of_two_in_one_sentence_the_one_that_is_given_up_keeps_its_reason():
    wrong = [PUMPS | {"first": "The union demands"}, PUMPS | {"speaker": "Zelda Quark"}]
    _, summary, _ = stated(wrong, [PUMPS])
    _, neither, _ = stated(wrong, [])

    assert len(reasons(summary)) == 1
    assert reasons(neither) == ["words_not_in_sentence", "name_not_in_article"]


def test_a_speaker_that_no_sentence_shows_is_kept_as_a_guess_or_refused():
    far = PUMPS | {"speaker": "Bo Li"}
    found, _, _ = stated([far], text=MINE.replace("Bo Li called", "Rain fell.\n\nBo Li called"))
    strict, summary, _ = stated(
        [far],
        [],
        text=MINE.replace("Bo Li called", "Rain fell.\n\nBo Li called"),
        profile=Profile(strict_checks=True),
    )

    each = found["The union wants its 40 pumps kept"]
    assert (each.certainty, each.doubt) == ("guessed", "speaker_not_shown")
    assert each.text not in strict
    assert reasons(summary) == ["speaker_not_shown"]


def test_typography_and_case_of_the_words_do_not_matter():
    text = MINE.replace("its 40 pumps", "the “old” 40\u00a0pumps")
    answer = PUMPS | {"first": 'the UNION wants the "old"', "last": "40 pumps kept"}
    found, _, _ = stated([answer], text=text)

    assert "The union wants the “old” 40\u00a0pumps kept" in found


@pytest.mark.parametrize(
    ("text", "last", "words"),
    [
        ("Ada Ruiz: prices fell by 30\u00a0% in May.", "by 30", "prices fell by 30\u00a0%"),
        ("Ada Ruiz: prices fell “by half” in May.", "by half", "prices fell “by half”"),
        (
            "Ada Ruiz: prices fell «\u00a0by half\u00a0» in May.",
            "half",
            "prices fell «\u00a0by half\u00a0»",
        ),
        ("Ada Ruiz: prices fell (by $3) in May.", "by 3", "prices fell (by $3)"),
    ],
)
def test_marks_that_belong_to_the_words_are_copied_with_them(text, last, words):
    answer = {"polarity": "said", "speaker": "Ada Ruiz", "cue": ":", "sentence": 1}
    found, _, _ = stated([{"id": None, **answer, "first": "prices", "last": last}], text=text)

    assert words in found


def test_no_speaker_can_be_unknown():
    unknown, _, _ = stated([PUMPS | {"speaker": None}])
    corrected, _, _ = stated([{"id": "T1", "polarity": "said", **UNCHANGED, "speaker": "unknown"}])

    assert unknown["The union wants its 40 pumps kept"].speaker_name is None
    assert len(corrected) == len(summarize(MINE, model="none").statements)


def test_parts_of_a_long_article_add_each_statement_once():
    names = [f"{first} {last}" for first in "Ada Bo Cy Di".split() for last in "Orr Poe".split()]
    told = [f"Gate {at} is wet, as {names[at % 8]} put it on Monday." for at in range(60)]
    text = "Gates of Alder are wet\n\n" + "\n\n".join(told)

    def every(request):
        shown = re.findall(
            r"^\[(\d+)\] Gate (\d+) is", request.messages[1]["content"], re.MULTILINE
        )
        said = [
            {**PUMPS, "sentence": int(number), "first": f"Gate {at}", "last": "is wet"}
            | {"speaker": names[int(at) % 8]}
            for number, at in shown
        ]
        return Reply(json.dumps({"statements": said}))

    model = FakeModel(every, profile=Profile(context=2500))
    summary = summarize(text, model=model, facets=["statements"])

    assert summary.provenance.coverage.parts > 1
    assert [each.text for each in summary.statements] == [f"Gate {at} is wet" for at in range(60)]
    assert len({each.id for each in summary.statements}) == 60
    assert faults(json.loads(summary.model_dump_json())) == ()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_an_answer_points_at_the_words_are_the_article_s(seed):
    random = Random(seed)
    words = MINE.split()

    def some():
        at = random.randrange(len(words))
        return random.choice(
            [" ".join(words[at : at + random.randint(1, 4)]), words[at][-1], "“", ",", "", None]
        )

    def item():
        key = random.choice([None, "T1", "T2", "T9"])
        polarity = random.choice(["said", "asked", "denied", "unsaid", "none"])
        ends = {"first": some(), "last": some(), "sentence": random.choice([-1, 0, *range(9)])}
        return {"id": key, "polarity": polarity, "speaker": some(), "cue": some(), **ends}

    answer = [item() for _ in range(60)]
    _, summary, _ = stated(answer, [item() for _ in range(60)])

    assert len({each.id for each in summary.statements}) == len(summary.statements)


# Figures and gist


def test_a_figure_that_is_none_is_left_out_with_its_reason():
    summary, _ = only("figures", [{"id": "F1", "measures": None}])

    assert summary.figures == ()
    assert reasons(summary) == ["not_a_figure"]


def test_a_caption_says_who_decided():
    summary, _ = only("figures", [{"id": "F1", "measures": "berths that the port may lose"}])

    (figure,) = summary.figures
    assert (figure.decided_by, figure.certainty, figure.doubt) == ("model", "inferred", None)


def test_a_gist_has_its_sentences():
    gist = {"text": "The port of Lund may lose 40 berths.", "sentences": [2, 99]}
    summary, _ = only("gist", gist)

    (span,) = summary.gist_evidence
    assert span.text == "The port of Lund may lose 40 berths, the council said on Monday."


def test_a_foreign_name_in_the_gist_is_asked_again_with_the_sentences_alone():
    wrong = {"text": "Lund may lose 40 berths, says Zelda Quark.", "sentences": [2]}
    right = {"text": "Lund may lose 40 berths.", "sentences": [2]}
    summary, model = only("gist", wrong, right)

    again = model.requests[1].messages[1]["content"]
    assert "You answered: Lund may lose 40 berths, says Zelda Quark." in again
    assert "Quiet Harbours" not in again
    assert summary.gist == right["text"]
    assert model.requests[0].schema == model.requests[1].schema


# How it is sent


def test_all_that_failed_is_in_one_second_request():
    wrong = {"gist": {"text": "Zelda Quark won.", "sentences": [2]}}
    again = {"gist": wrong["gist"], "quotes": [], "figures": []}
    summary, model = filled(wrong, json.dumps(again))

    assert [request.name for request in model.requests] == ["Form", "Again"]
    assert "Not answered: " in model.requests[1].messages[1]["content"]
    assert {each.facet for each in summary.rejected} >= {"gist", "quotes", "figures"}


def test_a_form_that_is_cut_off_is_split_by_facet():
    cut = Reply('{"gist": {"text": "Lu', ended="length")
    answers = [cut, *({name: part} for name, part in EMPTY.items())]
    model = FakeModel(answers, profile=Profile(at_once=1))
    summarize(HARBOUR, model=model)

    assert [[*request.schema["properties"]] for request in model.requests] == [
        [*EMPTY],
        *([name] for name in EMPTY),
    ]


def test_a_form_over_the_limit_of_the_endpoint_is_split_beforehand():
    model = FakeModel(
        [{name: part} for name, part in EMPTY.items()], profile=Profile(output=500, at_once=1)
    )
    summarize(HARBOUR, model=model, settings=Settings(repairs=0))

    assert [[*request.schema["properties"]] for request in model.requests] == [[n] for n in EMPTY]


def test_a_facet_that_asks_nothing_has_no_form_of_its_own():
    text = "“We won,” Jane Roe said. " + "It cost 9 crowns. " * 8
    model = FakeModel([{"figures": []}], profile=Profile(output=256))
    summarize(text, model=model, facets=["quotes", "figures"], settings=Settings(repairs=0))

    assert [[*request.schema["properties"]] for request in model.requests] == [["figures"]]


def test_an_item_of_another_shape_spoils_no_other():
    quotes = [{"id": "Q2", **ASKED}, "no item", {"id": "Q3", "said": 7}]
    model = FakeModel(
        [json.dumps({"quotes": quotes}), json.dumps({"quotes": []})], profile=Profile()
    )
    summary = summarize(HARBOUR, model=model, facets=["quotes"])

    assert {quote.id: quote.speaker_name for quote in summary.quotes}["Q2"] == "Ada Brandt"
    assert "invalid" in reasons(summary)


# What a sloppy or hostile answer must not do

TALKS = """Leaders meet in Lund

“We will sign,” Jane Roe said. “Not yet,” Tim Poe said.
The leaders praised the deal. Mayor Jane Roe met the families of Lund for 15 crowns.
"""


def actor(name, kind="person", role=None, also=()):
    return {"name": name, "kind": kind, "role": role, "also": [*also]}


@pytest.mark.parametrize(
    "actors",
    [
        [actor("Jane Roe", also=["The leaders"]), actor("Tim Poe", also=["The leaders"])],
        [actor("Jane Roe", also=["Tim Poe"])],
        [actor("families", "group", also=["Jane Roe", "Tim Poe"])],
    ],
)
def test_no_alias_gives_the_words_of_one_to_another(actors):
    model = FakeModel([{"actors": actors, "quotes": []}], profile=Profile())
    summary = summarize(TALKS, model=model, facets=["actors", "quotes"])

    assert [quote.speaker_name for quote in summary.quotes] == ["Jane Roe", "Tim Poe"]
    assert "another_actor" in reasons(summary)
    assert faults(json.loads(summary.model_dump_json())) == ()


@pytest.mark.parametrize("words", ["the", "of", "40", "15 crowns", "We will sign", "met the"])
def test_words_that_mean_no_one_are_no_actor_source_or_alias(words):
    listed, _ = only("actors", [actor(words, "group"), actor("Jane Roe", also=[words])], text=TALKS)
    held, _ = only(
        "stances",
        [{**PRAISE, "actor": words, "target": "the deal", "sentences": [4]}],
        [],
        text=TALKS,
    )

    assert words not in {each.name for each in (*listed.actors, *held.actors)}
    assert all(words not in each.also for each in listed.actors)
    assert not any(stance.decided_by == "model" for stance in held.stances)


@pytest.mark.parametrize(
    "speaker",
    ["15 berths", "said", "Nobody reads these plans", "on Monday", "Monday", "fell", "prices fell"],
)
def test_words_that_mean_no_one_are_no_speaker(speaker):
    text = HARBOUR.replace("40", "15") + " It rained on Monday, and prices fell."
    item = {"id": "Q2", "said": "yes", "speaker": speaker}
    summary, _ = only("quotes", [item], [item], text=text, settings=Settings(repairs=1))

    assert speaker not in {quote.speaker_name for quote in summary.quotes}


@pytest.mark.parametrize("role", ["the", "Tim Poe", "15 crowns", "We will sign", "leaders"])
def test_a_role_stands_beside_its_actor(role):
    text = TALKS.replace("Leaders meet in Lund\n\n", "Talks\n\nIt rained. " * 3)
    summary, _ = only("actors", [actor("Tim Poe", role=role)], text=text)

    found = {each.name: each.role for each in summary.actors}
    assert found["Tim Poe"] != role or role == "leaders"


def test_a_name_that_speaks_is_not_dropped_silently():
    summary, _ = only("actors", [actor("Ada Brandt", "none")])

    assert "Ada Brandt" not in {each.name for each in summary.actors}
    assert reasons(summary) == ["not_an_actor"]


def test_what_is_given_up_in_the_second_form_keeps_its_reason():
    wrong = {"id": "Q2", "said": "yes", "speaker": "Zelda Quark"}
    quotes, _ = only("quotes", [wrong], [])
    gist, _ = only("gist", {"text": "Zelda Quark won.", "sentences": [2]}, Reply("{}"))

    assert "name_not_in_article" in reasons(quotes)
    assert "name_not_in_article" in reasons(gist)


def test_a_second_form_that_is_cut_off_loses_no_reason():
    wrong = {"id": "Q2", "said": "yes", "speaker": "Zelda Quark"}
    summary, _ = only("quotes", [wrong], Reply("{", ended="length"))

    assert {"name_not_in_article", "truncated"} <= set(reasons(summary))


def test_an_id_that_is_given_twice_is_told():
    right = {"id": "Q2", **ASKED}
    other = {"id": "Q3", "said": "no", "speaker": None}
    summary, _ = only("quotes", [right, right, other])

    assert "invalid" in reasons(summary)


def test_a_doubt_does_not_replace_what_is_explicit():
    text = "Union debates plan\n\nBo Lindqvist praised the plan. Ms Ada Brandt was there."
    key = asked(text).messages[1]["content"].partition("Stances:\n")[2].split()[0]
    other = {**PRAISE, "id": key, "actor": "Ada Brandt", "position": "opposes", "sentences": [2]}
    summary, _ = only("stances", [other], [], text=text)

    assert [(s.position, s.decided_by) for s in summary.stances] == [("praises", "rule")]


def test_strict_checks_refuse_what_is_doubtful():
    far = {**PRAISE, "actor": "Tim Poe", "position": "criticises", "sentences": [6]}
    lenient, _ = only("stances", [far], [])
    strict, _ = only("stances", [far], [], profile=Profile(strict_checks=True))

    assert [s.doubt for s in lenient.stances if s.decided_by == "model"] != []
    assert [s for s in strict.stances if s.decided_by == "model"] == []
