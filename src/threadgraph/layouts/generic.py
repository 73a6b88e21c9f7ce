"""Find the posts of pages that no family claims: headers of one shape, told by their dates.

A header is a short row with a date, or with the text of an avatar ("Avatar of Ann"); a name stands
in the same row or in the one above or below. Headers of one shape (where the date stands, which
words surround it, which list mark) that come at least three times, with text between and words of a
discussion nearby, open posts. Nesting is not read. Not read: headers below their text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import Anchor, anchor, is_control
from threadgraph.layouts._heads.bare_items import with_bare_items
from threadgraph.layouts._heads.behind_dates import cut_rows
from threadgraph.layouts._heads.closing_names import close_items
from threadgraph.layouts._heads.depths import with_depths
from threadgraph.layouts._heads.discussed import discussed
from threadgraph.layouts._heads.heads import Head, by_names, parse_heads
from threadgraph.layouts._heads.names_near import MORE, NUMBER, STEADY, Names, Numbered, name_offset
from threadgraph.layouts._heads.nesting import by_indent
from threadgraph.layouts._heads.subjects import MAX_SUBJECT, closed, tops
from threadgraph.layouts._heads.telling import before_footer, past_heading
from threadgraph.layouts._heads.unlikely_heads import with_unlikely_heads
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import REPLY_TO

__all__ = ["LAYOUT"]

MIN_POSTS = 3
NEAR = 12
"""Rows before the first header in which words of a discussion are looked for."""

CERTAINTY = 0.8
"""What the shape of headers alone is worth: a family that explains as much wins."""

LONG_FOOTER = 3.0
"""What stands below the posts may be so many times as long as they are."""


def _parse(page: TextPage) -> Parse | None:
    rows = page.once(cut_rows)
    opening = [anchor(row) for row in rows]
    names = Names(rows, opening)
    shapes: dict[tuple[str, ...], list[Numbered]] = defaultdict(list)
    for number, found in enumerate(opening):
        if found is not None:
            shapes[found.shape].append((number, found))
    best: tuple[int, list[Head]] | None = None
    for anchors in shapes.values():
        if len(anchors) < MIN_POSTS:
            continue
        heads = _heads(names, anchors)
        weight = _weight(rows, heads)
        if weight and (best is None or weight > best[0]):
            best = weight, heads
    return None if best is None else _told(page, rows, with_unlikely_heads(rows, best[1]))


def _heads(names: Names, anchors: Sequence[Numbered]) -> list[Head]:
    """Make heads of the anchors, with the names beside them."""
    inline = [found.name for _, found in anchors if found.name is not None]
    least = MORE * len(set(inline)) if len(inline) >= STEADY * len(anchors) else 0.0
    dates = [number for number, _ in anchors]
    titled = least > 0 and names.titled(dates)
    offset = 0 if titled else name_offset(names, anchors, least)
    feet = names.led_below(dates, offset) if offset < 0 else None
    if feet is None and abs(offset) == 1:
        feet = names.below(dates, named=offset > 0)
    if feet is not None:
        return [
            _signed(names, number, found, foot)
            for (number, found), foot in zip(anchors, feet, strict=True)
        ]
    heads: list[Head] = []
    for number, found in anchors:
        beside = names.beside(number, offset)
        name = names.at(beside) if offset else found.name
        named = bool(offset) and name is not None
        heads.append(
            Head(
                first=min(number, beside) if named else number,
                last=max(number, beside) if named else number,
                author=name,
                date=found.date,
                label=found.label,
            )
        )
    taken = [heads[0]]
    taken += [head for before, head in pairwise(heads) if head.first > before.last]
    return taken


def _signed(names: Names, number: int, found: Anchor, foot: int | None) -> Head:
    """Make the head of a post with the name below its text; a picture may tell it above, too."""
    shown = names.at(number + 1)
    name = shown if foot is None else names.at(foot)
    last = number + 1 if name is not None and shown == name else number
    below = foot if foot is not None and foot > last else None
    return Head(first=number, last=last, author=name, date=found.date, foot=below)


def _weight(rows: Sequence[Row], heads: Sequence[Head]) -> int:
    """Give how much text stands below the heads, 0 where they can hardly be posts."""
    repeated = _repeated(rows, heads)
    between = [
        sum(
            len(row.text)
            for row in rows[above.last + 1 : below.first]
            if not is_control(row) and _shape(row.text) not in repeated
        )
        for above, below in pairwise(heads)
    ]
    told = sum(length > 0 for length in between)
    names = Counter(head.author for head in heads if head.author)
    if len(heads) < MIN_POSTS or told < STEADY * len(between):
        return 0
    if names and len(names) == 1 and names.total() > MIN_POSTS:
        return 0  # a list of one author's articles
    return sum(between)


def _told(page: TextPage, rows: Sequence[Row], heads: Sequence[Head]) -> Parse | None:
    places = [(head.first, head.last) for head in heads]
    heads = heads[past_heading(rows, places) : before_footer(rows, places)]
    if close_items(rows, heads):
        return None
    stop = _stop(rows, heads)
    if not discussed(page, rows, heads, stop):
        return None
    heads = _nested(page, rows, _labelled(rows, _with_subjects(rows, heads)))
    heads = with_bare_items(page, rows, heads, stop)
    repeated = _repeated(rows, heads)

    def chrome(row: Row) -> bool:
        return is_control(row) or _shape(row.text) in repeated

    stop = closed(rows, [(head.first, head.last) for head in heads], stop, chrome)
    certainty = CERTAINTY * _share_of_page(rows, heads, stop)
    return by_names(parse_heads(page, rows, heads, stop, chrome), certainty)


def _share_of_page(rows: Sequence[Row], heads: Sequence[Head], stop: int) -> float:
    """Give 1, or less where much more text stands below the posts than in them."""
    inside = sum(len(row.text) for row in rows[heads[0].first : stop])
    below = sum(len(row.text) for row in rows[stop:])
    return min(1.0, LONG_FOOTER * inside / max(1, below))


def _with_subjects(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Add the row above the headers to them where it is a subject on nearly all."""
    if any(head.foot is not None for head in heads):
        return [*heads]  # it is the name of who wrote the post above
    first = tops(rows, [(head.first, head.last, head.author) for head in heads])
    texts = {rows[n].text for n, head in zip(first, heads, strict=True) if n < head.first}
    if texts and 2 * len({_shape(text) for text in texts}) <= len(texts):
        return [*heads]  # they differ in their numbers alone: "Reply · 5" ends the post above
    return [replace(head, first=n) for head, n in zip(heads, first, strict=True)]


