"""Read topics of rforum, the board of mikrocontroller.net and ruby-forum.com (last seen 2022).

Quoted lines begin with ">" in an element of their own. Not read: attachments.
"""

from __future__ import annotations

import re

from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

FAMILY = family(
    Rules(
        posts='.post.gainlayout[id^="post-"]',
        body=(".text.gainlayout", ".text"),
        author=(".author .name", ".author .login"),
        author_url=(".author a[href]",),
        user=user_of,
        when=dated,
        date=(".date .dateval", ".date time", ".date"),
        score=(".votebar .score",),
        drop=".attachments, .attachment, .signature",
        quote="span.quote, blockquote",
        native=re.compile(r"\Apost-(\d{1,20})\Z"),
        depths=flat,
        marker=re.compile(r"""id=["']post-\d"""),
        article=False,
        finish=thread_of(current=".pagination .current", title="h1.subject, h1", anchor="post-{}"),
    ),
    "gainlayout",
)
