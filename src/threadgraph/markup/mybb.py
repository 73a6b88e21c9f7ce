"""Read threads of MyBB: 1.8 (`div.post`) and 1.2 to 1.6 (`table#post_12`).

Last seen: 2025 (1.8). Not read: polls, attachments, reputation.
"""

from __future__ import annotations

import re

from threadgraph.dates import is_date
from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, head_of, quoted_in
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]


def _quoted(quote: Node) -> Quoted:
    """Read `blockquote > cite`: "(05-03-2012, 10:02 AM)Ann Wrote:" and a link."""
    return quoted_in(head_of(quote, "cite"))


def _when(node: Node) -> tuple[str | None, str | None]:
    """Read a date, and the time behind one: `<span title="05-03-2021">Yesterday</span>, 10:02 AM`.

    A tip with a time of its own is followed by none.
    """
    date, moment = dated(node)
    behind = node.next if node.tag == "span" else None
    time = (behind.text_content or "").strip() if behind and behind.tag == "-text" else ""
    whole = f"{date}{time}" if date and time.startswith(",") else ""
    return (whole, moment) if is_date(whole) else (date, moment)


def _finish(page: HtmlPage, thread: Thread) -> None:
    """Mark the posts that a notice before them hides: their authors are ignored."""
    _thread(page, thread)
    names = (attribute(node, "id") or "" for node in page.all('[id^="ignored_post_"]'))
    ignored = {name.removeprefix("ignored_post_") for name in names}
    for comment in thread.comments:
        if comment.native_id in ignored:
            comment.extra["hidden"] = True


_thread = thread_of(
    number=".post_head .float_right a[href*='#pid'], .tcat a[href*='#pid']",
    current=".pagination_current",
    anchor="pid{}",
)

FAMILY = family(
    Rules(
        posts='.post[id^="post_"], table[id^="post_"]:has([id^="pid_"])',
        body=('[id^="pid_"].post_body', '[id^="pid_"]', ".post_body"),
        author=(
            ".author_information .largetext a",
            ".author_information .largetext",
            ".largetext",
            ".author_information strong",
            ".post_author a[href*='profile']",
            ".author_information",
        ),
        user=user_of,
        when=_when,
        date=(".post_date > span[title]:first-child", ".post_date", ".tcat .smalltext", ".tcat"),
        permalink=("a[href*='#pid']",),
        drop=".post_edit, .signature, .post_meta, .codeblock > .title",
        heads="blockquote > cite",
        quoted=_quoted,
        native=re.compile(r"\Apost_(\d{1,20})\Z"),
        depths=flat,
        hidden=".post.unapproved_post",
        gone=".deleted_post, .post_deleted, .deleted_post_hidden",
        marker=re.compile(r"""id=["']pid_\d{1,20}["']"""),
        article=False,
        finish=_finish,
    ),
    "pid_",
    "author_information",
)
