"""Leave out the pages that link here where a list of comments has them as items of their own.

"[...] the first words [...]" above "Pingback by Five Kilns -- March 22, 2012 @ 1:41 pm": nobody
wrote that here. Lists that sign all their texts are read by a layout that does so itself. An item
"Pingback: Five Kilns" holds nothing else.
"""

from __future__ import annotations

from dataclasses import replace

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._heads.signatures import without_links
from threadgraph.layouts._text.page import TextPage

__all__ = ["without_pingbacks"]

_SAID = (
    "Pingback by ", "Trackback by ", "Pingback from ", "Trackback from ", "Pingback: ",
    "Trackback: ",
)  # fmt: skip


def without_pingbacks(page: TextPage, parse: Parse) -> Parse | None:
    """Give the parse without them; None where nothing else was found."""
    if not any(said in page.dense for said in _SAID):
        return parse
    kept = without_links(parse.records, [_last_line(page, record) for record in parse.records])
    return replace(parse, records=tuple(kept)) if kept else None


def _last_line(page: TextPage, record: Record) -> str:
    """Give the last line of a text that nobody is named for."""
    if record.author is not None or not record.body:
        return ""
    text = page.text[record.body[0].start : record.body[-1].end].strip()
    last = text.rpartition("\n")[2].lstrip()
    label, colon, _ = last.partition(":")
    return last if last == text or not colon or " " in label else ""
