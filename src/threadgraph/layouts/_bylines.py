"""Read the line or two that name a comment's author and date, in the forms that blogs print.

`says`: "Ann says:" with or without a date, `by`: "Submitted by Ann on DATE", `named`: "Ann | DATE"
on one line, `two`: name and date on two lines, `bare`: a name alone behind a list's mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.date_scan import leading_date
from threadgraph.layouts._byline_forms import (
    ALT,
    MAX_BYLINE,
    MAX_NAME,
    Byline,
    clean_name,
    fold_letters,
    may_tell,
    named,
    says,
    submitted,
    whole_date,
)
from threadgraph.layouts._chrome import PINGBACK, is_chrome, is_form
from threadgraph.layouts._names import name_likeness, reads_as_text
from threadgraph.layouts._outline import Row, rows
from threadgraph.layouts._page import TextPage
from threadgraph.layouts._words import REPLY_TO

__all__ = ["Byline", "bylines"]

MAX_BELOW = 5
MAX_WRAPPED = 40
# "Uhr - Antworten": the end of a wrapped header
_CLOCK = re.compile(r"^(?:uhr|[ap]\.?m\.?|utc|gmt)\b\s?", re.IGNORECASE)
# "20:00 - Reply"
_CLOCK_FIRST = re.compile(r"\d{1,2}[:.]\d{2}\b")


def bylines(page: TextPage) -> list[Byline]:
    """Give all headers of a page in order; ask by `page.once(bylines)`."""
    found: list[Byline] = []
    table = page.once(rows)
    telling = [len(row.text) <= MAX_BYLINE and may_tell(row.text) for row in table]
    after = 0
    for number, row in enumerate(table):
        if number < after or len(row.text) > MAX_BYLINE:
            continue
        if not row.mark and not any(telling[number : number + 3]):
            continue  # a name needs a verb or a date, in its line or on the two below
        if PINGBACK.match(row.text):
            continue
        byline = _byline(table, number)
        if byline is not None:
            found.append(byline)
            after = byline.last + 1
    return found


def _byline(table: Sequence[Row], number: int) -> Byline | None:
    """Read the header that begins in this row."""
    marked = bool(table[number].mark)
    at = _name_row(table, number) if marked else number
    if at is None or not table[at].text:
        return None
    text = ALT.sub("", table[at].text)
    if not text or len(text) > MAX_BYLINE or is_form(text):
        return None
    below = table[at + 1] if at + 1 < len(table) else None
    found = says(text) or submitted(text, below.text if below else "")
    found = found or named(text, marked=marked)
    if found is None and marked and below and not below.mark and _again(text, below.text):
        found = named(below.text, marked=True)
        at += found is not None
    joins = below is not None and below.gap == 0 and not below.mark
    if below and joins and (found is None or (found.date and _CLOCK_FIRST.match(below.text))):
        whole = _wrapped(text, below.text, marked=marked)
        at += whole is not None
        found = whole or found
    if found is None:
        found = _two(table, at, text, marked=marked)
        return _below(table, found._replace(first=number)) if found else None
    if (
        found.form == "says"
        and not marked
        and not (found.date or found.verb.endswith((":", "…", "...")))
        and (below is None or leading_date(below.text) is None)
    ):
        return None
    return _below(table, found._replace(first=number, last=at))


def _name_row(table: Sequence[Row], number: int) -> int | None:
    """Give the row where a marked item's header stands: below its avatar, number or controls."""
    top = table[number]
    for at in range(number, min(len(table), number + MAX_BELOW)):
        row = table[at]
        if at > number and row.mark and (row.indent <= top.indent or row.number is not None):
            return None
        if row.text and not row.text.isdigit() and not is_chrome(row.text):
            return at
    return None


def _wrapped(text: str, below: str, *, marked: bool) -> Byline | None:
    """Read a header that was wrapped: "Ann Bell" / "said...", "Ann 3 May 2020 at" / "10:00"."""
    if len(below) > MAX_WRAPPED or len(text) + len(below) >= MAX_BYLINE:
        return None
    if leading_date(text) or says(below):
        return None
    joined = f"{text} {below}"
    if below.endswith((":", "...", "…")) and (found := says(joined)) and not found.date:
        return found
    if not any(c.isdigit() for c in text):
        return None
    return submitted(joined) or named(joined, marked=marked)


def _again(text: str, below: str) -> bool:
    """Tell whether a line begins with the name above: that was the avatar's text."""
    return (
        len(below) <= MAX_BYLINE
        and bool(fold_letters(text))
        and fold_letters(below).startswith(fold_letters(text))
    )


def _two(table: Sequence[Row], at: int, text: str, *, marked: bool) -> Byline | None:
    """Read a name with the date on the next line, or a name alone behind a list's mark."""
    if len(text) > MAX_NAME or reads_as_text(text):
        return None
    found = _date_below(table, at, text)
    alone = marked and (at + 1 == len(table) or table[at + 1].gap > 0)
    if (found is None and not alone) or is_chrome(text) or leading_date(text):
        return None
    name = clean_name(text)
    if not name or reads_as_text(name):
        return None
    if found is not None:
        return Byline(at, found[0], "two", name, found[1])
    return Byline(at, at, "bare", name) if name_likeness(name) > 0 else None


def _date_below(table: Sequence[Row], at: int, text: str) -> tuple[int, str] | None:
    """Give the row and text of the date that stands below a name, or below the name again."""
    for number in range(at + 1, min(len(table), at + 3)):
        below = table[number]
        if below.gap > 1 or (below.mark and not _beside(table[at], below)):
            break
        date = whole_date(below.text) if len(below.text) <= MAX_BYLINE else None
        if date is not None:
            return number, date
        if not is_chrome(below.text) and fold_letters(below.text) != fold_letters(text):
            break
    return None


def _beside(row: Row, below: Row) -> bool:
    """Tell two items of one bulleted list: themes print name and date as such."""
    return bool(row.mark) and row.indent == below.indent and row.number is below.number is None


def _below(table: Sequence[Row], byline: Byline) -> Byline:
    """Take the rows below that belong to the header: the date, a label, controls."""
    last, date, label = byline.last, byline.date, byline.label
    for number in range(byline.last + 1, min(len(table), byline.last + 1 + MAX_BELOW)):
        row = table[number]
        if row.mark or len(row.text) > MAX_BYLINE or row.gap > 1:
            break
        shown = REPLY_TO.match(row.text)
        if label is None and shown:
            label = shown[1].strip()
        elif date is None and (found := whole_date(row.text)):
            date = found
        elif not is_chrome(_CLOCK.sub("", row.text) if row.gap == 0 else row.text):
            break
        last = number
    return byline._replace(last=last, date=date, label=label)
