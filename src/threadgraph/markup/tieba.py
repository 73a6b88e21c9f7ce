"""Read threads of Baidu Tieba: floors, and the answers below each.

Last seen: 2019. Not read: ranks, answers on further pages of a floor, polls.
"""

from __future__ import annotations

import re

from threadgraph.markup._dom import Node, attribute, shown
from threadgraph.markup._enclosing import first_in
from threadgraph.markup._rules import Rules, family, flat
from threadgraph.markup._values import day_moment

__all__ = ["FAMILY"]

# "2015-10-15 17:49"
_DATE = re.compile(r"((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?:\s(\d{1,2}:\d\d))?\Z")
_TEXT = re.compile(r"\Apost_content_(\d{1,20})\Z")
# {'pid':'77437990476','spid':'77438024492'}: the floor, and the answer
_IN_FIELD = re.compile(r"['\"]%s['\"]:['\"]?(\d{1,20})".replace("%s", r"(s?pid)"))


def _when(node: Node) -> tuple[str | None, str | None]:
    """Read the date; of the other words of a post's tail none: "2楼", "来自Android客户端"."""
    text = shown(node)
    date = _DATE.match(text)
    if date is None:
        return None, None
    return text, day_moment(date[1], date[2], date[3], date[4])


def _fields(node: Node) -> dict[str, str]:
    return dict(_IN_FIELD.findall(attribute(node, "data-field") or ""))


def _own(node: Node) -> str | None:
    if node.tag == "li":
        return _fields(node).get("spid")
    text = first_in(node, lambda inner: _TEXT.match(attribute(inner, "id") or "") is not None)
    match = _TEXT.match(attribute(text, "id") or "") if text is not None else None
    return match[1] if match else None


def _floor(node: Node) -> str | None:
    return _fields(node).get("pid") if node.tag == "li" else None


FAMILY = family(
    Rules(
        posts="div.l_post:has(.d_post_content), li.lzl_single_post",
        body=(".d_post_content", ".lzl_content_main"),
        author=(".p_author_name", ".lzl_cnt > a.at", ".lzl_cnt > a"),
        date=(".lzl_time", ".p_tail > li > span", ".tail-info"),
        when=_when,
        native=_own,
        parent=_floor,
        depths=flat,
        article=False,
    ),
    "d_post_content",
)
