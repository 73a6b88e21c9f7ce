"""Cut off what systems print before the names in headers of one row: counts, votes, labels.

"Comment number 4. Ann 12th March 2013 - 8:52", "+2 Ann 7 mei 2013 10:11", "作者： Ann 时间：": what
stands before the first word of most dated rows, but for its numbers, is no part of a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.dates.scan import leading_date, trailing_date
from threadgraph.layouts._text.outline import Row

__all__ = ["without_leads"]

MAX_ROW = 140
MANY = 3
"""Rows that have a lead by no chance."""

MOSTLY = 0.6
"""Share of the rows with a clock that have one where it is on most."""

_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?!\d)")
_LEAD = re.compile(
    r"(?P<count>(?:(?:comment|kommentar|commentaire|comentario|commento|reactie)"
    r"(?: (?:number|no\.|nr\.|n°))? )\d{1,5}[.:)]?|[+\u2212-]?\d{1,4}[.)]?)\s+(?=[^\W\d])"
    r"|(?:identicon|作者\s?[:：]|楼主\s?[:：])\s*(?=\S)",
    re.IGNORECASE,
)
# "时间：", between name and date
_LABEL = re.compile(r"\s*(?:时间|時間|日期)\s?[:：]\s*(?=\d)")
# "点击：412 回复：3", what counts readers and answers behind the first post's date
_READERS = re.compile(r"\s+(?:点击|回复)\s?[:：]\s?\d.*$")


def without_leads(table: list[Row]) -> list[Row]:
    """Give the rows without such leads, where most dated rows have one."""
    timed = [n for n, row in enumerate(table) if len(row.text) <= MAX_ROW and _timed(row.text)]
    found = {n: bare for n in timed if (bare := _bare(table[n].text))}
    if len(found) < MANY or len(found) < MOSTLY * len(_headers(table, timed)):
        return table
    cut = list(table)
    for number, bare in found.items():
        cut[number] = cut[number]._replace(text=bare)
    return cut


def _timed(text: str) -> bool:
    return ":" in text and _CLOCK.search(text) is not None


def _headers(table: Sequence[Row], timed: Sequence[int]) -> list[int]:
    """Give those of the rows with a clock that can be headers: a date begins or ends them."""
    return [n for n in timed if trailing_date(table[n].text) or leading_date(table[n].text)]


def _bare(text: str) -> str | None:
    """Give a header without its lead, or None where it has none, or begins with its date."""
    lead = _LEAD.match(text)
    if lead is None or leading_date(text) is not None:
        return None
    bare = _READERS.sub("", _LABEL.sub(" ", text[lead.end() :]))
    found = trailing_date(bare)
    return bare if found and found.certain and found.start else None
