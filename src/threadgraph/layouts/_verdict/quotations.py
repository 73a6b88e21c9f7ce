"""Tell headers of quotations from headers of posts: what follows them stands above, too.

Boards print "Ann said:" above a quotation; where their own headers were dropped, it looks like the
header of Ann's post, but the text below is of who quotes her.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._boards.quote_heads import head_of
from threadgraph.layouts._text.page import TextPage

__all__ = ["heads_quotations"]

MIN_COPY, MAX_COPY = 16, 30
"""Letters with which a quotation begins that stand above, too; its first line may be shorter."""

_WROTE = re.compile(
    r"\b(?:wrote|schrieb|schreef|skrev|a écrit|escribió|escreveu|ha scritto|napisał|писал|пишет)\b"
)
FEWEST = 2
ASKED = 60
"""Of so many headers, the first, it is asked at most: each asks the whole page above."""


def heads_quotations(page: TextPage, parse: Parse) -> bool:
    """Tell whether most of the headers are "Ann said:" above words that stand in the page before.

    One that is alone may be: somebody answers in the words of the one before.
    """
    if all(_opens_quote(page.text, record) for record in parse.records):
        return True
    begins = [record.body[0].start for record in _saying(page.text, parse.records)]
    if len(begins) < FEWEST or 2 * len(begins) <= len(parse.records):
        return False
    asked = begins[:ASKED]
    copies = sum(_copies(page, asked))
    return copies >= FEWEST and 2 * copies > len(asked)


def _opens_quote(text: str, record: Record) -> bool:
    """Tell "Ann schrieb am 3. Mai 2010 14:02" above "> Who needs a ferry?"."""
    if not (record.author and record.header and record.body):
        return False
    quoted = text.startswith(">", record.body[0].start)
    return quoted and _WROTE.search(text, *record.header[0]) is not None


def _saying(text: str, records: Sequence[Record]) -> Iterator[Record]:
    """Give the records whose header says only that somebody said what follows."""
    for record in records:
        if not (record.author and record.header and record.body):
            continue
        above = [place.end for place in record.header if place.end <= record.body[0].start]
        header = text[record.header[0].start : max(above, default=0)]
        if ":" in header and head_of(" ".join(header.split()), ()) is not None:
            yield record


def _copies(page: TextPage, begins: Sequence[int]) -> Iterator[bool]:
    """Tell of each place in turn whether the words that stand there are said above, too."""
    for begin in begins:
        words = page.text[begin : begin + MAX_COPY].partition("\n")[0].rstrip()
        yield len(words) >= MIN_COPY and page.text.find(words, 0, begin) >= 0
