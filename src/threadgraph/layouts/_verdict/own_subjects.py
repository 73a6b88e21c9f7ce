"""Take the subjects away that Drupal prints above texts: it makes them of the first words.

"You, my best friend," above "You, my best friend, are right": who gives no subject gets what fits
into 29 letters. Where a page has such ones each comment has a subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._base import Record
from threadgraph.layouts._text.outline import plain
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._verdict.common_rows import cut_row, edge_row

__all__ = ["without_own_subjects"]

MIN_OWN = 2
OFTEN = 0.2
"""Share of the posts whose subject is made of their own words, at least."""

NEARLY = 0.9
"""Share of the posts that have a row that can be a subject."""

MIN_LETTERS = 8
MAX_SUBJECT = 64
MAX_ROW = 240
"""Letters of such a row as Markdown: a heading that is a link."""


def without_own_subjects(page: TextPage, records: Sequence[Record]) -> tuple[Record, ...]:
    """Give the records without their subjects, if some are made of the words below them."""
    rows = [edge_row(page, record, at_end=False) for record in records]
    texts = [plain(row.lstrip("# ")).strip() if len(row) <= MAX_ROW else "" for row in rows]
    short = [0 < len(text) <= MAX_SUBJECT for text in texts]
    if sum(short) < max(MIN_OWN, NEARLY * len(records)):
        return tuple(records)
    bare = [
        cut_row(page, record, len(row), at_end=False) if told else record
        for record, row, told in zip(records, rows, short, strict=True)
    ]
    triples = list(zip(records, bare, texts, strict=True))
    apart = sum(_is_apart(page, record, rest) for record, rest, _ in triples)
    own = sum(_repeats(page, rest, text) for _, rest, text in triples)
    told = own >= max(MIN_OWN, OFTEN * len(records)) and apart >= NEARLY * len(records)
    return tuple(bare) if told else tuple(records)


def _is_apart(page: TextPage, record: Record, rest: Record) -> bool:
    """Tell a row with a blank line below it."""
    if record is rest or not rest.body:
        return False
    between = page.text[record.body[0].start : rest.body[0].start]
    return between.count("\n") > 1


def _repeats(page: TextPage, rest: Record, text: str) -> bool:
    """Tell a text that begins with its subject."""
    if not rest.body or len(text) < MIN_LETTERS:
        return False
    begin, end = rest.body[0]
    return plain(page.text[begin : min(end, begin + MAX_ROW)]).startswith(text)
