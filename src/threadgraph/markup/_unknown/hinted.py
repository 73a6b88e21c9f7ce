"""Find names that neither a class nor a tag sets off: before a colon, or in a picture's words."""

from __future__ import annotations

import re

from threadgraph.markup._dom import shown
from threadgraph.markup._unknown.names import PROFILE, is_name, portrayed, serves
from threadgraph.markup._unknown.passage import body_of
from threadgraph.markup._unknown.post import Post

__all__ = ["lined", "pictured", "unmarked"]

MAX_HEAD = 120
"""Code points of a first line with a name and a date."""
MAX_WORDS = 3
"""Words of a name that is a line of its own."""
_SET_OFF = frozenset(("b", "strong", "a", "font", "u"))
_INLINE = frozenset(("span", "font", "i", "em", "u"))
# the words of a picture that is anybody's
_ANYBODY = re.compile(
    r"(?:(?:default|no|user|my|member|profile|mein)[\s-]?)?(?:(?:gr)?avatar|user|photo|foto|profile|profil|image|"
    r"picture|bild|icon|portrait|member|guest|gast|logo|author|autor)\d{0,9}(?:[\s-](?:image|picture|photo|icon))?\Z",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"avatar|user|author|profile|member|portrait|commenter")
# "user-rating", "member-badge": pictures of what a user is or gives
_OF_RANKS = re.compile(r"rating|stars?\b|badge|rank|medal|flag|trophy|level|status")


def unmarked(post: Post, date: int | None, first: int, last: int) -> tuple[int | None, int, int]:
    """Give the name that no class tells, and where the text begins and ends that is not the name.

    The text was taken to be from `first` to `last`.
    """
    author = _spelled_out(post, post.plain_author(first, last, date))
    if author is None and (celled := _celled(post, date, last)) is not None:
        return *celled, last
    if author is None and (author := _called(post, date)) is not None:
        return author, *body_of(post, author, date)
    if author is None and (author := _alone(post, first, last)) is not None:
        return author, post.parts[first].end, last
    return author, first, last


def _spelled_out(post: Post, author: int | None) -> int | None:
    """Give the name that stands before its handle: `Ann Lee <small><a>@annlee</a></small>`."""
    if author is None or not post.label(author).startswith("@"):
        return author
    before = next((n for n in range(author - 1, 0, -1) if post.parts[n].text), 0)
    beside = before > 0 and post.within(author, post.parts[before].above)
    return before if beside and is_name(post.parts[before].text) else author


def _called(post: Post, date: int | None) -> int | None:
    """Give the element beside the date that ends with a colon: `<span>Ann:</span>`."""
    if date is None:
        return None
    held = post.parts[date].above if post.parts[date].tag == "-text" else date
    above = post.parts[held].above if post.parts[held].tag in _INLINE else held
    for number in range(above + 1, len(post.parts)):
        part = post.parts[number]
        beside = part.tag in _INLINE and part.above == above and number != held
        if beside and shown(part.node).endswith(":") and is_name(post.label(number)):
            return number
    return None


def _celled(post: Post, date: int | None, last: int) -> tuple[int, int] | None:
    """Give the name beside the date in a row of cells, and where that row ends.

    `<tr><td>3 May 2021</td><td><b>Ann</b></td></tr><tr><td>It sings.</td></tr>`
    """
    row = date if date is not None else -1
    while row >= 0 and post.parts[row].tag != "tr":
        row = post.parts[row].above
    if row < 0 or not any(post.parts[n].text for n in range(post.parts[row].end, last)):
        return None
    for number in range(row + 1, post.parts[row].end):
        part = post.parts[number]
        cell = part.above
        alone = post.parts[cell].tag == "td" and post.size(cell) == post.size(number)
        beside = alone and post.parts[cell].above == row and not post.holds(date, cell)
        if beside and part.tag in _SET_OFF and date not in range(cell, post.parts[cell].end):
            name = post.label(number)
            if is_name(name) and not serves(name):
                return number, post.parts[row].end
    return None


def _alone(post: Post, first: int, last: int) -> int | None:
    """Give the link that is the first paragraph of several: `<p><a>Ann</a></p>`."""
    if first >= last or post.parts[first].end >= last or post.parts[first].tag != "p":
        return None
    for number in range(first + 1, post.parts[first].end):
        part = post.parts[number]
        if part.tag == "a" and post.size(number) == post.size(first) and not part.role.date:
            name = post.label(number)
            return number if is_name(name) and not serves(name) else None
    return None


def lined(post: Post, date: int | None) -> tuple[int, int, int] | None:
    """Give name, and where the text begins and ends, of `<p><b>Ann</b> on 3 May<br>It sings.</p>`.

    The name stands out and is the first text of the post; the first line is short. Or it is a link
    in an element of its own: `<div><a>Ann</a></div><p>It sings.</p>`.
    """
    parts = post.parts
    first = next((n for n, part in enumerate(parts) if part.text), 0)
    name = parts[first].above if first else -1
    if name < 0 or parts[name].tag not in _SET_OFF or post.dead[name]:
        return None
    frame = parts[name].above
    inner = range(parts[name].end, parts[frame].end if frame >= 0 else 0)
    end = next((n for n in inner if parts[n].tag == "br" and parts[n].above == frame), 0)
    if not end and parts[name].tag == "a" and len(post.label(name).split()) <= MAX_WORDS:
        while frame > 0 and post.size(frame) == post.size(name):
            end, frame = parts[frame].end, parts[frame].above
    head = sum(len(part.text) for part in parts[first:end])
    rest = (n for n in range(end, parts[frame].end) if not (post.dead[n] or post.holds(date, n)))
    below = sum(len(parts[n].text) for n in rest)
    if not (end and below and head <= MAX_HEAD and is_name(post.label(name))):
        return None
    return name, end + (parts[end].tag == "br"), parts[frame].end


def pictured(post: Post) -> int | None:
    """Give the author's picture whose words are the name: `<img class="avatar" alt="Ann">`."""
    for number, part in enumerate(post.parts):
        words = portrayed(shown(part.node)) if part.tag == "img" else ""
        if is_name(words) and not _ANYBODY.match(words):
            near = [part.node, *([post.parts[part.above].node] if part.above > 0 else [])]
            told = [node.attributes.get(name) or "" for node in near for name in ("class", "href")]
            ranked = _OF_RANKS.search(part.node.attributes.get("class") or "")
            if not ranked and any(_PICTURE.search(t) or PROFILE.search(t) for t in told):
                return number
    return None
