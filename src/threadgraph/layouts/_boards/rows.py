"""Show a thread's page as rows: what a reader sees, whole paragraphs where Markdown is wrapped.

Unlike `outline`, which joins lines only while a link is open, a row of Markdown here is a whole
wrapped paragraph or list item: headers of forums are sentences ("Post by Ann » ..."). Blank lines
are counted, not rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from threadgraph.layouts._text.outline import inner
from threadgraph.layouts._text.page import Line, TextPage
from threadgraph.layouts._text.words import SAYS
from threadgraph.tuples import maker

__all__ = [
    "Row", "is_markdown", "is_spoken", "linked_name", "numbers_alone", "numbers_posts", "read_rows",
]  # fmt: skip

MAX_SPEECH = 80

MAX_ROW = 2000
"""Longer rows are text, and are not cleaned."""

_LINKS = 3
MAX_LINES = 5
"""A name and the target of its link may be wrapped, below a picture."""

# "  * ", "• ", "12. ", "> ", ">> ", "### "; "12. Juni 2017" is a date
_MARK = re.compile(
    r"(?:[*+•◦▪·-]|#{1,6}|\d{1,4}\.(?!\s[^\W\d_]{3,10}\.?\s(?:1[89]|20)\d\d\b)|>{1,9})(?=\s|$)\s*"
)
_MARK_SIGNS = frozenset("*+•◦▪·-#>")
# "#12", "# 12 (permalink)"
_POST_NUMBER = re.compile(r"# ?\d")
_LAST_NUMBER = re.compile(r"#\d{1,6}\s*(?:[\r\n]|$)")
# "![An avatar](/a/1.png)"
_IMAGE = re.compile(r"!\[[^\[\]]{0,200}\]\([^()]{0,600}\)")
# "[Ann](/members/ann.12/ \"Ann\")"
_LINK = re.compile(r"\[([^\[\]]{0,300})\]\((?:[^()]|\([^()]{0,80}\)){0,600}\)")
# "**Ann**", "_Member_", "__ Save": emphasis and icons; "ann_" is a name
# "| | Posted: Tue May 06, 2008": the cells of a table, and "---|---" below them
_CELLS = re.compile(r"^-{3,}(?:\s?\|\s?-{3,})*$|^[\s|]*\|[\s|]*|[\s|]*\|\s*$")
# "[**Ann**](member.php?u=12) Junior Member", "#### ![Offline](off.gif) [Ann](?profile;u=12)",
# "[![Offline](off.gif)](?pm;u=12) [Ann](?profile;u=12)"
_PICTURE = r"!\[[^\[\]]{0,60}\]\([^()]{0,200}\)"
_MEMBER = re.compile(
    rf"[\s|*_#]{{0,8}}(?:{_PICTURE}\s?|\[{_PICTURE}\]\([^()]{{0,200}}\)\s?){{0,3}}"
    r"[\s|*_]{0,8}\[([^\[\]]{1,60})\]\([^()\s]{0,200}(?:member|user|profile|[?&]u=)[^()]{0,200}\)",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"\w-$")
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


_MAKE = maker(Row)


def numbers_posts(page: TextPage) -> bool:
    """Tell whether a row can hold a post's number, "#12": the cheap question before `read_rows`."""
    return page.once(_has_numbers)


def _has_numbers(page: TextPage) -> bool:
    text = page.text
    return "#" in text and (page.linked or _POST_NUMBER.search(text) is not None)


def numbers_alone(page: TextPage) -> bool:
    """Tell whether "#12" can be the last of a row: the cheap question where it stands alone."""
    return page.once(_has_last_numbers)


def _has_last_numbers(page: TextPage) -> bool:
    return numbers_posts(page) and (page.linked or _LAST_NUMBER.search(page.text) is not None)


def is_spoken(rows: Sequence[Row], dates: Sequence[int]) -> bool:
    """Tell blogs that number their comments: "Ann says:" above most dates; boards print none."""
    above = (rows[number - 1].text for number in dates if number)
    said = sum(len(text) <= MAX_SPEECH and SAYS.match(text) is not None for text in above)
    return said > 1 and 2 * said > len(dates)


