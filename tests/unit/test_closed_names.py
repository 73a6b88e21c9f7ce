"""Names above and controls below: what a table of rates has is neither."""

from __future__ import annotations

import pytest

from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts.closed_names import LAYOUT

TEXT = "It sings whenever somebody sleeps on the sofa, and stops in the morning."


@pytest.mark.parametrize(
    ("heads", "posts"),
    [
        (("Ann Lee", "Bob Moss", "Cem Kaya"), 3),
        (("30 Year Fixed 4.31% 3.95%", "5 Year Note 1.24% 1.19%", "$30K Loan 5.3% 5.2%"), 0),
    ],
)
def test_rates_are_no_names(heads: tuple[str, ...], posts: int) -> None:
    page = "Comments\n\n" + "".join(f"{head}\n{TEXT} {head}.\nReport abuse\n\n" for head in heads)
    parse = LAYOUT.parse(TextPage(page))
    assert (len(parse.records) if parse else 0) == posts
