"""Read posts of systems that no other family knows: blocks made alike, each with name and text.

A block is taken for a post if what is called a comment (an answer, a reaction, a review, in several
languages) holds a name and a text, or if in a row of blocks each has what is called a name, a date
and a text, and none leads to an article of its own. Where there are none, a heading that says that
comments follow, or a control to answer each block, counts as such a name (`told`, `controls`), and
posts may stand beside each other without an element a post (`loose`). Last, what stands at the same
place in all blocks tells name, date and text (`bare`). Asked where no other family found posts. Not
read: fewer than three posts that no name calls comments.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._counts import add_offers, offers
from threadgraph.markup._dom import HtmlPage, Node
from threadgraph.markup._unknown.bare import are_scraps, bare_thread, says_more
from threadgraph.markup._unknown.blocks import Block, groups_of
from threadgraph.markup._unknown.climbing import climbing
from threadgraph.markup._unknown.common import without_common
from threadgraph.markup._unknown.controls import answered, controls_of
from threadgraph.markup._unknown.holding import holding
from threadgraph.markup._unknown.opening import opening_of
from threadgraph.markup._unknown.ordinals import without_ordinals
from threadgraph.markup._unknown.posts import comments_of, longest_of, without_lists
from threadgraph.markup._unknown.quotations import quoting
from threadgraph.markup._unknown.rows import (
    FEW,
    Row,
    inside,
    parted,
    row_of,
    siblings,
    splits,
    tabled,
)
from threadgraph.markup._unknown.signed import SIGNED, answers_in
from threadgraph.markup._unknown.threads import thread_of
from threadgraph.markup._unknown.told import headed
from threadgraph.markup._unknown.trial import trial
from threadgraph.markup._unknown.undersigned import undersigned
from threadgraph.markup._unknown.unheld import unheld

__all__ = ["FAMILY"]

MORE = 2
"""So many times the posts that names call comments must stand below a heading to be believed."""
TRIED = 16
"""Groups that are read, the most promising first."""
MAX_JOINED = 3000
"""Posts of a page up to which rows are tried together: each trial reads all."""
_NEARLY = 0.9


def _read(page: HtmlPage) -> Thread | None:
    body = page.tree.body
    if body is None:
        return None
    blocks, groups = groups_of(body)
    rows = [row for group in groups if (row := row_of(blocks, group))]
    quotes = quoting(page)
    thread = _best(blocks, rows, quotes)
    others = [*headed(blocks, [*rows, *siblings(blocks, groups)])]
    posts = len(thread.comments) if thread is not None else 0
    controls = controls_of(page, blocks) if not posts else []
    if not posts or any(len(row.blocks) >= MORE * posts for row in others):
        others += [
            *parted(blocks, groups),
            *tabled(blocks, groups),
            *answered(blocks, groups, controls),
            *holding(blocks, groups, rows),
        ]
        more = _best(blocks, others, quotes)
        if more is None and not posts:
            more = _best(blocks, [*climbing(blocks)], quotes)
        if more is not None and len(more.comments) >= MORE * posts:
            thread = more
        thread = thread or unheld(blocks, controls) or undersigned(blocks)
        thread = thread or _best(blocks, rows, quotes, weigh=False)
    if thread is not None and len(thread.comments) == 1:  # it may hold all of them
        loose = unheld(blocks, controls)
        thread = loose if _are_more(loose) else thread
    if thread is None or are_scraps(thread.comments):
        controls = controls_of(page, blocks) if posts else controls
        more = bare_thread(blocks, [*others, *rows], controls, quotes)
        thread = more if thread is None or says_more(more, thread) else thread
    if thread is not None:
        add_offers(thread, offers(page))
    return thread


def _are_more(thread: Thread | None) -> bool:
    """Tell several posts that all have names and texts from parts of one."""
    comments = thread.comments if thread is not None else []
    return len(comments) >= FEW and all(c.author and c.text for c in comments)


def _best(
    blocks: Sequence[Block], found: Sequence[Row], quotes: Sequence[Node], *, weigh: bool = True
) -> Thread | None:
    """Read the row of the best posts; without `weigh` their names may be titles, which are none."""
    rows = sorted(found, key=lambda row: (-row.said, -row.size))
    good: list[Row] = []
    for row in rows[:TRIED]:
        if not any(row.members <= known.members for known in good):
            row.share = trial(blocks, row, weigh=weigh).share
            if not row.share and any(inside(blocks, row, known) for known in good):
                row.answers = True  # of one author each: the shop's, the webmaster's
                row.share = trial(blocks, row, weigh=weigh).share
            good += [row] if row.share else []
    if not good:
        return None
    largest = max(row.size for row in good)
    good = [row for row in good if not any(splits(blocks, row, outer) for outer in good)]
    good = without_lists(blocks, good)
    if all(row.inner for row in good):
        return None
    best = max(
        (row for row in good if not row.inner),
        key=lambda row: (row.share * len(row.blocks) * (1 + row.size / largest), -row.blocks[0]),
    )
    chosen = _joined(blocks, best, [row for row in good if row is not best])
    return _thread(blocks, chosen, best, quotes)


def _joined(blocks: Sequence[Block], best: Row, others: Sequence[Row]) -> list[int]:
    """Add the rows that stand beside, inside or around these posts and take nothing from them."""
    chosen = list(best.blocks)
    before: dict[int, _Head] = {}
    for row in others:
        added = sorted(row.members - {*chosen})
        own = row.own or (row.share >= _NEARLY and inside(blocks, row, best))
        if not own or not added or len(chosen) + len(added) > MAX_JOINED:
            continue
        around = [n for n in chosen if bisect_right(added, n) < bisect_left(added, blocks[n].end)]
        if len(around) >= _NEARLY * len(chosen):
            continue  # parts of the posts
        if len(added) == 1 and any(added[0] < n < blocks[added[0]].end for n in chosen):
            continue  # what holds them all
        before = before or _heads(blocks, chosen, chosen)
        together = before | _heads(blocks, sorted([*around, *added]), [*chosen, *added])
        names = {together[n][0] for n in added}
        kept = sum(_stays(before[n], together[n], names) for n in chosen)
        if kept >= _NEARLY * len(chosen) and all(all(together[n]) for n in added):
            chosen, before = sorted(together), together
    opening = opening_of(blocks, chosen)
    told = opening is not None and all(_heads(blocks, [opening], [opening])[opening])
    return [opening, *chosen] if opening is not None and told else chosen


def _stays(before: _Head, after: _Head, inner: Collection[str | None]) -> bool:
    """Tell whether a post has what it had, or was given name or date of one inside before."""
    same = before[0] == after[0] or before[0] in inner
    return before == after or (after[0] is not None and same and after[2])


_Head = tuple[str | None, str | None, bool]


def _heads(
    blocks: Sequence[Block], numbers: Sequence[int], posts: Sequence[int]
) -> dict[int, _Head]:
    """Give name, date and whether there is a text, without what belongs to `posts` inside."""
    found, _ = comments_of([blocks[n].node for n in numbers], [blocks[n].node for n in posts])
    return {
        n: (c.author, c.date or c.moment, bool(c.text)) for n, c in zip(numbers, found, strict=True)
    }


def _thread(
    blocks: Sequence[Block], numbers: Sequence[int], best: Row, quotes: Sequence[Node]
) -> Thread | None:
    nodes = [blocks[n].node for n in numbers]
    longest = longest_of(blocks, numbers)
    comments, reader = comments_of(nodes, nodes, quotes, longest)
    kept = _with_answers(_without_frames(blocks, numbers, comments, reader.waiting()), comments)
    if len(kept) != len(nodes):
        nodes = kept
        comments, reader = comments_of(nodes, nodes, quotes, longest)
    reader.settle()
    reader.weigh_names()
    without_common(comments)
    without_ordinals(comments)
    return thread_of(blocks, best, nodes, comments)


def _without_frames(
    blocks: Sequence[Block],
    numbers: Sequence[int],
    comments: Sequence[Comment],
    waiting: Collection[int],
) -> list[Node]:
    """Leave out what only holds posts: it has no name of its own, nor waits for one."""
    following = [*numbers[1:], len(blocks)]
    return [
        blocks[n].node
        for n, below, comment in zip(numbers, following, comments, strict=True)
        if comment.author or id(comment) in waiting or below >= blocks[n].end
    ]


def _with_answers(nodes: list[Node], comments: Sequence[Comment]) -> list[Node]:
    """Add the answers that stand signed in posts whose names are told in that way."""
    if not any(comment.rules.get("author") == SIGNED for comment in comments):
        return nodes
    stop = {node.mem_id for node in nodes}
    return [part for node in nodes for part in (node, *answers_in(node, stop))]


FAMILY = Family(elsewhere=("<",), read=_read, last=True)
