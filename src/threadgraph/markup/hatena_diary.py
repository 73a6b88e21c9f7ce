"""Read comments of Hatena Diary (2003 to 2019): paragraphs of name, time and text below a day.

Last seen: 2019. Not read: trackbacks.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread, note_anchors
from threadgraph.markup._dom import HtmlPage, Node, attribute
from threadgraph.markup._rules import Rules, family, single

__all__ = ["FAMILY"]

# "/tanukichi/", "http://d.hatena.ne.jp/tanukichi/"
_ACCOUNT = re.compile(r"(?:\A|//[\w.-]{1,60})/([\w-]{1,32})/?\Z")


def _account(node: Node) -> str | None:
    link = node if node.tag == "a" else node.css_first("a[href]")
    match = _ACCOUNT.search((attribute(link, "href") or "") if link is not None else "")
    return match[1] if match else None


def _finish(_: HtmlPage, thread: Thread) -> None:
    """Let the anchors say where the comments begin: paragraphs have no ids."""
    note_anchors(thread.comments, "c{}")


FAMILY = family(
    Rules(
        posts=":is(.commentshort, .commentbody) > p:has(> .commentator)",
        body=("p:has(> .commentator)",),
        author=(".commentator",),
        user=_account,
        date=(".timestamp",),
        permalink=("a:has(> .canchor)",),
        drop=".canchor, .commentator, .timestamp",
        ids=('a[name^="c"]',),
        depths=single,
        marker=re.compile(r"""class=["']?commentator\b"""),
        finish=_finish,
    ),
    "commentator",
)
