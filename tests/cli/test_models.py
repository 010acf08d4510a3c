import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.cli import models
from summarizer.errors import LocalModelError, SettingsError
from summarizer.llm.local import catalogue, download, engine

STAND_IN = Path(__file__).parents[1] / "local" / "stand_in.py"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path))
    monkeypatch.setattr(download, "intact", lambda *_: True)
    return tmp_path / "models"


def call(*words):
    parser = argparse.ArgumentParser()
    models.add(parser.add_subparsers())
    args = parser.parse_args(["models", *words])
    return args.run(args)


def place(name):
    path = catalogue.find(name).path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"GGUF")
    return path


@pytest.mark.parametrize("words", [(), ("list",)])
def test_the_list_tells_what_there_is_and_what_is_here(cache, capsys, words):
    path = place("gemma3-270m")

    assert call(*words) == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(catalogue.KNOWN)
    default, _, gemma = lines
    assert default.startswith(f"* {catalogue.DEFAULT}")
    assert "1117 MB" in default
    assert "Apache-2.0" in default
    assert default.endswith("not downloaded")
    assert gemma.endswith(str(path))


def test_pull_prints_the_path_and_fetches_the_default_if_none_is_named(cache, capsys, monkeypatch):
    monkeypatch.setattr(download, "fetch", lambda weights: place(weights.name))

    assert call("pull") == 0
    assert call("pull", "gemma3-270m") == 0

    assert capsys.readouterr().out.splitlines() == [
        str(cache / f"{catalogue.DEFAULT}.gguf"),
        str(cache / "gemma3-270m.gguf"),
    ]


def test_path_prints_where_a_model_lies(cache, capsys):
    path = place("gemma3-270m")

    assert call("path", "gemma3-270m") == 0

    assert capsys.readouterr().out == f"{path}\n"


def test_path_of_a_model_that_is_not_here_says_how_to_get_it(cache):
    with pytest.raises(LocalModelError, match="not downloaded") as caught:
        call("path", "gemma3-270m")

    assert caught.value.hint == "Run: summarizer models pull gemma3-270m"


@pytest.mark.parametrize("action", ["pull", "path", "serve"])
def test_an_unknown_name_is_an_error(cache, action, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)

    with pytest.raises(SettingsError, match="'nonsense'"):
        call(action, "nonsense")


@pytest.mark.parametrize(
    "words",
    [
        ("burn",),
        ("serve", "--port", "x"),
        ("serve", "--port", "70000"),
        ("serve", "--context", "0"),
        ("list", "extra"),
    ],
)
def test_wrong_usage_is_told_by_the_parser(words, capsys):
    with pytest.raises(SystemExit) as caught:
        call(*words)

    assert caught.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_serve_prints_what_a_shell_can_read_and_stops_at_ctrl_c(cache, capsys, monkeypatch):
    place("gemma3-270m")
    monkeypatch.setattr(engine, "_SERVER", STAND_IN)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    served = []

    def interrupted(running):
        served.append(running)
        raise KeyboardInterrupt

    monkeypatch.setattr(engine.Engine, "wait", interrupted)

    assert call("serve", "gemma3-270m", "--context", "4096") == 0

    (running,) = served
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"export SUMMARIZER_BASE_URL={running.base_url}",
        f"export SUMMARIZER_API_KEY={running.key}",
        "export SUMMARIZER_MODEL=gemma3-270m",
    ]
    assert running.key not in err
    assert running.context == 4096
    assert not running.running


def test_a_server_that_ends_by_itself_is_an_error(cache, monkeypatch):
    place("gemma3-270m")
    monkeypatch.setattr(engine, "_SERVER", STAND_IN)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    monkeypatch.setattr(engine.Engine, "wait", lambda running: running.close())

    with pytest.raises(LocalModelError, match="ended by itself"):
        call("serve", "gemma3-270m")


def test_the_list_loads_neither_the_engine_nor_the_downloader():
    code = (
        "import argparse, sys; from summarizer.cli import models;"
        "parser = argparse.ArgumentParser(); models.add(parser.add_subparsers());"
        "args = parser.parse_args(['models']); args.run(args);"
        "sys.exit(bool({'xllamacpp', 'openai', 'rich', 'filelock'} & sys.modules.keys()))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
