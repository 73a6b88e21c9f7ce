"""Find the posts of threads that no family claims, whose headers have several rows.

Around the date of each post stand rows that are alike in most posts ("Reply", "12 posts · Joined
2019"), and a row that differs: the name, in the date's row or next to it when the rows that are
alike are passed over. Nesting is told by indentation alone. Not read: dates below their posts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from threadgraph.layouts import _outline
from threadgraph.layouts._anchors import discussion_words, is_control
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._chrome import is_form
from threadgraph.layouts._dated_rows import Dated, dated_groups, skeleton
from threadgraph.layouts._forum_words import NAME_TAIL, TAIL_SIGNS
from threadgraph.layouts._heads import Head, build_records, with_footer
from threadgraph.layouts._names import looks_like_name
from threadgraph.layouts._nesting import by_indent
from threadgraph.layouts._outline import Row
from threadgraph.layouts._page import TextPage
from threadgraph.layouts._subjects import closed

__all__ = ["LAYOUT"]

MIN_POSTS, MOSTLY, HALF = 3, 0.7, 0.5
MORE = 1.3
"""How many times more different names a farther row must have to be the one of names."""

CERTAINTY = 0.75
"""What such a form is worth: below that of a family, or of headers of one shape (`generic`)."""

MAX_WORDS = 90
REACH = 8
NEAR = 5
CARD = 25
"""Rows above or below a date among which a name is looked for."""

# what stands in threads of any language beside each post, besides the words of `_anchors`
_WORDS = re.compile(
    r"\b(?:quote|zitieren|zitat|cit(?:er|ar|eer|era|uj)|permalink|parent|link|report|melden|points?|"
    r"joined|registr?ier\w{1,3}|mitglied|posts|messages?|beiträge|berichten|mensajes|inlägg)\b",
    re.IGNORECASE,
)

# "#12", "Post #3 of 7", "6:30pm 2"
_COUNT = re.compile(r"#(\d{1,6})\b|(?<=\s)(\d{1,6})$")

_PLACES = ((-1, 1), (1, 1), (-1, 2), (1, 2), (-1, 3))
"""Where names may stand: the first or second row above or below that is not alike in all posts."""


@dataclass(frozen=True, slots=True)
class _Form:
    """The rows of one group of dates, and which rows around them are alike in most posts.

    Those in `below` stand at one distance below the dates: they are the header's.
    """

    rows: Sequence[Row]
    dated: Sequence[Dated]
    alike: frozenset[str]
    below: frozenset[str]

    def common(self, number: int) -> bool:
        """Tell a row that stands in most posts, or is of controls."""
        row = self.rows[number]
        return len(row.text) == 1 or is_control(row) or skeleton(row.text) in self.alike


def _parse(page: TextPage) -> Parse | None:
    if not page.unfiltered:
        return None  # the rows around the dates are those that a line filter drops
    rows = page.once(_outline.rows)
    best: Parse | None = None
    worth = 0.0
    for group in _groups(rows):
        form = _form(rows, group)
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


def _form(rows: Sequence[Row], group: Sequence[Dated]) -> _Form:
    """Find the short rows that stand between most dates, and those that belong to the upper one."""
    far: dict[str, Counter[int]] = defaultdict(Counter)
    near: dict[str, Counter[int]] = defaultdict(Counter)
    for above, below in pairwise(group):
        first = {skeleton(rows[n].text): n for n in range(below.row - 1, above.row, -1)}
        for text, number in first.items():
            far[text][number - above.row] += 1
            near[text][below.row - number] += 1
    least = max(MIN_POSTS - 1, (len(group) - 1) * HALF)
    alike = {text for text, counts in far.items() if text and counts.total() >= least}
    below_ = {
        text for text in alike
        if (usual := far[text].most_common(1)[0])[0] <= REACH
        and usual[1] >= MOSTLY * far[text].total()
        and usual[1] > near[text].most_common(1)[0][1]
    }  # fmt: skip
    return _Form(rows, group, frozenset(alike), frozenset(below_))


def _heads(form: _Form) -> list[Head] | None:
    """Give the heads of the posts, or None where the dates open nothing."""
    named = [d.name for d in form.dated]
    places: list[int | None] = [None] * len(named)
    if not any(named):
        found = _names_beside(form)
        if found is not None:
            places = found
            named = [None if n is None else _name(form.rows[n].text) for n in places]
    lows = [-1, *(d.row for d in form.dated)]
    stops = [*(d.row for d in form.dated[1:]), len(form.rows)]
    heads: list[Head] = []
    for dated, name, place, low, stop in zip(form.dated, named, places, lows, stops, strict=False):
        first, last = sorted((dated.row, dated.row if place is None else place))
        last = _past_card(form, last, stop)
        heads.append(Head(first=max(first, low + 1), last=last, author=name, date=dated.date))
    taken = all(above.last < below.first for above, below in pairwise(heads))
    return heads if taken and _texts(form, heads) >= MOSTLY else None


def _texts(form: _Form, heads: Sequence[Head]) -> float:
    """Give the share of heads with a text below."""
    filled = [
        any(not form.common(n) for n in range(above.last + 1, below.first))
        for above, below in pairwise(heads)
    ]
    return sum(filled) / max(1, len(filled))


def _past_card(form: _Form, last: int, stop: int) -> int:
    """Pass over the rows below a header that belong to it: alike ones, and titles among them."""
    reach = range(last + 1, min(stop, last + 1 + REACH))
    return max((n for n in reach if skeleton(form.rows[n].text) in form.below), default=last)


def _names_beside(form: _Form) -> list[int | None] | None:
    """Give the row of each post's name, at the place where most rows are names that differ.

    Titles and places may stand there as well: of those fewer are different.
    """
    best: list[int | None] | None = None
    most = 1.0
    for pivots in _pivots(form):
        for side, nth in _PLACES:
            found = [_beside(form, pivot, side, nth) for pivot in pivots]
            kept = [n if n is not None and _name_like(form, n, side) else None for n in found]
            names = [_name(form.rows[n].text) for n in kept if n is not None]
            told = len(set(names))
            if len(names) >= MOSTLY * len(found) and told > max(most, len(names) / 8):
                best, most = kept, told * MORE
    return best


def _pivots(form: _Form) -> Iterator[list[int | None]]:
    """Give the rows beside which names may stand: the dates, then each kind of alike row above."""
    yield [dated.row for dated in form.dated]
    lows = [0, *(dated.row + 1 for dated in form.dated)]
    last: dict[str, dict[int, int]] = defaultdict(dict)
    for place, (low, dated) in enumerate(zip(lows, form.dated, strict=False)):
        for number in range(max(low, dated.row - CARD), dated.row):
            text = skeleton(form.rows[number].text)
            if text in form.alike and len(text) > 1:
                last[text].setdefault(place, number)
    for rows in last.values():
        if len(rows) >= MOSTLY * len(form.dated):
            yield [rows.get(place) for place in range(len(form.dated))]


def _beside(form: _Form, row: int | None, side: int, nth: int) -> int | None:
    """Give the nth row from another that is not alike in all posts."""
    seen = 0
    for number in range(row + side, row + side * (REACH + 1), side) if row is not None else ():
        if not 0 <= number < len(form.rows):
            return None
        if not form.common(number):
            seen += 1
            if seen == nth:
                return number
    return None


def _name_like(form: _Form, number: int, side: int) -> bool:
    """Tell a name; above a date it must stand apart from what it follows."""
    row = form.rows[number]
    if not looks_like_name(_name(row.text)) or discussion_words(row.text):
        return False
    apart = number == 0 or row.gap > 0 or bool(row.mark) or form.common(number - 1)
    return side > 0 or apart or form.rows[number - 1].indent > row.indent


def _name(text: str) -> str:
    return NAME_TAIL.sub("", text) if text[-1:] in TAIL_SIGNS else text


def _told(page: TextPage, form: _Form, heads: Sequence[Head]) -> Parse | None:
    rows = form.rows
    stop = _stop(rows, heads)
    if not _in_discussion(form, heads, stop):
        return None
    depths = by_indent(rows, [head.last for head in heads])
    shown = [page.lines[rows[head.last].first].content for head in heads]
    nested = [
        head if depth is None else replace(head, depth=depth, evidence=place)
        for head, depth, place in zip(heads, depths, shown, strict=True)
    ]

    def chrome(row: Row) -> bool:
        return is_control(row) or skeleton(row.text) in form.alike

    stop = closed(rows, [(head.first, head.last) for head in nested], stop, chrome)
    records = build_records(page, rows, nested, stop, chrome)
    records = (*records[:-1], with_footer(page, records[-1], rows, stop))
    named = sum(record.author is not None for record in records)
    whole = sum(bool(record.body) for record in records)
    share = (HALF + HALF * named / len(records)) * whole / len(records)
    return Parse(
        records=records,
        start=page.lines[rows[heads[0].first].first].start,
        marks=len(records),
        regularity=round(CERTAINTY * share, 6),
    )


def _stop(rows: Sequence[Row], heads: Sequence[Head]) -> int:
    """Give the row where the last post ends: a form, or far more rows than the others have."""
    last = heads[-1].last
    lengths = sorted(below.first - above.last for above, below in pairwise(heads))
    usual = 3 * lengths[len(lengths) // 2] + REACH
    for number in range(last + 1, min(len(rows), last + usual)):
        if is_form(rows[number].text):
            return number
    return min(len(rows), last + usual)


def _in_discussion(form: _Form, heads: Sequence[Head], stop: int) -> bool:
    """Tell whether most posts are counted, or have a word of discussions in their short rows."""
    if _counted(form):
        return True
    ends = [*(head.first for head in heads[1:]), stop]
    told = sum(
        any(_discusses(form.rows[n].text) for n in range(head.first, end))
        for head, end in zip(heads, ends, strict=True)
    )
    return told > HALF * len(heads)


def _counted(form: _Form) -> bool:
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
)
