"""The main command as a user meets it: output, exit codes, errors, speed."""

import json
import math
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from endpoint import Endpoint, Response, completion, failure
from test_pipeline import TEXT, answering

from summarizer.cli import main

PROFILES = Path(__file__).parents[2] / "seeds" / "profiles.toml"
SUMMARIZER = [sys.executable, "-m", "summarizer"]


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def endpoint(monkeypatch):
    with Endpoint(answering()) as running:
        monkeypatch.setenv("SUMMARIZER_MODEL", "made-up-model")
        monkeypatch.setenv("SUMMARIZER_BASE_URL", running.url)
        monkeypatch.setenv("SUMMARIZER_API_KEY", "made-up-key")
        yield running


def test_text_off_a_terminal_has_each_quotation_on_one_line(tmp_path, capsys):
    said = "We have waited for this bridge longer than anyone here cares to remember, and more."
    path = tmp_path / "long.txt"
    path.write_text(f"“{said}” Ada Brandt said.", encoding="utf-8")

    assert main(["run", "--model", "none", str(path)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert f"    “{said}”" in lines
    assert not [line for line in lines if line.endswith(" ")]


def test_the_text_groups_what_is_said_by_speaker(endpoint, article, capsys):
    code = main(["run", "--strategy", "many", article])

    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    said = out.partition("  Ada Brandt, mayor of Quillport\n")[2].partition("\n\n")[0]
    assert said == (
        "    praised: the builders and the town council of Quillport\n"
        "    “The river has kept us apart for too long.”"
    )
    assert "12,400 crowns  Cost of the bridge over the Lenn" in out
    assert "Ada Brandt praises the builders" in out


def test_an_effort_is_passed_on_and_reasoning_is_counted(endpoint, article, capsys):
    details = {"reasoning_tokens": 7}
    used = {"prompt_tokens": 10_000, "completion_tokens": 9, "completion_tokens_details": details}
    right = endpoint.answer
    endpoint.answer = lambda request: Response(
        json.dumps(json.loads(right(request).body) | {"usage": used}).encode()
    )

    code = main(["run", "--facets", "gist", "--reasoning-effort", "low", "--verbose", article])

    assert code == 0
    assert [request["reasoning_effort"] for request in endpoint.requests] == ["low"]
    assert "9 written (7 of them reasoning)" in capsys.readouterr().out


def test_json_is_one_object_a_line_in_the_order_of_the_inputs(endpoint, article, tmp_path, capsys):
    second = tmp_path / "second.txt"
    second.write_text("Ada Brandt left.", encoding="utf-8")
    arguments = ["run", "--json", "--strategy", "many", "--facets", "actors", str(second), article]

    code = main(arguments)

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert [json.loads(line)["article"]["id"] for line in lines] == ["second", "bridge"]


def test_what_was_printed_can_be_had_in_another_form_without_asking_again(
    endpoint, article, tmp_path, capsys
):
    run = ["run", "--cache", str(tmp_path / "kept.db"), article]
    page = tmp_path / "page.html"

    assert main(run) == 0
    asked = len(endpoint.requests)
    assert main([*run, "--json"]) == main([*run, "--html", str(page)]) == 0

    assert len(endpoint.requests) == asked > 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["provenance"]["cached"]
    assert page.exists()


def test_a_failing_input_is_reported_and_the_others_are_done(endpoint, article, capsys):
    code = main(["run", "--json", "--strategy", "many", "missing.txt", article])

    out, err = capsys.readouterr()
    assert code == 1
    assert len(out.splitlines()) == 1
    assert err == (
        "summarizer: Cannot read 'missing.txt': no such file or directory. "
        "Give a path, an http or https address, or - for standard input.\n"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "holds no text"),
        (b" \n\t ", "holds no text"),
        (b"\x7fELF\0\0", "binary"),
        ("Schröder".encode("latin-1"), "not UTF-8"),
        (b"a" * 50_000_000, "MB"),
    ],
)
def test_bad_input_is_a_clear_error(endpoint, content, message, tmp_path, capsys):
    path = tmp_path / "bad.txt"
    path.write_bytes(content)

    code = main(["run", str(path)])

    out, err = capsys.readouterr()
    assert (code, out) == (1, "")
    assert message in err
    assert err.startswith("summarizer: ")
    assert err.count("\n") == 1
    assert endpoint.requests == []


def test_a_folder_is_a_clear_error(endpoint, tmp_path, capsys):
    assert main(["run", str(tmp_path)]) == 1
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "--facets", "verdict", "x.txt"],
        ["run", "--model", "some-model", "x.txt"],
        ["run", "--model", "local:no-such", "x.txt"],
        ["run", "--prompts", "no/such/folder", "--model", "m", "--base-url", "http://h", "x.txt"],
    ],
)
def test_settings_that_cannot_work_are_errors_of_usage(arguments, article, capsys, monkeypatch):
    monkeypatch.delenv("SUMMARIZER_BASE_URL", raising=False)

    code = main([article if word == "x.txt" else word for word in arguments])

    assert code == 2
    assert capsys.readouterr().err.startswith("summarizer: ")


