"""Articles longer than the model's context: read in parts, with nothing lost or doubled."""

import json
import re

import pytest
from endpoint import Endpoint, completion, name_of
from reader import WORDS, Reader, numbers, story

from summarizer import Article, Settings, summarize
from summarizer.document.document import Document
from summarizer.errors import ContextError
from summarizer.prompting.chunks import Chunk
from summarizer.prompting.prompt import Prompt
from summarizer.prompting.templates import Templates

PARAGRAPHS = 40
STORY = story(PARAGRAPHS)
SHORT = 9000
"""Characters of a prompt; the story has more."""


def read(reader, text=STORY, progress=None, **settings):
    with Endpoint(reader) as endpoint:
        chosen = Settings.of(
            environment={}, model="m", base_url=endpoint.url, attempts=1, **settings
        )
        try:
            return summarize(text, settings=chosen, progress=progress), endpoint.requests
        except ContextError as error:
            error.requests = len(endpoint.requests)
            raise


def prompts(requests):
    return [request["messages"][-1]["content"] for request in requests]


def facts(summary):
    return summary.model_dump(exclude={"provenance"})


@pytest.fixture(scope="module", params=["many", "one"])
def strategy(request):
    return request.param


@pytest.fixture(scope="module")
def whole(strategy):
    """What comes of the story where it fits into one prompt."""
    summary, requests = read(Reader(), strategy=strategy)
    assert not any("PART OF" in prompt for prompt in prompts(requests))
    return summary


def test_the_story_has_something_of_everything(whole):
    assert (len(whole.quotes), len(whole.figures), len(whole.stances)) == (PARAGRAPHS,) * 3
    assert len(whole.actors) == 5
    assert {quote.speaker_name for quote in whole.quotes} == {each.name for each in whole.actors}
    assert all(figure.measures for figure in whole.figures)
    assert whole.rejected == ()


@pytest.mark.parametrize("most", [SHORT, 6000])
def test_parts_give_what_the_whole_gives(whole, strategy, most):
    reader = Reader(most)

    summary, _ = read(reader, strategy=strategy)

    assert reader.refused
    assert facts(summary) == facts(whole)
    coverage = summary.provenance.coverage
    assert coverage.parts > 1
    assert (coverage.shown, coverage.failed) == (coverage.sentences, 0)


def test_a_context_that_is_set_is_never_tried_beyond(whole, strategy):
    reader = Reader(4 * 4096)  # the guess counts three letters for a token

    summary, requests = read(reader, strategy=strategy, context=4096)

    assert reader.refused == 0
    assert summary.provenance.coverage.parts > 1
    assert facts(summary) == facts(whole)
    assert all("PART OF ARTICLE" in prompt for prompt in prompts(requests))


def test_what_fits_is_one_part(whole):
    coverage = whole.provenance.coverage

    assert (coverage.parts, coverage.failed) == (1, 0)
    assert coverage.shown == coverage.sentences == 1 + 5 * PARAGRAPHS


def test_each_quotation_and_figure_is_asked_about_once_where_it_is_shown():
    reader = Reader()

    _, requests = read(reader, strategy="many", context=4096)

    sent = prompts(requests)
    for word in WORDS[:10]:
        quotation = f'"Gate {word} {WORDS[1]} stays'
        (prompt,) = [each for each in sent if f"Who said {quotation}" in each]
        assert f"] {quotation}" in prompt
    kinds = [name_of(request) for request in requests]
    assert kinds.count("GistAnswer") == 1
    assert kinds.count("CaptionsAnswer") == PARAGRAPHS


def test_sentences_keep_their_numbers():
    _, requests = read(Reader(), strategy="one", context=4096)

    listed = [sentence.text for sentence in Document.read(Article(STORY)).outline.sentences]
    for prompt in prompts(requests):
        for number, text in re.findall(r"^\[(\d+)\] (.*)$", prompt, re.MULTILINE):
            assert listed[int(number) - 1] == text
    shown = {number for prompt in prompts(requests) for number in numbers(prompt)}
    assert shown == set(range(1, len(listed) + 1))


