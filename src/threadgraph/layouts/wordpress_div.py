"""Read WordPress comments that stand in no list: the name, the date on the line below, the text.

Themes that print comments as blocks leave no marks. "Ann / 3 May 2020" stands on other pages, too:
only a row that counts the comments above them, or the form below, makes them a discussion. Last
seen: 2026. Not read: who answers whom, where no indentation shows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._heads.byline_edges import is_avatar
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, whole_date
from threadgraph.layouts._heads.bylines import Byline, bylines
from threadgraph.layouts._heads.nesting import by_indent
from threadgraph.layouts._heads.thread import Start, begin_of, cut, end_of_list, left_of
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COUNT_HEADING

__all__ = ["LAYOUT"]

NEAR = 4
MIN_SEEN = 2
MAX_HEADING = 300
MOST = 0.8
MIN_SENTENCE = 5
STOPS = (".", "!", "?", "…")


def _parse(page: TextPage) -> Parse | None:
    table = page.once(rows)
    found = [h for h in page.once(bylines) if not table[h.first].mark and h.date and h.name]
    if page.linked:
        found = [head for head in found if _apart(table, head.first)]
    begin = next((n for n, h in enumerate(found) if _framed(table, h)), None)
    if begin is None:
        return None
    found = _inside(table, found[begin:])
    two = sum(head.form == "two" for head in found)
    alone = len(found) > MIN_SEEN and len({head.name for head in found}) == 1  # "GB" above dates
    if two < MIN_SEEN or two < MOST * len(found) or alone:
        return None
    end = end_of_list(page, found[-1].last, left_of(table, found))
    depths = by_indent(table, [head.first for head in found])
    starts = [
        Start(row=_top(table, head), head=head, depth=depth)
        for head, depth in zip(found, depths, strict=True)
    ]
    records = cut(page, starts, end)
    start, records = begin_of(page, records, starts[0].row)
    closed = any(is_form(row.text) for row in table[end : end + NEAR])
    return Parse(
        records=tuple(records),
        start=start,
        marks=len(found) + 2 * closed,
        regularity=0.3 + 0.65 * sum(bool(r.body) for r in records) / len(records),
    )


def _apart(table: Sequence[Row], number: int) -> bool:
    """Tell a row that does not go on with the paragraph above, as html2text wraps texts."""
    above = table[number - 1].text if number else ""
    return table[number].gap > 0 or not above or is_chrome(above)


def _top(table: Sequence[Row], head: Byline) -> int:
    """Give the header's first row, or that of the words of a picture above it."""
    above = table[head.first - 1] if head.first else None
    pictured = above is not None and not above.mark and is_avatar(above.text, head.name)
    return head.first - pictured


def _framed(table: Sequence[Row], head: Byline) -> bool:
    """Tell a header right below a row that counts the comments.

    A date between is that of a text which the name closes, and so is a sentence: it is signed.
    """
    for number in range(head.first - 1, max(-1, head.first - NEAR - 1), -1):
        text = table[number].text
        if len(text) <= MAX_HEADING and COUNT_HEADING.match(text):
            return True
        if len(text) <= MAX_BYLINE and whole_date(text) is not None:
            return False
        if _is_sentence(text):
            return False
    return False


def _is_sentence(text: str) -> bool:
    """Tell what somebody wrote: no control, no notice of the discussion."""
    long = text.endswith(STOPS) and len(text.split()) >= MIN_SENTENCE
    return long and not (is_chrome(text) or discussion_words(text))


def _inside(table: Sequence[Row], found: Sequence[Byline]) -> list[Byline]:
    """Leave out headers below the form: those of other articles."""
    first = found[0].last
    close = next((n for n in range(first, len(table)) if is_form(table[n].text)), len(table))
    return [head for head in found if head.first < close]


LAYOUT = Layout(
    description="WordPress without lists: name and date on two lines, below a count of comments",
    parents="nesting",
    telling=0,
    parse=_parse,
    ceiling=0.95,  # see `regularity`
    bare=True,
)
