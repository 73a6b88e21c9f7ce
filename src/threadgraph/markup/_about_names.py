"""Read the name of an article's author from the element that shows it."""

from __future__ import annotations

import re

from threadgraph.dates import is_date
from threadgraph.markup._dom import Node, attribute, shown
from threadgraph.markup._values import name_of

__all__ = ["MAX_NAME", "name_at"]

MAX_NAME = 60
MAX_LINKS = 12

# "By Ann", "View all posts by Ann"; beside a link "von Ann", too: in it, "Von Trapp" is a name
_BY_IN_LINK = re.compile(
    r"(?:posted |written |published |(?:view )?all posts )?by(?:: ?| )", re.IGNORECASE
)
_BY = re.compile(
    rf"{_BY_IN_LINK.pattern}|(?:(?:geschrieben |veröffentlicht )?von|par|por|di)(?:: ?| )",
    re.IGNORECASE,
)
# "Posted by", "3 May 2020 by": before the link of a name, not of "Posted in News"
_BY_BEFORE = re.compile(
    r"(?:^|\s)(?:by|von|par|por|di|de|door|av|af|author|autorin|autora?|auteur|autore)\W*\Z",
    re.IGNORECASE,
)


def name_at(node: Node) -> str | None:
    """Give the name that an element shows, if it is one."""
    if "plus.google." in (attribute(node, "href") or ""):
        return None
    inner = node if node.tag == "a" else node.css_first('.fn, [itemprop~="name"]') or _link(node)
    if inner is None and node.css_first("a") is not None:
        return None  # "Posted in News by Ann"
    text = shown(inner or node)
    lead = (_BY_IN_LINK if inner else _BY).match(text)
    name, state = name_of(text[lead.end() :] if lead else text)
    is_name = state == "named" and name and len(name) <= MAX_NAME and any(map(str.isalpha, name))
    return name if is_name else None


def _link(node: Node) -> Node | None:
    """Give the link in a byline that is a name: behind "by", a date or nothing."""
    text = shown(node)
    for link in filter(shown, node.css("a")[:MAX_LINKS]):
        before = text.partition(shown(link))[0].strip(" ,|·•–—-")
        if not before or is_date(before) or _BY_BEFORE.search(before):
            return link
    return None
