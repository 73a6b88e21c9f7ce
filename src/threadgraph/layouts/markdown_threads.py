"""Read threads of forums that were saved as Markdown: "## ann (Jun 11, 2010)", the text, a rule.

The title is a heading of the first level, each post ends with a row of dashes. Such headings
without rules are those of change logs.
"""

from __future__ import annotations

import re
from dataclasses import replace

from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["LAYOUT"]

# "## ann (Jun 11, 2010)"
_HEADING = re.compile(r"^## (?P<name>\S.{0,60}?) \((?P<date>[^()]{6,40})\)$")
# "## 1.2.0 (Jun 11, 2010)", "## v2 (...)": of no person
_VERSION = re.compile(r"^\[?v?\d+(?:\.\d+)+|^(?:version|release|v)\b", re.IGNORECASE)
_RULE = re.compile(r"^-{5,}$")
TITLE = "# "


def _parse(page: TextPage) -> Parse | None:
    if "\n## " not in page.dense or "\n-----" not in page.dense or not page.text.startswith(TITLE):
        return None
    rows = page.once(outline.rows)
    heads = [head for number, row in enumerate(rows) if (head := _head(page, row, number))]
    if not heads:
        return None
    ends = [*(head.first for head in heads[1:]), len(rows)]
    if not all(_RULE.match(_raw(page, rows[end - 1])) for end in ends):
        return None
    opening = replace(heads[0], depth=0, role="opening")
    parse = parse_heads(page, rows, [opening, *heads[1:]], len(rows), lambda row: _rules(page, row))
    line = page.lines[rows[0].first]
    return replace(parse, front=(Segment(line.first + len(TITLE), line.end),))


def _head(page: TextPage, row: Row, number: int) -> Head | None:
    match = _HEADING.match(_raw(page, row))
    if match is None or _VERSION.match(match["name"]) or not is_date(match["date"]):
        return None
    return Head(first=number, last=number, author=match["name"], date=match["date"])


def _rules(page: TextPage, row: Row) -> bool:
    return _RULE.match(_raw(page, row)) is not None


def _raw(page: TextPage, row: Row) -> str:
    """Give a row as it stands: rows of pages with links are read without their marks."""
    return page.lines[row.first].text


LAYOUT = Layout(
    description="threads saved as Markdown: '## NAME (DATE)', text, a row of dashes",
    parents="none",
    telling=2,
    parse=_parse,
)
