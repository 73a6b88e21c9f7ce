"""Tell the heading of a page's article, which its title holds, and what stands beside it."""

from __future__ import annotations

import html
import re
from itertools import islice
from typing import Literal

from threadgraph.markup._dom import HtmlPage, Node, attribute, shown, up_from

__all__ = ["headline_of", "is_others", "is_title", "neighbour", "plain"]

MIN_WORDS = 3
NEAR_SITE = 4
"""Elements, from a heading outwards, whose names may say that it holds the site's."""
# "site-title", "blog-title", "navbar-brand"
_SITE = re.compile(
    r"(?:site|blog|page-?header)[-_]?(?:title|name|branding|logo)|branding|masthead|navbar-brand|"
    r"(?:\A|[\s_-])logo(?:\Z|[\s_-])",
    re.IGNORECASE,
)
# "/", "https://kites.example", "//kites.example/index.php"
_HOME = re.compile(r"(?:(?:https?:)?//[^/]{1,200}/?|/)(?:index\.\w{1,6})?\Z", re.IGNORECASE)
_SAYS = re.compile(r"(?:comment|disqus|respon[ds]|discussion)(?!-?(?:count|link|s-link))")
# "Two words | The Site"
_BAR = re.compile(r"\s(?:[|»·•–—-]|::)\s")


def headline_of(page: HtmlPage, title: str | None) -> Node | None:
    """Give the longest heading that the title holds, else the first; the site's name is none."""
    told = f" {plain(title or '')} "
    held = [
        (len(words), node)
        for node in page.all("h1, h2, h3")
        if (words := plain(shown(node))) and f" {words} " in told and not _is_site(node)
    ]
    if held:
        return max(held, key=lambda found: found[0])[1]
    first = page.first("h1")
    return first if first is None or not _is_site(first) else None


def _is_site(heading: Node) -> bool:
    """Tell the site's name: by a class around it, or by its link to the site's first page."""
    near = [*islice(up_from(heading), NEAR_SITE)]
    link = next((n for n in near if n.tag == "a"), None) or heading.css_first("a[href]")
    return (link is not None and _HOME.match(link.attributes.get("href") or "") is not None) or any(
        _SITE.search(f"{n.attributes.get('class') or ''} {n.attributes.get('id') or ''}")
        for n in near
    )


def is_title(heading: str, title: str) -> bool:
    """Tell the heading that a title is with the site's name beside it, or begins with."""
    if title.endswith(("...", "…")) and len(heading) > len(title):
        return heading.startswith(title.rstrip(".… "))
    shown_words, told = plain(heading).split(), plain(title).split()
    size = len(shown_words)
    long = size >= MIN_WORDS or size * 2 >= len(told)
    if size == MIN_WORDS - 1 and title.startswith(heading) and _BAR.match(title, len(heading)):
        return size < len(told)
    return long and size < len(told) and shown_words in (told[:size], told[-size:])


def plain(text: str) -> str:
    """Give the words of a text in small letters, without entities and signs."""
    return " ".join(re.findall(r"\w+", html.unescape(text).lower()))


def is_others(near: Node) -> bool:
    """Tell the first of several elements made alike, and what is called comments."""
    names = (attribute(near, "class") or "", attribute(near, "id") or "")
    if _SAYS.search(" ".join(names).lower()):
        return True
    other = neighbour(near, "next")
    return bool(names[0]) and other is not None and attribute(other, "class") == names[0]


def neighbour(node: Node, side: Literal["next", "prev"]) -> Node | None:
    """Give the next element on that side that shows something."""
    here: Node | None = getattr(node, side)
    while here is not None and ((here.tag or "-")[0] in "-!" or not shown(here)):
        here = getattr(here, side)
    return here
