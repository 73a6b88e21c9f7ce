"""Some short texts look like names, others are parts of dates and notes."""

import pytest

from threadgraph.layouts._text.names import looks_like_name


@pytest.mark.parametrize("text", ["s.a.l.", "o.l.a.f.", "olaf 12", "Marla K."])
def test_names(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize(
    "text", ["12th", "1st", "No.7536", "(First posted", "v2.0 beta", "Marla (since"]
)
def test_parts_of_dates_and_notes_are_no_names(text: str) -> None:
    assert not looks_like_name(text)
