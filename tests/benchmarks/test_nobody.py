"""Comment pages of systems that nobody knows: few names are wrong, and few more may be.

The floors may only rise. They are a little below the figures of the pages that the test makes.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import TypeAlias

import pytest

Load: TypeAlias = Callable[[str], ModuleType]
PAGES = range(10_000, 10_120)
FLOORS = {
    "html": (0.87, 0.95, 0.93),
    "resiliparse_full": (0.79, 0.79, 0.64),
    "resiliparse": (0.77, 0.79, 0.67),
    "dclm": (0.7, 0.7, 0.54),
}
"""Post F1, precision and recall of authors."""


def test_a_page_is_the_same_each_time(load: Load) -> None:
    nobody = load("nobody")

    assert nobody.make_page(7) == nobody.make_page(7)
    assert nobody.make_page(7)[0] != nobody.make_page(8)[0]


def test_what_a_system_does_not_show_is_not_in_the_gold(load: Load) -> None:
    nobody = load("nobody")

    for _, system, posts in map(nobody.make_page, range(60)):
        assert all(bool(post.author) == ("name" in system.parts) for post in posts)
        assert all(bool(post.date) == ("date" in system.parts) for post in posts)


@pytest.mark.parametrize("part", ["above", "below", "split", "card", "nameless"])
def test_names_stand_everywhere(part: str, load: Load) -> None:
    nobody = load("nobody")

    assert any(nobody.make_page(number)[1].markup == part for number in range(100))


@pytest.fixture(scope="module")
def figures(
    load: Load, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, dict[str, float]]]:
    """Give the figures of all renderings; the pages are made once."""
    make_page = load("nobody").make_page
    return load("varied").measure(tmp_path_factory.mktemp("nobody"), PAGES, make_page)


@pytest.mark.parametrize("rendering", list(FLOORS))
def test_unknown_systems_are_read(
    rendering: str, figures: dict[str, dict[str, dict[str, float]]]
) -> None:
    told = figures[rendering]["overall"]
    found = (told["f1"], told["author_precision"], told["author_recall"])

    assert all(f >= floor for f, floor in zip(found, FLOORS[rendering], strict=True)), found
