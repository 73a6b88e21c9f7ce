"""Read the names that items begin with where no blank line or date tells them from the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._bylines import Byline
from threadgraph.layouts._chrome import is_chrome
from threadgraph.layouts._names import looks_like_name, reads_as_text
from threadgraph.layouts._outline import Row
from threadgraph.layouts._talk import begins_text

__all__ = ["NAMED_SHARE", "names_in_items"]

NAMED_SHARE = 0.6
MOST = 0.9
MANY = 4
"""Items that all begin like a name by no chance."""

# "Ann Lee2:14 PM"
_TIMED = re.compile(
    r"(?P<name>\S.{0,57}[^\W\d_.)])(?P<time>[012]?\d:[0-5]\d(?:\s?[AP]M)?)$", re.IGNORECASE
)
MAX_HEADER = 80


def names_in_items(table: Sequence[Row], items: Sequence[int]) -> dict[int, Byline]:
    """Give such names by their rows, where most items begin so."""
    return _timed(table, items) or _stacked(table, items)


def _timed(table: Sequence[Row], items: Sequence[int]) -> dict[int, Byline]:
    """Read names with a time of day glued behind: Blogger's lists."""
    found = {
        number: Byline(number, number, "named", match["name"], match["time"])
        for number in items
        if (match := _TIMED.match(table[number].text[:MAX_HEADER])) is not None
    }
    return found if len(found) >= NAMED_SHARE * len(items) else {}


def _stacked(table: Sequence[Row], items: Sequence[int]) -> dict[int, Byline]:
    """Read names in a line of their own, right above the text: "Ann Lee" / "It was the fair."."""
    found = {n: Byline(n, n, "bare", table[n].text) for n in items if _is_above_text(table, n)}
    return found if len(found) >= max(MANY, MOST * len(items)) else {}


def _is_above_text(table: Sequence[Row], number: int) -> bool:
    text = table[number].text
    if number + 1 >= len(table) or not looks_like_name(text) or is_chrome(text):
        return False
    below = table[number + 1]
    return below.gap == 0 and not below.mark and reads_as_text(below.text) and not begins_text(text)
