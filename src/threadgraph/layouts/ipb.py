"""Read Invision Community: a card, "Posted April 2, 2024", the text, "Link to comment".

Version 5 prints "Ann Members" and the date twice instead. Main-content extractors leave the bar
"Link to comment / Share on other sites" below each text of version 4, and nothing of version 5.
Last seen: 2025. Not read: parents (quotes stay in the text), reactions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._boards.signature import cut_repeated, cut_signatures
from threadgraph.layouts._ipb.cards import Anchor, doubled, posted
from threadgraph.layouts._ipb.counted import counted
from threadgraph.layouts._ipb.words import (
    BAR,
    CONTROL,
    EDITED,
    END,
    FIGURES,
    FOOT,
    HEADED,
    LIKED,
    REACTION,
    RECOMMENDED,
    SHARE,
    TOTAL,
)
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import ANSWERS

__all__ = ["LAYOUT"]

# "ann, bob and cem"; "and 3 others"
_JOINT = re.compile(r", | and | und | et | y | e ")
_OTHERS = re.compile(r"\b(?:and|und|et|y|e|och|en|i|и) \d{1,5} \w{4,9}$")
# "Guest Ann", "Gast Ann": a guest's name
_GUEST = re.compile(
    r"^(?:Guest|Gast|Invité|Invitado|Convidado|Ospite|Gość|Гость|Návštěva|Vendég|زائر) "
    r"(\S.{0,48})$"
)
_ANSWER = re.compile(rf"(?:{ANSWERS}) ?: ?\S", re.IGNORECASE)
# "14", "Like6"
_COUNT = re.compile(r"^(?:\d{1,4}|[^\W\d_]{3,12}\s?\d{1,4})$")
MAX_CONTROL = 160
MAX_SIGNATURE = 8
_REACH = 40
"""Rows before "Recommended Posts", at most: titles and navigation."""


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    anchors = posted(rows) or list(counted(rows)) or list(doubled(rows))
    if _have_subjects(rows, anchors):
        return None  # phpBB's
    if anchors:
        heads = [Head(first=a.first, last=a.last, author=a.author, date=a.date) for a in anchors]
        heads = cut_signatures(page, rows, _stopped(rows, heads), [a.last for a in anchors])
        heads = cut_repeated(rows, _without_bars(rows, heads))
    else:
        heads = _between_feet(rows) or _headed(rows) or _between_counts(rows)
        heads = _opened(rows, _with_starter(rows, heads))
    alone = len(heads) == 1 and _recommended(rows) is not None
    alone = alone and (heads[0].author is not None or heads[0].stop is not None)
    if len(heads) < 2 and not alone:  # noqa: PLR2004 - one may be chance
        return None
    thread = Thread(page=page, rows=rows, chrome=_is_chrome, end=END)
    return build_thread(thread, heads, marks=2 * len(heads) - (0 if alone else 2))


def _have_subjects(rows: Sequence[Row], anchors: Sequence[Anchor]) -> bool:
    """Tell whether "Re: Which mill?" stands above all dates but the first, as in phpBB."""
    below = [rows[a.last - 1].text[:MAX_CONTROL] for a in anchors[1:] if a.last]
    return bool(below) and all(map(_ANSWER.match, below))


def _recommended(rows: Sequence[Row]) -> int | None:
    """Give the row above the first post of version 4: "Recommended Posts"."""
    found = (n for n, r in enumerate(rows) if len(r.text) <= MAX_NAME and RECOMMENDED.match(r.text))
    return next(found, None)


def _headed(rows: Sequence[Row]) -> list[Head]:
    """Cut at "Posted:" without a date, where version 4 says what follows."""
    if _recommended(rows) is None:
        return []
    short = (n for n, row in enumerate(rows) if len(row.text) <= MAX_NAME)
    return [Head(first=n, last=n) for n in short if HEADED.match(rows[n].text)]


def _opened(rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Begin the first post below "Recommended Posts"; the name above is the starter's.

    It is one where it stands between that and the title, as the blank lines tell.
    """
    row = _recommended(rows)
    if row is None or (heads and row > heads[0].last + 1 + _REACH) or row == 0:
        return heads
    if heads and (heads[0].first > row + 1 or heads[0].last > row):
        return heads
    if any(head.first <= row for head in heads[1:]):
        return heads
    name = row - 1
    while name > 1 and _is_chrome(rows[name]):
        name -= 1
    gaps = rows[name].gap, sum(rows[n].gap for n in range(name + 1, row + 1))
    told = name > 0 and gaps == (2, 1) and len(rows[name].text) <= MAX_NAME
    if not told and not heads:
        return heads
    author = rows[name].text if told else heads[0].author if heads else None
    head = Head(first=name if told else row, last=row, author=author)
    return [replace(head, stop=heads[0].stop) if heads else head, *heads[1:]]


