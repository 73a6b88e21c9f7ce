"""Read the items of XenForo 1 that begin with a name and a title on one row, and no date.

Which words are the name does not show, unless the title is a grade ("Active Member"), or the page
tells the name elsewhere: above the list ("started by quza, Oct 29, 2014") or above a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._boards.forum import Head, dateish
from threadgraph.layouts._boards.lists import Item
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.names import is_role

__all__ = ["titled_heads", "without_titles"]

# "Discussion in 'Off Topic' started by quza, Oct 29, 2014."
_STARTED = re.compile(
    r"^(?:Discussion in .{1,80} started by|Dieses Thema im Forum .{1,80} wurde erstellt von|"
    r"Discussion dans .{1,80} créée? par|Tema en .{1,80} iniciado por|"
    r"Discussione in .{1,80} iniziata da|Discussie in .{1,80} gestart door) "
    r"(?P<name>\S.{0,58}?), (?P<date>.{6,40}?)\.?$"
)
# "quza said: ↑"
_SAID = re.compile(r"^(\S.{0,58}?) (?:said|schrieb|a dit|dijo|ha scritto|zei|skrev): ?↑?$")


def titled_heads(rows: Sequence[Row], items: Sequence[Item]) -> list[Head]:
    """Give a head for each item, if the first is that of who began the thread; none if not."""
    starter = _starter(rows[: items[0].row])
    if starter is None or items[0].number != 1 or not _begins(rows[items[0].row].text, starter):
        return []
    if any(not 0 < len(rows[item.row].text) <= 2 * MAX_NAME for item in items):
        return []
    names = _known(rows, starter)
    return [
        Head(
            first=item.row,
            last=item.row,
            author=_name(rows[item.row].text, names),
            opening=item.number == 1,
        )
        for item in items
    ]


def without_titles(rows: Sequence[Row], items: Sequence[Item], heads: Sequence[Head]) -> list[Head]:
    """Give the heads whose author is a row "quza Active Member" with the name, or without one.

    The first item tells that titles stand there: it begins with who began the thread.
    """
    starter = _starter(rows[: items[0].row])
    shown = rows[items[0].row].text
    told = starter is not None and len(shown) <= 2 * MAX_NAME and shown.startswith(f"{starter} ")
    if not told or heads[0].author not in (None, shown):
        return list(heads)
    names = _known(rows, starter or "")
    return [
        replace(head, author=_name(rows[head.first].text, names), whole=True)
        if head.author in (None, rows[head.first].text)
        else head
        for head in heads
    ]


def _known(rows: Sequence[Row], starter: str) -> set[str]:
    """Give who began the thread and who is quoted."""
    return {starter, *(found[1] for row in rows if (found := _SAID.match(row.text[:80])))}


def _starter(rows: Sequence[Row]) -> str | None:
    found = (_STARTED.match(row.text) for row in rows if len(row.text) <= 4 * MAX_NAME)
    return next((match["name"] for match in found if match and dateish(match["date"])), None)


def _begins(text: str, name: str) -> bool:
    return text == name or text.startswith(f"{name} ")


def _name(text: str, names: set[str]) -> str | None:
    """Give the longest known name that the row begins with, or what stands before a grade."""
    known = max((name for name in names if _begins(text, name)), key=len, default=None)
    if known is not None:
        return known
    words = text.split(" ")
    for number in range(1, len(words)):
        if is_role(" ".join(words[number:])):
            name = " ".join(words[:number])
            return name if looks_like_name(name) else None
    return None
