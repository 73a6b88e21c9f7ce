"""Read HyperKitty, the archive of Mailman 3: a thread of mails on one page (last seen 2024).

The first mail opens the thread; how far the others are set in tells what they answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.markup._dom import Node, Owners
from threadgraph.markup._levels import levels
from threadgraph.markup._rules import Rules, family

__all__ = ["FAMILY"]


def _depths(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Take the levels of the answers, one below the first mail."""
    if len(posts) < 2:  # noqa: PLR2004 - a mail and its answers
        return [0] * len(posts)
    return [0, *(None if depth is None else depth + 1 for depth in levels(posts[1:], top=True))]


FAMILY = family(
    Rules(
        posts=".email:has(> .email-body), .email:has(.email-header)",
        body=(".email-body",),
        author=(".email-author .name", ".email-header .name", ".email-author"),
        author_url=(".email-author a[href]",),
        date=(".email-date .time", ".email-date", ".email-header .date"),
        quote=".email-body blockquote",
        ids=(".email-header[id]",),
        depths=_depths,
        opening=True,
        article=False,
    ),
    "email-body",
)
