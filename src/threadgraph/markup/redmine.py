"""Read Redmine's issues: the description and the notes (last seen 2024, 1.4 to 5).

Changes of fields alone are no posts. Not read: the boards, whose messages have other markup.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread, note_anchors
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._forum import user_of
from threadgraph.markup._quoted import Quoted, before, quoted_in
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]


def _when(node: Node) -> tuple[str | None, str | None]:
    """Take the tip, "12.04.2016 10:22", for what is shown, "8 years"."""
    return attribute(node, "title") or shown(node) or None, None


def _quoted(words: Node) -> Quoted:
    """Read "Ann wrote:", a paragraph above the quotation."""
    above = before(words)
    return quoted_in(above) if above is not None and above.tag == "p" else (None, None)


def _finish(page: HtmlPage, thread: Thread) -> None:
    first = thread.comments[0]
    if first.node is not None and "issue" in (attribute(first.node, "class") or "").split():
        first.role = "opening"
    note_anchors(thread.comments, "change-{}")
    title = page.first(".issue .subject h3", ".issue > h3")
    thread.title = shown(title) or None if title is not None else None


FAMILY = family(
    Rules(
        posts='#content .issue:has(> .author):has(.wiki), .journal[id^="change-"]:has(.wiki)',
        body=(".description .wiki", ".wiki"),
        author=("h4 a.user", '.author a[href*="/users/"]', 'h4 a[href*="/users/"]'),
        user=user_of,
        date=('h4 a[title][href*="activity"]', '.author a[title][href*="activity"]'),
        when=_when,
        permalink=('h4 a[href*="#note-"]',),
        drop=".contextual",
        quoted=_quoted,
        native=re.compile(r"\Achange-(\d{1,12})\Z"),
        depths=flat,
        article=False,
        finish=_finish,
    ),
    "journal",
)
