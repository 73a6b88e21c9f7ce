"""Read threads of vBulletin 3 (tables), 4 (`li.postbit`) and 5 (`li.b-post`), and their skins.

Also the pages to print (3, 4) and those for search engines ("archive").

Posts that moderators deleted show a notice instead of a text. Last seen: 2025 (5.7). Not read:
thanks, polls, attachments, the short comments below a post of 5.
"""

from __future__ import annotations

import re
from dataclasses import replace

from threadgraph.markup._base import Family, Thread, best
from threadgraph.markup._counts import in_results
from threadgraph.markup._dom import HtmlPage, Node, attribute, classes
from threadgraph.markup._forum import beside, dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, climb, head_of, quoted_in
from threadgraph.markup._rules import Rules, flat, read_rules

__all__ = ["FAMILY"]

_OWN = re.compile(r"\Apost_?(\d{1,20})\Z")


def _quoted(words: Node) -> Quoted:
    """Read `div.bbcode_postedby` above `div.message`."""
    quote = climb(words, lambda node: "bbcode_quote" in classes(node))
    return quoted_in(head_of(quote, "bbcode_postedby") if quote is not None else None)


def _quoted_cell(cell: Node) -> Quoted:
    """Read the first line of a cell: "Originally Posted by <strong>Ann</strong> <a ...>"."""
    if "alt2" not in classes(cell):
        return _quoted(cell)
    head = head_of(cell, "div")
    return quoted_in(head if head is not None and head.next is not None else None)


def _tables(page: HtmlPage) -> list[Node]:
    """Give the posts of 3: tables with an id, or what stands around a text and a name."""
    found = page.all('table[id^="post"], div[id^="post"]:has([id^="post_message_"])')
    tables = [post for post in found if _OWN.match(attribute(post, "id") or "")]
    return tables or beside(page, '[id^="post_message_"]', '[id^="postmenu_"]:not([id$="_menu"])')


def _node_id(post: Node) -> str | None:
    return attribute(post, "data-node-id")


_FOUR = Rules(
    posts='li[id^="post_"].postbit, li[id^="post_"].postbitlegacy, li[id^="post_"].postcontainer, '
    'li[id^="post_"].postbitdeleted, div[id^="post_"].postbit',
    body=('[id^="post_message_"] .postcontent', '[id^="post_message_"]', ".postcontent"),
    author=(
        ".username_container .username",
        ".userinfo .username",
        ".username_container strong",
        "a.username, span.username",
        ".postdetails .bigusername",
    ),
    user=user_of,
    when=dated,
    date=(
        ".postdate .date",
        ".postdate",
        ".posthead .date",
        ".postdetails .date",
        ".userinfo_extra dt + dd",
    ),
    permalink=("a.postcounter", ".nodecontrols a[href*='#post']"),
    drop=".signature, .lastedited, .postedit, .attachments, .ad_container, .bbcode_quote_container",
    quote=".quote_container > .message, .quote_container:not(:has(> .message))",
    quoted=_quoted,
    native=_OWN,
    ids=('[id^="post_message_"]',),
    depths=flat,
    gone=".postbitdeleted, .deletedmessage",
    hidden=".postbitignored",
    marker=re.compile(r"""id=["']post_\d{1,20}["']"""),
    zone=".footer_time, div.smallfont[align=center], #footer-current-datetime",
    expected=in_results(".postpagestats", ".pagenav [title]"),
    article=False,
    finish=thread_of(
        number=".postcounter",
        current=".pagination .selected a, .pagination .selected",
        title=".threadtitle, .pagetitle h1",
        anchor="post{}",
    ),
)

