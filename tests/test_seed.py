"""The main job on the seed, by code and replayed: what has to hold of it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import Article, Settings, summarize
from summarizer.cassettes import use
from summarizer.llm.profiles import find
from summarizer.verify import faults

HERE = Path(__file__).parents[1]
SEED = HERE / "seeds" / "putin-thanks-kim.txt"


@pytest.fixture(scope="module")
def replayed():
    settings = Settings(profile=find("local", HERE / "seeds" / "profiles.toml"))
    with use(HERE / "cassettes" / "putin-thanks-kim.many.yaml"):
        return summarize(Article.read(SEED), settings=settings)


@pytest.fixture(params=["by code", "replayed"])
def summary(request):
    if request.param == "replayed":
        return request.getfixturevalue("replayed")
    return summarize(Article.read(SEED))  # the default model, which is not needed


def test_all_five_quotations_stand_word_for_word_with_their_speakers(summary):
    assert [(quote.speaker_name, quote.text.split()[0]) for quote in summary.quotes] == [
        ("Vladimir Putin", "Your"),
        ("Vladimir Putin", "I"),
        ("Kim Jong-un", "advancing"),
        ("Kim Jong-un", "If"),
        ("Donald Trump", "Please"),
    ]


def test_the_troops_are_labelled_as_those_that_north_korea_sent(replayed):
    [troops] = [figure for figure in replayed.figures if figure.value == 15_000]

    assert (troops.unit, troops.approximate) == ("troops", True)
    assert "north korea" in troops.measures.lower()


def test_no_name_quotation_or_number_is_foreign_to_the_article(summary):
    assert faults(summary.model_dump(mode="json"), SEED.read_text(encoding="utf-8")) == ()


def test_the_command_reads_it_without_client_engine_and_templates():
    unused = ("openai", "instructor", "jinja2", "xllamacpp", "summarizer.llm.local.model")
    code = (
        "import sys\n"
        "from summarizer.cli import main\n"
        f"code = main(['run', '--json', {str(SEED)!r}])\n"
        f"sys.exit(code or ' '.join(name for name in {unused} if name in sys.modules) or 0)"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)

    assert (done.returncode, done.stderr.decode().strip()) == (0, "")
    assert json.loads(done.stdout)["provenance"]["usage"]["requests"] == 0
