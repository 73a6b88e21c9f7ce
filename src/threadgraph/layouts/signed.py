"""Read comments that are signed below their text: "Posted by: Ann | 3 May 2008".

Typepad, Movable Type, ExpressionEngine, Serendipity, Squarespace and early themes of WordPress
print author and date under the comment ("Comment by Ann -- 3 May 2008"); others print the name
above and the date below. That the signatures stand below is told by the list's marks, which stand
right after them, or by text between the heading and the first of them. Last seen: 2024.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.alike_bylines import with_unlikely
from threadgraph.layouts._heads.behind_dates import cut_rows
from threadgraph.layouts._heads.below import closes_alike
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, Byline
from threadgraph.layouts._heads.names_above import names_above
from threadgraph.layouts._heads.nesting import nesting
from threadgraph.layouts._heads.signatures import BRACKETS, foot_at, may_sign, without_links
from threadgraph.layouts._heads.signed_ends import (
    MAX_FIRST,
    MIN_PLAIN,
    WORDS,
    are_boxed,
    are_closed,
    past_controls,
    text_below,
)
from threadgraph.layouts._heads.telling import (
    MAX_HEADING,
    before_footer,
    in_discussion,
    past_heading,
)
from threadgraph.layouts._heads.text_ends import Ends
from threadgraph.layouts._heads.thread import Start, begin_of, cut_signed, end_of_list
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COUNT_HEADING

__all__ = ["LAYOUT"]

MIN_FEET = 2
WORDED = 3
"""How many mere dates a signature with a word outweighs."""

MIN_ROWS = 2
"""Rows of the first comment above a mere date: a name alone would be its header."""

MAX_TITLE = 2  # rows above headers
STEADY = 0.8

# "Customer Questions & Answers", "Reviews"
_SHOP = re.compile(
    r"(?:(?:customer|product|user) )?(?:questions (?:&|and) answers|reviews|q ?& ?a)$",
    re.IGNORECASE,
)
# "Page 1 of 1 pages"
_PAGER = re.compile(r"[^\W\d]{4,8} \d{1,4} [^\W\d]{1,3} \d{1,4}(?: pages)?\Z")
# "posted by Ann (12 comments total)": below the article, in place of a heading
_TOTAL = re.compile(r"\(\d{1,4} comments? total\)")


def _parse(page: TextPage) -> Parse | None:
    table = page.once(cut_rows)
    feet = with_unlikely(table, _alike(_apart(_feet(table))))
    places = [(foot.first, foot.last) for foot in feet]
    feet = _paged(table, feet[past_heading(table, places) : before_footer(table, places)])
    if len(feet) < MIN_FEET or closes_alike(table, [(foot.first, foot.last) for foot in feet]):
        return None
    starts = _starts(table, feet, flat=page.linked)
    if starts is None or not _is_told(table, feet, starts):
        return None
    if len(starts) < len(feet):
        feet = feet[1:]
    heads = names_above(table, starts) if feet[0].form == "date" else [None] * len(feet)
    marked = all(table[number].mark for number in starts)
    depths = nesting(table, starts) if marked else [None] * len(starts)
    told = zip(starts, heads, depths, strict=True)
    begins = [Start(row=number, head=head, depth=depth) for number, head, depth in told]
    records = cut_signed(page, begins, feet, end_of_list(page, feet[-1].last, 0))
    records = without_links(records, [table[foot.first].text for foot in feet])
    if len(records) < MIN_FEET:
        return None
    start, records = begin_of(page, records, starts[0])
    whole = sum(bool(r.body) for r in records)
    return Parse(
        records=tuple(records),
        start=start,
        marks=2 * len(records),
        regularity=0.3 + (0.7 if feet[0].form != "date" else 0.6) * whole / len(records),
    )


def _feet(table: Sequence[Row]) -> list[Byline]:
    """Give all rows that can be signatures, or none where none of them is followed as one is.

    Of all lists of signed texts that `_starts` takes, some signature has a mark, a form, the end
    or a row further out below: those few rows are looked at first.
    """
    numbers = [n for n, r in enumerate(table) if len(r.text) <= MAX_BYLINE and may_sign(table, n)]
    ends = Ends(table)
    known = {n: foot_at(table, n) for n in reversed(numbers) if ends.below(n)}
    likely = [foot for foot in known.values() if foot is not None]
    if not likely or (all(foot.form == "date" for foot in likely) and not _headed(table)):
        return []  # mere dates need a heading above, see `_first`
    feet = (known[n] if n in known else foot_at(table, n) for n in numbers)
    return [foot for foot in feet if foot is not None]


def _headed(table: Sequence[Row]) -> bool:
    return any(_counts(row.text) for row in table)


def _apart(found: Sequence[Byline]) -> list[Byline]:
    """Leave mere dates out that stand in a row: an archive's months."""
    dates = [foot.first for foot in found if foot.form == "date"]
    rows = {n for pair in pairwise(dates) if pair[1] == pair[0] + 1 for n in pair}
    return [foot for foot in found if foot.form != "date" or foot.first not in rows]


def _alike(found: Sequence[Byline]) -> list[Byline]:
    """Keep the signatures of the most common form; a mere date tells least: archives are such."""
    counts = Counter((foot.form, foot.verb) for foot in found)
    if not counts:
        return []
    form, many = max(counts.items(), key=lambda item: item[1] * (WORDED ** (item[0][0] in WORDS)))
    least = MIN_FEET if form[0] in WORDS else MIN_PLAIN
    return [foot for foot in found if (foot.form, foot.verb) == form] if many >= least else []


