"""Read threads of YaBB 2: tables in `.displaycontainer`, whose cells have no classes of their own.

Last seen: 2013 (2.5). Not read: attachments, polls.
"""

from __future__ import annotations

import re

from threadgraph.markup._dom import Node, attribute
from threadgraph.markup._forum import dated, thread_of
from threadgraph.markup._quoted import Quoted, before, quoted_in
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

# "YaBB.pl?num=1238747/3#3": the third answer
_NUMBER = re.compile(r"#(\d{1,9})\Z")
MAX_BACK = 4


def _quoted(words: Node) -> Quoted:
    """Read the line above a quotation: "Ann wrote on Mar 3rd, 2009 at 10:02am:" with its link."""
    here: Node | None = words
    for _ in range(MAX_BACK):
        here = before(here)
        if here is None or here.tag == "b":
            break
    if here is None or here.tag != "b":
        return None, None
    link = here.css_first("a[href]")
    match = _NUMBER.search(attribute(link, "href") or "") if link is not None else None
    return match[1] if match else None, quoted_in(here)[1]


def _own_id(post: Node) -> str | None:
    """Give the post's number: the name of its anchor."""
    anchor = post.css_first("a[name]")
    name = attribute(anchor, "name") if anchor is not None else None
    return name if name and name.isdecimal() else None


FAMILY = family(
    Rules(
        posts=".displaycontainer:has(td > a[name]):has(.message)",
        body=(".message",),
        author=("td > a[href*='viewprofile']", "td > b", "td > a[name] + *"),
        when=dated,
        date=(".dividerbot .small .small", ".dividerbot .small"),
        quote=".quote",
        quoted=_quoted,
        native=_own_id,
        depths=flat,
        marker=re.compile(r"""<a name=["']\d{1,6}["']"""),
        article=False,
        finish=thread_of(),
    ),
    "displaycontainer",
)
