"""The examples of CONTRIBUTING.md are whole modules: they read the pages shown below them."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from threadgraph import layouts, markup, parse
from threadgraph.layouts import _in_turn
from threadgraph.layouts._base import Layout
from threadgraph.layouts._text.page import TextPage
from threadgraph.markup import _in_order

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted(path for path in (ROOT / "tests" / "cases").glob("*/*") if path.suffix != ".jsonl")


def _blocks(language: str) -> list[str]:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def _module(number: int, name: str) -> ModuleType:
    """Execute a Python block as the module that a newcomer would write."""
    module = ModuleType(name)
    exec(compile(_blocks("python")[number], f"{name}.py", "exec"), module.__dict__)  # noqa: S102 - our own example
    return module


@pytest.fixture(scope="module")
def layout() -> Layout:
    """Give the layout of the first example."""
    made = _module(0, "murmurs").LAYOUT
    assert isinstance(made, Layout)
    return made


def _told(page: str, name: str) -> list[tuple[object, ...]]:
    """Give what is read of a page: the layout, then author, date and text of each comment."""
    dataset = parse(page, name)
    posts = dataset.posts.filter(role="comment").select("author_name", "created_text", "text")
    return [*dataset.documents.select("layout").collect().rows(), *posts.collect().rows()]


def test_the_layout_reads_its_page(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    known = layouts.layouts() | {"murmurs": layout}
    monkeypatch.setattr(layouts, "layouts", lambda: known)
    monkeypatch.setattr(layouts, "_in_turn", _in_turn.__wrapped__)  # which keeps none
    (page,) = _blocks("txt")
    assert _told(page, "page.txt") == [
        ("murmurs",),
        ("Ann Lee", "3 May 2024, 10:02", "At last!"),
        ("Bob Moss", "3 May 2024, 11:30", "Will it hold?"),
    ]


def test_the_layout_finds_nothing_in_the_pages_of_others(layout: Layout) -> None:
    """Else it would take cases of other layouts, and the suite of whoever copies it would fail."""
    assert CASES
    for path in CASES:
        text = path.read_bytes().decode("utf-8", "replace")
        assert layout.parse(TextPage(text)) is None, path


def test_the_family_reads_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    known = markup.families() | {"pondchat": _module(1, "pondchat").FAMILY}
    monkeypatch.setattr(markup, "families", lambda: known)
    monkeypatch.setattr(markup, "_in_order", _in_order.__wrapped__)  # which keeps none
    (page,) = _blocks("html")
    assert _told(page, "page.html") == [
        ("pondchat",),
        ("Ann Lee", "3 May 2024, 10:02", "I knew about the bell."),
        ("Bob Moss", "3 May 2024, 11:30", "How?"),
    ]
