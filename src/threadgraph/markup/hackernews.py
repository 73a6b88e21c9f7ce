"""Read Hacker News: the tables of 2007 and those with classes (last seen 2025).

The depth is the width of the empty picture (40 a level) or the cell's `indent`. On the page of one
comment, and in lists of comments, the link "parent" names what a comment answers. The story, with
the text of an "Ask HN", is the page's article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.dates import is_date
from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, shown
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._story import hang, mark_places, owners_of, with_story
from threadgraph.markup._values import iso_moment, moment_of

__all__ = ["FAMILY"]

LEVEL = 40
"""Width of the empty picture, in pixels, for each level of answers."""

MARKS_BEHIND = 4
"""Texts and elements behind the age in which marks may stand."""

_ITEM = re.compile(r"(?:item\?id=|#)(\d{1,12})\Z")
# "ann 12 days ago  | link"
_AGO = re.compile(r"\d{1,4} (?:minute|hour|day|month|year)s? ago")
# "ann 2 hours ago [flagged] [dead] | parent"
_MARK = re.compile(r"\[(flagged|dead)\]")
_LINKS = '.comhead a[href*="item?id="], .comhead a[href^="#"], .age a[href]'


def _when(node: Node) -> tuple[str | None, str | None]:
    """Read the age: `<span class="age" title="2024-01-12T10:00:00 1705053600">`, or mere text."""
    text = shown(node).removeprefix("on ")
    tip = (attribute(node, "title") or "").split(" ")[0]
    if "T" in tip:
        return text, iso_moment(f"{tip}Z") if len(tip) == len("2024-01-12T10:00:00") else None
    ago = _AGO.search(text)
    return (text if is_date(text) else ago[0] if ago else None), moment_of(node)[1]


def _indents(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    return [_indent(post) for post in posts]


def _indent(post: Node) -> int | None:
    cell = post.child
    while cell is not None and cell.tag != "td":
        cell = cell.next
    if cell is None:
        return None
    level = attribute(cell, "indent")
    if level is None and (picture := cell.css_first("img[width]")) is not None:
        width = attribute(picture, "width") or ""
        return int(width) // LEVEL if width.isdecimal() and len(width) < 6 else None  # noqa: PLR2004
    return int(level) if level and level.isdecimal() and len(level) < 4 else None  # noqa: PLR2004


def _marks_behind(age: Node) -> dict[str, str | int | bool]:
    """Read what stands between the age and the links: "[flagged]", "[dead]"."""
    found: dict[str, str | int | bool] = {}
    here = age.next
    for _ in range(MARKS_BEHIND):
        if here is None:
            break
        if here.tag == "-text":
            found |= dict.fromkeys(_MARK.findall(here.text_content or ""), True)
        here = here.next
    return found


def _finish(page: HtmlPage, thread: Thread) -> None:
    comments = thread.comments
    owners = owners_of(comments)
    parents: list[str | None] = [None] * len(comments)
    for number, links in owners.group(page.all(_LINKS)).items():
        for link in links:
            match = _ITEM.search(attribute(link, "href") or "")
            if match is None:
                continue
            word = shown(link)
            if word == "parent":
                parents[number] = match[1]
            elif comments[number].native_id is None and word not in {"root", "prev", "next"}:
                comments[number].native_id = match[1]
                comments[number].url = attribute(link, "href")
                comments[number].extra |= _marks_behind(link.parent or link)
    hang(comments, parents)
    mark_places(comments, page.all('a[id^="up_"]'))
    _STORY(page, thread)


_STORY = with_story(
    Rules(
        posts="table.fatitem, table:has(> tbody > tr > td.subtext)",
        body=(
            (
                ".titleline > a, td.title > a, .toptext, "
                'tr:has(> td.subtext) ~ tr:not(:has(form)) > td:not([class]):not([colspan="2"])'
            ),
        ),
        author=(".hnuser", '.subtext a[href*="user?id="]'),
        date=(".age", ".subtext"),
        when=_when,
        permalink=(".subtext .age a",),
        score=(".score", 'span[id^="score_"]'),
        native=lambda _: None,
    )
)

FAMILY = family(
    Rules(
        posts="tr:has(> td.default)",
        body=(".commtext", ".comment"),
        author=(".hnuser", '.comhead > a[href*="user?id="]'),
        date=(".age", ".comhead"),
        when=_when,
        drop='.comment .reply, .comment font[size="1"]',
        native=lambda _: None,
        depths=_indents,
        hidden=".noshow",
        marker=re.compile(r"""<td[^<>]{0,80}\sclass=["']?default\b"""),
        more="a.morelink",
        expected=(".subline > a:last-child", "td.subtext > a:last-child"),
        finish=_finish,
    ),
    "comhead",
)
