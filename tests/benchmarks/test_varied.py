"""Blog pages with any choices of a theme are read, in HTML and as Resiliparse prints them.

The floors may only rise; they are those of the pages that the test makes.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import TypeAlias

import pytest

Load: TypeAlias = Callable[[str], ModuleType]
PAGES = range(104)
FLOORS = {
    "html": (1.0, 1.0, 1.0),
    "resiliparse_full": (0.995, 0.99, 0.985),
    "resiliparse": (0.895, 0.99, 0.975),
    "dclm": (0.90, 0.99, 0.985),
}
"""Post F1, precision and recall of authors."""


def test_a_page_is_the_same_each_time(load: Load) -> None:
    themes = load("themes")

    assert themes.make_page(7) == themes.make_page(7)
    assert themes.make_page(7)[0] != themes.make_page(7 + len(load("theme_markup").MARKUP))[0]


def test_answers_stand_inside_of_what_they_answer(load: Load) -> None:
    themes = load("themes")
    pages = [posts for _, choices, posts in map(themes.make_page, PAGES) if choices.nested]

    assert any(post.depth for posts in pages for post in posts)
    for posts in pages:
        for post in posts:
            parent = None if post.parent is None else posts[post.parent]
            assert post.depth == (0 if parent is None else parent.depth + 1)


def test_the_line_filter_drops_what_the_corpora_drop(load: Load) -> None:
    page = "Ann\nAnn Lee\n\n\n\nHELLO YOU there\n12\n12 comments\nSee https://a.example/b today"

    assert load("varied").filtered(page) == "Ann Lee\n\nSee today"


def test_gold_says_what_survives(load: Load) -> None:
    comment = load("themes").Comment(
        number=1, author="Ann Lee", date="May 3", text="How hot is it?", parent=None, depth=0
    )
    shown = {"whole": "Ann Lee May 3 How hot is it", "bare": "How hot is it", "lost": "Home About"}

    row = next(load("varied").map_gold([comment], shown))

    assert row["survives"] == {"whole": True, "bare": True, "lost": False}
    assert row["author_survives"] == {"whole": True, "bare": False, "lost": False}


@pytest.fixture(scope="module")
def figures(
    load: Load, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, dict[str, float]]]:
    """Give the figures of all renderings; the pages are made once."""
    return load("varied").measure(tmp_path_factory.mktemp("varied"), PAGES)


@pytest.mark.parametrize("rendering", list(FLOORS))
def test_all_choices_are_read(
    rendering: str, figures: dict[str, dict[str, dict[str, float]]]
) -> None:
    told = figures[rendering]["overall"]
    found = (told["f1"], told["author_precision"], told["author_recall"])

    assert all(f >= floor for f, floor in zip(found, FLOORS[rendering], strict=True)), found
