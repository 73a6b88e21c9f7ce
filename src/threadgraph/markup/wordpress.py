"""Read WordPress comments, whatever the theme: core gives the ids, classes name the parts.

Core's ids (`comment-7`, `li-comment-7`, `div-comment-7`) and classes (`comment_class`) tell where
a comment begins; themes and page builders lay out the rest. Last seen: 2026. Not read: comments
that a plug-in takes over (wpDiscuz and Disqus have their own markup), nor those of JComments,
Slashdot and WoltLab, whose ids and classes are alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from threadgraph.markup._base import Comment, Family, Thread, weight
from threadgraph.markup._counts import in_heading
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, classes, shown
from threadgraph.markup._enclosing import enclosing, has_class
from threadgraph.markup._levels import levels
from threadgraph.markup._rules import nested
from threadgraph.markup._unknown.common import (
    without_common_lines,
    without_common_words,
    without_controls,
)
from threadgraph.markup._unknown.quotations import quoting
from threadgraph.markup._unknown.reading import PostReader

__all__ = ["FAMILY"]

Posts = list[tuple[Node, str | None]]
"""The element of each comment, and its id."""

REACH = 5
"""How far above its mark a comment's own element may stand."""

_ID = re.compile(r"(?:li-|div-)?comment-(?:item-|entry-|wrap-|box-|id-)?(\d{1,12})\Z")
# "depth-2", "tcm-depth-2"
_DEPTH = re.compile(r"depth-(?:(?<!\Sdepth-)|(?<=\stcm-depth-))(\d{1,3})(?!\S)")
# "byuser comment-author-ann bypostauthor": core's name of a user in addresses
_MEMBER = re.compile(r"(?<!\S)byuser comment-author-(\S{1,60})")
_POSTS = (
    '[id^="comment-"], [id^="li-comment-"], [id^="div-comment-"], li.comment, li.pingback, '
    'li.trackback, .comment[class*="depth-"]'
)
_ANCHORS = (
    'a[name^="comment-"], a[id^="comment-"], span[id^="comment-"], '
    'h2[id^="comment-"], h3[id^="comment-"], h4[id^="comment-"]'
)
_HEADINGS = (
    ".comments-title, #comments-title, #comments > h2, #comments > h3, h3#comments, h2#comments, "
    ".wp-block-comments-title, .comments-header .comment-reply-title"
)
_AWAITING = ".comment-awaiting-moderation"
"""What core shows who wrote a comment that nobody else sees yet."""
_FOREIGN = ("wpd-comm-", "wc-comm-", "comments-list-", "comment_top_", "jscomment", "comment-rest")
_LINKS = frozenset(("pingback", "trackback"))
# "pinglist", "trackback_list", "commentlist trackbacks"
_PINGS = re.compile(
    r"(?:comment-?list )?(?:pings?|(?:ping|track)backs?)(?:[-_]?list)?\b", re.IGNORECASE
)
_SMALL = frozenset(("a", "span", "input", "form", "h2", "h3", "h4", "ul", "ol", "nav", "textarea"))
_HEADS = frozenset(("h2", "h3", "h4"))
_TEXTS = frozenset(("a", "span", "ul", "ol"))
_WIDE = frozenset(("ul", "ol", "dl", "tbody", "table", "main", "body", "html"))
# `id="comment-7"`, `id=li-comment-7`; not `href="#comment-7"`
_MARKER = re.compile(r"""comment-(?<=["'=\s-]comment-)(\d{1,12})["'\s>]""")
_BEFORE_MARKER = re.compile(r"""\sid\s?=\s?["']?(?:li-|div-)?\Z""")
_SIGNS = tuple(b"wp-content wp-includes wp-json replytocom wp-comments-post thread-even".split())
"""What only pages of WordPress have; `id="comment-7"` others have as well."""


