"""Read posts that a page marks for machines: schema.org microdata, and RDFa (SIOC, schema.org).

What is marked as a comment, an answer or a posting is a post. A parent is what `parentItem` or
`sioc:reply_of` names, else the post around it; a posting or question around its answers is the
opening post. Known systems win where they find as much.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from threadgraph.markup._answered import named_parents
from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, shown
from threadgraph.markup._forum import dated, user_of
from threadgraph.markup._levels import beside, levels
from threadgraph.markup._quoted import linked_post, name_said, quoted_in
from threadgraph.markup._remarks import add_remarks
from threadgraph.markup._rules import Rules, read_rules
from threadgraph.markup._unknown.common import without_handles
from threadgraph.markup._values import name_of, number_of

__all__ = ["FAMILY"]

TRUST = 0.9
MAX_LINE = 200
MAX_STEPS = 12
"""Elements in a quotation that are tried for its first line."""

_OPENINGS = frozenset(("discussionforumposting", "socialmediaposting", "question"))
_ANSWERS = frozenset(("comment", "usercomments", "answer"))
_NUMBER = re.compile(r"(\d{1,20})\Z")
_PARENT = '[itemprop~="parentItem"], [property~="schema:parentItem"], [rel~="sioc:reply_of"]'
_COUNT = (
    '[itemprop~="commentCount"], [itemprop~="answerCount"], [property~="schema:commentCount"], '
    '[itemprop~="interactionCount"][content^="UserComments"], [property~="sioc:num_replies"], '
    '[itemprop~="interactionStatistic"]:has([content$="/CommentAction"], [href$="/CommentAction"], '
    '[content$="/ReplyAction"], [href$="/ReplyAction"]) [itemprop~="userInteractionCount"]'
)


def _kinds(node: Node) -> set[str]:
    """Give the last words of the types: "http://schema.org/Comment", "sioct:Comment"."""
    types = attribute(node, "itemtype", "typeof") or ""
    return {re.split(r"[/:#]", kind)[-1].lower() for kind in types.split()}


def _posts(page: HtmlPage) -> list[Node]:
    """Give what is marked as a post; a posting that only frames the thread is none."""
    marked = [
        (node, kinds)
        for node in page.all('[itemtype], [typeof], [itemprop~="comment"][itemscope]')
        if (kinds := _kinds(node)) & (_ANSWERS | _OPENINGS)
        or (not kinds and attribute(node, "itemprop"))
    ]
    owners = Owners([node for node, _ in marked])
    worded = {owners.of(node) for node in page.all(_TEXT)}
    found = [
        node
        for number, (node, kinds) in enumerate(marked)
        if number in worded or not kinds & _OPENINGS
    ]
    answers = any(not _kinds(node) & _OPENINGS for node in found)
    return found if answers or len(found) > 1 else []


def _native(node: Node) -> str | None:
    match = _NUMBER.search(attribute(node, "itemid", "about", "id") or "")
    return match[1] if match else None


def _depths(owners: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Nest posts in posts; what stands beside an opening post, in a row, may answer any post."""
    openings = [bool(_kinds(post) & _OPENINGS) for post in posts]
    above = [owners.around(post) for post in posts]
    deep = any(a is not None and not openings[a] for a in above)
    asked = any("question" in _kinds(post) for post in posts)
    more = beside(posts, above) if deep else [0] * len(posts)
    depths: list[int | None] = []
    for number, around in enumerate(above):
        if openings[number]:
            depths.append(0 if number == 0 else None)
        elif around is not None:
            depth = depths[around]
            flat = openings[around] and not (deep or asked)
            depths.append(None if depth is None or flat else depth + 1 + more[number])
        else:
            depths.append(None if openings[0] else 0)
    return depths


