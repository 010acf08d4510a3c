"""What a model is good at is data: ours by its name, or the user's own."""

import json

import pytest
from bridge import ANSWERS, TEXT, answering, ask
from endpoint import Endpoint, name_of
from made_up import command

from summarizer import Article, Copied, Facet, FakeModel, Item, Profile, Settings, summarize
from summarizer.cassettes.preview import preview
from summarizer.cli import run
from summarizer.errors import SettingsError
from summarizer.llm.local import catalogue
from summarizer.llm.opening import opening_by
from summarizer.llm.profiles import find
from summarizer.settings import FACETS


class Location(Item):
    name: Copied


LOCATIONS = Facet("locations", Location, "Where does it happen?")

SPOKEN = TEXT + 'Roads will follow. "We had waited forty years for it," Tomas Reed of Lenn said.\n'
CATALOGUE = frozenset()
EVERY = frozenset(FACETS)


@pytest.mark.parametrize(
    ("name", "strategy", "asks"),
    [
        ("local", "many", CATALOGUE),
        ("local:gemma3-270m", "many", CATALOGUE),
        ("gguf:/models/mine.gguf", "many", EVERY - {"gist"}),
        ("qwen2.5-coder-1.5b", "one", CATALOGUE),
        ("gpt-4.1-mini", "one", EVERY),
        ("localhost-model", "one", EVERY),
    ],
)
def test_ours_go_by_the_name(name, strategy, asks):
    profile = find(name)

    assert (profile.strategy, profile.asks) == (strategy, asks)
    assert (profile.context, profile.at_once) == (None, 8)


def test_all_weights_of_the_catalogue_have_one_wherever_they_are_served():
    for weights in catalogue.KNOWN:
        assert find(weights.name).asks == CATALOGUE
        assert find(f"local:{weights.name}").strategy == "many"


def test_the_settings_resolve_it():
    own = Profile(strategy="many", context=4096)

    assert Settings(model="local").resolved_profile.asks == CATALOGUE
    assert Settings(profile=own).resolved_profile == own
    assert Settings(profile=own).resolved_strategy == "many"
    assert Settings(profile=own, strategy="one").resolved_strategy == "one"
    assert Settings(profile=own, context=2048).resolved_profile.context == 2048
    assert Settings().changed(profile=own).profile == own
    assert Settings.model_validate_json(Settings(profile=own).model_dump_json()).profile == own


def asked_about(profile, **given):
    """The questions that a model with this profile is asked about a spoken stance."""
    model = FakeModel(lambda _: "{}", profile=profile)
    with pytest.raises(Exception, match="wrong shape"):
        summarize(SPOKEN, model=model, facets=["stances"], **given)
    return [request.name for request in model.requests]


def test_a_model_is_asked_where_code_has_no_answer_or_wherever_it_is_trusted():
    assert "StanceAnswer" in asked_about(Profile(strategy="many"))
    model = FakeModel([], profile=Profile(strategy="many", gaps_only={"stances"}))

    summarize(SPOKEN, model=model, facets=["stances"])

    assert model.requests == []


@pytest.mark.parametrize(("strategy", "name"), [("one", "Form"), ("many", "CaptionsAnswer")])
def test_what_a_model_is_not_asked_is_codes_alone(strategy, name):
    asks = Profile(strategy=strategy, asks={"figures"})

    summary, endpoint = ask(answering(), text=SPOKEN, strategy=strategy, profile=asks)

    assert {name_of(each) for each in endpoint.requests} == {
        {"one": "Form", "many": "CaptionsAnswer"}[strategy]
    }
    assert summary.provenance.asked == ("figures",)
    assert summary.gist_decided_by == "rule"
    assert "model" not in {each.decided_by for each in (*summary.quotes, *summary.actors)}


def test_where_nothing_is_open_no_model_is_opened(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path / "weights"))
    article = write(tmp_path / "bridge.txt", SPOKEN)

    def opened(_):
        raise AssertionError("a model was opened")

    with opening_by(opened):
        assert command(run.add, "run", str(article)) == 0
        made = summarize(SPOKEN).provenance

    assert (made.model, made.strategy, made.asked) == ("none", "none", ())
    assert "by code alone: no model was asked" in capsys.readouterr().out
    assert not (tmp_path / "weights").exists()


