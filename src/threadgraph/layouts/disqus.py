"""Read the list that the Disqus plug-in for WordPress prints for readers without scripts.

Nested bullets: the name stands on the bullet's line, the text below it, two columns deeper;
answers are bullets at the depth of the text they answer. A linked name is dropped by main-content
extractors: then the first words of the text follow the bullet. A line filter may drop the line of
bullet and name (names in capitals): then only the text's column tells that a comment begins. The
markup has no dates.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from threadgraph.dates import is_date
from threadgraph.dates.scan import closes_date, trailing_date
from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._heads.byline_edges import strip_tail
from threadgraph.layouts._text.chrome import KEPT, is_chrome
from threadgraph.layouts._text.names import looks_like_name, reads_as_text, without_address
from threadgraph.layouts._text.page import Line, Segment, TextPage
from threadgraph.layouts._text.words import SAY_WORDS
from threadgraph.tuples import maker

__all__ = ["LAYOUT"]

BULLET, BRAND = "•", "comments powered by Disqus"
SURE_SHARE = 0.4
"""Of the bullets that must be names for the list to be surely one of comments."""
MANY, NEAR, NEAR_WORDS, MAX_DATE = 4, 60, 16, 40
"""Words of a discussion are looked for in NEAR_WORDS lines above, the brand NEAR letters below."""

GAP = 2
"""Lines from one text to the next where nothing was dropped: one blank line between."""
STEP = 2
"""Columns of one level of nesting."""
_NUMBER = re.compile(r"\d{1,4}\.\s")  # "12. text"
_POINTED = re.compile(r"\.(?<=\d\.)\s")  # its end, which is found at once where there is none
# "Ann's avatar": another system's picture, whose name stands below
_PICTURE = re.compile(r"['’]s (?:gr)?avatar$", re.IGNORECASE)
_RECORD, _SEGMENT = maker(Record), maker(Segment)


class _Item:
    """A record that a line opens, with its name.

    `last` is its last line, `below` the line of text that follows the first one. It is `bare` where
    its bullet was dropped.
    """

    __slots__ = ("bare", "below", "indent", "last", "line", "name", "textless")

    def __init__(self, line: int, indent: int, below: int | None, name: str | None) -> None:
        self.line = self.last = line
        self.indent = indent
        self.below = below
        self.name = name
        self.bare = self.textless = False


def _parse(page: TextPage) -> Parse | None:
    if BULLET not in page.dense:
        return None
    items = _items(page)
    names = [page.lines[item.line].text for item in items if item.name]
    if not names or _numbered(page, items) or _is_other(page, items):
        return None
    depths = _depths(items)
    answers = _answers(items, names, depths)
    end = page.lines[items[-1].last].end
    branded = BRAND in page.text[end : end + NEAR]
    if not (answers or branded or _told(page, items, names)):
        return None
    _find_textless(page, items, set(names))
    records = [_record(page, item, depth) for item, depth in zip(items, depths, strict=True)]
    if len(names) >= MANY and answers:  # few may be a box, and the page another's
        rest = (line.content for line in page.lines[items[-1].last + 1 :] if line.text)
        records[-1] = records[-1]._replace(chrome=(*records[-1].chrome, *rest))
    share = len(names) / len(items)
    return Parse(
        records=tuple(records),
        start=page.lines[items[0].line].start,
        marks=len(names) + 3 * branded,
        # comments without a name obey the grammar too, but a list of any kind looks like them
        regularity=0.8 + 0.2 * share if branded or share >= SURE_SHARE else 0.5 + 0.5 * share,
    )


def _items(page: TextPage) -> list[_Item]:
    """Find the bullets that open a record: in the indented region with most named bullets."""
    items: list[_Item] = []
    region: list[_Item] = []
    columns: set[int] = set()
    last_text = -1
    lines, filled = page.lines, page.filled
    for at, number in enumerate(filled):
        start, first, _, _, _, text = lines[number]
        bullet = text[0] == BULLET
        indent = first - start if last_text >= 0 else _first_column(page, number)
        if indent == 0 and not bullet:
            if region:
                items, region = _better(items, region, last_text), []
                columns.clear()
        elif bullet and _opens(lines, filled, at):
            if region:
                region[-1].last = last_text
            below = filled[at + 1] if at + 1 < len(filled) else None
            region.append(_Item(number, indent, below, _named(lines, filled, at)))
            columns.add(indent)
        elif region:
            last, own = region[-1], indent - STEP
            if number - last_text > GAP and _lost_its_bullet(last, own, columns):
                last.last = last_text
                region.append(_Item(number, own, None, None))
                region[-1].bare = True
                columns.add(own)
            elif indent <= last.indent:
                _give_back(region, indent)
        last_text = number
    return _better(items, region, last_text)


def _find_textless(page: TextPage, items: list[_Item], names: Collection[str]) -> None:
    """Mark names whose text a line filter dropped, a single word: more than one blank line follows.

    A name that others bear on the page needs no such gap.
    """
    alone = [i for i in items if i.last == i.line and i.name is None and not i.bare]
    if not alone or page.unfiltered:
        return
    for item in alone:
        text = page.lines[item.line].text
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


def _told(page: TextPage, items: list[_Item], names: list[str]) -> bool:
    """Tell comments from a list of other things that have names: words above tell it."""
    above = page.lines[max(0, items[0].line - NEAR_WORDS) : items[0].line]
    worded = any(discussion_words(line.text) for line in above)
    return worded or (not page.unfiltered and _likely(names))


def _is_other(page: TextPage, items: list[_Item]) -> bool:
    """Tell other systems: "Ann says", "Ann's avatar", "Ann May 3, 2020 - Reply", a date below."""
    named = [item for item in items if item.name]
    if not (_shows_other(page, named[0]) or _shows_other(page, named[-1])):
        return False
    return 2 * sum(_shows_other(page, item) for item in named) > len(named)


def _shows_other(page: TextPage, item: _Item) -> bool:
    name = item.name or ""
    if name.rpartition(" ")[2] in SAY_WORDS or _PICTURE.search(name):
        return True
    if any(map(str.isdigit, name)) and (dated := trailing_date(strip_tail(name))):
        return dated.certain
    below = page.lines[item.below].text if item.below is not None else ""
    return len(below) <= MAX_DATE and is_date(below)


def _answers(items: list[_Item], names: list[str], depths: list[int]) -> bool:
    """Tell whether some named ones stand deeper, or a name comes again."""
    levels = {depth for item, depth in zip(items, depths, strict=True) if item.name}
    return len(levels) > 1 or len(set(names)) < len(names)


def _likely(names: list[str]) -> bool:
    """Tell that most are names: of menus and lists of people a line filter leaves little."""
    likely = sum(looks_like_name(name.removeprefix(BULLET).strip()) for name in names)
    return len(names) > 1 and likely * 2 > len(names)


def _numbered(page: TextPage, items: list[_Item]) -> bool:
    """Tell bullets inside a numbered list: another system's answers."""
    left = min(item.indent for item in items)
    if left <= 1 or not _POINTED.search(page.text):
        return False
    near = page.lines[max(0, items[0].line - NEAR) : items[-1].line + 1]
    outside = (text for start, first, _, _, _, text in near if start < first < start + left)
    return any(map(_NUMBER.match, outside))


