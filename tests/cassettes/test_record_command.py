"""The command that records seeds anew: what it writes, what it keeps, what it reports."""

import json
import re

import pytest
import yaml
from endpoint import Endpoint, completion, failure, filled, name_of
from harbour_tale import TEXT
from made_up import command

from summarizer.article import digest
from summarizer.cassettes import use
from summarizer.cli import record
from summarizer.errors import CassetteError, SettingsError
from summarizer.session import summarize

SAID = "They got 40 berths — and an apology,"
START = TEXT.index(SAID)
GOLD = {
    "digest": digest(TEXT),
    "language": "en",
    "quotes": [
        {
            "spans": [{"start": START, "end": START + len(SAID), "text": SAID}],
            "speaker": "Ada Brandt",
            "named": True,
            "kind": "direct",
        }
    ],
    "figures": [
        {
            "span": {"start": TEXT.index("40"), "end": TEXT.index("40") + 2, "text": "40"},
            "value": 40,
            "unit": "berths",
            "measures": ["berths"],
        }
    ],
    "actors": [{"name": "Ada Brandt", "kind": "person"}],
}

GIST = "The pilots of Fennmouth went back to work."
ANSWERS = {
    "KindsAnswer": {"Ada Brandt": "person"},
    "StanceAnswer": {"position": "none", "target": ""},
    "SpeakerAnswer": {"speaker": "Ada Brandt"},
    "CaptionsAnswer": "berths",
}


