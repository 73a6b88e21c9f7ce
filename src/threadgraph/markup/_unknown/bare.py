"""Tell posts of which neither a class nor a heading says that they are: by what all of them have.

Each has a name, a date and a text, nothing in it leads on to a page of its own, people speak in
most of the texts, and above stands an article, or posts stand in posts, or all can be answered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from threadgraph.columns import are_titles
from threadgraph.markup._base import Comment
from threadgraph.markup._unknown.aligned import aligned
from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.controls import Controls, stands_in
from threadgraph.markup._unknown.headings import leads_on, offers_more, teases
from threadgraph.markup._unknown.judged import MOST, share
from threadgraph.markup._unknown.rows import FEW, Row
from threadgraph.voice import has_voice

__all__ = ["share_bare"]

SAMPLE = 12
"""Blocks that are read: more than where something calls them posts."""
VOICED = 0.5
MIN_ARTICLE = 300
"""Code points of the paragraphs before the posts that make an article."""
# "@lists.mill.example": what is left of an address that is hidden from robots
_HOST = re.compile(r"@[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}\Z")


def share_bare(blocks: Sequence[Block], row: Row, controls: Controls) -> float:
    """Give how complete the posts of a row are, 0 if they are none or it is not certain."""
    if len(row.blocks) < FEW or not (row.said or _is_discussion(blocks, row, controls)):
        return 0.0
    step = max(1, len(row.blocks) // SAMPLE)
    sample = row.blocks[::step][:SAMPLE]
    spans = [range(n, blocks[n].end) for n in sample]
    if any(teases(blocks, span) or offers_more(blocks, span) for span in spans):
        return 0.0
    stop = [blocks[n].node for n in row.blocks]
    nodes = [blocks[n].node for n in sample]
    comments = aligned(nodes, stop)
    if not comments or any(leads_on(blocks, n, c) for n, c in zip(sample, comments, strict=True)):
        return 0.0
    return share(comments, row) if _are_whole(comments, said=row.said) else 0.0


def _is_discussion(blocks: Sequence[Block], row: Row, controls: Controls) -> bool:
    """Tell a row below an article, of posts in posts, or of posts that can be answered."""
    first = row.blocks[0]
    article = sum(block.text for block in blocks[:first] if block.tag == "p" and not block.aside)
    if article >= MIN_ARTICLE:
        return True
    if any(after < blocks[before].end for before, after in pairwise(row.blocks)):
        return True
    answered = sum(stands_in(controls, n, blocks[n].end) for n in row.blocks)
    return answered >= MOST * len(row.blocks)


def _are_whole(comments: Sequence[Comment], *, said: bool) -> bool:
    """Tell posts that all have name, date and text, and in most of which somebody speaks."""
    names = [comment.author for comment in comments if comment.author]
    whole = [c for c in comments if c.text and c.author and (c.date or c.moment)]
    if len(whole) < len(comments) or are_titles(names) or any(map(_HOST.match, names)):
        return False
    return said or sum(has_voice(c.text) for c in comments) >= VOICED * len(comments)
