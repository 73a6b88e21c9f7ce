"""Read Chinese comments that are counted by floors: "#1楼 2020-05-03 10:05 Ann", "2楼 Ann ...".

Many blogs count so, cnblogs and CSDN among them: the floor, the date and the name stand in one
row, the text below. Last seen: 2024. Not read: whom "@Ann" in a text answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from threadgraph.dates.scan import leading_date, trailing_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_edges import MAX_BYLINE, clean_name, strip_tail
from threadgraph.layouts._heads.heads import Head, parse_heads, stop_at
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_FLOORS = 2
MAX_NAME = 40

# "#1楼", "2 樓:", "#3楼[楼主]", "第4楼"
_FLOOR = re.compile(
    r"(?:#\s?(?P<a>\d{1,5})\s?[楼樓F]|第?(?P<b>\d{1,5})\s?[楼樓])\s?"
    r"(?:[\[(【]?\s?(?:楼主|樓主|博主)\s?[\])】]?)?\s?[:：]?\s{0,3}(?=\S)"
)
# "Ann 发表于 2020-05-03", "2020-05-03 10:05发表 回复"
_POSTED = re.compile(r"\s?(?:发表于|發表於|评论于|发布于|于)[:：]?\s?$")
_SAID = re.compile(r"(?<=\d)(?:发表|發表)")
# "[回复] [引用]"
_CONTROLS = re.compile(r"(?:\s?\[[^\[\]\d]{1,6}\])+\s*$")
_PICTURE = re.compile(r"https?://\S{1,300}\.(?:png|jpe?g|gif)$")
_FOOTER = re.compile(
    r"(?:刷新评论|注册用户登录|发表评论|發表評論|添加新评论|登录后|返回顶部|最新IT新闻|昵称|上一[页頁]|"
    r"【推荐】|您还没有登录|您還沒有登入)"
)


class _Floor(NamedTuple):
    """A row that opens a post, its number, name and date."""

    row: int
    number: int
    name: str | None
    date: str


def _parse(page: TextPage) -> Parse | None:
    if "楼" not in page.dense and "樓" not in page.dense:
        return None
    table = page.once(rows)
    floors = list(_floors(table))
    if len(floors) < MIN_FLOORS or not _counted(floors):
        return None
    heads = [Head(first=f.row, last=f.row, author=f.name, date=f.date) for f in floors]
    stop = stop_at(table, heads, _FOOTER)
    form = next((n for n in range(heads[-1].last + 1, stop) if is_form(table[n].text)), stop)
    return parse_heads(page, table, heads, form, _serves)


def _floors(table: Sequence[Row]) -> Iterator[_Floor]:
    for number, row in enumerate(table):
        if len(row.text) > MAX_BYLINE or not ("楼" in row.text or "樓" in row.text):
            continue
        match = _FLOOR.match(row.text)
        told = _told(row.text[match.end() :]) if match else None
        if match and told:
            yield _Floor(number, int(match["a"] or match["b"]), *told)


def _told(text: str) -> tuple[str | None, str] | None:
    """Give the name and the date of "2020-05-03 10:05 Ann" or of "Ann 2020-05-03 10:05"."""
    text = strip_tail(_SAID.sub(" ", _CONTROLS.sub("", text)))
    before = leading_date(text)
    if before is not None and before.certain:
        name = text[before.end :]
        date = text[: before.end]
    elif (behind := trailing_date(text)) is not None and behind.certain and behind.start:
        name, date = _POSTED.sub("", text[: behind.start]), text[behind.start :]
    else:
        return None
    name = clean_name(name)
    known = 0 < len(name) <= MAX_NAME and not is_chrome(name)
    return (name if known else None), date.strip()


def _counted(floors: Sequence[_Floor]) -> bool:
    """Tell floors that are counted up or down by one."""
    steps = [below.number - above.number for above, below in pairwise(floors)]
    return all(step == 1 for step in steps) or all(step == -1 for step in steps)


def _serves(row: Row) -> bool:
    """Tell controls, and the address of a picture that a page hides."""
    return is_chrome(row.text) or _PICTURE.match(row.text) is not None


LAYOUT = Layout(
    description="counted floors: '#1楼 date Name', '2楼 Name date'",
    parents="none",
    telling=3,
    parse=_parse,
)
