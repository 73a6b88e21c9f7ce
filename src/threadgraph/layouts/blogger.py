"""Read Blogger's classic comments: "Ann said..." on a line, the text, the time below it.

Its first templates print "At 3:04 PM, Blogger Ann said...". Other systems without lists print the
same with their own word ("Ann wrote:"). Main-content extractors drop the time. The threaded form is
a list: `wordpress` reads it. Last seen: 2024. Not read: who answers whom, where no indentation
shows it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from threadgraph.dates.scan import leading_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_edges import JOINTS, clean_name
from threadgraph.layouts._heads.bylines import Byline, bylines
from threadgraph.layouts._heads.nesting import by_indent
from threadgraph.layouts._heads.thread import Start, begin_of, cut, end_of_list
from threadgraph.layouts._text.names import name_likeness
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COMMENT_COUNT, COUNT_HEADING

__all__ = ["LAYOUT"]

# "3:04 PM Pam", "14:30 Pam"
_TIME = re.compile(
    r"^(?P<time>\d{1,2}[:.]\d\d(?:\s?[ap]\.?\s?m\.?)?),?\s+(?P<name>\S.*)$", re.IGNORECASE
)
# "At 3:04 PM, Blogger Pam", "At Monday, June 5, 2006 3:04:00 PM, Anonymous Pam"
_AT = re.compile(r"(?:at|um|à|às|a las?|alle|om|kl\.?) (?=.{0,60}\d[:.]\d\d)", re.IGNORECASE)
# the text of the icon for the kind of account; templates print "&nbsp;" behind it
_ACCOUNT = re.compile(
    r"(?:Blogger|Anonymous|OpenID|Google|LiveJournal|WordPress|TypePad|AIM)[ \u00a0](?=\S)"
)
_NAMELESS = "Anonymous"
MIN_SEEN = 3
MIN_ICONS = 2
MOST = 0.8
MIN_ITEMS = 2
MAX_HEAD = 6
"""Rows of an item's own header above the quotation in it, at most."""

MAX_HEADING = 300
DOTS = ("…", "...")
"""What Blogger prints behind its verb; texts end such a row in a colon."""

MAX_ALONE = 12
"""Rows from the only comment's header to the page's end, at most: it stands below an article."""


def _parse(page: TextPage) -> Parse | None:
    table = page.once(rows)
    said = [_opened(h) for h in page.once(bylines) if h.form == "says"]
    said = [] if _quote(table, said) else _without_icons(said)
    found = _alike(_outside_lists(table, said)) or _alone(table, said)
    if not found:
        return None
    found, dates = _parted(table, found, flat=page.linked)
    texts = [table[head.last + 1].indent for head in found if head.last + 1 < len(table)]
    left = min([*(table[head.first].indent for head in found), *texts])
    end = end_of_list(page, found[-1].last, left)
    one_item = bool(table[found[0].first].mark)
    sure = _counted_alone(table, found) + all(head.verb.endswith(DOTS) for head in found)
    depths = by_indent(table, [head.first for head in found])
    depths = [None] * len(found) if one_item else depths
    starts = [
        Start(row=head.first, head=head, depth=depth)
        for head, depth in zip(found, depths, strict=True)
    ]
    records = [
        record if record.date or date is None else record._replace(date=date)
        for record, date in zip(cut(page, starts, end), dates, strict=True)
    ]
    whole = sum(bool(record.body) for record in records)
    start, records = begin_of(page, records, found[0].first)
    return Parse(
        records=tuple(records),
        start=start,
        marks=sum(_telling(h) + bool(r.date) for h, r in zip(found, records, strict=True))
        + max(one_item, sure),
        regularity=0.3 + 0.65 * whole / len(records),
    )


def _quote(table: Sequence[Row], said: list[Byline]) -> bool:
    """Tell "Ann said:" above quotations: inside of items that others wrote, or above "> " lines."""
    items = {_item_of(table, head.first) for head in said if head.date is None} - {None}
    quoting = sum(_above_quoted(table, head.last + 1) for head in said)
    return len(items) >= MIN_ITEMS or (quoting > 1 and 2 * quoting > len(said))


def _item_of(table: Sequence[Row], number: int) -> int | None:
    """Give the item whose later row this is: the row with its mark, on whose text it stands."""
    row = table[number]
    if row.mark or not row.indent:
        return None
    for at in range(number - 1, max(-1, number - MAX_HEAD), -1):
        above = table[at]
        if above.mark and above.column == row.indent:
            return at
        if above.indent < row.indent:
            return None
    return None


def _above_quoted(table: Sequence[Row], number: int) -> bool:
    while number < len(table) and not table[number].text.strip("-_"):
        number += 1
    return number < len(table) and table[number].text.startswith(">")


