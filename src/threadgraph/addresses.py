"""Tell which addresses are pages of one discussion."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urlsplit, urlunsplit

__all__ = ["archived", "discussion_url", "plain_url"]

_PAGE_FIELDS = frozenset((
    "page", "paged", "cpage", "pagenumber", "pagenum", "pageno", "pg", "start", "st",
    "commentpage", "limitstart",
))  # fmt: skip
"""Fields of a query that number a page, or the first post on it."""

_SESSION_FIELDS = frozenset(("s", "sid", "phpsessid"))
"""Fields of a query that number a visit, by 26 to 40 hexadecimal digits or letters."""

# Drupal: "page=0,1", "page=0%2C1"
_PAGE = re.compile(r"\d{1,9}(?:(?:,|%2C)\d{1,9}){0,9}\Z", re.IGNORECASE)
_SESSION = re.compile(r"(?=\D{0,39}\d)[0-9a-z]{26,40}\Z", re.IGNORECASE)
# SMF: "120.40" is the page of topic 120 from post 40 on, "120.msg9" the one with that post
_TOPIC = re.compile(r"(\d{1,12})\.(?:msg\d{1,12}|new|\d{1,9})(?=\.html\Z|\Z)")
_FIRST = r"\1.0"
# "viewtopic.php?p=7&sid=0123456789abcdef0123456789abcdef#p7"
_VISIT = re.compile(
    r"(?<=[?&])(?:s|sid|phpsessid)=(?=[a-z]{0,39}\d)[0-9a-z]{26,40}(?:&|(?=#)|\Z)", re.IGNORECASE
)
_LOOSE = re.compile(r"[?&](?=#|\Z)")
# "https://web.archive.org/web/20130307194448/http://a.example/", "/web/20130307194448im_/..."
_ARCHIVED = re.compile(
    r"https?://web\.archive\.org/web/(\d{14})(?:[a-z]{2}_)?/(?=https?://)", re.IGNORECASE
)
_PATHS = (
    # "/page-2", "/page/2/", "/page2", "/comment-page-3/", "/page__st__20"
    (re.compile(r"/(?:comments?-)?page(?:[-/]?|__st__)\d{1,6}/?\Z", re.IGNORECASE), ""),
    # Vanilla: "/discussion/12/kiln/p2"
    (re.compile(r"(?<=/)(discussion/\d{1,12}/[^/]{1,300})/p\d{1,6}\Z"), r"\1"),
    # MyBB: "thread-12-page-2.html"; phpBB with speaking addresses: "topic12-25.html"
    (re.compile(r"(?<=/)(thread-\d{1,12})-page-\d{1,6}(?=\.html\Z)"), r"\1"),
    (re.compile(r"(?<=[-/])(t|topic)(\d{1,12})-\d{1,6}(?=\.html\Z)"), r"\1\2"),
    # Discuz: "thread-12-2-1.html" is page 2 of thread 12
    (re.compile(r"(?<=/)(thread-\d{1,12})-\d{1,6}-\d{1,6}(?=\.html\Z)"), r"\1-1-1"),
    # SMF: "topic,120.40.html"
    (re.compile(rf"(?<=/topic,){_TOPIC.pattern}"), _FIRST),
)


def plain_url(url: str) -> str:
    """Give an address as its site has it: not as an archive does, without the number of a visit."""
    url = _ARCHIVED.sub("", url, count=1).replace(" ", "%20")
    plain = _VISIT.sub("", url)
    return url if plain == url else _LOOSE.sub("", plain)


def archived(url: str) -> datetime | None:
    """Tell when the archive that an address leads to copied the page, None for other addresses."""
    match = _ARCHIVED.match(url)
    try:
        return datetime.strptime(f"{match[1]}+0000", "%Y%m%d%H%M%S%z") if match else None
    except ValueError:
        return None


def discussion_url(url: str) -> str:
    """Give the address of the whole discussion: without fragment, page number and last slash.

    The number of a visit goes, too. What an address is not known to number is kept as it is
    written; what is no address comes back as it is.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    fields = parts.query.split("&")
    names = {field.partition("=")[0].lower() for field in fields}
    kept = "&".join(_whole(field) for field in fields if not _of_page(field, names))
    return urlunsplit((parts.scheme, parts.netloc, _whole_path(parts.path), kept, ""))


def _of_page(field: str, names: set[str]) -> bool:
    """Tell a field that numbers a page or a visit; `p` is one only beside an `id`."""
    name, _, value = field.partition("=")
    name = name.lower()
    if name in _SESSION_FIELDS:
        return bool(_SESSION.match(value))
    return (name in _PAGE_FIELDS or (name == "p" and "id" in names)) and bool(_PAGE.match(value))


def _whole(field: str) -> str:
    """Give a field without page: "topic=120.40", or a path: "?threads/kiln.12/page-2"."""
    name, sign, value = field.partition("=")
    if not sign:
        return _whole_path(name)
    return f"topic={_TOPIC.sub(_FIRST, value)}" if name == "topic" else field


def _whole_path(path: str) -> str:
    for pattern, whole in _PATHS:
        path = pattern.sub(whole, path)
    return path.rstrip("/")
