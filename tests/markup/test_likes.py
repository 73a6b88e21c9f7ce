"""XenForo names some of those who liked a post and counts the others."""

from __future__ import annotations

import pytest

from threadgraph.markup._dom import HtmlPage
from threadgraph.markup.xenforo import FAMILY

POST = (
    "<article class='message message--post js-post' id=js-post-7 data-content=post-7 "
    "data-author=Ann><div class=message-body><div class=bbWrapper>It is blue.</div></div>"
    "<div class=js-reactionsList>{}</div></article>"
)


@pytest.mark.parametrize(
    ("likes", "score"),
    [
        ("<a><bdi>Bob</bdi>, <bdi>Cem</bdi> and 3 others</a>", 5),
        ("<a class=username><bdi>Bob</bdi></a> and <bdi>Cem</bdi>", 2),
        ("<a class=username>Bob</a> and 1 other person", 2),
    ],
)
def test_each_name_counts_once(likes: str, score: int) -> None:
    html = f"<html class=js id=XF><body>{POST.format(likes)}{POST.format('')}</body></html>"
    thread = FAMILY.read(HtmlPage(html, html.encode()))
    assert thread is not None
    assert thread.comments[0].score == score
