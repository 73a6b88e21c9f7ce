"""Make records of the cells that a question, an answer or a comment holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from threadgraph.layouts._base import Record
from threadgraph.layouts._boards.forum import stripped, without_links
from threadgraph.layouts._boards.rows import is_markdown
from threadgraph.layouts._stackexchange.card import once
from threadgraph.layouts._stackexchange.cells import Cell
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["Post", "named_once", "record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Where a post stands: cells `first` to `after` (excluded), its text in `low` to `high`.

    `begin` and `cut` are the code points between which the text stands, where it shares a cell
    with marks.
    """

    first: int
    low: int
    high: int
    after: int
    depth: int
    author: str | None = None
    date: str | None = None
    begin: int | None = None
    cut: int | None = None
    opening: bool = False
    comment: bool = False
    evidence: Segment | None = None


def named_once(posts: Sequence[Post]) -> list[Post]:
    """Give the posts with names that stand there once: pages may print those of cards twice."""
    names = [post.author for post in posts if post.author and not post.comment]
    told = 2 * sum(once(name, told=True) != name for name in names) > len(names)
    return [
        replace(post, author=once(post.author, told=told))
        if post.author and not post.comment
        else post
        for post in posts
    ]


def record(page: TextPage, table: Sequence[Cell], post: Post, rest: Iterable[int]) -> Record:
    """Give the record of a post; votes inside of its text, and the cells `rest`, are chrome."""
    inside = range(post.low, post.high)
    indent = table[post.low].indent
    column = 0 if is_markdown(page) else indent
    votes = [n for n in inside if _is_vote(table, n, column)]
    body = [
        place
        for run in _runs(n for n in inside if n not in votes)
        for place in _text(page, table, run, indent)
    ]
    low = post.begin or 0
    high = len(page.text) if post.cut is None else post.cut
    clipped = [Segment(max(a, low), min(b, high)) for a, b in body]
    body = stripped(page, [place for place in clipped if place.end > place.start])
    chrome = _cover(table, (*votes, *rest))
    if is_markdown(page):
        body, markup = without_links(page, body)
        chrome += markup
    around = (*range(post.first, post.low), *range(post.high, post.after))
    return Record(
        header=(*_cover(table, around), *_shared(table, post)),
        body=tuple(body),
        chrome=tuple(chrome),
        author=post.author,
        author_state="named" if post.author else "missing",
        date=post.date,
        depth=post.depth,
        evidence=post.evidence,
        role="opening" if post.opening else "comment",
        status="complete" if body else "empty",
    )


def _cover(table: Sequence[Cell], numbers: Iterable[int]) -> list[Segment]:
    """Give the places of cells, neighbours as one."""
    return [Segment(table[run[0]].start, table[run[-1]].end) for run in _runs(numbers)]


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _is_vote(table: Sequence[Cell], number: int, column: int) -> bool:
    """Tell "up vote 12 down vote favorite", or a number below it or left of the text's column."""
    cell = table[number]
    if cell.vote or not cell.text.isdigit():
        return cell.vote
    if cell.indent < column:
        return True
    above = (table[n] for n in range(max(0, number - 3), number))
    return any(other.vote and 0 < cell.first - other.first < 3 for other in above)  # noqa: PLR2004 - the line below, or the next but one


def _text(page: TextPage, table: Sequence[Cell], run: list[int], indent: int) -> list[Segment]:
    """Give the text of neighbouring cells without the indent and the padding of its lines."""
    start, end = table[run[0]].start, table[run[-1]].end
    found: list[Segment] = []
    for line in page.lines[table[run[0]].first : table[run[-1]].last + 1]:
        low = max(start, line.start + min(indent, line.indent)) if line.text else line.end
        high = min(end, line.end)
        broken = end >= line.end and line.after > line.stop
        parts = [(low, high), (line.after - 1, line.after)] if broken else [(low, high)]
        for place in (Segment(*part) for part in parts if part[1] > part[0]):
            if found and found[-1].end == place.start:
                found[-1] = Segment(found[-1].start, place.end)
            else:
                found.append(place)
    return found


def _shared(table: Sequence[Cell], post: Post) -> list[Segment]:
    """Give the marks that share a cell with the text, before and behind it."""
    found: list[Segment] = []
    if post.begin is not None:
        found.append(Segment(table[post.low].start, post.begin))
    if post.cut is not None:
        found.append(Segment(post.cut, table[post.high - 1].end))
    return [place for place in found if place.end > place.start]