@pytest.mark.parametrize("given", [{"facets": ["gist"]}, {"facets": [LOCATIONS]}])
def test_what_code_cannot_do_is_asked_of_the_default_model(given):
    article = Article("It rained in Oslo, and the river rose by the old harbour all day.")
    settings = Settings(gist_mode="write" if given["facets"] == ["gist"] else None, **given)

    assert len(list(preview(article, settings))) == 1


def test_the_text_says_what_a_model_was_asked_about(tmp_path, capsys):
    article = write(tmp_path / "bridge.txt", SPOKEN)
    own = write(tmp_path / "o.toml", '[[profile]]\nmodels = ["m"]\nasks = ["figures"]\n')
    with Endpoint(answering()) as endpoint:
        at = ("--base-url", endpoint.url, "--model", "m", "--profiles", str(own))
        command(run.add, "run", str(article), *at)
        command(run.add, "run", str(article), *at, "--html", str(tmp_path / "page.html"))

    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "which was asked about figures alone." in page
    assert ", asked about figures alone, 1 questions, " in capsys.readouterr().out


def test_the_users_profile_comes_before_that_of_the_model():
    model = FakeModel([], profile=Profile(strategy="many"))
    settings = Settings(profile=Profile(gaps_only={"stances"}), facets=("stances",))

    summarize(SPOKEN, model=model, settings=settings)

    assert model.requests == []


def _gist(request):
    gist = ANSWERS["GistAnswer"]["gist"]
    return {"text": gist, "sentences": [1]} if request.name == "Form" else gist


@pytest.mark.parametrize("given", [{}, {"context": 2048}, {"profile": Profile(context=2048)}])
def test_a_small_context_is_read_in_parts(given):
    model = FakeModel(
        lambda request: json.dumps({"gist": _gist(request)}),
        profile=Profile(strategy="many", context=None if given else 2048),
    )
    long = TEXT + "There was a cake, and another cake. " * 300

    summary = summarize(long, model=model, settings=Settings(facets=("gist",), **given))

    assert summary.provenance.coverage.sentences > 300
    assert "part" in model.requests[0].messages[-1]["content"].casefold()


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_the_users_comes_first(tmp_path):
    own = write(
        tmp_path / "own.toml",
        '[[profile]]\nmodels = ["made-up-*"]\nstrategy = "many"\ngaps_only = ["gist"]\n',
    )

    assert find("made-up-model", own) == Profile(strategy="many", gaps_only={"gist"})
    assert find("local", own) == find("local")


def test_the_command_takes_a_file(tmp_path, capsys):
    own = write(tmp_path / "own.toml", '[[profile]]\nmodels = ["made-up-*"]\nstrategy = "many"\n')
    article = write(tmp_path / "bridge.txt", TEXT)
    with Endpoint(answering()) as endpoint:
        at = ("--base-url", endpoint.url, "--model", "made-up-model")
        assert command(run.add, "run", str(article), *at, "--profiles", str(own)) == 0

    assert len({name_of(request) for request in endpoint.requests}) > 1, "many questions, no form"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[[profile]]\nstrategy =", "no profiles"),
        ("[[profile]]\nmodels = []\n", "profile.0.models"),
        ('[[profile]]\nmodels = ["m"]\nstrategy = "two"\n', "profile.0.strategy"),
        ('[[profile]]\nmodels = ["m"]\ntrusted = true\n', "profile.0.trusted"),
        ('[[profile]]\nmodels = ["m"]\nasks = ["captions"]\n', "profile.0.asks.0"),
        ("profile = " + "[" * 9999, "no profiles: maximum recursion"),
        ("", "profile: it is missing"),
        (None, "Cannot read"),
    ],
)
def test_a_file_that_cannot_be_used_is_a_clear_error(content, told, tmp_path):
    path = tmp_path / "own.toml"
    if content is not None:
        write(path, content)

    with pytest.raises(SettingsError, match=told):
        find("m", path)


def test_a_profile_is_written_alike_in_every_process():
    written = Profile(gaps_only=FACETS).model_dump(mode="json")

    assert written["asks"] == written["gaps_only"] == sorted(FACETS)
