"""Read WordPress comments of which the date alone is left: "June 3, 2009 at 4:12 pm", the text.

Kubrick and its kin print the name in a tag of its own, which some extractors drop with its verb;
other themes print it below the date. Rows that are a date with a clock stand on other pages, too:
these rise from the first to the last and are not round. Last seen: 2026. Not read: comments of
which nothing is left, who answers whom.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_edges import clean_name
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE
from threadgraph.layouts._heads.bylines import Byline, date_head
from threadgraph.layouts._heads.thread import Start, begin_of, cut
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.names import MAX_NAME, name_likeness, reads_as_text
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.stamps import joins_clock, written_at

__all__ = ["LAYOUT"]

TOP = 3
"""Rows of a page that can hold the date of its article."""

CERTAINTY = 0.8


def _parse(page: TextPage) -> Parse | None:
    if ":" not in page.dense and "h" not in page.dense:
        return None
    table = page.once(rows)
    heads = _heads(table)
    if not written_at([head.date or "" for head in heads], least=2):
        return None
    above = sum(_may_name(table[head.first - 1]) for head in heads)
    if above * 2 > len(heads):
        return None  # the names stand above, and other layouts read them
    heads = _with_names(table, heads)
    starts = [Start(row=head.first, head=head, depth=None) for head in heads]
    below = range(heads[-1].last + 1, len(table))
    end = next((n for n in below if is_form(table[n].text)), len(table))
    records = cut(page, starts, end)
    start, records = begin_of(page, records, heads[0].first)
    return Parse(
        records=tuple(records),
        start=start,
        marks=2 * len(heads) - 1,
        regularity=CERTAINTY * sum(bool(r.body) for r in records) / len(records),
    )


def _heads(table: Sequence[Row]) -> list[Byline]:
    """Give the dates that stand alone above a text; that of the article stands at the top."""
    found: list[Byline] = []
    for number in range(TOP, len(table) - 1):
        row = table[number]
        if row.mark or row.heading or len(row.text) > MAX_BYLINE or not joins_clock(row.text):
            continue
        head = date_head(table, number)
        if head is not None and not (table[number + 1].mark or is_chrome(table[number + 1].text)):
            found.append(head)
    return found


def _with_names(table: Sequence[Row], heads: Sequence[Byline]) -> list[Byline]:
    """Add the rows below where all are names with a text below: some themes print the date first.

    One word as a row of its own may be said as well; not so in all comments.
    """
    below = [table[head.last + 1] for head in heads]
    ends = [*(head.first for head in heads[1:]), len(table)]
    texts = all(head.last + 2 < end for head, end in zip(heads, ends, strict=True))
    if not (texts and all(map(_may_name, below))):
        return list(heads)
    return [
        head._replace(last=head.last + 1, form="two", name=clean_name(row.text))
        for head, row in zip(heads, below, strict=True)
    ]


def _may_name(row: Row) -> bool:
    """Tell what can be a name above a date, or "Ann says:"."""
    if row.text.endswith(":"):
        return True
    short = len(row.text) <= MAX_NAME and not reads_as_text(row.text)
    return short and name_likeness(row.text) > 0


LAYOUT = Layout(
    description="WordPress whose names were lost: a date with a clock, then the text",
    parents="none",
    telling=0,
    parse=_parse,
    ceiling=CERTAINTY,
    bare=True,
)