def right(request, gist=GIST, **changes):
    """A right answer to any question, made to its schema; the form included."""
    return completion(
        json.dumps(filled(request, ANSWERS | {"GistAnswer": {"gist": gist}} | changes))
    )


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "pilots.txt").write_text(TEXT, encoding="utf-8")
    (folder / "pilots.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


@pytest.fixture
def call(seeds, tmp_path):
    """Run the command with an answer to every request; return its exit code."""

    def run(*words, answer=right):
        with Endpoint(answer) as endpoint:
            asked = ("--model", "made-up-model", "--base-url", endpoint.url)
            folders = ("--seeds", str(seeds), "--cassettes", str(tmp_path / "cassettes"))
            code = command(record.add, "record", *words, *asked, *folders)
            run.requests = endpoint.requests
        return code

    run.cassettes = tmp_path / "cassettes"
    return run


def contents(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def test_both_strategies_are_recorded_and_replay(call):
    assert call() == 0
    assert list(contents(call.cassettes)) == ["pilots.many.yaml", "pilots.one.yaml"]
    for strategy in ("many", "one"):
        with use(call.cassettes / f"pilots.{strategy}.yaml"):
            summary = summarize(
                TEXT,
                model="made-up-model",
                base_url="http://elsewhere.invalid/v1",
                strategy=strategy,
            )
        assert summary.quotes[0].speaker_name == "Ada Brandt"


def test_one_name_and_one_strategy_can_be_chosen(call, seeds):
    (seeds / "other.txt").write_text(TEXT.replace("Monday", "Friday"), encoding="utf-8")
    assert call("other", "--strategy", "one") == 0
    assert list(contents(call.cassettes)) == ["other.one.yaml"]


def test_the_seeds_may_say_what_is_asked_about_them(call, seeds):
    asked = '[[profile]]\nmodels = ["made-up-*"]\nasks = ["figures"]\n'
    (seeds / "profiles.toml").write_text(asked, encoding="utf-8")

    assert call("--strategy", "many") == 0
    assert [name_of(each) for each in call.requests] == ["CaptionsAnswer"]


def test_the_metadata_and_the_result_are_kept(call):
    call("--strategy", "many")
    kept = yaml.safe_load((call.cassettes / "pilots.many.yaml").read_text(encoding="utf-8"))
    assert kept["metadata"]["model"] == "made-up-model"
    assert kept["summary"]["quotes"][0]["speaker_name"] == "Ada Brandt"
    assert kept["summary"]["article"].keys().isdisjoint({"text", "source"})
    assert "seconds" not in kept["summary"]["provenance"]
    assert kept["metadata"]["prompts"] == kept["summary"]["provenance"]["prompts"]


def test_the_first_report_holds_the_result_against_the_gold(call, capsys):
    call("--strategy", "many")
    told, progress = capsys.readouterr()
    assert "Pilots end strike (many)" in told
    assert "nothing to compare with" in told
    assert re.search(r"gold .*quotations, recall: 1 of 1", told)
    assert re.search(r"gold .*figures, caption right, of those matched: 1 of 1", told)
    assert re.search(
        r"cost +requests: \d+; tokens read: \d+; tokens written: \d+; seconds: \d+\n", told
    )
    assert "Recorded" in progress
    assert "Recorded" not in told


def test_a_report_tells_what_changed(call, capsys):
    call("--strategy", "many")
    capsys.readouterr()
    gist = "The pilots of Fennmouth got an apology."
    call(
        "--strategy",
        "many",
        answer=lambda request: right(request, gist, CaptionsAnswer="pilots"),
    )
    told = capsys.readouterr().out
    assert f"gist     'gist' gist: {GIST} -> {gist}" in told
    assert "figures  '40' measures: berths -> pilots" in told
    assert re.search(r"caption right, of those matched: 1 of 1 -> 0 of 1", told)

    refused = {"CaptionsAnswer": ""}  # and asked again
    call("--strategy", "many", answer=lambda request: right(request, gist, **refused))
    told = capsys.readouterr().out
    caption = "Ada Brandt: They got … berths — and an apology"
    assert f"figures  '40' measures: pilots -> {caption}" in told
    assert re.search(r"cost +requests: \d+ -> \d+; ", told)


def test_a_report_of_no_change_says_so(call, capsys):
    call()
    before = contents(call.cassettes)
    call()
    assert "says the same as before" in capsys.readouterr().out
    assert contents(call.cassettes) == before


def test_changed_prompts_can_still_be_compared_with_the_old_result(call, capsys, monkeypatch):
    """The old requests fit no prompt any more; what came out of them is kept beside them."""
    call("--strategy", "many")
    path = call.cassettes / "pilots.many.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("QUESTION", "ASKED"), encoding="utf-8")
    capsys.readouterr()
    call("--strategy", "many")
    assert "says the same as before" in capsys.readouterr().out


def test_a_broken_cassette_is_recorded_anew(call, capsys):
    call.cassettes.mkdir()
    (call.cassettes / "pilots.one.yaml").write_text("!!python/object:os.system\n...\n")
    assert call("--strategy", "one") == 0
    assert "nothing to compare with" in capsys.readouterr().out


def test_articles_without_gold_are_recorded_too(call, seeds, capsys):
    (seeds / "pilots.gold.json").unlink()
    assert call("--strategy", "one") == 0
    assert "gold " not in capsys.readouterr().out


def test_an_article_that_fails_keeps_its_old_cassette_and_the_others_go_on(call, seeds, capsys):
    (seeds / "other.txt").write_text(TEXT.replace("Monday", "Friday"), encoding="utf-8")
    call("--strategy", "one")
    before = contents(call.cassettes)

    def answer(request):
        failed = "Friday" in request["messages"][1]["content"]
        return failure(401) if failed else right(request, "Pilots of Fennmouth.")

    assert call("--strategy", "one", answer=answer) == 1
    after = contents(call.cassettes)
    assert after["other.one.yaml"] == before["other.one.yaml"]
    assert after["pilots.one.yaml"] != before["pilots.one.yaml"]
    told, errors = capsys.readouterr()
    assert "other.one.yaml was not recorded" in errors
    assert "refused the key" in errors
    assert "Pilots of Fennmouth." in told


def test_an_interruption_leaves_every_cassette_whole_and_reports_the_rest(call, seeds, capsys):
    (seeds / "zebra.txt").write_text(TEXT.replace("Monday", "Friday"), encoding="utf-8")
    call("--strategy", "one")
    before = contents(call.cassettes)
    capsys.readouterr()

    def interrupt(*_, **__):
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patched:

        def answer(request):
            if "Friday" in request["messages"][1]["content"]:
                patched.setattr("summarizer.prompting.collector.Collector.take", interrupt)
            return right(request, "Pilots of Fennmouth.")

        with pytest.raises(KeyboardInterrupt):
            call("--strategy", "one", answer=answer)
    after = contents(call.cassettes)
    assert after.keys() == before.keys()
    assert after["pilots.one.yaml"] != before["pilots.one.yaml"]
    assert after["zebra.one.yaml"] == before["zebra.one.yaml"]
    assert "Pilots of Fennmouth." in capsys.readouterr().out


def test_a_recording_that_does_not_replay_is_an_error(call, capsys, monkeypatch):
    from summarizer.cassettes import rerecord

    def differing(article, **arguments):
        summary = summarize(article, **arguments)
        return summary.model_copy(update={"gist": f"{next(numbers)}"})

    numbers = iter(range(9))
    monkeypatch.setattr(rerecord, "summarize", differing)
    assert call("--strategy", "one") == 1
    assert "replays to another summary" in capsys.readouterr().err
    assert not call.cassettes.exists()


def test_a_dry_run_sends_nothing(call, capsys):
    assert call("--dry-run") == 0
    assert call.requests == []
    assert not call.cassettes.exists()
    told = capsys.readouterr().out
    assert re.search(r"pilots \(many\)\n  gist +about \d+ tokens  Summarise the news", told)
    assert re.search(r"pilots \(one\)\n  form +about \d+ tokens", told)
    assert re.search(r"In all \d+ requests, about \d+ tokens.*Cost: unknown\.", told)


def test_a_dry_run_counts_what_the_first_round_sends(call, capsys):
    call("--dry-run", "--strategy", "one")
    assert "In all 1 requests" in capsys.readouterr().out
    call("--strategy", "one")
    assert name_of(call.requests[0]) == "Form"


def test_the_embedded_model_costs_nothing(seeds, capsys):
    command(record.add, "record", "--dry-run", "--seeds", str(seeds))
    assert "Cost: none" in capsys.readouterr().out


def test_an_unknown_name_or_folder_is_an_error_of_usage(call, seeds):
    with pytest.raises(SettingsError, match="no article nobody") as caught:
        call("nobody")
    assert "pilots" in caught.value.hint
    (seeds / "pilots.txt").unlink()
    with pytest.raises(SettingsError, match="holds no article"):
        call()


def test_a_key_in_a_body_is_told_and_the_old_cassette_kept(call, monkeypatch, capsys):
    key = "sk-canary-4f1e8a7c2b"
    monkeypatch.setenv("SUMMARIZER_API_KEY", key)
    call("--strategy", "one")
    before = contents(call.cassettes)
    leaking = call(
        "--strategy",
        "one",
        answer=lambda request: right(request, f"Is {key}?"),
    )
    assert leaking == 1
    assert contents(call.cassettes) == before
    told = "".join(capsys.readouterr())
    assert "was not written" in told
    assert key not in told


def test_a_cassette_that_lies_elsewhere_says_how_to_record_it(call):
    call("--strategy", "one")
    with pytest.raises(CassetteError) as caught, use(call.cassettes / "pilots.one.yaml"):
        summarize("Rain.", model="m", base_url="http://elsewhere.invalid/v1")
    assert "summarizer record pilots" in caught.value.hint
