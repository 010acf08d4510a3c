"""The settings of a folder, and where each of them comes from."""

import subprocess
import sys

import pytest
from bridge import TEXT, answering
from endpoint import Endpoint

from summarizer import Settings, summarize
from summarizer.cli import main
from summarizer.errors import SettingsError

PYPROJECT = """
[project]
name = "newsroom"

[tool.summarizer]
model = "m"
base_url = "https://a.example/v1/chat/completions?key=s3cret-in-address"
timeout = 9
facets = ["quotes"]
extra_body = { top_p = 0.5 }

[tool.summarizer.extra_headers]
X-Title = "s3cret-in-header"
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    return tmp_path


def config(capsys, *words):
    """Return the lines that the command prints, by the names of their settings."""
    assert main(["config", *words]) == 0
    lines = capsys.readouterr().out.splitlines()
    return {name: (*value, source) for name, *value, source in (line.split() for line in lines)}


def test_arguments_win_over_the_environment_and_that_over_files(folder, monkeypatch, capsys):
    (folder / "summarizer.toml").write_text("timeout = 8\nrepairs = 0\nattempts = 3\n")
    monkeypatch.setenv("SUMMARIZER_ATTEMPTS", "2")
    monkeypatch.setenv("SUMMARIZER_FACETS", '["gist"]')

    found = config(capsys, "--facets", "actors")

    assert found["facets"] == ("actors", "argument")
    assert found["attempts"] == ("2", "SUMMARIZER_ATTEMPTS")
    assert found["timeout"] == ("8.0", "summarizer.toml")
    assert found["repairs"] == ("0", "summarizer.toml")
    assert found["base_url"] == ("https://a.example/v1", "pyproject.toml")
    assert found["context"] == ("-", "default")


def test_every_setting_is_shown_and_no_key(folder, monkeypatch, capsys):
    monkeypatch.setenv("SUMMARIZER_API_KEY", "s3cret-key")
    assert main(["config", "--header", "a: s3cret-argument"]) == 0

    shown = "".join(capsys.readouterr())
    assert [line.split()[0] for line in shown.splitlines() if "Articles" not in line] == [
        *Settings.model_fields
    ]
    assert "s3cret" not in shown
    assert "key=(hidden)" in shown


def test_a_setting_for_an_endpoint_is_left_out_for_a_model_without_one(folder, capsys):
    found = config(capsys, "--model", "none")

    assert found["base_url"] == found["extra_headers"] == found["extra_body"] == ("-", "default")


def test_a_file_holds_in_python_as_well(folder):
    assert Settings.of().timeout == 9
    assert summarize("“It rained,” Ada Brandt said.", model="none").gist is None
    assert Settings.of(environment={}).model == "local"


def test_who_is_sent_articles_by_a_file_is_said(folder, capsys):
    with Endpoint(answering()) as endpoint:
        (folder / "summarizer.toml").write_text(f'base_url = "{endpoint.url}"\n')
        (folder / "a.txt").write_text(TEXT)
        assert main(["run", "--json", "a.txt"]) == 0
        told = capsys.readouterr().err
        assert main(["run", "--json", "--base-url", endpoint.url, "a.txt"]) == 0

    assert told == f"Articles go to {endpoint.url}, by summarizer.toml.\n"
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("modle = 1", r"No setting is called 'modle' \(summarizer.toml\)"),
        ("timeout = -1", r"timeout \(summarizer.toml\): it must be more than 0"),
        ("timeout =", "summarizer.toml cannot be read"),
        ('facets = "quotes"', "facets is a list"),
        ("\ufeff\udc00", "summarizer.toml cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(content, told, folder):
    path = folder / "summarizer.toml"
    path.write_bytes(content.encode(errors="surrogatepass"))

    with pytest.raises(SettingsError, match=told):
        Settings.of()


@pytest.mark.parametrize("table", ["tool = 1", "[tool]\nsummarizer = 1"])
def test_a_project_with_something_else_in_the_place_of_the_table_is_one_sentence(table, folder):
    (folder / "pyproject.toml").write_text(table)

    with pytest.raises(SettingsError, match=r"pyproject.toml cannot be read"):
        Settings.of()


def test_a_variable_that_is_no_json_is_one_sentence(folder, monkeypatch):
    monkeypatch.setenv("SUMMARIZER_FACETS", "quotes")

    with pytest.raises(SettingsError, match="facets") as caught:
        Settings.of()
    assert "JSON" in caught.value.hint


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"extra_headers": {"a b": "c"}}, "no name of a header"),
        ({"extra_headers": {"a": "s3cret\n"}}, "characters that HTTP cannot carry"),
        ({"extra_body": {"messages": []}}, "not open to change"),
        ({"base_url": "http://["}, "IPv6"),
        ({"base_url": "http://a.example:port"}, "not an http or https address"),
        ({"model": "local", "extra_body": {"top_p": 1}}, "has no endpoint to send extra_body to"),
    ],
)
def test_extras_that_cannot_be_sent_are_one_sentence(given, told):
    values = {"model": "m", "base_url": "http://a.example"}
    if given.get("model") == "local":
        values.pop("base_url")

    with pytest.raises(SettingsError, match=told) as caught:
        Settings.of(environment={}, **values | given)
    assert "s3cret" not in str(caught.value)


def test_help_and_the_import_load_no_settings():
    code = (
        "import sys, summarizer; from summarizer.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'pydantic', 'pydantic_settings', 'genai_prices', 'openai', 'opentelemetry'}\n"
        "sys.exit(' '.join(heavy & sys.modules.keys()) or 0)"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)

    assert (done.returncode, done.stderr) == (0, b"")
