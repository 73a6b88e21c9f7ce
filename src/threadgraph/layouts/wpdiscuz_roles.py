"""Read wpDiscuz comments that print the role between the avatar's text and the name.

"Ann / Guest / Ann" on three lines, the text, votes and controls, the age: "1 month ago". The role
is any short line that stands between equal names again and again, in any language. Last seen: 2020.
Not read: who answers whom, which these themes show by indentation of the screen only.
"""

from __future__ import annotations

from collections import Counter

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._byline_forms import Byline
from threadgraph.layouts._names import MAX_NAME
from threadgraph.layouts._outline import Row, rows
from threadgraph.layouts._page import TextPage
from threadgraph.layouts._thread import Start, begin_of, cut, end_of_list

__all__ = ["LAYOUT"]

MAX_ROLE = 24
MIN_SEEN = 2


def _parse(page: TextPage) -> Parse | None:
    table = page.once(rows)
    found = _headers(table)
    roles = Counter(head.verb for head in found)
    if not found or max(roles.values()) < MIN_SEEN:
        return None
    starts = [Start(row=head.first, head=head) for head in found]
    left = min(table[head.first].indent for head in found)
    records = cut(page, starts, end_of_list(page, found[-1].last, left))
    start, records = begin_of(page, records, found[0].first)
    return Parse(
        records=tuple(records),
        start=start,
        marks=2 * len(found),
        regularity=0.3 + 0.7 * sum(bool(record.body) for record in records) / len(records),
    )


def _headers(table: list[Row]) -> list[Byline]:
    """Find three short rows of which the first and the last are equal; the role lies between."""
    found: list[Byline] = []
    for number, (first, role, last) in enumerate(zip(table, table[1:], table[2:], strict=False)):
        if first.text != last.text or not 0 < len(first.text) <= MAX_NAME or first.mark:
            continue
        near = role.gap <= 1 and last.gap <= 1 and not role.mark and not last.mark
        worded = 0 < len(role.text) <= MAX_ROLE and role.text.isalpha()
        apart = role.text != first.text and (not found or found[-1].last < number)
        if near and worded and apart:
            found.append(Byline(number, number + 2, "twice", first.text, verb=role.text))
    return found


LAYOUT = Layout(
    description="wpDiscuz with roles: 'Name / Guest / Name', the text, the age below",
    parents="none",
    parse=_parse,
)