def _stopped(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End each post at the bar below it, or at the thread's figures, which follow the first."""
    ends = [head.first for head in heads[1:]] + [len(rows)]
    stops = (
        next((n for n in range(head.last + 1, end) if _is_bar(rows[n])), None)
        for head, end in zip(heads, ends, strict=True)
    )
    return [replace(head, stop=stop) for head, stop in zip(heads, stops, strict=True)]


def _is_bar(row: Row) -> bool:
    return BAR.match(row.text[:80]) or (bool(row.mark) and FIGURES.match(row.text[:24]))


def _without_bars(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End posts above their lists of buttons, counts and likers, and the signature below those."""
    authors = {head.author for head in heads}
    ends = [head.first for head in heads[1:]] + [len(rows)]
    found: list[Head] = []
    for head, end in zip(heads, ends, strict=True):
        stop = min(end, head.stop or end)
        last = _bar_above(rows, head.last + 1, stop, authors)
        found.append(replace(head, stop=last) if last < stop else head)
    return found


def _bar_above(rows: Sequence[Row], first: int, stop: int, authors: AbstractSet[str | None]) -> int:
    """Give the first row of the lists that end the post, with a signature's rows among them."""
    place = stop - 1
    while place > first and stop - place <= MAX_SIGNATURE:
        if not rows[place].text or _in_bar(rows[place], authors):
            stop = place if rows[place].text or stop == place + 1 else stop
        elif rows[place].mark:
            break
        place -= 1
    return stop


def _in_bar(row: Row, authors: AbstractSet[str | None]) -> bool:
    """Tell "• ann, bob and 3 others", "• 2", "• Like6", "• Quote"."""
    text = row.text
    if text.isdigit():
        return len(text) <= 4  # noqa: PLR2004 - a count
    if not row.mark:
        return False
    if any(name.strip() in authors for name in _JOINT.split(text[:300])):
        return True
    return bool(_OTHERS.search(text[-24:])) or _listed(row) or is_chrome(row)


def _listed(row: Row) -> bool:
    """Tell an item of the lists below a text: a button, a reaction, who likes it."""
    text = row.text[:MAX_CONTROL]
    return CONTROL.match(text) or REACTION.match(text) or LIKED.match(text)


def _between_feet(rows: Sequence[Row]) -> list[Head]:
    """Cut at the bars below the posts; above the first stands a heading, or the title only."""
    short = {row.text for row in rows if len(row.text) <= 80}  # noqa: PLR2004 - a bar
    if not any(map(SHARE.match, short)):
        return []
    heads: list[Head] = []
    heading = next((n for n, row in enumerate(rows) if RECOMMENDED.match(row.text[:40])), 0)
    begin = heading + 1
    for number, row in enumerate(rows):
        if number < begin or not _foot(row) or (number and _foot(rows[number - 1])):
            continue
        if number > begin:
            guest = _guest(rows, begin) if number > begin + 1 else None
            author = guest or _editor(rows[begin:number])
            last = begin if guest else begin - 1
            heads.append(Head(first=begin, last=last, author=author, stop=number))
        begin = number + 1
        while begin < len(rows) and _foot(rows[begin]):
            begin += 1
    return heads


def _between_counts(rows: Sequence[Row]) -> list[Head]:
    """Cut below "12 posts in this topic" at the numbers of who liked each post."""
    total = next((n for n, row in enumerate(rows) if _is_total(row.text[:60])), None)
    if total is None:
        return []
    heads: list[Head] = []
    begin = total + 1
    for number in range(total + 1, len(rows)):
        if rows[number].mark and _COUNT.match(rows[number].text[:20]):
            if number > begin:
                heads.append(Head(first=begin, last=begin - 1, stop=number))
            begin = number + 1
    return heads


def _is_total(text: str) -> bool:
    return text[:1].isdecimal() and TOTAL.match(text)


def _with_starter(rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Give the first post the name above its text, if a quote names that person, too."""
    if not heads or heads[0].author or len(rows[heads[0].first].text) > MAX_NAME:
        return heads
    first = heads[0].first
    name = rows[first].text
    quoted = any(
        name in row.text and row.text.endswith(":") and len(row.text) <= MAX_CONTROL for row in rows
    )
    if not quoted or first + 1 >= (heads[0].stop or 0):
        return heads
    return [replace(heads[0], last=first, author=name), *heads[1:]]


def _guest(rows: Sequence[Row], number: int) -> str | None:
    """Give the name of a guest, which is no link: it stays above the text, "Guest Ann"."""
    found = _GUEST.match(rows[number].text) if rows[number + 1].gap else None
    return found[1] if found and looks_like_name(found[1]) else None


def _editor(rows: Sequence[Row]) -> str | None:
    """Give who edited the post last, who mostly wrote it; there is no other name."""
    matches = (EDITED.match(row.text) for row in reversed(rows) if len(row.text) <= MAX_CONTROL)
    found = next((match for match in matches if match is not None), None)
    return None if found is None else found["name"]


def _foot(row: Row) -> bool:
    return FOOT.match(row.text)


def _is_chrome(row: Row) -> bool:
    if is_chrome(row) or _foot(row):
        return True
    if len(row.text) > MAX_CONTROL:
        return False
    return _listed(row) if row.mark else CONTROL.match(row.text)


LAYOUT = Layout(
    description="Invision Community: 'Posted DATE' or a bar 'Link to comment' at each post",
    parents="none",
    parse=_parse,
    bare=True,
)
