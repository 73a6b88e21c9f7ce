"""Read lines as rows: list marks apart, Markdown of links, pictures and bold taken away.

html2text prints Markdown and wraps it: a link may run over several lines, which make one row.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from threadgraph.dates.words import MONTHS
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.page import Line, TextPage
from threadgraph.tuples import maker

__all__ = ["LineRows", "Row", "inner", "repeated_rows", "row_at", "row_texts", "rows"]

MAX_WRAPPED = 8
MAX_MARKED = 4000
MAX_UNWRAPPED = 120
WIDTH = 78
"""Columns to which html2text wraps."""

_LATE = ("am[", "pm[")
"""What html2text breaks off a time if a control stands right behind it."""

CONTROL = "Reply"
MAX_CONTROL = 40
MANY = 3
"""Rows alike that no page has of the words above its form."""

STRIPPED = 2
"""Columns before the outer items of Resiliparse's lists."""

_LISTED = frozenset("•0123456789")
_AVATARS = ("![", "[![")
MAX_HEADER = 140
# "12. text", "• text", "* text" (two columns in), "+ text", "o text"
_MARK = re.compile(r"(?:(\d{1,4})\.|[•*+◦▪])(?=\s|$)")
_MARK_SIGNS = frozenset("•*+◦▪o-–")
# "28. Juli 2019", but not "1. March 15, 2019", which is an item
_MONTH = re.compile(r"\s?([^\W\d_]{3,12})\.?,?\s(?!\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})\d")
_INNER_MARK = re.compile(r"o(?=\s|$)|[\-–](?=\s)")
# "![](http://a.example/b.png)", "[Ann](/users/ann "View")", "\-", "**", "## "
_PICTURE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()]{0,2500}(?:\([^()]{0,100}\)[^()]{0,500})?\)")
_LINK = re.compile(
    r"\[([^\[\]]{0,400})\]\([^()]{0,2500}(?:\([^()]{0,100}\)[^()]{0,500})?\)", re.DOTALL
)
# "**Posted by[Ann](/ann)**": html2text joins the words of bold text to a link in it
_BOLD_LINK = re.compile(r"(?<=[^\W\d_])\[(?=[^\[\]]{1,80}\]\()")
_ESCAPE = re.compile(r"\\([-.*_+#()\[\]!\\])")
# html2text prints an icon, which is an empty <i>, as "__", and <em>Ann</em> as "_Ann_"
_BOLD = re.compile(r"\*\*|^#{1,6}\s+|(?<!\w)__(?!_|\w{1,40}__)")
# "Ann _3 May 2014_": dates and roles in headers
_INNER_EMPHASIS = re.compile(r"(?<![\w_])_([^_\s][^_]{0,60})_(?![\w_])")
_EMPHASIS = re.compile(r"^_((?:[^_]|(?<=\w)_(?=\w)){1,80})_$")
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


RULE = "* * *"
"""html2text's rule between two parts: no item."""

_MAKE = maker(Row)


def rows(page: TextPage) -> list[Row]:
    """Give the page's rows; ask by `page.once(rows)`."""
    found = _markdown_rows(page) if page.linked else _plain_rows(page)
    return _with_controls(_counted_once(found))


def _counted_once(found: list[Row]) -> list[Row]:
    """Take numbers away with which items begin although their marks count them: "1. 1 Ann"."""
    numbered = [n for n, row in enumerate(found) if row.number is not None]
    again = [n for n in numbered if found[n].text.startswith(f"{found[n].number} ")]
    if len(again) < MANY or len(again) * 2 < len(numbered):
        return found
    for number in again:
        row = found[number]
        text = row.text.partition(" ")[2].lstrip()
        column = row.column + len(row.text) - len(text)
        found[number] = row._replace(text=text, column=column)
    return found


def _with_controls(found: list[Row]) -> list[Row]:
    """Give rows that open a form in other pages the word of a control where several are alike.

    Themes print "Post a Reply" below each comment.
    """
    counts = Counter(row.text for row in found if len(row.text) <= MAX_CONTROL)
    often = {text for text, count in counts.items() if count >= MANY and is_form(text)}
    return [r._replace(text=CONTROL) if r.text in often else r for r in found] if often else found


def row_texts(page: TextPage) -> list[str]:
    """Give the texts of the page's rows; ask by `page.once(row_texts)`."""
    return [row.text for row in page.once(rows)]


def row_at(page: TextPage, place: int) -> int:
    """Give the number of the row in which a place of the text is; of the first above it."""
    table = page.once(rows)
    return max(0, bisect_right(table, place, key=lambda row: page.lines[row.first].start) - 1)


def repeated_rows(page: TextPage) -> list[int]:
    """Give the rows whose text stands in several of them; ask by `page.once(repeated_rows)`."""
    texts = page.once(row_texts)
    several = {text for text, count in Counter(texts).items() if count > 1}
    return [number for number, text in enumerate(texts) if text in several] if several else []