def is_markdown(page: TextPage) -> bool:
    """Tell whether links stand in the text as Markdown."""
    return page.once(_has_links)


def linked_name(page: TextPage, row: Row) -> str | None:
    """Give the words of the link to a member that a row of Markdown begins with, or None."""
    lines = page.lines[row.first : min(row.last + 1, row.first + MAX_LINES)]
    found = _MEMBER.match(_unwrapped(lines))
    return found[1].strip(" *_") if found else None


def _has_links(page: TextPage) -> bool:
    return page.linked and page.text.count("](") >= _LINKS


def read_rows(page: TextPage) -> list[Row]:
    """Give the rows of a page; linear in its length, made once a page."""
    return page.once(_read)


def _read(page: TextPage) -> list[Row]:
    return _markdown_rows(page) if is_markdown(page) else _plain_rows(page)


def _plain_rows(page: TextPage) -> list[Row]:
    """Give a row for each line; most stay as they are."""
    lines = page.lines
    found: list[Row] = []
    gap = 0
    spaced = page.spaced
    for number, (start, first, _, _, _, text) in enumerate(lines):
        if not text:
            gap += 1
            continue
        sign = text[0]
        marked = sign in _MARK_SIGNS or sign.isdigit()
        if marked or "  " in text or (spaced and not text.isprintable()):
            found.append(_row(lines, number, number, gap, markdown=False))
        else:
            found.append(_MAKE((text, "", number, number, gap, first - start)))
        gap = 0
    return found


def _markdown_rows(page: TextPage) -> list[Row]:
    """Give a row for each wrapped paragraph; two blanks end a line within one."""
    lines = page.lines
    spans: list[tuple[int, int, int]] = []
    gap = 0
    joins = False
    for number, line in enumerate(lines):
        if not line.text:
            gap, joins = gap + 1, False
            continue
        if joins and not _MARK.match(line.text):
            spans[-1] = (spans[-1][0], number, spans[-1][2])
        else:
            spans.append((number, number, gap))
        joins = not page.text.startswith("  ", line.end, line.stop)
        gap = 0
    return [_row(lines, first, last, gap, markdown=True) for first, last, gap in spans]


def _row(lines: list[Line], first: int, last: int, gap: int, *, markdown: bool) -> Row:
    """Clean the lines' text and take its mark off."""
    text = lines[first].text
    if last > first:
        text = _unwrapped(lines[first : last + 1])
    text, mark = _unmarked(text, "")
    if markdown and len(text) <= MAX_ROW and not text.isalnum():
        if "](" in text:
            text = inner(_LINK, _IMAGE.sub("", text) if "![" in text else text)
            text = inner(_LINK, text) if "](" in text else text
        if "_" in text or "**" in text:
            text = inner(_EMPHASIS, text)
        text = text.replace("\\.", ".") if "\\." in text else text  # "27\\. April 2012"
        text, mark = _unmarked(text.lstrip(), mark)
        text = _CELLS.sub("", text) if "|" in text or text[:3] == "---" else text
    # white space other than a blank is not printable
    if "  " in text or not text.isprintable() or text[-1:] == " ":
        text = " ".join(text.split())
    start, begin, _, _, _, _ = lines[first]
    return _MAKE((text, mark, first, last, gap, begin - start))


def _unwrapped(lines: Sequence[Line]) -> str:
    """Join wrapped lines; html2text wraps behind hyphens, too: "ann-", then "lee"."""
    texts = [line.text for line in lines]
    return "".join(
        text if _HYPHENED.search(text) and below[:1].isalnum() else f"{text} "
        for text, below in pairwise([*texts, ""])
    ).rstrip()


def _unmarked(text: str, mark: str) -> tuple[str, str]:
    if text[:1] not in _MARK_SIGNS and not text[:1].isdigit():
        return text, mark
    place = 0
    while found := _MARK.match(text, place):
        mark = mark or found[0].strip()
        place = found.end()
    return text[place:], mark
