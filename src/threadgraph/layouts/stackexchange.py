"""Read Stack Exchange: a question, its comments, answers and theirs.

"Share / Improve this answer / answered DATE / name" closes a question or an answer; a comment is
a bullet that ends with "– name / Commented DATE". Main-content extractors leave the comments'
"Commented DATE", "6 Answers" and, between answers, a score or the wider gap of its dropped line.
Comments answer the post they stand below, answers the question. Last seen: 2025. Not read:
scores, badges, edits, linked questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._forum_rows import Row, read_rows
from threadgraph.layouts._names import MAX_NAME
from threadgraph.layouts._page import Segment, TextPage
from threadgraph.layouts._stackexchange_marks import (
    ANSWERS,
    BADGES,
    CHROME,
    COMMENTED,
    END,
    SHARE,
    SIGNED,
    VIEWED,
)

__all__ = ["LAYOUT"]

MAX_TITLE = 150
_CLOSING = (" Answer", "answered ", "asked ")
"""Words of the rows that end a post; comments end with another."""

_BULLETS = frozenset("•*+◦")


@dataclass(slots=True)
class _Scan:
    """The state of one pass over the rows: where the open post began, and what was found."""

    page: TextPage
    rows: Sequence[Row]
    open_at: int
    depth: int = 0
    answers: int | None = None
    scored: bool = False
    heads: list[Head] = field(default_factory=list[Head])
    comments: int = 0
    signed: int = 0


def _parse(page: TextPage) -> Parse | None:
    text, short = page.text, page.short
    if not ("Commented " in text or any(word in short for word in _CLOSING)):
        return None
    if text.count("Commented ") + text.count("answered ") + text.count(" Answer") < 2:  # noqa: PLR2004
        return None
    rows = read_rows(page)
    last = _last_mark(rows)
    if last is None:
        return None
    end = next((n for n in range(last, len(rows)) if END.match(rows[n].text)), len(rows))
    scan = _Scan(page, rows, _start(rows))
    scan.scored = any(_is_score(rows, n) for n in range(_answers_row(rows), end))
    number = scan.open_at
    while number < end:
        number = _step(scan, number, end)
    _close(scan, end, None, None)
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_blank, end=END),
        scan.heads,
        marks=2 * scan.comments + 3 * scan.signed + 2 * (scan.answers is not None),
    )


def _is_blank(row: Row) -> bool:
    return not row.text


def _last_mark(rows: Sequence[Row]) -> int | None:
    for number in range(len(rows) - 1, -1, -1):
        text = rows[number].text
        timed = text[-3:-2] == ":" and (COMMENTED.search(text[-80:]) or SIGNED.match(text))
        if timed or (text[:1].isdigit() and ANSWERS.match(text)):
            return number
    return None


def _answers_row(rows: Sequence[Row]) -> int:
    return next((n for n, row in enumerate(rows) if ANSWERS.match(row.text)), len(rows))


def _start(rows: Sequence[Row]) -> int:
    """Give the row below "Viewed 7k times", else that below a title, else the first."""
    for number, row in enumerate(rows):
        if len(row.text) < 200 and VIEWED.search(row.text):  # noqa: PLR2004 - a line of counters
            following = number + 1
            while following < len(rows) and VIEWED.search(rows[following].text[:80]):
                following += 1
            return following
        if SIGNED.match(row.text) or ANSWERS.match(row.text):
            break
    return 1 if len(rows) > 1 and _is_title(rows) else 0


def _is_title(rows: Sequence[Row]) -> bool:
    """Tell whether the first row is a title: a line alone that does not end as a statement."""
    first = rows[0]
    alone = first.first == first.last and rows[1].gap > 0
    return alone and len(first.text) <= MAX_TITLE and first.text[-1:] not in ".:,;)"


def _step(scan: _Scan, number: int, end: int) -> int:
    """Read one row, or a comment or signature that begins there; give the next row to read."""
    row = scan.rows[number]
    if row.mark in _BULLETS:
        last = _comment_end(scan.rows, number, end)
        if last is not None:
            _close(scan, number, None, None)
            _comment(scan, number, last)
            scan.open_at = last + 1
            return last + 1
    if ANSWERS.match(row.text):
        _close(scan, number, None, None)
        scan.answers, scan.depth, scan.open_at = number, 1, number + 1
    elif SHARE.match(row.text) or SIGNED.match(row.text):
        return _signature(scan, number, end)
    elif scan.answers is not None and _parts(scan, number):
        _close(scan, number, None, None)
        scan.open_at = number
    return number + 1


def _parts(scan: _Scan, number: int) -> bool:
    """Tell the score above an answer, or the gap that it left."""
    if scan.scored:
        return _is_score(scan.rows, number)
    return scan.signed == 0 and scan.rows[number].gap > 1


def _is_score(rows: Sequence[Row], number: int) -> bool:
    row = rows[number]
    alone = row.gap > 0 and number + 1 < len(rows) and rows[number + 1].gap > 0
    return alone and not row.mark and row.text.isdigit() and len(row.text) < 6  # noqa: PLR2004


def _comment_end(rows: Sequence[Row], number: int, end: int) -> int | None:
    """Give the row with "Commented DATE" of a bullet, before any other bullet."""
    for below in range(number, min(number + 40, end)):
        if below > number and rows[below].mark in _BULLETS:
            return None
        if COMMENTED.search(rows[below].text[-80:]):
            return below
    return None


def _comment(scan: _Scan, first: int, last: int) -> None:
    rows, lines = scan.rows, scan.page.lines
    found = COMMENTED.search(rows[last].text[-80:])
    bullet = lines[rows[first].first]
    mark = Segment(bullet.first, bullet.first + 1)
    name = next((n for n in range(last - 1, max(first, last - 4), -1) if _dashed(rows[n])), None)
    header = first if rows[first].text.isdigit() or not rows[first].text else first - 1
    stop, cut = last + 1, None
    if name is not None:
        stop = name - (rows[name - 1].text == rows[name].text.lstrip("–- "))
    elif found:
        line = lines[rows[last].last]
        cut = line.first + max(0, line.text.rfind("Commented "))
    lead = len(bullet.text[1:]) - len(bullet.text[1:].lstrip())
    scan.comments += 1
    scan.heads.append(
        Head(
            first=first,
            last=header,
            author=rows[name].text.lstrip("–- ") or None if name is not None else None,
            date=found[1] if found else None,
            depth=_depth(scan) + 1,
            stop=stop,
            begin=mark.end + lead if header < first else None,
            cut=cut,
            evidence=mark,
        )
    )


def _dashed(row: Row) -> bool:
    """Tell the row "– name" below a comment's text."""
    return row.text.startswith("– ") or (row.mark == "-" and bool(row.text))