def test_a_wrong_answer_is_asked_again_of_the_part_that_shows_its_place():
    def forgetful(request):
        again = "An earlier answer was wrong" in request["messages"][-1]["content"]
        if name_of(request) == "SpeakerAnswer" and not again:
            return completion(json.dumps({"speaker": "Zelda Quark"}))
        return Reader()(request)

    summary, requests = read(forgetful, strategy="many", facets=("quotes",), context=4096)

    assert len(requests) == 2 * PARAGRAPHS
    assert summary.rejected == ()
    assert all(quote.speaker for quote in summary.quotes)


def test_what_a_form_leaves_out_is_asked_of_its_own_part():
    def terse(request):
        if name_of(request) == "Form":
            return completion(json.dumps({"quotes": [], "figures": []}))
        return Reader()(request)

    summary, requests = read(terse, strategy="one", facets=("quotes", "figures"), context=4096)

    asked = [name_of(request) for request in requests]
    assert asked.count("Form") == asked.count("Again") == summary.provenance.coverage.parts > 1
    assert summary.rejected == ()


def test_a_part_without_any_answer_is_told(strategy):
    def silent(request):
        prompt = request["messages"][-1]["content"]
        return completion(None, refusal="No.") if 1 in numbers(prompt) else Reader()(request)

    summary, _ = read(silent, strategy=strategy, context=4096)

    coverage = summary.provenance.coverage
    assert coverage.failed == 1
    assert 0 < coverage.shown < coverage.sentences
    assert summary.rejected
    assert all(
        re.search(r"It was asked about sentences 1 to \d+\.$", each.detail)
        for each in summary.rejected
    )
    assert len(summary.quotes) == len(summary.figures) == PARAGRAPHS
    assert summary.stances


@pytest.mark.parametrize("settings", [{"context": 4096}, {"context": None}])
def test_progress_counts_the_questions_of_all_parts(strategy, settings):
    seen = []
    reader = Reader(SHORT)

    _, requests = read(
        reader, strategy=strategy, progress=lambda *counts: seen.append(counts), **settings
    )

    assert seen[-1] == (len(requests) - reader.refused,) * 2
    assert all(answered <= asked for answered, asked in seen)
    if settings["context"]:
        assert seen[0][1] == seen[-1][1], "all of them were known from the start"


def test_a_context_that_holds_nothing_is_an_error_soon():
    with pytest.raises(ContextError) as caught:
        read(Reader(0), strategy="one")

    assert caught.value.usage is not None
    assert caught.value.requests == 4  # each half as long, down to 2,000 characters


def test_a_sentence_that_no_prompt_holds_costs_no_other_one():
    endless = "Here stands " + "a very long table " * 1000 + "of 77 crowns."
    text = f"{STORY}\n\n{endless}\n\n{STORY.rpartition(chr(10))[2]}"

    summary, _ = read(Reader(SHORT), text, strategy="many")

    assert {each.reason for each in summary.rejected} == {"context_length"}
    assert [f.span.text for f in summary.figures if f.measures is None] == ["77 crowns"]
    assert summary.provenance.coverage.failed == 1
    assert summary.provenance.coverage.shown == summary.provenance.coverage.sentences - 1


@pytest.mark.parametrize("context", [0, -1, 2047])
def test_a_context_that_cannot_work_is_a_setting_that_cannot(context):
    from summarizer.errors import SettingsError

    with pytest.raises(SettingsError, match="context"):
        Settings.of(environment={}, context=context)


def test_a_part_is_worded_with_the_numbers_of_the_article():
    part = Chunk(Document.read(Article(STORY)), range(100, 110))

    content = Prompt(part, Templates()).messages(_any_question(part))[1]["content"]

    assert numbers(content) == [index + 1 for index in part.shown]
    assert (part.shown.start < 100, part.shown.stop > 110) == (True, True)


def _any_question(part):
    from summarizer.facets import FACETS

    return FACETS["quotes"].questions(part.document)[0]
