"""The date that words give, in the ways in which news writes it."""

import pytest

from summarizer.document.calendar import read_date


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("by 12 March 2026", "2026-03-12"),
        ("March 12, 2026", "2026-03-12"),
        ("the 3rd of May 2026", "2026-05-03"),
        ("Sept. 2026", "2026-09"),
        ("1er mai 2025", "2025-05-01"),
        ("den 3. März 2026", "2026-03-03"),
        ("5 de mayo de 2024", "2024-05-05"),
        ("5 maggio 2024", "2024-05-05"),
        ("5 मई 2024", "2024-05-05"),
        ("2025年5月3日", "2025-05-03"),
        ("2025년", "2025"),
        ("2026-03", "2026-03"),
        ("3.4.2026", "2026-04-03"),
        ("13/4/2026", "2026-04-13"),
        ("4/13/2026", "2026-04-13"),
        ("in 2026", "2026"),
        ("3/4/2026", None),
        ("31 February 2026", None),
        ("between 2024 and 2026", None),
        ("2024-2026", None),
        ("on May 5", None),
        ("on Tuesday", None),
        ("", None),
    ],
)
def test_what_words_give_as_a_date(words, expected):
    assert read_date(words) == expected
