"""Walk the objects that a page tells machines in JSON-LD; blocks that are no JSON are skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from threadgraph.markup._dom import HtmlPage
from threadgraph.markup._json import loaded

__all__ = ["MAX_DEPTH", "Item", "each", "kinds_of", "ld_items", "string_of"]

MAX_DEPTH = 60
MAX_ITEMS = 50_000

_WRAPPED = re.compile(r"\A\s*(?:<!\[CDATA\[|<!--|//\s*<!\[CDATA\[)|(?:\]\]>|-->|//\s*\]\]>)\s*\Z")

Item = dict[str, Any]


def ld_items(page: HtmlPage) -> list[Item]:
    """Give the objects of all blocks, in order, without those of a FAQPage; ask by `page.once`."""
    return [item for block in _blocks(page) for item in _items(block)]


def _blocks(page: HtmlPage) -> Iterator[object]:
    for node in page.all('script[type*="ld+json"]'):
        yield loaded(_WRAPPED.sub("", node.text(strip=False)))


def each(value: object) -> Iterator[Any]:
    """Give the values of a property: none, one or a list."""
    if isinstance(value, list):
        yield from cast("list[Any]", value)
    elif value is not None:
        yield value


def kinds_of(item: Item) -> set[str]:
    """Give what an object says it is, in small letters."""
    return {str(kind).rsplit("/", 1)[-1].lower() for kind in each(item.get("@type"))}


def _items(block: object) -> Iterator[Item]:
    todo: list[tuple[object, int]] = [(block, 0)]
    seen = 0
    while todo and seen < MAX_ITEMS:
        value, depth = todo.pop()
        seen += 1
        inner: list[object] = []
        if isinstance(value, dict):
            item = cast("Item", value)
            if "faqpage" in kinds_of(item):
                continue
            yield item
            inner = list(item.values())
        elif isinstance(value, list):
            inner = cast("list[object]", value)
        if depth < MAX_DEPTH:
            todo.extend((below, depth + 1) for below in reversed(inner))


def string_of(item: Item, *keys: str) -> str | None:
    """Give the first of these properties that is a text."""
    return next((v for k in keys if isinstance(v := item.get(k), str) and v.strip()), None)
