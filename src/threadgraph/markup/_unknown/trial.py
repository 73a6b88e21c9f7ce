"""Try whether the blocks of a row are posts: read some, and say why they are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from threadgraph.markup._base import Comment
from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.headings import are_topics, is_titled, leads_on, teases
from threadgraph.markup._unknown.judged import MIN_WORDS, MOST, share
from threadgraph.markup._unknown.numbered import are_others
from threadgraph.markup._unknown.posts import SAMPLE, comments_of, longest_of
from threadgraph.markup._unknown.rows import Row
from threadgraph.markup._unknown.speaking import links_itself, speaks, surely
from threadgraph.markup._unknown.told import follows
from threadgraph.voice import has_voice

__all__ = ["Trial", "trial"]

VOICED = 0.3
_UNCALLED = "no class, heading or control calls them comments, and no links lead to their authors"


class Trial(NamedTuple):
    """How complete the posts are, 0 if they are none; `why` they are none."""

    share: float
    why: str = ""


def trial(blocks: Sequence[Block], row: Row, *, weigh: bool = True) -> Trial:
    """Read some of the posts; without `weigh` their names may be titles, which are none."""
    step = max(1, len(row.blocks) // SAMPLE)
    sample = row.blocks[::step][:SAMPLE]
    addressed = not row.said and all(links_itself(blocks, n) for n in sample)
    if not (addressed or row.said or speaks(blocks, sample)):
        return Trial(0.0, _UNCALLED)
    if why := _others(blocks, row, sample, addressed=addressed):
        return Trial(0.0, why)
    stop = [blocks[n].node for n in row.blocks]
    nodes = [blocks[n].node for n in sample]
    comments, reader = comments_of(nodes, stop, longest=longest_of(blocks, sample))
    if row.said:
        reader.settle()
        if weigh:
            reader.weigh_names()
    if row.weak and sum(teases(blocks, range(n, blocks[n].end)) for n in sample) >= MOST * len(
        sample
    ):
        return Trial(0.0, "they are teasers of articles")
    if not (row.said or surely(blocks, sample) or _voiced(comments)):
        return Trial(0.0, "nobody speaks in their texts")
    leads = (leads_on(blocks, n, c) for n, c in zip(sample, comments, strict=True))
    if (row.weak or not (row.said or addressed)) and all(leads):
        return Trial(0.0, "each leads to an article of its own")
    told = row.said and not row.weak and follows(blocks, row.blocks[0])
    found = share(comments, row, headed=told)
    return Trial(found, "" if found else _lacking(comments))


def _lacking(comments: Sequence[Comment]) -> str:
    """Say what the posts that were read have."""
    names = sum(comment.author is not None for comment in comments)
    dates = sum(bool(comment.date or comment.moment) for comment in comments)
    texts = sum(bool(comment.text) for comment in comments)
    return f"of {len(comments)} that were read {names} have a name, {dates} a date, {texts} a text"


def _voiced(comments: Sequence[Comment]) -> bool:
    """Tell whether people speak in some of the texts: in teasers nobody does."""
    return sum(has_voice(comment.text) for comment in comments) >= VOICED * len(comments)


def _others(blocks: Sequence[Block], row: Row, sample: Sequence[int], *, addressed: bool) -> str:
    """Say what has titles that lead elsewhere, too little text, or names of something else.

    Posts that link to themselves (`addressed`) may be reviews with titles.
    """
    titled = 0 if addressed else sum(is_titled(blocks, n, row) for n in sample)
    if titled >= MOST * len(sample) and not row.own:
        return "they have titles that lead elsewhere"
    if row.said:
        return ""
    if 3 * titled > len(sample):
        return "they have titles that lead elsewhere"
    if row.size < MIN_WORDS * len(row.blocks):
        return "their texts are short"
    if are_others(blocks, sample[0]) or (not addressed and are_topics(blocks, sample)):
        return "they are numbered or listed as things are"
    return ""
