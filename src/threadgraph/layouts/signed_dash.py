"""Read comments that are signed behind a dash: "- Ann, Hove, 3/5/2008 14:02".

Newspapers printed the text first, then a dash with the reader's name, place and the date, and the
controls below. The first text begins below the controls above it, or is the row above the first
signature. Last seen: 2013. Not read: the place, which stays in the signature's line.
"""

from __future__ import annotations

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.dashes import dash_signatures
from threadgraph.layouts._heads.thread import Start, begin_of, cut_signed, end_of_list
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]


def _parse(page: TextPage) -> Parse | None:
    signed = page.once(dash_signatures)
    if not signed:
        return None
    begins = [Start(row=top, head=None, depth=None) for top, _ in signed]
    feet = [foot for _, foot in signed]
    records = cut_signed(page, begins, feet, end_of_list(page, feet[-1].last, 0))
    start, records = begin_of(page, records, begins[0].row)
    told = sum(bool(record.body) for record in records)
    return Parse(
        records=tuple(records),
        start=start,
        marks=2 * len(records),
        regularity=told / len(records),
    )


LAYOUT = Layout(
    description="signed behind a dash: the text, then '- Name, place, date'",
    parents="none",
    telling=2,
    parse=_parse,
)
