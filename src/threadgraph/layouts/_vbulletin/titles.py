"""Take titles above vBulletin's texts to the headers: that of the thread, which answers repeat."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._vbulletin.marks import PICTURE, SUBJECT, TITLE

__all__ = ["without_titles"]

MAX_PICTURED = 90
MAX_VALUES = 2
MAX_VALUE = 40
_ENDS = frozenset(".!?:,")


def without_titles(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Take titles above texts to the headers: that of the thread, which answers repeat."""
    belows = [rows[h.last + 1].text[:130] if h.last + 1 < len(rows) else "" for h in heads]
    titles = {found[1] for row in rows[: heads[0].first] if (found := TITLE.match(row.text[:170]))}
    titles.update(row.text for row in rows[: heads[0].first] if " " in row.text)
    if belows[0] and any(_shows(row.text[:170], belows[0]) for row in rows[: heads[0].first]):
        titles.add(belows[0])
    titles.update(t for h in heads if (t := _pictured(rows, h.last + 1)))
    lasts = [rows[head.last].text[:130] for head in heads]
    titles.update(found[1] for text in (*belows, *lasts) if (found := SUBJECT.match(text)))
    ends = [*(head.first for head in heads[1:]), len(rows)]
    return [
        replace(head, last=max(head.last, _titled(rows, range(head.last + 1, end), titles)))
        for head, end in zip(heads, ends, strict=True)
    ]


def _pictured(rows: Sequence[Row], number: int) -> str | None:
    """Give the title in "Default A blue kettle", alone below a card: no sentence."""
    if number + 1 >= len(rows) or not rows[number + 1].gap or len(rows[number].text) > MAX_PICTURED:
        return None
    title = PICTURE.sub("", rows[number].text)
    told = title != rows[number].text and title[:1].isupper() and title[-1:].isalnum()
    return title if told else None


def _titled(rows: Sequence[Row], body: range, titles: Collection[str]) -> int:
    """Give the row of the title above a text, or -1.

    Line filters leave values whose labels they dropped between card and title: "Denver, CO".
    """
    for number in body[: 1 + MAX_VALUES]:
        text = rows[number].text
        apart = number == body[0] or rows[number].gap > 0
        if text and apart and _is_title(text[:130], titles):
            return number
        if rows[number].gap or len(text) > MAX_VALUE or text[-1:] in _ENDS:
            break
    return -1


def _shows(text: str, title: str) -> bool:
    """Tell a row above the posts that is the title, also with the site's name or the path."""
    return (
        text == title
        or text.startswith((f"{title} - ", f"{title} | "))
        or text.endswith(f"> {title}")
    )


def _is_title(text: str, titles: Collection[str]) -> bool:
    """Tell an answer's subject, the thread's title, or the picture that stands for one."""
    return bool(SUBJECT.match(text)) or PICTURE.sub("", text) in (*titles, "")
