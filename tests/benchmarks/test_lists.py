"""Made pages that list things are not read as discussions, in HTML and as Resiliparse prints them.

The ceilings may only fall; they are those of the pages that the test makes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from types import ModuleType
from typing import TypeAlias

import pytest

Load: TypeAlias = Callable[[str], ModuleType]
PAGES = range(50_000, 50_270)
CEILINGS = {"html": 0.0, "resiliparse": 0.0704, "dclm": 0.0482, "resiliparse_full": 0.0926}
"""Share of the pages in which a post is found that is not the article."""

LEFT = re.compile(r"[{}]|\[[A-Z][a-z]+ ?[a-z]*\]|\[(?:by|on|at|comments)\]")
"""What no page may show: a slot or a label of a template."""


def test_a_page_is_the_same_each_time(load: Load) -> None:
    pages = load("list_pages")

    assert pages.make_page(7) == pages.make_page(7)
    assert pages.make_page(7)[0] != pages.make_page(7 + len(load("list_data").KINDS))[0]


def test_all_labels_and_slots_are_filled(load: Load) -> None:
    pages = load("list_pages")
    shown = "".join(pages.make_page(number)[0] for number in range(300))

    assert LEFT.search(shown) is None


@pytest.fixture(scope="module")
def figures(load: Load) -> dict[str, dict[str, Counter[str]]]:
    """Give what is found in all renderings; the pages are made once."""
    return load("lists").measure(PAGES)


@pytest.mark.parametrize("rendering", list(CEILINGS))
def test_lists_are_no_discussions(
    load: Load, rendering: str, figures: dict[str, dict[str, Counter[str]]]
) -> None:
    share = load("lists").share(figures[rendering])

    assert share <= CEILINGS[rendering], share
