"""The parts of an article: nothing is lost between them, and nothing is in two of them."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Article
from summarizer.document.document import Document
from summarizer.prompting.chunks import Chunk

PIECE = st.sampled_from(
    [
        '"We go," she said.',
        "It cost 9 crowns.",
        "李强表示：「我们不同意。」",
        "Rain.",
        "\n\n",
        "No end",
    ]
) | st.text(max_size=30)


@settings(deadline=None)  # the first text builds the tables
@given(st.lists(PIECE, min_size=1, max_size=60), st.randoms(use_true_random=False))
def test_whatever_the_cuts_nothing_is_lost_and_nothing_doubled(pieces, random):
    document = Document.read(Article("Then. " + " ".join(pieces)))
    count = len(document.outline.sentences)
    cuts = sorted({0, count, *(random.randrange(count) for _ in range(random.randrange(6)))})
    parts = [Chunk(document, range(*pair)) for pair in pairwise(cuts)]

    assert [each for part in parts for each in part.own] == list(range(count))
    assert all(set(part.own) <= set(part.shown) <= set(range(count)) for part in parts)
    asked = [each for part in parts for each in part.document.quotes]
    assert asked == list(document.quotes)
    asked = [key for part in parts for key in part.document.figures]
    assert asked == list(document.figures)


@given(st.lists(st.integers(1, 4000), min_size=1, max_size=30))
def test_halves_are_the_whole_until_they_are_small(lengths):
    document = Document.read(Article(" ".join("W" + "a" * length + "." for length in lengths)))
    smallest = list(_smallest(Chunk(document)))

    assert [each for part in smallest for each in part.own] == list(range(len(lengths)))
    sentences = document.outline.sentences
    for part in smallest:
        long = sentences[part.own[-1]].end - sentences[part.own[0]].start
        assert len(part.own) == 1 or long <= 2000


def _smallest(part):
    halves = part.halves()
    for half in halves:
        yield from _smallest(half)
    if not halves:
        yield part
