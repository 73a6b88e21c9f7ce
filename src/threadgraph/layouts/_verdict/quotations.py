"""Tell headers of quotations from headers of posts: what follows them stands above, too.

Boards print "Ann said:" above a quotation; where their own headers were dropped, it looks like the
header of Ann's post, but the text below is of who quotes her.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._boards.quote_heads import head_of
from threadgraph.layouts._text.page import TextPage

__all__ = ["heads_quotations"]

MIN_COPY = 30
"""Letters with which a quotation and the line that it was taken from begin."""

FEWEST = 2


def heads_quotations(page: TextPage, parse: Parse) -> bool:
    """Tell whether most of the headers are "Ann said:" above words that stand in the page before.

    One that is alone may be: somebody answers in the words of the one before.
    """
    begins = [record.body[0].start for record in _saying(page.text, parse.records)]
    if len(begins) < FEWEST or 2 * len(begins) <= len(parse.records):
        return False
    copies = sum(_copies(page, begins))
    return copies >= FEWEST and 2 * copies > len(begins)


def _saying(text: str, records: Sequence[Record]) -> Iterator[Record]:
    """Give the records whose header says only that somebody said what follows."""
    for record in records:
        if not (record.author and record.header and record.body):
            continue
        header = text[record.header[0].start : record.header[-1].end]
        if ":" in header and head_of(" ".join(header.split()), ()) is not None:
            yield record


def _copies(page: TextPage, begins: Sequence[int]) -> Iterator[bool]:
    """Tell of each place in turn whether a line above begins with the words that stand there."""
    seen: set[str] = set()
    lines = iter(page.lines)
    line = next(lines, None)
    for begin in begins:
        while line is not None and line.first < begin:
            seen.add(line.text[:MIN_COPY])
            line = next(lines, None)
        words = page.text[begin : begin + MIN_COPY]
        yield words in seen
