"""Read topics of Kunena, the forum of Joomla.

Markup: `.message` with `.kmsg` (5 and later), `table.kmsg` with `.kmsgtext` (1.6 to 4). Last seen:
2024 (6.x). Not read: polls, attachments, thanks.
"""

from __future__ import annotations

import re

from threadgraph.markup._dom import Node, attribute
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, before, quoted_in
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

NONE: Quoted = (None, None)


def _quoted(words: Node) -> Quoted:
    """Read the link at the beginning of a quotation, or the name in bold above it.

    What begins with "Ann wrote: " on the line of the words is read as text.
    """
    if words.tag != "blockquote":
        return quoted_in(before(words))
    head = words.css_first("a[href]")
    return quoted_in(head) if head is not None and "#" in (attribute(head, "href") or "") else NONE


FAMILY = family(
    Rules(
        posts=".message:has(.kmsg), table.kmsg:has(.kmsgtext)",
        body=(".kmsgtext", ".kmsg:not(table)"),
        author=(
            ".profilebox a[class*='kwho-']",
            ".kpost-username",
            ".profilebox .kwho-guest, .profilebox strong",
            "a[class*='kwho-']",
        ),
        user=user_of,
        when=dated,
        date=(".kdate", ".kmsgdate", "time[datetime]"),
        permalink=('a[rel="canonical"][href*="#"]', "th a[href*='#']", "a[href^='#']"),
        drop=".ksig, .kmsgsignature, .kmsgattach, .kattach, .kmessage-thankyou",
        quote="blockquote:has(.kmsgtext-quote), div.kmsgtext-quote",
        quoted=_quoted,
        ids=("small a[id]", "th a[name]", "a[rel='canonical'][id]"),
        depths=flat,
        marker=re.compile(r"""class=["']kmsg["']"""),
        article=False,
        finish=thread_of(current=".pagination .active", title="#kunena h1, #Kunena h1"),
    ),
    "kmsg",
    "kmsgtext",
)
