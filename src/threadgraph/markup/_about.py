"""Find who wrote a page's article, when, and how many comments it has, where its head is silent.

JSON-LD tells it of the article that has the page's title, markup right by the headline: names that
link as `rel="author"`, microformats, microdata, the classes of common themes. What stands in posts
or behind the first of them is of others.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import cast

from threadgraph.addresses import plain_url
from threadgraph.dates import TIMED, Moment, is_date, read_dates
from threadgraph.markup._about_names import MAX_NAME, name_at
from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, classes, shown, up_from
from threadgraph.markup._forum import dated
from threadgraph.markup._headline import headline_of, is_others, is_title, neighbour, plain
from threadgraph.markup._ld import Item, each, kinds_of, ld_items, string_of
from threadgraph.markup._meta import MAX_TITLE, Meta
from threadgraph.markup._values import absolute, iso_moment, number_of

__all__ = ["complete"]

MAX_FACTS = 160
MAX_PARTS = 12
MAX_AUTHORS = 20
MAX_NEAR = 50
BESIDE = 3
"""Elements, from the headline outwards, beside which its line of facts may stand."""
REACH = 8
"""How far above a headline the element may stand that also holds the article's author or date."""

_AUTHORS = (
    ".entry-author-name, .post-author .fn, .author.vcard, .post-author-name",
    '[rel~="author"]',
    '[itemprop~="author"]',
    ".byline, .post-byline",
)
_DATES = (
    'time[pubdate], [itemprop~="datePublished"]',
    "time.published, time.entry-date, abbr.published",
    ".entry-date, .post-date, .posted-on, .date-header",
)
_ARTICLES = frozenset((
    "article", "newsarticle", "blogposting", "reportagenewsarticle", "techarticle",
    "opinionnewsarticle", "analysisnewsarticle", "socialmediaposting", "discussionforumposting",
))  # fmt: skip
_WHOLE = frozenset(("body", "html", "main"))
_PARTS = "span, time, abbr, li, p, a, div"
_ASIDE_NAMES = re.compile(r"sidebar|widget|related|recent|menu")
_WORDS = (
    r"(?:comments?|kommentare?|comentarios?|comentários?|commentaires?|commenti|reacties|"
    r"komentarzy|responses?|replies|antworten|thoughts)\b"
)
# "21 Comments", "(36) Kommentare", "6 Comments on Kilns"; "Comments (5 of 23)", "Comments 115"
_COUNT = re.compile(
    rf"\(?(\d{{1,3}}[.,]\d{{3}}|\d{{1,6}})\)? {_WORDS}|"
    rf"{_WORDS}\W{{0,3}}(?:\d{{1,6}} (?:of|von|de|di|sur) )?(\d{{1,6}})\W{{0,2}}\Z",
    re.IGNORECASE,
)
_OWN = 'a[href$="#comments"], a[href$="#respond"]'
_HEADLINKS = "h1 a[href], h2 a[href], h3 a[href], h4 a[href]"
_ID = re.compile(r"[\w:.-]{1,80}\Z", re.ASCII)
_TAG = re.compile(r"[a-z][a-z0-9-]*\Z")
_HEADLINE = "h1.entry-title, h1.post-title"
_HEADINGS = "h1, h2, h3, h4, h5, .comments-title, #comments-title"


def complete(page: HtmlPage, meta: Meta, thread: Thread | None) -> Meta:
    """Complete what the head tells, and how many comments an article's page says it has.

    A count of less than half of the comments counts something else.
    """
    title = (thread.title if thread else None) or meta.title or ""
    headline = headline_of(page, title)
    own = page.all(_HEADLINE)
    if len(own) == 1 and 0 < len(shown(own[0])) <= MAX_TITLE and _is_articles(thread):
        headline = own[0]
        meta = replace(meta, title=shown(headline))
    elif headline is not None and is_title(shown(headline), title):
        meta = replace(meta, title=shown(headline))
        if thread is not None:
            thread.title = None
    first = thread.comments[0].node if thread else None
    if thread is not None and not thread.article:
        return meta
    meta = _with_article(page, meta, first, headline)
    if thread is not None and thread.expected is None:
        told = _comments_told(page, meta, first)
        if told and told * 2 >= len(thread.comments):
            thread.expected = told
    return meta


