"""Read the list that the Disqus plug-in for WordPress prints for readers without scripts.

Nested bullets: the name stands on the bullet's line, the text below it, two columns deeper;
answers are bullets at the depth of the text they answer. A linked name is dropped by main-content
extractors: then the first words of the text follow the bullet. A line filter may drop the line of
bullet and name (names in capitals): then only the text's column tells that a comment begins. The
markup has no dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from threadgraph.dates import is_date
from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.names import looks_like_name, reads_as_text, without_address
from threadgraph.layouts._text.page import Segment, TextPage

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
    for number, (start, first, _, _, _, text) in enumerate(page.lines):
        if not text:
            continue
        bullet = text[0] == BULLET
        indent = first - start if last_text >= 0 else _first_column(page, number)
        if indent == 0 and not bullet:
            items, region = _better(items, region), []
            columns.clear()
        elif bullet and _opens(page, number):
            if region:
                region[-1].last = last_text
            region.append(_Item(number, indent, named=_named(page, number)))
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
    lines = page.lines[max(0, items[0].line - NEAR) : items[-1].line + 1]
    return any(
        0 < first - start < left and _NUMBER.match(text)
        for start, first, _, _, _, text in lines
        if text
    )


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


def _opens(page: TextPage, number: int) -> bool:
    """Tell a record's bullet: blank lines before it, and no bullet on the very next line.

    Right below the last item of a list inside of a text stands one whose own text is deeper.
    """
    line = page.lines[number]
    if not line.text.startswith(BULLET) or len(line.text) == 1:
        return False
    if not page.blank(number - 1):
        following = page.next_text(number + 1) if page.blank(number + 1) else None
        return following is not None and page.lines[following].indent > line.indent
    return page.blank(number + 1) or not page.lines[number + 1].text.startswith(BULLET)


def _named(page: TextPage, number: int) -> bool:
    """Tell whether the bullet's line is a name: text follows after a blank line, deeper."""
    line = page.lines[number]
    following = page.next_text(number + 1)
    name = without_address(line.text.removeprefix(BULLET).strip())
    if following is None or not page.blank(number + 1) or not name or reads_as_text(name):
        return False
    below = page.lines[following]
    if below.text == name:
        return False  # a list of people with their pictures
    if below.indent <= line.indent or _opens(page, following) or is_chrome(name):
        return False  # "Share ›"
    dated = trailing_date(name)
    return not (is_date(name) or (dated and dated.certain) or name.isdecimal())


def _depths(items: list[_Item]) -> list[int]:
    """Give each item's depth by its indentation; two columns are one level."""
    base = min(item.indent for item in items)
    return [(item.indent - base) // STEP for item in items]


def _record(page: TextPage, item: _Item, depth: int) -> Record:
    line = page.lines[item.line]
    if item.bare:
        return Record(
            body=tuple(page.body(item.line, item.last, item.indent + STEP)),
            depth=depth,
            evidence=Segment(line.start, line.first),
        )
    mark = Segment(line.start, line.first + len(BULLET))
    lead = line.end - len(line.text[len(BULLET) :].lstrip())
    content = item.indent + STEP
    first = page.next_text(item.line + 1)
    if item.named and first is not None:
        text = page.body(first, item.last, content) if first <= item.last else ()
        return Record(
            header=(Segment(lead, line.end),),
            body=tuple(text),
            chrome=(mark,),
            author=without_address(page.text[lead : line.end]),
            author_state="named",
            depth=depth,
            evidence=mark,
        )
    if item.textless:
        return Record(
            header=(Segment(lead, line.end),),
            body=(),
            chrome=(mark,),
            author=without_address(page.text[lead : line.end]),
            author_state="named",
            depth=depth,
            evidence=mark,
            status="empty",
        )
    rest = page.body(item.line, item.last, content)
    body = [Segment(max(lead, start), end) for start, end in rest if end > lead]
    return Record(body=tuple(body), chrome=(mark,), depth=depth, evidence=mark)


LAYOUT = Layout(
    description="Disqus list: nested bullets, the name on the bullet's line",
    parents="nesting",
    telling=2,
    parse=_parse,
)
