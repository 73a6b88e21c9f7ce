"""Cut off what systems print behind the dates of posts: "Empfehlungen: 7", "IP: 31.179.*.*", "↑".

What stands behind the times of several rows, but for its numbers, is no name. Where subject, name
and date stand in columns, and some subjects answer others, the subjects are cut off as well.
"""

from __future__ import annotations

import re
from collections import Counter

from threadgraph.layouts._heads.before_names import without_leads
from threadgraph.layouts._heads.byline_forms import whole_date
from threadgraph.layouts._heads.dated_rows import skeleton
from threadgraph.layouts._heads.votes_behind import SERVED
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import ANSWERS

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


# "Re: Wind  Ann Lee  2-Jun-11 11:40"
_GAP = r"(?:\s{2,}|\s*\t\s*)"
_COLUMNS = re.compile(
    rf"(?P<subject>\S.{{0,99}}?){_GAP}(?P<name>\S.{{0,38}}?){_GAP}(?P<date>\S.{{5,30}})"
)
_GAPS = ("  ", "\t")
_ANSWER = re.compile(rf"(?:{ANSWERS})\s?: \S", re.IGNORECASE)


def cut_rows(page: TextPage) -> list[Row]:
    """Give the page's rows without such tails, and leads of names; ask by `page.once(cut_rows)`."""
    table = _without_subjects(page.once(rows))
    found = {
        number: match
        for number, row in enumerate(table)
        if ":" in row.text and len(row.text) <= MAX_ROW and (match := _BEHIND.search(row.text))
    }
    return without_leads(_cut(table, found) if len(found) >= MANY else table)


def _without_subjects(table: list[Row]) -> list[Row]:
    found = {
        number: match
        for number, row in enumerate(table)
        if len(row.text) <= MAX_ROW
        and any(gap in row.text for gap in _GAPS)
        and (match := _COLUMNS.fullmatch(row.text))
        and whole_date(match["date"]) is not None
    }
    if len(found) < MANY or not any(_ANSWER.match(match["subject"]) for match in found.values()):
        return table
    cut = list(table)
    for number, match in found.items():
        cut[number] = cut[number]._replace(text=f"{match['name']} {match['date']}")
    return cut


def _cut(table: list[Row], found: dict[int, re.Match[str]]) -> list[Row]:
    shapes = {n: _STARS.sub("*", skeleton(match["tail"])) for n, match in found.items()}
    counts = Counter(shapes.values())
    tails = {shape for shape, many in counts.items() if many >= MANY and _serves(shape)}
    served = {shape for shape in counts if SERVED.match(shape)}
    tails |= served if sum(counts[shape] for shape in served) >= MANY else set()
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