def _read(page: HtmlPage) -> Thread | None:
    if any(mark in page.names for mark in _FOREIGN):
        return None
    posts = _posts(page) or _anchored(page)
    thread = _thread(page, posts)
    if posts and sum(c.author_state is not None for c in thread.comments) * 5 < len(posts):
        wider = max(_thread(page, _grown(posts)), _thread(page, posts, behind=True), key=weight)
        if any(comment.author_state is not None for comment in wider.comments):
            marks = {name: node for node, name in posts}
            for comment in wider.comments:  # the element with the id tells the place
                comment.node = marks.get(comment.native_id, comment.node)
            return wider
    return thread if thread.comments else None


def _thread(page: HtmlPage, posts: Posts, *, behind: bool = False) -> Thread:
    """Give the comments that begin with these elements; what stands `behind` may be theirs."""
    nodes = [node for node, _ in posts]
    rests = _behind_each(nodes) if behind else [_definition(node) for node in nodes]
    own = [n for node, rest in zip(nodes, rests, strict=True) for n in (node, *rest)]
    reader = PostReader([*own, *page.all("#respond")], quoting(page))  # the form: in open lists
    found = [
        _comment((node, *rest), name, depth, reader)
        for (node, name), rest, depth in zip(posts, rests, _depths(nodes), strict=True)
    ]
    reader.settle()
    without_controls(found)
    if awaiting := page.all(_AWAITING):
        for number in Owners(nodes).group(awaiting):
            found[number].extra["hidden"] = True
    without_common_lines(found)
    without_common_words(found)
    # an article's line of facts has `li.comment`, too: "3 comments"
    comments = [c for c in found if c.native_id or c.author_state or "pingback" in c.extra]
    return Thread(
        comments=comments,
        markers=_markers(page.html),
        expected=in_heading(page, _HEADINGS),
        own=any(sign in page.lower for sign in _SIGNS),
    )


def _posts(page: HtmlPage) -> Posts:
    """Give the elements of the comments: of several elements of one comment the outermost.

    Lists that repeat a comment are left out; other words under an id that was there are a comment
    whose own id is not known.
    """
    nodes = [n for n in page.all(_POSTS) if n.tag == "li" or _own_id(n) or _marked(n)]
    names = [_own_id(node) for node in nodes]
    owners = Owners(nodes)
    around = [owners.around(node) for node in nodes]
    for number, outer in enumerate(around):
        if outer is not None and names[outer] is None and nodes[number].tag != "li":
            names[outer] = names[number]
    kept: Posts = []
    outermost: list[int] = []
    seen: dict[str, Node] = {}
    for number, (node, name) in enumerate(zip(nodes, names, strict=True)):
        nearest = around[number]
        outer = None if nearest is None else outermost[nearest]
        same = outer is not None and (
            name == names[outer] if name else node.tag != "li"
        )  # a list item without an id is a comment of its own
        outermost.append(outer if same and outer is not None else number)
        if same:
            continue
        first = seen.setdefault(name, node) if name else node
        if first is node:
            kept.append((node, name))
        elif first.tag == "dt":  # its text, in the `dd`
            continue
        elif not _repeats(first, node):
            kept.append((node, None))
    return kept


def _repeats(first: Node, again: Node) -> bool:
    """Tell a copy of a comment, perhaps without its answers or its controls."""
    short, long = sorted(("".join(shown(node).split()) for node in (first, again)), key=len)
    return short in long


def _own_id(node: Node) -> str | None:
    match = _ID.match((node.id or "").strip())
    return match[1] if match and node.tag not in _SMALL else None


def _anchored(page: HtmlPage) -> Posts:
    """Give comments whose ids stand on an anchor in them: `<li><a name="comment-7"></a>`."""
    found: Posts = []
    for node in page.all(_ANCHORS):
        match = _ID.match(attribute(node, "id", "name") or "")
        if match:
            found.append((node, match[1]))
    posts = _grown(found)
    return [(_behind(n) if n.tag in _SMALL - _HEADS else n, name) for n, name in posts]


def _behind(anchor: Node) -> Node:
    """Give the element behind an anchor that stands before its comment."""
    here = anchor.next
    while here is not None and (here.tag or "-")[0] in "-!":
        here = here.next
    return here or anchor


