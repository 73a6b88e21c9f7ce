"""Read topics of MesDiscussions, the boards of hardware.fr and Doctissimo (last seen 2024).

Each post is a table of its own. Not read: the mood below a name, how often a post was quoted.
"""

from __future__ import annotations

import re

from threadgraph.markup._dom import Node, attribute
from threadgraph.markup._forum import dated, thread_of
from threadgraph.markup._quoted import Quoted, head_of, quoted_in
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

# "/hfr/sujet_1_1.htm#t3551200", "/forum2.php?post=1&page=1#t3551200"
_LINKED = re.compile(r"#t(\d{1,20})\Z")


def _quoted(words: Node) -> Quoted:
    """Read `b.s1 > a[href$="#t12"]`, "Ann a écrit :", above the quoted words."""
    head = head_of(words, "s1")
    link = head.css_first("a[href]") if head is not None else None
    match = _LINKED.search(attribute(link, "href") or "") if link is not None else None
    return match[1] if match else None, quoted_in(link if link is not None else head)[1]


FAMILY = family(
    Rules(
        posts="table.messagetable:has(.messCase1)",
        body=('[id^="para"]',),
        author=(".messCase1 b.s2", ".messCase1 .s2"),
        when=dated,
        date=(".messCase2 .toolbar .left", ".messCase2 .toolbar"),
        permalink=('.messCase1 a[href*="#t"]',),
        drop=".signature, .edited, .toolbar",
        quote="table.citation td, table.oldcitation td, table.quote td",
        heads="table.citation b.s1, table.oldcitation b.s1, table.quote b.s1",
        quoted=_quoted,
        native=lambda _: None,
        ids=('.messCase1 a[name^="t"]', '[id^="para"]'),
        depths=flat,
        marker=re.compile(r"""<table\s[^<>]{0,80}class=["']messagetable\b"""),
        article=False,
        finish=thread_of(current=".pagepresuiv b", title=".arbo h1, h1", anchor="para{}"),
    ),
    "messagetable",
)