def _depth(scan: _Scan) -> int:
    return 0 if scan.answers is None else 1


def _signature(scan: _Scan, number: int, end: int) -> int:
    """Read "Share / ... / answered DATE / name / badges"; it closes the open post."""
    signed = next(
        (n for n in range(number, min(number + 14, end)) if SIGNED.match(_text_of(scan, n))), None
    )
    if signed is None:
        return number + 1
    found = SIGNED.match(scan.rows[signed].text)
    name = signed + 1
    while name < end and (
        not scan.rows[name].text or scan.rows[name].text.endswith("'s user avatar")
    ):
        name += 1
    last = name
    while last + 1 < end and last - name < 3 and BADGES.match(_text_of(scan, last + 1)):  # noqa: PLR2004
        last += 1
    shown = scan.rows[name].text if name < end else ""
    _close(scan, number, shown if len(shown) <= MAX_NAME else None, found[2] if found else None)
    scan.signed += 1
    scan.open_at = last + 1
    return last + 1


def _text_of(scan: _Scan, number: int) -> str:
    """Give the text of a row."""
    return scan.rows[number].text


def _close(scan: _Scan, end: int, author: str | None, date: str | None) -> None:
    """Make the rows from the open one to `end` a question or an answer, if they hold text."""
    rows = scan.rows
    first, last = scan.open_at, end
    while first < last and _is_chrome(rows[first]):
        first += 1
    while last > first and _is_chrome(rows[last - 1]):
        last -= 1
    if first == last:
        return
    opening = not scan.heads
    line = None if scan.answers is None else scan.page.lines[rows[scan.answers].first]
    scan.heads.append(
        Head(
            first=scan.open_at,
            last=first - 1,
            author=author or None,
            date=date,
            depth=0 if opening else 1,
            opening=opening,
            stop=last,
            whole=opening or scan.answers is not None,
            evidence=None if opening or line is None else line.content,
        )
    )


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or bool(CHROME.match(row.text))


LAYOUT = Layout(
    description="Stack Exchange: a question, answers, and comments below each",
    parents="nesting",
    telling=3,
    parse=_parse,
)
