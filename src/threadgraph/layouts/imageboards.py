"""Read boards for pictures: "Anonymous 05/11/14(Sun)13:09:40 No.611204", then the text.

The head stands twice, once for telephones, where a rendering keeps both. Last seen: 2024. Not read:
whom a text answers (">>611200" stays in it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, serves, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage
from threadgraph.names import author_state

__all__ = ["LAYOUT"]

MIN_POSTS = 2
MAX_HEAD = 160
# "Anonymous 05/11/14(Sun)13:09:40 No.611204", "bob !!x8K 05/11/14 (Sun) 13:31:55 No. 611215"
_HEAD = re.compile(
    r"(?P<name>\S.{0,60}?) "
    r"(?P<date>\d\d/\d\d/\d\d(?:\d\d)? ?\([A-Z][a-z]{2}\) ?\d\d:\d\d(?::\d\d)?) ?"
    r"No\. ?(?P<number>\d{1,12})(?: ?(?:▶|>+|\[Reply\]))?$"
)
# "mystery valve Anonymous": a subject stands before the name that nobody gave
_NAMELESS = re.compile(r"(?:.{1,100} )?(?P<name>Anonymous)$")
_TRIP = re.compile(r"\s!{1,2}[\w./+]{4,14}$")
# ">>", "File: IMG_0211.jpg (1.2 MB, 2048x1536)"
_CHROME = re.compile(r">>$|File: ?\S.{0,120}\)$|\d[\d.]{0,5} [KM]B$")
_FOOTER = re.compile(r"Delete Post:|\[ ?Disable Mobile View|\[ ?(?:Return|Catalog|Top)\b")


def _parse(page: TextPage) -> Parse | None:
    if page.dense.count("No.") < MIN_POSTS or page.linked:
        return None
    rows = page.once(outline.rows)
    heads = [*_heads(rows)]
    if len(heads) < MIN_POSTS:
        return None
    stop = stop_at(rows, heads, _FOOTER)
    return replace(parse_heads(page, rows, heads, stop, _is_chrome), front=())


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the heads, each with the rows of the one for telephones above it."""
    after = 0
    for number, row in enumerate(rows):
        found = _HEAD.match(row.text) if len(row.text) <= MAX_HEAD else None
        if found is None:
            continue
        above = f"No.{found['number']}"
        first = number
        while first > after and number - first < 5 and _belongs(rows[first - 1], above, found):  # noqa: PLR2004
            first -= 1
        nameless = _NAMELESS.match(found["name"])
        name = nameless["name"] if nameless else _TRIP.sub("", found["name"])
        state = author_state(name)
        yield Head(first=first, last=number, author=name, author_state=state, date=found["date"])
        after = number + 1


def _belongs(row: Row, above: str, found: re.Match[str]) -> bool:
    """Tell the rows of the head for telephones, and those of the picture between the two."""
    text = row.text
    told = text == found["name"] or (bool(text) and found["name"].endswith(f" {text}"))
    return told or text.endswith(above) or _CHROME.match(text) is not None


def _is_chrome(row: Row) -> bool:
    return serves(row) or _CHROME.match(row.text) is not None


LAYOUT = Layout(
    description="boards for pictures: 'NAME 05/11/14(Sun)13:09:40 No.611204' above each text",
    parents="none",
    telling=3,
    parse=_parse,
)
