"""Read old.reddit.com (last seen 2024): "[–]name 12 points 3 years ago (2 children)".

Indentation is lost, but posts stand in preorder and each header counts the posts below it, "load
more comments (3 replies)" included: the counts give the tree. Where they do not nest, no depth is
given. What a cut page lacks at its end is no contradiction. The submission is the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts import _outline
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads import Head, parse_heads, stop_at
from threadgraph.layouts._outline import Row
from threadgraph.layouts._page import TextPage

__all__ = ["LAYOUT"]

MAX_ROW = 240
_AGO = r"(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago"
# "[–]ann_lee[S] 11 points12 points13 points 3 years ago* (2 children)"
_HEADER = re.compile(
    r"^(?:\W{0,6})\[[–—+-]\]\s*(?P<name>\[deleted\]|\[removed\]|[\w-]{3,20}?)"
    r"(?=\s|\[|-?\d{1,6} points?\b|$|\()(?P<rest>.{0,180}?)"
    r"\((?P<count>\d{1,5}) child(?:ren)?\)\s*$"
)
_DATE = re.compile(_AGO)
# "load more comments (3 replies)"
_MORE = re.compile(r"^load more comments\s*\((\d{1,5}) repl(?:y|ies)\)")
_BUTTON = (
    r"(?:permalink|embed|save|report|give award|give gold|reply|parent|context|"
    r"full comments|source|crosspost|hide child comments|share|unsave|[\s•*+|])"
)
# "permalinkembedsaveparentreportreply", "continue this thread"
_CHROME = re.compile(
    rf"^(?:{_BUTTON}{{1,30}}|load more comments.{{0,30}}|continue this thread.{{0,4}})$"
)
_FOOTER = re.compile(
    r"^(?:about$|about\s*blog|Use of this site constitutes acceptance|π Rendered by|"
    r"Rendered by PID|© \d{4} reddit)",
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    if "]" not in page.text or " child" not in page.short:
        return None
    rows = page.once(_outline.rows)
    found = list(_headers(rows))
    if not found:
        return None
    more = _hidden(rows)
    depths = _depths([(n, int(m["count"])) for n, m in found], more)
    heads = [_head(page, rows[n], n, m, depth) for (n, m), depth in zip(found, depths, strict=True)]
    return parse_heads(page, rows, heads, stop_at(rows, heads, _FOOTER), _is_chrome)


def _headers(rows: Sequence[Row]) -> Iterator[tuple[int, re.Match[str]]]:
    for number, row in enumerate(rows):
        if len(row.text) <= MAX_ROW and " child" in row.text:
            match = _HEADER.match(row.text)
            if match:
                yield number, match


def _hidden(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Give the rows that stand for posts not loaded, and how many."""
    found: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        match = _MORE.match(row.text) if row.text.startswith("load more") else None
        if match:
            found.append((number, int(match[1])))
    return found


def _depths(
    counts: Sequence[tuple[int, int]], more: Sequence[tuple[int, int]]
) -> Sequence[int | None]:
    """Nest posts in preorder by how many stand below each.

    Counts that do not come out leave all below their top-level post, and what follows, unknown:
    posts are removed without a trace.
    """
    events = sorted([(n, count, True) for n, count in counts] + [(n, c, False) for n, c in more])
    depths: list[int | None] = []
    open_: list[int] = []  # how many posts each open ancestor still waits for
    certain = 0  # posts up to here nest beyond doubt
    for _, count, shown in events:
        while open_ and open_[-1] == 0:
            open_.pop()
        size = count + shown
        if open_ and open_[-1] < size:
            break
        if not open_ and shown:
            certain = len(depths) + 1
        if open_:
            open_[-1] -= size
        if shown:
            depths.append(len(open_))
            open_.append(count)
    else:
        if not any(open_):
            certain = len(depths)
    return depths[:certain] + [None] * (len(counts) - certain)


def _head(page: TextPage, row: Row, number: int, match: re.Match[str], depth: int | None) -> Head:
    gone = match["name"].startswith("[")
    date = _DATE.search(match["rest"])
    return Head(
        first=number,
        last=number,
        author=None if gone else match["name"],
        author_state="deleted" if gone else "named",
        date=date[0] if date else None,
        depth=depth,
        evidence=page.lines[row.first].content if depth is not None else None,
    )


def _is_chrome(row: Row) -> bool:
    return len(row.text) <= 120 and (not row.text or bool(_CHROME.match(row.text)))  # noqa: PLR2004


LAYOUT = Layout(
    description="old.reddit.com: '[–]name N points (k children)', counts give the tree",
    parents="nesting",
    telling=3,
    parse=_parse,
)
