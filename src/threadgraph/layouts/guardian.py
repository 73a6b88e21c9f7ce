"""Read comments of the Guardian: the name, whom it answers, "12 Mar 2016 8:11", "45 Recommend".

An answer has the name of whom it answers in a row below its own; "Staff" or "Guardian Pick" may
stand between them and the date. "Reply Share Report" ends a post. Last seen: 2020. Not read: votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, heads_apart, parse_heads, serves, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.names import reads_as_text
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

HINTS = ("Guardian", "Report")
MIN_POSTS = 2
MAX_NAME = 60
BADGES = frozenset(("staff", "contributor", "guardian pick", "guardian staff", "author"))

_DATE = re.compile(
    r"\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) 20\d\d \d{1,2}:\d\d$"
)
_CHROME = re.compile(
    r"(?:\d{1,6}|(?:\d{1,6} )?Recommend(?: \d{1,6})?|(?:Reply|Share|Report|Pick|Facebook|Twitter)"
    r"(?: (?:Reply|Share|Report|Pick|Facebook|Twitter)){0,5}|Guardian Pick|"
    r"(?:Show|View) \d{1,5} more repl(?:y|ies).{0,40})$"
)
_END = re.compile(
    r"(?:most (?:viewed|popular|read)|view (?:all|more) comments.{0,20}|more on this story|"
    r"load more|related (?:content|stories)|topics|© .{0,120})$",
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    if not all(hint in page.dense for hint in HINTS):
        return None
    rows = page.once(outline.rows)
    heads = heads_apart(_heads(page, rows))
    return (
        parse_heads(page, rows, heads, stop_at(rows, heads, _END), _is_chrome)
        if len(heads) >= MIN_POSTS
        else None
    )


def _heads(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    names: set[str] = set()
    done = -1
    for number, row in enumerate(rows):
        if not _DATE.match(row.text):
            continue
        own = number - 1
        while own > done and rows[own].text.lower() in BADGES:
            own -= 1
        first = own - 1 if _answers(rows, own, done, names) else own
        name = rows[first].text if first > done else ""
        if not 0 < len(name) <= MAX_NAME or (" " in name and reads_as_text(name)):
            continue
        label = rows[own].text if first < own else None
        shown = page.lines[rows[own].first].content
        names.add(name)
        done = number
        yield Head(
            first=first, last=number, author=name, date=row.text, label=label,
            depth=None if label else 0, evidence=shown,
        )  # fmt: skip


def _answers(rows: Sequence[Row], own: int, done: int, names: set[str]) -> bool:
    """Tell whether the row above a date is whom the post answers: its author stands above.

    There an item begins, or the controls of the post above end.
    """
    above = rows[own - 1] if own - 1 > done else None
    if above is None or rows[own].mark or rows[own].text not in names or not above.text:
        return False
    return bool(above.mark) or _is_chrome(rows[own - 2]) or not rows[own - 2].text


def _is_chrome(row: Row) -> bool:
    return serves(row) or _CHROME.match(row.text) is not None


LAYOUT = Layout(
    description="Guardian: the name, whom it answers, '12 Mar 2016 8:11', '45 Recommend'",
    parents="labels",
    telling=3,
    parse=_parse,
)
