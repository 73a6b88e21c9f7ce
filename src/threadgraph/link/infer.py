"""Name posts that one may answer where the document does not show it: candidates, never parents.

Only cues that were right in at least seven of ten cases on pages whose parents are known (see
`benchmarks/cues.py`) give candidates. Measured and left out, as they are right less often: the
previous post ends in a question, openings with thanks or "no", the post before without any cue.
Cost: linear in the posts; only the beginning of a text is read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from threadgraph.link._openers import AGREEMENT, GREETING
from threadgraph.link._thread import Edge, Node, Thread
from threadgraph.text import fold_name

__all__ = ["CONFIDENCE", "Cue", "cues", "infer"]

CONFIDENCE = {"address": 0.7, "host": 0.8, "agreement": 0.7}
"""Share of right candidates as measured, rounded down, by cue."""

_METHODS = {"address": "address", "host": "adjacency", "agreement": "adjacency"}

MAX_NAMES = 8
"""Authors whose names begin with one word; with more of them a name is not looked for."""

MAX_GREETING = 40

_WORD = re.compile(r"\w{1,60}")
_ADDRESS_END = frozenset(",:!;\n–—-")


class Cue(NamedTuple):
    """A candidate: whose parent may be whom, why, and which code points of the text say so."""

    child: Node
    parent: Node
    name: str
    place: tuple[int, int] | None


class _Authors:
    """The authors of the posts so far, with the latest post of each, by the first word."""

    def __init__(self) -> None:
        self._latest: dict[str, Node] = {}
        self._by_word: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, node: Node) -> None:
        """Note the author of a post."""
        if node.author is None:
            return
        self._latest[node.author] = node
        if word := _WORD.match(node.author):
            self._by_word[word[0]].add(node.author)

    def addressed(self, text: str) -> tuple[Node, tuple[int, int]] | None:
        """Give the latest post of the author whom a text opens with, and the name's place.

        "@Ann Lee ...", "Ann Lee, ...", "Hello Ann, ..." where only one author is an Ann.
        """
        greeting = GREETING.match(text, 0, MAX_GREETING)
        start = greeting.end() if greeting else 0
        begin = start + text.startswith("@", start)
        word = _WORD.match(text, begin)
        names = self._by_word.get(word[0].casefold(), ()) if word else ()
        if word is None or not 0 < len(names) <= MAX_NAMES:
            return None
        for name in sorted(names, key=lambda name: (-len(name), name)):
            end = begin + len(name)
            if fold_name(text[begin:end]) == name and _ends(text, end, at=begin > start):
                return self._latest[name], (start, end)
        if len(names) == 1 and _ends(text, word.end(), at=begin > start):
            return self._latest[next(iter(names))], (start, word.end())
        return None


def _ends(text: str, end: int, *, at: bool) -> bool:
    """Tell whether a name ends there as an address does; after "@" any end of a word will do."""
    after = text[end : end + 1]
    return not after.isalnum() if at else after in _ADDRESS_END


def cues(
    posts: Sequence[Node], host: str | None, wanted: Collection[int] | None = None
) -> Iterator[Cue]:
    """Give the candidates that cues name, for every post, the surest of a post first.

    `posts` are in the order in which they were written, the article left out; `host` is the
    folded name of the article's author. `wanted` are the `id`s of the only posts to ask for.
    """
    authors = _Authors()
    before: Node | None = None
    for node in posts:
        is_wanted = wanted is None or id(node) in wanted
        if before is not None and is_wanted and node.role != "opening":
            known = authors.addressed(node.text)
            if known and known[0].author not in (node.author, host):
                yield Cue(node, known[0], "address", known[1])
            if host is not None and node.author == host != before.author:
                yield Cue(node, before, "host", None)
            agreed = AGREEMENT.match(node.text)
            if agreed and (node.author is None or node.author != before.author):
                yield Cue(node, before, "agreement", agreed.span())
        authors.add(node)
        before = node


def infer(thread: Thread, posts: Sequence[Node], host: str | None) -> None:
    """Add the candidates of posts whose parent is unknown and that have none yet, ranked."""
    shown = {id(edge.child) for edge in thread.edges}
    open_posts = {id(n) for n in posts if n.parent_state == "unknown" and id(n) not in shown}
    if not open_posts:
        return
    found: defaultdict[int, list[Cue]] = defaultdict(list)
    for cue in cues(posts, host, open_posts):
        ours = found[id(cue.child)]
        if all(cue.parent is not other.parent for other in ours):
            ours.append(cue)
    for ours in found.values():
        left = 1.0
        for rank, cue in enumerate(ours, 1):
            confidence = min(CONFIDENCE[cue.name], left)
            left -= confidence
            thread.edges.append(_edge(cue, confidence, rank))
    order = {id(node): place for place, node in enumerate(thread.nodes)}
    thread.edges.sort(key=lambda edge: order[id(edge.child)])


def _edge(cue: Cue, confidence: float, rank: int) -> Edge:
    return Edge(
        child=cue.child,
        parent_id=cue.parent.post_id,
        method=_METHODS[cue.name],
        inferred=True,
        confidence=confidence,
        rank=rank,
        evidence=(None, None),
        place=cue.place,
    )