def _outside_lists(table: Sequence[Row], said: list[Byline]) -> list[Byline]:
    """Leave headers with a list's mark out, but for the first: all comments may be one item."""
    plain = [head for head in said if not table[head.first].mark]
    if len(plain) < len(said) and table[said[0].first].number == 1 and plain == said[1:]:
        return said
    return plain


def _alone(table: Sequence[Row], said: list[Byline]) -> list[Byline]:
    """Give the header of a page's only comment: it ends in dots, between blank lines.

    The count stands above it, or the text below it is the page's last and short.
    """
    if len(said) != 1 or not said[0].verb.endswith(DOTS):
        return []
    first, last = said[0].first, said[0].last
    row = table[first]
    if row.mark or row.gap == 0 or last + 1 >= len(table) or table[last + 1].gap == 0:
        return []
    last_of_page = len(table) - last <= MAX_ALONE and _telling(said[0])
    return said if last_of_page or _counted_alone(table, said) else []


def _counted_alone(table: Sequence[Row], found: list[Byline]) -> bool:
    """Tell the only header, right below a count of comments: whatever stands there is a name."""
    first = found[0].first
    above = table[first - 1].text if first and len(found) == 1 else ""
    return found[0].date is None and COMMENT_COUNT.match(above) is not None


def _opened(head: Byline) -> Byline:
    """Part the date from the name behind it: "At 3:04 PM, Blogger Pam"."""
    at = None if head.date else _AT.match(head.name)
    parted = _past_date(head._replace(name=head.name[at.end() :])) if at else head
    if at is None or parted.date is None:
        return head
    return parted._replace(name=_ACCOUNT.sub("", parted.name, count=1))


def _without_icons(said: list[Byline]) -> list[Byline]:
    """Take the words of icons from names: "Blogger Jenny said...", "Anonymous Anonymous said...".

    Where most headers have one, others stand in texts.
    """
    shown = [head for head in said if _ACCOUNT.match(head.name)]
    told = [head for head in said if head in shown or head.name == _NAMELESS]
    if len(shown) < MIN_ICONS or len(told) < MOST * len(said):
        return said
    return [head._replace(name=_ACCOUNT.sub("", head.name, count=1)) for head in told]


def _parted(
    table: Sequence[Row], found: list[Byline], *, flat: bool
) -> tuple[list[Byline], list[str | None]]:
    """Part the dates from the names that follow them; each is of the post before.

    inscriptis prints the time below a text and the next header in one line: "3 May 2020 10:15 Bob
    said...". Where the first header has one, too, they may stand above quotations: they are the
    posts' own where all have one and the first stands right below the count of comments.
    """
    parted = [_past_date(head) for head in found]
    late = [p.date if p is not head else None for p, head in zip(parted, found, strict=True)]
    lost = table[found[0].first].gap > 1 and not flat  # the count was dropped
    shown = sum(date is not None for date in late)
    if shown == len(found) >= MIN_SEEN and (_counted(table, found[0].first) or lost):
        return parted, [None] * len(found)
    if late[0] is not None or len(found) < MIN_SEEN or shown < MOST * (len(found) - 1):
        return found, [None] * len(found)
    return [head._replace(date=None) for head in parted], [*late[1:], None]


def _counted(table: Sequence[Row], number: int) -> bool:
    above = table[number - 1].text if number else ""
    return len(above) <= MAX_HEADING and COUNT_HEADING.match(above)


def _past_date(head: Byline) -> Byline:
    """Part a date, or a mere time, from the name behind it: "3:04 PM Pam"."""
    if head.date:
        return head
    found = leading_date(head.name)
    if found and found.certain and found.end < len(head.name):
        name, date = head.name[found.end :], head.name[: found.end]
        joint, _, rest = date.partition(" ")
        date = rest if joint.lower() in JOINTS else date  # "On May 3"
    elif time := _TIME.match(head.name):
        name, date = time["name"], time["time"]
    else:
        return head
    return head._replace(name=clean_name(name) or head.name, date=date)


def _alike(found: list[Byline]) -> list[Byline]:
    """Keep the headers with the page's own word, dated or not as most of them are."""
    counts = Counter(head.verb for head in found)
    if not counts:
        return []
    verb, many = counts.most_common(1)[0]
    kept = [head for head in found if head.verb == verb]
    dated = sum(head.date is not None for head in kept)
    if many == 1 and not dated:
        return []  # "As my father said:" stands in texts
    return [head for head in kept if head.date or dated * 5 < many * 4]


def _telling(head: Byline) -> bool:
    return name_likeness(head.name or "") > 0.5  # noqa: PLR2004 - see name_likeness


LAYOUT = Layout(
    description="Blogger: 'Name said...', the text, the time below",
    parents="nesting",
    telling=0,
    parse=_parse,
    ceiling=0.95,  # see `regularity`
)
