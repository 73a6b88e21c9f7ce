"""Read HyperKitty, the archive of Mailman 3: the name, "7:14 p.m.", the mail, "Reply", "0 0".

The numbers count who likes the mail and who does not. Last seen: 2025 (1.3). Not read: days, which
stand in tips; lists of threads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_POSTS = 2
MAX_NAME = 60
_TIME = re.compile(r"(?:\d{1,2}(?::\d\d)? [ap]\.m\.|noon|midnight)$")
# "0 0", "Reply 0 0", "__0 __0"
_VOTES = re.compile(r"(?:Reply\s{1,3})?_{0,2}\d{1,4}\s{1,3}_{0,2}\d{1,4}$")
_NAME = re.compile(r"(?!(?:noon|midnight|Reply)\b)[^\W\d_][^:!?]{0,59}$")


def _parse(page: TextPage) -> Parse | None:
    if "yperKitty" not in page.dense and "List overview" not in page.dense:
        return None
    rows = page.once(outline.rows)
    heads = [*_heads(rows)]
    if len(heads) < MIN_POSTS or sum(head.foot is not None for head in heads) < MIN_POSTS:
        return None
    stop = (heads[-1].foot or len(rows) - 1) + 1
    return replace(parse_heads(page, rows, heads, stop, serves), front=())


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    times = [
        n for n, row in enumerate(rows) if n and _TIME.match(row.text) and _is_name(rows[n - 1])
    ]
    for number, following in zip(times, [*times[1:], len(rows) + 1], strict=False):
        below = range(number + 1, following - 1)
        foot = next((n for n in below if _VOTES.match(rows[n].text)), None)
        name = rows[number - 1].text
        yield Head(first=number - 1, last=number, author=name, date=rows[number].text, foot=foot)


def _is_name(row: Row) -> bool:
    return len(row.text) <= MAX_NAME and not row.mark and _NAME.match(row.text) is not None


LAYOUT = Layout(
    description="HyperKitty: the name, '7:14 p.m.', the mail, two counts",
    parents="none",
    telling=3,
    parse=_parse,
)
