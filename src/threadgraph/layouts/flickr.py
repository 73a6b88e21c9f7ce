"""Read comments below photographs of Flickr: "Ann Pro User says:", "Posted 20 months ago".

html2text prints the age behind the text. Boxes beside the comments may stand in their lines, far to
the right. Last seen: 2010. Not read: later pages; what of the boxes stands between lines of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, heads_apart, parse_heads
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

HINTS = (" says:", "permalink", "Posted")
MIN_POSTS = 2
FAR = 40
"""Columns right of a header where a box stands beside the comments."""

_BESIDE = r"(?:\s{3,}\S.*)?$"
_HEAD = re.compile(rf"(?P<name>\S.{{0,58}}?)(?: Pro User| \[?deleted\]?)? says:{_BESIDE}")
_AGE = r"\d{1,3}\s(?:second|minute|hour|day|week|month|year)s?"
_FOOT = re.compile(rf"Posted\s(?P<date>{_AGE}\sago)\.\s\(\s?permalink\s?\){_BESIDE}")
# "A fine picture! Posted 20 months" / "ago.", as html2text prints it
_WITHIN = re.compile(rf"Posted\s(?P<date>{_AGE}\sago|\d{{1,3}}\s\w{{3,8}}$)")


def _parse(page: TextPage) -> Parse | None:
    if not all(hint in page.text for hint in HINTS):
        return None
    rows = page.once(outline.rows)
    heads = heads_apart(_heads(rows))
    if len(heads) < MIN_POSTS:
        return None
    left = rows[heads[0].first].indent
    last = heads[-1]
    below = range(last.last + 1, len(rows))
    ends = (n for n in below if is_form(rows[n].text) or n == last.foot)
    stop = next(ends, len(rows))

    def served(row: Row) -> bool:
        return row.indent > left + FAR or _is_chrome(row)

    return parse_heads(page, rows, heads, stop + (stop == last.foot), served)


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers below each of which an age stands before the next."""
    found = [(n, match) for n, row in enumerate(rows) if (match := _HEAD.match(row.text))]
    ends = [*(n for n, _ in found[1:]), len(rows)]
    for (number, match), end in zip(found, ends, strict=True):
        foot = next((n for n in range(number + 1, end) if _FOOT.match(rows[n].text)), None)
        shown = range(number + 1, end) if foot is None else (foot,)
        date = next((m["date"] for n in shown if (m := _WITHIN.search(rows[n].text))), None)
        if date is not None:
            yield Head(first=number, last=number, author=match["name"], date=date, foot=foot)


def _is_chrome(row: Row) -> bool:
    return row.text in ("", "|", "view profile")  # "♥♥♥" is a text


LAYOUT = Layout(
    description="Flickr: 'Name says:', the text, 'Posted 20 months ago. ( permalink )'",
    parents="none",
    telling=3,
    parse=_parse,
)
