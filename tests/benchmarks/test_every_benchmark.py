"""Every benchmark starts: what it imports is still where it was."""

from functools import cached_property
from importlib import import_module
from pathlib import Path

import outline
import pytest
import startup

from summarizer.document.document import Document

BENCHMARKS = Path(outline.__file__).parent
PEERS = {"langextract", "litellm", "faker", "names"}
"""Packages of the systems that ours is compared with, and of data; they are not installed."""


@pytest.mark.parametrize("name", sorted(path.stem for path in BENCHMARKS.glob("*.py")))
def test_a_benchmark_can_be_imported(name):
    try:
        import_module(name)
    except ModuleNotFoundError as error:
        if error.name not in PEERS:
            raise
        pytest.skip(f"{error.name} is not installed")


def test_all_that_is_read_later_is_measured():
    document = outline.read_document("“We won,” Jane Roe said. It cost 9 crowns.")
    later = {name for name, each in vars(Document).items() if isinstance(each, cached_property)}

    assert {"figures", "opinions", "statements"} < later <= vars(document).keys()


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "short.txt"
    path.write_text("“We won,” Jane Roe said. It cost 9 crowns.", encoding="utf-8")
    return path


def test_the_time_of_a_run_is_printed(article, tmp_path):
    cassette = tmp_path / "run.yaml"
    startup.record(article, "one", cassette)
    remote = ("--model", startup.MODEL, "--base-url", "http://127.0.0.1:9/v1")

    _, printed = startup.python(
        "-c", startup.PLAY, str(cassette), "run", "--json", *remote, str(article)
    )

    assert printed.count("run: ") == 2


def test_the_command_line_without_a_model_is_measured(article, capsys):
    startup.measure_code(article, runs=1)

    printed = capsys.readouterr().out
    assert "quotes alone" in printed
    assert "all facets" in printed
