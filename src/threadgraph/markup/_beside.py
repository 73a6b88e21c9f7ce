"""Join what two comment systems hold in one page: a site changed its own and kept the old posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import HtmlPage

__all__ = ["joined", "wanting"]

SEVERAL = 2
"""So many posts of another system are a discussion of its own; one may be a teaser."""

WORDS = 12
"""Letters of a text by which it is known again; a shorter one stands in others by chance."""

MANY = 2000
"""Posts up to which a text is also sought inside of others, which takes time."""

_BETWEEN = re.compile(r"[\W_]+")


def wanting(best: Thread, other: Thread) -> tuple[int, bool]:
    """Count the posts of another system that the thread lacks, and tell whether it lacks all.

    None are wanting where they are hardly any.
    """
    known = [_letters(comment.text) for comment in best.comments]
    whole, texts = {*known}, _texts(other)
    held = " ".join(known) if len(texts) <= MANY else ""
    new = sum(letters not in whole and letters not in held for letters in texts)
    return (new, new == len(texts)) if new >= SEVERAL else (0, False)


def joined(page: HtmlPage, best: Thread, other: Thread) -> Thread | None:
    """Give the posts of both, which all differ, as they stand in the page.

    None where they can be no single thread: one system's posts must stand before all of the
    second's, and no two be known by the same id.
    """
    ordered = _in_order(page, best, other)
    if ordered is None:
        return None
    first, then = ordered
    return replace(
        best,
        comments=[*first.comments, *then.comments],
        markers=_sum(first.markers, then.markers),
        expected=_sum(first.expected, then.expected),
        more=first.more + then.more,
        zone=first.zone or then.zone,
    )


def _texts(thread: Thread) -> list[str]:
    """Give the texts that are long enough to be known again, as letters."""
    texts = (_letters(comment.text) for comment in thread.comments)
    return [letters for letters in texts if len(letters) >= WORDS]


def _letters(text: str) -> str:
    return _BETWEEN.sub("", text.lower())


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _in_order(page: HtmlPage, best: Thread, other: Thread) -> tuple[Thread, Thread] | None:
    """Give the two as they stand in the page; None where their posts mix, or share ids."""
    zones = {thread.zone for thread in (best, other)} - {None}
    ids = [{c.native_id for c in thread.comments} - {None} for thread in (best, other)]
    if len(zones) > 1 or ids[0] & ids[1]:
        return None
    known = {node.mem_id: place for place, node in enumerate(page.all("*"))}
    places = [_places(thread.comments, known) for thread in (best, other)]
    if not all(places):
        return None
    if max(places[0]) < min(places[1]):
        return best, other
    return (other, best) if max(places[1]) < min(places[0]) else None


def _places(comments: Sequence[Comment], known: dict[int, int]) -> list[int]:
    """Give where the elements of the posts stand; nothing where one has none."""
    nodes = [comment.node for comment in comments]
    return [known[n.mem_id] for n in nodes if n is not None] if all(nodes) else []