def _starts(table: Sequence[Row], feet: Sequence[Byline], *, flat: bool) -> list[int] | None:
    """Give the rows where the signed texts begin; None where the signatures stand above texts.

    The first text may be left out: without a heading nothing tells where it begins.
    """
    after = [text_below(table, foot) for foot in feet]
    numbers = [table[number].number for number in after if number < len(table)]
    if numbers == [*range(1, len(feet) + 1)] or any(
        a > b.first for a, b in zip(after, feet[1:], strict=False)
    ):
        return None  # "Ann 3 May" / "1. Title" / text; two signatures and nothing between
    first = _first(table, feet[0])
    ends = are_closed(table, feet, after[-1]) or feet[0].verb == BRACKETS
    ends = ends or (first is not None and are_boxed(table, feet, after[-1]))
    inner = after[:-1]
    marks = sum(bool(table[number].mark) for number in inner)
    if feet[0].form == "date" and first is None:
        return None  # a list of articles with their dates
    if marks >= STEADY * len(inner) and _below_items(table, feet, inner, flat=flat):
        own = _mark_above(table, feet[0], {table[n].indent for n in inner})
        above = own is None and not ends and feet[0].first <= MAX_TITLE
        return None if above else ([own] if own is not None else []) + inner
    titled = sum(foot.first > 0 and bool(table[foot.first - 1].mark) for foot in feet)
    alone = feet[0].form == "date"  # "Ann" / "3 May" / text is a header if nothing says more
    plain = alone or len(feet) < MIN_PLAIN or all(table[foot.first].mark for foot in feet)
    if not ends or (first is None and plain) or 2 * titled > len(feet):
        return None  # headers, too: "2. Title" / "Ann 3 May" / text, or "1. Ann 3 May" / text
    if first is None:
        return None if _is_headed(table, feet[0]) else inner
    return None if alone and feet[0].first - first < MIN_ROWS else [first, *inner]


def _is_told(table: Sequence[Row], feet: Sequence[Byline], starts: Sequence[int]) -> bool:
    """Tell whether a word says that texts are signed: "Ann 3 May" stands below teasers, too."""
    if feet[0].form in WORDS or all(table[number].mark for number in starts[1:]):
        return True
    above = _first(table, feet[0]) is not None
    return above or in_discussion(table, starts, feet[-1].last + 1)


def _below_items(
    table: Sequence[Row], feet: Sequence[Byline], inner: Sequence[int], *, flat: bool
) -> bool:
    """Tell signatures inside of the items above them from headings of lists: "3 May 2020 Ann".

    A log of changes has such headings: further out than the list's marks (in a page that is not
    `flat`), or right above the list and apart from what is above. None has a word ("Comment by").
    """
    if any(table[foot.first].mark for foot in feet):
        return False
    pairs = zip(feet, inner, strict=False)
    heads = sum(_heads_list(table, foot, below, flat=flat) for foot, below in pairs)
    return heads < STEADY * len(inner)


def _heads_list(table: Sequence[Row], foot: Byline, below: int, *, flat: bool) -> bool:
    row, item = table[foot.first], table[below]
    if foot.form in WORDS:
        return False
    if row.indent != item.indent and not flat:
        return row.indent < item.indent
    return row.gap > 0 and item.gap == 0


def _top(table: Sequence[Row], number: int) -> int:
    """Give the first row from here on that is no control and no notice: "You can follow ..."."""
    while number < len(table) and (
        is_form(table[number].text) or past_controls(table, number) > number
    ):
        number += 1
    return number


def _first(table: Sequence[Row], foot: Byline) -> int | None:
    """Give the row below the heading where the first text begins, if text stands there."""
    for number in range(foot.first - 1, max(-1, foot.first - MAX_FIRST), -1):
        text = table[number].text
        if _counts(text) or _TOTAL.search(text[:MAX_BYLINE]) or _bounds(table, number, foot):
            begin = _top(table, number + 1)
            return begin if begin < foot.first else None
    return None


def _paged(table: Sequence[Row], feet: list[Byline]) -> list[Byline]:
    """Leave out what stands above the pager of the comments: the article's own signature."""
    top = next((n for n in range(feet[-1].first) if _bounds(table, n, feet[-1])), 0) if feet else 0
    return [foot for foot in feet if foot.first > top]


def _bounds(table: Sequence[Row], number: int, foot: Byline) -> bool:
    """Tell the pager that stands above the comments, and again below them."""
    text = table[number].text
    paged = _PAGER.match(text) is not None
    return paged and any(row.text == text for row in table[foot.last + 1 :])


def _is_headed(table: Sequence[Row], foot: Byline) -> bool:
    """Tell a header right below the heading that counts the comments: no text is above it."""
    return foot.first > 0 and _counts(table[foot.first - 1].text)


def _counts(text: str) -> bool:
    """Tell a heading that counts the comments, or a shop's above questions and reviews."""
    return len(text) <= MAX_HEADING and (COUNT_HEADING.match(text) or _SHOP.match(text) is not None)


def _mark_above(table: Sequence[Row], foot: Byline, indents: set[int]) -> int | None:
    for number in range(foot.first - 1, max(-1, foot.first - MAX_FIRST), -1):
        if table[number].mark and table[number].indent in indents:
            return number
    return None


LAYOUT = Layout(
    description="signed below: the text, then 'Posted by Name | date'",
    parents="nesting",
    telling=0,
    parse=_parse,
    bare=True,
)
