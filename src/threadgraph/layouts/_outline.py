"""Read lines as rows: list marks apart, Markdown of links, pictures and bold taken away.

html2text prints Markdown and wraps it: a link may run over several lines, which make one row.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from threadgraph.date_words import MONTHS
from threadgraph.layouts._page import TextPage, maker

__all__ = ["Row", "rows"]

MAX_WRAPPED = 8
MAX_MARKED = 4000
MAX_HEADER = 140
# "12. text", "• text", "* text" (two columns in), "+ text", "o text"
_MARK = re.compile(r"(?:(\d{1,4})\.|[•*+◦▪])(?=\s|$)")
_MARK_SIGNS = frozenset("•*+◦▪o-–")
# "28. Juli 2019", but not "1. March 15, 2019", which is an item
_MONTH = re.compile(r"\s?([^\W\d_]{3,12})\.?,?\s(?!\d{1,2},?\s\d{4})\d")
_INNER_MARK = re.compile(r"[o\-–](?=\s)")
# "![](http://a.example/b.png)", "[Ann](/users/ann "View")", "\-", "**", "## "
_PICTURE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()]{0,2500}(?:\([^()]{0,100}\)[^()]{0,500})?\)")
_LINK = re.compile(
    r"\[([^\[\]]{0,400})\]\([^()]{0,2500}(?:\([^()]{0,100}\)[^()]{0,500})?\)", re.DOTALL
)
_ESCAPE = re.compile(r"\\([-.*_+#()\[\]!\\])")
# html2text prints an icon, which is an empty <i>, as "__", and <em>Ann</em> as "_Ann_"
_BOLD = re.compile(r"\*\*|^#{1,6}\s+|(?<!\w)__(?!_|\w{1,40}__)")
# "Ann _3 May 2014_": dates and roles in headers
_INNER_EMPHASIS = re.compile(r"(?<![\w_])_([^_\s][^_]{0,60})_(?![\w_])")
_EMPHASIS = re.compile(r"^_([^_]{1,80})_$")
_OPEN_LINK = re.compile(r"\[[^\[\]]{0,300}$|\]\([^()]{0,2500}$")


class Row(NamedTuple):
    """Lines `first` to `last` (mostly one) as a reader sees them.

    `mark` is the list's mark, `number` its number, `column` where the text begins; `gap` counts
    the blank lines before; `heading` tells a Markdown heading.
    """

    first: int
    last: int
    gap: int
    indent: int
    column: int
    mark: str
    number: int | None
    text: str
    heading: bool = False


def rows(page: TextPage) -> list[Row]:
    """Give the page's rows; ask by `page.once(rows)`."""
    markdown = "](" in page.text
    return _markdown_rows(page) if markdown else _plain_rows(page)


def _plain_rows(page: TextPage) -> list[Row]:
    """Give a row for each line; most have no mark and stay as they are."""
    found: list[Row] = []
    gap = 0
    make = maker(Row)
    for number, line in enumerate(page.lines):
        start, first, _, _, _, text = line
        if not text:
            gap += 1
            continue
        if text[0] in _MARK_SIGNS or text[0].isdigit():
            found.append(_row(text, (number, number, gap), first - start, markdown=False))
        else:
            indent = first - start
            found.append(make((number, number, gap, indent, indent, "", None, text, False)))
        gap = 0
    return found


def _markdown_rows(page: TextPage) -> list[Row]:
    found: list[Row] = []
    gap = number = 0
    while number < len(page.lines):
        line = page.lines[number]
        if not line.text:
            gap += 1
            number += 1
            continue
        text, last = line.text, number
        if "[" in text:
            text, last = _joined(page, number)
        found.append(_row(text, (number, last, gap), line.indent, markdown=True))
        gap, number = 0, last + 1
    return found


def _row(text: str, place: tuple[int, int, int], indent: int, *, markdown: bool) -> Row:
    """Make a row; `place` is its first line, its last line and the blank lines before."""
    match = None
    if text[0] in _MARK_SIGNS or text[0].isdigit():
        match = _MARK.match(text) or (_INNER_MARK.match(text) if indent else None)
    if match and match.re is _MARK and match[1] and _is_day(text[match.end() :]):
        match = None
    mark, column = "", indent
    if match:
        mark = match[0]
        rest = text[match.end() :]
        column += len(text) - len(rest.lstrip())
        text = rest.strip()
    heading = markdown and text.startswith("#")
    if markdown:
        text = plain(text)
    number = int(match[1]) if match and match.re is _MARK and match[1] else None
    return Row(*place, indent, column, mark, number, text, heading)


def _is_day(rest: str) -> bool:
    """Tell that a number before it is a day: "28. Juli 2019"."""
    match = _MONTH.match(rest)
    return match is not None and match[1].lower() in MONTHS


def plain(text: str) -> str:
    """Take the Markdown of pictures, links and bold away."""
    if "](" in text and len(text) <= MAX_MARKED:
        text = _LINK.sub(r"\1", _PICTURE.sub("", text))
        if "](" in text:
            text = _LINK.sub(r"\1", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    text = " ".join(_BOLD.sub("", text).split())
    if "_" in text and len(text) <= MAX_HEADER:
        text = _INNER_EMPHASIS.sub(r"\1", text)
    return _EMPHASIS.sub(r"\1", text) if text[-1:] == "_" else text


def _joined(page: TextPage, number: int) -> tuple[str, int]:
    """Give the line with those that follow while a link is open."""
    text = page.lines[number].text
    last = number
    while last - number < MAX_WRAPPED and len(text) < MAX_MARKED:
        rest = _LINK.sub("", _PICTURE.sub("", text))[-2800:]
        if not _OPEN_LINK.search(rest):
            return text, last
        if page.blank(last + 1):
            break
        last += 1
        text += (" " if rest.rpartition("](")[1] == "" else "") + page.lines[last].text
    return (text, last) if last < number + MAX_WRAPPED else (page.lines[number].text, number)
