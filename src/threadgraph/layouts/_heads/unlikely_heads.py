"""Judge headers by what stands in the place of their name.

"All is well, mayor says" alone is a headline. "14/10/2019 10:15 retired and happy" alone may be a
sentence; between other dates with names, below what stands above most of them, it is a header.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from threadgraph.dates.scan import leading_date
from threadgraph.layouts._heads.anchors import EDGES, MAX_ROW
from threadgraph.layouts._heads.byline_forms import Byline
from threadgraph.layouts._heads.dated_rows import skeleton
from threadgraph.layouts._heads.heads import Head
from threadgraph.layouts._text.names import reads_as_text
from threadgraph.layouts._text.outline import Row

__all__ = ["is_headline", "with_unlikely_heads"]

MIN_ALIKE = 4
MAX_WORDS = 3
"""Words of a name, at most."""


def with_unlikely_heads(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Give the headers with those between them."""
    own = [h for h in heads if h.date and h.author and rows[h.first].text.startswith(h.date)]
    if len(own) < MIN_ALIKE or len(own) < len(heads):
        return [*heads]
    date, count = Counter(skeleton(h.date or "") for h in own).most_common(1)[0]
    above = Counter(_above(rows, h.first) for h in own)
    usual = {shape for shape, times in above.items() if 2 * times >= len(own)}
    if count < len(own):
        return [*heads]
    taken = {n for h in heads for n in range(h.first, h.last + 1)}
    between = (n for n in range(heads[0].first, heads[-1].first) if n not in taken)
    found = [n for n in between if _above(rows, n) in usual]
    return sorted([*heads, *_alike(rows, found, date)], key=lambda head: head.first)


def _above(rows: Sequence[Row], number: int) -> tuple[str, bool]:
    """Give the row above, with numbers alike, and whether blank lines stand between."""
    return skeleton(rows[number - 1].text) if number else "", rows[number].gap > 0


def _alike(rows: Sequence[Row], numbers: Sequence[int], date: str) -> Iterator[Head]:
    for number in numbers:
        text = rows[number].text
        found = leading_date(text) if len(text) <= MAX_ROW else None
        if found is None or skeleton(text[: found.end].strip(EDGES)) != date:
            continue
        name = text[found.end :].strip(EDGES)
        if name and not reads_as_text(name):
            shown = text[: found.end].strip(EDGES)
            yield Head(first=number, last=number, author=name, date=shown)


def is_headline(head: Byline) -> bool:
    """Tell "All is well, mayor of Lune says"."""
    long = "," in head.name or len(head.name.split()) > MAX_WORDS
    return head.form == "says" and not head.date and not head.verb.endswith(":") and long
