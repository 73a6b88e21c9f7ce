"""Read topics of groups.io, a host of mailing lists: a name, below it a no-break space alone.

Main-content extractors drop the date and the number of each message, which are links; the name and
the space behind it stay. Last seen: 2024. Not read: dates, who answers whom, pages that went
through a line filter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.lines import begins_answer
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.layouts._text.page import TextPage
from threadgraph.names import is_role

__all__ = ["LAYOUT"]

SPACE = "\xa0"
MIN_POSTS = 3
MOST = 0.9
"""Share of the spaces that stand below names; XenForo prints them below texts."""

CERTAINTY = 0.85


def _parse(page: TextPage) -> Parse | None:
    if f"\n{SPACE}" not in page.text:
        return None
    rows = read_rows(page)
    spaces = {
        number
        for number, line in enumerate(page.lines)
        if not line.text and page.text.startswith(SPACE, line.start, line.stop)
    }
    names = [n for n, row in enumerate(rows[:-1]) if row.last + 1 in spaces and _is_name(rows, n)]
    apart = sum(rows[n].gap > 1 for n in names)
    if len(names) < MIN_POSTS or len(names) < MOST * len(spaces) or apart < MOST * len(names):
        return None
    if not any(begins_answer(rows[n + 1].text) for n in names):
        return None  # a team's people with what they do
    heads = [
        Head(first=n, last=n, author=rows[n].text, opening=n == names[0] and n <= MIN_POSTS)
        for n in names
    ]
    parse = build_thread(
        Thread(page=page, rows=rows, chrome=is_chrome), heads, marks=2 * len(heads)
    )
    return parse and replace(parse, regularity=CERTAINTY * parse.regularity)


def _is_name(rows: Sequence[Row], number: int) -> bool:
    """Tell a name that stands alone above a text."""
    row, below = rows[number], rows[number + 1]
    told = len(row.text) <= MAX_NAME and looks_like_name(row.text) and not is_role(row.text)
    return told and not row.mark and below.gap > 0 and not is_chrome(row)


LAYOUT = Layout(
    description="groups.io: a name with a no-break space below it, then the text",
    parents="none",
    parse=_parse,
)
