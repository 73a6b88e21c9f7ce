"""Read threads of boards for pictures: 4chan, and vichan and Tinyboard (last seen 2024).

A post that begins with one link to another (">>12") answers that. Not read: pictures, flags.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

from threadgraph.markup._base import Family, Thread, best
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._forum import dated
from threadgraph.markup._rules import Rules, flat, read_rules

__all__ = ["FAMILY"]

MAX_DIGITS = 10
"""Digits of seconds since 1970."""

# ">>611200\nthe words", ">>611200 (OP)", but not ">>611200\n>>611207"
_ANSWERED = re.compile(r">>(\d{1,12})(?!\d)(?: \(OP\))?(?!\s{0,3}>>\d)")


def _when(node: Node) -> tuple[str | None, str | None]:
    """Take the seconds of `data-utc`: what is shown is in the server's zone."""
    seconds = attribute(node, "data-utc") or ""
    if seconds.isdecimal() and len(seconds) <= MAX_DIGITS:
        return shown(node) or None, datetime.fromtimestamp(int(seconds), UTC).isoformat()
    return dated(node)


def _finish(_: HtmlPage, thread: Thread) -> None:
    known = {comment.native_id for comment in thread.comments}
    for comment in thread.comments:
        answered = _ANSWERED.match(comment.text)
        if answered and answered[1] in known and answered[1] != comment.native_id:
            comment.native_parent_id = answered[1]
            comment.rules["parent"] = ">>"


_FOUR = Rules(
    posts=".post.op[id^='p'], .post.reply[id^='p']",
    body=(".postMessage",),
    author=(".postInfo.desktop .name", ".postInfo .name", ".postInfoM .name"),
    when=_when,
    date=(".postInfo.desktop .dateTime", ".postInfo .dateTime", ".postInfoM .dateTime"),
    permalink=(".postInfo .postNum a[href*='#p']",),
    quote=".quote",
    native=re.compile(r"\Ap(\d{1,12})\Z"),
    depths=flat,
    marker=re.compile(r"""<blockquote class=["']postMessage\b"""),
    article=False,
    finish=_finish,
)

_VICHAN = replace(
    _FOUR,
    posts=".post.op[id^='op_']:has(.intro), .post.reply[id^='reply_']:has(.intro)",
    body=("div.body",),
    author=(".intro .name",),
    date=(".intro time",),
    permalink=(".intro a.post_no[href*='#']",),
    native=re.compile(r"\A(?:op|reply)_(\d{1,12})\Z"),
    marker=None,
)

FAMILY = Family(
    marks=("postmessage", "post_no"),
    read=best(lambda page: read_rules(page, _FOUR), lambda page: read_rules(page, _VICHAN)),
)