def _is_articles(thread: Thread | None) -> bool:
    return thread is None or (thread.article and thread.title is None)


def _with_article(page: HtmlPage, meta: Meta, first: Node | None, headline: Node | None) -> Meta:
    """Tell who wrote the article and when; `first` is the first post's element."""
    if meta.author is None or meta.published_text is None:
        meta = _by_item(page, meta)
    if meta.author is None:
        nodes = _by_headline(page, _AUTHORS, first, headline)
        meta = replace(meta, author=next(filter(None, map(name_at, nodes)), None))
    if meta.published_text is None:
        nodes = (*_by_headline(page, _DATES, first, headline), *_beside(headline, first))
        return _with_date(meta, nodes)
    return meta


def _with_date(meta: Meta, nodes: Iterable[Node]) -> Meta:
    """Take the first date that is read, else the first that can be read in several ways."""
    unsure: str | None = None
    for node in nodes:
        date, moment = dated(node)
        found = read_dates([date], None, meta.language)[0]
        moment = moment or _moment(found)
        if moment:
            return replace(meta, published_text=date or moment, published_at=moment)
        if unsure is None and found.precision == "ambiguous" and date and is_date(date):
            unsure = date
    return replace(meta, published_text=unsure)


def _comments_told(page: HtmlPage, meta: Meta, first: Node | None) -> int | None:
    """Read the count in the page's link to its own comments, or in the heading above the first."""
    own = (meta.url or "").rstrip("/")
    for link in page.all(_OWN):
        href = attribute(link, "href") or ""
        leads = plain_url(absolute(meta.base, href) or "").rpartition("#")[0].rstrip("/")
        if (href[0] == "#" or leads == own) and (match := _COUNT.match(shown(link))):
            return number_of(match[1] or match[2])
    headings = _before(page, _HEADINGS, first)
    match = _COUNT.match(shown(headings[-1])) if headings else None
    if match:
        return number_of(match[1] or match[2])
    item = _item(page, meta)
    count = item.get("commentCount") if item else None
    return None if count is None else number_of(str(count))


def _moment(found: Moment) -> str | None:
    """Give a date that was read as ISO 8601, as exact as it is."""
    at, precision = found
    if at is None or precision not in {*TIMED, "day"}:
        return None
    if precision == "day":
        return at.date().isoformat()
    return f"{at.replace(tzinfo=None).isoformat(timespec='minutes')}Z"  # %Y does not fill year 143


def _by_item(page: HtmlPage, meta: Meta) -> Meta:
    """Take what JSON-LD says of the article."""
    item = _item(page, meta)
    if item is None:
        return meta
    published = string_of(item, "datePublished")
    moment = iso_moment(published) if published else None
    if meta.published_text is None and moment:
        meta = replace(meta, published_text=published, published_at=moment)
    if meta.author is None:
        meta = replace(meta, author=", ".join(dict.fromkeys(_authors(page, item))) or None)
    return meta


def _item(page: HtmlPage, meta: Meta) -> Item | None:
    """Give the article with the page's title, or the only one if it has none."""
    found = [item for item in page.once(ld_items) if kinds_of(item) & _ARTICLES]
    shown_titles = (shown(node) for node in (page.first("title"), page.first("h1")) if node)
    titles = [plain(title) for title in (meta.title or "", *shown_titles)]
    for item in found:
        told = plain(string_of(item, "headline", "name") or "")
        if told and any(t and (t.startswith(told) or told.startswith(t)) for t in titles):
            return item
    alone = len(found) == 1 and not string_of(found[0], "headline", "name")
    return found[0] if alone else None


