"""Read RusFF, the host of Russian boards (mybb.ru, f-rpg.me): "Поделиться22010-09-11 17:35:24".

In the header the button to share, the post's number and its date stand in one word; below it the
card, "Автор: Ann" to "Последний визит:", then the text, and "Подпись автора" above a signature.
Main-content extractors leave no card. Last seen: 2024. Not read: parents (quotes stay in the text).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.caseless import Caseless
from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome, stops_of
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._boards.words import FORUM_END
from threadgraph.layouts._text.names import MAX_NAME
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

SHARE = "Поделиться"
MAX_HEAD = 60
MAX_CARD = 18
_HEAD = re.compile(
    rf"^{SHARE} ?(?P<number>\d{{1,5}}?) ?"
    r"(?P<date>(?:(?:19|20)\d\d-\d\d-\d\d|Сегодня|Вчера),? \d\d:\d\d(?::\d\d)?)$"
)
_AUTHOR = re.compile(r"^Автор:?\s?(?P<name>\S.{0,48})$")
_FIELD = re.compile(
    r"^(?:Откуда|Зарегистрирован[а]?|Приглашений|Сообщений|Уважение|Позитив|Пол|Возраст|ICQ|Skype|"
    r"Провел на форуме|Последний визит|Репутация|Активность) ?:"
)
_SIGNATURE = "Подпись автора"
_END = Caseless(
    FORUM_END.pattern.pattern
    + r"|^(?:страница: ?\d{1,4}\b.{0,60}|вы здесь » .{1,200}|быстрый ответ|"
    r"похожие темы|сообщений \d{1,5} страница \d{1,5} из \d{1,5})$"
)


def _parse(page: TextPage) -> Parse | None:
    if page.text.isascii() or SHARE not in page.dense:
        return None
    rows = read_rows(page)
    heads = list(_heads(rows))
    if not heads:
        return None
    stops = stops_of(rows, heads)
    heads = [
        replace(head, stop=_signed(rows, head, stop))
        for head, stop in zip(heads, stops, strict=True)
    ]
    thread = Thread(page=page, rows=rows, chrome=is_chrome, end=_END)
    return build_thread(thread, heads, marks=3 * len(heads))


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers; a first text that an extractor moved to the page's top leaves none."""
    found = [
        (n, match)
        for n, row in enumerate(rows)
        if len(row.text) <= MAX_HEAD and (match := _HEAD.match(row.text))
    ]
    for place, (number, match) in enumerate(found):
        following = found[place + 1][0] if place + 1 < len(found) else len(rows)
        if following == number + 1:
            continue
        last, author = _card(rows, number, following)
        opening = match["number"] == "1"
        yield Head(first=number, last=last, author=author, date=match["date"], opening=opening)


def _card(rows: Sequence[Row], number: int, end: int) -> tuple[int, str | None]:
    """Give the last row of the card below the header, and the name that it begins with."""
    named = _AUTHOR.match(rows[number + 1].text[: MAX_NAME * 2])
    if named is None:
        return number, None
    near = range(number + 1, min(end, number + MAX_CARD))
    last = max((n for n in near if _FIELD.match(rows[n].text[:MAX_NAME])), default=number + 1)
    mark = rows[number + 1].mark
    while mark and last + 1 < end and rows[last + 1].mark == mark and not rows[last + 1].gap:
        last += 1  # the rank of a guest, who has no fields
    if last + 1 < end and rows[last].text.endswith(":") and is_date(rows[last + 1].text):
        last += 1  # "Последний визит:" and its date
    return last, named["name"]


def _signed(rows: Sequence[Row], head: Head, stop: int) -> int:
    """Give the row that ends the text: the heading of a signature."""
    below = range(head.last + 1, stop)
    return next((n for n in below if rows[n].text == _SIGNATURE), stop)


LAYOUT = Layout(
    description="RusFF: 'Поделиться', number and date in one word",
    parents="none",
    telling=3,
    parse=_parse,
)
