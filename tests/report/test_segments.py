"""An article's text cut into segments."""

from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import HARBOUR, harbour

from summarizer.report.segments import Mark, marks, paragraphs

TEXT = "Rain fell.\n\nNobody saw it.\nIt fell on."


def shown(blocks):
    return ["|".join(part.text for part in parts) for parts in blocks]


def test_a_text_without_marks_is_its_paragraphs():
    assert shown(paragraphs(TEXT, [])) == ["Rain fell.", "Nobody saw it.", "It fell on."]


def test_overlapping_marks_share_a_segment():
    cut = paragraphs("abcdef", [Mark("Q1", "quote", 0, 4), Mark("S1", "evidence", 2, 6)])
    assert shown(cut) == ["ab|cd|ef"]
    assert [part.items for part in cut[0]] == [("Q1",), ("Q1", "S1"), ("S1",)]
    assert [part.opens for part in cut[0]] == [("Q1",), ("S1",), ()]


def test_the_narrowest_item_comes_first_and_owns_its_segment():
    [parts] = paragraphs("say 5 now", [Mark("Q1", "quote", 0, 9), Mark("F1", "figure", 4, 5)])
    assert [part.items for part in parts] == [("Q1",), ("F1", "Q1"), ("Q1",)]
    assert [part.stop for part in parts] == [True, True, False]


def test_a_mark_over_paragraphs_goes_on_in_the_next():
    blocks = paragraphs(TEXT, [Mark("S1", "evidence", 5, 20)])
    assert shown(blocks) == ["Rain |fell.", "Nobody s|aw it.", "It fell on."]


def test_a_mark_in_white_space_alone_shows_nowhere():
    blocks = paragraphs(TEXT, [Mark("S1", "evidence", 10, 12)])
    assert all(not part.items for parts in blocks for part in parts)


def test_every_span_of_a_summary_is_a_mark():
    found = marks(harbour())
    assert sorted((m.start, m.end) for m in found) == sorted(
        (span.start, span.end) for span in harbour().spans()
    )
    assert {mark.item for mark in found if mark.kind == "evidence"} == {"S1"}


places = st.tuples(st.integers(0, len(HARBOUR) - 1), st.integers(1, 90))


@settings(max_examples=60, deadline=None)
@given(st.lists(places, max_size=12))
def test_every_mark_covers_its_words_and_no_others(found):
    made = [
        Mark(f"Q{n}", "quote", start, min(start + length, len(HARBOUR)))
        for n, (start, length) in enumerate(found)
    ]
    blocks = paragraphs(HARBOUR, made)
    assert shown([[part] for parts in blocks for part in parts if not part.text]) == []
    whole = "".join(part.text for parts in blocks for part in parts)
    assert "".join(whole.split()) == "".join(HARBOUR.split())
    for mark in made:
        parts = [p for parts in blocks for p in parts if mark.item in p.items]
        covered = "".join(part.text for part in parts)
        assert "".join(covered.split()) == "".join(HARBOUR[mark.start : mark.end].split())
        assert [mark.item in part.opens for part in parts] == [True] * bool(parts) + [False] * (
            len(parts) - 1
        )
