"""Read NodeBB forums (last seen 2026): list items of status, name with groups, "last edited by".

The status row ends in "Offline", "Online" or "Away" (older versions print a letter that stands for
the picture, or the name alone); the row below it begins with the name, and may name whom the post
answers ("@ann"). Extractors nest the items or not, whatever is answered: no
depth is read. Names of several words are read only where the status row or a link shows their end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.names import is_role

__all__ = ["LAYOUT"]

MAX_ROW = 200
MAX_HEADER = 6
# "annleeA Offline", "A Online": the picture's text, the letter that stands for it, the status
_STATUS = re.compile(r"^(?P<name>.{0,40}?)(?P<letter>\w)?\s+(?:Offline|Online|Away|DND)$")
# "• A", "• annlee": an item without a status, before version 1.5
_BARE = re.compile(r"^\w(?: __)?$|^\S{2,40}$")
# "annlee Pilot Moderator @bob_moss | Premium"
_ANSWERED = re.compile(r"(?:^|\s)_{0,2}@(?P<label>[^\s@|]{1,40})(?:\s*\||\s*$)")
# "** [Ann Lee](/user/ann-lee) **"
_LINKED = re.compile(r"\[_{0,2}\s*([^\[\]]{1,40}?)\s*\]\([^()\s]{0,200}/user/[^()\s]{1,80}\)")
_EDITED = re.compile(r"^_{0,4}\s*last edited by\b.{0,80}$")
# "bob_mossB 1 Reply Last reply Reply Quote 0"
_CHROME = re.compile(
    r"^(?:.{0,60}\b\d{1,4} Repl(?:y|ies) Last reply\b.{0,40}|"
    r"(?:_{0,2}\s*)?(?:Reply|Quote|\d{1,5}|_)(?:\s+(?:Reply|Quote|\d{1,5}|_{1,2})){0,4}|\W{0,4}|\w)$"
)
_FOOTER = re.compile(
    r"^(?:Log in to reply|Suggested Topics|Reply as topic|Oldest to Newest|\d+ out of \d+|"
    r"First post|Last post|Looks like your connection\b.{0,80})$"
)


class _Found(NamedTuple):
    first: int
    last: int
    name: str | None
    label: str | None
    place: Segment


def _parse(page: TextPage) -> Parse | None:
    if "Reply Quote" not in page.dense or "last edited by" not in page.dense:
        return None
    rows = page.once(outline.rows)
    found = list(_headers(page, rows))
    if not found:
        return None
    heads = [
        Head(
            first=item.first,
            last=item.last,
            author=item.name,
            label=item.label,
            evidence=item.place if item.label else None,
            role="comment" if number else "opening",
        )
        for number, item in enumerate(found)
    ]
    return parse_heads(page, rows, heads, stop_at(rows, heads, _FOOTER), _is_chrome)


def _headers(page: TextPage, rows: Sequence[Row]) -> Iterator[_Found]:
    """Give each status row with its name row and what follows up to "last edited by"."""
    answered = {
        match["label"] for row in rows if "@" in row.text[:MAX_ROW]
        for match in _ANSWERED.finditer(row.text[:MAX_ROW])
    }  # fmt: skip
    for number in range(len(rows) - 1):
        status = _status(rows[number])
        last = _edited(rows, number) if status or _is_bare(rows[number]) else None
        if last is None:
            continue
        name_row = rows[number + (last > number + 1)]
        known = {*answered, _editor(rows[last].text)}
        named = [
            (row, found) for row in rows[number + 1 : last]
            if (found := _ANSWERED.search(row.text[:MAX_ROW]))
        ]  # fmt: skip
        label_row, label = named[0] if named else (name_row, None)
        yield _Found(
            number,
            last,
            _name(page, name_row, status["name"] if status else "", known),
            label["label"] if label else None,
            page.lines[label_row.first].content,
        )


def _status(row: Row) -> re.Match[str] | None:
    return _STATUS.match(row.text) if len(row.text) <= MAX_ROW and row.mark else None


def _is_bare(row: Row) -> bool:
    return bool(row.mark and _BARE.match(row.text[:MAX_ROW]))


def _edited(rows: Sequence[Row], number: int) -> int | None:
    """Give the row "last edited by" below a status row, before the next one."""
    for below in range(number + 1, min(number + MAX_HEADER, len(rows))):
        if _EDITED.match(rows[below].text[:MAX_ROW]):
            return below
        if _status(rows[below]) or _is_bare(rows[below]):
            return None
    return None


def _editor(text: str) -> str:
    return text[:MAX_ROW].partition("last edited by")[2].strip(" _")


def _name(page: TextPage, row: Row, shown: str, known: set[str]) -> str | None:
    """Read the name: as the status row shows it, as its link does, else one word.

    Groups may follow: then the name must be known as an editor's or from an answer.
    """
    text = row.text[:MAX_ROW]
    if shown and text.startswith(shown):
        return shown.strip()
    raw = " ".join(line.text for line in page.lines[row.first : row.last + 1])
    linked = _LINKED.search(raw[:2000])
    if linked and not linked[1].startswith("@"):
        return linked[1].replace("\\", "")
    words = re.split(r"\s\||\s_{0,2}@", text, maxsplit=1)[0].split()
    whole = " ".join(words)
    for length in range(len(words), 0, -1):
        if " ".join(words[:length]) in known:
            return " ".join(words[:length])
    glued = next((n for n in known if n and whole.startswith(n)), None)
    if glued and is_role(whole.removeprefix(glued)):
        return glued
    return whole if len(words) == 1 else None


def _is_chrome(row: Row) -> bool:
    return len(row.text) <= 120 and bool(_CHROME.match(row.text))  # noqa: PLR2004 - controls


LAYOUT = Layout(
    description="NodeBB: status, name, 'last edited by'; '@name' names the parent",
    parents="labels",
    telling=3,
    parse=_parse,
)
