"""Read comments of the New York Times: the name, "Place March 9, 2014 at 7:12 a.m.", the text.

"NYT Pick" may stand above the text, "Reply Recommend 412" below it. Last seen: 2016. Not read:
votes, the page of 2009 to 2011 with "Recommended by 12 Readers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.depths import indented
from threadgraph.layouts._heads.heads import Head, heads_apart, parse_heads, serves, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.names import reads_as_text
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

HINTS = ("New York Times", "a.m.", "p.m.")
MIN_POSTS = 2
MAX_NAME = 60

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
)
# "Jackson Heights, NY March 9, 2014 at 7:12 a.m."
_WHEN = re.compile(
    rf"(?:(?P<place>[^\W\d][^\d]{{1,60}}?)\s)?"
    rf"(?P<date>(?:{_MONTHS}) \d{{1,2}}, 20\d\d at \d{{1,2}}:\d\d [ap]\.m\.)$"
)
_CHROME = re.compile(
    r"(?:NYT Picks?|Flag(?:ged)?|Reply|(?:Reply )?Recommend(?:ed)? ?\d{0,5}|\d{1,5} Recommend|"
    r"Share(?: (?:this comment )?on (?:Facebook|Twitter))?|Read All \d{1,5} Replies|"
    r"(?:View|Hide) (?:all )?(?:\d{1,5} )?repl(?:y|ies).{0,20})$",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:The comments section is closed|Comments are no longer|Related Coverage|"
    r"(?:Load|Read|Show) more comments|Loading|© 20)",
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    if HINTS[0] not in page.dense or not any(hint in page.dense for hint in HINTS[1:]):
        return None
    rows = page.once(outline.rows)
    heads = heads_apart(_heads(rows))
    if len(heads) < MIN_POSTS:
        return None
    heads = indented(page, rows, heads, "last")
    return parse_heads(page, rows, heads, stop_at(rows, heads, _END), _is_chrome)


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    for number in range(1, len(rows)):
        match = _WHEN.match(rows[number].text)
        name = rows[number - 1].text
        if match and 0 < len(name) <= MAX_NAME and not (" " in name and reads_as_text(name)):
            yield Head(first=number - 1, last=number, author=name, date=match["date"])


def _is_chrome(row: Row) -> bool:
    return serves(row) or _CHROME.match(row.text) is not None


LAYOUT = Layout(
    description="New York Times: the name, then 'Place March 9, 2014 at 7:12 a.m.'",
    parents="nesting",
    telling=3,
    parse=_parse,
)
