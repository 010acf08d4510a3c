"""What summarize makes of answers: right ones, wrong ones, unusable ones, and none."""

import asyncio
import gc
import json

import pytest
from bridge import TEXT, answering, ask, reasons
from endpoint import name_of

from summarizer import Article, Profile, Settings, summarize
from summarizer.errors import ArticleError, EndpointError, SettingsError

STRICT = Profile(strategy="many", strict_checks=True)


def test_right_answers_become_the_summary():
    summary, endpoint = ask(answering())

    assert summary.gist == "Ada Brandt opened a bridge over the Lenn."
    assert [(a.name, a.kind, a.role) for a in summary.actors] == [
        ("Ada Brandt", "person", "mayor of Quillport"),
        ("Lenn", "other", None),
        ("town council", "organisation", None),
    ]
    assert [(q.speaker, q.speaker_name, q.text) for q in summary.quotes] == [
        ("A1", "Ada Brandt", "The river has kept us apart for too long.")
    ]
    assert [(f.span.text, f.approximate, f.measures) for f in summary.figures] == [
        ("12,400 crowns", True, "Cost of the bridge over the Lenn")
    ]
    assert [(s.actor, s.position, s.target) for s in summary.stances] == [
        ("A1", "praises", "the builders and the town council of Quillport")
    ]
    assert summary.rejected == ()
    assert endpoint.keys == {"Bearer made-up-key"}


def test_the_form_asks_once_and_gives_the_same_summary():
    one, endpoint = ask(answering(), strategy="one")
    many, _ = ask(answering())

    assert len(endpoint.requests) == 1
    assert one.gist == many.gist
    assert one.quotes == many.quotes
    assert one.figures == many.figures
    assert [each.text for each in one.gist_evidence] == ["Mayor opens bridge"]
    assert {actor.name: actor.kind for actor in one.actors} == {
        "Ada Brandt": "person",
        "Lenn": "other",
        "town council": "organisation",
    }


def test_all_that_a_form_leaves_out_is_asked_in_one_second_form():
    def forgetful(request):
        left_out = {"quotes": [], "figures": []} if name_of(request) == "Form" else {}
        return answering(Form=left_out)(request)

    summary, endpoint = ask(forgetful, strategy="one", facets=("quotes", "figures"))

    assert [name_of(request) for request in endpoint.requests] == ["Form", "Again"]
    assert "Not answered: Q1, F1" in endpoint.requests[1]["messages"][1]["content"]
    assert summary.quotes[0].speaker_name == "Ada Brandt"
    assert summary.figures[0].measures
    assert summary.rejected == ()


@pytest.mark.parametrize("looks_for_garbage", [True, False])
def test_python_looks_for_garbage_as_before(looks_for_garbage, monkeypatch):
    found = []
    monkeypatch.setattr(gc, "callbacks", [lambda phase, _: found.append(phase)])
    (gc.enable if looks_for_garbage else gc.disable)()
    try:
        summarize("Roe said: “It cost 9 crowns.” Poe left.\n\n" * 200, model="none")
        assert gc.isenabled() is looks_for_garbage
    finally:
        gc.enable()
    assert len(found) < 10  # 40 without the pause


def test_usage_is_counted_over_every_request():
    summary, endpoint = ask(answering())

    used = summary.provenance.usage
    assert used.requests == len(endpoint.requests)
    assert used.prompt_tokens == 10_000 * used.requests
    assert used.cached_tokens == 40 * used.requests
    assert used.completion_tokens == 10 * used.requests


def test_only_the_facets_asked_for_are_asked():
    _, endpoint = ask(answering(), facets=("gist",))

    assert [name_of(request) for request in endpoint.requests] == ["GistAnswer"]


def test_a_gist_is_kept_without_the_braces_of_the_answer_around_it():
    answer = {"gist": "Ada Brandt opened a bridge over the Lenn.}"}
    summary, _ = ask(answering(GistAnswer=answer), facets=("gist",))

    assert summary.gist == "Ada Brandt opened a bridge over the Lenn."


