"""Read topics of phpBB: prosilver and skins made of it (3), subsilver2 (3.0), subSilver (2).

Last seen: 2026 (3.3). Not read: polls, attachments, thanks; in 2 the ranks and counts of authors.
"""

from __future__ import annotations

import re
from dataclasses import replace

from threadgraph.markup._base import Comment, Family, Thread, best
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._forum import beside, dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, before, climb, head_of, quoted_in
from threadgraph.markup._rules import Rules, flat, read_rules
from threadgraph.markup._values import number_of

__all__ = ["FAMILY"]

_OWN = re.compile(r"\Ap(\d{1,20})\Z")
# "[ 37 posts ]", "Page 2 of 3 [ 37 posts ]"
_BRACKETED = re.compile(r"\[ (\d{1,7}) [^\W\d]{2,15} \]\Z")
_SIGNATURE = "\n_________________\n"
"""What phpBB sets between a post and its author's signature."""


def _quoted(quote: Node) -> Quoted:
    """Read `blockquote[cite] > div > cite`."""
    return quoted_in(head_of(quote, "cite"), attribute(quote, "cite"))


def _quoted_below(words: Node) -> Quoted:
    """Read `div.quotetitle` above `div.quotecontent`."""
    return quoted_in(before(words))


def _quoted_cell(words: Node) -> Quoted:
    """Read `span.genmed` in the row above `td.quote`."""
    table = climb(words, lambda node: node.tag == "table")
    return quoted_in(head_of(table, "genmed", "quotetitle") if table is not None else None)


def _rows(page: HtmlPage) -> list[Node]:
    """Give the rows of the table: a name on the left, a text on the right."""
    return beside(page, "span.postbody", "span.name")


def _bracketed(page: HtmlPage) -> int | None:
    """Read "[ 37 posts ]" beside the numbers of pages; phpBB 2 prints none."""
    for node in page.all("td.gensmall, td.nav"):
        if match := _BRACKETED.search(shown(node)):
            return int(match[1])
    return None


def _finish(page: HtmlPage, thread: Thread) -> None:
    _thread(page, thread)
    for node in page.all(".pagination"):
        before, dot, _ = shown(node).partition("•")
        if dot and (count := number_of(before)) is not None:
            thread.expected = count
            break


def _finish_tables(page: HtmlPage, thread: Thread) -> None:
    thread_of(current=".nav b, .nav strong", title="a.titles, a.maintitle, h2 a", anchor="p{} {}")(
        page, thread
    )
    for comment in thread.comments:
        _cut_signature(comment)


def _cut_signature(comment: Comment) -> None:
    """End the text before the line that phpBB prints above signatures."""
    text, line, _ = f"\n{comment.text}\n".rpartition(_SIGNATURE)
    if line:
        comment.text = text.strip()
        comment.quotes = [q for q in comment.quotes if q.end <= len(comment.text)]
        if not comment.text and comment.status == "complete":
            comment.status = "empty"


_thread = thread_of(
    current=".pagination li.active, .pagination strong",
    title="h2.topic-title a, h1.topic-title a, h2.topic-title, #page-body > h2 a",
)

_THREE = Rules(
    posts='.post[id^="p"]:has(.postbody), .post[id^="p"]:has(.postprofile)',
    body=(".postbody .content", ".content"),
    author=(
        ".author .username, .author .username-coloured",
        ".postprofile .username, .postprofile .username-coloured",
        ".author strong",
        ".postprofile dt > a:last-of-type, .postprofile dt > strong",
        ".ignore a[href*='viewprofile'], .ignore strong",
        ".postprofile dt",
    ),
    user=user_of,
    when=dated,
    date=(".author time[datetime]", ".postbody time[datetime]", ".author", ".post-date"),
    permalink=(".postbody h3 a[href]", ".author a[href*='#p']", ".postbody a[href*='#p']"),
    drop=".signature, .notice, .attachbox, .back2top, .codebox > p > a, .codebox > dt > a, "
    ".inline-attachment dl.file, .post-buttons, .imcger-quote-togglebutton",
    heads="cite",
    quoted=_quoted,
    native=_OWN,
    depths=flat,
    gone=".post.deleted",
    hidden=".post .ignore, .post-notice.unapproved",
    marker=re.compile(r"""id=["']p\d{1,20}["']"""),
    zone=".rightside, .datetime",
    article=False,
    finish=_finish,
)

_SUB = replace(
    _THREE,
    posts="table.tablebg:has(.postauthor)",
    body=("div.postbody", ".postbody"),
    author=(".postauthor",),
    author_url=(".profile a[href*='viewprofile']", "a[href*='viewprofile']"),
    date=("td.gensmall > div + div", "td.gensmall"),
    permalink=("a[href*='#p']",),
    drop=".gensmall, .attachcontent, .attachtitle",
    quote="div.quotecontent",
    heads="",
    quoted=_quoted_below,
    ids=("a[name]", "a[href*='#p']", "a[href*='#']"),
    gone="",
    hidden="",
    marker=re.compile(r"""class=["']postauthor"""),
    expected=_bracketed,
    zone=".datetime, .gensmall",
    finish=_finish_tables,
)

_TWO = replace(
    _SUB,
    posts=_rows,
    body=("td:has(> span.postbody)", ".postbody"),
    author=("span.name",),
    author_url=("a[href*='viewprofile']",),
    date=("a + span.postdetails", "a ~ span.postdetails"),
    permalink=("a[href*='viewtopic'][href*='#']",),
    drop=".gensmall",
    quote="td.quote",
    quoted=_quoted_cell,
    marker=re.compile(r"""<span class=["']name["']"""),
)

FAMILY = Family(
    marks=("postprofile", "postauthor", "postbody"),
    read=best(
        lambda page: read_rules(page, _THREE),
        lambda page: read_rules(page, _SUB),
        lambda page: read_rules(page, _TWO),
    ),
)
