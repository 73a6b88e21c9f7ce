"""Find posts of which no class says what is what: by what stands at the same places in all.

Where nothing calls them posts, each must have a name, a date and a text, nothing in it may lead on
to a page of its own, people must speak in most texts, and an article stands above, or posts stand
in posts, or all can be answered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from threadgraph.columns import are_titles
from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import Node
from threadgraph.markup._unknown.aligned import aligned
from threadgraph.markup._unknown.blocks import Block, placed_alike
from threadgraph.markup._unknown.controls import Controls, stands_in
from threadgraph.markup._unknown.headings import leads_on, offers_more, teases
from threadgraph.markup._unknown.judged import MOST, share
from threadgraph.markup._unknown.rows import FEW, Row, row_of
from threadgraph.markup._unknown.threads import thread_of
from threadgraph.voice import has_voice

__all__ = ["are_scraps", "bare_thread", "says_more"]

TRIED = 24
"""Groups that are read, those that a heading calls comments first, then the largest."""
SAMPLE = 30
"""Blocks that are read to tell whether all are posts."""
MAX_POSTS = 20_000
WHOLE, VOICED, TEASED = 0.9, 0.5, 0.3
MIN_ARTICLE = 300
"""Code points of the paragraphs before the posts that make an article."""
SCRAP, MUCH = 60, 3
"""Code points of a text, on the average, up to which it may be none, and how many times the words
another reading must find to be the better one."""
# "@lists.mill.example": what is left of an address that is hidden from robots
_HOST = re.compile(r"@[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}\Z")


def bare_thread(
    blocks: Sequence[Block],
    rows: Sequence[Row],
    controls: Controls,
    quotes: Sequence[Node] = (),
) -> Thread | None:
    """Give the posts of the row whose posts are the most complete and have the most words."""
    placed = (row for group in placed_alike(blocks) if (row := row_of(blocks, group)))
    likely = (row for row in (*rows, *placed) if FEW <= len(row.blocks) <= MAX_POSTS)
    ranked = sorted(likely, key=lambda row: (-row.said, -row.size))
    above = _articles(blocks)
    told = (r for r in ranked if r.said or _is_discussion(blocks, r, above, controls))
    best: tuple[float, Row | None] = (0.0, None)
    for row in islice(told, TRIED):
        best = max(best, (_share(blocks, row) * row.size, row), key=lambda pair: pair[0])
    row = best[1]
    if row is None:
        return None
    row = _with_holder(blocks, row)
    nodes, comments = _read(blocks, row, row.blocks, quotes)
    return thread_of(blocks, row, nodes, comments)


def _with_holder(blocks: Sequence[Block], row: Row) -> Row:
    """Add the post that all others answer, if it holds them: it may be none but a frame."""
    first = blocks[row.blocks[0]]
    above = first.above
    while above >= 0 and (blocks[above].tag, blocks[above].names) != (first.tag, first.names):
        above = blocks[above].above
    if above < 0 or blocks[above].end <= row.blocks[-1]:
        return row
    wider = replace(row, blocks=[above, *row.blocks], members=row.members | {above})
    nodes, comments = _read(blocks, wider, wider.blocks)
    held = nodes and nodes[0].mem_id == blocks[above].node.mem_id
    return wider if held and comments[0].author and comments[0].text else row


def are_scraps(comments: Sequence[Comment]) -> bool:
    """Tell posts of few words: what was read may be titles or controls."""
    return _words(comments) < SCRAP * len(comments)


def says_more(thread: Thread | None, other: Thread) -> bool:
    """Tell a thread of so many more words that the other holds parts of its posts."""
    return thread is not None and _words(thread.comments) >= MUCH * _words(other.comments)


def _words(comments: Sequence[Comment]) -> int:
    return sum(len(comment.text) for comment in comments)


def _share(blocks: Sequence[Block], row: Row) -> float:
    """Give how complete the posts of a row are, 0 if they are none or it is not certain."""
    sample = row.blocks[:SAMPLE]  # one after the other: they answer each other
    spans = [range(n, blocks[n].end) for n in sample]
    leads = sum(teases(blocks, span) or offers_more(blocks, span) for span in spans)
    if leads >= TEASED * len(spans):  # people link to other pages, too
        return 0.0
    nodes, comments = _read(blocks, row, sample)
    known = {node.mem_id for node in nodes}
    kept = [n for n in sample if blocks[n].node.mem_id in known]
    if len(kept) < MOST * len(sample) or not _are_whole(comments, said=row.said):
        return 0.0
    leads = sum(leads_on(blocks, n, c) for n, c in zip(kept, comments, strict=True))
    if leads >= TEASED * len(kept):
        return 0.0
    return share(comments, row, sure=row.said)


def _read(
    blocks: Sequence[Block], row: Row, numbers: Sequence[int], quotes: Sequence[Node] = ()
) -> tuple[list[Node], list[Comment]]:
    """Read blocks of a row; those without a name, a date and a text are left out."""
    nodes = [blocks[n].node for n in numbers]
    comments = aligned(nodes, [blocks[n].node for n in row.blocks], quotes, sure=row.said)
    found = [
        (node, comment)
        for node, comment in zip(nodes, comments, strict=False)
        if comment.text or comment.author or comment.date or comment.moment
    ]
    return [node for node, _ in found], [comment for _, comment in found]


def _articles(blocks: Sequence[Block]) -> list[int]:
    """Give for each block how much text stands in paragraphs between it and the title above it."""
    sizes: list[int] = []
    size = 0
    for block in blocks:
        sizes.append(size)
        if block.tag == "h1":
            size = 0
        elif block.tag == "p" and not block.aside:
            size += block.text
    return sizes


def _is_discussion(
    blocks: Sequence[Block], row: Row, above: Sequence[int], controls: Controls
) -> bool:
    """Tell a row below an article, of posts in posts, or of posts that can be answered."""
    if above[row.blocks[0]] >= MIN_ARTICLE:
        return True
    if any(after < blocks[before].end for before, after in pairwise(row.blocks)):
        return True
    answered = sum(stands_in(controls, n, blocks[n].end) for n in row.blocks)
    return answered >= MOST * len(row.blocks)


def _are_whole(comments: Sequence[Comment], *, said: bool) -> bool:
    """Tell posts that nearly all have name, date and text, and in most of which somebody speaks.

    Of those that are called so two of the three are enough: name or date, and voice.
    """
    names = [comment.author for comment in comments if comment.author]
    if are_titles(names) or any(map(_HOST.match, names)):
        return False
    most = WHOLE * len(comments)
    named = len(names) >= most
    dated = sum(bool(c.date or c.moment) for c in comments) >= most
    voiced = sum(has_voice(c.text) for c in comments) >= VOICED * len(comments)
    if sum(bool(c.text) for c in comments) < most:
        return False
    return named + dated + voiced > 1 if said else named and dated and voiced