@pytest.mark.parametrize(
    ("name", "answer", "reason"),
    [
        ("GistAnswer", {"gist": "Zelda Quark opened a bridge."}, "name_not_in_article"),
        ("GistAnswer", {"gist": "The bridge cost 13,400 crowns."}, "number_not_in_article"),
        ("GistAnswer", {"gist": " "}, "empty"),
        ("GistAnswer", {"gist": "bridge " * 100}, "too_long"),
        ("SpeakerAnswer", {"speaker": "Zelda Quark"}, "name_not_in_article"),
        ("SpeakerAnswer", {"speaker": "she"}, "speaker_is_pronoun"),
        ("CaptionsAnswer", "12,400 crowns", "echo"),
        ("CaptionsAnswer", "!", "empty"),
        ("CaptionsAnswer", "Number of soldiers killed", "word_not_in_passage"),
    ],
)
def test_what_fails_a_check_is_asked_once_more_and_then_rejected(name, answer, reason):
    summary, endpoint = ask(answering(**{name: answer}), profile=STRICT)

    assert reasons(summary) == {reason}
    asked = [request for request in endpoint.requests if name_of(request) == name]
    assert len(asked) == 2
    again = asked[1]["messages"][-1]["content"]
    assert "An earlier answer was wrong" in again


def test_nobody_speaks_who_is_named_only_in_a_later_paragraph():
    text = "Ada Brandt rejected it. “The quay is next,” she said.\n\nZoe Quark welcomed it."

    summary, endpoint = ask(
        answering(SpeakerAnswer={"speaker": "Zoe Quark"}),
        text=text,
        facets=("quotes",),
        profile=STRICT,
    )

    assert summary.quotes[0].speaker_name == "Ada Brandt"
    assert reasons(summary) == {"named_later"}
    assert len(endpoint.requests) == 1


def test_a_repair_is_as_long_however_long_the_wrong_answer_was():
    _, endpoint = ask(answering(SpeakerAnswer={"speaker": "Zelda Quark " * 50}))

    sizes = [len(request["messages"][-1]["content"]) for request in endpoint.requests]
    assert max(sizes) < min(sizes) + 1000


def test_places_and_things_are_no_actors():
    kinds = {"Ada Brandt": "person", "Lenn": "place", "Quillport": "something else"}

    summary, _ = ask(answering(KindsAnswer=kinds))

    assert [actor.name for actor in summary.actors] == ["Ada Brandt", "town council"]
    assert summary.rejected == ()


def test_roles_are_copied_from_beside_the_name():
    text = "Mayor Ada Brandt met Tom Reed, the harbour master of Lenn, on Friday."
    kinds = {"Ada Brandt": "person", "Tom Reed": "person"}

    summary, _ = ask(answering(KindsAnswer=kinds), text=text, facets=("actors",))

    assert [(actor.name, actor.role) for actor in summary.actors] == [
        ("Ada Brandt", "Mayor"),
        ("Tom Reed", "the harbour master of Lenn"),
    ]


def test_names_are_asked_for_where_no_capital_tells_them():
    summary, _ = ask(
        answering(ActorsAnswer={"actors": ["李强", "王五"]}),
        text="李强说：「我们不同意这个计划。」",
        facets=("actors",),
    )

    assert [actor.name for actor in summary.actors] == ["李强"]
    assert reasons(summary) == {"name_not_in_article"}


SPEECH = 'The river was loud. "It has kept us apart for too long," Ada Brandt said.'


def test_a_speaker_is_asked_about_where_no_sentence_states_a_position():
    summary, _ = ask(answering(), text=SPEECH, facets=("stances",))

    (stance,) = summary.stances
    assert (stance.position, stance.target) == ("criticises", "the river")
    assert stance.evidence[0].text == SPEECH.partition(". ")[2]


def test_no_position_is_an_answer():
    nothing = {"position": "none", "target": ""}

    summary, _ = ask(answering(StanceAnswer=nothing), text=SPEECH, facets=("stances",))

    assert (summary.stances, summary.rejected) == ((), ())


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("parliament", "target_not_in_evidence"),
        ("Zelda Quark", "name_not_in_article"),
        ("-", "empty"),
        ("Ada Brandt", "echo"),
    ],
)
def test_a_stance_is_held_against_its_evidence(target, reason):
    wrong = {"position": "supports", "target": target}

    asked = answering(StanceAnswer=wrong)
    summary, _ = ask(asked, text=SPEECH, facets=("stances",), profile=STRICT)

    assert summary.stances == ()
    assert reason in reasons(summary)


def test_what_is_only_doubtful_is_kept_as_a_guess():
    far = answering(
        CaptionsAnswer="Number of soldiers killed",
        StanceAnswer={"position": "supports", "target": "parliament"},
    )
    text = f"{SPEECH} It cost 12,400 crowns."
    summary, endpoint = ask(far, text=text, facets=("stances", "figures"))

    (figure,) = summary.figures
    (stance,) = summary.stances
    assert (figure.certainty, figure.doubt) == ("guessed", "word_not_in_passage")
    assert (stance.certainty, stance.doubt) == ("guessed", "target_not_in_evidence")
    assert summary.rejected == ()
    assert len({json.dumps(request) for request in endpoint.requests}) == len(endpoint.requests)


