"""Selectors are asked without what a page's classes rule out, and give what the parser gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from threadgraph.markup import choose
from threadgraph.markup._dom import HtmlPage
from threadgraph.markup._selectors import possible
from threadgraph.readers.pages.html import READER

CASES = sorted(Path(__file__).with_name("cases").glob("*/*.html"))


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<p class=\"a b-C\"><p class='d'>", {"a", "b-c", "d"}),
        ("<p class=a><p class = b id=c>", {"a", "b"}),
        ('<p class="x [&>p]:mt-0 y"><p class="z">', {"x", "[&>p]:mt-0", "y", "z"}),
        ('<p class=""><p class><p>', set[str]()),
        ("<script>'<p class=a>'</script><!-- <p class=b> --><p class=c>", {"c"}),
    ],
)
def test_classes_are_those_of_elements(html: str, names: set[str]) -> None:
    assert HtmlPage(html, html.encode()).classes == names


def test_names_are_classes_and_ids_without_their_numbers() -> None:
    html = "<p class='a'><p id='B-1' class='a'><p id='b-27'><script>'<p id=c>'</script>"
    assert {*HtmlPage(html, html.encode()).names.split()} == {"a", "b-"}


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
    assert possible(selector, {"a"}) == asked


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
