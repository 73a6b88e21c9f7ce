"""Selectors are asked without what a page's classes rule out, and give what the parser gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from threadgraph.markup import choose
from threadgraph.markup._dom import HtmlPage
from threadgraph.markup._selectors import classes_in, possible
from threadgraph.readers.pages.html import READER

CASES = sorted(Path(__file__).with_name("cases").glob("*/*.html"))


@pytest.mark.parametrize(
    ("source", "names"),
    [
        (b"<p class=\"a b-c\"><p class='d'>", {b"a", b"b-c", b"d"}),
        (b"<p class=a><p class = b id=c>", {b"a", b"b"}),
        (b'<p class="x [&>p]:mt-0 y"><p class="z">', {b"x", b"[&>p]:mt-0", b"y", b"z"}),
        (b'<p class=""><p>', set()),
    ],
)
def test_classes_stand_in_the_source(source: bytes, names: set[bytes]) -> None:
    assert classes_in(source) == names


@pytest.mark.parametrize(
    ("selector", "asked"),
    [
        (".a", ".a"),
        (".b", ""),
        (".a, .b", ".a"),
        ("p.b > .a, li", "li"),
        (".A", ".A"),
        (".a:not(.b)", ".a:not(.b)"),
        (".a:has(> .b, > .c), .c", ".a:has(> .b, > .c)"),
        ('[class="b, c"], [id^="b"]', '[class="b, c"], [id^="b"]'),
        (".a:not(:has(> p:not([class]))), .b:not(:has(> p, > li))",
         ".a:not(:has(> p:not([class])))"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_needs_an_absent_class_is_left_out(selector: str, asked: str) -> None:
    assert possible(selector, {b"a"}) == asked


def test_pages_are_asked_and_answer_as_the_parser_does(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    real = HtmlPage.all

    def noted(page: HtmlPage, selector: str) -> list[object]:
        asked.add(selector)
        return [*real(page, selector)]

    monkeypatch.setattr(HtmlPage, "all", noted)
    pages = [HtmlPage(path.read_text("utf-8"), path.read_bytes()) for path in CASES]
    for page in pages:
        choose(page)
    monkeypatch.undo()
    for selector in sorted(asked - {""}):
        for page in pages[::7]:
            unique = {node.mem_id: node for node in page.tree.css(selector)}
            assert [node.mem_id for node in page.all(selector)] == [*unique], selector


@pytest.mark.parametrize("path", CASES[::5], ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_page_is_of_the_same_family_in_another_encoding(path: Path) -> None:
    html = path.read_text("utf-8")
    page = READER.read(html.encode("utf-16"))
    assert (page.document.layout or "none") == path.parent.name
