"""Pages with other classes and ids are read by what posts are, not by what a system calls them.

Measured over the development pages, where they are. The floors may only rise.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

import pytest

Load: TypeAlias = Callable[[str], ModuleType]
ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT.parent / "shared" / "data" / "goldpages"
FLOORS = {"words": (0.95, 0.91, 0.985), "letters": (0.875, 0.81, 0.985)}
"""Post F1 over all pages, its mean over families, precision of authors."""


def test_names_and_the_links_to_them_change_alike(load: Load) -> None:
    renamed = load("renamed")
    html = '<li id="comment-7" class="comment-author" data-id="7"><a href="/a#comment-7">3 May</a>'
    told = '<li id="opinion-7" class="opinion-writer"><a href="/a#opinion-7">3 May</a>'
    assert renamed.renamed(html, renamed.words) == told
    assert "comment" not in renamed.renamed(html, renamed.letters)


@pytest.mark.skipif(not PAGES.is_dir(), reason="the development pages are not here")
@pytest.mark.parametrize("way", ["words", "letters"])
def test_unknown_systems_are_read(way: str, load: Load, tmp_path: Path) -> None:
    renamed = load("renamed")
    told = renamed.measure(PAGES, tmp_path, getattr(renamed, way))
    overall, mean = told["overall"], told["mean"]
    figures = (overall["f1"], mean["f1"], overall["author_precision"])
    assert all(figure >= floor for figure, floor in zip(figures, FLOORS[way], strict=True)), figures