def _grown(posts: Posts) -> Posts:
    """Give for each comment the largest element around it that holds no other."""
    reach = REACH if len(posts) > 1 else 2
    paths: list[list[Node]] = []
    counts: Counter[int] = Counter()
    for node, _ in posts:
        path: list[Node] = []
        here = node.parent
        while here is not None and len(path) < reach and here.tag not in _WIDE:
            path.append(here)
            here = here.parent
        paths.append(path)
        counts.update(above.mem_id for above in path)
    grown: Posts = []
    for (node, name), path in zip(posts, paths, strict=True):
        own = node
        for above in path:
            if counts[above.mem_id] > 1:
                break
            own = above
        grown.append((own, name))
    return grown


def _depths(posts: Sequence[Node]) -> list[int | None]:
    """Give the levels: by core's class if it differs from post to post, else by nesting."""
    told = [_told(node) for node in posts]
    if len(set(told)) > 1 and None not in told:
        return [depth or 0 for depth in told]
    depths = nested(Owners(posts), posts)
    if any(depths):
        return depths
    enclosed = enclosing(posts, has_class("children"))
    return [*enclosed] if any(enclosed) else levels(posts, top=True)


def _told(node: Node) -> int | None:
    match = _DEPTH.search(node.attributes.get("class") or "")
    return int(match[1]) - 1 if match else None


def _marked(node: Node) -> bool:
    """Tell an element that core's classes call a comment; a `dd` is the text of the `dt`."""
    return node.tag != "dd" and _told(node) is not None


def _comment(
    roots: Sequence[Node], name: str | None, depth: int | None, reader: PostReader
) -> Comment:
    comment = Comment(node=roots[0], depth=depth, native_id=name)
    if _LINKS.isdisjoint(classes(roots[0])) and not _among_links(roots[0]):
        reader.fill(comment, *roots)
        member = _MEMBER.search(attribute(roots[0], "class") or "")
        comment.author_native_id = member[1] if member else None
    else:  # another page that links here: nobody's words
        comment.text = reader.whole(roots[0])
        comment.extra["pingback"] = True
    if not comment.text:
        comment.status = "empty"
    if depth is not None:
        comment.rules["parent"] = "nesting"
    return comment


def _definition(node: Node) -> list[Node]:
    """Give the text of a comment behind its head: the `dd` of a `dt`, all below a heading."""
    if node.tag in _HEADS:
        return _below(node)
    behind = _behind(node) if node.tag == "dt" else None
    return [behind] if behind is not None and behind.tag == "dd" else []


def _among_links(node: Node) -> bool:
    """Tell an item of a theme's own list of pages that link here: `ol.pinglist`, `#trackbacks`."""
    above = node.parent if node.tag in ("li", "dt") else None
    said = above.attributes if above is not None else {}
    return any(_PINGS.match(said.get(name) or "") for name in ("class", "id"))


def _behind_each(nodes: Sequence[Node]) -> list[list[Node]]:
    """Give what stands behind each comment's element: name and date, or the text.

    Behind the last one stands no more than behind another: what follows is the page's.
    """
    own = {node.mem_id for node in nodes}
    found = [_below(node, own) for node in nodes]
    most = max((len(rest) for rest in found[:-1]), default=0)
    return [*found[:-1], found[-1][:most]]


def _below(head: Node, own: Collection[int] = ()) -> list[Node]:
    """Give what stands behind an element, up to a comment, a heading or a form."""
    found: list[Node] = []
    here = head.next
    while here is not None and here.mem_id not in own:
        if here.tag in _SMALL and here.tag not in _TEXTS:
            break
        if (here.tag or "-")[0] not in "-!":
            found.append(here)
        here = here.next
    return found


def _markers(html: str) -> int:
    """Count the comments whose ids stand in the source."""
    places = _MARKER.finditer(html)
    return len(
        {m[1] for m in places if _BEFORE_MARKER.search(html, max(0, m.start() - 12), m.start())}
    )


FAMILY = Family(
    elsewhere=(  # classes too, as others' data speak of them: `data-comment-author="Ann"`
        "wp-content", "wp-includes", "wp-json", "comment-reply-link", "commentlist",
        "comment-list", "replytocom", "thread-even", "comment-author",
    ),
    read=_read,
)  # fmt: skip
