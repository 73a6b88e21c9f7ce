"""Find where in a page's bytes posts begin: by an id, or by the class if all agree.

A page's tree and its bytes must have as many elements of a tag and class: what stands in scripts or
comments of the source could be counted otherwise. Where neither tells any post, as on old pages,
the tag alone does in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import takewhile

from threadgraph.markup._base import Comment
from threadgraph.markup._dom import HtmlPage, Node

__all__ = ["places_of", "start_tags"]

MAX_KINDS = 12
"""Tags that are sought in one page: each is a pass over its bytes."""
FEW_KINDS = 3
"""Classes of one tag up to which each is sought for itself."""

MAX_TAG = 4000
"""How far a tag's beginning is sought before an id, and before a class."""

MIN_PREFIX = 3
"""Letters that ids must begin with, all alike, for a search for them to be quick."""

_PLAIN = re.compile(r"[\w./:+@ -]{1,300}\Z", re.ASCII)

_QUOTES = frozenset((b"'", b'"'))


def places_of(page: HtmlPage, posts: Sequence[Comment]) -> list[int | None]:
    """Give the byte at which each post's start tag begins; None where that is not certain."""
    named = [_names(post) for post in posts]
    found: list[int | None] = [None] * len(posts)
    for rank in range(max(map(len, named), default=0)):
        left = [n for n, names in enumerate(named) if found[n] is None and len(names) > rank]
        known = start_tags(page.data, {named[n][rank] for n in left})
        for number in left:
            found[number] = known.get(named[number][rank])
    left = {
        n: post.node for n, post in enumerate(posts) if found[n] is None and post.node is not None
    }
    known = _by_class(page, left.values())
    if not known and len(left) == len(posts):
        known = _by_tag(page, left.values())
    for number, node in left.items():
        found[number] = known.get(node.mem_id)
    return found


def _names(post: Comment) -> list[str]:
    """Give the ids that may stand where a post begins, its element's own first."""
    own = (post.node.id or "").strip() if post.node is not None else ""
    return [name for name in (own, *post.anchors) if name]


def start_tags(data: bytes, names: Collection[str]) -> dict[str, int]:
    """Give where the start tag begins that alone has one of these ids.

    A name counts where no id is the same: `<dt id="c7"><a name="c7">`.
    """
    keys = {name.encode(): name for name in names}
    found: dict[bytes, int] = {}
    for attribute in ("id", "name", "ID", "NAME"):  # capitals in pages of old
        found |= _starts(data, attribute, keys.keys() - found.keys())
    return {keys[key]: place for key, place in found.items() if place >= 0}


def _starts(data: bytes, attribute: str, wanted: Collection[bytes]) -> dict[bytes, int]:
    """Note where the start tag of each begins: -1 where several have it."""
    found: dict[bytes, int] = {}
    if not wanted:
        return found
    prefix = _prefix(min(wanted), max(wanted)).rstrip(b"0123456789")
    begun = prefix if len(prefix) >= MIN_PREFIX else b""
    for match in _values(attribute, begun).finditer(data):
        value = begun + match[1]
        if value in wanted:
            place = match.start()
            tag = data.rfind(b"<", max(0, place - MAX_TAG), place)
            if tag >= 0 and data.find(b">", tag, place) < 0 and data[tag + 1 : tag + 2].isalpha():
                found[value] = -1 if value in found else tag
    return found


def _prefix(one: bytes, other: bytes) -> bytes:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return one[: sum(1 for _ in same)]


@lru_cache(maxsize=64)
def _values(attribute: str, prefix: bytes) -> re.Pattern[bytes]:
    """Give what finds the rest of an attribute's values that begin so; literals are found fast."""
    name, begun = rb"\s%s=" % attribute.encode(), re.escape(prefix)
    if not prefix:
        first = rb"%s=(?<=%s)[\"']?" % (attribute.encode(), name)
    else:
        first = rb"%s(?:(?<=%s[\"']%s)|(?<=%s%s))" % (begun, name, begun, name, begun)
    return re.compile(rb"""%s([^"'\s<>]{0,300})""" % first)


def _by_class(page: HtmlPage, posts: Iterable[Node]) -> dict[int, int]:
    """Give where the start tags of these elements begin, by `mem_id`, as far as that is certain."""
    kinds: dict[str, set[str]] = {}
    for node in posts:
        value, tag = node.attributes.get("class") or "", node.tag or ""
        if _PLAIN.match(value) and tag.isalnum():
            kinds.setdefault(tag, set()).add(value)
    known: dict[int, int] = {}
    for tag, values in [*kinds.items()][:MAX_KINDS]:
        nodes: dict[str, list[Node]] = {}
        for node in page.all(f"{tag}[class]"):
            nodes.setdefault(node.attrs["class"] or "", []).append(node)
        found = _tags_of(page.data, tag.encode(), values)
        for value in values:
            own, places = nodes.get(value, []), found.get(value.encode(), [])
            if len(own) == len(places):
                known |= {node.mem_id: place for node, place in zip(own, places, strict=True)}
    return known


def _by_tag(page: HtmlPage, posts: Iterable[Node]) -> dict[int, int]:
    """Give where the start tags of elements without a class begin, if all of the tag agree."""
    known: dict[int, int] = {}
    plain = {node.tag or "" for node in posts if "class" not in node.attributes}
    for tag in sorted(filter(str.isalnum, plain))[:MAX_KINDS]:
        nodes, places = page.all(tag), _starts_of(page.data, tag.encode())
        if len(nodes) == len(places):
            known |= {node.mem_id: place for node, place in zip(nodes, places, strict=True)}
    return known


def _starts_of(data: bytes, tag: bytes) -> list[int]:
    return [match.start() for match in re.finditer(rb"<%s(?=[\s>/])" % tag, data, re.IGNORECASE)]


def _tags_of(data: bytes, tag: bytes, values: Collection[str]) -> dict[bytes, list[int]]:
    """Give where the tags of these classes begin: for many one pass over all tags is quicker."""
    if len(values) > FEW_KINDS:
        matches = _tags(tag).finditer(data)
    else:
        starts = {place for value in values for place in _tags_before(data, value.encode())}
        matches = filter(None, (_tags(tag).match(data, place) for place in sorted(starts)))
    found: dict[bytes, list[int]] = {}
    for match in matches:
        found.setdefault(match[match.lastindex or 1], []).append(match.start())
    return found


@lru_cache(maxsize=64)
def _tags(tag: bytes) -> re.Pattern[bytes]:
    """Give what finds the tags of this name that have a class: `<li id="a" class="b c"`."""
    name = b"".join(b"[%c%c]" % (*pair,) for pair in zip(tag.lower(), tag.upper(), strict=True))
    return re.compile(
        rb"<%s(?:\s[^<>]{0,600}?)?\s(?i:class)\s?=\s?"
        rb"(?:\"([^\"]{0,300})\"|'([^']{0,300})'|([^\s\"'>]{1,300})(?=[\s>]))" % name
    )


def _tags_before(data: bytes, value: bytes) -> set[int]:
    """Give where the tags begin that hold this value of an attribute: a search for it is cheap."""
    starts: set[int] = set()
    place = data.find(value)
    while place >= 0:
        end = place + len(value)
        sign = data[place - 1 : place]
        quoted = sign in _QUOTES and data[end : end + 1] == sign
        if quoted or sign == b"=" or data[place - 2 : place] == b"= ":
            starts.add(data.rfind(b"<", max(0, place - 1 - MAX_TAG), place))
        place = data.find(value, place + 1)
    return starts - {-1}
