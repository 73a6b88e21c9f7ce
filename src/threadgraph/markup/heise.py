"""Read the old forums of heise online: a page shows one posting, with the tree of its thread.

Last seen: 2014. Not read: the tree, which holds no texts, ratings.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

# "Ann_64 (mehr als 1000 Beiträge seit 23.01.02)"
_COUNT = re.compile(r"\s*\([^()]{0,24}\bBeitr[^()]{1,40}\)\Z")
# "Ann_64 schrieb am 11. März 2010 14:02"
_ANSWERED = re.compile(
    r"(\S.{0,59}?) schrieb am \d{1,2}\. [^\W\d]{3,9} \d{4}[ ,]+\d{1,2}:\d\d\s*\n"
)


def _without_counts(_: HtmlPage, thread: Thread) -> None:
    """Take the count of postings from the name, and who is answered from the text's first line."""
    for comment in thread.comments:
        comment.author = _COUNT.sub("", comment.author) if comment.author else None
        if answered := _ANSWERED.match(comment.text):
            comment.label = answered[1]
            comment.rules["label"] = "the text's first line"


FAMILY = family(
    Rules(
        posts=".forum_content:has(.posting_text)",
        body=(".posting_text",),
        author=(".user_info i", ".user_info"),
        date=(".posting_date",),
        quote=".quote",
        depths=flat,
        finish=_without_counts,
        article=False,
    ),
    "posting_text",
)
