"""Every benchmark starts: what it imports is there. The outline's takes its measures."""

import runpy
from pathlib import Path

import outline
import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.mark.parametrize("path", sorted(BENCHMARKS.glob("*.py")), ids=lambda path: path.stem)
def test_every_benchmark_finds_what_it_imports(path):
    try:
        runpy.run_path(str(path), run_name="benchmark")
    except ModuleNotFoundError as missing:
        assert missing.name == "langextract"  # the system that we are compared with


def test_the_outline_is_measured(capsys):
    news = outline.print_news(["Jane Roe lost 5 boats in 2024."], repeats=1)
    outline.print_hostile(50, news)

    printed = capsys.readouterr().out
    assert "1 articles, 30 characters" in printed
    assert "'5\\n'" in printed
