"""Read MyBB 1.8 as html2text prints it: each post in one cell, told by where its links lead.

"[Ann](user-5.html) ... Reputation: **2** **[#3](thread-7.html?pid=12)** 02-04-2018, 08:15 PM  the
text  [Find](search.php?uid=5)[Reply](newreply.php?tid=7&replyto=12)", wrapped anywhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from threadgraph.dates.scan import leading_date
from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._boards.forum import stripped, without_links
from threadgraph.layouts._boards.rows import read_rows
from threadgraph.layouts._boards.words import FORUM_END
from threadgraph.layouts._text.names import MAX_NAME
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["read_cells"]

# "**[#3](showthread.php?tid=7&pid=12#pid12 "RE: Kilns")** "
_NUMBER = re.compile(r"\[#(\d{1,6})\]\([^()\s]{0,300}pid=?\d{1,10}[^()]{0,300}\)[*\s]{1,8}")
# "[![](avatar.png)](user-5.html) **[**_Ann_**](user-5.html)**"
_PROFILE = r"\([^()\s]{0,200}(?:action=profile|user-\d)[^()]{0,200}\)"
_NAME = re.compile(
    rf"(?:\[!\[[^\[\]]{{0,80}}\]\([^()]{{0,300}}\)\]{_PROFILE}\s{{0,4}})?"
    rf"[*_]{{0,3}}\[([^\[\]!]{{1,90}})\]{_PROFILE}[*_]{{0,3}}"
)
# "[Find](search.php?action=finduser&uid=5", "[Reply](newreply.php?tid=7&replyto=12"
_CONTROL = re.compile(
    r"\[[^\[\]]{1,60}\]\([^()\s]{0,200}(?:finduser|search\.php\?uid=|replyto=|private\.php)"
)
# "[Website](user-5.html "Visit this user's website")" before those
_OWN = re.compile(
    r"(?:\[[^\[\]]{1,40}\]\([^()\s]{0,200}(?:user-\d|member\.php)[^()\s]{0,200}\s\"[^()]{6,80}\"\)\s{0,4}){1,4}$"
)
# "(This post was last modified: 2018-04-10, 02:52 AM by [Ann](user-5.html).)"
_EDITED = re.compile(r"\s{1,4}_?\([^()]{6,80}(?:\([^()]{1,200}\)[^()]{0,20})?\)_?(?=\s)")
_SPACE = re.compile(r"\s")
# "ann-", then "lee"
_WRAPPED = re.compile(r"(?<=\w-)\n(?=\w)")
_SIGNED = re.compile(r"\s{2,}(\S(?:(?!\s{2})[\s\S]){11,400})$")
MAX_DATE = 60
MAX_CARD = 1500
MAX_END = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Post:
    """Where a post's header begins, its text, and where the controls below end it."""

    top: int
    begin: int
    end: int
    author: str | None
    date: str
    number: int


def read_cells(page: TextPage) -> Parse | None:
    """Read the posts of a page of Markdown; None if fewer than two are found."""
    found = list(_posts(page)) if page.linked and "pid" in page.dense else []
    if not found:
        return None
    signed = _signatures(page, found)
    stops = [*(post.top for post in found[1:]), len(page.text.rstrip())]
    records = [
        _record(page, post, end, stop) for post, end, stop in zip(found, signed, stops, strict=True)
    ]
    return Parse(
        records=tuple(records), start=found[0].top, marks=3 * len(records), regularity=1.0, front=()
    )


def _posts(page: TextPage) -> Iterator[_Post]:
    """Find the numbers with a date behind, the names before them, and the controls below."""
    text = page.text
    marks = [m for m in _NUMBER.finditer(text) if _date_end(text, m.end())]
    if len(marks) < 2:  # noqa: PLR2004 - one may be a quotation's link
        return
    ends = [*(mark.start() for mark in marks[1:]), _page_end(page, marks[-1].end())]
    low = 0
    for mark, end in zip(marks, ends, strict=True):
        date_end = _date_end(text, mark.end())
        names = [*_NAME.finditer(text, max(low, mark.start() - MAX_CARD), mark.start())]
        name = names[-1] if names else None
        edited = _EDITED.match(text, date_end)
        begin = edited.end() if edited else date_end
        stop = _text_end(text, begin, end)
        shown = name[1].strip(" *_") if name else ""
        yield _Post(
            top=name.start() if name else mark.start(),
            begin=begin,
            end=stop,
            author=" ".join(_WRAPPED.sub("", shown).split())[:MAX_NAME] or None,
            date=_SPACE.sub(" ", text[mark.end() : date_end]),
            number=int(mark[1]),
        )
        low = stop


def _page_end(page: TextPage, low: int) -> int:
    """Give where what stands below the last post begins, behind place `low`."""
    starts = (
        page.lines[row.first].start
        for row in read_rows(page)
        if len(row.text) <= MAX_END and FORUM_END.match(row.text)
    )
    return next((start for start in starts if start > low), len(page.text))


def _text_end(text: str, begin: int, end: int) -> int:
    """Give where the controls below a text begin, else `end`."""
    control = _CONTROL.search(text, begin, end)
    if control is None:
        return end
    own = _OWN.search(text, max(begin, control.start() - MAX_CARD), control.start())
    return own.start() if own else control.start()


def _date_end(text: str, start: int) -> int:
    """Give where the date that begins at `start` ends, 0 without one."""
    found = leading_date(_SPACE.sub(" ", text[start : start + MAX_DATE]))
    return start + found.end if found and found.certain else 0


def _signatures(page: TextPage, posts: Sequence[_Post]) -> list[int]:
    """Give where the texts end: before words behind two blanks that all of an author end with."""
    tails = [_SIGNED.search(page.text, post.begin, _trimmed(page, post)) for post in posts]
    of_author: dict[str, set[str]] = defaultdict(set)
    counts: dict[str, int] = defaultdict(int)
    for post, tail in zip(posts, tails, strict=True):
        of_author[post.author or ""].add(" ".join(tail[1].split()) if tail else "")
        counts[post.author or ""] += 1
    return [
        tail.start()
        if tail and post.author and counts[post.author] > 1 and len(of_author[post.author]) == 1
        else post.end
        for post, tail in zip(posts, tails, strict=True)
    ]


def _trimmed(page: TextPage, post: _Post) -> int:
    return post.begin + len(page.text[post.begin : post.end].rstrip())


def _record(page: TextPage, post: _Post, end: int, stop: int) -> Record:
    body, markup = without_links(page, stripped(page, [Segment(post.begin, end)]))
    return Record(
        header=(Segment(post.top, post.begin),),
        body=tuple(body),
        chrome=(*markup, *([Segment(end, stop)] if stop > end else [])),
        author=post.author,
        author_state="named" if post.author else "missing",
        date=post.date,
        role="opening" if post.number == 1 else "comment",
        status="complete" if body else "empty",
    )
