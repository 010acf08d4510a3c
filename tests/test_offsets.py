"""Offsets in UTF-16 and UTF-8."""

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.export.offsets import Offsets


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60).flatmap(lambda t: st.tuples(st.just(t), st.integers(0, len(t)))))
def test_offsets_are_the_lengths_of_what_stands_before(found):
    text, at = found
    offsets = Offsets(text)
    assert offsets.utf16(at) == len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
    assert offsets.utf8(at) == len(text[:at].encode("utf-8", "surrogatepass"))
