"""Read WordPress lists whose headers were dropped: "1. text", "• text", or "1. Name" at best.

The html5 themes keep name and date in a footer of links, which main-content extractors drop. What
stays are the list's marks: numbers with gaps where a whole comment fell, bullets inside for the
answers. Names are read only where most items begin with one. Last seen: 2026.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads import item_heads, talk
from threadgraph.layouts._heads.bylines import Byline, date_head, marked_bylines
from threadgraph.layouts._heads.item_heads import MOST, heads_of_items, numbers_board, without_dates
from threadgraph.layouts._heads.nesting import OWN_MARKS, lost_items, lost_lines, nesting
from threadgraph.layouts._heads.telling import denied, heads_comments
from threadgraph.layouts._heads.thread import Start, begin_of, cut
from threadgraph.layouts._heads.weblog_days import ends_weblog
from threadgraph.layouts._text.chrome import PINGBACK, ends_item, is_chrome, is_form, is_picture
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.stamps import joins_clock

__all__ = ["LAYOUT"]

DATED_SHARE = 0.2
DATED_MOST = 0.8
"""Share of the items with a name or a date from which on the others are lists of texts."""

NEAR = 3
ENOUGH = 2
"""Marks of a list of comments, at least: any list has one by chance."""

TELLING = ("bare", "says")
MANY = 6
STEP = 2
LAST_ROWS = 20
# "Comments are closed."
_SHUT = re.compile(
    r"(?:the )?(?:comments?|kommentare?|kommentarfunktion)\b.{1,20}\b(?:closed|geschlossen)",
    re.IGNORECASE,
)
# "91 Additions", "Comments 115": a count right above a list; "Lent 2020" is none
_COUNTED = re.compile(
    r"(?:\d{1,5} [^\W\d_]{4,20}|[^\W\d_]{4,20} (?!(?:19|20)\d\d:?$)\(?\d{1,5}\)?):?$"
)
MIN_PROSE = 40
MAX_BETWEEN = 200
"""Answers to a comment, at most, above the next number of the list."""

MAX_HEADING = 300
# "2 Trackbacks", "Trackbacks/Pingbacks"
_PINGS = re.compile(
    r"(?:\d{1,4} )?(?:track|ping)backs?(?:\W{1,3}(?:track|ping)backs?)?:?$", re.IGNORECASE
)


class _Region(NamedTuple):
    """Items of one list, as row numbers, and the first row after it."""

    items: tuple[int, ...]
    end: int


def _parse(page: TextPage) -> Parse | None:
    if page.linked or not ("\n  " in page.dense or "\r  " in page.dense):
        return None  # html2text keeps the headers
    table = page.once(rows)
    if numbers_board(page, table):
        return None
    marks, region = _best(page, table)
    if region is None:
        return None
    bare = {h.first: h for h in page.once(marked_bylines) if h.form in TELLING or h.date}
    bare |= heads_of_items(table, region.items, bare)
    named, whole = _named(table, region, bare)
    region = region._replace(items=without_dates(region.items, [bare[n] for n in named]))
    dated = [n for n in region.items if date_head(table, n)]
    if whole or len({*named, *dated}) >= DATED_MOST * len(region.items):
        region = _without_lists(table, region, {*named, *dated})
    depths = nesting(table, region.items)
    starts = [
        Start(row=n, head=bare[n] if n in named else _other_head(table, n), depth=depth)
        for n, depth in zip(region.items, depths, strict=True)
    ]
    records = cut(page, starts, region.end)
    start, records = begin_of(page, records, region.items[0])
    return Parse(
        records=tuple(records),
        start=start,
        marks=int(marks) + len(named) // 2,
        regularity=0.2 + 0.65 * sum(bool(r.body) for r in records) / len(records),
        problems=(
            *lost_items(page, table, region.items),
            *lost_lines(page, table, region.items),
        ),
    )


def _other_head(table: Sequence[Row], number: int) -> Byline | None:
    """Read what is left of a header: the date, or the words of a picture."""
    dated = date_head(table, number)
    if dated is None and is_picture(table[number].text):
        return Byline(number, number, "picture", "")
    return dated


def _best(page: TextPage, table: Sequence[Row]) -> tuple[float, _Region | None]:
    """Give the list with the most marks, if they are enough."""
    regions = _regions(table)
    ranked = [(_marks(table, region, whole=page.unfiltered), region) for region in regions]
    if not any(marks >= ENOUGH for marks, _ in ranked):
        ranked = [(_talked(page, table, region), region) for region in regions]
    if not ranked:
        return 0, None
    marks, region = max(ranked, key=lambda pair: (pair[0], len(pair[1].items)))
    return marks, region if marks >= ENOUGH else None


def _named(
    table: Sequence[Row], region: _Region, bare: Mapping[int, Byline]
) -> tuple[list[int], bool]:
    """Give the items that begin with a name, and whether most do."""
    named = [number for number in region.items if number in bare and _has_text(table, bare[number])]
    sure = sum(not (bare[n].form == "bare" and talk.begins_text(bare[n].name)) for n in named)
    if sure >= MOST * len(region.items):
        return named, True
    said = [number for number in named if bare[number].verb.endswith((":", "avatar"))]
    alone = [number for number in named if bare[number].form == "bare"]
    named = [number for number in named if bare[number].date]
    nameless = set(region.items).difference(named)
    dates = sum(date_head(table, n) is not None for n in nameless)
    alike = len(named) + dates >= MOST * len(region.items)
    if not alike and len(named) < DATED_SHARE * len(region.items):
        two = [n for n in named if bare[n].form == "two" or joins_clock(bare[n].date or "")]
        named = sorted({*said, *two})  # "David, 3 May" may as well begin a text
    if not named and talk.names_of_some([bare[number].name for number in alone]):
        named = alone
    return named, False


def _regions(table: Sequence[Row]) -> list[_Region]:
    """Find runs of loose items (blank lines between them) with nothing left of the list."""
    found: list[_Region] = []
    items: list[int] = []
    base = 0
    for number, row in enumerate(table):
        outside = items and (row.indent < base or (row.indent == base and not row.mark))
        if outside and _goes_on(row, base, len(items)) and _loose(table, number):
            base, outside = row.indent, False
        if outside or (items and is_form(row.text)):
            found.append(_Region(tuple(items), number))
            items = []
        listed = bool(row.mark) and row.mark[:1] in OWN_MARKS and row.indent > 0
        if listed and (_loose(table, number) or _follows(table, items, number)):
            base = row.indent if not items else base
            items.append(number)
    found.append(_Region(tuple(items), len(table)))
    return [region for region in found if region.items]


def _follows(table: Sequence[Row], items: Sequence[int], number: int) -> bool:
    """Tell the next number of a list below a heading that counts comments, without a blank line."""
    row = table[number]
    if row.number is None or not items or not row.text or not _headed(table, items[0]):
        return False
    near = reversed(items[-MAX_BETWEEN:])
    last = next((table[n].number for n in near if table[n].indent == row.indent), None)
    return last is not None and row.number == last + 1


def _headed(table: Sequence[Row], first: int) -> bool:
    return any(heads_comments(row.text) for row in table[max(0, first - NEAR) : first])


def _begins(table: Sequence[Row], number: int) -> bool:
    """Tell an item right below a heading with a count; other lists have such headings, too."""
    row, above = table[number], table[number - 1].text
    if heads_comments(above):
        return True
    if row.number != 1 or not _COUNTED.match(above):
        return False
    below = (table[n] for n in range(number + 1, len(table)))
    second = next((r for r in below if r.indent == row.indent and r.mark), None)
    return second is not None and second.number == 2 and second.gap > 0  # noqa: PLR2004 - the second


def _goes_on(row: Row, base: int, count: int) -> bool:
    """Tell the first item at the top level, where the comment above its first answers was lost."""
    lost = base - row.indent
    return count <= NEAR and bool(row.indent) and row.number == 1 and lost % STEP == 0


def _loose(table: Sequence[Row], number: int) -> bool:
    """Tell an item that can be a comment: a blank line or controls before, text, none beside it."""
    row = table[number]
    after = table[number + 1] if number + 1 < len(table) else None
    shown = after and after.gap and not after.mark and is_picture(row.text)
    if not row.text or PINGBACK.match(row.text) or (is_chrome(row.text) and not shown):
        return False
    above = table[number - 1].text if number else ""
    wide = after is not None and after.gap > 0 and (not after.mark or after.indent > row.indent)
    if row.gap == 0 and above and not ends_item(above) and not (wide and _begins(table, number)):
        return False
    return after is None or not after.mark or after.gap > 0 or after.indent < row.indent


def _marks(table: Sequence[Row], region: _Region, *, whole: bool) -> float:
    """Count what articles' own lists hardly have: a heading with the count, gaps, dropped lines.

    Of a page that is `whole` no filter dropped lines.
    """
    items = region.items
    above = table[max(0, items[0] - NEAR) : items[0]]
    if (above and _PINGS.match(above[-1].text[:MAX_HEADING])) or denied(table, region.end):
        return 0
    closing = any(len(r.text) <= 80 and _SHUT.match(r.text) for r in above)  # noqa: PLR2004
    # a link may follow
    shut = 2 * (closing and bool(items[1:] or talk.is_prose(table, items)))
    headed = 4 * _headed(table, items[0])
    closed = any(is_form(r.text) for r in table[region.end : region.end + NEAR])
    dropped = 0 if whole else sum(table[n].gap > 1 for n in items[1:])
    jumps = sum(
        1
        for a, b in pairwise(items)
        if table[a].indent == table[b].indent
        and (table[b].number or 0) > (table[a].number or 0) + 1 > 1
    )
    late = (table[items[0]].number or 1) > 1
    nested = len({table[n].indent for n in items}) > 1 and table[items[0]].indent <= 4  # noqa: PLR2004
    loose = len(items) > 2 and talk.is_prose(table, region.items)  # noqa: PLR2004
    counted = 3 * any(_COUNTED.match(r.text) for r in above[-2:])
    last = closed or len(table) - region.end < LAST_ROWS
    many = 1.5 * (len(items) >= MANY and last and loose and talk.speaks(table, items, region.end))
    told = max(headed, counted, 4 * item_heads.dates_controlled(table, items))
    told = told or 2 * ends_weblog(table, items, region.end)
    telling = told + shut + 0.5 * dropped + jumps + many
    return telling + closed + late + nested + loose if telling else 0


def _talked(page: TextPage, table: Sequence[Row], region: _Region) -> float:
    """Count what tells a list without all that by its talk and the form below."""
    told = talk.talks_above_form(table, region.items, region.end, page.once(_bare_names)) or (
        not page.unfiltered and talk.talks_to_the_end(table, region.items, region.end)
    )
    if not told:
        return 0
    if any(head.form == "says" for head in page.once(marked_bylines)):
        return 0  # `wordpress` reads it
    return 3 + talk.is_prose(table, region.items)


def _bare_names(page: TextPage) -> list[str]:
    table = page.once(rows)
    return [h.name for h in page.once(marked_bylines) if h.form == "bare" and _has_text(table, h)]


def _has_text(table: Sequence[Row], head: Byline) -> bool:
    """Tell whether text follows the name inside the item; a dated one's may have been lost.

    "Ann says" is a header even so.
    """
    if head.form == "says" or head.last + 1 >= len(table):
        return head.form == "says"
    below = table[head.last + 1]
    lost = head.form == "two" and bool(below.mark) and below.gap > 0
    return lost or below.indent > table[head.first].indent


def _without_lists(table: Sequence[Row], region: _Region, named: set[int]) -> _Region:
    """Leave items without a name out, unless they continue a list of comments: texts have lists."""
    numbered = {(table[n].indent, table[n].number is None) for n in named}
    levels = {table[n].indent for n in named}
    kept: list[int] = []
    before: dict[int, int] = {}
    for number in region.items:
        row = table[number]
        follows = row.number is not None and row.number == before.get(row.indent, row.number) + 1
        alike = (row.indent, row.number is None) in numbered
        answers = row.number is None and row.indent not in levels
        long = row.gap > 0 and len(row.text) > MIN_PROSE
        if number in named or follows or (long and (alike or answers)):
            kept.append(number)
            if row.number is not None:
                before[row.indent] = row.number
    return _Region(tuple(kept), region.end)


LAYOUT = Layout(
    description="WordPress lists without headers: numbers with gaps, bullets for answers",
    parents="nesting",
    telling=0,
    parse=_parse,
    ceiling=0.85,  # see `regularity`
    bare=True,
)