def _better(old: list[_Item], new: list[_Item], last: int) -> list[_Item]:
    """Give the items of which more are named; those of `new` end with the line `last`."""
    if new:
        new[-1].last = last
    named = sum(item.name is not None for item in new)
    return new if named and named >= sum(item.name is not None for item in old) else old


def _lost_its_bullet(last: _Item, own: int, columns: set[int]) -> bool:
    """Tell whether text after a gap belongs to a comment whose bullet line was dropped.

    `own` is the column of that bullet, `columns` those of the bullets so far. At the column of the
    last comment's text it may as well be that comment going on. Deeper by one level it answers it;
    at the column of an earlier comment's text it is a new one.
    """
    named = last.name is not None
    return own == last.indent + STEP or (own < last.indent and named and own in columns)


def _give_back(region: list[_Item], indent: int) -> None:
    """Take back bullets that were a list inside a text: the text goes on at `indent`."""
    while len(region) > 1 and region[-1].indent >= indent and not region[-1].name:
        region.pop()


def _opens(lines: Sequence[Line], filled: Sequence[int], at: int) -> bool:
    """Tell a record's bullet: blank lines before it, and no bullet on the very next line.

    `filled` are the lines that are not blank, the one in question at `at`. Right below the last
    item of a list inside of a text stands one whose own text is deeper.
    """
    number = filled[at]
    start, first, _, _, _, text = lines[number]
    if text[0] != BULLET or len(text) == 1:
        return False
    below = filled[at + 1] if at + 1 < len(filled) else None
    if at and filled[at - 1] == number - 1:
        return below is not None and below > number + 1 and lines[below].indent > first - start
    return below is None or below > number + 1 or lines[below].text[0] != BULLET


def _named(lines: Sequence[Line], filled: Sequence[int], at: int) -> str | None:
    """Give the name that the bullet's line is: text follows after a blank line, deeper."""
    if at + 1 == len(filled) or filled[at + 1] == filled[at] + 1:
        return None
    start, first, _, _, _, text = lines[filled[at]]
    left, place, _, _, _, below = lines[filled[at + 1]]
    if place - left <= first - start or (below[0] == BULLET and _opens(lines, filled, at + 1)):
        return None
    name = _name(text)
    return None if name == below else name  # else a list of people with their pictures


@lru_cache(maxsize=KEPT)
def _name(text: str) -> str | None:
    """Give what can be a name on a bullet's line: no sentence, date or "Share ›"."""
    name = without_address(text.removeprefix(BULLET).strip())
    if not name or reads_as_text(name) or is_chrome(name) or name.isdecimal():
        return None
    if not closes_date(name):
        return name
    dated = trailing_date(name)
    return None if is_date(name) or (dated and dated.certain) else name


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
    mark = _SEGMENT((start, place + len(BULLET)))
    name = text[len(BULLET) :].lstrip()
    lead = end - len(name)
    if item.name is None and not item.textless:
        rest = page.body(item.line, item.last, content)
        cut = [Segment(max(lead, left), right) for left, right in rest if right > lead]
        return Record(body=tuple(cut), chrome=(mark,), depth=depth, evidence=mark)
    below = item.below if item.last > item.line else None
    body = () if below is None else tuple(page.body(below, item.last, content))
    author = item.name or without_address(name)
    status = "empty" if item.textless else "complete"
    header, chrome = (_SEGMENT((lead, end)),), (mark,)
    return _RECORD(
        (body, header, chrome, author, "named", None, None, depth, mark, "comment", status)
    )


LAYOUT = Layout(
    description="Disqus list: nested bullets, the name on the bullet's line",
    parents="nesting",
    telling=2,
    parse=_parse,
    bare=True,
)
