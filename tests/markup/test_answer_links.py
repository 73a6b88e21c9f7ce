"""The link in "in reply to Ann" tells what a post answers, unless the post's author wrote it."""

from __future__ import annotations

import pytest

from threadgraph.markup._answer_links import hang_by_links
from threadgraph.markup._base import Comment
from threadgraph.markup._dom import HtmlPage

_PAGE = """<ul><li id="n-7"><a href="{own}#c-7">link</a><p>The ducks are back.</p></li>
<li id="n-8"><a href="{own}#c-8">link</a>{line}<p>{text}</p></li></ul>"""


def parent(line: str, text: str = "Which ducks?", own: str = "") -> str | None:
    html = _PAGE.format(line=line, text=text, own=own)
    page = HtmlPage(html, html.encode())
    one, two = (
        Comment(node=node, native_id=native, depth=0, text=words)
        for node, native, words in zip(
            page.all("li"),
            ("7", "8"),
            ("The ducks are back.", page.all("p")[1].text()),
            strict=True,
        )
    )
    hang_by_links(page, [one, two])
    assert two.depth == (0 if two.native_parent_id is None else None)
    return two.native_parent_id


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ('<span class="in-reply">in reply to <a href="#c-7">Ann</a></span>', ""),
        ('<span>In reply to <a href="#n-7">Ann</a></span>', ""),
        ('<a class="parent-link" href="#c-7">&uarr;</a>', ""),
        ('<a class="parent-link" href="/pond#c-7">&uarr;</a>', "/pond"),
        ('<span>Antwort auf <a href="/pond?x=1#n-7">#1 von Ann</a></span>', "/pond"),
    ],
)
def test_link_to_the_post_answered_is_its_parent(line: str, own: str) -> None:
    assert parent(line, own=own) == "7"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('<a href="#c-7">Ann</a>', "Which?"),
        ('<a class="parent-link" href="/other#c-7">&uarr;</a>', "Which?"),
        ('<a class="parent-link" href="#c-8">&uarr;</a>', "Which?"),
        ("", 'in reply to <a href="#c-7">Ann</a>: which?'),
        ('<blockquote>in reply to <a href="#c-7">Ann</a></blockquote>', "Which?"),
        ('<div class="quote_head"><a class="parent" href="#c-7">Ann</a></div>', "Which?"),
    ],
)
def test_other_links_tell_no_parent(line: str, text: str) -> None:
    assert parent(line, text) is None
