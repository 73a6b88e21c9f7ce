"""Read topics of Simple Machines Forum: 1.1 (tables), 2.0 and 2.1, and of ElkArte.

Posts of people whom the reader ignores are kept as hidden. Last seen: 2025 (2.1). Not read: likes,
polls, attachments.
"""

from __future__ import annotations

import re
from dataclasses import replace

from threadgraph.markup._base import Family, best
from threadgraph.markup._dom import Node, classes
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, before, climb, head_of, quoted_in
from threadgraph.markup._rules import Rules, flat, read_rules

__all__ = ["FAMILY"]


def _quoted(words: Node) -> Quoted:
    """Read the line above or in a quotation: `div.quoteheader`, or `cite` in it (2.1)."""
    inner = head_of(words, "cite") if words.tag == "blockquote" else None
    if inner is not None:
        return quoted_in(inner)
    above = before(words)
    if above is None or not {"quoteheader", "topslice_quote"} & set(classes(above)):
        above = climb(words, lambda node: "quoteheader" in classes(node))
    return quoted_in(above)


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
    quote="blockquote",
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

FAMILY = Family(
    marks=("postarea", "subject_", "post_wrapper", "windowbg"),
    read=best(lambda page: read_rules(page, _TWO), lambda page: read_rules(page, _ONE)),
)