def _authors(page: HtmlPage, item: Item) -> Iterator[str]:
    """Give the names of an article's authors, which may stand where their ids lead."""
    for value in islice(each(item.get("author")), MAX_AUTHORS):
        author = cast("Item", value) if isinstance(value, dict) else {"name": value}
        known = [author]
        if "name" not in author and "@id" in author:
            known = [other for other in page.once(ld_items) if other.get("@id") == author["@id"]]
        name = next(filter(None, (string_of(other, "name") for other in known)), None)
        if name and len(name) <= MAX_NAME and not name.startswith(("http:", "https:")):
            yield " ".join(html.unescape(name).split())


def _by_headline(
    page: HtmlPage, selectors: Sequence[str], first: Node | None, headline: Node | None
) -> list[Node]:
    """Give what the first selector finds that finds some, the nearest to the headline first."""
    if headline is None:
        return []
    levels = {node.mem_id: level for level, node in enumerate(up_from(headline)) if level <= REACH}
    for selector in selectors:
        near: list[tuple[int, Node]] = []
        for node in _before(page, selector, first)[:MAX_NEAR]:
            level = _level(node, levels)
            if level is not None:
                near.append((level, node))
        if near:
            return [node for _, node in sorted(near, key=lambda found: found[0])]
    return []


def _beside(headline: Node | None, first: Node | None) -> Iterator[Node]:
    """Give what stands right behind or before the headline, where its line of facts may be."""
    here = headline
    posts = {node.mem_id for node in up_from(first)} if first is not None else set[int]()
    for _ in range(BESIDE):
        if here is None or here.tag in _WHOLE:
            return
        behind = None if here.mem_id in posts else neighbour(here, "next")  # not behind the posts
        for near in (behind, neighbour(here, "prev")):
            if near is None or near.tag == "nav" or near.mem_id in posts or is_others(near):
                continue
            if len(shown(near)) <= MAX_FACTS:
                yield from [near, *near.css(_PARTS)[:MAX_PARTS]]
        here = here.parent


def _level(node: Node, levels: Mapping[int, int]) -> int | None:
    """Tell how far above the headline the element is that holds the node as well.

    None for what stands in a box aside, or below the headline of another article; one in the
    `article` that has the headline is its own.
    """
    aside = False
    path: list[Node] = []
    for above in up_from(node):
        if above.mem_id in levels:
            return None if aside and above.tag != "article" else levels[above.mem_id]
        aside = aside or above.tag == "aside"
        path.append(above)
        if _is_headed(above, path):
            return None
        if above.tag == "nav" or _ASIDE_NAMES.search(" ".join(classes(above)).lower()):
            return None
    return None


def _is_headed(box: Node, path: Sequence[Node]) -> bool:
    """Tell an element whose first heading leads elsewhere; one on the `path` to a name is its own.

    `path` ends with the element.
    """
    link = box.css_first(_HEADLINKS)
    if link is None or link.mem_id == box.mem_id:
        return False
    own = {node.mem_id for node in path[:-1]}
    return not any(node.mem_id in own for node in up_from(link))


def _before(page: HtmlPage, selector: str, first: Node | None) -> list[Node]:
    """Give the elements that stand before the first post."""
    found = page.all(selector)
    if first is None or not found:
        return found
    wanted = {node.mem_id for node in found}
    before: list[Node] = []
    for node in page.all(f"{selector}, {_own_selector(first)}"):
        if node.mem_id == first.mem_id:
            break
        if node.mem_id in wanted:
            before.append(node)
    return before


def _own_selector(node: Node) -> str:
    """Give a selector that finds an element, and few others: by its id, else by its tag."""
    own = node.id or ""
    if _ID.match(own):
        return f'[id="{own}"]'
    return node.tag if node.tag and _TAG.match(node.tag) else "*"  # "c:out" is no selector
