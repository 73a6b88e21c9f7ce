"""Read comments of any system whose name stands above the text and whose date stands below it.

`generic` takes such dates for the heads of the posts that follow. Read where a heading says that
comments follow and a name stands below it, above the first date; controls may stand beside each.
Last seen: 2024 (Scratch, VKontakte, JomSocial). Not read: names of one word where short lines were
dropped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from threadgraph.dates.scan import holds_date, leading_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import EDGES, discussion_words, is_control, name_of
from threadgraph.layouts._heads.depths import indented
from threadgraph.layouts._heads.heads import Head, build_records, with_footer
from threadgraph.layouts._heads.telling import LATEST
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COMMENT_COUNT, COUNT_HEADING

__all__ = ["LAYOUT"]

MIN_POSTS = 3
MAX_DATE = 60
MAX_HEADING = 60
NEAR = 14
"""Rows between the heading and the first date."""

MAX_HEADINGS = 4
"""Headings below which posts are sought."""

MAX_OTHERS = 2
"""Rows between them that are no controls: "With FacebookWith Google"."""

MAX_BESIDE = 4
"""Rows of controls between a date and the name below it."""

MAX_NAME = 30
SENTENCE = ".!?:,;)…"
"""What a row ends with that is no name."""

MAX_ROWS = 60
"""Rows of one post."""

MIN_NAMED = 0.75
"""Share of the posts above whose text a name is read; on others its row cannot be told for one."""

MIN_WORDS = 3
"""Words of the first text, on its first row, which is no part of a menu."""

CERTAINTY = 0.85
"""What this form is worth: more than headers of one shape (`generic`), less than a family."""

# "May 3, 2021 | Reply", "May 3, 2021 Reply", "3. Mai 2021 (Link) (Antwort)"
_BARS = re.compile(r"[|·•()]+")
# "URL: http://ann.example/", "Webbplats: www.ann.example"
_PAGE = re.compile(r"[^\W\d]{3,10}\s?:\s?(?:https?://|www\.)\S{3,200}")
# "Hace 5 horasMe gusta 57Responder": where a control is glued to what stands before it
_HUMP = re.compile(r"(?<=[a-zà-öø-ÿ\d])(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])")
_NUMBER = re.compile(r"\d+")
# "May 3, 2021 #7 | Reply"
_ORDINAL = re.compile(r"\s#\d{1,6}\b")


def _parse(page: TextPage) -> Parse | None:
    rows = page.once(outline.rows)
    tails = _tails(rows)
    dates = {n: date for n, row in enumerate(rows) if (date := _date(row.text, tails))}
    if len(dates) < MIN_POSTS:
        return None
    heads = _heads(rows, dates)
    if len(heads) < MIN_POSTS or len({head.author for head in heads}) == 1:
        return None
    stop = next(n for n in reversed(dates) if dates[n] == heads[-1].date and n > heads[-1].last) + 1
    heads = indented(page, rows, heads, "last")

    def chrome(row: Row) -> bool:
        return _serves(row) or _date(row.text, tails) is not None

    records = build_records(page, rows, heads, stop, chrome)
    records = (*records[:-1], with_footer(page, records[-1], rows, stop))
    whole = sum(bool(record.body) for record in records)
    return Parse(
        records=records,
        start=page.lines[rows[heads[0].first].first].start,
        marks=2 * len(records),
        regularity=round(CERTAINTY * whole / len(records), 6),
    )


def _date(text: str, tails: Collection[str] = ()) -> str | None:
    """Give the date that a row is, controls behind it left out: known ones, or one of `tails`."""
    if not 0 < len(text) <= MAX_DATE or not holds_date(text):
        return None
    found = leading_date(text)
    if found is None or not found.certain or text[: found.start].strip(EDGES):
        glued = _glued(text) if tails else None
        return glued[0] if glued is not None and glued[1] in tails else None
    behind = [part.strip(EDGES) for part in _BARS.split(_ORDINAL.sub("", text[found.end :]))]
    if not all(not part or is_chrome(part) or discussion_words(part) for part in behind):
        return None
    return text[found.start : found.end].strip(EDGES)


def _tails(rows: Sequence[Row]) -> set[str]:
    """Give what most rows have behind a date, glued to it: "2 months agoShareReport"."""
    short = [row.text for row in rows if 0 < len(row.text) <= MAX_DATE and _HUMP.search(row.text)]
    counts = Counter(glued[1] for text in short if (glued := _glued(text)) is not None)
    tail, count = counts.most_common(1)[0] if counts else ("", 0)
    return {tail} if count >= MIN_POSTS and 2 * count > counts.total() else set()


def _glued(text: str) -> tuple[str, str] | None:
    """Part a date from the controls that are glued to it; the numbers of these are all alike."""
    match = _HUMP.search(text)
    date = text[: match.start()] if match else ""
    found = leading_date(date)
    if match is None or found is None or not found.certain or date[found.end :].strip(EDGES):
        return None
    return date, _NUMBER.sub("0", text[match.start() :])


def _is_controlled(text: str, date: str) -> bool:
    """Tell a date beside the controls of a comment: "May 3, 2021 · Reply"."""
    rest = text.partition(date)[2].strip(EDGES)
    return discussion_words(text) or bool(rest)


def _heads(rows: Sequence[Row], dates: dict[int, str]) -> list[Head]:
    """Give the heads below the heading that has most of them."""
    last = next(reversed(dates))  # a field of the form below may be called "Comment"
    headings = [n for n in range(last) if _is_heading(rows[n].text)][:MAX_HEADINGS]
    if not headings and sum(_is_controlled(rows[n].text, dates[n]) for n in dates) * 2 > len(dates):
        above = range(max(0, next(iter(dates)) - NEAR), next(iter(dates)))
        headings = [n for n in above if discussion_words(rows[n].text)][:MAX_HEADINGS]
        headings += [n - 1 for n in above if rows[n].mark][-1:]  # above the first item's name
    best: list[Head] = []
    for heading in headings:
        found = _below(rows, dates, heading)
        best = found if len(found) > len(best) else best
    return best


def _below(rows: Sequence[Row], dates: dict[int, str], heading: int) -> list[Head]:
    """Give a head for each date below a text, as long as a name stands above each."""
    places = [n for n in dates if n > heading]
    start = _opened(rows, heading, places[0]) if places else None
    if start is None:
        return []
    heads: list[Head] = []
    for begin, date in zip((start, *(n + 1 for n in places)), places, strict=False):
        head = _head(rows, begin, date, dates[date])
        below_form = bool(heads) and any(is_form(row.text) for row in rows[begin : begin + 2])
        if head is None or below_form or date - head.last > MAX_ROWS:
            break
        heads.append(head)
    named = sum(head.author is not None for head in heads)
    return heads if named >= MIN_NAMED * len(heads) else []


def _opened(rows: Sequence[Row], heading: int, date: int) -> int | None:
    """Give the row of the first name: below a heading, the words of a form and controls."""
    others = 0
    for number in range(heading + 1, date if date - heading <= NEAR else heading):
        text = rows[number].text
        if is_control(rows[number]) or is_form(text) or discussion_words(text):
            continue
        if _begins(rows, number, date):
            return number
        others += 1
        if others > MAX_OTHERS:
            break
    return None


def _is_heading(text: str) -> bool:
    told = len(text) <= MAX_HEADING and (COMMENT_COUNT.match(text) or COUNT_HEADING.match(text))
    return bool(told) and not LATEST.search(text)


def _begins(rows: Sequence[Row], name: int, date: int) -> bool:
    """Tell a name with a text of several words between it and the date."""
    if name_of(rows[name]) is None:
        return False
    return any(len(row.text.split()) >= MIN_WORDS for row in rows[name + 1 : date])


def _head(rows: Sequence[Row], begin: int, end: int, date: str) -> Head | None:
    number = next(_no_controls(rows, begin, end), None)
    if number is None or number + 1 >= end:
        return None
    text = rows[number].text
    name = name_of(rows[number])
    if name is None and (len(text) > MAX_NAME or text[-1] in SENTENCE):
        return None
    again = rows[number + 1].text == text and number + 2 < end
    return Head(first=number, last=number + again, author=name, date=date)


def _no_controls(rows: Sequence[Row], begin: int, end: int) -> Iterator[int]:
    near = range(begin, min(end, begin + MAX_BESIDE))
    return (number for number in near if not _serves(rows[number]))


def _serves(row: Row) -> bool:
    """Tell a control, or the author's own page: "URL: http://ann.example/"."""
    return is_control(row) or _PAGE.fullmatch(row.text) is not None


LAYOUT = Layout(
    description="any other comments: a name above each text, a date below it",
    parents="none",
    parse=_parse,
    ceiling=0.85,  # see `regularity`
    telling=0,
    bare=True,
)