@pytest.mark.parametrize("place", ["missing/page.html", "."])
def test_a_page_that_cannot_be_written_is_told_before_the_work(endpoint, article, place, tmp_path):
    assert main(["run", "--html", str(tmp_path / place), article]) == 2
    assert endpoint.requests == []


def test_a_page_is_written_beside_the_output(endpoint, article, tmp_path, capsys):
    page = tmp_path / "page.html"

    assert main(["run", "--json", "--strategy", "many", "--html", str(page), article]) == 0
    assert json.loads(capsys.readouterr().out)["article"]["id"] == "bridge"
    assert "Ada Brandt" in page.read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bridge.txt", "page.html"]


def test_the_endpoint_s_error_is_one_line_without_the_key(endpoint, article, capsys):
    endpoint.answer = lambda _: failure(401)

    code = main(["run", article])

    err = capsys.readouterr().err
    assert code == 1
    assert "refused the key" in err
    assert "made-up-key" not in err
    assert err.count("\n") == 1


def test_an_article_cannot_steer_the_terminal(endpoint, tmp_path, capsys):
    path = tmp_path / "steering.txt"
    path.write_text('Ada Brandt said: "I \x1b[2J\x07 stay here today."', encoding="utf-8")
    endpoint.answer = lambda _: completion('{"speaker": "Ada Brandt"}')

    main(["run", "--facets", "quotes", "--strategy", "many", str(path)])

    assert not {"\x1b", "\x07"} & set(capsys.readouterr().out)


def test_a_template_of_the_user_s_replaces_ours(endpoint, article, tmp_path):
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "gist.j2").write_text("QUESTION\nWorum geht es?\n", encoding="utf-8")

    main(["run", "--facets", "gist", "--strategy", "many", "--prompts", str(folder), article])

    assert "Worum geht es?" in endpoint.requests[0]["messages"][-1]["content"]


def test_a_template_of_an_unknown_name_is_refused(endpoint, article, tmp_path, capsys):
    (tmp_path / "gits.j2").write_text("", encoding="utf-8")

    assert main(["run", "--prompts", str(tmp_path), article]) == 2
    assert "'gits.j2'" in capsys.readouterr().err


def test_a_template_with_an_unknown_variable_is_refused(endpoint, article, tmp_path, capsys):
    (tmp_path / "gist.j2").write_text("{{ nmae }}", encoding="utf-8")

    asked = ["--prompts", str(tmp_path), "--facets", "gist", "--strategy", "many"]
    assert main(["run", *asked, article]) == 2
    assert "nmae" in capsys.readouterr().err


def test_the_outline_needs_no_model(article, capsys):
    assert main(["outline", "--json", article]) == 0

    found = json.loads(capsys.readouterr().out)
    assert found["quotations"][0]["text"] == "The river has kept us apart for too long."
    assert found["figures"][0]["value"] == "12400"


def test_the_outline_names_figures_as_a_summary_does(tmp_path, capsys):
    path = tmp_path / "article.txt"
    path.write_text("On May 4, 2024 it had COVID-19 and 12 ships. It lost 5 of the boats.")
    assert main(["outline", str(path)]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines() if "figure" in line]
    assert [line[1] for line in lines] == ["-", "-", "F1", "F2"]
    assert lines[1][-4:] == ["(part", "of", "a", "word)"]
    assert main(["outline", "--json", str(path)]) == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    assert [figure["id"] for figure in figures] == [None, None, "F1", "F2"]
    assert main(["run", "--model", "none", "--json", str(path)]) == 0
    stored = json.loads(capsys.readouterr().out)["figures"]
    assert [(each["id"], each["span"]["text"]) for each in stored] == [("F1", "12"), ("F2", "5")]


def test_the_outline_reads_what_a_run_reads(tmp_path, capsys):
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "It cost 9 crowns."}\n{}\n{"text": "It rained."}', encoding="utf-8")

    assert main(["outline", "--json", str(path)]) == 1

    out, err = capsys.readouterr()
    first, second = map(json.loads, out.splitlines())
    assert (first["figures"][0]["value"], second["figures"]) == ("9", [])
    assert "two.jsonl, line 2 holds no article" in err


def test_the_schema_is_that_of_a_summary(capsys):
    assert main(["schema"]) == 0

    schema = json.loads(capsys.readouterr().out)
    assert {"gist", "actors", "stances", "quotes", "figures"} <= set(schema["properties"])


