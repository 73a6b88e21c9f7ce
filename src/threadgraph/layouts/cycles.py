"""Read the posts of any thread whose template comes again: rows of the same kinds, in one order.

Dates, "By Ann", ratings, numbers and controls stand in each post at the same place (see
`_heads/cycles.py`); a heading, a form or the controls tell that they are comments. Nesting is told
by indentation and by labels. Not read: threads of less than three posts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import counts_posts, discussion_words, is_control
from threadgraph.layouts._heads.cycle_names import Named, names_in
from threadgraph.layouts._heads.cycles import Cycle, cycle_in, date_in, kind_of
from threadgraph.layouts._heads.depths import with_depths
from threadgraph.layouts._heads.heads import Head, by_names, parse_heads
from threadgraph.layouts._heads.nesting import by_indent
from threadgraph.layouts._heads.sections import MAX_SECTION, heads_section
from threadgraph.layouts._heads.subjects import tops
from threadgraph.layouts._heads.telling import LATEST
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import REPLY_TO

__all__ = ["LAYOUT"]

MIN_POSTS = 3
CERTAINTY = 0.74
"""What such a template is worth: a family, or headers of one shape, explain more."""
HALF = 0.5
NEAR = 12
MAX_CONTROLS, MAX_WORDS = 70, 6
MOSTLY = 0.7
MAX_ABOVE = 3

# "— Ann (@ann)", "Posted by Ann": below what was said elsewhere and is quoted
_ELSEWHERE = re.compile(r"[-–—]\s|posted by\s", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
# "5 von 5", "4.5 out of 5", "3/5"
_RATED = re.compile(r"\d{1,2}(?:[.,]\d)?\s?(?:/|out of|of|von|sur|de|su|van|av|z|из)\s?\d{1,2}$")
# "Report", "Like 3": what stands beside posts, and hardly elsewhere
_REPORT = re.compile(
    r"\b(?:report|flag|melden|signaler|alerter|denunciar|reportar|segnala|пожаловаться|жалоба|"
    r"like|dislike|helpful|gefällt mir|j'aime|me gusta|mi piace|нравится)\b",
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    rows = page.once(outline.rows)
    heading = _heading(rows)
    low = 0 if heading is None else heading + 1
    high = _end(rows, low)
    cycle = cycle_in(rows, low, high, MIN_POSTS)
    if cycle is None:
        return None
    if heading is None and not _discussed(rows, cycle, high):
        return None
    named = names_in(rows, cycle, low, high)
    if named is None:
        return None
    parse = _told(page, rows, _heads(rows, cycle, named, low), cycle, high)
    if parse is not None and heading is not None:
        parse = _below(page, rows[heading].first, parse)
    return parse if parse is not None and _are_parted(parse) else None


def _heading(rows: Sequence[Row]) -> int | None:
    """Give the row of the first heading that tells of comments and stands once."""
    short = [(n, row.text) for n, row in enumerate(rows) if 0 < len(row.text) <= MAX_SECTION]
    found = [n for n, text in short if heads_section(text)]
    if not found:
        return None
    shapes = Counter(_NUMBER.sub("0", text) for _, text in short)
    return next((n for n in found if shapes[_NUMBER.sub("0", rows[n].text)] < MIN_POSTS), None)


def _end(rows: Sequence[Row], low: int) -> int:
    """Give the row of the heading of other things below the posts."""
    for number in range(low + MIN_POSTS, len(rows)):
        text = rows[number].text
        if len(text) <= MAX_SECTION and LATEST.search(text) and not date_in(text):
            return number
    return len(rows)


def _discussed(rows: Sequence[Row], cycle: Cycle, high: int) -> bool:
    """Tell posts by the controls of most, by a count above, or by a form below them."""
    first, last = cycle.first(0), cycle.last(-1)
    if any(counts_posts(row.text) for row in rows[max(0, first - NEAR) : first]):
        return True
    signed = sum(bool(_ELSEWHERE.match(rows[cycle.first(n)].text)) for n in range(len(cycle.posts)))
    if 2 * signed < len(cycle.posts) and any(
        _is_form(row.text) for row in rows[last + 1 : min(high, last + NEAR)]
    ):
        return True
    return _controlled(rows, cycle, high)


def _controlled(rows: Sequence[Row], cycle: Cycle, high: int) -> bool:
    """Tell controls of comments beside most posts."""
    firsts = [cycle.first(n) for n in range(len(cycle.posts))]
    told = sum(
        any(_controls(row.text) or _reports(row) for row in rows[a:b])
        for a, b in zip(firsts, [*firsts[1:], high], strict=True)
    )
    return told > HALF * len(firsts)


def _reports(row: Row) -> bool:
    return is_control(row) and _REPORT.search(row.text) is not None


def _is_form(text: str) -> bool:
    return is_form(text) and discussion_words(text) and not LATEST.search(text)


def _controls(text: str) -> bool:
    """Tell a row of controls; "12 comments" counts those of an article."""
    if not 0 < len(text) <= MAX_CONTROLS or text[-1] in ".!?":
        return False
    counts = any(map(str.isdigit, text)) and discussion_words(text)
    few = len(text.split()) <= MAX_WORDS
    return not counts and bool(discussion_words(text) or (few and _REPORT.search(text)))


def _heads(rows: Sequence[Row], cycle: Cycle, named: Named, low: int) -> list[Head]:
    """Make the heads: template rows above the text, and the name's row beside them."""
    heads: list[Head] = []
    names = {name for name in named.names if name}
    for post, (name, place) in enumerate(zip(named.names, named.rows, strict=True)):
        above, below = cycle.head(post), cycle.foot(post)
        start = _start(rows, cycle, post, low) if not above else 0
        first, last = (above[0], above[-1]) if above else (start, start - 1)
        foot = below[0] if below else None
        if named.foot and name is not None:
            foot = place if foot is None or place is None else min(place, foot)
        elif name is not None and place is not None:
            first, last = (min(first, place), max(last, place)) if above else (place, place)
        dates = [d for n in (*above, *below) if (d := _date(rows[n].text))]
        label, last = _label(rows, last, names)
        heads.append(
            Head(
                first=first, last=last, author=name, date=dates[0] if dates else None,
                label=label, foot=foot,
            )
        )  # fmt: skip
    return heads if named.foot or cycle.above < 0 else _with_tops(rows, cycle, heads, low)


