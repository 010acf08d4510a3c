"""A batch whose articles are read by several processes: the same records, and nothing lost."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer import Settings, summarize, summarize_many
from summarizer.cli import main
from summarizer.errors import SettingsError

TEXTS = {f"s{n}": f"“It rained {n} days,” said Ada Brandt. She opposes the dam." for n in range(9)}


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / f"news/{name}.txt").write_text(text, encoding="utf-8")


def batch(*words):
    return main(["batch", "news", "-o", "out.jsonl", "--model", "none", *words])


def records():
    lines = Path("out.jsonl").read_text(encoding="utf-8").splitlines()
    return {each["article"]["id"]: each for each in map(json.loads, lines)}


def test_the_records_are_those_of_one_process(news):
    assert batch("--processes", "2") == 0

    found = records()
    assert sorted(found) == sorted(TEXTS)
    for name, text in TEXTS.items():
        alone = json.loads(summarize(text, model="none").model_dump_json())
        assert found[name]["quotes"] == alone["quotes"]
        assert found[name]["stances"] == alone["stances"]
        assert found[name]["provenance"]["model"] == "none"


def test_the_default_model_is_not_asked_about_our_facets():
    outcomes = list(summarize_many(TEXTS.values(), model="local", processes=1))

    assert sorted(each.index for each in outcomes) == list(range(len(TEXTS)))
    assert {each.summary.provenance.model for each in outcomes} == {"none"}


def test_an_empty_article_fails_alone():
    outcomes = list(summarize_many(["It rained.", " "], model="none", processes=2))

    assert {each.index: str(each.error or "") for each in outcomes} == {
        0: "",
        1: "The article holds no text.",
    }


def test_the_least_certainty_holds():
    text = "Ada Brandt left. “It rained.” She smiled."
    settings = Settings(model="none", min_certainty="explicit")
    (outcome,) = summarize_many([text], settings=settings, processes=1)

    assert outcome.summary.quotes == summarize(text, settings=settings).quotes


DEADLY = """
import os
from summarizer import Copied, Facet, Item

class Place(Item):
    name: Copied

class Deadly(Facet):
    def questions(self, document):
        if "5 days" in document.article.text:
            os._exit(1)
        return []

deadly = Deadly("places", Place, "Where?")
"""


def test_a_process_that_ends_fails_its_article_alone(tmp_path, monkeypatch):
    (tmp_path / "deadly_places.py").write_text(DEADLY, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    from deadly_places import deadly

    outcomes = summarize_many(TEXTS.values(), model="local", facets=[deadly], processes=2)
    failed = {each.index: str(each.error) for each in outcomes if each.error}

    assert failed == {5: "The process that read the article ended before it was done."}


def test_a_batch_at_an_endpoint_is_refused(news, capsys):
    where = ("--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--processes", "2")
    for more in ((), ("--submit",)):
        assert main(["batch", "news", "-o", "out.jsonl", *where, *more]) == 2
        assert "only where no endpoint is asked" in capsys.readouterr().err


def test_no_process_is_too_few():
    with pytest.raises(SettingsError, match="cannot be 0 processes"):
        next(summarize_many(["It rained."], model="none", processes=0))


SCRIPT = """
from summarizer import summarize_many

for each in summarize_many(["It rained."], model="none", processes=1):
    print(each.error)
"""


def test_a_script_that_would_start_itself_again_is_told_so(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, timeout=60, check=False
    )

    assert "if __name__ == '__main__':" in ran.stdout + ran.stderr


def test_ctrl_c_finishes_what_is_read_and_loses_nothing(news):
    for number in range(400):
        Path(f"news/more{number}.txt").write_text(f"It rained {number} days.", encoding="utf-8")
    words = ["batch", "news", "-o", "out.jsonl", "--model", "none", "--processes", "2"]
    command = [sys.executable, "-m", "summarizer", *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        while not (Path("out.jsonl").exists() and Path("out.jsonl").stat().st_size):
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: all that the command started
        assert process.wait(60) == 130

    kept = records()
    assert kept
    assert not any("error" in each for each in kept.values())
    assert batch("--resume", "--processes", "2") == 0
    assert len(records()) == len(TEXTS) + 400
