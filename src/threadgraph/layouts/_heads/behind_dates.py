"""Cut off what systems print behind the dates of posts: "Empfehlungen: 7", "IP: 31.179.*.*", "↑".

What stands behind the times of several rows, but for its numbers, is no name.
"""

from __future__ import annotations

import re
from collections import Counter

from threadgraph.layouts._heads.dated_rows import skeleton
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["cut_rows"]

MAX_ROW = 160
MANY = 3
"""Rows that have a tail in common by no chance."""

# "10:15", "8:14 Uhr", "10:15:30 pm" and what follows
_BEHIND = re.compile(
    r"(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?:\s?(?:Uhr|h|[ap]\.?m\.?|UTC|GMT))?(?=[\s|·•,(\[])[\s|·•,]*"
    r"(?P<tail>\S.*)"
)
# "empfehlungen: 0 empfehlen", "0 likes", "(0)"; "guest 0" is a name
_STARS = re.compile(r"[*★☆]+")
_NUMBERED = re.compile(r"[^\w\s]{0,2}0(?![^\W\d])|[^:]{2,40}:\s.{0,20}0(?!\w)")


def cut_rows(page: TextPage) -> list[Row]:
    """Give the page's rows without such tails; ask by `page.once(cut_rows)`."""
    table = page.once(rows)
    found = {
        number: match
        for number, row in enumerate(table)
        if ":" in row.text and len(row.text) <= MAX_ROW and (match := _BEHIND.search(row.text))
    }
    return _cut(table, found) if len(found) >= MANY else table


def _cut(table: list[Row], found: dict[int, re.Match[str]]) -> list[Row]:
    shapes = {n: _STARS.sub("*", skeleton(match["tail"])) for n, match in found.items()}
    counts = Counter(shapes.values())
    tails = {shape for shape, many in counts.items() if many >= MANY and _serves(shape)}
    if not tails:
        return table
    cut = list(table)
    for number, shape in shapes.items():
        if shape in tails:
            text = cut[number].text[: found[number].start("tail")]
            cut[number] = cut[number]._replace(text=text.rstrip(" |·•,"))
    return cut


def _serves(tail: str) -> bool:
    """Tell what is no name: signs alone, a count."""
    return not any(map(str.isalpha, tail)) or bool(_NUMBERED.match(tail))
