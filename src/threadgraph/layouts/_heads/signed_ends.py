"""Tell by what stands around signatures that they stand below their texts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from threadgraph.layouts._heads.byline_forms import Byline
from threadgraph.layouts._text.chrome import PINGBACK, is_chrome, is_form
from threadgraph.layouts._text.outline import Row

__all__ = [
    "MAX_FIRST",
    "MIN_PLAIN",
    "WORDS",
    "are_boxed",
    "are_closed",
    "past_controls",
    "text_below",
]

MIN_PLAIN = 3
"""Signatures without a word ("by", "said") that make a custom."""

WORDS = ("by", "says")

MIN_SENTENCE, RIGHTS = 5, "©"
MIN_COUNTED = 3
STEADY = 0.8
MAX_NUMBER = 4
MAX_FIRST = 80
"""Rows of the first comment, at most: the heading stands above it."""

_STOPS = (".", "!", "?", "…", "。", "！", "？")


def are_closed(table: Sequence[Row], feet: Sequence[Byline], after: int) -> bool:
    """Tell texts by what stands below the last signature: the end, a form, what is further out.

    Or by the numbers below each: the next one's.
    """
    if after >= len(table) or is_form(table[after].text) or _left_of(table, feet):
        return True
    return _are_counted(table, feet)


def past_controls(table: Sequence[Row], number: int) -> int:
    """Give the first row from here on that is no control, pingback or rule between comments."""
    while number < len(table) and _is_between(table[number]):
        number += 1
    return number


def _is_between(row: Row) -> bool:
    if row.mark:
        return _is_rule(row) or PINGBACK.match(row.text) is not None
    return _is_rule(row) or is_chrome(row.text)


def text_below(table: Sequence[Row], foot: Byline) -> int:
    """Give the row where the next text begins: the name may stand again below, as a link."""
    number = past_controls(table, foot.last + 1)
    again = number < len(table) and not table[number].mark and table[number].text == foot.name
    return past_controls(table, number + 1) if again else number


def _is_rule(row: Row) -> bool:
    """Tell the rule that html2text prints: "* * *", which looks like an item."""
    return row.text == "* * *"


def are_boxed(table: Sequence[Row], feet: Sequence[Byline], below: int) -> bool:
    """Tell bylines of which the first stands below a sentence, the last above a title.

    A header that begins so has rules above it and a box below. Several need no word ("by").
    """
    title = table[below].text
    above = table[feet[0].first - 1].text
    sentences = above.endswith(_STOPS) and len(above.split()) >= MIN_SENTENCE
    short = len(title.split()) < MIN_SENTENCE and not title.endswith(_STOPS)
    several = feet[0].form in WORDS or (feet[0].form != "date" and len(feet) > MIN_PLAIN)
    return several and sentences and (short or RIGHTS in title)


def _left_of(table: Sequence[Row], feet: Sequence[Byline]) -> bool:
    """Tell whether what follows the last signature stands further out than the texts."""
    number = text_below(table, feet[-1])
    texts = [table[text_below(table, foot)].indent for foot in feet[:-1]]
    return bool(texts) and table[number].indent < min(texts)


def _are_counted(table: Sequence[Row], feet: Sequence[Byline]) -> bool:
    """Tell signatures with the number of the next text below: "1" / text / "Ann, 3 May" / "2"."""
    numbers = [_number_below(table, foot) for foot in feet[:-1]]
    if len(numbers) < MIN_COUNTED or numbers[0] < 1:
        return False
    above = table[max(0, feet[0].first - MAX_FIRST) : feet[0].first - 1]
    rising = sum(b == a + 1 for a, b in pairwise(numbers))
    return rising >= STEADY * (len(numbers) - 1) and any(
        row.text == str(numbers[0] - 1) for row in above
    )


def _number_below(table: Sequence[Row], foot: Byline) -> int:
    text = table[foot.last + 1].text if foot.last + 1 < len(table) else ""
    return int(text) if text.isdecimal() and len(text) <= MAX_NUMBER else -1
