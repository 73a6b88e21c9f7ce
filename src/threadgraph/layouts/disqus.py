"""Read the list that the Disqus plug-in for WordPress prints for readers without scripts.

Nested bullets: the name stands on the bullet's line, the text below it, two columns deeper;
answers are bullets at the depth of the text they answer. A linked name is dropped by main-content
extractors: then the first words of the text follow the bullet. A line filter may drop the line of
bullet and name (names in capitals): then only the text's column tells that a comment begins. The
markup has no dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from threadgraph.dates import is_date
from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._text.chrome import KEPT, is_chrome
from threadgraph.layouts._text.names import looks_like_name, reads_as_text, without_address
from threadgraph.layouts._text.page import Line, Segment, TextPage

__all__ = ["LAYOUT"]

BULLET = "•"
SURE_SHARE = 0.4
"""Of the bullets that must be names for the list to be surely one of comments."""
MANY = 4
NEAR = 60
NEAR_WORDS = 16
"""Lines above the list in which words of a discussion are looked for."""

GAP = 2
"""Lines from one text to the next where nothing was dropped: one blank line between."""
STEP = 2
"""Columns of one level of nesting."""
_NUMBER = re.compile(r"\d{1,4}\.\s")  # "12. text"


@dataclass(slots=True)
class _Item:
    line: int
    indent: int
    named: bool
    bare: bool = False
    textless: bool = False
    last: int = -1


def _parse(page: TextPage) -> Parse | None:
    if BULLET not in page.text:
        return None
    items = _items(page)
    if not any(item.named for item in items) or _numbered(page, items):
        return None
    depths = _depths(items)
    if not _told(page, items, depths):
        return None
    _find_textless(page, items)
    records = [_record(page, item, depth) for item, depth in zip(items, depths, strict=True)]
    named = sum(item.named for item in items)
    if named >= MANY and _answers(page, items, depths):  # few may be a box, and the page another's
        rest = (line.content for line in page.lines[items[-1].last + 1 :] if line.text)
        records[-1] = records[-1]._replace(chrome=(*records[-1].chrome, *rest))
    share = named / len(items)
    return Parse(
        records=tuple(records),
        start=page.lines[items[0].line].start,
        marks=named,
        # comments without a name obey the grammar too, but a list of any kind looks like them
        regularity=0.8 + 0.2 * share if share >= SURE_SHARE else 0.5 + 0.5 * share,
    )


def _items(page: TextPage) -> list[_Item]:
    """Find the bullets that open a record: in the indented region with most named bullets."""
    items: list[_Item] = []
    region: list[_Item] = []
    columns: set[int] = set()
    last_text = -1
    lines = page.lines
    filled = [number for number, line in enumerate(lines) if line.text]
    for at, number in enumerate(filled):
        start, first, _, _, _, text = lines[number]
        bullet = text[0] == BULLET
        indent = first - start if last_text >= 0 else _first_column(page, number)
        if indent == 0 and not bullet:
            if region:
                items, region = _better(items, region), []
                columns.clear()
        elif bullet and _opens(lines, filled, at):
            if region:
                region[-1].last = last_text
            region.append(_Item(number, indent, named=_named(lines, filled, at)))
            columns.add(indent)
        elif region:
            last, own = region[-1], indent - STEP
            if number - last_text > GAP and _lost_its_bullet(last, own, columns):
                region.append(_Item(number, own, named=False, bare=True))
                columns.add(own)
            elif indent <= last.indent:
                _give_back(region, indent)
        if region:
            region[-1].last = number
        last_text = number
    return _better(items, region)


def _find_textless(page: TextPage, items: list[_Item]) -> None:
    """Mark names whose text a line filter dropped, a single word: more than one blank line follows.

    A name that others bear on the page needs no such gap.
    """
    if page.unfiltered:
        return
    names = {page.lines[item.line].text for item in items if item.named}
    for item in items:
        text = page.lines[item.line].text
        if item.named or item.bare or item.last != item.line:
            continue
        gap = page.next_text(item.line + 1) is not None and page.blank(item.line + 2)
        item.textless = text in names or (
            gap and looks_like_name(text.removeprefix(BULLET).strip())
        )


def _first_column(page: TextPage, number: int) -> int:
    """Give the column of a page's first text; a stripped text lost that of its bullet.

    The text below the bullet tells.
    """
    line, below = page.lines[number], page.next_text(number + 1)
    deep = below is not None and page.lines[below].indent == 2 * STEP
    return STEP if deep and line.text[0] == BULLET and line.indent == 0 else line.indent


def _told(page: TextPage, items: list[_Item], depths: list[int]) -> bool:
    """Tell comments from a list of other things that have names.

    There are answers, a name comes again, or words above tell it.
    """
    names = [page.lines[item.line].text for item in items if item.named]
    above = page.lines[max(0, items[0].line - NEAR_WORDS) : items[0].line]
    return (
        _answers(page, items, depths)
        or any(discussion_words(line.text) for line in above)
        or (not page.unfiltered and _likely(names))
    )


def _answers(page: TextPage, items: list[_Item], depths: list[int]) -> bool:
    """Tell whether some named ones stand deeper, or a name comes again."""
    names = [page.lines[item.line].text for item in items if item.named]
    levels = {depth for item, depth in zip(items, depths, strict=True) if item.named}
    return len(levels) > 1 or len(set(names)) < len(names)


def _likely(names: list[str]) -> bool:
    """Tell that most are names: of menus and lists of people a line filter leaves little."""
    likely = sum(looks_like_name(name.removeprefix(BULLET).strip()) for name in names)
    return len(names) > 1 and likely * 2 > len(names)


def _numbered(page: TextPage, items: list[_Item]) -> bool:
    """Tell bullets inside a numbered list: another system's answers."""
    left = min(item.indent for item in items)
    near = page.lines[max(0, items[0].line - NEAR) : items[-1].line + 1]
    outside = [line.text for line in near if line.text and 0 < line.indent < left]
    return any(map(_NUMBER.match, outside))


