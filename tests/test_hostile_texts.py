"""Texts made to keep the reading of code busy: each takes linear time, or is refused."""

import faulthandler
import random
import re
import string
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from summarizer import Article, summarize, summarize_many
from summarizer.document.limits import refuse_masses
from summarizer.errors import ArticleError

PROSE = {"according": 10, "stances": 10, "speakers of lines": 10}
"""Seconds for a megabyte of what no limit tells from an article. All others: 5."""

FLOOR = 0.02
"""Seconds. What takes less is noise."""


def word(number):
    return "".join(random.Random(number).choices(string.ascii_lowercase, k=6))


def name(number):
    return f"{word(number).capitalize()} {word(-1 - number).capitalize()}"


SAME = {
    "ones": "1 ",
    "fives on lines": "5\n",
    "shares": "5% ",
    "ranges": "3-4 ",
    "joined ranges": "1-",
    "negative": "-1 ",
    "multiples": "5x ",
    "thousands": "1,000,",
    "digits": "1",
    "dates": "3 May 2020, ",
    "amounts": "$5 million ",
    "things named again": "The tarn plan cost 40 pounds, ",
    "number words": "two hundred ",
    "fractions": "one-fourth ",
    "quotations": '"a" ',
    "single quotations": "'a' ",
    "guillemets": "« a » ",
    "corner marks": "「雨」",
    "opening marks": "“a ",
    "straight marks": '"',
    "questions": '"A? ',
    "nested marks": "\"a 'b ",
    "dashes": "—",
    "dashes apart": "— ",
    "hyphens": "-",
    "brackets": "(a ",
    "closing brackets": "a) ",
    "capitals": "Ab ",
    "acronyms": "ABC ",
    "initials": "A. ",
    "titles": "Mr. ",
    "one giant word": "a",
    "one giant name": "A",
    "spaces": " ",
    "lines": "\n",
    "paragraphs": "a\n\n",
    "commas": "a, ",
    "names in a list": "Ab, ",
    "names of names": "Ab of ",
    "names and names": "Ab and ",
    "slashes": "a/b ",
    "stops": ".",
    "combining": "a\u0301",
    "joiners": "\u200d",
    "ideographs": "雨",
    "said": "said X. ",
    "he said": "He said he ",
    "he said that": "He said that ",
    "statements": "Ann Lee said it rained. ",
    "attributions": '"It rained," Ann Lee said. ',
    "stances": "Ann Lee opposes the plan. ",
    "according": "according to Ann ",
    "relatives": "Ann, who said Bob, ",
    "speakers of lines": "ANN: It rained.\n",
    "firms": "Skyjet Inc won. The airline lost. ",
    "everything": 'Ann Lee, president of "X", said 5 of 7 "is". ',
}
"""The same again and again."""

OTHER = {
    "words": lambda n: f"{word(n)} ",
    "names": lambda n: f"{name(n)} left. ",
    "names alone": lambda n: f"{word(n).capitalize()}, ",
    "quoted": lambda n: f"“{word(n)}” ",
    "speakers": lambda n: f"“It rained,” {name(n)} said. ",
    "sources": lambda n: f"{name(n)} said it rained. ",
    "one given name": lambda n: f"Ann {word(n).capitalize()} said it rained. ",
    "one surname": lambda n: f"{word(n).capitalize()} Lee said it rained. ",
    "opponents": lambda n: f"{name(n)} opposes the {word(n)} plan. ",
    "groups": lambda n: f"The {word(n)} union said it rained. ",
    "roles": lambda n: f"{name(n)}, president of {name(2 * n)}, left. ",
    "spokesmen": lambda n: f"a spokesman for {name(n)} said it rained. ",
    "units": lambda n: f"It lost {n} {word(n)}. ",
}
"""Another one each time, which no cache knows."""


