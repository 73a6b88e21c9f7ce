"""Show a thread's page as rows: what a reader sees, whole paragraphs where Markdown is wrapped.

Unlike `_outline`, which joins lines only while a link is open, a row of Markdown here is a whole
wrapped paragraph or list item: headers of forums are sentences ("Post by Ann » ..."). Blank lines
are counted, not rows.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from threadgraph.layouts._page import Line, TextPage, maker

__all__ = ["Row", "is_markdown", "linked_name", "read_rows"]

MAX_ROW = 2000
"""Longer rows are text, and are not cleaned."""

_LINKS = 3
MAX_LINES = 3
# "  * ", "• ", "12. ", "> ", "### "; "12. Juni 2017" is a date
_MARK = re.compile(r"(?:[*+•◦▪·-]|#{1,6}|\d{1,4}\.(?!\s[^\W\d_]{3,10}\.?\s\d{4}\b)|>)(?=\s|$)\s*")
_MARK_SIGNS = frozenset("*+•◦▪·-#>")
# "![An avatar](/a/1.png)"
_IMAGE = re.compile(r"!\[[^\[\]]{0,200}\]\([^()]{0,600}\)")
# "[Ann](/members/ann.12/ \"Ann\")"
_LINK = re.compile(r"\[([^\[\]]{0,300})\]\((?:[^()]|\([^()]{0,80}\)){0,600}\)")
# "**Ann**", "_Member_", "__ Save": emphasis and icons; "ann_" is a name
# "| | Posted: Tue May 06, 2008": the cells of a table, and "---|---" below them
_CELLS = re.compile(r"^(?:[\s|]*\|[\s|-]*|-{3,}(?:\|-{3,})+)|[\s|]*\|\s*$")
# "[**Ann**](member.php?u=12) Junior Member", "#### ![Offline](off.gif) [Ann](?profile;u=12)"
_MEMBER = re.compile(
    r"[\s|*_#]{0,8}(?:!\[[^\[\]]{0,60}\]\([^()]{0,200}\)\s?){0,3}[\s|*_]{0,8}\[([^\[\]]{1,60})\]\([^()\s]{0,200}(?:member|user|profile|[?&]u=)[^()]{0,200}\)",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"\*\*|(?<![^\W_])_{2,}|(?<!\w)_(?=\s|$)|(?<!\w)_([^_\s][^_]{0,200})_(?!\w)")


class Row(NamedTuple):
    """`text` is the plain content; `mark` the bullet, number or heading sign before it.

    `first` and `last` are line numbers, `gap` counts the blank lines before, `indent` is that of
    the first line.
    """

    text: str
    mark: str
    first: int
    last: int
    gap: int
    indent: int


def is_markdown(page: TextPage) -> bool:
    """Tell whether links stand in the text as Markdown."""
    return page.once(_has_links)


def linked_name(page: TextPage, row: Row) -> str | None:
    """Give the words of the link to a member that a row of Markdown begins with, or None."""
    lines = page.lines[row.first : min(row.last + 1, row.first + MAX_LINES)]
    found = _MEMBER.match(" ".join(line.text for line in lines))
    return found[1].strip(" *_") if found else None


def _has_links(page: TextPage) -> bool:
    return page.text.count("](") >= _LINKS


def read_rows(page: TextPage) -> list[Row]:
    """Give the rows of a page; linear in its length, made once a page."""
    return page.once(_read)


def _read(page: TextPage) -> list[Row]:
    markdown = is_markdown(page)
    spans: list[tuple[int, int, int]] = []
    gap = 0
    joins = False
    for number, line in enumerate(page.lines):
        if not line.text:
            gap, joins = gap + 1, False
            continue
        if joins and not _MARK.match(line.text):
            spans[-1] = (spans[-1][0], number, spans[-1][2])
        else:
            spans.append((number, number, gap))
        joins = markdown and not page.text[line.end : line.stop].startswith("  ")
        gap = 0
    lines = page.lines
    make = maker(Row)
    found: list[Row] = []
    for first, last, gap in spans:
        start, begin, _, _, _, text = lines[first]
        marked = text[0] in _MARK_SIGNS or text[0].isdigit()
        if markdown or marked or "  " in text or not text.isprintable():
            found.append(_row(lines, first, last, gap, markdown=markdown))
        else:
            found.append(make((text, "", first, last, gap, begin - start)))
    return found


def _row(lines: list[Line], first: int, last: int, gap: int, *, markdown: bool) -> Row:
    """Clean the lines' text and take its mark off."""
    text = lines[first].text
    if last > first:
        text = " ".join(line.text for line in lines[first : last + 1])
    text, mark = _unmarked(text, "")
    if markdown and len(text) <= MAX_ROW and not text.isalnum():
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
        text = _LINK.sub(r"\1", text) if "](" in text else text
        text, mark = _unmarked(_EMPHASIS.sub(_inner, text).lstrip(), mark)
        text = _CELLS.sub("", text) if "|" in text else text
    # white space other than a blank is not printable
    if "  " in text or not text.isprintable() or text[-1:] == " ":
        text = " ".join(text.split())
    return Row(text, mark, first, last, gap, lines[first].indent)


def _inner(match: re.Match[str]) -> str:
    return match[1] or ""


def _unmarked(text: str, mark: str) -> tuple[str, str]:
    if text[:1] not in _MARK_SIGNS and not text[:1].isdigit():
        return text, mark
    place = 0
    while found := _MARK.match(text, place):
        mark = mark or found[0].strip()
        place = found.end()
    return text[place:], mark
