"""What looks at a line, a text or the posts of a page once costs no more than these are long."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import pytest

from threadgraph.commands._scoring import Found, TruePage, Truth, score_page
from threadgraph.layouts._heads.answered import answered
from threadgraph.layouts._text.outline import rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.markup._base import Comment
from threadgraph.markup._unknown.common import without_common
from threadgraph.markup._unknown.runs import Runs, names_told

Cost: TypeAlias = Callable[[Callable[[], object]], float]

FLOOR = 0.1
"""What costs less than these seconds is not compared; no case here costs as much."""


def blanks_before_a_name(n: int) -> None:
    page = TextPage(f"On 00000,{' ' * n}x wrote:x:\n> Yes.\n\nNo.\n")
    table = rows(page)
    for _ in range(5):
        answered(page, table, 0, len(table))


def lines_that_ask(n: int) -> None:
    without_common([Comment(text="Yes." + "\nfound helpful" * n + "\nthis end")])


def long_words_before_a_date(n: int) -> None:
    names_told([Runs(["a" * n + " 3 May 2021"], worded=True)] * 20, None)


def answers_to_score(n: int) -> None:
    posts = tuple(Truth(text=f"said {i} a{i} b{i}", author=None, parent=0) for i in range(n))
    found = [Found(text=post.text, parent=0) for post in posts]
    score_page(TruePage(name="p", family="f", posts=posts), found)


SIZES: dict[Callable[[int], None], int] = {
    blanks_before_a_name: 140,
    lines_that_ask: 1000,
    long_words_before_a_date: 40,
    answers_to_score: 2500,
}


@pytest.mark.parametrize("action", SIZES)
def test_twice_the_letters_cost_twice_the_time(action: Callable[[int], None], cost: Cost) -> None:
    size = SIZES[action]
    ratios: list[float] = []
    for _ in range(3):  # another process may disturb a measurement, but hardly three
        once, twice = cost(partial(action, size)), cost(partial(action, 2 * size))
        ratios.append(twice / max(once, FLOOR))
        if ratios[-1] < 2.5:
            return
    pytest.fail(f"twice the letters cost {ratios} times as much")


def test_blanks_in_the_line_that_introduces_a_quote_are_no_part_of_the_name() -> None:
    page = TextPage("On 3 May 2021,   Ann   Lee   wrote:\n> Yes.\n\nNo.\n")
    table = rows(page)
    assert answered(page, table, 0, len(table))[0] == "Ann Lee"
