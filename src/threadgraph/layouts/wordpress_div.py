"""Read WordPress comments that stand in no list: the name, the date on the line below, the text.

Themes that print comments as blocks leave no marks. "Ann / 3 May 2020" stands on other pages, too:
only a row that counts the comments above them, or the form below, makes them a discussion. Last
seen: 2026. Not read: who answers whom, where no indentation shows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, whole_date
from threadgraph.layouts._heads.bylines import Byline, bylines
from threadgraph.layouts._heads.nesting import by_indent
from threadgraph.layouts._heads.thread import Start, begin_of, cut, end_of_list
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COUNT_HEADING

__all__ = ["LAYOUT"]

NEAR = 4
MIN_SEEN = 2
MAX_HEADING = 300
MOST = 0.8


def _parse(page: TextPage) -> Parse | None:
    table = page.once(rows)
    found = [h for h in page.once(bylines) if not table[h.first].mark and h.date and h.name]
    begin = next((n for n, h in enumerate(found) if _framed(table, h)), None)
    if begin is None:
        return None
    found = _inside(table, found[begin:])
    two = sum(head.form == "two" for head in found)
    alone = len(found) > MIN_SEEN and len({head.name for head in found}) == 1  # "GB" above dates
    if two < MIN_SEEN or two < MOST * len(found) or alone:
        return None
    end = end_of_list(page, found[-1].last, _left(table, found))
    depths = by_indent(table, [head.first for head in found])
    starts = [
        Start(row=head.first, head=head, depth=depth)
        for head, depth in zip(found, depths, strict=True)
    ]
    records = cut(page, starts, end)
    start, records = begin_of(page, records, found[0].first)
    closed = any(is_form(row.text) for row in table[end : end + NEAR])
    return Parse(
        records=tuple(records),
        start=start,
        marks=len(found) + 2 * closed,
        regularity=0.3 + 0.65 * sum(bool(r.body) for r in records) / len(records),
    )


def _framed(table: Sequence[Row], head: Byline) -> bool:
    """Tell a header right below a row that counts the comments.

    A date between is that of a text which the name closes.
    """
    for number in range(head.first - 1, max(-1, head.first - NEAR - 1), -1):
        text = table[number].text
        if len(text) <= MAX_HEADING and COUNT_HEADING.match(text):
            return True
        if len(text) <= MAX_BYLINE and whole_date(text) is not None:
            return False
    return False


def _inside(table: Sequence[Row], found: Sequence[Byline]) -> list[Byline]:
    """Leave out headers below the form: those of other articles."""
    first = found[0].last
    close = next((n for n in range(first, len(table)) if is_form(table[n].text)), len(table))
    return [head for head in found if head.first < close]


def _left(table: Sequence[Row], found: Sequence[Byline]) -> int:
    """Give the column where the posts begin; themes indent their names more than their texts."""
    texts = [table[head.last + 1].indent for head in found if head.last + 1 < len(table)]
    return min([*(table[head.first].indent for head in found), *texts])


LAYOUT = Layout(
    description="WordPress without lists: name and date on two lines, below a count of comments",
    parents="nesting",
    telling=0,
    parse=_parse,
    ceiling=0.95,  # see `regularity`
    bare=True,
)
