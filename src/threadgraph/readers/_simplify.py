"""Take out of a page's source what no parser ends with in time, and keep its text.

Left out are attributes beyond a thousand of a tag, the attributes of formatting tags where
thousands are left open, and tags nested so deep that only harm is meant; the text in them stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from threadgraph.readers._prescan import (
    FORMATTING,
    MAX_STEPS,
    MAX_WHOLE,
    WHOLE,
    Nesting,
    Shape,
    scan,
)
from threadgraph.readers._tags import MAX_ATTRIBUTES, Tag, tags

__all__ = ["flatten", "simplify"]

_LEAST_DEPTH = 512
_DEEP = 200  # deeper than people nest: what has no attribute there is no post
_FLAT = 256


def simplify(html: str) -> tuple[str, str | None]:
    """Give the page with what a parser can read, and what was wrong; None if nothing was."""
    shape = scan(html)
    if not shape.risks:
        return html, None
    deepest = max(_LEAST_DEPTH, MAX_STEPS // max(1, shape.tags)) if shape.too_deep else None
    return "".join(_pieces(html, shape, deepest)), ", ".join(shape.risks)


def flatten(html: str) -> str:
    """Give the page with no tag nested deeper than an article is."""
    return "".join(_pieces(html, scan(html), _FLAT))


def _pieces(html: str, shape: Shape, deepest: int | None) -> Iterator[str]:
    depths = _Depths(deepest)
    done = whole = 0
    for tag in tags(html):
        bare = shape.too_open and tag.name in FORMATTING
        if tag.name in WHOLE and not tag.closing:
            whole += 1
            bare = whole > MAX_WHOLE
        if not depths.keeps(tag):
            kept = ""
        elif tag.closing:
            continue
        elif bare:
            kept = html[tag.start : tag.body] + ">"
        elif tag.attributes > MAX_ATTRIBUTES:
            kept = html[tag.start : tag.cut] + ">"
        else:
            continue
        yield html[done : tag.start]
        yield kept
        done = tag.end
    yield html[done:]


class _Depths:
    """Choose the tags that stay so that none is deeper than `deepest`."""

    def __init__(self, deepest: int | None) -> None:
        self._deepest = deepest
        self._nesting = Nesting()
        self._kept: list[bool] = []
        self._depth = 0

    def keeps(self, tag: Tag) -> bool:
        """Tell if the next tag stays."""
        keep = True
        for _ in self._nesting.step(tag):
            was = self._kept.pop()
            self._depth -= was
            keep = was or not tag.closing
        if len(self._nesting.names) > len(self._kept):
            limit = self._deepest if tag.attributes or self._deepest is None else _DEEP
            keep = limit is None or self._depth < limit
            self._kept.append(keep)
            self._depth += keep
        return keep