def _better(old: list[_Item], new: list[_Item]) -> list[_Item]:
    named = sum(item.named for item in new)
    return new if named and named >= sum(item.named for item in old) else old


def _lost_its_bullet(last: _Item, own: int, columns: set[int]) -> bool:
    """Tell whether text after a gap belongs to a comment whose bullet line was dropped.

    `own` is the column of that bullet, `columns` those of the bullets so far. At the column of the
    last comment's text it may as well be that comment going on. Deeper by one level it answers it;
    at the column of an earlier comment's text it is a new one.
    """
    return own == last.indent + STEP or (own < last.indent and last.named and own in columns)


def _give_back(region: list[_Item], indent: int) -> None:
    """Take back bullets that were a list inside a text: the text goes on at `indent`."""
    while len(region) > 1 and region[-1].indent >= indent and not region[-1].named:
        region.pop()


def _opens(lines: Sequence[Line], filled: Sequence[int], at: int) -> bool:
    """Tell a record's bullet: blank lines before it, and no bullet on the very next line.

    `filled` are the lines that are not blank, the one in question at `at`. Right below the last
    item of a list inside of a text stands one whose own text is deeper.
    """
    number = filled[at]
    line = lines[number]
    if line.text[0] != BULLET or len(line.text) == 1:
        return False
    below = filled[at + 1] if at + 1 < len(filled) else None
    if at and filled[at - 1] == number - 1:
        return below is not None and below > number + 1 and lines[below].indent > line.indent
    return below is None or below > number + 1 or lines[below].text[0] != BULLET


def _named(lines: Sequence[Line], filled: Sequence[int], at: int) -> bool:
    """Tell whether the bullet's line is a name: text follows after a blank line, deeper."""
    if at + 1 == len(filled) or filled[at + 1] == filled[at] + 1:
        return False
    line, below = lines[filled[at]], lines[filled[at + 1]]
    if below.indent <= line.indent or _opens(lines, filled, at + 1):
        return False
    name = _name(line.text)
    return name is not None and name != below.text  # else a list of people with their pictures


@lru_cache(maxsize=KEPT)
def _name(text: str) -> str | None:
    """Give what can be a name on a bullet's line: no sentence, date or "Share ›"."""
    name = without_address(text.removeprefix(BULLET).strip())
    if not name or reads_as_text(name) or is_chrome(name) or name.isdecimal() or is_date(name):
        return None
    dated = trailing_date(name)
    return None if dated and dated.certain else name


def _depths(items: list[_Item]) -> list[int]:
    """Give each item's depth by its indentation; two columns are one level."""
    base = min(item.indent for item in items)
    return [(item.indent - base) // STEP for item in items]


def _record(page: TextPage, item: _Item, depth: int) -> Record:
    start, place, end, _, _, text = page.lines[item.line]
    content = item.indent + STEP
    if item.bare:
        body = page.body(item.line, item.last, content)
        return Record(body=tuple(body), depth=depth, evidence=Segment(start, place))
    mark = Segment(start, place + len(BULLET))
    lead = end - len(text[len(BULLET) :].lstrip())
    if not (item.named or item.textless):
        rest = page.body(item.line, item.last, content)
        cut = [Segment(max(lead, left), right) for left, right in rest if right > lead]
        return Record(body=tuple(cut), chrome=(mark,), depth=depth, evidence=mark)
    first = page.next_text(item.line + 1) if item.last > item.line else None
    return Record(
        header=(Segment(lead, end),),
        body=() if first is None else tuple(page.body(first, item.last, content)),
        chrome=(mark,),
        author=without_address(page.text[lead:end]),
        author_state="named",
        depth=depth,
        evidence=mark,
        status="empty" if item.textless else "complete",
    )


LAYOUT = Layout(
    description="Disqus list: nested bullets, the name on the bullet's line",
    parents="nesting",
    telling=2,
    parse=_parse,
)
