"""Read a family whose markup selectors describe.

All selectors run once over the page; what they find belongs to the nearest post around it. A field
with several selectors takes the first that finds something in the post.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from threadgraph.markup._base import Comment, Family, Quote, Thread
from threadgraph.markup._counts import Expected, add_offers, count_told
from threadgraph.markup._distinct import Native, Posts, distinct
from threadgraph.markup._dom import (
    HtmlPage,
    Node,
    Owners,
    attribute,
    holder,
    level_below,
    outermost,
    shown,
)
from threadgraph.markup._quoted import head_in
from threadgraph.markup._text import PARAGRAPH, Passage, Text, text_of
from threadgraph.markup._values import holds_name, link_of, moment_of, name_of, number_of
from threadgraph.markup._zones import zone_told
from threadgraph.records import Role

__all__ = ["Rules", "family", "flat", "nested", "read_rules", "single"]

_ADDRESS = ("href", "data-url", "data-wpd-clipboard", "data-comment-url", "content")
_NUMBER = re.compile(r"(\d{1,20})\Z")

Found = Callable[[HtmlPage], Sequence[Node]]
Depths = Callable[[Owners, Sequence[Node]], list[int | None]]
Selectors = tuple[str, ...]


def nested(owners: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Take the depth from posts that stand in posts."""
    depths: list[int] = []
    for post in posts:
        depths.append(level_below(depths, owners.around(post)))
    return [*depths]