def _finish(page: HtmlPage, thread: Thread) -> None:
    comments = thread.comments
    owners = Owners([comment.node for comment in comments if comment.node is not None])
    openings = [bool(c.node is not None and _kinds(c.node) & _OPENINGS) for c in comments]
    if openings[0]:
        comments[0].role = "opening"
        thread.article = False
    told = owners.group(page.all('meta[itemprop~="text"], meta[itemprop~="commentText"]'))
    for number, comment in enumerate(comments):
        if not comment.text and number in told:
            comment.text, comment.status = shown(told[number][0]), "complete"
        if comment.native_id is None:
            comment.native_id = linked_post(comment.url)
    if not openings[0] and not any(comment.depth for comment in comments):
        _nest(comments)
    _hang(comments, owners, page.all(_PARENT))
    if all(comment.depth in (0, None) for comment in comments) and any(
        quote.native_id or quote.author for comment in comments for quote in comment.quotes
    ):
        for comment in comments[openings[0] :]:
            comment.depth = None  # a row of posts that answer each other by quotations
    _less_what_follows(comments, owners.group(page.all(_BY)))
    without_handles(comments)
    own = (0, None) if openings[0] else (None,)
    counts = [node for node in page.all(_COUNT) if owners.of(node) in own]
    if len(counts) == 1:  # several are of other discussions, too
        told = number_of(attribute(counts[0], "content") or shown(counts[0]))
        thread.expected = told if told is None else told + openings[0]
    if any(c.node is not None and "answer" in _kinds(c.node) for c in comments):
        add_remarks(page, thread)


def _nest(comments: Sequence[Comment]) -> None:
    """Take what the page shows of levels and of parents, where the markup nests nothing."""
    posts = [comment.node for comment in comments if comment.node is not None]
    told = zip(comments, levels(posts, top=True), named_parents(posts), strict=True)
    for comment, depth, (own, parent) in told:
        comment.depth = depth if own is None else None if parent else 0
        if own is not None:
            comment.native_id, comment.native_parent_id = own, parent


def _hang(comments: Sequence[Comment], owners: Owners, parents: Sequence[Node]) -> None:
    """Take the parents that are named, where one of the posts is meant."""
    known = {c.native_id for c in comments if c.native_id}
    named = False
    for number, nodes in owners.group(parents).items():
        for node in nodes:
            target = attribute(node, "resource", "href", "content", "itemid") or ""
            match = _NUMBER.search(target) if "#" in target else None
            if match and match[1] in known and match[1] != comments[number].native_id:
                comments[number].native_parent_id, named = match[1], True
                comments[number].rules["parent"] = "id of the post answered"
    if named:
        for comment in comments:
            if comment.native_parent_id is None and comment.depth:
                comment.depth = None


def _less_what_follows(comments: Sequence[Comment], bylines: Mapping[int, Sequence[Node]]) -> None:
    """Leave out what stands behind the link that an author's element begins with: a rank, an age.

    `<div itemprop="author"><a href="/profile/7">Ann</a> Guru (3012) 2 years ago</div>`.
    """
    for number, nodes in bylines.items():
        comment = comments[number]
        link = nodes[0].css_first("a[href]") if comment.rules.get("author") == _BY else None
        name = shown(link) if link is not None else ""
        if name and (comment.author or "").startswith(f"{name} "):
            comment.author, comment.author_state = name_of(name, exact=True)


def _quoted(node: Node) -> tuple[str | None, str | None]:
    """Read what stands at the head of a quotation: a link to the post, "Ann wrote:"."""
    line = _first_line(node)
    if line is None:
        return None, None
    native, author = quoted_in(line)
    text = shown(line)
    told = native or text.endswith(":") or (author and name_said(text) == author)
    return (native, author) if told else (None, None)


def _first_line(node: Node) -> Node | None:
    """Give the first short element in a quotation, however deep it stands."""
    here = node.child
    for _ in range(MAX_STEPS):
        if here is None:
            return None
        text = shown(here)
        if not text:
            here = here.next
        elif here.tag == "-text":
            return None
        elif len(text) <= MAX_LINE and here.next is not None:
            return here
        else:
            here = here.child
    return None


