"""Read threads of XenForo 1: a numbered list, each item a user card, the text, "name, date #3".

The item's line has the avatar's text, the card the name again with a title; some skins print
"name, date" above the text. Main-content extractors keep the list's numbers and the card and lose
the dates. Last seen: 2016. Not read: parents (quotes stay in the text), likes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from threadgraph.joining import is_joined
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards import forum
from threadgraph.layouts._boards.card_words import STATS, is_filtered, is_stats
from threadgraph.layouts._boards.ends import ADVERT
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.lists import Item, is_path, longest_list
from threadgraph.layouts._boards.rows import Row, is_markdown, linked_name, read_rows
from threadgraph.layouts._boards.signature import cut_signatures
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._xenforo.anchors import Anchor, find_anchors
from threadgraph.layouts._xenforo.dropped import dropped_cards, past_joining
from threadgraph.layouts._xenforo.metas import Meta, find_meta
from threadgraph.layouts._xenforo.titles import titled_heads, without_titles
from threadgraph.layouts._xenforo.weblogs import is_weblog
from threadgraph.names import is_role

__all__ = ["LAYOUT"]

# "#12"
_NUMBER = re.compile(r"^#\d{1,6}$")
_REACH = 5
MAX_CARD = 200
MIN_FIELDS = 3
"""Cards that have a label, from which it is a field of the board: "Car:"."""

MAX_FIELD = 40
MAX_COUNTERS = 3
# "Messages: 22,720 Likes Received: 8,374"; "Messages:", then "22,720"
_COUNTERS = re.compile(r"^(?:[^\W\d_][\w ]{2,25}: ?\d[\d,.]{0,9}\s?){1,8}$")
_LABEL = re.compile(r"^[^\W\d_][\w ]{2,25}:$")
_VALUE = re.compile(r"^\d[\d,. \u00a0\u202f]{0,9}$")


_VBULLETIN = "View Forum Posts"
"""In the menu below each name of vBulletin 4, whose posts are a numbered list as well."""


def _parse(page: TextPage) -> Parse | None:
    if ("1." not in page.dense and "#" not in page.dense) or _VBULLETIN in page.dense:
        return None
    rows = read_rows(page)
    listed = longest_list(rows, missing=is_filtered(rows))
    items = [item for item in listed if not ADVERT.match(rows[item.row].text[:80])]
    if is_path(items):
        return None
    ends = [item.row for item in items[1:]] + [len(rows)]
    fields = _fields(rows)
    dated = {anchor.row: anchor for anchor in find_anchors(rows)}
    metas = [
        find_meta(rows, item.row, end) or _dated(page, rows, dated, range(item.row, end))
        for item, end in zip(items, ends, strict=True)
    ]
    heads = [
        _head(rows, item, end, fields, meta)
        for item, end, meta in zip(items, ends, metas, strict=True)
    ]
    if is_weblog(rows, heads):
        return None
    heads = _past_metas(rows, heads, metas, ends)
    named = without_titles(rows, items, heads)
    heads = [
        head if head is told else replace(told, last=_past_counters(rows, told.last, end, fields))
        for head, told, end in zip(heads, named, ends, strict=True)
    ]
    heads = _past_title(rows, heads)
    for head in dropped_cards(rows, items):
        last = _past_counters(rows, head.last, len(rows), fields)
        heads = sorted([*heads, replace(head, last=last)], key=_first)
    heads = past_joining(rows, heads) if is_filtered(rows) else heads
    heads = cut_signatures(page, rows, _quoted(page, rows, heads) if is_markdown(page) else heads)
    if sum(bool(head.author or head.date) for head in heads) < 0.5 * len(items):
        heads = titled_heads(rows, items)
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome), heads, marks=3 * (len(heads) - 1)
    )


def _first(head: Head) -> int:
    return head.first


def _quoted(page: TextPage, rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """End each text where its block of quotation ends, if all stand in one: signatures do not."""
    quoted = [page.lines[row.first].text[:1] == ">" for row in rows]
    found: list[Head] = []
    for head, stop in zip(heads, forum.stops_of(rows, heads), strict=True):
        inside = [n for n in range(head.last + 1, stop) if rows[n].text]
        if inside and quoted[inside[0]]:
            outside = next((n for n in inside if not quoted[n]), stop)
            found.append(replace(head, stop=outside))
    return found if len(found) == len(heads) else heads


def _fields(rows: Sequence[Row]) -> set[str]:
    """Give the labels that a value stands below: known ones and those that stand in several rows.

    Line filters drop the numbers, so that a known label may stand alone.
    """
    labels = Counter(row.text for row in rows if _LABEL.match(row.text))
    known = set(filter(STATS.match, labels))
    often = {label for label, times in labels.items() if times >= MIN_FIELDS}
    whole = any(_VALUE.match(row.text) for row in rows)
    return often | known if whole else often - known


def _past_metas(
    rows: Sequence[Row], heads: list[Head], metas: Sequence[Meta | None], ends: Sequence[int]
) -> list[Head]:
    """Take "name, date" to the headers where a skin prints it above the texts, below the cards."""
    above = below = 0
    for head, meta, end in zip(heads[:-1], metas, ends, strict=False):
        if meta is not None:
            above += _letters(rows[head.last + 1 : meta.row])
            below += _letters(rows[meta.row + 1 : end])
    if below <= above:
        return heads
    return [
        head if meta is None else replace(head, last=max(head.last, meta.row), stop=None)
        for head, meta in zip(heads, metas, strict=True)
    ]


def _past_title(rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Take the thread's title above the first text to its header, as a skin repeats it there."""
    first = heads[0]
    stop = forum.stops_of(rows, heads)[0]
    titles = {row.text for row in rows[: first.first]}
    if first.last + 2 >= stop or rows[first.last + 1].text not in titles:
        return heads
    return [replace(first, last=first.last + 1), *heads[1:]]


