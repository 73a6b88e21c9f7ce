"""Read comments of Squarespace 5 (2004 to 2012): texts with a line below, "DATE | icon NAME".

Last seen: 2015. Not read: answers, which the system had none of; what the icon says of the author.
"""

from __future__ import annotations

import re

from threadgraph.markup._rules import Rules, family, single

__all__ = ["FAMILY"]

FAMILY = family(
    Rules(
        posts=".journal-comment-area .comment-wrapper",
        body=(".comment > .body", ".body"),
        author=(".signature .posted-by .name", ".signature .posted-by", ".signature .name"),
        date=(".signature .comment-date", ".signature .date"),
        drop=".signature",
        ids=('a[name^="comment"]', 'a[id^="comment"]'),
        depths=single,
        marker=re.compile(r"""class=["']comment-wrapper\b"""),
    ),
    "journal-comment",
)
