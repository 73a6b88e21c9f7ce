"""Read threads of XenForo whose headers and marks line filters dropped: line ends are left.

Only pages that print words of the software ("Last edited:", "Reaction score") are read, and only
where no other layout explains them; a warning says that posts may stand together. Last seen: 2025.
Not read: authors but the first one, dates, parents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.lines import posts_by_lines
from threadgraph.layouts._boards.rows import read_rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.records import Problem

__all__ = ["LAYOUT"]

WORTH = 0.8
"""What posts are worth that line ends tell: marks of any kind tell more."""


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    heads = posts_by_lines(page, rows)
    thread = Thread(page=page, rows=rows, chrome=is_chrome)
    parse = build_thread(thread, heads, marks=2 * len(heads))
    if parse is None:
        return None
    worth = round(WORTH * parse.regularity, 6)
    return replace(parse, regularity=worth, problems=(_warning(page, heads, parse.start),))


def _warning(page: TextPage, heads: Sequence[Head], start: int) -> Problem:
    marked = sum(head.whole for head in heads)
    return Problem(
        code="TG129",
        reason=f"{marked} of {len(heads)} posts begin below a mark or with a quotation, the others "
        "where a line ends and the next one begins as answers do; some posts may stand together",
        span_start=start,
        span_end=len(page.text),
    )


LAYOUT = Layout(
    description="XenForo without headers: posts told by line ends",
    parents="none",
    parse=_parse,
    generic=True,
    ceiling=WORTH,
)
