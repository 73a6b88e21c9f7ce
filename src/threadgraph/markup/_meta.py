"""Read what a page says of itself in its head: address, title, author, date, language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from threadgraph.markup._dom import HtmlPage, attribute, shown
from threadgraph.markup._values import absolute, iso_moment

__all__ = ["Meta", "read_meta"]

MAX_TITLE = 1000
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,8}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the head says; None where it does not. `site` is the host without `www.`."""

    url: str | None = None
    site: str | None = None
    title: str | None = None
    author: str | None = None
    published_text: str | None = None
    published_at: str | None = None
    language: str | None = None


def read_meta(page: HtmlPage) -> Meta:
    """Read the head by the conventions of HTML, Open Graph and schema.org."""
    url = _url(page)
    published = _content(
        page,
        'meta[property="article:published_time"]',
        'meta[itemprop="datePublished"]',
        'meta[name="date"]',
        'meta[name="DC.date.issued"]',
    )
    author = _content(page, 'meta[name="author"]', 'meta[property="article:author"]')
    return Meta(
        url=url,
        site=_site(url),
        title=_title(page),
        author=None if author and author.startswith(("http:", "https:")) else author,
        published_text=published,
        published_at=iso_moment(published) if published else None,
        language=_language(page),
    )


def _content(page: HtmlPage, *selectors: str) -> str | None:
    for selector in selectors:
        for node in page.all(selector):
            value = " ".join((attribute(node, "content") or "").split())
            if value:
                return value[:MAX_TITLE]
    return None


def _url(page: HtmlPage) -> str | None:
    """Give the page's own address, if it is a full one."""
    link = page.first('link[rel="canonical"][href]')
    for href in (
        attribute(link, "href") if link is not None else None,
        _content(page, 'meta[property="og:url"]'),
    ):
        full = absolute(None, href)
        if full and full.startswith(("http://", "https://")) and _site(full):
            return full.split("#")[0]
    return None


def _site(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _title(page: HtmlPage) -> str | None:
    title = _content(page, 'meta[property="og:title"]')
    if title:
        return title
    for selector in ("title", "h1"):
        node = page.first(selector)
        if node is not None and (text := shown(node)):
            return text[:MAX_TITLE]
    return None


def _language(page: HtmlPage) -> str | None:
    node = page.first("html")
    value = attribute(node, "lang", "xml:lang") if node is not None else None
    return value.replace("_", "-") if value and _LANGUAGE.match(value) else None
