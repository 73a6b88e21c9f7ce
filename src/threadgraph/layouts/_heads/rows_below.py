"""Take the rows below a header's first that belong to it: the date, a label, controls."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, Byline, whole_date
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.words import IN_REPLY_BELOW, REPLY_TO

__all__ = ["with_rows_below"]

MAX_BELOW = 5
# "Uhr - Antworten": the end of a wrapped header
_CLOCK = re.compile(r"^(?:uhr|[ap]\.?m\.?|utc|gmt)\b\s?", re.IGNORECASE)


def with_rows_below(table: Sequence[Row], byline: Byline) -> Byline:
    """Take the rows below that belong to the header: the date, a label, controls."""
    last, date, label = byline.last, byline.date, byline.label
    for number in range(byline.last + 1, min(len(table), byline.last + 1 + MAX_BELOW)):
        row = table[number]
        if row.mark or len(row.text) > MAX_BYLINE or row.gap > 1:
            break
        answers = IN_REPLY_BELOW.match(row.text)
        shown = answers["name"] if answers else (REPLY_TO.match(row.text) or ("", ""))[1]
        if label is None and shown:
            stood = trailing_date(shown)  # "Antwort auf den Beitrag von Ann 14.03.2016, 10:40 Uhr"
            label = shown[: stood.start if stood and stood.certain else None].strip(" ,(") or None
        elif date is None and (found := whole_date(row.text.removeprefix("Date: "))):
            date = found
        elif _is_votes(table, number):
            pass
        elif not is_chrome(_CLOCK.sub("", row.text) if row.gap == 0 else row.text):
            break
        last = number
    return byline._replace(last=last, date=date, label=label)


def _is_votes(table: Sequence[Row], number: int) -> bool:
    """Tell a number above "Antwort auf #2 von Ann"."""
    below = table[number + 1].text if number + 1 < len(table) else ""
    return table[number].text.isdecimal() and REPLY_TO.match(below) is not None