def _letters(rows: Sequence[Row]) -> int:
    return sum(len(row.text) for row in rows if not _is_chrome(row))


def _head(
    rows: Sequence[Row], item: Item, end: int, fields: Collection[str], meta: Meta | None
) -> Head:
    """Read an item's card; where nothing repeats the name, it cannot be told from the title."""
    shown = rows[item.row].text
    last = item.row
    if meta is None:
        fits = 0 < len(shown) <= MAX_NAME
        title = _title(rows, item.row, end) if fits else None
        bare = _bare_card(rows, item.row, end) if fits and title is None else None
        if bare is not None:
            return Head(first=item.row, last=bare, author=shown, opening=item.number == 1)
        if title is not None:
            last = _past_counters(rows, title, end, fields)
            return Head(first=item.row, last=last, author=shown, opening=item.number == 1)
        if not fits or not _repeats(rows, item.row + 1, end, shown):
            lost = all(_is_chrome(rows[n]) for n in range(item.row + 1, end))
            return Head(first=item.row, last=item.row, opening=item.number == 1, whole=lost)
        name, last = shown, item.row + 1
    else:
        name = meta.name
        while (
            name and last + 1 < end and last - item.row < _REACH and _of_card(rows[last + 1], name)
        ):
            last += 1
    last = _past_counters(rows, last, end, fields)
    stop = meta.row if meta and meta.row > last else None
    if stop is None:
        stop = next((n for n in range(last + 1, end) if _NUMBER.match(rows[n].text)), None)
    return Head(
        first=item.row,
        last=last,
        author=name,
        date=meta.date if meta else None,
        opening=item.number == 1,
        stop=stop,
    )


def _title(rows: Sequence[Row], first: int, end: int) -> int | None:
    """Give the last row of the title between a name and the card's counters, or None.

    The title is one short row or none, and the counters have known labels.
    """
    if not looks_like_name(rows[first].text):
        return None
    for last in range(first, min(first + 2, end - 1)):
        label = rows[last + 1].text
        if is_stats(rows, last + 1) and (_LABEL.match(label) or _COUNTERS.match(label)):
            return last
        if is_chrome(rows[last + 1]) or len(label) > MAX_NAME:
            break
    return None


def _bare_card(rows: Sequence[Row], first: int, end: int) -> int | None:
    """Give the last row of a card without labels: name, title, date of joining, counters."""
    if not looks_like_name(rows[first].text):
        return None
    near = range(first + 1, min(first + 3, end))
    date = next((n for n in near if forum.dateish(rows[n].text)), None)
    if date is None or any(len(rows[n].text) > MAX_NAME for n in range(first, date)):
        return None
    last = date
    while last + 1 < end and last - date < MAX_COUNTERS and _VALUE.match(rows[last + 1].text):
        last += 1
    return last if last > date else None


def _past_counters(rows: Sequence[Row], last: int, end: int, fields: Collection[str]) -> int:
    """Give the last row of the card's counters: "Messages: 12", or label and value in turns.

    Line filters drop labels and values of one word; behind them stand the board's own `fields`.
    """
    while last + 2 < end and is_role(rows[last + 1].text):
        last += 1  # "Staff Member", a banner
    while last + 1 < end:
        text = rows[last + 1].text
        alone = is_stats(rows, last + 2) and bool(_LABEL.match(rows[last + 2].text))
        if (
            _COUNTERS.match(text)
            or _in_one_row(rows, last + 1)
            or (alone and last + 2 < end and forum.dateish(text))
        ):
            last += 1
        elif last + 2 < end and _has_value(text, rows[last + 2].text, fields):
            last += 2
        elif _LABEL.match(text) and is_stats(rows, last + 1):
            last += 1
        else:
            break
    return last


def _in_one_row(rows: Sequence[Row], number: int) -> bool:
    """Tell "Joined: Mar 3, 2009 Messages: 920 Location: Perth"."""
    text = rows[number].text
    if len(text) > MAX_CARD or text.count(":") < 2:  # noqa: PLR2004 - one label may be a text's
        return False
    return is_joined(text.partition(":")[0]) or is_stats(rows, number)


def _has_value(label: str, text: str, fields: Collection[str]) -> bool:
    valued = bool(_LABEL.match(label) and (_VALUE.match(text) or forum.dateish(text)))
    return valued or (label in fields and _is_field(text))


def _is_field(text: str) -> bool:
    return len(text) <= MAX_FIELD and not _LABEL.match(text)


def _dated(
    page: TextPage, rows: Sequence[Row], anchors: Mapping[int, Anchor], item: range
) -> Meta | None:
    """Find "date #12", as skins print it without the name; the card tells that."""
    anchor = next((anchors[number] for number in item if number in anchors), None)
    if anchor is None or anchor.date is None:
        return None
    shown = rows[item[0]].text
    if 0 < len(shown) <= MAX_NAME and _repeats(rows, item[0] + 1, anchor.row, shown):
        return Meta(anchor.row, shown, anchor.date)
    linked = (linked_name(page, rows[n]) for n in item[:_REACH])
    return Meta(anchor.row, next(filter(None, linked), None), anchor.date)


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or bool(_NUMBER.match(row.text))


def _of_card(row: Row, name: str) -> bool:
    return not row.text or (row.text.startswith(name) and len(row.text) <= 2 * MAX_NAME)


def _repeats(rows: Sequence[Row], first: int, end: int, name: str) -> bool:
    return first < end and _of_card(rows[first], name) and bool(rows[first].text)


LAYOUT = Layout(
    description="XenForo 1: a numbered list of user cards and texts",
    parents="none",
    telling=2,
    parse=_parse,
)
