"""What the library logs: each step, prompts and answers for those who ask, and nothing else."""

import logging

import pytest
from bridge import TEXT, answering, ask
from endpoint import Endpoint, failure

from summarizer import FakeModel, summarize
from summarizer.cli import main


@pytest.fixture
def log(caplog):
    caplog.set_level(logging.DEBUG, "summarizer")
    return caplog


def said(log, name, level):
    return [
        record.getMessage()
        for record in log.records
        if (record.name, record.levelno) == (f"summarizer.{name}", level)
    ]


def test_each_layer_says_what_it_does(log):
    summary, _ = ask(answering(), facets=("gist", "quotes"))

    first, last = said(log, "session", logging.INFO)
    assert f"{len(TEXT)} characters, model made-up-model" in first
    spent = summary.provenance.usage.prompt_tokens
    assert f"2 requests, {spent} tokens read, 20 written, 0 items left out" in last
    prompts = said(log, "prompting", logging.DEBUG)
    assert len(prompts) == 2
    assert all("It cost about 12,400 crowns" in prompt for prompt in prompts)
    assert f'made-up-model answered (stop): {{"gist": "{summary.gist}"}}' in said(
        log, "llm", logging.DEBUG
    )


def test_what_fails_is_said(log):
    model = FakeModel([{"gist": "Zelda Quux flew."}] * 2)
    summarize("It rained in Oslo.", model=model, facets=["gist"])
    ask(_once(failure(503, headers={"Retry-After": "0"})), facets=("gist",), attempts=2)

    first, second = said(log, "prompting", logging.INFO)
    assert first.startswith("Asking again")
    assert second.startswith("Rejected")
    assert "Zelda" in second
    assert said(log, "llm", logging.INFO)[0].endswith("InternalServerError.")


def _once(first):
    answers = iter([first])
    return lambda request: next(answers, None) or answering()(request)


def test_nothing_is_built_where_nobody_listens(monkeypatch):
    def fail(_):
        raise AssertionError

    monkeypatch.setattr("summarizer.prompting.asker._Shown.__str__", fail)

    assert ask(answering(), facets=("gist",))[0].gist


@pytest.mark.parametrize(
    ("words", "steps", "prompts"),
    [([], False, False), (["-v"], True, False), (["-vv"], True, True)],
)
def test_verbose_shows_steps_and_twice_prompts(words, steps, prompts, tmp_path, capsys):
    article = tmp_path / "a.txt"
    article.write_text(TEXT + "\x1b[31m\n")
    with Endpoint(answering()) as endpoint:
        given = ["--model", "m", "--base-url", endpoint.url, "--strategy", "many"]
        assert main(["run", *words, *given, str(article)]) == 0

    out, err = capsys.readouterr()
    assert ("summarizer.session: " in err) == steps
    assert ("summarizer.prompting: gist asks: [system]" in err) == prompts
    assert ('answered (stop): {"gist"' in err) == prompts
    assert ("inferred by the model" in out) == bool(words)
    assert "\x1b" not in err
    assert logging.getLogger("summarizer").handlers == []


@pytest.mark.parametrize("command", ["batch", "eval", "record"])
def test_other_commands_that_ask_a_model_take_it_as_well(command, capsys):
    with pytest.raises(SystemExit):
        main([command, "--help"])

    assert "-v, --verbose" in capsys.readouterr().out
