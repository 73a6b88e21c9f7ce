"""Walk over the tags of a page of HTML without building its tree.

Comments, scripts and other raw text are passed over as a browser does. Cost: linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

__all__ = ["MAX_ATTRIBUTES", "Tag", "first_tag", "tags"]

MAX_ATTRIBUTES = 1000
"""How many attributes of one tag are kept where tags are simplified."""

_BEGIN = re.compile(r"<(?:!--|(/?)([a-zA-Z][^\s/>]{0,100}))")
_COMMENT_END = re.compile(r"--!?>")
# ` class="a"`, ` hidden`, ` href=/x`
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=]+|=)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_RAW = frozenset("script style textarea title xmp iframe noembed noframes plaintext".split())


class Tag(NamedTuple):
    """One tag: where it stands, its name in small letters, how many attributes it has.

    `cut` is the place behind the last attribute that is kept, `body` the one behind the name.
    """

    start: int
    body: int
    cut: int
    end: int
    closing: bool
    name: str
    attributes: int


def tags(html: str) -> Iterator[Tag]:
    """Give the tags in order; a tag that the page's end cuts off ends there."""
    place = 0
    while (match := _BEGIN.search(html, place)) is not None:
        if match[2] is None:
            end = _COMMENT_END.search(html, match.start() + 2)
            place = end.end() if end else len(html)
            continue
        tag = _tag(html, match)
        yield tag
        place = tag.end
        if tag.name in _RAW and not tag.closing:
            found = _raw_end(tag.name).search(html, place)
            place = found.start() if found else len(html)


def first_tag(html: str) -> Tag | None:
    """Give the first tag of a piece of a page, whatever stands before the piece."""
    match = _BEGIN.search(html)
    return _tag(html, match) if match is not None and match[2] else None


@cache
def _raw_end(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)


def _tag(html: str, match: re.Match[str]) -> Tag:
    place = cut = match.end()
    count = 0
    while (found := _ATTRIBUTE.match(html, place)) is not None:
        place = found.end()
        count += 1
        if count <= MAX_ATTRIBUTES:
            cut = place
    end = html.find(">", place) + 1 or len(html)
    return Tag(match.start(), match.end(), cut, end, bool(match[1]), match[2].lower(), count)
