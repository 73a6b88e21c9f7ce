"""Read topics of groups.io, a host of mailing lists: a name, below it a no-break space alone.

Main-content extractors drop the date and the number of each message, which are links; the name and
the space behind it stay, or "Ann <ann@...>", whose address is cut short for guests. Last seen:
2024. Not read: dates, who answers whom, pages that went through a line filter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.answers import begins_answer
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
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
# "Ann Lee <ann@...>"
_SENDER = re.compile(
    r"^(?!(?:from|to|cc|von|an|de|para) ?:)(?P<name>[^<>:\s][^<>:]{0,60}?) "
    r"<[\w.+=-]{1,40}@\.\.\.>$",
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    if "@...>" not in page.dense and f"\n{SPACE}" not in page.dense:
        return None
    rows = read_rows(page)
    heads = list(_addressed(rows)) or _spaced(page, rows)
    thread = Thread(page=page, rows=rows, chrome=is_chrome)
    parse = build_thread(thread, heads, marks=2 * len(heads))
    return parse and replace(parse, regularity=CERTAINTY * parse.regularity)


def _addressed(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the rows that are a sender's name and address; fields of quoted mails are none."""
    for number, row in enumerate(rows):
        if row.text.endswith("@...>") and len(row.text) <= 2 * MAX_NAME:
            found = _SENDER.match(row.text)
            if found:
                yield Head(first=number, last=number, author=found["name"])


def _spaced(page: TextPage, rows: Sequence[Row]) -> list[Head]:
    """Give the names with a space below them."""
    spaces = {
        number
        for number, line in enumerate(page.lines)
        if not line.text and page.text.startswith(SPACE, line.start, line.stop)
    }
    names = [n for n, row in enumerate(rows[:-1]) if row.last + 1 in spaces and _is_name(rows, n)]
    apart = sum(rows[n].gap > 1 for n in names)
    if len(names) < MIN_POSTS or len(names) < MOST * len(spaces) or apart < MOST * len(names):
        return []
    if not any(begins_answer(rows[n + 1].text) for n in names):
        return []  # a team's people with what they do
    return [
        Head(first=n, last=n, author=rows[n].text, opening=n == names[0] and n <= MIN_POSTS)
        for n in names
    ]


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
