"""Read Reddit's pages since 2023: "u/ann_lee avatar", "ann_lee", "• 8mo ago", then the text.

Last seen: 2024. Not read: who answers whom, which these renderings do not show; pages whose
pictures have no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, serves, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_POSTS = 2
MAX_BETWEEN = 3
"""Rows between the picture and the age: the name, "OP", a flair."""
_PICTURE = re.compile(r"u/(?P<name>[\w-]{3,20}) avatar$")
_AGE = re.compile(r"• ?(?P<date>\d{1,4} ?(?:s|m|h|d|w|mo|y|yr|min|hr|days?|months?|years?)\.? ago)")
_FOOTER = re.compile(r"More posts you may like|r/\w{2,30}$|View all comments$|Read more$")


def _parse(page: TextPage) -> Parse | None:
    if page.dense.count(" avatar") < MIN_POSTS or "u/" not in page.dense or "•" not in page.dense:
        return None
    rows = page.once(outline.rows)
    heads = [*_heads(rows)]
    if len(heads) < MIN_POSTS:
        return None
    stop = stop_at(rows, heads, _FOOTER, apart=True)
    return parse_heads(page, rows, heads, stop, serves)


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    for number, row in enumerate(rows):
        found = _PICTURE.match(row.text)
        if found is None:
            continue
        named = rows[number + 1].text == found["name"] if number + 1 < len(rows) else False
        between = 1 + MAX_BETWEEN if named else 1  # main-content extractors drop the name, a link
        for last in range(number + 1, min(len(rows), number + 1 + between)):
            text = f"{rows[last].mark} {rows[last].text}".strip()
            if age := _AGE.match(text):
                yield Head(first=number, last=last, author=found["name"], date=age["date"])
                break


LAYOUT = Layout(
    description="Reddit since 2023: 'u/NAME avatar', the name, '• 8mo ago'",
    parents="none",
    telling=3,
    parse=_parse,
)
