"""Read Isso, a server of comments for static sites: versions 0.9 to 0.13.

Last seen: 2025. Not read: votes of readers, drafts.
"""

from __future__ import annotations

import re

from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

FAMILY = family(
    Rules(
        posts='.isso-comment[id^="isso-"]',
        body=(".isso-text-wrapper > .isso-text", ".text-wrapper > .text"),
        author=(".isso-author", ".text-wrapper > [role=meta] .author", ".author"),
        date=(".isso-permalink time", ".isso-comment-header time", ".permalink time", "time"),
        permalink=(".isso-permalink", "a.permalink"),
        score=(".isso-votes", ".votes"),
        marker=re.compile(r"""id=["']isso-\d{1,9}["']"""),
        finish=complete,
    ),
    "isso-comment",
    embedded=True,
)
