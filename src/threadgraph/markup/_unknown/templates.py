"""Note where name, date and text stand in a post, and find them at the same places of others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from threadgraph.markup._dom import Node
from threadgraph.markup._unknown.post import Post

__all__ = ["Found", "Template", "seek", "template_of"]

MAX_LEVELS = 30
"""How deep in a post the parts of a template may stand."""
MAX_BESIDE = 40
"""Code points of what stands before a text in the same element: a label, a rank."""
_PLAIN = frozenset(("p ", "blockquote ", "pre "))
"""Paragraphs without a class: they are text wherever paragraphs are."""

Found = tuple[Node, Node, Sequence[Node]]
"""The elements of name, date and text."""


class Step:
    """An element of a template: `below` are those in it that lead on, by tag and classes."""

    __slots__ = ("below", "tags", "told")

    def __init__(self) -> None:
        self.below: dict[str, Step] = {}
        self.tags: set[str] = set()
        self.told = False
        """Whether it is what holds name, date or text."""


@dataclass(frozen=True, slots=True)
class Template:
    """Where name, date and text stand in a post (`root`), by tags and classes from there.

    A text may have an element of its own; else `run` are the parts of it and `aside` what stands
    beside them, all right in the element `body`. `rules` say what tells each field.
    """

    root: Step
    author: Step
    date: Step
    body: Step
    rules: dict[str, str]
    run: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()


def template_of(
    post: Post, author: int, date: int, text: range, rules: dict[str, str]
) -> Template | None:
    """Note the ways to name, date and text, if they are elements of their own inside the post."""
    first = text.start
    if not first or post.within(author, first) or post.within(date, first):
        return None
    whole = len(text) == 1
    body = post.alone(first) if whole else post.parts[first].above
    root = Step()
    name, moment, holder = (
        _way_to(post, number, root) for number in (post.alone(author), post.alone(date), body)
    )
    if name is None or moment is None or holder is None:
        return None
    if whole:
        return Template(root, name, moment, holder, rules)
    kinds = _beside(post, body, text, (author, date)) if text.stop == post.parts[body].end else None
    if kinds is None:
        return None
    return Template(root, name, moment, holder, rules, kinds[0] | _PLAIN, kinds[1])


def _way_to(post: Post, number: int, root: Step) -> Step | None:
    """Add the way from the post to an element in it; give its end."""
    if post.parts[number].tag == "-text":
        return None
    chain: list[Node] = []
    while post.parts[number].above >= 0:
        chain.append(post.parts[number].node)
        number = post.parts[number].above
    if len(chain) > MAX_LEVELS:
        return None
    step = root
    for node in reversed(chain):
        step.tags.add(node.tag or "")
        step = step.below.setdefault(_kind(node), Step())
    step.told = True
    return step


def _beside(
    post: Post, body: int, text: range, heads: Collection[int]
) -> tuple[frozenset[str], frozenset[str]] | None:
    """Give the tags and classes of the text's parts, and of what stands beside them and the heads.

    None where one may be either, or where many words stand before the text.
    """
    run: set[str] = set()
    aside: set[str] = set()
    empty: set[str] = set()
    here = body + 1
    while here < text.stop:
        part, before = post.parts[here], here < text.start
        if part.tag != "-text" and not any(post.within(head, here) for head in heads):
            size = post.size(here)
            if before and size > MAX_BESIDE:
                return None
            kinds = aside if post.dead[here] or (before and size) else empty if before else run
            kinds.add(_kind(part.node))
        here = part.end
    return (frozenset(run), frozenset(aside | empty - run)) if run.isdisjoint(aside) else None


def _kind(node: Node) -> str:
    return f"{node.tag} {node.attributes.get('class') or ''}"


def seek(root: Node, known: Template, stop: Collection[int]) -> Found | None:
    """Give the elements of name, date and text; None where they are not exactly there."""
    found: dict[Step, Node] = {known.root: root}
    todo = [(root, known.root)]
    while todo:
        node, step = todo.pop()
        child = node.last_child
        while child is not None:
            inner = None
            if child.tag in step.tags and child.mem_id not in stop:
                inner = step.below.get(_kind(child))
            if inner is not None:
                if inner.told:
                    if inner is known.body and inner in found:
                        return None
                    found[inner] = child
                if inner.below:
                    todo.append((child, inner))
            child = child.prev
    author, date, body = (found.get(step) for step in (known.author, known.date, known.body))
    if author is None or date is None or body is None:
        return None
    text = _run_in(body, known, stop, (author, date)) if known.run else [body]
    return (author, date, text) if text else None


def _run_in(
    body: Node, known: Template, stop: Collection[int], heads: Sequence[Node]
) -> list[Node]:
    """Give the parts of a text that stand in `body`; none where anything beside is unknown."""
    around = _around(body, heads)
    text: list[Node] = []
    words = False
    child = body.first_child
    while child is not None:
        tag = child.tag or "-"
        if child.mem_id in around:
            words = False
        elif tag == "-text":
            words = words or bool((child.text_content or "").strip())
            if words and text:
                return []
        elif tag[0] not in "-!" and child.mem_id not in stop:
            kind = _kind(child)
            if kind not in known.run and kind not in known.aside:
                return []
            if kind in known.run:
                if words:  # the text may begin with them
                    return []
                text.append(child)
        child = child.next
    return text


def _around(body: Node, heads: Sequence[Node]) -> set[int]:
    """Give what holds the name or the date in `body`, as `mem_id`s."""
    found: set[int] = set()
    for head in heads:
        node: Node | None = head
        while node is not None and node.mem_id != body.mem_id:
            found.add(node.mem_id)
            node = node.parent
    return found
