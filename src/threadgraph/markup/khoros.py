"""Read topics of Khoros (Lithium) communities.

Last seen: 2025. Not read: kudos' givers, tags, the newer "Aurora" pages, which scripts draw.
"""

from __future__ import annotations

import re

from threadgraph.markup._dom import Node, attribute, classes, shown
from threadgraph.markup._forum import dated, thread_of
from threadgraph.markup._quoted import Quoted, head_of, quoted_in
from threadgraph.markup._rules import Rules, family, flat
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

_USER = re.compile(r"/user-id/(\d{1,12})(?!\d)")
_MESSAGE = re.compile(r"\bmessage-uid-(\d{1,20})\b")


def _user(name: Node) -> str | None:
    around = name.parent
    for node in (name, around):
        own = _USER.search(attribute(node, "href") or "") if node is not None else None
        if own:
            return own[1]
    return None


def _own_id(post: Node) -> str | None:
    own = attribute(post, "data-lia-message-uid")
    if own:
        return own
    return next((m[1] for name in classes(post) if (m := _MESSAGE.search(name))), None)


def _quoted(quote: Node) -> Quoted:
    """Read the first line of a quotation: "@ann wrote:"."""
    head = head_of(quote, "a", "div")
    if head is None or head.tag == "div":
        return quoted_in(head)
    return None, name_of(shown(head).lstrip("@"))[0] if _user(head) else None


FAMILY = family(
    Rules(
        posts="[data-lia-message-uid]:has(.lia-message-body-content), "
        ".lia-message-view-wrapper:has(.lia-message-body-content)",
        body=(".lia-message-body-content",),
        author=(".lia-user-name-link span", ".lia-user-name-link", ".UserName a", ".UserName"),
        author_url=("a.lia-user-name-link",),
        user=_user,
        when=dated,
        date=(
            ".lia-message-post-date .local-friendly-date",
            ".DateTime .local-friendly-date",
            ".lia-message-posted-on",
            ".DateTime",
        ),
        permalink=("a.lia-message-position-link", "a.message-permalink"),
        score=(".MessageKudosCount",),
        drop=".lia-message-signature, .lia-quilt-row-message-signature, .lia-attachments-message",
        quoted=_quoted,
        native=_own_id,
        depths=flat,
        marker=re.compile(r"""class=["'][^"'<>]{0,200}\blia-message-body-content\b"""),
        article=False,
        finish=thread_of(current=".lia-paging-page-link.lia-js-active, .lia-paging-page-active"),
    ),
    "lia-message-body-content",
)
