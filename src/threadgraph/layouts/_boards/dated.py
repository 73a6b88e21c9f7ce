"""Find the only post of a page by its date, all that an extractor left of the header.

Boards write dates in a form of their own where nobody chose another, with the time, alone in a
row; newspapers and blogs write other ones, and mostly a name beside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._boards.forum import Head, dateish
from threadgraph.layouts._boards.rows import Row

__all__ = ["PHPBB_DATE", "VBULLETIN_DATE", "dated_post"]

MAX_ABOVE = 2
MAX_TITLE = 120
MIN_TEXT = 40

# "Mon Sep 27, 2004 10:17 pm"
PHPBB_DATE = re.compile(
    r"^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
    r"\d\d, (?:19|20)\d\d \d{1,2}:\d\d [ap]m$"
)
# "08-12-2007, 11:56 PM"
VBULLETIN_DATE = re.compile(r"^\d\d-\d\d-(?:19|20)\d\d, \d\d:\d\d [AP]M$")

# "8:00 pm", "07:30 PM": when concerts and meetings begin
_ROUND = re.compile(r":[03]0 [AaPp][Mm]$")


def dated_post(rows: Sequence[Row], form: re.Pattern[str]) -> Head | None:
    """Give the post whose date stands above its text, below the title at most, with no other."""
    top = rows[: MAX_ABOVE + 1]
    number = next((n for n, row in enumerate(top) if form.match(row.text)), None)
    if number is not None and _ROUND.search(rows[number].text):
        return None
    if number is None or any(dateish(r.text) for n, r in enumerate(rows) if n != number):
        return None
    above, below = rows[:number], rows[number + 1 :]
    titled = all(len(row.text) <= MAX_TITLE and not row.mark.strip("#") for row in above)
    if not titled or not below or len(below[0].text) < MIN_TEXT:
        return None
    return Head(first=number, last=number, date=rows[number].text)
