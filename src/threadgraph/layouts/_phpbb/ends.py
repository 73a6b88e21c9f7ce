"""Find where phpBB's texts end: at the notice of an edit, the thanks of others, or "Top"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from threadgraph.layouts._boards.forum import Head, dateish, stops_of
from threadgraph.layouts._boards.last import Span, before_signatures
from threadgraph.layouts._boards.notices import is_notice
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._phpbb.marks import TOP

__all__ = ["before_ends", "before_tops"]

MAX_THANKS = 400
MAX_TOP = 40

# "These users thanked the author Ann for the post (total 2):" and the names, behind or below
_COLON = re.compile(r"\s?:\s?")
# "Bob (Tue Jan 11, 2022 1:44 am), Cyd (Wed Jan 12, 2022 6:52 am)"
_MEMBER = re.compile(r"([^(),:]{1,40}?)(?: ?\(([^()]{6,40})\))?(?:, ?|\s[^\W\d_]{1,3}\s|$)")


def before_ends(
    rows: Sequence[Row], heads: Sequence[Head], chrome: Callable[[Row], bool]
) -> list[Head]:
    """End each post at the first such row below its text.

    Signatures stand below those, and are looked for first: not all posts of an author were edited.
    """
    authors = {head.author for head in heads if head.author}
    stops = stops_of(rows, heads)
    spans = [Span(head.author, head.last + 1, n) for head, n in zip(heads, stops, strict=True)]
    return [
        replace(head, stop=end if (found := _stop(rows, head, end, authors)) is None else found)
        for head, end in zip(heads, before_signatures(rows, spans, chrome), strict=True)
    ]


def before_tops(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End each post at its "Top", where each has one: below the last stands the page's end."""
    tops = [
        [n for n in range(head.last + 1, end) if len(rows[n].text) <= MAX_TOP and _is_top(rows[n])]
        for head, end in zip(heads, stops_of(rows, heads), strict=True)
    ]
    if len(heads) < 2 or not all(tops) or any(len(found) > 1 for found in tops[:-1]):  # noqa: PLR2004
        return list(heads)
    return [replace(head, stop=found[0]) for head, found in zip(heads, tops, strict=True)]


def _is_top(row: Row) -> bool:
    return TOP.match(row.text) is not None


def _stop(rows: Sequence[Row], head: Head, end: int, authors: Collection[str]) -> int | None:
    return next(
        (
            n
            for n in range(head.last + 2, end)
            if is_notice(rows[n]) or _is_thanks(rows[n : n + 2], head.author, authors)
        ),
        None,
    )


def _is_thanks(rows: Sequence[Row], author: str | None, authors: Collection[str]) -> bool:
    """Tell a sentence about the author that ends with a colon and members of the board."""
    text = rows[0].text
    if not author or author not in text or ":" not in text or len(text) > MAX_THANKS:
        return False
    colon = next(_COLON.finditer(text, text.find(author) + len(author)), None)
    if colon is None:
        return False
    rest = text[colon.end() :] or (rows[1].text if len(rows) > 1 else "")
    return _are_members(rest[:MAX_THANKS], authors)


def _are_members(text: str, authors: Collection[str]) -> bool:
    """Tell a list of names, each with a date or of somebody who writes on the page."""
    place = 0
    while place < len(text):
        found = _MEMBER.match(text, place)
        if found is None or found.end() == place:
            return False
        if found[1] not in authors and not (found[2] and dateish(found[2])):
            return False
        place = found.end()
    return bool(text)
