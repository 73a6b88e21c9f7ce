"""The benchmark of the text build runs: its pages, and the stages that it times."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from threadgraph.readers.pages.text import READER

Load: TypeAlias = Callable[[str], ModuleType]


def test_pages_of_a_case_differ_by_number_and_keep_its_layout(load: Load):
    pages = load("pages")
    form = next(f for f in pages.forms(["disqus"]) if f.case == "nested")
    text, posts = pages.make_page(form, 7)
    assert (text, posts) == pages.make_page(form, 7)
    assert text != pages.make_page(form, 8)[0]
    page = READER.read(text.encode())
    assert page.document.layout == "disqus"
    assert sum(post.role != "article" for post in page.posts) == posts


def test_post_numbers_go_on_where_a_case_shows_them(load: Load):
    pages = load("pages")
    form = next(f for f in pages.forms(["discourse"]) if f.case == "crawler")
    text, posts = pages.make_page(form, 3)
    assert posts > form.posts
    assert sum(p.role != "article" for p in READER.read(text.encode()).posts) == posts


def test_every_stage_that_is_timed_exists(tmp_path: Path, load: Load):
    text_build = load("text_build")
    told = text_build.make(tmp_path / "pages", 0.3)
    assert told["pages"] > 1
    seconds = text_build.build(tmp_path / "pages", 1)
    assert {"s read", "s check tables", "s publish"} <= seconds.keys()
    assert seconds["posts"] > told["pages"]
