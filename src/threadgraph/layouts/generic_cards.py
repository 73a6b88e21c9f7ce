"""Find the posts of threads that no family claims, whose headers have several rows.

Around the date of each post stand rows that are alike in most posts ("Reply", "12 posts · Joined
2019"), and a row that differs: the name, in the date's row or next to it when the rows that are
alike are passed over. Nesting is told by indentation alone. Not read: dates below their posts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import discussion_words, is_control
from threadgraph.layouts._heads.dated_rows import Dated, dated_groups, skeleton
from threadgraph.layouts._heads.depths import indented
from threadgraph.layouts._heads.heads import Head, by_names, parse_heads
from threadgraph.layouts._heads.row_forms import (
    HALF,
    MIN_POSTS,
    MOSTLY,
    REACH,
    Form,
    form_of,
    name_in,
    names_beside,
)
from threadgraph.layouts._heads.subjects import closed
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]


CERTAINTY = 0.75
"""What such a form is worth: below that of a family, or of headers of one shape (`generic`)."""

MAX_WORDS = 90
NEAR = 5
"""Rows below a date among which the post's number is looked for."""

# what stands in threads of any language beside each post, besides the words of `anchors`
_WORDS = re.compile(
    r"\b(?:quote|zitieren|zitat|cit(?:er|ar|eer|era|uj)|permalink|parent|link|report|melden|points?|"
    r"joined|registr?ier\w{1,3}|mitglied|posts|messages?|beiträge|berichten|mensajes|inlägg)\b",
    re.IGNORECASE,
)

# "#12", "Post #3 of 7", "6:30pm 2"
_COUNT = re.compile(r"#(\d{1,6})\b|(?<=\s)(\d{1,6})$")


def _parse(page: TextPage) -> Parse | None:
    if not page.unfiltered:
        return None  # the rows around the dates are those that a line filter drops
    rows = page.once(outline.rows)
    best: Parse | None = None
    worth = 0.0
    for group in _groups(rows):
        form = form_of(rows, group)
        heads = _heads(form)
        if heads is None:
            continue
        parse = _told(page, form, heads)
        if parse is not None and _letters(parse) * parse.regularity > worth:
            best, worth = parse, _letters(parse) * parse.regularity
    return best


def _letters(parse: Parse) -> int:
    return sum(end - start for record in parse.records for start, end in record.body)


def _groups(rows: Sequence[Row]) -> Iterator[list[Dated]]:
    """Give the groups of dates, and those of them that stand at one column with one mark."""
    for group in dated_groups(rows, MIN_POSTS):
        yield group
        columns = Counter((rows[d.row].indent, bool(rows[d.row].mark)) for d in group)
        if len(columns) > 1:
            for (indent, marked), count in columns.items():
                if count >= MIN_POSTS:
                    yield [
                        d for d in group
                        if rows[d.row].indent == indent and bool(rows[d.row].mark) == marked
                    ]  # fmt: skip


def _heads(form: Form) -> list[Head] | None:
    """Give the heads of the posts, or None where the dates open nothing."""
    named = [None if d.name and is_chrome(d.name) else d.name for d in form.dated]
    places: list[int | None] = [None] * len(named)
    if not any(named):
        found = names_beside(form)
        if found is not None:
            places = found
            named = [None if n is None else name_in(form.rows[n].text) for n in places]
    lows = [-1, *(d.row for d in form.dated)]
    stops = [*(d.row for d in form.dated[1:]), len(form.rows)]
    heads: list[Head] = []
    for dated, name, place, low, stop in zip(form.dated, named, places, lows, stops, strict=False):
        first, last = sorted((dated.row, dated.row if place is None else place))
        last = _past_card(form, last, stop)
        heads.append(Head(first=max(first, low + 1), last=last, author=name, date=dated.date))
    taken = all(above.last < below.first for above, below in pairwise(heads))
    return heads if taken and _texts(form, heads) >= MOSTLY else None


def _texts(form: Form, heads: Sequence[Head]) -> float:
    """Give the share of heads with a text below."""
    filled = [
        any(not form.common(n) for n in range(above.last + 1, below.first))
        for above, below in pairwise(heads)
    ]
    return sum(filled) / max(1, len(filled))


def _past_card(form: Form, last: int, stop: int) -> int:
    """Pass over the rows below a header that belong to it: alike ones, and titles among them."""
    reach = range(last + 1, min(stop, last + 1 + REACH))
    return max((n for n in reach if skeleton(form.rows[n].text) in form.below), default=last)


def _told(page: TextPage, form: Form, heads: Sequence[Head]) -> Parse | None:
    rows = form.rows
    stop = _stop(rows, heads)
    if not _in_discussion(form, heads, stop):
        return None
    nested = indented(page, rows, heads, "last")

    def chrome(row: Row) -> bool:
        return is_control(row) or skeleton(row.text) in form.alike

    stop = closed(rows, [(head.first, head.last) for head in nested], stop, chrome)
    return by_names(parse_heads(page, rows, nested, stop, chrome), CERTAINTY)


def _stop(rows: Sequence[Row], heads: Sequence[Head]) -> int:
    """Give the row where the last post ends: a form, or far more rows than the others have."""
    last = heads[-1].last
    lengths = sorted(below.first - above.last for above, below in pairwise(heads))
    usual = 3 * lengths[len(lengths) // 2] + REACH
    for number in range(last + 1, min(len(rows), last + usual)):
        if is_form(rows[number].text):
            return number
    return min(len(rows), last + usual)


def _in_discussion(form: Form, heads: Sequence[Head], stop: int) -> bool:
    """Tell whether most posts are counted, or have a word of discussions in their short rows."""
    if _counted(form):
        return True
    ends = [*(head.first for head in heads[1:]), stop]
    told = sum(
        any(_discusses(form.rows[n].text) for n in range(head.first, end))
        for head, end in zip(heads, ends, strict=True)
    )
    return told > HALF * len(heads)


def _counted(form: Form) -> bool:
    """Tell whether the posts have numbers that count them, in the date's row or close below."""
    numbers: list[set[int]] = []
    for dated in form.dated:
        near = [row.text for row in form.rows[dated.row + 1 : dated.row + NEAR]]
        shown = [form.rows[dated.row].text.replace(dated.date, " "), *near]
        numbers.append({int(a or b) for text in shown for a, b in _COUNT.findall(text)})
    least = MOSTLY * len(numbers)
    return any(
        sum(first + n in told for n, told in enumerate(numbers)) >= least for first in numbers[0]
    )


def _discusses(text: str) -> bool:
    return discussion_words(text) or (len(text) <= MAX_WORDS and bool(_WORDS.search(text)))


LAYOUT = Layout(
    description="any other thread: a date in each post, with rows around it that are alike",
    parents="none",
    parse=_parse,
    ceiling=CERTAINTY,
    generic=True,
    bare=True,
)
