"""Read comments of Blogger: the lists of its classic layouts and the threaded form.

Classic: `dl#comments-block` with a `dt` for the name and `dd`s for text and time; older templates
call them `comment-poster`, and some print the time there, too: "At 3:04 PM, Ann said...".
Threaded: `li.comment` with answers one level down. Last seen: 2026.
Not read: dynamic views and Google+ comments, which a script loads.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, classes, shown
from threadgraph.markup._rules import nested
from threadgraph.markup._text import text_of
from threadgraph.markup._unknown.quotations import quoting
from threadgraph.markup._unknown.reading import PostReader
from threadgraph.markup._values import iso_moment, name_of, number_of

__all__ = ["FAMILY"]

_ID = re.compile(r"c(\d{6,20})\Z")
_SHORT_ID = re.compile(r"c(\d{1,5})\Z")
_BOXES = "dl#comments-block, #comment-holder, ol#top-ra"
"""What holds all comments: in these boxes of Blogger's own even short numbers are comments'."""
_POSTS = (
    '[id^="c"].comment, dt[id^="c"], [id^="c"].comment-author, [id^="c"].comment-poster, '
    'li[id^="c"], div[id^="c"].comment-block, div[id^="c"].comment-header'
)
# "/2011/04/kiln.html?showComment=1302625801547#c14": milliseconds
_WRITTEN = re.compile(r"[?&]showComment=(1?\d{12})(?!\d)")
# "https://www.blogger.com/profile/07913865533500165530"
_PROFILE = re.compile(r"//(?:www\.)?blogger\.com/profile/(\d{5,25})\Z")
# "#c8141570394271" (the link of a comment's time)
_PLACE = re.compile(r"#c?\d{1,20}\Z")
_MARKER = re.compile(r"""<(?:dt|li|div)\s[^<>]{0,200}?\sid=["']c\d{1,20}["']""")


def _read(page: HtmlPage) -> Thread | None:
    posts = _numbered(page)
    if not posts:
        return None
    items = [_item(post) for post in posts]
    owners = Owners(items)
    reader = PostReader(posts, quoting(page))
    gone = {owners.of(node) for node in page.all("li .deleted-comment")}
    words = _said(posts)
    comments: list[Comment] = []
    for number, (post, depth) in enumerate(zip(posts, nested(owners, items), strict=True)):
        comment = _comment(post, depth, reader, words)
        if number in gone:
            comment.status = "deleted"
        comments.append(comment)
    heading = page.first("#comments h4", "#comments h3")
    return Thread(
        comments=comments,
        more=len(page.all(".loadmore:not(.hidden)")),
        markers=len(_MARKER.findall(page.html)),
        expected=number_of(shown(heading)) if heading is not None else None,
    )


def _numbered(page: HtmlPage) -> list[Node]:
    found = page.all(_POSTS)
    posts = [node for node in found if _ID.match(attribute(node, "id") or "")]
    if posts or page.first(_BOXES) is None:
        return posts
    return [node for node in found if _SHORT_ID.match(attribute(node, "id") or "")]


def _item(post: Node) -> Node:
    """Give the `li.comment` of a post whose number its block bears: answers stand in that."""
    around = post.parent
    inner = post.tag == "div" and around is not None and around.tag == "li"
    return around if inner and around is not None and "comment" in classes(around) else post


def _comment(post: Node, depth: int | None, reader: PostReader, words: str) -> Comment:
    comment = Comment(node=post, depth=depth, native_id=(attribute(post, "id") or "")[1:])
    comment.rules["parent"] = "nesting"
    roots = [post]
    if _is_term(post):
        roots += _below(post)
        _name(comment, post, words)
        _rows(comment, roots[1:])
    else:
        _whole(comment, post)
    if not (comment.text and comment.date and comment.author_state):
        reader.fill(comment, *roots)
    _told_by_links(comment)
    if not comment.text:
        comment.status = "empty"
    return comment


def _told_by_links(comment: Comment) -> None:
    """Read when a comment was written, in UTC, and its author's id: the links of both tell them."""
    written = _WRITTEN.search(comment.url or "")
    comment.moment = iso_moment(written[1]) if written else comment.moment
    profile = _PROFILE.search(comment.author_url or "")
    comment.author_native_id = profile[1] if profile else None


def _whole(comment: Comment, post: Node) -> None:
    """Read a text whose paragraph the parser ended where a block begins in it."""
    first = post.css_first("p.comment-content")
    here = first.next if first is not None else None
    if first is None or here is None or "comment-actions" in classes(here):
        return
    text = text_of(first)
    while here is not None and "comment-actions" not in classes(here):
        text_of(here, into=text)
        here = here.next
    comment.text = str(text)
    comment.rules["text"] = "p.comment-content and what follows"


def _is_term(post: Node) -> bool:
    """Tell the `dt` of a name, or what templates without a list print in its place."""
    return post.tag == "dt" or "comment-poster" in classes(post)


def _below(post: Node) -> list[Node]:
    """Give the `dd`s that follow a `dt`, or the blocks in their place."""
    found: list[Node] = []
    here = post.next
    row = "dd" if post.tag == "dt" else post.tag
    while here is not None and not _is_term(here):
        if here.tag == row:
            found.append(here)
        here = here.next
    return found


def _rows(comment: Comment, rows: Sequence[Node]) -> None:
    """Read the text and the time from the `dd`s of a classic list."""
    for row in rows:
        names = classes(row)
        if "comment-body" in names:
            comment.text = str(text_of(row))
            comment.rules["text"] = "dd.comment-body"
            if row.css_first(".deleted-comment"):
                comment.status = "deleted"
        elif "comment-footer" in names or "comment-timestamp" in names:
            link = row.css_first("a[href]")
            comment.date = shown(link or row) or None
            comment.url = attribute(link, "href") if link is not None else None
            comment.rules["date"] = "dd of the time"


def _link(post: Node) -> Node | None:
    """Give the link of the name, not that of the picture or of the time."""
    return next((a for a in post.css("a[href]") if shown(a) and not _is_place(a)), None)


def _is_place(link: Node) -> bool:
    """Tell the link of the time, which leads to the comment's place in the page."""
    return _PLACE.search(attribute(link, "href") or "") is not None


def _time(comment: Comment, post: Node) -> str:
    """Read the time that stands before the name; give what is shown of the two there."""
    link = next((a for a in post.css("a[href]") if shown(a) and _is_place(a)), None)
    if link is None:
        return ""
    comment.date, comment.url = shown(link), attribute(link, "href")
    comment.rules["date"] = "dt of the time and the name"
    return shown(post).partition(shown(link))[0] + shown(link)


def _said(posts: Sequence[Node]) -> str:
    """Give what the page prints behind names, in its language ("said..."): behind links."""
    tails = Counter(
        tail
        for post in posts
        if _is_term(post) and (link := _link(post)) is not None
        and (tail := shown(post).rpartition(shown(link))[2].strip())
    )  # fmt: skip
    return tails.most_common(1)[0][0] if tails else ""


def _name(comment: Comment, post: Node, words: str) -> None:
    link = _link(post)
    bare = shown(post).removeprefix(_time(comment, post)).lstrip(", ")
    name = shown(link) if link is not None else bare.removesuffix(words).rstrip()
    if name:
        comment.author, comment.author_state = name_of(name)
        comment.author_url = attribute(link, "href") if link is not None else None
        comment.rules["author"] = "dt of the name"


FAMILY = Family(
    marks=("comments-block", "top-ra"), elsewhere=("blogger.com", "blogspot."), read=_read
)
