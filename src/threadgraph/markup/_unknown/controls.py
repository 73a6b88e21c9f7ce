"""Tell posts by what the page offers below each: a control to answer it.

Where neither classes nor headings speak of comments, words on buttons do, in any markup: nobody
answers a teaser or a product. Small ads can be answered: that somebody wrote must show as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.markup._bylines import date_in
from threadgraph.markup._dom import HtmlPage, Node, attribute, one_line, up_from
from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.names import PROFILE
from threadgraph.markup._unknown.outline import role_of
from threadgraph.markup._unknown.rows import FEW, Row, row_of
from threadgraph.markup._unknown.told import counts_before

__all__ = ["Controls", "answered", "controls_of", "people_of", "stands_in"]

_MOST = 0.7
_ALL = "a, button, span, li, input[type=submit], input[type=button]"
# "Reply", "Reply (3)", "Reply to this comment", "Antworten / Zitieren", "Antwort schreiben"
_WORDS = re.compile(
    r"[\W_]{0,3}(?:(?:post\sa\s)?reply(?:\sto\s(?:this|comment|post)[\w\s]{0,12})?|respond|"
    r"(?:auf\sbeitrag\s)?antworten|antwort\sschreiben|zitieren|quote(?:\sthis(?:\spost)?)?|répondre|responder|rispondi|"
    r"beantwoorden|reageer|reagovat|odpovědět|odpowiedz|ответить|відповісти|svara|besvar|vastaa|"
    r"yanıtla|cevapla|válasz|răspunde|απάντηση|balas|trả\slời|phản\shồi|رد|پاسخ|הגב|השב|回复|回應|回覆|"
    r"回应|返信|(?:답글|댓글)(?:달기|쓰기)?)(?:\W[\W\d]{0,12}(?:zitieren)?)?\Z",
    re.IGNORECASE,
)
# "/news/bridge#respond": the form of another page, below a teaser
_ELSEWHERE = re.compile(r"[^#?]+#")
# "10:05", "10h05", "3 days ago", "vor 3 Tagen": a time of the day, or an age
_CLOCK = re.compile(
    r"\d[:h]\d\d|\d\s[^\W\d_]{3,9}\s\w{2,5}\Z|\A(?:vor|il y a|hace|há)\s", re.IGNORECASE
)
MAX_WORDS = 40
MAX_TIME = 60
"""Size of an element that holds name and date."""

Controls = list[int]
"""The numbers of the blocks that controls are or stand in, in order."""


def controls_of(page: HtmlPage, blocks: Sequence[Block]) -> Controls:
    """Find the controls of a page by their words: the text that stands right in an element."""
    nodes = [node for node in page.all(_ALL) if _answers(node)]
    if len(nodes) < FEW:
        return []
    known = {block.node.mem_id: number for number, block in enumerate(blocks)}
    places = (next((known[n.mem_id] for n in up_from(x) if n.mem_id in known), None) for x in nodes)
    return sorted(place for place in places if place is not None)


def _answers(node: Node) -> bool:
    """Tell a control that serves to answer what it stands below, in the same page."""
    child = node.first_child
    shown = attribute(node, "value") if child is None else child.text_content
    if not shown or len(shown) > 2 * MAX_WORDS or not _WORDS.match(one_line(shown)):
        return False
    near = (node, node.parent) if node.parent is not None else (node,)
    return not any(_ELSEWHERE.match(attribute(n, "href") or "") for n in near)


def stands_in(found: Sequence[int], start: int, stop: int) -> bool:
    """Tell whether any of what was found stands in the blocks from `start` up to `stop`."""
    return bisect_right(found, stop - 1) > bisect_left(found, start)


def answered(
    blocks: Sequence[Block], groups: Sequence[tuple[int, ...]], controls: Controls
) -> Iterator[Row]:
    """Give the rows that no name calls comments, but each block of which has such a control."""
    people = people_of(blocks) if controls else []
    for group in groups if controls else ():
        near = [n for n in group if stands_in(controls, n, blocks[n].end)]
        own = _nearest(blocks, near, controls) if len(near) >= FEW else []
        for numbers in [own] if len(own) >= _MOST * len(group) else _beside(blocks, own):
            row = row_of(blocks, numbers) if len(numbers) >= FEW else None
            if row is not None and not row.said and _written(blocks, numbers, people):
                yield replace(row, said=True, weak=True)


def people_of(blocks: Sequence[Block]) -> list[int]:
    """Give the elements that their class calls a name, and the links to somebody's profile."""
    return [
        number
        for number, block in enumerate(blocks)
        if role_of(block.tag, block.node.attributes.get("class") or "").author
        or (block.tag == "a" and PROFILE.search(attribute(block.node, "href") or ""))
    ]


def _written(blocks: Sequence[Block], numbers: Sequence[int], people: Sequence[int]) -> bool:
    """Tell whether most blocks name who wrote them, or a count of comments stands before all.

    Or each tells the time of the day, which small ads do not.
    """
    named = sum(stands_in(people, n + 1, blocks[n].end) for n in numbers)
    if named >= _MOST * len(numbers) or counts_before(blocks, numbers[0]):
        return True
    return all(_timed(blocks, n) for n in numbers)


def _timed(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether a short element in a block holds a date with a time, or an age."""
    small = (blocks[n] for n in range(number + 1, blocks[number].end) if blocks[n].text <= MAX_TIME)
    texts = (one_line(block.node.text()) for block in small if block.text)
    return any((date := date_in(text)) and _CLOCK.search(date) for text in texts)


def _nearest(blocks: Sequence[Block], near: Sequence[int], controls: Controls) -> list[int]:
    """Give the blocks with a control that stands in none of the others in them."""
    known = {*near}
    own: set[int] = set()
    for control in controls:
        here = control
        while here >= 0 and here not in known:
            here = blocks[here].above
        own.add(here)
    return sorted(own - {-1})


def _beside(blocks: Sequence[Block], numbers: Sequence[int]) -> list[list[int]]:
    """Part blocks by the element they stand in: tables are used for layout, too."""
    parts: dict[int, list[int]] = {}
    for number in numbers:
        parts.setdefault(blocks[number].above, []).append(number)
    return [*parts.values()]
