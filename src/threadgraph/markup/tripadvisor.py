"""Read reviews of Tripadvisor, and what the owners answer below them.

Last seen: 2019. Not read: ratings, titles, what readers found helpful; pages since 2020, whose
classes mean nothing.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._values import moment_of, name_of

__all__ = ["FAMILY"]

_ID = re.compile(r"(?:review_|rn|UR)(\d{1,12})\Z")
# "Reviewed 12 March 2016", "Bewertet am 12. März 2016", "Responded 4 February 2016"
_LEAD = re.compile(r"\A[^\W\d]+(?:\s(?:am|le|el|il|op|em|den|on))?\s(?=\d|\w+\s\d)", re.IGNORECASE)
# "Ann Lee, Owner at Mill House, responded to this review", "Response from Ann Lee, Owner at ..."
_OWNER = re.compile(r"(?:(?:response|reply) from\s+)?([^,]{1,60}),\s", re.IGNORECASE)


def _when(node: Node) -> tuple[str | None, str | None]:
    """Read a date behind "Reviewed", or the tip that tells it where the page shows an age."""
    tip = attribute(node, "title") or ""
    if any(map(str.isdigit, tip)):
        return tip, None
    date, moment = moment_of(node)
    return _LEAD.sub("", date or "") or None, moment


def _own(node: Node) -> str | None:
    match = _ID.match(attribute(node, "id") or "")
    return match[1] if match else attribute(node, "data-reviewid")


def _with_owners(_: HtmlPage, thread: Thread) -> None:
    """Name the owners whose names stand before a comma in the head of their answer."""
    for comment in thread.comments:
        head = comment.node.css_first(".header") if comment.node is not None else None
        told = _OWNER.match(shown(head)) if head is not None and comment.depth else None
        if told and comment.author_state is None:
            comment.author, comment.author_state = name_of(told[1])
            comment.rules["author"] = ".header"


FAMILY = family(
    Rules(
        posts='.reviewSelector:has(.entry), [id^="UR"].extended, .mgrRspnInline',
        body=(
            ".entry",
            ".displayText",
            ".mgrRspnInline .partial_entry",
            ".prw_reviews_text_summary_hsx",
        ),
        author=(".scrname", ".username", ".mgrRspnInline .header > .name", ".info_text > div"),
        date=(".ratingDate", ".res_date", ".responseDate"),
        when=_when,
        native=_own,
        drop=".partnerRvw, .moreLink, .sfx",
        finish=_with_owners,
    ),
    "reviewselector",
    "mgrrspninline",
)
