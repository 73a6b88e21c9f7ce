"""Read headers that were wrapped: what stands in two rows and is one line of the page."""

from __future__ import annotations

from threadgraph.dates.scan import leading_date, trailing_date
from threadgraph.dates.words import MONTHS
from threadgraph.layouts._heads.byline_deeds import submitted
from threadgraph.layouts._heads.byline_forms import (
    CLOCK_FIRST,
    DIGIT,
    MAX_BYLINE,
    SAID_ENDS,
    Byline,
    named,
    says,
    whole_date,
)
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.words import COMMENT_COUNT

__all__ = ["MAX_WRAPPED", "wrapped"]

MAX_WRAPPED = 40


def wrapped(text: str, below: str, *, marked: bool) -> Byline | None:
    """Read a header that was wrapped: "Ann Bell" / "said...", "Ann 3 May 2020 at" / "10:00".

    "On 3 May 2020 Ann" / "wrote:" begins with the date.
    """
    if len(below) > MAX_WRAPPED or len(text) + len(below) >= MAX_BYLINE:
        return None
    said, digit = below.endswith(SAID_ENDS), DIGIT.search(text) or _in_month(text, below)
    if (
        not (said or digit)
        or (leading_date(text) and not (said and " " not in below))
        or says(below)
        or is_chrome(text)
        or COMMENT_COUNT.match(text)
    ):
        return None
    if named(below, marked=marked) is not None or _is_day(below, said=said):
        return None
    joined = f"{text} {below}"
    if said and (found := says(joined)) and not found.date:
        return found
    if not digit:
        return None
    return submitted(joined) or named(joined, marked=marked)


def _in_month(text: str, below: str) -> bool:
    """Tell a row that was wrapped between the month and the day: "Ann May" / "20, 2019"."""
    return below[:1].isdigit() and text.rpartition(" ")[2].lower() in MONTHS


def _is_day(below: str, *, said: bool) -> bool:
    """Tell a whole date: "Ann 3 May 2020 at" is wrapped before its time, "Ann63" before none."""
    date = None if said else whole_date(below)  # without the sign behind: "11:01 pm #"
    if date is None:
        return False
    found = trailing_date(date) if CLOCK_FIRST.match(below) else None
    return found is None or found.certain  # "1:08 am - 11-21-2010"