class LineRows:
    """The rows of a page without links by the numbers of their lines, blank ones included.

    Each is made when asked for, and tells no gap.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    def __getitem__(self, number: int) -> Row:
        """Give the row of a line."""
        line = self._lines[number]
        text, indent = line.text, line.indent
        if text and (text[0] in _MARK_SIGNS or text[0].isdigit()):
            return _row(text, (number, number, 0), indent, markdown=False)
        return Row(number, number, 0, indent, indent, "", None, text)


def _plain_rows(page: TextPage) -> list[Row]:
    """Give a row for each line; most have no mark and stay as they are."""
    found: list[Row] = []
    gap = 0
    for number, (start, first, _, _, _, text) in enumerate(page.lines):
        if not text:
            gap += 1
            continue
        indent, sign = first - start, text[0]
        if sign in _MARK_SIGNS or sign.isdigit():
            found.append(_row(text, (number, number, gap), indent, markdown=False))
        else:
            found.append(_MAKE((number, number, gap, indent, indent, "", None, text, False)))
        gap = 0
    return _unstripped(found)


def _unstripped(found: list[Row]) -> list[Row]:
    """Give the first row's mark back the blanks that went with those around the whole text.

    A page may begin with its comments: all other items stand in the list's own column.
    """
    first = found[0] if found else None
    if first is None or not first.mark or first.indent or len(found) < 2:  # noqa: PLR2004
        return found
    if first.mark[0] not in _LISTED or found[1].indent < STRIPPED:
        return found
    if all(row.indent >= STRIPPED for row in found if row.mark and row is not first):
        found[0] = first._replace(indent=STRIPPED, column=first.column + STRIPPED)
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
        if text == RULE:
            place = (number, number, gap)
            found.append(_MAKE((*place, line.indent, line.indent, "", None, text, False)))
            gap, number = 0, number + 1
            continue
        if "[" in text:
            text, last = _joined(page, number)
            text, last = _unwrapped(page, text, last)
        elif text[-1].isdigit() and _is_late(page, number + 1):
            text, last = _joined(page, number + 1)
            text = f"{line.text} {text}"
        found.append(_row(text, (number, last, gap), line.indent, markdown=True))
        gap, number = 0, last + 1
    return found


def _is_late(page: TextPage, number: int) -> bool:
    return number < len(page.lines) and page.lines[number].text[:3] in _LATE


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
    return _MAKE((*place, indent, column, mark, number, text, heading))


def _is_day(rest: str) -> bool:
    """Tell that a number before it is a day: "28. Juli 2019"."""
    match = _MONTH.match(rest)
    return match is not None and match[1].lower() in MONTHS


def plain(text: str) -> str:
    """Take the Markdown of pictures, links and bold away."""
    if "](" in text and len(text) <= MAX_MARKED:
        text = _BOLD_LINK.sub(" [", text) if "**" in text and len(text) <= MAX_HEADER else text
        text = inner(_LINK, _PICTURE.sub("", text) if "![" in text else text)
        if "](" in text:
            text = inner(_LINK, text)
    if "\\" in text:
        text = inner(_ESCAPE, text)
    if "**" in text or "__" in text or text[:1] == "#":
        text = _BOLD.sub("", text)
    # white space other than a blank is not printable
    if "  " in text or text[:1] == " " or text[-1:] == " " or not text.isprintable():
        text = " ".join(text.split())
    if "_" in text and len(text) <= MAX_HEADER:
        text = inner(_INNER_EMPHASIS, text)
    return inner(_EMPHASIS, text) if text[-1:] == "_" else text


def inner(pattern: re.Pattern[str], text: str) -> str:
    """Give the text with each match of a pattern with one group replaced by what that holds.

    Takes half the time of `sub`, which reads the template for each match.
    """
    return "".join(filter(None, pattern.split(text)))


def _joined(page: TextPage, number: int) -> tuple[str, int]:
    """Give the line with those that follow while a link is open."""
    text = page.lines[number].text
    last = number
    while last - number < MAX_WRAPPED and len(text) < MAX_MARKED:
        rest = _LINK.sub("", _PICTURE.sub("", text) if "![" in text else text)[-2800:]
        if not _OPEN_LINK.search(rest):
            return text, last
        if page.blank(last + 1):
            break
        last += 1
        text += (" " if rest.rpartition("](")[1] == "" else "") + page.lines[last].text
    return (text, last) if last < number + MAX_WRAPPED else (page.lines[number].text, number)


def _unwrapped(page: TextPage, text: str, last: int) -> tuple[str, int]:
    """Give a line that begins with a picture with what was wrapped from it.

    The address of an avatar fills the line; what a reader sees of "Ann Lee on 3 May" is short.
    """
    while text.startswith(_AVATARS) and not page.blank(last + 1) and len(text) < MAX_MARKED:
        line, below = page.lines[last], page.lines[last + 1]
        broken = line.stop - line.end >= 2  # noqa: PLR2004 - two blanks: a line break of the page
        word = below.text.split(None, 1)[0]
        if broken or len(line.text) + len(word) < WIDTH or len(plain(text)) > MAX_UNWRAPPED:
            break
        more, last = _joined(page, last + 1)
        text = f"{text} {more}"
    return text, last