def test_sentences_that_show_one_stance_are_its_evidence_together():
    text = "Ada Brandt praised Tom Reed. Later Brandt again praised her friend Reed."

    summary, _ = ask(answering(KindsAnswer="person"), text=text, facets=("actors", "stances"))

    (stance,) = summary.stances
    assert [span.text for span in stance.evidence] == text.replace(". ", ".|").split("|")


def test_unknown_is_an_answer():
    summary, _ = ask(answering(SpeakerAnswer={"speaker": "unknown"}))

    assert (summary.quotes[0].speaker, summary.quotes[0].speaker_name) == (None, None)
    assert summary.rejected == ()


def test_a_described_source_is_a_group_where_it_can_be_told_apart():
    summary, _ = ask(answering(SpeakerAnswer={"speaker": "the town council"}))

    quote = summary.quotes[0]
    assert (summary.actor(quote.speaker).name, quote.speaker_name) == (
        "town council",
        "the town council",
    )


def test_nobody_home():
    settings = Settings.of(
        environment={}, model="m", base_url="http://127.0.0.1:9/v1", attempts=1, facets=("gist",)
    )

    with pytest.raises(EndpointError, match="could not be reached"):
        summarize(TEXT, settings=settings)


def test_the_article_reaches_the_model_with_its_braces_and_without_control_marks():
    text = 'Braces {{ 6*7 }} and {% if %}\n\n<|im_end|> "I stay," said Ada Brandt.'

    _, endpoint = ask(answering(), text=text, facets=("gist",))

    prompt = endpoint.requests[0]["messages"][-1]["content"]
    assert "Braces {{ 6*7 }} and {% if %}" in prompt
    assert "<|im_end|>" not in prompt


def test_every_question_begins_with_the_same_article():
    _, endpoint = ask(answering())

    prompts = [request["messages"][-1]["content"] for request in endpoint.requests]
    assert len({prompt.partition("QUESTION")[0] for prompt in prompts}) == 1


def test_it_runs_where_an_event_loop_runs():
    async def inside():
        return ask(answering(), facets=("gist",))[0]

    assert asyncio.run(inside()).gist


def test_progress_is_told_of_every_answer():
    told = []

    _, endpoint = ask(answering(), progress=lambda answered, asked: told.append((answered, asked)))

    assert told[-1] == (len(endpoint.requests), len(endpoint.requests))
    assert [answered for answered, _ in told] == list(range(1, len(told) + 1))


def test_a_text_without_quotations_or_figures_is_summarised():
    summary, _ = ask(answering(GistAnswer={"gist": "Nothing happened."}), text="Nothing happened.")

    assert (summary.quotes, summary.figures) == ((), ())


@pytest.mark.parametrize("text", ["", " \n\t", "half a \ud800 pair"])
def test_what_is_no_article_is_refused(text):
    with pytest.raises(ArticleError):
        summarize(Article(text))


@pytest.mark.parametrize(
    "values",
    [
        {"model": "some-model"},
        {"facets": ("verdict",)},
        {"strategy": "several"},
        {"attempts": 0},
        {"model": "m", "base_url": "ftp://host"},
        {"prompts": "no/such/folder"},
    ],
)
def test_settings_that_cannot_work_are_refused(values):
    with pytest.raises(SettingsError):
        summarize(TEXT, settings=Settings.of(environment={}, **values))


def test_no_article_leaves_without_a_named_endpoint(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "made-up-key")

    assert Settings.of().embedded


def test_the_key_is_shown_nowhere():
    settings = Settings.of(
        environment={"SUMMARIZER_API_KEY": "made-up-key"}, model="m", base_url="http://127.0.0.1:9"
    )

    assert "made-up-key" not in f"{settings!r} {settings} {settings.model_dump_json()}"


def test_settings_are_whole_whatever_the_environment_names(monkeypatch):
    monkeypatch.setenv("SUMMARIZER_MODEL", "another-model")
    monkeypatch.setenv("SUMMARIZER_BASE_URL", "http://127.0.0.1:9/v1")

    summary, _ = ask(answering(), facets=("gist",))

    assert summary.provenance.model == "made-up-model"


@pytest.mark.parametrize("strategy", ["many", "one"])
def test_no_length_goes_to_an_endpoint(strategy):
    _, endpoint = ask(answering(), facets=("quotes", "figures"), strategy=strategy)

    assert endpoint.requests
    assert not [request for request in endpoint.requests if "maxLength" in str(request)]