_TEXT = (
    '[itemprop~="text"]:not(meta), [itemprop~="commentText"]:not(meta), '
    '[itemprop~="articleBody"]:not(meta), [property~="content:encoded"], '
    '[property~="sioc:content"], [property~="schema:text"], [property="text"]:not(meta)'
)
_BY = '[itemprop~="author"], [itemprop~="creator"]'

_RULES = Rules(
    posts=_posts,
    body=(
        _TEXT,
        '[itemprop~="description"]:not(meta)',
        (
            ".comment-content, .comment-text, .comment-body, .comment_content, .comment_text, "
            ".comment_body, .e-content"
        ),
    ),
    author=(
        '[itemprop~="author"] [itemprop~="name"], [itemprop~="creator"] [itemprop~="name"]',
        _BY,
        (
            '[rel~="sioc:has_creator"] .username, '
            '[rel~="sioc:has_creator"] [property~="foaf:name"], '
            '[property~="foaf:name"], [property~="schema:author"] [property~="schema:name"]'
        ),
        '[property="author"] [property="name"]',
        '[property="author"]',
        '[rel~="sioc:has_creator"] a, [rel~="schema:author"], [property~="schema:author"]',
        '[rel="author"], .author, .username, .fn',
    ),
    author_url=(
        'a[itemprop~="author"][href], [itemprop~="author"] a[href], [itemprop~="creator"] a[href]',
    ),
    user=user_of,
    date=(
        '[itemprop~="datePublished"], [itemprop~="dateCreated"], [itemprop~="commentTime"]',
        (
            '[property~="dc:created"], [property~="dc:date"], [property~="schema:dateCreated"], '
            '[property~="schema:datePublished"], [property="dateCreated"], '
            '[property="datePublished"]'
        ),
        "time[datetime]",
        "time",
    ),
    when=dated,
    permalink=('[itemprop~="url"]:not([itemprop~="author"] *)', 'a[rel="bookmark"]'),
    score=(
        '[itemprop~="upvoteCount"], [property~="schema:upvoteCount"]',
        (
            '[itemprop~="interactionStatistic"]:has([content$="/LikeAction"], '
            '[href$="/LikeAction"]) [itemprop~="userInteractionCount"]'
        ),
    ),
    drop='[itemprop~="author"], [itemprop~="creator"], [itemprop~="datePublished"], '
    '[itemprop~="dateCreated"], [itemprop~="commentTime"], [itemprop~="replyToUrl"], '
    '[itemprop~="commentText"] :has(> [itemprop~="creator"], > [itemprop~="commentTime"])',
    quote="blockquote, "
    "div[class*='quote']:not([class*='body'], [class*='content'], [class*='text'])",
    heads="div[class*='quote'][class*='head'], div[class*='quote'][class*='title']",
    quoted=_quoted,
    native=_native,
    depths=_depths,
    gone='[itemprop~="creativeWorkStatus"][content="Deleted"]',
    finish=_finish,
)


def _read(page: HtmlPage) -> Thread | None:
    """Give the posts, if most have a text: else the marks are no use.

    Questions that nobody asked and nobody answered are a list of what is often asked.
    """
    thread = read_rules(page, _RULES)
    if thread is None or 2 * sum(bool(c.text) for c in thread.comments) < len(thread.comments):
        return None
    signed = any(c.author_state or c.date or c.moment for c in thread.comments)
    kinds = set[str]().union(*(_kinds(c.node) for c in thread.comments if c.node is not None))
    return thread if signed or kinds.isdisjoint(("question", "answer")) else None


FAMILY = Family(
    elsewhere=(
        "schema.org/comment", "schema.org/usercomments", "schema.org/discussionforum",
        "schema.org/answer", 'itemprop="comment"', "itemprop='comment'", "sioc:post",
        "sioct:comment", "schema:comment", 'typeof="comment"', "typeof='comment'",
    ),
    read=_read,
    trust=TRUST,
)  # fmt: skip