def flat(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Take no depth: the page shows posts in a row, whatever they answer."""
    return [None] * len(posts)


def single(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Take every post as an answer to the page itself."""
    return [0] * len(posts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Where the fields of a post stand, as CSS selectors over the page.

    `posts`: one element a post; a function may give them. `body`: the text; all elements of the
    first selector that finds some. `drop`: what is never text. `quote`: quoted passages, less the
    `heads` that begin them ("Ann wrote:"); `quoted` gives the native id and the author of their
    source. `user` gives the author's id from the element that names them, `when` the date as shown
    and its moment from the one that dates the post, `points` the score from the one that shows it.
    `native` finds the post's own id in its `id` attribute (group 1), or is a function of the
    element; `ids` are elements in a post whose id, name, link or text ends in its number, where its
    own element has none. `parent` gives the native id of the post that is answered. `marker` finds
    in the page's source what begins a post.
    `gone` finds what stands in place of a deleted post's text. `more` finds offers to load further
    posts, `expected` the count that the page prints, where a function does not give it; without it
    the posts count that the offers say they would add. `finish` corrects what selectors cannot say.
    """

    posts: str | Found
    body: Selectors
    author: Selectors = ()
    author_url: Selectors = ()
    user: Callable[[Node], str | None] = lambda _: None
    date: Selectors = ()
    when: Callable[[Node], tuple[str | None, str | None]] = moment_of
    permalink: Selectors = ()
    score: Selectors = ()
    points: Callable[[Node], int | None] = lambda node: number_of(shown(node))
    drop: str = ""
    quote: str = "blockquote"
    heads: str = ""
    quoted: Callable[[Node], tuple[str | None, str | None]] = lambda _: (None, None)
    native: Native = re.compile(r"(\d{1,20})\Z")
    ids: Selectors = ()
    parent: Callable[[Node], str | None] = lambda _: None
    label: Selectors = ()
    depths: Depths = nested
    opening: bool = False
    gone: str = ""
    hidden: str = ""
    marker: re.Pattern[str] | None = None
    more: str = ""
    expected: Expected = ()
    zone: str = ""
    article: bool = True
    finish: Callable[[HtmlPage, Thread], None] | None = None


def family(
    rules: Rules, *marks: str, elsewhere: tuple[str, ...] = (), embedded: bool = False
) -> Family:
    """Give the family that these rules read; its marks are parts of classes or ids."""
    read = partial(read_rules, rules=rules)
    return Family(marks=marks, read=read, elsewhere=elsewhere, embedded=embedded)


def read_rules(page: HtmlPage, rules: Rules) -> Thread | None:
    """Give the posts that the rules find, or None."""
    found = rules.posts(page) if callable(rules.posts) else page.all(rules.posts)
    posts = distinct(found, rules.native)
    if not posts.nodes:
        return None
    finder = _Finder(page, rules, posts)
    depths = rules.depths(posts.owners, posts.nodes)
    comments = [finder.comment(number, depth) for number, depth in enumerate(depths)]
    thread = Thread(
        comments=comments,
        markers=len(rules.marker.findall(page.html)) if rules.marker else None,
        expected=count_told(page, rules.expected),
        zone=zone_told(page, rules.zone, posts.owners, (c.moment for c in comments))
        if rules.zone
        else None,
        article=rules.article,
    )
    add_offers(thread, [number_of(shown(node)) for node in page.all(rules.more)])
    if rules.finish:
        rules.finish(page, thread)
    return thread if thread.comments else None


class _Finder:
    """Give the fields of each post from what the selectors found."""

    def __init__(self, page: HtmlPage, rules: Rules, posts: Posts) -> None:
        self.rules = rules
        self.posts = posts
        self._page = page
        self._root = holder(posts.nodes)
        self._groups: dict[str, dict[int, list[Node]]] = {}
        dropped, heads, quotes = map(self._all, (rules.drop, rules.heads, rules.quote))
        self._skip = {n.mem_id for n in dropped} | {p.mem_id for p in posts.nodes}
        self._heads = {n.mem_id for n in heads}
        self._marked = {n.mem_id for n in quotes} | self._heads

    def _all(self, selector: str) -> list[Node]:
        return self._page.inside(self._root, selector)

    def find(self, number: int, selectors: Selectors) -> tuple[list[Node], str]:
        """Give the elements of the first selector that finds some in the post, and the selector."""
        for selector in selectors:
            groups = self._groups.get(selector)
            if groups is None:
                groups = self._groups[selector] = self.posts.owners.group(self._all(selector))
            if number in groups:
                return groups[number], selector
        return [], ""

    def comment(self, number: int, depth: int | None) -> Comment:
        """Give one post."""
        rules = self.rules
        comment = Comment(node=self.posts.nodes[number], depth=depth)
        if rules.opening and number == 0:
            comment.role = _OPENING
        self._identify(number, comment)
        self._author(number, comment)
        self._date(number, comment)
        self._text(number, comment)
        nodes, rule = self.find(number, rules.label)
        if nodes:
            comment.label = shown(nodes[0]) or None
            comment.rules["label"] = rule
        nodes, rule = self.find(number, rules.score)
        if nodes:
            comment.score = rules.points(nodes[0])
            comment.rules["score"] = rule
        return comment

    def _identify(self, number: int, comment: Comment) -> None:
        rules = self.rules
        comment.native_id = self.posts.ids[number] or self._inner_id(number)
        comment.native_parent_id = rules.parent(self.posts.nodes[number])
        if comment.native_parent_id:
            comment.rules["parent"] = "id of the post answered"
        elif comment.depth is not None:
            comment.rules["parent"] = "nesting"
        links, rule = self.find(number, rules.permalink)
        if links:
            comment.url = attribute(links[0], *_ADDRESS)
            comment.rules["url"] = rule

    def _inner_id(self, number: int) -> str | None:
        nodes, _ = self.find(number, self.rules.ids)
        for node in nodes:
            value = attribute(node, "id", "name", "href") or shown(node)
            if match := _NUMBER.search(value):
                return match[1]
        return None

    def _author(self, number: int, comment: Comment) -> None:
        nodes, rule = self.find(number, self.rules.author)
        for node in nodes:
            comment.author, comment.author_state = name_of(shown(node), exact=holds_name(node))
            if comment.author_state is not None:
                comment.rules["author"] = rule
                links, _ = self.find(number, self.rules.author_url)
                comment.author_url = link_of(links[0] if links else node)
                comment.author_native_id = self.rules.user(links[0] if links else node)
                break

    def _date(self, number: int, comment: Comment) -> None:
        nodes, rule = self.find(number, self.rules.date)
        for node in nodes:
            comment.date, comment.moment = self.rules.when(node)
            if comment.date or comment.moment:
                comment.rules["date"] = rule
                break

    def _text(self, number: int, comment: Comment) -> None:
        rules = self.rules
        nodes, rule = self.find(number, rules.body)
        text = Text()
        for node in outermost(nodes):
            text.gap(PARAGRAPH)
            text_of(node, self._skip, self._marked, text)
        comment.text = str(text)
        comment.quotes = list(self._quoted(comment, text.passages))
        if rule:
            comment.rules["text"] = rule
        if rules.gone and self.find(number, (rules.gone,))[0]:
            comment.status = "deleted"
        elif not comment.text:
            comment.status = "empty"
        if rules.hidden and self.find(number, (rules.hidden,))[0]:
            comment.extra["hidden"] = True

    def _quoted(self, comment: Comment, passages: Sequence[Passage]) -> Iterator[Quote]:
        """Give the quotations, each without the line that tells its author.

        The id of the post itself is none of what it quotes: some skins print it there.
        """
        text = comment.text
        heads = {p.start: p.end for p in passages if p.node.mem_id in self._heads}
        for passage in passages:
            if passage.node.mem_id in self._heads:
                continue
            start = heads.get(passage.start, passage.start)
            while start < passage.end and text[start].isspace():
                start += 1
            native, author = self.rules.quoted(passage.node)
            if (told := head_in(text, start, passage.end)) and author in (None, told[0]):
                author, start = told
            if passage.start == 0 and passage.end >= len(text) and not (native or author):
                continue  # the text is set so
            yield Quote(
                start=start if start < passage.end else passage.start,
                end=passage.end,
                native_id=native if native != comment.native_id else None,
                author=author,
            )


_OPENING: Role = "opening"
