"""Tell what posts answer where their family tells no parents: by the link in "in reply to Ann".

Links in quotations and in the texts themselves are those of who wrote them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from threadgraph.markup._answered import MAX_SAID, anchored, is_reference, own_id
from threadgraph.markup._base import Comment
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, holder, shown, up_from

__all__ = ["hang_by_links"]

_LINKS = 'a[href*="#"]'
_NUMBER = re.compile(r"\d{1,20}\Z")
_QUOTE = re.compile(r"(?:^|[-_\s])quot(?:e|ed|ation|ebox)(?:$|[-_\s])", re.IGNORECASE)


def hang_by_links(page: HtmlPage, comments: Sequence[Comment]) -> None:
    """Note which posts answer others by such links, if nothing else says so of any post."""
    nodes = [comment.node for comment in comments if comment.node is not None]
    told = any(c.depth or c.native_parent_id or c.label for c in comments)
    if told or len(nodes) != len(comments) or len(nodes) < 2:  # noqa: PLR2004 - one and another
        return
    links = page.inside(holder(nodes), _LINKS)
    answered = _answered(links, comments, nodes) if links else {}
    if not answered:
        return
    ids = [c.native_id or own_id(node) for c, node in zip(comments, nodes, strict=True)]
    times = Counter(ids)
    for number, place in answered.items():
        native = ids[place]
        if native is not None and times[native] == 1:
            comments[place].native_id = comments[number].native_parent_id = native
            comments[number].depth = None
            comments[number].rules["parent"] = "the link to the post answered"


def _answered(
    links: Sequence[Node], comments: Sequence[Comment], nodes: Sequence[Node]
) -> dict[int, int]:
    """Give the numbers of the posts that answer one here, each with that of this one."""
    owners = Owners(nodes)
    found: dict[int, int] = {}
    for link, place in _leading(links, comments, nodes, owners):
        number = owners.of(link)
        if number is None or number == place or number in found:
            continue
        if is_reference(link) and not _is_said(link, comments[number], nodes[number]):
            found[number] = place
    return found


def _leading(
    links: Sequence[Node], comments: Sequence[Comment], nodes: Sequence[Node], owners: Owners
) -> Iterator[tuple[Node, int]]:
    """Give the links that lead to posts here, by an element's id or by the post's own.

    "#comment-7" may stand beside `<li id="dsq-comment-7">`; it leads there if links to posts from
    within themselves have the same address before "#".
    """
    ids = [attribute(node, "id") for node in nodes]
    places = {name: n for n, name in enumerate(ids) if name}
    if not places:
        places = {name: n for n, node in enumerate(nodes) for name in anchored(node)}
    native = {c.native_id: n for n, c in enumerate(comments) if c.native_id}
    hrefs = [(attribute(link, "href") or "").partition("#") for link in links]
    told = [native.get(m[0]) if (m := _NUMBER.search(name)) else None for _, _, name in hrefs]
    near = zip(links, hrefs, told, strict=True)
    own = {href[0] for link, href, n in near if n is not None and owners.of(link) == n}
    for link, (path, _, name), number in zip(links, hrefs, told, strict=True):
        place = places.get(name, number if path in own else None)
        if place is not None:
            yield link, place


def _is_said(link: Node, comment: Comment, node: Node) -> bool:
    """Tell a link that stands in the post's text, or in what it quotes."""
    around = [*takewhile(lambda here: here.mem_id != node.mem_id, up_from(link))]
    if any(
        h.tag in ("blockquote", "q") or _QUOTE.search(attribute(h, "class") or "") for h in around
    ):
        return True
    words = _squeezed(shown(around[1] if len(around) > 1 else link))
    if len(words) > MAX_SAID:
        words = _squeezed(shown(link))
    return not words or words in _squeezed(comment.text)


def _squeezed(text: str) -> str:
    return "".join(text.split())
