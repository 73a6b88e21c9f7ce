"""Say which blocks of a page look alike, and why they are no posts: for who wonders."""

from __future__ import annotations

from typing import NamedTuple

from threadgraph.markup._dom import HtmlPage, classes
from threadgraph.markup._unknown.blocks import groups_of
from threadgraph.markup._unknown.rows import row_of
from threadgraph.markup._unknown.told import headed
from threadgraph.markup._unknown.trial import trial

__all__ = ["Seen", "seen"]

MOST_SEEN = 3


class Seen(NamedTuple):
    """So many elements that are made alike, by their selector, and why they are no posts."""

    blocks: int
    selector: str
    why: str


def seen(page: HtmlPage) -> list[Seen]:
    """Give the groups with the most text of a page in which no posts were found."""
    if page.tree.body is None:
        return []
    blocks, groups = groups_of(page.tree.body)
    rows = [row for group in groups if (row := row_of(blocks, group))]
    rows = sorted([*rows, *headed(blocks, rows)], key=lambda row: (-row.size, not row.said))
    told: dict[frozenset[int], Seen] = {}
    for row in rows:
        if len(told) == MOST_SEEN:
            break
        if not any(row.members <= known for known in told):
            node = blocks[row.blocks[0]].node
            selector = ".".join([node.tag or "", *classes(node)[:1]])
            told[row.members] = Seen(len(row.blocks), selector, trial(blocks, row).why)
    return [group for group in told.values() if group.why]
