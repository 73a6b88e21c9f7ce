"""Read topics of FluxBB and of PunBB, from which it came.

Markup: `div.blockpost` (PunBB 1.2, FluxBB), `div.post` with `div.posthead` (PunBB 1.3 and later).
Last seen: 2024 (FluxBB 1.5). Not read: polls.
"""

from __future__ import annotations

import re
from dataclasses import replace

from threadgraph.markup._base import Family, best
from threadgraph.markup._dom import Node
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, before, head_of, quoted_in
from threadgraph.markup._rules import Rules, flat, read_rules

__all__ = ["FAMILY"]


def _quoted(words: Node) -> Quoted:
    """Read `cite` (or, in 1.2, `h4`) above the quoted words."""
    above = before(words)
    if above is not None and above.tag in ("cite", "h4"):
        return quoted_in(above)
    return quoted_in(head_of(words, "h4", "cite"))


_BLOCK = Rules(
    posts='.blockpost[id^="p"]',
    body=(".postmsg:not(.postsignature)", ".postmsg"),
    author=(".postleft dt strong", ".postleft dt", ".postleft strong"),
    user=user_of,
    when=dated,
    date=("h2 a[href*='#p']", "h2"),
    permalink=("h2 a[href*='#p']",),
    drop=".postedit, .postsignature, .postsignature + *, .codebox > h4",
    quote=".quotebox > blockquote, .incqbox",
    heads=".incqbox > h4",
    quoted=_quoted,
    native=re.compile(r"\Ap(\d{1,20})\Z"),
    depths=flat,
    marker=re.compile(r"""<div id=["']p\d{1,20}["']"""),
    article=False,
    finish=thread_of(number="h2 .conr", current=".pagelink strong:last-of-type"),
)

_POST = replace(
    _BLOCK,
    posts='.post[id^="p"]:has(.posthead), .post:has(> .posthead[id^="p"])',
    body=(".entry-content",),
    author=(".post-byline strong", ".post-byline a", ".post-author .username", ".post-byline"),
    date=(".post-link .permalink", ".post-link"),
    permalink=("a.permalink",),
    drop=".sig-content, .sig-line, .signature, .post-edit",
    ids=('.posthead[id^="p"]',),
    marker=re.compile(r"""class=["']posthead\b"""),
    finish=thread_of(number=".post-num", current=".paging strong"),
)


FAMILY = Family(
    marks=("blockpost", "posthead"),
    read=best(lambda page: read_rules(page, _BLOCK), lambda page: read_rules(page, _POST)),
)
