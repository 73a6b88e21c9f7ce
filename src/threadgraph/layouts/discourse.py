"""Read topics of Discourse as it prints them for readers without scripts.

A post's first line is "name (Full Name) April 26, 2024, 7:23am 3", in 2013 "#3 By: Name, date", in
2014 "name Jan 9, '14 7:03pm — #3".
As its scripts show it, the name stands above "Nov 2" (see `discourse_rendered`).
Main-content extractors drop that line (see `discourse_likes`), in some versions all of it but the
number. Last seen: 2026. Not read: parents (a quote's "name:" stays in the text), categories, likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from threadgraph.dates.scan import leading_date, trailing_date
from threadgraph.dates.words import MONTHS
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.card_words import is_filtered
from threadgraph.layouts._boards.discourse_rendered import rendered_heads
from threadgraph.layouts._boards.discourse_words import is_chrome
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, dateish
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._boards.words import FORUM_END
from threadgraph.layouts._heads.talk import speaks
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._vbulletin.marks import STATES

__all__ = ["LAYOUT"]

# "raoul (raoul) May 3, 2024, 8:45am 1", "system Closed November 15, 2025, 9:44pm 12"
_HEAD = re.compile(
    r"^(?P<name>[\w.\-]{1,60})(?: \((?P<full>.{1,80})\))?"
    r"(?P<act> (?:Closed|Unlisted|Listed|Opened|Pinned|Unpinned|Archived|Split this topic))? "
    r"(?P<date>(?=.{0,32}(?:\b|\D)(?:19|20)\d\d(?:\b|[年년]))\S.{5,42}?)(?: #?|(?<=\d{4})#)"
    r"(?P<number>\d{1,5})$"
)
# "#2 By: Nathan Kontny , August 5th, 2013 15:10": as it printed them in 2013; "#2 By: ,": an
# extractor left out the elements of the name and the date
_BY = re.compile(r"^#?\s?(?P<number>\d{1,5}) By: (?:(?P<name>\S.{0,58}?) ?, (?P<date>.{6,42})|,)$")
# "nathan hornby Jan 9, '14 7:03pm — #1": as it printed them in 2014
_DASHED = re.compile(r"^(?P<lead>.{8,120}?) (?:—|--) #(?P<number>\d{1,5})$")
# "#3", "(Nathan Hornby) #3" between blank lines: what main-content extractors leave of such a head
_LEFT = re.compile(r"^(?:\(.{1,80}\) )?#(?P<number>\d{1,5})$")
# "12th December 2015, 11:38 AM #1" is vBulletin's: the day is no name
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)$")
MAX_HEAD = 260
MIN_LEFT = 3
_PICTURES = frozenset(STATES)
"""Words before all dates that no names are: "Old 08-30-2013, 12:24 PM #1" is vBulletin's."""


class _Post(NamedTuple):
    row: int
    number: int
    name: str | None
    date: str | None


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    posts = _above_end(rows, _in_order(list(_posts(rows))))
    left = [] if posts else _left(rows)
    posts = posts or left
    names = {(post.name or "").lower() for post in posts}
    if posts and (names <= _PICTURES or all(map(_DAY.match, names))):
        return None
    heads = [
        Head(
            first=post.row,
            last=post.row,
            author=post.name,
            date=post.date,
            opening=post.number == 1,
        )
        for post in posts
    ]
    if not heads:
        heads = rendered_heads(page, rows)
        thread = Thread(page=page, rows=rows, chrome=is_chrome, site_rows=1)
        return build_thread(thread, heads, marks=2 * len(heads) - 1)
    if left and is_filtered(rows):
        heads = sorted([*heads, *_dropped(rows, left)], key=lambda head: (head.first, head.last))
    runs = sum(b.number == a.number + 1 for a, b in pairwise(posts))
    single = bool(posts) and posts[0].number == 1
    return build_thread(
        Thread(page=page, rows=rows, chrome=is_chrome, site_rows=1),
        heads,
        marks=3 * runs + single + len(left),
    )


def _posts(rows: Sequence[Row]) -> Iterator[_Post]:
    for number, row in enumerate(rows):
        if len(row.text) > MAX_HEAD or not (row.text[-1:].isdigit() or " By: " in row.text[:12]):
            continue
        found = _HEAD.match(row.text) or _BY.match(row.text)
        if found and (found["date"] is None or _is_when(found["date"])):
            name = found["name"] and found["name"].strip("*")
            yield _Post(number, int(found["number"]), name, found["date"])
        elif found := _DASHED.match(row.text):
            date = trailing_date(found["lead"])
            if date is not None and date.certain:
                name, when = found["lead"][: date.start].strip(" —"), found["lead"][date.start :]
                yield _Post(number, int(found["number"]), name or None, when)


def _above_end(rows: Sequence[Row], posts: list[_Post]) -> list[_Post]:
    """Leave out what stands in the table of other topics: "1207 1 October 2024"."""
    first = posts[0].row if posts else len(rows)
    ends = (n for n in range(first, len(rows)) if FORUM_END.match(rows[n].text[:MAX_HEAD]))
    end = next(ends, len(rows))
    return [post for post in posts if post.row < end] if posts and posts[-1].row > end else posts


def _left(rows: Sequence[Row]) -> list[_Post]:
    """Find numbers alone between blank lines; those of a page rise by one, but for lost ones.

    Two blank lines or a name stand before them. Without a name before some they may be headings of
    an article, which have no talk below them.
    """
    posts: list[_Post] = []
    named = False
    for number, row in enumerate(rows[:-1]):
        if "#" not in row.text or not row.gap or row.mark or not rows[number + 1].gap:
            continue
        found = _LEFT.match(row.text[:MAX_HEAD])
        if found and (row.gap > 1 or row.text[0] == "("):
            posts.append(_Post(number, int(found["number"]), None, None))
            named = named or row.text[0] == "("
    rising = all(0 < b.number - a.number <= MIN_LEFT for a, b in pairwise(posts))
    if not rising or len(posts) < MIN_LEFT:
        return []
    return posts if named or speaks(rows, [post.row for post in posts], len(rows)) else []


def _dropped(rows: Sequence[Row], left: Sequence[_Post]) -> list[Head]:
    """Find where a line filter dropped numbers of one word: more blank lines than one."""
    told = {post.row for post in left}
    wide = (n for n, row in enumerate(rows) if row.gap > 1 and n and not {n, n - 1} & told)
    return [Head(first=n, last=n - 1) for n in wide]


def _is_when(date: str) -> bool:
    """Tell a date, that no part of a name stands before: "Lopez 24 April 2011".

    Nor does one begin behind it: "2025-05-01 May".
    """
    first = date.split(maxsplit=1)[0].strip(".,").lower()
    if not (first[:1].isdigit() or first in MONTHS):
        return False
    whole = leading_date(date)
    rest = date[whole.end :].strip(" ,.") if whole and whole.certain else ""
    return dateish(date) and rest.lower() not in MONTHS


def _in_order(posts: list[_Post]) -> list[_Post]:
    """Keep posts whose numbers rise."""
    kept: list[_Post] = []
    for post in posts:
        if not kept or post.number > kept[-1].number:
            kept.append(post)
    return kept


LAYOUT = Layout(
    description="Discourse without scripts: name, date and number on one line",
    parents="none",
    telling=0,
    parse=_parse,
)
