"""Read what a page says of itself in its head: address, title, author, date, language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from threadgraph.addresses import archived, plain_url
from threadgraph.markup._dom import HtmlPage, Node, attribute, one_line, shown
from threadgraph.markup._values import absolute, iso_moment

__all__ = ["MAX_TITLE", "Meta", "read_meta", "site_shared"]

MAX_TITLE = 1000
_HEAD = 'meta[content], link[rel="canonical"][href], base[href], title'
_PUBLISHED = ("property article:published_time", "itemprop datePublished", "name date",
              "name DC.date.issued")  # fmt: skip
_AUTHOR = ("name author", "property article:author")
_URL = ("property og:url",)
_TITLE = ("property og:title",)
_SPOKEN = ("property og:locale", "http-equiv content-language", "itemprop inLanguage")
_KEYS = frozenset((*_PUBLISHED, *_AUTHOR, *_URL, *_TITLE, *_SPOKEN))
_TOP = frozenset(("head", "body", "html"))
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,8}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the head says; None where it does not.

    `site` is the host without `www.`, `base` the address that the page's links are relative to,
    `captured_at` when the archive whose copy the page is took it.
    """

    url: str | None = None
    base: str | None = None
    site: str | None = None
    title: str | None = None
    author: str | None = None
    published_text: str | None = None
    published_at: str | None = None
    language: str | None = None
    captured_at: str | None = None


def read_meta(page: HtmlPage) -> Meta:
    """Read the head by the conventions of HTML, Open Graph and schema.org."""
    head = _Head(page)
    shown_url = _url(head)
    url = plain_url(shown_url) if shown_url else None
    captured = archived(shown_url) if shown_url else None
    published = head.said(_PUBLISHED)
    author = head.said(_AUTHOR)
    return Meta(
        url=url,
        base=absolute(shown_url, attribute(head.first["base"], "href"))
        if "base" in head.first
        else shown_url,
        site=site_of(url),
        title=_title(page, head),
        author=None if author and "://" in author else author,
        published_text=published,
        published_at=iso_moment(published) if published else None,
        language=_language(page, head),
        captured_at=captured.isoformat() if captured else None,
    )


class _Head:
    """What stands in a head, found by one walk over the page: broken heads end in the body."""

    def __init__(self, page: HtmlPage) -> None:
        self.first: dict[str, Node] = {}
        self._said: dict[str, str] = {}
        for node in page.all(_HEAD):
            tag = node.tag or ""
            if tag == "meta":
                self._note(node)
            else:
                self.first.setdefault(tag, node)

    def _note(self, node: Node) -> None:
        """Keep what is wanted; an item's property alone, as others are of posts."""
        attributes = node.attributes
        for kind in ("property", "name", "itemprop", "http-equiv"):
            key = f"{kind} {attributes.get(kind)}"
            if key in _KEYS and key not in self._said and (kind != "itemprop" or _is_alone(node)):
                value = one_line(attributes.get("content") or "")[:MAX_TITLE]
                if value:
                    self._said[key] = value

    def said(self, keys: Sequence[str]) -> str | None:
        """Give the content of the first `meta` of these that has some."""
        return next((self._said[key] for key in keys if key in self._said), None)


def _is_alone(node: Node) -> bool:
    return node.parent is None or node.parent.tag in _TOP


def _url(head: _Head) -> str | None:
    """Give the page's own address, if it is a full one."""
    link = head.first.get("link")
    for href in (
        attribute(link, "href") if link is not None else None,
        head.said(_URL),
    ):
        full = absolute(None, href)
        if full and full.startswith(("http://", "https://")) and _is_host(site_of(full)):
            return full.split("#")[0]
    return None


def _is_host(site: str | None) -> bool:
    """Tell a host from the words that some pages have in its place."""
    return site is not None and ("." in site or ":" in site)


def site_of(url: str | None) -> str | None:
    """Give the host of an address, without `www.`."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def site_shared(urls: Iterable[str | None]) -> str | None:
    """Give the host that several addresses have, if all that are known have it."""
    sites = [site_of(url) for url in {*urls} if url]
    return sites[0] if len(sites) > 1 and len(set(sites)) == 1 else None


def _title(page: HtmlPage, head: _Head) -> str | None:
    title = head.said(_TITLE)
    if title:
        return title
    node = head.first.get("title")
    text = shown(node) if node is not None else ""
    if not text:
        heading = page.first("h1")
        text = shown(heading) if heading is not None else ""
    return text[:MAX_TITLE] or None


def _language(page: HtmlPage, head: _Head) -> str | None:
    """Give the language that the root tells, else the head."""
    root = page.tree.root
    told = attribute(root, "lang", "xml:lang") if root is not None else None
    value = told or head.said(_SPOKEN)
    return value.replace("_", "-") if value and _LANGUAGE.match(value) else None
