"""Read FluxBB and PunBB: "#2 2010-01-02 10:12:13", the name, a rank, fields, the subject, the text.

The subject stands above each text, "Offline" below. Last seen: 2022. Not read: names where a line
filter dropped what has one word, signatures without a rule above, parents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.dates import is_date
from threadgraph.joining import is_joined
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.card_words import is_filtered
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome, stops_of
from threadgraph.layouts._boards.rows import Row, numbers_posts, read_rows
from threadgraph.layouts._boards.signature import before_rules
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import ANSWERS
from threadgraph.names import is_role

__all__ = ["LAYOUT"]

MAX_SUBJECT = 160
MAX_CARD = 9
MAX_PRINTED = 70
_PRINTED = re.compile(
    r"^(?P<name>\S.{0,40}?) - (?P<date>(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d:\d\d)$", re.MULTILINE
)
_CENTURIES = (" - 20", " - 19")
# "#2 2010-01-02 10:12:13", "#2 08/08/2018 17:12:03", "#2 Hier 17:12:03"
_HEAD = re.compile(
    r"^#(?P<number>\d{1,6}) (?P<date>\S.{7,40}\d:\d\d(?::\d\d)?(?: [AP]M)?)$", re.IGNORECASE
)
_NEAR = re.compile(
    r"^(?:today|yesterday|aujourd[’']hui|hier|heute|gestern|hoy|ayer|oggi|ieri|vandaag|gisteren|"
    r"dzisiaj|wczoraj|сегодня|вчера|dnes|včera|idag|igår|i dag|i går) \d",
    re.IGNORECASE,
)
_ANSWER = re.compile(rf"^(?:{ANSWERS}) ?: ?(?=\S)", re.IGNORECASE)
_FIELD = re.compile(r"^[^\W\d_][\w '’-]{1,24} ?: ?\S.{0,80}$")
_STATE = re.compile(
    r"^(?:offline|online|hors ligne|en ligne|desconectado|conectado|non in linea|in linea|"
    r"не в сети|в сети|неактивен|активен)$",
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    if not numbers_posts(page):
        return _printed(page)
    rows = read_rows(page)
    found = [n for n, row in enumerate(rows) if _is_head(row.text)]
    if not found:
        return None
    titles = {_ANSWER.sub("", row.text) for row in rows if _ANSWER.match(row.text[:MAX_SUBJECT])}
    heads = list(_heads(rows, found, titles))
    alone = len(heads) == 1 and _is_carded(rows, found[0])
    if len(heads) < 2 and not alone:  # noqa: PLR2004 - one may be chance
        return None
    named = [looks_like_name(head.author or "") for head in heads]
    if 2 * sum(named) < len(named) and not is_filtered(rows):
        return None  # the text stands right below: the names are elsewhere
    parse = build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        _until_states(rows, before_rules(page, rows, heads)),
        marks=2 * len(heads),
    )
    if parse is None or 2 * sum(not record.body for record in parse.records) > len(heads):
        return None  # what was taken for cards is the text
    return parse


def _printed(page: TextPage) -> Parse | None:
    """Read the view for printers, which begins with "Ann - 2010-01-02 10:12:13"."""
    dated = any(century in page.dense for century in _CENTURIES)
    if not page.lines or not dated or _PRINTED.search(page.text) is None:
        return None
    rows = read_rows(page)
    found = [
        (n, match)
        for n, row in enumerate(rows)
        if len(row.text) <= MAX_PRINTED and not row.mark and (match := _PRINTED.match(row.text))
    ]
    alone = (row.gap > 0 for number, _ in found for row in rows[number + 1 : number + 2])
    if len(found) < 2 or found[0][0] > 1 or not all(alone):  # noqa: PLR2004 - a title at most
        return None
    heads = [Head(first=n, last=n, author=match[1], date=match[2]) for n, match in found]
    if not all(looks_like_name(head.author or "") for head in heads):
        return None
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        before_rules(page, rows, heads),
        marks=2 * len(heads),
    )


def _is_head(text: str) -> bool:
    found = _HEAD.match(text) if text[:1] == "#" and len(text) <= 60 else None  # noqa: PLR2004
    return found is not None and (is_date(found["date"]) or bool(_NEAR.match(found["date"])))


def _heads(rows: Sequence[Row], found: Sequence[int], titles: set[str]) -> Iterator[Head]:
    filtered = is_filtered(rows)
    for number, end in zip(found, [*found[1:], len(rows)], strict=True):
        head = _HEAD.match(rows[number].text)
        if head is None:
            continue
        below = range(number + 1, min(end, number + MAX_CARD + 1))
        subject = next((n for n in below if _is_subject(rows[n], titles)), None)
        last = _past_card(rows, number, end) if subject is None else subject
        if subject is None and head["number"] == "1" and _stands_alone(rows, last + 1, end):
            last += 1  # the subject of the only post
        named = number + 1 < (last if subject is not None else last + 1) and not filtered
        name = rows[number + 1].text if named else ""
        yield Head(
            first=number,
            last=last,
            author=name if 0 < len(name) <= MAX_NAME else None,
            date=head["date"],
            opening=head["number"] == "1",
        )


def _is_subject(row: Row, titles: set[str]) -> bool:
    return row.text in titles or bool(_ANSWER.match(row.text[:MAX_SUBJECT]))


def _is_carded(rows: Sequence[Row], number: int) -> bool:
    """Tell a name with a rank or the date of joining below."""
    below = rows[number + 2 : number + 5]
    return any(is_role(row.text) or is_joined(row.text.partition(":")[0].strip()) for row in below)


def _past_card(rows: Sequence[Row], number: int, end: int) -> int:
    """Give the last row of the card: the name and what follows without a blank line, and fields."""
    last = number + 1
    while last + 1 < min(end, number + MAX_CARD):
        row = rows[last + 1]
        if row.gap and not _FIELD.match(row.text):
            break
        last += 1
    return min(last, end - 1)


def _stands_alone(rows: Sequence[Row], number: int, end: int) -> bool:
    """Tell a short row between blank lines."""
    short = number + 1 < end and len(rows[number].text) <= MAX_SUBJECT
    return short and rows[number].gap > 0 and rows[number + 1].gap > 0


def _until_states(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End each post at the author's state below it."""
    found: list[Head] = []
    for head, stop in zip(heads, stops_of(rows, heads), strict=True):
        below = range(stop - 1, head.last, -1)
        state = next((n for n in below if _STATE.match(rows[n].text)), None)
        found.append(head if state is None else replace(head, stop=state))
    return found


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or bool(_STATE.match(row.text))


LAYOUT = Layout(
    description="FluxBB and PunBB: '#2 DATE', a name and its fields, the subject",
    parents="none",
    telling=2,
    parse=_parse,
)