def made(case, length):
    if case in SAME:
        piece = SAME[case]
        return "It rained. " + (piece * (length // len(piece) + 1))[:length]
    pieces = [OTHER[case](0)]
    while len(pieces) * len(pieces[0]) < length:
        pieces.append(OTHER[case](len(pieces)))
    return "It rained. " + "".join(pieces)


def seconds(text):
    begun = time.process_time()
    summarize(text, model="none")
    return time.process_time() - begun


@pytest.mark.parametrize("case", [*SAME, *OTHER])
def test_time_grows_no_faster_than_the_text(case):
    """4 times is linear, 16 quadratic; a busy machine has three tries."""
    short, middle, long = (made(case, length) for length in (500, 2_000, 8_000))
    assert any(grows_little(short, middle, long) for _ in range(3))


def grows_little(short, middle, long):
    """Compare the long text with the middle one, or that with the short one if it takes long."""
    seconds(short)  # fills caches
    took = seconds(middle)
    if took > 10 * FLOOR:
        return took <= 5 * seconds(short)
    longer = seconds(long)
    return longer <= 5 * FLOOR or longer <= 5 * took


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="needs the peak of memory of a child")
@pytest.mark.parametrize("case", [*SAME, *OTHER])
def test_a_megabyte_is_read_or_refused_in_time(case, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text(made(case, 1_000_000), encoding="utf-8")
    code = (
        "import resource, sys, time; from summarizer import Article, summarize\n"
        "from summarizer.errors import ArticleError\n"
        "summarize('It rained.', model='none'); begun = time.process_time()\n"
        "try: summarize(Article.read(sys.argv[1]), model='none')\n"
        "except ArticleError: pass\n"
        "peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000\n"
        "print(time.process_time() - begun, peak)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, article], capture_output=True, text=True, check=True
    )
    used, memory = map(float, done.stdout.split())
    assert used <= PROSE.get(case, 5)
    assert memory < 500


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 " * 30_000, "30,000 numbers; an article has at most 20,000"),
        ('"a" ' * 30_000, "60,000 quotation marks; an article has at most 40,000"),
        ("".join(map(OTHER["names"], range(6_500))), "names; an article has at most 6,000"),
        ("a " * 300_000, "300,000 words; an article has at most 200,000"),
        ("two hundred; " * 21_000, "21,000 numbers; an article has at most 20,000"),
    ],
)
def test_masses_are_refused_and_the_rest_goes_on(text, words):
    refused, rain = summarize_many([text, "It rained."], model="none", concurrency=1)
    assert re.search(words, str(refused.error))
    assert isinstance(refused.error, ArticleError)
    assert "Split it" in refused.error.hint
    assert rain.summary


def test_masses_of_reported_words_are_refused(monkeypatch):
    monkeypatch.setattr("summarizer.document.document.MAX_STATEMENTS", 600)
    with pytest.raises(ArticleError, match="650 reported words; an article has at most 600"):
        summarize("He said it rained. " * 650, model="none")


def test_a_megabyte_of_dense_news_is_within_the_limits():
    refuse_masses(Article("“We lost 1,200 boats,” Ann Lee said, “since May.” It rained. " * 9_500))


PIECES = [*SAME.values(), *(make(7) for make in OTHER.values())]

GLUED = ["Ab", "Labour", "AB", "x", "7", "20", *"/-_&'’.", "’s"]
ACTS = [" praised the deal", "’s leader opposes the ", "’s poll criticised ", " and ", ", Ann Lee,"]
ACTS += [" welcomed by ", " said it backs ", " "]


@pytest.fixture
def two_minutes():
    """End the process where a loop does not end by itself."""
    faulthandler.dump_traceback_later(120, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.mark.usefixtures("two_minutes")
@settings(max_examples=100, deadline=5_000, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from([*GLUED, *GLUED, *ACTS]), min_size=3, max_size=24).map("".join))
@example("7-Eleven’s chief executive welcomed the deal")
@example("Labour/Green’s leader, Ann Lee, praised the deal")
@example("The Sun/YouGov’s poll criticised the bank")
@example("5-Star’s leader opposes the treaty")
def test_names_within_words_are_read_in_time(text):
    assert summarize(f"It rained. {text}.", model="none").article.length == len(text) + 12


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join))
@example("He said he " * 60)
@example("He said that " * 60)
def test_code_alone_makes_a_summary_of_whatever_comes(text):
    try:
        summary = summarize("It rained. " + text, model="none")
    except ArticleError:
        return
    assert summary.article.length == len("It rained. " + text)