def _start(rows: Sequence[Row], cycle: Cycle, post: int, low: int) -> int:
    """Give the first row of a post whose template stands below its text."""
    if post:
        return cycle.last(post - 1) + 1
    number = cycle.first(0)
    while number > low and not (is_control(rows[number - 1]) or is_form(rows[number - 1].text)):
        number -= 1
    return number


def _with_tops(rows: Sequence[Row], cycle: Cycle, heads: list[Head], top: int) -> list[Head]:
    """Add the rows above the headers that belong to them: titles, and what is free below a foot.

    The rows above row `top` are the page's.
    """
    gaps: Counter[int] = Counter()
    for post, head in enumerate(heads[1:]):
        foot = cycle.foot(post)
        gaps[head.first - foot[-1] - 1 if foot else -1] += 1
    far, count = gaps.most_common(1)[0]
    if far < 0:
        firsts = tops(rows, [(head.first, head.last, head.author) for head in heads])
    elif 0 < far <= MAX_ABOVE and count >= MOSTLY * (len(heads) - 1):
        firsts = [max(0, head.first - far) for head in heads]
    else:
        return heads
    low = [top - 1, *(head.last for head in heads)]
    return [
        replace(head, first=first) if end < first < head.first else head
        for head, first, end in zip(heads, firsts, low, strict=False)
    ]


def _date(text: str) -> str | None:
    found = date_in(text)
    return None if found is None else text[found.start : found.end].strip(" ,|·-–—()")


def _label(rows: Sequence[Row], last: int, names: set[str]) -> tuple[str | None, int]:
    """Give whom a row below the header names as answered, and the row."""
    for number in range(last + 1, min(len(rows), last + 3)):
        text = rows[number].text
        match = REPLY_TO.match(text)
        if match:
            return match[1].strip(), number
        if text[:1] in "@↪" and text[1:].strip() in names:
            return text[1:].strip(), number
        if not is_control(rows[number]):
            break
    return None, last


def _told(
    page: TextPage, rows: Sequence[Row], heads: Sequence[Head], cycle: Cycle, high: int
) -> Parse | None:
    if any(above.last >= below.first for above, below in pairwise(heads)):
        return None
    dated = sum(head.date is not None for head in heads) >= MOSTLY * len(heads)
    shown = [rows[n].text for n in cycle.posts[0] if n is not None]
    rated = "stars" in cycle.kinds or any(map(_RATED.match, shown))
    if not (dated or rated or _controlled(rows, cycle, high)):
        return None  # boxes of a newspaper have rows alike, too
    served = {rows[n].first for post in cycle.posts for n in post if n is not None}
    often = cycle.alike.union(k for k in cycle.kinds if not k.startswith("date"))

    def chrome(row: Row) -> bool:
        return row.first in served or is_control(row) or kind_of(row.text) in often

    stop = _stop(rows, heads, cycle, high)
    numbers = [head.last for head in heads]
    depths = by_indent(rows, numbers)
    if len(set(depths)) == len(heads):
        depths = [None] * len(heads)  # a staircase: lists that are never closed
    if any(head.label for head in heads):
        depths = [None if head.label else 0 for head in heads]
    heads = with_depths(page, rows, heads, numbers, depths)
    parse = by_names(parse_heads(page, rows, heads, stop, chrome), CERTAINTY)
    whole = sum(bool(record.body) for record in parse.records)
    return parse if whole >= MOSTLY * len(heads) else None


def _are_parted(parse: Parse) -> bool:
    """Tell whether no row has two parts: a name's may be a row of the template of the next post."""
    records = parse.records
    places = sorted(place for r in records for place in (*r.header, *r.body, *r.chrome))
    return all(above.end <= below.start for above, below in pairwise(places))


def _below(page: TextPage, heading: int, parse: Parse) -> Parse:
    """Let the discussion begin at its heading, a line of the page: what follows is chrome."""
    start = page.lines[heading].start
    above = [n.content for n in page.lines[heading:] if n.text and n.start < parse.start]
    first = parse.records[0]
    told = first._replace(chrome=(*above, *first.chrome))
    return replace(parse, start=start, records=(told, *parse.records[1:]))


def _stop(rows: Sequence[Row], heads: Sequence[Head], cycle: Cycle, high: int) -> int:
    """Give the row below the last post: below its last row of the template, or at a form."""
    foot = cycle.foot(-1)
    if foot:
        return foot[-1] + 1
    last = heads[-1].last
    lengths = sorted(below.first - above.last for above, below in pairwise(heads))
    usual = 2 * lengths[len(lengths) // 2] + 2
    below = range(last + 1, min(high, last + usual))
    return next((n for n in below if is_form(rows[n].text)), below.stop)


LAYOUT = Layout(
    description="any thread: rows of the same kinds in one order in each post",
    parents="none",
    parse=_parse,
    ceiling=CERTAINTY,
    generic=True,
    bare=True,
)
