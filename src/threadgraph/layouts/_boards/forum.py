"""Build the posts of a flat thread from the rows of their headers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from threadgraph.caseless import Caseless
from threadgraph.dates import is_date
from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._boards.attached import is_attached
from threadgraph.layouts._boards.foot import before_foot
from threadgraph.layouts._boards.last import Span, before_signatures
from threadgraph.layouts._boards.rows import Row, is_markdown
from threadgraph.layouts._boards.title import answered_title, thread_title, unlabelled
from threadgraph.layouts._boards.words import (
    FORUM_CHROME,
    FORUM_END,
    FORUM_LIKED,
    FORUM_SOFT,
    NAME_TAIL,
)
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = [
    "Head", "Thread", "build_thread", "dateish", "is_chrome", "stops_of", "stripped",
    "without_links",
]  # fmt: skip


# "4", "👍": what is left of a bar of reactions
_COUNT = re.compile(r"^(?:\d{1,4}|\W{1,4})$")
# "Like+ QuoteReply", "LikeReply": buttons that an extractor glued
_GLUE = re.compile(r"[\\+|·•]+|(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
MAX_GLUED = 40
MAX_CHROME = 200
_LIKED_SIGNS = frozenset(".sStTſgG")
"""The last letters of all that FORUM_LIKED matches."""

# "2024", "5:13": a row of a header that has one is a date in some language
_DATEISH = re.compile(r"\b(?:19|20)\d\d|\d[:.]\d\d\b|\bago\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where a post's header stands, as row numbers, both included; `whole` if nothing lacks.

    `stop` is the row before which the post ends at the latest, if the layout knows it; `begin`
    and `cut` are the code points between which the text stands, where it shares a line with marks.
    """

    first: int
    last: int
    author: str | None = None
    date: str | None = None
    depth: int | None = None
    opening: bool = False
    whole: bool = True
    stop: int | None = None
    begin: int | None = None
    cut: int | None = None
    evidence: Segment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A page's rows with what tells chrome in them and what ends the thread."""

    page: TextPage
    rows: Sequence[Row]
    chrome: Callable[[Row], bool]
    end: Caseless = FORUM_END
    site_rows: int = 0


def dateish(text: str) -> bool:
    """Tell whether a row that stands where dates stand can be one, in any language."""
    return len(text) <= 48 and _dateish(text)  # noqa: PLR2004


@lru_cache(maxsize=1 << 12)
def _dateish(text: str) -> bool:
    return bool(_DATEISH.search(text)) or is_date(text)


def is_chrome(row: Row) -> bool:
    """Tell a row that holds only buttons, counters, attached files or marks of editing."""
    text = row.text
    return not text if not text or len(text) > MAX_CHROME else _is_chrome(text)


@lru_cache(maxsize=1 << 12)
def _is_chrome(text: str) -> bool:
    if (text[-1] in _LIKED_SIGNS and FORUM_LIKED.match(text)) or FORUM_CHROME.match(text):
        return True
    if is_attached(text):
        return True
    parted = _GLUE.sub(" ", text).strip() if len(text) <= MAX_GLUED else text
    return parted != text and FORUM_CHROME.match(parted)


def stops_of(rows: Sequence[Row], heads: Sequence[Head]) -> list[int]:
    """Give the row at which the text of each head stops: its own, or that of the next head."""
    ends = [head.first for head in heads[1:]] + [len(rows)]
    return [
        min(end, max(head.last + 1, head.stop or end))
        for head, end in zip(heads, ends, strict=True)
    ]


def build_thread(thread: Thread, heads: Sequence[Head], *, marks: int) -> Parse | None:
    """Cut the rows at the headers; posts without text are kept as empty."""
    if not heads:
        return None
    ends = [head.first for head in heads[1:]] + [len(thread.rows)]
    heads = [
        head if head.last < end else replace(head, last=end - 1)
        for head, end in zip(heads, ends, strict=True)
    ]
    stops = stops_of(thread.rows, heads)
    stops[-1] = _thread_end(thread, heads[-1].last + 1, stops[-1])
    spans = [Span(head.author, head.last + 1, n) for head, n in zip(heads, stops, strict=True)]
    spans[-1] = spans[-1]._replace(stop=before_foot(thread.rows, spans, thread.chrome))
    stops = before_signatures(thread.rows, spans, thread.chrome)
    records = [
        _record(thread, head, stop, end) for head, stop, end in zip(heads, stops, ends, strict=True)
    ]
    if sum(bool(record.body) for record in records) < 0.1 * len(records):
        return None
    whole = sum(head.whole for head in heads)
    return Parse(
        records=tuple(records),
        start=thread.page.lines[thread.rows[heads[0].first].first].start,
        marks=marks,
        front=_front(thread, heads),
        regularity=0.6 + 0.4 * whole / len(heads),
    )


def _front(thread: Thread, heads: Sequence[Head]) -> tuple[Segment, ...]:
    """Give the title's place above the first header, if it can be told.

    Posts that open threads of their own, as lists of what a member wrote have them, share none.
    """
    if sum(head.opening for head in heads) > 1:
        return ()
    rows, first = thread.rows, heads[0].first
    subjects = [rows[n].text for head in heads for n in range(head.first, head.last + 1)]
    found = answered_title(rows, first, subjects)
    if found is None:
        number = thread_title(rows, first, thread.site_rows)
        found = None if number is None else (number, unlabelled(rows[number].text))
    if found is None:
        return ()
    number, title = found
    lines = thread.page.lines
    first, last = lines[rows[number].first].first, lines[rows[number].last].end
    place = thread.page.text.find(title, first, last)
    return (Segment(place, place + len(title)),) if place >= 0 else ()


