"""Part posts that no element holds: a heading, a text and a byline, and so again, all beside.

Old pages lay posts out one below the other: rows of a table, terms with definitions, paragraphs
between rules. A post is what stands from one beginning to the next; beginnings are alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from threadgraph.markup._dom import Node
from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.rows import FEW
from threadgraph.markup._unknown.tags import HEADINGS

__all__ = ["Loose", "loose_in"]

MIN_PARTS = 2
"""Elements with text that a post is made of: one alone would be the post itself."""
MAX_PARTS = 40
MAX_LABEL = 20
MIN_TEXT = 30
"""Code points of a post, on the average."""
_LINKED = 0.6
_MOST = 0.7
_OFTEN = 0.4
"""Share of the most frequent kind's number that a kind has which begins posts."""
MAX_KINDS = 5
_TERMS = frozenset(("dt", "dd"))
_BREAKS = frozenset(("br", "wbr"))
_RULE = ("hr",)
_TEXT = ("-text",)

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loose:
    """Posts in one element, the block `above`: the nodes of each, and its first and last block."""

    above: int
    posts: list[list[Node]]
    spans: list[range]


@dataclass(frozen=True, slots=True)
class _Child:
    node: Node
    key: _Key
    number: int | None
    """Of the block, if it is one."""
    text: int
    """Code points in it."""


def loose_in(blocks: Sequence[Block], *, anywhere: bool) -> Iterator[Loose]:
    """Give what may be posts, for each kind of beginning.

    If not `anywhere`, they are sought only where a name speaks of comments. Cost: linear in nodes
    for each of the few kinds that return in an element.
    """
    inner = Counter(block.above for block in blocks)
    many = [above for above, count in inner.items() if count >= MIN_PARTS * FEW and above >= 0]
    numbers = {block.node.mem_id: n for n, block in enumerate(blocks)} if many else {}
    for above in sorted(many):
        if blocks[above].aside:
            continue
        if blocks[above].linked > _LINKED * blocks[above].text:
            continue
        if not anywhere and blocks[above].said is None:
            continue
        children = _children(blocks, above, numbers)
        for kind in _kinds(children):
            found = _parted(children, kind)
            if len(found) >= FEW and (loose := _loose(blocks, above, found)):
                yield loose


def _children(blocks: Sequence[Block], above: int, numbers: dict[int, int]) -> list[_Child]:
    found: list[_Child] = []
    node = blocks[above].node.first_child
    while node is not None:
        number = numbers.get(node.mem_id)
        if number is not None:
            block = blocks[number]
            key = () if block.tag in _BREAKS else _key(blocks, number)
            found.append(_Child(node, key, number, block.text))
        elif node.tag == "-text" and (size := len((node.text_content or "").strip())):
            found.append(_Child(node, _TEXT, None, size))
        node = node.next
    return found


def _key(blocks: Sequence[Block], number: int) -> _Key:
    """Tell what an element is like: its tag and names, else what it begins with.

    Terms and definitions are alike, whatever their names: `dt.me` is the author's own.
    """
    block = blocks[number]
    if block.tag in _TERMS:
        return (block.tag,)
    if block.names or block.tag in HEADINGS or block.tag == "hr":
        return (block.tag, *block.names)
    first = block.node.first_child
    begins = first is not None and not (first.tag == "-text" and (first.text_content or "").strip())
    inner = blocks[number + 1] if number + 1 < block.end and begins else None
    if block.tag != "tr" or inner is None:
        return (block.tag, inner.tag if inner is not None else "")
    label = inner.node.text().strip() if inner.text <= MAX_LABEL else ""
    cells = _cells(blocks, number)
    alone = _begins(blocks, number + 1) if cells == 1 else ""  # a name, a text, or a line
    return (block.tag, str(cells), alone, label if label.endswith(":") else "")


def _begins(blocks: Sequence[Block], number: int) -> str:
    """Tell what an element begins with: the tag of another, text, or nothing."""
    block = blocks[number]
    if not block.text:
        return ""
    here = block.node.first_child
    while here is not None and here.tag == "-text" and not (here.text_content or "").strip():
        here = here.next
    return (here.tag or "") if here is not None else ""


def _cells(blocks: Sequence[Block], row: int) -> int:
    count, here = 0, row + 1
    while here < blocks[row].end:
        count, here = count + 1, blocks[here].end
    return count


def _kinds(children: Sequence[_Child]) -> list[_Key]:
    """Give the kinds of element that return most: rules first, then as they come."""
    counts = Counter(child.key for child in children if child.key and child.key != _TEXT)
    often = max(counts.values(), default=0)
    kinds = [key for key, n in counts.items() if n >= max(FEW, _OFTEN * often) or key == _RULE]
    return sorted(kinds, key=lambda key: key != _RULE)[:MAX_KINDS]


def _parted(children: Sequence[_Child], kind: _Key) -> list[list[_Child]]:
    """Part the children where an element of a kind begins a post, or a rule ends one."""
    places = [n for n, child in enumerate(children) if child.key == kind]
    starts = [n + 1 for n in places] if kind == _RULE else places
    posts = [list(children[a:b]) for a, b in pairwise(starts)]
    if kind == _RULE:
        posts = [[c for c in post if c.key != _RULE] for post in posts]
        posts[:0] = _before(children[: places[0]], posts)
    known = {child.key for post in posts for child in post}
    most = max(map(len, posts), default=0)
    last: list[_Child] = []
    for child in children[starts[-1] : starts[-1] + most]:
        if child.key not in known:
            break
        last.append(child)
    return [post for post in (*posts, last) if len(post) <= MAX_PARTS and _holds(post)]


def _before(children: Sequence[_Child], posts: Sequence[list[_Child]]) -> list[list[_Child]]:
    """Give the post that ends at the first rule: what is made like the next one."""
    pattern = [child.key for child in posts[0]] if posts else []
    first = list(children[len(children) - len(pattern) :])
    return [first] if pattern and [child.key for child in first] == pattern else []


def _holds(post: Sequence[_Child]) -> bool:
    return sum(bool(child.text) for child in post) >= MIN_PARTS


def _loose(blocks: Sequence[Block], above: int, posts: Sequence[list[_Child]]) -> Loose | None:
    """Give the posts, if no heading in them leads to a page of its own."""
    spans = [_span(blocks, post) for post in posts]
    text = sum(child.text for post in posts for child in post)
    if text < MIN_TEXT * len(posts):
        return None
    titled = sum(any(_leads(blocks, n) for n in span) for span in spans)
    if titled >= _MOST * len(posts):
        return None
    return Loose(above, [[child.node for child in post] for post in posts], spans)


def _span(blocks: Sequence[Block], post: Sequence[_Child]) -> range:
    numbers = [child.number for child in post if child.number is not None]
    return range(numbers[0], blocks[numbers[-1]].end) if numbers else range(0)


def _leads(blocks: Sequence[Block], number: int) -> bool:
    """Tell a link in a heading to another page."""
    block = blocks[number]
    if block.tag != "a" or block.above < 0 or blocks[block.above].tag not in HEADINGS:
        return False
    return "#" not in (block.node.attributes.get("href") or "#")