_THREE = replace(
    _FOUR,
    posts=_tables,
    body=('[id^="post_message_"]',),
    author=(
        ".bigusername",
        '[id^="postmenu_"]:not([id$="_menu"])',
        ".username",
        "a[href*='member.php']",
    ),
    date=('.thead:has(a[name^="post"])', ".thead", ".postdate", ".tcat"),
    permalink=('a[id^="postcount"]', 'a[href*="showpost.php"]', 'a[href*="#post"]'),
    drop=".signature",
    quote="td.alt2, div.alt2:has(> div > strong), .quote_container > .message",
    heads="td.alt2 > div:first-child:not(:only-child), "
    "div.alt2:has(> div > strong) > div:first-child:not(:only-child)",
    quoted=_quoted_cell,
    gone='table[id^="post"]:not(:has([id^="post_message_"]))',
    hidden="",
    marker=re.compile(r"""id=["']post_message_\d"""),
    finish=thread_of(
        number='a[id^="postcount"]',
        current=".pagenav .alt2 strong",
        title="td.navbar > strong, .navbar > strong",
        anchor="post{} edit{}",
    ),
)

_FIVE = replace(
    _FOUR,
    posts=".b-post.js-post[data-node-id], .b-post--deleted[data-node-id]",
    body=(".js-post__content-text", ".b-post__content-text"),
    author=(
        '.b-userinfo .author [itemprop="name"]',
        ".b-userinfo .author strong",
        ".b-userinfo .author",
        ".author",
    ),
    date=(".b-post__timestamp time", ".b-post__timestamp", "time[datetime]"),
    permalink=("a.b-post__count", "a.js-show-post-link"),
    score=(".js-post__votes-count", ".b-post__footer .votecount"),
    drop=".b-post__signature, .b-post-attachments, .js-post__edited, .bbcode_quote_container",
    native=_node_id,
    gone=".b-post--deleted",
    hidden=".b-post--ignored",
    marker=re.compile(r"""<li\s[^<>]{0,300}data-node-id=["']\d"""),
    finish=thread_of(
        number="a.b-post__count",
        current=".js-pagenav-current-page, .pagenav .current",
        title="h1.main-title, h2.main-title",
        anchor="post{}",
    ),
)

_NEVER = re.compile(r"(?!)")
_PRINTED = replace(
    _THREE,
    posts='td.page:has(> hr):has(> table td.smallfont[align="right"])',
    body=("td.page > hr ~ div:not([style])",),
    author=("td.page > table td:not(.smallfont)",),
    date=("td.page > table td.smallfont",),
    permalink=(),
    native=_NEVER,
    ids=(),
    gone="",
    marker=None,
    finish=thread_of(current=".pagenav .alt2 strong"),
)

_PRINTED_FOUR = replace(
    _FOUR,
    posts='li[id^="post_"].postbit.blockbody:has(> .header)',
    body=("blockquote.restore", ".content"),
    author=(".header .username",),
    date=(".header .datetime",),
    permalink=(),
    native=_NEVER,  # "post_1" is the first of the page
    ids=(),
    gone="",
    marker=None,
    finish=thread_of(current=".pagination .selected"),
)

_ARCHIVED = replace(
    _PRINTED,
    posts=".post:has(> .posttop > .username)",
    body=(".posttext",),
    author=(".posttop > .username",),
    date=(".posttop > .date",),
    marker=re.compile(r"""class=["']posttop\b"""),
    finish=thread_of(current="#pagenumbers b, #pagenumbers strong", title="p.largefont a"),
)

_ORDINARY = ("post_message_", "postbitdeleted", "b-post__")
_ordinary = best(
    lambda page: read_rules(page, _FOUR),
    lambda page: read_rules(page, _THREE),
    lambda page: read_rules(page, _FIVE),
)
_plain = best(
    lambda page: read_rules(page, _PRINTED),
    lambda page: read_rules(page, _PRINTED_FOUR),
    lambda page: read_rules(page, _ARCHIVED),
)


def _read(page: HtmlPage) -> Thread | None:
    """Read the plain pages only where no other has marks: MyBB also has a class `tborder`."""
    ordinary = any(mark in page.names for mark in _ORDINARY)
    return _ordinary(page) if ordinary else _plain(page)


FAMILY = Family(marks=(*_ORDINARY, "tborder", "posttop", "blockbody"), read=_read)
