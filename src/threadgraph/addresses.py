"""Tell which addresses are pages of one discussion."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

__all__ = ["discussion_url"]

_PAGE_FIELDS = frozenset(("page", "paged", "cpage", "pagenumber", "pagenum", "pg", "start", "st"))
"""Fields of a query that number a page, or the first post on it."""

# "/page-2", "/page/2/", "/page2", "/comment-page-3/", at the end of a path
_PAGE_PATH = re.compile(r"/(?:comments?-)?page[-/]?\d{1,6}(?P<end>/?)\Z", re.IGNORECASE)
# SMF: "topic=120.40" is the page of topic 120 from post 40 on, "topic=120.msg9" the one with it
_TOPIC = re.compile(r"(\d{1,12})\.(?:msg\d{1,12}|new|\d{1,9})\Z")


def discussion_url(url: str) -> str:
    """Give the address of the whole discussion: without fragment and page number.

    What an address is not known to number is kept; what is no address comes back as it is.
    """
    try:
        parts = urlsplit(url)
        fields = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return url
    kept = [
        (name, _TOPIC.sub(r"\1.0", value) if name == "topic" else value)
        for name, value in fields
        if name.lower() not in _PAGE_FIELDS or not value.isdigit()
    ]
    query = parts.query if kept == fields else urlencode(kept)
    path = _PAGE_PATH.sub(lambda match: match["end"], parts.path)
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))