def seconds(code):
    """The processor's time for some code, the best of five: the machine may be busy."""
    best = math.inf
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def test_import_and_help_are_instant_and_load_no_client():
    nothing = seconds("pass")
    loaded = "import sys; assert not {'openai', 'instructor', 'pydantic'} & set(sys.modules)"
    show_help = "import contextlib\nfrom summarizer.cli import main\n"
    show_help += "with contextlib.suppress(SystemExit):\n    main(['--help'])\n"

    assert seconds(f"import summarizer\n{loaded}") - nothing < 0.1
    assert seconds(show_help + loaded) - nothing < 0.2


def test_a_run_for_quotes_loads_no_facet_that_needs_more(article):
    unused = (
        "opentelemetry summarizer.document.opinions summarizer.document.statements "
        "summarizer.document.figures summarizer.facets.stances summarizer.facets.statements"
    ).split()
    code = (
        "import sys\n"
        "from summarizer.cli import main\n"
        f"main(['run', '--json', '--model', 'none', '--facets', 'quotes', {article!r}])\n"
        f"sys.exit(' '.join(name for name in {unused} if name in sys.modules) or 0)"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_run_loads_nothing_that_it_does_not_use(endpoint, article):
    """Not the embedded engine, cassettes, other sources and outputs; nor bars that nobody sees."""
    unused = (
        "opentelemetry openai.resources "  # nobody watches
        "rich sqlite3 filelock xllamacpp yaml pytest pandas ray lxml trafilatura pypdf "
        "platformdirs summarizer.llm.local.engine summarizer.llm.local.download "
        "summarizer.cassettes "
        "summarizer.batch.resumable summarizer.batch.concurrent summarizer.storage.cache "
        "summarizer.evaluation summarizer.export summarizer.report summarizer.verify "
        "summarizer.sources.html summarizer.sources.pdf summarizer.sources.web"
    ).split()
    code = (
        "import sys\n"
        "from summarizer.cli import main\n"
        f"code = main(['run', '--json', '--strategy', 'many', {article!r}])\n"
        f"sys.exit(code or ' '.join(name for name in {unused} if name in sys.modules) or 0)"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)

    assert (done.returncode, done.stderr.decode().strip()) == (0, "")
    assert json.loads(done.stdout)["quotes"]


ENGINE = """
import sys, time
from summarizer.errors import LocalModelError
import summarizer.llm.local.engine
def start(*_):
    until = time.monotonic() + 60
    while "openai" not in sys.modules and time.monotonic() < until:
        time.sleep(0.01)
    raise LocalModelError("The client is loaded." if "openai" in sys.modules else "It is not.")
summarizer.llm.local.engine.engine_for = start
from summarizer.cli import main
sys.exit(main(["run", "--profiles", sys.argv[2], "--model", "local", sys.argv[1]]))
"""
"""Runs with an embedded engine that does not start before the client is loaded."""


def test_the_client_is_loaded_while_the_engine_starts(article):
    command = [sys.executable, "-c", ENGINE, article, str(PROFILES)]

    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (1, "")
    assert "The client is loaded." in done.stderr


@pytest.mark.parametrize("words", [["outline"], ["run", "--model", "none"], ["--help"]])
def test_a_closed_pipe_is_told_by_the_exit_code_alone(words, article, monkeypatch):
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    read, write = os.pipe()
    os.close(read)
    command = [*SUMMARIZER, *words, article]
    done = subprocess.run(command, check=False, stdout=write, stderr=subprocess.PIPE)
    os.close(write)

    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "words", [["outline"], ["run", "--model", "none"], ["schema"], ["--help"], ["config"]]
)
def test_a_full_disk_is_told_in_one_sentence(words, article):
    of_article = [article] if words[0] in ("outline", "run") else []
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*SUMMARIZER, *words, *of_article], check=False, stdout=full, stderr=subprocess.PIPE
        )

    said = b"summarizer: Cannot write the output: no space left on device.\n"
    assert (done.returncode, done.stderr) == (2, said)


@pytest.mark.parametrize("words", [["run"], ["outline"], ["verify"], ["export", "--to", "csv"]])
def test_a_closed_standard_input_is_a_clear_error(words, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)

    assert main([*words, "-"]) == 1
    assert "Standard input is closed." in capsys.readouterr().err


def test_the_readme_names_only_commands_that_exist():
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    for line in readme.splitlines():
        if line.strip().startswith("summarizer "):
            command = line.split()[1]
            with pytest.raises(SystemExit) as caught:
                main([command, "--help"])
            assert caught.value.code == 0


def test_a_refused_key_is_not_tried_on_every_article(article, monkeypatch, capsys):
    with Endpoint(lambda _: failure(401)) as refusing:
        monkeypatch.setenv("SUMMARIZER_MODEL", "made-up-model")
        monkeypatch.setenv("SUMMARIZER_BASE_URL", refusing.url)

        code = main(["run", "--facets", "gist", article, article, article])

    assert code == 1
    assert len(refusing.requests) == 1
    assert capsys.readouterr().err.count("summarizer:") == 1
