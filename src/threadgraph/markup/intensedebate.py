"""Read IntenseDebate, as its script wrote comments into blogs of WordPress and Blogger.

Last seen: 2020. Not read: votes, reputation points.
"""

from __future__ import annotations

import re

from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

FAMILY = family(
    Rules(
        posts='.idc-c[id^="IDComment"]',
        body=('[id^="IDCommentText"]', ".idc-c-t-inner", ".idc-c-t"),
        author=(".idc-a", ".idc-c-h .idc-i a", ".idc-c-h .idc-i span", ".idc-c-h .idc-i"),
        date=(".IDCommentTime", ".idc-time"),
        permalink=("a.IDCommentTime", ".idc-time a"),
        score=(".idc-v-total", ".idc-v"),
        native=re.compile(r"IDComment(\d{1,15})\Z"),
        drop=".idc-c-b, .idc-v, .idc-share",
        marker=re.compile(r"""id=["']IDComment\d{1,15}["']"""),
        more=".idc-button-pagination, .idc-loadmore",
        finish=complete,
    ),
    "idcomment",
    embedded=True,
)
