"""Read Bugzilla's bugs: the description and the comments (last seen 2024, 3.6 to 5).

What a comment quotes names the comment by its number in the bug. Not read: attachments, changes of
fields.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread, note_anchors
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._forum import dated
from threadgraph.markup._quoted import Quoted, quoted_in
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

# "show_bug.cgi?id=12#c3", "#c3"
_NUMBER = re.compile(r"#c(\d{1,6})\Z")
# "(In reply to comment #3)", "(In reply to Ann Lee from comment #3)"
_REPLY = re.compile(r"\(In reply to (?:(\S.{0,100}?) from )?comment #\d{1,6}\)")


def _quoted(words: Node) -> Quoted:
    """Read the first line of a quotation, with its link to the comment."""
    link = words.css_first("a[href*='#c']")
    number = _NUMBER.search(attribute(link, "href") or "") if link is not None else None
    said = _REPLY.match(shown(words))
    return number[1] if number else quoted_in(None)[0], said[1] if said else None


def _finish(_: HtmlPage, thread: Thread) -> None:
    for comment in thread.comments:
        if comment.native_id == "0":
            comment.role = "opening"
    note_anchors(thread.comments, "c{}")


FAMILY = family(
    Rules(
        posts='.bz_comment[id^="c"]',
        body=(".bz_comment_text",),
        author=(
            ".bz_comment_user .fn",
            ".bz_comment_user",
            ".bz_comment_head > i > .vcard",
            ".bz_comment_head .fn",
        ),
        when=dated,
        date=(".bz_comment_time", ".bz_comment_head > i", ".bz_comment_head"),
        permalink=(".bz_comment_number a[href]",),
        quote=".bz_comment_text > span.quote, .bz_comment_text > .quote",
        quoted=_quoted,
        native=re.compile(r"\Ac(\d{1,6})\Z"),
        depths=flat,
        article=False,
        finish=_finish,
    ),
    "bz_comment",
)
