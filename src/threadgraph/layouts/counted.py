"""Read comments of which nothing is left but their texts, between their count and the form.

Extractors that print a line for each paragraph drop the headers of Blogger's comments: below "2
comments:" stand the texts, and "Post a Comment" ends them. They are parted only where the count
tells how: one comment, or as many lines as comments. Last seen: 2024. Not read: names and dates.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, says, whole_date
from threadgraph.layouts._heads.thread import Start, cut
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COMMENT_COUNT

__all__ = ["LAYOUT"]

MAX_COUNT = 40
MAX_ROWS = 40
"""Rows of a single comment, at most."""


def _parse(page: TextPage) -> Parse | None:
    if page.linked:
        return None
    table = page.once(rows)
    place = _place(table)
    if place is None:
        return None
    count, begin, end = place
    texts = range(begin, end)
    if any(_is_header(table[number].text) for number in texts):
        return None
    if count == 1:
        texts = range(begin, begin + 1)
    elif count != len(texts):
        return None
    records = cut(page, [Start(row=number) for number in texts], end)
    if not all(record.body for record in records):
        return None
    heading = page.lines[table[begin - 1].first]
    records[0] = records[0]._replace(chrome=(heading.content, *records[0].chrome))
    return Parse(
        records=tuple(records), start=heading.start, marks=3, regularity=0.7, expected=count
    )


def _place(table: Sequence[Row]) -> tuple[int, int, int] | None:
    """Give the count, the first row below it and the row of the form, where text is between."""
    for number in range(len(table) - 1, -1, -1):
        text = table[number].text
        match = COMMENT_COUNT.match(text) if len(text) <= MAX_COUNT else None
        if match is None:
            continue
        count, begin = int(match[1] or match[2]), number + 1
        stops = range(begin, min(len(table), begin + count * MAX_ROWS))
        end = next((at for at in stops if is_form(table[at].text)), None)
        return (count, begin, end) if count and end is not None and end > begin else None
    return None


def _is_header(text: str) -> bool:
    """Tell what is left of a header or of controls: other layouts know their system."""
    if len(text) > MAX_BYLINE:
        return False
    named = " " in text and looks_like_name(text)
    return named or is_chrome(text) or says(text) is not None or whole_date(text) is not None


LAYOUT = Layout(
    description="texts alone, between '2 comments:' and the form",
    parents="none",
    parse=_parse,
    ceiling=0.7,  # see `regularity`
    generic=True,
)
