"""The date of an item stands in its row, or below the words of its author's picture."""

from __future__ import annotations

import pytest

from threadgraph.layouts._heads.bylines import date_head
from threadgraph.layouts._text.outline import rows
from threadgraph.layouts._text.page import TextPage


@pytest.mark.parametrize(
    ("above", "last"),
    [
        ("1. Avatar photo", 1),
        ("1. Gravatar", 1),
        # a notice of the text above: the row below opens the next post
        ("Last edited by Ann Lee", None),
        ("1. Reply", None),
    ],
)
def test_only_a_picture_stands_above_the_date(above: str, last: int | None) -> None:
    page = TextPage(f"{above}\n\nMay 9, 2015 at 1:20 am\n\nHow hot is it?\n")

    found = date_head(page.once(rows), 0)

    assert (found and found.last) == last