def _record(thread: Thread, head: Head, end: int, limit: int) -> Record:
    kept, chrome = _sort(thread, head.last + 1, end)
    marks = _edges(thread, head, kept)
    body = _clipped(thread.page, _text(thread, kept), head)
    if is_markdown(thread.page):
        body, markup = without_links(thread.page, body)
        marks = [*marks, *markup]
    chrome += list(range(end, limit))
    author = NAME_TAIL.sub("", head.author).strip() if head.author else None
    return Record(
        header=tuple(_cover(thread, range(head.first, head.last + 1))),
        body=tuple(body),
        chrome=(*_cover(thread, sorted(chrome)), *marks),
        author=author,
        author_state="named" if author else "missing",
        date=head.date,
        depth=head.depth,
        evidence=head.evidence,
        role="opening" if head.opening else "comment",
        status="complete" if body else "empty",
    )


def _thread_end(thread: Thread, first: int, end: int) -> int:
    """Give the first row of what follows the thread, or `end`."""
    for number in range(first, end):
        text = thread.rows[number].text
        if len(text) <= 200 and thread.end.match(text):  # noqa: PLR2004 - a line of chrome
            return number
    return end


def _sort(thread: Thread, first: int, end: int) -> tuple[list[int], list[int]]:
    """Sort rows into text and chrome."""
    kept: list[int] = []
    chrome: list[int] = []
    for number in range(first, end):
        (chrome if thread.chrome(thread.rows[number]) else kept).append(number)
    if not kept and chrome and FORUM_SOFT.match(thread.rows[chrome[0]].text):
        kept.append(chrome.pop(0))
    while len(kept) > 1 and _COUNT.match(thread.rows[kept[-1]].text):
        chrome.append(kept.pop())
    return kept, chrome


def _cover(thread: Thread, numbers: Sequence[int]) -> list[Segment]:
    """Give the contents of the rows' lines, neighbours as one."""
    rows, lines = thread.rows, thread.page.lines
    firsts = [n for n, above in zip(numbers, (-2, *numbers), strict=False) if n != above + 1]
    lasts = [n for n, below in zip(numbers, (*numbers[1:], -1), strict=False) if below != n + 1]
    return [
        Segment(lines[rows[first].first].first, lines[rows[last].last].end)
        for first, last in zip(firsts, lasts, strict=True)
    ]


_IMAGE = r"!\[[^\[\]]{0,200}\]\([^()]{0,600}\)"
# "![:)](/smilies/1.png)" whole; of "[Ann](/members/1 "Ann")" the bracket and the target
_MARKUP = re.compile(
    rf"{_IMAGE}|\[(?=(?:[^\[\]]{{0,300}}|{_IMAGE})\]\()|\]\([^()\s][^()]{{0,600}}\)"
)


def without_links(page: TextPage, body: Sequence[Segment]) -> tuple[list[Segment], list[Segment]]:
    """Give the text without pictures and targets of links (no reader sees them), and those."""
    found: list[Segment] = []
    markup: list[Segment] = []
    for start, end in body:
        place = start
        for match in _MARKUP.finditer(page.text, start, end):
            found.append(Segment(place, match.start()))
            markup.append(Segment(*match.span()))
            place = match.end()
        found.append(Segment(place, end))
    found = [place for place in found if place.end > place.start]
    return stripped(page, found), markup


def _edges(thread: Thread, head: Head, kept: Sequence[int]) -> list[Segment]:
    """Give the marks that share a line with the text, before and behind it."""
    found: list[Segment] = []
    if kept and head.begin is not None:
        found.append(Segment(thread.page.lines[thread.rows[kept[0]].first].first, head.begin))
    if kept and head.cut is not None:
        found.append(Segment(head.cut, thread.page.lines[thread.rows[kept[-1]].last].end))
    return [place for place in found if place.end > place.start]


def _clipped(page: TextPage, body: list[Segment], head: Head) -> list[Segment]:
    """Leave out what stands before `begin` and from `cut` on."""
    if head.begin is None and head.cut is None:
        return body
    low, high = head.begin or 0, len(page.text) if head.cut is None else head.cut
    inside = [Segment(max(start, low), min(end, high)) for start, end in body]
    return stripped(page, [place for place in inside if place.end > place.start])


def stripped(page: TextPage, body: list[Segment]) -> list[Segment]:
    """Take white space off both ends of a text in several segments."""
    while body and not page.text[body[0].start : body[0].end].strip():
        body.pop(0)
    while body and not page.text[body[-1].start : body[-1].end].strip():
        body.pop()
    if body:
        lead = page.text[body[0].start : body[0].end]
        body[0] = Segment(body[0].end - len(lead.lstrip()), body[0].end)
        tail = page.text[body[-1].start : body[-1].end]
        body[-1] = Segment(body[-1].start, body[-1].start + len(tail.rstrip()))
    return body


def _text(thread: Thread, kept: Sequence[int]) -> list[Segment]:
    """Give the text of rows; where chrome stands between, the line end before it is text."""
    if not kept:
        return []
    page, rows = thread.page, thread.rows
    indent = rows[kept[0]].indent
    found: list[Segment] = []
    begin = kept[0]
    for number, following in zip(kept, [*kept[1:], -1], strict=True):
        if following == number + 1:
            continue
        part = page.body(rows[begin].first, rows[number].last, indent)
        if following > 0:
            line = page.lines[rows[number].last]
            part.append(Segment(line.after - 1, line.after))
        found += [place for place in part if place.end > place.start]
        begin = following
    return found