def _labelled(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Add the row below a header to it that names whom the post answers: "Reply to Ann"."""
    found: list[Head] = []
    for head, end in zip(heads, [*(head.first for head in heads[1:]), len(rows)], strict=True):
        if head.label:
            found.append(head)
            continue
        below = range(head.last + 1, min(end, head.last + 4))
        shown = next((n for n in below if _label(rows[n].text)), None)
        if shown is None or any(not is_control(rows[n]) for n in range(head.last + 1, shown)):
            found.append(head)
        else:
            found.append(replace(head, last=shown, label=_label(rows[shown].text)))
    return found


def _label(text: str) -> str | None:
    match = REPLY_TO.match(text) if len(text) <= MAX_SUBJECT else None
    return match[1].strip() if match else None


def _nested(page: TextPage, rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Give depths: by indentation, or the top level where others have labels."""
    numbers = [head.last for head in heads]
    depths = by_indent(rows, numbers)
    if any(head.label for head in heads):
        depths = [None if head.label else 0 for head in heads]
    return with_depths(page, rows, heads, numbers, depths)


def _shape(text: str) -> str:
    """Give a short text with every number alike: "Post #3 of 12" as "Post #0 of 0"."""
    return NUMBER.sub("0", text) if len(text) <= MAX_SUBJECT else ""


def _repeated(rows: Sequence[Row], heads: Sequence[Head]) -> set[str]:
    """Give the shapes of short texts that stand in most posts: controls in any language."""
    counts = Counter(
        shape
        for head, following in pairwise(heads)
        for shape in {_shape(row.text) for row in rows[head.last + 1 : following.first]}
    )
    least = max(MIN_POSTS - 1, (len(heads) - 1) / 2)
    return {shape for shape, count in counts.items() if shape and count >= least}


def _stop(rows: Sequence[Row], heads: Sequence[Head]) -> int:
    """Give the row where the last post ends: a form, or text much further out than the others."""
    last = heads[-1].last
    lengths = sorted(b.first - a.last for a, b in pairwise(heads))
    usual = 3 * lengths[len(lengths) // 2] + NEAR
    outer = min(rows[n].indent for head in heads for n in _inside(rows, head))
    for number in range(last + 1, len(rows)):
        row = rows[number]
        if is_form(row.text) or number - last > usual or row.indent < outer:
            return number
    return len(rows)


def _inside(rows: Sequence[Row], head: Head) -> tuple[int, int]:
    """Give a head's row and that of its text, below controls that may stand further in."""
    below = range(head.last + 1, min(len(rows), head.last + NEAR))
    return head.first, next((n for n in below if not is_control(rows[n])), head.first)


LAYOUT = Layout(
    description="any other comments: headers of one shape with dates and names",
    parents="none",
    parse=_parse,
    ceiling=0.8,  # see `regularity`
    generic=True,
    bare=True,
)
