"""Read wpDiscuz comments that print the name twice, or the role beside the name.

A header is a run of short rows: the avatar's text (the name again), the role, the name, the date,
"Reply to  Ann", in the order of the version: "Ann / Guest / Ann" or "Guest / Ann" and the age below
the text (2 to 6), "Ann / Ann / Guest / 1 year ago / Reply to  Bob" (7). Between equal names the
role is any short line, in any language; elsewhere it is a word of `ROLES`. Last seen: 2024.
Not read: who answers whom, where neither labels nor indentation show it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_forms import MAX_NAME, Byline, whole_date
from threadgraph.layouts._heads.thread import begin_of, cut
from threadgraph.layouts._heads.wpdiscuz_depths import end_of, starts_of
from threadgraph.layouts._heads.wpdiscuz_plain import (
    MIN_SEEN,
    can_name,
    has_letters,
    may_name,
    opens_with_role,
    with_dates,
    with_nameless,
    with_plain,
)
from threadgraph.layouts._text.outline import Row, repeated_rows, row_texts, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COUNT_HEADING, REPLY_SIGNS, REPLY_TO, ROLES

__all__ = ["LAYOUT"]

MAX_ROLE = 24
MOSTLY = 0.8
MAX_FOOT = 3
# "Vote Up12Vote Down  Reply"
_VOTES = re.compile(r"Vote Up\s?-?\d{1,6}\s?Vote Down\b")
MAX_HEADER = 11
"""Rows of a header, icons without words counted, which html2text prints."""


def _parse(page: TextPage) -> Parse | None:
    table = page.once(rows)
    headers = _headers(page)
    found = _likely(headers, {row.text for row in table}) if headers else []
    found = found or _bare(table, headers)
    found = with_plain(table, with_nameless(table, _without_texts(table, found)))
    found = found if page.unfiltered else with_dates(table, found)
    if len(found) < MIN_SEEN or _lost_name(table, found):
        return None
    records = cut(page, starts_of(table, found), end_of(page, found))
    telling = all(head.form == "twice" or opens_with_role(table, head) for head in found)
    sure = 0.7 if telling or any(head.label for head in found) else 0.55  # forums print roles, too
    start, records = begin_of(page, records, found[0].first)
    return Parse(
        records=tuple(records),
        start=start,
        marks=2 * len(found),
        regularity=0.3 + sure * sum(bool(record.body) for record in records) / len(records),
    )


def _likely(found: list[Byline], texts: set[str]) -> list[Byline]:
    """Keep headers with a role that is known or comes again; without one, where others have labels.

    Where a name that stands twice has a known role, dates tell the rest. Menus stand twice on a
    page, and a word of `ROLES` may stand alone beside any short line. A label names someone whose
    name stands in a row of its own.
    """
    found = [h for h in found if h.verb or h.date or h.form == "twice" or h.label in texts]
    roles = Counter(head.verb for head in found)
    labelled = any(head.label for head in found)
    badged = any(head.form == "twice" and head.verb.lower() in ROLES for head in found)
    return [
        head
        for head in found
        if (
            roles[head.verb] >= MIN_SEEN or head.verb.lower() in ROLES
            if head.verb
            else labelled or (badged and head.date)
        )
    ]


def _bare(table: Sequence[Row], headers: Sequence[Byline]) -> list[Byline]:
    """Keep names that stand twice and nothing else, below the votes of most posts above.

    Pages may hide the role, and versions 2 to 6 print votes and age below the text.
    """
    found = [head for head in headers if head.form == "twice"]
    above = (table[max(0, head.first - MAX_FOOT) : head.first] for head in found[1:])
    voted = sum(any(_VOTES.match(row.text) for row in rows) for rows in above)
    return found if voted >= max(MIN_SEEN, MOSTLY * (len(found) - 1)) else []


def _without_texts(table: Sequence[Row], found: Sequence[Byline]) -> list[Byline]:
    """Leave the text before out of a header whose names a filter dropped, where others have two.

    "It is late" / blank / "Reply to Ann" / date: the blank line tells that the text is no name.
    """
    twice = any(head.form == "twice" for head in found)
    return [
        head._replace(first=head.first + 1, name="")
        if twice and head.form != "twice" and head.label and table[head.first + 1].gap
        else head
        for head in found
    ]


def _lost_name(table: Sequence[Row], found: Sequence[Byline]) -> bool:
    """Tell whether a label stands alone: a filter dropped names, and `wpdiscuz` does without."""
    inside = {number for head in found for number in range(head.first, head.last + 1)}
    rest = (row.text for n, row in enumerate(table) if n > found[0].first and n not in inside)
    return any(len(text) <= MAX_NAME and REPLY_TO.match(text) for text in rest)


@dataclass(slots=True)
class _Header:
    """What the rows of a header say, as far as they are read; `last` is the last of them."""

    name: str | None = None
    again: bool = False
    role: str | None = None
    date: str | None = None
    label: str | None = None
    last: int = -1

    def take(self, table: Sequence[Row], number: int) -> bool:
        """Read one more row, if it can belong to the header."""
        text = table[number].text
        match = REPLY_TO.match(text) if len(text) <= MAX_NAME + MAX_ROLE else None
        if self.name is not None and text == self.name and not self.again:
            self.again = True
        elif not (self.role or self.date) and _is_role(table, number, self.name):
            self.role = text
        elif self.label is None and match and self.name is not None:
            self.label = match[1].strip()
        elif self.date is None and self.name is not None and whole_date(text[:MAX_NAME]):
            self.date = text
        elif self.name is None and can_name(table, number):
            self.name = text
        else:
            return False
        self.last = number
        return True


def _headers(page: TextPage) -> list[Byline]:
    """Find runs of rows that hold a name with its role, its label, or the name again."""
    table = page.once(rows)
    found: list[Byline] = []
    after = 0
    for number in _begins(page):
        row = table[number]
        if number < after or not row.text or row.mark or len(row.text) > MAX_NAME:
            continue
        head = _header(table, number)
        if head is not None:
            found.append(head)
            after = head.last + 1
    return found


def _begins(page: TextPage) -> list[int]:
    """Give the rows that can begin a header: the cheap question before all others.

    It begins with a role, a name that stands again, or a name from which only dates, roles and
    rows without words lead to a role or a label.
    """
    texts = page.once(row_texts)
    told = {n for n, text in enumerate(texts) if len(text) <= MAX_ROLE and text.lower() in ROLES}
    labels = {n for n, t in enumerate(texts) if t[:1] in REPLY_SIGNS and REPLY_TO.match(t)}
    begins = {*told, *labels}
    for below in begins.copy():
        for number in range(below - 1, max(-1, below - MAX_HEADER), -1):
            begins.add(number)
            text = texts[number]
            if number not in told and number not in labels and not _between(text):
                break
    later: dict[str, int] = {}
    for number in reversed(page.once(repeated_rows)):
        text = texts[number]
        if later.get(text, len(texts)) - number <= MAX_HEADER and may_name(text):
            begins.add(number)
        later[text] = number
    return sorted(begins)


def _between(text: str) -> bool:
    return not has_letters(text) or whole_date(text[:MAX_NAME]) is not None


def _header(table: Sequence[Row], first: int) -> Byline | None:
    """Read the header that begins in row `first`."""
    if not (_is_role(table, first, None) or can_name(table, first)):
        return None
    head = _Header()
    for number in range(first, min(len(table), first + MAX_HEADER)):
        row = table[number]
        if head.role and not _is_role(table, first, None) and _other_name(table, number, head):
            return None  # what stands above the role ends the post before
        if row.mark or (number > first and row.gap > 1) or len(row.text) > MAX_NAME + MAX_ROLE:
            break
        if has_letters(row.text) and not head.take(table, number):
            break
    told = head.again or head.label or head.role
    if head.name is None or not told or (head.again and _stands_alone(table, first, head)):
        return None
    form = "twice" if head.again else "role"
    verb = head.role or ""
    return Byline(first, head.last, form, head.name, head.date, head.label, verb)


def _other_name(table: Sequence[Row], number: int, head: _Header) -> bool:
    """Tell another name right below a name and its role."""
    text = table[number].text
    if head.again or head.date or head.label or table[number].gap > 1:
        return False
    return text != head.name and (can_name(table, number) or COUNT_HEADING.match(text))


def _stands_alone(table: Sequence[Row], first: int, head: _Header) -> bool:
    """Tell a short text that is said twice: nothing else of a header stands beside, and no gap."""
    return not (head.role or head.date or head.label) and any(
        table[number].gap for number in range(first + 1, head.last + 1)
    )


def _is_role(table: Sequence[Row], number: int, name: str | None) -> bool:
    """Tell a role: a known word, or any word between the name and the name again."""
    text = table[number].text
    if not 0 < len(text) <= MAX_ROLE:
        return False
    if text.lower() in ROLES:
        return True
    below = table[number + 1].text if number + 1 < len(table) else None
    return name is not None and text.isalpha() and below == name


LAYOUT = Layout(
    description="wpDiscuz: the name twice or with a role, then the date and 'Reply to'",
    parents="labels",
    parse=_parse,
    bare=True,
)
