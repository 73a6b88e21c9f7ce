"""Read comments of Ars Technica: name and rank, "Wed Mar 12, 2014 10:11 am", votes, the text.

"5641 posts | registered Jun 20, 2001 reply quote report" ends a post. Last seen: 2022. Not read:
votes; which post a quotation shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, heads_apart, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

HINT = "posts | registered "
MIN_POSTS = 2
MAX_NAME = 90

_DATE = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \d{1,2}, 20\d\d \d{1,2}:\d\d [ap]m$"
)
_RANK = re.compile(
    r"\s(?:Ars (?:Scholae Palatinae|Tribunus Militum|Tribunus Angusticlavius(?: et Subscriptor)?|"
    r"Praefectus|Praetorian|Centurion|Legatus Legionis|Staff|Emeritus)|"
    r"Smack-Fu Master, in training|Seniorius Lurkius|Wise, Aged Ars Veteran|Ars Veteran|"
    r"(?:Senior |Associate |Contributing |Managing )?(?:Editor|Writer|Reporter))"
    r"(?: et Subscriptor)?$"
)
_FOOT = re.compile(r"[\d,]{1,7} posts? \| registered [A-Z][a-z]{2} \d{1,2}, \d{4}")
_CHROME = re.compile(r"(?:[+-]?\d{1,5}|(?:reply|quote|report)(?: (?:reply|quote|report)){0,2})$")


def _parse(page: TextPage) -> Parse | None:
    if HINT not in page.dense:
        return None
    rows = page.once(outline.rows)
    heads = heads_apart(_heads(rows))
    if len(heads) < MIN_POSTS:
        return None
    below = range(heads[-1].last + 1, len(rows))
    stop = next((n + 1 for n in below if _FOOT.match(rows[n].text)), len(rows))
    return parse_heads(page, rows, heads, stop, _is_chrome)


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    for number in range(1, len(rows)):
        above = rows[number - 1].text
        if _DATE.match(rows[number].text) and 0 < len(above) <= MAX_NAME:
            name = _RANK.sub("", above)
            yield Head(first=number - 1, last=number, author=name, date=rows[number].text)


def _is_chrome(row: Row) -> bool:
    return serves(row) or any(form.match(row.text) for form in (_CHROME, _FOOT))


LAYOUT = Layout(
    description="Ars Technica: name and rank, the date, 'N posts | registered DATE' below the text",
    parents="none",
    telling=3,
    parse=_parse,
)
