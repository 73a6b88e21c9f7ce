"""Pages of HTML that parsers hang over are read in time, whole, and never recursively."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import threadgraph
from threadgraph.pipeline import read_document
from threadgraph.readers._prescan import harmless, scan, surely_harmless
from threadgraph.readers.pages.html import READER
from threadgraph.records import Page

REPLIES = 20
HEAD = (
    "<!DOCTYPE html><html><head><title>A title</title></head><body>"
    "<article><h1>A title</h1><p>The article says this and that, and some more of it.</p></article>"
)


def comment(number: int) -> str:
    """Begin a comment as WordPress writes it; its `li` is left open."""
    return (
        f'<li class="comment" id="comment-{number}">'
        f'<article id="div-comment-{number}" class="comment-body"><footer class="comment-meta">'
        f'<div class="comment-author vcard"><b class="fn">Name {number}</b></div>'
        '<div class="comment-metadata"><time datetime="2020-03-01T10:00:00+00:00">March 1, 2020'
        f'</time></div></footer><div class="comment-content"><p>Text {number}.</p></div></article>'
    )


def page(middle: str = "", count: int = REPLIES, *, nested: bool = False) -> str:
    """Give a page of comments with `middle` before them."""
    if nested:
        opened = '<ol class="children">'.join(comment(n) for n in range(count))
        inside = opened + "</li></ol>" * (count - 1) + "</li>"
    else:
        inside = "".join(comment(n) + "</li>" for n in range(count))
    return f'{HEAD}{middle}<ol class="comment-list">{inside}</ol></body></html>'


def numbered(form: str, count: int) -> str:
    """Repeat a form with numbers in it."""
    return "".join(form.format(n) for n in range(count))


MIDDLES: dict[str, Callable[[int], str]] = {
    "attributes": lambda n: "<p " + numbered("a{}=1 ", n) + ">x</p>",
    "attributes with signs of tags": lambda n: "<p " + numbered("a{}='<b>' ", n) + ">x</p>",
    "attributes without values": lambda n: "<p " + numbered("a{} ", n) + ">x</p>",
    "attributes of many bodies": lambda n: numbered("<body a{}=1>", n // 20),
    "formatting": lambda n: numbered("<b id=f{}>", n // 30) + "x",
    "formatting, opened again": lambda n: (
        f"<div>{numbered('<font color={}>', n // 60)}</div>" + "<p>x</p>" * (n // 60)
    ),
    "formatting, closed": lambda n: numbered("<i id=f{}><p>", n // 60) + "</i>" * (n // 60),
    "bare formatting": lambda n: "<b>" * (n // 2),
    "depth": lambda n: "<div>" * (n // 4),
    "depth, closed": lambda n: "<div>" * (n // 4) + "</div>" * (n // 4),
    "depth with other ends": lambda n: "<div></foo>" * (n // 4),
    "lists": lambda n: "<ol><li>" * (n // 8),
    "tables": lambda n: "<table><tr><td>" * (n // 10),
    "tables in no cell": lambda n: "<table>" * (n // 10),
    "text in tables": lambda n: "<table>" + "x<tr>" * (n // 10) + "</table>",
    "forms": lambda n: "<form><div>" * (n // 10),
    "selects": lambda n: "<select><option>" * (n // 10) + "</select>",
    "drawings": lambda n: "<svg><g>" * (n // 10) + "</svg>",
    "signs": lambda n: "<" * 2 * n,
    "text": lambda n: "word " * 10 * n,
    "broken nesting": lambda n: "<b><p></b><div></p></i></div></div>" * (n // 20),
    "open comments": lambda n: "<!--" * n + "-->",
    "odd comments": lambda n: "<!----><!-->--!>" * (n // 10),
    "doctypes": lambda n: "<!DOCTYPE html>" * (n // 10),
    "quotation marks": lambda n: "<p a='\"'>" + "'\"=" * n,
    "entities": lambda n: "&amp;&lt;&#x41;&nosuch;" * (n // 10),
    "scripts": lambda n: "<script>x</script>" * (n // 10),
    "styles left open": lambda n: "<svg><style>" * (n // 10) + "</style></svg>",
}
"""What stands before the comments, by name: the number says how much."""

FULL = 200_000
MAX_SECONDS = 20
MAX_MEMORY = 800 << 20


def read(html: str | bytes) -> Page:
    data = html.encode() if isinstance(html, str) else html
    return READER.read(data)


def texts(found: Page) -> list[str]:
    return [post.text for post in found.posts if post.role == "comment"]


@pytest.mark.parametrize("name", MIDDLES)
def test_comments_behind_hostile_markup_are_read_in_time(name: str) -> None:
    html = page(MIDDLES[name](FULL))
    start = time.process_time()
    found = read(html)
    assert time.process_time() - start < MAX_SECONDS
    assert texts(found) == [f"Text {n}." for n in range(REPLIES)]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10 < MAX_MEMORY


def test_five_thousand_nested_replies_are_kept() -> None:
    found = read(page(count=5000, nested=True))
    assert texts(found) == [f"Text {n}." for n in range(5000)]
    assert [post.depth for post in found.posts if post.role == "comment"] == list(range(5000))
    assert found.problems == ()


def test_nothing_recurses() -> None:
    html = page("<div>" * 5000, count=500, nested=True)
    READER.read(page().encode())  # what is imported or compiled late is there now
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(_depth() + 60)
    try:
        found = READER.read(html.encode())
    finally:
        sys.setrecursionlimit(limit)
    assert len(texts(found)) == 500


def _depth() -> int:
    frame, depth = sys._getframe(), 0  # noqa: SLF001 - there is no public way
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


@pytest.mark.parametrize(
    ("middle", "words"),
    [
        ("<p " + "a{} " * 1, None),
        (MIDDLES["attributes"](20_000), "20000 attributes in one tag"),
        (MIDDLES["formatting, opened again"](120_000), "2001 formatting tags left open"),
        (MIDDLES["depth"](200_000), "nested 50"),
        (MIDDLES["attributes of many bodies"](240_000), "12002 tags `html` and `body`"),
    ],
    ids=["nothing", "attributes", "formatting", "depth", "bodies"],
)
def test_what_is_simplified_is_told(middle: str, words: str | None) -> None:
    told = [problem.reason for problem in read(page(middle)).problems if problem.code == "TG133"]
    assert len(told) == (words is not None)
    assert words is None or (words in told[0] and "simplified before reading" in told[0])


def test_attributes_up_to_a_thousand_and_the_text_of_what_is_dropped_stay() -> None:
    middle = (
        "<div "
        + "a{} ".join("x" * 3)
        + '><p id="kept" '
        + "".join(f"a{n}=1 " for n in range(5000))
        + ">planted one</p>"
        + '<div id="d">' * 40_000
        + "planted two"
    )
    found = read(page(middle))
    assert "planted one" in found.posts[0].text
    assert "planted two" in found.posts[0].text


HIDDEN = comment(99) + "</li>"
STILL: dict[str, str] = {
    "script": f"<script>var a = '{HIDDEN}'; if (a<b) x();</script>",
    "script with a comment": f"<script><!--\n{HIDDEN}\n//--></script>",
    "script in small and large": f"<SCRIPT>{HIDDEN}</ScRiPt >",
    "comment": f"<!-- {HIDDEN} -->",
    "comment with signs": f"<!-- > -> {HIDDEN} --!>",
    "conditional comment": f"<!--[if IE]>{HIDDEN}<![endif]-->",
    "style": f"<style>{HIDDEN}</style>",
    "textarea": f"<textarea>{HIDDEN}</textarea>",
    "template": f"<template>{HIDDEN}</template>",
    "attribute": f"<div data-html='{HIDDEN}'></div>",
    "data in a drawing": f"<svg><![CDATA[{HIDDEN}]]></svg>",
}


@pytest.mark.parametrize("name", STILL)
def test_what_only_looks_like_a_comment_is_none(name: str) -> None:
    found = read(page(STILL[name]))
    assert texts(found) == [f"Text {n}." for n in range(REPLIES)]


def test_a_page_cut_off_anywhere_is_read() -> None:
    data = page(count=2, nested=True).encode()
    for end in range(0, len(data), 7):
        found = READER.read(data[:end])
        assert sum(span.span_end - span.span_start for span in found.spans) == end


ENCODED: dict[str, tuple[str, str]] = {
    "declared": ("cp1251", "windows-1251"),
    "UTF-8 that is said to be Latin": ("utf-8", "iso-8859-1"),
    "an unknown name": ("utf-8", "klingon"),
    "a codec that is none of text": ("utf-8", "base64"),
    "UTF-16 with a mark": ("utf-16", "utf-8"),
    "UTF-16 without": ("utf-16-le", "utf-8"),
    "Japanese": ("shift_jis", "shift_jis"),
    "Japanese in seven bits": ("iso2022_jp", "iso-2022-jp"),
}
WORDS = {"cp1251": "Жук", "cp1252": "Käfer", "shift_jis": "虫です", "iso2022_jp": "虫です"}


@pytest.mark.parametrize("name", ENCODED)
def test_encodings_are_seen_through(name: str) -> None:
    encoding, declared = ENCODED[name]
    word = WORDS.get(encoding, "Käfer")
    html = page().replace("<head>", f'<head><meta charset="{declared}">').replace("Text 3", word)
    assert texts(read(html.encode(encoding)))[3] == f"{word}."


def test_an_encoding_that_nobody_names_is_a_warning() -> None:
    found = read(page().replace("Text 3", "K\xe4fer").encode("cp1252"))
    assert texts(found)[3] == "K\xe4fer."
    assert [problem.code for problem in found.problems] == ["TG137"]
    assert read(page().replace("Text 3", "K\xe4fer").encode()).problems == ()


@pytest.mark.parametrize(
    ("head", "encoding", "told"),
    [
        ("", "utf-16-le", "no encoding is named; the bytes are read as utf-16-le"),
        ('<meta charset="x-klingon">', "utf-8", "'x-klingon' is named, which is no encoding"),
        ('<meta charset="iso-8859-1">', "utf-8", "'iso-8859-1' is named; the bytes are read as"),
        ('<meta charset="utf-8">', "utf-8", None),
    ],
)
def test_an_encoding_that_the_bytes_told_is_a_warning(
    head: str, encoding: str, told: str | None
) -> None:
    page = f"<!doctype html><html><head>{head}<title>Tee</title></head><body><p>Für Bären</p>"
    found = READER.read(f"{page}</body></html>".encode(encoding))
    assert "Für Bären" in (found.posts[0].text or "")
    reasons = [problem.reason for problem in found.problems if problem.code == "TG137"]
    assert (reasons == []) if told is None else reasons[0].startswith(told)


def test_control_characters_of_names_and_escapes_are_counted() -> None:
    comment = (
        '<ol class="commentlist"><li class="comment" id="comment-{0}"><cite class="fn">{1}</cite>'
        "<p>{2}</p></li></ol>"
    )
    page = comment.format(1, "Ann\x1b\x07", "Yes\x1b[31m.") + comment.format(2, "Bob", "No.")
    found = READER.read(f"<!doctype html><title>Tea</title>{page}".encode())
    assert [p.reason for p in found.problems if p.code == "TG102"] == [
        "3 control characters, kept in the posts' texts and names"
    ]


def test_a_byte_order_mark_is_no_part_of_the_article() -> None:
    front = "<!doctype html><title>Bees</title><p>The bees are back in the garden, and busy.</p>"
    data = (front + page()).encode()
    assert read(b"\xef\xbb\xbf" + data).posts[0].text == read(data).posts[0].text


def test_latin_that_is_said_to_be_utf_8_is_read_as_browsers_do() -> None:
    html = page().replace("<head>", '<head><meta charset="utf-8">').replace("Text 3", "K\xe4fer")
    found = read(html.encode("cp1252"))
    assert texts(found)[3] == "K\ufffdfer."
    assert [problem.code for problem in found.problems] == ["TG101"]


def test_bytes_that_are_no_text_are_told_and_the_rest_is_kept() -> None:
    data = page().replace("<ol class", '<meta charset="utf-8">\0\0<ol class').encode()
    found = read(data.replace(b"Text 3", b"Te\xffxt\0 3"))
    assert len(texts(found)) == REPLIES
    data = page().replace("<head>", '<head><meta charset="shift_jis">').encode()
    found = read(data.replace(b"Text 3", b"Te\x81\x20t 3\xe4\xfc"))
    assert len(texts(found)) == REPLIES
    assert "TG101" in [problem.code for problem in found.problems]


def test_tags_of_format_that_are_closed_at_once_are_harmless() -> None:
    icons = "".join(f'<i class="icon n{n}"></i>' for n in range(900))
    assert harmless(page(icons).encode())
    hidden = "".join(f'<i class="icon n{n}></i>">' for n in range(900))
    assert not harmless(page(hidden).encode())


def test_what_looks_harmless_is_and_common_pages_do() -> None:
    assert harmless(page().encode())
    assert surely_harmless(page().encode())
    for name in ("attributes", "formatting, opened again", "depth", "attributes without values"):
        assert not harmless(page(MIDDLES[name](FULL)).encode())
    hidden = page("<p " + numbered("a{}='>' ", 20_000) + ">")
    assert harmless(hidden.encode())
    assert not surely_harmless(hidden.encode())
    long = page(f'<img src="data:{"x" * 100_000}"><script>{"i<n; " * 400}{"x" * 50_000}</script>')
    assert surely_harmless(long.encode())


def test_a_scan_counts_as_parsers_do() -> None:
    shape = scan("<p><p><p><ul><li><li><br><a><a><td><tr><td><b x><b x><b x><b x></b><b y>")
    assert (shape.tags, shape.formatting, shape.depth) == (18, 4, 10)
    assert scan("<!-- <p> --><script><p></script></p><p a=1 b='>' c=\">\" d>").attributes == 4


def test_nothing_outside_the_page_is_asked_for(tmp_path: Path) -> None:
    script = tmp_path / "read.py"
    (tmp_path / "page.html").write_text(page(OUTSIDE), encoding="utf-8")
    script.write_text(WATCHED.format(path=str(tmp_path / "page.html")), encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, str(script)], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == [str(REPLIES)]


OUTSIDE = """
<base href="http://127.0.0.1:9/"><link rel="stylesheet" href="http://127.0.0.1:9/a.css">
<meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/"><img src="http://127.0.0.1:9/a.png">
<script src="http://127.0.0.1:9/a.js"></script><iframe src="http://127.0.0.1:9/"></iframe>
<object data="file:///etc/passwd"></object><svg><image href="http://127.0.0.1:9/"/></svg>
"""
WATCHED = """
import sys
from pathlib import Path
from threadgraph.readers.pages.html import READER

data = Path({path!r}).read_bytes()
READER.read(data)  # the first time imports the families

def refuse(event, arguments):
    if event.split(".")[0] in ("socket", "open", "urllib", "subprocess", "os"):
        raise SystemExit(event)

sys.addaudithook(refuse)
found = READER.read(data)
print(sum(post.role == "comment" for post in found.posts))
"""


def test_a_dataset_of_hostile_pages_is_complete(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number, name in enumerate(("attributes", "formatting", "bare formatting")):
        (tmp_path / "in" / f"{number}.html").write_text(
            page(MIDDLES[name](FULL // 2)), encoding="utf-8"
        )
    out = threadgraph.build(tmp_path / "in", tmp_path / "out")
    assert out.diagnostics.collect()["code"].to_list() == ["TG133"] * 3
    assert out.posts.collect().height == 3 * (REPLIES + 1)
    data = (tmp_path / "in" / "1.html").read_bytes()
    assert read_document(data, "1.html", "1.html").page == READER.read(data)
