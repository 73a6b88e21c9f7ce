"""Read topics of Simple Machines Forum: 1.1 (tables), 2.0 and 2.1, and of ElkArte.

Also the pages to print of 2.0 and 2.1. Posts of people whom the reader ignores are kept as hidden.
Last seen: 2025 (2.1). Not read: likes, polls, attachments.
"""

from __future__ import annotations

import re
from dataclasses import replace

from threadgraph.dates.scan import trailing_date
from threadgraph.markup._base import Family, Thread, best
from threadgraph.markup._dom import HtmlPage, Node, classes, shown
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, before, climb, head_of, quoted_in
from threadgraph.markup._rules import Rules, flat, read_rules
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

MAX_LABEL = 20
_PARTS = 3
"""Title, name and date above a text to print."""


def _quoted(words: Node) -> Quoted:
    """Read the line above or in a quotation: `div.quoteheader`, or `cite` in it (2.1)."""
    inner = head_of(words, "cite") if words.tag == "blockquote" else None
    if inner is not None:
        return quoted_in(inner)
    above = before(words)
    if above is None or not {"quoteheader", "topslice_quote"} & set(classes(above)):
        above = climb(words, lambda node: "quoteheader" in classes(node))
    native, author = quoted_in(above)
    return native, author or _name_in(shown(above) if above is not None else "")


def _name_in(line: str) -> str | None:
    """Read "Quote from: Ann on May 3, 2021, 10:02" in any language."""
    label, _, rest = line[:200].partition(": ")
    date = trailing_date(rest)
    if date is None or not date.certain or len(label) > MAX_LABEL:
        return None
    words = rest[: date.start].split()
    return name_of(" ".join(words[:-1]), exact=True)[0]  # the last is "on"


_TWO = Rules(
    posts=".post_wrapper, .postbox:has(.postarea), #forumposts .post_container:has(.postarea), "
    "article.post_wrapper",
    body=(".post .inner", ".postarea .messageContent", ".postarea .post"),
    author=(".poster h4 a[href*='profile']", ".poster h4 > a:last-of-type", ".poster h4", ".name"),
    user=user_of,
    when=dated,
    date=(
        ".keyinfo .postinfo a.smalltext",
        ".keyinfo time[datetime]",
        ".keyinfo .smalltext",
        ".keyinfo",
        ".postarea time[datetime]",
    ),
    permalink=(
        ".keyinfo .postinfo a[href*='#msg']",
        ".keyinfo h5 a[href*='#msg']",
        "a[href*='#msg']",
    ),
    drop=".signature, .modified, .attachments, .codeheader a, .codeoperation, .smalltext.modified, "
    ".quotefooter",
    heads="blockquote > cite",
    quoted=_quoted,
    native=re.compile(r"\Amsg_?(\d{1,20})\Z"),
    ids=('[id^="subject_"]', '.inner[id^="msg_"]', 'a[name^="msg"]'),
    depths=flat,
    hidden="[id$='_ignored_prompt']",
    marker=re.compile(r"""id=["']msg_\d{1,20}["']"""),
    article=False,
    finish=thread_of(
        current=".pagelinks .current_page, .pagelinks > strong",
        title="#top_subject, .display_title",
        anchor="msg{} subject_{}",
    ),
)

_ONE = replace(
    _TWO,
    posts='td[class*="windowbg"]:has([id^="subject_"], a[href*="#msg"]):has(div.post)',
    body=("div.post",),
    author=("td > b > a[href*='profile']", "td > b"),
    date=("[id^='subject_'] ~ .smalltext", "b:has(a[href*='#msg']) ~ .smalltext", ".smalltext"),
    permalink=("[id^='subject_'] a[href]", "td > b > a[href*='#msg']"),
    drop=".signature, .smalltext.modified",
    quote="div.quote",
    heads="",
    ids=(*_TWO.ids, "td > b > a[href*='#msg']"),
    marker=re.compile(r"""id=["']subject_\d{1,20}["']"""),
    finish=thread_of(current=".middletext b", anchor="msg{} subject_{}"),
)


def _head_above(page: HtmlPage, thread: Thread) -> None:
    """Read "Title: <b>..</b> Post by: <b>Ann</b> on <b>date</b>" above each text to print."""
    for comment in thread.comments:
        head = before(comment.node) if comment.node is not None else None
        bold = head.css("strong, b") if head is not None and "postheader" in classes(head) else []
        if len(bold) >= _PARTS:
            comment.author, comment.author_state = name_of(shown(bold[-2]), exact=True)
            comment.date, comment.moment = dated(bold[-1])
            comment.rules |= dict.fromkeys(("author", "date"), ".postheader")
    if page.first(".postheader"):
        thread.comments[0].role = "opening"


_NEVER = re.compile(r"(?!)")
_PRINTED = replace(
    _TWO,
    posts="#posts > .postbody",
    body=(".postbody",),
    author=(),
    date=(),
    permalink=(),
    native=_NEVER,
    ids=(),
    hidden="",
    marker=None,
    finish=_head_above,
)

FAMILY = Family(
    marks=("postarea", "subject_", "post_wrapper", "windowbg", "postheader"),
    read=best(
        lambda page: read_rules(page, _TWO),
        lambda page: read_rules(page, _ONE),
        lambda page: read_rules(page, _PRINTED),
    ),
)
