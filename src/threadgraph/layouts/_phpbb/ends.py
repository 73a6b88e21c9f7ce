"""Find where phpBB's texts end: at the notice of an edit, or at the thanks of other members."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from threadgraph.layouts._boards.forum import Head, dateish, is_chrome, stops_of
from threadgraph.layouts._boards.last import Span, before_signatures
from threadgraph.layouts._boards.rows import Row

__all__ = ["before_ends"]

MIN_NOTICE = 25
MAX_THANKS = 400

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
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


def _stop(rows: Sequence[Row], head: Head, end: int, authors: Collection[str]) -> int | None:
    return next(
        (
            n
            for n in range(head.last + 2, end)
            if _is_notice(rows[n]) or _is_thanks(rows[n : n + 2], head.author, authors)
        ),
        None,
    )


def _is_notice(row: Row) -> bool:
    return len(row.text) > MIN_NOTICE and is_chrome(row) and _YEAR.search(row.text) is not None


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
